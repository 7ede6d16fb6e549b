//! Numbers as people type them in tables, in the Dutch way or the English one.

/// A whole number: `87`, `1.240`, `1 240`, `1,240`.
pub(super) fn whole(text: &str) -> Option<i64> {
    let text: String = text.split_whitespace().collect();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    let separator = digits
        .chars()
        .find(|character| matches!(character, '.' | ','));
    let plain = match separator {
        Some(separator) => {
            let groups: Vec<&str> = digits.split(separator).collect();
            let fits = (1..=3).contains(&groups[0].len())
                && groups[1..].iter().all(|group| group.len() == 3);
            fits.then(|| groups.concat())?
        }
        None => digits.to_owned(),
    };
    let is_number = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| format!("{sign}{plain}").parse().ok())?
}

/// A number with or without a fraction: `52,5`, `52.5`, `1.250,50`, `-3`.
pub(super) fn number(text: &str) -> Option<f64> {
    let text: String = text.split_whitespace().collect();
    let is_number =
        |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | '-');
    if !text.chars().all(is_number) || !text.contains(|character: char| character.is_ascii_digit())
    {
        return None;
    }
    // What stands last parts the fraction, when the other parts thousands; alone it does too.
    let plain = match (text.rfind('.'), text.rfind(',')) {
        (Some(point), Some(comma)) if point < comma => text.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => text.replace(',', ""),
        (None, Some(_)) => text.replace(',', "."),
        _ => text,
    };
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{number, whole};

    #[test]
    fn numbers_are_read_in_either_way() {
        for (text, expected) in [
            ("87", Some(87)),
            ("1.240", Some(1240)),
            ("1 240", Some(1240)),
            ("1,240,000", Some(1_240_000)),
            ("-3", Some(-3)),
            ("1.24", None),
            ("87 leerlingen", None),
            ("", None),
        ] {
            assert_eq!(whole(text), expected, "{text}");
        }
        for (text, expected) in [
            ("52,5", Some(52.5)),
            ("52.5", Some(52.5)),
            ("1.250,50", Some(1250.5)),
            ("1,250.50", Some(1250.5)),
            ("-3", Some(-3.0)),
            ("€ 3,00", None),
            ("1.2.3", None),
            (".", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
