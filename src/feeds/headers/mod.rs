//! What a server is to say along with the site's files, one file a kind of server.

mod apache;
mod each;
mod iis;
mod nginx;
mod told;
mod underscore;

use crate::config::HeaderFile;
use crate::plan::Plan;

pub use each::{caching, content_type};
pub use iis::frame_folder;

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
