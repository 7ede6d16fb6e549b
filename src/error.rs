//! [`Error`]: the machine failed. It says what was tried, on which path, and what the system
//! answered, in Dutch and in English. What is wrong with somebody's content is a diagnostic, never
//! an `Error`; nothing here touches the disk.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::harmless;
use crate::folder::Refusal;
use crate::words::Language;

/// Why the program stopped although the content may be fine. Leads to exit code 2.
#[derive(Debug)]
pub enum Error {
    /// The system refused something.
    Io {
        /// What was tried.
        operation: Operation,
        /// On which file or folder.
        path: PathBuf,
        /// The answer of the system.
        source: io::Error,
    },
    /// Another process is building this site.
    Locked {
        /// The lock file, which the other process holds.
        lock: PathBuf,
        /// The id of that process, where it could be read.
        process: Option<u32>,
    },
    /// A symbolic link (or junction) stands where the output needs a folder of its own: writing
    /// there would leave the output.
    LeadsOut {
        /// The link.
        path: PathBuf,
    },
    /// Two files of one build want the same path, or one wants to be a folder of the other. The
    /// plan should have refused that.
    PlacedTwice {
        /// The path within the output.
        path: PathBuf,
    },
    /// The files of the new site could be moved in only partly. They are kept, and the next build
    /// moves in the rest.
    Unfinished {
        /// What stood in the way.
        cause: Box<Error>,
    },
    /// A file that was to be changed was changed by somebody else since it was read.
    ChangedMeanwhile {
        /// The file.
        path: PathBuf,
    },
    /// There is no note of what the last build left: nothing was built yet, or the note was lost.
    NoManifest {
        /// Where it would stand.
        path: PathBuf,
    },
    /// The note of what the last build left cannot be believed.
    DamagedManifest {
        /// Where it stands.
        path: PathBuf,
    },
    /// There is no place to keep the user's key, without which the next run would not believe what
    /// this one leaves for it.
    NoKey {
        /// The folder that it would be kept in, where one is known.
        folder: Option<PathBuf>,
    },
    /// A build changed the site while it was looked at.
    BuiltMeanwhile,
    /// The user interrupted the build.
    Cancelled,
}

/// What was tried when the machine failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Reading a file's content.
    Read,
    /// Asking what stands at a path.
    Inspect,
    /// Reading the names in a folder.
    List,
    /// Writing a new file.
    Write,
    /// Copying a file.
    Copy,
    /// Moving a file or folder to its place.
    Move,
    /// Removing a file or folder.
    Remove,
    /// Making a folder.
    CreateFolder,
    /// Making sure that what was written stays written when the power fails.
    Sync,
    /// Taking the lock that keeps two builds apart.
    Lock,
}

impl Error {
    /// For `map_err`: the error of having tried `operation` on `path`.
    pub fn during(operation: Operation, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io {
            operation,
            path: path.to_owned(),
            source,
        }
    }

