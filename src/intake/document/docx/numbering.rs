//! The lists of a Word document: which paragraphs are points with a sign, which have a number, and
//! which number (ECMA-376 part 1, section 17.9).

use std::collections::HashMap;

use super::styles::Styles;
use crate::intake::package::Package;
use crate::intake::refused::Refused;
use crate::intake::xml::{Element, XmlReader, text_of};

/// The most lists of a document; Word writes a new one for many a paragraph.
const MOST: usize = 50_000;

/// How many levels a list has.
const LEVELS: usize = 9;

/// The lists of a document, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each pattern, by its id.
    patterns: HashMap<String, Pattern>,
    /// The pattern of each list, by the list's id, with levels of its own.
    lists: HashMap<String, (String, Pattern)>,
    /// The last number of each level.
    counted: HashMap<(String, usize), u64>,
}

/// The levels of a list.
#[derive(Debug, Default, Clone)]
struct Pattern {
    levels: HashMap<usize, ListLevel>,
    /// The style of numbering that has the levels instead.
    style: Option<String>,
}

#[derive(Debug, Default, Clone)]
struct ListLevel {
    sign: Option<ListSign>,
    start: Option<u64>,
    /// The style of paragraphs on this level.
    style: Option<String>,
}

/// What stands before a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListSign {
    Number,
    Bullet,
    Nothing,
}

/// What a paragraph is in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PlaceInList {
    pub(super) level: usize,
    pub(super) number: Option<u64>,
}

impl Numbering {
    /// Reads a part with lists; none where it is not there.
    pub(super) fn read(package: &mut Package<'_>, part: Option<&String>) -> Result<Self, Refused> {
        let mut numbering = Self::default();
        let bytes = match part {
            Some(part) => package.part(part)?,
            None => None,
        };
        let Some(bytes) = bytes else {
            return Ok(numbering);
        };
        let text = text_of(bytes)?;
        let mut xml = XmlReader::new(&text);
        let Some(_) = xml.child()? else {
            return Ok(numbering);
        };
        while let Some(element) = xml.child()? {
            match element.name() {
                "abstractNum" => {
                    let id = element.value("abstractNumId").unwrap_or_default();
                    let pattern = pattern(&mut xml)?;
                    numbering.patterns.insert(id, pattern);
                }
                "num" => {
                    let id = element.value("numId").unwrap_or_default();
                    let list = list(&mut xml)?;
                    numbering.lists.insert(id, list);
                }
                _ => {
                    xml.skip()?;
                }
            }
            if numbering.patterns.len() + numbering.lists.len() > MOST {
                return Err(Refused::CountsTooMuch);
            }
        }
        Ok(numbering)
    }

    /// The level of a style's paragraphs in a list, where the list says so.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let (pattern, _) = self.lists.get(list)?;
        let levels = &self.patterns.get(pattern)?.levels;
        (0..LEVELS).find(|level| {
            levels
                .get(level)
                .is_some_and(|level| level.style.as_deref() == Some(style))
        })
    }

    /// Takes the next place in a list; `None` where points of this level have no sign at all.
    pub(super) fn next(
        &mut self,
        list: &str,
        level: usize,
        styles: &Styles,
    ) -> Option<PlaceInList> {
        let level = level.min(LEVELS - 1);
        let (pattern, own) = self.lists.get(list)?;
        let mut shared = self.patterns.get(pattern)?;
        let mut counts_as = pattern.clone();
        if let Some(style) = &shared.style
            && let Some((pattern, _)) = styles.list_of(style).and_then(|list| self.lists.get(list))
        {
            shared = self.patterns.get(pattern)?;
            counts_as.clone_from(pattern);
        }
        let mut found = shared.levels.get(&level).cloned().unwrap_or_default();
        if let Some(own) = own.levels.get(&level) {
            // A list of its own counts by itself.
            counts_as = format!("{counts_as} {list}");
            found.start = own.start.or(found.start);
            found.sign = own.sign.or(found.sign);
        }
        let sign = found.sign.unwrap_or(ListSign::Number);
        if sign == ListSign::Nothing {
            return None;
        }
        for deeper in level + 1..LEVELS {
            self.counted.remove(&(counts_as.clone(), deeper));
        }
        let number = (sign == ListSign::Number).then(|| {
            let start = found.start.unwrap_or(1);
            *self
                .counted
                .entry((counts_as, level))
                .and_modify(|last| *last = last.saturating_add(1))
                .or_insert(start)
        });
        Some(PlaceInList { level, number })
    }
}

fn pattern(xml: &mut XmlReader<'_>) -> Result<Pattern, Refused> {
    let mut pattern = Pattern::default();
    while let Some(child) = xml.child()? {
        match child.name() {
            "numStyleLink" => {
                pattern.style = child.value("val");
                xml.skip()?;
            }
            "lvl" => {
                let (number, level) = level(&child, xml)?;
                pattern.levels.insert(number, level);
            }
            _ => {
                xml.skip()?;
            }
        }
    }
    Ok(pattern)
}

fn list(xml: &mut XmlReader<'_>) -> Result<(String, Pattern), Refused> {
    let (mut pattern, mut own) = (String::new(), Pattern::default());
    while let Some(child) = xml.child()? {
        match child.name() {
            "abstractNumId" => {
                pattern = child.value("val").unwrap_or_default();
                xml.skip()?;
            }
            "lvlOverride" => {
                let number = place(&child);
                let mut overriding = ListLevel::default();
                while let Some(inner) = xml.child()? {
                    match inner.name() {
                        "startOverride" => {
                            overriding.start =
                                inner.value("val").and_then(|start| start.parse().ok());
                            xml.skip()?;
                        }
                        "lvl" => {
                            let start = overriding.start;
                            overriding = level(&inner, xml)?.1;
                            overriding.start = start.or(overriding.start);
                        }
                        _ => {
                            xml.skip()?;
                        }
                    }
                }
                own.levels.insert(number, overriding);
            }
            _ => {
                xml.skip()?;
            }
        }
    }
    Ok((pattern, own))
}

/// The number of a level; what has none is beyond those that count.
fn place(element: &Element<'_>) -> usize {
    let level = element.value("ilvl").and_then(|level| level.parse().ok());
    level.unwrap_or(LEVELS).min(LEVELS)
}

fn level(element: &Element<'_>, xml: &mut XmlReader<'_>) -> Result<(usize, ListLevel), Refused> {
    let number = place(element);
    let mut level = ListLevel::default();
    while let Some(child) = xml.child()? {
        let value = child.value("val");
        match child.name() {
            "numFmt" => {
                level.sign = Some(match value.as_deref() {
                    Some("bullet") => ListSign::Bullet,
                    Some("none") => ListSign::Nothing,
                    _ => ListSign::Number,
                });
            }
            "start" => level.start = value.and_then(|start| start.parse().ok()),
            "pStyle" => level.style = value,
            _ => {}
        }
        xml.skip()?;
    }
    Ok((number, level))
}
