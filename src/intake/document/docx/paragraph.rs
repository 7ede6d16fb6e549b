//! A paragraph of a Word document: what it is, and what stands in its lines.

use super::properties::{ParagraphProperties, RunProperties};
use super::reading::{DocxReading, NoteSort, OpenField, OpenFlow};
use super::styles::DocxRole;
use crate::intake::document::captions::add_caption;
use crate::intake::document::flat::FlatBlock;
use crate::intake::document::model::{Inline, Loss, words_of};
use crate::intake::refused::Refused;
use crate::intake::xml::{Node, XmlReader};

/// The most fields within each other.
const MOST_FIELDS: usize = 64;

impl DocxReading<'_> {
    /// Reads a paragraph, which is open. `carried` stands before its words; where its end was
    /// deleted, it is carried on itself.
    pub(super) fn paragraph(
        &mut self,
        xml: &mut XmlReader<'_>,
        flat: &mut Vec<FlatBlock>,
        carried: &mut Vec<Inline>,
    ) -> Result<(), Refused> {
        let mut own = ParagraphProperties::default();
        let mut flow = OpenFlow {
            words: std::mem::take(carried),
            ..OpenFlow::default()
        };
        self.found.last_loss = None;
        self.found.meter.add(0)?;
        // Its properties come first.
        while let Some(child) = xml.child()? {
            if child.name() == "pPr" {
                own = ParagraphProperties::read(xml)?;
                flow.style.clone_from(&own.style);
            } else {
                self.inline(xml, &child, &mut flow)?;
            }
        }
        // An instruction that does not end here was never finished.
        self.fields.retain(|field| !field.in_instruction);
        if own.is_joined {
            *carried = std::mem::take(&mut flow.words);
        } else {
            self.close_paragraph(&own, &mut flow, flat);
        }
        flat.append(&mut flow.boxes);
        Ok(())
    }

    fn close_paragraph(
        &mut self,
        own: &ParagraphProperties,
        flow: &mut OpenFlow,
        flat: &mut Vec<FlatBlock>,
    ) {
        let picture = flow.only_picture();
        let words = std::mem::take(&mut flow.words);
        let says_something = words.iter().any(|inline| match inline {
            Inline::Words(words) => !words.text.trim().is_empty(),
            Inline::Break => false,
            _ => true,
        });
        if !says_something {
            return;
        }
        let role = self.styles.role(own.style.as_deref());
        if role == DocxRole::Caption
            && let Some(picture) = self.found.captions.take()
        {
            add_caption(&mut self.found.pictures[picture].picture, &words_of(&words));
            return;
        }
        self.found.captions.block(picture);
        let place = self.place_in_list(own, role);
        let was_in_contents =
            std::mem::replace(&mut self.found.in_contents, role == DocxRole::Contents);
        match role {
            DocxRole::Contents if was_in_contents => {}
            DocxRole::Contents => self.found.lose(Loss::Contents),
            DocxRole::Title if self.found.title.is_none() => {
                self.found.title = Some(words_of(&words));
            }
            DocxRole::Heading(level) => flat.push(FlatBlock::Heading(level + 1, words)),
            _ => flat.push(match place {
                Some((level, number)) => FlatBlock::Point {
                    level,
                    number,
                    words,
                },
                None => FlatBlock::Paragraph(words),
            }),
        }
    }

    /// The level and number of a paragraph that is a point of a list.
    fn place_in_list(
        &mut self,
        own: &ParagraphProperties,
        role: DocxRole,
    ) -> Option<(usize, Option<u64>)> {
        let all = self.styles.paragraph(own);
        let numbering = all.numbering.as_ref();
        let list = numbering.and_then(|place| place.list.as_deref());
        let Some(list) = list else {
            return match role {
                DocxRole::Point { level, is_numbered } => Some((level, is_numbered.then_some(1))),
                _ => None,
            };
        };
        let of_style = own.style.as_deref();
        let level = numbering
            .and_then(|place| place.level)
            .or_else(|| self.numbering.level_of_style(list, of_style?))
            .unwrap_or(0);
        let place = self.numbering.next(list, level, self.styles)?;
        // The styles "List Bullet 2" and "List Number 2" each have a list of one level.
        let of_name = match role {
            DocxRole::Point { level, .. } => level,
            _ => 0,
        };
        Some((place.level.max(of_name), place.number))
    }

    /// Reads what stands in a line: an element that is open.
    pub(super) fn inline(
        &mut self,
        xml: &mut XmlReader<'_>,
        element: &crate::intake::xml::Element<'_>,
        flow: &mut OpenFlow,
    ) -> Result<(), Refused> {
        match element.name() {
            "r" if self.is_text(element) => self.run(xml, flow)?,
            "ins" | "moveTo" | "smartTag" | "customXml" | "sdtContent" | "bdo" | "dir" => {
                self.inlines(xml, flow)?;
            }
            "hyperlink" => {
                let outside = self.outside(element.value("id").as_deref());
                let target = self.target(outside.as_deref());
                let before = std::mem::replace(&mut flow.target, target);
                self.inlines(xml, flow)?;
                flow.target = before;
            }
            "fldSimple" => {
                let instruction = element.value("instr").unwrap_or_default();
                let before = flow.target.clone();
                if let Some(target) = self.field_target(&instruction) {
                    flow.target = Some(target);
                }
                self.inlines(xml, flow)?;
                flow.target = before;
            }
            "sdt" => {
                if self.is_kept_control(xml)? {
                    self.inlines(xml, flow)?;
                    xml.skip()?;
                }
            }
            "AlternateContent" => {
                if xml.open_choice()? {
                    self.inlines(xml, flow)?;
                    xml.skip()?;
                }
            }
            "del" | "moveFrom" => {
                if xml.skip()? {
                    self.found.lose_piece(Loss::Deletion);
                }
            }
            "oMath" | "oMathPara" => {
                self.found.lose(Loss::Formula);
                xml.skip()?;
            }
            _ => {
                xml.skip()?;
            }
        }
        Ok(())
    }

    fn inlines(&mut self, xml: &mut XmlReader<'_>, flow: &mut OpenFlow) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            self.inline(xml, &child, flow)?;
        }
        Ok(())
    }

    fn run(&mut self, xml: &mut XmlReader<'_>, flow: &mut OpenFlow) -> Result<(), Refused> {
        let mut properties = self
            .styles
            .run(&RunProperties::default(), flow.style.as_deref());
        while let Some(child) = xml.child()? {
            if child.name() == "rPr" {
                let own = RunProperties::read(xml)?;
                properties = self.styles.run(&own, flow.style.as_deref());
            } else {
                self.in_run(xml, &child, &properties, flow)?;
            }
        }
        Ok(())
    }

    /// Reads what stands in a run: an element that is open.
    fn in_run(
        &mut self,
        xml: &mut XmlReader<'_>,
        element: &crate::intake::xml::Element<'_>,
        properties: &RunProperties,
        flow: &mut OpenFlow,
    ) -> Result<(), Refused> {
        let is_hidden = properties.hidden == Some(true);
        match element.name() {
            "t" => return self.text(xml, properties, flow),
            "fldChar" => {
                self.field_sign(element.value("fldCharType").as_deref());
            }
            "instrText" => return self.instruction(xml),
            "commentReference" => self.found.lose(Loss::Comment),
            "AlternateContent" => {
                if xml.open_choice()? {
                    while let Some(child) = xml.child()? {
                        self.in_run(xml, &child, properties, flow)?;
                    }
                    xml.skip()?;
                }
                return Ok(());
            }
            _ if is_hidden => {
                if xml.skip()? {
                    self.found.lose_piece(Loss::Hidden);
                }
                return Ok(());
            }
            "br" | "cr" => match element.value("type").as_deref() {
                Some("page" | "column") => {}
                _ => self.push(flow, Inline::Break, 0)?,
            },
            "tab" | "ptab" => self.add_words(flow, " ", properties.emphasis())?,
            "noBreakHyphen" => self.add_words(flow, "-", properties.emphasis())?,
            "footnoteReference" => self.note(NoteSort::Foot, element.value("id"), flow)?,
            "endnoteReference" => self.note(NoteSort::End, element.value("id"), flow)?,
            "drawing" | "pict" | "object" => return self.graphic(xml, flow),
            "ruby" => return self.ruby(xml, properties, flow),
            _ => {}
        }
        xml.skip()?;
        Ok(())
    }

    fn text(
        &mut self,
        xml: &mut XmlReader<'_>,
        properties: &RunProperties,
        flow: &mut OpenFlow,
    ) -> Result<(), Refused> {
        loop {
            match xml.next()? {
                Node::Open(_) => {
                    xml.skip()?;
                }
                Node::Close | Node::End => return Ok(()),
                Node::Text(text) if properties.hidden == Some(true) => {
                    if text.contains(char::is_alphanumeric) {
                        self.found.lose_piece(Loss::Hidden);
                    }
                }
                Node::Text(text) => {
                    let text = properties.raised_text(&text);
                    self.add_words(flow, &text, properties.emphasis())?;
                }
            }
        }
    }

    /// Words with others above them, of which the lower ones are the text.
    fn ruby(
        &mut self,
        xml: &mut XmlReader<'_>,
        properties: &RunProperties,
        flow: &mut OpenFlow,
    ) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            if child.name() != "rubyBase" {
                xml.skip()?;
                continue;
            }
            while let Some(run) = xml.child()? {
                if run.name() == "r" {
                    while let Some(child) = xml.child()? {
                        self.in_run(xml, &child, properties, flow)?;
                    }
                } else {
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }

    fn note(
        &mut self,
        kind: NoteSort,
        id: Option<String>,
        flow: &mut OpenFlow,
    ) -> Result<(), Refused> {
        let note = id.and_then(|id| self.notes.get(&(kind, id)).copied());
        match note {
            Some(note) => self.push(flow, Inline::Note(note), 0),
            None => Ok(()),
        }
    }

    fn instruction(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Refused> {
        let text = xml.text(4_096)?;
        self.found.meter.add(text.len())?;
        if let Some(field) = self.fields.last_mut().filter(|field| field.in_instruction) {
            field.instruction.push_str(&text);
        }
        Ok(())
    }

    fn field_sign(&mut self, sign: Option<&str>) {
        match sign {
            Some("begin") if self.fields.len() < MOST_FIELDS => self.fields.push(OpenField {
                instruction: String::new(),
                in_instruction: true,
                target: None,
            }),
            Some("separate") => {
                let instruction = self.fields.last_mut().map(|field| {
                    field.in_instruction = false;
                    std::mem::take(&mut field.instruction)
                });
                let target = instruction.and_then(|instruction| self.field_target(&instruction));
                if let Some(field) = self.fields.last_mut() {
                    field.target = target;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// Where a field leads that is a link (ECMA-376 part 1, section 17.16.5.25).
    fn field_target(&mut self, instruction: &str) -> Option<String> {
        let instruction = instruction.trim();
        let rest = instruction
            .get(.."HYPERLINK".len())
            .filter(|word| word.eq_ignore_ascii_case("HYPERLINK"))
            .map(|word| instruction[word.len()..].trim_start())?;
        let target = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => rest
                .split_whitespace()
                .next()
                .filter(|word| !word.starts_with('\\')),
        };
        self.target(target)
    }
}
