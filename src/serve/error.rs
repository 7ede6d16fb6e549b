//! [`ServeError`]: why the site could not be served at all.

use std::fmt;
use std::io;

use crate::words::{Language, serving};

/// Why the site could not be served at all.
#[derive(Debug)]
pub enum ServeError {
    /// The port that was asked for cannot be had.
    Port {
        /// The port.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// No port at all could be had.
    NoPort(io::Error),
    /// Threads or the server could not be started, or the server stopped.
    Server(io::Error),
}

impl ServeError {
    /// The error as a sentence for the user, with a way out where there is one.
    pub fn in_words(&self, language: Language) -> String {
        let words = match self {
            Self::Port { port, source } => serving::port_unusable(port, source),
            Self::NoPort(source) => serving::no_port(source),
            Self::Server(source) => serving::cannot_serve(source),
        };
        words.get(language).to_owned()
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words(Language::En))
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Port { source, .. } | Self::NoPort(source) | Self::Server(source) => Some(source),
        }
    }
}
