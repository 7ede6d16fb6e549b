//! Puts a [`Rewrite`] on disk, all of it or nothing. The new texts are written aside first; then a
//! journal says what is to happen, and only then files are replaced, each in one step. Who is
//! stopped half-way is finished by the next command that writes. A file that somebody changed in
//! the meantime is left alone.
//!
//! A journal that this program did not seal in this folder, for this user, is nobody's: it is
//! passed over. Whatever one says, nothing is written but texts of the content that can be seen,
//! and `addresses.toml`.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Rewrite;
use crate::error::{Error, Operation};
use crate::folder::{EntryKind, File, Folder, Refusal, read_at_most};
use crate::output::lock_site;
use crate::source::SourcePath;
use crate::state::{STATE_FOLDER, Seal, StateKey};

/// What is being carried out. Paths are real places below the site's folder.
#[derive(Debug, Serialize, Deserialize)]
struct Journal {
    moves: Vec<(String, String)>,
    texts: Vec<Staged>,
}

/// A text that waits to be put in its place.
#[derive(Debug, Serialize, Deserialize)]
struct Staged {
    path: String,
    /// Its name in the folder of waiting texts.
    waits_as: String,
    /// The hash of its bytes.
    becomes: [u8; 32],
    /// The hash of the file that it replaces; `None` where there is none.
    before: Option<[u8; 32]>,
}

const SEAL: Seal = Seal {
    name: *b"oogst edits\n",
    version: 1,
};

/// The most bytes of a text that is changed, and of a journal.
const LARGEST: u64 = 1_000_000_000;

/// Where the texts wait, and the journal with them.
fn waiting(name: &str) -> PathBuf {
    Path::new(STATE_FOLDER).join("edit").join(name)
}

/// Carries a change out.
///
/// # Errors
/// When the machine refuses, or a file changed since it was read (`read` gives the hash it had
/// then): nothing is changed in that case.
pub fn save(
    root: &Path,
    rewrite: &Rewrite,
    read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>,
) -> Result<(), Error> {
    save_while(root, rewrite, read, &mut || Ok(()))
}

/// The same, asking before each step whether to go on: tests stop it anywhere.
fn save_while(
    root: &Path,
    rewrite: &Rewrite,
    read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>,
    go_on: &mut dyn FnMut() -> Result<(), Error>,
) -> Result<(), Error> {
    if rewrite.is_empty() {
        return Ok(());
    }
    let site = Folder::open(root).map_err(Error::during(Operation::Read, root))?;
    let _lock = lock_site(&site)?;
    let key = StateKey::of_site(&site)?;
    // A change that the next run could not finish is not begun.
    key.must_last()?;
    let change = Change {
        site: &site,
        key: &key,
    };
    change.clear()?;
    site.create_folders(&waiting(""))
        .map_err(change.during(Operation::CreateFolder, &waiting("")))?;
    go_on()?;
    let journal = change.prepare(rewrite, read, go_on);
    if journal.is_err() {
        let _ = change.clear();
    }
    let journal = journal?;
    change.note(&journal)?;
    change
        .carry_out(&journal, go_on)
        .map_err(|cause| Error::Unfinished {
            cause: Box::new(cause),
        })
}

/// Finishes what was stopped half-way; gives whether there was anything.
///
/// # Errors
/// When the machine refuses; the next run tries again.
pub fn finish(root: &Path) -> Result<bool, Error> {
    if !is_unfinished(root)? {
        return Ok(false);
    }
    let site = Folder::open(root).map_err(Error::during(Operation::Read, root))?;
    let _lock = lock_site(&site)?;
    let key = StateKey::of_site(&site)?;
    // Who had the lock may have finished it.
    let Some(journal) = journal_of(&site, &key)? else {
        return Ok(false);
    };
    Change {
        site: &site,
        key: &key,
    }
    .carry_out(&journal, &mut || Ok(()))?;
    Ok(true)
}

/// Whether a change was stopped half-way. Nothing is written.
///
/// # Errors
/// When the machine refuses.
pub fn is_unfinished(root: &Path) -> Result<bool, Error> {
    // Where there is no folder, nothing was begun in it.
    let Ok(site) = Folder::open(root) else {
        return Ok(false);
    };
    if !matches!(site.look(&waiting("journal")), Ok(Some(_))) {
        return Ok(false);
    }
    Ok(journal_of(&site, &StateKey::to_look(&site)?)?.is_some())
}

