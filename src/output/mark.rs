//! The mark that a file of this program ends in, where it can hold a comment: a hash of its site's
//! address, its own place and its bytes.

use std::collections::BTreeSet;

use crate::plan::path::OutputPath;

/// How many hexadecimal digits stand in a mark.
const DIGITS: usize = 16;
/// What the hash in a mark is of, so that no other use of the hash function gives the same.
const CONTEXT: &str = "oogst file 1";

/// What this site's own files are known by.
#[derive(Debug, Clone, Default)]
pub struct Ours {
    /// The address of the site, without a `/` at its end; empty where it has none.
    pub base_url: String,
    /// The path of that address.
    pub base_path: String,
    /// The files of all looks that this site has or could have.
    pub assets: BTreeSet<[u8; 32]>,
}

/// How a file holds a comment, which is how its mark is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comment {
    /// `<!-- … -->`, as in HTML and XML.
    Markup,
    /// `# …`, as in robots.txt and the settings of servers.
    Hash,
    /// `/* … */`, as in stylesheets.
    Style,
}

impl Comment {
    pub(super) const ALL: [Self; 3] = [Self::Markup, Self::Hash, Self::Style];

    /// What stands before and after the digits of a mark.
    pub(super) fn around(self) -> (&'static str, &'static str) {
        match self {
            Self::Markup => ("<!-- oogst ", " -->\n"),
            Self::Hash => ("# oogst ", "\n"),
            Self::Style => ("/* oogst ", " */\n"),
        }
    }
}

/// Who made a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MadeBy {
    /// This program, for this place of this site, and nobody changed it since: its mark says so.
    Signed,
    /// This program, for this site, as its look and its place say. Whether somebody changed it
    /// since, nobody can tell.
    Placed,
    /// This program, but for another place or site, or somebody changed it since.
    Marked,
    /// Somebody else, as far as anyone can tell.
    Others,
}

impl Ours {
    /// The bytes of a file with its mark.
    pub fn signed(&self, mut bytes: Vec<u8>, path: &OutputPath, comment: Comment) -> Vec<u8> {
        let mark = self.mark(&bytes, path);
        let (before, after) = comment.around();
        for part in [before, &mark, after] {
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }

    /// The bytes of a file without the mark that is its own; as they are where it bears none.
    pub(super) fn without_mark<'a>(&self, bytes: &'a [u8], path: &OutputPath) -> &'a [u8] {
        let inner = Comment::ALL
            .into_iter()
            .find_map(|comment| unsigned(bytes, comment))
            .filter(|(inner, mark)| self.mark(inner, path).as_bytes() == *mark);
        inner.map_or(bytes, |(inner, _)| inner)
    }

    fn mark(&self, bytes: &[u8], path: &OutputPath) -> String {
        let mut hasher = blake3::Hasher::new_derive_key(CONTEXT);
        for part in [self.base_url.as_bytes(), path.as_str().as_bytes(), bytes] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        hasher.finalize().to_hex()[..DIGITS].to_owned()
    }

    /// Who made a file, as its own mark says.
    pub(super) fn maker_by_mark(&self, bytes: &[u8], path: &OutputPath) -> MadeBy {
        match Comment::ALL
            .into_iter()
            .find_map(|comment| unsigned(bytes, comment))
        {
            Some((inner, mark)) if self.mark(inner, path).as_bytes() == mark => MadeBy::Signed,
            Some(_) => MadeBy::Marked,
            None => MadeBy::Others,
        }
    }
}

/// The bytes of a file and the mark at their end.
fn unsigned(bytes: &[u8], comment: Comment) -> Option<(&[u8], &[u8])> {
    let (before, after) = comment.around();
    let rest = bytes.strip_suffix(after.as_bytes())?;
    let (rest, mark) = rest.split_at_checked(rest.len().checked_sub(DIGITS)?)?;
    Some((rest.strip_suffix(before.as_bytes())?, mark))
}
