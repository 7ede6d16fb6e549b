//! A look as a value: its templates and assets, layer over layer, and the hash that stands for all
//! of them in a page's key.
//!
//! Files come in as maps of relative path to content; reading them is somebody else's work. Layers,
//! nearest first: the site's own `templates/` and `assets/`, then the look under `themes/<name>/`,
//! then the default look inside the program. A template of a lower layer stays within reach of the
//! ones above it: `{% extends "default/event.html" %}` changes one block of a page and keeps the
//! rest, and a component defined again in a higher layer wins wherever it is used.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, DirEntry, include_dir};

use super::minify::minify;
use super::options::{DeclaredOption, OPTION, declared, over};
use super::script::minify_script;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::choices::AllowedWord;
use crate::schema::{Field, Shape, config_field};
use crate::schema::{TomlFile, read_toml};
use crate::source::FileId;
use crate::words::{Bilingual, Language, both};

/// The version of the contract between views and looks that this program keeps. A look says in its
/// theme.toml which one it was made for.
pub const CONTRACT: i64 = 1;

/// The name of the look inside the program.
const DEFAULT: &str = "default";

static EMBEDDED_FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static EMBEDDED: LazyLock<Look> = LazyLock::new(Look::from_embedded_files);

const EXTENDS_WORDS: &[AllowedWord] = &[
    AllowedWord::of(both("default", "default")),
    AllowedWord::of(both("niets", "nothing")),
];
const EXTENDS_DEFAULT: usize = 0;

/// What a theme.toml can say.
const MANIFEST: &[Field] = &[
    config_field(
        "name",
        Shape::Line,
        "De naam van de vormgeving, voor mensen.",
        "The look's name, for people.",
    ),
    config_field(
        "contract",
        Shape::Integer(1, 1000),
        "Voor welke gegevens de sjablonen zijn gemaakt.",
        "Which views the templates were made for.",
    ),
    config_field(
        "extends",
        Shape::Choice(EXTENDS_WORDS),
        "Waar ontbrekende bestanden vandaan komen: van de gewone vormgeving, of nergens.",
        "Where missing files come from: from the default look, or from nowhere.",
    ),
    config_field(
        "option",
        Shape::Tables(OPTION),
        "Wat een site mag kiezen.",
        "What a site may choose.",
    ),
];

/// One template as it was read.
#[derive(Debug, Clone)]
pub struct Template {
    /// Its text, normalised.
    pub text: Arc<str>,
    /// Its file, for messages; `None` for a template inside the program.
    pub file: Option<FileId>,
}

/// The files of one layer.
#[derive(Debug, Clone, Default)]
pub struct LookFiles {
    /// What stands in `templates/`, by path below it: `event.html`.
    pub templates: BTreeMap<String, Template>,
    /// What stands in `assets/`, by path below it: `style.css`.
    pub assets: BTreeMap<String, Vec<u8>>,
}

/// How all pages of a site look.
#[derive(Debug, Clone)]
pub struct Look {
    /// What the config calls it: the folder under `themes/`.
    pub name: String,
    /// Every template by the name that templates call it. Those of the site itself have their plain
    /// name, `event.html`; those of a lower layer have it before them, `default/event.html`, and
    /// answer to the plain name where no higher layer has it.
    pub templates: BTreeMap<String, Template>,
    /// The layers below the site's own files, nearest first, each as the prefix of its templates:
    /// `default/`.
    pub layers: Vec<String>,
    /// What a site may choose.
    pub options: Vec<DeclaredOption>,
    /// Every file to be copied to the site's assets; the highest layer that has a file gives it.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// Stands for all of the above in a page's key.
    pub hash: [u8; 32],
}

/// What readers get of a style sheet or a script; nothing where a file of a look is published as it
/// is.
fn minified_asset(path: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let (_, kind) = path.rsplit_once('.')?;
    let minified = match kind.to_ascii_lowercase().as_str() {
        "css" => minify,
        "js" => minify_script,
        _ => return None,
    };
    let text = std::str::from_utf8(bytes).ok()?;
    Some(minified(text).into_bytes())
}

/// The hash of what readers get of a file of a look.
pub fn asset_hash(path: &str, bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(minified_asset(path, bytes).as_deref().unwrap_or(bytes)).as_bytes()
}

/// What a theme.toml says.
struct LookManifest {
    /// Whether what the look lacks comes from the default one.
    extends: bool,
    options: Vec<DeclaredOption>,
    diagnostics: Vec<Diagnostic>,
}

impl LookManifest {
    fn read(look: &str, manifest: Option<&Template>, language: Language) -> Self {
        let Some((file, text)) = manifest.and_then(|file| Some((file.file?, &file.text))) else {
            return Self {
                extends: true,
                options: Vec::new(),
                diagnostics: Vec::new(),
            };
        };
        let TomlFile {
            fields,
            mut diagnostics,
        } = read_toml(
            file,
            text,
            MANIFEST,
            Bilingual::same("theme.toml"),
            language,
        );
        let newer = fields
            .integer("contract")
            .filter(|contract| contract.value > CONTRACT);
        diagnostics.extend(newer.map(|contract| {
            Diagnostic::at(Code::NewerContract, contract.span)
                .with("name", look)
                .with("contract", contract.value)
                .with("known", CONTRACT)
        }));
        Self {
            extends: fields
                .choice("extends")
                .is_none_or(|word| word.value == EXTENDS_DEFAULT),
            options: declared(fields.tables("option"), &mut diagnostics),
            diagnostics,
        }
    }
}

