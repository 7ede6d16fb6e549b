//! The version of oogst that a report says it needs, known before anything else of the report is
//! judged: an older program would find fault with all that it does not know yet.

use toml::de::{DeTable, DeValue};

use super::settings::NEEDED;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, SourceFile, Span, Spanned};

/// The version of this program.
const OWN: &str = env!("CARGO_PKG_VERSION");

/// The most digits of a number of a version.
const MOST_DIGITS: usize = 6;

/// A version as its numbers; those that are left out are nought.
type VersionNumbers = [u32; 3];

fn numbers(written: &str) -> Option<VersionNumbers> {
    let mut numbers = VersionNumbers::default();
    let mut parts = written.split('.');
    for number in &mut numbers {
        let Some(part) = parts.next() else { break };
        let is_number = (1..=MOST_DIGITS).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_digit());
        *number = is_number.then(|| part.parse().ok()).flatten()?;
    }
    parts.next().is_none().then_some(numbers)
}

/// What is wrong where settings ask for a newer program than this one.
pub fn newer_needed(id: FileId, file: &SourceFile) -> Option<Diagnostic> {
    let (root, _) = DeTable::parse_recoverable(&file.text);
    let table = root.get_ref();
    let (_, value) = table.iter().find(|(key, _)| *key.get_ref() == NEEDED)?;
    let needed = match value.get_ref() {
        DeValue::String(needed) => needed.as_ref(),
        // As it is written: the number 0.10 would be 0.1.
        DeValue::Integer(_) | DeValue::Float(_) => &file.text[value.span()],
        _ => return None,
    };
    let is_newer = numbers(needed)? > numbers(OWN)?;
    is_newer.then(|| {
        Diagnostic::at(Code::NeedsNewer, Span::new(id, value.span()))
            .with("needed", needed)
            .with("own", OWN)
    })
}

/// What is wrong with a version as settings say it.
pub(super) fn badly_written(needed: &Spanned<String>) -> Option<Diagnostic> {
    numbers(&needed.value).is_none().then(|| {
        Diagnostic::at(Code::BadVersion, needed.span)
            .with("value", &needed.value)
            .with("own", needed_now())
    })
}

/// The version that a report needs which is begun with this program: `0.1`.
pub fn needed_now() -> String {
    let parts: Vec<&str> = OWN.split('.').take(2).collect();
    parts.join(".")
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert!(numbers("0.10") > numbers("0.9"));
        assert!(numbers("0.1.1") > numbers("0.1"));
        assert!(numbers("1") > numbers("0.99.99"));
        assert_eq!(numbers("0.1"), numbers("0.1.0"));
        assert_eq!(numbers("0.01"), numbers("0.1"));
        for wrong in [
            "", ".", "1.", "v1", "0.1.0.0", "0.1-beta", "0.-1", "9999999", "١",
        ] {
            assert_eq!(numbers(wrong), None, "{wrong}");
        }
    }
}
