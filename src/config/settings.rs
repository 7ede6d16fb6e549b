//! The settings of `oogst.toml`, with their meaning: one table that reading and the reference in the
//! docs come from.

use super::compliance;
use crate::schema::{Field, Shape, config_field};
use crate::words::{Bilingual, both};

const RAW_HTML_WORDS: &[Bilingual] = &[both("getoond", "escaped"), both("gezuiverd", "sanitised")];

const STALE: &[Field] = &[config_field(
    "months",
    Shape::Integer(1, 1200),
    "Na hoeveel maanden zonder bericht een pagina dat zegt.",
    "After how many months without news a page says so.",
)];
const MAP: &[Field] = &[
    config_field(
        "file",
        Shape::Line,
        "De kaart: een GeoJSON-bestand in de map `content`.",
        "The map: a GeoJSON file in the folder `content`.",
    )
    .and_required(),
    config_field(
        "property",
        Shape::Line,
        "De eigenschap waaraan een vorm te herkennen is; zonder deze de `id` van de vorm.",
        "The property by which a shape is known; without it the shape's `id`.",
    ),
    config_field(
        "join",
        Shape::Line,
        "De code van een regio die daaraan gelijk is, zoals `cbs`; zonder deze de id van de regio.",
        "The code of a region that equals it, such as `cbs`; without it the region's id.",
    ),
];
const SEARCH: &[Field] = &[config_field(
    "enabled",
    Shape::Bool,
    "Of de site een zoekpagina heeft.",
    "Whether the site has a search page.",
)];
const SOCIAL: &[Field] = &[config_field(
    "enabled",
    Shape::Bool,
    "Of er kaarten voor andere sites komen.",
    "Whether cards for other sites are made.",
)];
const MARKDOWN: &[Field] = &[config_field(
    "html",
    Shape::Choice(RAW_HTML_WORDS),
    "Of HTML in teksten mag.",
    "Whether HTML is allowed in texts.",
)];

/// The settings of `oogst.toml`, with their meaning: the one table that reading and the reference
/// in the docs come from.
pub const SETTINGS: &[Field] = &[
    config_field(
        "title",
        Shape::Line,
        "De naam van de site.",
        "The site's name.",
    )
    .and_required()
    .and_translatable(),
    config_field(
        "base_url",
        Shape::Url,
        "Het adres waar de site komt te staan, met `https://`.",
        "The address the site will have, with `https://`.",
    )
    .and_as_written(),
    config_field(
        "description",
        Shape::Line,
        "Waar de site over gaat, in een zin.",
        "What the site is about, in one sentence.",
    )
    .and_translatable(),
    config_field(
        "language",
        Shape::Line,
        "De taal van de site: nl of en.",
        "The site's language: nl or en.",
    ),
    config_field(
        "languages",
        Shape::Lines,
        "Alle talen van de site; de eerste is de gewone.",
        "All languages of the site; the first is the usual one.",
    ),
    config_field(
        "theme",
        Shape::Id,
        "De vormgeving: een map onder `themes/`.",
        "The look: a folder under `themes/`.",
    ),
    config_field(
        "look",
        Shape::Codes,
        "De keuzes van de vormgeving: kleuren, logo, letters.",
        "The options of the look: colours, logo, fonts.",
    ),
    config_field(
        "social",
        Shape::Table(SOCIAL),
        "De kaarten die andere sites naast een link tonen.",
        "The cards that other sites show beside a link.",
    ),
    config_field(
        "time_zone",
        Shape::Line,
        "De tijdzone van alle tijden.",
        "The time zone of all times.",
    ),
    config_field(
        "publisher",
        Shape::Line,
        "Wie de site uitgeeft.",
        "Who publishes the site.",
    )
    .and_translatable(),
    config_field(
        "licence",
        Shape::Line,
        "Onder welke licentie de teksten staan.",
        "The licence of the texts.",
    )
    .and_translatable(),
    config_field(
        "routes",
        Shape::Codes,
        "Andere woorden in de adressen.",
        "Other words in addresses.",
    ),
    config_field(
        "map",
        Shape::Table(MAP),
        "De kaart van de regio’s.",
        "The map of the regions.",
    ),
    config_field(
        "privacy",
        Shape::Table(compliance::PRIVACY),
        "Wat er van mensen te zien mag zijn, en wat de pagina over privacy zegt.",
        "What may be shown of people, and what the page about privacy says.",
    ),
    config_field(
        "accessibility",
        Shape::Table(compliance::ACCESSIBILITY),
        "Wat de pagina over toegankelijkheid zegt.",
        "What the page about accessibility says.",
    ),
    config_field(
        "security",
        Shape::Table(compliance::SECURITY),
        "Waar mensen een lek melden.",
        "Where people report a leak.",
    ),
    config_field(
        "headers",
        Shape::Table(compliance::HEADERS),
        "Wat een server bij de bestanden zegt.",
        "What a server says along with the files.",
    ),
    config_field(
        "budget",
        Shape::Table(compliance::BUDGET),
        "Hoe zwaar pagina's mogen zijn; staat deze groep er, dan waarschuwt oogst.",
        "How heavy pages may be; where this group is given, oogst warns.",
    ),
    config_field(
        "stale",
        Shape::Table(STALE),
        "Wanneer nieuws oud is.",
        "When news is old.",
    ),
    config_field(
        "search",
        Shape::Table(SEARCH),
        "Zoeken in de site; staat aan, tenzij u het uitzet.",
        "Searching the site; on unless you turn it off.",
    ),
    config_field(
        "markdown",
        Shape::Table(MARKDOWN),
        "Hoe teksten gelezen worden.",
        "How texts are read.",
    ),
];
