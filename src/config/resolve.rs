//! From settings as written to settings that each have a value. What cannot be read keeps its usual
//! value and is reported.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use super::compliance::{self, text};
use super::needed::badly_written;
use super::publishing;
use super::resolved::{Config, MapFile};
use super::settings::NEEDED;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::id::Id;
use crate::markdown::RawHtml;
use crate::schema::TomlFile;
use crate::schema::choices::{Choice as _, Completeness};
use crate::schema::key;
use crate::schema::value::Fields;
use crate::source::{Span, Spanned};
use crate::words::messages::schema as messages;
use crate::words::{Language, Text, routes};

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

/// How completely the roles of speakers were recorded, as settings or an event say.
pub fn roles_recorded(fields: &Fields) -> Option<Completeness> {
    let recorded = fields.table(key::RECORDED)?.value;
    let roles = recorded.choice(key::ROLES)?;
    Completeness::ALL.get(roles.value).copied()
}

/// What the settings come to.
pub fn resolve(file: TomlFile) -> (Config, Vec<Diagnostic>) {
    let TomlFile {
        fields,
        mut diagnostics,
    } = file;
    let needed = fields.line(NEEDED);
    diagnostics.extend(needed.as_ref().and_then(badly_written));
    let languages = languages(&fields, &mut diagnostics);
    let time_zone = time_zone(&fields, &mut diagnostics);
    let routes = routes_of(&fields, &mut diagnostics);
    let base_url = base_url(&fields, &mut diagnostics);
    let base_path = base_url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
        .map(|(_, path)| format!("/{path}"))
        .unwrap_or_default();
    let (show_emails, show_phones) = shows_contacts(&fields);
    let config = Config {
        title: text(&fields, "title").unwrap_or_else(|| Text {
            original: "Oogst".into(),
            translation: None,
        }),
        roles: roles_recorded(&fields),
        social: !base_url.is_empty() && is_enabled(&fields, "social"),
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
        time_zone,
        publisher: text(&fields, "publisher"),
        licence: text(&fields, "licence"),
        routes,
        routes_span: fields.value_span("routes"),
        map: map(&fields),
        show_emails,
        show_phones,
        stale_months: stale_months(&fields),
        search: is_enabled(&fields, "search"),
        raw_html: raw_html(&fields),
        accepted: accepted(&fields),
        accessibility: compliance::accessibility(&fields),
        privacy: compliance::privacy(&fields),
        security: compliance::security(&fields, &mut diagnostics),
        header_files: compliance::header_files(&fields, &mut diagnostics),
        budget: compliance::budget(&fields),
        publish: publishing::places(&fields, &mut diagnostics),
    };
    (config, diagnostics)
}

/// The languages, the usual one first; Dutch where none is written.
fn languages(fields: &Fields, diagnostics: &mut Vec<Diagnostic>) -> Vec<Language> {
    let mut languages = Vec::new();
    let written = fields.line("language").into_iter();
    for Spanned { value, span } in written.chain(fields.lines("languages").iter().cloned()) {
        match Language::from_tag(&value) {
            Some(language) if !languages.contains(&language) => languages.push(language),
            Some(_) => {}
            None => {
                let unknown = Diagnostic::at(Code::UnknownLanguage, span);
                diagnostics.push(unknown.with("value", value));
            }
        }
    }
    if languages.is_empty() {
        languages.push(Language::Nl);
    }
    languages
}

fn time_zone(fields: &Fields, diagnostics: &mut Vec<Diagnostic>) -> String {
    let Some(zone) = fields.line("time_zone") else {
        return "Europe/Amsterdam".to_owned();
    };
    if TimeZone::get(&zone.value).is_err() {
        diagnostics
            .push(Diagnostic::at(Code::UnknownTimeZone, zone.span).with("value", &zone.value));
    }
    zone.value
}

/// The words of addresses that differ from the language's own.
fn routes_of(fields: &Fields, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Id> {
    let mut found = BTreeMap::new();
    for (name, word) in fields
        .codes("routes")
        .into_iter()
        .flat_map(|codes| codes.value)
    {
        match (Id::new(&word.value), routes::named(&name.value)) {
            (Some(id), Some(route)) => {
                found.insert(route.to_owned(), id);
            }
            (Some(_), None) => diagnostics.push(unknown_route(&name.value, name.span)),
            (None, _) => diagnostics.push(
                Diagnostic::at(Code::BadId, word.span)
                    .with("value", &word.value)
                    .suggest(Id::from_title(&word.value)),
            ),
        }
    }
    found
}

fn unknown_route(name: &str, span: Span) -> Diagnostic {
    let known: Vec<&str> = routes::names().collect();
    let diagnostic = Diagnostic::at(Code::UnknownKey, span)
        .with("kind", "`[routes]`")
        .with("key", name);
    match nearest(name, known.iter().copied()) {
        Some(nearest) => diagnostic.suggest(Some(nearest.to_owned())),
        None => {
            let known = known.join(", ");
            diagnostic.with("way", messages::choose_from(&known))
        }
    }
}

/// The address of the site's root, without a `/` at its end. Every address of the site begins with
/// it, so nothing of it may end what comes before the page's own path.
fn base_url(fields: &Fields, diagnostics: &mut Vec<Diagnostic>) -> String {
    let Some(url) = fields.line("base_url") else {
        return String::new();
    };
    let ends = |url: &str| {
        url.contains(['?', '#']) || url.split('/').any(|part| part == "." || part == "..")
    };
    if ends(&url.value) {
        let plain = url.value.split(['?', '#']).next();
        let suggestion = plain.filter(|plain| !ends(plain)).map(ToOwned::to_owned);
        diagnostics.push(
            Diagnostic::at(Code::BadUrl, url.span)
                .with("value", &url.value)
                .suggest(suggestion),
        );
    }
    url.value.trim_end_matches('/').to_owned()
}

fn map(fields: &Fields) -> Option<MapFile> {
    let table = fields.table("map")?.value;
    Some(MapFile {
        file: table.line("file")?,
        property: table.line("property"),
        join: table
            .line("join")
            .map(|join| join.value)
            .filter(|join| join != "id"),
    })
}

/// Whether a part of the site is on, which it is unless it is turned off.
fn is_enabled(fields: &Fields, part: &str) -> bool {
    fields
        .table(part)
        .and_then(|table| table.value.bool("enabled"))
        .is_none_or(|enabled| enabled.value)
}

fn stale_months(fields: &Fields) -> u32 {
    fields
        .table("stale")
        .and_then(|table| table.value.integer("months"))
        .and_then(|months| u32::try_from(months.value).ok())
        .unwrap_or(12)
}

/// Words that advice leaves alone: what is compared with them is in small letters too.
fn accepted(fields: &Fields) -> BTreeSet<String> {
    let texts = fields.table("texts").map(|table| table.value);
    let words = texts.iter().flat_map(|table| table.lines("accepted_words"));
    words
        .map(|words| words.value.trim().to_lowercase())
        .collect()
}

fn raw_html(fields: &Fields) -> RawHtml {
    let choice = fields
        .table("markdown")
        .and_then(|table| table.value.choice("html"));
    if choice.is_some_and(|choice| choice.value == 1) {
        RawHtml::Sanitised
    } else {
        RawHtml::Escaped
    }
}
