//! The choices of a whole list: as links with counts, and as an index for the look's module to
//! combine them with. Both are made from the narrowed lists themselves, so that they cannot say
//! otherwise than these.

use std::collections::HashMap;

use serde::Serialize;

use super::cards::More;
use super::context::Context;
use super::list_index::{IndexChoice, IndexGroup, ListIndex};
use super::sections::Count;
use super::{list_words, sections};
use crate::plan::entries::{Entries, region_tree, tree};
use crate::plan::list::{CARDS_LENGTH, List, ListKind, NAMES_LENGTH, NARROWED, Narrow, Status};
use crate::plan::page::Page;
use crate::words::dates;
use crate::words::labels;
use crate::words::numbers::count as figure;
use crate::words::phrases;
use crate::words::{Bilingual, Language};

/// A choice that narrows a list.
#[derive(Debug, Serialize)]
pub struct Narrowing {
    /// "Deals van één regio".
    pub label: String,
    /// At most 24: the largest.
    pub choices: Vec<Count>,
    /// Where the others are.
    pub more: Option<More>,
}

/// On the first page of a whole list of at most 5,000 entries: what its module needs to combine
/// choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choose {
    /// Where the index is, with a part of its hash: `/deals/index.json?v=1a2b3c4d`.
    pub index: String,
    /// What follows a count of one: "deal vastgelegd".
    pub one: String,
    /// What follows any other count: "deals vastgelegd; het kunnen er meer zijn".
    pub more: String,
}

/// One way to choose: its name, and each choice with how deep it lies below the top.
struct NarrowingWay {
    of: Bilingual,
    /// Of one of them: "van één regio".
    one: Bilingual,
    choices: Vec<(Narrow, usize)>,
}

/// The links that narrow a whole list, with how many entries each leaves. Regions and themes at
/// the top and one below it: the rest is found on their pages, and in the index.
pub(super) fn narrowings(context: Context<'_>, kind: ListKind) -> Vec<Narrowing> {
    if !NARROWED.contains(&kind) {
        return Vec::new();
    }
    ways(context, kind)
        .into_iter()
        .map(|way| narrowing(context, kind, way))
        .filter(|narrowing| !narrowing.choices.is_empty())
        .collect()
}

fn narrowing(context: Context<'_>, kind: ListKind, way: NarrowingWay) -> Narrowing {
    let report = context.report;
    let (others, all) = match way.choices.first().map(|(narrow, _)| *narrow) {
        Some(Narrow::Region(_)) => (ListKind::Regions, report.regions.len()),
        Some(Narrow::Theme(_)) => (ListKind::Themes, report.themes.len()),
        _ => (ListKind::Years, report.years.len()),
    };
    let mut choices: Vec<Count> = way
        .choices
        .into_iter()
        .filter(|(narrow, depth)| *depth < 2 || is_below_top(context, *narrow))
        .filter_map(|(narrow, _)| choice(context, kind, narrow))
        .collect();
    let more =
        (choices.len() > NAMES_LENGTH).then(|| sections::more(context, others, Narrow::No, all));
    if more.is_some() && others != ListKind::Years {
        choices.sort_by_key(|choice| std::cmp::Reverse(choice.count));
    }
    choices.truncate(NAMES_LENGTH);
    Narrowing {
        label: phrases::narrowed_to_one(kind.noun(), way.one, context.language),
        choices,
        more,
    }
}

/// Whether one of its parents is at the top: it may stand deeper, below the first of its
/// parents.
fn is_below_top(context: Context<'_>, narrow: Narrow) -> bool {
    let report = context.report;
    match narrow {
        Narrow::Region(region) => report[region]
            .parents
            .iter()
            .any(|parent| report[*parent].parents.is_empty()),
        Narrow::Theme(theme) => report[theme]
            .parents
            .iter()
            .any(|parent| report[*parent].parents.is_empty()),
        _ => false,
    }
}

fn choice(context: Context<'_>, kind: ListKind, narrow: Narrow) -> Option<Count> {
    let list = List { kind, narrow };
    let count = context.plan.lists.get(&list)?.len();
    let mut tag = list_words::narrowed_by(context, narrow)?;
    tag.href = context.href(Page::List(list, 1));
    Some(Count {
        tag,
        count,
        shown: figure(count as u64, context.language),
        said: phrases::only_these(kind.noun(), count, context.language),
    })
}

/// What the module of a whole list needs, where the list has an index.
pub(super) fn choose(context: Context<'_>, list: List, page: usize) -> Option<Choose> {
    let index = (list.narrow == Narrow::No && page == 1)
        .then(|| context.views.indexes.get(&(list.kind, context.language)))
        .flatten()?;
    let path = context.addresses().below(&context.addresses().list_index(
        context.report,
        list.kind,
        context.language,
    ));
    let version = blake3::Hash::from_bytes(*index.hash()).to_hex();
    let (one, more) = (
        list_words::list_noun(context, list, 1),
        list_words::list_noun(context, list, 2),
    );
    Some(Choose {
        index: format!("{path}?v={}", &version[..8]),
        one,
        more,
    })
}

