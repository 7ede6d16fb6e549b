//! Whatever is changed in whatever order, no address that was promised is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use oogst::app as commands;
use oogst::app::Ending;
use oogst::app::cli::{Asked, PublishTask, Task};
use oogst::plan::Content;
use oogst::publish::PublishOptions;
use oogst::words::Language;
use proptest::prelude::*;
use tempfile::TempDir;

use super::{named_pages, stands_at, study};
use crate::harness::{DAY, copy};

/// A site that is changed at random. Each record stands in a file of its own and carries a mark
/// that never changes.
struct Changing {
    folder: TempDir,
    /// `kind:event/id` of each record, by its mark.
    names: BTreeMap<String, (String, String)>,
    /// What became of marks that are there no more: another mark, or nothing.
    became: BTreeMap<String, Option<String>>,
    /// What was promised: address and mark.
    promised: BTreeMap<String, String>,
    count: usize,
}

/// A look of a few bytes: only addresses matter here.
const TEMPLATES: &[&str] = oogst::pages::TEMPLATES;

impl Changing {
    /// The site that every life begins with.
    fn new() -> Self {
        static FIRST: LazyLock<Changing> = LazyLock::new(Changing::first);
        let first = &*FIRST;
        let folder = Self::folder();
        copy(first.folder.path(), folder.path());
        Self {
            folder,
            names: first.names.clone(),
            became: BTreeMap::new(),
            promised: first.promised.clone(),
            count: first.count,
        }
    }

    /// On a RAM disk where there is one: thousands of small files come and go.
    fn folder() -> TempDir {
        let ram = Path::new("/dev/shm");
        if ram.is_dir() {
            TempDir::new_in(ram)
        } else {
            TempDir::new()
        }
        .expect("a folder can be made")
    }

    fn first() -> Self {
        let mut site = Self {
            folder: Self::folder(),
            names: BTreeMap::new(),
            became: BTreeMap::new(),
            promised: BTreeMap::new(),
            count: 0,
        };
        site.config("languages = [\"nl\"]");
        site.write("themes/kaal/theme.toml", "extends = \"nothing\"\n");
        for template in TEMPLATES {
            site.write(&format!("themes/kaal/templates/{template}"), "kaal");
        }
        for (kind, shared) in [
            ("region", true),
            ("region", true),
            ("theme", true),
            ("organisation", true),
        ] {
            site.add(kind, if shared { None } else { Some(0) });
        }
        for event in 0..2 {
            site.add_event(event);
        }
        for kind in ["idea", "idea", "deal", "ask"] {
            site.add(kind, Some(0));
        }
        site.record();
        site
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.at(path);
        fs::create_dir_all(file.parent().expect("a file has a folder"))
            .expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    }

    fn config(&self, languages: &str) {
        self.write(
            "oogst.toml",
            &format!(
                "title = \"Verzonnen\"\ntheme = \"kaal\"\n{languages}\n[search]\nenabled = false\n"
            ),
        );
    }

    fn marks(&self, kind: &str) -> Vec<String> {
        self.names
            .iter()
            .filter(|(_, (of, _))| of == kind)
            .map(|(mark, _)| mark.clone())
            .collect()
    }

    fn mark(&mut self) -> String {
        self.count += 1;
        format!("M{}", self.count)
    }

    fn add_event(&mut self, year: usize) {
        let mark = self.mark();
        let id = format!("dag-{}", mark.to_lowercase());
        let of = |site: &Self, kind: &str| {
            site.marks(kind)
                .first()
                .map(|mark| format!("\"{}\"", site.names[mark].1))
                .unwrap_or_default()
        };
        let (regions, themes) = (of(self, "region"), of(self, "theme"));
        self.write(
            &format!("content/events/{id}/event.md"),
            &format!(
                "+++\ntitle = \"{mark} dag\"\ndate = {}-05-01\nsummary = \"S.\"\nregions = [{regions}]\nthemes = [{themes}]\n+++\n",
                2020 + year
            ),
        );
        self.names.insert(mark, ("event".to_owned(), id));
    }

    /// A record in a file of its own: in an event, or shared.
    fn add(&mut self, kind: &str, event: Option<usize>) {
        let mark = self.mark();
        let id = mark.to_lowercase();
        match event {
            None => {
                self.write(
                    &format!("content/{id}.toml"),
                    &format!("[[{kind}]]\nname = \"{mark}\"\nid = \"{id}\"\n"),
                );
                self.names.insert(mark, (kind.to_owned(), id));
            }
            Some(place) => {
                let events = self.marks("event");
                let event = self.names[&events[place % events.len()]].1.clone();
                self.write(
                    &format!("content/events/{event}/{id}.toml"),
                    &format!("[[{kind}]]\ntitle = \"{mark}\"\nid = \"{id}\"\n"),
                );
                self.names
                    .insert(mark, (kind.to_owned(), format!("{event}/{id}")));
            }
        }
    }

    fn run(&self, task: Task) {
        let asked = Asked {
            root: self.folder.path().to_owned(),
            language: Some(Language::En),
            quiet: true,
            task,
        };
        assert_eq!(
            commands::run(&asked, Language::En),
            Ending::Fine,
            "{asked:?}"
        );
    }

    fn record(&mut self) {
        self.run(Task::Publish(PublishTask {
            date: Some(DAY.parse().expect("a day")),
            record: true,
            to: None,
            zip: None,
            dry_run: false,
            yes: false,
            allowed: PublishOptions::default(),
        }));
        self.promised
            .extend(named_pages(&study(self.folder.path())));
    }

