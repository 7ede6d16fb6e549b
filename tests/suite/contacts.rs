//! What is withheld is nowhere: however a contact is written and wherever it stands, no file of the
//! site holds it, in any spelling; each is told of once; and what is no contact stays as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::civil::Date;
use oogst::diagnostic::{Code, Diagnostic, Place};
use oogst::output::Survives;
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Study, Today};
use oogst::schema::{KINDS, Shape};
use oogst::words::Language;
use unicode_normalization::UnicodeNormalization;

use crate::contact_forms::{
    ADDRESSES, Canary, EMAILS, FILES, Form, NONE, OF_MARKDOWN, PHONES, URLS, shown,
};
use crate::every_field::{self, PIXEL, Where};
use crate::harness::{DAY, Site};
use crate::program::oogst;

/// Cards are drawn of the same titles as pages; drawing thousands would take minutes.
const NO_CARDS: &str = "[social]\nenabled = false\n";

/// Canaries by number, with how they were written.
type Canaries = BTreeMap<usize, (Canary, String)>;

/// So many sets of every field there is, with a contact in each: each set begins at another form,
/// so that every field meets many.
fn full_of_contacts(sets: usize, settings: &str) -> (Site, Canaries) {
    let mut canaries = Canaries::new();
    let in_lines: Vec<Form> = EMAILS.iter().chain(PHONES).copied().collect();
    let in_markdown: Vec<Form> = in_lines.iter().chain(OF_MARKDOWN).copied().collect();
    let site = every_field::everything(
        sets,
        &mut |place| {
            let number = canaries.len();
            let canary = Canary::new(number);
            let forms: &[Form] = match place {
                Where::Line => &in_lines,
                Where::Markdown | Where::Body => &in_markdown,
                Where::Url => URLS,
                Where::Address => ADDRESSES,
                Where::File => FILES,
            };
            let written = forms[number * 7 % forms.len()](&canary);
            let said = match place {
                Where::Line => format!("Tekst {written} einde"),
                Where::Markdown | Where::Body => format!("Een tekst.\n\n{written}\n\nHet einde."),
                // A number keeps names of files and addresses apart, which must be so without the
                // contact too.
                Where::File => format!("bestand {number}x {written}"),
                Where::Address => format!("/alias-{number}{written}"),
                Where::Url => written.clone(),
            };
            canaries.insert(number, (canary, written));
            said
        },
        &format!("{NO_CARDS}{settings}"),
    );
    (site, canaries)
}

fn study(site: &Site) -> (Option<Study>, Vec<Diagnostic>) {
    let options = BuildOptions {
        today: Today::Day(DAY.parse::<Date>().expect("a day")),
        drafts: false,
        survives: Survives::Kill,
        target: BuildTarget::Output,
    };
    Builder::new(site.root())
        .study(options)
        .expect("the machine reads")
}

#[test]
fn whatever_is_withheld_is_in_no_file_of_the_site() {
    for (sets, settings) in [(10, ""), (2, "[markdown]\nhtml = \"sanitised\"\n")] {
        let (mut site, canaries) = full_of_contacts(sets, settings);
        assert!(
            sets < 10 || canaries.len() > 1_000,
            "only {} placings",
            canaries.len()
        );
        site.build();
        let shown = shown(&site.output(), &canaries);
        assert!(
            shown.is_empty(),
            "{} of {} are shown\n{}",
            shown.len(),
            canaries.len(),
            shown.join("\n")
        );
    }
}