    /// The message for a person: what could not be done and why, without colour and without a
    /// closing full stop.
    #[expect(
        clippy::too_many_lines,
        reason = "its lines became shorter; it is to be parted"
    )]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Io {
                operation,
                path,
                source,
            } => {
                let reason = reason(source, language);
                let path = named(path);
                match language {
                    Language::Nl => format!("kan `{path}` niet {}: {reason}", operation.dutch()),
                    Language::En => format!("cannot {} `{path}`: {reason}", operation.english()),
                }
            }
            Self::Locked { lock, process } => {
                let lock = named(lock);
                match (language, process) {
                    (Language::Nl, Some(process)) => {
                        format!(
                            "een ander proces (nummer {process}) bouwt deze site al; wacht tot het klaar is of stop het (slot: `{lock}`)"
                        )
                    }
                    (Language::Nl, None) => format!(
                        "een ander proces bouwt deze site al; wacht tot het klaar is of stop het (slot: `{lock}`)"
                    ),
                    (Language::En, Some(process)) => {
                        format!(
                            "another process (id {process}) is building this site; wait until it is done or stop it (lock: `{lock}`)"
                        )
                    }
                    (Language::En, None) => format!(
                        "another process is building this site; wait until it is done or stop it (lock: `{lock}`)"
                    ),
                }
            }
            Self::ChangedMeanwhile { path } => {
                let path = path.display();
                match language {
                    Language::Nl => format!(
                        "`{path}` werd veranderd terwijl oogst het las; er is niets gewijzigd, probeer het opnieuw"
                    ),
                    Language::En => format!(
                        "`{path}` was changed while oogst read it; nothing was changed, try again"
                    ),
                }
            }
            Self::LeadsOut { path } => {
                let path = named(path);
                match language {
                    Language::Nl => {
                        format!(
                            "`{path}` is een koppeling die uit de uitvoermap kan leiden; zet er een echte map neer of haal de koppeling weg"
                        )
                    }
                    Language::En => format!(
                        "`{path}` is a link that may lead out of the output folder; put a real folder there or remove the link"
                    ),
                }
            }
            Self::PlacedTwice { path } => {
                let path = named(path);
                match language {
                    Language::Nl => format!(
                        "twee bestanden van de site willen `{path}` heten; dit is een fout in oogst"
                    ),
                    Language::En => format!(
                        "two files of the site want to be `{path}`; this is a mistake in oogst"
                    ),
                }
            }
            Self::Unfinished { cause } => {
                let cause = cause.message(language);
                match language {
                    Language::Nl => {
                        format!(
                            "{cause}; de nieuwe site staat er nog niet helemaal: verhelp dit en bouw opnieuw, dan wordt hij afgemaakt"
                        )
                    }
                    Language::En => format!(
                        "{cause}; the new site is not wholly in place: mend this and build again, and it is finished"
                    ),
                }
            }
            Self::NoManifest { path } => {
                let path = path.display();
                match language {
                    Language::Nl => format!(
                        "`{path}` is er niet, dus wat er hoort te staan is niet bekend; maak de site eerst: `oogst build`"
                    ),
                    Language::En => format!(
                        "there is no `{path}`, so what should be there is not known; make the site first: `oogst build`"
                    ),
                }
            }
            Self::DamagedManifest { path } => {
                let path = path.display();
                match language {
                    Language::Nl => format!(
                        "`{path}` is beschadigd of hoort bij een andere map, dus wat er hoort te staan is niet bekend; `oogst build` kijkt alles na en maakt het opnieuw"
                    ),
                    Language::En => format!(
                        "`{path}` is damaged or belongs to another folder, so what should be there is not known; `oogst build` checks everything and makes it anew"
                    ),
                }
            }
            Self::NoKey { folder } => {
                let folder = folder
                    .as_deref()
                    .map(|folder| format!(" (`{}`)", named(folder)))
                    .unwrap_or_default();
                match language {
                    Language::Nl => format!(
                        "oogst kan zijn sleutel niet bewaren in uw eigen map{folder}, en zou een onderbroken wijziging dan niet kunnen afmaken; er is niets gewijzigd. Laat de omgevingsvariabele XDG_STATE_HOME wijzen naar een map buiten dit verslag waarin alleen u mag schrijven, en probeer het opnieuw"
                    ),
                    Language::En => format!(
                        "oogst cannot keep its key in your own folder{folder}, and could then not finish a change that is interrupted; nothing was changed. Let the environment variable XDG_STATE_HOME name a folder outside this report that only you may write, and try again"
                    ),
                }
            }
            Self::BuiltMeanwhile => match language {
                Language::Nl => {
                    "de site is intussen opnieuw gemaakt; probeer het nog eens".to_owned()
                }
                Language::En => "the site was made anew in the meantime; try again".to_owned(),
            },
            Self::Cancelled => match language {
                Language::Nl => "onderbroken; de site is niet veranderd".to_owned(),
                Language::En => "interrupted; the site was not changed".to_owned(),
            },
        }
    }
}

impl Operation {
    fn dutch(self) -> &'static str {
        match self {
            Self::Read => "lezen",
            Self::Inspect => "bekijken",
            Self::List => "doorlopen",
            Self::Write => "schrijven",
            Self::Copy => "kopiëren",
            Self::Move => "op zijn plaats zetten",
            Self::Remove => "verwijderen",
            Self::CreateFolder => "als map aanmaken",
            Self::Sync => "veilig op de schijf zetten",
            Self::Lock => "vergrendelen",
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Inspect => "look at",
            Self::List => "list",
            Self::Write => "write",
            Self::Copy => "copy",
            Self::Move => "put in place",
            Self::Remove => "remove",
            Self::CreateFolder => "make the folder",
            Self::Sync => "make sure of",
            Self::Lock => "lock",
        }
    }
}

