//! The site's own map: the file that `oogst.toml` names, as outlines, and how they fit the regions.

use std::sync::Arc;

use crate::config::{Config, MapFile};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Error;
use crate::input::geo;
use crate::input::geo::Outline;
use crate::input::{Loader, Since};
use crate::pictures::media_file::MediaFiles;
use crate::plan::map::{Outlined, joined};
use crate::records::Report;
use crate::source::{SourcePath, Spanned};

/// The map as it was read last.
#[derive(Debug, Default)]
pub(super) struct MapCache(Option<ReadMap>);

/// A map, and what its outlines followed from.
#[derive(Debug)]
struct ReadMap {
    hash: [u8; 32],
    property: Option<Spanned<String>>,
    outlines: Arc<Vec<Outline>>,
    diagnostics: Vec<Diagnostic>,
}

impl MapCache {
    /// The shapes of the map; none where the site has no map or it cannot be read.
    pub(super) fn outlines(
        &mut self,
        loader: &mut Loader,
        config: &Config,
        media: &MediaFiles,
        since: Since<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Arc<Vec<Outline>>, Error> {
        let Some(map) = &config.map else {
            return Ok(Arc::default());
        };
        let path = map_path(map);
        let Some(file) = media.get(&path) else {
            diagnostics.push(
                Diagnostic::at(Code::MapFileMissing, map.file.span).with("file", &map.file.value),
            );
            return Ok(Arc::default());
        };
        let Some(id) = loader.read_named(&path, file, since, diagnostics)? else {
            return Ok(Arc::default());
        };
        let source = loader.sources().file(id);
        let read = match self.0.take() {
            Some(read) if read.hash == source.hash && read.property == map.property => read,
            _ => {
                let (outlines, found) = geo::read(&path, &source.text, map.property.as_ref());
                ReadMap {
                    hash: source.hash,
                    property: map.property.clone(),
                    outlines: Arc::new(outlines),
                    diagnostics: found,
                }
            }
        };
        diagnostics.extend(read.diagnostics.iter().cloned());
        let outlines = Arc::clone(&read.outlines);
        self.0 = Some(read);
        Ok(outlines)
    }
}

/// The regions that have a shape, and what does not fit.
pub(super) fn shapes_of<'a>(
    report: &Report,
    config: &Config,
    outlines: &'a [Outline],
) -> (Outlined<'a>, Vec<Diagnostic>) {
    config.map.as_ref().map_or_else(Default::default, |map| {
        joined(report, map, &map_path(map), outlines)
    })
}

/// Where the map stands that `oogst.toml` names. A name that climbs out of `content/` is no file's
/// that was found there.
fn map_path(map: &MapFile) -> SourcePath {
    SourcePath::new(&format!("content/{}", map.file.value))
}
