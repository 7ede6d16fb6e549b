//! What a page may do: its Content-Security-Policy.

use serde::{Serialize, Serializer};

/// What a page needs besides its styles, scripts, fonts and pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Nothing: most pages.
    Plain,
    /// Reads data of the site: lists that are narrowed in the browser.
    Reads,
    /// Not even styles: a page that only leads on.
    LeadsOn,
}

impl Policy {
    /// The policy as a browser takes it.
    pub const fn content(self) -> &'static str {
        match self {
            Self::Plain => {
                "default-src 'none'; base-uri 'none'; font-src 'self'; form-action 'self'; img-src 'self'; manifest-src 'self'; \
                 script-src 'self'; style-src 'self'"
            }
            Self::Reads => {
                "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; img-src 'self'; \
                 manifest-src 'self'; script-src 'self'; style-src 'self'"
            }
            Self::LeadsOn => "default-src 'none'; base-uri 'none'; form-action 'none'",
        }
    }
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.content())
    }
}
