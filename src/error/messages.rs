//! The words of an [`Error`], in Dutch and in English.

use std::io;
use std::path::Path;

use super::{Error, Operation, ServerAnswer};
use crate::diagnostic::harmless;
use crate::folder::Refusal;
use crate::words::errors;
use crate::words::{Bilingual, Language};

impl Error {
    /// The message for a person: what could not be done and why, without colour and without a
    /// closing full stop.
    pub fn message(&self, language: Language) -> String {
        let shown = |path: &Path| path.display().to_string();
        let (words, values) = match self {
            Self::Io {
                operation,
                path,
                source,
            } => {
                let (path, reason) = (named(path), reason(source, language));
                let verb = operation.verb().get(language);
                return errors::cannot(&verb, &path, &reason)
                    .get(language)
                    .to_owned();
            }
            Self::Locked {
                lock,
                process: Some(process),
            } => (errors::LOCKED_BY, vec![process.to_string(), named(lock)]),
            Self::Locked {
                lock,
                process: None,
            } => (errors::LOCKED, vec![named(lock)]),
            Self::ChangedMeanwhile { path } => (errors::CHANGED_MEANWHILE, vec![shown(path)]),
            Self::LeadsOut { path } => (errors::LEADS_OUT, vec![named(path)]),
            Self::PlacedTwice { path } => (errors::PLACED_TWICE, vec![named(path)]),
            Self::Unfinished { cause } => (errors::UNFINISHED, vec![cause.message(language)]),
            Self::NoManifest { path } => (errors::NO_MANIFEST, vec![shown(path)]),
            Self::DamagedManifest { path } => (errors::DAMAGED_MANIFEST, vec![shown(path)]),
            Self::NoKey { folder } => {
                let folder = folder
                    .as_deref()
                    .map(|folder| format!(" (`{}`)", named(folder)));
                (errors::NO_KEY, vec![folder.unwrap_or_default()])
            }
            Self::BuiltMeanwhile => (errors::BUILT_MEANWHILE, Vec::new()),
            Self::Cancelled => (errors::CANCELLED, Vec::new()),
        };
        filled(words.get(language), values)
    }
}

/// The words with these values in their places.
fn filled(words: &str, values: Vec<String>) -> String {
    let mut parts = words.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        text.push_str(&value);
        text.push_str(part);
    }
    text
}

impl Operation {
    /// As a verb, after "kan … niet" and "cannot".
    fn verb(self) -> Bilingual {
        match self {
            Self::Read => errors::READ,
            Self::Inspect => errors::INSPECT,
            Self::List => errors::LIST,
            Self::Write => errors::WRITE,
            Self::Copy => errors::COPY,
            Self::Move => errors::MOVE,
            Self::Remove => errors::REMOVE,
            Self::CreateFolder => errors::CREATE_FOLDER,
            Self::Sync => errors::SYNC,
            Self::Lock => errors::LOCK,
        }
    }
}

/// The system's answer in words; the system's own text, which no one translated, only where we have
/// none.
fn reason(source: &io::Error, language: Language) -> String {
    use io::ErrorKind as Kind;
    let inner = source.get_ref().and_then(|inner| inner.downcast_ref());
    if let Some(ServerAnswer::Number(status)) = inner {
        return errors::server_answers(status).get(language).to_owned();
    }
    let words = match source.kind() {
        _ if inner == Some(&ServerAnswer::TooMany) => errors::TOO_MANY_FILES,
        _ if let Some(refusal) = Refusal::of(source) => refused(refusal),
        Kind::StorageFull => errors::STORAGE_FULL,
        Kind::QuotaExceeded => errors::QUOTA_EXCEEDED,
        Kind::ReadOnlyFilesystem => errors::READ_ONLY,
        Kind::PermissionDenied => errors::PERMISSION_DENIED,
        Kind::NotFound => errors::NOT_FOUND,
        Kind::AlreadyExists => errors::ALREADY_EXISTS,
        Kind::NotADirectory => errors::NOT_A_FOLDER,
        Kind::IsADirectory => errors::IS_A_FOLDER,
        Kind::DirectoryNotEmpty => errors::FOLDER_NOT_EMPTY,
        Kind::CrossesDevices => errors::CROSSES_DISKS,
        Kind::ResourceBusy | Kind::ExecutableFileBusy => errors::BUSY,
        Kind::InvalidFilename => errors::INVALID_NAME,
        Kind::FileTooLarge => errors::FILE_TOO_LARGE,
        Kind::StaleNetworkFileHandle => errors::NETWORK_DISK_GONE,
        Kind::InvalidData => errors::INVALID_TEXT,
        Kind::ConnectionAborted | Kind::ConnectionReset | Kind::BrokenPipe | Kind::NotConnected => {
            errors::CONNECTION_LOST
        }
        Kind::TimedOut => errors::NO_ANSWER,
        // Number 5 is what Linux and macOS call a failing disk (POSIX, EIO); there is no name for
        // it yet.
        _ if cfg!(unix) && source.raw_os_error() == Some(5) => errors::FAILING_DISK,
        _ => return source.to_string(),
    };
    words.get(language).to_owned()
}

/// Why this program does not open something that is there.
fn refused(refusal: Refusal) -> Bilingual {
    match refusal {
        Refusal::Link => errors::IS_A_LINK,
        Refusal::NotAFile => errors::IS_NO_FILE,
        Refusal::Swapped => errors::SWAPPED,
        Refusal::TooLarge => errors::TOO_LARGE,
        Refusal::Outside => errors::OUTSIDE,
    }
}

/// A path as messages show it.
fn named(path: &Path) -> String {
    harmless(&path.to_string_lossy()).into_owned()
}
