//! Names that are never sources: what editors, office programs, file managers and synchronising
//! drives leave for a moment beside the files they work on. Pure.

use std::path::Path;

/// Whether a path below a watched one is such a file, or within a hidden folder (`.git`).
pub(super) fn is_noise(below: &Path) -> bool {
    let hidden = |name: &[u8]| name.starts_with(b".");
    let Some(last) = below.file_name() else {
        return false;
    };
    below
        .components()
        .any(|name| hidden(name.as_os_str().as_encoded_bytes()))
        || is_passing(&last.to_string_lossy())
}

fn is_passing(name: &str) -> bool {
    let name = name.to_lowercase();
    // ~$verslag.docx is Word's lock, ~WRL0001.tmp its copy; verslag.md~ is a backup; #verslag.md#
    // is Emacs'; 4913 is how vim finds out whether it may write in a folder.
    name.starts_with('~')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [
            ".swp",
            ".swo",
            ".swx",
            ".tmp",
            ".part",
            ".crdownload",
            "___jb_tmp___",
            "___jb_old___",
        ]
        .iter()
        .any(|ending| name.ends_with(ending))
        || ["4913", "thumbs.db", "desktop.ini"].contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_behind_is_noise_and_sources_are_not() {
        for name in [
            "event.md~",
            ".event.md.swp",
            "4913",
            ".#event.md",
            "#event.md#",
            ".DS_Store",
            "~$deals.xlsx",
            "~WRL0003.tmp",
            ".git/index",
            "events/.idea/x.xml",
            ".~lock.plan.odt#",
            "foto.jpg.part",
            "event.md___jb_tmp___",
            "Thumbs.db",
        ] {
            assert!(is_noise(Path::new(name)), "{name}");
        }
        for name in [
            "event.md",
            "4913/event.md",
            "events/x~y/event.md",
            "a.b.toml",
            "",
            "foto.JPG",
            "#1.md",
        ] {
            assert!(!is_noise(Path::new(name)), "{name}");
        }
    }
}
