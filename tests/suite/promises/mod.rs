//! Promised addresses: what was recorded once is never lost, whatever becomes of the record.

mod changing;
mod moves;
mod record;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use oogst::output::Survives;
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Study, Today};
use oogst::plan::Content;
use oogst::plan::page::Page;
use oogst::plan::subject::Subject;
use oogst::words::Language;

use crate::harness::{DAY, Site};

/// The fixture before anything was promised: without what recording wrote.
fn unrecorded() -> Site {
    let mut site = Site::from("klein");
    site.write("content/regios.toml", "[[regio]]\nnaam = \"Duinrand\" # de kust\n\n# Nog een.\n[[regio]]\nnaam = \"Polder\"\nid = \"polderland\"\n");
    site.write(
        "content/events/2025-techniekavond/los.toml",
        "# Losse eindjes.\n[[idee]]\ntitel = \"Een gastles\" # voor groep acht\nregios = [\"duinrand\"]\nthemas = []\n\n\
         [[deal]]\ntitel = \"De gastles komt er\"\nideeen = [\"een-gastles\"]\nregios = []\nthemas = []\nstatus = \"afgesproken\"\n",
    );
    site
}

pub(crate) fn study(root: &Path) -> Study {
    let day = DAY.parse().expect("a day");
    let options = BuildOptions {
        today: Today::Day(day),
        drafts: false,
        survives: Survives::Kill,
        target: BuildTarget::Output,
    };
    let mut builder = Builder::new(root);
    let (study, diagnostics) = builder.study(options).expect("the machine can read");
    study.unwrap_or_else(|| {
        panic!(
            "the site is wrong:\n{}",
            oogst::diagnostic::print_all(&diagnostics, builder.sources(), Language::En, false)
        )
    })
}

/// The addresses of all pages that are promised.
fn addresses(study: &Study) -> BTreeSet<String> {
    named_pages(study).into_keys().collect()
}

/// What stands at an address: a page, or what leads to one.
fn stands_at<'a>(study: &'a Study, address: &str) -> Option<&'a Content> {
    let path = format!("{}index.html", address.trim_start_matches('/'));
    study
        .plan
        .files
        .iter()
        .find(|planned| planned.path.as_str() == path)
        .map(|planned| &planned.content)
}

/// Every page that can be promised, by its address, with the mark of what it is about: the first
/// word of its title.
fn named_pages(study: &Study) -> BTreeMap<String, String> {
    let pages = study
        .plan
        .files
        .iter()
        .filter_map(|planned| match &planned.content {
            Content::Page(page, _) => {
                page.permalink(&study.report)?;
                Some((
                    format!("/{}", planned.path.as_str().strip_suffix("index.html")?),
                    mark_of(study, *page),
                ))
            }
            _ => None,
        });
    pages.collect()
}

fn mark_of(study: &Study, page: Page) -> String {
    let report = &study.report;
    let first = |title: &str| title.split(' ').next().unwrap_or_default().to_owned();
    match page {
        Page::Of(
            Subject::Person(_) | Subject::Session(_) | Subject::Series(_) | Subject::Page(_),
        ) => String::new(),
        Page::Of(subject) => first(subject.title(report)),
        Page::Crossing(region, theme) => format!(
            "{}+{}",
            first(&report[theme].name.original),
            first(&report[region].name.original)
        ),
        Page::Year(year) => year.to_string(),
        _ => String::new(),
    }
}
