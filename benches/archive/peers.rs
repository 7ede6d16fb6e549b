//! The same archive as a site of Hugo, with the same pages and about the same on each: what Hugo
//! has words for is said in them. Events are sections with a section for each kind of record; whom
//! and what a record names are taxonomies; every list that is longer than its page is a term of the
//! taxonomy `lijsten`, and a region with a theme one of `kruisingen`, so that Hugo gathers them in
//! one go.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;

use crate::invented::{Archive, Event, REGIONS, THEMES, above};
use crate::measure;
use crate::site::quoted;

/// The site's settings and templates, beside this bench.
const SITE: &str = "benches/looks/hugo";
/// A list that repeats what another page shows is made only where it has more than that page has
/// room for.
const SECTION: usize = 12;

/// Installs the pinned version from `PyPI` into a folder of its own below `target/`, once, and says
/// where the program is.
pub(crate) fn install() -> Result<PathBuf, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/peers");
    if program(&folder).is_none() {
        succeed(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        let install = [
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--require-hashes",
            "--only-binary=:all:",
            "--requirement",
        ];
        succeed(
            Command::new(folder.join("bin/pip"))
                .args(install)
                .arg(root.join("benches/requirements.txt")),
        )?;
    }
    program(&folder).ok_or_else(|| "the package has no program where it used to be".into())
}

/// The program itself, not the Python script that starts it.
fn program(folder: &Path) -> Option<PathBuf> {
    let python = fs::read_dir(folder.join("lib")).ok()?.next()?.ok()?.path();
    Some(python.join("site-packages/hugo/binaries/hugo")).filter(|program| program.exists())
}

fn succeed(command: &mut Command) -> Result<(), Box<dyn Error>> {
    if command.status()?.success() {
        Ok(())
    } else {
        Err(format!("{command:?} failed").into())
    }
}

/// What a record counts for.
struct Counts<'a> {
    event: &'a Event,
    /// `deals`, `ideeen`, `openstaand` or `bijeenkomsten`: which whole list it is in.
    list: &'static str,
    theme: Option<usize>,
    status: Option<&'static str>,
}

impl Counts<'_> {
    /// The regions it counts for: its event's and those above.
    fn regions(&self) -> Vec<String> {
        let mut regions = vec![format!("regio-{}", self.event.region)];
        regions.extend(above(self.event.region).map(|above| format!("regio-{above}")));
        regions.push("land".to_owned());
        regions
    }

    fn crossings(&self) -> Vec<String> {
        self.theme
            .map(|theme| {
                self.regions()
                    .iter()
                    .map(|region| format!("{region}-en-thema-{theme}"))
                    .collect()
            })
            .unwrap_or_default()
    }

    /// The lists it is in, each with the number of entries above which there is one.
    fn lists(&self) -> Vec<(String, usize)> {
        let list = self.list;
        let small = if list == "bijeenkomsten" { SECTION } else { 0 };
        let mut lists = vec![(list.to_owned(), 0)];
        lists.extend(
            self.regions()
                .into_iter()
                .map(|region| (format!("{list}-regio-{region}"), small)),
        );
        lists.extend(
            self.theme
                .map(|theme| (format!("{list}-thema-{theme}"), small)),
        );
        lists.push((format!("{list}-jaar-{}", self.event.year), small));
        lists.extend(
            self.status
                .map(|status| (format!("{list}-status-{status}"), 0)),
        );
        lists.extend(
            self.crossings()
                .into_iter()
                .map(|crossing| (format!("{list}-{crossing}"), SECTION)),
        );
        lists
    }

    /// Its front matter about all that.
    fn terms(&self, kept: &BTreeMap<String, usize>) -> String {
        let lists: Vec<String> = self
            .lists()
            .into_iter()
            .filter(|(list, above)| kept[list] > *above)
            .map(|(list, _)| list)
            .collect();
        let themes: Vec<String> = self
            .theme
            .iter()
            .map(|theme| format!("thema-{theme}"))
            .collect();
        format!(
            "regios = {:?}\nthemas = {themes:?}\nkruisingen = {:?}\njaren = [\"{}\"]\nlijsten = {lists:?}\n",
            self.regions(),
            self.crossings(),
            self.event.year
        )
    }
}

