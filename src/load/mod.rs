//! Reads a site's folder: `oogst.toml`, `content/`, the look. The only stage that reads sources
//! from disk.
//!
//! In: the folder, and which paths changed since the last time. Out: a [`Loaded`], every text
//! normalised and with its hash, every picture and attachment by name, size and what its bytes say
//! it is. Nothing is followed out of the folder, nothing is run, and a file too large or unreadable
//! as text becomes a diagnostic, so that the rest is still read.

mod git_index;
mod look;
mod rewrite;
mod walk;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::content::media::{Fault as PictureFault, MediaFile, MediaFiles, Picture};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::folder::{Folder, Refusal, WalkedFile};
use crate::media;
use crate::source::{FileId, NotText, SourceFile, SourcePath, Sources, Span, normalise};
pub use look::{Asset, LookFolder, LookFolders};
pub use rewrite::Rewrite;
use walk::{Found, file_in, walk};

/// The largest text that is read, in megabytes. Larger ones are no texts that a person wrote.
pub const LARGEST_TEXT: u64 = 64;
/// The same for `addresses.toml`, which a program writes: it holds every address of ten years.
const LARGEST_ADDRESSES: u64 = 1_000;
/// The same for git's index, which is looked at for one name: that of a million files is larger,
/// and is not looked at.
const LARGEST_INDEX: u64 = 64;

/// A site's folder as it was read.
#[derive(Debug)]
pub struct Loaded {
    /// `oogst.toml`, where there is one.
    pub config: Option<FileId>,
    /// `addresses.toml`, where there is one.
    pub addresses: Option<FileId>,
    /// The texts under `content/`, in order of path.
    pub content: Vec<FileId>,
    /// The pictures and attachments under `content/`.
    pub media: MediaFiles,
    /// The files of the site's own looks, and those that win over a look's.
    pub looks: LookFolders,
    /// What is wrong with the files themselves.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// A folder that is not there.
    fn nothing() -> Self {
        let diagnostics = vec![Diagnostic::of_path(
            Code::NoConfig,
            SourcePath::new("oogst.toml"),
        )];
        let (media, looks) = (MediaFiles::default(), LookFolders::default());
        Self {
            config: None,
            addresses: None,
            content: Vec::new(),
            media,
            looks,
            diagnostics,
        }
    }
}

/// Reads a folder, and remembers what it read for the next time.
#[derive(Debug)]
pub struct Loader {
    root: PathBuf,
    sources: Sources,
    known: HashMap<SourcePath, Known>,
    media: HashMap<SourcePath, KnownMedia>,
    /// A change that is not on disk, to be read as if it were.
    rewrite: Rewrite,
}

/// A picture or attachment that was looked at before, and its stamp then.
#[derive(Debug, Clone)]
struct KnownMedia {
    stamp: [u8; 32],
    seen: Result<Picture, PictureFault>,
    content: Option<[u8; 32]>,
}

/// A text that was read before.
#[derive(Debug, Clone)]
struct Known {
    id: FileId,
    /// Why it is no text, when it is none.
    fault: Option<Fault>,
}

/// Why a file is no text that can be read.
#[derive(Debug, Clone, Copy)]
enum Fault {
    TooLarge {
        size: u64,
    },
    Utf16,
    /// What can be read of it is kept, with `\u{FFFD}` for what cannot, so that a message can show
    /// the place.
    NotUtf8,
}

impl Fault {
    /// What to say of the file that has this id.
    fn diagnostic(self, id: FileId, path: &SourcePath, text: &str) -> Diagnostic {
        let of_path = |code| Diagnostic::of_path(code, path.clone());
        match self {
            Self::TooLarge { size } => of_path(Code::FileTooLarge)
                .with("size", size / 1_000_000)
                .with("limit", largest(path)),
            Self::Utf16 => of_path(Code::Utf16),
            Self::NotUtf8 => match text.find('\u{FFFD}') {
                Some(start) => Diagnostic::at(
                    Code::NotUtf8,
                    Span::new(id, start..start + '\u{FFFD}'.len_utf8()),
                ),
                None => of_path(Code::NotUtf8),
            },
        }
    }
}

