//! Names of records and of what has an address: `kind:id` and `kind:event/id`, taken apart, read,
//! written and given another id in this file and nowhere else.
//!
//! A [`ReferenceText`] is a name as somebody wrote it, in parts that need not mean anything; a
//! [`Reference`] is a name in full, as addresses are promised of it. Neither knows whether there is
//! such a record.

use std::fmt;

use crate::id::Id;
use crate::schema::{Home, Kind};
use crate::words::Language;
use crate::words::messages::input as messages;

/// A reference as it is written, in its parts: `id`, `event/id`, `kind:id` or `kind:event/id`, with
/// space around each allowed. The kind's word may be of either language, or of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferenceText<'a> {
    /// What stands before the event or the id, as it is written: `deal: `, or nothing.
    head: &'a str,
    /// The word before the colon.
    pub word: Option<&'a str>,
    /// The event's folder, where it names one.
    pub event: Option<&'a str>,
    /// The id; empty where nothing is left for it.
    pub id: &'a str,
}

impl<'a> ReferenceText<'a> {
    /// Takes a text apart. Any text has parts, a title that holds a colon too.
    pub fn of(text: &'a str) -> Self {
        let (word, rest) = match text.split_once(':') {
            Some((word, rest)) => (Some(word.trim()), rest),
            None => (None, text),
        };
        let head = &text[..text.len() - rest.trim_start().len()];
        let (event, id) = match rest.trim().split_once('/') {
            Some((event, id)) => (Some(event), id),
            None => (None, rest.trim()),
        };
        Self {
            head,
            word,
            event,
            id,
        }
    }

    /// The kind that it names, when it names one.
    pub fn kind(&self) -> Option<Kind> {
        self.word.and_then(Kind::named)
    }

    /// The same, naming another event or another id.
    pub fn to(&self, event: Option<&str>, id: &str) -> String {
        let within = event.map_or_else(String::new, |event| format!("{event}/"));
        format!("{}{within}{id}", self.head)
    }

    /// The same, with another id.
    pub fn with_id(&self, id: &str) -> String {
        self.to(self.event, id)
    }

    /// The same, naming a kind by this word.
    pub fn of_kind(&self, word: &str) -> String {
        let whole = Self { head: "", ..*self };
        format!("{word}:{}", whole.with_id(self.id))
    }
}

/// A link by name in its two parts: the name, and the heading that stands behind `#`. No id holds
/// that sign.
pub fn name_and_heading(link: &str) -> (&str, Option<&str>) {
    match link.split_once('#') {
        Some((name, heading)) => (name, Some(heading)),
        None => (link, None),
    }
}

/// What has an address of its own, by its name: `deal:2018-overijssel/samen-bijscholen`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// A record with a page: `deal:2018-overijssel/samen-bijscholen`, `region:twente`.
    Record {
        /// Its kind.
        kind: Kind,
        /// The folder of its event, for kinds that belong to one.
        event: Option<Id>,
        /// Its id.
        id: Id,
    },
    /// A region and a theme together: `region:twente/theme:docenten`.
    Crossing {
        /// The region.
        region: Id,
        /// The theme.
        theme: Id,
    },
    /// A year: `year:2018`.
    Year(i16),
}

impl Reference {
    /// A record that all events share, or an event.
    pub fn shared(kind: Kind, id: &Id) -> Self {
        Self::Record {
            kind,
            event: None,
            id: id.clone(),
        }
    }

    /// Every id that its addresses are made of.
    pub fn ids(&self) -> Vec<&Id> {
        match self {
            Self::Record { kind: _, event, id } => event.iter().chain([id]).collect(),
            Self::Crossing { region, theme } => vec![region, theme],
            Self::Year(_) => Vec::new(),
        }
    }

