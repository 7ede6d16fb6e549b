//! `addresses.toml`: every address that the site ever promised, what moved elsewhere and what is
//! gone.
//!
//! `oogst publish --record` and `oogst rename` write the list; people write `[[moved]]` and
//! `[[gone]]`. What an address is of is named as references name records,
//! `deal:2018-overijssel/samen-bijscholen`, so that a promise outlives the words that addresses are
//! made of. Nothing here knows whether the records exist: the plan asks.

mod follow;
mod forgotten;

use std::fmt;

pub use follow::{End, Rules};
pub use forgotten::{Forgotten, Marks, mark_of, names, salt_of};

use super::schema::{Field, Home, Kind, Shape, file_field};
use super::value::Fields;
use super::{TomlFile, read_toml};
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::source::{FileId, SourceFile, Span, Spanned};
use crate::words::{Language, Text, both};

const PROMISED: &[Field] = &[
    file_field(
        "of",
        "van",
        Shape::Line,
        "Waarvan het adres is: soort en id.",
        "What the address is of: kind and id.",
    )
    .and_required()
    .and_as_written(),
    file_field(
        "short",
        "kort",
        Shape::Line,
        "De korte link: het woord achter `/d/`.",
        "The short link: the word behind `/d/`.",
    )
    .and_as_written(),
    file_field(
        "addresses",
        "adressen",
        Shape::Addresses,
        "Elk adres dat het had, het oudste eerst.",
        "Each address that it had, oldest first.",
    )
    .and_required()
    .and_as_written(),
];
const MOVED: &[Field] = &[
    file_field(
        "from",
        "van",
        Shape::Line,
        "Wat er was: soort en id.",
        "What was there: kind and id.",
    )
    .and_required()
    .and_as_written(),
    file_field(
        "to",
        "naar",
        Shape::Line,
        "Wat het nu is: soort en id.",
        "What it is now: kind and id.",
    )
    .and_required()
    .and_as_written(),
];
/// What is said of what is no longer there, with its name or without.
const GONE_FOR: Field = file_field(
    "reason",
    "reden",
    Shape::Line,
    "Waarom het er niet meer is. Lezers zien dit.",
    "Why it is no longer there. Readers see this.",
)
.and_required()
.and_translatable();
const GONE_SINCE: Field = file_field(
    "date",
    "datum",
    Shape::Date,
    "Sinds wanneer.",
    "Since when.",
)
.and_required();
const GONE: &[Field] = &[
    file_field(
        "what",
        "wat",
        Shape::Line,
        "Wat er was: soort en id.",
        "What was there: kind and id.",
    )
    .and_required()
    .and_as_written(),
    GONE_FOR,
    GONE_SINCE,
    file_field(
        "forget",
        "vergeet",
        Shape::Bool,
        "true: ook de naam en de adressen moeten weg. `oogst publish --record` haalt ze uit dit bestand.",
        "true: its name and addresses must go too. `oogst publish --record` takes them out of this file.",
    ),
];
const FORGOTTEN: &[Field] = &[
    file_field(
        "salt",
        "zout",
        Shape::Line,
        "Maakt de kenmerken eigen aan deze site.",
        "Makes the marks this site's own.",
    )
    .and_required(),
    file_field(
        "marks",
        "kenmerken",
        Shape::Lines,
        "Waaraan oogst herkent wat terugkomt. Er is geen naam uit te lezen.",
        "By which oogst knows what is brought back. No name can be read from them.",
    )
    .and_required(),
    file_field(
        "short",
        "kort",
        Shape::Lines,
        "De korte links: die zeggen dat het weg is.",
        "The short links: they say that it is gone.",
    ),
    GONE_FOR,
    GONE_SINCE,
];

/// The fields of `addresses.toml`: the one table that reading and the reference in the docs come
/// from.
pub const ADDRESSES: &[Field] = &[
    file_field(
        "promised",
        "beloofd",
        Shape::Tables(PROMISED),
        "Elk beloofd adres. `oogst publish --record` vult deze lijst; haal er niets uit weg.",
        "Every promised address. `oogst publish --record` fills this list; remove nothing from it.",
    ),
    file_field(
        "moved",
        "verhuisd",
        Shape::Tables(MOVED),
        "Wat nu iets anders is.",
        "What is something else now.",
    ),
    file_field(
        "gone",
        "verdwenen",
        Shape::Tables(GONE),
        "Wat er niet meer is.",
        "What is no longer there.",
    ),
    file_field(
        "forgotten",
        "vergeten",
        Shape::Tables(FORGOTTEN),
        "Wat vergeten is, zonder naam. `oogst publish --record` schrijft dit; haal er niets uit weg.",
        "What was forgotten, without its name. `oogst publish --record` writes this; remove nothing from it.",
    ),
];