impl Look {
    /// The default look, from inside the program.
    pub fn embedded() -> Self {
        EMBEDDED.clone()
    }

    /// The look in `themes/<name>/`.
    ///
    /// What it lacks comes from the default look, unless its theme.toml says `extends = "nothing"`:
    /// so one that only changes the colours is one file, and one that starts from nothing says so.
    /// A theme.toml is not required. What is wrong with it is reported; the look is still made.
    pub fn of_site(
        name: &str,
        manifest: Option<&Template>,
        files: LookFiles,
        language: Language,
    ) -> (Self, Vec<Diagnostic>) {
        let LookManifest {
            extends,
            options: own,
            diagnostics,
        } = LookManifest::read(name, manifest, language);
        let Self {
            name: _,
            mut templates,
            mut layers,
            options,
            mut assets,
            hash: _,
        } = if extends {
            Self::embedded()
        } else {
            Self::new(
                String::new(),
                BTreeMap::new(),
                Vec::new(),
                Vec::new(),
                BTreeMap::new(),
            )
        };
        let options = over(&options, own);
        let prefix = format!("{name}/");
        templates.extend(
            files
                .templates
                .into_iter()
                .map(|(path, template)| (format!("{prefix}{path}"), template)),
        );
        assets.extend(files.assets);
        // A look on disk that is itself called `default` takes the place of the embedded one, file
        // by file.
        layers.retain(|layer| *layer != prefix);
        layers.insert(0, prefix);
        (
            Self::new(name.to_owned(), templates, layers, options, assets),
            diagnostics,
        )
    }

    /// The same look with the site's own files over it.
    #[must_use]
    pub fn layered(base: Self, own: LookFiles) -> Self {
        let Self {
            name,
            mut templates,
            layers,
            options,
            mut assets,
            hash: _,
        } = base;
        templates.extend(own.templates);
        assets.extend(own.assets);
        Self::new(name, templates, layers, options, assets)
    }

    /// The template that a plain name stands for, the highest layer's first.
    pub fn template(&self, name: &str) -> Option<&Template> {
        self.templates.get(name).or_else(|| {
            self.layers
                .iter()
                .find_map(|layer| self.templates.get(&format!("{layer}{name}")))
        })
    }

    fn new(
        name: String,
        templates: BTreeMap<String, Template>,
        layers: Vec<String>,
        options: Vec<DeclaredOption>,
        mut assets: BTreeMap<String, Vec<u8>>,
    ) -> Self {
        // What readers get is what the hash and the address of a stylesheet are made of.
        for (path, bytes) in &mut assets {
            if let Some(minified) = minified_asset(path, bytes) {
                *bytes = minified;
            }
        }
        let mut hasher = blake3::Hasher::new();
        let mut part = |bytes: &[u8]| {
            // With its length before it, no part can pass for two.
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        };
        for layer in &layers {
            part(layer.as_bytes());
        }
        part(b"templates");
        for (path, template) in &templates {
            part(path.as_bytes());
            part(template.text.as_bytes());
        }
        part(b"assets");
        for (path, bytes) in &assets {
            part(path.as_bytes());
            part(bytes);
        }
        let hash = *hasher.finalize().as_bytes();
        Self {
            name,
            templates,
            layers,
            options,
            assets,
            hash,
        }
    }

    fn from_embedded_files() -> Self {
        let mut templates = BTreeMap::new();
        let mut assets = BTreeMap::new();
        let mut options = Vec::new();
        let prefix = format!("{DEFAULT}/");
        for (path, bytes) in files_of(&EMBEDDED_FILES) {
            if let Some(path) = path.strip_prefix("templates/") {
                let text = std::str::from_utf8(bytes).expect("the default look is UTF-8");
                templates.insert(
                    format!("{prefix}{path}"),
                    Template {
                        text: text.into(),
                        file: None,
                    },
                );
            } else if path == "theme.toml" {
                let text = std::str::from_utf8(bytes).expect("the default look is UTF-8");
                // What stands in the program has no place that a message could show, and a test
                // holds that there is nothing to say of it.
                let manifest = Template {
                    text: text.into(),
                    file: Some(FileId(0)),
                };
                options = LookManifest::read(DEFAULT, Some(&manifest), Language::En)
                    .options
                    .into_iter()
                    .map(DeclaredOption::without_place)
                    .collect();
            } else if let Some(path) = path.strip_prefix("assets/") {
                assets.insert(path.to_owned(), bytes.to_vec());
            }
        }
        Self::new(DEFAULT.to_owned(), templates, vec![prefix], options, assets)
    }
}

/// All files below a folder of the program, with their paths.
fn files_of<'a>(folder: &'a Dir<'a>) -> Vec<(String, &'a [u8])> {
    let mut files = Vec::new();
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => files.extend(files_of(folder)),
            DirEntry::File(file) => {
                let path = file
                    .path()
                    .to_str()
                    .expect("paths of the default look are UTF-8");
                files.push((path.replace('\\', "/"), file.contents()));
            }
        }
    }
    files
}
