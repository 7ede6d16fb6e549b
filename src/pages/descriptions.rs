//! What search engines and previews of links show of a page besides its title: one sentence or
//! more, of the page's own facts, and of every page another.
//!
//! Nothing is told here that the page does not show itself, so that it is made again when that
//! changes.

use super::context::Context;
use super::{event_cards, status, tags};
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::records::{DealId, EventId, IdeaId, NeedId, Party, SessionId, Side};
use crate::words::labels;
use crate::words::phrases::{self, capitalised, listing, sentence};

/// The description of a page: its facts, then `own`, what it says of itself, or its title where that
/// is nothing; where there are no facts either, its full title and the site's.
pub(super) fn description(
    context: Context<'_>,
    page: Page,
    own: Option<String>,
    (title, full_title): (&str, &str),
) -> String {
    let own = own.filter(|own| !own.trim().is_empty());
    let facts = match page {
        Page::Of(subject) => facts(context, subject),
        _ => Vec::new(),
    };
    if !facts.is_empty() {
        let facts = facts.join(" ");
        return match own {
            Some(own) => format!("{facts} {own}"),
            None => format!("{title} – {facts}"),
        };
    }
    let site = || context.said(&context.config.title).text;
    match own {
        // What came of it, a kind or a role may be the same elsewhere.
        Some(own) if is_counted_or_named(page) => ended(format!("{title} – {own}")),
        Some(own) => own,
        None if full_title == site() => ended(site()),
        None => ended(format!("{full_title} – {}", site())),
    }
}

/// Whether a page says of itself what may be true of another one too: its counts, or what somebody
/// is.
fn is_counted_or_named(page: Page) -> bool {
    match page {
        Page::Crossing(..) | Page::Year(_) => true,
        Page::Of(subject) => matches!(
            subject,
            Subject::Region(_) | Subject::Theme(_) | Subject::Person(_) | Subject::Organisation(_)
        ),
        _ => false,
    }
}

/// With a full stop, where it has no sign of its own.
fn ended(text: String) -> String {
    if text.ends_with(['.', '!', '?', '…']) {
        text
    } else {
        text + "."
    }
}

/// What is known of a record, in short sentences.
fn facts(context: Context<'_>, subject: Subject) -> Vec<String> {
    match subject {
        Subject::Deal(id) => of_deal(context, id),
        Subject::Need(id) => of_need(context, id),
        Subject::Idea(id) => of_idea(context, id),
        Subject::Session(id) => of_session(context, id),
        _ => Vec::new(),
    }
}

fn of_deal(context: Context<'_>, id: DealId) -> Vec<String> {
    let deal = &context.report[id];
    let titles = |needs: &[NeedId]| -> Vec<String> {
        let report = context.report;
        needs
            .iter()
            .map(|need| {
                let need = &report[*need];
                context
                    .said_from(&need.title, report[need.event].language)
                    .text
            })
            .collect()
    };
    let mut said = vec![of_whom(
        context,
        context.words().deal,
        &deal.parties,
        deal.event,
    )];
    for (word, needs) in [(labels::ASKED, &deal.asks), (labels::OFFERED, &deal.offers)] {
        if !needs.is_empty() {
            let told = listing(&titles(needs), context.language);
            said.push(sentence(&format!("{}: {told}", word.get(context.language))));
        }
    }
    said.extend(status::deal_status(context, deal).map(|status| sentence(&status.label)));
    said
}

fn of_need(context: Context<'_>, id: NeedId) -> Vec<String> {
    let need = &context.report[id];
    let word = match need.side {
        Side::Ask => context.words().ask,
        Side::Offer => context.words().offer,
    };
    let mut said = vec![of_whom(context, word, &need.by, need.event)];
    said.extend(status::need_status(context, need).map(|status| sentence(&status.label)));
    said
}

fn of_idea(context: Context<'_>, id: IdeaId) -> Vec<String> {
    let idea = &context.report[id];
    let mut said = vec![of_whom(context, context.words().idea, &idea.by, idea.event)];
    said.extend(status::idea_status(context, idea).map(|status| sentence(&status.label)));
    said
}

fn of_session(context: Context<'_>, id: SessionId) -> Vec<String> {
    let session = &context.report[id];
    let word = context.label(session.kind);
    let word = word.unwrap_or_else(|| context.words().session.to_owned());
    let speakers = names(context, &session.speakers);
    let what = if session.speakers.is_empty() {
        word
    } else {
        phrases::with_somebody(&word, &speakers, context.language)
    };
    vec![at_event(context, &what, session.event)]
}

/// "Vraag van De Wilg, Techniekdag 2024, 7 november 2024."
fn of_whom(context: Context<'_>, word: &str, parties: &[Party], event: EventId) -> String {
    let word = capitalised(word);
    let what = if parties.is_empty() {
        word
    } else {
        phrases::of_somebody(&word, &names(context, parties), context.language)
    };
    at_event(context, &what, event)
}

fn names(context: Context<'_>, parties: &[Party]) -> String {
    let names: Vec<String> = parties
        .iter()
        .map(|party| tags::party(context, party).name.text.clone())
        .collect();
    listing(&names, context.language)
}

fn at_event(context: Context<'_>, what: &str, event: EventId) -> String {
    let event = event_cards::event_card(context, event);
    sentence(&format!("{what}, {}, {}", event.title.text, event.date))
}
