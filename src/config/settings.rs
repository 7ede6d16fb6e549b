//! The settings of `oogst.toml`, with their meaning: one table that reading and the reference in the
//! docs come from.

use super::{compliance, publishing};
use crate::schema::choices::{AllowedWord, Choice as _, Completeness};
use crate::schema::key;
use crate::schema::{Field, Shape, file_field};
use crate::words::both;

const RAW_HTML_WORDS: &[AllowedWord] = &[
    AllowedWord::of(both("getoond", "escaped")),
    AllowedWord::of(both("gezuiverd", "sanitised")),
];

const STALE: &[Field] = &[file_field(
    "months",
    "maanden",
    Shape::Integer(1, 1200),
    "Na hoeveel maanden zonder bericht een pagina dat zegt.",
    "After how many months without news a page says so.",
)];
const MAP: &[Field] = &[
    file_field(
        "file",
        "bestand",
        Shape::Line,
        "De kaart: een GeoJSON-bestand in de map `content`.",
        "The map: a GeoJSON file in the folder `content`.",
    )
    .and_required(),
    file_field(
        "property",
        "eigenschap",
        Shape::Line,
        "De eigenschap waaraan een vorm te herkennen is; zonder deze de `id` van de vorm.",
        "The property by which a shape is known; without it the shape's `id`.",
    ),
    file_field(
        "join",
        "code",
        Shape::Line,
        "De code van een regio die daaraan gelijk is, zoals `cbs`; zonder deze de id van de regio.",
        "The code of a region that equals it, such as `cbs`; without it the region's id.",
    ),
];
const RECORDED: &[Field] = &[file_field(
    key::ROLES,
    "rollen",
    Shape::Choice(Completeness::WORDS),
    "Of van sprekers de rol is vastgelegd; bij `geen` of `enkele` vraagt oogst er niet naar.",
    "Whether the roles of speakers were recorded; with `none` or `some`, oogst does not ask for them.",
)];
const SEARCH: &[Field] = &[file_field(
    "enabled",
    "aan",
    Shape::Bool,
    "Of de site een zoekpagina heeft.",
    "Whether the site has a search page.",
)
.and_also("actief", "on")];
const SOCIAL: &[Field] = &[file_field(
    "enabled",
    "aan",
    Shape::Bool,
    "Of er kaarten voor andere sites komen.",
    "Whether cards for other sites are made.",
)
.and_also("actief", "on")];
const MARKDOWN: &[Field] = &[file_field(
    "html",
    "html",
    Shape::Choice(RAW_HTML_WORDS),
    "Of HTML in teksten mag.",
    "Whether HTML is allowed in texts.",
)];
const TEXTS: &[Field] = &[file_field(
    "accepted_words",
    "woorden_goed",
    Shape::Lines,
    "Woorden, namen en nummers die goed zijn zoals ze er staan: `oogst check --publish` zegt er niets van.",
    "Words, names and numbers that are right as they stand: `oogst check --publish` says nothing of them.",
)
.and_as_written()];

/// The setting with the version of oogst that a report needs.
pub(super) const NEEDED: &str = "oogst";

