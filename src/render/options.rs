//! The options of a look: colours, a logo, fonts. A look declares them in its theme.toml, a site
//! chooses in `[look]` of oogst.toml, and what comes of both is a stylesheet of our own writing.
//! Every colour is measured against its ground, in light and in dark, before anything is made.
//!
//! Nothing that a writer wrote reaches a stylesheet as it is: colours are read and written again,
//! files are found among the assets.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::colour::Colour;
use crate::content::schema::{Field, Shape, config_field};
use crate::content::value::Fields;
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::pages::view::LookOption;
use crate::plan::address::percent_encoded;
use crate::report::Report;
use crate::source::{SourcePath, Span, Spanned};
use crate::words::{Bilingual, both};

/// The largest picture or font that a site may hand to every reader, in kilobytes.
const LARGEST_FILE: usize = 500;

const KIND_WORDS: &[Bilingual] = &[
    both("kleur", "colour"),
    both("beeld", "picture"),
    both("letter", "font"),
];
const ROLE_WORDS: &[Bilingual] = &[
    both("grond", "ground"),
    both("tekst", "text"),
    both("betekenis", "meaning"),
    both("teken", "graphic"),
];

/// What an option of a theme.toml says.
pub const OPTION: &[Field] = &[
    config_field(
        "name",
        Shape::Id,
        "De naam, in `[look]` en als `--naam` in CSS.",
        "The name, in `[look]` and as `--name` in CSS.",
    )
    .and_required(),
    config_field(
        "kind",
        Shape::Choice(KIND_WORDS),
        "Wat het is.",
        "What it is.",
    )
    .and_required(),
    config_field(
        "default",
        Shape::Line,
        "De kleur, of de namen van letters.",
        "The colour, or names of fonts.",
    ),
    config_field(
        "dark",
        Shape::Line,
        "De kleur in het donker.",
        "The colour in the dark.",
    ),
    config_field(
        "role",
        Shape::Choice(ROLE_WORDS),
        "Waar de kleur voor is. Tegen elke grond heeft tekst een contrast van 7, wat iets betekent 4,5 en een teken 3.",
        "What the colour is for. Against each ground, text has a contrast of 7, what carries meaning 4.5, and a graphic 3.",
    ),
    config_field(
        "follows",
        Shape::Id,
        "De kleur waarvan deze de leesbare tint is.",
        "The colour of which this is the readable shade.",
    ),
];

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Ground,
    Text,
    Meaning,
    Graphic,
}

impl Role {
    /// The least contrast with each ground: above what WCAG 2.2 asks for text (success criterion
    /// 1.4.6), and as it asks for the rest.
    fn least(self) -> f64 {
        match self {
            Self::Ground => 1.0,
            Self::Text => 7.0,
            Self::Meaning => 4.5,
            Self::Graphic => 3.0,
        }
    }
}

/// A colour in light and in dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    light: Colour,
    dark: Colour,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Colour {
        usual: Pair,
        role: Role,
        follows: Option<String>,
    },
    Picture,
    Font {
        fallback: String,
    },
}

/// An option that a look declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    name: String,
    kind: Kind,
    /// Where, in a theme.toml of the site.
    span: Option<Span>,
}

impl Declared {
    /// The same, of a file that no message can show.
    pub(super) fn without_place(self) -> Self {
        Self { span: None, ..self }
    }
}

/// The options of a theme.toml; what cannot be read is reported and left out.
pub(super) fn declared(tables: &[Fields], diagnostics: &mut Vec<Diagnostic>) -> Vec<Declared> {
    tables
        .iter()
        .filter_map(|table| one_declared(table, diagnostics))
        .collect()
}

fn one_declared(table: &Fields, diagnostics: &mut Vec<Diagnostic>) -> Option<Declared> {
    let name = table.id("name")?.value.to_string();
    let mut colour = |key: &str| {
        let written = table.line(key)?;
        let colour = Colour::parse(&written.value);
        if colour.is_none() {
            diagnostics.push(bad_colour(&written));
        }
        colour
    };
    let kind = match table.choice("kind")?.value {
        0 => {
            let light = colour("default")?;
            Kind::Colour {
                usual: Pair {
                    light,
                    dark: colour("dark").unwrap_or(light),
                },
                role: match table.choice("role").map(|role| role.value) {
                    Some(0) => Role::Ground,
                    Some(2) => Role::Meaning,
                    Some(3) => Role::Graphic,
                    _ => Role::Text,
                },
                follows: table.id("follows").map(|name| name.value.to_string()),
            }
        }
        1 => Kind::Picture,
        _ => {
            // Names of fonts and nothing that ends a declaration.
            let written = table
                .line("default")
                .map(|line| line.value)
                .unwrap_or_default();
            let kept = written.chars().filter(|character| {
                character.is_ascii_alphanumeric() || matches!(character, ' ' | ',' | '"' | '-')
            });
            let fallback: String = kept.collect();
            Kind::Font {
                fallback: if fallback.is_empty() || fallback.matches('"').count() % 2 == 1 {
                    "serif".to_owned()
                } else {
                    fallback
                },
            }
        }
    };
    Some(Declared {
        name,
        kind,
        span: Some(table.span),
    })
}

