//! [`WebFault`]: why a server gave no answer, and what an answer that says no means to a disk.

use std::io::{self, ErrorKind};

use rustls::{CertificateError, Error as TlsError};
use ureq::Error;

use crate::error::ServerAnswer;
use crate::publish::fault::{CertificateFault, PublishFault};

/// Why there is no answer.
#[derive(Debug)]
pub(in crate::publish) enum WebFault {
    /// Its certificate does not show that it is the server.
    Certificate(CertificateFault),
    /// Anything else.
    Lost(io::Error),
}

impl WebFault {
    /// Whether the connection was closed.
    pub(in crate::publish) fn is_cut(&self) -> bool {
        use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset};
        let cut = [BrokenPipe, ConnectionAborted, ConnectionReset];
        matches!(self, Self::Lost(error) if cut.contains(&error.kind()))
    }

    /// As the first question to a server is answered.
    pub(in crate::publish) fn of_host(self, host: &str) -> PublishFault {
        let host = host.to_owned();
        match self {
            Self::Certificate(why) => PublishFault::BadCertificate { host, why },
            Self::Lost(error) => PublishFault::NoConnection {
                host,
                why: error.to_string(),
            },
        }
    }
}

impl From<WebFault> for io::Error {
    fn from(fault: WebFault) -> Self {
        match fault {
            WebFault::Certificate(why) => Self::other(format!("{why:?}")),
            WebFault::Lost(error) => error,
        }
    }
}

impl From<io::Error> for WebFault {
    fn from(error: io::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<Error> for WebFault {
    fn from(error: Error) -> Self {
        let lost = |kind: ErrorKind| Self::Lost(kind.into());
        match error {
            Error::Rustls(TlsError::InvalidCertificate(why)) => Self::Certificate(judged(&why)),
            Error::Timeout(_) => lost(ErrorKind::TimedOut),
            Error::Io(error) => {
                let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
                match inner {
                    Some(TlsError::InvalidCertificate(why)) => Self::Certificate(judged(why)),
                    // The other side is gone.
                    _ if error.kind() == ErrorKind::UnexpectedEof => {
                        lost(ErrorKind::ConnectionAborted)
                    }
                    _ => Self::Lost(error),
                }
            }
            other => Self::Lost(io::Error::other(other.to_string())),
        }
    }
}

fn judged(why: &CertificateError) -> CertificateFault {
    match why {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            CertificateFault::Expired
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            CertificateFault::NotYet
        }
        CertificateError::UnknownIssuer => CertificateFault::UnknownIssuer,
        // A server that made its certificate itself, as most programs make one.
        CertificateError::Other(other) if format!("{other:?}").contains("CaUsedAsEndEntity") => {
            CertificateFault::UnknownIssuer
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            CertificateFault::OtherName
        }
        other => CertificateFault::Other(other.to_string()),
    }
}

/// An answer that says no, as a disk would say it (RFC 9110, section 15; RFC 4918, section 11).
pub(in crate::publish) fn refused(status: u16) -> io::Error {
    let kind = match status {
        401 | 403 => ErrorKind::PermissionDenied,
        404 | 410 => ErrorKind::NotFound,
        408 | 504 => ErrorKind::TimedOut,
        413 => ErrorKind::FileTooLarge,
        414 => ErrorKind::InvalidFilename,
        423 => ErrorKind::ResourceBusy,
        507 => ErrorKind::StorageFull,
        other => return io::Error::other(ServerAnswer::Number(other)),
    };
    kind.into()
}
