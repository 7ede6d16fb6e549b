//! Logging in to the server of a place: who does, by what, and the key that the server is known by.
//! `oogst publish` asks on a terminal what only a person knows, the desk on a page.

use super::ending::ssh_keys;
use super::secrets::{PlaceSecret, with_secret};
use super::server_login::{ServerAsker, ServerLogin};
use crate::config::{HOST_KEY, PublishBy, PublishPlace, SftpPlace};
use crate::publish::{PublishFault, PublishTarget, S3Target, SftpAccess, WebdavTarget, connect};
use crate::words::Language;

/// A server that somebody logged in to.
pub(super) struct ReachedServer {
    pub(super) target: Box<dyn PublishTarget>,
    /// The fingerprint of its key, where the settings do not name one yet.
    pub(super) new_key: Option<String>,
}

/// Logs in to the server of a place; `None` where it is no server.
pub(super) fn log_in(
    place: &PublishPlace,
    asker: &dyn ServerAsker,
) -> Result<Option<ReachedServer>, PublishFault> {
    let Some(login) = ServerLogin::at(place) else {
        return Ok(None);
    };
    let secret = PlaceSecret {
        place: place.name.as_str(),
        login: &login,
        asker,
    };
    let (target, new_key): (Box<dyn PublishTarget>, _) = match &place.how {
        PublishBy::Zip { .. } | PublishBy::Folder { .. } => return Ok(None),
        PublishBy::Sftp(server) => {
            let (target, key) = with_secret(&secret, |secret| {
                let access = SftpAccess {
                    keys: ssh_keys(),
                    has_agent: true,
                    secret,
                    is_server: &|key| asker.is_server(&login, key),
                };
                connect(server, &access)
            })?;
            (Box::new(target), server.host_key.is_none().then_some(key))
        }
        PublishBy::Webdav(server) => {
            let target = with_secret(&secret, |secret| WebdavTarget::log_in(server, secret))?;
            (Box::new(target), None)
        }
        PublishBy::S3(server) => {
            let target = with_secret(&secret, |secret| S3Target::log_in(server, secret))?;
            (Box::new(target), None)
        }
    };
    Ok(Some(ReachedServer { target, new_key }))
}

/// The line that says what a server is known by.
pub(super) fn key_line(key: &str, language: Language) -> String {
    format!("{} = \"{key}\"", HOST_KEY.name.get(language))
}

/// The text of the settings with such a line below the last one of a server's group; `None` where
/// the group stands between braces, and has no lines of its own.
pub(super) fn with_key_line(text: &str, server: &SftpPlace, line: &str) -> Option<String> {
    let last = server.last.range().end;
    let end = text[last..].find('\n').map_or(text.len(), |end| last + end);
    let rest = text[last..end].trim();
    if !rest.is_empty() && !rest.starts_with('#') {
        return None;
    }
    let is_dos = text[..end].ends_with('\r');
    let end_of_line = if is_dos { "\r\n" } else { "\n" };
    let at = end - usize::from(is_dos);
    Some(format!("{}{end_of_line}{line}{}", &text[..at], &text[at..]))
}
