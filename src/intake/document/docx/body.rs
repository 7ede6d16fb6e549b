//! What stands below each other in a Word document: paragraphs, tables, and what is wrapped around
//! them.

use super::reading::{DocxReading, OpenFlow};
use crate::intake::document::flat::{FlatBlock, nested};
use crate::intake::document::model::{Block, Inline, Loss};
use crate::intake::document::settled::flatten;
use crate::intake::refused::Refused;
use crate::intake::xml::{Element, XmlReader};

/// The most columns that a cell counts for.
const WIDEST: usize = 64;

impl DocxReading<'_> {
    /// Reads the blocks of an element that is open.
    pub(super) fn blocks(
        &mut self,
        xml: &mut XmlReader<'_>,
        flat: &mut Vec<FlatBlock>,
    ) -> Result<(), Refused> {
        let mut carried = Vec::new();
        self.blocks_in(xml, flat, &mut carried)?;
        if !carried.is_empty() {
            flat.push(FlatBlock::Paragraph(carried));
        }
        Ok(())
    }

    /// The same within a wrapper; `carried` is the paragraph whose end was deleted.
    fn blocks_in(
        &mut self,
        xml: &mut XmlReader<'_>,
        flat: &mut Vec<FlatBlock>,
        carried: &mut Vec<Inline>,
    ) -> Result<(), Refused> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "p" if self.is_text(&element) => self.paragraph(xml, flat, carried)?,
                "tbl" if self.is_text(&element) => self.table(xml, flat)?,
                "sdt" => {
                    if self.is_kept_control(xml)? {
                        self.blocks_in(xml, flat, carried)?;
                        xml.skip()?;
                    }
                }
                "ins" | "moveTo" | "smartTag" | "customXml" | "sdtContent" => {
                    self.blocks_in(xml, flat, carried)?;
                }
                "AlternateContent" => {
                    if xml.open_choice()? {
                        self.blocks_in(xml, flat, carried)?;
                        xml.skip()?;
                    }
                }
                "del" | "moveFrom" => {
                    if xml.skip()? {
                        self.found.lose_piece(Loss::Deletion);
                    }
                }
                "altChunk" => {
                    self.found.lose(Loss::Embedded);
                    xml.skip()?;
                }
                "oMathPara" | "oMath" => {
                    self.found.lose(Loss::Formula);
                    xml.skip()?;
                }
                _ => {
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }

    /// Whether an element is one of Word's texts: shapes have paragraphs of their own.
    pub(super) fn is_text(&self, element: &Element<'_>) -> bool {
        element.prefix() == self.prefix
    }

    /// Opens the content of a control, which is open itself; `false` where it ends without any that
    /// is kept: a table of contents, or words that only ask for some.
    pub(super) fn is_kept_control(&mut self, xml: &mut XmlReader<'_>) -> Result<bool, Refused> {
        let mut is_kept = true;
        while let Some(child) = xml.child()? {
            match child.name() {
                "sdtPr" => is_kept = self.control_properties(xml)?,
                "sdtContent" if is_kept => return Ok(true),
                _ => {
                    xml.skip()?;
                }
            }
        }
        Ok(false)
    }

    fn control_properties(&mut self, xml: &mut XmlReader<'_>) -> Result<bool, Refused> {
        let (mut is_kept, mut depth) = (true, 0_usize);
        loop {
            match xml.child()? {
                Some(child) => {
                    depth += 1;
                    let value = child.value("val").unwrap_or_default();
                    if child.name() == "docPartGallery" && value == "Table of Contents" {
                        self.found.lose(Loss::Contents);
                        is_kept = false;
                    }
                    if child.name() == "showingPlcHdr" {
                        is_kept = false;
                    }
                }
                None if depth == 0 => return Ok(is_kept),
                None => depth -= 1,
            }
        }
    }

    fn table(&mut self, xml: &mut XmlReader<'_>, flat: &mut Vec<FlatBlock>) -> Result<(), Refused> {
        let mut table = OpenTable::default();
        self.rows(xml, &mut table)?;
        if table.is_merged {
            self.found.lose(Loss::MergedTable);
        }
        self.found.captions.block(None);
        // One cell is a frame around a text.
        if let [row] = table.rows.as_mut_slice()
            && let [cell] = row.as_mut_slice()
        {
            flat.extend(std::mem::take(cell).into_iter().map(FlatBlock::Other));
            return Ok(());
        }
        let rows = table.rows.into_iter().map(|row| {
            row.into_iter()
                .map(|cell| {
                    let mut words = Vec::new();
                    for block in cell {
                        if matches!(block, Block::Table(_)) {
                            self.found.lose(Loss::NestedTable);
                        }
                        flatten(block, &mut words);
                    }
                    words
                })
                .collect()
        });
        flat.push(FlatBlock::Other(Block::Table(rows.collect())));
        Ok(())
    }

    fn rows(&mut self, xml: &mut XmlReader<'_>, table: &mut OpenTable) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            match child.name() {
                "tr" => {
                    table.is_deleted = false;
                    let mut row = Vec::new();
                    self.cells(xml, table, &mut row)?;
                    if table.is_deleted {
                        self.found.lose_piece(Loss::Deletion);
                    } else {
                        table.rows.push(row);
                    }
                }
                "sdt" => {
                    if self.is_kept_control(xml)? {
                        self.rows(xml, table)?;
                        xml.skip()?;
                    }
                }
                "customXml" | "ins" | "moveTo" => self.rows(xml, table)?,
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
        table: &mut OpenTable,
        row: &mut Vec<Vec<Block>>,
    ) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            match child.name() {
                "tc" => self.cell(xml, table, row)?,
                "trPr" => {
                    while let Some(property) = xml.child()? {
                        table.is_deleted |= property.name() == "del";
                        xml.skip()?;
                    }
                }
                "sdt" => {
                    if self.is_kept_control(xml)? {
                        self.cells(xml, table, row)?;
                        xml.skip()?;
                    }
                }
                "customXml" | "ins" | "moveTo" => self.cells(xml, table, row)?,
                _ => {
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }

    fn cell(
        &mut self,
        xml: &mut XmlReader<'_>,
        table: &mut OpenTable,
        row: &mut Vec<Vec<Block>>,
    ) -> Result<(), Refused> {
        let (mut flat, mut carried) = (Vec::new(), Vec::new());
        let mut properties = CellProperties::default();
        // Its properties come first, and blocks are read one by one behind them.
        while let Some(child) = xml.child()? {
            match child.name() {
                "tcPr" => properties = CellProperties::read(xml)?,
                "p" => self.paragraph(xml, &mut flat, &mut carried)?,
                "tbl" => self.table(xml, &mut flat)?,
                "sdt" => {
                    if self.is_kept_control(xml)? {
                        self.blocks_in(xml, &mut flat, &mut carried)?;
                        xml.skip()?;
                    }
                }
                "customXml" | "ins" | "moveTo" => self.blocks_in(xml, &mut flat, &mut carried)?,
                _ => {
                    xml.skip()?;
                }
            }
        }
        if !carried.is_empty() {
            flat.push(FlatBlock::Paragraph(carried));
        }
        self.found.meter.add(0)?;
        if properties.is_deleted && !flat.is_empty() {
            self.found.lose_piece(Loss::Deletion);
        }
        if properties.is_deleted || properties.goes_on {
            flat.clear();
        }
        table.is_merged |= properties.goes_on || properties.span > 1;
        row.push(nested(flat));
        for _ in 1..properties.span {
            self.found.meter.add(0)?;
            row.push(Vec::new());
        }
        Ok(())
    }
}

