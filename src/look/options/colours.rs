//! The colours of a look with a site's choices: those chosen, those that follow from them so that
//! they can be read, and the look's own.

use std::collections::BTreeMap;

use super::declared::{ColourPair, DeclaredOption, OptionKind, Role, bad_colour};
use crate::colour::Colour;
use crate::diagnostic::Diagnostic;
use crate::source::Spanned;

/// Works the colours out: those chosen, those that follow from them, and the look's own.
pub(super) struct Colours<'a> {
    pub(super) declared: &'a [DeclaredOption],
    pub(super) written: &'a BTreeMap<&'a str, &'a Spanned<String>>,
}

impl<'a> Colours<'a> {
    pub(super) fn resolved(
        &self,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BTreeMap<&'a str, ColourPair> {
        let mut pairs: BTreeMap<&str, ColourPair> = BTreeMap::new();
        let mut ask = |key: &str| {
            let value = self.written.get(key)?;
            let colour = Colour::parse(&value.value);
            if colour.is_none() {
                diagnostics.push(bad_colour(value));
            }
            colour
        };
        // Grounds first: what follows is measured against them.
        let mut colours: Vec<(&str, ColourPair, Role, Option<&str>)> = self
            .declared
            .iter()
            .filter_map(|option| match &option.kind {
                OptionKind::Colour {
                    usual,
                    role,
                    follows,
                } => Some((option.name.as_str(), *usual, *role, follows.as_deref())),
                _ => None,
            })
            .collect();
        colours.sort_by_key(|(.., role, follows)| (*role != Role::Ground, follows.is_some()));
        let mut grounds: Vec<ColourPair> = Vec::new();
        for (name, usual, role, follows) in colours {
            let light = ask(name);
            let dark = ask(&format!("{name}_dark"));
            let source = follows
                .filter(|source| self.written.contains_key(source))
                .and_then(|source| pairs.get(source))
                .copied();
            let seen = |colour: Colour, on: fn(&ColourPair) -> Colour| {
                colour.nearest(|found| {
                    grounds
                        .iter()
                        .all(|ground| found.contrast(on(ground)) >= role.least())
                })
            };
            let derives = matches!(role, Role::Meaning | Role::Graphic) || follows.is_some();
            let pair = ColourPair {
                light: light
                    .or_else(|| seen(source?.light, |ground| ground.light))
                    .unwrap_or(usual.light),
                dark: dark
                    .or_else(|| seen(source?.dark, |ground| ground.dark))
                    .or_else(|| seen(light.filter(|_| derives)?, |ground| ground.dark))
                    .unwrap_or(usual.dark),
            };
            if role == Role::Ground {
                grounds.push(pair);
            }
            pairs.insert(name, pair);
        }
        pairs
    }
}
