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
    /// A server cannot put a file in the place of another.
    CannotReplace {
        /// Its name.
        host: String,
    },
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
            Self::CannotReplace { host } => words::cannot_replace(&harmless(host)),
        };
        said.get(language).to_owned()
    }
}

impl From<Error> for PublishFault {
    fn from(error: Error) -> Self {
        Self::Machine(error)
    }
}
