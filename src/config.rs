//! `oogst.toml` as resolved: every setting has its value, whether written or not.
//!
//! The file is read by a schema of its own, with the same reader as content, so that a typing
//! mistake in it gets the same kind of message.

mod duties;

use std::collections::BTreeMap;

pub use duties::{Accessibility, Budget, HeaderFile, PrivacyNotice, Security, is_email};

use crate::content::schema::{Field, Shape, config_field};
use crate::content::value::Fields;
use crate::content::{TomlFile, read_toml};
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::markdown::RawHtml;
use crate::source::{FileId, SourceFile, Span, Spanned};
use crate::words::{Bilingual, Language, Text, both};

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
        Shape::Table(duties::PRIVACY),
        "Wat er van mensen te zien mag zijn, en wat de pagina over privacy zegt.",
        "What may be shown of people, and what the page about privacy says.",
    ),
    config_field(
        "accessibility",
        Shape::Table(duties::ACCESSIBILITY),
        "Wat de pagina over toegankelijkheid zegt.",
        "What the page about accessibility says.",
    ),
    config_field(
        "security",
        Shape::Table(duties::SECURITY),
        "Waar mensen een lek melden.",
        "Where people report a leak.",
    ),
    config_field(
        "headers",
        Shape::Table(duties::HEADERS),
        "Wat een server bij de bestanden zegt.",
        "What a server says along with the files.",
    ),
    config_field(
        "budget",
        Shape::Table(duties::BUDGET),
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

/// The site's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of oogst.toml, and no two of them make one state"
)]
pub struct Config {
    /// The site's name.
    pub title: Text,
    /// The address of the site's root, without a `/` at the end: `https://school.nl/oogst`. Empty
    /// when none is given.
    pub base_url: String,
    /// The path of that address: `/oogst`, or empty.
    pub base_path: String,
    /// What the site is about.
    pub description: Option<Text>,
    /// Its languages, the usual one first: one or two.
    pub languages: Vec<Language>,
    /// The name of its look.
    pub look: Id,
    /// Where the look is named, for messages.
    pub look_span: Option<Span>,
    /// What is chosen of the look's options.
    pub chosen: Vec<(Spanned<String>, Spanned<String>)>,
    /// Whether social cards are drawn: they need whole addresses.
    pub social: bool,
    /// The IANA name of the time zone.
    pub time_zone: String,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// The licence of the texts.
    pub licence: Option<Text>,
    /// Words of addresses that differ from the language's own, by the name of the route.
    pub routes: BTreeMap<String, Id>,
    /// Where the routes are written, for messages.
    pub routes_span: Option<Span>,
    /// The map of the regions, where one is named.
    pub map: Option<MapFile>,
    /// Whether e-mail addresses in texts are shown.
    pub show_emails: bool,
    /// Whether phone numbers in texts are shown.
    pub show_phones: bool,
    /// After how many months without news a page says so.
    pub stale_months: u32,
    /// Whether the site can be searched.
    pub search: bool,
    /// HTML in texts.
    pub raw_html: RawHtml,
    /// What the page about accessibility says.
    pub accessibility: Accessibility,
    /// What the page about privacy says.
    pub privacy: PrivacyNotice,
    /// Where a leak is reported.
    pub security: Option<Security>,
    /// The files with headers that are asked for.
    pub header_files: Vec<HeaderFile>,
    /// How heavy files may be before the build warns.
    pub budget: Option<Budget>,
}

/// A map of the regions, and what joins its shapes to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFile {
    /// The file, named from `content/`.
    pub file: Spanned<String>,
    /// The property by which a shape is known; `None` for its own `id`.
    pub property: Option<Spanned<String>>,
    /// The code of a region that equals it; `None` for the region's id.
    pub join: Option<String>,
}

impl Config {
    /// The site's usual language.
    pub fn language(&self) -> Language {
        self.languages[0]
    }
}

/// The language that a config's text asks for, before it is read as a whole: the words it may use
/// depend on it.
pub fn language_of(text: &str) -> Language {
    let written = text.lines().find_map(|line| {
        let (key, value) = line.split_once('=')?;
        (key.trim() == "language" || key.trim() == "languages").then(|| {
            value
                .trim()
                .trim_start_matches('[')
                .trim()
                .trim_matches(|character| character == '"' || character == '\'')
                .get(..2)
                .map(ToOwned::to_owned)
        })?
    });
    written
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or(Language::Nl)
}

/// Reads the settings; what cannot be read keeps its usual value and is reported.
pub fn read(id: FileId, file: &SourceFile) -> (Config, Vec<Diagnostic>) {
    resolve(written(id, file))
}

/// The settings as they are written.
pub fn written(id: FileId, file: &SourceFile) -> TomlFile {
    read_toml(
        id,
        &file.text,
        SETTINGS,
        both("oogst.toml", "oogst.toml"),
        language_of(&file.text),
    )
}

/// Whether the settings let e-mail addresses and phone numbers be shown.
pub fn shows_contacts(fields: &Fields) -> (bool, bool) {
    let privacy = fields.table("privacy").map(|table| table.value);
    let shows = |key: &str| {
        privacy
            .as_ref()
            .and_then(|table| table.bool(key))
            .is_some_and(|value| value.value)
    };
    (shows("emails"), shows("phones"))
}

