//! What a build tells of itself while it runs: how far it is, and which stage begins and ends, from
//! any thread. No clock is read here: whoever listens may read one.

/// How far a build is; told from any thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The files are read and linked; this many are to be made.
    Planned(usize),
    /// One more is done.
    Made,
    /// All are made and are being put in place.
    Committing,
    /// This thread begins a stage. Stages of one thread lie within each other, never across.
    Begins(Stage),
    /// This thread ends the stage that it began last.
    Ends(Stage),
}

/// A part of the work of a build. From [`Fill`](Self::Fill) to [`Index`](Self::Index) they are of
/// one file at a time, on all threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Reading the site's folder.
    Load,
    /// From texts to records.
    Parse,
    /// From records to the report.
    Link,
    /// Reading the look, planning the files, and preparing what all pages share.
    Plan,
    /// Making all files, with everything from [`Fill`](Self::Fill) on.
    Make,
    /// Filling the view of a page.
    Fill,
    /// Hashing a view to its key.
    Key,
    /// From a view and a template to bytes.
    Render,
    /// Looking at what is there, comparing and staging.
    Write,
    /// Drawing a social card.
    Card,
    /// Making the files of a photo.
    Photo,
    /// Making a file that is no page.
    Derive,
    /// Making the search index.
    Index,
    /// Moving the staged files in.
    Commit,
}

/// Whoever hears of progress.
pub(super) type ProgressListener<'a> = &'a (dyn Fn(Progress) + Sync);

/// Does a stage's work and tells when it begins and ends.
pub(super) fn during<T>(
    listener: ProgressListener<'_>,
    stage: Stage,
    work: impl FnOnce() -> T,
) -> T {
    listener(Progress::Begins(stage));
    let done = work();
    listener(Progress::Ends(stage));
    done
}
