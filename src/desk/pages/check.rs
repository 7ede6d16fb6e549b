//! What a check before publishing finds, in its groups, each with the way to the form where it is
//! mended.

use std::collections::HashMap;

use super::layout::{DeskPage, Surroundings};
use super::rows::{marked, short_title};
use crate::advice::AdviceGroup;
use crate::desk::addresses;
use crate::desk::html::DeskHtml;
use crate::desk::survey::{DeskFinding, Survey};
use crate::diagnostic::{Code, printed};
use crate::words::Bilingual;
use crate::words::desk as words;

/// So many of one kind are shown; of more, it is said how many.
const MOST_OF_KIND: usize = 25;

/// The groups, in their order: what is wrong or likely wrong first.
const GROUPS: [Option<AdviceGroup>; 6] = [
    None,
    Some(AdviceGroup::Must),
    Some(AdviceGroup::Privacy),
    Some(AdviceGroup::Missing),
    Some(AdviceGroup::Names),
    Some(AdviceGroup::Language),
];

/// The page.
pub(in crate::desk) fn page(
    survey: &Survey<'_>,
    findings: &[DeskFinding],
    around: Surroundings<'_>,
) -> DeskHtml {
    let mut body = DeskHtml::new();
    if findings.is_empty() {
        body.words("p", &[("class", "lead")], around.say(words::ALL_WELL));
    } else if findings.iter().any(DeskFinding::is_error) {
        let lead = [("class", "lead wrong")];
        body.words("p", &lead, around.say(words::MUST_BE_MENDED));
    } else {
        body.words(
            "p",
            &[("class", "lead")],
            around.say(words::MAY_BE_PUBLISHED),
        );
    }
    for group in GROUPS {
        let of_group = || findings.iter().filter(|finding| finding.group == group);
        if group.is_none() {
            // What is wrong and what is likely wrong.
            let wrong = of_group().filter(|finding| finding.is_error());
            section(
                &mut body,
                words::WRONG,
                &wrong.collect::<Vec<_>>(),
                survey,
                around,
            );
            let likely = of_group().filter(|finding| !finding.is_error());
            section(
                &mut body,
                words::LIKELY_WRONG,
                &likely.collect::<Vec<_>>(),
                survey,
                around,
            );
        } else {
            let heading = group.map_or(words::WRONG, AdviceGroup::heading);
            section(
                &mut body,
                heading,
                &of_group().collect::<Vec<_>>(),
                survey,
                around,
            );
        }
    }
    let above = around.report.unwrap_or_default().to_owned();
    let page = DeskPage {
        title: around.say(words::CHECK_TITLE),
        trail: &[(above, "/".to_owned())],
        at: "/check",
        shown: None,
    };
    page.with(around, &body)
}

fn section(
    html: &mut DeskHtml,
    heading: Bilingual,
    findings: &[&DeskFinding],
    survey: &Survey<'_>,
    around: Surroundings<'_>,
) {
    if findings.is_empty() {
        return;
    }
    let mut seen: HashMap<Code, usize> = HashMap::new();
    html.element("section", &[], |html| {
        html.words("h2", &[], around.say(heading));
        html.element("ul", &[("class", "findings")], |html| {
            for finding in findings {
                let seen = seen.entry(finding.diagnostic.code).or_default();
                *seen += 1;
                if *seen <= MOST_OF_KIND {
                    html.element("li", &[], |html| told(html, finding, survey, around));
                }
            }
        });
        let left_out: usize = seen
            .values()
            .map(|seen| seen.saturating_sub(MOST_OF_KIND))
            .sum();
        if left_out > 0 {
            html.words("p", &[], words::more_alike(&left_out).get(around.language));
        }
    });
}

/// What is the matter, where, and what to do.
fn told(html: &mut DeskHtml, finding: &DeskFinding, survey: &Survey<'_>, around: Surroundings<'_>) {
    let values = printed(&finding.diagnostic, survey.sources, around.language);
    html.element("p", &[("class", "what")], |html| {
        marked(html, &values.message);
    });
    if let Some(suggestion) = &values.suggestion {
        html.element("p", &[], |html| {
            marked(html, words::did_you_mean(suggestion).get(around.language));
        });
    }
    if let Some(help) = &values.help {
        html.element("p", &[("class", "soft")], |html| marked(html, help));
    }
    html.element("p", &[], |html| {
        if let Some(placed) = finding.record.map(|record| &survey.placed[record]) {
            let (kind, event) = (placed.record.kind, placed.record.event.as_deref());
            let id = placed.id.as_str();
            let address = match finding.field {
                Some(field) => addresses::field(kind, event, id, field),
                None => addresses::record(kind, event, id),
            };
            let title = short_title(&placed.title(), around);
            let name = kind.schema().name.get(around.language);
            let link = words::mend_record(&name, &title);
            html.words("a", &[("href", &address)], link.get(around.language));
        } else if let Some(file) = &values.file {
            html.text(around.say(words::IN_FILE));
            html.text(" ");
            html.words("code", &[], file);
            if let Some(line) = values.line {
                html.text(words::line(&line).get(around.language));
            }
        }
    });
}
