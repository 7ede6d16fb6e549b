//! The field reference: every kind, field and allowed value in words, made from the one schema so
//! that it cannot be wrong.

use std::fmt::Write as _;

use super::permalinks::ADDRESSES;
use crate::config::SETTINGS;
use crate::schema::{Field, Home, KINDS, Kind, KindSchema, Shape};
use crate::words::{Bilingual, Language, both};

/// The reference as Markdown, in one language.
pub fn reference(language: Language) -> String {
    let say = |nl: &'static str, en: &'static str| both(nl, en).get(language);
    let mut page = String::new();
    let title = say("Alle soorten en gegevens", "All kinds and fields");
    let intro = say(
        "Deze lijst is gemaakt uit het programma zelf. Bij elk gegeven staat het woord dat u schrijft. In een Nederlandse site mag u ook het Engelse woord gebruiken. **Vet** is verplicht.",
        "This list is made from the program itself. Each field stands with the word you write. A Dutch site may use the Dutch or the English word. **Bold** is required.",
    );
    let _ = write!(page, "# {title}\n\n{intro}\n");
    for kind in KINDS {
        write_kind(&mut page, kind, language);
    }
    let _ = write!(
        page,
        "\n## oogst.toml\n\n{}\n",
        say("De instellingen van de site.", "The settings of the site.")
    );
    write_fields(&mut page, SETTINGS, language, 3);
    let promised = say(
        "De adressen die de site heeft beloofd, en wat ervan geworden is. `oogst publish --record` schrijft dit bestand; `[[moved]]` en `[[gone]]` schrijft u zelf.",
        "The addresses that the site promised, and what became of them. `oogst publish --record` writes this file; `[[moved]]` and `[[gone]]` you write yourself.",
    );
    let _ = write!(page, "\n## addresses.toml\n\n{promised}\n");
    write_fields(&mut page, ADDRESSES, language, 3);
    page
}

fn write_kind(page: &mut String, kind: &KindSchema, language: Language) {
    let home = match kind.home {
        Home::EventFile => both(
            "in `event.md`, tussen de regels `+++`",
            "in `event.md`, between the lines `+++`",
        ),
        Home::Event => both("in de map van een bijeenkomst", "in an event's folder"),
        Home::Shared => both("bovenaan in `content/`", "at the top of `content/`"),
        Home::Anywhere => both(
            "in de map van een bijeenkomst of bovenaan in `content/`",
            "in an event's folder or at the top of `content/`",
        ),
        Home::Pages => both(
            "als bestand in `content/pages/`",
            "as a file in `content/pages/`",
        ),
    };
    let table = !matches!(kind.home, Home::EventFile | Home::Pages);
    let _ = write!(
        page,
        "\n## {}\n\n{} ",
        kind.name.get(language),
        kind.about.get(language)
    );
    let _ = match language {
        Language::Nl if table => writeln!(
            page,
            "Schrijf `[[{}]]` (of `[[{}]]`), {}.",
            kind.name.nl, kind.name.en, home.nl
        ),
        Language::Nl => writeln!(page, "Staat {}.", home.nl),
        Language::En if table => writeln!(page, "Write `[[{}]]`, {}.", kind.name.en, home.en),
        Language::En => writeln!(page, "Stands {}.", home.en),
    };
    if table {
        let folder = kind.folder.get(language);
        let _ = match language {
            Language::Nl => {
                writeln!(
                    page,
                    "Een langer record mag een Markdown-bestand zijn in een map `{folder}`; de naam van het bestand is dan de id."
                )
            }
            Language::En => writeln!(
                page,
                "A longer record may be a Markdown file in a folder `{folder}`; the name of the file is its id then."
            ),
        };
    }
    page.push('\n');
    write_fields(page, kind.fields, language, 3);
}

fn write_fields(page: &mut String, fields: &'static [Field], language: Language, depth: usize) {
    let heads = match language {
        Language::Nl => {
            "| gegeven | Engels | wat erin staat | uitleg |\n| --- | --- | --- | --- |\n"
        }
        Language::En => "| field | Dutch | what it holds | meaning |\n| --- | --- | --- | --- |\n",
    };
    page.push_str(heads);
    let mut groups = Vec::new();
    for field in fields {
        let (own, other) = match language {
            Language::Nl => (field.name.nl, field.name.en),
            Language::En => (field.name.en, field.name.nl),
        };
        let name = if field.required {
            format!("**`{own}`**")
        } else {
            format!("`{own}`")
        };
        let mut about = field.about.get(language).to_owned();
        if field.translatable {
            let _ = match language {
                Language::Nl => write!(about, " Vertaling: `{own}_en`."),
                Language::En => write!(
                    about,
                    " Translation: `{own}_nl` in an English site, `{own}_en` in a Dutch one."
                ),
            };
        }
        let _ = writeln!(
            page,
            "| {name} | `{other}` | {} | {about} |",
            holds(field.shape, language)
        );
        if let Shape::Table(inner) | Shape::Tables(inner) = field.shape {
            groups.push((own, inner));
        }
    }
    for (name, inner) in groups {
        let _ = write!(page, "\n{} {name}\n\n", "#".repeat(depth));
        write_fields(page, inner, language, depth + 1);
    }
}

