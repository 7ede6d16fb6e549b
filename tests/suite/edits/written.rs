//! A site as its writer has it: records whose names never repeat, edits of every kind, and the
//! files that they come to.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;

use super::texts::{FACTS, OTHER_PIXEL, PROGRAMME, SHARED};
use crate::every_field::PIXEL;

const EVENT: &str = "content/events/2025-dag";

/// Five records that are edited; the rest of the site names them or stands beside them.
const KINDS: [&str; 5] = ["idea", "ask", "offer", "deal", "outcome"];

/// A record as its writer has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Record {
    gone: bool,
    draft: bool,
    title: u8,
    text: u8,
    id: u8,
    file: u8,
    region: u8,
}

/// All that is written. Every number stands for one of a few texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Written {
    pub(super) records: [Record; 5],
    pub(super) more: u8,
    pub(super) parent: u8,
    pub(super) theme_name: u8,
    pub(super) theme_colour: u8,
    pub(super) template: u8,
    pub(super) asset: u8,
    pub(super) option: u8,
    pub(super) site_title: u8,
    pub(super) stale: u8,
    pub(super) settings: u8,
    pub(super) event_date: u8,
    pub(super) recap: u8,
    pub(super) photo: u8,
    pub(super) attachment: u8,
    pub(super) day: u8,
    pub(super) with_drafts: bool,
    pub(super) mistake: bool,
}

/// What a writer does between two builds.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    Title(usize, u8),
    Text(usize, u8),
    Id(usize, u8),
    MoveToFile(usize, u8),
    Region(usize, u8),
    RemoveOrPutBack(usize),
    DraftOrNot(usize),
    MoreRecords(u8),
    Parent(u8),
    ThemeName(u8),
    ThemeColour(u8),
    Template(u8),
    Asset(u8),
    LookOption(u8),
    SiteTitle(u8),
    Stale(u8),
    Settings(u8),
    EventDate(u8),
    Recap(u8),
    Photo(u8),
    Attachment(u8),
    Day(u8),
    DraftsAreBuilt(bool),
    Mistake,
    Mending,
    Revert(Index),
}

/// How the next build comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The process that built before, which looks at everything again.
    TheSameProcess,
    /// The same, told which files changed, as a watcher tells.
    ToldWhatChanged,
    /// A fresh one: only the disk tells what was.
    AFreshProcess,
}

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    let record = || 0..KINDS.len();
    prop_oneof![
        (record(), 0..3_u8).prop_map(|(record, title)| Edit::Title(record, title)),
        (record(), 0..3_u8).prop_map(|(record, text)| Edit::Text(record, text)),
        (record(), 0..3_u8).prop_map(|(record, id)| Edit::Id(record, id)),
        (record(), 0..3_u8).prop_map(|(record, file)| Edit::MoveToFile(record, file)),
        (record(), 0..3_u8).prop_map(|(record, region)| Edit::Region(record, region)),
        record().prop_map(Edit::RemoveOrPutBack),
        record().prop_map(Edit::DraftOrNot),
        (0..3_u8).prop_map(Edit::MoreRecords),
        (0..3_u8).prop_map(Edit::Parent),
        (0..3_u8).prop_map(Edit::ThemeName),
        (0..3_u8).prop_map(Edit::ThemeColour),
        (0..3_u8).prop_map(Edit::Template),
        (0..3_u8).prop_map(Edit::Asset),
        (0..3_u8).prop_map(Edit::LookOption),
        (0..3_u8).prop_map(Edit::SiteTitle),
        (0..2_u8).prop_map(Edit::Stale),
        // Mostly as they were: an index, cards and a second language each make a build take twice
        // as long.
        (0..8_u8).prop_map(|settings| Edit::Settings(settings.saturating_sub(4))),
        (0..3_u8).prop_map(Edit::EventDate),
        (0..3_u8).prop_map(Edit::Recap),
        (0..2_u8).prop_map(Edit::Photo),
        (0..2_u8).prop_map(Edit::Attachment),
        (0..3_u8).prop_map(Edit::Day),
        any::<bool>().prop_map(Edit::DraftsAreBuilt),
        Just(Edit::Mistake),
        Just(Edit::Mending),
        any::<Index>().prop_map(Edit::Revert),
    ]
}

pub(super) fn by() -> impl Strategy<Value = By> {
    prop_oneof![2 => Just(By::TheSameProcess), 2 => Just(By::ToldWhatChanged), 1 => Just(By::AFreshProcess)]
}