/// The journal, if it is this program's own.
fn journal_of(site: &Folder, key: &StateKey) -> Result<Option<Journal>, Error> {
    let file = waiting("journal");
    let bytes = match site.read(&file, LARGEST) {
        Ok(bytes) => bytes,
        Err(error)
            if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
                || Refusal::of(&error).is_some() =>
        {
            return Ok(None);
        }
        Err(error) => {
            return Err(Error::during(Operation::Read, &site.path().join(&file))(
                error,
            ));
        }
    };
    // A journal that cannot be read was never complete, so nothing was begun.
    let Some(journal) = SEAL.open::<Journal>(&bytes, key) else {
        return Ok(None);
    };
    let moved = journal.moves.iter().flat_map(|(from, to)| [from, to]);
    let all_may = moved
        .chain(journal.texts.iter().map(|text| &text.path))
        .all(|path| may_be_written(Path::new(path)));
    let all_wait = journal
        .texts
        .iter()
        .all(|text| text.waits_as.bytes().all(|byte| byte.is_ascii_digit()));
    Ok((all_may && all_wait).then_some(journal))
}

/// Whether a change may write here: what can be seen of the content, and `addresses.toml`.
fn may_be_written(below: &Path) -> bool {
    let mut names = below.components();
    let is_visible = |name: std::path::Component<'_>| matches!(name, std::path::Component::Normal(name) if !name.as_encoded_bytes().starts_with(b"."));
    match names.next() {
        Some(top) if top.as_os_str() == "content" => {
            names.clone().next().is_some() && names.all(is_visible)
        }
        Some(top) => top.as_os_str() == "addresses.toml" && names.next().is_none(),
        None => false,
    }
}

/// A change on its way to the disk.
#[derive(Clone, Copy)]
struct Change<'a> {
    site: &'a Folder,
    key: &'a StateKey,
}

