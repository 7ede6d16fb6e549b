//! [`PublishFault`]: why a site was not published, in words. What was put there before stays as the
//! next run can go on from.

use crate::diagnostic::harmless;
use crate::error::Error;
use crate::words::phrases::listing;
use crate::words::{Language, publishing as words};

/// Why a site was not published.
#[derive(Debug)]
pub enum PublishFault {
    /// The machine or the place refused something.
    Machine(Error),
    /// Somebody else publishes there.
    Busy {
        /// The name of that machine.
        host: String,
        /// Since when, as that machine wrote it.
        since: String,
    },
    /// This machine publishes there already.
    BusyHere,
    /// Somebody else took the lock over.
    LockLost,
    /// Something is there, and no list says that it is ours.
    NotEmpty {
        /// Some of the names.
        names: Vec<String>,
    },
    /// Another site is there.
    OtherSite {
        /// Its address.
        site: String,
        /// The address of this one.
        own: String,
    },
    /// Files of others stand where files of the site belong.
    InTheWay {
        /// Some of their paths.
        names: Vec<String>,
        /// Whether all of them are files, which can be replaced.
        are_files: bool,
    },
    /// Files of ours were changed there by others.
    ChangedThere {
        /// Some of their paths.
        names: Vec<String>,
    },
    /// The list of what was published cannot be read.
    BadList {
        /// Where it stands.
        place: String,
    },
    /// It was written by a newer program.
    NewerList,
    /// The site was built anew while it was published.
    BuiltAnew,
    /// A server cannot be reached, or ended the connection.
    NoConnection {
        /// Its name.
        host: String,
        /// Why, in the words of the library.
        why: String,
    },
    /// A server is another one than before.
    OtherServer {
        /// Its name.
        host: String,
        /// The fingerprint of the key that it had.
        was: String,
        /// That of the key that it has.
        is: String,
    },
    /// A server was never met, and nobody said that it is the right one.
    UnknownServer {
        /// Its name.
        host: String,
        /// The fingerprint of its key.
        is: String,
    },
    /// A server lets nobody in by what there is.
    NoAccess {
        /// Who wanted to log in.
        user: String,
        /// The server's name.
        host: String,
    },
    /// A server does not show who it is in a way that can be believed.
    BadCertificate {
        /// Its name.
        host: String,
        /// What is wrong.
        why: CertificateFault,
    },
    /// A server asks who logs in in a way that this program does not know.
    OtherLogin {
        /// Its name.
        host: String,
        /// What it asks for, in its own words.
        asks: String,
    },
    /// What an address leads to is somewhere else.
    LeadsOn {
        /// The address in the settings.
        from: String,
        /// Where it leads.
        to: String,
    },
    /// A service has no bucket of this name.
    NoBucket {
        /// The name.
        bucket: String,
        /// The service's name.
        host: String,
    },
    /// A bucket is in another region.
    OtherRegion {
        /// The bucket.
        bucket: String,
        /// The region in the settings.
        was: String,
        /// Its region, where the service says so.
        is: Option<String>,
    },
    /// The clock of this machine and that of a service differ.
    WrongClock {
        /// The service's name.
        host: String,
    },
    /// Something answers, and not as it should.
    OtherProtocol {
        /// The address in the settings.
        place: String,
        /// What it was taken for: `webdav`.
        protocol: &'static str,
        /// The number of its answer.
        status: u16,
    },
}

/// What is wrong with the certificate by which a server shows who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateFault {
    /// It is of the past.
    Expired,
    /// It is of the future, or the clock of this machine is wrong.
    NotYet,
    /// Nobody who is known stands for it.
    UnknownIssuer,
    /// It is of another server.
    OtherName,
    /// Something else, in the words of the library.
    Other(String),
}

impl CertificateFault {
    fn message(&self, language: Language) -> String {
        let words = match self {
            Self::Expired => words::EXPIRED,
            Self::NotYet => words::NOT_YET,
            Self::UnknownIssuer => words::UNKNOWN_ISSUER,
            Self::OtherName => words::OTHER_NAME,
            Self::Other(why) => return why.clone(),
        };
        words.get(language).to_owned()
    }
}

impl PublishFault {
    /// The message for a person, with the way out, without a closing full stop.
    pub fn message(&self, language: Language) -> String {
        let named = |names: &[String]| {
            let names: Vec<String> = names.iter().map(|name| harmless(name).into()).collect();
            listing(&names, language)
        };
        let said = match self {
            Self::Machine(error) => return error.message(language),
            Self::Busy { host, since } => words::busy(&harmless(host), &harmless(since)),
            Self::BusyHere => words::BUSY_HERE.into(),
            Self::LockLost => words::LOCK_LOST.into(),
            Self::NotEmpty { names } => words::not_empty(&named(names)),
            Self::OtherSite { site, own } => words::other_site(&harmless(site), &own),
            Self::InTheWay {
                names,
                are_files: true,
            } => words::in_the_way(&named(names)),
            Self::InTheWay { names, .. } => words::folder_in_the_way(&named(names)),
            Self::ChangedThere { names } => words::changed_there(&named(names)),
            Self::BadList { place } => words::bad_list(place),
            Self::NewerList => words::NEWER_LIST.into(),
            Self::BuiltAnew => words::BUILT_ANEW.into(),
            Self::NoConnection { host, why } => {
                words::no_connection(&harmless(host), &harmless(why))
            }
            Self::OtherServer { host, was, is } => words::other_server(&harmless(host), was, is),
            Self::UnknownServer { host, is } => words::unknown_server(&harmless(host), is),
            Self::NoAccess { user, host } => words::no_access(&harmless(user), &harmless(host)),
            Self::BadCertificate { host, why } => {
                let why = why.message(language);
                words::bad_certificate(&harmless(host), &harmless(&why))
            }
            Self::OtherLogin { host, asks } => words::other_login(&harmless(host), &harmless(asks)),
            Self::LeadsOn { from, to } => words::leads_on(from, &harmless(to)),
            Self::NoBucket { bucket, host } => words::no_bucket(&harmless(bucket), &harmless(host)),
            Self::OtherRegion {
                bucket,
                was: _,
                is: Some(is),
            } => words::other_region(&harmless(bucket), &harmless(is)),
            Self::OtherRegion { bucket, was, .. } => {
                words::not_this_region(&harmless(bucket), &harmless(was))
            }
            Self::WrongClock { host } => words::wrong_clock(&harmless(host)),
            Self::OtherProtocol {
                place,
                protocol,
                status,
            } => words::other_protocol(place, protocol, status),
        };
        said.get(language).to_owned()
    }
}

impl From<Error> for PublishFault {
    fn from(error: Error) -> Self {
        Self::Machine(error)
    }
}
