//! The whole of an event on one page, for paper. Its records are filled as for pages of their own;
//! here they get their place among the others: fragments, the table of contents, and addresses that
//! a reader of paper can type.

use jiff::civil::Date;
use serde::Serialize;

use super::context::Context;
use super::deal::DealView;
use super::event::EventView;
use super::head::{Head, PageHead};
use super::idea::IdeaView;
use super::local_text::LocalText;
use super::need::NeedView;
use super::print_names::{NameRow, names_in};
use super::session::SessionView;
use super::site::SiteHead;
use super::texts::Placement;
use super::{deal, event, idea, need, programme, session, trail};
use crate::plan::fragments::{fragment, idea_fragment, need_fragment, session_fragment};
use crate::plan::page::Page;
use crate::records::{EventId, IdeaId, NeedId, SessionId, Told};
use crate::stable_hash::Shared;
use crate::words::fragments::DEAL;
use crate::words::phrases;

/// `print.html`: an event with all its records in full, on one page.
#[derive(Debug, Serialize)]
pub struct PrintView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// The event as its own page shows it. Its programme, ideas, deals and leads may be cut short
    /// there; those below are whole.
    pub event: EventView,
    /// The address of the event's own page, whole where the site knows its own.
    pub address: String,
    /// "Stand van 14 maart 2024": the newest news of any of it.
    pub as_of: String,
    /// The parts that there are, in their order.
    pub contents: Vec<Chapter>,
    /// By day; a session that is part of another comes right after it.
    pub programme: Vec<PrintedDay>,
    /// Those written inside a deal among them.
    pub ideas: Vec<Printed<IdeaView>>,
    pub deals: Vec<Printed<DealView>>,
    /// All asks, then all offers; those written inside a deal stand there only.
    pub needs: Vec<Printed<NeedView>>,
    /// Whom and what the pages name, with the addresses of their own pages.
    pub names: Vec<NameRow>,
}

/// A part of the whole, and a line of its table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chapter {
    /// What it holds, and its fragment: `recap`, `speakers`, `quotes`, `programme`, `ideas`,
    /// `deals`, `needs`, `outcomes`, `figures`, `resources`, `photos`, `links`, `kept`, `sources`,
    /// `corrections`, `names`.
    pub id: &'static str,
    pub title: &'static str,
    pub lines: Vec<ContentsLine>,
}

/// A record in the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContentsLine {
    /// The fragment, without its `#`.
    pub id: String,
    pub title: LocalText,
}

/// A whole record among others.
#[derive(Debug, Serialize)]
pub struct Printed<T> {
    /// Its fragment on the page.
    pub id: String,
    /// The address of its own page, spelled out; `None` where it has none.
    pub address: Option<String>,
    pub whole: T,
}

#[derive(Debug, Serialize)]
pub struct PrintedDay {
    /// "dinsdag 30 oktober 2018"; `None` when the event has one day.
    pub label: Option<String>,
    pub sessions: Vec<Printed<SessionView>>,
}

pub(super) fn print(context: Context<'_>, id: EventId) -> PrintView {
    let report = context.report;
    let event = &report[id];
    let title = context.said_from(&event.title, event.language);
    let own = context.words().whole_report;
    let needs: Vec<NeedId> = event
        .asks
        .iter()
        .chain(&event.offers)
        .copied()
        .filter(|need| !report[*need].inline)
        .collect();
    let view = PrintView {
        site: context.site(),
        page: Head::new(context, "print", Page::Print(id), &title)
            .in_section("events")
            .behind(trail::event_trail(context, id))
            .in_full(format!("{} – {own}", title.text))
            .made(),
        event: event_on_paper(context, id),
        address: context.spelled_out(&context.href(id)),
        as_of: phrases::capitalised(&phrases::as_of(
            newest_of_event(context, id),
            context.language,
        )),
        contents: Vec::new(),
        programme: printed_programme(context, id),
        ideas: context.each(&event.ideas, printed_idea),
        deals: event
            .deals
            .iter()
            .map(|deal| (*deal, fragment(DEAL, &report[*deal].id, context.language)))
            .map(|(deal, id)| Printed {
                address: Some(context.spelled_out(&context.href(deal))),
                whole: deal::deal(context, deal, Placement::Among(&format!("in-{id}-"))),
                id,
            })
            .collect(),
        needs: context.each(&needs, printed_need),
        names: names_in(context, id),
    };
    PrintView {
        contents: contents(context, &view),
        ..view
    }
}