/// What a promised address is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A record with a page: `deal:2018-overijssel/samen-bijscholen`, `region:twente`.
    Record {
        /// Its kind.
        kind: Kind,
        /// The folder of its event, for kinds that belong to one.
        event: Option<Id>,
        /// Its id.
        id: Id,
    },
    /// A region and a theme together: `region:twente/theme:docenten`.
    Crossing {
        /// The region.
        region: Id,
        /// The theme.
        theme: Id,
    },
    /// A year: `year:2018`.
    Year(i16),
}

impl What {
    /// A record that all events share, or an event.
    pub fn shared(kind: Kind, id: &Id) -> Self {
        Self::Record {
            kind,
            event: None,
            id: id.clone(),
        }
    }

    /// Every id that its addresses are made of.
    pub fn ids(&self) -> Vec<&Id> {
        match self {
            Self::Record { kind: _, event, id } => event.iter().chain([id]).collect(),
            Self::Crossing { region, theme } => vec![region, theme],
            Self::Year(_) => Vec::new(),
        }
    }

    /// Reads a name; kinds may be named in either language.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, rest) = text.trim().split_once(':')?;
        if matches!(word, "year" | "jaar") {
            let is_year = rest.len() == 4 && rest.bytes().all(|byte| byte.is_ascii_digit());
            return rest.parse().ok().filter(|_| is_year).map(Self::Year);
        }
        let kind = Kind::named(word)?;
        if kind == Kind::Region
            && let Some((region, theme)) = rest.split_once('/')
        {
            let theme = theme
                .split_once(':')
                .filter(|(word, _)| Kind::named(word) == Some(Kind::Theme))
                .map(|(_, theme)| theme)?;
            return Some(Self::Crossing {
                region: Id::new(region)?,
                theme: Id::new(theme)?,
            });
        }
        let (event, id) = match rest.split_once('/') {
            Some((event, id)) => (Some(Id::new(event)?), id),
            None => (None, rest),
        };
        (event.is_some() == (kind.schema().home == Home::Event)).then_some(())?;
        Some(Self::Record {
            kind,
            event,
            id: Id::new(id)?,
        })
    }

    /// The same in the words of a language, for people: `vraag:2018-overijssel/x`.
    pub fn said(&self, language: Language) -> String {
        let name = self.to_string();
        let word = match self {
            Self::Record { kind, .. } => kind.schema().name.get(language),
            Self::Crossing { region, theme } => {
                let word = |kind: Kind| kind.schema().name.get(language);
                return format!(
                    "{}:{region}/{}:{theme}",
                    word(Kind::Region),
                    word(Kind::Theme)
                );
            }
            Self::Year(_) => both("jaar", "year").get(language),
        };
        name.split_once(':')
            .map_or_else(|| name.clone(), |(_, rest)| format!("{word}:{rest}"))
    }

    /// What it stands in: the event of a record, the region and the theme of a crossing.
    pub fn stands_in(&self) -> Vec<Self> {
        match self {
            Self::Record {
                event: Some(event), ..
            } => vec![Self::shared(Kind::Event, event)],
            Self::Crossing { region, theme } => vec![
                Self::shared(Kind::Region, region),
                Self::shared(Kind::Theme, theme),
            ],
            Self::Record { event: None, .. } | Self::Year(_) => Vec::new(),
        }
    }

    /// Its own id, where it has one.
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Record { id, .. } => Some(id),
            Self::Crossing { .. } | Self::Year(_) => None,
        }
    }

    /// Whether it is a record: only these have short links.
    pub fn is_record(&self) -> bool {
        matches!(self, Self::Record { .. })
    }
}

impl fmt::Display for What {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record {
                kind,
                event: Some(event),
                id,
            } => write!(formatter, "{}:{event}/{id}", kind.schema().name.en),
            Self::Record {
                kind,
                event: None,
                id,
            } => write!(formatter, "{}:{id}", kind.schema().name.en),
            Self::Crossing { region, theme } => write!(formatter, "region:{region}/theme:{theme}"),
            Self::Year(year) => write!(formatter, "year:{year:04}"),
        }
    }
}

/// The folder of short links, below the site's root.
pub const SHORT_FOLDER: &str = "d";
/// The fewest letters of a short link.
const SHORT_LENGTH: usize = 4;
/// Letters and digits that nobody confuses and that make no words: no vowels, and neither 0, 1 nor
/// l.
const SHORT_LETTERS: &[u8; 28] = b"23456789bcdfghjkmnpqrstvwxyz";

