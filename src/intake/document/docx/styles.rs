//! The styles of a Word document, by what they are called in every language: a Dutch Word writes
//! `Kop1` for the id of the style whose name is `heading 1` (ECMA-376 part 1, section 17.7.4.9).

use std::collections::HashMap;

use super::properties::{ParagraphProperties, RunProperties};
use crate::intake::package::Package;
use crate::intake::refused::Refused;
use crate::intake::xml::{XmlReader, text_of};

/// The most styles of a document.
const MOST: usize = 20_000;

/// The most styles that one is based on.
const LONGEST_CHAIN: usize = 20;

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// A style.
#[derive(Debug, Default)]
struct Style {
    /// Its name in small letters.
    name: String,
    based_on: Option<String>,
    paragraph: ParagraphProperties,
    run: RunProperties,
}

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DocxRole {
    /// The title of the document.
    Title,
    /// A heading of this level; 1 is the highest.
    Heading(u8),
    /// Below a picture or table.
    Caption,
    /// A line of a table of contents.
    Contents,
    /// A point of a list of this level; 0 is the highest.
    Point { level: usize, is_numbered: bool },
    /// Text.
    Text,
}

impl Styles {
    /// Reads a part with styles; none where it is not there.
    pub(super) fn read(package: &mut Package<'_>, part: Option<&String>) -> Result<Self, Refused> {
        let mut styles = Self::default();
        let bytes = match part {
            Some(part) => package.part(part)?,
            None => None,
        };
        let Some(bytes) = bytes else {
            return Ok(styles);
        };
        let text = text_of(bytes)?;
        let mut xml = XmlReader::new(&text);
        let Some(_) = xml.child()? else {
            return Ok(styles);
        };
        while let Some(element) = xml.child()? {
            if element.name() != "style" {
                xml.skip()?;
                continue;
            }
            let id = element.value("styleId");
            let mut style = Style::default();
            while let Some(child) = xml.child()? {
                match child.name() {
                    "name" => {
                        style.name = child.value("val").unwrap_or_default().to_lowercase();
                        xml.skip()?;
                    }
                    "basedOn" => {
                        style.based_on = child.value("val");
                        xml.skip()?;
                    }
                    "pPr" => style.paragraph = ParagraphProperties::read(&mut xml)?,
                    "rPr" => style.run = RunProperties::read(&mut xml)?,
                    _ => {
                        xml.skip()?;
                    }
                }
            }
            if styles.0.len() >= MOST {
                return Err(Refused::CountsTooMuch);
            }
            if let Some(id) = id {
                styles.0.insert(id, style);
            }
        }
        Ok(styles)
    }

    /// A style and those that it is based on, itself first.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        std::iter::successors(id.and_then(|id| self.0.get(id)), |style| {
            self.0.get(style.based_on.as_deref()?)
        })
        .take(LONGEST_CHAIN)
    }

    /// What a paragraph of this style is.
    pub(super) fn role(&self, id: Option<&str>) -> DocxRole {
        for style in self.chain(id) {
            if let Some(role) = role_of(&style.name) {
                return role;
            }
            // 9 is the level of text.
            if let Some(level) = style.paragraph.outline.filter(|level| *level < 9) {
                return DocxRole::Heading(level + 1);
            }
        }
        DocxRole::Text
    }

    /// The paragraph's own properties, with those of its style where it says nothing.
    pub(super) fn paragraph(&self, own: &ParagraphProperties) -> ParagraphProperties {
        let mut all = own.clone();
        for style in self.chain(own.style.as_deref()) {
            all.numbering = all.numbering.or_else(|| style.paragraph.numbering.clone());
        }
        all
    }

    /// The list that a style of numbering stands for.
    pub(super) fn list_of<'s>(&'s self, id: &'s str) -> Option<&'s str> {
        let numbering = self
            .chain(Some(id))
            .find_map(|style| style.paragraph.numbering.as_ref())?;
        numbering.list.as_deref()
    }

    /// The run's own properties, with those of its style where it says nothing. Of the style of its
    /// paragraph only counts whether it is hidden: that headings are bold is theirs.
    pub(super) fn run(&self, own: &RunProperties, paragraph: Option<&str>) -> RunProperties {
        let mut all = own.clone();
        for style in self.chain(own.style.as_deref()) {
            all = all.or(&style.run);
        }
        for style in self.chain(paragraph) {
            all.hidden = all.hidden.or(style.run.hidden);
        }
        all
    }
}

/// What a style of this name is for; nothing where its name says nothing.
fn role_of(name: &str) -> Option<DocxRole> {
    let number = |rest: &str| match rest.trim() {
        "" => Some(1),
        rest => rest
            .parse::<u8>()
            .ok()
            .filter(|number| (1..=9).contains(number)),
    };
    let numbered = |start: &str| name.strip_prefix(start).and_then(number);
    if let Some(level) = name.strip_prefix("heading ").and_then(number) {
        return Some(DocxRole::Heading(level));
    }
    if numbered("toc ").is_some() || matches!(name, "toc heading" | "table of figures") {
        return Some(DocxRole::Contents);
    }
    for (start, is_numbered) in [("list bullet", false), ("list number", true)] {
        if let Some(level) = numbered(start) {
            let level = usize::from(level) - 1;
            return Some(DocxRole::Point { level, is_numbered });
        }
    }
    match name {
        "title" => Some(DocxRole::Title),
        "caption" => Some(DocxRole::Caption),
        "normal" | "subtitle" => Some(DocxRole::Text),
        _ => None,
    }
}
