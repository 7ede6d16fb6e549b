//! [`KnownServer`]: a server is known by the fingerprint of its key, and by nothing else.

use std::sync::{Arc, Mutex};

use russh::client::{Handle, Handler};
use russh::keys::{HashAlg, PublicKey, PublicKeyOrCertificate};

/// An open connection.
pub(super) type Ssh = Handle<KnownServer>;

/// A server as it is known by its key.
pub(super) struct KnownServer {
    pub(super) known: Option<String>,
    /// The key that it showed.
    pub(super) seen: Arc<Mutex<Option<String>>>,
}

impl Handler for KnownServer {
    type Error = russh::Error;

    async fn check_server_key(
        &mut self,
        key: &PublicKeyOrCertificate,
    ) -> Result<bool, Self::Error> {
        let key = match key {
            PublicKeyOrCertificate::PublicKey { key, .. } => key.clone(),
            PublicKeyOrCertificate::Certificate(certificate) => {
                PublicKey::from(certificate.public_key().clone())
            }
        };
        let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
        let is_known = self.known.as_ref() == Some(&fingerprint);
        if let Ok(mut seen) = self.seen.lock() {
            *seen = Some(fingerprint);
        }
        Ok(is_known)
    }
}