/// Declarations of a look over those of the look it extends.
pub(super) fn over(below: &[Declared], own: Vec<Declared>) -> Vec<Declared> {
    let mut all: Vec<Declared> = below
        .iter()
        .filter(|option| own.iter().all(|other| other.name != option.name))
        .cloned()
        .collect();
    all.extend(own);
    all
}

/// What came of a look's options and a site's choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Every option with its value; a file by its name below the assets.
    pub options: BTreeMap<String, LookOption>,
    /// The stylesheet of what was chosen: empty where nothing was.
    pub css: String,
}

/// A site's choice: the option and its value, both with their place.
pub type Choice = (Spanned<String>, Spanned<String>);

/// Resolves a site's choices among the options that its look declares.
pub fn choose(
    look: &str,
    declared: &[Declared],
    chosen: &[Choice],
    assets: &BTreeMap<String, Vec<u8>>,
) -> (Chosen, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut written: BTreeMap<&str, &Spanned<String>> = BTreeMap::new();
    for (key, value) in chosen {
        let name = key.value.strip_suffix("_dark").unwrap_or(&key.value);
        let known = declared.iter().find(|option| option.name == name);
        if known
            .is_some_and(|option| name == key.value || matches!(option.kind, Kind::Colour { .. }))
        {
            written.insert(&key.value, value);
            continue;
        }
        let names: Vec<&str> = declared.iter().map(|option| option.name.as_str()).collect();
        let diagnostic = Diagnostic::at(Code::UnknownKey, key.span)
            .with("key", &key.value)
            .with("kind", bilingual("`[look]`", "`[look]`"));
        let meant = nearest(&key.value, names.iter().copied());
        let known = names.join(", ");
        let way = if names.is_empty() {
            bilingual(
                "deze vormgeving heeft geen keuzes",
                "this look has no options",
            )
        } else {
            bilingual(
                &format!("kies uit: {known}"),
                &format!("choose from: {known}"),
            )
        };
        diagnostics.push(if meant.is_some() {
            diagnostic.suggest(meant)
        } else {
            diagnostic.with("way", way)
        });
    }
    let mut made = Chosen::default();
    let colours = Colours {
        declared,
        written: &written,
    }
    .resolved(&mut diagnostics);
    check(look, declared, &written, &colours, &mut diagnostics);
    let (mut faces, mut root, mut dark) = (String::new(), String::new(), String::new());
    for Declared { name, kind, .. } in declared {
        let mut option = LookOption::default();
        match kind {
            Kind::Colour { usual, .. } => {
                let pair = colours.get(name.as_str()).copied().unwrap_or(*usual);
                if pair.light != usual.light {
                    let _ = write!(root, "--{name}:{};", pair.light);
                }
                if pair.dark != usual.dark {
                    let _ = write!(dark, "--{name}:{};", pair.dark);
                }
                option.light = Some(pair.light.to_string());
                option.dark = Some(pair.dark.to_string());
            }
            Kind::Picture => {
                if let Some((file, bytes)) = written
                    .get(name.as_str())
                    .and_then(|value| file(value, assets, picture_kind, &mut diagnostics))
                {
                    option.href = Some(versioned(file, bytes));
                    (option.width, option.height) = picture_size(bytes).unzip();
                }
            }
            Kind::Font { fallback } => {
                if let Some((file, bytes)) = written
                    .get(name.as_str())
                    .and_then(|value| file(value, assets, font_kind, &mut diagnostics))
                {
                    let href = versioned(file, bytes);
                    let format = font_kind(bytes).unwrap_or_default();
                    let _ = writeln!(
                        faces,
                        "@font-face{{font-family:\"site-{name}\";src:url(\"{href}\") format(\"{format}\");font-weight:400 700;font-display:swap}}"
                    );
                    let _ = writeln!(faces, ":root{{--{name}:\"site-{name}\",{fallback}}}");
                    option.href = Some(href);
                }
            }
        }
        made.options.insert(name.clone(), option);
    }
    made.css = faces;
    // Paper keeps the look's own black on white.
    if !root.is_empty() {
        let _ = writeln!(made.css, "@media screen{{:root{{{root}}}}}");
    }
    if !dark.is_empty() {
        let _ = writeln!(
            made.css,
            "@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        );
    }
    (made, diagnostics)
}

/// Works the colours out: those chosen, those that follow from them, and the look's own.
struct Colours<'a> {
    declared: &'a [Declared],
    written: &'a BTreeMap<&'a str, &'a Spanned<String>>,
}

