//! What the word before a number says of it: a telephone number, a sum, the number of a register or of
//! somebody's file. In goes one word in small letters; which number follows is not looked at.

/// Words that say that a telephone number follows.
const CALLED: [&str; 16] = [
    "tel",
    "telefoon",
    "telefoonnummer",
    "telefoonnr",
    "telnr",
    "telephone",
    "phone",
    "mobiel",
    "mobile",
    "mob",
    "gsm",
    "fax",
    "whatsapp",
    "sms",
    "bel",
    "call",
];
/// Words that say that the number which follows is of another register.
const OTHERWISE: [&str; 15] = [
    "isbn",
    "issn",
    "doi",
    "orcid",
    "isni",
    "iban",
    "kvk",
    "btw",
    "rsin",
    "bsn",
    "ean",
    "gtin",
    "oin",
    "kbo",
    "ondernemingsnummer",
];
/// Words that say that the number which follows is of somebody's files. They are taken at their word
/// where its digits stand together, as in a register: "06-12345678" is a telephone number whatever
/// it is called.
const FILED: [&str; 8] = [
    "zaaknummer",
    "zaaknr",
    "dossiernummer",
    "dossiernr",
    "kenmerk",
    "referentienummer",
    "factuurnummer",
    "casenumber",
];

/// What the words before a number call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberName {
    /// A telephone number.
    Telephone,
    /// A sum, or the number of another register.
    Other,
    /// The number of somebody's file.
    Filed,
    /// Nothing that is known.
    Unknown,
}

impl NumberName {
    /// What a word says of the number that follows.
    pub(super) fn of(word: &str) -> Self {
        if OTHERWISE.contains(&word) {
            Self::Other
        } else if CALLED.contains(&word) {
            Self::Telephone
        } else if FILED.contains(&word) {
            Self::Filed
        } else {
            Self::Unknown
        }
    }
}
