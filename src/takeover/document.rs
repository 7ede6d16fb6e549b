//! A document as the text of an event, with its pictures as photos that wait for consent.

use jiff::civil::Date;

use super::document_told::ImportSummary;
use super::photos::{PlacedPicture, placed};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::edit::proposal::{Proposal, ProposedRecord, Site, event_folder, merge};
use crate::edit::{NewPhoto, Rewrite, TextThere, added_record, body_of, one_line, with_body};
use crate::folder::Folder;
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::intake::document::{Block, Document, markdown, words_of};
use crate::pipeline::Study;
use crate::records::{file_of_photo, shows_photos_by_itself, title_of_event};
use crate::schema::wanted::FieldValue;
use crate::schema::{Kind, key};
use crate::source::{SourcePath, Sources};
use crate::words::Language;

/// The day that a message gives as an example.
const EXAMPLE: &str = "2025-11-12";

/// The level of the highest heading below a title.
const HIGHEST: u8 = 2;

/// Where a document goes.
pub enum HostEvent<'s> {
    /// An event that is there.
    Event {
        /// The event.
        record: &'s WrittenRecord,
        /// Its file.
        path: SourcePath,
        /// What stands in that.
        text: &'s str,
    },
    /// A new one, on this day.
    New {
        /// The file that it gets.
        path: SourcePath,
        /// Its day.
        date: Date,
    },
}

impl<'s> HostEvent<'s> {
    /// The event of this id, or a new one where its day is given.
    ///
    /// # Errors
    /// When it is not there and has no day.
    pub fn of(
        id: &Id,
        date: Option<Date>,
        study: &'s Study,
        sources: &'s Sources,
    ) -> Result<Self, Diagnostic> {
        let records = study.files.iter().flat_map(|file| &file.records);
        let events: Vec<&WrittenRecord> = records
            .filter(|record| record.kind == Kind::Event && !record.translation)
            .collect();
        let named = |record: &&&WrittenRecord| record.event.as_deref() == Some(id.as_str());
        if let Some(record) = events.iter().find(named) {
            let file = sources.file(record.span.file);
            return Ok(Self::Event {
                record,
                path: file.path.clone(),
                text: &file.text,
            });
        }
        let Some(date) = date else {
            let known = events.iter().filter_map(|record| record.event.as_deref());
            return Err(Diagnostic::of_site(Code::ImportIntoNothing)
                .with("value", id.as_str())
                .with("example", EXAMPLE)
                .suggest(nearest(id.as_str(), known)));
        };
        let folder = event_folder(id.as_str(), &study.files);
        Ok(Self::New {
            path: SourcePath::new(&format!("{}/event.md", folder.as_written())),
            date,
        })
    }

    /// Its file.
    pub fn path(&self) -> &SourcePath {
        match self {
            Self::Event { path, .. } | Self::New { path, .. } => path,
        }
    }

    /// The text that stands there already.
    pub fn text(&self) -> &str {
        match self {
            Self::Event { text, .. } => body_of(text),
            Self::New { .. } => "",
        }
    }
}

/// How a document is taken over.
#[derive(Debug, Clone, Copy)]
pub struct DocumentChoices<'a> {
    /// What becomes of a text that stands there already.
    pub there: TextThere,
    /// The name of the file without its ending: a title where the document has none.
    pub stem: &'a str,
}

/// What a document becomes.
pub struct DocumentTakeover {
    /// Its text as Markdown.
    pub body: String,
    /// What is to be said of it.
    pub told: ImportSummary,
    /// The photos that are new, each without consent.
    pub photos: Vec<NewPhoto>,
    /// What is to be written.
    pub rewrite: Rewrite,
}

impl DocumentTakeover {
    /// What a document becomes in an event. Of `site` only the names and the bytes of pictures are
    /// looked at, so that none comes twice.
    ///
    /// # Errors
    /// When the event has a text, which is to be kept.
    pub fn of(
        document: Document,
        into: &HostEvent<'_>,
        choices: DocumentChoices<'_>,
        (study, sources): (&Study, &Sources),
        site: &Folder,
    ) -> Result<Self, Diagnostic> {
        let mut filling = Filling {
            choices,
            study,
            sources,
            language: study.config.language(),
            told: ImportSummary::of(&document),
            photos: Vec::new(),
            rewrite: Rewrite::default(),
        };
        let body = filling.fill(into, document, site)?;
        let Filling {
            told,
            photos,
            rewrite,
            ..
        } = filling;
        Ok(Self {
            body,
            told,
            photos,
            rewrite,
        })
    }

    /// What a document calls itself: its title, else its first heading.
    pub fn title_in(document: &Document) -> Option<String> {
        let heading = |block: &Block| match block {
            Block::Heading { words, .. } => Some(words_of(words)),
            _ => None,
        };
        let title = document.title.clone();
        let title = title.or_else(|| document.blocks.iter().find_map(heading));
        title.filter(|title| !title.is_empty())
    }
}

/// What is to be written, while it is made.
struct Filling<'s> {
    choices: DocumentChoices<'s>,
    study: &'s Study,
    sources: &'s Sources,
    /// The language of the site's own words.
    language: Language,
    told: ImportSummary,
    photos: Vec<NewPhoto>,
    rewrite: Rewrite,
}

impl Filling<'_> {
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
        let there = self.choices.there;
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
        self.photos = self.photos(into, placed);
        let photos = self.photos.iter();
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
                        self.choices.stem.to_owned()
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