/// Which files may have changed since the last time.
#[derive(Debug, Clone, Copy)]
pub enum Since<'a> {
    /// Any of them.
    Unknown,
    /// These, or what lies below them.
    Paths(&'a BTreeSet<PathBuf>),
}

impl Since<'_> {
    /// Whether this file may have.
    pub fn may_have_changed(self, disk: &Path) -> bool {
        match self {
            Self::Unknown => true,
            Self::Paths(paths) => paths.iter().any(|path| disk.starts_with(path)),
        }
    }
}

impl Loader {
    /// A loader of the site in this folder.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            sources: Sources::default(),
            known: HashMap::new(),
            media: HashMap::new(),
            rewrite: Rewrite::default(),
        }
    }

    /// A loader of the site as it would be after a change.
    pub fn rewriting(root: &Path, rewrite: Rewrite) -> Self {
        Self {
            rewrite,
            ..Self::new(root)
        }
    }

    /// Every text that was read, by the id its spans carry.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Reads what is there now.
    ///
    /// # Errors
    /// When a folder or file is there and the machine refuses to read it.
    pub fn load(&mut self, since: Since<'_>) -> Result<Loaded, Error> {
        let mut diagnostics = Vec::new();
        let mut texts = Vec::new();
        let site = match Folder::open(&self.root) {
            Ok(site) => site,
            // Where there is no folder, there is no site in it.
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                return Ok(Loaded::nothing());
            }
            Err(error) => return Err(Error::during(Operation::Read, &self.root)(error)),
        };
        for name in ["addresses.toml", "oogst.toml"] {
            texts.extend(file_in(&site, name)?);
        }
        let mut attachments = Vec::new();
        if let Some(walked) = walk(&site, "content")? {
            diagnostics.extend(walked.diagnostics);
            for mut found in walked.files {
                if !self.rewrite.moves.is_empty() {
                    found.path = self.rewrite.place_of(&found.path);
                }
                if is_text(&found.path) {
                    texts.push(found);
                } else {
                    attachments.push(found);
                }
            }
        } else {
            diagnostics.push(Diagnostic::of_path(
                Code::NoContent,
                SourcePath::new("content"),
            ));
        }
        for path in self
            .rewrite
            .texts
            .keys()
            .filter(|path| !texts.iter().any(|found| found.path == **path))
            .cloned()
            .collect::<Vec<_>>()
        {
            texts.push(Found {
                disk: self.root.join(path.as_str()),
                path,
                file: None,
                size: 0,
                stamp: [0; 32],
            });
        }
        let looks = self.read_looks(&site, &mut diagnostics)?;
        let media = self.look_at_media(attachments, &looks, since);
        texts.sort_by(|one, other| one.path.cmp(&other.path));
        let ids = self.read_texts(&texts, since, &mut diagnostics)?;
        let config = ids.get(&SourcePath::new("oogst.toml")).copied();
        let addresses = ids.get(&SourcePath::new("addresses.toml")).copied();
        if git_index(&site).is_some_and(|index| git_index::keeps_any_below(&index, ".oogst/")) {
            diagnostics.push(Diagnostic::of_path(
                Code::KeptInGit,
                SourcePath::new(".oogst"),
            ));
        }
        if !texts
            .iter()
            .any(|found| found.path.as_str() == "oogst.toml")
        {
            diagnostics.push(Diagnostic::of_path(
                Code::NoConfig,
                SourcePath::new("oogst.toml"),
            ));
        }
        let content = ids
            .iter()
            .filter(|(path, _)| path.as_str().starts_with("content/"))
            .map(|(_, id)| *id)
            .collect();
        Ok(Loaded {
            config,
            addresses,
            content,
            media,
            looks,
            diagnostics,
        })
    }

    /// Reads one file of `content/` that is text although its name does not say so, such as the map
    /// that `oogst.toml` names.
    ///
    /// # Errors
    /// When it is there and the machine refuses to read it.
    pub fn read_named(
        &mut self,
        path: &SourcePath,
        file: &MediaFile,
        since: Since<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Option<FileId>, Error> {
        let found = Found {
            path: path.clone(),
            disk: file.disk.clone(),
            file: Some(file.source.clone()),
            size: file.size,
            stamp: file.stamp,
        };
        Ok(self
            .read_texts(&[found], since, diagnostics)?
            .get(path)
            .copied())
    }

    /// Reads texts, side by side; those that cannot have changed are taken from the last time.
    fn read_texts(
        &mut self,
        texts: &[Found],
        since: Since<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<BTreeMap<SourcePath, FileId>, Error> {
        let fresh: Vec<&Found> = texts
            .iter()
            .filter(|found| {
                !self.known.contains_key(&found.path) || since.may_have_changed(&found.disk)
            })
            .collect();
        let read: Vec<Result<(SourceFile, Option<Fault>), Error>> = {
            let rewrite = &self.rewrite;
            fresh
                .par_iter()
                .map(|found| {
                    rewrite
                        .texts
                        .get(&found.path)
                        .map_or_else(|| read_text(found), |text| Ok(as_written(found, text)))
                })
                .collect()
        };
        for (found, result) in fresh.into_iter().zip(read) {
            let (file, fault) = result?;
            match self.known.get_mut(&found.path) {
                Some(known) => {
                    known.fault = fault;
                    self.sources.replace(known.id, file);
                }
                None => {
                    let id = self.sources.add(file);
                    self.known.insert(found.path.clone(), Known { id, fault });
                }
            }
        }
        let mut ids = BTreeMap::new();
        for found in texts {
            let known = &self.known[&found.path];
            match &known.fault {
                Some(fault) => diagnostics.push(fault.diagnostic(
                    known.id,
                    &found.path,
                    &self.sources.file(known.id).text,
                )),
                None => {
                    ids.insert(found.path.clone(), known.id);
                }
            }
        }
        Ok(ids)
    }

    /// Looks at the first bytes of every picture and attachment, side by side, and hashes those
    /// that are as long as another: they may be copies of each other. What cannot have changed
    /// since the last time is known.
    fn look_at_media(
        &mut self,
        found: Vec<Found>,
        looks: &LookFolders,
        since: Since<'_>,
    ) -> MediaFiles {
        let mut lengths: HashMap<u64, u32> = HashMap::new();
        for size in found
            .iter()
            .map(|found| found.size)
            .chain(looks.assets().map(|asset| asset.size))
            .filter(|size| *size > 0)
        {
            *lengths.entry(size).or_default() += 1;
        }
        let known = &self.media;
        let looked = found.into_par_iter().map(
            |Found {
                 path,
                 disk,
                 file,
                 size,
                 stamp,
             }| {
                let source = file.expect("what a walk found is on disk");
                let before = known
                    .get(&path)
                    .filter(|before| before.stamp == stamp && !since.may_have_changed(&disk));
                let seen = before.map_or_else(|| media::look(&source), |before| before.seen);
                let has_twin = lengths.get(&size).is_some_and(|number| *number > 1);
                // What cannot be read cannot be published either.
                let hash = || {
                    before
                        .and_then(|before| before.content)
                        .or_else(|| media::hash(&source).ok()?.ok())
                };
                let content = if has_twin { hash() } else { None };
                (
                    path,
                    MediaFile {
                        disk,
                        source,
                        size,
                        stamp,
                        seen,
                        content,
                    },
                )
            },
        );
        let files: BTreeMap<SourcePath, MediaFile> = looked.collect();
        let known = |file: &MediaFile| KnownMedia {
            stamp: file.stamp,
            seen: file.seen,
            content: file.content,
        };
        self.media = files
            .iter()
            .map(|(path, file)| (path.clone(), known(file)))
            .collect();
        MediaFiles { files }
    }

    fn read_looks(
        &mut self,
        site: &Folder,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<LookFolders, Error> {
        let known = &mut self.known;
        let sources = &mut self.sources;
        look::read(
            site,
            &mut |file: SourceFile| match known.get(&file.path) {
                Some(known) => {
                    let id = known.id;
                    sources.replace(id, file);
                    id
                }
                None => {
                    let path = file.path.clone();
                    let id = sources.add(file);
                    known.insert(path, Known { id, fault: None });
                    id
                }
            },
            diagnostics,
        )
    }
}

/// Whether a file under `content/` is read as text.
fn is_text(path: &SourcePath) -> bool {
    let in_media = path.as_str().split('/').any(|part| part == "media");
    let (_, extension) = path.stem_and_extension();
    !in_media && matches!(extension.as_str(), "md" | "toml")
}

/// The most that is read of a file, in megabytes.
fn largest(path: &SourcePath) -> u64 {
    if path.as_str() == "addresses.toml" {
        LARGEST_ADDRESSES
    } else {
        LARGEST_TEXT
    }
}

/// A text that is not on disk yet.
fn as_written(found: &Found, text: &str) -> (SourceFile, Option<Fault>) {
    let hash = *blake3::hash(text.as_bytes()).as_bytes();
    (
        SourceFile {
            path: found.path.clone(),
            text: text.into(),
            hash,
        },
        None,
    )
}

fn read_text(found: &Found) -> Result<(SourceFile, Option<Fault>), Error> {
    let empty = |fault| {
        (
            SourceFile {
                path: found.path.clone(),
                text: Arc::from(""),
                hash: [0; 32],
            },
            Some(fault),
        )
    };
    let most = largest(&found.path) * 1_000_000;
    if found.size > most {
        return Ok(empty(Fault::TooLarge { size: found.size }));
    }
    let file = found
        .file
        .as_ref()
        .expect("a text that is not on disk is not read from there");
    let bytes = match read_again(file, most) {
        Err(error) if Refusal::of(&error) == Some(Refusal::TooLarge) => {
            return Ok(empty(Fault::TooLarge { size: most + 1 }));
        }
        bytes => bytes.map_err(Error::during(Operation::Read, &found.disk))?,
    };
    let hash = *blake3::hash(&bytes).as_bytes();
    match normalise(&bytes) {
        Ok(text) => Ok((
            SourceFile {
                path: found.path.clone(),
                text: text.into(),
                hash,
            },
            None,
        )),
        Err(NotText::Utf16) => Ok(empty(Fault::Utf16)),
        Err(NotText::NotUtf8) => {
            let text = normalise(String::from_utf8_lossy(&bytes).as_bytes()).unwrap_or_default();
            Ok((
                SourceFile {
                    path: found.path.clone(),
                    text: text.into(),
                    hash,
                },
                Some(Fault::NotUtf8),
            ))
        }
    }
}

/// The bytes of a text. An editor puts a new file in the place of the one that was found; then that
/// is read, in the same place, where no link leads to.
fn read_again(file: &WalkedFile, most: u64) -> std::io::Result<Vec<u8>> {
    match file.read(most) {
        Err(error) if Refusal::of(&error) == Some(Refusal::Swapped) => file.again()?.read(most),
        bytes => bytes,
    }
}

/// The text of `oogst.toml`, where it is there and can be read: for what must be known before a
/// site is loaded.
pub fn config_text(root: &Path) -> Option<String> {
    let bytes = Folder::open(root)
        .and_then(|site| site.read(Path::new("oogst.toml"), LARGEST_TEXT * 1_000_000))
        .ok()?;
    normalise(&bytes).ok()
}

/// The bytes of git's index, where the report's own folder is what git keeps. No link is followed,
/// also not the one that a file `.git` is in a second work tree; what stands there may be
/// anybody's, so only a plain file of some size is read.
fn git_index(site: &Folder) -> Option<Vec<u8>> {
    site.read(Path::new(".git/index"), LARGEST_INDEX * 1_000_000)
        .ok()
}
