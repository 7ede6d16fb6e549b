//! The link stage: from records as written to the [`Report`], with every reference resolved both
//! ways.
//!
//! In goes what all files say, in the order of their paths; out come the report and everything that
//! is wrong or likely wrong with it. The stage never fails, reads nothing and prints nothing. Where
//! content is wrong the report holds what could be made of the rest: it is not published then, but
//! everything else that is wrong shows in the same run.

use jiff::civil::Date;

use super::belongings::add_belongings;
use super::by_name::add_places;
use super::correction::add_corrections;
use super::deal::{Deal, add_deals};
use super::event::Event;
use super::fields::key_word;
use super::files::Declared;
use super::gather::gather;
use super::lookup::Lookup;
use super::record_id::{DealId, EventId};
use super::registry::Registry;
use super::report::Report;
use super::{
    deal, event, figure, handed_out, idea, ids, lints, lints_of_today, matches, need, organisation,
    outcome, page, party_records, person, photo, published_files, quote, region, resource, rollup,
    series, session, speaker, text_links, theme, told_apart, unread, update,
};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::record::WrittenRecord;
use crate::pictures::media_file::MediaFiles;
use crate::schema::Kind;
use crate::schema::key;
use crate::source::{SourcePath, Span};
use crate::words::Language;
use crate::words::names::Collation;

/// What there is to link.
#[derive(Debug)]
pub struct LinkInput<'a> {
    /// The records of all files, in order of path, then position.
    pub records: Vec<WrittenRecord>,
    /// Pictures and attachments.
    pub media: &'a MediaFiles,
}

/// What is asked of linking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkOptions {
    /// Whether drafts are linked like all others.
    pub drafts: bool,
    /// The day of the build, by which warnings judge what is past. What is linked is the same on
    /// any day.
    pub today: Date,
}

/// Links everything.
pub fn link(
    input: LinkInput<'_>,
    config: &Config,
    options: LinkOptions,
) -> (Report, Vec<Diagnostic>) {
    let LinkInput { records, media } = input;
    let LinkOptions { drafts, today } = options;
    let language = config.language();
    let mut diagnostics = Vec::new();
    let gathered = gather(records, media, drafts, language, &mut diagnostics);
    let (registry, index) = ids::assign(gathered, drafts, config, &mut diagnostics);
    let mut lookup = Lookup::new(config, &registry, index, diagnostics);
    let Read {
        mut report,
        declared,
        status_places,
        recorded_speakers,
    } = read(&registry, &mut lookup, media);
    conclude(&mut report, &status_places, &mut lookup);
    let texts = text_links::check_texts(&report, &mut lookup, media, &declared);
    report.attachments = texts.attachments;
    report.site_links = texts.site_links;
    report.refused = declared.refused;
    report.published = published_files::published_files(&report, &registry, config);
    let mut diagnostics = lookup.diagnostics;
    told_apart::check_namesakes(&report, &registry, &lookup.named, &mut diagnostics);
    unread::check_unread(
        &registry,
        texts.named_files,
        media,
        config,
        &mut diagnostics,
    );
    lints_of_today::check_events(&report, &registry, today, language, &mut diagnostics);
    lints::check_events(
        &report,
        &registry,
        recorded_speakers,
        config,
        &mut diagnostics,
    );
    lints_of_today::check_years(&registry, today, &mut diagnostics);
    lints::check_doubles(&registry, language, &mut diagnostics);
    (report, diagnostics)
}

/// The records as read, and what later checks have to know of them.
struct Read {
    report: Report,
    declared: Declared,
    /// Where the status of each ask and offer is written.
    status_places: Vec<Option<Span>>,
    /// So many of the first speakers have a record of their own.
    recorded_speakers: usize,
}

/// Reads every record. Each kind finds what it refers to in the registry; only what is concluded
/// from other records needs an order: photos before the events that show them, events before what
/// falls back on their regions, asks and offers before deals.
fn read(registry: &Registry, lookup: &mut Lookup<'_>, media: &MediaFiles) -> Read {
    let regions = region::regions(lookup);
    let themes = theme::themes(lookup);
    let organisations = organisation::organisations(lookup);
    let people = person::people(lookup);
    let series = series::series(lookup);
    let pages = page::pages(lookup);
    let (photos, declared) = photo::photos(lookup, media);
    let mut events = event::events(lookup);
    let (sessions, speaker_places) = session::sessions(lookup, &mut events);
    let (speakers, recorded_speakers) =
        speaker::speakers(lookup, &mut events, &sessions, &speaker_places);
    let mut ideas = idea::ideas(lookup);
    let mut needs = need::needs(lookup);
    let mut deals = deal::deals(lookup, &needs);
    let outcomes = outcome::outcomes(lookup);
    let quotes = quote::quotes(lookup);
    let figures = figure::figures(lookup);
    let as_text = handed_out::as_text(registry, media);
    let mut resources = resource::resources(lookup, media, &as_text, &declared);
    resource::add_subjects(lookup, &mut resources);
    let (news, status_places) = update::add_updates(lookup, &mut ideas, &mut needs, &mut deals);
    add_corrections(lookup, &mut events);
    let report = Report {
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
        index: std::mem::take(&mut lookup.index),
        as_text,
        ..Report::default()
    };
    Read {
        report,
        declared,
        status_places,
        recorded_speakers,
    }
}

/// Adds what follows from the records together: what belongs to what, leads and their matches, what
/// rolls up where, and who did what.
fn conclude(report: &mut Report, status_places: &[Option<Span>], lookup: &mut Lookup<'_>) {
    let language = lookup.config.language();
    let collation = Collation::new(language);
    add_belongings(report);
    report.events_newest = rollup::events_newest(report);
    let ranks = ranks(&report.events, &report.events_newest);
    let newest_first = deals_newest_first(&report.deals, &ranks);
    add_deals(
        &report.deals,
        newest_first.into_iter(),
        &mut report.needs,
        &mut report.ideas,
    );
    matches::mark_leads(report, status_places, language, &mut lookup.diagnostics);
    matches::add_matches(report, &ranks, &lookup.affiliations);
    rollup::roll_up(report);
    add_places(report, &collation);
    party_records::add_records(report, &lookup.affiliations);
    party_records::add_people(report, &collation);
    party_records::add_series(report, &collation);
    report.totals = rollup::totals(report);
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
            .with("key", key_word(Kind::Photo, key::CONSENT, language)),
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