#[test]
fn a_contact_in_every_field_there_is_is_told_of_once() {
    let (site, mut canaries) = full_of_contacts(1, "");
    let number = canaries.len();
    let canary = Canary::new(number);
    // What a reader is told of a page that is gone is a text like any other.
    let mut site = site;
    site.write(
        "addresses.toml",
        format!(
            "[[promised]]\nof = \"idea:proef/weg\"\naddresses = [\"/bijeenkomsten/proef/ideeen/weg/\"]\n[[gone]]\nwhat = \"idea:proef/weg\"\ndate = 2025-05-01\nreason = \"Vraag {}@school.nl\"\n",
            canary.name
        ),
    );
    canaries.insert(number, (canary, "a reason".to_owned()));
    site.build();
    assert_eq!(shown(&site.output(), &canaries), Vec::<String>::new());
    let (study, diagnostics) = study(&site);
    // The name of a file on disk is known to the report, and shown by nothing.
    let report = format!("{:?}", study.expect("the site has no mistakes").report);
    let report: String = report
        .split("SourcePath(\"")
        .enumerate()
        .map(|(at, part)| {
            if at == 0 {
                part
            } else {
                part.split_once('"').map_or("", |(_, rest)| rest)
            }
        })
        .collect();
    let withheld: Vec<&Diagnostic> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == Code::ContactWithheld)
        .collect();
    let places: BTreeSet<String> = withheld
        .iter()
        .map(|diagnostic| format!("{:?} {:?}", diagnostic.place, diagnostic.arguments))
        .collect();
    assert_eq!(withheld.len(), places.len(), "no place is told of twice");
    // A form may hold two contacts; none is passed over, and none is told of at another's place.
    let told: String = {
        let mut builder = Builder::new(site.root());
        drop(builder.check(BuildOptions {
            today: Today::Day(DAY.parse().expect("a day")),
            drafts: false,
            survives: Survives::Kill,
            target: BuildTarget::Output,
        }));
        let text = |diagnostic: &&Diagnostic| match &diagnostic.place {
            Place::Text(span) => builder.sources().text(*span).to_owned(),
            Place::Path(_) | Place::Site => String::new(),
        };
        withheld
            .iter()
            .map(text)
            .collect::<Vec<_>>()
            .join("\n")
            .nfkc()
            .collect()
    };
    for (number, (canary, written)) in &canaries {
        let (six, eight) = (canary.six.as_str(), canary.eight.as_str());
        let digits: String = told.chars().filter(char::is_ascii_digit).collect();
        let is_told = told.to_lowercase().contains(&canary.name)
            || digits.contains(six)
            || digits.contains(eight);
        assert!(is_told, "{number} is not told of: {written}");
        assert!(
            !report.contains(&canary.name) && !report.contains(eight),
            "{written}: no card, feed or page can be made of what is not in the report"
        );
    }
}

#[test]
fn an_id_that_spells_out_a_contact_is_refused_whatever_field_it_is_in() {
    let has_ids = KINDS
        .iter()
        .flat_map(|schema| schema.fields)
        .filter(|field| matches!(field.shape, Shape::Id))
        .count();
    assert!(has_ids > 10, "{has_ids} fields are ids");
    for (kind, path, facts) in [
        (
            "idee",
            "content/events/2025-techniekavond/x.toml",
            "titel = \"Bel\"\nid",
        ),
        (
            "cijfer",
            "content/events/2025-techniekavond/x.toml",
            "label = \"Bel\"\nwaarde = 5\nmaat",
        ),
        ("persoon", "content/x.toml", "naam = \"Jan\"\nid"),
    ] {
        let mut site = Site::from("klein");
        site.write(path, format!("[[{kind}]]\n{facts} = \"bel-06-12345678\"\n"))
            .build_refused();
        assert_eq!(
            site.codes(),
            BTreeSet::from(["contact-in-id"]),
            "{}",
            site.diagnostics(Language::En)
        );
        site.replace(path, "bel-06-12345678", "bel").build();
    }
    for path in [
        "content/events/2025-techniekavond/ideeen/bel-jan-0612345678.md",
        "content/pages/bel-jan-0612345678.md",
    ] {
        let mut site = Site::from("klein");
        site.write(path, "+++\ntitel = \"Bel Jan\"\n+++\n")
            .build_refused();
        assert_eq!(
            site.codes(),
            BTreeSet::from(["contact-in-id"]),
            "{}",
            site.diagnostics(Language::En)
        );
        site.append("oogst.toml", "\n[privacy]\nphones = true\n")
            .build();
    }
}

