//! The envelope around the files that the program writes for itself: bytes go in with a name, a
//! version and a key, and come out only when all of them are there and unchanged, under that name
//! and version. Whether they are believed is the key's to say.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::StateKey;

/// What a file of the program's own holds, and which layout its values have.
#[derive(Clone, Copy, Debug)]
pub struct Seal {
    /// The first bytes of the file.
    pub name: [u8; 12],
    /// To be raised whenever the layout of the value changes: postcard does not describe itself.
    pub version: u32,
}

/// What came out of an envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened<T> {
    /// This program sealed it here.
    Own(T),
    /// It is whole, and somebody else sealed it, or elsewhere: it may be read, and must not be
    /// obeyed.
    Foreign(T),
}

impl<T> Opened<T> {
    /// The value, if it is to be believed.
    pub fn own(self) -> Option<T> {
        match self {
            Self::Own(value) => Some(value),
            Self::Foreign(_) => None,
        }
    }
}

const CHECK: usize = blake3::OUT_LEN;

impl Seal {
    /// The value as bytes for a file.
    pub fn close<T: Serialize>(self, value: &T, key: &StateKey) -> Vec<u8> {
        let head = self.head();
        let start = head.len() + 2 * CHECK;
        let mut bytes = head;
        bytes.resize(start, 0);
        let mut bytes =
            postcard::to_extend(value, bytes).expect("plain values in memory always serialise");
        let (check, seal) = (
            blake3::hash(&bytes[start..]),
            key.hash(&[&self.head(), &bytes[start..]]),
        );
        bytes[start - 2 * CHECK..start - CHECK].copy_from_slice(check.as_bytes());
        bytes[start - CHECK..start].copy_from_slice(seal.as_bytes());
        bytes
    }

    /// The value in a file's bytes that this program sealed here; nothing if they are anybody
    /// else's, of another kind or version, cut off or changed. Of bytes that are not its own
    /// nothing is read.
    pub fn open<T: DeserializeOwned>(self, bytes: &[u8], key: &StateKey) -> Option<T> {
        let (seal, payload) = self.parts(bytes)?;
        if key.hash(&[&self.head(), payload]).as_bytes() == seal {
            postcard::from_bytes(payload).ok()
        } else {
            None
        }
    }

    /// The value in a file's bytes, with whose it is; nothing if they are of another kind or
    /// version, cut off or changed by accident.
    pub fn read<T: DeserializeOwned>(self, bytes: &[u8], key: &StateKey) -> Option<Opened<T>> {
        let (seal, payload) = self.parts(bytes)?;
        let value = postcard::from_bytes(payload).ok()?;
        let is_own = key.hash(&[&self.head(), payload]).as_bytes() == seal;
        Some(if is_own {
            Opened::Own(value)
        } else {
            Opened::Foreign(value)
        })
    }

    /// The seal and what it is of, whole by its check.
    fn parts(self, bytes: &[u8]) -> Option<(&[u8], &[u8])> {
        let rest = bytes.strip_prefix(self.head().as_slice())?;
        let (check, rest) = rest.split_at_checked(CHECK)?;
        let (seal, payload) = rest.split_at_checked(CHECK)?;
        (blake3::hash(payload).as_bytes() == check).then_some((seal, payload))
    }

    fn head(self) -> Vec<u8> {
        let mut head = self.name.to_vec();
        head.extend(self.version.to_le_bytes());
        head
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::folder::Folder;

    const SEAL: Seal = Seal {
        name: *b"oogst test  ",
        version: 2,
    };

    fn site() -> (TempDir, StateKey) {
        let folder = TempDir::new().expect("a folder can be made");
        let open = Folder::open(folder.path()).expect("it is there");
        open.create_folder(std::path::Path::new(".oogst"))
            .expect("a folder can be made");
        let key = StateKey::of_site(&open).expect("the system says which folder it is");
        (folder, key)
    }

    #[test]
    fn only_whole_unchanged_bytes_of_the_same_version_open() {
        let (_folder, key) = site();
        let bytes = SEAL.close(&vec!["een", "twee"], &key);
        assert_eq!(
            SEAL.open::<Vec<String>>(&bytes, &key),
            Some(vec!["een".to_owned(), "twee".to_owned()])
        );
        for length in 0..bytes.len() {
            assert_eq!(
                SEAL.read::<Vec<String>>(&bytes[..length], &key),
                None,
                "cut off after {length} bytes"
            );
        }
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 0x40;
            assert_eq!(
                SEAL.open::<Vec<String>>(&changed, &key),
                None,
                "byte {place} changed"
            );
        }
        assert_eq!(
            Seal { version: 3, ..SEAL }.read::<Vec<String>>(&bytes, &key),
            None
        );
    }

    #[test]
    fn what_was_sealed_in_another_folder_is_read_and_not_believed() {
        let ((_one, key), (_other, elsewhere)) = (site(), site());
        let bytes = SEAL.close(&7_u32, &elsewhere);
        assert_eq!(SEAL.open::<u32>(&bytes, &key), None);
        assert_eq!(SEAL.read::<u32>(&bytes, &key), Some(Opened::Foreign(7)));
        assert_eq!(SEAL.read::<u32>(&bytes, &elsewhere), Some(Opened::Own(7)));
    }

    #[test]
    fn a_folder_that_was_moved_keeps_its_key_and_a_copy_of_its_state_has_another() {
        let (folder, key) = site();
        let bytes = SEAL.close(&7_u32, &key);
        let moved = folder.path().with_extension("elders");
        std::fs::rename(folder.path(), &moved).expect("a folder can be moved");
        let again = StateKey::of_site(&Folder::open(&moved).expect("it is there")).expect("known");
        assert_eq!(SEAL.open::<u32>(&bytes, &again), Some(7));
        // Who unpacks an archive over a folder that was built in puts another `.oogst` there.
        std::fs::rename(moved.join(".oogst"), moved.join("oud")).expect("a folder can be moved");
        std::fs::create_dir(moved.join(".oogst")).expect("a folder can be made");
        let other = StateKey::of_site(&Folder::open(&moved).expect("it is there")).expect("known");
        assert_eq!(SEAL.open::<u32>(&bytes, &other), None);
        std::fs::remove_dir_all(&moved).expect("a folder can be removed");
    }
}
