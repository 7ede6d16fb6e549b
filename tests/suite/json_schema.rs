//! `oogst schema`: an editor that goes by it takes what the program takes, and points at what the
//! program refuses.

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use oogst::config::language_of;
use oogst::diagnostic::{Code, Severity};
use oogst::words::Language;
use serde_json::{Value, json};

use crate::harness::{Site, tests};
use crate::program::oogst;
use crate::tree::Tree;

/// The schemas that the program writes for a site, as an editor reads them.
struct Editor {
    schemas: Schemas,
    records: SchemaIndex,
    settings: SchemaIndex,
    addresses: SchemaIndex,
}

impl Editor {
    fn of(language: Language) -> Self {
        let site = Site::with(&[(
            "oogst.toml",
            &format!("title = \"Streek\"\nlanguage = \"{}\"\n", language.tag()),
        )]);
        let ran = oogst(site.root(), &["schema"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        let mut schema_of = |name: &str| {
            let text = site.read(&format!("schemas/{name}.json"));
            let schema = serde_json::from_str(&text).expect("it is JSON");
            compiler
                .add_resource(name, schema)
                .expect("it can be named");
            compiler
                .compile(name, &mut schemas)
                .unwrap_or_else(|error| panic!("{name} is no schema: {error:#}"))
        };
        let [records, settings, addresses] =
            ["records", "settings", "addresses"].map(&mut schema_of);
        Self {
            schemas,
            records,
            settings,
            addresses,
        }
    }

    /// What it says of a TOML file; nothing where it takes it.
    fn says(&self, path: &str, text: &str) -> Option<String> {
        let schema = match path.rsplit('/').next() {
            Some("oogst.toml") => self.settings,
            Some("addresses.toml") => self.addresses,
            _ => self.records,
        };
        let Ok(table) = text.parse::<toml::Table>() else {
            return Some("it is no TOML".to_owned());
        };
        let value = as_json(&toml::Value::Table(table));
        let refused = self.schemas.validate(&value, schema).err()?;
        Some(format!("{refused:#}"))
    }
}

/// A file as editors see it: days and times are text.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(moment) => json!(moment.to_string()),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            let members = table
                .iter()
                .map(|(key, value)| (key.clone(), as_json(value)));
            Value::Object(members.collect())
        }
    }
}

/// The TOML files of a site that the schemas are of.
fn files_of(site: &Path) -> Vec<(String, String)> {
    let is_of = |path: &str| {
        let is_toml = Path::new(path)
            .extension()
            .is_some_and(|ending| ending == "toml");
        is_toml && (path.starts_with("content/") || !path.contains('/'))
    };
    let files = Tree::read(site).0.into_iter();
    files
        .filter(|(path, _)| is_of(path))
        .filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)))
        .collect()
}

fn language_of_site(site: &Path) -> Language {
    let settings = fs::read_to_string(site.join("oogst.toml")).unwrap_or_default();
    language_of(&settings)
}