/// The event without the ways to its lists: all of them is here.
fn event_on_paper(context: Context<'_>, id: EventId) -> EventView {
    let mut event = event::event(context, id);
    for number in &mut event.numbers {
        number.href = None;
    }
    event
}

/// The sessions of each day, one after the other, whatever the number.
fn printed_programme(context: Context<'_>, id: EventId) -> Vec<PrintedDay> {
    programme::by_day(context, id, |session, day| {
        print_session(context, session, day);
    })
    .into_iter()
    .map(|(label, sessions)| PrintedDay { label, sessions })
    .collect()
}

/// A session, then those that are part of it.
fn print_session(context: Context<'_>, id: SessionId, printed: &mut Vec<Printed<SessionView>>) {
    let whole = session::session(
        context,
        id,
        Placement::Among(&format!(
            "in-{}-",
            session_fragment(context.report, id, context.language)
        )),
    );
    printed.push(Printed {
        id: whole.session.id.clone(),
        address: whole
            .session
            .href
            .as_ref()
            .map(|href| context.spelled_out(href)),
        whole,
    });
    for part in &context.report[id].parts {
        print_session(context, *part, printed);
    }
}

fn printed_idea(context: Context<'_>, id: IdeaId) -> Printed<IdeaView> {
    let idea = &context.report[id];
    let place = idea_fragment(context.report, id, context.language);
    Printed {
        address: (!idea.inline).then(|| context.spelled_out(&context.href(id))),
        whole: idea::idea(context, id, Placement::Among(&format!("in-{place}-"))),
        id: place,
    }
}

fn printed_need(context: Context<'_>, id: NeedId) -> Printed<NeedView> {
    let place = need_fragment(context.report, id, context.language);
    Printed {
        address: Some(context.spelled_out(&context.href(id))),
        whole: need::need(context, id, Placement::Among(&format!("in-{place}-"))),
        id: place,
    }
}

/// The parts that have something in them.
fn contents(context: Context<'_>, view: &PrintView) -> Vec<Chapter> {
    fn lines<T>(printed: &[Printed<T>], title: impl Fn(&T) -> &LocalText) -> Vec<ContentsLine> {
        let line = |one: &Printed<T>| ContentsLine {
            id: one.id.clone(),
            title: title(&one.whole).clone(),
        };
        printed.iter().map(line).collect()
    }
    let words = context.words();
    let event = &view.event;
    let has_photos = !event.photos.is_empty() || event.hero.is_some();
    let has_notes = !event.kept_notes.is_empty() || event.participants_note.is_some();
    let chapter =
        |id, title, is_there: bool, lines| is_there.then_some(Chapter { id, title, lines });
    let plain = |id, title, is_there| chapter(id, title, is_there, Vec::new());
    let listed = |id, title, lines: Vec<ContentsLine>| chapter(id, title, !lines.is_empty(), lines);
    [
        plain("recap", words.recap, event.text.is_some()),
        plain("speakers", words.speakers, !event.speakers.is_empty()),
        plain("quotes", words.quotes, !event.quotes.is_empty()),
        plain("programme", words.programme, !view.programme.is_empty()),
        listed("ideas", words.ideas, lines(&view.ideas, |idea| &idea.title)),
        listed("deals", words.deals, lines(&view.deals, |deal| &deal.title)),
        listed(
            "needs",
            words.asks_and_offers,
            lines(&view.needs, |need| &need.title),
        ),
        plain("outcomes", words.outcomes, !event.outcomes.is_empty()),
        plain("figures", words.figures, !event.figures.is_empty()),
        plain("resources", words.resources, !event.resources.is_empty()),
        plain("photos", words.photos, has_photos),
        plain("links", words.links, !event.links.is_empty()),
        plain("kept", words.kept, has_notes),
        plain("sources", words.sources, !event.sources.is_empty()),
        plain(
            "corrections",
            words.corrections,
            !event.corrections.is_empty(),
        ),
        plain("names", words.names, !view.names.is_empty()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The newest day that anything of an event is known of.
fn newest_of_event(context: Context<'_>, id: EventId) -> Date {
    let report = context.report;
    let event = &report[id];
    let mut newest = event.updated.or(event.published).unwrap_or(event.date);
    for record in [id.into()].into_iter().chain(report.of_event(id)) {
        report.record(record).tell(&mut |_, told| {
            if let Told::KnownOf(day) = told {
                newest = newest.max(day);
            }
        });
    }
    newest
}