#[test]
fn an_id_is_made_of_what_is_left() {
    const IDEAS: &str = "content/events/2025-techniekavond/x.toml";
    let mut site = Site::from("klein");
    site.write(IDEAS, "[[idee]]\ntitel = \"Bel Jan 06-12345678\"\n[[idee]]\ntitel = \"Mail jan@school.nl, of kom\"\n[[idee]]\ntitel = \"Kom (bel 0548 123456) langs\"\n").build();
    let output = site.output();
    for id in ["bel-jan", "mail-of-kom", "kom-bel-langs"] {
        assert!(
            output.0.contains_key(&format!(
                "bijeenkomsten/2025-techniekavond/ideeen/{id}/index.html"
            )),
            "{id}: {:?}",
            output.0.keys()
        );
    }
    // The same again, and the same whatever else is written; two of one name are told apart by
    // their writer.
    site.append(IDEAS, "[[idee]]\ntitel = \"Nieuw\"\n")
        .build()
        .assert_same_as_a_clean_build();
    assert!(
        site.output()
            .0
            .contains_key("bijeenkomsten/2025-techniekavond/ideeen/bel-jan/index.html")
    );
    site.append(IDEAS, "[[idee]]\ntitel = \"Bel Jan 06-87654321\"\n")
        .build_refused();
    assert!(
        site.codes().contains("duplicate-id"),
        "{}",
        site.diagnostics(Language::En)
    );
    site.write(IDEAS, "[[idee]]\ntitel = \"06-12345678\"\n")
        .build_refused();
    assert!(
        site.codes().contains("no-id-from-title"),
        "{}",
        site.diagnostics(Language::En)
    );
}

#[test]
fn names_that_hold_a_contact_still_mean_each_other_and_nobody_else() {
    let mut site = Site::from("klein");
    site.write(
        "content/extra.toml",
        "[[persoon]]\nnaam = \"Jan 06-12345678\"\nid = \"jan\"\nook = [\"jan@school.nl\"]\nsorteernaam = \"06-12345678, Jan\"\n\
         [[regio]]\nnaam = \"Veld 0548-123456\"\nid = \"veld\"\n[[organisatie]]\nnaam = \"Werk (werk@school.nl)\"\nid = \"werk\"\n",
    )
    .write(
        "content/events/2025-techniekavond/x.toml",
        "[[sessie]]\ntitel = \"Bel 06-12345678\"\nid = \"bel\"\n\
         [[idee]]\ntitel = \"Een\"\ndoor = [\"Jan 06‑12345678\", \"jan@school.nl\"]\nregios = [\"Veld 0548-123456\"]\nthemas = []\nsessie = \"Bel 06-12345678\"\n\
         [[idee]]\ntitel = \"Twee\"\ndoor = [{ naam = \"Jan 06-87654321\", organisatie = \"Werk (werk@school.nl)\" }]\nregios = []\nthemas = []\n\
         [[vraag]]\ntitel = \"Drie\"\ncontact = \"piet@school.nl\"\ndoor = \"Wie 0612345678\"\n",
    );
    site.build();
    let (study, _) = study(&site);
    let report = study.expect("the site has no mistakes").report;
    let idea = |title: &str| {
        report
            .ideas
            .iter()
            .find(|idea| &*idea.title.original == title)
            .expect("the idea is there")
    };
    let jan = report
        .people
        .iter()
        .position(|person| person.id.as_str() == "jan")
        .expect("a person");
    // Word's hyphen is another than the name's, and the number the same.
    assert_eq!(
        format!("{:?}", idea("Een").by),
        format!("[Person(PersonId({jan}))]")
    );
    assert!(idea("Een").session.is_some() && idea("Een").regions.len() == 1);
    // Another number is another person: words, and no page.
    let by = format!("{:?}", idea("Twee").by);
    assert!(
        by.starts_with("[Words { name: \"Jan\", organisation: Some("),
        "{by}"
    );
    let need = report
        .needs
        .iter()
        .find(|need| &*need.title.original == "Drie")
        .expect("an ask");
    assert_eq!(need.contact, None);
    assert!(
        format!("{:?}", need.by).contains("\"Wie\""),
        "{:?}",
        need.by
    );
}

#[test]
fn what_is_no_contact_stays_letter_for_letter() {
    assert!(NONE.len() >= 100, "{} texts stay", NONE.len());
    let site = |settings: &str| {
        let mut site = Site::from("klein");
        let mut facts = String::new();
        for (number, text) in NONE.iter().enumerate() {
            let quoted = every_field::quoted(text);
            let by = every_field::quoted(&format!("Wie: {text}"));
            let record = [("titel", &quoted), ("tekst", &quoted), ("door", &by)]
                .map(|(key, value)| format!("{key} = {value}\n"))
                .concat();
            facts += "[[idee]]\nregios = []\nthemas = []\n";
            facts += &record;
            writeln!(facts, "id = \"idee-{number}\"").expect("text can be written");
        }
        site.write("content/events/2025-techniekavond/x.toml", facts);
        site.append("oogst.toml", settings).build();
        site
    };
    let (closed, open) = (
        site(""),
        site("\n[privacy]\nemails = true\nphones = true\n"),
    );
    assert!(
        !closed.codes().contains("contact-withheld"),
        "{}",
        closed.diagnostics(Language::Nl)
    );
    open.output().assert_same(
        &closed.output(),
        "what is no contact is shown as if everything were",
    );
}

