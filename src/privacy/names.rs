//! Names that become part of an address: ids, and the names of published files. What spells out a
//! contact in them is found here.

use std::borrow::Cow;
use std::ops::Range;

use super::allowed::{Allowed, ContactKind};
use super::direction::straight_line;
use super::emails::emails;
use super::fold::Folded;
use super::numbering::is_area_of_ten;
use super::phones::phones;
use super::signs::signs_of;
use crate::id::Id;
use crate::words::messages::privacy as messages;
use crate::words::{Bilingual, Language};

/// What a file is called of whose name nothing else is left.
const FILE: Bilingual = messages::FILE;

/// A contact that an id spells out, and the id without it; `None` where nothing else is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InId {
    /// What it is.
    pub(super) kind: ContactKind,
    /// The id without it.
    pub(super) better: Option<Id>,
}

/// The telephone number that an id spells out. Ids hold many numbers, so only what can be nothing
/// else counts: ten digits in one, or those of a mobile number in two groups. `told` are contacts
/// that the record itself tells; of these an id holds what an id is made of.
pub(super) fn contact_in_id(
    id: &str,
    told: &[(ContactKind, String)],
    allowed: Allowed,
) -> Option<InId> {
    let parts: Vec<&str> = id.split('-').collect();
    let without = |range: Range<usize>| {
        let rest: Vec<&str> = parts[..range.start]
            .iter()
            .chain(&parts[range.end..])
            .copied()
            .collect();
        Id::new(&rest.join("-"))
    };
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if allowed.hides(ContactKind::Phone) {
        for (at, part) in parts.iter().enumerate().filter(|(_, part)| is_digits(part)) {
            let next = parts
                .get(at + 1)
                .filter(|next| is_digits(next))
                .map_or(0, |next| next.len());
            let length = match (part.len(), next) {
                (10, _) if part.starts_with('0') && is_area_of_ten(part) => 1,
                (11, _) if part.starts_with("316") || part.starts_with("324") => 1,
                (2, 8) if *part == "06" => 2,
                (4, 6) | (3, 7) if part.starts_with('0') => 2,
                _ => continue,
            };
            return Some(InId {
                kind: ContactKind::Phone,
                better: without(at..at + length),
            });
        }
    }
    told.iter()
        .filter(|(kind, _)| allowed.hides(*kind))
        .find_map(|(kind, contact)| {
            let made = Id::from_title(contact)?;
            let of: Vec<&str> = made.as_str().split('-').collect();
            let at = parts.windows(of.len()).position(|window| window == of)?;
            Some(InId {
                kind: *kind,
                better: without(at..at + of.len()),
            })
        })
}

/// The path of a published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedName<'a> {
    /// The path, each part without contacts and without what turns the direction of writing.
    pub path: Cow<'a, str>,
    /// What was left out.
    pub withheld: Vec<ContactKind>,
    /// Whether anything was left out that turns the direction.
    pub straightened: bool,
}

/// The path under which a file is published: its own, but for what may not be shown of it.
pub fn published_name(path: &str, allowed: Allowed, language: Language) -> PublishedName<'_> {
    let mut published = PublishedName {
        path: Cow::Borrowed(path),
        withheld: Vec::new(),
        straightened: false,
    };
    let parts: Vec<Cow<'_, str>> = path
        .split('/')
        .map(|part| part_of_name(part, allowed, language, &mut published))
        .collect();
    if published.straightened || !published.withheld.is_empty() {
        published.path = Cow::Owned(parts.join("/"));
    }
    published
}

fn part_of_name<'a>(
    part: &'a str,
    allowed: Allowed,
    language: Language,
    published: &mut PublishedName<'_>,
) -> Cow<'a, str> {
    let mut name = Cow::Borrowed(part);
    if let Some((straight, _)) = straight_line(part) {
        published.straightened = true;
        name = Cow::Owned(straight);
    }
    while let Some((kind, range)) = contact_in_name(&name, allowed) {
        if !published.withheld.contains(&kind) {
            published.withheld.push(kind);
        }
        let is_sign = |character: char| {
            matches!(
                character,
                ' ' | '-' | '_' | '.' | ',' | '+' | '(' | ')' | '[' | ']' | '<' | '>'
            )
        };
        let before = name[..range.start].trim_end_matches(is_sign);
        let behind = &name[range.end..];
        // What comes last is what kind of file it is.
        let ending = behind.rfind('.').map_or("", |dot| &behind[dot..]);
        let between = behind[..behind.len() - ending.len()].trim_matches(is_sign);
        let gap = if before.is_empty() || between.is_empty() {
            ""
        } else {
            "-"
        };
        let stem = format!("{before}{gap}{between}");
        name = Cow::Owned(format!(
            "{}{ending}",
            if stem.is_empty() {
                FILE.get(language)
            } else {
                &stem
            }
        ));
    }
    name
}

