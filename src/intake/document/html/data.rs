//! Pictures that stand in a page itself, as letters (RFC 2397, RFC 4648).

/// The bytes of a picture in a `data:` address; nothing where it is none.
pub(super) fn picture(address: &str) -> Option<Vec<u8>> {
    let start = address.get(.."data:image/".len())?;
    if !start.eq_ignore_ascii_case("data:image/") {
        return None;
    }
    let (kind, letters) = address.split_once(',')?;
    if !kind.to_ascii_lowercase().ends_with(";base64") {
        return None;
    }
    let (mut bytes, mut bits, mut count) = (Vec::with_capacity(letters.len() / 4 * 3), 0_u32, 0);
    for letter in letters.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ if letter.is_ascii_whitespace() => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).unwrap_or_default());
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}
