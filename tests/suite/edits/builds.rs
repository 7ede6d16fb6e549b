//! The ways in which a site is built after each edit, and what all of them must agree on.

use std::collections::{BTreeMap, BTreeSet};

use oogst::pages::TEMPLATES;
use oogst::words::Language;
use proptest::prelude::*;
use serde_json::Value;

use super::written::{By, Written};
use crate::harness::Site;
use crate::looks_reference::printed_view;
use crate::tree::{Tree, names_differ};

/// A site that is built again and again.
pub(super) struct Builds {
    pub(super) site: Site,
    pub(super) on_disk: BTreeMap<String, Vec<u8>>,
    /// What the last build that came to something was made of.
    pub(super) last: Option<Last>,
}

pub(super) struct Last {
    views: BTreeMap<String, Value>,
    look: BTreeMap<String, Vec<u8>>,
}

impl Builds {
    pub(super) fn build(&mut self, written: &Written, by: By) -> Result<(), TestCaseError> {
        let files = written.files();
        let told = self.write(&files);
        self.site.on(written.day()).drafts(written.with_drafts);
        let before = self.site.output();
        match by {
            By::TheSameProcess => self.site.try_build(),
            By::ToldWhatChanged => self.site.try_build_told(&told),
            By::AFreshProcess => self.site.fresh().try_build(),
        };
        let after = self.site.output();

        let mut clean = self.site.copied();
        clean.try_build();
        prop_assert_eq!(
            clean.diagnostics(Language::Nl),
            self.site.diagnostics(Language::Nl),
            "the diagnostics differ from those of a build from nothing"
        );
        prop_assert_eq!(clean.is_built(), self.site.is_built());
        if !self.site.is_built() {
            prop_assert!(
                written.mistake,
                "only a mistake is refused:\n{}",
                self.site.diagnostics(Language::Nl)
            );
            same(&before, &after, "a refused build changes nothing")?;
            return Ok(());
        }
        same(
            &clean.output(),
            &after,
            "built on from the last time, the site is that of a build from nothing",
        )?;

        let (views, look) = (views(&clean), written.look());
        self.assert_rendered(&views, &look)?;
        self.assert_counted(&before, &after)?;
        self.last = Some(Last { views, look });
        Ok(())
    }

    /// Exactly the pages are rendered whose view changed, or all where the look did.
    fn assert_rendered(
        &self,
        views: &BTreeMap<String, Value>,
        look: &BTreeMap<String, Vec<u8>>,
    ) -> Result<(), TestCaseError> {
        let all_anew = self.last.as_ref().is_none_or(|last| last.look != *look);
        let changed = |path: &str, view: &Value| {
            all_anew
                || self
                    .last
                    .as_ref()
                    .is_none_or(|last| last.views.get(path) != Some(view))
        };
        let expected: BTreeSet<String> = views
            .iter()
            .filter(|(path, view)| changed(path, view))
            .map(|(path, _)| address(path))
            .collect();
        let summary = self.site.summary();
        let rendered: BTreeSet<String> = summary.rendered.iter().cloned().collect();
        prop_assert_eq!(
            rendered.len(),
            summary.rendered.len(),
            "a page is rendered twice"
        );
        if let Some(difference) = names_differ(&expected, &rendered) {
            return Err(TestCaseError::fail(format!(
                "other pages were rendered than those whose view changed\n{difference}"
            )));
        }
        Ok(())
    }

    /// What is said to be written and removed is what differs.
    fn assert_counted(&self, before: &Tree, after: &Tree) -> Result<(), TestCaseError> {
        let summary = self.site.summary();
        let written_files = after
            .0
            .iter()
            .filter(|(path, bytes)| before.0.get(*path) != Some(*bytes))
            .count();
        let removed = before
            .0
            .keys()
            .filter(|path| !after.0.contains_key(*path))
            .count();
        prop_assert_eq!(
            (summary.written, summary.removed),
            (written_files, removed),
            "written and removed is what differs"
        );
        Ok(())
    }

    /// Puts what is written on the disk, and says what that touched.
    fn write(&mut self, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
        let gone: Vec<String> = self
            .on_disk
            .keys()
            .filter(|path| !files.contains_key(*path))
            .cloned()
            .collect();
        let new: Vec<String> = files
            .iter()
            .filter(|(path, bytes)| self.on_disk.get(*path) != Some(*bytes))
            .map(|(path, _)| path.clone())
            .collect();
        for path in &gone {
            self.site.remove(path);
        }
        for path in &new {
            self.site.write(path, &files[path]);
        }
        self.on_disk.clone_from(files);
        gone.into_iter().chain(new).collect()
    }
}

fn same(expected: &Tree, actual: &Tree, promise: &str) -> Result<(), TestCaseError> {
    expected.difference(actual).map_or(Ok(()), |difference| {
        Err(TestCaseError::fail(format!("{promise}\n{difference}")))
    })
}

/// The view of every page, as a look prints it that shows nothing else.
fn views(site: &Site) -> BTreeMap<String, Value> {
    let mut printing = site.copied();
    for template in TEMPLATES {
        printing.write(
            &format!("templates/{template}"),
            "{{ __tera_context | safe }}",
        );
    }
    printing.write("templates/redirect.html", REDIRECT);
    let Tree(files) = printing.build().output();
    let pages = files
        .into_iter()
        .filter(|(path, bytes)| path.ends_with(".html") && !bytes.starts_with(REDIRECT.as_bytes()));
    // As a value, for the engine prints the outermost keys in any order.
    pages
        .map(|(path, bytes)| {
            (
                path,
                printed_view(&bytes).expect("a printed view can be read"),
            )
        })
        .collect()
}

/// A redirect is no page that is counted.
const REDIRECT: &str = "redirect";

fn address(path: &str) -> String {
    format!("/{}", path.strip_suffix("index.html").unwrap_or(path))
}
