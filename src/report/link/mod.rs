//! The link stage: from records as written to the [`Report`], with every reference resolved both
//! ways.
//!
//! In goes what all files say, in the order of their paths; out come the report and everything that
//! is wrong or likely wrong with it. The stage never fails, reads nothing and prints nothing. Where
//! content is wrong the report holds what could be made of the rest: it is not published then, but
//! everything else that is wrong shows in the same run.

mod circles;
mod events;
mod fields;
mod files;
mod gather;
mod handed_out;
mod ids;
mod leads;
mod likely;
mod lookup;
mod needs;
mod parties;
mod places;
mod programme;
mod records;
mod references;
mod rollup;
mod shared;
mod spelling;
mod status;
#[cfg(test)]
mod tests;
mod texts;
mod told;

use super::{Deal, DealId, Event, EventId, Report};
use crate::config::Config;
use crate::content::media::MediaFiles;
use crate::content::record::Record;
use crate::content::schema::Kind;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourcePath;
use crate::words::Language;
use crate::words::names::Collation;

/// What there is to link.
#[derive(Debug)]
pub struct Material<'a> {
    /// The records of all files, in order of path, then position.
    pub records: Vec<Record>,
    /// Pictures and attachments.
    pub media: &'a MediaFiles,
}

/// What is asked of linking.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LinkOptions {
    /// Whether drafts are linked like all others.
    pub drafts: bool,
}

/// Links everything.
#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
pub fn link(
    material: Material<'_>,
    config: &Config,
    options: LinkOptions,
) -> (Report, Vec<Diagnostic>) {
    let Material { records, media } = material;
    let LinkOptions { drafts } = options;
    let mut diagnostics = Vec::new();
    let gathered = gather::gather(records, media, drafts, config.language(), &mut diagnostics);
    let (rolls, index) = ids::assign(gathered, drafts, config, &mut diagnostics);
    let mut lookup = lookup::Lookup::new(config, &rolls, index, diagnostics);

    // Each kind finds what it refers to in the rolls; only what is concluded from other records
    // needs an order: photos before the events that show them, events before what falls back on
    // their regions, asks and offers before deals.
    let regions = shared::regions(&rolls, &mut lookup);
    let themes = shared::themes(&rolls, &mut lookup);
    let organisations = shared::organisations(&rolls, &mut lookup);
    let people = shared::people(&rolls, &mut lookup);
    let series = shared::series(&rolls, &mut lookup);
    let pages = shared::pages(&rolls, &mut lookup);
    let (photos, declared) = files::photos(&rolls, &mut lookup, media);
    let mut events = events::events(&rolls, &mut lookup);
    let (sessions, speaker_places) = programme::sessions(&rolls, &mut lookup, &mut events);
    let (speakers, recorded_speakers) =
        programme::speakers(&rolls, &mut lookup, &mut events, &sessions, &speaker_places);
    let known = needs::Known {
        events: &events,
        regions: &regions,
        themes: &themes,
    };
    let mut ideas = needs::ideas(&rolls, &mut lookup, known);
    let mut needs = needs::needs(&rolls, &mut lookup, &events);
    let mut deals = needs::deals(&rolls, &mut lookup, &needs, known);
    let outcomes = told::outcomes(&rolls, &mut lookup, &events);
    let quotes = told::quotes(&rolls, &mut lookup);
    let figures = told::figures(&rolls, &mut lookup, &events);
    let as_text = handed_out::as_text(&rolls, media);
    let mut resources = files::resources(&rolls, &mut lookup, media, &as_text, &declared);
    files::add_subjects(&rolls, &mut lookup, &mut resources);
    let corrections = told::corrections(&rolls, &mut lookup);
    let (news, status_places) = status::add_updates(
        &rolls,
        &mut lookup,
        &events,
        (&mut ideas, &mut needs, &mut deals),
    );
    for (event, correction) in corrections {
        events[event.index()].corrections.push(correction);
    }

    let index = std::mem::take(&mut lookup.index);
    let mut report = Report {
        events,
        sessions,
        speakers,
        ideas,
        needs,
        deals,
        outcomes,
        quotes,
        figures,
        photos,
        resources,
        regions,
        themes,
        people,
        organisations,
        series,
        pages,
        news,
        index,
        as_text,
        ..Report::default()
    };
    let collation = Collation::new(config.language());
    programme::add_belongings(&mut report);
    report.events_newest = rollup::events_newest(&report);
    let ranks = ranks(&report.events, &report.events_newest);
    let newest_first = deals_newest_first(&report.deals, &ranks);
    needs::add_deals(
        &report.deals,
        newest_first.into_iter(),
        &mut report.needs,
        &mut report.ideas,
    );
    leads::mark_leads(
        &mut report,
        &status_places,
        config.language(),
        &mut lookup.diagnostics,
    );
    leads::add_matches(&mut report, &ranks, &lookup.affiliations);
    rollup::roll_up(&mut report);
    rollup::add_places(&mut report, &collation);
    records::add_records(&mut report, &lookup.affiliations);
    records::add_people(&mut report, &collation);
    records::add_series(&mut report, &collation);
    report.totals = rollup::totals(&report);

    report.attachments = texts::check_texts(&report, &mut lookup, media, &declared);
    report.refused = declared.refused;
    let mut diagnostics = lookup.diagnostics;
    files::check_unread(&report, media, &mut diagnostics);
    likely::check_events(
        &report,
        &rolls,
        recorded_speakers,
        config.language(),
        &mut diagnostics,
    );
    likely::check_doubles(&rolls, config.language(), &mut diagnostics);
    (report, diagnostics)
}

/// A file outside the content that is a copy of a photo to which somebody said no; it may not be
/// published either.
pub fn copy_of_refused(
    report: &Report,
    file: &SourcePath,
    content: &[u8; 32],
    language: Language,
) -> Option<Diagnostic> {
    let diagnostic = Diagnostic::of_path(Code::SameAsRefused, file.clone()).with("file", file);
    Some(
        diagnostic
            .with("other", report.refused.get(content)?)
            .with("key", fields::key_word(Kind::Photo, "consent", language)),
    )
}

/// The place of each event in the order from new to old.
fn ranks(events: &[Event], newest: &[EventId]) -> Vec<u32> {
    let mut ranks = vec![0; events.len()];
    for (rank, event) in (0u32..).zip(newest) {
        ranks[event.index()] = rank;
    }
    ranks
}

fn deals_newest_first(deals: &[Deal], ranks: &[u32]) -> Vec<DealId> {
    let mut newest: Vec<DealId> = (0u32..)
        .zip(deals)
        .map(|(position, _)| DealId(position))
        .collect();
    newest.sort_by_key(|deal| (ranks[deals[deal.index()].event.index()], *deal));
    newest
}