/// A table that is being read: rows of cells of blocks.
#[derive(Default)]
struct OpenTable {
    rows: Vec<Vec<Vec<Block>>>,
    is_merged: bool,
    /// Whether the row that is read was deleted.
    is_deleted: bool,
}

/// What is said of a cell.
#[derive(Default)]
struct CellProperties {
    /// How many columns it takes.
    span: usize,
    /// Whether it is the lower part of the one above it.
    goes_on: bool,
    is_deleted: bool,
}

impl CellProperties {
    fn read(xml: &mut XmlReader<'_>) -> Result<Self, Refused> {
        let mut properties = Self::default();
        while let Some(child) = xml.child()? {
            let value = child.value("val");
            match child.name() {
                "gridSpan" => {
                    let span = value.and_then(|span| span.parse().ok());
                    properties.span = span.unwrap_or(1).min(WIDEST);
                }
                "vMerge" | "hMerge" => {
                    properties.goes_on |= value.is_none_or(|value| value == "continue");
                }
                "cellDel" => properties.is_deleted = true,
                _ => {}
            }
            xml.skip()?;
        }
        Ok(properties)
    }
}

impl OpenFlow {
    /// The last picture of a flow that holds nothing else.
    pub(super) fn only_picture(&self) -> Option<usize> {
        let mut last = None;
        for inline in &self.words {
            match inline {
                Inline::Picture(picture) => last = Some(*picture),
                Inline::Break => {}
                Inline::Words(words) if words.text.trim().is_empty() => {}
                _ => return None,
            }
        }
        last
    }
}