/// The index of a whole list.
pub(super) fn list_index(context: Context<'_>, kind: ListKind) -> ListIndex {
    let whole = entries(context, List::whole(kind));
    let places: HashMap<u32, u32> = whole
        .iter()
        .zip(0..)
        .map(|(entry, place)| (*entry, place))
        .collect();
    let groups = ways(context, kind)
        .into_iter()
        .map(|way| index_group(context, kind, &way, &places))
        // Where every choice leaves everything, there is nothing to choose.
        .filter(|group| {
            group
                .choices
                .iter()
                .any(|choice| choice.at.len() < whole.len())
        })
        .collect();
    ListIndex {
        list: context.href(Page::first_of(kind, Narrow::No)),
        page: context.addresses().routes(context.language).page.clone(),
        length: CARDS_LENGTH,
        total: whole.len(),
        groups,
    }
}

/// A way to narrow a list, with the places of what each choice leaves.
fn index_group(
    context: Context<'_>,
    kind: ListKind,
    way: &NarrowingWay,
    places: &HashMap<u32, u32>,
) -> IndexGroup {
    let (language, other) = (context.language, context.language.other());
    let choice = |(narrow, depth): &(Narrow, usize)| {
        let list = List {
            kind,
            narrow: *narrow,
        };
        let at: Vec<u32> = entries(context, list)
            .iter()
            .filter_map(|entry| places.get(entry).copied())
            .collect();
        let name = list_words::narrowed_by(context, *narrow)
            .filter(|_| !at.is_empty())?
            .name;
        let id = choice_word(context, *narrow, language);
        let also = choice_word(context, *narrow, other);
        Some(IndexChoice {
            also: Some(also).filter(|also| *also != id),
            id,
            name: name.text,
            lang: name.lang,
            depth: *depth,
            at,
        })
    };
    let has_other = context.config.languages.contains(&other);
    IndexGroup {
        key: way_word(context, way, language),
        also: has_other.then(|| way_word(context, way, other)),
        label: way.of.get(language),
        choices: way.choices.iter().filter_map(choice).collect(),
    }
}

/// The entries of a list that the plan has, as plain positions.
fn entries(context: Context<'_>, list: List) -> Vec<u32> {
    match context.plan.lists.get(&list) {
        Some(Entries::Deals(deals)) => deals.iter().map(|deal| deal.0).collect(),
        Some(Entries::Ideas(ideas)) => ideas.iter().map(|idea| idea.0).collect(),
        Some(Entries::Needs(needs)) => needs.iter().map(|need| need.0).collect(),
        _ => Vec::new(),
    }
}

fn ways(context: Context<'_>, kind: ListKind) -> [NarrowingWay; 4] {
    let report = context.report;
    let regions = region_tree(report);
    let themes = tree(&report.top_themes, |theme| &report[theme].children);
    let (status, one_status) = match kind {
        ListKind::Leads => (labels::KIND, labels::OF_ONE_KIND),
        _ => (labels::STATUS, labels::OF_ONE_STATUS),
    };
    [
        NarrowingWay {
            of: labels::REGION,
            one: labels::OF_ONE_REGION,
            choices: regions
                .into_iter()
                .map(|(region, depth)| (Narrow::Region(region), depth))
                .collect(),
        },
        NarrowingWay {
            of: labels::THEME,
            one: labels::OF_ONE_THEME,
            choices: themes
                .into_iter()
                .map(|(theme, depth)| (Narrow::Theme(theme), depth))
                .collect(),
        },
        NarrowingWay {
            of: labels::YEAR,
            one: labels::OF_ONE_YEAR,
            choices: report
                .years
                .iter()
                .map(|year| (Narrow::Year(year.year), 0))
                .collect(),
        },
        NarrowingWay {
            of: status,
            one: one_status,
            choices: Status::of_list(kind)
                .iter()
                .map(|status| (Narrow::Status(*status), 0))
                .collect(),
        },
    ]
}

/// The word of a way to choose, in addresses.
fn way_word(context: Context<'_>, way: &NarrowingWay, language: Language) -> String {
    let routes = context.addresses().routes(language);
    match way.choices.first().map(|(narrow, _)| *narrow) {
        Some(Narrow::Region(_)) => routes.region.clone(),
        Some(Narrow::Theme(_)) => routes.theme.clone(),
        Some(Narrow::Year(_)) => routes.year.clone(),
        _ => routes.status.clone(),
    }
}

/// The word of a choice, in addresses.
fn choice_word(context: Context<'_>, narrow: Narrow, language: Language) -> String {
    match narrow {
        Narrow::Status(status) => status.route().get(language).to_owned(),
        Narrow::Region(region) => context.report[region].id.to_string(),
        Narrow::Theme(theme) => context.report[theme].id.to_string(),
        Narrow::Year(year) => dates::year(year),
        Narrow::No
        | Narrow::Event(_)
        | Narrow::Crossing(..)
        | Narrow::Person(_)
        | Narrow::Organisation(_) => String::new(),
    }
}

/// The same choice in the address of the whole list: `?regio=twente`.
pub(super) fn choice_query(context: Context<'_>, narrow: Narrow) -> Option<String> {
    let routes = context.addresses().routes(context.language);
    let key = match narrow {
        Narrow::Region(_) => &routes.region,
        Narrow::Theme(_) => &routes.theme,
        Narrow::Year(_) => &routes.year,
        Narrow::Status(_) => &routes.status,
        Narrow::No
        | Narrow::Event(_)
        | Narrow::Crossing(..)
        | Narrow::Person(_)
        | Narrow::Organisation(_) => return None,
    };
    Some(format!(
        "?{key}={}",
        choice_word(context, narrow, context.language)
    ))
}
