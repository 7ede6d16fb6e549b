//! Which words are contacts, and which only look like one.

use super::{contacts, with_signs_for_words};
use crate::privacy::Allowed;
use crate::privacy::fold::Folded;
use crate::privacy::signs::signs_of;

/// What of a line is a contact, as it was written.
fn found(text: &str) -> Vec<&str> {
    let signs = signs_of(text, &(0..text.len()), text, 0);
    let folded = with_signs_for_words(&Folded::of_signs(&signs));
    let place = |contact: super::Contact| {
        let place = folded.signs_of(&contact.range);
        signs[place.start].range().start..signs[place.end - 1].range().end
    };
    contacts(&folded, Allowed::NONE)
        .into_iter()
        .map(|contact| &text[place(contact)])
        .collect()
}

/// Numbers as people write them.
const PHONES: &[&str] = &[
    "0612345678",
    "06-12345678",
    "06 12 34 56 78",
    "06 - 12 34 56 78",
    "06.12.34.56.78",
    "06/12345678",
    "06_12345678",
    "06\u{2011}12345678",
    "06–12345678",
    "06\u{2212}12345678",
    "06\u{202F}12345678",
    "06\u{2009}1234\u{A0}5678",
    "06\t12345678",
    "06-1234\u{AD}5678",
    "06-1234\u{200B}5678",
    "06•12•34•56•78",
    "０６-１２３４５６７８",
    "٠٦-١٢٣٤٥٦٧٨",
    "06-12-3456-78",
    "0 6 1 2 3 4 5 6 7 8",
    "(06) 12345678",
    "(0)6-12345678",
    "(038) 123 45 67",
    "038 - 1234567",
    "0548 – 123456",
    "0548-123 456",
    "0548/12.34.56",
    "088 000 00 00",
    "0123-456789",
    "O6-12345678",
    "+31 (0)38 123 45 67",
    "+31612345678",
    "+31 6 1234 5678",
    "+31(0)6-12345678",
    "+31.6.12345678",
    "+31.612.345.678",
    "(+31) 6 12345678",
    "+ 31 6 12345678",
    "0031 38 1234567",
    "00 31 6 12345678",
    "0031 (0)6-12345678",
    "+32 475 12 34 56",
    "+32 (0)2 123 45 67",
    "0032 475 12 34 56",
    "0475 12 34 56",
    "0475/12.34.56",
    "0489123456",
    "02 123 45 67",
    "02/123.45.67",
    "09/123.45.67",
    "(02) 123 45 67",
    "011 12 34 56",
    "050/33.44.55",
    "+49 30 123456",
    "+49 (0)30 1234 5678",
    "0049 170 1234567",
    "+44 20 7946 0958",
    "+1 212 555 0123",
    "+352 27 12 34 56",
];
/// Mailboxes as people write them.
const EMAILS: &[&str] = &[
    "jan@school.nl",
    "JAN@SCHOOL.NL",
    "jané@school.nl",
    "jan@schöol.nl",
    "用户@例子.广告",
    "jan@xn--schol-hua.nl",
    "o'brien@school.nl",
    "o’brien@school.nl",
    "r&d@bedrijf.nl",
    "a!b/c=d?e^f{g}h|i~j#k$l@school.nl",
    "jan_de.vries+nieuws@mail.school.co.uk",
    "jan＠school.nl",
    "jan﹫school．nl",
    "jan\\@school.nl",
    "jan&#64;school.nl",
    "jan&#x40;school&period;nl",
    "jan&commat;school.nl",
    "jan%40school.nl",
    "jan@192.0.2.1",
    "jan@[192.0.2.1]",
    "\"jan de vries\"@school.nl",
    "jan@ school.nl",
    "jan@school .nl",
    "jan(at)school.nl",
    "jan [at] school [punt] nl",
    "jan (apenstaartje) school.nl",
    "j\u{AD}an@sch\u{200B}ool.nl",
];

