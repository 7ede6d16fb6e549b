//! Cells that name something by letters that have to fit: ids, references, addresses on the web.

use super::result::FieldValue;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::reference::ReferenceText;
use crate::schema::is_web_address;

/// An id.
pub(super) fn id(text: String, found: &mut Vec<Diagnostic>) -> Option<FieldValue> {
    if Id::new(&text).is_some() {
        return Some(FieldValue::Line(text));
    }
    found.push(bad_id(&text));
    None
}

/// A record by its kind and id.
pub(super) fn reference(text: String, found: &mut Vec<Diagnostic>) -> Option<FieldValue> {
    let written = ReferenceText::of(&text);
    if written.kind().is_some() && Id::new(written.id).is_some() {
        return Some(FieldValue::Line(text));
    }
    found.push(Diagnostic::of_site(Code::BadReference).with("value", &text));
    None
}

/// An address on the web. What Excel itself takes for one, `www.…`, is one.
pub(super) fn url(text: String, found: &mut Vec<Diagnostic>) -> Option<FieldValue> {
    if is_web_address(&text) {
        return Some(FieldValue::Line(text));
    }
    let whole = format!("https://{}", text.trim_start_matches('/'));
    let can_be_whole = !text.contains(':') && text.contains('.') && is_web_address(&whole);
    if can_be_whole && text.starts_with("www.") {
        return Some(FieldValue::Line(whole));
    }
    found.push(
        Diagnostic::of_site(Code::BadUrl)
            .with("value", &text)
            .suggest(can_be_whole.then_some(whole)),
    );
    None
}

/// Says of a text that it cannot be an id.
pub(super) fn bad_id(text: &str) -> Diagnostic {
    Diagnostic::of_site(Code::BadId)
        .with("value", text)
        .suggest(Id::from_title(text))
}