/// What a field holds, in words.
fn holds(shape: Shape, language: Language) -> String {
    let of_kind = |words: Bilingual, kind: Kind| {
        let kind = kind.schema().with_article.get(language);
        format!("{} {kind}", words.get(language))
    };
    match shape {
        Shape::Choice(choices) => {
            let list: Vec<String> = choices
                .iter()
                .map(|choice| format!("`{}`", choice.get(language)))
                .collect();
            list.join(", ")
        }
        Shape::One(kind) => of_kind(both("de id van", "the id of"), kind),
        Shape::Many(kind) => of_kind(
            both("een lijst ids, elk van", "a list of ids, each of"),
            kind,
        ),
        Shape::ManyOrInline(kind) => {
            let or = both(
                "of het hele record tussen accolades",
                "or the whole record between braces",
            );
            let list = of_kind(
                both("een lijst, elk de id van", "a list, each the id of"),
                kind,
            );
            format!("{list}, {}", or.get(language))
        }
        other => several(other)
            .unwrap_or_else(|| single(other))
            .get(language)
            .to_owned(),
    }
}

/// Words for a shape of several values.
fn several(shape: Shape) -> Option<Bilingual> {
    Some(match shape {
        Shape::Parties => both(
            "een lijst van personen of organisaties",
            "a list of persons or organisations",
        ),
        Shape::Lines => both("een lijst van regels", "a list of lines"),
        Shape::Addresses => both(
            "een lijst van adressen van deze site: `/verslag-2018/`",
            "a list of addresses of this site: `/report-2018/`",
        ),
        Shape::Table(_) => both("een groep gegevens, hieronder", "a group of fields, below"),
        Shape::Tables(_) => both(
            "een lijst van groepen gegevens, hieronder",
            "a list of groups of fields, below",
        ),
        Shape::Tile => both(
            "kolom en rij, vanaf 0: `[2, 1]`",
            "column and row, from 0: `[2, 1]`",
        ),
        Shape::Codes => both(
            "namen met een waarde: `{ cbs = \"PV23\" }`",
            "names with a value: `{ cbs = \"PV23\" }`",
        ),
        _ => return None,
    })
}

/// Words for a shape of one value.
fn single(shape: Shape) -> Bilingual {
    match shape {
        Shape::Markdown => both("tekst, met opmaak in Markdown", "text, in Markdown"),
        Shape::Id => both(
            "een id: kleine letters, cijfers, streepjes",
            "an id: small letters, digits, hyphens",
        ),
        Shape::Date => both("een datum: `2018-10-30`", "a date: `2018-10-30`"),
        Shape::Time => both(
            "een tijd: `13:30` of `\"13.30\"`",
            "a time: `13:30` or `\"13.30\"`",
        ),
        Shape::Integer(..) => both("een heel getal", "a whole number"),
        Shape::Number(..) => both("een getal", "a number"),
        Shape::NumberOrLine => both("een getal of een regel tekst", "a number or a line of text"),
        Shape::Bool => both("`true` (ja) of `false` (nee)", "`true` or `false`"),
        Shape::Url => both("een webadres", "a web address"),
        Shape::File => both(
            "een bestand, vanaf de map van de bijeenkomst",
            "a file, from the event's folder",
        ),
        Shape::Party => both(
            "een persoon of organisatie: id, naam, woorden, of `{ naam, organisatie }`",
            "a person or organisation: id, name, words, or `{ name, organisation }`",
        ),
        Shape::Reference => both(
            "een verwijzing: `deal:2018-overijssel/samen-bijscholen`",
            "a reference: `deal:2018-overijssel/learn-together`",
        ),
        Shape::Colour => both("een kleur: `\"#b5651d\"`", "a colour: `\"#b5651d\"`"),
        _ => both("een regel tekst", "a line of text"),
    }
}
