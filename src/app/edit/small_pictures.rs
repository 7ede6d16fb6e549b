//! [`SmallPictures`]: small pictures of photos as they were made, so that a list that is shown again
//! makes none anew. They are in memory only, and bounded.

use std::collections::VecDeque;

/// How many small pictures are kept in memory, each of some ten kilobytes.
const MOST_SMALL: usize = 400;

/// Small pictures that were made, by the path and the stamp of their file; the oldest goes first.
#[derive(Default)]
pub(super) struct SmallPictures(VecDeque<([u8; 32], Vec<u8>)>);

impl SmallPictures {
    /// The picture of this key.
    pub(super) fn get(&self, key: &[u8; 32]) -> Option<Vec<u8>> {
        let made = self.0.iter().find(|(of, _)| of == key);
        made.map(|(_, bytes)| bytes.clone())
    }

    /// Keeps a picture.
    pub(super) fn keep(&mut self, key: [u8; 32], bytes: &[u8]) {
        if self.0.len() == MOST_SMALL {
            self.0.pop_front();
        }
        self.0.push_back((key, bytes.to_vec()));
    }
}
