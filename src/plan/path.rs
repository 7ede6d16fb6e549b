//! [`OutputPath`]: where a file of the site stands within the output folder. Text goes in, a
//! checked path or the [`PathFault`] comes out. A checked path stays inside the output folder and
//! means the same file on Linux, macOS and Windows.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The settings that Apache reads in a folder.
pub(super) const HTACCESS: &str = ".htaccess";

/// Longest name of one file or folder, in bytes. File systems allow 255; the rest is room for what
/// others append (`.gz`, `.part`).
const LONGEST_SEGMENT: usize = 200;

/// Longest path, in bytes: macOS allows 1,024 with the output folder's own path included.
const LONGEST_PATH: usize = 900;

/// A relative path with `/` between its segments, such as
/// `bijeenkomsten/2018-overijssel/index.html`.
///
/// Made by [`OutputPath::new`] only, and trusted from then on. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct OutputPath(Arc<str>);

/// Why a text is no path in the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathFault {
    /// The path, or a segment of it, is empty: `a//b`, `/a`, `a/`.
    Empty,
    /// A segment is `.` or `..`.
    Dots,
    /// A name starts with a dot; only `.well-known` (RFC 8615) and `.htaccess` at the top may.
    Hidden,
    /// A character that some system cannot have in a name, or reads as something else:
    /// `\ : < > " | ? *` and control characters.
    Character(char),
    /// A name ends in a dot or a space, which Windows drops.
    Ending,
    /// A name that Windows keeps for a device, such as `con` or `lpt1.html`.
    Device,
    /// A name of more than 200 bytes, or a path of more than 900.
    TooLong,
}

impl OutputPath {
    /// Checks a text. A name in another Unicode spelling becomes NFC, since some systems take the
    /// spellings for one file and others for two.
    ///
    /// # Errors
    /// The first fault, from left to right.
    pub fn new(text: &str) -> Result<Self, PathFault> {
        let path: Arc<str> = if is_nfc(text) {
            text.into()
        } else {
            text.nfc().collect::<String>().into()
        };
        if path.len() > LONGEST_PATH {
            return Err(PathFault::TooLong);
        }
        if &*path == HTACCESS {
            return Ok(Self(path));
        }
        for (place, segment) in path.split('/').enumerate() {
            check_segment(segment, place == 0)?;
        }
        Ok(Self(path))
    }

    /// The path as text, `/` between the segments.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the file stands on disk when `folder` is the output folder.
    pub fn within(&self, folder: &Path) -> PathBuf {
        folder.join(&*self.0)
    }

    /// The folders above the file, nearest first, without the output folder itself.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(parent(&self.0), |folder| parent(folder))
    }

    /// The folder that holds the file; empty for the output folder itself.
    pub(crate) fn folder(&self) -> &str {
        parent(&self.0).unwrap_or("")
    }
}

/// The folder above `path`, if that is not the output folder itself.
pub(crate) fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

/// Whether some system cannot have a character in a name, or reads it as something else.
fn is_unfit(character: char) -> bool {
    matches!(character, '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*') || character.is_control()
}

fn check_segment(segment: &str, first: bool) -> Result<(), PathFault> {
    if segment.is_empty() {
        return Err(PathFault::Empty);
    }
    if segment == "." || segment == ".." {
        return Err(PathFault::Dots);
    }
    if segment.starts_with('.') && !(first && segment == ".well-known") {
        return Err(PathFault::Hidden);
    }
    if let Some(character) = segment.chars().find(|character| is_unfit(*character)) {
        return Err(PathFault::Character(character));
    }
    if segment.ends_with(['.', ' ']) {
        return Err(PathFault::Ending);
    }
    if segment.len() > LONGEST_SEGMENT {
        return Err(PathFault::TooLong);
    }
    if is_device(segment) {
        return Err(PathFault::Device);
    }
    Ok(())
}

