//! [`SecretStore`]: where the system keeps secrets for whoever is logged in, such as the Credential
//! Manager of Windows and the keychain of macOS. Secrets are kept nowhere else.

/// A store of secrets. What it cannot do counts as not done: there are other ways to a secret.
pub trait SecretStore {
    /// The secret of this name; `None` where there is none.
    fn read(&self, of: &str) -> Option<String>;
    /// Keeps a secret, in the place of one of that name; whether it did.
    fn keep(&self, of: &str, secret: &str) -> bool;
    /// Forgets the secret of this name.
    fn forget(&self, of: &str);
}

/// The store of this system; `None` where there is none that this program knows.
#[cfg(any(windows, target_os = "macos"))]
pub fn system_store() -> Option<Box<dyn SecretStore>> {
    #[cfg(windows)]
    use windows_native_keyring_store::Store;

    #[cfg(target_os = "macos")]
    use apple_native_keyring_store::keychain::Store;

    let store = Store::new().ok()?;
    Some(Box::new(SystemStore(store)))
}

/// The same where there is none: that of Linux would bring more than a hundred packages.
#[cfg(not(any(windows, target_os = "macos")))]
pub fn system_store() -> Option<Box<dyn SecretStore>> {
    None
}

#[cfg(any(windows, target_os = "macos"))]
struct SystemStore(std::sync::Arc<keyring_core::CredentialStore>);

#[cfg(any(windows, target_os = "macos"))]
impl SystemStore {
    fn entry(&self, of: &str) -> Option<keyring_core::Entry> {
        self.0.build("oogst", of, None).ok()
    }
}

#[cfg(any(windows, target_os = "macos"))]
impl SecretStore for SystemStore {
    fn read(&self, of: &str) -> Option<String> {
        self.entry(of)?.get_password().ok()
    }

    fn keep(&self, of: &str, secret: &str) -> bool {
        let entry = self.entry(of);
        entry.is_some_and(|entry| entry.set_password(secret).is_ok())
    }

    fn forget(&self, of: &str) {
        if let Some(entry) = self.entry(of) {
            // One that is not there needs no forgetting.
            let _ = entry.delete_credential();
        }
    }
}
