//! Whether a folder of assets is called by what is in it, as this program calls it: in goes the name
//! of the folder, the answer is of all its files at once. With one file more, one less or one that
//! was changed the name is another, and no file of the folder is ours for its sake.

use std::path::Path;

use super::disk::Present;
use super::folders::WayDown;
use super::recognise::{LARGEST, Recogniser, is_text, without_returns};
use crate::error::Error;
use crate::look::asset_folder;
use crate::plan::path::OutputPath;

/// All files of a folder of assets are read for this, up to so many bytes.
const MOST_BYTES: u64 = 8 * LARGEST;
/// And up to so many files.
const MOST_FILES: usize = 10_000;

/// The files of a folder of assets.
#[derive(Default)]
struct AssetFiles {
    /// Where each stands, its path below that folder, its bytes.
    files: Vec<(OutputPath, String, Vec<u8>)>,
    size: u64,
}

impl Recogniser<'_> {
    /// Whether `assets/1a2b3c4d` is called by the files in it.
    pub(super) fn is_called_by_its_assets(&self, name: &str) -> Result<bool, Error> {
        let known = &self.asked.assets;
        let known = || known.lock().expect("nothing panics with this lock");
        if let Some(answer) = known().get(name).copied() {
            return Ok(answer);
        }
        let folder = format!("assets/{name}");
        let mut found = AssetFiles::default();
        let answer = self.folders.way(self.disk, &folder)? == WayDown::Open
            && self.gather(&self.output.join(&folder), &folder, "", &mut found)?
            && self.is_name_of(name, found.files);
        known().insert(name.to_owned(), answer);
        Ok(answer)
    }

    /// Whether a name is that of these files as they were before they were marked, ends of lines
    /// that another program wrote anew aside.
    fn is_name_of(&self, name: &str, mut files: Vec<(OutputPath, String, Vec<u8>)>) -> bool {
        files.sort_unstable_by(|(_, one, _), (_, other, _)| one.cmp(other));
        let called = |files: &[(OutputPath, String, Vec<u8>)]| {
            let files = files
                .iter()
                .map(|(path, below, bytes)| (below.as_str(), self.ours.without_mark(bytes, path)));
            asset_folder(&self.ours.base_url, files) == name
        };
        if called(&files) {
            return true;
        }
        for (path, _, bytes) in &mut files {
            if is_text(path) {
                *bytes = without_returns(bytes);
            }
        }
        called(&files)
    }

    /// Reads all files of a folder; `false` where something stands there that no build makes.
    fn gather(
        &self,
        place: &Path,
        folder: &str,
        below: &str,
        found: &mut AssetFiles,
    ) -> Result<bool, Error> {
        for inner in self.disk.names_in(place)? {
            let Some(name) = inner.file_name().and_then(|name| name.to_str()) else {
                return Ok(false);
            };
            let inner_path = format!("{below}{name}");
            let Ok(path) = OutputPath::new(&format!("{folder}/{inner_path}")) else {
                return Ok(false);
            };
            let is_fine = match self.disk.inspect(&inner)? {
                Present::File(stamp) => {
                    found.size += stamp.size;
                    let fits = found.size <= MOST_BYTES && found.files.len() < MOST_FILES;
                    if fits {
                        let bytes = self.disk.bytes_of(&inner)?;
                        found.files.push((path, inner_path, bytes));
                    }
                    fits
                }
                Present::Folder => self.gather(&inner, folder, &format!("{inner_path}/"), found)?,
                Present::Absent | Present::Other => false,
            };
            if !is_fine {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
