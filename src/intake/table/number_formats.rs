//! What the format of a cell says that its number is: a day, a time, a percentage, a code with
//! leading zeros (ECMA-376 part 1, sections 18.8.30 and 18.8.31).

/// What a number is shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NumberFormat {
    /// As it is.
    #[default]
    General,
    /// A number with at least so many digits.
    Number { digits: u8 },
    /// A percentage with so many decimals.
    Percent { decimals: u8 },
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// Both.
    DateTime,
}

/// A format that has a number and no code: those that every program knows.
pub(super) fn built_in(id: u32) -> NumberFormat {
    match id {
        9 => NumberFormat::Percent { decimals: 0 },
        10 => NumberFormat::Percent { decimals: 2 },
        14..=17 | 27..=31 | 34..=36 | 50..=58 => NumberFormat::Date,
        18..=21 | 32 | 33 | 45..=47 => NumberFormat::Time,
        22 => NumberFormat::DateTime,
        _ => NumberFormat::General,
    }
}

/// What a code of a format says.
pub(super) fn of_code(code: &str) -> NumberFormat {
    let code = bare(code);
    // The first section is that of positive numbers.
    let section = code.split(';').next().unwrap_or_default();
    if section.eq_ignore_ascii_case("general") {
        return NumberFormat::General;
    }
    if section.contains('%') {
        let decimals = section.split_once('.').map_or(0, |(_, decimals)| {
            decimals
                .bytes()
                .take_while(|byte| matches!(byte, b'0' | b'#' | b'?'))
                .count()
        });
        let decimals = u8::try_from(decimals.min(9)).unwrap_or_default();
        return NumberFormat::Percent { decimals };
    }
    let has = |letters: &[char]| section.contains(letters);
    let (is_day, is_time) = (has(&['y', 'Y', 'd', 'D']), has(&['h', 'H', 's', 'S']));
    // Without either, `m` is a month.
    let is_month = !is_time && has(&['m', 'M']);
    match (is_day || is_month, is_time) {
        (true, true) => NumberFormat::DateTime,
        (true, false) => NumberFormat::Date,
        (false, true) => NumberFormat::Time,
        (false, false) => {
            let is_zeros = !section.is_empty() && section.bytes().all(|byte| byte == b'0');
            let digits = if is_zeros { section.len().min(30) } else { 0 };
            NumberFormat::Number {
                digits: u8::try_from(digits).unwrap_or_default(),
            }
        }
    }
}

/// A code without its texts, colours and currencies: `[h]` counts hours and stays.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                characters.by_ref().find(|next| *next == '"');
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inner: String = characters
                    .by_ref()
                    .take_while(|next| *next != ']')
                    .collect();
                let counts = |letter: char| matches!(letter, 'h' | 'H' | 'm' | 'M' | 's' | 'S');
                if !inner.is_empty() && inner.chars().all(counts) {
                    bare.push('h');
                }
            }
            other => bare.push(other),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::{NumberFormat, built_in, of_code};

    #[test]
    fn a_format_says_what_its_number_is() {
        for (code, format) in [
            ("General", NumberFormat::General),
            ("0000", NumberFormat::Number { digits: 4 }),
            ("#,##0.00", NumberFormat::Number { digits: 0 }),
            ("0.0%", NumberFormat::Percent { decimals: 1 }),
            ("0%;[Red]-0%", NumberFormat::Percent { decimals: 0 }),
            ("D-M-YYYY", NumberFormat::Date),
            ("[$-413]dddd d mmmm yyyy;@", NumberFormat::Date),
            ("mmm", NumberFormat::Date),
            ("h:mm", NumberFormat::Time),
            ("[h]:mm", NumberFormat::Time),
            ("mm:ss", NumberFormat::Time),
            ("yyyy-mm-dd h:mm:ss", NumberFormat::DateTime),
            ("\"dag\" 0", NumberFormat::Number { digits: 0 }),
            ("[$€-2] #,##0.00", NumberFormat::Number { digits: 0 }),
            ("\\d0", NumberFormat::Number { digits: 1 }),
        ] {
            assert_eq!(of_code(code), format, "{code}");
        }
        assert_eq!(built_in(21), NumberFormat::Time);
        assert_eq!(built_in(0), NumberFormat::General);
    }
}
