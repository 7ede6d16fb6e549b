//! Proposals against whole sites: what is read again afterwards is what was wanted, and every other
//! letter stands where it stood.

mod merging;
mod properties;
mod writing;

use std::collections::BTreeMap;
use std::fs;

use jiff::civil::date;
use tempfile::TempDir;

use oogst::edit::proposal::{
    Fate, FieldBase, MergedProposal, Preferred, Proposal, ProposedField, ProposedRecord, Site,
    ValueHash, merge,
};
use oogst::id::Id;
use oogst::output::Survives;
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Study, Today};
use oogst::schema::Kind;
use oogst::schema::wanted::{FieldKey, FieldValue};
use oogst::words::Language;

const EVENT: &str = "+++\ntitel = \"Techniekavond\"\ndatum = 2025-11-12\n+++\n\nEen avond.\n";

/// A site of one event with these files besides.
struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().expect("a folder can be made");
        let all = [
            ("oogst.toml", "title = \"Proef\"\nlanguage = \"nl\"\n"),
            (
                "content/regios.toml",
                "[[regio]]\nnaam = \"Twente\"\n\n[[regio]]\nnaam = \"Salland\"\n",
            ),
            ("content/events/avond/event.md", EVENT),
        ];
        for (path, text) in all.iter().chain(files) {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
            fs::write(file, text).expect("a file can be written");
        }
        Self(folder)
    }

    fn studied<T>(&self, look: impl FnOnce(&Study, Site<'_>) -> T) -> T {
        let mut builder = Builder::new(self.0.path());
        let (study, diagnostics) = builder
            .study(BuildOptions {
                today: Today::Day(date(2026, 1, 1)),
                drafts: true,
                survives: Survives::Kill,
                target: BuildTarget::Output,
            })
            .expect("the folder can be read");
        let study = study.unwrap_or_else(|| panic!("{diagnostics:?}"));
        let id_of = |kind: Kind, name: &str| {
            let id = Id::from_title(name)?;
            study.report.named(kind, None, id.as_str())?;
            Some(id.to_string())
        };
        let site = Site {
            report: &study.report,
            files: &study.files,
            sources: builder.sources(),
            language: Language::Nl,
            id_of: &id_of,
        };
        look(&study, site)
    }

    fn merge(&self, proposal: &Proposal, prefer: Option<Preferred>) -> MergedProposal {
        self.studied(|_, site| merge(proposal, site, prefer))
    }

    /// Writes what is taken; gives the texts that changed.
    fn take(&self, merged: &MergedProposal) -> BTreeMap<String, String> {
        for (path, text) in &merged.rewrite.texts {
            let file = self.0.path().join(path.as_str());
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
            fs::write(file, text.as_bytes()).expect("a file can be written");
        }
        let texts = merged.rewrite.texts.iter();
        texts
            .map(|(path, text)| (path.to_string(), text.to_string()))
            .collect()
    }
}

fn key(kind: Kind, name: &str) -> FieldKey {
    let (name, part) = match name.split_once('.') {
        Some((name, part)) => (name, Some(part.into())),
        None => (name, None),
    };
    FieldKey {
        part,
        ..FieldKey::whole(kind.schema().position(name).expect("a field"))
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a wanted value may be none")]
fn markdown(text: &str) -> Option<FieldValue> {
    Some(FieldValue::Markdown(text.to_owned()))
}

#[expect(clippy::unnecessary_wraps, reason = "a wanted value may be none")]
fn line(text: &str) -> Option<FieldValue> {
    Some(FieldValue::Line(text.to_owned()))
}

#[expect(clippy::unnecessary_wraps, reason = "a wanted value may be none")]
fn list(items: &[&str]) -> Option<FieldValue> {
    let items = items.iter().map(|item| (*item).to_owned());
    Some(FieldValue::List(items.collect()))
}

fn record(
    kind: Kind,
    id: Option<&str>,
    fields: &[(&str, Option<FieldValue>, FieldBase)],
) -> Proposal {
    let field = |(name, wanted, base): &(&str, Option<FieldValue>, FieldBase)| ProposedField {
        key: key(kind, name),
        wanted: wanted.clone(),
        base: *base,
    };
    Proposal {
        records: vec![ProposedRecord {
            kind,
            event: Some("avond".to_owned()),
            id: id.map(|id| Id::new(id).expect("an id")),
            is_new: false,
            fields: fields.iter().map(field).collect(),
        }],
        ..Proposal::default()
    }
}

fn was(kind: Kind, name: &str, value: Option<&FieldValue>) -> FieldBase {
    let key = key(kind, name);
    let nothing = |_: Kind, _: &str| None;
    FieldBase::Was(value.map(|value| ValueHash::of(value, key.field(kind), Language::Nl, &nothing)))
}

fn fates(merged: &MergedProposal) -> Vec<Fate> {
    let fields = merged.records.iter().flat_map(|record| &record.fields);
    fields.map(|field| field.fate).collect()
}

const DEALS: &str = "# Wat er is afgesproken\n[[deal]]\ntitel = 'Gastlessen'   # nog vragen aan Jo\nid = \"gastlessen\"\nstatus = \"afgesproken\"\nregios = [\n  \"twente\",\n]\n\n# De tweede\n[[deal]]\ntitel = \"Een dag mee\"\n";
