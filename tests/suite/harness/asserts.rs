//! What a build must have done: the pages that it rendered, the files that it wrote and removed, and
//! that the site is that of a build from nothing.

use std::collections::BTreeSet;

use oogst::words::Language;

use super::{Last, Site};
use crate::tree;

impl Site {
    /// The last build rendered exactly these pages.
    pub(crate) fn assert_rendered<'a>(
        &mut self,
        addresses: impl IntoIterator<Item = &'a str>,
    ) -> &mut Self {
        let expected = addresses.into_iter().map(ToOwned::to_owned).collect();
        let actual: BTreeSet<String> = self.summary().rendered.iter().cloned().collect();
        assert_eq!(
            actual.len(),
            self.summary().rendered.len(),
            "a page is rendered twice"
        );
        if let Some(difference) = tree::names_differ(&expected, &actual) {
            panic!("other pages were rendered\n{difference}");
        }
        self
    }

    /// Of the pages outside `/en/`, the last build rendered exactly these.
    pub(crate) fn assert_rendered_in_dutch<'a>(
        &mut self,
        addresses: impl IntoIterator<Item = &'a str>,
    ) -> &mut Self {
        let expected = addresses.into_iter().map(ToOwned::to_owned).collect();
        let actual: BTreeSet<String> = self
            .summary()
            .rendered
            .iter()
            .filter(|address| !address.starts_with("/en/"))
            .cloned()
            .collect();
        if let Some(difference) = tree::names_differ(&expected, &actual) {
            panic!("other pages were rendered\n{difference}");
        }
        self
    }

    /// The last build rendered so many pages.
    pub(crate) fn assert_rendered_count(&mut self, count: usize) -> &mut Self {
        let rendered = &self.summary().rendered;
        assert_eq!(rendered.len(), count, "rendered:\n{}", rendered.join("\n"));
        self
    }

    /// The last build wrote exactly these files of the output, and left every other with its time
    /// of change.
    pub(crate) fn assert_written_only<'a>(
        &mut self,
        paths: impl IntoIterator<Item = &'a str>,
    ) -> &mut Self {
        let Last { before, after, .. } = self.last();
        let expected = paths.into_iter().map(ToOwned::to_owned).collect();
        let changed = after
            .iter()
            .filter(|(path, stamp)| before.get(*path) != Some(stamp))
            .map(|(path, _)| path);
        let actual: BTreeSet<String> = changed
            .filter(|path| !is_of_search_index(path))
            .cloned()
            .collect();
        if let Some(difference) = tree::names_differ(&expected, &actual) {
            panic!("other files were written\n{difference}");
        }
        self
    }

    /// The last build removed exactly these files from the output.
    pub(crate) fn assert_removed<'a>(
        &mut self,
        paths: impl IntoIterator<Item = &'a str>,
    ) -> &mut Self {
        let Last { before, after, .. } = self.last();
        let expected = paths.into_iter().map(ToOwned::to_owned).collect();
        let actual: BTreeSet<String> = before
            .keys()
            .filter(|path| !after.contains_key(*path) && !is_of_search_index(path))
            .cloned()
            .collect();
        if let Some(difference) = tree::names_differ(&expected, &actual) {
            panic!("other files were removed\n{difference}");
        }
        self
    }

    /// The output is byte for byte that of a copy built from nothing, and so are the diagnostics.
    pub(crate) fn assert_same_as_a_clean_build(&mut self) -> &mut Self {
        let mut fresh = self.copied();
        fresh.build();
        fresh.output().assert_same(
            &self.output(),
            "built on from the last time, the site is that of a build from nothing",
        );
        assert_eq!(
            fresh.diagnostics(Language::Nl),
            self.diagnostics(Language::Nl),
            "the diagnostics differ from those of a build from nothing"
        );
        self
    }
}

/// Whether a file belongs to an index for searching. These are named after what is in them, which
/// `search.rs` reads.
pub(crate) fn is_of_search_index(path: &str) -> bool {
    path.contains("zoeken/index/") || path.contains("search/index/")
}
