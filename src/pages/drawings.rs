//! Charts, and the numbers that they show.

use serde::Serialize;

use super::context::Context;
use super::list_words;
use super::local_text::LocalText;
use crate::plan::list::{List, ListKind, Narrow, Status};
use crate::plan::page::Page;
use crate::records::DealId;
use crate::words::Bilingual;
use crate::words::labels;

/// Bars beside their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// "Deals per stand".
    pub title: String,
    /// "Stand": the head of the names.
    pub names: &'static str,
    /// "Deals": the head of the numbers.
    pub numbers: &'static str,
    pub most: usize,
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    pub name: LocalText,
    pub href: Option<String>,
    pub number: usize,
}

/// The most bars of a chart.
const BARS: usize = 8;

/// How some deals stand; `None` where they stand in one way only, which a number says better.
pub(super) fn deals_by_status(
    context: Context<'_>,
    deals: &[DealId],
    listed: bool,
) -> Option<Chart> {
    let report = context.report;
    let mut bars: Vec<Bar> = Status::of_list(ListKind::Deals)
        .iter()
        .map(|status| {
            let stands = |deal: &DealId| Some(Status::of_deal(report[*deal].status?.status));
            let stand = deals.iter().filter(|deal| stands(deal) == Some(*status));
            let number = stand.count();
            let list = Page::first_of(ListKind::Deals, Narrow::Status(*status));
            Bar {
                name: context.own(status.label().get(context.language)),
                href: (listed && number > 0).then(|| context.href(list)),
                number,
            }
        })
        .collect();
    let unknown = deals
        .iter()
        .filter(|deal| report[**deal].status.is_none())
        .count();
    bars.push(Bar {
        name: context.own(labels::NOT_ON_RECORD.get(context.language)),
        href: None,
        number: unknown,
    });
    bars.retain(|bar| bar.number > 0);
    chart(
        labels::DEALS_BY_STATUS.get(context.language),
        context.words().standing,
        context.words().deals,
        bars,
    )
}

/// The charts above a whole list.
pub(super) fn charts(context: Context<'_>, kind: ListKind) -> Vec<Chart> {
    let report = context.report;
    if !matches!(kind, ListKind::Deals | ListKind::Ideas | ListKind::Leads) {
        return Vec::new();
    }
    let by_status = (kind == ListKind::Deals).then(|| {
        let deals = report.events.iter().flat_map(|event| &event.deals);
        deals_by_status(context, &deals.copied().collect::<Vec<_>>(), true)
    });
    let themes = report.top_themes.iter().copied().map(Narrow::Theme);
    let mut themes = bars(context, kind, themes);
    themes.sort_by_key(|bar| std::cmp::Reverse(bar.number));
    themes.truncate(BARS);
    let years = report.years.iter().map(|year| Narrow::Year(year.year));
    let mut years = bars(context, kind, years);
    years.truncate(BARS);
    years.reverse();
    let numbers = kind.word(context.words());
    let by = |what: Bilingual, names, bars| {
        let by = labels::BY.get(context.language);
        let title = format!("{numbers} {by} {}", what.get(context.language));
        chart(&title, names, numbers, bars)
    };
    [
        by_status.flatten(),
        by(labels::THEME_IN_SENTENCE, context.words().theme, themes),
        by(labels::YEAR_IN_SENTENCE, context.words().year, years),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many entries each of these leaves of a list, where it leaves any.
fn bars(context: Context<'_>, kind: ListKind, by: impl Iterator<Item = Narrow>) -> Vec<Bar> {
    let bar = |narrow| {
        let number = context.plan.lists.get(&List { kind, narrow })?.len();
        (number > 0).then_some(Bar {
            name: list_words::narrowed_by(context, narrow)?.name,
            href: Some(context.href(Page::first_of(kind, narrow))),
            number,
        })
    };
    by.filter_map(bar).collect()
}

fn chart(title: &str, names: &'static str, numbers: &'static str, bars: Vec<Bar>) -> Option<Chart> {
    let most = bars.iter().map(|bar| bar.number).max()?;
    (bars.len() > 1).then(|| Chart {
        title: title.to_owned(),
        names,
        numbers,
        most,
        bars,
    })
}
