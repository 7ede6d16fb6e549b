//! Sentences and labels that are made of values: counts with their nouns, statuses, what was kept
//! and what is silent.
//!
//! Plain Dutch (B1) and plain English. Dutch and English both count one thing in the singular and
//! everything else, nought included, in the plural (CLDR plural rules for whole numbers), so two
//! forms a noun are enough.

use jiff::civil::Date;

use super::dates::{day_month_year, month_year};
use super::numbers::{count, in_words};
use super::{Bilingual, Language, both};

/// A thing that is counted: one and more, in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Noun {
    one: Bilingual,
    more: Bilingual,
}

macro_rules! nouns {
    ($($name:ident: $one_nl:literal, $more_nl:literal, $one_en:literal, $more_en:literal;)*) => {
        $(
            #[doc = concat!("\"", $one_en, "\"")]
            pub const $name: Noun = Noun { one: both($one_nl, $one_en), more: both($more_nl, $more_en) };
        )*
    };
}

nouns! {
    FILE: "bestand", "bestanden", "file", "files";
    PAGE: "pagina", "pagina’s", "page", "pages";
    ADDRESS: "adres", "adressen", "address", "addresses";
    NAME: "naam", "namen", "name", "names";
    ID: "id", "id’s", "id", "ids";
    ERROR: "fout", "fouten", "error", "errors";
    WARNING: "waarschuwing", "waarschuwingen", "warning", "warnings";
    HINT: "advies", "adviezen", "hint", "hints";
    DEAL: "deal", "deals", "deal", "deals";
    IDEA: "idee", "ideeën", "idea", "ideas";
    ASK: "vraag", "vragen", "ask", "asks";
    OFFER: "aanbod", "aanbiedingen", "offer", "offers";
    OPEN_ASK: "vraag die nog openstaat", "vragen die nog openstaan", "open ask", "open asks";
    OPEN_OFFER: "aanbod dat nog openstaat", "aanbiedingen die nog openstaan", "open offer", "open offers";
    LEAD: "vraag of aanbod dat nog openstaat", "vragen en aanbiedingen die nog openstaan", "open ask or offer", "open asks and offers";
    EVENT: "bijeenkomst", "bijeenkomsten", "event", "events";
    PERSON: "persoon", "mensen", "person", "people";
    ORGANISATION: "organisatie", "organisaties", "organisation", "organisations";
    THEME: "thema", "thema’s", "theme", "themes";
    REGION: "regio", "regio’s", "region", "regions";
    SERIES: "reeks", "reeksen", "series", "series";
    YEAR: "jaar", "jaren", "year", "years";
    PARTICIPANT: "deelnemer", "deelnemers", "participant", "participants";
    RECORD: "keer vastgelegd", "keer vastgelegd", "record", "records";
    SESSION: "sessie", "sessies", "session", "sessions";
    SPEAKER: "spreker", "sprekers", "speaker", "speakers";
    OUTCOME: "conclusie", "conclusies", "conclusion", "conclusions";
    SAME_THEME: "hetzelfde thema", "dezelfde thema’s", "theme in common", "themes in common";
}

impl Noun {
    /// A noun of another table.
    pub(super) const fn of(one: Bilingual, more: Bilingual) -> Self {
        Self { one, more }
    }

    /// A noun by its two forms.
    pub const fn new(one: Bilingual, more: Bilingual) -> Self {
        Self { one, more }
    }

    /// The noun alone, in the form that fits the number.
    pub fn form(self, number: usize, language: Language) -> &'static str {
        if number == 1 { self.one } else { self.more }.get(language)
    }

    /// All of them together: "deals".
    pub fn all(self, language: Language) -> &'static str {
        self.more.get(language)
    }

    /// "1.234 deals".
    pub fn counted(self, number: usize, language: Language) -> String {
        format!(
            "{} {}",
            count(number as u64, language),
            self.form(number, language)
        )
    }

    /// "drie deals": for running text.
    pub fn in_text(self, number: usize, language: Language) -> String {
        format!(
            "{} {}",
            in_words(number as u64, language),
            self.form(number, language)
        )
    }
}

/// Joins parts as a sentence lists them: "a, b en c".
pub fn listing(parts: &[String], language: Language) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!(
            "{} {} {last}",
            first.join(", "),
            both("en", "and").get(language)
        ),
    }
}

/// "Vraag van De Wilg".
pub fn of_somebody(what: &str, whom: &str, language: Language) -> String {
    format!("{what} {} {whom}", both("van", "of").get(language))
}

/// "Workshop met Lot Jansen".
pub fn with_somebody(what: &str, whom: &str, language: Language) -> String {
    format!("{what} {} {whom}", both("met", "with").get(language))
}

