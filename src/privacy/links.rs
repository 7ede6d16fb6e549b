//! Web addresses that lead to a person: `mailto:` and `tel:`, the services that call by number, and
//! addresses that carry an e-mail address along.

use super::allowed::{Allowed, ContactKind};
use super::emails::emails;
use super::fold::Folded;
use super::phones::phones;

/// Services whose addresses hold a telephone number.
const SERVICES: [&str; 10] = [
    "wa.me",
    "whatsapp.com",
    "api.whatsapp.com",
    "web.whatsapp.com",
    "signal.me",
    "t.me",
    "telegram.me",
    "telegram.dog",
    "viber.click",
    "chats.viber.com",
];
/// What a telephone number is called in the query of an address.
const KEYS: [&str; 11] = [
    "phone",
    "phonenumber",
    "phone_number",
    "tel",
    "telefoon",
    "telefoonnummer",
    "telephone",
    "mobile",
    "mobiel",
    "gsm",
    "whatsapp",
];
/// The fewest digits that a service takes for a number.
const FEWEST_DIGITS: usize = 8;

/// The kind of contact that a link leads to, where that is not to be shown.
pub(super) fn hidden_contact_of(address: &str, allowed: Allowed) -> Option<ContactKind> {
    let characters = Folded::of_line(address.trim()).characters;
    let plain: String = characters.iter().collect();
    // Whatever stands behind `mailto:`, a mail program opens; `mailto:?subject=…` lets a reader
    // choose whom to write to.
    let is_email = plain
        .to_lowercase()
        .strip_prefix("mailto:")
        .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('?'));
    if allowed.hides(ContactKind::Email) && is_email {
        return Some(ContactKind::Email);
    }
    hidden_contact_in(&characters, allowed)
}

/// The kind of contact that a web address among words holds, where that is not to be shown.
pub(super) fn hidden_contact_in(characters: &[char], allowed: Allowed) -> Option<ContactKind> {
    if allowed.hides(ContactKind::Email) && !emails(characters, &|_| false).is_empty() {
        return Some(ContactKind::Email);
    }
    let is_phone = || {
        leads_to_phone(
            characters
                .iter()
                .collect::<String>()
                .to_lowercase()
                .trim_start_matches("view-source:"),
        )
    };
    (allowed.hides(ContactKind::Phone) && is_phone()).then_some(ContactKind::Phone)
}

fn leads_to_phone(plain: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    if let Some((scheme, rest)) = plain.split_once(':') {
        let is_call = match scheme {
            "tel" | "callto" | "sms" | "facetime" | "facetime-audio" => {
                digits(rest.split('?').next().unwrap_or_default()) >= 3
            }
            "whatsapp" | "viber" | "sgnl" | "tg" => holds_number(rest),
            _ => false,
        };
        if is_call {
            return true;
        }
    }
    let after = plain
        .split_once("://")
        .map_or(plain.trim_start_matches("//"), |(_, after)| after);
    let host = after
        .split(['/', '?', '#', ':'])
        .next()
        .unwrap_or_default()
        .trim_start_matches("www.");
    let path = &after[after.find(['/', '?', '#']).unwrap_or(after.len())..];
    SERVICES.contains(&host) && holds_number(path) || names_number(path)
}

/// Whether a part of an address is a telephone number for a service: digits and nothing else.
fn holds_number(path: &str) -> bool {
    path.split(['/', '?', '&', '#', '=', ':']).any(is_number)
}

fn is_number(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    digits >= FEWEST_DIGITS
        && part.chars().all(|character| {
            character.is_ascii_digit() || matches!(character, '+' | ' ' | '-' | '.' | '(' | ')')
        })
}

/// Whether the query or fragment of an address says a telephone number: under a name that says so,
/// or with its country.
fn names_number(path: &str) -> bool {
    let Some(start) = path.find(['?', '#']) else {
        return false;
    };
    path[start + 1..]
        .split(['&', ';', '#'])
        .filter_map(|pair| pair.split_once('='))
        .any(|(key, value)| {
            let key = key.trim_start_matches('?');
            let characters: Vec<char> = value.trim().chars().collect();
            let is_whole = || {
                phones(&characters, &|_| false)
                    .first()
                    .is_some_and(|range| *range == (0..characters.len()))
            };
            KEYS.contains(&key) && is_number(value.trim())
                || (value.trim().starts_with('+') || value.starts_with("00")) && is_whole()
        })
}

#[cfg(test)]
mod tests {
    use super::hidden_contact_of;
    use crate::privacy::Allowed;
    use crate::privacy::ContactKind::{Email, Phone};

    #[test]
    fn addresses_that_lead_to_a_person_are_known() {
        for (address, kind) in [
            ("mailto:jan@school.nl", Some(Email)),
            ("MAILTO:jan%40school.nl?subject=x", Some(Email)),
            ("mailto:?to=jan@school.nl", Some(Email)),
            ("mailto:?subject=Kijk", None),
            ("mailto:", None),
            ("tel:0612345678", Some(Phone)),
            ("tel:", None),
            ("sms:+31612345678?body=x", Some(Phone)),
            ("https://wa.me/31612345678", Some(Phone)),
            ("wa.me/31612345678?text=Hoi", Some(Phone)),
            ("https://wa.me/message/ABCDEF", None),
            (
                "https://api.whatsapp.com/send?phone=31612345678",
                Some(Phone),
            ),
            ("https://api.whatsapp.com/send?text=Kijk", None),
            ("https://signal.me/#p/+31612345678", Some(Phone)),
            ("https://t.me/+31612345678", Some(Phone)),
            ("https://t.me/+AbCd1234efGH", None),
            ("https://t.me/school", None),
            ("https://school.nl/?mail=jan@school.nl", Some(Email)),
            ("https://school.nl/?mail=jan%40school.nl", Some(Email)),
            ("https://school.nl/?mail=jan%2540school.nl", Some(Email)),
            ("https://school.nl/bel?tel=0548123456", Some(Phone)),
            ("https://school.nl/bel?x=%2B31612345678", Some(Phone)),
            ("https://school.nl/item/0612345678", None),
            ("https://school.nl/?id=0612345678", None),
            ("https://mastodon.nl/@naam@server.nl", None),
            ("https://mastodon.nl/@naam", None),
            ("https://kaart.nl/@52.26,6.15,15z", None),
            ("https://school.nl/", None),
        ] {
            assert_eq!(hidden_contact_of(address, Allowed::NONE), kind, "{address}");
            let others = Allowed {
                emails: kind == Some(Email),
                phones: kind == Some(Phone),
            };
            assert_eq!(hidden_contact_of(address, others), None, "{address}");
        }
    }
}
