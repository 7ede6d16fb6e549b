//! What a part of a programme is known by in other programs, whatever it is called.

use std::fmt;

/// A UUID (RFC 9562). What another program uses that is none, such as `123@example.org`, becomes one
/// that is made of it: it may hold a name or an address, and other programs ask for a UUID.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(String);

impl Guid {
    /// The UUID that a text is, or one made of the text.
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        Self::parse(text).unwrap_or_else(|| Self::made_of(text))
    }

    /// The UUID that a text is.
    pub fn parse(text: &str) -> Option<Self> {
        let is_uuid = text.len() == 36
            && text.bytes().enumerate().all(|(place, byte)| match place {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
        is_uuid.then(|| Self(text.to_ascii_lowercase()))
    }

    /// A UUID of version 8, whose bits are those of a hash (RFC 9562, section 5.8).
    pub fn made_of(text: &str) -> Self {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
        bytes[6] = bytes[6] & 0x0F | 0x80;
        bytes[8] = bytes[8] & 0x3F | 0x80;
        let hex = format!("{:032x}", u128::from_be_bytes(bytes));
        let parts = [
            &hex[..8],
            &hex[8..12],
            &hex[12..16],
            &hex[16..20],
            &hex[20..],
        ];
        Self(parts.join("-"))
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Guid;

    #[test]
    fn a_uuid_stays_and_anything_else_becomes_one() {
        let own = "0B5E1F6C-1111-4222-8333-444455556666";
        assert_eq!(Guid::of(own).to_string(), own.to_lowercase());
        let made = Guid::of("17@example.org").to_string();
        assert_eq!(Guid::parse(&made), Some(Guid::of("17@example.org")));
        assert_eq!((&made[14..15], made.len()), ("8", 36));
        assert_ne!(Guid::of("18@example.org").to_string(), made);
        assert!(Guid::parse("0b5e1f6c-1111-4222-8333-44445555666é").is_none());
    }
}
