//! [`EditSteps`]: what is left to do of a change once its texts wait: files move, texts are replaced.
//! Each step may be done twice, and whatever else stands in a place by then came after us and stays.
//!
//! Whatever a journal says, nothing is written but texts of the content that can be seen, those of
//! `imports/`, `addresses.toml`, the settings, and what is kept of a change so that it can be undone.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Operation};
use crate::folder::Refusal;
use crate::output::{Changes, Disk, Present, Steps, rename};
use crate::state::Seal;

/// Where changes are kept so that they can be undone.
pub const KEPT: &str = ".oogst/undo";

/// What is left to do. Paths are real places below the site's folder.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EditSteps {
    pub(super) moves: Vec<(String, String)>,
    pub(super) texts: Vec<WaitingText>,
}

/// A text that waits to be put in its place.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WaitingText {
    pub(super) path: String,
    /// Its name in the folder of waiting texts.
    pub(super) waits_as: String,
    /// The hash of its bytes.
    pub(super) becomes: [u8; 32],
    /// The hash of the file that it replaces; `None` where there is none.
    pub(super) before: Option<[u8; 32]>,
}

impl Steps for EditSteps {
    const SEAL: Seal = Seal {
        name: *b"oogst edits\n",
        version: 1,
    };
}

impl EditSteps {
    /// Whether all of it is within what a change may write.
    pub(super) fn may_all_be_done(&self) -> bool {
        let are_waiting =
            |text: &WaitingText| text.waits_as.bytes().all(|byte| byte.is_ascii_digit());
        self.refused().is_none() && self.texts.iter().all(are_waiting)
    }

    /// Fails where a step may not be done, or has no room for what it moves.
    pub(super) fn check(&self, disk: &dyn Disk, root: &Path) -> Result<(), Error> {
        if let Some(path) = self.refused() {
            let refusal = Refusal::Outside.into();
            return Err(Error::during(Operation::Write, &root.join(path))(refusal));
        }
        for (_, to) in &self.moves {
            let to = root.join(to);
            if is_there(disk, &to)? {
                return Err(Error::during(Operation::Move, &to)(
                    ErrorKind::AlreadyExists.into(),
                ));
            }
        }
        Ok(())
    }

    /// The first path that a change may not write.
    fn refused(&self) -> Option<&str> {
        let moved = self.moves.iter().flat_map(|(from, to)| [from, to]);
        moved
            .chain(self.texts.iter().map(|text| &text.path))
            .find(|path| !may_be_written(Path::new(path)) && !is_kept(Path::new(path)))
            .map(String::as_str)
    }

    /// Moves files and replaces texts, of which the new ones wait in `folder`.
    pub(super) fn carry_out(
        &self,
        disk: &dyn Disk,
        root: &Path,
        folder: &Path,
        changes: &Changes,
    ) -> Result<(), Error> {
        let mut touched = BTreeSet::new();
        let mut touch = |path: &Path| touched.extend(path.parent().map(Path::to_owned));
        for (from, to) in &self.moves {
            let (from, to) = (root.join(from), root.join(to));
            if is_there(disk, &from)? && !is_there(disk, &to)? {
                disk.move_to(&from, &to)?;
                changes.add();
            }
            touch(&from);
            touch(&to);
        }
        for text in &self.texts {
            let (waits, place) = (folder.join(&text.waits_as), root.join(&text.path));
            let hash = |path: &Path| {
                let content = disk.content_if_there(path)?;
                Ok::<_, Error>(content.map(|content| content.0))
            };
            // What waits was written by us, unless somebody put another file there; and whatever
            // else stands in its place came after us.
            if hash(&waits)? == Some(text.becomes)
                && hash(&place)? == text.before
                && (text.before.is_some() || !is_there(disk, &place)?)
            {
                if text.before.is_none()
                    && let Some(folder) = place.parent().filter(|folder| *folder != root)
                {
                    // The folder of a new file may be new itself.
                    disk.make_folders(folder)?;
                    touch(folder);
                }
                rename(disk, &waits, &place, changes)?;
            }
            touch(&place);
        }
        // What moved away with its folder has no name there to keep.
        for path in touched {
            if is_there(disk, &path)? {
                disk.sync(std::slice::from_ref(&path))
                    .map_err(Error::during(Operation::Sync, &path))?;
            }
        }
        Ok(())
    }
}

fn is_there(disk: &dyn Disk, path: &Path) -> Result<bool, Error> {
    Ok(disk.inspect(path)? != Present::Absent)
}

/// Whether a change may write here: what can be seen of the content, `addresses.toml`, the settings,
/// and what is remembered of tables in `imports/`.
pub(super) fn may_be_written(below: &Path) -> bool {
    let mut names = below.components();
    let is_visible = |name: Component<'_>| matches!(name, Component::Normal(name) if !name.as_encoded_bytes().starts_with(b"."));
    match names.next() {
        Some(top) if top.as_os_str() == "content" => {
            names.clone().next().is_some() && names.all(is_visible)
        }
        Some(top) if top.as_os_str() == "imports" => {
            names.next().is_some_and(is_visible) && names.next().is_none()
        }
        Some(top) => {
            ["addresses.toml", "oogst.toml"]
                .map(OsStr::new)
                .contains(&top.as_os_str())
                && names.next().is_none()
        }
        None => false,
    }
}

/// Whether this is what is kept of a change, or a file that was put away by one: `.oogst/undo/12`.
fn is_kept(below: &Path) -> bool {
    let Some(name) = below.strip_prefix(KEPT).ok().and_then(Path::to_str) else {
        return false;
    };
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let stem = name.strip_suffix(".md").unwrap_or(name);
    !stem.is_empty() && stem.bytes().all(is_plain)
}