#[test]
fn each_kind_is_shown_where_it_is_allowed_and_with_both_nothing_changes() {
    let text = "Bel 06-**12345678**, mail jan\\@school.nl, [App](https://wa.me/31612345678) of <a href=\"mailto:jan@school.nl\">Jan</a>.";
    let line = "Bel 0548 – 123456 of jan@school.nl";
    // Letter for letter in the file, so that each has a place of its own.
    let report = |settings: &str| {
        let mut site = Site::from("klein");
        site.write(
            "content/events/2025-techniekavond/x.toml",
            format!("[[idee]]\nid = \"x\"\ntitel = '{line}'\ntekst = '''{text}'''\n"),
        );
        site.append("oogst.toml", settings);
        let (study, diagnostics) = study(&site);
        let report = study.expect("the site has no mistakes").report;
        let idea = report
            .ideas
            .iter()
            .find(|idea| idea.id.as_str() == "x")
            .expect("the idea is there");
        let codes = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.code == Code::ContactWithheld)
            .count();
        (
            idea.title.original.to_string(),
            idea.text
                .as_ref()
                .expect("a text")
                .original
                .text
                .to_string(),
            codes,
        )
    };
    let hidden = "(contactgegevens niet getoond)";
    let (title, said, told) = report("");
    assert_eq!((title, told), (format!("Bel {hidden} of {hidden}"), 6));
    assert_eq!(
        said,
        format!("Bel {hidden}, mail {hidden}, [App](tel:) of <a href=\"{hidden}\">Jan</a>.")
    );
    let (title, said, told) = report("\n[privacy]\nemails = true\n");
    assert_eq!((title, told), (format!("Bel {hidden} of jan@school.nl"), 3));
    assert_eq!(
        said,
        format!(
            "Bel {hidden}, mail jan\\@school.nl, [App](tel:) of <a href=\"mailto:jan@school.nl\">Jan</a>."
        )
    );
    let (title, said, told) = report("\n[privacy]\nphones = true\n");
    assert_eq!((title, told), (format!("Bel 0548 – 123456 of {hidden}"), 3));
    assert_eq!(
        said,
        format!(
            "Bel 06-**12345678**, mail {hidden}, [App](https://wa.me/31612345678) of <a href=\"{hidden}\">Jan</a>."
        )
    );
    assert_eq!(
        report("\n[privacy]\nemails = true\nphones = true\n"),
        (line.to_owned(), text.to_owned(), 0)
    );
}