/// The word of a new short link: the same for the same name, unless it is taken. A taken one is
/// passed over; after a few, one letter more.
pub fn short_for(what: &What, taken: &dyn Fn(&str) -> bool) -> String {
    for attempt in 0_usize.. {
        let hash = blake3::hash(format!("{what}\n{attempt}").as_bytes());
        let length = SHORT_LENGTH + attempt / 8;
        let letter =
            |byte: &u8| char::from(SHORT_LETTERS[usize::from(*byte) % SHORT_LETTERS.len()]);
        let word: String = hash.as_bytes().iter().take(length).map(letter).collect();
        if !taken(&word) {
            return word;
        }
    }
    unreachable!("a longer word is free at last")
}

/// Whether a word can be a short link: what stands on paper is typed by hand.
fn is_short(word: &str) -> bool {
    (1..=32).contains(&word.len())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// What was promised of one record or page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What the addresses are of.
    pub of: Spanned<What>,
    /// The word of its short link.
    pub short: Option<Spanned<String>>,
    /// The addresses, below the site's root and ending in `/`, oldest first.
    pub addresses: Vec<Spanned<String>>,
}

/// Where something moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To another record or page.
    What(What),
    /// To an address of the site.
    Address(String),
}

/// What is something else now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What was there.
    pub from: Spanned<What>,
    /// What it is now.
    pub to: Spanned<Destination>,
}

/// What is no longer there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// What was there.
    pub what: Spanned<What>,
    /// Why.
    pub reason: Text,
    /// Where that is said, also in the other language.
    pub said_at: Vec<Span>,
    /// Since when.
    pub date: jiff::civil::Date,
    /// Whether its name and addresses are to go as well.
    pub forget: bool,
}

/// All of `addresses.toml`, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Promised {
    /// What was promised.
    pub promises: Vec<Promise>,
    /// What moved.
    pub moved: Vec<Moved>,
    /// What is gone.
    pub gone: Vec<Gone>,
    /// What was forgotten.
    pub forgotten: Vec<Forgotten>,
}

/// Reads `addresses.toml`. What cannot be read is reported; a site is then not built, so that no
/// promise is forgotten by a slip.
pub fn read(id: FileId, file: &SourceFile, language: Language) -> (Promised, Vec<Diagnostic>) {
    resolve(written(id, file, language))
}

/// The fields of `addresses.toml`, as they are written.
pub fn written(id: FileId, file: &SourceFile, language: Language) -> TomlFile {
    read_toml(
        id,
        &file.text,
        ADDRESSES,
        both("addresses.toml", "addresses.toml"),
        language,
    )
}

/// What the fields say.
pub fn resolve(file: TomlFile) -> (Promised, Vec<Diagnostic>) {
    let TomlFile {
        fields,
        mut diagnostics,
    } = file;
    let mut reading = Reading {
        diagnostics: &mut diagnostics,
    };
    let promises = fields
        .tables("promised")
        .iter()
        .filter_map(|row| reading.promise(row))
        .collect::<Vec<_>>();
    let moved = fields
        .tables("moved")
        .iter()
        .filter_map(|row| reading.moved(row))
        .collect::<Vec<_>>();
    let gone = fields
        .tables("gone")
        .iter()
        .filter_map(|row| reading.gone(row))
        .collect::<Vec<_>>();
    let forgotten = fields
        .tables("forgotten")
        .iter()
        .filter_map(|row| reading.forgotten(row))
        .collect::<Vec<_>>();
    let mut said = std::collections::HashMap::new();
    for what in moved
        .iter()
        .map(|moved| &moved.from)
        .chain(gone.iter().map(|gone| &gone.what))
    {
        if let Some(first) = said.insert(what.value.clone(), what.span) {
            diagnostics.push(
                Diagnostic::at(Code::SaidTwice, what.span)
                    .with("what", &what.value)
                    .note(first, NoteKind::FirstHere),
            );
        }
    }
    (
        Promised {
            promises,
            moved,
            gone,
            forgotten,
        },
        diagnostics,
    )
}

