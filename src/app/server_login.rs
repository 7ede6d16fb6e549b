//! [`ServerLogin`]: who logs in to the server of a place; and [`ServerAsker`]: what only a person can say
//! of that.

use url::Url;

use crate::config::{PublishBy, PublishPlace, SftpPlace};

/// What somebody who logs in to a server is asked.
pub(super) trait ServerAsker {
    /// The secret, where the environment has none, nor the system's store one that lets in.
    fn secret(&self, login: &ServerLogin) -> Option<String>;

    /// Whether a server that was never met is the right one, by the fingerprint of its key.
    fn is_server(&self, login: &ServerLogin, key: &str) -> bool;

    /// Whether a secret that let in is kept in the system's store from now on.
    fn may_keep(&self) -> bool;

    /// Hears that it could not be kept.
    fn not_kept(&self);
}

/// Who logs in, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ServerLogin {
    /// The name of the user; of a place of S3 the id of the key.
    pub(super) user: String,
    /// The name of the server.
    pub(super) host: String,
    /// Both, as stores know them: `sftp://oogst@server:22`.
    pub(super) of: String,
    /// Whether the secret is that of a key, and no password.
    pub(super) by_key: bool,
}

impl ServerLogin {
    /// The one that a place asks for; `None` where it is no server.
    pub(super) fn at(place: &PublishPlace) -> Option<Self> {
        let host = |url: &Url| url.host_str().unwrap_or_default().to_owned();
        let (user, host, of, by_key) = match &place.how {
            PublishBy::Zip { .. } | PublishBy::Folder { .. } => return None,
            PublishBy::Sftp(SftpPlace {
                user, host, port, ..
            }) => {
                let of = format!("sftp://{user}@{host}:{port}");
                (user, host.clone(), of, false)
            }
            PublishBy::Webdav(server) => {
                let host = host(&server.url);
                let of = format!("webdav://{}@{host}", server.user);
                (&server.user, host, of, false)
            }
            PublishBy::S3(server) => {
                let host = host(&server.endpoint);
                let of = format!("s3://{}@{host}", server.user);
                (&server.user, host, of, true)
            }
        };
        Some(Self {
            user: user.clone(),
            host,
            of,
            by_key,
        })
    }
}
