//! The saves that are kept in the report's folder, `.oogst/undo`: the newest hundred, each in a file
//! named by its number.

use std::path::{Path, PathBuf};

use crate::desk::{FileBeside, KeptSave, MOST_KEPT, MOST_KEPT_BYTES};
use crate::edit::{KEPT, Rewrite};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::source::{SourcePath, Sources};
use crate::state::StateKey;

/// The most digits of a number.
const MOST_DIGITS: usize = 15;

/// From here on numbers begin anew: a file of somebody else may have any.
const LARGEST: u64 = 99_999_999_999_999;

/// What is kept in the folder of a report.
pub(super) struct KeptSaves {
    site: Folder,
    /// The numbers, newest first; those of foreign files too.
    numbers: Vec<u64>,
}

impl KeptSaves {
    /// What lies there.
    pub(super) fn of(root: &Path) -> Result<Self, Error> {
        let site = Folder::open(root).map_err(Error::during(Operation::Read, root))?;
        // Whatever stands there instead of a folder of ours, it keeps nobody from writing.
        let names = site.list(Path::new(KEPT)).unwrap_or_default();
        let number = |name: &std::ffi::OsString| {
            let name = name.to_str().filter(|name| name.len() <= MOST_DIGITS)?;
            name.parse::<u64>()
                .ok()
                .filter(|number| number.to_string() == name)
        };
        let mut numbers: Vec<u64> = names.iter().filter_map(number).collect();
        numbers.sort_unstable_by(|one, other| other.cmp(one));
        Ok(Self { site, numbers })
    }

    /// Those that this program kept here, newest first. What cannot be read is left out.
    pub(super) fn read(&self) -> Result<Vec<(u64, KeptSave)>, Error> {
        let key = StateKey::to_look(&self.site)?;
        let mut left = MOST_KEPT_BYTES;
        let mut kept = Vec::new();
        for number in self.numbers.iter().take(MOST_KEPT) {
            let Ok(bytes) = self.site.read(&place(*number), left) else {
                continue;
            };
            left = left.saturating_sub(bytes.len() as u64);
            kept.extend(KeptSave::open(&bytes, &key).map(|save| (*number, save)));
        }
        Ok(kept)
    }

    /// A change with what is kept of it.
    pub(super) fn keeping(
        &self,
        rewrite: &Rewrite,
        sources: &Sources,
        besides: &[FileBeside],
        what: &str,
    ) -> Result<Rewrite, Error> {
        let folder = Path::new(KEPT);
        if let Err(error) = self.site.create_folders(folder) {
            // Without it a save cannot be undone, and no file can be put away.
            return if rewrite.moves.is_empty() {
                Ok(rewrite.clone())
            } else {
                let place = self.site.path().join(folder);
                Err(Error::during(Operation::Write, &place)(error))
            };
        }
        for (_, to) in &rewrite.moves {
            // What was put away before under this name was put away by a change that is done.
            let to = Path::new(to.as_written());
            if to.starts_with(folder) {
                let _ = self.site.remove_file(to);
            }
        }
        let mut whole = rewrite.clone();
        let key = StateKey::of_site(&self.site)?;
        if let Some(save) = KeptSave::of(rewrite, sources, besides, what) {
            let number = self.next();
            let path = SourcePath::new(&place(number).to_string_lossy());
            whole.files.insert(path, save.close(&key));
        }
        Ok(whole)
    }

    /// The number of the next one.
    fn next(&self) -> u64 {
        match self.numbers.first() {
            None => 1,
            Some(last) if *last < LARGEST => last + 1,
            Some(_) => {
                let mut free = (1..).filter(|number| !self.numbers.contains(number));
                free.next().unwrap_or(1)
            }
        }
    }

    /// Takes away what is more than is kept, once a change is done. What stays all the same is in
    /// nobody's way.
    pub(super) fn clear(root: &Path, rewrite: &Rewrite) {
        let Ok(kept) = Self::of(root) else { return };
        let mut left = MOST_KEPT_BYTES;
        for (position, number) in kept.numbers.iter().enumerate() {
            let place = place(*number);
            let size = match kept.site.look(&place) {
                Ok(Some(facts)) => facts.size,
                _ => 0,
            };
            if position >= MOST_KEPT || size > left {
                left = 0;
                let _ = kept.site.remove_file(&place);
            } else {
                left -= size;
            }
        }
        for (_, to) in &rewrite.moves {
            let to = Path::new(to.as_written());
            if to.starts_with(KEPT) {
                let _ = kept.site.remove_file(to);
            }
        }
    }
}

fn place(number: u64) -> PathBuf {
    Path::new(KEPT).join(number.to_string())
}
