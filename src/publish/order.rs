//! In which order files are put at a place, told from their paths alone: what pages load, then pages,
//! those beneath others first, then what names pages to machines.

/// When a file is put there; what is equal may be put at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PutAt {
    /// What pages load: styles, scripts, pictures, the search index.
    Loaded,
    /// A page, so many folders below the longest way down: what lists pages stands above them.
    Page(usize),
    /// Feeds, the map of the site, what servers read.
    Telling,
}

/// The most folders that a path can have, which is shorter than 900 bytes.
const DEEPEST: usize = 1_000;

/// When a file is put there.
pub(super) fn put_at(path: &str) -> PutAt {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_at_top = name.len() == path.len();
    match ending {
        "html" => PutAt::Page(DEEPEST - path.matches('/').count()),
        "xml" => PutAt::Telling,
        "txt" | "conf" | "config" | "htaccess" if is_at_top => PutAt::Telling,
        _ if name == "_headers" => PutAt::Telling,
        _ => PutAt::Loaded,
    }
}

/// Whether it is a page, which goes before what it loads goes.
pub(super) fn is_page(path: &str) -> bool {
    matches!(put_at(path), PutAt::Page(_))
}
