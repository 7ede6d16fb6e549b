//! The look of a site: the one that its settings name, with the site's own templates and assets over
//! it, and where a browser finds its files.

use std::sync::Arc;

use crate::colour::Colour;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::feeds;
use crate::input::{Asset, Loaded, LookFolder};
use crate::look::{Chosen, Look, LookFiles, Template};
use crate::output::Ours;
use crate::pages::AssetAddresses;
use crate::plan::address::Addresses;
use crate::plan::has_colours;
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

/// Where a browser finds the files of the look.
pub(super) fn asset_addresses(
    look: &Look,
    chosen: &Chosen,
    report: &Report,
    addresses: &Addresses,
) -> AssetAddresses {
    let versioned =
        |name: &str, bytes: &[u8]| format!("{name}?v={}", &blake3::hash(bytes).to_hex()[..8]);
    AssetAddresses {
        stylesheet: look.assets.get("style.css").map_or_else(
            || "style.css".to_owned(),
            |bytes| versioned("style.css", bytes),
        ),
        colours: has_colours(report, addresses).then(|| {
            versioned(
                "themes.css",
                &feeds::colours(report, addresses, dark_paper(chosen)),
            )
        }),
        chosen: (!chosen.css.is_empty()).then(|| versioned("options.css", chosen.css.as_bytes())),
        options: chosen.options.clone(),
        icon: look
            .assets
            .contains_key("icon.svg")
            .then(|| "icon.svg".to_owned()),
        scripts: look
            .assets
            .iter()
            .filter_map(|(name, bytes)| {
                Some((
                    name.strip_suffix(".js")
                        .filter(|name| !name.contains('/'))?
                        .to_owned(),
                    versioned(name, bytes),
                ))
            })
            .collect(),
    }
}

/// The ground that themes' colours stand on in the dark.
pub(super) fn dark_paper(chosen: &Chosen) -> Option<Colour> {
    Colour::parse(chosen.options.get("paper")?.dark.as_deref()?)
}
