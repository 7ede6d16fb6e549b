//! Words that stand for one person or organisation and name several, or nobody: `Jan; Piet`,
//! `Jan (ROC De Waterpoort)`, `?`. Words go in, out comes what is odd about them; who is on record,
//! the caller knows.

/// What is odd about the words of one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OddParty<'w> {
    /// They name nobody: `?`.
    Nobody,
    /// A name with another between brackets behind it.
    Brackets(&'w str, &'w str),
    /// Several names.
    Several(Vec<&'w str>),
}

/// Words between two names.
const BETWEEN: [&str; 4] = [" en ", " and ", " & ", " / "];

/// What is odd about words that nobody on record is called. `Zorg en Welzijn` and a ministry's name
/// may be one: several are meant where one of them is on record, or where all look like names.
pub(super) fn odd_party<'w>(
    words: &'w str,
    is_on_record: &dyn Fn(&str) -> bool,
) -> Option<OddParty<'w>> {
    if !words.contains(char::is_alphanumeric) {
        return Some(OddParty::Nobody);
    }
    let apart = parts(words, &[";"]);
    if apart.len() > 1 {
        return Some(OddParty::Several(apart));
    }
    if let Some((name, inner)) = words
        .strip_suffix(')')
        .and_then(|words| words.split_once(" ("))
    {
        let is_plain = !inner.contains(['(', ')']);
        return (is_plain && is_name(name) && is_name(inner))
            .then(|| OddParty::Brackets(name.trim(), inner.trim()));
    }
    if !BETWEEN.iter().any(|between| words.contains(between)) {
        return None;
    }
    let mut between = BETWEEN.to_vec();
    between.push(", ");
    let several = parts(words, &between);
    let count = |part: &str| part.split_whitespace().count();
    let look_like_names = several.iter().all(|part| is_name(part))
        && (several.iter().all(|part| count(part) > 1)
            || several.len() == 2 && several.iter().all(|part| count(part) == 1));
    let is_known = several.iter().any(|part| is_on_record(part));
    (several.len() > 1 && (look_like_names || is_known)).then_some(OddParty::Several(several))
}

/// Whether words begin as a name does.
fn is_name(words: &str) -> bool {
    words.trim().starts_with(char::is_uppercase)
}

/// What stands between any of these, without what is empty.
fn parts<'w>(words: &'w str, between: &[&str]) -> Vec<&'w str> {
    let mut parts = vec![words];
    for between in between {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(between))
            .collect();
    }
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{OddParty, odd_party};

    #[test]
    fn several_names_are_told_from_one() {
        let is_on_record = |name: &str| name == "De Wilg";
        let odd = |words| odd_party(words, &is_on_record);
        for words in ["?", "-", "…", "???"] {
            assert_eq!(odd(words), Some(OddParty::Nobody), "{words}");
        }
        for (words, name, inner) in [
            ("Jan (ROC De Waterpoort)", "Jan", "ROC De Waterpoort"),
            ("Jan Smit (Gemeente)", "Jan Smit", "Gemeente"),
        ] {
            assert_eq!(odd(words), Some(OddParty::Brackets(name, inner)), "{words}");
        }
        for (words, several) in [
            ("Jan; Piet", vec!["Jan", "Piet"]),
            ("Jan en Piet", vec!["Jan", "Piet"]),
            (
                "Jan Smit, Piet de Wit en Kees Bos",
                vec!["Jan Smit", "Piet de Wit", "Kees Bos"],
            ),
            ("De Wilg en de ouders", vec!["De Wilg", "de ouders"]),
            (
                "Bakkerij Roos & Kwekerij Bos",
                vec!["Bakkerij Roos", "Kwekerij Bos"],
            ),
        ] {
            assert_eq!(odd(words), Some(OddParty::Several(several)), "{words}");
        }
        for words in [
            "Jan Smit",
            "Twee docenten en een leerling",
            "Ministerie van Onderwijs, Cultuur en Wetenschap",
            "Vereniging (landelijk)",
            "(voorlopig) Bureau Noord",
            "Jan Smit, voorzitter",
            "Sociale Zaken en Werkgelegenheid",
            "A/B",
        ] {
            assert_eq!(odd(words), None, "{words}");
        }
    }
}