impl<'a> Colours<'a> {
    fn resolved(&self, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<&'a str, Pair> {
        let mut pairs: BTreeMap<&str, Pair> = BTreeMap::new();
        let mut ask = |key: &str| {
            let value = self.written.get(key)?;
            let colour = Colour::parse(&value.value);
            if colour.is_none() {
                diagnostics.push(bad_colour(value));
            }
            colour
        };
        // Grounds first: what follows is measured against them.
        let mut colours: Vec<(&str, Pair, Role, Option<&str>)> = self
            .declared
            .iter()
            .filter_map(|option| match &option.kind {
                Kind::Colour {
                    usual,
                    role,
                    follows,
                } => Some((option.name.as_str(), *usual, *role, follows.as_deref())),
                _ => None,
            })
            .collect();
        colours.sort_by_key(|(.., role, follows)| (*role != Role::Ground, follows.is_some()));
        let mut grounds: Vec<Pair> = Vec::new();
        for (name, usual, role, follows) in colours {
            let light = ask(name);
            let dark = ask(&format!("{name}_dark"));
            let source = follows
                .filter(|source| self.written.contains_key(source))
                .and_then(|source| pairs.get(source))
                .copied();
            let seen = |colour: Colour, on: fn(&Pair) -> Colour| {
                colour.nearest(|found| {
                    grounds
                        .iter()
                        .all(|ground| found.contrast(on(ground)) >= role.least())
                })
            };
            let derives = matches!(role, Role::Meaning | Role::Graphic) || follows.is_some();
            let pair = Pair {
                light: light
                    .or_else(|| seen(source?.light, |ground| ground.light))
                    .unwrap_or(usual.light),
                dark: dark
                    .or_else(|| seen(source?.dark, |ground| ground.dark))
                    .or_else(|| seen(light.filter(|_| derives)?, |ground| ground.dark))
                    .unwrap_or(usual.dark),
            };
            if role == Role::Ground {
                grounds.push(pair);
            }
            pairs.insert(name, pair);
        }
        pairs
    }
}

/// Measures every colour against every ground. Who chose the colour hears of it; who chose only the
/// ground, of the ground.
fn check(
    look: &str,
    declared: &[Declared],
    written: &BTreeMap<&str, &Spanned<String>>,
    colours: &BTreeMap<&str, Pair>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let of_role = |wanted: bool| {
        declared
            .iter()
            .filter_map(move |option| match &option.kind {
                Kind::Colour { role, .. } if (*role == Role::Ground) == wanted => {
                    Some((option, *role))
                }
                _ => None,
            })
    };
    for (ground, _) in of_role(true) {
        for (option, role) in of_role(false) {
            let (Some(on), Some(pair)) = (
                colours.get(ground.name.as_str()),
                colours.get(option.name.as_str()),
            ) else {
                continue;
            };
            for (colour, below, suffix, mode) in [
                (pair.light, on.light, "", bilingual("", "")),
                (
                    pair.dark,
                    on.dark,
                    "_dark",
                    bilingual(" in het donker", " in the dark"),
                ),
            ] {
                let ratio = colour.contrast(below);
                if ratio >= role.least() {
                    continue;
                }
                let own = written
                    .get(format!("{}{suffix}", option.name).as_str())
                    .or_else(|| written.get(option.name.as_str()));
                let grounds = written.get(format!("{}{suffix}", ground.name).as_str());
                let place = own.or(grounds).map(|value| value.span).or(option.span);
                let (changed, passing) = if own.is_none() && grounds.is_some() {
                    (
                        &ground.name,
                        below.nearest(|found| found.contrast(colour) >= role.least()),
                    )
                } else {
                    (
                        &option.name,
                        colour.nearest(|found| found.contrast(below) >= role.least()),
                    )
                };
                let way = match passing {
                    Some(passing) => bilingual(
                        &format!(
                            "kies voor `{changed}{suffix}` een andere tint; de dichtstbijzijnde die wel te lezen is, is `{passing}`"
                        ),
                        &format!(
                            "choose another shade for `{changed}{suffix}`; the nearest one that can be read is `{passing}`"
                        ),
                    ),
                    None => bilingual(
                        "kies een lichtere of donkerder grond",
                        "choose a lighter or darker ground",
                    ),
                };
                let diagnostic = match place {
                    Some(span) => Diagnostic::at(Code::LowContrast, span),
                    None => Diagnostic::of_path(
                        Code::LowContrast,
                        SourcePath::new(&format!("themes/{look}/theme.toml")),
                    ),
                };
                diagnostics.push(
                    diagnostic
                        .with("name", &option.name)
                        .with("value", colour)
                        .with("ground", &ground.name)
                        .with("below", below)
                        .with("mode", mode)
                        .with("ratio", ratio_words(ratio))
                        .with("least", ratio_words(role.least()))
                        .with("way", way),
                );
            }
        }
    }
}