fn records(event: &Event) -> Vec<Counts<'_>> {
    let counts = |list, theme, status| Counts {
        event,
        list,
        theme,
        status,
    };
    let mut records = vec![counts("bijeenkomsten", None, None)];
    records.extend(
        event
            .ideas
            .iter()
            .map(|idea| counts("ideeen", Some(idea.theme), None)),
    );
    records.extend(
        event
            .asks
            .iter()
            .filter(|need| need.open)
            .map(|need| counts("openstaand", Some(need.theme), Some("vraag"))),
    );
    records.extend(
        event
            .offers
            .iter()
            .filter(|need| need.open)
            .map(|need| counts("openstaand", Some(need.theme), Some("aanbod"))),
    );
    records.extend(
        event
            .deals
            .iter()
            .map(|deal| counts("deals", Some(event.asks[deal.needs].theme), Some("loopt"))),
    );
    records
}

/// Writes the site.
pub(crate) fn write(root: &Path, archive: Archive) -> Result<(), Box<dyn Error>> {
    measure::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(SITE), root)?;
    let content = root.join("content");
    let mut kept: BTreeMap<String, usize> = BTreeMap::new();
    for event in 0..archive.events {
        for (list, _) in records(&archive.event(event))
            .iter()
            .flat_map(Counts::lists)
        {
            *kept.entry(list).or_default() += 1;
        }
    }
    put(
        &content.join("overzicht.md"),
        "+++\ntitle = \"Overzicht\"\ntype = \"overzicht\"\n+++\n",
    )?;
    let named = |kind: &str, id: &str, title: &str, more: &str| {
        put(
            &content.join(kind).join(id).join("_index.md"),
            &format!("+++\ntitle = \"{title}\"\n{more}+++\n"),
        )
    };
    named("regios", "land", "Land", "")?;
    for region in 0..REGIONS {
        let parent = above(region).map_or("land".to_owned(), |above| format!("regio-{above}"));
        named(
            "regios",
            &format!("regio-{region}"),
            &format!("Regio {region}"),
            &format!("boven = \"{parent}\"\n"),
        )?;
    }
    for theme in 0..THEMES {
        named(
            "themas",
            &format!("thema-{theme}"),
            &format!("Thema {theme}"),
            "",
        )?;
    }
    for organisation in 0..archive.organisations() {
        let more = format!("regio = \"regio-{}\"\n", organisation % REGIONS);
        named(
            "organisaties",
            &format!("organisatie-{organisation}"),
            &format!("Organisatie {organisation}"),
            &more,
        )?;
    }
    for person in 0..archive.people() {
        let more = format!(
            "organisatie = \"organisatie-{}\"\n",
            person % archive.organisations()
        );
        named(
            "mensen",
            &format!("mens-{person}"),
            &archive.person_name(person),
            &more,
        )?;
    }
    (0..archive.events).into_par_iter().try_for_each(|event| {
        write_event(&content, &archive.event(event), &kept).map_err(|error| error.to_string())
    })?;
    Ok(())
}

