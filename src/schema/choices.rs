//! The words that fields choose from: one row a word, with what it is called in Dutch and English
//! where it is written, and what readers are shown for it. A word that is put between others is
//! read, suggested, documented and shown by its own row; no position means anything elsewhere.

use super::names::{RowNames, named};
use crate::words::{Bilingual, Language, both};

/// A word that a field may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllowedWord {
    /// The word in both languages.
    pub word: Bilingual,
    /// Other words that mean the same, apart by spaces.
    pub also: Bilingual,
}

impl AllowedWord {
    /// A word that no other stands for.
    pub const fn of(word: Bilingual) -> Self {
        Self {
            word,
            also: Bilingual::NOTHING,
        }
    }

    /// What it goes by.
    pub(crate) fn names(&self) -> RowNames {
        RowNames {
            own: self.word,
            also: self.also,
        }
    }
}

/// The words for true and false, in that order.
pub const TRUTH: &[AllowedWord] = &[
    AllowedWord {
        word: both("ja", "yes"),
        also: both("waar true aan", "true on"),
    },
    AllowedWord {
        word: both("nee", "no"),
        also: both("onwaar false uit", "false off"),
    },
];

/// The words for a field's allowed values as a list for people: "gehouden, gepland".
pub fn listed(choices: &[AllowedWord], language: Language) -> String {
    choices
        .iter()
        .map(|choice| choice.word.get(language))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The position of the word that somebody wrote, in either language, by its own word or another.
pub fn word_named(written: &str, words: &[AllowedWord], language: Language) -> Option<usize> {
    named(written, || words.iter().map(AllowedWord::names), language)
}

/// One of a few words of a field.
pub trait Choice: Copy + Eq + 'static {
    /// Every value, in the order of [`WORDS`](Self::WORDS).
    const ALL: &'static [Self];
    /// The word of each value, as writers write it.
    const WORDS: &'static [AllowedWord];

    /// What readers are shown; `None` for a value that says nothing to them, such as "other".
    fn label(self) -> Option<Bilingual>;

    /// The label in a language.
    fn label_in(self, language: Language) -> Option<&'static str> {
        self.label().map(|label| label.get(language))
    }

    /// The word of this value.
    fn word(self) -> Bilingual {
        let position = Self::ALL.iter().position(|value| *value == self);
        Self::WORDS[position.expect("every value has a row")].word
    }

    /// The value as a class of style sheets and a key of templates: its English word.
    fn key(self) -> &'static str {
        self.word().en
    }
}

macro_rules! choices {
    ($(
        $(#[$doc:meta])*
        $name:ident {
            $($value:ident: $nl:literal $en:literal $(or $also_nl:literal $also_en:literal)?
                $(=> $label_nl:literal $label_en:literal)?;)*
        }
    )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "a value is what its word says")]
        pub enum $name { $($value),* }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$value),*];
            const WORDS: &'static [AllowedWord] = &[$(AllowedWord {
                word: both($nl, $en),
                also: choices!(@also $($also_nl $also_en)?),
            }),*];

            fn label(self) -> Option<Bilingual> {
                match self {
                    $(Self::$value => choices!(@label $($label_nl $label_en)?),)*
                }
            }
        }
    )* };
    (@label $nl:literal $en:literal) => { Some(both($nl, $en)) };
    (@label) => { None };
    (@also $nl:literal $en:literal) => { both($nl, $en) };
    (@also) => { Bilingual::NOTHING };
}

