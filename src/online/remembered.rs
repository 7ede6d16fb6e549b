//! What became of links when they were last asked, in `.oogst/links`: for a week nobody is asked
//! again. What this program did not write there itself, in this folder, is not believed.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::fate::LinkFate;
use crate::folder::Folder;
use crate::state::{STATE_FOLDER, Seal, StateKey};

const SEAL: Seal = Seal {
    name: *b"oogst links\n",
    version: 1,
};

/// No file of links is larger.
const LARGEST: u64 = 8_000_000;

/// So many links are remembered.
const MOST: usize = 20_000;

/// So many days what was found is believed.
const DAYS: i32 = 7;

/// When a link was asked, as year, month and day, and what became of it.
type AskedLink = ((i16, i8, i8), LinkFate);

/// What is remembered of links.
#[derive(Debug, Default)]
pub struct RememberedLinks {
    links: BTreeMap<String, AskedLink>,
    /// Whether anything was noted since it was read.
    is_changed: bool,
}

impl RememberedLinks {
    /// What is remembered in a site's folder; nothing where it is anybody else's.
    pub fn of(root: &Path) -> Self {
        let read = || {
            let site = Folder::open(root).ok()?;
            let key = StateKey::to_look(&site).ok()?;
            SEAL.open(&site.read(&place(), LARGEST).ok()?, &key)
        };
        Self {
            links: read().unwrap_or_default(),
            is_changed: false,
        }
    }

    /// What became of a link in the week before this day.
    pub fn fate(&self, url: &str, today: Date) -> Option<LinkFate> {
        let ((year, month, day), fate) = self.links.get(url)?;
        let asked = Date::new(*year, *month, *day).ok()?;
        let days = (today - asked).get_days();
        (0..=DAYS).contains(&days).then_some(*fate)
    }

    /// Notes what became of a link, where that is known: what could not be told is asked again.
    pub fn note(&mut self, url: &str, today: Date, fate: LinkFate) {
        if matches!(fate, LinkFate::Works | LinkFate::Gone(_)) {
            let day = (today.year(), today.month(), today.day());
            self.links.insert(url.to_owned(), (day, fate));
            self.is_changed = true;
        }
    }

    /// Keeps it in the site's folder, without what is too old. What cannot be written is not kept:
    /// that costs time only.
    pub fn keep(mut self, root: &Path, today: Date) {
        if !self.is_changed {
            return;
        }
        let urls: Vec<String> = self.links.keys().cloned().collect();
        for url in urls {
            if self.fate(&url, today).is_none() || self.links.len() > MOST {
                self.links.remove(&url);
            }
        }
        let write = || -> Option<()> {
            let site = Folder::open(root).ok()?;
            site.create_folders(Path::new(STATE_FOLDER)).ok()?;
            let key = StateKey::of_site(&site).ok()?;
            let next = place().with_extension("next");
            let _ = site.remove_tree(&next);
            let mut file = site.create_new(&next).ok()?;
            file.write_all(&SEAL.close(&self.links, &key)).ok()?;
            site.rename(&next, &place()).ok()
        };
        let _ = write();
    }
}

/// The file, below the site's folder.
fn place() -> PathBuf {
    Path::new(STATE_FOLDER).join("links")
}
