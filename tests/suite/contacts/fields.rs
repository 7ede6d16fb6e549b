//! A contact in any field: withheld it is in no file, allowed it shows where it is allowed.

use std::collections::{BTreeMap, BTreeSet};

use oogst::diagnostic::{Code, Diagnostic, Place};
use oogst::output::Survives;
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Study, Today};
use oogst::words::Language;
use unicode_normalization::UnicodeNormalization as _;

use super::{NO_CARDS, study};
use crate::contact_forms::{
    ADDRESSES, Canary, EMAILS, FILES, Form, OF_MARKDOWN, PHONES, URLS, shown,
};
use crate::every_field::{self, Where};
use crate::harness::{DAY, Site};

/// Canaries by number, with how they were written.
type Canaries = BTreeMap<usize, (Canary, String)>;

/// So many sets of every field there is, with a contact in each: each set begins at another form,
/// so that every field meets many.
fn full_of_contacts(sets: usize, settings: &str) -> (Site, Canaries) {
    let mut canaries = Canaries::new();
    let in_lines: Vec<Form> = EMAILS.iter().chain(PHONES).copied().collect();
    let in_markdown: Vec<Form> = in_lines.iter().chain(OF_MARKDOWN).copied().collect();
    let site = every_field::everything(
        sets,
        &mut |place| {
            let number = canaries.len();
            let canary = Canary::new(number);
            let forms: &[Form] = match place {
                Where::Line => &in_lines,
                Where::Markdown | Where::Body => &in_markdown,
                Where::Url => URLS,
                Where::Address => ADDRESSES,
                Where::File => FILES,
            };
            let written = forms[number * 7 % forms.len()](&canary);
            let said = match place {
                Where::Line => format!("Tekst {written} einde"),
                Where::Markdown | Where::Body => format!("Een tekst.\n\n{written}\n\nHet einde."),
                // A number keeps names of files and addresses apart, which must be so without the
                // contact too.
                Where::File => format!("bestand {number}x {written}"),
                Where::Address => format!("/alias-{number}{written}"),
                Where::Url => written.clone(),
            };
            canaries.insert(number, (canary, written));
            said
        },
        &format!("{NO_CARDS}{settings}"),
    );
    (site, canaries)
}

#[test]
fn whatever_is_withheld_is_in_no_file_of_the_site() {
    for (sets, settings) in [(10, ""), (2, "[markdown]\nhtml = \"sanitised\"\n")] {
        let (mut site, canaries) = full_of_contacts(sets, settings);
        assert!(
            sets < 10 || canaries.len() > 1_000,
            "only {} placings",
            canaries.len()
        );
        site.build();
        let shown = shown(&site.output(), &canaries);
        assert!(
            shown.is_empty(),
            "{} of {} are shown\n{}",
            shown.len(),
            canaries.len(),
            shown.join("\n")
        );
    }
}

#[test]
fn a_contact_in_every_field_there_is_is_told_of_once() {
    let (site, mut canaries) = full_of_contacts(1, "");
    let number = canaries.len();
    let canary = Canary::new(number);
    // What a reader is told of a page that is gone is a text like any other.
    let mut site = site;
    site.write(
        "addresses.toml",
        format!(
            "[[promised]]\nof = \"idea:proef/weg\"\naddresses = [\"/bijeenkomsten/proef/ideeen/weg/\"]\n[[gone]]\nwhat = \"idea:proef/weg\"\ndate = 2025-05-01\nreason = \"Vraag {}@school.nl\"\n",
            canary.name
        ),
    );
    canaries.insert(number, (canary, "a reason".to_owned()));
    site.build();
    assert_eq!(shown(&site.output(), &canaries), Vec::<String>::new());
    let (study, diagnostics) = study(&site);
    let report = without_paths(&study.expect("the site has no mistakes"));
    let withheld: Vec<&Diagnostic> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == Code::ContactWithheld)
        .collect();
    let places: BTreeSet<String> = withheld
        .iter()
        .map(|diagnostic| format!("{:?} {:?}", diagnostic.place, diagnostic.arguments))
        .collect();
    assert_eq!(withheld.len(), places.len(), "no place is told of twice");
    // A form may hold two contacts; none is passed over, and none is told of at another's place.
    let told = written_at(&site, &withheld);
    let digits: String = told.chars().filter(char::is_ascii_digit).collect();
    for (number, (canary, written)) in &canaries {
        let (six, eight) = (canary.six.as_str(), canary.eight.as_str());
        let is_told = told.to_lowercase().contains(&canary.name)
            || digits.contains(six)
            || digits.contains(eight);
        assert!(is_told, "{number} is not told of: {written}");
        assert!(
            !report.contains(&canary.name) && !report.contains(eight),
            "{written}: no card, feed or page can be made of what is not in the report"
        );
    }
}

