//! What a server is to say along with the site's files, one file a kind of server.

mod apache;
mod iis;
mod nginx;
mod told;
mod underscore;

use crate::config::HeaderFile;
use crate::plan::Plan;

pub use iis::frame_folder;

/// How long others may keep a file without asking again, told from its path alone: for servers that
/// are told of each file by itself.
pub fn caching(path: &str) -> &'static str {
    let is_hash =
        |part: &str| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_hexdigit());
    let asset = path.strip_prefix("assets/");
    let is_asset = asset
        .and_then(|rest| rest.split_once('/'))
        .is_some_and(|(hash, _)| is_hash(hash));
    if is_asset || path.contains("/index/parts/") {
        told::FOR_GOOD
    } else {
        told::FOR_NOW
    }
}

/// The file with headers for one kind of server.
pub fn headers(which: HeaderFile, plan: &Plan) -> Vec<u8> {
    match which {
        HeaderFile::Underscore => underscore::underscore(plan),
        HeaderFile::Nginx => nginx::nginx(plan),
        HeaderFile::Apache => apache::apache(plan),
        HeaderFile::Iis => iis::iis(plan),
    }
    .into_bytes()
}
