//! Sets words in lines: measures them with the font inside the program, breaks long ones, and says
//! with an ellipsis where room ran out.

use std::sync::LazyLock;

use serde::Serialize;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::drawing::text_layout::filled;
use crate::words::hyphenation::{SOFT_HYPHEN, soft_hyphens};

/// Libertinus Serif, under the SIL Open Font License, whose text stands beside the files.
pub(super) const REGULAR: &[u8] = include_bytes!("fonts/LibertinusSerif-Regular.otf");
/// The same, heavier.
pub(super) const SEMIBOLD: &[u8] = include_bytes!("fonts/LibertinusSerif-Semibold.otf");

static REGULAR_WIDTHS: LazyLock<Widths> = LazyLock::new(|| Widths::of(REGULAR));
static SEMIBOLD_WIDTHS: LazyLock<Widths> = LazyLock::new(|| Widths::of(SEMIBOLD));

/// Which of the two weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// For running words.
    Regular,
    /// For titles and figures.
    Semibold,
}

/// Words set in lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lines {
    /// How large the letters are, in pixels.
    pub size: u32,
    /// From one line to the next, in pixels.
    pub leading: u32,
    /// The lines, each no wider than asked.
    pub lines: Vec<String>,
}

/// How wide each character is, in thousandths of the letters' size; 0 for one that the font lacks.
struct Widths(Vec<u16>);

impl Widths {
    /// Latin, Greek, Cyrillic, and the signs of printing: all that the font has below this.
    const LAST: usize = 0x2200;

    fn of(font: &[u8]) -> Self {
        let font = FontRef::new(font).expect("the font inside the program is a font");
        let (characters, metrics) = (
            font.charmap(),
            font.glyph_metrics(Size::new(1000.0), LocationRef::default()),
        );
        let width = |code: u32| {
            characters
                .map(code)
                .and_then(|glyph| metrics.advance_width(glyph))
                .map_or(0, whole)
        };
        Self(
            (0..u32::try_from(Self::LAST).unwrap_or(0))
                .map(width)
                .collect(),
        )
    }

    fn of_character(&self, character: char) -> u32 {
        self.0.get(character as usize).copied().map_or(0, u32::from)
    }

    /// A text's width at a size, in pixels. Pairs that the font draws closer together make it a
    /// little less.
    fn of_text(&self, text: &str, size: u32) -> u32 {
        let thousandths: u32 = text
            .chars()
            .filter(|character| *character != SOFT_HYPHEN)
            .map(|character| self.of_character(character))
            .sum();
        (thousandths * size).div_ceil(1000)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a width of a letter is some hundreds, and none is below zero"
)]
fn whole(width: f32) -> u16 {
    width.clamp(0.0, 4000.0).ceil() as u16
}

fn widths(face: Face) -> &'static Widths {
    match face {
        Face::Regular => &REGULAR_WIDTHS,
        Face::Semibold => &SEMIBOLD_WIDTHS,
    }
}

/// The most characters of a text that are looked at: a card holds a few hundred, and setting a text
/// takes time by the square of its length.
const MOST: usize = 2_000;

/// A text without what the font cannot draw: a box with a cross says nothing to anyone.
fn drawable(text: &str, widths: &Widths) -> String {
    let drawn = text
        .chars()
        .filter(|character| character.is_whitespace() || widths.of_character(*character) > 0);
    let kept: String = drawn.take(MOST).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sets a text in the largest of these sizes in which it fits; each size comes with the most lines
/// it may take. In the last size the text is cut with an ellipsis where it has more.
pub fn set(text: &str, face: Face, width: u32, sizes: &[(u32, usize)]) -> Lines {
    let widths = widths(face);
    let text = drawable(text, widths);
    let leading = |size: u32| size + size / 10;
    for (size, most) in sizes {
        let lines = wrapped(&text, widths, *size, width, false);
        if lines
            .iter()
            .all(|line| widths.of_text(line, *size) <= width)
            && lines.len() <= *most
        {
            return Lines {
                size: *size,
                leading: leading(*size),
                lines,
            };
        }
    }
    let (size, most) = sizes.last().copied().unwrap_or((32, 1));
    let mut lines = wrapped(&text, widths, size, width, true);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(last, widths, size, width);
        }
    }
    Lines {
        size,
        leading: leading(size),
        lines,
    }
}