impl Written {
    pub(super) fn edited(&self, edit: &Edit, earlier: &[Self]) -> Self {
        let mut written = self.clone();
        match *edit {
            Edit::Title(record, title) => written.records[record].title = title,
            Edit::Text(record, text) => written.records[record].text = text,
            Edit::Id(record, id) => written.records[record].id = id,
            Edit::MoveToFile(record, file) => written.records[record].file = file,
            Edit::Region(record, region) => written.records[record].region = region,
            Edit::RemoveOrPutBack(record) => written.records[record].gone ^= true,
            Edit::DraftOrNot(record) => written.records[record].draft ^= true,
            Edit::MoreRecords(more) => written.more = more,
            Edit::Parent(parent) => written.parent = parent,
            Edit::ThemeName(name) => written.theme_name = name,
            Edit::ThemeColour(colour) => written.theme_colour = colour,
            Edit::Template(template) => written.template = template,
            Edit::Asset(asset) => written.asset = asset,
            Edit::LookOption(option) => written.option = option,
            Edit::SiteTitle(title) => written.site_title = title,
            Edit::Stale(stale) => written.stale = stale,
            Edit::Settings(settings) => written.settings = settings,
            Edit::EventDate(date) => written.event_date = date,
            Edit::Recap(recap) => written.recap = recap,
            Edit::Photo(photo) => written.photo = photo,
            Edit::Attachment(attachment) => written.attachment = attachment,
            Edit::Day(day) => written.day = day,
            Edit::DraftsAreBuilt(built) => written.with_drafts = built,
            Edit::Mistake => written.mistake = true,
            Edit::Mending => written.mistake = false,
            Edit::Revert(ref index) => written = index.get(earlier).clone(),
        }
        written
    }

