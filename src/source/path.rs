//! [`SourcePath`]: where a file of the site's folder stands, as the program knows it and as it is
//! written. Nothing here reads a disk.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

/// A path below the site's folder, with `/` between the parts and in composed Unicode.
///
/// Fixed names have one form here, whichever of their words somebody wrote: a path is compared by
/// `content/events/…`, and shown and written as `content/bijeenkomsten/…` where that is on disk.
#[derive(Clone)]
pub struct SourcePath {
    path: Arc<str>,
    /// As it is on disk, part by part, where that differs.
    written: Option<Arc<str>>,
}

impl SourcePath {
    /// Makes a path from text that uses `/` or `\` between its parts; normalises to NFC.
    pub fn new(path: &str) -> Self {
        Self {
            path: path.replace('\\', "/").nfc().collect::<String>().into(),
            written: None,
        }
    }

    /// The same path, known by other names for as many parts.
    #[must_use]
    pub fn known_as(self, path: &str) -> Self {
        if *path == *self.path {
            return self;
        }
        Self {
            path: path.into(),
            written: Some(self.written.unwrap_or(self.path)),
        }
    }

    /// The path as text, fixed names in their one form.
    pub fn as_str(&self) -> &str {
        &self.path
    }

    /// The path as it is on disk, and as people are told it.
    pub fn as_written(&self) -> &str {
        self.written.as_deref().unwrap_or(&self.path)
    }

    /// The part after the last `/`.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The folder the file stands in, without a slash at the end; empty for a file at the top.
    pub fn folder(&self) -> &str {
        folder_of(&self.path)
    }

    /// The same, as a path.
    #[must_use]
    pub fn parent(&self) -> Self {
        self.changed(|path| folder_of(path).to_owned())
    }

    /// Its first so many parts, where it has as many.
    pub fn first(&self, parts: usize) -> Option<Self> {
        let first = |path: &str| {
            let end = path.match_indices('/').nth(parts - 1);
            path[..end.map_or(path.len(), |(end, _)| end)].to_owned()
        };
        (self.path.split('/').count() >= parts).then(|| self.changed(first))
    }

    /// What has this name in the same folder.
    #[must_use]
    pub fn sibling(&self, name: &str) -> Self {
        self.changed(|path| match folder_of(path) {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        })
    }

    /// Where it is once a file or folder moved; `None` where it does not move along.
    pub fn moved(&self, from: &Self, to: &Self) -> Option<Self> {
        let below = |path: &str, from: &str| {
            let below = path.strip_prefix(from)?;
            (below.is_empty() || below.starts_with('/')).then(|| below.to_owned())
        };
        let path = format!("{}{}", to.path, below(&self.path, &from.path)?);
        let written = below(self.as_written(), from.as_written()).map_or_else(
            || path.clone(),
            |below| format!("{}{below}", to.as_written()),
        );
        Some(Self::new(&written).known_as(&path))
    }

    /// The same change of both forms.
    fn changed(&self, change: impl Fn(&str) -> String) -> Self {
        Self {
            path: change(&self.path).into(),
            written: self
                .written
                .as_deref()
                .map(|written| change(written).into()),
        }
    }

    /// The file's name without its last extension, and that extension in lower case.
    pub fn stem_and_extension(&self) -> (&str, String) {
        match self.name().rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => (stem, extension.to_lowercase()),
            _ => (self.name(), String::new()),
        }
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("SourcePath")
            .field(&self.path)
            .finish()
    }
}

impl PartialEq for SourcePath {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl Eq for SourcePath {}

impl PartialOrd for SourcePath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SourcePath {
    fn cmp(&self, other: &Self) -> Ordering {
        self.path.cmp(&other.path)
    }
}

impl Hash for SourcePath {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.path.hash(state);
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_written())
    }
}