struct Reading<'a> {
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reading<'_> {
    fn what(&mut self, written: Option<Spanned<String>>) -> Option<Spanned<What>> {
        let Spanned { value, span } = written?;
        let what = What::parse(&value);
        if what.is_none() {
            self.diagnostics
                .push(Diagnostic::at(Code::BadReference, span).with("value", &value));
        }
        what.map(|what| Spanned::new(what, span))
    }

    fn address(&mut self, value: &str, span: Span) -> bool {
        let fits = is_address(value);
        if !fits {
            self.diagnostics
                .push(Diagnostic::at(Code::BadAlias, span).with("value", value));
        }
        fits
    }

    fn short(&mut self, short: &Spanned<String>) -> bool {
        let fits = is_short(&short.value);
        if !fits {
            self.diagnostics
                .push(Diagnostic::at(Code::BadShort, short.span).with("value", &short.value));
        }
        fits
    }

    fn promise(&mut self, row: &Fields) -> Option<Promise> {
        let of = self.what(row.line("of"))?;
        let short = row.line("short").filter(|short| self.short(short));
        let addresses = row
            .lines("addresses")
            .iter()
            .filter(|address| self.address(&address.value, address.span))
            .cloned()
            .collect();
        Some(Promise {
            of,
            short,
            addresses,
        })
    }

    fn moved(&mut self, row: &Fields) -> Option<Moved> {
        let from = self.what(row.line("from"));
        let written = row.line("to")?;
        let to = if written.value.starts_with('/') {
            self.address(&written.value, written.span)
                .then(|| written.clone().map(Destination::Address))
        } else {
            self.what(Some(written)).map(|to| to.map(Destination::What))
        };
        Some(Moved {
            from: from?,
            to: to?,
        })
    }

    fn gone(&mut self, row: &Fields) -> Option<Gone> {
        let what = self.what(row.line("what"))?;
        let (reason, said_at) = reason(row)?;
        let forget = row.bool("forget").is_some_and(|forget| forget.value);
        Some(Gone {
            what,
            reason,
            said_at,
            date: row.date("date")?.value,
            forget,
        })
    }

    fn forgotten(&mut self, row: &Fields) -> Option<Forgotten> {
        let shorts = row
            .lines("short")
            .iter()
            .filter(|short| self.short(short))
            .cloned()
            .collect();
        let marks = row
            .lines("marks")
            .iter()
            .map(|mark| mark.value.clone())
            .collect();
        Some(Forgotten {
            salt: row.line("salt")?.value,
            marks,
            shorts,
            reason: reason(row)?.0,
            date: row.date("date")?.value,
        })
    }
}

/// The reason that a row gives, and where.
fn reason(row: &Fields) -> Option<(Text, Vec<Span>)> {
    let reason = row.translated_line("reason")?;
    let said_at = std::iter::once(reason.original.span)
        .chain(reason.translation.as_ref().map(|line| line.span))
        .collect();
    Some((
        Text {
            original: reason.original.value.into(),
            translation: reason.translation.map(|line| line.value.into()),
        },
        said_at,
    ))
}

/// Whether an old address can be one of this site, and a file of its output on any system.
pub fn is_address(address: &str) -> bool {
    let Some(path) = address.strip_prefix('/') else {
        return false;
    };
    let is_part = |part: &str| {
        let escaped = part.to_ascii_lowercase();
        part != "."
            && part != ".."
            && part.len() <= 255
            && !["%2e", "%2f", "%5c", "%00"]
                .iter()
                .any(|code| escaped.contains(code))
    };
    let forbidden = |character: char| {
        character.is_control()
            || matches!(
                character,
                '?' | '#' | '\\' | ':' | '*' | '"' | '<' | '>' | '|'
            )
    };
    address.len() <= 1_000
        && !path.contains("//")
        && !path.starts_with('/')
        && !path.contains(forbidden)
        && path.split('/').all(is_part)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{What, short_for};

    #[test]
    fn a_name_reads_back_as_it_is_written() {
        for name in [
            "deal:2018-overijssel/samen-bijscholen",
            "event:2018-overijssel",
            "region:twente",
            "region:twente/theme:docenten",
            "year:2018",
        ] {
            assert_eq!(
                What::parse(name).map(|what| what.to_string()).as_deref(),
                Some(name)
            );
        }
        assert_eq!(
            What::parse("vraag:2018-overijssel/x"),
            What::parse("ask:2018-overijssel/x")
        );
        assert_eq!(
            What::parse("regio:twente/thema:docenten"),
            What::parse("region:twente/theme:docenten")
        );
        for wrong in [
            "",
            "deal",
            "deal:x",
            "region:a/b",
            "event:a/b",
            "year:18",
            "year:+018",
            "deal:../x",
            "deal:a/b/c",
            "javascript:x",
            "person:",
        ] {
            assert_eq!(What::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_short_link_is_the_same_for_the_same_name_and_never_taken_twice() {
        let mut taken = HashSet::new();
        for number in 0..20_000 {
            let what = What::parse(&format!("idea:2018-overijssel/idee-{number}")).expect("a name");
            let short = short_for(&what, &|word| taken.contains(word));
            assert_eq!(short, short_for(&what, &|word| taken.contains(word)));
            assert!(taken.insert(short), "every word is new");
        }
        assert!(
            taken.iter().filter(|short| short.len() == 4).count() > 19_900,
            "words stay short"
        );
    }
}
