//! Which kind of records the rows of a sheet are, by its name: `Vragen`, `Deals 2025`, `Vragen en
//! aanbod`.

use crate::schema::Kind;

/// What stands between two kinds in one name.
const BETWEEN: [&str; 7] = [" en ", " and ", " & ", "&", "/", ",", "+"];

/// The kinds that a name names, each once; none where a part of it names none.
pub(super) fn kinds_named(name: &str) -> Vec<Kind> {
    let name = bare(name);
    let mut parts = vec![name.as_str()];
    for between in BETWEEN {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(between))
            .collect();
    }
    let mut kinds = Vec::new();
    for part in parts {
        match Kind::named_as_any(part.trim()) {
            Some(kind) if kind.stands_in_tables() && !kinds.contains(&kind) => kinds.push(kind),
            Some(kind) if kind.stands_in_tables() => {}
            _ => return Vec::new(),
        }
    }
    kinds
}

/// A name without what is put behind it: years, numbers, what stands between brackets.
fn bare(name: &str) -> String {
    let before_brackets = name.split(['(', '[']).next().unwrap_or_default();
    let is_number = |character: char| {
        character.is_ascii_digit() || matches!(character, ' ' | '-' | '_' | '.' | '–')
    };
    let bare = before_brackets.trim_matches(is_number);
    bare.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::kinds_named;
    use crate::schema::Kind;

    #[test]
    fn a_sheet_says_what_its_rows_are() {
        for (name, kinds) in [
            ("Vragen", vec![Kind::Ask]),
            ("Vragen en aanbod", vec![Kind::Ask, Kind::Offer]),
            ("vragen/aanbod", vec![Kind::Ask, Kind::Offer]),
            ("Deals 2025 (definitief)", vec![Kind::Deal]),
            ("1. Ideeën", vec![Kind::Idea]),
            ("Scholen", vec![Kind::Organisation]),
            ("Blad1", vec![]),
            ("Vragen en opmerkingen", vec![]),
            ("", vec![]),
            ("Bijeenkomsten", vec![]),
        ] {
            assert_eq!(kinds_named(name), kinds, "{name}");
        }
    }
}