#[test]
fn addresses_and_numbers_are_found() {
    assert_eq!(
        found("Mail jan.de-vries+x@school.example. Of bel 038-1234567!"),
        ["jan.de-vries+x@school.example", "038-1234567"]
    );
    for number in PHONES {
        assert_eq!(
            found(&format!("bel {number}, graag")),
            [*number],
            "{number}"
        );
        assert_eq!(found(number), [*number], "{number}");
    }
    for number in [
        "12345678",
        "6 12 34 56 78",
        "31612345678",
        "31 6 12345678",
        "548 123456",
    ] {
        assert_eq!(found(&format!("Tel.nr: {number}.")), [number], "{number}");
    }
    for (text, number) in [
        ("Tel06-12345678", "06-12345678"),
        ("T0612345678", "0612345678"),
        ("tel:0612345678", "tel:0612345678"),
        ("06-12345678²", "06-12345678"),
    ] {
        assert_eq!(found(text), [number], "{text}");
    }
    for address in EMAILS {
        assert_eq!(
            found(&format!("mail naar {address}.")),
            [*address],
            "{address}"
        );
    }
    assert_eq!(found("cv jan@school.nl.pdf"), ["jan@school.nl"]);
    assert_eq!(found("x@a.nl@b.nl"), ["x@a.nl@b.nl"]);
    assert_eq!(found("e-mail:'jan@school.nl'!"), ["jan@school.nl"]);
    for address in [
        "https://wa.me/31612345678",
        "wa.me/31612345678",
        "https://school.nl/?mail=jan@school.nl",
        "mailto:jan@school.nl",
    ] {
        assert_eq!(found(&format!("zie ({address}).")), [address], "{address}");
    }
    assert_eq!(
        found("06-12345678/0548-123456 of 06-87654321"),
        ["06-12345678", "0548-123456", "06-87654321"]
    );
}

/// Texts with numbers and signs that are no contacts.
const NO_CONTACTS: &[&str] = &[
    "op 30-10-2018 om 10.30 uur",
    "06-02-2018 10:30",
    "06-02-2018 10.30",
    "06-02-18 10.30",
    "06 02 2018 10",
    "02-11-2018 1015",
    "06.00 07.15 08.30 09.45",
    "06.30 - 07.15 uur",
    "2018-2019, 2020-2021",
    "2018-06-12 1234567",
    "€ 1.000.000.000",
    "€ 0612345678",
    "0,1234567890",
    "+12.345.678 leden, +1.000.000.000",
    "groei +10 20 30 40",
    "ISBN 978-90-1234567-0",
    "ISBN 0-306-40615-2",
    "ISBN 0306406152",
    "0-306-40615-2",
    "ORCID 0000-0002-1825-0097",
    "https://orcid.org/0000-0002-1825-0097",
    "doi:10.1234/0612345678",
    "10.1234/0612345678",
    "a @ b, @school, x@y",
    "borrel @ cafe.nl",
    "@naam@server.nl",
    "volg @naam.achternaam@mastodon.school.nl!",
    "https://server.nl/@a@b.nl",
    "@scope/pkg@1.2.3",
    "pkg@1.2.3-beta.rc",
    "x@2x.png",
    "logo@3x.jpg en foto@2x.webp",
    "git@github.com:school/oogst.git",
    "KvK 012345678901",
    "KvK 12345678",
    "KvK-nummer 0612345678",
    "NL91 ABNA 0417 1643 00",
    "NL91ABNA0417164300",
    "BE71 0961 2345 6769",
    "DE89 3704 0044 0532 0130 00",
    "NL001234567B01",
    "BE 0403.170.701",
    "0123.456.749",
    "52.266123456, 6.155212345",
    "Dorpsstraat 06, 7411 AB Deventer",
    "7411 AB 0612",
    "versie 1.02.03.04",
    "50% van 0612",
    "6-0 en 06-12",
    "https://school.nl/item/0612345678",
    "school.nl/item/0612345678",
    "https://school.nl/2018/06/12345678",
    "3f0612345678ab",
    "550e8400-e29b-41d4-a716-446655440000",
    "d41d8cd98f00b204e9800998ecf8427e",
    "000012345678",
    "0012345678",
    "t/m 20181030",
    "112 of 0800-1234",
    "zaal 012345",
    "(contactgegevens niet getoond) (contact details not shown)",
];

#[test]
fn dates_sums_and_words_are_left_alone() {
    for text in NO_CONTACTS {
        assert_eq!(found(text), [] as [&str; 0], "{text}");
    }
}