/// All that the report holds, without the names of files on disk: it knows them, and nothing shows
/// them.
fn without_paths(study: &Study) -> String {
    format!("{:?}", study.report)
        .split("SourcePath(\"")
        .enumerate()
        .map(|(at, part)| {
            if at == 0 {
                part
            } else {
                part.split_once('"').map_or("", |(_, rest)| rest)
            }
        })
        .collect()
}

/// What is written at the places of diagnostics.
fn written_at(site: &Site, diagnostics: &[&Diagnostic]) -> String {
    let mut builder = Builder::new(site.root());
    drop(builder.check(BuildOptions {
        today: Today::Day(DAY.parse().expect("a day")),
        drafts: false,
        survives: Survives::Kill,
        target: BuildTarget::Output,
    }));
    let text = |diagnostic: &&Diagnostic| match &diagnostic.place {
        Place::Text(span) => builder.sources().text(*span).to_owned(),
        Place::Path(_) | Place::Cell(_) | Place::Site => String::new(),
    };
    diagnostics
        .iter()
        .map(text)
        .collect::<Vec<_>>()
        .join("\n")
        .nfkc()
        .collect()
}

#[test]
fn each_kind_is_shown_where_it_is_allowed_and_with_both_nothing_changes() {
    let text = "Bel 06-**12345678**, mail jan\\@school.nl, [App](https://wa.me/31612345678) of <a href=\"mailto:jan@school.nl\">Jan</a>.";
    let line = "Bel 0548 – 123456 of jan@school.nl";
    // Letter for letter in the file, so that each has a place of its own.
    let report = |settings: &str| {
        let mut site = Site::from("klein");
        site.write(
            "content/events/2025-techniekavond/x.toml",
            format!("[[idee]]\nid = \"x\"\ntitel = '{line}'\ntekst = '''{text}'''\n"),
        );
        site.append("oogst.toml", settings);
        let (study, diagnostics) = study(&site);
        let report = study.expect("the site has no mistakes").report;
        let idea = report
            .ideas
            .iter()
            .find(|idea| idea.id.as_str() == "x")
            .expect("the idea is there");
        let codes = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.code == Code::ContactWithheld)
            .count();
        (
            idea.title.original.to_string(),
            idea.text
                .as_ref()
                .expect("a text")
                .original
                .text
                .to_string(),
            codes,
        )
    };
    let hidden = "(contactgegevens niet getoond)";
    let (title, said, told) = report("");
    assert_eq!((title, told), (format!("Bel {hidden} of {hidden}"), 6));
    assert_eq!(
        said,
        format!("Bel {hidden}, mail {hidden}, [App](tel:) of <a href=\"{hidden}\">Jan</a>.")
    );
    let (title, said, told) = report("\n[privacy]\nemails = true\n");
    assert_eq!((title, told), (format!("Bel {hidden} of jan@school.nl"), 3));
    assert_eq!(
        said,
        format!(
            "Bel {hidden}, mail jan\\@school.nl, [App](tel:) of <a href=\"mailto:jan@school.nl\">Jan</a>."
        )
    );
    let (title, said, told) = report("\n[privacy]\nphones = true\n");
    assert_eq!((title, told), (format!("Bel 0548 – 123456 of {hidden}"), 3));
    assert_eq!(
        said,
        format!(
            "Bel 06-**12345678**, mail {hidden}, [App](https://wa.me/31612345678) of <a href=\"{hidden}\">Jan</a>."
        )
    );
    assert_eq!(
        report("\n[privacy]\nemails = true\nphones = true\n"),
        (line.to_owned(), text.to_owned(), 0)
    );
}

#[test]
fn settings_show_a_contact_only_where_they_are_for_one() {
    let mut site = Site::from("klein");
    site.replace("oogst.toml", "description = ", "description_en = ").append(
        "oogst.toml",
        "description = \"Vragen? jan@school.nl\"\npublisher = \"De school, 06-12345678\"\n[accessibility]\ncontact = \"toegang@school.nl\"\n[privacy]\nresponsible = \"De school, 0548 123456\"\ncontact = \"privacy@school.nl\"\n",
    )
    .build();
    let output = site.output();
    let all: String = output.texts().map(|(_, text)| text).collect();
    for kept in ["toegang@school.nl", "privacy@school.nl", "0548 123456"] {
        assert!(all.contains(kept), "{kept} is there for readers to use");
    }
    assert!(
        !all.contains("jan@school.nl") && !all.contains("12345678"),
        "what a site says of itself is a text like any other"
    );
    let told = site.diagnostics(Language::En);
    assert_eq!(told.matches("[contact-withheld]").count(), 2, "{told}");
}
