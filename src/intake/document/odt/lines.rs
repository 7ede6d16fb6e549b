//! What stands in the lines of an `OpenDocument` text: words, links, notes, and what is drawn.

use super::reading::{OdtFlow, OdtPicture, OdtReading};
use super::styles::WordLook;
use crate::intake::document::captions::described;
use crate::intake::document::model::{Block, FoundPicture, Inline, Loss};
use crate::intake::refused::Refused;
use crate::intake::xml::{Element, Node, XmlReader};

impl OdtReading {
    /// Reads what stands in the lines of an element that is open.
    pub(super) fn lines(
        &mut self,
        xml: &mut XmlReader<'_>,
        flow: &mut OdtFlow,
        look: WordLook,
    ) -> Result<(), Refused> {
        loop {
            match xml.next()? {
                Node::Close | Node::End => return Ok(()),
                Node::Text(text) => self.add_words(flow, &text, look)?,
                Node::Open(element) => self.inline(xml, &element, flow, look)?,
            }
        }
    }

    fn inline(
        &mut self,
        xml: &mut XmlReader<'_>,
        element: &Element<'_>,
        flow: &mut OdtFlow,
        look: WordLook,
    ) -> Result<(), Refused> {
        match element.name() {
            "span" => {
                let own = self.styles.words(element.value("style-name").as_deref());
                return self.lines(xml, flow, own.or(look));
            }
            "a" if element.prefix() == "text" => {
                let target = self.target(element.value("href").as_deref());
                let before = std::mem::replace(&mut flow.target, target);
                self.lines(xml, flow, look)?;
                flow.target = before;
                return Ok(());
            }
            "s" | "tab" => self.add_words(flow, " ", look)?,
            "line-break" => self.push(flow, Inline::Break, 0)?,
            "note" => return self.note(xml, flow),
            "annotation" => self.lose(Loss::Comment),
            "hidden-text" => {
                if xml.skip()? {
                    self.lose(Loss::Hidden);
                }
                return Ok(());
            }
            "hidden-paragraph" => {
                flow.is_dropped |= element.value("is-hidden").as_deref() != Some("false");
            }
            "ruby-text" | "note-citation" | "tracked-changes" => {}
            "frame" | "g" | "custom-shape" | "rect" | "ellipse" | "a" => {
                if look.hidden != Some(true) {
                    return self.drawn(xml, element, flow);
                }
                self.lose(Loss::Hidden);
            }
            // Fields, marks, and what is wrapped around words.
            _ if element.prefix() == "text" => return self.lines(xml, flow, look),
            _ => {}
        }
        xml.skip()?;
        Ok(())
    }

    fn note(&mut self, xml: &mut XmlReader<'_>, flow: &mut OdtFlow) -> Result<(), Refused> {
        let mut blocks = Vec::new();
        while let Some(part) = xml.child()? {
            if part.name() == "note-body" {
                self.blocks(xml, &mut blocks)?;
            } else {
                xml.skip()?;
            }
        }
        self.notes.push(blocks);
        let note = Inline::Note(self.notes.len() - 1);
        self.push(flow, note, 0)
    }

    /// Reads what is drawn, which is open.
    pub(super) fn drawn(
        &mut self,
        xml: &mut XmlReader<'_>,
        element: &Element<'_>,
        flow: &mut OdtFlow,
    ) -> Result<(), Refused> {
        let is_decorative = element.value("decorative").as_deref() == Some("true");
        let mut picture = None;
        let (mut title, mut description) = (None, None);
        let mut is_object = false;
        while let Some(child) = xml.child()? {
            match child.name() {
                "image" => {
                    picture = picture.or_else(|| child.value("href"));
                    xml.skip()?;
                }
                "object" => {
                    is_object = true;
                    self.lose(Loss::Drawing);
                    xml.skip()?;
                }
                "object-ole" | "plugin" | "applet" => {
                    is_object = true;
                    self.lose(Loss::Embedded);
                    xml.skip()?;
                }
                "text-box" => {
                    let mut blocks = Vec::new();
                    self.blocks(xml, &mut blocks)?;
                    flow.boxes.append(&mut blocks);
                }
                "title" => title = described(&xml.text(4_096)?),
                "desc" => description = described(&xml.text(4_096)?),
                "p" => self.shape_text(xml, flow)?,
                "frame" | "g" | "custom-shape" | "rect" | "ellipse" => {
                    self.drawn(xml, &child, flow)?;
                }
                _ => {
                    xml.skip()?;
                }
            }
        }
        // An object shows a picture of itself.
        match picture.filter(|_| !is_object) {
            Some(href) => self.picture(&href, description.or(title), is_decorative, flow),
            None => Ok(()),
        }
    }

    fn shape_text(&mut self, xml: &mut XmlReader<'_>, flow: &mut OdtFlow) -> Result<(), Refused> {
        let mut inner = OdtFlow::default();
        self.lines(xml, &mut inner, WordLook::default())?;
        if !inner.words.is_empty() {
            flow.boxes.push(Block::Paragraph(inner.words));
        }
        flow.boxes.append(&mut inner.boxes);
        Ok(())
    }

    fn picture(
        &mut self,
        href: &str,
        alt: Option<String>,
        is_decorative: bool,
        flow: &mut OdtFlow,
    ) -> Result<(), Refused> {
        let part = href.trim_start_matches("./");
        if !part.starts_with("Pictures/") {
            self.lose(Loss::PictureElsewhere);
            self.captions.block(None);
            return Ok(());
        }
        self.meter.add(alt.as_ref().map_or(0, String::len))?;
        self.pictures.push(OdtPicture {
            part: part.to_owned(),
            picture: FoundPicture {
                alt,
                is_decorative,
                ..FoundPicture::default()
            },
        });
        let picture = Inline::Picture(self.pictures.len() - 1);
        self.push(flow, picture, 0)
    }
}
