//! Files that the user named, outside what a report is made of: each is written whole, or is not
//! there.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use super::ending::Ending;
use super::event::wrong;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::folder::{File, Folder, Refusal};
use crate::words::Bilingual;

/// Whether something stands at a file's name, be it a folder.
pub(super) fn is_there(file: &Path) -> Result<bool, Error> {
    let failed = Error::during(Operation::Inspect, file);
    let look = || {
        let (folder, name) = place(file)?;
        Ok(folder.look(Path::new(&name))?.is_some())
    };
    look().map_err(failed)
}

/// Refuses a file where something stands at its name that may not be replaced, and says so; `way` is
/// the way out.
pub(super) fn accept(
    file: &Path,
    may_replace: bool,
    way: Bilingual,
    terminal: &Terminal,
) -> Result<(), Ending> {
    match is_there(file) {
        Ok(true) if !may_replace => {
            let diagnostic = Diagnostic::of_site(Code::FileIsThere)
                .with("file", file.to_string_lossy())
                .with("way", way);
            Err(wrong(&diagnostic, terminal))
        }
        Ok(_) => Ok(()),
        Err(error) => {
            terminal.failure(&error);
            Err(Ending::Failed)
        }
    }
}

/// Writes a file: beside its place first, and then into it, in the place of one that is there.
pub(super) fn write(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_with(file, |new| {
        new.write_all(bytes)
            .map_err(Error::during(Operation::Write, file))
    })
}

/// The same of what something else writes into it.
pub(super) fn write_with<E: From<Error>>(
    file: &Path,
    contents: impl FnOnce(&mut File) -> Result<(), E>,
) -> Result<(), E> {
    let failed = || Error::during(Operation::Write, file);
    let (folder, name) = place(file).map_err(failed())?;
    let mut beside = OsString::from(".");
    beside.push(&name);
    beside.push(".oogst-new");
    let (beside, name) = (Path::new(&beside), Path::new(&name));
    // One that a run left which was stopped.
    match folder.remove_file(beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed()(error).into()),
        _ => {}
    }
    let mut new = folder.create_new(beside).map_err(failed())?;
    let moved = contents(&mut new).and_then(|()| {
        folder
            .sync(beside)
            .and_then(|()| folder.rename(beside, name))
            .map_err(|error| failed()(error).into())
    });
    if moved.is_err() {
        // What matters is why it could not be written.
        let _ = folder.remove_file(beside);
    }
    moved
}

/// Opens a file for reading, where one is there.
pub(super) fn open(file: &Path) -> Result<Option<File>, Error> {
    let open = || {
        let (folder, name) = place(file)?;
        folder.open_file(Path::new(&name))
    };
    match open() {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        file_open => file_open
            .map(Some)
            .map_err(Error::during(Operation::Read, file)),
    }
}

/// The folder that a file is in, open, and its name there.
fn place(file: &Path) -> io::Result<(Folder, OsString)> {
    let name = file.file_name().ok_or(Refusal::NotAFile)?;
    let folder = Folder::open(file.parent().unwrap_or(Path::new("")))?;
    Ok((folder, name.to_owned()))
}
