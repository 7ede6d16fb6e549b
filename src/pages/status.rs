//! How something stands, in words: the status, as of when, and whether it has been silent since.

use jiff::civil::Date;
use jiff::{Span as TimeSpan, ToSpan};
use serde::Serialize;

use super::cards::StatusLine;
use super::context::Context;
use super::local_text::{Html, LocalText};
use super::texts;
use super::texts::{Placement, TextPart};
use crate::plan::fragments::{fragment, of_day};
use crate::records::{
    Choice, Deal, DealId, EventId, EventStatus, Idea, IdeaId, LeadStatus, Need, NeedId,
    StatusChoice, Update,
};
use crate::words::dates::day_month_year;
use crate::words::fragments::NEWS;
use crate::words::labels;
use crate::words::{Bilingual, phrases, together};

/// How an event stands on the day of the build, where it is not simply one that was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EventStanding {
    /// Its day is still to come, or today.
    Coming,
    /// It was planned, its day has passed, and nobody wrote whether it was held.
    Unheard,
    /// It was called off.
    Cancelled,
    /// It was put off to another day.
    Moved,
}

/// How an event stands; `None` where it was held, or its day has passed and nothing else is on
/// record.
pub(super) fn event_standing(context: Context<'_>, id: EventId) -> Option<EventStanding> {
    let event = &context.report[id];
    let today = context.views.today;
    match event.status {
        Some(EventStatus::Held) => None,
        Some(EventStatus::Cancelled) => Some(EventStanding::Cancelled),
        Some(EventStatus::Moved) => Some(EventStanding::Moved),
        Some(EventStatus::Planned) if event.last_day() < today => Some(EventStanding::Unheard),
        Some(EventStatus::Planned) => Some(EventStanding::Coming),
        None => (event.date > today).then_some(EventStanding::Coming),
    }
}

/// How an event stands, for its cards.
pub(super) fn event_status_word(context: Context<'_>, id: EventId) -> Option<String> {
    let language = context.language;
    let status = match event_standing(context, id)? {
        EventStanding::Unheard => {
            return Some(phrases::planned_unheard(context.report[id].date, language));
        }
        EventStanding::Coming => EventStatus::Planned,
        EventStanding::Cancelled => EventStatus::Cancelled,
        EventStanding::Moved => EventStatus::Moved,
    };
    status.label_in(language).map(ToOwned::to_owned)
}

/// The same as a sentence, for its own page.
pub(super) fn event_notice(context: Context<'_>, id: EventId) -> Option<String> {
    let language = context.language;
    let date = context.report[id].date;
    Some(match event_standing(context, id)? {
        EventStanding::Coming => format!("{}.", phrases::planned_for(date, language)),
        EventStanding::Unheard => format!("{}.", phrases::planned_unheard(date, language)),
        EventStanding::Cancelled => labels::EVENT_CANCELLED.get(language).to_owned(),
        EventStanding::Moved => labels::EVENT_MOVED.get(language).to_owned(),
    })
}

/// A point of a timeline: a beginning, news, or a day by which something is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateRow {
    pub date: String,
    pub date_iso: String,
    /// `start`, `news`, `due` or, when that day is still to come, `ahead`.
    pub kind: &'static str,
    /// Whether it is the newest that is known.
    pub newest: bool,
    /// `done`, for a class.
    pub key: Option<&'static str>,
    /// "Klaar".
    pub status: Option<String>,
    pub text: Option<Html>,
    /// Where the news came from: words, or the site that `source_href` leads to.
    pub source: Option<LocalText>,
    pub source_href: Option<String>,
}

pub(super) fn deal_status(context: Context<'_>, deal: &Deal) -> Option<StatusLine> {
    let now = deal.status?;
    let newest = newest(now.as_of, &deal.updates);
    Some(status_line(
        context, now.status, now.as_of, newest, deal.due,
    ))
}

