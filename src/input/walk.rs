//! Walks a folder without leaving it: which files are there, in order of path. Links that lead out
//! of the folder are refused, files that systems and editors leave behind are passed over.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::fixed_names::{Doubles, known};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::folder::{EntryKind, Facts, Folder, Identity, Refusal, WalkedFile};
use crate::source::SourcePath;

/// A file that was found.
#[derive(Debug, Clone)]
pub(super) struct FoundFile {
    /// Its path below the site's folder.
    pub(super) path: SourcePath,
    /// Where a watcher says that it is.
    pub(super) disk: PathBuf,
    /// The file itself; nothing for a text that is not on disk yet.
    pub(super) file: Option<WalkedFile>,
    /// Its size in bytes.
    pub(super) size: u64,
    /// A hash of what the system tells of it.
    pub(super) stamp: [u8; 32],
}

/// What a walk found.
#[derive(Debug, Default)]
pub(super) struct WalkedFolder {
    /// The files, in order of path.
    pub(super) files: Vec<FoundFile>,
    /// Links that lead out, names that are one for people, and folders that lie too deep.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// So many folders within each other are read; deeper ones are no person's work.
const DEEPEST: usize = 32;

impl FoundFile {
    /// A file that is not on disk yet: whoever opens it finds nothing.
    pub(super) fn not_on_disk(site: &Folder, path: SourcePath, bytes: &[u8]) -> Self {
        let length = bytes.len() as u64;
        let nowhere = Identity {
            device: -1,
            inode: -1,
        };
        let facts = Facts {
            kind: EntryKind::File,
            identity: nowhere,
            size: length,
            modified: 0,
            names: 1,
            is_own: true,
            is_private: true,
        };
        let below = PathBuf::from(path.as_written());
        Self {
            disk: site.path().join(&below),
            file: Some(site.walked(below, facts)),
            path,
            size: length,
            stamp: *blake3::hash(bytes).as_bytes(),
        }
    }

    /// A file at its place below the site's folder.
    fn new(site: &Folder, below: &Path, file: WalkedFile) -> Self {
        let Facts {
            size,
            modified,
            identity,
            kind: _,
            names: _,
            is_own: _,
            is_private: _,
        } = file.facts();
        let stamp = *blake3::hash(
            format!("{size} {modified} {} {}", identity.device, identity.inode).as_bytes(),
        )
        .as_bytes();
        Self {
            path: known(&below.to_string_lossy()),
            disk: site.path().join(below),
            file: Some(file),
            size,
            stamp,
        }
    }
}

/// Every file below a folder of the site, which may not be there. It is never a link: nothing of
/// what lies behind one is opened.
pub(super) fn walk(site: &Folder, top: &str) -> Result<Option<WalkedFolder>, Error> {
    let mut walked = WalkedFolder::default();
    let facts = site
        .look(Path::new(top))
        .map_err(Error::during(Operation::Read, &site.path().join(top)))?;
    match facts.map(|facts| facts.kind) {
        Some(EntryKind::Folder) => FolderWalk {
            site,
            top,
            walked: &mut walked,
        }
        .folder(Path::new(top), 1)?,
        Some(EntryKind::Link) => walked.diagnostics.push(leads_out(Path::new(top), top)),
        Some(EntryKind::File | EntryKind::Special) | None => return Ok(None),
    }
    walked.files.sort_by(|one, other| one.path.cmp(&other.path));
    let WalkedFolder { files, diagnostics } = &mut walked;
    let mut doubles = Doubles::default();
    diagnostics.extend(files.iter().filter_map(|file| doubles.beside(&file.path)));
    // Linux takes two spellings of a letter (`é` as one character or as two) for two names; for
    // people, other systems and addresses they are one.
    files.dedup_by(|file, first| {
        let is_twin = file.path == first.path;
        if is_twin && file.path.as_written() == first.path.as_written() {
            diagnostics.push(Diagnostic::of_path(Code::NameTwice, file.path.clone()));
        }
        is_twin
    });
    Ok(Some(walked))
}

/// A walk below one folder of the site.
struct FolderWalk<'a> {
    site: &'a Folder,
    top: &'a str,
    walked: &'a mut WalkedFolder,
}