impl Change<'_> {
    /// The error of having tried something on a path below the site's folder.
    fn during(
        &self,
        operation: Operation,
        below: &Path,
    ) -> impl FnOnce(io::Error) -> Error + use<> {
        let path = self.site.path().join(below);
        move |error| Error::during(operation, &path)(error)
    }

    fn is_there(&self, below: &Path) -> Result<bool, Error> {
        Ok(self
            .site
            .look(below)
            .map_err(self.during(Operation::Inspect, below))?
            .is_some())
    }

    /// Removes all that waits.
    fn clear(&self) -> Result<(), Error> {
        let folder = waiting("");
        if self.is_there(&folder)? {
            self.site
                .remove_tree(&folder)
                .map_err(self.during(Operation::Remove, &folder))
        } else {
            Ok(())
        }
    }

    /// Writes the new texts aside and says what is to happen.
    fn prepare(
        &self,
        rewrite: &Rewrite,
        read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>,
        go_on: &mut dyn FnMut() -> Result<(), Error>,
    ) -> Result<Journal, Error> {
        let texts = self.stage(rewrite, read)?;
        go_on()?;
        let journal = Journal {
            moves: rewrite
                .moves
                .iter()
                .map(|(from, to)| (from.to_string(), to.to_string()))
                .collect(),
            texts,
        };
        for path in journal
            .moves
            .iter()
            .flat_map(|(from, to)| [from, to])
            .chain(journal.texts.iter().map(|text| &text.path))
        {
            let path = Path::new(path);
            if !may_be_written(path) {
                return Err(self.during(Operation::Write, path)(Refusal::Outside.into()));
            }
        }
        for (_, to) in &journal.moves {
            if self.is_there(Path::new(to))? {
                return Err(self.during(Operation::Move, Path::new(to))(
                    ErrorKind::AlreadyExists.into(),
                ));
            }
        }
        Ok(journal)
    }

    fn stage(
        &self,
        rewrite: &Rewrite,
        read: &dyn Fn(&SourcePath) -> Option<[u8; 32]>,
    ) -> Result<Vec<Staged>, Error> {
        let mut staged = Vec::with_capacity(rewrite.texts.len());
        for (number, (path, text)) in rewrite.texts.iter().enumerate() {
            let former = rewrite.former_place_of(path);
            let now = self.real(Path::new(former.as_str()))?;
            let old = match self.site.open_with_facts(&now) {
                Ok(opened) => Some(opened),
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                Err(error) => return Err(self.during(Operation::Read, &now)(error)),
            };
            let permissions = old
                .as_ref()
                .and_then(|(file, _)| file.metadata().ok())
                .map(|metadata| metadata.permissions());
            let old = match old {
                Some((file, facts)) => Some(
                    read_at_most(file, facts.size, LARGEST)
                        .map_err(self.during(Operation::Read, &now))?,
                ),
                None => None,
            };
            let before = old.as_ref().map(|bytes| *blake3::hash(bytes).as_bytes());
            if before != read(&former) {
                return Err(Error::ChangedMeanwhile {
                    path: self.site.path().join(&now),
                });
            }
            let bytes = in_style_of(text, old.as_deref());
            let file = self.write_through(&waiting(&number.to_string()), &bytes)?;
            if let Some(permissions) = permissions {
                let _ = file.set_permissions(permissions);
            }
            // What is read by way of a link is written where that leads to; of what moves, the new
            // place is meant.
            let place = if former == *path {
                now.to_string_lossy().into_owned()
            } else {
                path.to_string()
            };
            let becomes = *blake3::hash(&bytes).as_bytes();
            staged.push(Staged {
                path: place,
                waits_as: number.to_string(),
                becomes,
                before,
            });
        }
        Ok(staged)
    }

    /// The real place of a text: where a link leads to that the content may hold.
    fn real(&self, below: &Path) -> Result<PathBuf, Error> {
        let facts = self
            .site
            .look(below)
            .map_err(self.during(Operation::Inspect, below))?;
        if facts.is_none_or(|facts| facts.kind != EntryKind::Link) {
            return Ok(below.to_owned());
        }
        let real = self
            .site
            .resolve(below)
            .filter(|real| may_be_written(real) && may_be_written(below));
        real.ok_or_else(|| self.during(Operation::Write, below)(Refusal::Link.into()))
    }

    /// Puts the journal in place, whole or not at all.
    fn note(&self, journal: &Journal) -> Result<(), Error> {
        let (next, file) = (waiting("journal.next"), waiting("journal"));
        self.write_through(&next, &SEAL.close(journal, self.key))?;
        self.site
            .rename(&next, &file)
            .map_err(self.during(Operation::Move, &file))?;
        self.sync_folder(&waiting(""));
        Ok(())
    }

    fn carry_out(
        &self,
        journal: &Journal,
        go_on: &mut dyn FnMut() -> Result<(), Error>,
    ) -> Result<(), Error> {
        for (from, to) in &journal.moves {
            go_on()?;
            let (from, to) = (Path::new(from), Path::new(to));
            if self.is_there(from)? && !self.is_there(to)? {
                self.site
                    .rename(from, to)
                    .map_err(self.during(Operation::Move, to))?;
            }
        }
        for text in &journal.texts {
            go_on()?;
            let waits = waiting(&text.waits_as);
            let hash = |below: &Path| {
                self.site
                    .read(below, LARGEST)
                    .ok()
                    .map(|bytes| *blake3::hash(&bytes).as_bytes())
            };
            // What waits was written by us, unless somebody put another file there.
            if hash(&waits) != Some(text.becomes) {
                continue;
            }
            let place = Path::new(&text.path);
            // Whatever else stands there came after us, and stays.
            if hash(place) == text.before && (text.before.is_some() || !self.is_there(place)?) {
                self.put(&waits, place)?;
            }
        }
        go_on()?;
        let file = waiting("journal");
        self.site
            .remove_file(&file)
            .map_err(self.during(Operation::Remove, &file))?;
        // What is left there, the next change clears away.
        let _ = self.clear();
        Ok(())
    }

    /// Puts a waiting text in its place, in one step.
    fn put(&self, waits: &Path, place: &Path) -> Result<(), Error> {
        match self.site.rename(waits, place) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::CrossesDevices => {
                let name = place
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned())
                    .unwrap_or_default();
                let beside = place.with_file_name(format!(".{name}.oogst-new"));
                let _ = self.site.remove_file(&beside);
                let bytes = self
                    .site
                    .read(waits, LARGEST)
                    .map_err(self.during(Operation::Read, waits))?;
                self.write_through(&beside, &bytes)?;
                self.site
                    .rename(&beside, place)
                    .map_err(self.during(Operation::Move, place))?;
            }
            Err(error) => return Err(self.during(Operation::Move, place)(error)),
        }
        if let Some(folder) = place.parent() {
            self.sync_folder(folder);
        }
        Ok(())
    }

    fn write_through(&self, below: &Path, bytes: &[u8]) -> Result<File, Error> {
        let mut file = self
            .site
            .create_new(below)
            .map_err(self.during(Operation::Write, below))?;
        file.write_all(bytes)
            .map_err(self.during(Operation::Write, below))?;
        file.sync_all()
            .map_err(self.during(Operation::Sync, below))?;
        Ok(file)
    }

    /// Where a system cannot do this for folders, there is no better to be had.
    fn sync_folder(&self, below: &Path) {
        let _ = self.site.sync(below);
    }
}