    /// Reads a name; kinds may be named in either language.
    pub fn parse(text: &str) -> Option<Self> {
        let parts = ReferenceText::of(text);
        if matches!(parts.word, Some("year" | "jaar")) {
            let is_year = parts.id.len() == 4 && parts.id.bytes().all(|byte| byte.is_ascii_digit());
            return (is_year && parts.event.is_none())
                .then(|| parts.id.parse().ok().map(Self::Year))?;
        }
        let kind = parts.kind()?;
        if kind == Kind::Region
            && let Some(region) = parts.event
        {
            let theme = ReferenceText::of(parts.id);
            return (theme.kind() == Some(Kind::Theme) && theme.event.is_none()).then_some(
                Self::Crossing {
                    region: Id::new(region)?,
                    theme: Id::new(theme.id)?,
                },
            );
        }
        (parts.event.is_some() == (kind.schema().home == Home::Event)).then_some(())?;
        let event = match parts.event {
            Some(event) => Some(Id::new(event)?),
            None => None,
        };
        Some(Self::Record {
            kind,
            event,
            id: Id::new(parts.id)?,
        })
    }

    /// The same in the words of a language, for people: `vraag:2018-overijssel/x`.
    pub fn said(&self, language: Language) -> String {
        self.spelled(
            |kind| kind.schema().name.get(language),
            messages::YEAR.get(language),
        )
    }

    /// The name with these words for its kinds and for a year.
    fn spelled(&self, word: impl Fn(Kind) -> &'static str, year: &str) -> String {
        match self {
            Self::Record {
                kind,
                event: Some(event),
                id,
            } => format!("{}:{event}/{id}", word(*kind)),
            Self::Record {
                kind,
                event: None,
                id,
            } => format!("{}:{id}", word(*kind)),
            Self::Crossing { region, theme } => format!(
                "{}:{region}/{}:{theme}",
                word(Kind::Region),
                word(Kind::Theme)
            ),
            Self::Year(number) => format!("{year}:{number:04}"),
        }
    }

    /// What it stands in: the event of a record, the region and the theme of a crossing.
    pub fn stands_in(&self) -> Vec<Self> {
        match self {
            Self::Record {
                event: Some(event), ..
            } => vec![Self::shared(Kind::Event, event)],
            Self::Crossing { region, theme } => vec![
                Self::shared(Kind::Region, region),
                Self::shared(Kind::Theme, theme),
            ],
            Self::Record { event: None, .. } | Self::Year(_) => Vec::new(),
        }
    }

    /// Its own id, where it has one.
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Record { id, .. } => Some(id),
            Self::Crossing { .. } | Self::Year(_) => None,
        }
    }

    /// Whether it is a record: only these have short links.
    pub fn is_record(&self) -> bool {
        matches!(self, Self::Record { .. })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.spelled(|kind| kind.schema().name.en, "year"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Reference, ReferenceText};

    #[test]
    fn a_name_reads_back_as_it_is_written() {
        for name in [
            "deal:2018-overijssel/samen-bijscholen",
            "event:2018-overijssel",
            "region:twente",
            "region:twente/theme:docenten",
            "year:2018",
        ] {
            assert_eq!(
                Reference::parse(name)
                    .map(|reference| reference.to_string())
                    .as_deref(),
                Some(name)
            );
        }
        assert_eq!(
            Reference::parse("vraag:2018-overijssel/x"),
            Reference::parse("ask:2018-overijssel/x")
        );
        assert_eq!(
            Reference::parse("regio:twente/thema:docenten"),
            Reference::parse("region:twente/theme:docenten")
        );
        for wrong in [
            "",
            "deal",
            "deal:x",
            "region:a/b",
            "region:a/theme:b/c",
            "event:a/b",
            "year:18",
            "year:+018",
            "year:2018/x",
            "deal:../x",
            "deal:a/b/c",
            "javascript:x",
            "person:",
        ] {
            assert_eq!(Reference::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_written_name_keeps_what_stands_around_the_part_that_changes() {
        for (text, renamed) in [
            ("x", "y"),
            ("2018/x", "2018/y"),
            ("deal:x", "deal:y"),
            ("Deal : 2018/x ", "Deal : 2018/y"),
            (":", ":y"),
            ("", "y"),
        ] {
            assert_eq!(ReferenceText::of(text).with_id("y"), renamed, "{text}");
        }
        let far = ReferenceText::of("dael: 2018/x");
        assert_eq!((far.kind(), far.event, far.id), (None, Some("2018"), "x"));
        assert_eq!(far.of_kind("deal"), "deal:2018/x");
        assert_eq!(far.to(None, "z"), "dael: z");
    }
}
