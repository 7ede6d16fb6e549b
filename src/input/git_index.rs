//! What git keeps: whether its index names a file below a folder. In go the bytes of `.git/index`,
//! out comes an answer. They may be anybody's bytes: what cannot be read to the end as an index, of
//! version 2, 3 or 4, names nothing.
//!
//! The format is that of git's own "gitformat-index" (git-scm.com/docs/index-format). Nothing is
//! read of a file but its path.

use std::path::Path;

use crate::folder::Folder;

/// The lengths of the hashes that git names files by: SHA-1, and SHA-256. The index does not say
/// which it holds, but only one of the two lets it be read to its end.
const HASHES: [usize; 2] = [20, 32];

/// The numbers before the hash of an entry: two times of two numbers, then device, inode, mode,
/// owner, group and size, each of four bytes.
const NUMBERS: usize = 40;

/// An entry's flags that more flags follow, from version 3 on.
const EXTENDED: u16 = 0x4000;

/// The same for git's index, which is looked at for one name: that of a million files is larger,
/// and is not looked at.
const LARGEST_INDEX: u64 = 64;

/// Whether git keeps anything below this folder, whose name ends in `/`.
pub(super) fn keeps_any_of(site: &Folder, folder: &str) -> bool {
    bytes(site).is_some_and(|index| keeps_any_below(&index, folder))
}

/// The bytes of git's index, where the report's own folder is what git keeps. No link is followed,
/// also not the one that a file `.git` is in a second work tree; what stands there may be
/// anybody's, so only a plain file of some size is read.
fn bytes(site: &Folder) -> Option<Vec<u8>> {
    site.read(Path::new(".git/index"), LARGEST_INDEX * 1_000_000)
        .ok()
}

/// Whether git keeps any file below this folder, which is named from where `.git` stands, with `/`
/// at the end.
fn keeps_any_below(index: &[u8], folder: &str) -> bool {
    HASHES
        .into_iter()
        .find_map(|hash| read(index, hash, folder))
        .unwrap_or(false)
}

/// Reads a whole index whose hashes are so long.
fn read(index: &[u8], hash: usize, folder: &str) -> Option<bool> {
    let mut found = false;
    // The hash of all that stands before it closes the index. It may be left out as zeros, and it
    // protects nobody from who can write it.
    let mut rest = index
        .get(..index.len().checked_sub(hash)?)?
        .strip_prefix(b"DIRC")?;
    let version = number(&mut rest)?;
    let entries = number(&mut rest)?;
    if !(2..=4).contains(&version) {
        return None;
    }
    // Each path of version 4 begins as the one before it.
    let mut path = Vec::new();
    for _ in 0..entries {
        let whole = rest;
        take(&mut rest, NUMBERS + hash)?;
        let mut size = NUMBERS + hash + 2;
        if flags(&mut rest)? & EXTENDED != 0 {
            if version == 2 {
                return None;
            }
            flags(&mut rest)?;
            size += 2;
        }
        if version == 4 {
            let left_off = offset(&mut rest)?;
            path.truncate(path.len().checked_sub(left_off)?);
        } else {
            path.clear();
        }
        let end = rest.iter().position(|byte| *byte == 0)?;
        path.extend_from_slice(take(&mut rest, end)?);
        if version == 4 {
            take(&mut rest, 1)?;
        } else {
            // One zero ends the path, and as many more make the entry a multiple of eight bytes
            // long.
            rest = whole;
            let entry = take(&mut rest, (size + end + 1).next_multiple_of(8))?;
            if entry[size + end..].iter().any(|byte| *byte != 0) {
                return None;
            }
        }
        found |= path.starts_with(folder.as_bytes());
    }
    // What may follow has a name of four letters and says how long it is.
    while !rest.is_empty() {
        take(&mut rest, 4)?;
        let length = number(&mut rest)?;
        take(&mut rest, usize::try_from(length).ok()?)?;
    }
    Some(found)
}

/// Takes so many bytes off the front, where there are so many.
fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(take(rest, 4)?.try_into().ok()?))
}

fn flags(rest: &mut &[u8]) -> Option<u16> {
    Some(u16::from_be_bytes(take(rest, 2)?.try_into().ok()?))
}