/// A text in one line of this width, cut with an ellipsis where it is longer.
pub fn fitting(text: &str, face: Face, size: u32, width: u32) -> String {
    let widths = widths(face);
    let text = drawable(text, widths);
    if widths.of_text(&text, size) <= width {
        text
    } else {
        cut(&text, widths, size, width)
    }
}

/// A text cut to a width, with an ellipsis behind it.
fn cut(text: &str, widths: &Widths, size: u32, width: u32) -> String {
    let mut kept = text.trim_end_matches('-').to_owned();
    while !kept.is_empty() && widths.of_text(&format!("{kept}…"), size) > width {
        kept.pop();
    }
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '-']))
}

/// Fills lines word by word. A word wider than a line breaks where a hyphen may stand, and with
/// `anywhere` after any letter.
fn wrapped(text: &str, widths: &Widths, size: u32, width: u32, anywhere: bool) -> Vec<String> {
    let fits = |line: &str| widths.of_text(line.trim_end(), size) <= width;
    let parted = |word: &str| broken(word, widths, size, width, anywhere);
    filled(text.split_inclusive(' '), usize::MAX, fits, parted)
        .iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// A word in two: the most that fits a line with its hyphen, and the rest.
fn broken(
    word: &str,
    widths: &Widths,
    size: u32,
    width: u32,
    anywhere: bool,
) -> Option<(String, String)> {
    let hyphenated = soft_hyphens(word);
    let mut at_hyphen = None;
    for (place, _) in hyphenated.match_indices(SOFT_HYPHEN) {
        let head = format!("{}-", hyphenated[..place].replace(SOFT_HYPHEN, ""));
        if widths.of_text(&head, size) <= width {
            at_hyphen = Some((head, hyphenated[place..].replace(SOFT_HYPHEN, "")));
        }
    }
    if at_hyphen.is_some() || !anywhere {
        return at_hyphen;
    }
    let fits = |end: usize| widths.of_text(&word[..end], size) <= width;
    let end = word
        .char_indices()
        .map(|(start, character)| start + character.len_utf8())
        .take_while(|end| fits(*end))
        .last()?;
    (end < word.len()).then(|| (word[..end].to_owned(), word[end..].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Face, SEMIBOLD_WIDTHS, fitting, set};

    const SIZES: &[(u32, usize)] = &[(88, 2), (60, 3), (48, 4)];

    #[test]
    fn whatever_is_set_fits_its_lines() {
        let long = "Loopbaanoriëntatiebegeleidingscommissie ".repeat(20);
        let hostile = "<script>alert(\"x\")</script>&amp; \u{202E}\u{0}\u{7}漢字 🎉";
        for text in [
            "Techniekdag",
            "",
            "漢字",
            &long,
            &"x".repeat(500),
            &"a b ".repeat(400),
            hostile,
        ] {
            let set = set(text, Face::Semibold, 850, SIZES);
            assert!(set.lines.len() <= 4, "{text}: {set:?}");
            for line in &set.lines {
                assert!(
                    SEMIBOLD_WIDTHS.of_text(line, set.size) <= 850,
                    "{text}: {line}"
                );
                assert!(!line.chars().any(char::is_control), "{text}: {line}");
            }
        }
    }

    #[test]
    fn a_short_title_is_large_and_a_long_word_breaks_at_a_syllable() {
        assert_eq!(set("Techniekdag", Face::Semibold, 850, SIZES).size, 88);
        let set = set(
            "Loopbaanoriëntatiebegeleidingscommissie",
            Face::Semibold,
            850,
            SIZES,
        );
        assert_eq!(
            set.lines.concat().replace('-', ""),
            "Loopbaanoriëntatiebegeleidingscommissie",
            "{set:?}"
        );
        assert!(
            set.lines.len() > 1 && set.lines[0].ends_with('-'),
            "{set:?}"
        );
        let cut = fitting(&"woord ".repeat(50), Face::Regular, 30, 400);
        assert!(
            cut.starts_with("woord woord") && cut.ends_with('…') && !cut.ends_with(" …"),
            "{cut}"
        );
    }
}
