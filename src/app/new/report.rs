//! A new report: a folder with a small report that builds as it is and explains itself.

use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::app::ending::Ending;
use crate::app::terminal::Terminal;
use crate::config::needed_now;
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::id::Id;
use crate::words::Language;
use crate::words::commands;

/// The files of a new report, by their paths.
const DUTCH: &[(&str, &str)] = &[
    (".gitignore", include_str!("../../starter/nl/gitignore")),
    ("oogst.toml", include_str!("../../starter/nl/oogst.toml")),
    (
        "content/regios.toml",
        include_str!("../../starter/nl/regios.toml"),
    ),
    (
        "content/themas.toml",
        include_str!("../../starter/nl/themas.toml"),
    ),
    (
        "content/organisaties.toml",
        include_str!("../../starter/nl/organisaties.toml"),
    ),
    (
        "content/pages/over.md",
        include_str!("../../starter/nl/over.md"),
    ),
    (
        "content/events/voorbeeld/event.md",
        include_str!("../../starter/nl/event.md"),
    ),
    (
        "content/events/voorbeeld/opbrengst.toml",
        include_str!("../../starter/nl/opbrengst.toml"),
    ),
];

const ENGLISH: &[(&str, &str)] = &[
    (".gitignore", include_str!("../../starter/en/gitignore")),
    ("oogst.toml", include_str!("../../starter/en/oogst.toml")),
    (
        "content/regions.toml",
        include_str!("../../starter/en/regions.toml"),
    ),
    (
        "content/themes.toml",
        include_str!("../../starter/en/themes.toml"),
    ),
    (
        "content/organisations.toml",
        include_str!("../../starter/en/organisations.toml"),
    ),
    (
        "content/pages/about.md",
        include_str!("../../starter/en/about.md"),
    ),
    (
        "content/events/example/event.md",
        include_str!("../../starter/en/event.md"),
    ),
    (
        "content/events/example/harvest.toml",
        include_str!("../../starter/en/harvest.toml"),
    ),
];

pub(super) fn run(folder: &Path, typed: &Path, terminal: &Terminal) -> Ending {
    match make(folder, terminal.language) {
        Ok(true) => {
            terminal.tell(commands::report_is_in(&typed.display()).get(terminal.language));
            Ending::Fine
        }
        Ok(false) => {
            let text = commands::FOLDER_NOT_EMPTY;
            crate::app::terminal::write_wrong(&format!(
                "{}: {}: {}\n",
                commands::ERROR.get(terminal.language),
                typed.display(),
                text.get(terminal.language)
            ));
            Ending::Wrong
        }
        Err(error) => {
            terminal.failure(&error);
            Ending::Failed
        }
    }
}

/// Makes the files; `false` where the folder has something in it already.
pub(super) fn make(folder: &Path, language: Language) -> Result<bool, Error> {
    let files = match language {
        Language::Nl => DUTCH,
        Language::En => ENGLISH,
    };
    let site = match Folder::create(folder) {
        Ok(site) => site,
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::NotADirectory | ErrorKind::AlreadyExists
            ) =>
        {
            return Ok(false);
        }
        Err(error) => return Err(Error::during(Operation::CreateFolder, folder)(error)),
    };
    if !site
        .list(Path::new(""))
        .map_err(Error::during(Operation::List, folder))?
        .is_empty()
    {
        return Ok(false);
    }
    let title = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| Id::from_title(name).is_some());
    for (path, text) in files {
        let file = folder.join(path);
        if let Some(parent) = Path::new(path).parent() {
            site.create_folders(parent)
                .map_err(Error::during(Operation::CreateFolder, parent))?;
        }
        let text = match *path {
            "oogst.toml" => settings(text, title.as_deref()),
            _ => (*text).to_owned(),
        };
        let written = site
            .create_new(Path::new(path))
            .and_then(|mut new| new.write_all(text.as_bytes()));
        written.map_err(Error::during(Operation::Write, &file))?;
    }
    Ok(true)
}

/// The settings of a new report. The name of the folder is the best title we know.
fn settings(text: &str, title: Option<&str>) -> String {
    let needed = format!("oogst = \"{}\"", needed_now());
    let text = text.replace("oogst = \"0.1\"", &needed);
    match title {
        Some(title) => text
            .replace("Mijn verslag", &escaped(title))
            .replace("My report", &escaped(title)),
        None => text,
    }
}

/// A text as the inside of a TOML string.
fn escaped(text: &str) -> String {
    let mut capital = String::new();
    let mut characters = text.chars();
    capital.extend(
        characters
            .next()
            .map(|first| first.to_uppercase().to_string()),
    );
    capital.push_str(characters.as_str());
    capital
        .chars()
        .filter(|character| !character.is_control())
        .collect::<String>()
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
}
