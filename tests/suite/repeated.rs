//! Files with something in them that is written over and over: as rows of a table, since most of what
//! is too deep, too long or too many is made so.

/// The event of the fixture `klein`.
pub(crate) const EVENT: &str = "content/events/2025-techniekavond/event.md";

/// A file of records beside it.
pub(crate) const TABLE: &str = "content/events/2025-techniekavond/los.toml";

/// The facts of an event, as short as they may be.
pub(crate) const FACTS: &str =
    "+++\ntitel = \"T\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\n+++\n";

/// A file, what stands in it first, what is written over and over, what stands behind that, and what
/// is written as often again.
pub(crate) struct Repeated(
    pub(crate) &'static str,
    pub(crate) &'static [&'static str],
    pub(crate) &'static str,
    pub(crate) &'static str,
    pub(crate) &'static str,
);

impl Repeated {
    /// The text of the file.
    pub(crate) fn text(&self, times: usize) -> String {
        let Self(_, before, opens, middle, closes) = self;
        [
            &before.concat(),
            &opens.repeat(times),
            *middle,
            &closes.repeat(times),
        ]
        .concat()
    }

    /// The text of the file, with so many bytes of what is repeated.
    pub(crate) fn of_bytes(&self, bytes: usize) -> String {
        self.text(bytes / self.2.len())
    }
}
