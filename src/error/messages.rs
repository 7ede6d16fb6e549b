//! The words of an [`Error`], in Dutch and in English.

use std::io;
use std::path::Path;

use super::{Error, Operation};
use crate::diagnostic::harmless;
use crate::folder::Refusal;
use crate::words::{Bilingual, Language, both};

const LOCKED: Bilingual = both(
    "een ander proces bouwt deze site al; wacht tot het klaar is of stop het (slot: `{}`)",
    "another process is building this site; wait until it is done or stop it (lock: `{}`)",
);
const LOCKED_BY: Bilingual = both(
    "een ander proces (nummer {}) bouwt deze site al; wacht tot het klaar is of stop het (slot: `{}`)",
    "another process (id {}) is building this site; wait until it is done or stop it (lock: `{}`)",
);
const CHANGED_MEANWHILE: Bilingual = both(
    "`{}` werd veranderd terwijl oogst het las; er is niets gewijzigd, probeer het opnieuw",
    "`{}` was changed while oogst read it; nothing was changed, try again",
);
const LEADS_OUT: Bilingual = both(
    "`{}` is een koppeling die uit de uitvoermap kan leiden; zet er een echte map neer of haal de koppeling weg",
    "`{}` is a link that may lead out of the output folder; put a real folder there or remove the link",
);
const PLACED_TWICE: Bilingual = both(
    "twee bestanden van de site willen `{}` heten; dit is een fout in oogst",
    "two files of the site want to be `{}`; this is a mistake in oogst",
);
const UNFINISHED: Bilingual = both(
    "{}; de nieuwe site staat er nog niet helemaal: verhelp dit en bouw opnieuw, dan wordt hij afgemaakt",
    "{}; the new site is not wholly in place: mend this and build again, and it is finished",
);
const NO_MANIFEST: Bilingual = both(
    "`{}` is er niet, dus wat er hoort te staan is niet bekend; maak de site eerst: `oogst build`",
    "there is no `{}`, so what should be there is not known; make the site first: `oogst build`",
);
const DAMAGED_MANIFEST: Bilingual = both(
    "`{}` is beschadigd of hoort bij een andere map, dus wat er hoort te staan is niet bekend; `oogst build` kijkt alles na en maakt het opnieuw",
    "`{}` is damaged or belongs to another folder, so what should be there is not known; `oogst build` checks everything and makes it anew",
);
const NO_KEY: Bilingual = both(
    "oogst kan zijn sleutel niet bewaren in uw eigen map{}, en zou een onderbroken wijziging dan niet kunnen afmaken; er is niets gewijzigd. Laat de omgevingsvariabele XDG_STATE_HOME wijzen naar een map buiten dit verslag waarin alleen u mag schrijven, en probeer het opnieuw",
    "oogst cannot keep its key in your own folder{}, and could then not finish a change that is interrupted; nothing was changed. Let the environment variable XDG_STATE_HOME name a folder outside this report that only you may write, and try again",
);
const BUILT_MEANWHILE: Bilingual = both(
    "de site is intussen opnieuw gemaakt; probeer het nog eens",
    "the site was made anew in the meantime; try again",
);
const CANCELLED: Bilingual = both(
    "onderbroken; de site is niet veranderd",
    "interrupted; the site was not changed",
);

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
                return match language {
                    Language::Nl => format!("kan `{path}` niet {verb}: {reason}"),
                    Language::En => format!("cannot {verb} `{path}`: {reason}"),
                };
            }
            Self::Locked {
                lock,
                process: Some(process),
            } => (LOCKED_BY, vec![process.to_string(), named(lock)]),
            Self::Locked {
                lock,
                process: None,
            } => (LOCKED, vec![named(lock)]),
            Self::ChangedMeanwhile { path } => (CHANGED_MEANWHILE, vec![shown(path)]),
            Self::LeadsOut { path } => (LEADS_OUT, vec![named(path)]),
            Self::PlacedTwice { path } => (PLACED_TWICE, vec![named(path)]),
            Self::Unfinished { cause } => (UNFINISHED, vec![cause.message(language)]),
            Self::NoManifest { path } => (NO_MANIFEST, vec![shown(path)]),
            Self::DamagedManifest { path } => (DAMAGED_MANIFEST, vec![shown(path)]),
            Self::NoKey { folder } => {
                let folder = folder
                    .as_deref()
                    .map(|folder| format!(" (`{}`)", named(folder)));
                (NO_KEY, vec![folder.unwrap_or_default()])
            }
            Self::BuiltMeanwhile => (BUILT_MEANWHILE, Vec::new()),
            Self::Cancelled => (CANCELLED, Vec::new()),
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
            Self::Read => both("lezen", "read"),
            Self::Inspect => both("bekijken", "look at"),
            Self::List => both("doorlopen", "list"),
            Self::Write => both("schrijven", "write"),
            Self::Copy => both("kopiëren", "copy"),
            Self::Move => both("op zijn plaats zetten", "put in place"),
            Self::Remove => both("verwijderen", "remove"),
            Self::CreateFolder => both("als map aanmaken", "make the folder"),
            Self::Sync => both("veilig op de schijf zetten", "make sure of"),
            Self::Lock => both("vergrendelen", "lock"),
        }
    }
}

