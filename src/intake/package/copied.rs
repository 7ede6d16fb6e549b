//! A copy of a zipped file in which some parts say something else. Every other part is taken over as
//! it lies there, packed.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Package, Refused};

impl Package<'_> {
    /// The copy, with these texts in the parts of these names.
    ///
    /// # Errors
    /// When a part cannot be read.
    pub fn copied(&mut self, changed: &BTreeMap<String, String>) -> Result<Vec<u8>, Refused> {
        let damaged = |_| Refused::Damaged;
        let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.names.len() {
            let name = &self.names[index];
            let Some(text) = changed.get(name) else {
                let part = self.archive.by_index_raw(index).map_err(damaged)?;
                copy.raw_copy_file(part).map_err(damaged)?;
                continue;
            };
            let options =
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            copy.start_file(name.as_str(), options).map_err(damaged)?;
            copy.write_all(text.as_bytes())
                .map_err(|_| Refused::Damaged)?;
        }
        Ok(copy.finish().map_err(damaged)?.into_inner())
    }
}
