//! Before all stages: what an interrupted build left is finished, and it is settled where and how
//! this one writes.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::plan::PlannedSite;
use super::private;
use super::run::BuildRun;
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::output::{OutputPlaces, SiteWriter, WriteOptions};
use crate::source::Sources;

/// Where a site is written, and how.
pub(super) struct OpenOutput {
    root: PathBuf,
    places: OutputPlaces,
    options: WriteOptions,
}

/// Where and how to write; what an interrupted build left is finished. Nothing where there is no
/// folder to write in.
pub(super) fn open_output(root: &Path, run: BuildRun<'_>) -> Result<Option<OpenOutput>, Error> {
    let places = OutputPlaces::new(root, Path::new(run.options.target.folder()));
    let site = match Folder::open(root) {
        Ok(site) => site,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(Error::during(Operation::Read, root)(error)),
    };
    let options = WriteOptions {
        survives: run.options.survives,
        cancel: run.cancel.clone(),
        ..WriteOptions::new(site)
    };
    SiteWriter::finish_interrupted(&places, &options)?;
    Ok(Some(OpenOutput {
        root: root.to_owned(),
        places,
        options,
    }))
}

impl OpenOutput {
    /// Takes the lock and begins to write this site.
    pub(super) fn begin(
        self,
        site: &PlannedSite,
        sources: &Sources,
        run: BuildRun<'_>,
    ) -> Result<SiteWriter, Error> {
        let Self {
            root,
            places,
            options,
        } = self;
        let target = run.options.target;
        let options = private::options(&root, sources, target, &site.config, &site.loaded, options);
        SiteWriter::begin(places, options)
    }
}
