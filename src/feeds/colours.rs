//! The colours of the themes, as a stylesheet.

use std::fmt::Write as _;

use crate::colour::Colour;
use crate::plan::address::Addresses;
use crate::records::Report;

/// What a stylesheet must know of this very site: a custom property for the elements of each theme
/// that has a colour, and where the site's paths begin, so that paper shows whole addresses. A
/// theme's colour that is too dark for the dark has a lighter shade there. Ids and colours hold no
/// character that CSS would read otherwise.
pub fn colours(report: &Report, addresses: &Addresses, dark_paper: Option<Colour>) -> Vec<u8> {
    let (mut css, mut dark) = (String::new(), String::new());
    if !addresses.origin().is_empty() {
        // A backslash and a number stand for any character (CSS Syntax 3, section 4.3.7).
        let plain =
            |character: char| character.is_ascii_alphanumeric() || "-.:/[]".contains(character);
        let origin = addresses.origin().chars().map(|character| {
            if plain(character) {
                character.to_string()
            } else {
                format!("\\{:x} ", u32::from(character))
            }
        });
        let _ = writeln!(
            css,
            ":root {{ --origin: \"{}\"; }}",
            origin.collect::<String>()
        );
    }
    for theme in &report.themes {
        if let Some(colour) = &theme.colour {
            let _ = writeln!(
                css,
                "[data-theme=\"{}\"] {{ --theme: {colour}; }}",
                theme.id
            );
            let lighter = Colour::parse(colour)
                .zip(dark_paper)
                .and_then(|(colour, paper)| {
                    let lighter = colour.nearest(|found| found.contrast(paper) >= 3.0)?;
                    (lighter != colour).then_some(lighter)
                });
            if let Some(lighter) = lighter {
                let _ = writeln!(
                    dark,
                    "[data-theme=\"{}\"] {{ --theme: {lighter}; }}",
                    theme.id
                );
            }
        }
    }
    if !dark.is_empty() {
        let _ = writeln!(css, "@media (prefers-color-scheme: dark) {{\n{dark}}}");
    }
    css.into_bytes()
}