impl FolderWalk<'_> {
    fn folder(&mut self, below: &Path, depth: usize) -> Result<(), Error> {
        let path = self.site.path().join(below);
        let listed = self
            .site
            .folder(below)
            .and_then(|here| Ok((here.list(Path::new(""))?, here)));
        // A folder that went while we walked is simply not there any more.
        let (names, here) = match listed {
            Err(error) if error.kind() == ErrorKind::NotFound || Refusal::of(&error).is_some() => {
                return Ok(());
            }
            listed => listed.map_err(Error::during(Operation::Read, &path))?,
        };
        for name in names {
            if is_left_behind(&name.to_string_lossy()) {
                continue;
            }
            let inner = below.join(&name);
            // So is a file: an editor was saving.
            let Some(facts) = here
                .look(Path::new(&name))
                .map_err(Error::during(Operation::Inspect, &path.join(&name)))?
            else {
                continue;
            };
            match facts.kind {
                EntryKind::Folder if depth < DEEPEST => self.folder(&inner, depth + 1)?,
                // What is in it is not read, and nobody may find that out from what the site lacks.
                EntryKind::Folder => {
                    let path = SourcePath::new(&inner.to_string_lossy());
                    self.walked.diagnostics.push(
                        Diagnostic::of_path(Code::FolderTooDeep, path).with("limit", DEEPEST),
                    );
                }
                EntryKind::Special => {}
                EntryKind::File => self.walked.files.push(FoundFile::new(
                    self.site,
                    &inner,
                    self.site.walked(inner.clone(), facts),
                )),
                EntryKind::Link => match self.target(&inner)? {
                    Some(file) => self
                        .walked
                        .files
                        .push(FoundFile::new(self.site, &inner, file)),
                    None => self.walked.diagnostics.push(leads_out(&inner, self.top)),
                },
            }
        }
        Ok(())
    }

    /// The file that a link leads to: an ordinary one in the same folder of the site, no part of
    /// whose path is hidden. It is opened by its own place, so that a link that leads elsewhere
    /// later is not followed.
    fn target(&self, link: &Path) -> Result<Option<WalkedFile>, Error> {
        let Some(real) = self
            .site
            .resolve(link)
            .filter(|real| real.starts_with(self.top))
        else {
            return Ok(None);
        };
        if real
            .components()
            .any(|name| is_left_behind(&name.as_os_str().to_string_lossy()))
        {
            return Ok(None);
        }
        match self.site.look(&real) {
            Ok(facts) => Ok(facts
                .filter(|facts| facts.kind == EntryKind::File)
                .map(|facts| self.site.walked(real, facts))),
            Err(error) if Refusal::of(&error).is_some() => Ok(None),
            Err(error) => Err(Error::during(
                Operation::Inspect,
                &self.site.path().join(&real),
            )(error)),
        }
    }
}

fn leads_out(link: &Path, top: &str) -> Diagnostic {
    Diagnostic::of_path(
        Code::LinkLeavesSite,
        SourcePath::new(&link.to_string_lossy()),
    )
    .with("folder", top)
}

/// Files of systems and editors: hidden ones, backups, locks of Office, thumbnails.
fn is_left_behind(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini")
        || {
            let lower = name.to_lowercase();
            [".swp", ".swx", ".tmp", ".bak", ".part"]
                .iter()
                .any(|ending| lower.ends_with(ending))
        }
}

/// A file directly in the site's folder, where there is one.
pub(super) fn file_in(site: &Folder, name: &str) -> Result<Option<FoundFile>, Error> {
    let refused = |refusal: Refusal| {
        Err(Error::during(Operation::Read, &site.path().join(name))(
            refusal.into(),
        ))
    };
    let below = Path::new(name);
    let Some(facts) = site
        .look(below)
        .map_err(Error::during(Operation::Read, &site.path().join(name)))?
    else {
        return Ok(None);
    };
    match facts.kind {
        EntryKind::File => Ok(Some(FoundFile::new(
            site,
            below,
            site.walked(below.to_owned(), facts),
        ))),
        EntryKind::Link => refused(Refusal::Link),
        EntryKind::Special => refused(Refusal::NotAFile),
        EntryKind::Folder => Ok(None),
    }
}
