//! Bytes of a text as letters: what its first bytes say, else UTF-8 where it is that, else the
//! likeliest way in which Dutch programs of before UTF-8 wrote.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::allowance::{MOST_TEXT, TooMuch};

/// How the bytes of a text stood for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoded {
    /// The name of the encoding (WHATWG, "Encoding", section 4.2).
    pub name: &'static str,
    /// Whether that is a guess: another encoding of one byte a letter cannot be told from it.
    pub is_guess: bool,
    /// Whether some bytes stood for no letter.
    pub has_gaps: bool,
}

/// A text and how it was written.
pub(super) struct DecodedText {
    pub(super) text: String,
    pub(super) encoded: Encoded,
}

/// How much of a text without a mark is looked at for its encoding, in bytes.
const LOOKED_AT: usize = 1_000_000;

/// The letters of these bytes; `None` where they are no text.
pub(super) fn decoded(bytes: &[u8]) -> Result<Option<DecodedText>, TooMuch> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some(found) => found,
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0),
        None => (guessed(bytes), 0),
    };
    let is_wide = [UTF_16LE, UTF_16BE].contains(&encoding);
    // Programs keep what is no text in bytes that no text has; UTF-16 has them in each letter.
    if !is_wide && (bytes.contains(&0) || is_foreign(bytes)) {
        return Ok(None);
    }
    // Letters of one byte may take three bytes when they are read.
    let most_bytes = if encoding == UTF_8 {
        MOST_TEXT
    } else {
        MOST_TEXT / 2
    };
    if bytes.len() > most_bytes {
        return Err(TooMuch::Text);
    }
    let (text, has_gaps) = encoding.decode_without_bom_handling(&bytes[mark..]);
    let encoded = Encoded {
        name: encoding.name(),
        is_guess: mark == 0 && encoding != UTF_8,
        has_gaps,
    };
    Ok(Some(DecodedText {
        text: text.into_owned(),
        encoded,
    }))
}

/// Whether a text is that of another kind of file.
fn is_foreign(bytes: &[u8]) -> bool {
    // The files of Office before 2007 ([MS-CFB], section 2.2).
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return true;
    }
    let start = &bytes[..bytes.len().min(64)];
    let start = start.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(start);
    let start = start.trim_ascii_start().to_ascii_lowercase();
    [&b"%pdf-"[..], b"{\\rtf", b"<?xml", b"<html", b"<!doctype"]
        .iter()
        .any(|foreign| start.starts_with(foreign))
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(LOOKED_AT)], true);
    detector.guess(Some(b"nl"), Utf8Detection::Deny)
}