#[test]
fn an_editor_takes_what_the_program_takes() {
    let [dutch, english] = [Language::Nl, Language::En].map(Editor::of);
    let named = |folder: &str| -> Vec<PathBuf> {
        let entries = fs::read_dir(tests().join(folder)).expect("there are sites");
        entries
            .map(|entry| entry.expect("it can be listed").path())
            .collect()
    };
    let name_of = |site: &PathBuf| {
        site.file_name()
            .map(|name| name.to_string_lossy().into_owned())
    };
    let sites = named("sites");
    let sites = sites.iter().filter_map(name_of);
    // What is only warned of is taken too.
    let warned = Code::ALL
        .iter()
        .filter(|code| code.severity() == Severity::Warning);
    let warned = warned.map(|code| tests().join("diagnostics").join(code.id()).join("site"));
    let sites: Vec<Site> = sites.map(|name| Site::from(&name)).collect();
    let roots = sites.iter().map(|site| site.root().to_owned());
    let roots: Vec<PathBuf> = roots.chain(warned.filter(|site| site.is_dir())).collect();
    let mut read = 0;
    let mut wrong = Vec::new();
    for site in roots {
        let editor = match language_of_site(&site) {
            Language::Nl => &dutch,
            Language::En => &english,
        };
        for (path, text) in files_of(&site) {
            read += 1;
            if let Some(said) = editor.says(&path, &text) {
                wrong.push(format!("{}/{path}: {said}", site.display()));
            }
        }
    }
    assert!(read > 50, "{read} files were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What an editor cannot know stands between files, or in words that only people read; the rest it
/// points at.
#[test]
fn an_editor_points_at_what_the_program_refuses() {
    let dutch = Editor::of(Language::Nl);
    for code in [
        "bad-date",
        "missing-key",
        "single-table",
        "toml-syntax",
        "unknown-key",
        "unknown-kind",
        "unknown-value",
    ] {
        let site = tests().join("diagnostics").join(code).join("site");
        assert_eq!(language_of_site(&site), Language::Nl, "{code}");
        let files = files_of(&site);
        let said = files
            .iter()
            .filter(|(path, text)| dutch.says(path, text).is_some());
        assert!(said.count() > 0, "{code}: {files:?}");
    }
}

/// A word in any of the ways that the program takes it.
#[test]
fn a_word_is_taken_however_it_is_written() {
    let [dutch, english] = [Language::Nl, Language::En].map(Editor::of);
    let takes = |editor: &Editor, text: &str| editor.says("content/x.toml", text).is_none();
    for text in [
        "[[vraag]]\ntitel = \"x\"\n",
        "[[VRAAG]]\nTitel = \"x\"\nStatus = \"Open\"\n",
        "[[ask]]\nkop = \"x\"\ntitle_en = \"y\"\nregio = \"twente\"\n",
        "[[sessie]]\ntitel = \"x\"\nbegin = 13.30\neinde = 14:00:00\nconcept = true\n",
        "[[idee]]\ntitel = \"x\"\nconcept = \"ja\"\ndoor = { naam = \"Jan\" }\n",
    ] {
        assert!(takes(&dutch, text), "{text}");
    }
    for (text, of) in [
        ("[[vraag]]\ntekst = \"x\"\n", &dutch),
        ("[[vraag]]\ntitel = \"x\"\nsatus = \"open\"\n", &dutch),
        ("[[vraag]]\ntitel = \"x\"\nstatus = \"misschien\"\n", &dutch),
        ("[[vraag]]\ntitel = \"x\"\n", &english),
        ("[[vraag]]\ntitel = true\n", &dutch),
        ("[[regio]]\nnaam = \"x\"\ntegel = [1, 100]\n", &dutch),
    ] {
        assert!(!takes(of, text), "{text}");
    }
}

#[test]
fn what_stands_there_already_stays() {
    let mut site = Site::with(&[("oogst.toml", "title = \"Streek\"\nlanguage = \"nl\"\n")]);
    let run = |site: &Site| oogst(site.root(), &["schema"]);
    assert_eq!(run(&site).code, 0);
    let before = Tree::read(site.root());
    assert_eq!(run(&site).code, 0);
    before.assert_same(&Tree::read(site.root()), "a second time changes nothing");
    // An older one of ours is replaced, an editor's own settings are not.
    site.write("schemas/records.json", "{ \"$comment\": \"oogst schema\" }")
        .write("taplo.toml", "# van mij\n");
    let ran = run(&site);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("[rule.schema]"), "{}", ran.err);
    assert_eq!(site.read("taplo.toml"), "# van mij\n");
    assert!(site.read("schemas/records.json").len() > 1_000);
    site.write("schemas/records.json", "{}");
    let ran = run(&site);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("[not-our-schema]"), "{}", ran.err);
    assert_eq!(site.read("schemas/records.json"), "{}");
}
