//! A folder on a server as a place to publish at, by WebDAV (RFC 4918). How somebody logs in stands
//! in `login`, what a server says is in a folder in `listing`, the verbs in `target`.

mod listing;
mod login;
mod target;

pub use target::WebdavTarget;
