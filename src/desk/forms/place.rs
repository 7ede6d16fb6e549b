//! [`RecordPlace`]: which record a form is of, and its address in the desk.

use std::fmt;

use crate::desk::addresses::{self, NO_EVENT};
use crate::encode::path_decoded_strictly;
use crate::id::Id;
use crate::schema::{Home, KINDS, Kind};

/// The address of the form of a record that is there.
const RECORD: &str = "record";

/// The address of the form of a new record.
const NEW: &str = "new";

/// Which record a form is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordPlace {
    /// Its kind.
    pub kind: Kind,
    /// The folder of its event; `None` for what all events share.
    pub event: Option<String>,
    /// Its id; of a kind that has none, what stands for it in a table. `None`: a new one.
    pub id: Option<Id>,
}

impl RecordPlace {
    /// A new record of a kind.
    pub fn new(kind: Kind, event: Option<&str>) -> Self {
        Self {
            kind,
            event: event.map(ToOwned::to_owned),
            id: None,
        }
    }

    /// A record that is there.
    pub fn of(kind: Kind, event: Option<&str>, id: &Id) -> Self {
        Self {
            id: Some(id.clone()),
            ..Self::new(kind, event)
        }
    }

    /// The record that an address is of: `/record/deal/2018-overijssel/samen`, `/new/region/-`.
    pub fn of_path(path: &str) -> Option<Self> {
        let parts: Option<Vec<String>> = path
            .strip_prefix('/')?
            .split('/')
            .map(|part| path_decoded_strictly(part).map(std::borrow::Cow::into_owned))
            .collect();
        match parts?.as_slice() {
            [what, kind, event, id] if what == RECORD => {
                Self::read(kind, event, Some(Id::new(id)?))
            }
            [what, kind, event] if what == NEW => Self::read(kind, event, None),
            _ => None,
        }
    }

    /// The record that the parts of an address name.
    pub(in crate::desk) fn read(kind: &str, event: &str, id: Option<Id>) -> Option<Self> {
        let schema = KINDS.iter().find(|schema| schema.name.en == kind)?;
        let event = match event {
            NO_EVENT => None,
            folder => Some(Id::new(folder)?.to_string()),
        };
        let fits = match schema.home {
            Home::Event => event.is_some(),
            Home::Anywhere => true,
            Home::EventFile | Home::Shared | Home::Pages => event.is_none(),
        };
        // An event stands in its own folder.
        let own = id.clone().filter(|_| schema.home == Home::EventFile);
        fits.then(|| Self {
            kind: schema.kind,
            event: event.or_else(|| own.map(|id| id.to_string())),
            id,
        })
    }

    fn address(&self) -> String {
        let event = self.event.as_deref();
        match &self.id {
            Some(id) => addresses::record(self.kind, event, id.as_str()),
            None => addresses::new(self.kind, event),
        }
    }
}

impl fmt::Display for RecordPlace {
    /// Its address.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.address())
    }
}
