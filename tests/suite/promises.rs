//! Promised addresses: what was recorded once is never lost, whatever becomes of the record.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use oogst::app as commands;
use oogst::app::Ending;
use oogst::app::cli::{Asked, Task};
use oogst::output::Survives;
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Study, Today};
use oogst::plan::Content;
use oogst::plan::page::Page;
use oogst::plan::subject::Subject;
use oogst::words::Language;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::harness::{DAY, Site, copy};
use crate::program::oogst;

/// The fixture before anything was promised: without what recording wrote.
fn unrecorded() -> Site {
    let mut site = Site::from("klein");
    site.write("content/regios.toml", "[[regio]]\nnaam = \"Duinrand\" # de kust\n\n# Nog een.\n[[regio]]\nnaam = \"Polder\"\nid = \"polderland\"\n");
    site.write(
        "content/events/2025-techniekavond/los.toml",
        "# Losse eindjes.\n[[idee]]\ntitel = \"Een gastles\" # voor groep acht\nregios = [\"duinrand\"]\nthemas = []\n\n\
         [[deal]]\ntitel = \"De gastles komt er\"\nideeen = [\"een-gastles\"]\nregios = []\nthemas = []\nstatus = \"afgesproken\"\n",
    );
    site
}

fn run(site: &Site, words: &[&str]) -> String {
    let ran = oogst(site.root(), &[words, &["--date", DAY]].concat());
    assert_eq!(ran.code, 0, "oogst {words:?}\n{}", ran.err);
    ran.err
}

fn refused(site: &Site, words: &[&str], code: &str) -> String {
    let ran = oogst(site.root(), &[words, &["--date", DAY]].concat());
    assert_eq!(ran.code, 1, "oogst {words:?} is refused\n{}", ran.err);
    assert!(
        ran.err.contains(&format!("[{code}]")),
        "oogst {words:?} says {code}\n{}",
        ran.err
    );
    ran.err
}

#[test]
fn recording_writes_ids_beside_titles_and_leaves_all_else_letter_for_letter() {
    let site = unrecorded();
    let said = run(&site, &["publish"]);
    assert!(
        said.contains("Nog niet vastgelegd") && !site.at("addresses.toml").exists(),
        "{said}"
    );
    run(&site, &["publish", "--record"]);
    assert_eq!(
        site.read("content/regios.toml"),
        "[[regio]]\nnaam = \"Duinrand\" # de kust\nid = \"duinrand\"\n\n# Nog een.\n[[regio]]\nnaam = \"Polder\"\nid = \"polderland\"\n"
    );
    assert_eq!(
        site.read("content/events/2025-techniekavond/los.toml"),
        "# Losse eindjes.\n[[idee]]\ntitel = \"Een gastles\" # voor groep acht\nid = \"een-gastles\"\nregios = [\"duinrand\"]\nthemas = []\n\n\
         [[deal]]\ntitel = \"De gastles komt er\"\nid = \"de-gastles-komt-er\"\nideeen = [\"een-gastles\"]\nregios = []\nthemas = []\nstatus = \"afgesproken\"\n"
    );
    let addresses = site.read("addresses.toml");
    assert!(
        addresses.contains("{ of = \"region:duinrand\", short = \""),
        "{addresses}"
    );
    let said = run(&site, &["publish", "--record"]);
    assert!(said.contains("waren al vastgelegd"), "{said}");
    assert_eq!(
        site.read("addresses.toml"),
        addresses,
        "recording again changes nothing"
    );
    // Another title is no other address any more.
    let mut site = site;
    site.replace(
        "content/events/2025-techniekavond/los.toml",
        "\"Een gastles\"",
        "\"Twee gastlessen\"",
    );
    run(&site, &["build"]);
    assert!(
        site.at("output/bijeenkomsten/2025-techniekavond/ideeen/een-gastles/index.html")
            .exists()
    );
}

