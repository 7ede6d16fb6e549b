//! Whether what a look and a site chose can be read: every colour measured against its grounds.

use std::collections::BTreeMap;

use super::declared::{ColourPair, DeclaredOption, OptionKind, Role};
use crate::colour::Colour;
use crate::diagnostic::{Code, Diagnostic};
use crate::pages::view::LookOption;
use crate::records::Report;
use crate::source::{SourcePath, Spanned};
use crate::words::messages::look as messages;
use crate::words::{Bilingual, Phrase, phrase};

/// A colour on a ground, in light or in dark.
struct Pairing<'a> {
    option: &'a DeclaredOption,
    role: Role,
    colour: Colour,
    ground: &'a DeclaredOption,
    below: Colour,
    is_dark: bool,
}

/// Measures every colour against every ground. Who chose the colour hears of it; who chose only the
/// ground, of the ground.
pub(super) fn check(
    look: &str,
    declared: &[DeclaredOption],
    written: &BTreeMap<&str, &Spanned<String>>,
    colours: &BTreeMap<&str, ColourPair>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let too_faint =
        |pairing: &Pairing<'_>| pairing.colour.contrast(pairing.below) < pairing.role.least();
    let of_role = |wanted: bool| {
        declared.iter().filter_map(move |option| match option.kind {
            OptionKind::Colour { role, .. } if (role == Role::Ground) == wanted => {
                Some((option, role))
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
            let in_light = Pairing {
                option,
                role,
                colour: pair.light,
                ground,
                below: on.light,
                is_dark: false,
            };
            let in_dark = Pairing {
                colour: pair.dark,
                below: on.dark,
                is_dark: true,
                ..in_light
            };
            diagnostics.extend(
                [in_light, in_dark]
                    .iter()
                    .filter(|pairing| too_faint(pairing))
                    .map(|pairing| pairing.low_contrast(look, written)),
            );
        }
    }
}

impl Pairing<'_> {
    /// Says that this colour is too faint on this ground, where it was chosen.
    fn low_contrast(&self, look: &str, written: &BTreeMap<&str, &Spanned<String>>) -> Diagnostic {
        let Self {
            option,
            role,
            colour,
            ground,
            below,
            is_dark,
        } = *self;
        let (suffix, mode) = if is_dark {
            ("_dark", messages::IN_THE_DARK)
        } else {
            ("", Bilingual::NOTHING)
        };
        let own = written
            .get(format!("{}{suffix}", option.name).as_str())
            .or_else(|| written.get(option.name.as_str()));
        let grounds = written.get(format!("{}{suffix}", ground.name).as_str());
        let (changed, passing) = if own.is_none() && grounds.is_some() {
            let passing = below.nearest(|found| found.contrast(colour) >= role.least());
            (&ground.name, passing)
        } else {
            let passing = colour.nearest(|found| found.contrast(below) >= role.least());
            (&option.name, passing)
        };
        let way = match passing {
            Some(passing) => messages::choose_another_shade(&changed, &suffix, &passing),
            None => messages::CHOOSE_ANOTHER_GROUND.into(),
        };
        let diagnostic = match own.or(grounds).map(|value| value.span).or(option.span) {
            Some(span) => Diagnostic::at(Code::LowContrast, span),
            None => Diagnostic::of_path(
                Code::LowContrast,
                SourcePath::new(&format!("themes/{look}/theme.toml")),
            ),
        };
        diagnostic
            .with("name", &option.name)
            .with("value", colour)
            .with("ground", &ground.name)
            .with("below", below)
            .with("mode", mode)
            .with("ratio", ratio_words(colour.contrast(below)))
            .with("least", ratio_words(role.least()))
            .with("way", way)
    }
}

/// A ratio rounded down: 4.49 must not read as 4.5.
fn ratio_words(ratio: f64) -> Phrase {
    let text = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    phrase(text.replace('.', ","), text)
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
    let faint = |theme: &crate::records::Theme| {
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
