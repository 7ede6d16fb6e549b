//! Which files of an output folder are this program's, where no manifest tells: in go a path and
//! bytes, out comes who made them.
//!
//! A file that can hold a comment says so itself: it ends in a mark, a hash of its site's address,
//! its own place and its bytes. What was changed by hand, moved to another folder or made for
//! another site bears a mark that is not its own, and is never taken for ours. Of what can hold no
//! comment the look and the place tell: calendars, indexes, cards, codes and the files of photos are ours
//! where they are made as only this program makes them, under the name that it gives them, beside
//! or below a page with a mark of its own; files of a look, where their folder is called by what
//! is in it. All else is somebody else's, also what is only likely
//! ours.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;

use super::disk::{ContentHash, Disk, Present};
use super::folders::{Folders, WayDown};
use super::mark::{Comment, MadeBy, Ours};
use crate::drawing::card::{HEIGHT, WIDTH};
use crate::drawing::qr;
use crate::error::Error;
use crate::look::is_asset_folder;
use crate::pictures::{Format, size_of};
use crate::plan::address::{CALENDAR, CODE};
use crate::plan::path::OutputPath;
use crate::search::is_index_file;

/// A larger file is none that this program makes, copies aside, and is not read to find that out.
pub(super) const LARGEST: u64 = 32 * 1024 * 1024;
/// Knows this site's files in its output folder as that is now.
pub(super) struct Recogniser<'a> {
    pub(super) disk: &'a dyn Disk,
    pub(super) output: &'a Path,
    pub(super) folders: &'a Folders,
    pub(super) ours: &'a Ours,
    pub(super) asked: &'a AskedOfFolders,
}

/// What was asked about folders so far, with the answers.
#[derive(Debug, Default)]
pub(super) struct AskedOfFolders {
    /// Whether a folder holds a page of ours.
    pages: Mutex<HashMap<String, bool>>,
    /// Whether a folder is called by the assets in it.
    pub(super) assets: Mutex<HashMap<String, bool>>,
}

impl<'a> Recogniser<'a> {
    pub(super) fn new(
        disk: &'a dyn Disk,
        output: &'a Path,
        folders: &'a Folders,
        ours: &'a Ours,
        asked: &'a AskedOfFolders,
    ) -> Self {
        Self {
            disk,
            output,
            folders,
            ours,
            asked,
        }
    }

    /// Who made the file at this place, where an ordinary file of this size stands.
    pub(super) fn maker(&self, path: &OutputPath, size: u64) -> Result<MadeBy, Error> {
        if size > LARGEST
            || !could_be_ours(path)
            || self.folders.way(self.disk, path.folder())? != WayDown::Open
        {
            return Ok(MadeBy::Others);
        }
        let file = path.within(self.output);
        let bytes = self.disk.bytes_of(&file)?;
        self.maker_of(path, &bytes)
    }

    fn maker_of(&self, path: &OutputPath, bytes: &[u8]) -> Result<MadeBy, Error> {
        let by_mark = self.ours.maker_by_mark(bytes, path);
        if by_mark != MadeBy::Others {
            return Ok(by_mark);
        }
        // Git for Windows and some programs for sending files write all ends of lines anew; the
        // words are the same.
        if is_text(path) && memchr::memchr(b'\r', bytes).is_some() {
            let plain = without_returns(bytes);
            let by_mark = self.ours.maker_by_mark(&plain, path);
            return if by_mark == MadeBy::Others {
                self.maker_by_place(path, &plain)
            } else {
                Ok(by_mark)
            };
        }
        self.maker_by_place(path, bytes)
    }

    fn maker_by_place(&self, path: &OutputPath, bytes: &[u8]) -> Result<MadeBy, Error> {
        let (folder, name) = (path.folder(), name_of(path));
        let is_ours = match name {
            CALENDAR => contains(bytes, "PRODID:-//oogst//oogst ") && self.has_page(folder)?,
            "index.json" => {
                bytes.starts_with(
                    format!("{{\"list\":\"{}/{folder}/\"", self.ours.base_path).as_bytes(),
                ) && self.has_page(folder)?
            }
            "social.png" => is_card(bytes) && self.has_page(folder)?,
            CODE => qr::is_picture(bytes) && self.has_page(folder)?,
            _ if folder == "assets" || asset_folder_above(path).is_some() => {
                self.is_of_a_look(path, bytes)?
            }
            _ => match index_above(path) {
                Some(page) => self.has_page(page)?,
                None => is_rendition(name, bytes) && self.has_page_above(path)?,
            },
        };
        Ok(match is_ours {
            true => MadeBy::Placed,
            false if is_generated(name, bytes) => MadeBy::Marked,
            false => MadeBy::Others,
        })
    }

    /// A file of a look is ours where its folder is called by what is in it; one that stands where
    /// the first sites had theirs, where a look has these very bytes.
    fn is_of_a_look(&self, path: &OutputPath, bytes: &[u8]) -> Result<bool, Error> {
        match asset_folder_above(path) {
            Some(name) => self.is_called_by_its_assets(name),
            None => Ok(self.ours.assets.contains(&ContentHash::of(bytes).0)),
        }
    }