choices! {
    /// What became of an event. Not recorded is `None`.
    EventStatus {
        Held: "gehouden" "held" or "geweest" "" => "Gehouden" "Held";
        Planned: "gepland" "planned" => "Gepland" "Planned";
        Cancelled: "afgelast" "cancelled" or "geannuleerd" "canceled" => "Afgelast" "Cancelled";
        Moved: "verplaatst" "moved" or "verzet" "postponed" => "Verplaatst" "Moved";
    }
    /// How people took part.
    Attendance {
        Onsite: "ter-plaatse" "onsite" or "fysiek op-locatie" "in-person" => "Ter plaatse" "On site";
        Online: "online" "online" => "Online" "Online";
        Hybrid: "hybride" "hybrid" => "Ter plaatse en online" "On site and online";
    }
    /// How completely a kind of record was kept. Not said is `None`: what is there is taken for all
    /// there was, and nothing more is claimed.
    Completeness {
        All: "alle" "all" or "alles volledig" "complete";
        Some: "enkele" "some" or "sommige deels" "partial";
        None: "geen" "none" or "niets" "nothing";
    }
    /// How a site gets to the place where it is published.
    PublishKind {
        Zip: "zip" "zip";
        Folder: "map" "folder";
        Sftp: "sftp" "sftp";
        Webdav: "webdav" "webdav";
        S3: "s3" "s3";
    }
    /// Kinds of session.
    SessionKind {
        Plenary: "plenair" "plenary" => "Plenair" "Plenary";
        Talk: "lezing" "talk" or "voordracht" "lecture" => "Lezing" "Talk";
        Workshop: "workshop" "workshop" => "Workshop" "Workshop";
        Table: "tafel" "table" or "tafelgesprek" "" => "Tafel" "Table";
        Panel: "panel" "panel" => "Panel" "Panel";
        Break: "pauze" "break" => "Pauze" "Break";
        Other: "anders" "other" or "overig" "";
    }
    /// What a speaker did.
    SpeakerPart {
        Speaker: "spreker" "speaker";
        Moderator: "gespreksleider" "moderator" or "dagvoorzitter" "chair" => "Gespreksleider" "Moderator";
        Panel: "panel" "panel" => "Panel" "Panel";
        Host: "gastheer" "host" => "Gastheer" "Host";
    }
    /// How far an idea came.
    IdeaStatus {
        Proposed: "voorgesteld" "proposed" => "Voorgesteld" "Proposed";
        Adopted: "aangenomen" "adopted" or "opgepakt" "accepted" => "Aangenomen" "Adopted";
        Done: "uitgevoerd" "done" or "gedaan" "" => "Uitgevoerd" "Carried out";
        Dropped: "vervallen" "dropped" => "Vervallen" "Dropped";
    }
    /// How an ask or offer stands.
    LeadStatus {
        Open: "open" "open" or "openstaand" "" => "Nog open" "Still open";
        Matched: "gekoppeld" "matched" => "Gekoppeld" "Matched";
        Closed: "gesloten" "closed" or "dicht" "" => "Gesloten" "Closed";
    }
    /// How a deal stands.
    DealStatus {
        Agreed: "afgesproken" "agreed" => "Afgesproken" "Agreed";
        Underway: "lopend" "underway" or "loopt bezig" "ongoing running in-progress" => "Loopt" "Under way";
        Done: "afgerond" "done" or "klaar gereed" "" => "Klaar" "Done";
        Stopped: "gestopt" "stopped" or "gestaakt" "" => "Gestopt" "Stopped";
    }
    /// What the people in a photo said to its being shown.
    Consent {
        Yes: "ja" "yes";
        No: "nee" "no";
        NotNeeded: "niet-nodig" "not-needed" or "nvt niet-van-toepassing" "na not-applicable";
    }
    /// Kinds of resource.
    ResourceKind {
        Slides: "presentatie" "slides" or "dias sheets powerpoint" "presentation" => "Presentatie" "Slides";
        Data: "gegevens" "data" or "data" "" => "Gegevens" "Data";
        Tool: "gereedschap" "tool" or "hulpmiddel" "" => "Gereedschap" "Tool";
        Video: "video" "video" => "Video" "Video";
        Document: "document" "document" => "Document" "Document";
        Other: "anders" "other" or "overig" "" => "Materiaal" "Resource";
    }
    /// Kinds of region.
    RegionKind {
        Country: "land" "country" => "Land" "Country";
        Province: "provincie" "province" => "Provincie" "Province";
        Region: "regio" "region" => "Regio" "Region";
        Municipality: "gemeente" "municipality" => "Gemeente" "Municipality";
        District: "wijk" "district" or "buurt" "neighbourhood" => "Wijk" "District";
        Other: "anders" "other" or "overig" "";
    }
    /// Kinds of organisation.
    OrganisationKind {
        School: "school" "school" => "School" "School";
        Company: "bedrijf" "company" or "onderneming" "business" => "Bedrijf" "Company";
        Government: "overheid" "government" => "Overheid" "Government";
        Sector: "branche" "sector" or "brancheorganisatie" "" => "Branche" "Sector";
        Network: "netwerk" "network" => "Netwerk" "Network";
        Other: "anders" "other" or "overig" "";
    }
    /// Kinds of series.
    SeriesKind {
        Yearly: "jaarlijks" "yearly" or "elk-jaar" "annual" => "Elk jaar" "Every year";
        Programme: "programma" "programme" => "Programma" "Programme";
        Other: "anders" "other" or "overig" "";
    }
}

impl Choice for Language {
    const ALL: &'static [Self] = &[Self::Nl, Self::En];
    const WORDS: &'static [AllowedWord] = &[
        AllowedWord {
            word: both("nl", "nl"),
            also: both("nederlands", "dutch"),
        },
        AllowedWord {
            word: both("en", "en"),
            also: both("engels", "english"),
        },
    ];

    fn label(self) -> Option<Bilingual> {
        None
    }
}

/// The status of a kind of record that goes on after its event.
pub trait StatusChoice: Choice {
    /// Whether more is to come, so that silence means something.
    fn is_running(self) -> bool;
}

impl StatusChoice for IdeaStatus {
    fn is_running(self) -> bool {
        matches!(self, Self::Proposed | Self::Adopted)
    }
}

impl StatusChoice for LeadStatus {
    fn is_running(self) -> bool {
        self == Self::Open
    }
}

impl StatusChoice for DealStatus {
    fn is_running(self) -> bool {
        matches!(self, Self::Agreed | Self::Underway)
    }
}

/// Every status that an update may carry: which one fits is checked when its record is known.
pub const ANY_STATUS: &[AllowedWord] =
    &joined::<11>([IdeaStatus::WORDS, LeadStatus::WORDS, DealStatus::WORDS]);

/// Three lists of words as one, whose length the compiler checks.
const fn joined<const LENGTH: usize>(lists: [&[AllowedWord]; 3]) -> [AllowedWord; LENGTH] {
    let mut all = [AllowedWord::of(Bilingual::NOTHING); LENGTH];
    let (mut list, mut place, mut filled) = (0, 0, 0);
    while list < lists.len() {
        if place < lists[list].len() {
            all[filled] = lists[list][place];
            (place, filled) = (place + 1, filled + 1);
        } else {
            (list, place) = (list + 1, 0);
        }
    }
    assert!(filled == LENGTH, "the length is that of all lists");
    all
}
