//! The invented archive as a site of this program: two files an event, as a larger event is kept.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use crate::invented::{Archive, Event, Need, REGIONS, THEMES, above};
use crate::measure;

/// The name of the small look.
const SMALL: &str = "klein";

/// Which pages are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The small look, and no more pages than the peer has: without an address of its own a site
    /// has no feeds, calendars or frames.
    Equal,
    /// The default look, and no search or cards.
    Bare,
    /// The default look and all that comes with it: search, cards, feeds, calendars, frames.
    Whole,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Equal => "small look",
            Self::Bare => "default",
            Self::Whole => "default, all on",
        }
    }
}

/// Writes the archive's texts, whatever is built of them.
pub(crate) fn write_content(root: &Path, archive: Archive) -> Result<(), Box<dyn Error>> {
    let content = root.join("content");
    fs::create_dir_all(&content)?;
    fs::write(content.join("alles.toml"), shared_records(archive)?)?;
    (0..archive.events).into_par_iter().try_for_each(|event| {
        write_event(&content, &archive.event(event)).map_err(|error| error.to_string())
    })?;
    Ok(())
}

/// Where the site is, for looks that say so.
const ADDRESS: &str = "base_url = \"https://archief.example\"";
/// What a site without search and cards says.
const OFF: &str = "\n[search]\nenabled = false\n\n[social]\nenabled = false";

/// Says how the site is to be built.
pub(crate) fn write_settings(root: &Path, kind: Kind) -> Result<(), Box<dyn Error>> {
    let mut settings = String::from("title = \"Archief\"\nlanguage = \"nl\"\n");
    match kind {
        Kind::Equal => {
            writeln!(settings, "theme = \"{SMALL}\"\n{OFF}")?;
            measure::copy(
                &Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("benches/looks")
                    .join(SMALL),
                &root.join("themes").join(SMALL),
            )?;
        }
        Kind::Bare => writeln!(settings, "{ADDRESS}\n{OFF}")?,
        Kind::Whole => writeln!(settings, "{ADDRESS}")?,
    }
    fs::write(root.join("oogst.toml"), settings)?;
    Ok(())
}

/// Changes one text: the recap of the first event.
pub(crate) fn edit(root: &Path, archive: Archive) -> Result<(), Box<dyn Error>> {
    let file = root
        .join("content/events")
        .join(archive.event(0).id)
        .join("event.md");
    let text = fs::read_to_string(&file)?;
    fs::write(file, format!("{text}\nEr kwam nog iets bij.\n"))?;
    Ok(())
}

/// A text as TOML writes it.
pub(crate) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn shared_records(archive: Archive) -> Result<String, std::fmt::Error> {
    let mut shared = String::from("[[region]]\nname = \"Land\"\nid = \"land\"\n\n");
    for region in 0..REGIONS {
        let parent = above(region).map_or("land".to_owned(), |above| format!("regio-{above}"));
        writeln!(
            shared,
            "[[region]]\nname = \"Regio {region}\"\nparents = [\"{parent}\"]\n"
        )?;
    }
    for theme in 0..THEMES {
        writeln!(shared, "[[theme]]\nname = \"Thema {theme}\"\n")?;
    }
    let organisations = archive.organisations();
    for organisation in 0..organisations {
        let region = organisation % REGIONS;
        writeln!(
            shared,
            "[[organisation]]\nname = \"Organisatie {organisation}\"\nkind = \"school\"\nregions = [\"regio-{region}\"]\n"
        )?;
    }
    for person in 0..archive.people() {
        let (name, organisation) = (archive.person_name(person), person % organisations);
        writeln!(
            shared,
            "[[person]]\nname = \"{name}\"\nid = \"mens-{person}\"\norganisation = \"organisatie-{organisation}\"\n"
        )?;
    }
    Ok(shared)
}

