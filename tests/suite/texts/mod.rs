//! What people write in a text, and what readers and writers get of it: addresses without marks,
//! links to places of the site itself, HTML, what a word processor leaves behind.

mod links;
mod pasted;

use std::fmt::Write as _;

use oogst::words::Language;

use crate::harness::Site;

pub(crate) const EVENT: &str = "content/events/2024-proef/event.md";
const PAGE: &str = "output/bijeenkomsten/2024-proef/index.html";

/// A site of one event with this text, below a path.
fn site(text: &str) -> Site {
    Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\nbase_url = \"https://proef.example/archief/\"\nlanguage = \"nl\"\npublisher = \"Proef\"\n",
        ),
        (EVENT, &event("Proefbijeenkomst", text)),
    ])
}

/// The file of an event with this title and text.
fn event(title: &str, text: &str) -> String {
    format!(
        "+++\ntitel = \"{title}\"\ndatum = 2024-03-20\nsamenvatting = \"Een korte samenvatting.\"\n+++\n\n{text}\n"
    )
}

/// What the page of the event shows of a text.
fn shown(text: &str) -> String {
    let mut site = site(&framed(text));
    site.build();
    within(&site.read(PAGE))
}

/// A text between two paragraphs by which it is found.
fn framed(text: &str) -> String {
    format!("Hier begint het.\n\n{text}\n\nHier eindigt het.")
}

fn within(page: &str) -> String {
    let (_, rest) = page
        .split_once("<p>Hier begint het.</p>")
        .expect("the text is on the page");
    let (text, _) = rest
        .split_once("<p>Hier eindigt het.</p>")
        .expect("the text is on the page whole");
    text.trim().to_owned()
}

/// What is told of a site, in Dutch: of each message its code, its place, and what is suggested.
fn told(site: &mut Site) -> Vec<String> {
    site.try_build();
    let said = site.diagnostics(Language::Nl);
    let mut told: Vec<String> = Vec::new();
    for line in said.lines() {
        let line = line.trim();
        if let Some((_, rest)) = line.split_once('[')
            && (line.starts_with("fout[") || line.starts_with("waarschuwing["))
        {
            let code = rest.split(']').next().unwrap_or_default();
            told.push(code.to_owned());
        } else if let (Some(place), Some(last)) = (line.strip_prefix("--> "), told.last_mut()) {
            let place = place.rsplit('/').next().unwrap_or_default();
            let _ = write!(last, " {place}");
        } else if let (Some((_, meant)), Some(last)) =
            (line.split_once("bedoelt u `"), told.last_mut())
        {
            let meant = meant.strip_suffix("`?").unwrap_or(meant);
            let _ = write!(last, " => {meant}");
        }
    }
    told
}