/// A name like this one that every system can have, and that is as short as a name may be.
pub(super) fn portable(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|character| if is_unfit(character) { '-' } else { character })
        .collect();
    let plain = plain.trim_end_matches(['.', ' ', '-']);
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (plain, String::new()),
    };
    // Room for the width of a picture.
    let room = (LONGEST_SEGMENT - 20).saturating_sub(ending.len());
    let stem = stem[..stem.floor_char_boundary(room)].trim_matches(['.', ' ', '-']);
    // Windows looks at what stands before the first dot.
    let (first, rest) = stem.split_at(stem.find('.').unwrap_or(stem.len()));
    let first = if is_device(first) {
        format!("{}-1", first.trim_end())
    } else if first.is_empty() {
        "1".to_owned()
    } else {
        first.to_owned()
    };
    format!("{first}{rest}{ending}")
}

/// Windows looks at the name before the first dot, in any case, without spaces at its end.
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>
fn is_device(segment: &str) -> bool {
    let stem = segment
        .split('.')
        .next()
        .unwrap_or(segment)
        .trim_end_matches(' ');
    if ["con", "prn", "aux", "nul", "conin$", "conout$"]
        .iter()
        .any(|device| stem.eq_ignore_ascii_case(device))
    {
        return true;
    }
    let Some((name, number)) = stem.char_indices().nth(3).map(|(at, _)| stem.split_at(at)) else {
        return false;
    };
    let mut numbers = number.chars();
    let one_number = matches!(
        (numbers.next(), numbers.next()),
        (Some('0'..='9' | '¹' | '²' | '³'), None)
    );
    one_number && (name.eq_ignore_ascii_case("com") || name.eq_ignore_ascii_case("lpt"))
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for OutputPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl TryFrom<String> for OutputPath {
    type Error = PathFault;

    fn try_from(text: String) -> Result<Self, PathFault> {
        Self::new(&text)
    }
}

impl std::str::FromStr for OutputPath {
    type Err = PathFault;

    fn from_str(text: &str) -> Result<Self, PathFault> {
        Self::new(text)
    }
}

impl fmt::Display for PathFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an empty name"),
            Self::Dots => f.write_str("`.` or `..` as a name"),
            Self::Hidden => f.write_str("a name that starts with a dot"),
            Self::Character(character) => write!(f, "the character {character:?}"),
            Self::Ending => f.write_str("a name that ends in a dot or a space"),
            Self::Device => f.write_str("a name that Windows keeps for a device"),
            Self::TooLong => f.write_str("a name or path that is too long"),
        }
    }
}

impl Error for PathFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_are_taken_as_they_are() {
        for text in [
            "index.html",
            "bijeenkomsten/2018-overijssel/index.html",
            "media/plan 2 (kort).pdf",
            ".well-known/security.txt",
            ".htaccess",
            "console/com10",
            "mensen/zoë",
        ] {
            assert_eq!(
                OutputPath::new(text).map(|path| path.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn faults_are_named() {
        let long = "a".repeat(201);
        let deep = "ab/".repeat(300) + "c";
        for (text, fault) in [
            ("", PathFault::Empty),
            ("/etc/passwd", PathFault::Empty),
            ("a/", PathFault::Empty),
            ("a//b", PathFault::Empty),
            ("a/../b", PathFault::Dots),
            ("./a", PathFault::Dots),
            (".git/config", PathFault::Hidden),
            ("a/.well-known", PathFault::Hidden),
            ("a/.htaccess", PathFault::Hidden),
            (".htaccess/a", PathFault::Hidden),
            ("a\\b", PathFault::Character('\\')),
            ("c:/a", PathFault::Character(':')),
            ("a\0", PathFault::Character('\0')),
            ("a\u{85}", PathFault::Character('\u{85}')),
            ("a./b", PathFault::Ending),
            ("a ", PathFault::Ending),
            ("mensen/Con/index.html", PathFault::Device),
            ("nul .txt", PathFault::Device),
            ("lpt1.html", PathFault::Device),
            ("COM²", PathFault::Device),
            (long.as_str(), PathFault::TooLong),
            (deep.as_str(), PathFault::TooLong),
        ] {
            assert_eq!(OutputPath::new(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn two_spellings_of_a_name_are_one_path() {
        assert_eq!(OutputPath::new("zoe\u{308}"), OutputPath::new("zo\u{eb}"));
    }

    #[test]
    fn folders_come_nearest_first() {
        let path = OutputPath::new("a/b/c.html").expect("a plain path");
        assert_eq!(path.folders().collect::<Vec<_>>(), ["a/b", "a"]);
    }
}
