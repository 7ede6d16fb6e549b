//! What each element of a web page means for its text.

use super::data;
use super::reading::{DEEPEST, FlowKind, HtmlList, HtmlReading, HtmlTable, LeftOut, OpenElement};
use super::tokens::HtmlTag;
use crate::intake::document::captions::{add_caption, described};
use crate::intake::document::flat::FlatBlock;
use crate::intake::document::model::{FoundPicture, Inline, Loss, Words, words_of};
use crate::intake::refused::Refused;
use crate::markdown::kept_link;

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements of which nothing is text.
const NO_TEXT: &[&str] = &[
    "script", "style", "head", "title", "template", "noscript", "svg", "math", "iframe", "object",
    "select", "textarea", "button", "nav", "audio", "video", "canvas", "noframes", "noembed",
    "xmp",
];

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "ul",
];

/// The most columns that a cell counts for.
const WIDEST: usize = 64;

impl HtmlReading {
    pub(super) fn open(&mut self, tag: &HtmlTag<'_>) -> Result<(), Refused> {
        let name = tag.name.as_str();
        self.close_implied(name)?;
        let mut element = self.open.last().cloned().unwrap_or_default();
        tag.name.clone_into(&mut element.name);
        self.style(tag, &mut element);
        if element.left_out.is_none() {
            self.begin(tag, &mut element)?;
        }
        if VOID.contains(&name) {
            return Ok(());
        }
        if self.open.len() >= DEEPEST {
            return Err(Refused::TooDeep);
        }
        self.open.push(element);
        Ok(())
    }

