//! Surveys that are kept: given back where the folder holds what it held, and never where anything in
//! it is something else.

use std::fs::File;

use oogst::diagnostic::{Code, Diagnostic, print_one_after_other};
use oogst::pipeline::{BuildOptions, Builder, Surveyed, Today};
use oogst::words::Language;

use super::options;
use crate::harness::Site;

/// What no survey finds: it tells one that was given back.
const MARK: Code = Code::ImportLocked;

fn survey(builder: &mut Builder, options: BuildOptions, before: Option<Surveyed>) -> Surveyed {
    let surveyed = builder.survey_after(options, before);
    surveyed.expect("the folder can be read")
}

fn marked(mut survey: Surveyed) -> Surveyed {
    survey.diagnostics.push(Diagnostic::of_site(MARK));
    survey
}

fn is_given_back(survey: &Surveyed) -> bool {
    let mut diagnostics = survey.diagnostics.iter();
    diagnostics.any(|found| found.code == MARK)
}

/// What a survey says, for people.
fn told(survey: &Surveyed, builder: &Builder) -> (String, Vec<String>) {
    let sources = builder.sources();
    let said = print_one_after_other(&survey.diagnostics, sources, Language::Nl, false);
    let study = survey.study.as_ref().expect("its settings can be read");
    let report = &study.report;
    let records = report.records().map(|id| {
        let record = report.record(id);
        let address = study.plan.addresses.record(report, id, Language::Nl);
        format!("{:?} {} {address:?}", record.kind(), record.id())
    });
    (said, records.collect())
}

const TEXT: &str = "content/events/2019-techniekdag/event.md";
const PICTURE: &str = "content/events/2019-techniekdag/media/slinger.png";

/// What is done, in words, and how.
type Change = (&'static str, fn(&mut Site));

/// What somebody does to a report, each of which a survey must see.
const CHANGES: [Change; 9] = [
    ("a text of the same length and time", |site| {
        let file = site.at(TEXT);
        let time = file.metadata().and_then(|facts| facts.modified());
        let time = time.expect("it is there");
        site.replace(TEXT, "datum = 2019-10-10", "datum = 2019-10-11");
        let file = File::options().append(true).open(file);
        let file = file.expect("it is there");
        file.set_modified(time).expect("a time can be set");
    }),
    ("a new file", |site| {
        site.write(
            "content/events/2019-techniekdag/erbij.toml",
            "[[deal]]\ntitel = \"Erbij\"\nid = \"erbij\"\n",
        );
    }),
    ("a file that goes", |site| {
        site.remove("content/events/2019-techniekdag/erbij.toml");
    }),
    ("a picture that is no picture any more", |site| {
        site.write(PICTURE, "geen plaatje");
    }),
    ("a picture that goes", |site| {
        site.remove(PICTURE);
    }),
    ("another address", |site| {
        site.replace(
            "oogst.toml",
            "https://veenland.example/oogst/",
            "https://veenland.example/",
        );
    }),
    ("a mistake in the settings", |site| {
        site.replace("oogst.toml", "months = 12", "months = \"twaalf\"");
    }),
    ("addresses that are promised", |site| {
        site.write(
            "addresses.toml",
            "[[gone]]\naddress = \"/weg/\"\nreason = \"verhuisd\"\n",
        );
    }),
    ("a template of its own", |site| {
        site.write("templates/deal.html", "{{ kapot");
    }),
];

#[test]
fn a_survey_is_given_back_until_anything_changes() {
    let mut site = Site::from("veenland");
    let mut builder = Builder::new(site.root());
    let mut kept = marked(survey(&mut builder, options(true), None));
    for (what, change) in CHANGES {
        kept = survey(&mut builder, options(true), Some(kept));
        assert!(is_given_back(&kept), "nothing changed before {what}");
        change(&mut site);
        kept = survey(&mut builder, options(true), Some(kept));
        assert!(!is_given_back(&kept), "{what} is seen");
        let mut other = Builder::new(site.root());
        let fresh = survey(&mut other, options(true), None);
        assert_eq!(told(&kept, &builder), told(&fresh, &other), "{what}");
        kept = marked(kept);
    }
    let another_day = BuildOptions {
        today: Today::Day(jiff::civil::date(2026, 1, 2)),
        ..options(true)
    };
    kept = survey(&mut builder, another_day, Some(kept));
    assert!(!is_given_back(&kept), "another day");
    kept = survey(&mut builder, options(true), Some(marked(kept)));
    assert!(!is_given_back(&kept), "and the day before it");
    kept = survey(&mut builder, options(false), Some(marked(kept)));
    assert!(!is_given_back(&kept), "without drafts");
}
