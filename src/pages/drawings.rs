//! Maps and charts, and the counts that they and their tables show: never more than was recorded.

use serde::Serialize;

use super::cards::Tally;
use super::context::Context;
use super::local_text::LocalText;
use super::tags;
use crate::plan::list::{List, ListKind, Narrow, Status};
use crate::plan::page::Page;
use crate::records::{Completeness, DealId, ThemeId};
use crate::words::both;
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};

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

/// A count as it may be claimed: "3", "3+" where there may be more, "niet bijgehouden".
pub(super) fn tally(
    context: Context<'_>,
    noun: Noun,
    number: usize,
    kept: Option<Completeness>,
) -> Tally {
    let (figure, counted) = (
        count(number as u64, context.language),
        noun.counted(number, context.language),
    );
    match (kept, number) {
        (Some(Completeness::None), 0) => Tally {
            number,
            shown: phrases::not_kept(context.language).to_owned(),
            said: format!(
                "{}: {}",
                noun.all(context.language),
                phrases::not_kept(context.language)
            ),
            kept: false,
        },
        (Some(Completeness::Some | Completeness::None), 1..) => Tally {
            number,
            shown: format!("{figure}+"),
            said: phrases::at_least(&counted, context.language),
            kept: true,
        },
        _ => Tally {
            number,
            shown: figure,
            said: counted,
            kept: true,
        },
    }
}

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
            let number = deals
                .iter()
                .filter(|deal| {
                    report[**deal]
                        .status
                        .is_some_and(|now| Status::of_deal(now.status) == *status)
                })
                .count();
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
        name: context.own(both("Niet vastgelegd", "Not on record").get(context.language)),
        href: None,
        number: unknown,
    });
    bars.retain(|bar| bar.number > 0);
    chart(
        both("Deals naar stand", "Deals by status").get(context.language),
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
    let numbers = kind.word(context.words());
    let number = |narrow: Narrow| {
        context
            .plan
            .lists
            .get(&List { kind, narrow })
            .map_or(0, crate::plan::entries::Entries::len)
    };
    let bar = |narrow: Narrow, name: LocalText| Bar {
        name,
        href: Some(context.href(Page::first_of(kind, narrow))),
        number: number(narrow),
    };
    let mut charts = Vec::new();
    if kind == ListKind::Deals {
        let deals: Vec<DealId> = report
            .events
            .iter()
            .flat_map(|event| event.deals.iter().copied())
            .collect();
        charts.extend(deals_by_status(context, &deals, true));
    }
    let mut themes: Vec<ThemeId> = report
        .top_themes
        .iter()
        .copied()
        .filter(|theme| number(Narrow::Theme(*theme)) > 0)
        .collect();
    themes.sort_by_key(|theme| std::cmp::Reverse(number(Narrow::Theme(*theme))));
    let themes = themes
        .into_iter()
        .take(BARS)
        .map(|theme| bar(Narrow::Theme(theme), tags::theme_tag(context, theme).name))
        .collect();
    charts.extend(chart(
        &by(context, numbers, both("thema", "theme")),
        context.words().theme,
        numbers,
        themes,
    ));
    let years = report
        .years
        .iter()
        .filter(|year| number(Narrow::Year(year.year)) > 0)
        .take(BARS);
    let mut years: Vec<Bar> = years
        .map(|year| {
            bar(
                Narrow::Year(year.year),
                LocalText::name(&year.year.to_string()),
            )
        })
        .collect();
    years.reverse();
    charts.extend(chart(
        &by(context, numbers, both("jaar", "year")),
        context.words().year,
        numbers,
        years,
    ));
    charts
}

/// "Deals per thema".
fn by(context: Context<'_>, numbers: &str, what: crate::words::Bilingual) -> String {
    format!(
        "{numbers} {} {}",
        both("per", "by").get(context.language),
        what.get(context.language)
    )
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
