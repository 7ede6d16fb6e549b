//! The styles of an `OpenDocument` text, by names that are the same in every language
//! (`OpenDocument` 1.3, part 3, section 16): of paragraphs, of words, and of lists.

use std::collections::HashMap;

use crate::intake::document::model::Loss;
use crate::intake::refused::Refused;
use crate::intake::xml::{Element, XmlReader};

/// The most styles of a document.
const MOST: usize = 20_000;

/// The most styles that one is based on.
const LONGEST_CHAIN: usize = 20;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct OdtStyles {
    by_name: HashMap<String, OdtStyle>,
    /// Of each style of lists its levels.
    lists: HashMap<String, HashMap<usize, Option<u64>>>,
    /// What is on every page.
    pub(super) margin: Option<Loss>,
}

#[derive(Debug, Default)]
struct OdtStyle {
    parent: Option<String>,
    /// Whether it was made for one place, and so says what somebody chose there.
    is_automatic: bool,
    look: WordLook,
}

/// How words look. `None` leaves it to what they stand in.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct WordLook {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) hidden: Option<bool>,
}

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OdtRole {
    Title,
    Caption,
    Text,
}

impl WordLook {
    /// This look, and another where it says nothing.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            struck: self.struck.or(other.struck),
            hidden: self.hidden.or(other.hidden),
        }
    }
}

impl OdtStyles {
    /// Reads the styles in an element that is open: `office:styles`, `office:automatic-styles`.
    pub(super) fn add(
        &mut self,
        xml: &mut XmlReader<'_>,
        is_automatic: bool,
    ) -> Result<(), Refused> {
        while let Some(element) = xml.child()? {
            if self.by_name.len() + self.lists.len() >= MOST {
                return Err(Refused::CountsTooMuch);
            }
            match element.name() {
                "style" => self.style(&element, xml, is_automatic)?,
                "list-style" => self.list(&element, xml)?,
                _ => {
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }

    /// Looks for words in the margins of pages: `office:master-styles`, which is open.
    pub(super) fn margins(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Refused> {
        while let Some(_page) = xml.child()? {
            while let Some(part) = xml.child()? {
                let is_margin =
                    part.name().starts_with("header") || part.name().starts_with("footer");
                // The number of the page is nobody's text.
                if xml.text(4_096)?.contains(char::is_alphabetic) && is_margin {
                    self.margin = Some(Loss::Margin);
                }
            }
        }
        Ok(())
    }

    fn style(
        &mut self,
        element: &Element<'_>,
        xml: &mut XmlReader<'_>,
        is_automatic: bool,
    ) -> Result<(), Refused> {
        let name = element.value("name").unwrap_or_default();
        let family = element.value("family").unwrap_or_default();
        let mut style = OdtStyle {
            parent: element.value("parent-style-name"),
            is_automatic,
            look: WordLook::default(),
        };
        while let Some(child) = xml.child()? {
            if child.name() == "text-properties" {
                style.look = look(&child);
            }
            xml.skip()?;
        }
        if matches!(family.as_str(), "paragraph" | "text") {
            self.by_name.insert(format!("{family} {name}"), style);
        }
        Ok(())
    }

    fn list(&mut self, element: &Element<'_>, xml: &mut XmlReader<'_>) -> Result<(), Refused> {
        let name = element.value("name").unwrap_or_default();
        let mut levels = HashMap::new();
        while let Some(child) = xml.child()? {
            let level = child.value("level").and_then(|level| level.parse().ok());
            let is_numbered = child.name() == "list-level-style-number"
                && child
                    .value("num-format")
                    .is_some_and(|format| !format.is_empty());
            let start = child
                .value("start-value")
                .and_then(|start| start.parse().ok());
            if let Some(level) = level {
                levels.insert(level, is_numbered.then(|| start.unwrap_or(1)));
            }
            xml.skip()?;
        }
        self.lists.insert(name, levels);
        Ok(())
    }

    /// The first number of a list on a level, which are counted from 1; `None` where its points have
    /// no numbers.
    pub(super) fn first_number(&self, list: &str, level: usize) -> Option<u64> {
        self.lists.get(list)?.get(&level).copied().flatten()
    }

    fn chain<'s>(
        &'s self,
        family: &'s str,
        name: Option<&str>,
    ) -> impl Iterator<Item = &'s OdtStyle> {
        let find = move |name: &str| self.by_name.get(&format!("{family} {name}"));
        std::iter::successors(name.and_then(find), move |style| {
            find(style.parent.as_deref()?)
        })
        .take(LONGEST_CHAIN)
    }

    /// What a paragraph of this style is.
    pub(super) fn role(&self, name: Option<&str>) -> OdtRole {
        // A style that every program has may be named without being there.
        let names = std::iter::successors(name.map(str::to_owned), |name| {
            let style = self.by_name.get(&format!("paragraph {name}"))?;
            style.parent.clone()
        });
        let roles = names
            .take(LONGEST_CHAIN)
            .find_map(|name| match name.as_str() {
                "Title" => Some(OdtRole::Title),
                "Caption" | "Illustration" | "Figure" | "Drawing" => Some(OdtRole::Caption),
                _ => None,
            });
        roles.unwrap_or(OdtRole::Text)
    }

    /// How the words of a paragraph look as somebody chose, besides what its kind of paragraph looks
    /// like; whether they are hidden, by either.
    pub(super) fn paragraph(&self, name: Option<&str>) -> WordLook {
        let mut all = WordLook::default();
        for style in self.chain("paragraph", name) {
            let chosen = if style.is_automatic {
                style.look
            } else {
                WordLook {
                    hidden: style.look.hidden,
                    ..WordLook::default()
                }
            };
            all = all.or(chosen);
        }
        all
    }

    /// How words of this style look.
    pub(super) fn words(&self, name: Option<&str>) -> WordLook {
        self.chain("text", name)
            .fold(WordLook::default(), |all, style| all.or(style.look))
    }
}

fn look(element: &Element<'_>) -> WordLook {
    let weight = element
        .value("font-weight")
        .map(|weight| weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600));
    WordLook {
        bold: weight,
        italic: element
            .value("font-style")
            .map(|style| matches!(style.as_str(), "italic" | "oblique")),
        struck: element
            .value("text-line-through-style")
            .map(|style| style != "none"),
        hidden: element.value("display").map(|display| display == "none"),
    }
}
