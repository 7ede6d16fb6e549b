//! What stands below a question: what the field means, and how its value is typed.

use super::control::{Asks, Control, LineOf};
use crate::words::{Bilingual, Language, forms};

/// The help of a question. `is_new` says that the record is not there yet.
pub(super) fn help(control: &Control, is_new: bool, language: Language) -> String {
    let about = control.field.about.get(language);
    let own_id = control.is_own_id().then_some(if is_new {
        forms::ID_HELP
    } else {
        forms::ID_STAYS
    });
    match own_id.or_else(|| how(control.asks)) {
        Some(how) => format!("{about} {}", how.get(language)),
        None => about.to_owned(),
    }
}

fn how(asks: Asks) -> Option<Bilingual> {
    match asks {
        Asks::Line(line) => match line {
            LineOf::Date => Some(forms::DATE_HELP),
            LineOf::Time => Some(forms::TIME_HELP),
            LineOf::EndTime => Some(forms::END_TIME_HELP),
            LineOf::Record(_) => Some(forms::ONE_OF_NAMES),
            LineOf::Party => Some(forms::NAMES_OR_WORDS),
            LineOf::Reference => Some(forms::REFERENCE_HELP),
            LineOf::File => Some(forms::FILE_HELP),
            LineOf::Colour => Some(forms::COLOUR_HELP),
            LineOf::Tile => Some(forms::TILE_HELP),
            LineOf::Words
            | LineOf::Id
            | LineOf::Integer
            | LineOf::Number
            | LineOf::NumberOrWords
            | LineOf::Url => None,
        },
        Asks::Text => Some(forms::TEXT_HELP),
        Asks::List(_) => Some(forms::EACH_ON_A_LINE),
        Asks::Truth | Asks::Choice(_) | Asks::Codes | Asks::Groups(_) => None,
    }
}
