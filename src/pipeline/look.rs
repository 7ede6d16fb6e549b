//! The look of a site: the one that its settings name, with the site's own templates and assets over
//! it, and where a browser finds its files.

use std::sync::Arc;

use crate::colour::Colour;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::encode;
use crate::feeds;
use crate::input::{Asset, Loaded, LookFolder};
use crate::look::{Chosen, Look, LookFiles, Template, asset_folder};
use crate::output::Ours;
use crate::pages::AssetAddresses;
use crate::plan::address::Addresses;
use crate::plan::{CHOSEN, COLOURS, has_colours};
use crate::records::Report;
use crate::records::link::copy_of_refused;
use crate::source::{FileId, Sources};

/// The template of social cards: the only one that a look need not have.
pub(super) const CARD: &str = "social.svg";

/// The look that the config names, with the site's own templates and assets over it.
pub(super) fn look(
    loaded: &Loaded,
    config: &Config,
    report: &Report,
    sources: &Sources,
) -> (Look, Vec<Diagnostic>) {
    let copy =
        |asset: &Asset| copy_of_refused(report, &asset.path, &asset.content, config.language());
    let published = |(name, asset): (&String, &Asset)| {
        copy(asset)
            .is_none()
            .then(|| (name.clone(), asset.bytes.clone()))
    };
    let template = |id: FileId| Template {
        text: Arc::clone(&sources.file(id).text),
        file: Some(id),
    };
    let files = |folder: &LookFolder| LookFiles {
        templates: folder
            .texts
            .iter()
            .filter_map(|(path, id)| {
                Some((path.strip_prefix("templates/")?.to_owned(), template(*id)))
            })
            .collect(),
        assets: folder.assets.iter().filter_map(published).collect(),
    };
    let name = config.look.as_str();
    let mut diagnostics: Vec<Diagnostic> = loaded.looks.assets().filter_map(copy).collect();
    let base = match loaded.looks.looks.get(name) {
        Some(folder) => {
            let manifest = folder.texts.get("theme.toml").map(|id| template(*id));
            let (look, found) =
                Look::of_site(name, manifest.as_ref(), files(folder), config.language());
            diagnostics.extend(found);
            look
        }
        None => {
            diagnostics.extend((name != "default").then(|| unknown(config, loaded)));
            Look::embedded()
        }
    };
    (Look::layered(base, files(&loaded.looks.own)), diagnostics)
}

/// What to say of a look that there is not.
fn unknown(config: &Config, loaded: &Loaded) -> Diagnostic {
    let name = config.look.as_str();
    let diagnostic = config.look_span.map_or_else(
        || Diagnostic::of_site(Code::UnknownLook),
        |span| Diagnostic::at(Code::UnknownLook, span),
    );
    let known = loaded.looks.looks.keys().map(String::as_str);
    let suggestion = nearest(name, known.chain(["default"])).map(ToOwned::to_owned);
    diagnostic.with("name", name).suggest(suggestion)
}

/// What stands in a page's key for its look and for the mark that it ends in, which holds the
/// site's address.
pub(super) fn look_hash(look: &Look, ours: &Ours) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher
        .update(&look.hash)
        .update(b"marked 1")
        .update(ours.base_url.as_bytes());
    *hasher.finalize().as_bytes()
}

/// The files of the look as they are published, by their path below the folder of assets, and what
/// that is called.
pub(super) struct Assets {
    /// The name of the folder: `1a2b3c4d`.
    pub(super) folder: String,
    /// The names of the look's own files.
    pub(super) names: Vec<String>,
    /// The stylesheet with the colours of the themes, where there is anything to say in it.
    pub(super) colours: Option<Vec<u8>>,
}

impl Assets {
    /// What the site publishes of this look.
    pub(super) fn new(look: &Look, chosen: &Chosen, report: &Report, config: &Config) -> Self {
        let addresses = Addresses::new(config);
        let colours = has_colours(report, &addresses)
            .then(|| feeds::colours(report, &addresses, dark_paper(chosen)));
        let own = look
            .assets
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        let mut files: Vec<(&str, &[u8])> = own.collect();
        files.extend(colours.as_deref().map(|css| (COLOURS, css)));
        files.extend((!chosen.css.is_empty()).then_some((CHOSEN, chosen.css.as_bytes())));
        files.sort_unstable_by_key(|(name, _)| *name);
        Self {
            folder: asset_folder(&config.base_url, files),
            names: look.assets.keys().cloned().collect(),
            colours,
        }
    }
}

/// Where a browser finds the files of the look.
pub(super) fn asset_addresses(look: &Look, chosen: &Chosen, assets: &Assets) -> AssetAddresses {
    AssetAddresses {
        folder: assets.folder.clone(),
        has_colours: assets.colours.is_some(),
        has_chosen: !chosen.css.is_empty(),
        has_icon: look.assets.contains_key("icon.svg"),
        scripts: look
            .assets
            .keys()
            .filter_map(|name| {
                let script = name
                    .strip_suffix(".js")
                    .filter(|name| !name.contains('/'))?;
                Some((script.to_owned(), encode::path(name)))
            })
            .collect(),
        options: chosen.options.clone(),
    }
}

/// The ground that themes' colours stand on in the dark.
pub(super) fn dark_paper(chosen: &Chosen) -> Option<Colour> {
    Colour::parse(chosen.options.get("paper")?.dark.as_deref()?)
}
