//! The numbers that telephones have: country codes (ITU-T E.164), and areas in the Netherlands
//! (Nummerplan telefoon- en ISDN-diensten) and Belgium (BIPT, "Numbering plan").

/// How many digits the country code has that a number begins with; none where no country has it.
pub(super) fn country_code(digits: &str) -> Option<usize> {
    let bytes = digits.as_bytes();
    let (first, second) = (*bytes.first()?, *bytes.get(1)?);
    match (first, second) {
        (b'1' | b'7', _) => Some(1),
        (b'2', b'0' | b'7')
        | (b'3', b'0'..=b'4' | b'6' | b'9')
        | (b'4', b'0' | b'1' | b'3'..=b'9')
        | (b'5', b'1'..=b'8')
        | (b'6', b'0'..=b'6')
        | (b'8', b'1' | b'2' | b'4' | b'6')
        | (b'9', b'0'..=b'5' | b'8') => Some(2),
        (b'2', b'1'..=b'6' | b'9')
        | (b'3', b'5' | b'7' | b'8')
        | (b'4', b'2')
        | (b'5', b'0' | b'9')
        | (b'6', b'7'..=b'9')
        | (b'8', b'0' | b'5' | b'7' | b'8')
        | (b'9', b'6' | b'7' | b'9') => Some(3),
        _ => None,
    }
}

/// Whether so many digits, with the country code, are a whole number of that country.
pub(super) fn is_whole(digits: &str) -> bool {
    match digits.as_bytes() {
        [b'3', b'2', second, ..] if *second != b'4' => digits.len() == 10,
        [b'3', b'1' | b'2', ..] | [b'1' | b'7', ..] => digits.len() == 11,
        _ => false,
    }
}

/// Whether a number of ten digits that begins so is one of an area, a mobile one or a company's in
/// the Netherlands, or a mobile one in Belgium.
pub(super) fn is_area_of_ten(digits: &str) -> bool {
    let starts = |length: usize| {
        digits
            .get(..length)
            .and_then(|start| start.parse::<u16>().ok())
    };
    let (Some(two), Some(three), Some(four)) = (starts(2), starts(3), starts(4)) else {
        return false;
    };
    two == 6
        || SHORT_AREAS.contains(&three)
        || LONG_AREAS.contains(&four)
        || (455..=499).contains(&four)
}

/// Areas of three digits, and 066, 084, 085, 087, 088, 091 and 097, which are no area's.
const SHORT_AREAS: [u16; 36] = [
    10, 13, 15, 20, 23, 24, 26, 30, 33, 35, 36, 38, 40, 43, 45, 46, 50, 53, 55, 58, 66, 70, 71, 72,
    73, 74, 75, 76, 77, 78, 79, 84, 85, 87, 88, 91,
];

/// Areas of four digits.
const LONG_AREAS: [u16; 109] = [
    111, 113, 114, 115, 117, 118, 161, 162, 164, 165, 166, 167, 168, 172, 174, 180, 181, 182, 183,
    184, 186, 187, 222, 223, 224, 226, 227, 228, 229, 251, 252, 255, 294, 297, 299, 313, 314, 315,
    316, 317, 318, 320, 321, 341, 342, 343, 344, 345, 346, 347, 348, 411, 412, 413, 416, 418, 475,
    478, 481, 485, 486, 487, 488, 492, 493, 495, 497, 499, 511, 512, 513, 514, 515, 516, 517, 518,
    519, 521, 522, 523, 524, 525, 527, 528, 529, 541, 543, 544, 545, 546, 547, 548, 561, 562, 566,
    570, 571, 572, 573, 575, 577, 578, 591, 592, 593, 594, 595, 596, 597,
];

/// Whether a number of nine digits, in groups of these lengths, is one of an area in Belgium.
pub(super) fn is_belgian_of_nine(digits: &str, groups: &[usize]) -> bool {
    match digits.as_bytes() {
        [b'0', b'2' | b'3' | b'4' | b'9', ..] => matches!(
            groups,
            [2, 3, 2, 2] | [2, 7] | [2, 3, 4] | [2, 2, 2, 3] | [2, 5, 2]
        ),
        [b'0', b'1' | b'5'..=b'8', ..] => matches!(groups, [3, 2, 2, 2] | [3, 6] | [3, 3, 3]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{country_code, is_area_of_ten};

    #[test]
    fn codes_and_areas_are_those_that_exist() {
        for (digits, length) in [
            ("316", 1 + 1),
            ("4930", 2),
            ("1212", 1),
            ("3521", 3),
            ("2125", 3),
            ("0031", 0),
            ("9999", 3),
            ("83", 0),
        ] {
            assert_eq!(country_code(digits).unwrap_or_default(), length, "{digits}");
        }
        for area in [
            "0612345678",
            "0548123456",
            "0101234567",
            "0475123456",
            "0489123456",
            "0881234567",
        ] {
            assert!(is_area_of_ten(area), "{area}");
        }
        for other in ["0123456789", "0000123456", "0340640615"] {
            assert!(!is_area_of_ten(other), "{other}");
        }
    }
}
