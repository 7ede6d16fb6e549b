//! What a look offers a site to choose, as its theme.toml declares it.

use crate::colour::Colour;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::choices::AllowedWord;
use crate::schema::value::Fields;
use crate::schema::{Field, Shape, config_field};
use crate::source::{Span, Spanned};
use crate::words::both;

const KIND_WORDS: &[AllowedWord] = &[
    AllowedWord::of(both("kleur", "colour")),
    AllowedWord::of(both("beeld", "picture")),
    AllowedWord::of(both("letter", "font")),
];
const ROLE_WORDS: &[AllowedWord] = &[
    AllowedWord::of(both("grond", "ground")),
    AllowedWord::of(both("tekst", "text")),
    AllowedWord::of(both("betekenis", "meaning")),
    AllowedWord::of(both("teken", "graphic")),
];

/// What an option of a theme.toml says.
pub const OPTION: &[Field] = &[
    config_field(
        "name",
        Shape::Id,
        "De naam, in `[look]` en als `--naam` in CSS.",
        "The name, in `[look]` and as `--name` in CSS.",
    )
    .and_required(),
    config_field(
        "kind",
        Shape::Choice(KIND_WORDS),
        "Wat het is.",
        "What it is.",
    )
    .and_required(),
    config_field(
        "default",
        Shape::Line,
        "De kleur, of de namen van letters.",
        "The colour, or names of fonts.",
    ),
    config_field(
        "dark",
        Shape::Line,
        "De kleur in het donker.",
        "The colour in the dark.",
    ),
    config_field(
        "role",
        Shape::Choice(ROLE_WORDS),
        "Waar de kleur voor is. Tegen elke grond heeft tekst een contrast van 7, wat iets betekent 4,5 en een teken 3.",
        "What the colour is for. Against each ground, text has a contrast of 7, what carries meaning 4.5, and a graphic 3.",
    ),
    config_field(
        "follows",
        Shape::Id,
        "De kleur waarvan deze de leesbare tint is.",
        "The colour of which this is the readable shade.",
    ),
];

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Ground,
    Text,
    Meaning,
    Graphic,
}

impl Role {
    /// The least contrast with each ground: above what WCAG 2.2 asks for text (success criterion
    /// 1.4.6), and as it asks for the rest.
    pub(super) fn least(self) -> f64 {
        match self {
            Self::Ground => 1.0,
            Self::Text => 7.0,
            Self::Meaning => 4.5,
            Self::Graphic => 3.0,
        }
    }
}

/// A colour in light and in dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ColourPair {
    pub(super) light: Colour,
    pub(super) dark: Colour,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OptionKind {
    Colour {
        usual: ColourPair,
        role: Role,
        follows: Option<String>,
    },
    Picture,
    Font {
        fallback: String,
    },
}

/// An option that a look declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredOption {
    pub(super) name: String,
    pub(super) kind: OptionKind,
    /// Where, in a theme.toml of the site.
    pub(super) span: Option<Span>,
}

impl DeclaredOption {
    /// The same, of a file that no message can show.
    pub(in crate::look) fn without_place(self) -> Self {
        Self { span: None, ..self }
    }
}

/// The options of a theme.toml; what cannot be read is reported and left out.
pub(in crate::look) fn declared(
    tables: &[Fields],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<DeclaredOption> {
    tables
        .iter()
        .filter_map(|table| one_declared(table, diagnostics))
        .collect()
}

fn one_declared(table: &Fields, diagnostics: &mut Vec<Diagnostic>) -> Option<DeclaredOption> {
    let name = table.id("name")?.value.to_string();
    let mut colour = |key: &str| {
        let written = table.line(key)?;
        let colour = Colour::parse(&written.value);
        if colour.is_none() {
            diagnostics.push(bad_colour(&written));
        }
        colour
    };
    let kind = match table.choice("kind")?.value {
        0 => {
            let light = colour("default")?;
            OptionKind::Colour {
                usual: ColourPair {
                    light,
                    dark: colour("dark").unwrap_or(light),
                },
                role: match table.choice("role").map(|role| role.value) {
                    Some(0) => Role::Ground,
                    Some(2) => Role::Meaning,
                    Some(3) => Role::Graphic,
                    _ => Role::Text,
                },
                follows: table.id("follows").map(|name| name.value.to_string()),
            }
        }
        1 => OptionKind::Picture,
        _ => {
            // Names of fonts and nothing that ends a declaration.
            let written = table
                .line("default")
                .map(|line| line.value)
                .unwrap_or_default();
            let kept = written.chars().filter(|character| {
                character.is_ascii_alphanumeric() || matches!(character, ' ' | ',' | '"' | '-')
            });
            let fallback: String = kept.collect();
            OptionKind::Font {
                fallback: if fallback.is_empty() || fallback.matches('"').count() % 2 == 1 {
                    "serif".to_owned()
                } else {
                    fallback
                },
            }
        }
    };
    Some(DeclaredOption {
        name,
        kind,
        span: Some(table.span),
    })
}

/// Declarations of a look over those of the look it extends.
pub(in crate::look) fn over(
    below: &[DeclaredOption],
    own: Vec<DeclaredOption>,
) -> Vec<DeclaredOption> {
    let mut all: Vec<DeclaredOption> = below
        .iter()
        .filter(|option| own.iter().all(|other| other.name != option.name))
        .cloned()
        .collect();
    all.extend(own);
    all
}

/// Says that a text is no colour.
pub(super) fn bad_colour(written: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::BadColour, written.span).with("value", &written.value)
}
