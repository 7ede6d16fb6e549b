//! [`Loader`]: reads a site's folder, and remembers what it read for the next time.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::fixed_names::{MEDIA, misnamed_event_files, not_found};
use super::git_index;
use super::loaded::Loaded;
use super::look::{self, LookFolders};
use super::media_cache::MediaCache;
use super::rewrite::Rewrite;
use super::since::Since;
use super::text_cache::TextCache;
use super::walk::{FoundFile, file_in, walk};
use crate::diagnostic::{Argument, Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::pictures::media_file::MediaFile;
use crate::source::{FileId, SourcePath, Sources};

/// Reads a folder, and remembers what it read for the next time.
#[derive(Debug)]
pub struct Loader {
    root: PathBuf,
    texts: TextCache,
    media: MediaCache,
    /// A change that is not on disk, to be read as if it were.
    rewrite: Rewrite,
}

impl Loader {
    /// A loader of the site in this folder, as it would be after a change.
    pub fn rewriting(root: &Path, rewrite: Rewrite) -> Self {
        Self {
            root: root.to_owned(),
            texts: TextCache::default(),
            media: MediaCache::default(),
            rewrite,
        }
    }

    /// A loader of the site in this folder.
    pub fn new(root: &Path) -> Self {
        Self::rewriting(root, Rewrite::default())
    }

    /// Every text that was read, by the id its spans carry.
    pub fn sources(&self) -> &Sources {
        &self.texts.sources
    }

    /// The same, and nothing else of what was read.
    pub fn into_sources(self) -> Sources {
        self.texts.sources
    }

    /// Reads what is there now.
    ///
    /// # Errors
    /// When a folder or file is there and the machine refuses to read it.
    pub fn load(&mut self, since: Since<'_>) -> Result<Loaded, Error> {
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
        let mut diagnostics = self.misnamed(&site)?;
        let is_misnamed = |known: &str| {
            let known = Argument::from(known);
            let names = |found: &Diagnostic| found.arguments.iter().any(|(_, name)| *name == known);
            diagnostics.iter().any(names)
        };
        let (no_content, no_config) = (is_misnamed("content"), is_misnamed("oogst.toml"));
        let (mut texts, attachments) = self.find(&site, &mut diagnostics)?;
        // That it is called otherwise says more than that it is not there.
        diagnostics.retain(|found| found.code != Code::NoContent || !no_content);
        let looks = self.read_looks(&site, &mut diagnostics)?;
        let media = self
            .media
            .look_at(attachments, &self.rewrite, &looks, since);
        texts.sort_by(|one, other| one.path.cmp(&other.path));
        diagnostics.extend(misnamed_event_files(texts.iter().map(|text| &text.path)));
        let ids = self
            .texts
            .read(&texts, &self.rewrite, since, &mut diagnostics)?;
        let is_of_content = |path: &SourcePath| path.as_str().starts_with("content/");
        self.texts.forget_others(&texts, |path| {
            path.as_str() == "addresses.toml" || is_of_content(path) && is_text(path)
        });
        let of_path = |code, path| Diagnostic::of_path(code, SourcePath::new(path));
        if git_index::keeps_any_of(&site, ".oogst/") {
            diagnostics.push(of_path(Code::KeptInGit, ".oogst"));
        }
        if !no_config
            && !texts
                .iter()
                .any(|found| found.path.as_str() == "oogst.toml")
        {
            diagnostics.push(of_path(Code::NoConfig, "oogst.toml"));
        }
        let id_of = |path| ids.get(&SourcePath::new(path)).copied();
        Ok(Loaded {
            config: id_of("oogst.toml"),
            addresses: id_of("addresses.toml"),
            content: ids
                .iter()
                .filter(|(path, _)| is_of_content(path))
                .map(|(_, id)| *id)
                .collect(),
            media,
            looks,
            diagnostics,
        })
    }

    /// What stands in the site's own folder under a name that nothing reads.
    fn misnamed(&self, site: &Folder) -> Result<Vec<Diagnostic>, Error> {
        let names = site
            .list(Path::new(""))
            .map_err(Error::during(Operation::Read, &self.root))?;
        let names: Vec<String> = names
            .iter()
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        let is_there = |name: &str| matches!(site.look(Path::new(name)), Ok(Some(_)));
        Ok(not_found(&names, &is_there))
    }

    /// The texts of the site as it would be after the change, and the pictures and attachments.
    fn find(
        &self,
        site: &Folder,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<(Vec<FoundFile>, Vec<FoundFile>), Error> {
        let (mut texts, mut attachments) = (Vec::new(), Vec::new());
        for name in ["addresses.toml", "oogst.toml"] {
            texts.extend(file_in(site, name)?);
        }
        if let Some(walked) = walk(site, "content")? {
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
        let new: Vec<FoundFile> = self
            .rewrite
            .texts
            .keys()
            .filter(|path| !texts.iter().any(|found| found.path == **path))
            .map(|path| FoundFile {
                disk: self.root.join(path.as_written()),
                path: path.clone(),
                file: None,
                size: 0,
                stamp: [0; 32],
            })
            .collect();
        texts.extend(new);
        attachments.extend(
            self.rewrite
                .files
                .iter()
                .map(|(path, bytes)| FoundFile::not_on_disk(site, path.clone(), bytes)),
        );
        Ok((texts, attachments))
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
        let found = FoundFile {
            path: path.clone(),
            disk: file.disk.clone(),
            file: Some(file.source.clone()),
            size: file.size,
            stamp: file.stamp,
        };
        let ids = self
            .texts
            .read(&[found], &self.rewrite, since, diagnostics)?;
        Ok(ids.get(path).copied())
    }

    fn read_looks(
        &mut self,
        site: &Folder,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<LookFolders, Error> {
        let texts = &mut self.texts;
        look::read(site, &mut |file| texts.keep(file, None), diagnostics)
    }
}

/// Whether a file under `content/` is read as text.
fn is_text(path: &SourcePath) -> bool {
    let in_media = path.as_str().split('/').any(|part| part == MEDIA);
    let (_, extension) = path.stem_and_extension();
    !in_media && matches!(extension.as_str(), "md" | "toml")
}