#[test]
fn what_people_wrote_in_addresses_toml_stays_as_they_wrote_it() {
    let mut site = unrecorded();
    run(&site, &["publish", "--record"]);
    let added = "\n# Afgesproken met de school.\n[[gone]]\nwhat = \"idea:2025-techniekavond/een-gastles\" # te laat\nreason = \"Ingetrokken.\"\ndate = 2026-01-02\n";
    site.append("addresses.toml", added);
    site.replace(
        "addresses.toml",
        "  { of = \"region:duinrand\"",
        "  # Onze kust.\n  { of = \"region:duinrand\"",
    );
    site.write(
        "content/events/2025-techniekavond/los.toml",
        "[[idee]]\ntitel = \"Iets nieuws\"\nregios = []\nthemas = []\n",
    );
    site.append(
        "addresses.toml",
        "\n[[gone]]\nwhat = \"deal:2025-techniekavond/de-gastles-komt-er\"\nreason = \"Niet doorgegaan.\"\ndate = 2026-01-02\n",
    );
    run(&site, &["publish", "--record"]);
    let addresses = site.read("addresses.toml");
    assert!(
        addresses.contains(added)
            && addresses.contains("  # Onze kust.\n  { of = \"region:duinrand\""),
        "{addresses}"
    );
    assert!(
        addresses.contains("\n  { of = \"idea:2025-techniekavond/iets-nieuws\", short = "),
        "{addresses}"
    );
}

#[test]
fn a_promised_record_that_is_missing_stops_the_build_and_each_way_out_opens_it() {
    const IDEA: &str = "[[idee]]\ntitel = \"Een gastles\" # voor groep acht\nid = \"een-gastles\"\nregios = [\"duinrand\"]\nthemas = []\n";
    const LOOSE: &str = "content/events/2025-techniekavond/los.toml";
    const OLD: &str = "output/bijeenkomsten/2025-techniekavond/ideeen/een-gastles/index.html";
    let broken = || {
        let mut site = unrecorded();
        run(&site, &["publish", "--record"]);
        site.replace(LOOSE, IDEA, "")
            .replace(LOOSE, "ideeen = [\"een-gastles\"]\n", "");
        site
    };
    let site = broken();
    let before = site.output();
    let said = refused(&site, &["build"], "promised-lost");
    assert!(
        said.contains("idea:2025-techniekavond/een-gastles")
            && said.contains("[[moved]]")
            && said.contains("[[gone]]"),
        "{said}"
    );
    before.assert_same(&site.output(), "the published site stays");

    let mut back = broken();
    back.append(LOOSE, &format!("\n{IDEA}"));
    run(&back, &["build"]);

    let mut moved = broken();
    moved.append(
        "addresses.toml",
        "\n[[moved]]\nfrom = \"idee:2025-techniekavond/een-gastles\"\nto = \"deal:2025-techniekavond/de-gastles-komt-er\"\n",
    );
    run(&moved, &["build"]);
    assert!(
        moved
            .read(OLD)
            .contains("url=/bijeenkomsten/2025-techniekavond/deals/de-gastles-komt-er/"),
        "{}",
        moved.read(OLD)
    );

    let mut gone = broken();
    gone.append(
        "addresses.toml",
        "\n[[gone]]\nwhat = \"idea:2025-techniekavond/een-gastles\"\nreason = \"Ingetrokken door <de school>.\"\ndate = 2026-01-02\n",
    );
    run(&gone, &["build"]);
    let page = gone.read(OLD);
    for part in [
        "Deze pagina is er niet meer",
        "Ingetrokken door &lt;de school&gt;.",
        "Verdwenen op 2 januari 2026.",
        "noindex",
    ] {
        assert!(page.contains(part), "{part} is on the page\n{page}");
    }

    let mut alias = broken();
    alias.append(
        LOOSE,
        "\n[[idee]]\ntitel = \"Een andere les\"\naliassen = [\"/bijeenkomsten/2025-techniekavond/ideeen/een-gastles/\"]\nregios = []\nthemas = []\n",
    );
    run(&alias, &["build"]);

    let mut draft = broken();
    draft.append(LOOSE, &format!("\n{IDEA}concept = true\n"));
    refused(&draft, &["build"], "promised-lost");
}

