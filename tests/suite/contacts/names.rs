//! Names of files and promised addresses with a contact in them.

use oogst::words::Language;

use crate::every_field::PIXEL;
use crate::harness::{DAY, Site};
use crate::program::run;

/// Where the files of the event stand.
const MEDIA: &str = "content/events/2025-techniekavond/media";

#[test]
fn a_file_is_handed_out_under_what_is_left_of_its_name() {
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
}

#[test]
fn files_that_differ_in_a_contact_alone_have_names_of_their_own() {
    let mut site = Site::from("klein");
    site.write(&format!("{MEDIA}/cv jan@school.nl.pdf"), "%PDF-1.4 jan")
        .write(&format!("{MEDIA}/cv piet@school.nl.pdf"), "%PDF-1.4 piet")
        .write(&format!("{MEDIA}/cv an@school.nl.pdf"), "%PDF-1.4 an")
        .write(
            "content/events/2025-techniekavond/x.toml",
            "[[materiaal]]\ntitel = \"CV\"\nbestand = \"media/cv jan@school.nl.pdf\"\n\
             [[materiaal]]\ntitel = \"CV van Piet\"\nid = \"piet\"\nbestand = \"media/cv piet@school.nl.pdf\"\n\
             [[idee]]\ntitel = \"Nog een\"\ntekst = \"Zie [het cv](media/cv%20an@school.nl.pdf).\"\n",
        );
    let output = site.build().output();
    let published: Vec<(&str, &[u8])> = output
        .0
        .iter()
        .filter(|(path, _)| path.ends_with(".pdf"))
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect();
    let at = |name: &str| format!("bijeenkomsten/2025-techniekavond/media/{name}");
    assert_eq!(
        published,
        [
            (at("cv-2.pdf").as_str(), b"%PDF-1.4 an".as_slice()),
            (at("cv.pdf").as_str(), b"%PDF-1.4 jan"),
            (at("piet.pdf").as_str(), b"%PDF-1.4 piet"),
        ]
    );
}

#[test]
fn a_promised_address_with_a_contact_is_warned_of_and_the_way_out_leads_out() {
    let mut site = Site::from("klein");
    let idea = "content/events/2025-techniekavond/x.toml";
    site.write(
        idea,
        "[[idee]]\ntitel = \"Bel Jan\"\nid = \"bel-jan-06-12345678\"\n[[deal]]\ntitel = \"Gebeld\"\nideeen = [\"bel-jan-06-12345678\"]\n",
    );
    site.append("oogst.toml", "\n[privacy]\nphones = true\n");
    run(&site, &["publish", "--record"]);
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
    run(&site, &way.split(' ').skip(1).collect::<Vec<_>>());
    site.fresh().build();
    let output = site.output();
    let old = output.text("bijeenkomsten/2025-techniekavond/ideeen/bel-jan-06-12345678/index.html");
    let new = "bijeenkomsten/2025-techniekavond/ideeen/bel-jan/index.html";
    assert!(
        old.contains("/ideeen/bel-jan/") && output.0.contains_key(new),
        "{old}"
    );
    // The old address leads on, and still shows the number: that is told of too, and its way out
    // leaves nothing of it.
    let told = site.diagnostics(Language::En);
    assert!(
        told.contains("[contact-promised]") && told.contains("addresses.toml"),
        "{told}"
    );
    let starts = ["what = ", "forget = ", "reason = "];
    let lines: Vec<&str> = told
        .split('`')
        .filter(|part| starts.iter().any(|start| part.starts_with(start)))
        .collect();
    assert_eq!(lines.len(), 3, "{told}");
    let addresses = site.read("addresses.toml");
    let (before, _) = addresses.rsplit_once("[[moved]]").expect("it moved");
    site.write(
        "addresses.toml",
        format!("{before}[[gone]]\n{}\ndate = {DAY}\n", lines.join("\n")),
    );
    run(&site, &["publish", "--record"]);
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