/// A number in as many bytes as it needs, seven bits in each; every byte that another follows
/// counts one more, so that each number is written in one way only ("offset encoding" in git's
/// "gitformat-pack").
fn offset(rest: &mut &[u8]) -> Option<usize> {
    let mut value = 0_usize;
    loop {
        let byte = *take(rest, 1)?.first()?;
        value = value
            .checked_mul(128)?
            .checked_add(usize::from(byte & 0x7F))?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
        value = value.checked_add(1)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An index as git writes it, of version 2, 3 or 4, with hashes of so many bytes.
    fn index(version: u8, hash: usize, paths: &[&str]) -> Vec<u8> {
        let count = u32::try_from(paths.len()).expect("few paths");
        let mut bytes = b"DIRC\0\0\0".to_vec();
        bytes.push(version);
        bytes.extend(count.to_be_bytes());
        let mut before = "";
        for path in paths {
            let start = bytes.len();
            bytes.extend((0_u8..).take(NUMBERS + hash));
            let length = u16::try_from(path.len()).expect("a short path");
            if version == 3 {
                bytes.extend((EXTENDED | length).to_be_bytes());
                bytes.extend(0x2000_u16.to_be_bytes());
            } else {
                bytes.extend(length.to_be_bytes());
            }
            if version == 4 {
                let shared = before
                    .bytes()
                    .zip(path.bytes())
                    .take_while(|(one, other)| one == other)
                    .count();
                let left_off = u8::try_from(before.len() - shared).expect("a short path");
                // 128 takes two bytes, the first of which counts one more.
                bytes.extend(if left_off < 128 {
                    vec![left_off]
                } else {
                    vec![0x80, left_off - 128]
                });
                bytes.extend(path.as_bytes()[shared..].iter().chain(&[0]));
                before = path;
            } else {
                bytes.extend(path.as_bytes());
                bytes.push(0);
                while !(bytes.len() - start).is_multiple_of(8) {
                    bytes.push(0);
                }
            }
        }
        bytes.extend(b"TREE\0\0\0\x05abcde");
        bytes.extend(std::iter::repeat_n(7, hash));
        bytes
    }

    #[test]
    fn every_version_with_either_hash_is_read() {
        let long = format!(".oogst/{}", "m".repeat(150));
        for (paths, expected) in [
            (vec![], false),
            (
                vec![
                    ".gitignore",
                    ".oogst.md",
                    "content/.oogst/preview/x",
                    "oogst.toml",
                ],
                false,
            ),
            (vec![".oogst"], false),
            (vec![".gitignore", ".oogst/lock", "oogst.toml"], true),
            (vec![&long, "content/over.md", "content/over.txt"], true),
            (vec!["a", ".oogst/preview/a/index.html"], true),
        ] {
            for version in 2..=4 {
                for hash in HASHES {
                    assert_eq!(
                        keeps_any_below(&index(version, hash, &paths), ".oogst/"),
                        expected,
                        "version {version}, {hash} bytes: {paths:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_no_whole_index_names_nothing() {
        for version in 2..=4 {
            let whole = index(version, 20, &[".oogst/lock", ".oogst/preview/index.html"]);
            assert!(keeps_any_below(&whole, ".oogst/"));
            // What follows the entries may be left out.
            let extension = b"TREE\0\0\0\x05abcde".len();
            for length in 0..whole.len() - extension {
                assert!(
                    !keeps_any_below(&whole[..length], ".oogst/"),
                    "cut off after {length} bytes"
                );
            }
        }
        for version in [0, 1, 5, 255] {
            let mut other = index(2, 20, &[".oogst/lock"]);
            other[7] = version;
            assert!(
                !keeps_any_below(&other, ".oogst/"),
                "version {version} is not known"
            );
        }
        // An entry that takes more off the path before it than there is, by a number larger than
        // any.
        let mut beyond = index(4, 20, &[".oogst/lock"]);
        let at = 12 + NUMBERS + 20 + 2;
        beyond.splice(at..=at, std::iter::repeat_n(0xFF, 20).chain([0]));
        assert!(!keeps_any_below(&beyond, ".oogst/"));
        // As many entries as can be said, in an index that holds one.
        let mut many = index(2, 20, &[".oogst/lock"]);
        many[8..12].fill(0xFF);
        assert!(!keeps_any_below(&many, ".oogst/"));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_are_too_much(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), version in 1_u8..6) {
            keeps_any_below(&bytes, ".oogst/");
            let mut headed = b"DIRC\0\0\0".to_vec();
            headed.push(version);
            headed.extend(&bytes);
            keeps_any_below(&headed, ".oogst/");
        }
    }
}