/// The system's answer in words; the system's own text, which no one translated, only where we have
/// none.
fn reason(source: &io::Error, language: Language) -> String {
    use io::ErrorKind as Kind;
    let words = match source.kind() {
        _ if let Some(refusal) = Refusal::of(source) => refused(refusal),
        Kind::StorageFull => both("de schijf is vol", "the disk is full"),
        Kind::QuotaExceeded => both(
            "de toegestane schijfruimte is op",
            "the disk quota is used up",
        ),
        Kind::ReadOnlyFilesystem => both("deze schijf is alleen-lezen", "this disk is read-only"),
        Kind::PermissionDenied => both("geen toestemming", "permission denied"),
        Kind::NotFound => both("bestaat niet", "it does not exist"),
        Kind::AlreadyExists => both(
            "er staat al iets met die naam",
            "something of that name is already there",
        ),
        Kind::NotADirectory => both(
            "een bestand staat waar een map hoort",
            "a file stands where a folder belongs",
        ),
        Kind::IsADirectory => both(
            "een map staat waar een bestand hoort",
            "a folder stands where a file belongs",
        ),
        Kind::DirectoryNotEmpty => both("de map is niet leeg", "the folder is not empty"),
        Kind::CrossesDevices => both("het ligt op een andere schijf", "it is on another disk"),
        Kind::ResourceBusy | Kind::ExecutableFileBusy => both(
            "een ander programma gebruikt het",
            "another program is using it",
        ),
        Kind::InvalidFilename => both(
            "de naam is te lang of niet toegestaan",
            "the name is too long or not allowed",
        ),
        Kind::FileTooLarge => both(
            "het bestand is te groot voor deze schijf",
            "the file is too large for this disk",
        ),
        Kind::StaleNetworkFileHandle => both(
            "de verbinding met de netwerkschijf is weg",
            "the connection to the network disk is gone",
        ),
        Kind::InvalidData => both(
            "de inhoud is geen leesbare tekst",
            "the content is not readable text",
        ),
        // Number 5 is what Linux and macOS call a failing disk (POSIX, EIO); there is no name for
        // it yet.
        _ if cfg!(unix) && source.raw_os_error() == Some(5) => both(
            "de schijf geeft een fout; misschien gaat hij stuk",
            "the disk reports a fault; it may be failing",
        ),
        _ => return source.to_string(),
    };
    words.get(language).to_owned()
}

/// Why this program does not open something that is there.
fn refused(refusal: Refusal) -> Bilingual {
    match refusal {
        Refusal::Link => both(
            "er staat een koppeling waar een echt bestand of een echte map hoort; zet het bestand of de map zelf daar",
            "a link stands where a real file or folder belongs; put the file or folder itself there",
        ),
        Refusal::NotAFile => both(
            "het is geen gewoon bestand; haal het weg",
            "it is no ordinary file; remove it",
        ),
        Refusal::Swapped => both(
            "er kwam intussen een ander bestand op deze plaats; probeer het opnieuw",
            "another file took its place meanwhile; try again",
        ),
        Refusal::TooLarge => both("het is te groot", "it is too large"),
        Refusal::Outside => both(
            "het ligt buiten de map van het verslag",
            "it lies outside the report's folder",
        ),
    }
}

/// A path as messages show it.
fn named(path: &Path) -> String {
    harmless(&path.to_string_lossy()).into_owned()
}
