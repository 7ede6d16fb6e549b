//! Numbers as readers see them: figures with the language's separators, and small numbers as words
//! in running text.

use super::{Bilingual, Language, both};

/// A count in figures: "1.234", "1,234".
pub fn count(number: u64, language: Language) -> String {
    grouped(&number.to_string(), language)
}

/// A count in running text: in words up to twelve ("drie"), in figures above ("13"). Nothing is
/// "geen" and "no", since a noun follows.
pub fn in_words(number: u64, language: Language) -> String {
    match usize::try_from(number)
        .ok()
        .and_then(|index| SMALL.get(index))
    {
        Some(word) => word.get(language).to_owned(),
        None => count(number, language),
    }
}

/// A number that may have a fraction: "3,5", "1.234,25"; "3.5", "1,234.25". As many decimals as it
/// takes, never an exponent.
pub fn decimal(number: f64, language: Language) -> String {
    let written = number.to_string();
    if !number.is_finite() {
        return written;
    }
    let (sign, written) = written
        .strip_prefix('-')
        .map_or(("", written.as_str()), |rest| ("−", rest));
    let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
    let mut text = format!("{sign}{}", grouped(whole, language));
    if !fraction.is_empty() {
        text.push_str(both(",", ".").get(language));
        text.push_str(fraction);
    }
    text
}

/// Puts the thousands separator between groups of three digits.
fn grouped(digits: &str, language: Language) -> String {
    let separator = both(".", ",").get(language);
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

const SMALL: [Bilingual; 13] = [
    both("geen", "no"),
    both("één", "one"),
    both("twee", "two"),
    both("drie", "three"),
    both("vier", "four"),
    both("vijf", "five"),
    both("zes", "six"),
    both("zeven", "seven"),
    both("acht", "eight"),
    both("negen", "nine"),
    both("tien", "ten"),
    both("elf", "eleven"),
    both("twaalf", "twelve"),
];

#[cfg(test)]
mod tests {
    use super::{count, decimal, in_words};
    use crate::words::Language::{En, Nl};

    #[test]
    fn figures_carry_the_separators_of_the_language() {
        assert_eq!(count(0, Nl), "0");
        assert_eq!(count(999, Nl), "999");
        assert_eq!(count(1234, Nl), "1.234");
        assert_eq!(count(1_234_567, En), "1,234,567");
        assert_eq!(decimal(3.5, Nl), "3,5");
        assert_eq!(decimal(3.5, En), "3.5");
        assert_eq!(decimal(-12345.25, Nl), "−12.345,25");
        assert_eq!(decimal(70.0, Nl), "70");
        assert_eq!(decimal(1e21, Nl), "1.000.000.000.000.000.000.000");
        assert_eq!(decimal(f64::NAN, Nl), "NaN");
    }

    #[test]
    fn small_numbers_are_words_in_running_text() {
        assert_eq!(format!("{} deals", in_words(3, Nl)), "drie deals");
        assert_eq!(format!("{} deals", in_words(13, Nl)), "13 deals");
        assert_eq!(in_words(12, En), "twelve");
        assert_eq!(in_words(0, Nl), "geen");
        assert_eq!(in_words(1500, En), "1,500");
    }
}
