//! The words that stand where an e-mail address or phone number is not shown, and texts without
//! them.

use std::borrow::Cow;

use super::{Bilingual, both};

/// What stands in the place of an address or number.
pub const WITHHELD: Bilingual = both(
    "(contactgegevens niet getoond)",
    "(contact details not shown)",
);

/// A text without these words, for what is made of a text and not read as one: an id, the name of
/// somebody. What held nothing but a contact is empty then.
pub fn without_withheld(text: &str) -> Cow<'_, str> {
    if !text.contains(WITHHELD.nl) && !text.contains(WITHHELD.en) {
        return Cow::Borrowed(text);
    }
    let rest = text.replace(WITHHELD.nl, "").replace(WITHHELD.en, "");
    // "Jan (jan@school.example)" and "Jan <jan@school.example>" are Jan.
    let rest = rest
        .replace("()", "")
        .replace("<>", "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    Cow::Owned(
        rest.trim_matches(|character: char| !character.is_alphanumeric() && character != ')')
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::without_withheld;

    #[test]
    fn what_is_left_is_what_else_was_said() {
        for (text, rest) in [
            ("Jan", "Jan"),
            ("Jan ((contactgegevens niet getoond))", "Jan"),
            ("Bel Jan (contact details not shown)!", "Bel Jan"),
            ("<(contactgegevens niet getoond)>", ""),
            (
                "Jan (voorzitter), (contactgegevens niet getoond)",
                "Jan (voorzitter)",
            ),
        ] {
            assert_eq!(without_withheld(text), rest, "{text}");
        }
    }
}