/// The system's answer in words; the system's own text, which no one translated, only where we have
/// none.
fn reason(source: &io::Error, language: Language) -> String {
    use io::ErrorKind as Kind;
    let (dutch, english) = match source.kind() {
        _ if let Some(refusal) = Refusal::of(source) => refused(refusal),
        Kind::StorageFull => ("de schijf is vol", "the disk is full"),
        Kind::QuotaExceeded => (
            "de toegestane schijfruimte is op",
            "the disk quota is used up",
        ),
        Kind::ReadOnlyFilesystem => ("deze schijf is alleen-lezen", "this disk is read-only"),
        Kind::PermissionDenied => ("geen toestemming", "permission denied"),
        Kind::NotFound => ("bestaat niet", "it does not exist"),
        Kind::AlreadyExists => (
            "er staat al iets met die naam",
            "something of that name is already there",
        ),
        Kind::NotADirectory => (
            "een bestand staat waar een map hoort",
            "a file stands where a folder belongs",
        ),
        Kind::IsADirectory => (
            "een map staat waar een bestand hoort",
            "a folder stands where a file belongs",
        ),
        Kind::DirectoryNotEmpty => ("de map is niet leeg", "the folder is not empty"),
        Kind::CrossesDevices => ("het ligt op een andere schijf", "it is on another disk"),
        Kind::ResourceBusy | Kind::ExecutableFileBusy => (
            "een ander programma gebruikt het",
            "another program is using it",
        ),
        Kind::InvalidFilename => (
            "de naam is te lang of niet toegestaan",
            "the name is too long or not allowed",
        ),
        Kind::FileTooLarge => (
            "het bestand is te groot voor deze schijf",
            "the file is too large for this disk",
        ),
        Kind::StaleNetworkFileHandle => (
            "de verbinding met de netwerkschijf is weg",
            "the connection to the network disk is gone",
        ),
        Kind::InvalidData => (
            "de inhoud is geen leesbare tekst",
            "the content is not readable text",
        ),
        // Number 5 is what Linux and macOS call a failing disk (POSIX, EIO); there is no name for
        // it yet.
        _ if cfg!(unix) && source.raw_os_error() == Some(5) => (
            "de schijf geeft een fout; misschien gaat hij stuk",
            "the disk reports a fault; it may be failing",
        ),
        _ => return source.to_string(),
    };
    match language {
        Language::Nl => dutch.to_owned(),
        Language::En => english.to_owned(),
    }
}

/// Why this program does not open something that is there.
fn refused(refusal: Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::Link => (
            "er staat een koppeling waar een echt bestand of een echte map hoort; zet het bestand of de map zelf daar",
            "a link stands where a real file or folder belongs; put the file or folder itself there",
        ),
        Refusal::NotAFile => (
            "het is geen gewoon bestand; haal het weg",
            "it is no ordinary file; remove it",
        ),
        Refusal::Swapped => (
            "er kwam intussen een ander bestand op deze plaats; probeer het opnieuw",
            "another file took its place meanwhile; try again",
        ),
        Refusal::TooLarge => ("het is te groot", "it is too large"),
        Refusal::Outside => (
            "het ligt buiten de map van het verslag",
            "it lies outside the report's folder",
        ),
    }
}

/// A path as messages show it.
fn named(path: &Path) -> String {
    harmless(&path.to_string_lossy()).into_owned()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Unfinished { cause } => Some(&**cause),
            Self::Locked { .. }
            | Self::LeadsOut { .. }
            | Self::ChangedMeanwhile { .. }
            | Self::PlacedTwice { .. }
            | Self::NoManifest { .. }
            | Self::DamagedManifest { .. }
            | Self::NoKey { .. }
            | Self::BuiltMeanwhile
            | Self::Cancelled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_named_in_both_languages() {
        let error = Error::during(Operation::Write, Path::new("output/index.html"))(
            io::ErrorKind::StorageFull.into(),
        );
        assert_eq!(
            error.message(Language::Nl),
            "kan `output/index.html` niet schrijven: de schijf is vol"
        );
        assert_eq!(
            error.message(Language::En),
            "cannot write `output/index.html`: the disk is full"
        );
    }
}
