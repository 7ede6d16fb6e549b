//! The files that names mean: looked for in the folder of an event, and never outside it.

use crate::diagnostic::nearest;
use crate::input::known;
use crate::markdown::file_names;
use crate::pictures::endings::is_unread_picture;
use crate::pictures::media_file::{MediaFile, MediaFiles, promised};
use crate::source::SourcePath;

/// Why a file is not to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoFile {
    /// Its name leads out of the folder.
    Leaves,
    /// It is not there; this one may be meant.
    Missing(Option<String>),
}

/// The file that a destination of a text means, as seen from a folder below the site's.
pub(super) fn file_of<'m>(
    media: &'m MediaFiles,
    folder: &str,
    destination: &str,
) -> Result<(SourcePath, &'m MediaFile), NoFile> {
    let names = file_names(destination);
    let there = names.iter().find_map(|file| {
        let path = path_in(folder, &file.name)?;
        media.get(&path).map(|found| (path, found))
    });
    match there {
        Some(found) => Ok(found),
        None => file_in(media, folder, &names.last().expect("there is one").name),
    }
}

/// The path that a name means, as seen from a folder below the site's; `None` where it leads out.
fn path_in(folder: &str, name: &str) -> Option<SourcePath> {
    let bytes = name.as_bytes();
    let drive = bytes.len() > 1 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':';
    if name.starts_with('/')
        || name.contains(['\\', '\0'])
        || drive
        || name.split('/').any(|part| part == "..")
    {
        return None;
    }
    let parts: Vec<&str> = name
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    Some(known(&format!("{folder}/{}", parts.join("/"))))
}

/// The file that a name means, as seen from a folder below the site's.
pub(super) fn file_in<'m>(
    media: &'m MediaFiles,
    folder: &str,
    name: &str,
) -> Result<(SourcePath, &'m MediaFile), NoFile> {
    let path = path_in(folder, name).ok_or(NoFile::Leaves)?;
    if let Some(file) = media.get(&path) {
        return Ok((path, file));
    }
    let start = format!("{folder}/");
    let from = SourcePath::new(&start);
    let names = media
        .files
        .range(from..)
        .map(|(path, _)| path.as_str())
        .take_while(|path| path.starts_with(&start));
    // A folder of many thousand files is not searched to its end for one slip.
    let names: Vec<&str> = names.take(2_000).map(|path| &path[start.len()..]).collect();
    let by_name = || {
        names
            .iter()
            .copied()
            .find(|candidate| candidate.rsplit('/').next() == Some(name))
    };
    Err(NoFile::Missing(
        by_name()
            .or_else(|| nearest(name, names.iter().copied()))
            .map(ToOwned::to_owned),
    ))
}

/// Whether a description is but the name of a file: of this one, or as cameras and phones give
/// them.
pub(super) fn is_file_name(alt: &str, file: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    let stem = SourcePath::new(&file.to_lowercase())
        .stem_and_extension()
        .0
        .to_owned();
    let camera = [
        "img",
        "dsc",
        "dscn",
        "dscf",
        "pict",
        "image",
        "photo",
        "foto",
        "screenshot",
        "schermafbeelding",
        "whatsapp image",
    ];
    let by_camera = camera
        .into_iter()
        .filter_map(|word| alt.strip_prefix(word))
        .any(|rest| {
            let letters = |part: &str| {
                part.chars()
                    .filter(|character| character.is_alphabetic())
                    .count()
            };
            rest.bytes().any(|byte| byte.is_ascii_digit())
                && rest
                    .split(|character: char| !character.is_alphanumeric())
                    .all(|part| letters(part) < 3)
        });
    let named = SourcePath::new(&alt);
    let is_name = promised(&named).is_some()
        || is_unread_picture(&named)
        || named.stem_and_extension().1 == "svg";
    // One plain word may be both: `zonnedak.jpg` shows "Zonnedak". Signs between words give a
    // file's name away.
    is_name
        || by_camera
        || alt == stem && alt.contains(['-', '_'])
        || !alt.is_empty()
            && alt
                .bytes()
                .all(|byte| byte.is_ascii_digit() || b"-_".contains(&byte))
}
