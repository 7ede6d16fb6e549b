//! The report that a folder is in. Above the folder itself only the user's own is looked for, on the
//! same disk and not above the user's home: where everybody may write, anybody could leave one.

use std::path::{Path, PathBuf};

use crate::folder::Folder;
use crate::state::home_folder;

/// What makes a folder the folder of a report.
const SETTINGS: &str = "oogst.toml";

/// The report that a folder is in.
pub(super) enum ReportAround {
    /// There is none.
    Nothing,
    /// The folder itself is one, or one above it that is the user's.
    There {
        folder: PathBuf,
        /// Whether it belongs to the user.
        is_own: bool,
    },
    /// One above it belongs to somebody else: it is not taken.
    OfOther(PathBuf),
}

impl ReportAround {
    /// The folder of the report that is taken.
    pub(super) fn taken(&self) -> Option<&Path> {
        match self {
            Self::There { folder, .. } => Some(folder),
            Self::Nothing | Self::OfOther(_) => None,
        }
    }
}

/// What is told of a folder that is there.
struct LookedAt {
    /// The disk that it is on.
    device: i128,
    /// Whether it is the folder of a report, and then whether both are the user's.
    report: Option<bool>,
}

/// The report that a folder is in, which need not be there.
pub(super) fn report_around(folder: &Path) -> ReportAround {
    let Ok(folder) = std::path::absolute(folder) else {
        return ReportAround::Nothing;
    };
    nearest(&folder, home_folder().as_deref(), look)
}

fn nearest(
    folder: &Path,
    home: Option<&Path>,
    look: impl Fn(&Path) -> Option<LookedAt>,
) -> ReportAround {
    let mut device = None;
    for above in folder.ancestors() {
        if let Some(looked) = look(above) {
            if *device.get_or_insert(looked.device) != looked.device {
                break;
            }
            let place = || above.to_path_buf();
            match looked.report {
                Some(is_own) if is_own || above == folder => {
                    return ReportAround::There {
                        folder: place(),
                        is_own,
                    };
                }
                Some(_) => return ReportAround::OfOther(place()),
                None => {}
            }
        }
        if Some(above) == home {
            break;
        }
    }
    ReportAround::Nothing
}

fn look(path: &Path) -> Option<LookedAt> {
    let folder = Folder::open(path).ok()?;
    let own = folder.look(Path::new("")).ok()??;
    let settings = folder.look(Path::new(SETTINGS)).ok()?;
    Some(LookedAt {
        device: own.identity.device,
        report: settings.map(|settings| own.is_own && settings.is_own),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{LookedAt, ReportAround, nearest};

    /// What is found from `/home/jan/a/b`, where a folder has a report of its user or of another.
    fn found(reports: &[(&str, bool)], disks: &[(&str, i128)], home: Option<&str>) -> String {
        let look = |path: &Path| {
            let of = |known: &&(&str, bool)| path == Path::new(known.0);
            let disk = disks.iter().find(|known| path == Path::new(known.0));
            Some(LookedAt {
                device: disk.map_or(1, |(_, disk)| *disk),
                report: reports.iter().find(of).map(|(_, is_own)| *is_own),
            })
        };
        match nearest(Path::new("/home/jan/a/b"), home.map(Path::new), look) {
            ReportAround::Nothing => "nothing".to_owned(),
            ReportAround::There { folder, is_own } => format!("{} {is_own}", folder.display()),
            ReportAround::OfOther(folder) => format!("not {}", folder.display()),
        }
    }

    #[test]
    fn above_a_folder_only_a_report_of_ones_own_is_taken() {
        let (a, b) = ("/home/jan/a", "/home/jan/a/b");
        assert_eq!(found(&[], &[], None), "nothing");
        assert_eq!(found(&[(a, true)], &[], None), "/home/jan/a true");
        assert_eq!(found(&[(a, false)], &[], None), "not /home/jan/a");
        assert_eq!(found(&[(b, false)], &[], None), "/home/jan/a/b false");
        assert_eq!(found(&[("/", false)], &[], None), "not /");
    }

    #[test]
    fn the_search_ends_at_the_disk_and_at_home() {
        let jan = "/home/jan";
        assert_eq!(found(&[(jan, true)], &[], Some(jan)), "/home/jan true");
        assert_eq!(found(&[("/home", true)], &[], Some(jan)), "nothing");
        assert_eq!(found(&[("/home", true)], &[], None), "/home true");
        let disks = [("/home", 2), ("/", 2)];
        assert_eq!(found(&[("/home", true)], &disks, None), "nothing");
        assert_eq!(found(&[(jan, true)], &disks, None), "/home/jan true");
    }
}
