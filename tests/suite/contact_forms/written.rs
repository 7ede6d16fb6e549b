//! The forms in which people write addresses of mail, numbers, addresses of the web and of houses.

use super::Canary;

/// A way of writing.
pub(crate) type Form = fn(&Canary) -> String;

/// Digits in pairs, with this between them.
fn pairs(digits: &str, between: &str) -> String {
    digits
        .as_bytes()
        .chunks(2)
        .map(|pair| String::from_utf8_lossy(pair).into_owned())
        .collect::<Vec<_>>()
        .join(between)
}

fn wide(digits: &str) -> String {
    digits
        .chars()
        .map(|digit| {
            char::from_u32(u32::from(digit) - u32::from('0') + 0xFF10).expect("a wide digit")
        })
        .collect()
}

/// E-mail addresses, in any text.
pub(crate) const EMAILS: &[Form] = &[
    |c| format!("mail {}@school.nl.", c.name),
    |c| format!("({}@school-west.example)", c.name),
    |c| format!("mail {}@SCHOOL.NL, graag", c.name.to_uppercase()),
    |c| format!("{}\\@school.nl", c.name),
    |c| format!("{}&#64;school.nl", c.name),
    |c| format!("{}&#x40;school.nl", c.name),
    |c| format!("{}&commat;school&period;nl", c.name),
    |c| format!("**{}**@school.nl", c.name),
    |c| format!("{}@**school**.nl", c.name),
    |c| format!("`{}@school.nl`", c.name),
    |c| format!("{}é@school.nl", c.name),
    |c| format!("{}@schöol.nl", c.name),
    |c| format!("{}@xn--schol-hua.nl", c.name),
    |c| format!("{}＠school.nl", c.name),
    |c| format!("{}﹫school．nl", c.name),
    |c| format!("{}@sch\u{AD}ool\u{200B}.nl", c.name),
    |c| format!("\"{} de vries\"@school.nl", c.name),
    |c| format!("{}+nieuws_1@mail.school.co.uk!", c.name),
    |c| format!("o'{}@school.nl", c.name),
    |c| format!("{}(at)school.nl", c.name),
    |c| format!("{} [at] school [punt] nl", c.name),
    |c| format!("{}%40school.nl", c.name),
    |c| format!("<{}@school.nl>", c.name),
    |c| format!("<mailto:{}@school.nl>", c.name),
    |c| format!("[Jan](mailto:{}@school.nl)", c.name),
    |c| {
        format!(
            "[{}@school.nl](mailto:{}@school.nl \"Mail {}@school.nl\")",
            c.name, c.name, c.name
        )
    },
    |c| format!("[Jan](mailto:{}%40school.nl?subject=Hoi)", c.name),
    |c| format!("https://school.nl/?mail={}@school.nl", c.name),
    |c| format!("https://school.nl/?mail={}%40school.nl&x=1", c.name),
    |c| format!("<a href=\"mailto:{}@school.nl\">Jan</a>", c.name),
    |c| format!("<b title='{}@school.nl'>Jan</b>", c.name),
    |c| format!("{}@school.nl@werk.nl", c.name),
];

/// Telephone numbers, in any text.
pub(crate) const PHONES: &[Form] = &[
    |c| format!("bel 06{}", c.eight),
    |c| format!("bel 06-{}.", c.eight),
    |c| format!("06 {}", pairs(&c.eight, " ")),
    |c| format!("06.{}", pairs(&c.eight, ".")),
    |c| format!("06/{}", c.eight),
    |c| format!("06\u{2011}{}", c.eight),
    |c| format!("06–{}", c.eight),
    |c| format!("06\u{2212}{}", c.eight),
    |c| format!("06\u{202F}{}", c.eight),
    |c| format!("06\u{2009}{}", pairs(&c.eight, "\u{A0}")),
    |c| format!("06\u{200B}-{}", pairs(&c.eight, "\u{AD}")),
    |c| format!("06\t{}", c.eight),
    |c| format!("06-\n{}", c.eight),
    |c| format!("06-**{}**", c.eight),
    |c| format!("**06**-{}", c.eight),
    |c| format!("*06-{}* en", c.eight),
    |c| format!("06-`{}`", c.eight),
    |c| format!("06-<b>{}</b>", c.eight),
    |c| format!("06-{}", wide(&c.eight)),
    |c| format!("&#48;6-{}", c.eight),
    |c| format!("06&nbsp;{}", c.eight),
    |c| format!("06•{}", pairs(&c.eight, "•")),
    |c| format!("(06) {}", c.eight),
    |c| format!("0548-{}", c.six),
    |c| format!("0548 – {}", c.six),
    |c| format!("(0548) {}", pairs(&c.six, " ")),
    |c| format!("0475/{}", pairs(&c.six, ".")),
    |c| format!("0475 {}", pairs(&c.six, " ")),
    |c| format!("02 7{} {}", &c.six[..2], pairs(&c.six[2..], " ")),
    |c| format!("02/7{}.{}", &c.six[..2], pairs(&c.six[2..], ".")),
    |c| format!("+31 6 {}", c.eight),
    |c| format!("+31 (0)6-{}", c.eight),
    |c| format!("(+31) 6 {}", pairs(&c.eight, " ")),
    |c| format!("0031 6 {}", c.eight),
    |c| format!("0031(0)548 {}", c.six),
    |c| format!("+32 475 {}", pairs(&c.six, " ")),
    |c| format!("0032 475 {}", pairs(&c.six, " ")),
    |c| format!("+49 30 {}", c.six),
    |c| format!("tel. 6 {}", pairs(&c.eight, " ")),
    |c| format!("Tel:06{}", c.eight),
    |c| format!("tel:06{}", c.eight),
    |c| format!("wa.me/316{}", c.eight),
    |c| format!("https://wa.me/316{}", c.eight),
    |c| format!("https://api.whatsapp.com/send?phone=316{}", c.eight),
    |c| format!("https://signal.me/#p/+316{}", c.eight),
    |c| format!("https://t.me/+316{}", c.eight),
    |c| format!("<https://wa.me/316{}>", c.eight),
    |c| format!("[App](https://wa.me/316{})", c.eight),
    |c| format!("[bel 06-{}](tel:06{})", c.eight, c.eight),
    |c| format!("06-{}²", c.eight),
];

