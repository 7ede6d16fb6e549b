//! What a code says, with the values of its diagnostic in their places.

use super::harmless::harmless_character;
use super::{Argument, Code};
use crate::words::Language;

impl Code {
    /// What is wrong, in one language.
    pub fn message(self, language: Language, arguments: &[(&'static str, Argument)]) -> String {
        let [nl, en, ..] = self.texts();
        fill(
            if language == Language::Nl { nl } else { en },
            language,
            arguments,
        )
    }

    /// The way out, in one language; `None` where the message or its suggestion says enough.
    pub fn help(
        self,
        language: Language,
        arguments: &[(&'static str, Argument)],
    ) -> Option<String> {
        let [_, _, nl, en] = self.texts();
        let text = if language == Language::Nl { nl } else { en };
        (!text.is_empty())
            .then(|| fill(text, language, arguments))
            .filter(|text| !text.is_empty())
    }
}

/// Puts the arguments in their places. Control characters of hostile content never reach a terminal.
fn fill(text: &str, language: Language, arguments: &[(&'static str, Argument)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        let value = arguments
            .iter()
            .find(|(argument, _)| *argument == name)
            .map_or("", |(_, value)| value.get(language));
        filled.extend(value.chars().take(400).map(harmless_character));
        rest = after;
    }
    filled.push_str(rest);
    filled
}
