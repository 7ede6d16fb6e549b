//! Options that several commands have.

use super::row::{OptionRow, Takes};
use crate::words::both;

pub(super) const DATE: OptionRow = OptionRow {
    name: "date",
    takes: Takes::Day,
    order: 10,
    help: both(
        "Bouw alsof het deze dag is. Zonder deze keuze: vandaag.",
        "Build as if it were this day. Left out: today.",
    ),
};
pub(super) const DRAFTS: OptionRow = OptionRow {
    name: "drafts",
    takes: Takes::Nothing,
    order: 11,
    help: both("Neem ook concepten mee.", "Include drafts."),
};
pub(super) const FORMAT: OptionRow = OptionRow {
    name: "format",
    takes: Takes::OneOf(["text", "json"], "text|json"),
    order: 12,
    help: both(
        "json: meldingen voor andere programma's, een per regel.",
        "json: messages for other programs, one a line.",
    ),
};

/// The options of every command.
pub(super) const COMMON: &[OptionRow] = &[
    OptionRow {
        name: "root",
        takes: Takes::Folder,
        order: 90,
        help: both(
            "De map van het verslag. Zonder deze keuze: de map waar u staat.",
            "The report's folder. Left out: the folder you are in.",
        ),
    },
    OptionRow {
        name: "lang",
        takes: Takes::OneOf(["nl", "en"], "nl|en"),
        order: 91,
        help: both(
            "De taal van de meldingen. Zonder deze keuze: de taal van het verslag.",
            "The language of messages. Left out: the report's language.",
        ),
    },
];