#[test]
fn a_file_is_handed_out_under_what_is_left_of_its_name() {
    const MEDIA: &str = "content/events/2025-techniekavond/media";
    let mut site = Site::from("klein");
    site.write(&format!("{MEDIA}/cv jan@school.nl.pdf"), "%PDF-1.4")
        .write(&format!("{MEDIA}/bel 06-12345678.csv"), "a;b")
        .write(&format!("{MEDIA}/0612345678 zaal.png"), PIXEL)
        .write(&format!("{MEDIA}/plan\u{202E}fdp.csv"), "a;b")
        .write(
            "content/events/2025-techniekavond/x.toml",
            "[[materiaal]]\ntitel = \"CV\"\nbestand = \"media/cv jan@school.nl.pdf\"\n[[foto]]\nbestand = \"media/0612345678 zaal.png\"\nalt = \"Een zaal\"\ntoestemming = \"ja\"\n\
             [[materiaal]]\ntitel = \"Plan\"\nbestand = \"media/plan\\u202Efdp.csv\"\n",
        )
        .append("content/events/2025-techniekavond/event.md", "\n[tabel](media/bel%2006-12345678.csv)\n")
        .build();
    let output = site.output();
    let names: Vec<&String> = output
        .0
        .keys()
        .filter(|path| path.contains("/media/"))
        .collect();
    for name in ["cv.pdf", "bel.csv", "planfdp.csv"] {
        assert!(
            output
                .0
                .contains_key(&format!("bijeenkomsten/2025-techniekavond/media/{name}")),
            "{name} is not among {names:?}"
        );
    }
    assert!(
        names.iter().any(|name| name.contains("/media/zaal-1.")),
        "{names:?}"
    );
    let page = output.text("bijeenkomsten/2025-techniekavond/index.html");
    assert!(
        page.contains("/media/cv.pdf\"")
            && page.contains("/media/bel.csv\"")
            && page.contains("id=\"foto-zaal\""),
        "links lead to what is there"
    );
    let all = format!("{names:?}{page}");
    assert!(
        !all.contains("12345678")
            && !all.contains("jan@")
            && !all.contains('\u{202E}')
            && !all.contains("%E2%80%AE")
    );
    let told = site.diagnostics(Language::En);
    assert_eq!(
        (
            told.matches("[contact-withheld]").count(),
            told.matches("[direction-turned]").count()
        ),
        (3, 1),
        "{told}"
    );
    // Two that come to one name are told of, with the way out.
    site.write(&format!("{MEDIA}/cv piet@school.nl.pdf"), "%PDF-1.4").append(
        "content/events/2025-techniekavond/x.toml",
        "[[materiaal]]\ntitel = \"CV van Piet\"\nid = \"piet\"\nbestand = \"media/cv piet@school.nl.pdf\"\n",
    );
    site.build_refused();
    assert_eq!(
        site.codes()
            .into_iter()
            .filter(|code| *code == "address-taken")
            .count(),
        1,
        "{}",
        site.diagnostics(Language::En)
    );
    site.rename(
        &format!("{MEDIA}/cv piet@school.nl.pdf"),
        &format!("{MEDIA}/cv piet.pdf"),
    );
    site.replace(
        "content/events/2025-techniekavond/x.toml",
        "media/cv piet@school.nl.pdf",
        "media/cv piet.pdf",
    )
    .build();
}

#[test]
fn a_promised_address_with_a_contact_is_warned_of_and_the_way_out_leads_out() {
    let mut site = Site::from("klein");
    let idea = "content/events/2025-techniekavond/x.toml";
    site.write(
        idea,
        "[[idee]]\ntitel = \"Bel Jan\"\nid = \"bel-jan-06-12345678\"\n[[deal]]\ntitel = \"Gebeld\"\nideeen = [\"bel-jan-06-12345678\"]\n",
    );
    site.write(
        "oogst.toml",
        site.read("oogst.toml") + "\n[privacy]\nphones = true\n",
    );
    let recorded = oogst(site.root(), &["publish", "--record", "--date", DAY]);
    assert_eq!(recorded.code, 0, "{}", recorded.err);
    let settings = site
        .read("oogst.toml")
        .replace("\n[privacy]\nphones = true\n", "");
    site.write("oogst.toml", settings).build();
    let told = site.diagnostics(Language::En);
    let way = told
        .split('`')
        .find(|part| part.starts_with("oogst rename "))
        .unwrap_or_else(|| panic!("no way out in {told}"))
        .to_owned();
    let words: Vec<&str> = way.split(' ').skip(1).chain(["--date", DAY]).collect();
    let ran = oogst(site.root(), &words);
    assert_eq!(ran.code, 0, "{way}: {}", ran.err);
    site.fresh().build();
    let output = site.output();
    let old = output.text("bijeenkomsten/2025-techniekavond/ideeen/bel-jan-06-12345678/index.html");
    assert!(
        old.contains("/ideeen/bel-jan/")
            && output
                .0
                .contains_key("bijeenkomsten/2025-techniekavond/ideeen/bel-jan/index.html"),
        "{old}"
    );
    // The old address leads on, and still shows the number: that is told of too, and its way out
    // leaves nothing of it.
    let told = site.diagnostics(Language::En);
    assert!(
        told.contains("[contact-promised]") && told.contains("addresses.toml"),
        "{told}"
    );
    let lines: Vec<&str> = told
        .split('`')
        .filter(|part| {
            ["what = ", "forget = ", "reason = "]
                .iter()
                .any(|start| part.starts_with(start))
        })
        .collect();
    assert_eq!(lines.len(), 3, "{told}");
    let addresses = site.read("addresses.toml");
    let (before, _) = addresses.rsplit_once("[[moved]]").expect("it moved");
    site.write(
        "addresses.toml",
        format!("{before}[[gone]]\n{}\ndate = {DAY}\n", lines.join("\n")),
    );
    let forgotten = oogst(site.root(), &["publish", "--record", "--date", DAY]);
    assert_eq!(forgotten.code, 0, "{}", forgotten.err);
    site.fresh().build();
    assert!(
        !site.codes().contains("contact-promised"),
        "{}",
        site.diagnostics(Language::En)
    );
    let holds = |text: &str| text.contains("06-12345678");
    assert!(
        !holds(&site.read("addresses.toml"))
            && site
                .output()
                .0
                .iter()
                .all(|(path, bytes)| !holds(path) && !holds(&String::from_utf8_lossy(bytes)))
    );
}

