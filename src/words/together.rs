//! Sentences about many records together: of how many nothing is heard, what is not there, and where
//! there is more.

use super::numbers::{count, in_words};
use super::phrases::{Noun, capitalised, sentence};
use super::{Language, both};

/// "11 van 17: langer dan een jaar geen bericht. 2 van 17: de afgesproken datum is voorbij."
pub fn silent_among(
    quiet: usize,
    overdue: usize,
    total: usize,
    months: u32,
    language: Language,
) -> Option<String> {
    let number = |number: usize| count(number as u64, language);
    let of = both("van", "of").get(language);
    let passed = both(
        "de afgesproken datum is voorbij",
        "the agreed date has passed",
    );
    let said: Vec<String> = [
        (quiet, no_news_for(months, language)),
        (overdue, passed.get(language).to_owned()),
    ]
    .into_iter()
    .filter(|(silent, _)| *silent > 0)
    .map(|(silent, what)| match total {
        1 => sentence(&what),
        _ => format!("{} {of} {}: {what}.", number(silent), number(total)),
    })
    .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// "langer dan een jaar geen bericht".
fn no_news_for(months: u32, language: Language) -> String {
    let time = match (months, months % 12, language) {
        (1, _, Language::Nl) => "een maand".to_owned(),
        (1, _, Language::En) => "a month".to_owned(),
        (12, _, Language::Nl) => "een jaar".to_owned(),
        (12, _, Language::En) => "a year".to_owned(),
        (_, 0, Language::Nl) => format!("{} jaar", in_words(u64::from(months / 12), language)),
        (_, 0, Language::En) => format!("{} years", in_words(u64::from(months / 12), language)),
        (_, _, Language::Nl) => format!("{} maanden", in_words(u64::from(months), language)),
        (_, _, Language::En) => format!("{} months", in_words(u64::from(months), language)),
    };
    match language {
        Language::Nl => format!("langer dan {time} geen bericht"),
        Language::En => format!("no news for more than {time}"),
    }
}

/// "Hier zijn geen deals, vragen of ideeën vastgelegd."
pub fn none_here(nouns: &[Noun], language: Language) -> Option<String> {
    let names = names_of(nouns, both("of", "or").get(language), language)?;
    Some(match language {
        Language::Nl => format!("Hier zijn geen {names} vastgelegd."),
        Language::En => format!("No {names} are on record here."),
    })
}

/// "Deals en ideeën zijn hier niet bijgehouden."
pub fn not_kept_here(nouns: &[Noun], language: Language) -> Option<String> {
    let names = capitalised(&names_of(nouns, both("en", "and").get(language), language)?);
    Some(match language {
        Language::Nl => format!("{names} zijn hier niet bijgehouden."),
        Language::En => format!("{names} were not kept here."),
    })
}

/// "deals, vragen of ideeën"; `None` of none.
fn names_of(nouns: &[Noun], joined_by: &str, language: Language) -> Option<String> {
    let names: Vec<&str> = nouns.iter().map(|noun| noun.all(language)).collect();
    let (last, first) = names.split_last()?;
    Some(match first {
        [] => (*last).to_owned(),
        _ => format!("{} {joined_by} {last}", first.join(", ")),
    })
}

/// "Elders in Overijssel".
pub fn elsewhere_in(name: &str, language: Language) -> String {
    format!("{} {name}", both("Elders in", "Elsewhere in").get(language))
}

/// "Meer uit Overijssel".
pub fn more_from(name: &str, language: Language) -> String {
    format!("{} {name}", both("Meer uit", "More from").get(language))
}

/// "Meer over Docenten".
pub fn more_about(name: &str, language: Language) -> String {
    format!("{} {name}", both("Meer over", "More about").get(language))
}

/// "Alles over Overijssel".
pub fn everything_about(name: &str, language: Language) -> String {
    format!("{} {name}", both("Alles over", "All about").get(language))
}

/// "Deals als lijst".
pub fn as_list(what: &str, language: Language) -> String {
    format!("{what} {}", both("als lijst", "as a list").get(language))
}
