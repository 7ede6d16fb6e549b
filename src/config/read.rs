//! Reads `oogst.toml`.

use super::resolve::resolve;
use super::resolved::Config;
use super::settings::SETTINGS;
use crate::diagnostic::Diagnostic;
use crate::schema::{Field, TomlFile, read_toml};
use crate::source::{FileId, SourceFile};
use crate::words::{Bilingual, Language};

/// The settings that say the site's language.
const LANGUAGE_FIELDS: [&str; 2] = ["language", "languages"];

/// The language that a config's text asks for, before it is read as a whole: the words it may use
/// depend on it.
pub fn language_of(text: &str) -> Language {
    let written = text.lines().find_map(|line| {
        let (key, value) = line.split_once('=')?;
        let is_language = |field: &&Field| LANGUAGE_FIELDS.contains(&field.name.en);
        let mut fields = SETTINGS.iter().filter(is_language);
        let key = key.trim();
        let others = |field: &Field| {
            let also = [field.also.nl, field.also.en];
            also.iter()
                .any(|words| words.split(' ').any(|word| word == key))
        };
        fields
            .any(|field| [field.name.nl, field.name.en].contains(&key) || others(field))
            .then(|| {
                value
                    .trim()
                    .trim_start_matches('[')
                    .trim()
                    .trim_matches(|character| character == '"' || character == '\'')
                    .get(..2)
                    .map(ToOwned::to_owned)
            })?
    });
    written
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or(Language::Nl)
}

/// Reads the settings; what cannot be read keeps its usual value and is reported.
pub fn read(id: FileId, file: &SourceFile) -> (Config, Vec<Diagnostic>) {
    resolve(written(id, file))
}

/// The settings as they are written.
pub fn written(id: FileId, file: &SourceFile) -> TomlFile {
    read_toml(
        id,
        &file.text,
        SETTINGS,
        Bilingual::same("oogst.toml"),
        language_of(&file.text),
    )
}