/// The text with the byte order mark and the line ends of the file that it replaces.
fn in_style_of(text: &str, old: Option<&[u8]>) -> Vec<u8> {
    const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
    let old = old.unwrap_or_default();
    let mut bytes = if old.starts_with(MARK) {
        MARK.to_vec()
    } else {
        Vec::new()
    };
    if old.windows(2).any(|pair| pair == b"\r\n") {
        bytes.extend(text.replace('\n', "\r\n").into_bytes());
    } else {
        bytes.extend(text.as_bytes());
    }
    bytes
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make, change and read folders of their own"
)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use tempfile::TempDir;

    use super::{finish, is_unfinished, may_be_written, save, save_while};
    use crate::edit::Rewrite;
    use crate::error::Error;
    use crate::source::SourcePath;

    fn site() -> TempDir {
        let folder = TempDir::new().expect("a folder can be made");
        for (path, text) in [
            ("content/events/oud/event.md", "oud\r\n"),
            ("content/events/oud/ideeen/a.md", "een idee"),
            ("content/regios.toml", "\u{FEFF}regio"),
            ("content/blijft.toml", "blijft"),
        ] {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
            fs::write(file, text).expect("a file can be written");
        }
        folder
    }

    fn rewrite() -> Rewrite {
        let path = SourcePath::new;
        Rewrite {
            moves: vec![
                (
                    path("content/events/oud/ideeen/a.md"),
                    path("content/events/oud/ideeen/b.md"),
                ),
                (path("content/events/oud"), path("content/events/nieuw")),
            ],
            texts: BTreeMap::from([
                (path("addresses.toml"), "adressen\n".to_owned()),
                (path("content/events/nieuw/event.md"), "nieuw\n".to_owned()),
                (
                    path("content/events/nieuw/ideeen/b.md"),
                    "een ander idee".to_owned(),
                ),
                (path("content/regios.toml"), "andere regio".to_owned()),
            ]),
        }
    }

    fn files(folder: &Path) -> BTreeMap<String, String> {
        fn walk(at: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
            for entry in fs::read_dir(at).expect("a folder can be listed").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    walk(&path, root, found);
                } else {
                    let name = path
                        .strip_prefix(root)
                        .expect("below")
                        .to_string_lossy()
                        .into_owned();
                    found.insert(
                        name,
                        String::from_utf8_lossy(&fs::read(&path).expect("a file can be read"))
                            .into_owned(),
                    );
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(folder, folder, &mut found);
        found.retain(|path, _| path != ".oogst/lock");
        found
    }

    /// The hashes of what is there now.
    fn hashes(folder: &Path) -> impl Fn(&SourcePath) -> Option<[u8; 32]> {
        move |path| {
            fs::read(folder.join(path.as_str()))
                .ok()
                .map(|bytes| *blake3::hash(&bytes).as_bytes())
        }
    }

    #[test]
    fn a_change_keeps_the_mark_and_the_line_ends_of_each_file() {
        let site = site();
        save(site.path(), &rewrite(), &hashes(site.path())).expect("it is saved");
        let expected = [
            ("addresses.toml", "adressen\n"),
            ("content/blijft.toml", "blijft"),
            ("content/events/nieuw/event.md", "nieuw\r\n"),
            ("content/events/nieuw/ideeen/b.md", "een ander idee"),
            ("content/regios.toml", "\u{FEFF}andere regio"),
        ];
        assert_eq!(
            files(site.path()),
            expected
                .map(|(path, text)| (path.to_owned(), text.to_owned()))
                .into()
        );
    }

    #[test]
    fn whoever_is_stopped_anywhere_is_finished_or_never_began() {
        let done = site();
        save(done.path(), &rewrite(), &hashes(done.path())).expect("it is saved");
        let (old, new) = (files(site().path()), files(done.path()));
        let mut seen = BTreeMap::new();
        for stop in 0.. {
            let site = site();
            let mut step = 0;
            let stopped = save_while(site.path(), &rewrite(), &hashes(site.path()), &mut || {
                step += 1;
                if step > stop {
                    Err(Error::Cancelled)
                } else {
                    Ok(())
                }
            });
            let finished = finish(site.path()).expect("the next run finishes");
            let mut now = files(site.path());
            now.retain(|path, _| !path.starts_with(".oogst/edit/"));
            assert!(now == old || now == new, "stopped at step {stop}: {now:?}");
            assert!(now == new || !finished, "what is finished is whole");
            *seen.entry(now == new).or_insert(0) += 1;
            // Whatever was left behind is in nobody's way.
            if now == old {
                save(site.path(), &rewrite(), &hashes(site.path())).expect("it is saved");
                assert_eq!(files(site.path()), new);
            }
            if stopped.is_ok() {
                break;
            }
        }
        assert!(seen[&false] >= 2 && seen[&true] >= 6, "{seen:?}");
    }

    #[test]
    fn a_file_that_somebody_saved_in_between_is_left_alone() {
        let site = site();
        let before = hashes(site.path())(&SourcePath::new("content/regios.toml"));
        fs::write(site.path().join("content/regios.toml"), "van een ander")
            .expect("a file can be written");
        let old = files(site.path());
        let now = hashes(site.path());
        let read = |path: &SourcePath| {
            if path.as_str() == "content/regios.toml" {
                before
            } else {
                now(path)
            }
        };
        assert!(matches!(
            save(site.path(), &rewrite(), &read),
            Err(Error::ChangedMeanwhile { .. })
        ));
        assert_eq!(files(site.path()), old);
        // Nor is a change finished over it.
        let mut steps = 0;
        let stopped = save_while(site.path(), &rewrite(), &hashes(site.path()), &mut || {
            steps += 1;
            if steps > 4 {
                Err(Error::Cancelled)
            } else {
                Ok(())
            }
        });
        assert!(stopped.is_err());
        fs::write(
            site.path().join("content/regios.toml"),
            "later van een ander",
        )
        .expect("a file can be written");
        assert!(finish(site.path()).expect("the next run finishes"));
        assert_eq!(
            files(site.path())["content/regios.toml"],
            "later van een ander"
        );
    }

    #[test]
    fn nothing_is_moved_over_what_is_there() {
        let site = site();
        fs::create_dir_all(site.path().join("content/events/nieuw")).expect("a folder can be made");
        let old = files(site.path());
        assert!(matches!(
            save(site.path(), &rewrite(), &hashes(site.path())),
            Err(Error::Io { .. })
        ));
        assert_eq!(files(site.path()), old);
    }

    #[test]
    fn a_journal_of_somebody_else_is_not_carried_out() {
        let (site, other) = (site(), site());
        let mut steps = 0;
        let stopped = save_while(other.path(), &rewrite(), &hashes(other.path()), &mut || {
            steps += 1;
            if steps > 3 {
                Err(Error::Cancelled)
            } else {
                Ok(())
            }
        });
        assert!(stopped.is_err() && is_unfinished(other.path()).expect("it can be read"));
        // The folder comes along, journal, texts and all.
        fs::create_dir_all(site.path().join(".oogst/edit")).expect("a folder can be made");
        for entry in fs::read_dir(other.path().join(".oogst/edit"))
            .expect("a folder can be listed")
            .flatten()
        {
            fs::copy(
                entry.path(),
                site.path().join(".oogst/edit").join(entry.file_name()),
            )
            .expect("a file can be copied");
        }
        let before = files(site.path());
        assert!(!is_unfinished(site.path()).expect("it can be read"));
        assert!(!finish(site.path()).expect("it is passed over"));
        assert_eq!(files(site.path()), before);
        // In its own folder it is finished.
        assert!(finish(other.path()).expect("it is finished"));
    }

    #[test]
    fn a_change_writes_texts_of_the_content_and_nothing_else() {
        for (path, may) in [
            ("content/a.md", true),
            ("content/events/x/event.md", true),
            ("addresses.toml", true),
            ("content", false),
            ("oogst.toml", false),
            ("addresses.toml/x", false),
            ("content/.git/config", false),
            ("content/../x", false),
            ("../x", false),
            ("/etc/x", false),
            ("", false),
            (".git/hooks/pre-commit", false),
            ("output/index.html", false),
        ] {
            assert_eq!(may_be_written(Path::new(path)), may, "{path}");
        }
    }
}
