//! Numbers as text that a script can hold: which records, as characters that need no escape.
//!
//! A number is one or more digits of base 33, the most significant first; all but the last are
//! shifted by 33, so that no separator is needed. No character is a figure or an `@`: whoever looks
//! for addresses and numbers of people finds none here. A list of records is the differences between
//! their numbers, or a picture of all of them, six to a character, where that is shorter: it begins
//! with `!`, which is no digit.

/// Characters from `:` to `~`, without the `@` and the backslash.
const FIRST: u8 = b':';
const LEFT_OUT: [u8; 2] = [b'@', b'\\'];
const BASE: u32 = 33;
/// How many records a character of a picture shows.
const BITS: usize = 6;

/// The character of a value below 67.
fn character(value: u32) -> char {
    let mut code = u32::from(FIRST) + value;
    for left_out in LEFT_OUT {
        code += u32::from(code >= u32::from(left_out));
    }
    char::from(u8::try_from(code).expect("values are below 67"))
}

/// Writes a number.
pub(super) fn push_number(text: &mut String, number: u32) {
    let mut digits = vec![character(number % BASE)];
    let mut rest = number / BASE;
    while rest > 0 {
        digits.push(character(BASE + rest % BASE));
        rest /= BASE;
    }
    text.extend(digits.iter().rev());
}

/// Which of `count` records, by their numbers in rising order. No records are an empty text.
pub(super) fn postings(numbers: &[u32], count: usize) -> String {
    let mut list = String::new();
    let mut before = None;
    for number in numbers {
        push_number(
            &mut list,
            before.map_or(*number, |before| number - before - 1),
        );
        before = Some(*number);
    }
    if list.len() <= count.div_ceil(BITS) {
        return list;
    }
    let mut values = vec![0_u32; count.div_ceil(BITS)];
    for number in numbers {
        let number = *number as usize;
        values[number / BITS] |= 1 << (number % BITS);
    }
    std::iter::once('!')
        .chain(values.into_iter().map(character))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::postings;

    /// What the script does, in other words.
    fn read(text: &str) -> Vec<u32> {
        let value = |byte: u8| u32::from(byte) - 58 - u32::from(byte > 64) - u32::from(byte > 92);
        if let Some(picture) = text.strip_prefix('!') {
            let bits = picture
                .bytes()
                .flat_map(|byte| (0..6).map(move |bit| value(byte) >> bit & 1 == 1));
            return (0..)
                .zip(bits)
                .filter_map(|(at, set)| set.then_some(at))
                .collect();
        }
        let (mut numbers, mut number, mut next) = (Vec::new(), 0, 0);
        for byte in text.bytes() {
            number = number * 33 + value(byte) % 33;
            if value(byte) < 33 {
                numbers.push(next + number);
                next += number + 1;
                number = 0;
            }
        }
        numbers
    }

    #[test]
    fn a_list_is_differences_and_a_full_one_a_picture() {
        assert_eq!(postings(&[], 100), "");
        assert_eq!(postings(&[0, 1, 46, 2_100], 20_000), "::^F^zB");
        assert_eq!(postings(&[0, 1, 2, 3, 4, 5], 6), "!{");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(numbers in proptest::collection::btree_set(0_u32..5_000, 0..400)) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let text = postings(&numbers, 5_000);
            prop_assert!(text.is_ascii() && !text.contains(['"', '\\', '@']));
            prop_assert!(!text.contains(|sign: char| sign.is_ascii_digit()));
            prop_assert_eq!(read(&text), numbers);
        }
    }
}