/// A sentence: its first letter a capital, a full stop at its end. A capital has no accent that
/// only says how the word is read: "Eén".
pub fn sentence(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("één") {
        return format!("Eén{rest}.");
    }
    let mut characters = text.chars();
    let mut sentence: String = characters
        .next()
        .map(|first| first.to_uppercase().to_string())
        .unwrap_or_default();
    sentence.push_str(characters.as_str());
    sentence.push('.');
    sentence
}

/// The first letter a capital.
pub fn capitalised(text: &str) -> String {
    let mut capitalised = sentence(text);
    capitalised.pop();
    capitalised
}

/// "Nog open: drie vragen en één aanbod.": what nobody has taken up yet, of the same sentence.
pub fn still_open(what: &str, language: Language) -> String {
    sentence(&format!(
        "{} {what}",
        both("nog open:", "still open:").get(language)
    ))
}

/// "vier bijeenkomsten, waarvan één voor deze regio".
pub fn of_which(all: &str, some: usize, which: Bilingual, language: Language) -> String {
    let some = in_words(some as u64, language);
    let which = which.get(language);
    match language {
        Language::Nl => format!("{all}, waarvan {some} {which}"),
        Language::En => format!("{all}, {some} of them {which}"),
    }
}

/// "stand van 14 maart 2024".
pub fn as_of(date: Date, language: Language) -> String {
    format!(
        "{} {}",
        both("stand van", "as of").get(language),
        day_month_year(date, language)
    )
}

/// "Sinds juni 2019 geen bericht".
pub fn no_news_since(date: Date, language: Language) -> String {
    match language {
        Language::Nl => format!("Sinds {} geen bericht", month_year(date, language)),
        Language::En => format!("No news since {}", month_year(date, language)),
    }
}

/// "Gepland voor 6 november 2025".
pub fn planned_for(date: Date, language: Language) -> String {
    let date = day_month_year(date, language);
    match language {
        Language::Nl => format!("Gepland voor {date}"),
        Language::En => format!("Planned for {date}"),
    }
}

/// "Gepland voor 6 november 2025; sindsdien geen bericht": whether it was held, nobody wrote.
pub fn planned_unheard(date: Date, language: Language) -> String {
    format!(
        "{}; {}",
        planned_for(date, language),
        both("sindsdien geen bericht", "no news since").get(language)
    )
}

/// "Had klaar moeten zijn op 1 juni 2024; sindsdien geen bericht".
pub fn overdue(due: Date, news_since: bool, language: Language) -> String {
    let due = day_month_year(due, language);
    match (language, news_since) {
        (Language::Nl, false) => format!("Had klaar moeten zijn op {due}; sindsdien geen bericht"),
        (Language::Nl, true) => format!("Had klaar moeten zijn op {due}"),
        (Language::En, false) => format!("Was due on {due}; no news since"),
        (Language::En, true) => format!("Was due on {due}"),
    }
}

/// "Ook voor heel Veenland".
pub fn also_for(name: &str, language: Language) -> String {
    format!(
        "{} {name}",
        both("Ook voor heel", "Also for all of").get(language)
    )
}

/// "Ook voor het hele thema Techniek".
pub fn also_for_theme(name: &str, language: Language) -> String {
    format!(
        "{} {name}",
        both("Ook voor het hele thema", "Also for the whole theme").get(language)
    )
}

/// "Deals van één regio": what the links below it narrow a list to.
pub fn narrowed_to_one(noun: Noun, one: Bilingual, language: Language) -> String {
    capitalised(&format!("{} {}", noun.all(language), one.get(language)))
}

/// "alleen hiervan: 12 deals": what a link shows that narrows a list.
pub fn only_these(noun: Noun, number: usize, language: Language) -> String {
    format!(
        "{} {}",
        both("alleen hiervan:", "only of this:").get(language),
        noun.counted(number, language)
    )
}

/// "Combineer Twente met andere keuzes".
pub fn combine_with_others(name: &str, language: Language) -> String {
    match language {
        Language::Nl => format!("Combineer {name} met andere keuzes"),
        Language::En => format!("Combine {name} with other choices"),
    }
}

/// "Alles over Twente op Oogst van Overijssel".
pub fn all_about(name: &str, site: &str, language: Language) -> String {
    match language {
        Language::Nl => format!("Alles over {name} op {site}"),
        Language::En => format!("All about {name} on {site}"),
    }
}

/// "Bijgewerkt op 5 november 2018".
pub fn updated_on(date: Date, language: Language) -> String {
    format!(
        "{} {}",
        both("Bijgewerkt op", "Updated on").get(language),
        day_month_year(date, language)
    )
}