    /// Ends what a new element ends without saying so (HTML, section 13.1.2.4).
    fn close_implied(&mut self, name: &str) -> Result<(), Refused> {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "dd" | "dt" => (&["dd", "dt"], &["dl"]),
            _ if BLOCKS.contains(&name) => {
                (&["p"], &["td", "th", "li", "div", "blockquote", "body"])
            }
            _ => return Ok(()),
        };
        let mut found = None;
        for element in self.open.iter().rev() {
            if ends.contains(&element.name.as_str()) {
                found = Some(element.name.clone());
                break;
            }
            if within.contains(&element.name.as_str()) {
                break;
            }
        }
        found.map_or(Ok(()), |name| self.close(&name))
    }

    /// What attributes and names say of the words within.
    fn style(&mut self, tag: &HtmlTag<'_>, element: &mut OpenElement) {
        match tag.name.as_str() {
            "b" | "strong" => element.look.is_bold = true,
            "i" | "em" | "cite" => element.look.is_italic = true,
            "s" | "strike" => element.look.is_struck = true,
            "pre" => element.keeps_lines = true,
            "del" => element.left_out = element.left_out.or(Some(LeftOut::Lost(Loss::Deletion))),
            name if NO_TEXT.contains(&name) => element.left_out = Some(LeftOut::NoText),
            _ => {}
        }
        let class = tag.value("class").unwrap_or_default().to_lowercase();
        if class.contains("msocomment") {
            element.left_out = element.left_out.or(Some(LeftOut::Counted));
        }
        let style = tag.value("style").unwrap_or_default().to_lowercase();
        let mut is_hidden = tag.value("hidden").is_some();
        for rule in style.split(';') {
            let Some((property, value)) = rule.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match property.trim() {
                "font-weight" => {
                    let is_heavy = value.parse().is_ok_and(|weight: u32| weight >= 600);
                    element.look.is_bold = is_heavy || matches!(value, "bold" | "bolder");
                }
                "font-style" => element.look.is_italic = matches!(value, "italic" | "oblique"),
                "text-decoration" | "text-decoration-line" => {
                    element.look.is_struck |= value.contains("line-through");
                }
                "display" => is_hidden |= value == "none",
                "visibility" => is_hidden |= value == "hidden",
                "mso-hide" => is_hidden |= value == "all",
                "mso-element" if value.starts_with("comment") => {
                    self.lose_comment(value, element);
                }
                "mso-list" if value == "ignore" => element.left_out = Some(LeftOut::Sign),
                _ => {}
            }
        }
        if is_hidden && element.left_out.is_none() {
            element.left_out = Some(LeftOut::Lost(Loss::Hidden));
        }
    }

    fn lose_comment(&mut self, value: &str, element: &mut OpenElement) {
        if element.left_out.is_none() || value == "comment" {
            if value == "comment" {
                self.lose(Loss::Comment);
            }
            element.left_out = Some(LeftOut::Counted);
        }
    }

    /// Begins what is shown.
    fn begin(&mut self, tag: &HtmlTag<'_>, element: &mut OpenElement) -> Result<(), Refused> {
        let name = tag.name.as_str();
        if BLOCKS.contains(&name) {
            self.end_line(false)?;
        }
        match name {
            "br" => self.push(Inline::Break, 0)?,
            "a" => {
                if let Some(target) = tag.value("href") {
                    element.target = kept_link(&target);
                    if element.target.is_none() {
                        self.lose(Loss::Link);
                    }
                }
            }
            "img" => self.picture(tag, element)?,
            "ul" | "ol" => {
                let start = tag.value("start").and_then(|start| start.parse().ok());
                self.lists.push(HtmlList {
                    next: (name == "ol").then(|| start.unwrap_or(1)),
                    begins: false,
                });
            }
            "li" => {
                if let Some(list) = self.lists.last_mut() {
                    list.begins = true;
                }
            }
            "table" if self.table.is_some() => {
                self.inner_tables += 1;
                self.lose(Loss::NestedTable);
            }
            "table" => {
                self.end_line(false)?;
                self.table = Some(HtmlTable::default());
            }
            "tr" | "td" | "th" if self.table.is_some() => self.in_table(tag)?,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.in_cell() => {
                let level = name.as_bytes()[1] - b'0';
                self.flow = FlowKind::Heading(level + 1);
            }
            "figcaption" => self.flow = FlowKind::Caption,
            "p" | "div" => self.paragraph(tag),
            _ => {}
        }
        Ok(())
    }

    /// What Word says of a paragraph that it saved in a page.
    fn paragraph(&mut self, tag: &HtmlTag<'_>) {
        let class = tag.value("class").unwrap_or_default();
        let style = tag.value("style").unwrap_or_default();
        if class.eq_ignore_ascii_case("MsoTitle") {
            self.flow = FlowKind::Title;
        } else if class.eq_ignore_ascii_case("MsoCaption") {
            self.flow = FlowKind::Caption;
        } else if let Some((_, list)) = style.split_once("mso-list:")
            && let Some((_, level)) = list.split_once("level")
        {
            let digits: String = level.chars().take_while(char::is_ascii_digit).collect();
            let level: usize = digits.parse().unwrap_or(1);
            self.flow = FlowKind::Point(level.saturating_sub(1));
            // Its number stands in the sign before it.
            self.lists.push(HtmlList {
                next: None,
                begins: true,
            });
        }
    }

    fn in_table(&mut self, tag: &HtmlTag<'_>) -> Result<(), Refused> {
        if self.inner_tables > 0 {
            let part = match tag.name.as_str() {
                "tr" => Inline::Break,
                _ => Inline::Words(Words::plain(" ")),
            };
            return self.push(part, 0);
        }
        self.close_cell();
        self.meter.add(0)?;
        let span = |name: &str| {
            let span = tag.value(name).and_then(|span| span.parse().ok());
            span.unwrap_or(1_usize).clamp(1, WIDEST)
        };
        let (columns, rows) = (span("colspan"), span("rowspan"));
        for _ in 1..columns {
            self.meter.add(0)?;
        }
        let Some(table) = &mut self.table else {
            return Ok(());
        };
        if tag.name == "tr" {
            table.rows.push(Vec::new());
        } else {
            self.words.clear();
            table.in_cell = true;
            table.span = columns;
            table.is_merged |= columns > 1 || rows > 1;
        }
        Ok(())
    }

    fn picture(&mut self, tag: &HtmlTag<'_>, element: &OpenElement) -> Result<(), Refused> {
        if element.left_out.is_some() {
            return Ok(());
        }
        let alt = tag.value("alt");
        let bytes = tag.value("src").and_then(|address| data::picture(&address));
        let Some(bytes) = bytes else {
            self.lose(Loss::PictureElsewhere);
            self.captions.block(None);
            return Ok(());
        };
        self.pictures.push(FoundPicture {
            bytes,
            alt: alt.as_deref().and_then(described),
            ..FoundPicture::default()
        });
        self.push(Inline::Picture(self.pictures.len() - 1), 0)
    }

    pub(super) fn close(&mut self, name: &str) -> Result<(), Refused> {
        let Some(place) = self.open.iter().rposition(|element| element.name == name) else {
            return Ok(());
        };
        // Elements within it end with it.
        while self.open.len() > place {
            if let Some(element) = self.open.pop() {
                let is_shown = element.left_out.is_none();
                if is_shown {
                    self.finish(&element.name)?;
                }
            }
        }
        Ok(())
    }

    fn finish(&mut self, name: &str) -> Result<(), Refused> {
        match name {
            "td" | "th" if self.inner_tables == 0 => self.close_cell(),
            "table" if self.inner_tables > 0 => self.inner_tables -= 1,
            "table" => self.close_table(),
            "ul" | "ol" => {
                self.end_line(false)?;
                self.lists.pop();
            }
            _ if BLOCKS.contains(&name) => self.end_line(true)?,
            _ => {}
        }
        Ok(())
    }

    /// Ends the page, with what was left open.
    pub(super) fn end(&mut self) -> Result<(), Refused> {
        while let Some(element) = self.open.last() {
            let name = element.name.clone();
            self.close(&name)?;
        }
        self.close_table();
        self.end_line(true)
    }

    /// Ends a line: what was read becomes a block, or goes on in its cell.
    fn end_line(&mut self, ends_flow: bool) -> Result<(), Refused> {
        if self.in_cell() {
            return self.push(Inline::Break, 0);
        }
        let flow = self.flow;
        if ends_flow {
            self.flow = FlowKind::Paragraph;
        }
        let words = std::mem::take(&mut self.words);
        let text = words_of(&words);
        let picture = words.iter().rev().find_map(|inline| match inline {
            Inline::Picture(picture) => Some(*picture),
            _ => None,
        });
        let is_word_point = matches!(flow, FlowKind::Point(_));
        if text.is_empty() && picture.is_none() {
            if is_word_point && ends_flow {
                self.lists.pop();
            }
            return Ok(());
        }
        self.flow = FlowKind::Paragraph;
        if flow == FlowKind::Caption
            && let Some(picture) = self.captions.take()
        {
            add_caption(&mut self.pictures[picture], &text);
            return Ok(());
        }
        self.captions.block(picture.filter(|_| text.is_empty()));
        match flow {
            FlowKind::Title if self.title.is_none() => self.title = Some(text),
            FlowKind::Heading(level) => self.flat.push(FlatBlock::Heading(level, words)),
            FlowKind::Point(level) => {
                let number = self.lists.pop().and_then(|list| list.next);
                self.flat.push(FlatBlock::Point {
                    level,
                    number,
                    words,
                });
            }
            _ if self.lists.is_empty() => self.flat.push(FlatBlock::Paragraph(words)),
            _ => self.in_point(words),
        }
        Ok(())
    }

    /// Puts words into the point of the list that is open.
    fn in_point(&mut self, words: Vec<Inline>) {
        let level = self.lists.len() - 1;
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        if !list.begins
            && let Some(FlatBlock::Point { words: last, .. }) = self.flat.last_mut()
        {
            // A second paragraph of the same point.
            last.extend([Inline::Break, Inline::Break]);
            last.extend(words);
            return;
        }
        list.begins = false;
        let number = list.next;
        list.next = number.map(|number| number.saturating_add(1));
        self.flat.push(FlatBlock::Point {
            level,
            number,
            words,
        });
    }
}
