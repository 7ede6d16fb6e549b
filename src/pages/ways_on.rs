//! Where a reader can go on from an address that has nothing to read: what lies around it.

use std::collections::BTreeSet;

use super::cards::{Crumb, Tag};
use super::context::Context;
use super::local_text::LocalText;
use super::{tags, trail};
use crate::plan::Content;
use crate::plan::list::{List, Narrow};
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::words::dates;

/// The pages above an address, the nearest first; those that an event among them belongs to; home.
pub(super) fn around(context: Context<'_>, path: &str) -> Vec<Crumb> {
    let above = pages_above(context, path);
    let mut ways: Vec<Crumb> = above
        .iter()
        .filter_map(|page| named(context, *page))
        .collect();
    for page in &above {
        if let Page::Of(Subject::Event(event)) = page {
            let event = &context.report[*event];
            let series = event.series.map(|series| tags::page_tag(context, series));
            let regions = event.regions.iter();
            let regions = regions.map(|region| tags::page_tag(context, *region));
            ways.extend(series.into_iter().chain(regions).map(of_tag));
        }
    }
    ways.push(trail::home_crumb(context));
    let mut seen = BTreeSet::new();
    ways.retain(|way| seen.insert(way.href.clone()));
    ways
}

/// The pages of this language that stand at the addresses above one, the nearest first.
fn pages_above(context: Context<'_>, path: &str) -> Vec<Page> {
    let folders = path.trim_matches('/');
    let above = folders.match_indices('/').map(|(end, _)| &folders[..end]);
    let page_at = |folder: &str| {
        let file = format!("{folder}/index.html");
        let files = &context.plan.files;
        let found = files.binary_search_by(|planned| planned.path.as_str().cmp(&file));
        match files[found.ok()?].content {
            Content::Page(page, language) if language == context.language => Some(page),
            _ => None,
        }
    };
    let mut pages: Vec<Page> = above.filter_map(page_at).collect();
    pages.reverse();
    pages
}

fn named(context: Context<'_>, page: Page) -> Option<Crumb> {
    let label = match page {
        Page::Of(subject) => return Some(of_tag(tags::page_tag(context, subject))),
        Page::List(
            List {
                kind,
                narrow: Narrow::No | Narrow::Event(_),
            },
            _,
        ) => context.own(kind.word(context.words())),
        Page::Year(year) => LocalText::name(&dates::year(year)),
        _ => return None,
    };
    Some(Crumb {
        label,
        href: context.href(page),
    })
}

fn of_tag(tag: Tag) -> Crumb {
    Crumb {
        label: tag.name,
        href: tag.href,
    }
}
