//! A folder on a server as a place to publish at, by the file transfer protocol of SSH. How a server
//! is known stands in `known`, how somebody logs in in `connect`, the verbs in `target`.

mod access;
mod connect;
mod known;
mod target;

pub use access::SftpAccess;
pub use connect::connect;
pub use target::SftpTarget;
