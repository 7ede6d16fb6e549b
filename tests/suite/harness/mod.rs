//! A site in a folder of its own: copied from a fixture, changed as a writer would change it, built
//! again and again.
//!
//! The build date is fixed, so that "overdue" and "no news since" read the same on every day.

mod asserts;
mod files;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use oogst::diagnostic::{Diagnostic, print_all};
use oogst::error::Error;
use oogst::input::Since;
use oogst::output::{Cancel, Survives};
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Built, Summary, Today};
use oogst::words::Language;
use tempfile::TempDir;

use crate::tree::{self, Stamps, Tree};

pub(crate) use asserts::is_of_search_index;
pub(crate) use files::{copy, copy_parts, link, rewrites_expected, source, tell, tests};

/// The day of every build, unless a test says otherwise.
pub(crate) const DAY: &str = "2026-01-15";

/// A site in a temporary folder.
pub(crate) struct Site {
    folder: TempDir,
    /// Kept from build to build: the next one is warm.
    builder: Builder,
    day: Date,
    drafts: bool,
    last: Option<Last>,
}

/// What came of the last build.
struct Last {
    diagnostics: Vec<Diagnostic>,
    summary: Option<Summary>,
    before: Stamps,
    after: Stamps,
}

impl Site {
    /// A copy of a fixture.
    pub(crate) fn from(name: &str) -> Self {
        let site = Self::empty();
        copy_parts(&source(&tests(), name), site.root());
        site
    }

