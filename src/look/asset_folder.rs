//! What the folder of a site's assets is called: in go the site's address and all files of the
//! folder, out comes a name made of them.
//!
//! One name for all of them, so that what a stylesheet names beside itself is found in the same
//! folder, and never as it was before.

/// How many hexadecimal digits the name has.
const DIGITS: usize = 8;

/// The name of the folder with these files, which come in the order of their paths.
pub fn asset_folder<'a>(
    base_url: &str,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("oogst assets 1");
    let mut part = |bytes: &[u8]| {
        // With its length before it, no part can pass for two.
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    part(base_url.as_bytes());
    for (path, bytes) in files {
        part(path.as_bytes());
        part(bytes);
    }
    hasher.finalize().to_hex()[..DIGITS].to_owned()
}

/// Whether a folder may be one of assets, by its name.
pub fn is_asset_folder(name: &str) -> bool {
    name.len() == DIGITS
        && name
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
