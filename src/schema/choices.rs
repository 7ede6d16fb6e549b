//! The words that fields choose from: one row a word, with what it is called in Dutch and English
//! where it is written, and what readers are shown for it. A word that is put between others is
//! read, suggested, documented and shown by its own row; no position means anything elsewhere.

use crate::words::{Bilingual, Language, both};

/// One of a few words of a field.
pub trait Choice: Copy + Eq + 'static {
    /// Every value, in the order of [`WORDS`](Self::WORDS).
    const ALL: &'static [Self];
    /// The word of each value, as writers write it.
    const WORDS: &'static [Bilingual];

    /// What readers are shown; `None` for a value that says nothing to them, such as "other".
    fn label(self) -> Option<Bilingual>;

    /// The label in a language.
    fn label_in(self, language: Language) -> Option<&'static str> {
        self.label().map(|label| label.get(language))
    }

    /// The word of this value.
    fn word(self) -> Bilingual {
        let position = Self::ALL.iter().position(|value| *value == self);
        Self::WORDS[position.expect("every value has a row")]
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
            $($value:ident: $nl:literal $en:literal $(=> $label_nl:literal $label_en:literal)?;)*
        }
    )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "a value is what its word says")]
        pub enum $name { $($value),* }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$value),*];
            const WORDS: &'static [Bilingual] = &[$(both($nl, $en)),*];

            fn label(self) -> Option<Bilingual> {
                match self {
                    $(Self::$value => choices!(@label $($label_nl $label_en)?),)*
                }
            }
        }
    )* };
    (@label $nl:literal $en:literal) => { Some(both($nl, $en)) };
    (@label) => { None };
}

choices! {
    /// What became of an event. Not recorded is `None`.
    EventStatus {
        Held: "gehouden" "held" => "Gehouden" "Held";
        Planned: "gepland" "planned" => "Gepland" "Planned";
        Cancelled: "afgelast" "cancelled" => "Afgelast" "Cancelled";
        Moved: "verplaatst" "moved" => "Verplaatst" "Moved";
    }
    /// How people took part.
    Attendance {
        Onsite: "ter-plaatse" "onsite" => "Ter plaatse" "On site";
        Online: "online" "online" => "Online" "Online";
        Hybrid: "hybride" "hybrid" => "Ter plaatse en online" "On site and online";
    }
    /// How completely a kind of record was kept. Not said is `None`: what is there is taken for all
    /// there was, and nothing more is claimed.
    Completeness {
        All: "alle" "all";
        Some: "enkele" "some";
        None: "geen" "none";
    }
    /// Kinds of session.
    SessionKind {
        Plenary: "plenair" "plenary" => "Plenair" "Plenary";
        Talk: "lezing" "talk" => "Lezing" "Talk";
        Workshop: "workshop" "workshop" => "Workshop" "Workshop";
        Table: "tafel" "table" => "Tafel" "Table";
        Panel: "panel" "panel" => "Panel" "Panel";
        Break: "pauze" "break" => "Pauze" "Break";
        Other: "anders" "other";
    }
    /// What a speaker did.
    SpeakerPart {
        Speaker: "spreker" "speaker";
        Moderator: "gespreksleider" "moderator" => "Gespreksleider" "Moderator";
        Panel: "panel" "panel" => "Panel" "Panel";
        Host: "gastheer" "host" => "Gastheer" "Host";
    }
    /// How far an idea came.
    IdeaStatus {
        Proposed: "voorgesteld" "proposed" => "Voorgesteld" "Proposed";
        Adopted: "aangenomen" "adopted" => "Aangenomen" "Adopted";
        Done: "uitgevoerd" "done" => "Uitgevoerd" "Carried out";
        Dropped: "vervallen" "dropped" => "Vervallen" "Dropped";
    }
    /// How an ask or offer stands.
    LeadStatus {
        Open: "open" "open" => "Nog open" "Still open";
        Matched: "gekoppeld" "matched" => "Gekoppeld" "Matched";
        Closed: "gesloten" "closed" => "Gesloten" "Closed";
    }
    /// How a deal stands.
    DealStatus {
        Agreed: "afgesproken" "agreed" => "Afgesproken" "Agreed";
        Underway: "lopend" "underway" => "Loopt" "Under way";
        Done: "afgerond" "done" => "Klaar" "Done";
        Stopped: "gestopt" "stopped" => "Gestopt" "Stopped";
    }
    /// What the people in a photo said to its being shown.
    Consent {
        Yes: "ja" "yes";
        No: "nee" "no";
        NotNeeded: "niet-nodig" "not-needed";
    }
    /// Kinds of resource.
    ResourceKind {
        Slides: "presentatie" "slides" => "Presentatie" "Slides";
        Data: "gegevens" "data" => "Gegevens" "Data";
        Tool: "gereedschap" "tool" => "Gereedschap" "Tool";
        Video: "video" "video" => "Video" "Video";
        Document: "document" "document" => "Document" "Document";
        Other: "anders" "other" => "Materiaal" "Resource";
    }
    /// Kinds of region.
    RegionKind {
        Country: "land" "country" => "Land" "Country";
        Province: "provincie" "province" => "Provincie" "Province";
        Region: "regio" "region" => "Regio" "Region";
        Municipality: "gemeente" "municipality" => "Gemeente" "Municipality";
        District: "wijk" "district" => "Wijk" "District";
        Other: "anders" "other";
    }
    /// Kinds of organisation.
    OrganisationKind {
        School: "school" "school" => "School" "School";
        Company: "bedrijf" "company" => "Bedrijf" "Company";
        Government: "overheid" "government" => "Overheid" "Government";
        Sector: "branche" "sector" => "Branche" "Sector";
        Network: "netwerk" "network" => "Netwerk" "Network";
        Other: "anders" "other";
    }
    /// Kinds of series.
    SeriesKind {
        Yearly: "jaarlijks" "yearly" => "Elk jaar" "Every year";
        Programme: "programma" "programme" => "Programma" "Programme";
        Other: "anders" "other";
    }
}

impl Choice for Language {
    const ALL: &'static [Self] = &[Self::Nl, Self::En];
    const WORDS: &'static [Bilingual] = &[both("nl", "nl"), both("en", "en")];

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
pub const ANY_STATUS: &[Bilingual] =
    &joined::<11>([IdeaStatus::WORDS, LeadStatus::WORDS, DealStatus::WORDS]);

/// Three lists of words as one, whose length the compiler checks.
const fn joined<const LENGTH: usize>(lists: [&[Bilingual]; 3]) -> [Bilingual; LENGTH] {
    let mut all = [both("", ""); LENGTH];
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
