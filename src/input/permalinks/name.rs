//! What a promised address is of, by its name: `deal:2018-overijssel/samen-bijscholen`.

use std::fmt;

use crate::id::Id;
use crate::schema::{Home, Kind};
use crate::words::Language;
use crate::words::messages::input as messages;

/// What a promised address is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
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

impl What {
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
        let (word, rest) = text.trim().split_once(':')?;
        if matches!(word, "year" | "jaar") {
            let is_year = rest.len() == 4 && rest.bytes().all(|byte| byte.is_ascii_digit());
            return rest.parse().ok().filter(|_| is_year).map(Self::Year);
        }
        let kind = Kind::named(word)?;
        if kind == Kind::Region
            && let Some((region, theme)) = rest.split_once('/')
        {
            let theme = theme
                .split_once(':')
                .filter(|(word, _)| Kind::named(word) == Some(Kind::Theme))
                .map(|(_, theme)| theme)?;
            return Some(Self::Crossing {
                region: Id::new(region)?,
                theme: Id::new(theme)?,
            });
        }
        let (event, id) = match rest.split_once('/') {
            Some((event, id)) => (Some(Id::new(event)?), id),
            None => (None, rest),
        };
        (event.is_some() == (kind.schema().home == Home::Event)).then_some(())?;
        Some(Self::Record {
            kind,
            event,
            id: Id::new(id)?,
        })
    }

    /// The same in the words of a language, for people: `vraag:2018-overijssel/x`.
    pub fn said(&self, language: Language) -> String {
        let name = self.to_string();
        let word = match self {
            Self::Record { kind, .. } => kind.schema().name.get(language),
            Self::Crossing { region, theme } => {
                let word = |kind: Kind| kind.schema().name.get(language);
                return format!(
                    "{}:{region}/{}:{theme}",
                    word(Kind::Region),
                    word(Kind::Theme)
                );
            }
            Self::Year(_) => messages::YEAR.get(language),
        };
        name.split_once(':')
            .map_or_else(|| name.clone(), |(_, rest)| format!("{word}:{rest}"))
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

impl fmt::Display for What {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record {
                kind,
                event: Some(event),
                id,
            } => write!(formatter, "{}:{event}/{id}", kind.schema().name.en),
            Self::Record {
                kind,
                event: None,
                id,
            } => write!(formatter, "{}:{id}", kind.schema().name.en),
            Self::Crossing { region, theme } => write!(formatter, "region:{region}/theme:{theme}"),
            Self::Year(year) => write!(formatter, "year:{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::What;

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
                What::parse(name).map(|what| what.to_string()).as_deref(),
                Some(name)
            );
        }
        assert_eq!(
            What::parse("vraag:2018-overijssel/x"),
            What::parse("ask:2018-overijssel/x")
        );
        assert_eq!(
            What::parse("regio:twente/thema:docenten"),
            What::parse("region:twente/theme:docenten")
        );
        for wrong in [
            "",
            "deal",
            "deal:x",
            "region:a/b",
            "event:a/b",
            "year:18",
            "year:+018",
            "deal:../x",
            "deal:a/b/c",
            "javascript:x",
            "person:",
        ] {
            assert_eq!(What::parse(wrong), None, "{wrong}");
        }
    }
}
