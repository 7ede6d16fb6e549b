//! A document as the text of an event, with its pictures as photos that wait for consent.

use std::path::Path;

use jiff::civil::Date;

use super::photos::{PlacedPicture, placed};
use super::told::ImportSummary;
use crate::app::cli::ImportTask;
use crate::app::commit::{commit, options, study};
use crate::app::ending::Ending;
use crate::app::event::{event_named, wrong};
use crate::app::terminal::{Terminal, write_out};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::edit::proposal::{Proposal, ProposedRecord, Site, event_folder, merge};
use crate::edit::{NewPhoto, Rewrite, TextThere, added_record, body_of, one_line, with_body};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::intake::document::{Block, Document, markdown, words_of};
use crate::pipeline::{Builder, Study};
use crate::records::{file_of_photo, shows_photos_by_itself, title_of_event};
use crate::schema::wanted::FieldValue;
use crate::schema::{Kind, key};
use crate::source::{SourcePath, Sources};
use crate::words::{Language, commands, importing};

/// The day that a message gives as an example.
const EXAMPLE: &str = "2025-11-12";

/// The level of the highest heading below a title.
const HIGHEST: u8 = 2;

/// Where a document goes.
enum HostEvent<'s> {
    /// An event that is there.
    Event {
        record: &'s WrittenRecord,
        /// Its file.
        path: SourcePath,
        text: &'s str,
    },
    /// A new one, on this day.
    New { path: SourcePath, date: Date },
}

pub(super) fn take_over(
    root: &Path,
    task: &ImportTask,
    document: Document,
    terminal: &Terminal,
) -> Ending {
    let options = options(None);
    let mut builder = Builder::new(root);
    let study = match study(&mut builder, options, terminal) {
        Ok(study) => study,
        Err(ending) => return ending,
    };
    let into = match wanted(task, &study, builder.sources()) {
        Ok(into) => into,
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    let site = match Folder::open(root).map_err(Error::during(Operation::Read, root)) {
        Ok(site) => site,
        Err(error) => {
            terminal.failure(&error);
            return Ending::Failed;
        }
    };
    let mut plan = TakeOver {
        task,
        study: &study,
        sources: builder.sources(),
        language: study.config.language(),
        told: ImportSummary::of(&document),
        rewrite: Rewrite::default(),
    };
    let body = match plan.fill(&into, document, &site) {
        Ok(body) => body,
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    let TakeOver { told, rewrite, .. } = plan;
    if task.dry_run {
        write_out(&body);
    }
    if rewrite.is_empty() {
        terminal.tell(importing::UNCHANGED.get(terminal.language));
        return Ending::Fine;
    }
    if task.dry_run {
        return tried(root, rewrite, &told, terminal);
    }
    let is_asked = !task.yes && terminal.can_ask();
    if is_asked {
        terminal.tell(&told.said(terminal.language));
        if !terminal.is_agreed(importing::TAKE_OVER.get(terminal.language)) {
            terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
            return Ending::Wrong;
        }
    }
    if let Err(ending) = commit(root, options, &builder, &rewrite, terminal) {
        return ending;
    }
    if !is_asked {
        terminal.tell(&told.said(terminal.language));
    }
    let file = into.path().as_written();
    terminal.tell(importing::written_in(&file).get(terminal.language));
    Ending::Fine
}

/// Says what would be written, where the site could be built with it.
fn tried(root: &Path, rewrite: Rewrite, told: &ImportSummary, terminal: &Terminal) -> Ending {
    let mut after = Builder::rewriting(root, rewrite);
    if let Err(ending) = study(&mut after, options(None), terminal) {
        return ending;
    }
    terminal.tell(&told.said(terminal.language));
    terminal.tell(importing::DRY_RUN.get(terminal.language));
    Ending::Fine
}

/// The event that was named; says what is wrong with the name.
fn wanted<'s>(
    task: &ImportTask,
    study: &'s Study,
    sources: &'s Sources,
) -> Result<HostEvent<'s>, Diagnostic> {
    let id = event_named(&task.into)?;
    let records = study.files.iter().flat_map(|file| &file.records);
    let events: Vec<&WrittenRecord> = records
        .filter(|record| record.kind == Kind::Event && !record.translation)
        .collect();
    let named = |record: &&&WrittenRecord| record.event.as_deref() == Some(id.as_str());
    if let Some(record) = events.iter().find(named) {
        let file = sources.file(record.span.file);
        return Ok(HostEvent::Event {
            record,
            path: file.path.clone(),
            text: &file.text,
        });
    }
    let Some(date) = task.date else {
        let known = events.iter().filter_map(|record| record.event.as_deref());
        return Err(Diagnostic::of_site(Code::ImportIntoNothing)
            .with("value", id.as_str())
            .with("example", EXAMPLE)
            .suggest(nearest(id.as_str(), known)));
    };
    let folder = event_folder(id.as_str(), &study.files);
    Ok(HostEvent::New {
        path: SourcePath::new(&format!("{}/event.md", folder.as_written())),
        date,
    })
}

impl HostEvent<'_> {
    fn path(&self) -> &SourcePath {
        match self {
            Self::Event { path, .. } | Self::New { path, .. } => path,
        }
    }
}

/// What is to be written, and what is to be said of it.
struct TakeOver<'s> {
    task: &'s ImportTask,
    study: &'s Study,
    sources: &'s Sources,
    /// The language of the site's own words.
    language: Language,
    told: ImportSummary,
    rewrite: Rewrite,
}

