//! What stands below each other in an `OpenDocument` text: paragraphs, lists, tables, sections.

use super::reading::{OdtFlow, OdtReading};
use super::styles::OdtRole;
use crate::intake::document::captions::add_caption;
use crate::intake::document::model::{Block, Inline, Loss, words_of};
use crate::intake::document::settled::flatten;
use crate::intake::refused::Refused;
use crate::intake::xml::{Element, XmlReader};

/// The most columns or rows that one counts for.
const MOST_REPEATED: usize = 64;

impl OdtReading {
    /// Reads the blocks of an element that is open.
    pub(super) fn blocks(
        &mut self,
        xml: &mut XmlReader<'_>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "p" => self.paragraph(xml, &element, None, blocks)?,
                "h" => {
                    let level = element
                        .value("outline-level")
                        .and_then(|level| level.parse().ok());
                    self.paragraph(xml, &element, Some(level.unwrap_or(1)), blocks)?;
                }
                "list" => self.list(xml, &element, 1, None, blocks)?,
                "table" => self.table(xml, blocks)?,
                "section" => {
                    if element.value("display").as_deref() == Some("none") {
                        if xml.skip()? {
                            self.lose(Loss::Hidden);
                        }
                    } else {
                        self.blocks(xml, blocks)?;
                    }
                }
                "tracked-changes" => self.tracked(xml)?,
                "table-of-content" | "alphabetical-index" | "illustration-index"
                | "table-index" | "object-index" | "user-index" | "bibliography" => {
                    self.lose(Loss::Contents);
                    xml.skip()?;
                }
                // Drawn on the page rather than in a line.
                "frame" | "g" | "custom-shape" | "rect" | "ellipse" => {
                    let mut flow = OdtFlow::default();
                    self.drawn(xml, &element, &mut flow)?;
                    self.close(None, OdtRole::Text, flow, blocks);
                }
                _ => {
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }

    /// Counts what was deleted, which is kept apart at the beginning of a text.
    fn tracked(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Refused> {
        while let Some(_region) = xml.child()? {
            while let Some(change) = xml.child()? {
                let is_deletion = change.name() == "deletion";
                // Who did it and when are words too.
                let mut says_something = false;
                while let Some(part) = xml.child()? {
                    let is_text = part.name() != "change-info";
                    says_something |= xml.skip()? && is_text;
                }
                if is_deletion && says_something {
                    self.lose(Loss::Deletion);
                }
            }
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        xml: &mut XmlReader<'_>,
        element: &Element<'_>,
        heading: Option<u8>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        let style = element.value("style-name");
        let look = self.styles.paragraph(style.as_deref());
        self.meter.add(0)?;
        let mut flow = OdtFlow::default();
        self.lines(xml, &mut flow, look)?;
        if flow.is_dropped {
            if !words_of(&flow.words).is_empty() {
                self.lose(Loss::Hidden);
            }
            return Ok(());
        }
        let role = self.styles.role(style.as_deref());
        self.close(heading, role, flow, blocks);
        Ok(())
    }

    fn close(
        &mut self,
        heading: Option<u8>,
        role: OdtRole,
        mut flow: OdtFlow,
        blocks: &mut Vec<Block>,
    ) {
        let words = std::mem::take(&mut flow.words);
        let picture = words.iter().rev().find_map(|inline| match inline {
            Inline::Picture(picture) => Some(*picture),
            _ => None,
        });
        let text = words_of(&words);
        if role == OdtRole::Caption
            && let Some(picture) = picture.or_else(|| self.captions.take())
        {
            // A picture and its caption share a paragraph there.
            add_caption(&mut self.pictures[picture].picture, &text);
            let pictures = words
                .into_iter()
                .filter(|inline| matches!(inline, Inline::Picture(_)));
            let pictures: Vec<Inline> = pictures.collect();
            if !pictures.is_empty() {
                blocks.push(Block::Paragraph(pictures));
            }
        } else if !words.is_empty() {
            let is_picture = text.is_empty() && picture.is_some();
            if !text.is_empty() || is_picture {
                self.captions.block(picture.filter(|_| is_picture));
            }
            match (heading, role) {
                (Some(level), _) => blocks.push(Block::Heading {
                    level: level.saturating_add(1),
                    words,
                }),
                (None, OdtRole::Title) if self.title.is_none() => self.title = Some(text),
                _ => blocks.push(Block::Paragraph(words)),
            }
        }
        blocks.append(&mut flow.boxes);
    }

    fn list(
        &mut self,
        xml: &mut XmlReader<'_>,
        element: &Element<'_>,
        level: usize,
        outer: Option<&str>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refused> {
        let style = element.value("style-name");
        let style = style.as_deref().or(outer).unwrap_or_default().to_owned();
        let key = format!("{style} {level}");
        let goes_on = element.value("continue-numbering").as_deref() == Some("true")
            || element.value("continue-list").is_some();
        let mut first = self.styles.first_number(&style, level);
        if goes_on && let Some(last) = self.counted.get(&key) {
            first = first.map(|_| last.saturating_add(1));
        }
        let mut items: Vec<Vec<Block>> = Vec::new();
        while let Some(child) = xml.child()? {
            if !matches!(child.name(), "list-item" | "list-header") {
                xml.skip()?;
                continue;
            }
            self.meter.add(0)?;
            let start = child
                .value("start-value")
                .and_then(|start| start.parse().ok());
            if let (Some(start), true) = (start, items.is_empty()) {
                first = first.map(|_| start);
            }
            let mut item = Vec::new();
            while let Some(part) = xml.child()? {
                match part.name() {
                    "p" => self.paragraph(xml, &part, None, &mut item)?,
                    "h" => {
                        let level = part
                            .value("outline-level")
                            .and_then(|level| level.parse().ok());
                        self.paragraph(xml, &part, Some(level.unwrap_or(1)), &mut item)?;
                    }
                    "list" => self.list(xml, &part, level + 1, Some(&style), &mut item)?,
                    _ => {
                        xml.skip()?;
                    }
                }
            }
            if !item.is_empty() {
                items.push(item);
            }
        }
        if let Some(first) = first {
            let last = first.saturating_add(items.len() as u64).saturating_sub(1);
            self.counted.insert(key, last);
        }
        // Headings with numbers are points of a list there.
        let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
        if items.iter().flatten().any(is_heading) {
            blocks.extend(items.into_iter().flatten());
        } else {
            blocks.push(Block::List { first, items });
        }
        Ok(())
    }

    fn table(&mut self, xml: &mut XmlReader<'_>, blocks: &mut Vec<Block>) -> Result<(), Refused> {
        let mut table = OdtTable::default();
        self.rows(xml, &mut table)?;
        if table.is_merged {
            self.lose(Loss::MergedTable);
        }
        self.captions.block(None);
        // One cell is a frame around a text.
        if let [row] = table.rows.as_mut_slice()
            && let [cell] = row.as_mut_slice()
        {
            blocks.append(cell);
            return Ok(());
        }
        let rows = table.rows.into_iter().map(|row| {
            row.into_iter()
                .map(|cell| {
                    let mut words = Vec::new();
                    for block in cell {
                        if matches!(block, Block::Table(_)) {
                            self.lose(Loss::NestedTable);
                        }
                        flatten(block, &mut words);
                    }
                    words
                })
                .collect()
        });
        blocks.push(Block::Table(rows.collect()));
        Ok(())
    }

    fn rows(&mut self, xml: &mut XmlReader<'_>, table: &mut OdtTable) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            match child.name() {
                "table-row" => {
                    let mut row = Vec::new();
                    self.cells(xml, table, &mut row)?;
                    table.rows.push(row);
                }
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(xml, table)?,
                _ => {
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }

    fn cells(
        &mut self,
        xml: &mut XmlReader<'_>,
        table: &mut OdtTable,
        row: &mut Vec<Vec<Block>>,
    ) -> Result<(), Refused> {
        while let Some(cell) = xml.child()? {
            let number = |name: &str| {
                let number = cell.value(name).and_then(|number| number.parse().ok());
                number.unwrap_or(1_usize).clamp(1, MOST_REPEATED)
            };
            let repeated = number("number-columns-repeated");
            let mut blocks = Vec::new();
            match cell.name() {
                "table-cell" => {
                    table.is_merged |=
                        number("number-columns-spanned") > 1 || number("number-rows-spanned") > 1;
                    self.blocks(xml, &mut blocks)?;
                }
                "covered-table-cell" => {
                    xml.skip()?;
                }
                _ => {
                    xml.skip()?;
                    continue;
                }
            }
            row.push(blocks);
            for _ in 0..repeated {
                self.meter.add(0)?;
            }
            row.extend(std::iter::repeat_n(Vec::new(), repeated - 1));
        }
        Ok(())
    }
}

/// A table that is being read.
#[derive(Default)]
struct OdtTable {
    rows: Vec<Vec<Vec<Block>>>,
    is_merged: bool,
}
