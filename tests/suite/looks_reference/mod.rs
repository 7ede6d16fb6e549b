//! The reference for makers of looks is made from the types of the views, below a line in
//! docs/vormgeving.md and docs/looks.md, each in its own language. What it says is what the sources
//! say, in Dutch by [`dutch`], and that it says everything is held by a look that prints the whole of
//! every view.

mod dutch;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use oogst::words::Language;
use oogst::words::interface::Interface;

use crate::harness::{Site, rewrites_expected};

/// The line that parts what people write from what is made.
fn line(language: Language) -> String {
    let says = match language {
        Language::Nl => "Wat volgt, is gemaakt van de code",
        Language::En => "What follows is made from the sources",
    };
    format!("<!-- {says}: OOGST_REWRITE_EXPECTED=1 cargo test --test suite looks_reference -->")
}

/// A struct of a view, as its source has it.
struct Piece {
    about: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    kind: String,
    about: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn source(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("a source can be read")
}

/// Every struct of the views, with its public fields. The house's formatter gives each field a line
/// of its own.
fn pieces() -> BTreeMap<String, Piece> {
    let mut pieces = BTreeMap::new();
    let mut files: Vec<_> = fs::read_dir(root().join("src/pages"))
        .expect("there are views")
        .map(|entry| entry.expect("a folder can be listed").path())
        // The table of pages shows which view is whose, and `views` what they are filled from; they
        // hold none themselves.
        .filter(|path| !path.ends_with("mod.rs") && !path.ends_with("views.rs"))
        .map(|path| fs::read_to_string(path).expect("a source can be read"))
        .collect();
    files.push(source("src/drawing/card/typesetting.rs"));
    for text in files {
        let mut about = String::new();
        let mut open: Option<(String, Piece)> = None;
        for line in text.lines() {
            let trimmed = line.trim();
            if let Some(doc) = trimmed.strip_prefix("///") {
                let _ = write!(
                    about,
                    "{}{}",
                    if about.is_empty() { "" } else { " " },
                    doc.trim()
                );
            } else if trimmed.starts_with("#[serde(") {
                panic!(
                    "a view's keys are its fields' names; this would make them others: {trimmed}"
                );
            } else if let Some(rest) = line.strip_prefix("pub struct ") {
                let name = rest.trim_end_matches(['{', ' ']).to_owned();
                open = Some((
                    name,
                    Piece {
                        about: std::mem::take(&mut about),
                        fields: Vec::new(),
                    },
                ));
            } else if line == "}" {
                if let Some((name, piece)) =
                    open.take().filter(|(_, piece)| !piece.fields.is_empty())
                {
                    pieces.insert(name.split('<').next().unwrap_or_default().to_owned(), piece);
                }
                about.clear();
            } else if let (Some((_, piece)), Some((name, kind))) = (
                &mut open,
                trimmed
                    .strip_prefix("pub ")
                    .and_then(|rest| rest.split_once(": ")),
            ) {
                let kind = kind.trim_end_matches(',').to_owned();
                piece.fields.push(Field {
                    name: name.to_owned(),
                    kind,
                    about: std::mem::take(&mut about),
                });
            } else if !trimmed.starts_with("#[") {
                about.clear();
            }
        }
    }
    pieces
}

/// Templates with their views, as the table of pages has them, and that of the social card.
fn templates() -> BTreeMap<String, String> {
    let views = oogst::pages::VIEW_NAMES.iter();
    let mut templates: BTreeMap<String, String> = oogst::pages::TEMPLATES
        .iter()
        .zip(views)
        .map(|(template, view)| ((*template).to_owned(), (*view).to_owned()))
        .collect();
    templates.insert("social.svg".to_owned(), "SocialView".to_owned());
    templates
}

/// A type as a reader of the reference understands it, and the pieces it names.
fn kind_words(kind: &str, pieces: &BTreeMap<String, Piece>, language: Language) -> String {
    let say = |nl: &'static str, en: &'static str| if language == Language::Nl { nl } else { en };
    if let Some(inner) = kind.strip_suffix('>').and_then(|kind| kind.split_once('<')) {
        let words = |inner: &str| kind_words(inner, pieces, language);
        return match inner {
            ("Option", inner) => format!("{} {}", words(inner), say("of niets", "or nothing")),
            ("Vec", inner) => format!("{} {}", say("rij van", "list of"), words(inner)),
            ("Shared" | "Box" | "Arc", inner) => words(inner),
            ("BTreeMap", inner) => {
                let inner = inner.split_once(", ").map_or(inner, |(_, value)| value);
                format!("{} {}", say("per naam:", "by name,"), words(inner))
            }
            (outer, inner) => format!("{} {} {}", words(outer), say("van", "of"), words(inner)),
        };
    }
    match kind.rsplit("::").next().unwrap_or(kind) {
        "String" | "&'static str" | "Arc<str>" | "Policy" => say("tekst", "text").to_owned(),
        "bool" => say("waar of niet", "true or false").to_owned(),
        "usize" | "u32" | "u16" | "u64" | "f64" | "i16" | "i32" | "i64" => {
            say("getal", "number").to_owned()
        }
        "Interface" => say("[woorden](#woorden)", "[words](#words)").to_owned(),
        "T" => say("wat erachter staat", "what is named behind it").to_owned(),
        _ if kind.starts_with('(') => say("enkele getallen", "some numbers").to_owned(),
        _ if pieces.contains_key(kind) => format!("[{kind}](#{})", kind.to_lowercase()),
        _ => format!("`{kind}`"),
    }
}

fn reference(language: Language) -> String {
    let pieces = match language {
        Language::Nl => dutch::in_dutch(pieces()),
        Language::En => pieces(),
    };
    let templates = templates();
    let say = |nl: &'static str, en: &'static str| if language == Language::Nl { nl } else { en };
    let mut text = format!(
        "\n## {}\n",
        say(
            "De sjablonen en hun gegevens",
            "The templates and their values"
        )
    );
    let views: BTreeSet<&str> = templates.values().map(String::as_str).collect();
    for (template, view) in &templates {
        let _ = writeln!(text, "- `{template}`: [{view}](#{})", view.to_lowercase());
    }
    let (of_pages, others): (Vec<_>, Vec<_>) = pieces
        .iter()
        .partition(|(name, _)| views.contains(name.as_str()));
    for (name, piece) in of_pages.into_iter().chain(others) {
        text += &table(name, piece, &pieces, language);
    }
    text + &table_of_words(say("Woorden", "Words"))
}

/// A view, or a part of one, with its fields.
fn table(
    name: &str,
    piece: &Piece,
    pieces: &BTreeMap<String, Piece>,
    language: Language,
) -> String {
    let say = |nl: &'static str, en: &'static str| if language == Language::Nl { nl } else { en };
    let mut text = String::new();
    let _ = write!(text, "\n### {name}\n");
    if !piece.about.is_empty() {
        let _ = write!(text, "{}\n\n", piece.about);
    }
    let _ = writeln!(
        text,
        "| {} | {} | {} |\n| --- | --- | --- |",
        say("veld", "field"),
        say("wat", "what"),
        say("uitleg", "meaning")
    );
    for Field { name, kind, about } in &piece.fields {
        let _ = writeln!(
            text,
            "| `{name}` | {} | {} |",
            kind_words(kind, pieces, language),
            about.replace('|', "\\|")
        );
    }
    text
}

/// The words of the program in both languages.
fn table_of_words(title: &str) -> String {
    let mut text = String::new();
    let _ = write!(
        text,
        "\n### {title}\n| `site.words.` | nl | en |\n| --- | --- | --- |\n"
    );
    let words =
        |language| serde_json::to_value(Interface::new(language)).expect("words are plain values");
    let (dutch, english) = (words(Language::Nl), words(Language::En));
    for (name, nl) in dutch.as_object().expect("words have names") {
        let _ = writeln!(
            text,
            "| `{name}` | {} | {} |",
            nl.as_str().unwrap_or_default(),
            english[name].as_str().unwrap_or_default()
        );
    }
    text
}

#[test]
fn the_reference_for_looks_is_what_the_types_say() {
    for (file, language) in [("vormgeving.md", Language::Nl), ("looks.md", Language::En)] {
        let path = root().join("docs").join(file);
        let kept = fs::read_to_string(&path).expect("the guide is there");
        let line = line(language);
        let guide = kept.split(&line).next().unwrap_or_default().trim_end();
        let made = format!("{guide}\n\n{line}\n{}", reference(language));
        if rewrites_expected() {
            fs::write(&path, &made).expect("docs can be written");
            continue;
        }
        assert!(
            kept == made,
            "docs/{file} is not what the types say; run OOGST_REWRITE_EXPECTED=1 cargo test --test suite looks_reference"
        );
    }
}

/// A view as the template engine prints it: JSON, but for the nothing that it leaves out.
pub(crate) fn printed_view(bytes: &[u8]) -> Option<serde_json::Value> {
    // A page ends in the mark of the program, behind what its template says.
    let text = std::str::from_utf8(bytes)
        .ok()?
        .rsplit_once("<!-- oogst ")?
        .0;
    let text = text
        .replace("\": }", "\": null}")
        .replace("\": ,", "\": null,");
    serde_json::from_str(&text).ok()
}

/// Every key of a printed view, but the words and the names of options and scripts, which are the
/// site's.
fn keys(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                found.insert(key.clone());
                if !matches!(key.as_str(), "words" | "options" | "scripts" | "colours") {
                    keys(value, found);
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_that_a_template_can_see_is_in_the_reference() {
    let mut site = Site::from("veenland");
    let mut templates: Vec<&str> = oogst::pages::TEMPLATES.to_vec();
    templates.retain(|template| *template != "redirect.html");
    for template in &templates {
        site.write(
            &format!("templates/{template}"),
            "{{ __tera_context | safe }}",
        );
    }
    let output = site.build().output();
    let fields: BTreeSet<String> = pieces()
        .into_values()
        .flat_map(|piece| piece.fields)
        .map(|field| field.name)
        .collect();
    let mut seen = BTreeSet::new();
    let mut pages = 0;
    for (_, bytes) in output
        .0
        .iter()
        .filter(|(path, _)| path.ends_with("index.html"))
    {
        // Redirect pages keep their own template, and a text that itself looks like the end of a
        // record spoils its page.
        let Some(view) = printed_view(bytes) else {
            continue;
        };
        pages += 1;
        keys(&view, &mut seen);
    }
    assert!(
        pages > 500 && seen.len() > 100,
        "{pages} pages with {} keys",
        seen.len()
    );
    let missing: Vec<&String> = seen.difference(&fields).collect();
    assert!(missing.is_empty(), "the reference lacks {missing:?}");
}