/// A ratio rounded down: 4.49 must not read as 4.5.
fn ratio_words(ratio: f64) -> String {
    let text = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    bilingual(&text.replace('.', ","), &text)
}

/// Measures the colours of themes on the look's paper: they are thick rules and edges, never the
/// only sign.
pub fn check_themes(report: &Report, options: &BTreeMap<String, LookOption>) -> Vec<Diagnostic> {
    let Some(paper) = options
        .get("paper")
        .and_then(|paper| Colour::parse(paper.light.as_deref()?))
    else {
        return Vec::new();
    };
    let faint = |theme: &crate::report::Theme| {
        let colour = Colour::parse(theme.colour.as_deref()?)?;
        let ratio = colour.contrast(paper);
        if ratio >= Role::Graphic.least() {
            return None;
        }
        let diagnostic = Diagnostic::at(Code::FaintTheme, theme.colour_span.unwrap_or(theme.span));
        let passing = colour.nearest(|found| found.contrast(paper) >= Role::Graphic.least())?;
        Some(
            diagnostic
                .with("value", colour)
                .with("below", paper)
                .with("ratio", ratio_words(ratio))
                .with("passing", passing),
        )
    };
    report.themes.iter().filter_map(faint).collect()
}

fn bad_colour(written: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::BadColour, written.span).with("value", &written.value)
}

/// A file among the assets of the site or its look, of a kind that its bytes show.
fn file<'a>(
    value: &'a Spanned<String>,
    assets: &'a BTreeMap<String, Vec<u8>>,
    kind: fn(&[u8]) -> Option<&'static str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(&'a str, &'a [u8])> {
    let name = value.value.trim_start_matches("assets/");
    let Some((name, bytes)) = assets.get_key_value(name) else {
        let meant = nearest(name, assets.keys().map(String::as_str)).map(ToOwned::to_owned);
        diagnostics.push(
            Diagnostic::at(Code::LookFileMissing, value.span)
                .with("name", name)
                .suggest(meant),
        );
        return None;
    };
    let problem = if kind(bytes).is_none() {
        bilingual("is geen bestand van deze soort", "is no file of this kind")
    } else if bytes.len() > LARGEST_FILE * 1000 {
        let size = bytes.len() / 1000;
        bilingual(
            &format!("is met {size} kB te groot"),
            &format!("is too large at {size} kB"),
        )
    } else {
        return Some((name, bytes));
    };
    diagnostics.push(
        Diagnostic::at(Code::LookFileWrong, value.span)
            .with("name", name)
            .with("problem", problem)
            .with("limit", LARGEST_FILE),
    );
    None
}

/// The name of a file as an address, with a part of its hash so that no browser keeps an old one.
fn versioned(name: &str, bytes: &[u8]) -> String {
    format!(
        "{}?v={}",
        percent_encoded(name),
        &blake3::hash(bytes).to_hex()[..8]
    )
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What a picture is by its first bytes: PNG, or SVG, which pages show as a picture only, so that
/// nothing in it runs.
fn picture_kind(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(PNG) && bytes.len() > 24 {
        return Some("png");
    }
    let text = std::str::from_utf8(bytes)
        .ok()?
        .trim_start_matches('\u{FEFF}')
        .trim_start();
    let begins = text.starts_with("<svg") || text.starts_with("<?xml") || text.starts_with("<!--");
    (begins && text.contains("<svg") && text.contains("</svg>")).then_some("svg")
}

/// The size of a PNG (its specification, section 11.2.1).
fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let read = |start: usize| {
        Some(u32::from_be_bytes(
            bytes.get(start..start + 4)?.try_into().ok()?,
        ))
    };
    bytes
        .starts_with(PNG)
        .then(|| Some((read(16)?, read(20)?)))
        .flatten()
        .filter(|(width, height)| *width > 0 && *height > 0)
}

/// What a font is by its first four bytes, as CSS calls it.
fn font_kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes.get(..4)? {
        b"wOF2" => Some("woff2"),
        b"wOFF" => Some("woff"),
        b"OTTO" => Some("opentype"),
        [0, 1, 0, 0] | b"true" => Some("truetype"),
        _ => None,
    }
}
