//! Ordinary attachments go out byte for byte, films do not tell where they were made, and servers
//! are told to guess nothing.

use oogst::words::Language;

use super::{EVENT, OUT, attachments, count};
use crate::drawn::{boxed, film};

/// What people attach, by its usual names and beginnings.
const ORDINARY: &[(&str, &[u8])] = &[
    ("a.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"),
    ("b.docx", b"PK\x03\x04\x14\0\x06\0word"),
    ("c.xlsx", b"PK\x03\x04\x14\0\x06\0xl"),
    ("d.pptx", b"PK\x03\x04\x14\0\x06\0ppt"),
    ("e.odt", b"PK\x03\x04\x14\0\0\x08mimetype"),
    ("f.ods", b"PK\x03\x04\x14\0\0\x08mimetype"),
    ("g.odp", b"PK\x03\x04\x14\0\0\x08mimetype"),
    ("h.csv", b"naam;aantal\nJan;3\n"),
    ("i.txt", b"Gewone woorden. Bij <naam> staat een naam.\n"),
    ("j.zip", b"PK\x05\x06\0\0\0\0"),
    ("k.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ("l.mp3", b"ID3\x04\0\0\0\0\0\0"),
    ("n.epub", b"PK\x03\x04\x0A\0\0\0mimetypeapplication/epub+zip"),
    ("o.ggb", b"PK\x03\x04\x14\0geogebra"),
    ("p.sb3", b"PK\x03\x04\x14\0project"),
    ("q.json", b"{\"a\": 1}"),
    ("r.geojson", b"{\"type\": \"FeatureCollection\", \"features\": []}"),
    ("s.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
    ("t.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
    ("u.rtf", b"{\\rtf1 x}"),
    ("v.xml", b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<boeken xmlns=\"https://proef.example/\"><boek titel=\"x\"/></boeken>\n"),
    ("w.gpx", b"<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"52\" lon=\"6\"/></gpx>"),
    ("x.kml", b"<?xml version=\"1.0\"?><kml><Document><description><![CDATA[<b>x</b><script>]]></description></Document></kml>"),
    ("y.wav", b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0"),
    ("ab.webm", b"\x1A\x45\xDF\xA3\x01\0"),
    ("ac.ogg", b"OggS\0\x02"),
    ("ad.7z", b"7z\xBC\xAF\x27\x1C"),
    ("ae.stl", b"solid x\nendsolid x\n"),
    ("af.md", b"# Kop\n\nTekst.\n"),
    ("ag.tar.gz", b"\x1F\x8B\x08\0\0\0\0\0"),
    ("ah.mbz", b"\x1F\x8B\x08\0\0\0\0\0"),
    ("ai.h5p", b"PK\x03\x04\x14\0content"),
    ("aj.vcf", b"BEGIN:VCARD\r\nEND:VCARD\r\n"),
    ("ak.leeg.txt", b""),
    ("al.txt", b"MZ is een afkorting, BM ook, en P6 is een groep.\n"),
    ("am.txt", b"8BPS, qoif, icns, FLIF en gimp xcf zijn woorden.\n"),
    ("an.txt", b"P4 2019\nOmzet van het kwartaal: 12\n"),
    ("ao.srt", b"1\n00:00:01,000 --> 00:00:02,000\nHallo\n"),
    ("ap.xlsm", b"PK\x03\x04\x14\0\x06\0xl"),
    ("aq Over ASP.NET en Node.js.pdf", b"%PDF-1.4\n"),
    ("ar", b"zonder einde\n"),
];

#[test]
fn ordinary_attachments_go_out_byte_for_byte() {
    let place_less = film(&[]);
    let without_place = ["m.mp4", "z.m4a", "aa.mov"].map(|name| (name, place_less.as_slice()));
    let files = [ORDINARY, &without_place].concat();
    let mut site = attachments(&files);
    let output = site.build().output();
    assert_eq!(
        site.diagnostics(Language::Nl).trim(),
        "Geen fouten, geen waarschuwingen."
    );
    for (index, (name, bytes)) in files.iter().enumerate() {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let dot = if ending.is_empty() { "" } else { "." };
        assert_eq!(
            output
                .0
                .get(&format!("{OUT}/media/m{index}{dot}{ending}"))
                .map(Vec::as_slice),
            Some(*bytes),
            "{name}"
        );
    }
}

/// What films say of where they were made, by what makes them.
fn places_of_films() -> [(&'static str, Vec<u8>); 6] {
    let apple = [
        boxed(
            *b"keys",
            b"\0\0\0\0\0\0\0\x01\0\0\0\x30mdtacom.apple.quicktime.location.ISO6709",
        ),
        boxed(*b"ilst", &[]),
    ]
    .concat();
    let camera = boxed(
        *b"mdia",
        &boxed(
            *b"minf",
            &boxed(
                *b"stbl",
                &boxed(
                    *b"stsd",
                    b"\0\0\0\0\0\0\0\x01\0\0\0\x10gpmd\0\0\0\0\0\0\0\x01",
                ),
            ),
        ),
    );
    [
        (
            "android",
            boxed(
                *b"udta",
                &boxed(*b"\xA9xyz", b"\0\x12\x15\xC7+52.3702+004.8952/"),
            ),
        ),
        (
            "3gp",
            boxed(*b"udta", &boxed(*b"loci", b"\0\0\0\0\x15\xC7\0\0\0\0\0\0")),
        ),
        (
            "iphone",
            boxed(
                *b"meta",
                &[boxed(*b"hdlr", &[0; 25]), apple.clone()].concat(),
            ),
        ),
        (
            "iphone4",
            boxed(
                *b"meta",
                &[vec![0; 4], boxed(*b"hdlr", &[0; 25]), apple].concat(),
            ),
        ),
        ("camera", boxed(*b"trak", &camera)),
        (
            "xmp",
            boxed(
                *b"udta",
                &boxed(*b"XMP_", b"<x exif:GPSLatitude=\"52,22N\"/>"),
            ),
        ),
    ]
}

#[test]
fn a_film_that_says_where_it_was_made_is_refused() {
    for (what, inner) in places_of_films() {
        let bytes = film(&inner);
        for ending in [".mp4", ".mov", ".dat", ""] {
            let mut site = attachments(&[(&format!("{what}{ending}"), &bytes)]);
            site.build_refused();
            let told = site.diagnostics(Language::Nl);
            assert_eq!(
                count(&told, "film-tells-place"),
                2,
                "{what}{ending}\n{told}"
            );
            assert!(
                told.contains(&format!(
                    "in `media/{what}{ending}` staat op welke plek de opname is gemaakt"
                )),
                "{told}"
            );
        }
    }
}

#[test]
fn a_name_that_says_something_else_is_told_and_the_file_goes_out_all_the_same() {
    let moving = film(&[]);
    let files: [(&str, &[u8]); 5] = [
        ("plan.dat", b"%PDF-1.7\n"),
        ("plan", b"%PDF-1.7\n"),
        ("tabel.csv", b"PK\x03\x04\x14\0"),
        ("film.pdf", &moving),
        ("brief.pdf", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
    ];
    let mut site = attachments(&files);
    let output = site.build().output();
    let told = site.diagnostics(Language::Nl);
    assert_eq!(
        (
            site.codes().into_iter().collect::<Vec<_>>(),
            count(&told, "file-misnamed")
        ),
        (vec!["file-misnamed"], 10),
        "{told}"
    );
    assert!(
        told.contains("`media/plan.dat` is een PDF, maar zo heet het niet")
            && told.contains("laat de naam eindigen op `.pdf`"),
        "{told}"
    );
    let published: Vec<&str> = output
        .0
        .keys()
        .filter_map(|path| path.strip_prefix(&format!("{OUT}/media/")))
        .collect();
    assert_eq!(published, ["m0.dat", "m1", "m2.csv", "m3.pdf", "m4.pdf"]);
}

#[test]
fn servers_are_told_to_guess_nothing_and_to_have_saved_what_browsers_do_not_show() {
    let zip = b"PK\x03\x04zip".as_slice();
    let page = b"<!DOCTYPE html>".as_slice();
    let files: [(&str, &[u8]); 7] = [
        ("a.pdf", b"%PDF-1.7\n"),
        ("b.zip", zip),
        ("c.DOCX", zip),
        ("d.xml", b"<?xml version=\"1.0\"?><boek/>"),
        ("e.a+b", b"x"),
        ("f", b"x"),
        ("g.txt", page),
    ];
    let mut site = attachments(&files);
    let records = site.read(&format!("{EVENT}/alles.toml")).replace(
        "bestand = \"media/g.txt\"\n",
        "bestand = \"media/g.txt\"\nals_tekst = true\n",
    );
    site.write(&format!("{EVENT}/alles.toml"), records).append(
        "oogst.toml",
        "[headers]\nfiles = [\"netlify\", \"nginx\"]\n",
    );
    let output = site.build().output();
    for path in ["_headers", "nginx-headers.conf"] {
        let text = output.text(path);
        let line = text
            .lines()
            .find(|line| line.contains("X-Content-Type-Options"))
            .expect("it is told");
        assert!(line.contains("nosniff"), "{path}: {line}");
    }
    let nginx = output.text("nginx-headers.conf");
    assert!(
        nginx.contains("if ($uri ~* \"^/(bijeenkomsten)/.+\\.(a\\+b|docx|xml|zip)$\") {\n    set $oogst_disposition attachment;\n}\n"),
        "{nginx}"
    );
    assert!(
        nginx.contains("add_header Content-Disposition $oogst_disposition;\n"),
        "{nginx}"
    );
    let mut site = attachments(&files[..1]);
    let output = site
        .append("oogst.toml", "[headers]\nfiles = [\"nginx\"]\n")
        .build()
        .output();
    assert!(
        !output.text("nginx-headers.conf").contains("Disposition"),
        "where nothing is to be saved nothing is told"
    );
}
