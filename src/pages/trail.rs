//! The way to a page: home, then the steps to it.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::context::Context;
use crate::pages::view::LocalText;
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::shared::Shared;

#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    pub label: LocalText,
    pub href: String,
}

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
