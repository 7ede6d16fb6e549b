//! The desk: forms of the schema, what is saved of them, and what is not. Forms are read and filled
//! in as a browser without a script does.

mod bounds;
mod browser;
mod forms;
mod groups;
mod http;
mod imports;
mod pages;
mod photos;
mod photos_asked;
mod publishing;
#[cfg(all(unix, feature = "publish"))]
mod publishing_servers;
mod running;
mod saving;
mod security;
mod settings;
mod surveys;
mod untouched;

use jiff::civil::date;

use oogst::desk::forms::{RecordForm, RecordPlace};
use oogst::desk::saving::{Saving, Sent, sent};
use oogst::desk::{DeskSite, Posted};
use oogst::id::Id;
use oogst::output::Survives;
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Today};
use oogst::schema::Kind;
use oogst::words::Language;

use crate::harness::Site;
use browser::ShownForm;

const EVENT: &str = "content/events/avond/event.md";
const DEALS: &str = "content/events/avond/deals.toml";

/// A report of one event, invented.
fn site(files: &[(&str, &str)]) -> Site {
    let mut all = vec![
        (
            "oogst.toml",
            "title = \"Proef\"\nlanguage = \"nl\"\nlanguages = [\"nl\", \"en\"]\n",
        ),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Twente\"\nid = \"twente\"\n\n[[regio]]\nnaam = \"Salland\"\nid = \"salland\"\n",
        ),
        (
            EVENT,
            "+++\ntitel = \"Techniekavond\"\ndatum = 2025-11-12\n+++\n\nEen avond.\n",
        ),
    ];
    all.extend(files);
    Site::with(&all)
}

/// Looks at a site as the desk does: with its drafts.
fn looked<T>(site: &Site, look: impl FnOnce(DeskSite<'_>) -> T) -> T {
    let mut builder = Builder::new(site.root());
    let (study, diagnostics) = builder
        .study(options(true))
        .expect("the folder can be read");
    let study = study.unwrap_or_else(|| panic!("{diagnostics:?}"));
    look(DeskSite {
        study: &study,
        sources: builder.sources(),
    })
}

fn options(drafts: bool) -> BuildOptions {
    BuildOptions {
        today: Today::Day(date(2026, 1, 1)),
        drafts,
        survives: Survives::Kill,
        target: BuildTarget::Output,
    }
}

fn place(kind: Kind, id: Option<&str>) -> RecordPlace {
    let event = (kind != Kind::Region && kind != Kind::Organisation).then_some("avond");
    match id {
        Some(id) => RecordPlace::of(kind, event, &Id::new(id).expect("an id")),
        None => RecordPlace::new(kind, event),
    }
}

/// The form of a record as a browser has it.
fn shown(site: &Site, place: &RecordPlace) -> ShownForm {
    looked(site, |desk| {
        let form = RecordForm::of(desk, place).unwrap_or_else(|| panic!("{place} is there"));
        ShownForm::read(form.html(Language::Nl, &[]).as_str())
    })
}

/// What becomes of a form that is sent.
fn send(site: &Site, place: &RecordPlace, form: &ShownForm) -> Sent {
    let body = form.body();
    let posted = Posted::read(body.as_bytes()).expect("a form of ours");
    looked(site, |desk| sent(desk, place, &posted))
}

/// Sends a form that can be saved, and writes what is to be written.
fn save(site: &mut Site, place: &RecordPlace, form: &ShownForm) -> Box<Saving> {
    match send(site, place, form) {
        Sent::Save(saving) => {
            for (path, text) in &saving.rewrite.texts {
                site.write(path.as_str(), text.as_bytes());
            }
            saving
        }
        Sent::Again(form) => panic!("{}", form.html(Language::Nl, &[]).as_str()),
        other => panic!("{other:?}"),
    }
}

/// Sends a form that comes back; gives it as a browser then has it.
fn again(site: &Site, place: &RecordPlace, form: &ShownForm) -> ShownForm {
    match send(site, place, form) {
        Sent::Again(form) => ShownForm::read(form.html(Language::Nl, &[]).as_str()),
        other => panic!("{other:?}"),
    }
}