    /// The files as they stand on the disk, of the look too.
    pub(super) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = Files(BTreeMap::new());
        files.add("oogst.toml", &self.config());
        files.add("content/regios.toml", &self.regions());
        files.add("content/wie.toml", SHARED);
        let name = ["Techniek", "Techniek & ambacht", "Vakwerk"][usize::from(self.theme_name)];
        let colour = ["#8a6a00", "#00648a", "#8a0048"][usize::from(self.theme_colour)];
        files.add(
            "content/themas.toml",
            &format!("[[theme]]\nid = \"techniek\"\nname = \"{name}\"\ncolour = \"{colour}\"\n\n[[theme]]\nid = \"taal\"\nname = \"Taal\"\n"),
        );
        files.add(
            "content/pages/over.md",
            "+++\ntitle = \"Over deze site\"\n+++\n\nAlles hier is **verzonnen**.\n",
        );
        let date = ["2025-03-20", "2025-03-21", "2024-11-05"][usize::from(self.event_date)];
        let recap = [
            "Het was **druk**.",
            "Het was erg druk, en warm.\n\n## Daarna\n\nSoep.",
            "Rustig.",
        ][usize::from(self.recap)];
        files.add(
            &format!("{EVENT}/event.md"),
            &format!("+++\ntitle = \"Dag van het dorp\"\ndate = {date}\nsummary = \"Een dag.\"\n{FACTS}+++\n\n{recap}\n"),
        );
        files.add(&format!("{EVENT}/programma.toml"), PROGRAMME);
        for (kind, record) in self
            .records
            .iter()
            .enumerate()
            .filter(|(_, record)| !record.gone)
        {
            self.add_record(&mut files, kind, record);
        }
        for number in 0..self.more {
            let text = format!(
                "\n[[idea]]\ntitle = \"Nog een idee {number}\"\nregions = [\"oord\"]\nthemes = [\"techniek\"]\n"
            );
            files.add(&format!("{EVENT}/later.toml"), &text);
        }
        if self.mistake {
            files.add(
                &format!("{EVENT}/later.toml"),
                "\n[[idea]]\ntitle = \"Half\n",
            );
        }
        let photo = [PIXEL, OTHER_PIXEL][usize::from(self.photo)];
        files
            .0
            .insert(format!("{EVENT}/media/foto.png"), photo.to_vec());
        files.add(
            &format!("{EVENT}/media/tabel.csv"),
            ["a;b\n", "a;c\n"][usize::from(self.attachment)],
        );
        files.0.extend(self.look());
        files.0
    }

    fn config(&self) -> String {
        let title =
            ["Oogst van het dorp", "De oogst van het dorp", "Dorp"][usize::from(self.site_title)];
        let option = [
            "",
            "\n[look]\nask = \"#9a4b00\"\n",
            "\n[look]\nask = \"#7a3b00\"\n",
        ][usize::from(self.option)];
        let months = [12, 2][usize::from(self.stale)];
        let languages = if self.settings == 3 {
            "\"nl\", \"en\""
        } else {
            "\"nl\""
        };
        let (search, social) = (self.settings == 1, self.settings == 2);
        format!(
            "title = \"{title}\"\ndescription = \"Verzonnen.\"\nbase_url = \"https://dorp.example/\"\nlanguage = \"nl\"\nlanguages = [{languages}]\n\n[stale]\nmonths = {months}\n\n[search]\nenabled = {search}\n\n[social]\nenabled = {social}\n{option}"
        )
    }

    fn regions(&self) -> String {
        let parents =
            ["[\"noord\"]", "[\"zuid\"]", "[\"noord\", \"zuid\"]"][usize::from(self.parent)];
        format!(
            "[[region]]\nid = \"noord\"\nname = \"Noord\"\nkind = \"province\"\n\n[[region]]\nid = \"zuid\"\nname = \"Zuid\"\nkind = \"province\"\n\n[[region]]\nid = \"oord\"\nname = \"Oord\"\nkind = \"municipality\"\nparents = {parents}\n"
        )
    }

    /// The site's own files of its look.
    pub(super) fn look(&self) -> BTreeMap<String, Vec<u8>> {
        let mut look = BTreeMap::new();
        if self.template > 0 {
            let template = include_str!("../../../themes/default/templates/idea.html");
            let block = "{% block main %}";
            assert!(
                template.contains(block),
                "the template of an idea has a block for what is its own"
            );
            look.insert(
                "templates/idea.html".to_owned(),
                template
                    .replacen(block, &format!("{block}<p>Regel {}.</p>", self.template), 1)
                    .into_bytes(),
            );
        }
        if self.asset > 0 {
            look.insert(
                "assets/eigen.css".to_owned(),
                format!("p {{ margin: {}px }}\n", self.asset).into_bytes(),
            );
        }
        look
    }

    fn add_record(&self, files: &mut Files, kind: usize, record: &Record) {
        let name = KINDS[kind];
        let title = ["Een goed begin", "Een nog beter begin", "Iets heel anders"]
            [usize::from(record.title)];
        let text = [
            "Met *beide* handen.",
            "Met één hand.",
            "Zie [de tabel](media/tabel.csv).",
        ][usize::from(record.text)];
        let region =
            ["", "regions = [\"oord\"]\n", "regions = [\"zuid\"]\n"][usize::from(record.region)];
        let draft = if record.draft { "draft = true\n" } else { "" };
        let own = match name {
            // Both names for one thing: what a text says is the outcome.
            "outcome" => String::new(),
            _ => format!("title = \"{title}\"\nthemes = [\"techniek\"]\n"),
        };
        let of_kind = match name {
            "ask" | "offer" => "by = \"bakkerij\"\nstatus = \"open\"\n".to_owned(),
            "deal" => format!(
                "asks = [{}]\noffers = [{}]\nparties = [\"school\"]\nagreed = 2025-04-01\n",
                self.named(1),
                self.named(2)
            ),
            "idea" => "aliases = [\"/oud-idee/\"]\nstatus = \"proposed\"\n".to_owned(),
            _ => String::new(),
        };
        let facts = format!(
            "id = \"{}\"\n{own}{region}{of_kind}{draft}",
            record.name(kind)
        );
        match (record.file, name) {
            (2, "idea" | "ask" | "offer" | "deal") => {
                files.add(
                    &format!("{EVENT}/{name}s/{}.md", record.name(kind)),
                    &format!("+++\n{facts}+++\n\n{text}\n"),
                );
            }
            (0, _) => files.add(
                &format!("{EVENT}/begin.toml"),
                &format!("\n[[{name}]]\n{facts}text = \"{text}\"\n"),
            ),
            _ => files.add(
                &format!("{EVENT}/slot.toml"),
                &format!("\n[[{name}]]\n{facts}text = \"{text}\"\n"),
            ),
        }
        if name == "deal" && !record.draft {
            let update = format!(
                "\n[[update]]\nof = \"deal:2025-dag/{}\"\ndate = 2025-06-01\nstatus = \"underway\"\ntext = \"Begonnen.\"\n",
                record.name(kind)
            );
            files.add("content/nieuws.toml", &update);
        }
    }

    /// A record as another names it; nothing where it cannot be named.
    fn named(&self, kind: usize) -> String {
        let record = &self.records[kind];
        if record.gone || record.draft {
            String::new()
        } else {
            format!("\"{}\"", record.name(kind))
        }
    }

    pub(super) fn day(&self) -> &'static str {
        ["2026-01-15", "2026-01-16", "2026-07-02"][usize::from(self.day)]
    }
}

impl Record {
    fn name(&self, kind: usize) -> String {
        format!(
            "{}-{}",
            KINDS[kind],
            ["een", "twee", "drie"][usize::from(self.id)]
        )
    }
}

struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds to the end of a file.
    fn add(&mut self, path: &str, text: &str) {
        self.0
            .entry(path.to_owned())
            .or_default()
            .extend(text.as_bytes());
    }
}