#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
fn write_event(
    content: &Path,
    event: &Event,
    kept: &BTreeMap<String, usize>,
) -> Result<(), Box<dyn Error>> {
    let folder = content.join("bijeenkomsten").join(&event.id);
    let of_event = Counts {
        event,
        list: "bijeenkomsten",
        theme: None,
        status: None,
    };
    let date = &event.date;
    let mut programme = String::new();
    for session in &event.sessions {
        writeln!(
            programme,
            "[[params.sessies]]\ntitel = \"{}\"\ntijd = \"{:02}.00\"\nwie = \"mens-{}\"",
            session.title, session.hour, session.person
        )?;
    }
    let mut people: Vec<String> = event
        .sessions
        .iter()
        .map(|session| format!("mens-{}", session.person))
        .collect();
    people.push(format!("mens-{}", event.speaker.person));
    people.sort_unstable();
    people.dedup();
    let (title, summary) = (quoted(&event.title), quoted(&event.summary));
    let text = format!(
        "+++\ntitle = {title}\ndate = {date}\ntype = \"bijeenkomst\"\noutputs = [\"html\", \"afdrukken\"]\ndescription = {summary}\nmensen = {people:?}\n{}[params]\nspreker = \"mens-{}\"\nwoorden = {}\n+++\n{}\n",
        of_event.terms(kept),
        event.speaker.person,
        quoted(&event.speaker.text),
        event.text
    );
    put(&folder.join("_index.md"), &text)?;
    put(
        &folder.join("programma/index.md"),
        &format!(
            "+++\ntitle = \"Programma\"\ndate = {date}\ntype = \"programma\"\n{programme}+++\n"
        ),
    )?;
    for (kind, title) in [
        ("ideeen", "Ideeën"),
        ("deals", "Deals"),
        ("vragen", "Vragen"),
        ("aanbod", "Aanbod"),
    ] {
        put(
            &folder.join(kind).join("_index.md"),
            &format!("+++\ntitle = \"{title}\"\ndate = {date}\ntype = \"lijst\"\n+++\n"),
        )?;
    }
    let head = |title: &str, kind: &str| {
        format!(
            "+++\ntitle = {}\ndate = {date}\ntype = \"{kind}\"\n",
            quoted(title)
        )
    };
    for idea in &event.ideas {
        let terms = Counts {
            event,
            list: "ideeen",
            theme: Some(idea.theme),
            status: None,
        }
        .terms(kept);
        let by = format!("organisaties = [\"organisatie-{}\"]\n", idea.by);
        put(
            &folder.join("ideeen").join(&idea.id).join("index.md"),
            &format!(
                "{}{terms}{by}+++\n{}\n",
                head(&idea.title, "idee"),
                idea.text
            ),
        )?;
    }
    for (kind, status, needs) in [
        ("vragen", "vraag", &event.asks),
        ("aanbod", "aanbod", &event.offers),
    ] {
        for need in needs {
            // One that is not open is in no list but its event's.
            let terms = if need.open {
                Counts {
                    event,
                    list: "openstaand",
                    theme: Some(need.theme),
                    status: Some(status),
                }
                .terms(kept)
            } else {
                String::new()
            };
            let more = format!(
                "organisaties = [\"organisatie-{}\"]\n[params]\nregio = \"regio-{}\"\nthema = \"thema-{}\"\n",
                need.by, event.region, need.theme
            );
            put(
                &folder.join(kind).join(&need.id).join("index.md"),
                &format!(
                    "{}{terms}{more}+++\n{}\n",
                    head(&need.title, status),
                    need.text
                ),
            )?;
        }
    }
    for deal in &event.deals {
        let (ask, offer) = (&event.asks[deal.needs], &event.offers[deal.needs]);
        let terms = Counts {
            event,
            list: "deals",
            theme: Some(ask.theme),
            status: Some("loopt"),
        }
        .terms(kept);
        let parties = format!(
            "organisaties = [\"organisatie-{}\", \"organisatie-{}\"]\n",
            ask.by, offer.by
        );
        let halves = format!(
            "[params]\nvraag = \"{}\"\naanbod = \"{}\"\nnieuws_op = {}\nnieuws = {}\n",
            ask.id,
            offer.id,
            deal.news_date,
            quoted(&deal.news)
        );
        put(
            &folder.join("deals").join(&deal.id).join("index.md"),
            &format!(
                "{}{terms}{parties}{halves}+++\n{}\n",
                head(&deal.title, "deal"),
                deal.text
            ),
        )?;
    }
    Ok(())
}

fn put(file: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(file.parent().ok_or("a file stands in a folder")?)?;
    fs::write(file, text)?;
    Ok(())
}
