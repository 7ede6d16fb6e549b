//! What a site makes of its look's options: the value of each, and one stylesheet.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::colours::Colours;
use super::contrast::check;
use super::declared::{ColourPair, DeclaredOption, OptionKind};
use super::files::{file, font_kind, picture_kind, picture_size};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::encode;
use crate::pages::view::LookOption;
use crate::source::Spanned;
use crate::words::messages::look as messages;
use crate::words::messages::schema::choose_from;

/// What came of a look's options and a site's choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Every option with its value; a file by its name below the assets.
    pub options: BTreeMap<String, LookOption>,
    /// The stylesheet of what was chosen: empty where nothing was.
    pub css: String,
}

/// A site's choice: the option and its value, both with their place.
pub type WrittenChoice = (Spanned<String>, Spanned<String>);

/// Resolves a site's choices among the options that its look declares.
pub fn choose(
    look: &str,
    declared: &[DeclaredOption],
    chosen: &[WrittenChoice],
    assets: &BTreeMap<String, Vec<u8>>,
) -> (Chosen, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut written: BTreeMap<&str, &Spanned<String>> = BTreeMap::new();
    for (key, value) in chosen {
        let name = key.value.strip_suffix("_dark").unwrap_or(&key.value);
        let is_known = declared.iter().any(|option| {
            let has_dark = matches!(option.kind, OptionKind::Colour { .. });
            option.name == name && (name == key.value || has_dark)
        });
        if is_known {
            written.insert(&key.value, value);
        } else {
            diagnostics.push(unknown_option(key, declared));
        }
    }
    let colours = Colours {
        declared,
        written: &written,
    }
    .resolved(&mut diagnostics);
    check(look, declared, &written, &colours, &mut diagnostics);
    let mut sheet = Stylesheet::default();
    let mut options = BTreeMap::new();
    for DeclaredOption { name, kind, .. } in declared {
        let chosen = written.get(name.as_str());
        let mut option = LookOption::default();
        match kind {
            OptionKind::Colour { usual, .. } => {
                let pair = colours.get(name.as_str()).unwrap_or(usual);
                sheet.colour(name, *pair, *usual);
                option.light = Some(pair.light.to_string());
                option.dark = Some(pair.dark.to_string());
            }
            OptionKind::Picture => {
                let picture =
                    chosen.and_then(|value| file(value, assets, picture_kind, &mut diagnostics));
                if let Some((file, bytes)) = picture {
                    option.href = Some(encode::path(file));
                    (option.width, option.height) = picture_size(bytes).unzip();
                }
            }
            OptionKind::Font { fallback } => {
                let font =
                    chosen.and_then(|value| file(value, assets, font_kind, &mut diagnostics));
                if let Some((file, bytes)) = font {
                    let href = encode::path(file);
                    sheet.font(name, &href, font_kind(bytes).unwrap_or_default(), fallback);
                    option.href = Some(href);
                }
            }
        }
        options.insert(name.clone(), option);
    }
    let css = sheet.text();
    (Chosen { options, css }, diagnostics)
}

/// What to say of a choice that the look does not offer.
fn unknown_option(key: &Spanned<String>, declared: &[DeclaredOption]) -> Diagnostic {
    let names: Vec<&str> = declared.iter().map(|option| option.name.as_str()).collect();
    let diagnostic = Diagnostic::at(Code::UnknownKey, key.span)
        .with("key", &key.value)
        .with("kind", "`[look]`");
    let meant = nearest(&key.value, names.iter().copied());
    if meant.is_some() {
        return diagnostic.suggest(meant);
    }
    let known = names.join(", ");
    let way = if names.is_empty() {
        messages::NO_OPTIONS.into()
    } else {
        choose_from(&known)
    };
    diagnostic.with("way", way)
}

/// The stylesheet of what was chosen, in its parts.
#[derive(Default)]
struct Stylesheet {
    faces: String,
    light: String,
    dark: String,
}

impl Stylesheet {
    /// A colour, where it is another than the look's usual one.
    fn colour(&mut self, name: &str, pair: ColourPair, usual: ColourPair) {
        if pair.light != usual.light {
            let _ = write!(self.light, "--{name}:{};", pair.light);
        }
        if pair.dark != usual.dark {
            let _ = write!(self.dark, "--{name}:{};", pair.dark);
        }
    }

    fn font(&mut self, name: &str, href: &str, format: &str, fallback: &str) {
        let _ = writeln!(
            self.faces,
            "@font-face{{font-family:\"site-{name}\";src:url(\"{href}\") format(\"{format}\");font-weight:400 700;font-display:swap}}"
        );
        let _ = writeln!(self.faces, ":root{{--{name}:\"site-{name}\",{fallback}}}");
    }

    fn text(self) -> String {
        let Self {
            faces: mut css,
            light,
            dark,
        } = self;
        // Paper keeps the look's own black on white.
        if !light.is_empty() {
            let _ = writeln!(css, "@media screen{{:root{{{light}}}}}");
        }
        if !dark.is_empty() {
            let _ = writeln!(
                css,
                "@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
            );
        }
        css
    }
}
