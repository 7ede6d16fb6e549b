//! Which part of a file a `Range` header asks for (RFC 9110, section 14). One range is honoured;
//! several, or anything that is not understood, give the whole, as the RFC allows. Pure.

use std::ops::Range;

/// The part to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RangePart {
    Whole,
    Bytes(Range<u64>),
    /// The range begins past the end.
    Beyond,
}

/// Reads the header's value for something of this length.
pub(super) fn part(range: &str, length: u64) -> RangePart {
    asked_for(range, length).unwrap_or(RangePart::Whole)
}

fn asked_for(range: &str, length: u64) -> Option<RangePart> {
    let (unit, range) = range.split_once('=')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let (first, last) = range.trim().split_once('-')?;
    let range = match (first, last) {
        ("", suffix) => length.saturating_sub(number(suffix)?)..length,
        (first, "") => number(first)?..length,
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            first..last.saturating_add(1).min(length)
        }
    };
    Some(if range.is_empty() {
        RangePart::Beyond
    } else {
        RangePart::Bytes(range)
    })
}

/// Digits alone (`parse` would take a sign); a number too large to count with is past every end.
fn number(digits: &str) -> Option<u64> {
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_rfc_has_them() {
        for (range, expected) in [
            ("bytes=0-0", RangePart::Bytes(0..1)),
            ("bytes=2-4", RangePart::Bytes(2..5)),
            ("bytes=2-", RangePart::Bytes(2..10)),
            ("bytes=-3", RangePart::Bytes(7..10)),
            ("bytes=-30", RangePart::Bytes(0..10)),
            ("bytes=8-99999999999999999999999", RangePart::Bytes(8..10)),
            ("Bytes=9-9", RangePart::Bytes(9..10)),
            ("bytes=10-", RangePart::Beyond),
            ("bytes=10-12", RangePart::Beyond),
            ("bytes=-0", RangePart::Beyond),
            ("bytes=99999999999999999999999-", RangePart::Beyond),
            ("bytes=4-2", RangePart::Whole),
            ("bytes=0-1,3-4", RangePart::Whole),
            ("bytes=-", RangePart::Whole),
            ("bytes=+1-2", RangePart::Whole),
            ("bytes=", RangePart::Whole),
            ("lines=1-2", RangePart::Whole),
            ("0-1", RangePart::Whole),
        ] {
            assert_eq!(part(range, 10), expected, "{range}");
        }
        assert_eq!(part("bytes=0-", 0), RangePart::Beyond);
    }
}
