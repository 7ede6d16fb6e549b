//! What `LibreOffice` makes of our files, and of the same text, where it is installed: a list that it
//! saved again changes nothing, and a document is the same text whatever it is saved as.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::harness::{Site, tell};
use crate::program::oogst;
use crate::tree::Tree;

const REPORT: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\
    <h1>Wat er gebeurde</h1><p>In het dorpshuis zochten <b>ouders en school</b> een plek. Zie \
    <a href=\"https://streek.example/a(b)\">het verslag</a>.</p><h2>Opbrengst</h2>\
    <ul><li>een werkplaats</li><li>een plan<ul><li>met fietsen</li></ul></li></ul>\
    <ol><li>eerst</li><li>dan</li></ol><table><tr><th>Wie</th><th>Wat</th></tr>\
    <tr><td>De Wilg</td><td>een lokaal</td></tr></table>\
    <p>5 * 3 en a_b_c, \u{201C}Café Zoë\u{201D} \u{2013} \u{20AC} 3,00.</p></body></html>";

/// Converts a file with a profile of its own; `None` where the program is not installed.
fn converted(folder: &Path, file: &str, to: &str, more: &[&str]) -> Option<()> {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let words = [
        &profile,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        "saved",
    ];
    let ran = Command::new("soffice")
        .args(words)
        .args(more)
        .arg(file)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match ran {
        Ok(ended) => {
            assert!(ended.success(), "soffice makes {to} of {file}");
            Some(())
        }
        Err(_) => {
            tell("soffice is not installed: what it saves is not looked at");
            None
        }
    }
}

#[test]
fn a_list_that_it_saved_changes_nothing() {
    let site = Site::from("veenland");
    let ran = oogst(site.root(), &["export", "lijst.xlsx", "2021-techniekdag"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let before = Tree::read(&site.at("content"));
    for ending in ["xlsx", "ods"] {
        if converted(site.root(), "lijst.xlsx", ending, &[]).is_none() {
            return;
        }
        let file = format!("saved/lijst.{ending}");
        let ran = oogst(
            site.root(),
            &["import", &file, "--into", "2021-techniekdag"],
        );
        assert_eq!(ran.code, 0, "{file}\n{}", ran.err);
        assert!(ran.err.contains("Alles stond er al"), "{file}\n{}", ran.err);
        before.assert_same(&Tree::read(&site.at("content")), "nothing changed");
    }
}

#[test]
fn a_document_is_the_same_text_whatever_it_is_saved_as() {
    let mut site = Site::with(&[
        ("oogst.toml", "title = \"Streek\"\nlanguage = \"nl\"\n"),
        ("content/regios.toml", ""),
        ("verslag.html", REPORT),
    ]);
    let html = ["--infilter=HTML (StarWriter)"];
    if converted(site.root(), "verslag.html", "odt:writer8", &html).is_none() {
        return;
    }
    converted(site.root(), "saved/verslag.odt", "docx", &[]).expect("it is installed");
    let mut texts = Vec::new();
    for file in ["verslag.html", "saved/verslag.odt", "saved/verslag.docx"] {
        let words = ["import", file, "--into", "2025-dag", "--date", "2025-11-12"];
        let ran = oogst(site.root(), &words);
        assert_eq!(ran.code, 0, "{file}\n{}", ran.err);
        texts.push(site.read("content/events/2025-dag/event.md"));
        site.remove("content/events/2025-dag");
    }
    assert!(
        texts[0].contains("\n## Opbrengst\n"),
        "below a title headings begin at the first level\n{}",
        texts[0]
    );
    assert_eq!(texts[0], texts[1]);
    assert_eq!(texts[1], texts[2]);
}
