//! Colours as numbers: read from what people write, measured against each other, moved to the
//! nearest one that can be seen.
//!
//! Contrast is that of WCAG 2.2 ("relative luminance", "contrast ratio"); OKLCH is Björn
//! Ottosson's, as CSS Color 4 has it. Everything is measured on the eight-bit colour that a screen
//! gets, and only that is ever written out: no text of a writer reaches a stylesheet.

use std::fmt;

/// A colour as a screen shows it: red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour([u8; 3]);

impl fmt::Display for Colour {
    /// `#b3541e`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Colour {
    /// Reads `#b3541e`, `#b52`, `rgb(179 84 30)` or `oklch(56% 0.13 50)`; with commas between the
    /// numbers as well.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(digits) = text.strip_prefix('#') {
            return Self::of_digits(digits);
        }
        let (name, inner) = text.strip_suffix(')')?.split_once('(')?;
        let parts: Vec<&str> = inner
            .split([' ', ','])
            .filter(|part| !part.is_empty())
            .collect();
        let [first, second, third] = parts[..] else {
            return None;
        };
        match name {
            "rgb" => {
                let channel = |part: &str| part.parse::<u8>().ok();
                Some(Self([channel(first)?, channel(second)?, channel(third)?]))
            }
            "oklch" => {
                let lightness = match first.strip_suffix('%') {
                    Some(percent) => number(percent, 100.0)? / 100.0,
                    None => number(first, 1.0)?,
                };
                Some(Self::of_oklch(
                    lightness,
                    number(second, 0.5)?,
                    number(third.trim_end_matches("deg"), 360.0)?,
                ))
            }
            _ => None,
        }
    }

    fn of_digits(digits: &str) -> Option<Self> {
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let pair = |start: usize| u8::from_str_radix(digits.get(start..start + 2)?, 16).ok();
        let single =
            |place: usize| Some(u8::from_str_radix(digits.get(place..=place)?, 16).ok()? * 17);
        match digits.len() {
            6 => Some(Self([pair(0)?, pair(2)?, pair(4)?])),
            3 => Some(Self([single(0)?, single(1)?, single(2)?])),
            _ => None,
        }
    }

    /// The colour at this lightness (0 to 1), chroma and hue in degrees; with less chroma where no
    /// screen shows as much.
    fn of_oklch(lightness: f64, chroma: f64, hue: f64) -> Self {
        let (sin, cos) = hue.to_radians().sin_cos();
        let mut chroma = chroma;
        loop {
            let linear = linear_of_oklab(lightness, chroma * cos, chroma * sin);
            if chroma <= 0.0
                || linear
                    .iter()
                    .all(|channel| (-0.0005..=1.0005).contains(channel))
            {
                return Self(linear.map(encoded));
            }
            chroma -= 0.002;
        }
    }

    /// Lightness, chroma, and hue in degrees.
    fn oklch(self) -> (f64, f64, f64) {
        let [red, green, blue] = self.0.map(decoded);
        let long =
            (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium =
            (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short =
            (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short;
        let a = 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short;
        (lightness, a.hypot(b), b.atan2(a).to_degrees())
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(decoded);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How far two colours are apart in light: from 1, the same, to 21, black on white.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(other) / one.min(other)
    }

    /// The colour of the same hue, nearest in lightness, that passes; `None` where none does.
    pub fn nearest(self, passes: impl Fn(Self) -> bool) -> Option<Self> {
        const STEPS: i32 = 400;
        let (lightness, chroma, hue) = self.oklch();
        let at = |lightness: f64| {
            (0.0..=1.0)
                .contains(&lightness)
                .then(|| Self::of_oklch(lightness, chroma, hue))
                .filter(|colour| passes(*colour))
        };
        if passes(self) {
            return Some(self);
        }
        (1..=STEPS).find_map(|step| {
            let distance = f64::from(step) / f64::from(STEPS);
            at(lightness - distance).or_else(|| at(lightness + distance))
        })
    }
}

fn number(text: &str, most: f64) -> Option<f64> {
    text.parse::<f64>()
        .ok()
        .filter(|number| (0.0..=most).contains(number))
}

/// From `OKLab` to linear light (CSS Color 4, section 9.3).
fn linear_of_oklab(lightness: f64, a: f64, b: f64) -> [f64; 3] {
    let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
    ]
}

/// A channel's light (IEC 61966-2-1).
fn decoded(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.040_45 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is between 0 and 255"
)]
fn encoded(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let value = if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    };
    (value * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap_or_else(|| panic!("{text} is a colour"))
    }

    #[test]
    fn colours_are_read_as_a_browser_reads_them() {
        // What chromium makes of the same words.
        for (text, hex) in [
            ("#B3541E", "#b3541e"),
            ("#b52", "#bb5522"),
            ("rgb(179, 84, 30)", "#b3541e"),
            ("rgb(179 84 30)", "#b3541e"),
            ("oklch(100% 0 0)", "#ffffff"),
            ("oklch(62.8% 0.2577 29.23deg)", "#ff0000"),
            ("oklch(0.452 0.3132 264.05)", "#0000ff"),
        ] {
            assert_eq!(colour(text).to_string(), hex, "{text}");
        }
        for text in [
            "red;}*{",
            "#12",
            "#ggg",
            "rgb(300 0 0)",
            "oklch(120% 0 0)",
            "oklch(NaN 0 0)",
            "url(x)",
            "",
            "rgb(1 2 3 / 50%)",
            "var(--x)",
        ] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let ratio = |one, other| format!("{:.2}", colour(one).contrast(colour(other)));
        assert_eq!(ratio("#000", "#fff"), "21.00");
        assert_eq!(ratio("#777", "#fff"), "4.48");
        assert_eq!(ratio("#fff", "#767676"), "4.54");
    }

    #[test]
    fn the_nearest_colour_that_passes_keeps_its_hue() {
        let white = colour("#fff");
        let nearest = colour("#f0a030")
            .nearest(|found| found.contrast(white) >= 4.5)
            .expect("dark enough is possible");
        assert!((4.5..4.7).contains(&nearest.contrast(white)), "{nearest}");
        let (one, other) = (colour("#f0a030").oklch().2, nearest.oklch().2);
        assert!((one - other).abs() < 3.0, "{one} {other}");
        assert_eq!(
            colour("#777").nearest(|found| found.contrast(colour("#777")) >= 7.0),
            None
        );
    }
}
