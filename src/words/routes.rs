//! The words that addresses are made of, per language. `[routes]` in oogst.toml may replace any of
//! them by its English name or its Dutch word.

use super::Language;

macro_rules! routes {
    ($($name:ident: $nl:literal, $en:literal;)*) => {
        /// The words of a site's addresses in one language.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each field is the route it names")]
        pub struct Routes { $(pub $name: String,)* }

        const TABLE: &[(&str, &str, &str)] = &[$((stringify!($name), $nl, $en)),*];

        impl Routes {
            /// The words of a language, with replacements by name.
            pub fn new(language: Language, replaced: &dyn Fn(&str) -> Option<String>) -> Self {
                let word = |name: &str, nl: &str, en: &str| replaced(name).unwrap_or_else(|| match language { Language::Nl => nl, Language::En => en }.to_owned());
                Self { $($name: word(stringify!($name), $nl, $en),)* }
            }

            /// Every word with its name.
            pub fn all(&self) -> Vec<(&'static str, &str)> {
                vec![$((stringify!($name), self.$name.as_str())),*]
            }
        }
    };
}

routes! {
    events: "bijeenkomsten", "events";
    years: "jaren", "years";
    year: "jaar", "year";
    ideas: "ideeen", "ideas";
    deals: "deals", "deals";
    asks: "vragen", "asks";
    offers: "aanbod", "offers";
    programme: "programma", "programme";
    regions: "regios", "regions";
    region: "regio", "region";
    themes: "themas", "themes";
    theme: "thema", "theme";
    people: "mensen", "people";
    person: "persoon", "person";
    organisations: "organisaties", "organisations";
    organisation: "organisatie", "organisation";
    series: "reeksen", "series";
    leads: "openstaand", "open";
    status: "status", "status";
    overview: "overzicht", "overview";
    search: "zoeken", "search";
    data: "data", "data";
    page: "pagina", "page";
    media: "media", "media";
    embed: "insluiten", "embed";
    print: "afdrukken", "print";
    accessibility: "toegankelijkheid", "accessibility";
    privacy: "privacy", "privacy";
}

/// The English names of all routes.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(name, ..)| *name)
}

/// The English name of the route that is named so, or by its Dutch word.
pub fn named(name: &str) -> Option<&'static str> {
    let rows = || TABLE.iter();
    rows()
        .find(|(english, ..)| *english == name)
        .or_else(|| rows().find(|(_, dutch, _)| *dutch == name))
        .map(|(english, ..)| *english)
}