fn write_event(content: &Path, event: &Event) -> Result<(), Box<dyn Error>> {
    let folder = content.join("events").join(&event.id);
    fs::create_dir_all(&folder)?;
    let Event {
        id: _,
        title,
        year: _,
        date,
        summary,
        region,
        participants,
        text,
        ideas: _,
        asks: _,
        offers: _,
        deals: _,
        sessions: _,
        speaker: _,
    } = event;
    let (title, summary) = (quoted(title), quoted(summary));
    let facts = format!(
        "title = {title}\ndate = {date}\nsummary = {summary}\nregions = [\"regio-{region}\"]\nparticipants = {participants}\n"
    );
    fs::write(
        folder.join("event.md"),
        format!("+++\n{facts}+++\n{text}\n"),
    )?;
    let mut records = String::new();
    write_ideas_and_needs(&mut records, event)?;
    write_deals(&mut records, event)?;
    write_programme(&mut records, event)?;
    fs::write(folder.join("opbrengst.toml"), records)?;
    Ok(())
}

/// The ideas, asks and offers of an event.
fn write_ideas_and_needs(records: &mut String, event: &Event) -> Result<(), Box<dyn Error>> {
    for idea in &event.ideas {
        let (title, text) = (quoted(&idea.title), quoted(&idea.text));
        writeln!(
            records,
            "[[idea]]\ntitle = {title}\nid = \"{}\"\nby = \"organisatie-{}\"\nthemes = [\"thema-{}\"]",
            idea.id, idea.by, idea.theme
        )?;
        writeln!(records, "text = {text}\n")?;
    }
    for (kind, needs) in [("ask", &event.asks), ("offer", &event.offers)] {
        for need in needs {
            let Need {
                id,
                title,
                by,
                theme,
                open,
                text,
            } = need;
            let status = if *open { "open" } else { "matched" };
            writeln!(
                records,
                "[[{kind}]]\ntitle = {}\nid = \"{id}\"\nby = \"organisatie-{by}\"\nthemes = [\"thema-{theme}\"]",
                quoted(title)
            )?;
            writeln!(records, "status = \"{status}\"\ntext = \"{text}\"\n")?;
        }
    }
    Ok(())
}

/// The deals of an event, each with its news.
fn write_deals(records: &mut String, event: &Event) -> Result<(), Box<dyn Error>> {
    for deal in &event.deals {
        let (ask, offer) = (&event.asks[deal.needs].id, &event.offers[deal.needs].id);
        writeln!(
            records,
            "[[deal]]\ntitle = \"{}\"\nid = \"{}\"\nasks = [\"{ask}\"]\noffers = [\"{offer}\"]",
            deal.title, deal.id
        )?;
        writeln!(records, "status = \"underway\"\ntext = \"{}\"\n", deal.text)?;
        writeln!(
            records,
            "[[update]]\nof = \"deal:{}\"\ndate = {}\ntext = \"{}\"\n",
            deal.id, deal.news_date, deal.news
        )?;
    }
    Ok(())
}

/// The sessions of an event and whoever speaks there.
fn write_programme(records: &mut String, event: &Event) -> Result<(), Box<dyn Error>> {
    for session in &event.sessions {
        let person = session.person;
        writeln!(
            records,
            "[[session]]\ntitle = \"{}\"\nstart = {:02}:00\nspeakers = [\"mens-{person}\"]\n",
            session.title, session.hour
        )?;
    }
    // Everybody's role is known: a person without one is a warning, and no archive of a country has
    // one of these for each of its speakers.
    let mut people: Vec<usize> = event
        .sessions
        .iter()
        .map(|session| session.person)
        .filter(|person| *person != event.speaker.person)
        .collect();
    people.sort_unstable();
    people.dedup();
    for person in people {
        writeln!(
            records,
            "[[speaker]]\nperson = \"mens-{person}\"\nrole = \"docent\"\n"
        )?;
    }
    writeln!(
        records,
        "[[speaker]]\nperson = \"mens-{}\"\nrole = \"docent\"\ntext = \"{}\"",
        event.speaker.person, event.speaker.text
    )?;
    Ok(())
}
