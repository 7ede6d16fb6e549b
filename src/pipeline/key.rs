//! The key of a file: everything that its bytes follow from, as one hash.

use crate::output::FileKey;

/// The generator's part of every key: another version may make other bytes of the same view.
const GENERATOR: &str = concat!("oogst ", env!("CARGO_PKG_VERSION"));

/// The key of what `made_by` (a template, or a way of making) makes of this value with this look.
pub(super) fn key(made_by: &str, value: &[u8; 32], look: &[u8; 32]) -> FileKey {
    let mut hasher = blake3::Hasher::new();
    for part in [GENERATOR.as_bytes(), made_by.as_bytes()] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.update(value);
    hasher.update(look);
    FileKey(*hasher.finalize().as_bytes())
}