/// What only Markdown makes of words: definitions, notes, headings, tables, pictures, lists.
pub(crate) const OF_MARKDOWN: &[Form] = &[
    |c| {
        format!(
            "[Jan][j]\n\n[j]: mailto:{}@school.nl 'mail {}@school.nl'",
            c.name, c.name
        )
    },
    |c| {
        format!(
            "[{}@school.nl]\n\n[{}@school.nl]: https://school.nl/",
            c.name, c.name
        )
    },
    |c| {
        format!(
            "Zie[^n].\n\n[^n]: Bel 06-{} of mail {}@school.nl.",
            c.eight, c.name
        )
    },
    |c| format!("## Bel 06-{}", c.eight),
    |c| {
        format!(
            "| tel | mail |\n|-|-|\n| 06-{} | {}@school.nl |",
            c.eight, c.name
        )
    },
    |c| format!("![06-{}](media/foto.png \"{}@school.nl\")", c.eight, c.name),
    |c| format!("> 06-\n> {}\n\n- {}@school.nl", c.eight, c.name),
    |c| format!("```\n06-{}\n```\n\n    {}@school.nl", c.eight, c.name),
    |c| {
        format!(
            "<div title=\"06-{}\">\n{}@school.nl<br>06-<b>{}</b>\n</div>",
            c.eight, c.name, c.eight
        )
    },
    |c| format!("06-<!-- stil -->{}\\\n{}\\@school.nl", c.eight, c.name),
    |c| {
        format!(
            "[x](https://school.nl/ (bel 06-{})) [y](#06-{}?mail={}@school.nl)",
            c.eight, c.eight, c.name
        )
    },
    |c| {
        format!(
            "*[**06-**](https://school.nl/)*[{}](https://school.nl/)",
            c.eight
        )
    },
];

/// Addresses on the web that lead to a person.
pub(crate) const URLS: &[Form] = &[
    |c| format!("https://wa.me/316{}", c.eight),
    |c| format!("https://school.nl/?mail={}@school.nl", c.name),
    |c| format!("https://school.nl/?mail={}%40school.nl", c.name),
    |c| format!("https://signal.me/#p/+316{}", c.eight),
    |c| format!("https://school.nl/bel?tel=06{}", c.eight),
];

/// Addresses of the site that spell one out.
pub(crate) const ADDRESSES: &[Form] = &[
    |c| format!("/ideeen/bel-06-{}/", c.eight),
    |c| format!("/mail/{}@school.nl/", c.name),
    |c| format!("/oud/06{}.html", c.eight),
];

/// Names of files that spell one out.
pub(crate) const FILES: &[Form] = &[
    |c| format!("cv {}@school.nl", c.name),
    |c| format!("bel_06-{}", c.eight),
    |c| format!("06{} plan", c.eight),
    |c| format!("{}@school.nl", c.name),
];

