//! How a text is to become HTML: what its writer may do, and how deep in a page it stands.

use crate::words::Language;

/// How a text becomes HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlOptions {
    /// What happens to HTML inside the Markdown.
    pub raw_html: RawHtml,
    /// The language of the text: its quotes, and the few words that are added for screen readers.
    pub language: Language,
    /// The level of the text's highest headings, 1 to 6; the others follow below it, without a gap.
    /// Where the page has an `h2` above the text, this is 3.
    pub heading_level: u8,
    /// Goes before every id (of headings and footnotes), to keep several texts on a page apart:
    /// "idee-kleur-". Begins with a letter and holds only `[a-z0-9-]`, so that it needs no escaping
    /// in an attribute or a fragment; anything else is left out of it. Empty for the main text of a
    /// page.
    pub id_prefix: String,
}

impl HtmlOptions {
    /// What goes before every id.
    pub(super) fn prefix(&self) -> String {
        let is_safe = |character: &char| character.is_ascii_alphanumeric() || *character == '-';
        self.id_prefix.chars().filter(is_safe).collect()
    }
}

/// What happens to HTML inside Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// Shown as the text it is.
    Escaped,
    /// A safe subset is let through, the rest is left out.
    Sanitised,
}
