//! The envelope around the files that the builder writes for itself: bytes go in with a name and a version, and come out
//! only when all of them are there and unchanged, under that name and version. Anything else reads as nothing.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a file of the builder's own holds, and which layout its values have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seal {
    /// The first bytes of the file.
    pub(super) name: [u8; 12],
    /// To be raised whenever the layout of the value changes: postcard does not describe itself.
    pub(super) version: u32,
}

const CHECK: usize = blake3::OUT_LEN;

impl Seal {
    /// The value as bytes for a file.
    pub(super) fn close<T: Serialize>(self, value: &T) -> Vec<u8> {
        let mut bytes = self.head();
        let head = bytes.len();
        bytes.resize(head + CHECK, 0);
        let mut bytes = postcard::to_extend(value, bytes).expect("plain values in memory always serialise");
        let check = blake3::hash(&bytes[head + CHECK..]);
        bytes[head..head + CHECK].copy_from_slice(check.as_bytes());
        bytes
    }

    /// The value in a file's bytes; nothing if they are of another kind or version, cut off or changed.
    pub(super) fn open<T: DeserializeOwned>(self, bytes: &[u8]) -> Option<T> {
        let rest = bytes.strip_prefix(self.head().as_slice())?;
        let (check, payload) = rest.split_at_checked(CHECK)?;
        if blake3::hash(payload).as_bytes() != check {
            return None;
        }
        postcard::from_bytes(payload).ok()
    }

    fn head(self) -> Vec<u8> {
        let mut head = self.name.to_vec();
        head.extend(self.version.to_le_bytes());
        head
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEAL: Seal = Seal { name: *b"oogst test  ", version: 2 };

    #[test]
    fn only_whole_unchanged_bytes_of_the_same_version_open() {
        let bytes = SEAL.close(&vec!["een", "twee"]);
        assert_eq!(SEAL.open::<Vec<String>>(&bytes), Some(vec!["een".to_owned(), "twee".to_owned()]));
        for length in 0..bytes.len() {
            assert_eq!(SEAL.open::<Vec<String>>(&bytes[..length]), None, "cut off after {length} bytes");
        }
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 0x40;
            assert_eq!(SEAL.open::<Vec<String>>(&changed), None, "byte {place} changed");
        }
        assert_eq!(Seal { version: 3, ..SEAL }.open::<Vec<String>>(&bytes), None);
    }
}