/// "Bestond tot 1 januari 2021".
pub fn existed_until(date: Date, language: Language) -> String {
    format!(
        "{} {}",
        both("Bestond tot", "Existed until").get(language),
        day_month_year(date, language)
    )
}

/// "minstens 3 deals".
pub fn at_least(counted: &str, language: Language) -> String {
    format!("{} {counted}", both("minstens", "at least").get(language))
}

/// "Moet klaar zijn op 1 juni 2025".
pub fn due_on(due: Date, language: Language) -> String {
    format!(
        "{} {}",
        both("Moet klaar zijn op", "Due on").get(language),
        day_month_year(due, language)
    )
}

/// "Minstens twee ideeën zijn vastgelegd; het kunnen er meer zijn."
pub fn at_least_kept(noun: Noun, number: usize, language: Language) -> String {
    match language {
        Language::Nl if number == 1 => format!(
            "Er is minstens {} vastgelegd; het kunnen er meer zijn.",
            noun.in_text(number, language)
        ),
        Language::Nl => format!(
            "Er zijn minstens {} vastgelegd; het kunnen er meer zijn.",
            noun.in_text(number, language)
        ),
        Language::En => format!(
            "At least {} on record; there may be more.",
            noun.in_text(number, language)
        ),
    }
}

/// What follows a count: "deals vastgelegd", and where not all was kept "deals vastgelegd; het
/// kunnen er meer zijn".
pub fn on_record(noun: Noun, number: usize, partly: bool, language: Language) -> String {
    let rest = if partly {
        both("; het kunnen er meer zijn", "; there may be more").get(language)
    } else {
        ""
    };
    format!(
        "{} {}{rest}",
        noun.form(number, language),
        both("vastgelegd", "on record").get(language)
    )
}

/// "De deals zijn niet bijgehouden."
pub fn kind_not_kept(noun: Noun, language: Language) -> String {
    match language {
        Language::Nl if noun.one.nl == OFFER.one.nl => "Het aanbod is niet bijgehouden.".to_owned(),
        Language::Nl => format!("De {} zijn niet bijgehouden.", noun.more.nl),
        Language::En => format!("The {} were not kept.", noun.more.en),
    }
}

/// "Deze tekst is er alleen in het Nederlands."
pub fn only_in(written_in: Language, language: Language) -> String {
    let name = language_name(written_in).get(language);
    match language {
        Language::Nl => format!("Deze tekst is er alleen in het {name}."),
        Language::En => format!("This text is in {name} only."),
    }
}

/// "Delen van deze pagina zijn er alleen in het Nederlands."
pub fn partly_only_in(written_in: Language, language: Language) -> String {
    let name = language_name(written_in).get(language);
    match language {
        Language::Nl => format!("Delen van deze pagina zijn er alleen in het {name}."),
        Language::En => format!("Parts of this page are in {name} only."),
    }
}

fn language_name(named: Language) -> Bilingual {
    match named {
        Language::Nl => both("Nederlands", "Dutch"),
        Language::En => both("Engels", "English"),
    }
}

/// "Pagina 2 van 5".
pub fn page_of(page: usize, pages: usize, language: Language) -> String {
    match language {
        Language::Nl => format!("Pagina {page} van {pages}"),
        Language::En => format!("Page {page} of {pages}"),
    }
}

/// "Foto 2 van 5".
pub fn photo_of(photo: usize, photos: usize, language: Language) -> String {
    match language {
        Language::Nl => format!("Foto {photo} van {photos}"),
        Language::En => format!("Photo {photo} of {photos}"),
    }
}

/// The size of a picture: "1600 × 1067 pixels".
pub fn picture_size(width: u32, height: u32, language: Language) -> String {
    format!(
        "{width} × {height} {}",
        both("pixels", "pixels").get(language)
    )
}

/// The size of a file, in the units people know: "840 kB", "1,2 MB" (SI, powers of a thousand).
pub fn file_size(bytes: u64, language: Language) -> String {
    let (number, unit) = match bytes {
        0..1_000 => (bytes.to_string(), "bytes"),
        1_000..1_000_000 => (count(bytes.div_ceil(1_000), language), "kB"),
        _ => {
            let tenths = bytes / 100_000;
            let comma = both(",", ".").get(language);
            (
                if tenths.is_multiple_of(10) {
                    count(tenths / 10, language)
                } else {
                    format!("{}{comma}{}", count(tenths / 10, language), tenths % 10)
                },
                "MB",
            )
        }
    };
    format!("{number} {unit}")
}