/// The settings of `oogst.toml`, with their meaning: the one table that reading and the reference
/// in the docs come from.
pub const SETTINGS: &[Field] = &[
    file_field(
        "title",
        "titel",
        Shape::Line,
        "De naam van de site.",
        "The site's name.",
    )
    .and_required()
    .and_also("naam sitenaam", "name site_name")
    .and_translatable(),
    file_field(
        "base_url",
        "webadres",
        Shape::Url,
        "Het adres waar de site komt te staan, met `https://`.",
        "The address the site will have, with `https://`.",
    )
    .and_also("adres url basis_url website", "url address")
    .and_as_written(),
    file_field(
        "description",
        "omschrijving",
        Shape::Line,
        "Waar de site over gaat, in een zin.",
        "What the site is about, in one sentence.",
    )
    .and_also("beschrijving ondertitel", "subtitle")
    .and_translatable(),
    file_field(
        "language",
        "taal",
        Shape::Line,
        "De taal van de site: nl of en.",
        "The site's language: nl or en.",
    )
    .and_also("hoofdtaal", "main_language"),
    file_field(
        "languages",
        "talen",
        Shape::Lines,
        "Alle talen van de site; de eerste is de gewone.",
        "All languages of the site; the first is the usual one.",
    ),
    file_field(
        "theme",
        "vormgeving",
        Shape::Id,
        "De vormgeving: een map onder `themes/`.",
        "The look: a folder under `themes/`.",
    )
    .and_also("thema stijl", "style"),
    file_field(
        "look",
        "keuzes",
        Shape::Codes,
        "De keuzes van de vormgeving: kleuren, logo, letters.",
        "The options of the look: colours, logo, fonts.",
    ),
    file_field(
        "social",
        "sociaal",
        Shape::Table(SOCIAL),
        "De kaarten die andere sites naast een link tonen.",
        "The cards that other sites show beside a link.",
    ),
    file_field(
        "time_zone",
        "tijdzone",
        Shape::Line,
        "De tijdzone van alle tijden.",
        "The time zone of all times.",
    )
    .and_also("", "timezone"),
    file_field(
        "publisher",
        "uitgever",
        Shape::Line,
        "Wie de site uitgeeft.",
        "Who publishes the site.",
    )
    .and_also("afzender organisatie maker", "organisation organization")
    .and_translatable(),
    file_field(
        "licence",
        "licentie",
        Shape::Line,
        "Onder welke licentie de teksten staan.",
        "The licence of the texts.",
    )
    .and_also("", "license")
    .and_translatable(),
    file_field(
        "routes",
        "adreswoorden",
        Shape::Codes,
        "Andere woorden in de adressen.",
        "Other words in addresses.",
    ),
    file_field(
        "map",
        "kaart",
        Shape::Table(MAP),
        "De kaart van de regio’s.",
        "The map of the regions.",
    ),
    file_field(
        "privacy",
        "privacy",
        Shape::Table(compliance::PRIVACY),
        "Wat er van mensen te zien mag zijn, en wat de pagina over privacy zegt.",
        "What may be shown of people, and what the page about privacy says.",
    ),
    file_field(
        "accessibility",
        "toegankelijkheid",
        Shape::Table(compliance::ACCESSIBILITY),
        "Wat de pagina over toegankelijkheid zegt.",
        "What the page about accessibility says.",
    ),
    file_field(
        "security",
        "beveiliging",
        Shape::Table(compliance::SECURITY),
        "Waar mensen een lek melden.",
        "Where people report a leak.",
    ),
    file_field(
        "headers",
        "headers",
        Shape::Table(compliance::HEADERS),
        "Wat een server bij de bestanden zegt.",
        "What a server says along with the files.",
    ),
    file_field(
        "budget",
        "budget",
        Shape::Table(compliance::BUDGET),
        "Hoe zwaar pagina's mogen zijn; staat deze groep er, dan waarschuwt oogst.",
        "How heavy pages may be; where this group is given, oogst warns.",
    ),
    file_field(
        key::RECORDED,
        "vastgelegd",
        Shape::Table(RECORDED),
        "Wat er van alle bijeenkomsten is vastgelegd, tenzij een bijeenkomst iets anders zegt.",
        "What was recorded of all events, unless an event says otherwise.",
    ),
    file_field(
        "stale",
        "verouderd",
        Shape::Table(STALE),
        "Wanneer nieuws oud is.",
        "When news is old.",
    )
    .and_also("oud", "old"),
    file_field(
        "search",
        "zoeken",
        Shape::Table(SEARCH),
        "Zoeken in de site; staat aan, tenzij u het uitzet.",
        "Searching the site; on unless you turn it off.",
    ),
    file_field(
        "markdown",
        "markdown",
        Shape::Table(MARKDOWN),
        "Hoe teksten gelezen worden.",
        "How texts are read.",
    ),
    file_field(
        "publish",
        "publicatie",
        Shape::Named(publishing::PLACE),
        "Waar de site komt te staan: `oogst publish --to website` zet hem in de groep met die naam.",
        "Where the site is to stand: `oogst publish --to website` puts it at the group of that name.",
    ),
    file_field(
        "texts",
        "teksten",
        Shape::Table(TEXTS),
        "Wat `oogst check --publish` van teksten zegt.",
        "What `oogst check --publish` says of texts.",
    ),
    file_field(
        NEEDED,
        NEEDED,
        Shape::Line,
        "De versie van oogst die dit verslag minstens nodig heeft, zoals `\"0.1\"`. Een oudere oogst zegt dan alleen dat u een nieuwere nodig hebt.",
        "The version of oogst that this report needs at least, such as `\"0.1\"`. An older oogst then only says that you need a newer one.",
    ),
];