    /// A site of these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let mut site = Self::empty();
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("oogst-suite-")
            .tempdir()
            .expect("a temporary folder can be made");
        let builder = Builder::new(folder.path());
        Self {
            folder,
            builder,
            day: DAY.parse().expect("a day"),
            drafts: false,
            last: None,
        }
    }

    /// The site's folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A place below the site's folder.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&mut self, path: &str, bytes: impl AsRef<[u8]>) -> &mut Self {
        let file = self.at(path);
        fs::create_dir_all(file.parent().expect("a file has a folder"))
            .expect("a folder can be made");
        fs::write(file, bytes).expect("a file can be written");
        self
    }

    /// Adds to the end of a file.
    pub(crate) fn append(&mut self, path: &str, text: &str) -> &mut Self {
        let before = self.read(path);
        self.write(path, before + text)
    }

    /// Replaces words that stand in a file exactly once.
    pub(crate) fn replace(&mut self, path: &str, from: &str, to: &str) -> &mut Self {
        let text = self.read(path);
        assert_eq!(
            text.matches(from).count(),
            1,
            "`{from}` must stand in {path} once"
        );
        self.write(path, text.replace(from, to))
    }

    /// Removes a file or folder.
    pub(crate) fn remove(&mut self, path: &str) -> &mut Self {
        let file = self.at(path);
        let removed = if file.is_dir() {
            fs::remove_dir_all(&file)
        } else {
            fs::remove_file(&file)
        };
        removed.unwrap_or_else(|error| panic!("{path} can be removed: {error}"));
        self
    }

    /// Moves a file or folder.
    pub(crate) fn rename(&mut self, from: &str, to: &str) -> &mut Self {
        fs::rename(self.at(from), self.at(to))
            .unwrap_or_else(|error| panic!("{from} can be renamed to {to}: {error}"));
        self
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path))
            .unwrap_or_else(|error| panic!("{path} can be read: {error}"))
    }

    /// Builds for another day from now on.
    pub(crate) fn on(&mut self, day: &str) -> &mut Self {
        self.day = day.parse().expect("a day");
        self
    }

    /// Builds with drafts from now on.
    pub(crate) fn with_drafts(&mut self) -> &mut Self {
        self.drafts = true;
        self
    }

    /// Builds with drafts from now on, or without.
    pub(crate) fn drafts(&mut self, drafts: bool) -> &mut Self {
        self.drafts = drafts;
        self
    }

    /// Builds, with what the last build read still known. Fails the test where the content is
    /// wrong.
    pub(crate) fn build(&mut self) -> &mut Self {
        self.try_build();
        assert!(
            self.last().summary.is_some(),
            "the site is not built:\n{}",
            self.diagnostics(Language::Nl)
        );
        self
    }

    /// Builds as a fresh process would: only the disk tells what was there before.
    pub(crate) fn build_cold(&mut self) -> &mut Self {
        self.fresh().build()
    }

    /// Forgets what was read, as a process that ends does.
    pub(crate) fn fresh(&mut self) -> &mut Self {
        self.builder = Builder::new(self.folder.path());
        self
    }

    /// Builds a site that has a mistake in it; the old site stays.
    pub(crate) fn build_refused(&mut self) -> &mut Self {
        let before = self.output();
        self.try_build();
        assert!(
            self.last().summary.is_none(),
            "a site with a mistake is built:\n{}",
            self.diagnostics(Language::Nl)
        );
        before.assert_same(&self.output(), "a refused build changes nothing");
        self
    }

    /// Builds, whatever comes of it.
    pub(crate) fn try_build(&mut self) -> &mut Self {
        self.try_build_since(Since::Unknown)
    }

    /// Builds, whatever comes of it, told as by a watcher that these files changed.
    pub(crate) fn try_build_told(&mut self, changed: &[String]) -> &mut Self {
        let paths = changed.iter().map(|path| self.at(path)).collect();
        self.try_build_since(Since::Paths(&paths))
    }

    fn try_build_since(&mut self, since: Since<'_>) -> &mut Self {
        let built = self
            .build_as_machine_allows(since)
            .unwrap_or_else(|error| panic!("the machine failed: {}", error.message(Language::En)));
        assert_eq!(
            built.summary.is_none(),
            oogst::diagnostic::any_error(&built.diagnostics),
            "a site is built exactly when nothing in it is wrong"
        );
        self
    }

    /// Says what is wrong, and makes nothing.
    pub(crate) fn check(&mut self) -> &mut Self {
        let options = BuildOptions {
            today: Today::Day(self.day),
            drafts: self.drafts,
            survives: Survives::Kill,
            target: BuildTarget::Output,
        };
        self.builder
            .check(options)
            .unwrap_or_else(|error| panic!("the machine failed: {}", error.message(Language::En)));
        self
    }

    fn build_as_machine_allows(&mut self, since: Since<'_>) -> Result<&Last, Error> {
        let before = tree::stamps(&self.at("output"));
        let options = BuildOptions {
            today: Today::Day(self.day),
            drafts: self.drafts,
            survives: Survives::Kill,
            target: BuildTarget::Output,
        };
        let Built {
            diagnostics,
            summary,
        } = self
            .builder
            .build(since, options, &Cancel::default(), &|_| {})?;
        let after = tree::stamps(&self.at("output"));
        Ok(self.last.insert(Last {
            diagnostics,
            summary,
            before,
            after,
        }))
    }

    fn last(&self) -> &Last {
        self.last.as_ref().expect("the site was built")
    }

    /// What the last build did.
    pub(crate) fn summary(&self) -> &Summary {
        self.last().summary.as_ref().expect("the site was built")
    }

    /// Whether the last build made a site.
    pub(crate) fn is_built(&self) -> bool {
        self.last().summary.is_some()
    }

    /// The diagnostics of the last build, as people read them.
    pub(crate) fn diagnostics(&self, language: Language) -> String {
        print_all(
            &self.last().diagnostics,
            self.builder.sources(),
            language,
            false,
        )
    }

    /// The codes of the last build's diagnostics, each once, in order.
    pub(crate) fn codes(&self) -> BTreeSet<&'static str> {
        self.last()
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code.id())
            .collect()
    }

    /// The site as built.
    pub(crate) fn output(&self) -> Tree {
        Tree::read(&self.at("output"))
    }

    /// A copy of what was written, without what was built.
    pub(crate) fn copied(&self) -> Self {
        let mut fresh = Self::empty();
        copy_parts(self.root(), fresh.root());
        fresh.day = self.day;
        fresh.drafts = self.drafts;
        fresh
    }
}