/// When a deal is due, and whether it is known to run: nothing is due any more of one that is
/// done or stopped.
pub(super) fn deal_due(deal: &Deal) -> Option<(Date, bool)> {
    let due = deal.due?;
    match deal.status {
        Some(now) => now.status.is_running().then_some((due, true)),
        None => Some((due, false)),
    }
}

pub(super) fn idea_status(context: Context<'_>, idea: &Idea) -> Option<StatusLine> {
    let now = idea.status?;
    let newest = newest(now.as_of, &idea.updates);
    Some(status_line(context, now.status, now.as_of, newest, None))
}

pub(super) fn need_status(context: Context<'_>, need: &Need) -> Option<StatusLine> {
    let now = need.status?;
    let newest = newest(now.as_of, &need.updates);
    let mut line = status_line(context, now.status, now.as_of, newest, None);
    // A stopped deal gives an ask back; a running one has taken it, whatever its own status
    // says.
    if now.status == LeadStatus::Open && !need.lead {
        line.key = LeadStatus::Matched.key();
        line.label = label(context, LeadStatus::Matched);
        line.silence = None;
    }
    Some(line)
}

/// Why somebody who reads of something that runs should know that nothing is heard of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    /// What was due by this day is not known to be done; whether there was news since.
    Overdue(Date, bool),
    /// No news since this day, which is long ago.
    Since(Date),
}

/// What has a status that may be old.
pub(super) trait Standing: Copy {
    /// Whether nothing is heard of it.
    fn silence(self, context: Context<'_>) -> Option<Silence>;
}

impl Standing for DealId {
    fn silence(self, context: Context<'_>) -> Option<Silence> {
        let deal = &context.report[self];
        let now = deal.status?;
        let newest = newest(now.as_of, &deal.updates);
        silence_of(context, now.status, newest, deal.due)
    }
}

impl Standing for IdeaId {
    fn silence(self, context: Context<'_>) -> Option<Silence> {
        let idea = &context.report[self];
        let now = idea.status?;
        let newest = newest(now.as_of, &idea.updates);
        silence_of(context, now.status, newest, None)
    }
}

impl Standing for NeedId {
    fn silence(self, context: Context<'_>) -> Option<Silence> {
        let need = &context.report[self];
        let now = need.status.filter(|_| need.lead)?;
        let newest = newest(now.as_of, &need.updates);
        silence_of(context, now.status, newest, None)
    }
}

/// Of how many of these nothing is heard, in a sentence for all of them: so that many cards
/// together do not each say it.
pub(super) fn silent_among<Id: Standing>(context: Context<'_>, all: &[Id]) -> Option<String> {
    let (mut quiet, mut overdue) = (0, 0);
    for silence in all.iter().filter_map(|id| id.silence(context)) {
        match silence {
            Silence::Since(_) => quiet += 1,
            Silence::Overdue(..) => overdue += 1,
        }
    }
    let months = context.config.stale_months;
    together::silent_among(quiet, overdue, all.len(), months, context.language)
}

/// "Loopt".
fn label(context: Context<'_>, status: impl Choice) -> String {
    status
        .label_in(context.language)
        .unwrap_or_default()
        .to_owned()
}

fn status_line<S: StatusChoice>(
    context: Context<'_>,
    status: S,
    as_of: Date,
    newest: Date,
    due: Option<Date>,
) -> StatusLine {
    let silence = silence_of(context, status, newest, due);
    let due = due.filter(|due| status.is_running() && *due >= context.views.today);
    StatusLine {
        key: status.key(),
        label: label(context, status),
        as_of: phrases::as_of(as_of.max(newest), context.language),
        due: due.map(|due| phrases::due_on(due, context.language)),
        silence: silence.map(|silence| match silence {
            Silence::Overdue(due, news) => phrases::overdue(due, news, context.language),
            Silence::Since(newest) => phrases::no_news_since(newest, context.language),
        }),
    }
}

/// What the silence since the newest news means on the day of the build.
fn silence_of<S: StatusChoice>(
    context: Context<'_>,
    status: S,
    newest: Date,
    due: Option<Date>,
) -> Option<Silence> {
    let today = context.views.today;
    if !status.is_running() {
        return None;
    }
    if let Some(due) = due.filter(|due| *due < today) {
        return Some(Silence::Overdue(due, newest > due));
    }
    let months: TimeSpan = i64::from(context.config.stale_months).months();
    let old = newest.checked_add(months).is_ok_and(|limit| limit < today);
    old.then_some(Silence::Since(newest))
}

/// What happened to a record and what is due, newest first. A beginning alone is no timeline:
/// that stands among the facts.
pub(super) fn timeline<S: StatusChoice>(
    context: Context<'_>,
    updates: &[Update<S>],
    event: EventId,
    start: (Date, Bilingual),
    due: Option<(Date, bool)>,
    placement: Placement<'_>,
) -> Vec<UpdateRow> {
    if updates.is_empty() && due.is_none() {
        return Vec::new();
    }
    let point = |date: Date, kind: &'static str, words: &str| UpdateRow {
        date: day_month_year(date, context.language),
        date_iso: date.to_string(),
        kind,
        newest: false,
        key: None,
        status: Some(words.to_owned()),
        text: None,
        source: None,
        source_href: None,
    };
    let (began, word) = start;
    let mut points: Vec<(Date, UpdateRow)> =
        vec![(began, point(began, "start", word.get(context.language)))];
    points.extend(updates.iter().enumerate().map(|(index, update)| {
        let before = updates[..index].iter();
        let before = before.filter(|other| other.date == update.date).count();
        (update.date, news(context, before, update, event, placement))
    }));
    if let Some((due, runs)) = due {
        let (kind, word) = match (due >= context.views.today, runs) {
            (true, _) => ("ahead", labels::TO_BE_DONE),
            (false, true) => ("due", labels::WAS_DUE),
            (false, false) => ("due", labels::WAS_TO_BE_DONE),
        };
        points.push((due, point(due, kind, word.get(context.language))));
    }
    if let Some((_, newest)) = points
        .iter_mut()
        .filter(|(_, point)| point.kind == "news")
        .last()
    {
        newest.newest = true;
    }
    // Oldest first and then turned, so that of one day the last written stands on top.
    points.sort_by_key(|(date, _)| *date);
    points.into_iter().rev().map(|(_, point)| point).collect()
}

