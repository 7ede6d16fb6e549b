//! The indexes of whole lists, for choices to be combined in the browser.

use crate::pages::view::ListIndex;

/// The index of a list as JSON. The names in it are its writers' words: `<` is written as an
/// escape, so that no browser takes the file for a page.
///
/// # Panics
/// Never: plain values become JSON.
pub fn list_index(index: &ListIndex) -> Vec<u8> {
    let mut json = serde_json::to_string(index)
        .expect("plain values become JSON")
        .replace('<', "\\u003c");
    json.push('\n');
    json.into_bytes()
}
