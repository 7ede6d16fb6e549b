//! What is said of promised addresses that changed, and of what was forgotten and is back.

use crate::diagnostic::{Code, Diagnostic};
use crate::reference::Reference;
use crate::schema::Kind;
use crate::source::Span;
use crate::words::Phrase;
use crate::words::messages::plan as messages;

/// The message about pages that are still there under their names, at other addresses.
pub(super) fn addresses_changed(changed: &[(String, Span)]) -> Option<Diagnostic> {
    let (address, span) = changed.first()?;
    let count: Phrase = match changed.len() {
        1 => messages::ONE_PAGE.into(),
        count => messages::pages(&count),
    };
    Some(
        Diagnostic::at(Code::AddressesChanged, *span)
            .with("count", count)
            .with("address", address),
    )
}

/// The message about something forgotten that has a page again.
pub(super) fn was_forgotten(back: &str, span: Option<Span>, reference: &Reference) -> Diagnostic {
    let is_person = matches!(
        reference,
        Reference::Record {
            kind: Kind::Person,
            ..
        }
    );
    let way = if is_person {
        messages::REMOVE_OR_UNLIST_PERSON
    } else {
        messages::REMOVE_RECORD
    };
    forgotten_at(back, span).with("way", way)
}

/// The message about an old address that was forgotten.
pub(super) fn address_forgotten(address: &str, span: Option<Span>) -> Diagnostic {
    let way = messages::REMOVE_ADDRESS;
    forgotten_at(address, span).with("way", way)
}

fn forgotten_at(reference: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = match span {
        Some(span) => Diagnostic::at(Code::WasForgotten, span),
        None => Diagnostic::of_site(Code::WasForgotten),
    };
    diagnostic.with("what", reference)
}