#[test]
fn settings_show_a_contact_only_where_they_are_for_one() {
    let mut site = Site::from("klein");
    site.replace("oogst.toml", "description = ", "description_en = ").append(
        "oogst.toml",
        "description = \"Vragen? jan@school.nl\"\npublisher = \"De school, 06-12345678\"\n[accessibility]\ncontact = \"toegang@school.nl\"\n[privacy]\nresponsible = \"De school, 0548 123456\"\ncontact = \"privacy@school.nl\"\n",
    )
    .build();
    let output = site.output();
    let all: String = output.texts().map(|(_, text)| text).collect();
    for kept in ["toegang@school.nl", "privacy@school.nl", "0548 123456"] {
        assert!(all.contains(kept), "{kept} is there for readers to use");
    }
    assert!(
        !all.contains("jan@school.nl") && !all.contains("12345678"),
        "what a site says of itself is a text like any other"
    );
    let told = site.diagnostics(Language::En);
    assert_eq!(told.matches("[contact-withheld]").count(), 2, "{told}");
}

#[test]
fn nothing_that_is_written_turns_the_direction_of_what_follows() {
    const TURNS: [char; 12] = [
        '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}',
        '\u{2068}', '\u{2069}', '\u{200E}', '\u{200F}', '\u{61C}',
    ];
    let mut number = 0;
    let mut site = every_field::everything(
        1,
        &mut |place| {
            number += 1;
            let turn = TURNS[number % TURNS.len()];
            match place {
                Where::Line => format!("Woorden {number} {turn}en meer{turn}"),
                Where::Markdown | Where::Body => {
                    format!(
                        "Woorden {number} **{turn}en** [meer{turn}](https://school.nl/ \"titel{turn}\"){turn} &#{};`code{turn}`\n\n## Kop{turn}\n",
                        u32::from(turn)
                    )
                }
                Where::Url => format!("https://school.nl/{turn}{number}"),
                Where::Address => format!("/oud/{number}{turn}/"),
                Where::File => format!("bestand {number}{turn}x"),
            }
        },
        NO_CARDS,
    );
    site.build();
    let output = site.output();
    let names = output.0.keys().cloned().collect::<Vec<_>>().join("\n");
    let found = ["zoeken", "en/search"]
        .map(|folder| crate::search::all_that_is_found(&output, folder))
        .join("\n");
    let texts = output
        .texts()
        .map(|(path, text)| (path, crate::page::unescaped(text)))
        .chain([("names", names), ("the index", found)]);
    for (path, text) in texts {
        let at = text.find(TURNS).or_else(|| text.find("%E2%80%AE"));
        assert_eq!(
            at.map(|at| &text[text.floor_char_boundary(at.saturating_sub(80))..at]),
            None,
            "{path}"
        );
    }
    let told = site
        .diagnostics(Language::En)
        .matches("[direction-turned]")
        .count();
    assert!(told >= number, "{told} of {number} are told of");

    // What is written from right to left stays, with the marks that belong there.
    let mut site = Site::from("klein");
    let hebrew = "שלום C++\u{200F} עולם";
    site.write(
        "content/events/2025-techniekavond/x.toml",
        format!("[[idee]]\nid = \"x\"\ntitel = \"{hebrew}\"\ntekst = \"{hebrew} مرحبا\"\n"),
    )
    .build();
    assert!(!site.codes().contains("direction-turned"));
    assert!(
        site.output()
            .text("bijeenkomsten/2025-techniekavond/ideeen/x/index.html")
            .contains(hebrew)
    );
}