/// What is no contact, however much it looks like one.
pub(crate) const NONE: &[&str] = &[
    // Days, times and years.
    "op 30-10-2018 om 10.30 uur",
    "06-02-2018 10:30",
    "06-02-2018 10.30",
    "06-02-18 10.30",
    "06 02 2018 10",
    "02-11-2018 1015",
    "06.00 07.15 08.30 09.45",
    "van 06.30 - 07.15 uur",
    "2018-2019, 2020-2021 en 2022-2023",
    "2018-06-12T10:30:00+02:00",
    "2018-06-12 1234567",
    "20180612103015",
    "12/06/2018 - 13/07/2019",
    "t/m 20181030",
    "1 januari 2018 tot 31 december 2019",
    "week 06 van 2018 en week 07 van 2019",
    // Sums and other numbers.
    "€ 1.000.000.000",
    "€ 0612345678",
    "EUR 12.345.678,90",
    "0,1234567890",
    "1.234.567.890 mensen",
    "+12.345.678 leden, +1.000.000.000",
    "groei van +10 en +20 en +30 en +40",
    "98,7654321% van 1.000.000",
    "50% van 0612",
    "3,14159265358979",
    "1234567890123456789",
    "4 x 100 = 400; 5 x 200 = 1000",
    "1.000 tot 2.000, 3.000 tot 4.000",
    "tel 10.000.000 inwoners op",
    // Registers.
    "ISBN 978-90-1234567-0",
    "ISBN 0-306-40615-2",
    "ISBN 0306406152",
    "ISSN 0317-8471",
    "ORCID 0000-0002-1825-0097",
    "https://orcid.org/0000-0002-1825-0097",
    "doi:10.1234/0612345678",
    "https://doi.org/10.1000/xyz0612345678",
    "10.1234/0612345678",
    "KvK 12345678",
    "KvK 012345678901",
    "KvK-nummer 0612345678",
    "RSIN 001234567",
    "BTW NL001234567B01",
    "BE 0403.170.701",
    "0123.456.749",
    "NL91 ABNA 0417 1643 00",
    "NL91ABNA0417164300",
    "BE71 0961 2345 6769",
    "DE89 3704 0044 0532 0130 00",
    "OIN 00000001234567890000",
    "vestiging 000012345678",
    "zaaknummer 0612345678",
    "ons kenmerk: 0201234567",
    "dossiernr. 0201234567",
    "BRIN 01AB, 00XY en 12CD",
    "EAN 8712345678906",
    // Places.
    "Dorpsstraat 06, 7411 AB Deventer",
    "7411 AB 0612",
    "52.266123456, 6.155212345",
    "52° 15′ 58″ N, 6° 9′ 19″ O",
    "RD 123456.789, 456789.123",
    "Postbus 612, 7400 AA",
    "zaal 012345, verdieping 06",
    "N344, A1 en E30",
    // Versions, hashes and other code.
    "versie 1.02.03.04",
    "v2018.06.12.345",
    "192.0.2.1 en 198.51.100.255",
    "2001:db8::612:3456",
    "3f0612345678ab",
    "550e8400-e29b-41d4-a716-446655440000",
    "d41d8cd98f00b204e9800998ecf8427e",
    "#061234, #ffaa00",
    "@scope/pkg",
    "@scope/pkg@1.2.3",
    "pkg@1.2.3-beta.rc",
    "actions/checkout@v4",
    "x@2x.png",
    "logo@3x.jpg en foto@2x.webp",
    "git@github.com:school/oogst.git",
    "0012345678",
    "1e10, 6.02e23",
    // Names with an at sign.
    "@naam",
    "@naam@server.nl",
    "volg @naam.achternaam@mastodon.school.nl!",
    "(@school@onderwijs.social)",
    "https://server.nl/@a@b.nl",
    "https://mastodon.nl/@naam/110612345678901234",
    "https://www.youtube.com/@school",
    "a @ b, @school, x@y",
    "borrel @ cafe.nl",
    "kosten: 3 @ 12,50",
    "C@fé",
    // Web addresses.
    "https://school.nl/item/0612345678",
    "school.nl/item/0612345678",
    "https://school.nl/2018/06/12345678",
    "https://school.nl/?id=0612345678",
    "https://school.nl/nieuws/20180612-1234567/",
    "https://www.openstreetmap.org/#map=15/52.26612/6.15521",
    "https://kaart.nl/@52.26,6.15,15z",
    "https://t.me/school",
    "https://t.me/+AbCd1234efGH",
    "https://wa.me/message/ABCDEF",
    "https://api.whatsapp.com/send?text=Kijk",
    "[deel per mail](mailto:?subject=Kijk)",
    // Scores, services and the rest.
    "6-0 en 06-12",
    "112 of 0800-1234",
    "14 0570",
    "klas 06 07 08",
    "maat 36-37-38-39-40",
    "lengte 1,86 m; 0,612 kg",
    "12345678",
    "(1) een (2) twee (3) drie",
    "R&D, Q&A en B&B",
    "100%40",
    "x*2 + y*3 = 0612",
    "een-twee-drie.vier",
    "info(at)huis",
    "Wie belt er? Niemand.",
];
