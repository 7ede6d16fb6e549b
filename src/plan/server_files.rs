//! The files in which servers read their settings: what they are called, and that nothing else is.

use super::path::HTACCESS;
use crate::config::HeaderFile;

/// What a file that tells a server which headers to send is called.
pub(super) fn server_file(file: HeaderFile) -> &'static str {
    match file {
        HeaderFile::Underscore => "_headers",
        HeaderFile::Nginx => "nginx-headers.conf",
        HeaderFile::Apache => HTACCESS,
        HeaderFile::Iis => "web.config",
    }
}

/// Whether a server may obey what stands at a path: nobody but the settings has a file there.
pub(super) fn is_obeyed(path: &str) -> bool {
    let files = [HeaderFile::Underscore, HeaderFile::Apache, HeaderFile::Iis];
    path.split('/').any(|name| {
        let is_called = |file| name.eq_ignore_ascii_case(server_file(file));
        files.into_iter().any(is_called)
    })
}
