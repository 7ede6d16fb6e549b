//! What is said of the folder that `oogst serve` shows: it is not `output`, and nothing in `output`
//! would explain the message.

use oogst::diagnostic::print_all;
use oogst::input::Since;
use oogst::output::{Cancel, Survives};
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Built, Today};
use oogst::words::Language;

use crate::harness::{DAY, Site};

/// Builds the preview as a fresh process does; gives the headlines of what is said.
pub(crate) fn preview(site: &Site) -> (Vec<String>, Built) {
    let options = BuildOptions {
        today: Today::Day(DAY.parse().expect("a day")),
        drafts: true,
        survives: Survives::Kill,
        target: BuildTarget::Preview,
    };
    let mut builder = Builder::new(site.root());
    let built = builder
        .build(Since::Unknown, options, &Cancel::default(), &|_| {})
        .unwrap_or_else(|error| panic!("{}", error.message(Language::En)));
    let said = print_all(&built.diagnostics, builder.sources(), Language::En, false);
    let headlines = said
        .lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("warning["))
        .map(str::to_owned)
        .collect();
    (headlines, built)
}

#[test]
fn what_is_in_the_way_of_the_preview_is_named_where_it_stands() {
    let mut site = Site::from("klein");
    preview(&site);
    site.write(
        "content/pages/wie.md",
        "+++\ntitel = \"Wie\"\n+++\n\nWij.\n",
    )
    .write(".oogst/preview/wie/index.html/brief.txt", "van ons");

    let (said, built) = preview(&site);

    assert!(built.summary.is_none(), "the preview stays as it was");
    let named: Vec<&String> = said
        .iter()
        .filter(|line| line.contains("[in-the-way]"))
        .collect();
    assert_eq!(
        named,
        [
            "error[in-the-way]: `.oogst/preview/wie/index.html` is in the way: oogst did not make it, and leaves it alone"
        ]
    );
}
