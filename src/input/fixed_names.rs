//! Names of files and folders that are the program's, in the one form that it knows them by:
//! `content/Bijeenkomsten/x/BIJEENKOMST.md` is `content/events/x/event.md`. Two forms of one name
//! beside each other are told: which of them was meant, nobody can know.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::diagnostic::{Code, Diagnostic};
use crate::schema::Kind;
use crate::source::SourcePath;
use crate::words::Language;

/// The folder of all events, below `content`.
pub(super) const EVENTS: &str = "events";
/// The folder of free pages, below `content`.
const PAGES: &str = "pages";
/// The folder of an event's pictures and attachments.
pub(super) const MEDIA: &str = "media";
/// The name of an event's own file, without its ending.
pub(super) const EVENT: &str = "event";

/// A path below the site's folder as it was found or written, known by the program's own names.
pub fn known(found: &str) -> SourcePath {
    let found = SourcePath::new(found);
    let parts: Vec<&str> = found.as_str().split('/').collect();
    let known: Option<Vec<String>> = match parts.as_slice() {
        ["content", top, below @ ..] => match of_folder(top) {
            Some(EVENTS) => Some(in_events(below)).map(|mut known| {
                known.splice(0..0, ["content".to_owned(), EVENTS.to_owned()]);
                known
            }),
            Some(folder) if !below.is_empty() => {
                let mut known = vec!["content".to_owned(), folder.to_owned()];
                known.extend(below.iter().map(ToString::to_string));
                Some(known)
            }
            _ => None,
        },
        _ => None,
    };
    match known {
        Some(known) => {
            let known = known.join("/");
            found.known_as(&known)
        }
        None => found,
    }
}

/// The one form of the name of a folder in `content`.
fn of_folder(name: &str) -> Option<&'static str> {
    match Kind::from_folder(name, Language::Nl)? {
        Kind::Event => Some(EVENTS),
        Kind::Page => Some(PAGES),
        _ => None,
    }
}

/// What lies below the folder of all events: the folder of one, and what is in it.
fn in_events(below: &[&str]) -> Vec<String> {
    let mut known: Vec<String> = below.iter().map(ToString::to_string).collect();
    match below {
        [_, file] => known[1] = of_event_file(file).unwrap_or_else(|| (*file).to_owned()),
        [_, folder, _, ..] if folder.eq_ignore_ascii_case(MEDIA) => MEDIA.clone_into(&mut known[1]),
        _ => {}
    }
    known
}

/// `event.md`, or `event.en.md`, whichever of its words and letters somebody wrote.
fn of_event_file(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".md")?;
    let (word, tag) = match stem.rsplit_once('.') {
        Some((word, tag)) => (word, Some(Language::from_tag(tag)?)),
        None => (stem, None),
    };
    (Kind::named(word) == Some(Kind::Event)).then(|| match tag {
        Some(tag) => format!("{EVENT}.{}.md", tag.tag()),
        None => format!("{EVENT}.md"),
    })
}

/// What stands in the site's own folder, with other words for it.
const IN_ROOT: [(&str, &[&str]); 5] = [
    ("content", &["inhoud", "content"]),
    ("oogst.toml", &["oogst.toml"]),
    ("addresses.toml", &["adressen.toml", "addresses.toml"]),
    ("assets", &["assets"]),
    ("themes", &["themes"]),
];

/// Names in the site's own folder that nothing reads, because they are not letter for letter the
/// program's. `is_there` says whether this disk finds a name all the same.
pub(super) fn not_found(names: &[String], is_there: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for name in names {
        let lower = name.to_lowercase();
        let row = IN_ROOT
            .iter()
            .find(|(_, words)| words.contains(&lower.as_str()));
        let Some((known, _)) = row.filter(|(known, _)| known != name) else {
            continue;
        };
        let of_path = |code| Diagnostic::of_path(code, SourcePath::new(name)).with("name", name);
        if names.iter().any(|other| other == known) {
            found.push(of_path(Code::TwoForms).with("other", known));
        } else if !is_there(known) {
            found.push(of_path(Code::FixedName).with("known", known));
        }
    }
    found
}

/// The only Markdown file of an event's folder that has no `event.md`, under another name: nothing
/// would be read of it. `paths` are those of all texts.
pub(super) fn misnamed_event_files<'p>(
    paths: impl Iterator<Item = &'p SourcePath>,
) -> Vec<Diagnostic> {
    let known = format!("{EVENT}.md");
    let mut folders: BTreeMap<SourcePath, Vec<&SourcePath>> = BTreeMap::new();
    for path in paths {
        if let ["content", EVENTS, _, name] = path.as_str().split('/').collect::<Vec<_>>()[..]
            && name.to_lowercase().ends_with(".md")
        {
            folders.entry(path.parent()).or_default().push(path);
        }
    }
    let misnamed = |files: Vec<&SourcePath>| match files[..] {
        [file] if of_event_file(file.name()).is_none() => Some(
            Diagnostic::of_path(Code::FixedName, file.clone())
                .with("name", file.name())
                .with("known", &known),
        ),
        _ => None,
    };
    folders.into_values().filter_map(misnamed).collect()
}

/// Files and folders that stand beside another form of their name: `events` and `bijeenkomsten`.
#[derive(Debug, Default)]
pub(super) struct Doubles {
    /// The first form of each name that was met.
    forms: HashMap<String, SourcePath>,
    told: BTreeSet<(String, String)>,
}

impl Doubles {
    /// What is wrong with a path, beside those that were met before.
    pub(super) fn beside(&mut self, path: &SourcePath) -> Option<Diagnostic> {
        for parts in [2, 4] {
            let Some(place) = path.first(parts) else {
                break;
            };
            let Some(first) = self.forms.get(place.as_str()) else {
                self.forms.insert(place.as_str().to_owned(), place);
                continue;
            };
            let (one, other) = (first.as_written(), place.as_written());
            if one == other {
                continue;
            }
            let told = self.told.insert((one.to_owned(), other.to_owned()));
            return told.then(|| {
                Diagnostic::of_path(Code::TwoForms, place.clone())
                    .with("name", last(other))
                    .with("other", last(one))
            });
        }
        None
    }
}

/// The last part of a path.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
