//! What is said of a paragraph and of a run: as far as it means something for a text. What it was
//! before somebody changed it (`pPrChange`, `rPrChange`) is passed over.

use crate::intake::refused::Refused;
use crate::intake::xml::{Element, XmlReader};

/// What is said of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct ParagraphProperties {
    /// The id of its style.
    pub(super) style: Option<String>,
    pub(super) numbering: Option<NumberingPlace>,
    /// The level of its heading, from 0; 9 is none.
    pub(super) outline: Option<u8>,
    /// Whether its end was deleted or moved away, so that it goes on in the next.
    pub(super) is_joined: bool,
}

/// A place in a list.
#[derive(Debug, Clone, Default)]
pub(super) struct NumberingPlace {
    /// The id of the list; `0` is none.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

/// What is said of a run. `None` leaves it to the style.
#[derive(Debug, Clone, Default)]
pub(super) struct RunProperties {
    /// The id of its style.
    pub(super) style: Option<String>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) raised: Option<Raised>,
    /// Whether the run was put in or taken out by somebody whose changes were tracked: of the end of
    /// a paragraph.
    pub(super) is_deleted: bool,
}

/// Whether letters stand above or below the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raised {
    Above,
    Below,
}

impl ParagraphProperties {
    /// Reads `pPr`, which is open.
    pub(super) fn read(xml: &mut XmlReader<'_>) -> Result<Self, Refused> {
        let mut properties = Self::default();
        while let Some(child) = xml.child()? {
            match child.name() {
                "pStyle" => properties.style = child.value("val"),
                "outlineLvl" => properties.outline = number(&child),
                "numPr" => {
                    properties.numbering = Some(NumberingPlace::read(xml)?);
                    continue;
                }
                "rPr" => {
                    properties.is_joined = RunProperties::read(xml)?.is_deleted;
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(properties)
    }
}

impl NumberingPlace {
    fn read(xml: &mut XmlReader<'_>) -> Result<Self, Refused> {
        let mut place = Self::default();
        while let Some(child) = xml.child()? {
            match child.name() {
                "numId" => place.list = child.value("val"),
                "ilvl" => place.level = number(&child),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(place)
    }
}

impl RunProperties {
    /// Reads `rPr`, which is open.
    pub(super) fn read(xml: &mut XmlReader<'_>) -> Result<Self, Refused> {
        let mut properties = Self::default();
        while let Some(child) = xml.child()? {
            match child.name() {
                "rStyle" => properties.style = child.value("val"),
                "b" => properties.bold = Some(is_on(&child)),
                "i" => properties.italic = Some(is_on(&child)),
                "strike" | "dstrike" => {
                    properties.struck = Some(properties.struck == Some(true) || is_on(&child));
                }
                "vanish" | "specVanish" | "webHidden" if is_on(&child) => {
                    properties.hidden = Some(true);
                }
                "vanish" => properties.hidden = properties.hidden.or(Some(false)),
                "vertAlign" => {
                    properties.raised = match child.value("val").as_deref() {
                        Some("superscript") => Some(Raised::Above),
                        Some("subscript") => Some(Raised::Below),
                        _ => None,
                    };
                }
                "del" | "moveFrom" => properties.is_deleted = true,
                _ => {}
            }
            xml.skip()?;
        }
        Ok(properties)
    }

    /// These, and the others where these say nothing.
    pub(super) fn or(self, other: &Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            struck: self.struck.or(other.struck),
            hidden: self.hidden.or(other.hidden),
            raised: self.raised.or(other.raised),
            ..self
        }
    }
}

/// Whether a property is switched on (ECMA-376 part 1, section 17.17.4).
pub(super) fn is_on(element: &Element<'_>) -> bool {
    !matches!(element.value("val").as_deref(), Some("0" | "false" | "off"))
}

fn number<T: std::str::FromStr>(element: &Element<'_>) -> Option<T> {
    element.value("val")?.parse().ok()
}
