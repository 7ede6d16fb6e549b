//! What a command and its options are: the rows of the table of what can be typed.

use super::asked::Task;
use super::given::GivenOptions;
use crate::words::Bilingual;

/// A command: its name and its Dutch one, what follows its options, what it does, what else is to be
/// said, and how what was given becomes what is asked.
pub(super) struct CommandRow {
    pub(super) name: &'static str,
    pub(super) also: &'static str,
    pub(super) operands: Bilingual,
    pub(super) about: Bilingual,
    pub(super) after: Option<Bilingual>,
    pub(super) options: &'static [OptionRow],
    pub(super) asked: fn(&GivenOptions<'_>) -> Task,
}

/// An option or an operand.
pub(super) struct OptionRow {
    pub(super) name: &'static str,
    pub(super) takes: Takes,
    /// Where help shows it.
    pub(super) order: usize,
    pub(super) help: Bilingual,
}

/// What comes with an option.
#[derive(Clone, Copy)]
pub(super) enum Takes {
    /// Nothing: it is there or not.
    Nothing,
    /// One of these words, as help shows them.
    OneOf([&'static str; 2], &'static str),
    /// A folder.
    Folder,
    /// A file.
    File,
    /// A day.
    Day,
    /// The number of a port.
    Port,
    /// The number of a row.
    Row,
    /// Words, as often as they are needed, and what help calls each.
    Words(Bilingual),
    /// A word, and what help calls it.
    OptionalWord(Bilingual),
    /// A word that must be given, and what help calls it.
    Word(Bilingual),
    /// It is no option: a file that must be given.
    GivenFile,
    /// It is no option: a word that must be given, and what help calls it.
    GivenWord(Bilingual),
    /// The same of one that may be left out.
    MaybeWord(Bilingual),
}
