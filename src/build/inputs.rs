//! Everything that a build is made of, as one hash. A build is a function of what was read and of
//! its options, so where this hash is that of the last build, every file is the same, and no page
//! need be filled to find that out.
//!
//! It is known only when all that was read was read just now: while serving, texts that are gone
//! are still among the sources.

use jiff::civil::Date;

use super::{BuildOptions, GENERATOR};
use crate::content::media::MediaFile;
use crate::load::{Loaded, LookFolder, program_stamp};
use crate::output::{Key, Survives};
use crate::source::Sources;

/// Hashes it all; `today` is the day that the options name. Without a way to know this very
/// program, nothing: another one with the same version may make other files.
pub(super) fn made_from(
    loaded: &Loaded,
    sources: &Sources,
    options: BuildOptions,
    today: Date,
) -> Option<Key> {
    let BuildOptions {
        today: _,
        drafts,
        survives: Survives::Kill | Survives::PowerFailure,
        target,
    } = options;
    // All that is read stands here by name, so that what is read one day besides is not forgotten.
    let Loaded {
        config: _,
        addresses: _,
        content: _,
        media,
        looks,
        diagnostics: _,
    } = loaded;
    let mut hasher = Parts(blake3::Hasher::new());
    hasher.add(GENERATOR.as_bytes());
    hasher.add(&program_stamp()?);
    hasher.add(today.to_string().as_bytes());
    hasher.add(&[u8::from(drafts)]);
    hasher.add(target.folder().as_bytes());
    // The texts of the site, its settings and its looks. Their ids, which spans carry, follow from
    // their order.
    for (_, file) in sources.iter() {
        hasher.add(file.path.as_str().as_bytes());
        hasher.add(&file.hash);
    }
    for (
        path,
        MediaFile {
            disk,
            source,
            size,
            stamp,
            seen,
            content,
        },
    ) in &media.files
    {
        hasher.add(path.as_str().as_bytes());
        hasher.add(disk.as_os_str().as_encoded_bytes());
        hasher.add(source.below().as_os_str().as_encoded_bytes());
        hasher.add(&size.to_le_bytes());
        hasher.add(stamp);
        hasher.add(format!("{seen:?}").as_bytes());
        hasher.add(content.as_ref().map_or(&[], |hash| hash.as_slice()));
    }
    let looks = looks
        .looks
        .iter()
        .map(|(name, folder)| (name.as_str(), folder))
        .chain([("", &looks.own)]);
    for (look, LookFolder { texts: _, assets }) in looks {
        for (name, asset) in assets {
            hasher.add(look.as_bytes());
            hasher.add(name.as_bytes());
            hasher.add(&asset.content);
        }
    }
    Some(Key(*hasher.0.finalize().as_bytes()))
}

/// Stands for what people wrote, as it was read: settings, addresses, content, pictures and
/// attachments.
pub(super) fn content_of(loaded: &Loaded, sources: &Sources) -> Key {
    let Loaded {
        config,
        addresses,
        content,
        media,
        looks: _,
        diagnostics: _,
    } = loaded;
    let mut hasher = Parts(blake3::Hasher::new());
    for id in config.iter().chain(addresses).chain(content) {
        let file = sources.file(*id);
        hasher.add(file.path.as_str().as_bytes());
        hasher.add(&file.hash);
    }
    for (
        path,
        MediaFile {
            disk: _,
            source: _,
            size,
            stamp,
            seen: _,
            content: _,
        },
    ) in &media.files
    {
        hasher.add(path.as_str().as_bytes());
        hasher.add(&size.to_le_bytes());
        hasher.add(stamp);
    }
    Key(*hasher.0.finalize().as_bytes())
}

/// Hashes parts so that no two rows of them come to the same.
struct Parts(blake3::Hasher);

impl Parts {
    fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
    }
}
