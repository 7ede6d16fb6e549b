//! The way to a page: home, then the steps to it.

use super::card_cache::EVENT_LISTS;
use super::cards::Crumb;
use super::context::Context;
use super::tags;
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::records::EventId;
use crate::stable_hash::Shared;

/// The way to a page: home, then the given steps.
pub(super) fn trail(context: Context<'_>, steps: Vec<Crumb>) -> Vec<Shared<Crumb>> {
    std::iter::once(home_crumb(context))
        .chain(steps)
        .map(Shared::new)
        .collect()
}

pub(super) fn home_crumb(context: Context<'_>) -> Crumb {
    Crumb {
        label: context.own(context.words().home),
        href: context.href(Page::Home),
    }
}

pub(super) fn list_crumb(context: Context<'_>, kind: ListKind) -> Crumb {
    let page = Page::first_of(kind, Narrow::No);
    Crumb {
        label: context.own(kind.word(context.words())),
        href: context.href(page),
    }
}

/// Home, the list of the whole site that a record stands in, the record.
pub(super) fn record_in_list(
    context: Context<'_>,
    kind: ListKind,
    record: impl Into<Subject>,
) -> Vec<Shared<Crumb>> {
    let tag = tags::page_tag(context, record);
    let record = Crumb {
        label: tag.name,
        href: tag.href,
    };
    trail(context, vec![list_crumb(context, kind), record])
}

/// Home, the events, this event.
pub(super) fn event_trail(context: Context<'_>, id: EventId) -> Vec<Shared<Crumb>> {
    let made = || {
        let event = tags::event_tag(context, id);
        let event = Crumb {
            label: event.name.clone(),
            href: event.href.clone(),
        };
        [
            home_crumb(context),
            list_crumb(context, ListKind::Events),
            event,
        ]
        .map(Shared::new)
    };
    context.cards().event_trails[id.index()]
        .get_or_init(made)
        .to_vec()
}

/// Home, the events, the event, its list of the kind.
pub(super) fn record_trail(
    context: Context<'_>,
    event: EventId,
    kind: ListKind,
) -> Vec<Shared<Crumb>> {
    let made = || {
        let list = Page::first_of(kind, Narrow::Event(event));
        Shared::new(Crumb {
            label: context.own(kind.word(context.words())),
            href: context.href(list),
        })
    };
    let mut trail = event_trail(context, event);
    let place = EVENT_LISTS.iter().position(|listed| *listed == kind);
    trail.push(place.map_or_else(made, |place| {
        context.cards().event_lists[event.index()][place]
            .get_or_init(made)
            .clone()
    }));
    trail
}
