//! What the output is told of this site and its content: by what its own files are known where
//! nothing else tells, what must be nowhere once it is taken off, and which content this is.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::options::BuildTarget;
use crate::config::Config;
use crate::input::Loaded;
use crate::input::permalinks::{Marks, Promised};
use crate::look::{Look, asset_hash};
use crate::output::{FileKey, Ours, OutputPath, OutputPlaces, WriteOptions};
use crate::pictures::Format;
use crate::pictures::media_file::MediaFile;
use crate::plan::Plan;
use crate::source::Sources;

/// How this site is written, with all that the output must know of it.
pub(super) fn options(
    root: &Path,
    sources: &Sources,
    target: BuildTarget,
    config: &Config,
    loaded: &Loaded,
    writing: WriteOptions,
) -> WriteOptions {
    let content = content_of(loaded, sources);
    let preview = || OutputPlaces::new(root, Path::new(BuildTarget::Preview.folder()));
    WriteOptions {
        ours: Arc::new(ours(config, loaded)),
        all_ours: target == BuildTarget::Preview,
        content: (target == BuildTarget::Preview).then_some(content),
        outdated: (target == BuildTarget::Output).then(|| (preview(), content)),
        ..writing
    }
}

fn ours(config: &Config, loaded: &Loaded) -> Ours {
    static EMBEDDED: LazyLock<BTreeSet<[u8; 32]>> = LazyLock::new(|| {
        // Once a process: it never changes.
        Look::embedded()
            .assets
            .iter()
            .map(|(path, bytes)| asset_hash(path, bytes))
            .collect()
    });
    let looks = loaded
        .looks
        .looks
        .values()
        .chain([&loaded.looks.own])
        .flat_map(|look| &look.assets);
    let assets = looks
        .map(|(path, asset)| asset_hash(path, &asset.bytes))
        .chain(EMBEDDED.iter().copied())
        .collect();
    Ours {
        base_url: config.base_url.clone(),
        base_path: config.base_path.clone(),
        assets,
    }
}

/// What must be nowhere once it is taken off the site.
pub(super) struct Private<'a> {
    /// The folders of people, each with a `/` at its end.
    people: Vec<String>,
    plan: &'a Plan,
    marks: Marks<'a>,
}

impl<'a> Private<'a> {
    pub(super) fn new(config: &Config, plan: &'a Plan, promised: &'a Promised) -> Self {
        let folder = |language| {
            format!(
                "{}{}/",
                &plan.addresses.root(language)[1..],
                plan.addresses.routes(language).people
            )
        };
        Self {
            people: config.languages.iter().copied().map(folder).collect(),
            plan,
            marks: Marks::new(&promised.forgotten),
        }
    }

    /// Whether a file is a picture, a page of people, or at an address that is to be forgotten.
    pub(super) fn holds(&self, path: &OutputPath) -> bool {
        let path = path.as_str();
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        is_picture(path)
            || self
                .people
                .iter()
                .any(|folder| path.starts_with(folder.as_str()))
            || self.plan.nameless.contains(&address)
            || self.marks.know_address(&address)
    }
}

/// Whether a file of the output was made of a photo.
pub(super) fn is_picture(path: &str) -> bool {
    Format::ALL.iter().any(|format| {
        path.rsplit_once('.')
            .is_some_and(|(_, ending)| ending == format.extension())
    })
}

/// Stands for what people wrote, as it was read: settings, addresses, content, pictures and
/// attachments.
fn content_of(loaded: &Loaded, sources: &Sources) -> FileKey {
    let Loaded {
        config,
        addresses,
        content,
        media,
        looks: _,
        diagnostics: _,
    } = loaded;
    let mut hasher = Hashed(blake3::Hasher::new());
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
    FileKey(*hasher.0.finalize().as_bytes())
}

/// A hash of parts, so that no two rows of them come to the same.
struct Hashed(blake3::Hasher);

impl Hashed {
    fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
    }
}
