//! [`DeskHtml`]: the pages of the desk, written element by element. Whatever is put between tags or in
//! an attribute is escaped on its way in, so that no text of a site can be anything but text.

use crate::encode::{html_text, html_value};

/// A piece of HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskHtml(String);

impl DeskHtml {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The beginning of a whole page.
    pub fn page() -> Self {
        Self("<!doctype html>\n".to_owned())
    }

    /// Adds text, as people read it.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&html_text(text));
        self
    }

    /// Adds an element with what `inside` puts in it. An attribute that only has to be there has no
    /// words as its value.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        inside: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.empty(name, attributes);
        inside(self);
        for part in ["</", name, ">"] {
            self.0.push_str(part);
        }
        self
    }

    /// Adds an element that holds a text.
    pub fn words(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) -> &mut Self {
        self.element(name, attributes, |html| {
            html.text(text);
        })
    }

    /// Adds an element that never holds anything: `input`, `br`, `link`.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> &mut Self {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            if !value.is_empty() {
                self.0.push_str("=\"");
                self.0.push_str(&html_value(value));
                self.0.push('"');
            }
        }
        self.0.push('>');
        self
    }

    /// Adds a text in which words of files stand between backticks.
    pub fn coded(&mut self, text: &str) -> &mut Self {
        let mut parts = text.split('`');
        if let Some(first) = parts.next() {
            self.text(first);
        }
        while let Some(code) = parts.next() {
            self.words("code", &[], code);
            if let Some(text) = parts.next() {
                self.text(text);
            }
        }
        self
    }

    /// Adds a text field of several lines. A line end at its very beginning would be dropped by
    /// browsers, so one goes before it.
    pub fn textarea(&mut self, attributes: &[(&'static str, &str)], text: &str) -> &mut Self {
        self.element("textarea", attributes, |html| {
            html.0.push('\n');
            html.text(text);
        })
    }

    /// Adds what is wrong with a form, above everything else: its title, and what `inside` puts below
    /// that.
    pub fn summary(&mut self, title: &str, inside: impl FnOnce(&mut Self)) -> &mut Self {
        let attributes = [
            ("class", "summary"),
            ("id", "summary"),
            ("role", "alert"),
            ("tabindex", "-1"),
        ];
        self.element("div", &attributes, |html| {
            html.words("h2", &[], title);
            inside(html);
        })
    }

    /// Adds what was made elsewhere.
    pub fn add(&mut self, other: &Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<DeskHtml> for String {
    fn from(html: DeskHtml) -> Self {
        html.0
    }
}

#[cfg(test)]
mod tests {
    use super::DeskHtml;

    #[test]
    fn no_text_gets_out_of_its_place() {
        let hostile = "\"><script>'&";
        let mut html = DeskHtml::new();
        html.element("p", &[("class", hostile), ("hidden", "")], |html| {
            html.text(hostile);
        });
        html.textarea(&[], "\n</textarea>");
        assert_eq!(
            html.as_str(),
            "<p class=\"&quot;&gt;&lt;script&gt;'&amp;\" hidden>\"&gt;&lt;script&gt;'&amp;</p>\
             <textarea>\n\n&lt;/textarea&gt;</textarea>"
        );
    }
}
