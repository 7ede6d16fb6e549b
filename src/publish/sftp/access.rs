//! [`SftpAccess`]: what somebody who logs in has, and is asked.

use std::fmt;

/// What somebody who logs in has, and is asked. Nothing of it is written down here.
pub struct SftpAccess<'a> {
    /// The texts of private keys, in their order.
    pub keys: Vec<String>,
    /// Whether the agent of this machine is asked for keys first.
    pub has_agent: bool,
    /// Gives the password, which may be the pass phrase of a key as well; `None` where there is none.
    pub secret: &'a dyn Fn() -> Option<String>,
    /// Whether a server that was never met is the right one, by the fingerprint of its key.
    pub is_server: &'a dyn Fn(&str) -> bool,
}

impl fmt::Debug for SftpAccess<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SftpAccess").finish_non_exhaustive()
    }
}
