//! The fields of `addresses.toml`.

use crate::schema::{Field, Shape, file_field};

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
