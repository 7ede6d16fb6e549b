//! What is drawn in a Word document: pictures, boxes with text, and what is left out.

use super::properties::{Raised, RunProperties};
use super::reading::{DocxReading, OpenFlow, PictureInPart};
use super::relations::Relation;
use crate::intake::document::captions::described;
use crate::intake::document::model::{Emphasis, FoundPicture, Inline, Loss};
use crate::intake::refused::Refused;
use crate::intake::xml::{Element, XmlReader};

/// What is known of a drawing so far.
#[derive(Default)]
struct OpenDrawing {
    alt: Option<String>,
    /// What the next picture in it says of itself.
    own_alt: Option<String>,
    is_decorative: bool,
    is_hidden: bool,
    /// Whether it is a file that shows a picture of itself.
    is_embedded: bool,
}

impl DocxReading<'_> {
    /// Reads a drawing, which is open.
    pub(super) fn graphic(
        &mut self,
        xml: &mut XmlReader<'_>,
        flow: &mut OpenFlow,
    ) -> Result<(), Refused> {
        let mut drawing = OpenDrawing::default();
        let mut pictures = Vec::new();
        self.in_graphic(xml, flow, &mut drawing, &mut pictures)?;
        if drawing.is_embedded {
            self.found.lose(Loss::Embedded);
            return Ok(());
        }
        if drawing.is_hidden {
            if !pictures.is_empty() {
                self.found.lose(Loss::Hidden);
            }
            return Ok(());
        }
        for (id, alt) in pictures {
            let alt = alt.or_else(|| drawing.alt.clone());
            self.picture(&id, alt, drawing.is_decorative, flow)?;
        }
        Ok(())
    }

    fn in_graphic(
        &mut self,
        xml: &mut XmlReader<'_>,
        flow: &mut OpenFlow,
        drawing: &mut OpenDrawing,
        pictures: &mut Vec<(String, Option<String>)>,
    ) -> Result<(), Refused> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "docPr" => {
                    drawing.alt = alt_of(&element);
                    drawing.is_hidden =
                        matches!(element.value("hidden").as_deref(), Some("1" | "true"));
                }
                "decorative" => {
                    drawing.is_decorative =
                        !matches!(element.value("val").as_deref(), Some("0" | "false"));
                }
                "cNvPr" => drawing.own_alt = alt_of(&element),
                "shape" | "rect" => {
                    drawing.alt = drawing
                        .alt
                        .take()
                        .or_else(|| element.value("alt").and_then(|alt| described(&alt)));
                }
                "blip" | "imagedata" => {
                    self.found.meter.add(0)?;
                    match element.value("embed").or_else(|| element.value("id")) {
                        Some(id) => pictures.push((id, drawing.own_alt.take())),
                        None if element.value("link").is_some() => {
                            self.found.lose(Loss::PictureElsewhere);
                        }
                        None => {}
                    }
                }
                "chart" | "relIds" | "contentPart" => self.found.lose(Loss::Drawing),
                "OLEObject" => drawing.is_embedded = true,
                "txbxContent" if drawing.is_hidden => {
                    if xml.skip()? {
                        self.found.lose(Loss::Hidden);
                    }
                    continue;
                }
                "txbxContent" => {
                    let fields = std::mem::take(&mut self.fields);
                    let mut boxes = Vec::new();
                    self.blocks(xml, &mut boxes)?;
                    flow.boxes.append(&mut boxes);
                    self.fields = fields;
                    continue;
                }
                // The same for older programs.
                "Fallback" => {
                    xml.skip()?;
                    continue;
                }
                _ => {}
            }
            self.in_graphic(xml, flow, drawing, pictures)?;
        }
        Ok(())
    }

    fn picture(
        &mut self,
        id: &str,
        alt: Option<String>,
        is_decorative: bool,
        flow: &mut OpenFlow,
    ) -> Result<(), Refused> {
        let part = match self.relations.get(id) {
            Some(Relation::Part(part)) if part.starts_with("word/media/") => part.clone(),
            // Nothing outside of the file is fetched, and no other part is shown.
            _ => {
                self.found.lose(Loss::PictureElsewhere);
                // What stands below it is not of the picture before it.
                self.found.captions.block(None);
                return Ok(());
            }
        };
        self.found.meter.add(alt.as_ref().map_or(0, String::len))?;
        let known = self.found.places.get(&part).copied();
        let picture = known.unwrap_or_else(|| {
            let place = self.found.pictures.len();
            self.found.places.insert(part.clone(), place);
            self.found.pictures.push(PictureInPart {
                part,
                picture: FoundPicture {
                    alt,
                    is_decorative,
                    ..FoundPicture::default()
                },
            });
            place
        });
        self.push(flow, Inline::Picture(picture), 0)
    }
}

/// What an element says can be seen.
fn alt_of(element: &Element<'_>) -> Option<String> {
    let said = |name: &str| element.value(name).and_then(|text| described(&text));
    said("descr").or_else(|| said("title"))
}

impl RunProperties {
    pub(super) fn emphasis(&self) -> Emphasis {
        let is = |property: Option<bool>| property == Some(true);
        Emphasis::of(is(self.bold), is(self.italic), is(self.struck))
    }

    /// The text, with digits above or below the line as such.
    pub(super) fn raised_text(&self, text: &str) -> String {
        let digits: [char; 10] = match self.raised {
            Some(Raised::Above) => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'],
            Some(Raised::Below) => ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'],
            None => return text.to_owned(),
        };
        // Letters there ("1e") are read as well beside what they follow.
        text.chars()
            .map(|character| match character.to_digit(10) {
                Some(digit) => digits[digit as usize],
                None => character,
            })
            .collect()
    }
}