/// What the settings come to.
#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
pub fn resolve(file: TomlFile) -> (Config, Vec<Diagnostic>) {
    let TomlFile {
        fields,
        mut diagnostics,
    } = file;
    let mut languages = Vec::new();
    let mut take = |written: &str, span: Span| match Language::from_tag(written) {
        Some(language) if !languages.contains(&language) => languages.push(language),
        Some(_) => {}
        None => {
            diagnostics.push(Diagnostic::at(Code::UnknownLanguage, span).with("value", written));
        }
    };
    if let Some(language) = fields.line("language") {
        take(&language.value, language.span);
    }
    for language in fields.lines("languages") {
        take(&language.value, language.span);
    }
    if languages.is_empty() {
        languages.push(Language::Nl);
    }
    let time_zone = fields.line("time_zone");
    if let Some(zone) = &time_zone
        && jiff::tz::TimeZone::get(&zone.value).is_err()
    {
        diagnostics
            .push(Diagnostic::at(Code::UnknownTimeZone, zone.span).with("value", &zone.value));
    }
    let mut routes = BTreeMap::new();
    if let Some(written) = fields.codes("routes") {
        for (name, word) in &written.value {
            match Id::new(&word.value) {
                Some(id) if crate::words::routes::is_route(&name.value) => {
                    routes.insert(name.value.clone(), id);
                }
                Some(_) => {
                    let known: Vec<&str> = crate::words::routes::names().collect();
                    let nearest = crate::diagnostic::nearest(&name.value, known.iter().copied())
                        .map(ToOwned::to_owned);
                    let way = bilingual(
                        &format!("kies uit: {}", known.join(", ")),
                        &format!("choose from: {}", known.join(", ")),
                    );
                    let diagnostic = Diagnostic::at(Code::UnknownKey, name.span)
                        .with("kind", "`[routes]`")
                        .with("key", &name.value);
                    diagnostics.push(if nearest.is_some() {
                        diagnostic.suggest(nearest)
                    } else {
                        diagnostic.with("way", way)
                    });
                }
                None => {
                    let diagnostic =
                        Diagnostic::at(Code::BadId, word.span).with("value", &word.value);
                    diagnostics.push(diagnostic.suggest(Id::from_title(&word.value)));
                }
            }
        }
    }
    // Every address of the site begins with it, so nothing of it may end what comes before the
    // page's own path.
    let whole = fields.line("base_url");
    let ends = |url: &str| {
        url.contains(['?', '#']) || url.split('/').any(|part| part == "." || part == "..")
    };
    if let Some(url) = whole.as_ref().filter(|url| ends(&url.value)) {
        let plain = url
            .value
            .split(['?', '#'])
            .next()
            .filter(|plain| !ends(plain));
        let suggestion = plain.map(ToOwned::to_owned);
        diagnostics.push(
            Diagnostic::at(Code::BadUrl, url.span)
                .with("value", &url.value)
                .suggest(suggestion),
        );
    }
    let base_url = whole
        .map(|url| url.value.trim_end_matches('/').to_owned())
        .unwrap_or_default();
    let base_path = base_url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
        .map(|(_, path)| format!("/{path}"))
        .unwrap_or_default();
    let (show_emails, show_phones) = shows_contacts(&fields);
    let map = fields.table("map").and_then(|table| {
        Some(MapFile {
            file: table.value.line("file")?,
            property: table.value.line("property"),
            join: table
                .value
                .line("join")
                .map(|join| join.value)
                .filter(|join| join != "id"),
        })
    });
    let months = fields
        .table("stale")
        .and_then(|table| table.value.integer("months"))
        .and_then(|months| u32::try_from(months.value).ok());
    let html = fields
        .table("markdown")
        .and_then(|table| table.value.choice("html"))
        .map(|choice| choice.value);
    let has_address = !base_url.is_empty();
    let config = Config {
        title: text(&fields, "title").unwrap_or_else(|| Text {
            original: "Oogst".into(),
            translation: None,
        }),
        base_url,
        base_path,
        description: text(&fields, "description"),
        languages,
        look: fields
            .id("theme")
            .map_or_else(|| Id::new("default").expect("an id"), |id| id.value),
        look_span: fields.value_span("theme"),
        chosen: fields
            .codes("look")
            .map(|codes| codes.value)
            .unwrap_or_default(),
        social: has_address
            && fields
                .table("social")
                .and_then(|table| table.value.bool("enabled"))
                .is_none_or(|value| value.value),
        time_zone: time_zone.map_or_else(|| "Europe/Amsterdam".to_owned(), |zone| zone.value),
        publisher: text(&fields, "publisher"),
        licence: text(&fields, "licence"),
        routes,
        routes_span: fields.value_span("routes"),
        map,
        show_emails,
        show_phones,
        stale_months: months.unwrap_or(12),
        search: fields
            .table("search")
            .and_then(|table| table.value.bool("enabled"))
            .is_none_or(|enabled| enabled.value),
        raw_html: if html == Some(1) {
            RawHtml::Sanitised
        } else {
            RawHtml::Escaped
        },
        accessibility: duties::accessibility(&fields),
        privacy: duties::privacy(&fields),
        security: duties::security(&fields, &mut diagnostics),
        header_files: duties::header_files(&fields, &mut diagnostics),
        budget: duties::budget(&fields),
    };
    (config, diagnostics)
}

fn text(fields: &Fields, key: &str) -> Option<Text> {
    fields.translated_line(key).map(|line| Text {
        original: line.original.value.into(),
        translation: line.translation.map(|line| line.value.into()),
    })
}
