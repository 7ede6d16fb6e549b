//! The search index on its way to the output: which parts there are, which of them the last build
//! left, and where the rest comes from.
//!
//! What a part's files are called follows from what is in them, so the plan cannot name them; it
//! keeps their folder free. What the last build left tells which part it was: its files carry the
//! part's key. So an index is made again only when an entry of it changed, and an output that was
//! damaged costs time.

use std::cell::OnceCell;
use std::path::Path;

use super::key::key;
use crate::config::Config;
use crate::error::{Error, Operation};
use crate::output::{Cancel, FileKey, PlaceError, SiteWriter};
use crate::pages::{PART_LENGTH, Views};
use crate::plan::Plan;
use crate::plan::path::OutputPath;
use crate::plan::wanted::has_search;
use crate::records::Report;
use crate::search::{Background, FIRST_FILE, IndexFile, IndexPart};

/// The index of a site.
pub(super) struct Indexing<'a> {
    parts: Vec<Placing>,
    background: Option<&'a Background>,
    cancel: &'a Cancel,
}

/// A part and its folder below the output, with a `/` at the end.
struct Placing {
    part: IndexPart,
    folder: String,
}

impl<'a> Indexing<'a> {
    /// Looks what is to be found. With a background the index is made there and comes with a later
    /// build.
    pub(super) fn new(
        report: &Report,
        config: &Config,
        plan: &Plan,
        views: &Views<'_>,
        background: Option<&'a Background>,
        cancel: &'a Cancel,
    ) -> Self {
        let mut parts = Vec::new();
        for language in config
            .languages
            .iter()
            .filter(|_| has_search(report, config))
        {
            for (index, entries) in views
                .search_entries(*language)
                .chunks(PART_LENGTH)
                .enumerate()
            {
                let folder = plan.addresses.search_index(report, *language, index);
                parts.push(Placing {
                    part: IndexPart::new(*language, entries, index == 0),
                    folder: folder.trim_start_matches('/').to_owned(),
                });
            }
        }
        Self {
            parts,
            background,
            cancel,
        }
    }

    /// Places all files of the index, and says how many parts of it are new.
    pub(super) fn place(&self, writer: &SiteWriter) -> Result<usize, Error> {
        let (left, wanted): (Vec<&Placing>, Vec<&Placing>) = self
            .parts
            .iter()
            .partition(|placing| Self::is_left(writer, placing));
        for placing in left {
            self.keep(writer, placing)?;
        }
        let Some(background) = self.background else {
            for placing in &wanted {
                let files = self.made(placing)?;
                Self::put(writer, placing, &files)?;
            }
            return Ok(wanted.len());
        };
        let parts: Vec<IndexPart> = wanted.iter().map(|placing| placing.part.clone()).collect();
        match background.files(&parts) {
            Some(made) => {
                for (placing, files) in wanted.iter().zip(made) {
                    Self::put(writer, placing, &files)?;
                }
                Ok(wanted.len())
            }
            // An old index finds nearly everything; none finds nothing.
            None => {
                for placing in &wanted {
                    Self::keep_old(writer, placing)?;
                }
                if !wanted.is_empty() {
                    writer.keeps_older_files();
                }
                Ok(0)
            }
        }
    }

    /// The folders that all of it lies in.
    pub(super) fn folders(self) -> Vec<String> {
        self.parts
            .into_iter()
            .map(|placing| placing.folder)
            .collect()
    }

    fn key(placing: &Placing) -> FileKey {
        key("index", &placing.part.key, &[0; 32])
    }

    /// Whether the last build left this very part. A build leaves all files of a part or none.
    fn is_left(writer: &SiteWriter, placing: &Placing) -> bool {
        let first = OutputPath::new(&format!("{}{FIRST_FILE}", placing.folder)).ok();
        let entry = first.and_then(|path| writer.previous()?.entry(&path));
        entry.is_some_and(|entry| entry.key == Self::key(placing))
    }

    /// The files that the last build left of a part in this folder, whichever texts it was made of.
    fn left_in(writer: &SiteWriter, placing: &Placing) -> Vec<(OutputPath, FileKey)> {
        let inner = |path: &str| {
            let rest = path.strip_prefix(placing.folder.as_str())?;
            // Deeper down stand the other parts.
            Some(!rest.starts_with(|character: char| character.is_ascii_digit()))
        };
        let in_folder = writer
            .previous()
            .map_or(&[][..], |manifest| manifest.below(&placing.folder))
            .iter();
        in_folder
            .filter(|entry| inner(entry.path.as_str()) == Some(true))
            .map(|entry| (entry.path.clone(), entry.key))
            .collect()
    }

    /// Keeps a part as it is; only what somebody changed or removed is made again.
    fn keep(&self, writer: &SiteWriter, placing: &Placing) -> Result<(), Error> {
        let again = OnceCell::new();
        let mut whole = true;
        for (path, key) in Self::left_in(writer, placing) {
            let placed = writer.place(&path, key, || {
                let files = match again.get() {
                    Some(files) => files,
                    None => again.get_or_init(|| self.made(placing)),
                };
                let files = files.as_ref().map_err(|_| ())?;
                let inner = &path.as_str()[placing.folder.len()..];
                files
                    .iter()
                    .find(|file| file.path == inner)
                    .map(|file| file.bytes.clone())
                    .ok_or(())
            });
            match placed {
                Ok(_) => {}
                Err(PlaceError::Machine(error)) => return Err(error),
                Err(PlaceError::Render(())) => whole = false,
            }
        }
        match again.into_inner() {
            Some(Err(error)) => Err(error),
            _ => {
                debug_assert!(whole, "equal keys mean equal names");
                Ok(())
            }
        }
    }

    /// Keeps what is there of an older index. Where somebody changed or removed a file of it, its
    /// first file stays out, so that neither a browser nor a later build takes it for whole.
    fn keep_old(writer: &SiteWriter, placing: &Placing) -> Result<(), Error> {
        let (first, others): (Vec<_>, Vec<_>) = Self::left_in(writer, placing)
            .into_iter()
            .partition(|(path, _)| path.as_str().ends_with(FIRST_FILE));
        for (path, key) in others.into_iter().chain(first) {
            match writer.place::<Vec<u8>, ()>(&path, key, || Err(())) {
                Ok(_) => {}
                Err(PlaceError::Render(())) => return Ok(()),
                Err(PlaceError::Machine(error)) => return Err(error),
            }
        }
        Ok(())
    }

    fn put(writer: &SiteWriter, placing: &Placing, files: &[IndexFile]) -> Result<(), Error> {
        for file in files {
            let path = OutputPath::new(&format!("{}{}", placing.folder, file.path))
                .expect("the indexer names its files by letters and digits");
            match writer
                .place::<_, std::convert::Infallible>(&path, Self::key(placing), || Ok(&file.bytes))
            {
                Ok(_) => {}
                Err(PlaceError::Machine(error)) => return Err(error),
                Err(PlaceError::Render(never)) => match never {},
            }
        }
        Ok(())
    }

    fn made(&self, placing: &Placing) -> Result<Vec<IndexFile>, Error> {
        let files = placing
            .part
            .files(rayon::current_num_threads(), &|| self.cancel.is_cancelled());
        files
            .map_err(Error::during(Operation::Write, Path::new(&placing.folder)))?
            .ok_or(Error::Cancelled)
    }
}