#[test]
fn what_is_gone_is_in_no_feed_sitemap_or_search() {
    let mut site = Site::from("beloofd");
    let output = site.build().output();
    for path in ["feed.xml", "sitemap.xml", "en/feed.xml"] {
        let text = output.text(path);
        for gone in [
            "2023-startavond",
            "anna-bakker",
            "/jaren/2023/",
            "polderland/themas/zorg",
            "/d/",
        ] {
            assert!(!text.contains(gone), "{path} holds {gone}");
        }
    }
    let person = output.text("mensen/anna-bakker/index.html");
    assert!(
        !person.contains("Anna") && person.contains("Deze pagina is er niet meer"),
        "an unlisted person is not named"
    );
    for kept in [
        "jaren/2023/index.html",
        "regios/polderland/themas/zorg/index.html",
    ] {
        let page = output.text(kept);
        assert!(
            page.contains("noindex") && page.contains("Hierover is nu niets vastgelegd."),
            "{kept} is kept, empty\n{page}"
        );
    }
}

#[test]
fn a_short_link_is_printed_under_the_code_and_survives_a_rename() {
    let mut site = unrecorded();
    site.replace(
        "oogst.toml",
        "language = \"nl\"",
        "language = \"nl\"\n[search]\nenabled = false",
    );
    run(&site, &["publish", "--record"]);
    let addresses = site.read("addresses.toml");
    let word = |addresses: &str| {
        let row = addresses
            .lines()
            .find(|line| line.contains("\"deal:2025-techniekavond/de-gastles-komt-er\", short"))
            .expect("a row")
            .to_owned();
        row.split("short = \"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a word")
            .to_owned()
    };
    let short = word(&addresses);
    let printed = format!("<p class=\"short\">https://dorp.example/d/{short}/</p>");
    let page =
        site.read("output/bijeenkomsten/2025-techniekavond/deals/de-gastles-komt-er/index.html");
    assert!(page.contains(&printed), "{page}");
    run(
        &site,
        &[
            "rename",
            "deal:2025-techniekavond/de-gastles-komt-er",
            "gastles",
        ],
    );
    run(&site, &["publish", "--record"]);
    assert_eq!(word(&site.read("addresses.toml")), short);
    let page = site.read("output/bijeenkomsten/2025-techniekavond/deals/gastles/index.html");
    assert!(
        page.contains(&printed),
        "the code on paper stays the same\n{page}"
    );
    assert!(
        site.read(&format!("output/d/{short}/index.html"))
            .contains("url=/bijeenkomsten/2025-techniekavond/deals/gastles/")
    );
}

#[test]
fn other_words_in_addresses_send_the_old_ones_on_with_a_warning() {
    let mut site = unrecorded();
    run(&site, &["publish", "--record"]);
    site.append("oogst.toml", "\n[routes]\nevents = \"dagen\"\n");
    let said = run(&site, &["build"]);
    assert!(said.contains("[addresses-changed]"), "{said}");
    assert!(
        site.read("output/bijeenkomsten/2025-techniekavond/index.html")
            .contains("url=/dagen/2025-techniekavond/")
    );
    run(&site, &["publish", "--record"]);
    let said = run(&site, &["build"]);
    assert!(
        !said.contains("[addresses-changed]"),
        "both are on record now\n{said}"
    );
}

