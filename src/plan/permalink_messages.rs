//! What is said of promised addresses that changed, and of what was forgotten and is back.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::permalinks::What;
use crate::schema::Kind;
use crate::source::Span;
use crate::words::phrase;

/// The message about pages that are still there under their names, at other addresses.
pub(super) fn addresses_changed(changed: &[(String, Span)]) -> Option<Diagnostic> {
    let (address, span) = changed.first()?;
    let count = changed.len();
    let (nl, en) = if count == 1 {
        ("een pagina".to_owned(), "one page".to_owned())
    } else {
        (format!("{count} pagina’s"), format!("{count} pages"))
    };
    Some(
        Diagnostic::at(Code::AddressesChanged, *span)
            .with("count", phrase(nl, en))
            .with("address", address),
    )
}

/// The message about something forgotten that has a page again.
pub(super) fn was_forgotten(back: &str, span: Option<Span>, what: &What) -> Diagnostic {
    let is_person = matches!(
        what,
        What::Record {
            kind: Kind::Person,
            ..
        }
    );
    let way = if is_person {
        phrase(
            "haal dit record weg of zet er `vermeld = false` bij; is het iemand anders, geef die dan een andere id",
            "remove this record or add `listed = false`; if this is somebody else, give them another id",
        )
    } else {
        phrase(
            "haal dit record weg; is het iets anders, geef het dan een andere id",
            "remove this record; if it is something else, give it another id",
        )
    };
    forgotten_at(back, span).with("way", way)
}

/// The message about an old address that was forgotten.
pub(super) fn address_forgotten(address: &str, span: Option<Span>) -> Diagnostic {
    let way = phrase(
        "haal dit adres weg; is het dat van een record, geef dat dan een andere id",
        "remove this address; if it is that of a record, give that another id",
    );
    forgotten_at(address, span).with("way", way)
}

fn forgotten_at(what: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = match span {
        Some(span) => Diagnostic::at(Code::WasForgotten, span),
        None => Diagnostic::of_site(Code::WasForgotten),
    };
    diagnostic.with("what", what)
}
