//! What programs for programmes call the parts of one, so that these are known in the site's own
//! words. All in small letters.

const BREAKS: &[&str] = &[
    "pauze",
    "koffiepauze",
    "theepauze",
    "lunchpauze",
    "koffie",
    "lunch",
    "diner",
    "break",
    "coffee break",
    "tea break",
    "lunch break",
    "coffee",
    "dinner",
];
const PLENARIES: &[&str] = &[
    "plenaire sessie",
    "plenary session",
    "plenum",
    "opening",
    "closing",
    "afsluiting",
];
const WORKSHOPS: &[&str] = &[
    "workshops",
    "tutorial",
    "hands-on",
    "masterclass",
    "training",
];
const PANELS: &[&str] = &[
    "panel discussion",
    "paneldiscussie",
    "panelgesprek",
    "podium",
    "debat",
    "debate",
];
const TABLES: &[&str] = &[
    "rondetafel",
    "ronde tafel",
    "roundtable",
    "round table",
    "tafelgesprek",
];
const TALKS: &[&str] = &[
    "presentatie",
    "presentation",
    "keynote",
    "lightning talk",
    "lightning_talk",
    "devroom",
    "maintrack",
    "vortrag",
    "referaat",
    "inleiding",
    "session",
    "sessie",
];

fn is_one_of(said: &str, words: &[&str]) -> bool {
    words.contains(&said.trim().to_lowercase().as_str())
}

/// Whether words name a break: of a sort, or as a title.
pub(crate) fn is_break(said: &str) -> bool {
    is_one_of(said, BREAKS)
}

/// Whether a sort is one for everybody.
pub(crate) fn is_plenary(said: &str) -> bool {
    is_one_of(said, PLENARIES)
}

/// Whether a sort is one in which people do something.
pub(crate) fn is_workshop(said: &str) -> bool {
    is_one_of(said, WORKSHOPS)
}

/// Whether a sort is a talk of some before others.
pub(crate) fn is_panel(said: &str) -> bool {
    is_one_of(said, PANELS)
}

/// Whether a sort is a talk around a table.
pub(crate) fn is_table(said: &str) -> bool {
    is_one_of(said, TABLES)
}

/// Whether a sort is a talk.
pub(crate) fn is_talk(said: &str) -> bool {
    is_one_of(said, TALKS)
}