#[test]
fn a_rename_rewrites_every_reference_and_no_other_word() {
    let mut site = Site::from("beloofd");
    site.write(
        "content/events/2024-werktafel/meer.toml",
        "# boot en oude-boot blijven staan in tekst: deal:2024-werktafel/boot\n\
         [[update]]\nof = 'deal:boot'\ndate = 2024-10-01\ntext = \"Zie [\\u0064eal](deal:2024-werktafel/boot) en `deal:boot` en [dit](<deal:boot> \\\"boot\\\").\"\n\n\
         [[bericht]]\nvan = \"aanbod:oude-boot\"\ndatum = 2024-10-02\ntekst = '''\nZie [de boot][b].\n\n[b]: deal:boot\n'''\n",
    );
    run(&site, &["rename", "deal:2024-werktafel/boot", "schip"]);
    assert_eq!(
        site.read("content/events/2024-werktafel/meer.toml"),
        "# boot en oude-boot blijven staan in tekst: deal:2024-werktafel/boot\n\
         [[update]]\nof = \"deal:schip\"\ndate = 2024-10-01\ntext = \"Zie [\\u0064eal](deal:2024-werktafel/schip) en `deal:boot` en [dit](<deal:schip> \\\"boot\\\").\"\n\n\
         [[bericht]]\nvan = \"aanbod:oude-boot\"\ndatum = 2024-10-02\ntekst = '''\nZie [de boot][b].\n\n[b]: deal:schip\n'''\n"
    );
    // Everything with an id can be renamed, and each old address leads to where it went.
    let before = addresses(&study(site.root()));
    for (from, to) in [
        ("idee:2024-werktafel/zingen", "koor"),
        ("aanbod:2024-werktafel/oude-boot", "nieuwe-boot"),
        ("organisatie:werf-de-hoop", "werf-de-moed"),
        ("persoon:anna-bakker", "anna"),
        ("regio:duinrand", "kust"),
        ("thema:techniek", "vakmanschap"),
        ("reeks:werktafels", "tafels"),
        ("pagina:over", "wie"),
        ("bijeenkomst:2024-werktafel", "2024-tafel"),
    ] {
        run(&site, &["rename", from, to]);
    }
    run(&site, &["build"]);
    let after = study(site.root());
    for address in &before {
        assert!(
            stands_at(&after, address).is_some(),
            "{address} leads nowhere"
        );
    }
    let event = site.read("content/events/2024-tafel/event.md");
    assert!(
        event.contains("regios = [\"kust\"]")
            && event.contains("[Werf De Hoop](organisatie:werf-de-moed)"),
        "{event}"
    );
    assert!(
        site.at("content/events/2024-tafel/ideeen/koor.en.md")
            .exists()
            && site.at("content/pages/wie.md").exists()
    );
    // And back again: a record that is where it was has not moved.
    run(&site, &["rename", "deal:2024-tafel/schip", "boot"]);
    run(&site, &["rename", "event:2024-tafel", "2024-werktafel"]);
    run(&site, &["rename", "deal:2024-werktafel/boot", "schip"]);
    run(&site, &["build"]);
    let last = study(site.root());
    for address in &before {
        assert!(
            stands_at(&last, address).is_some(),
            "{address} leads nowhere"
        );
    }
}

pub(crate) fn study(root: &Path) -> Study {
    let day = DAY.parse().expect("a day");
    let options = BuildOptions {
        today: Today::Day(day),
        drafts: false,
        survives: Survives::Kill,
        target: BuildTarget::Output,
    };
    let mut builder = Builder::new(root);
    let (study, diagnostics) = builder.study(options).expect("the machine can read");
    study.unwrap_or_else(|| {
        panic!(
            "the site is wrong:\n{}",
            oogst::diagnostic::print_all(&diagnostics, builder.sources(), Language::En, false)
        )
    })
}

/// The addresses of all pages that are promised.
fn addresses(study: &Study) -> BTreeSet<String> {
    named_pages(study).into_keys().collect()
}

/// What stands at an address: a page, or what leads to one.
fn stands_at<'a>(study: &'a Study, address: &str) -> Option<&'a Content> {
    let path = format!("{}index.html", address.trim_start_matches('/'));
    study
        .plan
        .files
        .iter()
        .find(|planned| planned.path.as_str() == path)
        .map(|planned| &planned.content)
}

/// Every page that can be promised, by its address, with the mark of what it is about: the first
/// word of its title.
fn named_pages(study: &Study) -> BTreeMap<String, String> {
    let pages = study
        .plan
        .files
        .iter()
        .filter_map(|planned| match &planned.content {
            Content::Page(page, _) => {
                page.permalink(&study.report)?;
                Some((
                    format!("/{}", planned.path.as_str().strip_suffix("index.html")?),
                    mark_of(study, *page),
                ))
            }
            _ => None,
        });
    pages.collect()
}

fn mark_of(study: &Study, page: Page) -> String {
    let report = &study.report;
    let first = |title: &str| title.split(' ').next().unwrap_or_default().to_owned();
    match page {
        Page::Of(
            Subject::Person(_) | Subject::Session(_) | Subject::Series(_) | Subject::Page(_),
        ) => String::new(),
        Page::Of(subject) => first(subject.paged(report).called.as_written()),
        Page::Crossing(region, theme) => format!(
            "{}+{}",
            first(&report[theme].name.original),
            first(&report[region].name.original)
        ),
        Page::Year(year) => year.to_string(),
        _ => String::new(),
    }
}

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
        self.run(Task::Publish {
            date: Some(DAY.parse().expect("a day")),
            record: true,
        });
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