impl TakeOver<'_> {
    /// Fills the rewrite; gives the text as Markdown.
    fn fill(
        &mut self,
        into: &HostEvent<'_>,
        mut document: Document,
        site: &Folder,
    ) -> Result<String, Diagnostic> {
        let title = self.title(into, &mut document);
        let event = into.path().parent();
        let pictures = std::mem::take(&mut document.pictures);
        let placed = placed(pictures, site, &event, self.language);
        let names: Vec<_> = placed.iter().map(|picture| picture.named.clone()).collect();
        let there = match (self.task.replace, self.task.append) {
            (true, _) => TextThere::Replaced,
            (_, true) => TextThere::FollowedBy,
            _ => TextThere::Kept,
        };
        let first_note = match (into, there) {
            (HostEvent::Event { text, .. }, TextThere::FollowedBy) => last_note(body_of(text)) + 1,
            _ => 1,
        };
        let body = markdown(&document, &names, first_note);
        let mut proposal = Proposal::default();
        if let HostEvent::New { date, .. } = into {
            let new = new_event(event.name(), &title, *date, &body);
            proposal.records.push(new);
        }
        let photos = self.photos(into, placed).into_iter();
        let photos = photos.map(|photo| photo.proposed(event.name(), self.language));
        proposal.records.extend(photos);
        let merged = merge(&proposal, self.site(), None);
        self.rewrite.texts.extend(merged.rewrite.texts);
        if let HostEvent::Event { path, text, .. } = into {
            let facts = self.rewrite.texts.get(path).map_or(*text, |text| &**text);
            let Some(changed) = with_body(facts, &body, there) else {
                return Err(Diagnostic::of_path(Code::ImportOverText, path.clone()));
            };
            if changed != **text {
                self.rewrite.texts.insert(path.clone(), changed.into());
            }
        }
        Ok(body)
    }

    /// The site that the records come into. None of them names another.
    fn site(&self) -> Site<'_> {
        Site {
            report: &self.study.report,
            files: &self.study.files,
            sources: self.sources,
            language: self.language,
            id_of: &|_, _| None,
        }
    }

    /// The title of a new event; of one that is there, its own stays.
    fn title(&mut self, into: &HostEvent<'_>, document: &mut Document) -> String {
        let title = document.title.take();
        match into {
            HostEvent::Event { record, .. } => {
                let own = title_of_event(record);
                self.told.unused_title = title.filter(|title| own.as_ref() != Some(title));
                String::new()
            }
            HostEvent::New { .. } => {
                title
                    .or_else(|| first_heading(document))
                    .unwrap_or_else(|| {
                        self.told.lacks_title = true;
                        let stem = self.task.file.file_stem().unwrap_or_default();
                        stem.to_string_lossy().into_owned()
                    })
            }
        }
    }

    /// Adds the files of pictures; gives the photos that no record names yet.
    fn photos(&mut self, into: &HostEvent<'_>, placed: Vec<PlacedPicture>) -> Vec<NewPhoto> {
        let event = into.path().parent();
        let records = self.study.files.iter().flat_map(|file| &file.records);
        let declared: Vec<String> = records
            .filter(|record| {
                record.kind == Kind::Photo && record.event.as_deref() == Some(event.name())
            })
            .filter_map(file_of_photo)
            .collect();
        let shows_all = match into {
            HostEvent::Event { record, .. } => shows_photos_by_itself(record),
            HostEvent::New { .. } => false,
        };
        let mut new: Vec<NewPhoto> = Vec::new();
        for PlacedPicture { photo, file, .. } in placed {
            let (path, bytes) = file;
            if let Some(bytes) = bytes {
                self.rewrite.files.insert(path, bytes);
            }
            let is_known =
                declared.contains(&photo.file) || new.iter().any(|known| known.file == photo.file);
            if !is_known {
                new.push(NewPhoto {
                    needs_no: shows_all,
                    ..photo
                });
            }
        }
        self.told.photos(&new);
        new
    }
}

/// An event that is not there yet.
fn new_event(id: &str, title: &str, date: Date, body: &str) -> ProposedRecord {
    let text = FieldValue::Markdown(body.to_owned());
    let fields = [
        (key::TITLE, one_line(title)),
        (key::DATE, FieldValue::Date(date)),
    ];
    let text = (!body.trim().is_empty()).then_some((key::TEXT, text));
    ProposedRecord {
        id: Id::new(id),
        ..added_record(Kind::Event, id, fields.into_iter().chain(text))
    }
}

/// The words of the first heading, which goes from the text where that begins with it.
fn first_heading(document: &mut Document) -> Option<String> {
    let place = document
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Heading { .. }))?;
    let Block::Heading { words, .. } = &document.blocks[place] else {
        return None;
    };
    let title = words_of(words);
    if place == 0 {
        document.blocks.remove(0);
        raise_headings(document);
    }
    Some(title).filter(|title| !title.is_empty())
}

/// Lets the headings begin at the first level, now that the one above them is the title.
fn raise_headings(document: &mut Document) {
    let levels = document.blocks.iter_mut().filter_map(|block| match block {
        Block::Heading { level, .. } => Some(level),
        _ => None,
    });
    let levels: Vec<&mut u8> = levels.collect();
    let highest = levels.iter().map(|level| **level).min();
    let above = highest.unwrap_or(HIGHEST).saturating_sub(HIGHEST);
    for level in levels {
        *level -= above;
    }
}

/// The highest number of a note that a text defines.
fn last_note(text: &str) -> usize {
    let numbers = text.lines().filter_map(|line| {
        let (number, _) = line.strip_prefix("[^")?.split_once("]:")?;
        number.parse().ok()
    });
    numbers
        .filter(|number| *number < 1_000_000)
        .max()
        .unwrap_or(0)
}