    fn rename(&mut self, mark: &str) {
        self.count += 1;
        let (kind, name) = self.names[mark].clone();
        // Now and then back to the id that it had at first.
        let first = mark.to_lowercase();
        let is_free = name.rsplit('/').next() != Some(&first) && kind != "event";
        let new = if is_free && self.count.is_multiple_of(2) {
            first
        } else {
            format!("n{}", self.count)
        };
        let before = named_pages(&study(self.folder.path()));
        self.run(Task::Rename {
            from: format!("{kind}:{name}"),
            to: new.clone(),
            date: Some(DAY.parse().expect("a day")),
        });
        let renamed = name
            .rsplit_once('/')
            .map_or(new.clone(), |(event, _)| format!("{event}/{new}"));
        if kind == "event" {
            for (_, inner) in self.names.values_mut() {
                if let Some(id) = inner.strip_prefix(&format!("{name}/")) {
                    *inner = format!("{new}/{id}");
                }
            }
        }
        self.names.insert(mark.to_owned(), (kind, renamed));
        // What had an address by its old name keeps it, recorded or not.
        let after = named_pages(&study(self.folder.path()));
        self.promised.extend(
            before
                .into_iter()
                .filter(|(address, _)| !after.contains_key(address)),
        );
    }

    /// Takes a record away, and says what became of it.
    fn remove(&mut self, mark: &str, into: Option<&str>) {
        let (kind, name) = self.names.remove(mark).expect("a record");
        let folder = name.rsplit_once('/').map_or_else(
            || self.at("content"),
            |(event, _)| self.at(&format!("content/events/{event}")),
        );
        fs::remove_file(folder.join(format!("{}.toml", mark.to_lowercase())))
            .expect("a file can be removed");
        let row = match into {
            Some(into) => {
                let (to_kind, to) = &self.names[into];
                format!("\n[[moved]]\nfrom = \"{kind}:{name}\"\nto = \"{to_kind}:{to}\"\n")
            }
            None => format!(
                "\n[[gone]]\nwhat = \"{kind}:{name}\"\nreason = \"Weg.\"\ndate = 2025-01-01\n"
            ),
        };
        let addresses =
            fs::read_to_string(self.at("addresses.toml")).expect("there are addresses") + &row;
        self.write("addresses.toml", &addresses);
        self.became
            .insert(mark.to_owned(), into.map(ToOwned::to_owned));
    }

    /// One change; `which` and `with` choose among what there is.
    fn change(&mut self, what: u8, which: usize, with: usize) {
        let all: Vec<String> = self.names.keys().cloned().collect();
        let of_event: Vec<String> = ["idea", "ask", "deal"]
            .iter()
            .flat_map(|kind| self.marks(kind))
            .collect();
        match what {
            0..4 => self.rename(&all[which % all.len()]),
            4 if !of_event.is_empty() => {
                let mark = of_event[which % of_event.len()].clone();
                let others: Vec<&String> = all.iter().filter(|other| **other != mark).collect();
                let into = others[with % others.len()].clone();
                // Only what is on record has an address to move.
                self.record();
                self.remove(&mark, Some(&into));
            }
            5 if !of_event.is_empty() => {
                self.record();
                self.remove(&of_event[which % of_event.len()].clone(), None);
            }
            6 => self.config(
                [
                    "languages = [\"nl\"]",
                    "languages = [\"nl\", \"en\"]",
                    "languages = [\"en\", \"nl\"]",
                    "languages = [\"en\"]",
                ][which % 4],
            ),
            7 => self.add(["idea", "ask", "deal", "offer"][which % 4], Some(with)),
            8 => self.record(),
            _ => {
                self.config(&format!("languages = [\"nl\", \"en\"]\n[routes]\nideas = \"ideeen{}\"\nregions = \"streken{}\"\n", which % 3, with % 3));
            }
        }
    }

    /// The mark that stands for another now; `None` where it is gone.
    fn now(&self, mark: &str) -> Option<String> {
        let mut mark = mark.to_owned();
        while let Some(next) = self.became.get(&mark) {
            mark = next.clone()?;
        }
        Some(mark)
    }

    /// Every address that was ever promised shows what was promised there, leads to it, or says
    /// that it is gone.
    fn assert_kept(&self) {
        let study = study(self.folder.path());
        let pages = named_pages(&study);
        for (address, mark) in &self.promised {
            let now = self.now(mark);
            match stands_at(&study, address) {
                Some(Content::Page(..)) => assert_eq!(
                    pages.get(address),
                    now.as_ref(),
                    "another page stands at {address}"
                ),
                Some(Content::Redirect { to, .. }) => {
                    assert_eq!(
                        pages.get(to),
                        now.as_ref(),
                        "{address} leads to {to}, which is not {mark}"
                    );
                }
                Some(Content::Gone { .. }) => {
                    assert_eq!(now, None, "{address} says that {mark} is gone");
                }
                other => panic!("{address} of {mark} is lost: {other:?}"),
            }
        }
    }
}

fn no_address_is_lost(changes: &[(u8, usize, usize)]) {
    let mut site = Changing::new();
    for (what, which, with) in changes {
        site.change(*what, *which, *with);
        site.assert_kept();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_promised_address_is_lost_in_short_lives(changes in prop::collection::vec((0_u8..10, 0_usize..64, 0_usize..64), 1..5)) {
        no_address_is_lost(&changes);
    }

    #[test]
    fn no_promised_address_is_lost_in_longer_lives(changes in prop::collection::vec((0_u8..10, 0_usize..64, 0_usize..64), 3..7)) {
        no_address_is_lost(&changes);
    }
}
