//! The beginning of a text, as a line of a message shows it.

/// The most characters that are shown.
const MOST_SHOWN: usize = 60;

/// A text in one line, as much of it as is shown.
pub fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