/// A row of news; `before` is how much of it is of the same day and was written before it.
fn news<S: StatusChoice>(
    context: Context<'_>,
    before: usize,
    update: &Update<S>,
    event: EventId,
    placement: Placement<'_>,
) -> UpdateRow {
    let part = fragment(NEWS, of_day(update.date, before), context.language);
    let address = update.source.as_deref().filter(|source| is_address(source));
    UpdateRow {
        date: day_month_year(update.date, context.language),
        date_iso: update.date.to_string(),
        kind: "news",
        newest: false,
        key: update.status.map(Choice::key),
        status: update.status.map(|status| label(context, status)),
        text: update.text.as_ref().map(|text| {
            texts::text_of(
                context,
                text,
                update.event.unwrap_or(event),
                placement,
                4,
                TextPart::Within(&part),
            )
        }),
        source: match address {
            Some(address) => Some(context.as_written(host(address), context.language)),
            None => update.source.as_ref().map(|source| {
                context.as_written(
                    source,
                    texts::written_in(context, update.event.or(Some(event))),
                )
            }),
        },
        source_href: address.map(ToOwned::to_owned),
    }
}

/// Whether words are an address on the web and nothing else.
fn is_address(words: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        words
            .strip_prefix(scheme)
            .is_some_and(|rest| rest.contains('.'))
    }) && !words.contains(|character: char| {
        character.is_whitespace() || character.is_control() || "\"<>\\^`{|}".contains(character)
    })
}

/// The site of an address, as readers know it.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let site = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    site.strip_prefix("www.").unwrap_or(site)
}

/// The day of the newest news.
fn newest<S>(as_of: Date, updates: &[Update<S>]) -> Date {
    updates
        .iter()
        .map(|update| update.date)
        .fold(as_of, Date::max)
}
