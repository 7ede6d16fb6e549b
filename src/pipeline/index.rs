//! The search index on its way to the output: of which languages there is one, which of them the last
//! build left, and where the rest comes from.
//!
//! What its files are called follows from what is in them, so the plan cannot name them; it keeps
//! their folder free. What the last build left tells which index it was: its first file carries the
//! index's key. So an index is made again only when an entry of it changed, then only the files that
//! are new are written, and an output that was damaged costs time.

use std::cell::OnceCell;
use std::path::Path;

use super::key::key;
use crate::config::Config;
use crate::error::{Error, Operation};
use crate::output::{Cancel, FileKey, PlaceError, SiteWriter};
use crate::pages::Views;
use crate::plan::Plan;
use crate::plan::path::OutputPath;
use crate::plan::wanted::has_search;
use crate::records::Report;
use crate::search::{Background, FIRST_FILE, IndexFile, SearchIndex};

/// The indexes of a site, one for each of its languages.
pub(super) struct Indexing<'a> {
    indexes: Vec<Placing>,
    background: Option<&'a Background>,
    cancel: &'a Cancel,
}

/// An index and its folder below the output, with a `/` at the end.
struct Placing {
    index: SearchIndex,
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
        let languages = config.languages.iter();
        let indexes = languages
            .filter(|_| has_search(report, config))
            .map(|language| {
                let folder = plan.addresses.search_index(report, *language);
                let folder = folder.trim_start_matches('/');
                let entries = views.search_entries(*language);
                Placing {
                    index: SearchIndex::new(*language, entries, &plan.addresses.below("/"), folder),
                    folder: folder.to_owned(),
                }
            })
            .collect();
        Self {
            indexes,
            background,
            cancel,
        }
    }

    /// Places all their files, and says how many indexes are new.
    pub(super) fn place(&self, writer: &SiteWriter) -> Result<usize, Error> {
        let (left, wanted): (Vec<&Placing>, Vec<&Placing>) = self
            .indexes
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
        let indexes: Vec<SearchIndex> =
            wanted.iter().map(|placing| placing.index.clone()).collect();
        match background.files(&indexes) {
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
        self.indexes
            .into_iter()
            .map(|placing| placing.folder)
            .collect()
    }

    fn key(placing: &Placing) -> FileKey {
        key("index", &placing.index.key, &[0; 32])
    }

    /// Whether the last build left this very index. A build leaves all files of one or none.
    fn is_left(writer: &SiteWriter, placing: &Placing) -> bool {
        let first = OutputPath::new(&format!("{}{FIRST_FILE}", placing.folder)).ok();
        let entry = first.and_then(|path| writer.previous()?.entry(&path));
        entry.is_some_and(|entry| entry.key == Self::key(placing))
    }

    /// The files that the last build left in this folder, whichever texts they were made of.
    fn left_in(writer: &SiteWriter, placing: &Placing) -> Vec<(OutputPath, FileKey)> {
        let in_folder = writer
            .previous()
            .map_or(&[][..], |manifest| manifest.below(&placing.folder))
            .iter();
        in_folder
            .map(|entry| (entry.path.clone(), entry.key))
            .collect()
    }

    /// Keeps an index as it is; only what somebody changed or removed is made again.
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
            let key = if file.path == FIRST_FILE {
                Self::key(placing)
            } else {
                // Called by what it holds: a file of the same name is the same file.
                key("index part", blake3::hash(&file.bytes).as_bytes(), &[0; 32])
            };
            match writer.place::<_, std::convert::Infallible>(&path, key, || Ok(&file.bytes)) {
                Ok(_) => {}
                Err(PlaceError::Machine(error)) => return Err(error),
                Err(PlaceError::Render(never)) => match never {},
            }
        }
        Ok(())
    }

    fn made(&self, placing: &Placing) -> Result<Vec<IndexFile>, Error> {
        let files = placing
            .index
            .files(rayon::current_num_threads(), &|| self.cancel.is_cancelled());
        files
            .map_err(Error::during(Operation::Write, Path::new(&placing.folder)))?
            .ok_or(Error::Cancelled)
    }
}
