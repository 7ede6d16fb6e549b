//! Tables: in a region of their own that scrolls sideways and can be reached by keyboard, with
//! heads that belong to columns.

use std::fmt::Write;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::events::words_of;
use super::writer::{HtmlWriter, Table};
use super::{escape, plain};
use crate::words::Bilingual;
use crate::words::labels;

const TABLE: Bilingual = labels::TABLE;

/// The longest label of a table, in characters.
const LONGEST_LABEL: usize = 120;

impl HtmlWriter<'_, '_, '_> {
    pub(super) fn start_table_part(&mut self, at: usize, tag: &Tag<'_>) {
        match tag {
            Tag::Table(alignments) => {
                self.table = Table {
                    alignments: alignments.clone(),
                    ..Table::default()
                };
                let label = self.table_label(at);
                self.fresh_line();
                // A group rather than a region: two tables with the same columns would be two
                // landmarks of one name.
                self.output.push_str("<div");
                self.attributes(&format!(
                    " class=\"table\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\""
                ));
                self.output.push_str(">\n<table>\n");
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.output.push_str("<thead>\n<tr>");
            }
            Tag::TableRow => {
                if !self.table.has_body {
                    self.table.has_body = true;
                    self.output.push_str("<tbody>\n");
                }
                self.table.column = 0;
                self.output.push_str("<tr>");
            }
            _ => {
                // An empty head is no head of anything.
                let is_head = self.table.in_head && self.partners[at] > at + 1;
                self.table.cell = if is_head { "</th>" } else { "</td>" };
                self.output.push_str(if is_head { "<th" } else { "<td" });
                let class = match self.table.alignments.get(self.table.column) {
                    Some(Alignment::Left) => " class=\"align-start\"",
                    Some(Alignment::Center) => " class=\"align-center\"",
                    Some(Alignment::Right) => " class=\"align-end\"",
                    _ => "",
                };
                let scope = if is_head { " scope=\"col\"" } else { "" };
                if is_head || !class.is_empty() {
                    self.attributes(&format!("{scope}{class}"));
                }
                self.output.push('>');
                self.table.column += 1;
                self.before = None;
            }
        }
    }

    pub(super) fn end_table_part(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Table => self.output.push_str(if self.table.has_body {
                "</tbody>\n</table>\n</div>\n"
            } else {
                "</table>\n</div>\n"
            }),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.output.push_str("</tr>\n</thead>\n");
            }
            TagEnd::TableRow => self.output.push_str("</tr>\n"),
            _ => self.output.push_str(self.table.cell),
        }
    }

    /// "Tabel: Regio, Deals", from the heads of the columns.
    fn table_label(&self, table: usize) -> String {
        let mut label = TABLE.get(self.options.language).to_owned();
        let mut sign = ": ";
        let head = table + 1;
        for at in head..self.partners[head] {
            if let Event::Start(Tag::TableCell) = self.events[at] {
                let words = words_of(&self.events[at..self.partners[at]]);
                if !words.trim().is_empty() && label.len() < LONGEST_LABEL {
                    let _ = write!(label, "{sign}{}", words.trim());
                    sign = ", ";
                }
            }
        }
        let mut value = String::new();
        escape::value(&mut value, &plain::cut(&label, LONGEST_LABEL));
        value
    }
}