/// The first contact that a file's name spells out.
fn contact_in_name(name: &str, allowed: Allowed) -> Option<(ContactKind, Range<usize>)> {
    if name.bytes().filter(u8::is_ascii_digit).count() < 9
        && name.is_ascii()
        && !name.contains(['@', '%'])
    {
        return None;
    }
    let signs = signs_of(name, &(0..name.len()), name, 0);
    let folded = Folded::of_signs(&signs);
    let of = |kind: ContactKind, ranges: Vec<Range<usize>>| {
        let range = ranges.into_iter().next().filter(|_| allowed.hides(kind))?;
        let place = folded.signs_of(&range);
        Some((
            kind,
            signs[place.start].range().start..signs[place.end - 1].range().end,
        ))
    };
    of(ContactKind::Email, emails(&folded.characters, &|_| false))
        .or_else(|| of(ContactKind::Phone, phones(&folded.characters, &|_| false)))
}

#[cfg(test)]
mod tests {
    use super::{contact_in_id, published_name};
    use crate::privacy::{Allowed, ContactKind};
    use crate::words::Language;

    #[test]
    fn an_id_is_one_without_a_number() {
        for (id, better) in [
            ("bel-jan-06-12345678", Some("bel-jan")),
            ("bel-jan-0612345678", Some("bel-jan")),
            ("bel-0548-123456-nu", Some("bel-nu")),
            ("0612345678", Some("")),
            ("app-31612345678", Some("app")),
            ("2018-06-12345678", Some("2018")),
            ("2018-overijssel", None),
            ("2018-10-30-0930-1015", None),
            ("2018-06-12-345678", None),
            ("project-1234567890", None),
            ("isbn-9789012345670", None),
        ] {
            let found = contact_in_id(id, &[], Allowed::NONE)
                .map(|found| found.better.map(|id| id.to_string()).unwrap_or_default());
            assert_eq!(found.as_deref(), better, "{id}");
        }
        let told = [
            (ContactKind::Email, "jan@school.nl".to_owned()),
            (ContactKind::Phone, "06 12 34 56 78".to_owned()),
        ];
        let better = |id: &str| {
            contact_in_id(id, &told, Allowed::NONE)
                .and_then(|found| found.better)
                .map(|id| id.to_string())
        };
        assert_eq!(better("mail-jan-school-nl").as_deref(), Some("mail"));
        assert_eq!(better("bel-06-12-34-56-78").as_deref(), Some("bel"));
        assert_eq!(better("school-nl"), None);
    }

    #[test]
    fn a_file_is_published_under_what_is_left_of_its_name() {
        for (name, published) in [
            ("media/plan 2018.pdf", "media/plan 2018.pdf"),
            ("media/cv jan@school.nl.pdf", "media/cv.pdf"),
            ("media/jan@school.nl.pdf", "media/bestand.pdf"),
            ("media/cv jan%40school.nl nieuw.pdf", "media/cv-nieuw.pdf"),
            ("media/bel_06-12345678_werk.jpg", "media/bel-werk.jpg"),
            (
                "jan@school.nl/0612345678/plan.pdf",
                "bestand/bestand/plan.pdf",
            ),
            (
                "media/foto 2018-06-12 10.30.15.jpg",
                "media/foto 2018-06-12 10.30.15.jpg",
            ),
            (
                "media/IMG_20180612_103015.jpg",
                "media/IMG_20180612_103015.jpg",
            ),
            ("media/cv\u{202E}fdp.exe", "media/cvfdp.exe"),
            ("media/logo@2x.png", "media/logo@2x.png"),
        ] {
            assert_eq!(
                published_name(name, Allowed::NONE, Language::Nl).path,
                published,
                "{name}"
            );
        }
        let all = Allowed {
            emails: true,
            phones: true,
        };
        assert_eq!(
            published_name("cv jan@school.nl.pdf", all, Language::Nl).path,
            "cv jan@school.nl.pdf"
        );
    }
}