    /// Whether a page of ours stands in this folder.
    fn has_page(&self, folder: &str) -> Result<bool, Error> {
        if let Some(known) = self
            .asked
            .pages
            .lock()
            .expect("nothing panics with this lock")
            .get(folder)
        {
            return Ok(*known);
        }
        let name = if folder.is_empty() {
            "index.html".to_owned()
        } else {
            format!("{folder}/index.html")
        };
        let has = match OutputPath::new(&name) {
            Ok(page) if self.folders.way(self.disk, page.folder())? == WayDown::Open => {
                let file = page.within(self.output);
                match self.disk.inspect(&file)? {
                    Present::File(stamp) if stamp.size <= LARGEST => {
                        let bytes = self.read(&page)?;
                        let plain = || self.ours.maker_by_mark(&without_returns(&bytes), &page);
                        self.ours.maker_by_mark(&bytes, &page) == MadeBy::Signed
                            || plain() == MadeBy::Signed
                    }
                    _ => false,
                }
            }
            _ => false,
        };
        self.asked
            .pages
            .lock()
            .expect("nothing panics with this lock")
            .insert(folder.to_owned(), has);
        Ok(has)
    }

    /// Whether a page of ours stands in a folder above the file, the home page aside.
    fn has_page_above(&self, path: &OutputPath) -> Result<bool, Error> {
        for folder in path.folders() {
            if self.has_page(folder)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn read(&self, path: &OutputPath) -> Result<Vec<u8>, Error> {
        let file = path.within(self.output);
        self.disk.bytes_of(&file)
    }
}

/// Whether bytes bear the marks of this program, by whatever hand they were changed since. Of
/// pictures and indexes the name says enough: nobody writes them by hand.
pub(super) fn bears_a_mark(path: &OutputPath, bytes: &[u8]) -> bool {
    let name = name_of(path);
    is_picture(path.as_str())
        || is_of_index(path)
        || name == "index.json"
        || Comment::ALL
            .iter()
            .any(|comment| contains(bytes, comment.around().0))
        || is_generated(name, bytes)
}

/// Whether a file is one of a search index, by its name: nobody writes these by hand.
pub(super) fn is_of_index(path: &OutputPath) -> bool {
    index_above(path).is_some()
}

/// Whether a path is that of a picture, by its ending.
pub(super) fn is_picture(path: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "jpg", "jpeg", "jpe", "png", "webp", "gif", "avif", "heic", "heif", "tif", "tiff", "bmp",
        "jxl", "jp2",
    ];
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(_, ending)| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

fn name_of(path: &OutputPath) -> &str {
    path.as_str().rsplit('/').next().unwrap_or_default()
}

fn contains(bytes: &[u8], text: &str) -> bool {
    memchr::memmem::find(bytes, text.as_bytes()).is_some()
}

/// Whether the name of a file allows that this program made it; of all others not a byte need be
/// read. A page may stand at an old address, which has any ending.
fn could_be_ours(path: &OutputPath) -> bool {
    const COPIED: [&str; 12] = [
        "pdf", "zip", "mp4", "mp3", "mov", "webm", "pptx", "docx", "xlsx", "odt", "ods", "odp",
    ];
    let ending = name_of(path)
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending);
    !COPIED
        .iter()
        .any(|copied| ending.eq_ignore_ascii_case(copied))
}

pub(super) fn is_text(path: &OutputPath) -> bool {
    !is_picture(path.as_str())
}

pub(super) fn without_returns(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    for (place, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(place + 1) != Some(&b'\n') {
            plain.push(*byte);
        }
    }
    plain
}

/// Whether a file says that some version of this program made it.
fn is_generated(name: &str, bytes: &[u8]) -> bool {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => contains(bytes, "<meta name=\"generator\" content=\"oogst "),
        "xml" => contains(bytes, ">oogst</generator>"),
        "ics" => contains(bytes, "PRODID:-//oogst//oogst "),
        _ => false,
    }
}

/// The name of the folder of assets that a file stands in.
fn asset_folder_above(path: &OutputPath) -> Option<&str> {
    let (name, _) = path.as_str().strip_prefix("assets/")?.split_once('/')?;
    is_asset_folder(name).then_some(name)
}

/// The folder of the search page whose index a file is of, by its name.
fn index_above(path: &OutputPath) -> Option<&str> {
    let (page, inner) = path.as_str().split_once("/index/")?;
    is_index_file(inner).then_some(page)
}

/// Whether this is a file of a photo: named after its width, of that width, and without anything
/// but the picture.
fn is_rendition(name: &str, bytes: &[u8]) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let width = stem
        .rsplit_once('-')
        .and_then(|(_, width)| width.parse::<u32>().ok());
    let is_bare = match Format::ALL
        .into_iter()
        .find(|format| format.extension() == ending)
    {
        Some(Format::Jpeg) => {
            bytes.starts_with(&[0xFF, 0xD8, 0xFF, 0xE0]) && !contains(bytes, "Exif\0")
        }
        Some(Format::Webp) => bytes.get(8..15) == Some(b"WEBPVP8") && bytes.get(15) != Some(&b'X'),
        None => false,
    };
    is_bare && width.is_some() && size_of(bytes).map(|size| size.width) == width
}

/// Whether this is a social card.
fn is_card(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x89, b'P', b'N', b'G'])
        && size_of(bytes).map(|size| (size.width, size.height)) == Some((WIDTH, HEIGHT))
}
