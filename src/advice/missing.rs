//! What readers will look for and not find: regions, themes, a status, a source, a publisher; and an
//! event that was held on a day to come.

use std::collections::HashMap;

use super::unfinished::alone;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::record::WrittenRecord;
use crate::pipeline::Study;
use crate::records::{Event, Need, Record as _, key_word};
use crate::schema::choices::{Choice as _, DealStatus, EventStatus};
use crate::schema::{Kind, key};
use crate::source::{Sources, Span};
use crate::words::dates::day_month_year;
use crate::words::unfinished::STARTER;
use crate::words::{Language, advice as words, phrase};

/// Records as written, by their place.
type ByPlace<'a> = HashMap<Span, &'a WrittenRecord>;

/// All that is missing of the records that are looked at.
pub(super) fn missing(
    study: &Study,
    written: &[&WrittenRecord],
    sources: &Sources,
) -> Vec<Diagnostic> {
    let by_place: ByPlace<'_> = written
        .iter()
        .map(|record| (record.span, *record))
        .collect();
    let mut found = settings(study, sources);
    for event in &study.report.events {
        found.extend(event_without_region(study, event, &by_place));
        found.extend(leads_without_place(study, event, &by_place));
        found.extend(deals_without_status(study, event));
    }
    for record in written.iter().filter(|record| !record.translation) {
        match record.kind {
            Kind::Event => found.extend(held_in_future(study, record)),
            Kind::Figure if !record.fields.was_meant(key::SOURCE) => {
                let key = word(study, Kind::Figure, key::SOURCE);
                found.push(Diagnostic::at(Code::FigureWithoutSource, record.span).with("key", key));
            }
            _ => {}
        }
    }
    found
}

/// The word for a field in the site's language.
fn word(study: &Study, kind: Kind, field: &str) -> &'static str {
    key_word(kind, field, study.config.language())
}

/// What the settings leave out, or left as the example had it.
fn settings(study: &Study, sources: &Sources) -> Vec<Diagnostic> {
    let (config, file) = (&study.config, study.settings);
    let mut found = Vec::new();
    if config.publisher.is_none() {
        found.push(Diagnostic::at(Code::NoPublisher, Span::new(file, 0..0)));
    }
    let publisher = config.publisher.as_ref().map(|text| &*text.original);
    let told = [
        Some(config.base_url.as_str()),
        Some(&*config.title.original),
        publisher,
    ];
    for said in told.into_iter().flatten() {
        let small = said.to_lowercase();
        let is_example = STARTER
            .iter()
            .any(|starter| alone(&small, starter).is_some());
        let text = &sources.file(file).text;
        if let Some(at) = text.find(said).filter(|_| is_example)
            && !config.accepted.contains(&small)
        {
            let place = Span::new(file, at..at + said.len());
            found.push(
                Diagnostic::at(Code::PlaceholderText, place)
                    .with("text", said)
                    .with("what", words::FROM_STARTER),
            );
        }
    }
    found
}

/// Whoever looks at the map or at a region does not find it.
fn event_without_region(
    study: &Study,
    event: &Event,
    by_place: &ByPlace<'_>,
) -> Option<Diagnostic> {
    let is_meant = by_place
        .get(&event.span)
        .is_none_or(|record| record.fields.was_meant(key::REGIONS));
    let has_regions = !study.report.regions.is_empty();
    (has_regions && event.regions.is_empty() && !is_meant).then(|| {
        Diagnostic::at(Code::EventWithoutRegion, event.span)
            .with("key", word(study, Kind::Event, key::REGIONS))
    })
}

/// An open ask or offer is matched by its region and theme. Told of once an event.
fn leads_without_place(study: &Study, event: &Event, by_place: &ByPlace<'_>) -> Option<Diagnostic> {
    let report = &study.report;
    // Whether a region and a theme are missing: a site without any asks for none, and an empty list
    // says that there is none.
    let lacks = |need: &Need| {
        let fields = &by_place.get(&need.span)?.fields;
        let (regions, themes) = need.places();
        let region =
            !report.regions.is_empty() && regions.is_empty() && !fields.was_meant(key::REGIONS);
        let theme =
            !report.themes.is_empty() && themes.is_empty() && !fields.was_meant(key::THEMES);
        (region || theme).then_some((region, theme))
    };
    let mut without = event
        .asks
        .iter()
        .chain(&event.offers)
        .map(|need| &report[*need])
        .filter(|need| need.lead && !need.inline)
        .filter_map(|need| Some((need, lacks(need)?)));
    let (first, (region, theme)) = without.next()?;
    let count = match 1 + without.count() {
        1 => words::ONE_OPEN.into(),
        several => words::many_open(&several),
    };
    let what = match (region, theme) {
        (true, true) => words::REGION_AND_THEME,
        (true, false) => words::REGION,
        (false, _) => words::THEME,
    };
    let keys: Vec<String> = [(region, key::REGIONS), (theme, key::THEMES)]
        .into_iter()
        .filter(|(is_missing, _)| *is_missing)
        .map(|(_, key)| format!("`{} = [\"…\"]`", word(study, first.kind(), key)))
        .collect();
    Some(
        Diagnostic::at(Code::OpenWithoutPlace, first.span)
            .with("count", count)
            .with("what", what)
            .with("keys", keys.join(", "))
            .with("empty", "[]"),
    )
}

/// Nobody sees whether it came to anything. Told of once an event.
fn deals_without_status(study: &Study, event: &Event) -> Option<Diagnostic> {
    let mut without = event
        .deals
        .iter()
        .map(|deal| &study.report[*deal])
        .filter(|deal| deal.status.is_none());
    let first = without.next()?;
    let count = match 1 + without.count() {
        1 => words::ONE_DEAL.into(),
        several => words::many_deals(&several),
    };
    let language = study.config.language();
    let known: Vec<String> = DealStatus::ALL
        .iter()
        .map(|status| format!("`{}`", status.word().get(language)))
        .collect();
    Some(
        Diagnostic::at(Code::DealWithoutStatus, first.span)
            .with("count", count)
            .with("key", word(study, Kind::Deal, key::STATUS))
            .with("known", known.join(", ")),
    )
}

/// An event cannot have been held on a day that is to come.
fn held_in_future(study: &Study, record: &WrittenRecord) -> Option<Diagnostic> {
    let fields = &record.fields;
    let status = fields.choice(key::STATUS)?;
    let date = fields.date(key::DATE)?;
    let is_held = EventStatus::ALL.get(status.value) == Some(&EventStatus::Held);
    let day = |language: Language| day_month_year(date.value, language);
    let planned = EventStatus::Planned.word().get(study.config.language());
    (is_held && date.value > study.today).then(|| {
        Diagnostic::at(Code::HeldInFuture, status.span)
            .with("date", phrase(day(Language::Nl), day(Language::En)))
            .with("key", word(study, Kind::Event, key::STATUS))
            .with("planned", planned)
    })
}
