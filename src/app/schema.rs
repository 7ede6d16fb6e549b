//! `oogst schema`: what may be written, for editors that complete and check TOML. Files of its own in
//! the report, and nothing else: what stands there already and is somebody else's, stays.

use std::path::Path;

use serde_json::Value;

use super::ending::Ending;
use super::event::wrong;
use super::memories::bytes_of;
use super::outside;
use crate::app::terminal::Terminal;
use crate::config::SETTINGS;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::input::permalinks::ADDRESSES;
use crate::schema::json_schema::{of_file, of_records};
use crate::source::SourcePath;
use crate::words::{Language, commands};

/// The folder of the schemas.
const FOLDER: &str = "schemas";

/// What such a file says of itself, and no file of somebody else.
const MARK: &str = "oogst schema";

/// Where editors that use Taplo look for schemas.
const EDITORS: &str = "taplo.toml";

/// Which files a schema is of.
const OF_FILES: [(&str, &str); 3] = [
    ("records", "content/**/*.toml"),
    ("settings", "oogst.toml"),
    ("addresses", "addresses.toml"),
];

/// `language` is that of the site's keys.
pub(super) fn run(root: &Path, language: Language, terminal: &Terminal) -> Ending {
    match write(root, language, terminal) {
        Ok(ending) => ending,
        Err(error) => {
            terminal.failure(&error);
            Ending::Failed
        }
    }
}

fn write(root: &Path, language: Language, terminal: &Terminal) -> Result<Ending, Error> {
    let mut files = Vec::new();
    for (name, schema) in schemas(language) {
        let path = SourcePath::new(&format!("{FOLDER}/{name}.json"));
        let there = bytes_of(root, &path)?;
        if there.is_some_and(|bytes| !is_ours(&bytes)) {
            return Ok(wrong(
                &Diagnostic::of_path(Code::NotOurSchema, path),
                terminal,
            ));
        }
        files.push((path, format!("{schema:#}\n")));
    }
    let editors = SourcePath::new(EDITORS);
    let has_editors = bytes_of(root, &editors)?.is_some();
    if !has_editors {
        files.push((editors, for_editors()));
    }
    let below = Path::new(FOLDER);
    Folder::open(root)
        .and_then(|site| site.create_folders(below))
        .map_err(Error::during(Operation::CreateFolder, &root.join(below)))?;
    for (path, text) in files {
        outside::write(&root.join(path.as_str()), text.as_bytes())?;
    }
    terminal.tell(commands::schemas_are_in(&FOLDER).get(terminal.language));
    if has_editors {
        terminal.tell(&format!(
            "{}\n{}",
            commands::ADD_FOR_EDITORS.get(terminal.language),
            for_editors()
        ));
    }
    Ok(Ending::Fine)
}

fn schemas(language: Language) -> [(&'static str, Value); 3] {
    [
        ("records", of_records(language, MARK)),
        ("settings", of_file(SETTINGS, language, MARK)),
        ("addresses", of_file(ADDRESSES, language, MARK)),
    ]
}

/// Whether a file is a schema that this program made.
fn is_ours(bytes: &[u8]) -> bool {
    let schema: Option<Value> = serde_json::from_slice(bytes).ok();
    schema.is_some_and(|schema| schema["$comment"] == MARK)
}

/// What tells an editor which schema is of which file.
fn for_editors() -> String {
    OF_FILES
        .iter()
        .map(|(name, files)| {
            format!(
                "[[rule]]\ninclude = [\"{files}\"]\n\n[rule.schema]\npath = \"{FOLDER}/{name}.json\"\nenabled = true\n"
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}
