//! Files that records and texts hand out are known by their bytes: no picture leaves as it came in,
//! nothing goes out that runs where it is served, and everything else goes out byte for byte.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use oogst::words::Language;

use crate::drawn::{SECRETS, boxed, fields, film, jpeg, png, unread};
use crate::harness::Site;
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-techniekavond";
const OUT: &str = "bijeenkomsten/2025-techniekavond";

/// Names under which people, phones and programs keep a photo, or that somebody may give it.
const NAMES: [&str; 46] = [
    "f01.jpg",
    "f02.jpeg",
    "f03.JPG",
    "f04.jpe",
    "f05.jfif",
    "f06.jif",
    "f07.mpo",
    "f08.pjpeg",
    "f09",
    "f10.txt",
    "f11.dat",
    "f12.bin",
    "f13.pdf",
    "f14.PDF",
    "f15.docx",
    "f16.zip",
    "f17.mp4",
    "f18.png",
    "f19.gif",
    "f20.webp",
    "f21.heic",
    "f22.hif",
    "f23.tif",
    "f24.nef",
    "f25.cr2",
    "f26.dng",
    "f27.jp2",
    "f28.jxl",
    "f29.ico",
    "f30.tga",
    "f31.avif",
    "f32.bmp",
    "f33.psd",
    "f34.jpg.txt",
    "f35.txt.jpg",
    "f36.tar.gz",
    "f37.csv",
    "f38.json",
    "f39.html",
    "f40.svg",
    "f41.md",
    "f42.ics",
    "f43.epub",
    "f44.raw",
    "f45.onbekend",
    "sub.map/f46",
];

/// What is said of the people in each photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// There is no record.
    Nothing,
    /// There is a record without consent.
    Unsure,
    Yes,
    No,
    /// No, of the same file under another name.
    NoElsewhere,
    /// Yes, and no of the same file under another name.
    Both,
}

fn raw(index: usize) -> Vec<u8> {
    // All of one size, each with colours of its own.
    let shade = u8::try_from(index).expect("few") * 5;
    let mut picture = fields(64, 48);
    picture.pixels_mut().for_each(|pixel| pixel.0[2] = shade);
    if index.is_multiple_of(4) {
        png(&picture, 6)
    } else {
        jpeg(&picture, 6)
    }
}

/// A site that hands each of these files out in every way that there is.
fn site(files: &[(String, Vec<u8>)]) -> Site {
    let mut site = Site::with(&[(
        "oogst.toml",
        "title = \"Proef\"\nlanguage = \"nl\"\n[markdown]\nhtml = \"sanitised\"\n",
    )]);
    let mut text = String::new();
    let mut records = "[[uitkomst]]\ntekst = \"Er is een plan.\"\n\n".to_owned();
    for (index, (name, bytes)) in files.iter().enumerate() {
        site.write(&format!("{EVENT}/media/{name}"), bytes);
        write!(
            text,
            "Zie [het blad](media/{name}) en <a href=\"media/{name}\">het andere blad</a>.\n\n![Vlak](media/{name})\n\n<img src=\"media/{name}\" alt=\"Vlak\">\n\n"
        )
        .expect("memory takes what is written");
        write!(
            records,
            "[[materiaal]]\nid = \"m{index}\"\ntitel = \"Blad {index}\"\nbestand = \"media/{name}\"\n\n\
             [[bericht]]\nvan = \"bijeenkomst:2025-techniekavond\"\ndatum = 2025-04-01\ntekst = \"Nieuw ![Vlak](media/{name})\"\nbron = \"media/{name}\"\n\n"
        )
        .expect("memory takes what is written");
    }
    let front =
        "+++\ntitel = \"Techniekavond\"\ndatum = 2025-03-20\nsamenvatting = \"Kort.\"\n+++\n\n";
    site.write(&format!("{EVENT}/event.md"), format!("{front}{text}"))
        .write(&format!("{EVENT}/alles.toml"), records);
    site
}

fn declare(site: &mut Site, name: &str, consent: &str) {
    let id = name.replace(['.', '/'], "-").to_lowercase();
    let record = format!(
        "[[foto]]\nid = \"{id}\"\nbestand = \"media/{name}\"\nalt = \"Vier vlakken\"\n{consent}\n"
    );
    let file = format!("{EVENT}/beeld.toml");
    let before = if site.at(&file).exists() {
        site.read(&file)
    } else {
        String::new()
    };
    site.write(&file, before + &record);
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// How often a code is told.
fn count(said: &str, code: &str) -> usize {
    said.matches(&format!("[{code}]")).count()
}

/// Nothing of the output is one of these files, or holds what a camera knows.
fn assert_nothing_raw(output: &Tree, files: &[(String, Vec<u8>)], what: &str) {
    let raw: BTreeSet<[u8; 32]> = files
        .iter()
        .map(|(_, bytes)| *blake3::hash(bytes).as_bytes())
        .collect();
    for (path, bytes) in &output.0 {
        assert!(
            !raw.contains(blake3::hash(bytes).as_bytes()),
            "{what}: {path} is a photo as it came in"
        );
        for secret in SECRETS {
            assert!(
                !holds(bytes, secret.as_bytes()),
                "{what}: {path} tells {secret}"
            );
        }
        assert!(
            !holds(bytes, b"Exif\0\0") && !holds(bytes, b"eXIf"),
            "{what}: {path} holds what a camera wrote"
        );
    }
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
fn no_picture_goes_out_as_it_came_in_whatever_it_is_called_and_however_it_is_handed_out() {
    let files: Vec<(String, Vec<u8>)> = NAMES
        .iter()
        .enumerate()
        .map(|(index, name)| ((*name).to_owned(), raw(index)))
        .collect();
    assert!(
        files
            .iter()
            .all(|(_, bytes)| holds(bytes, SECRETS[0].as_bytes())),
        "there is something to be told"
    );
    for said in [
        Said::Nothing,
        Said::Unsure,
        Said::Yes,
        Said::No,
        Said::NoElsewhere,
        Said::Both,
    ] {
        let mut site = site(&files);
        for (index, (name, bytes)) in files.iter().enumerate() {
            let elsewhere = format!("nee/x{index:02}.jpg");
            if matches!(said, Said::NoElsewhere | Said::Both) {
                site.write(&format!("{EVENT}/media/{elsewhere}"), bytes);
                declare(&mut site, &elsewhere, "toestemming = \"nee\"");
            }
            match said {
                Said::Nothing | Said::NoElsewhere => {}
                Said::Unsure => declare(&mut site, name, ""),
                Said::Yes | Said::Both => declare(&mut site, name, "toestemming = \"ja\""),
                Said::No => declare(&mut site, name, "toestemming = \"nee\""),
            }
        }
        if said != Said::Nothing && said != Said::NoElsewhere {
            site.replace(
                &format!("{EVENT}/event.md"),
                "samenvatting = \"Kort.\"\n",
                "samenvatting = \"Kort.\"\nhoofdfoto = \"f09\"\n",
            );
        }
        let output = site.build().output();
        let what = format!("{said:?}");
        assert_nothing_raw(&output, &files, &what);
        let pictures = output
            .0
            .keys()
            .filter(|path| {
                path.starts_with(OUT) && (path.ends_with(".jpg") || path.ends_with(".webp"))
            })
            .count();
        let handed_out = output
            .0
            .keys()
            .filter(|path| path.starts_with(&format!("{OUT}/media/")))
            .count();
        let told = site.diagnostics(Language::Nl);
        let codes: Vec<&str> = site.codes().into_iter().collect();
        match said {
            // A record, a link and two pictures; HTML is looked at when it is shown.
            Said::Nothing => {
                assert_eq!(
                    (pictures, handed_out, codes),
                    (0, 0, vec!["picture-not-declared"]),
                    "{told}"
                );
                assert_eq!(
                    count(&told, "picture-not-declared"),
                    NAMES.len() * 4,
                    "{told}"
                );
                assert!(told.contains("de afbeelding `media/f11.dat` is niet als foto vastgelegd en wordt niet getoond"), "{told}");
                assert!(
                    told.contains("voeg `[[foto]]` toe met `bestand`, `alt` en `toestemming`"),
                    "{told}"
                );
            }
            Said::Unsure => {
                assert_eq!(
                    (pictures, handed_out, codes),
                    (0, 0, vec!["photo-withheld"]),
                    "{told}"
                );
                assert_eq!(count(&told, "photo-withheld"), NAMES.len(), "{told}");
            }
            Said::Yes => {
                assert_eq!(
                    (pictures, handed_out, codes),
                    (NAMES.len() * 2, NAMES.len() * 2, vec!["photo-misnamed"]),
                    "{told}"
                );
                assert!(
                    told.contains("`media/f11.dat` heet geen foto, maar is een JPEG"),
                    "{told}"
                );
                assert!(
                    output
                        .0
                        .contains_key(&format!("{OUT}/media/sub.map/f46-48.jpg")),
                    "a folder may have a dot, and a photo none"
                );
            }
            Said::No => assert_eq!((pictures, handed_out, codes), (0, 0, vec![]), "{told}"),
            Said::NoElsewhere => {
                assert_eq!(
                    (pictures, handed_out, codes),
                    (0, 0, vec!["same-as-refused"]),
                    "{told}"
                );
                assert_eq!(count(&told, "same-as-refused"), NAMES.len() * 4, "{told}");
                assert!(
                    told.contains(&format!(
                        "`media/f11.dat` is dezelfde foto als `{EVENT}/media/nee/x10.jpg`"
                    )),
                    "{told}"
                );
            }
            Said::Both => {
                assert_eq!((pictures, handed_out), (0, 0), "{told}");
                assert_eq!(
                    count(&told, "same-as-refused"),
                    NAMES.len(),
                    "each once, where it is declared: {told}"
                );
            }
        }
    }
}

#[test]
fn a_no_of_one_event_holds_for_a_copy_in_another() {
    let photo = raw(1);
    let mut site = site(&[("plan.pdf".to_owned(), photo.clone())]);
    site.write(
        "content/events/2024-avond/event.md",
        "+++\ntitel = \"Avond\"\ndatum = 2024-03-20\nsamenvatting = \"Kort.\"\n+++\n",
    )
    .write("content/events/2024-avond/media/groep.jpg", &photo)
    .write(
        "content/events/2024-avond/beeld.toml",
        "[[foto]]\nbestand = \"media/groep.jpg\"\nalt = \"Een groep\"\ntoestemming = \"nee\"\n",
    );
    assert_nothing_raw(
        &site.build().output(),
        &[("plan.pdf".to_owned(), photo)],
        "a copy",
    );
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        ["same-as-refused"]
    );
}

#[test]
fn a_no_counts_before_its_record_or_event_is_finished() {
    let photo = raw(1);
    for draft in ["the record", "the event"] {
        let mut site = site(&[
            ("plan.pdf".to_owned(), photo.clone()),
            ("groep.jpg".to_owned(), photo.clone()),
        ]);
        let (of_event, of_record) = if draft == "the event" {
            ("concept = true\n", "")
        } else {
            ("", "concept = true\n")
        };
        let front = "titel = \"Avond\"\ndatum = 2024-03-20\nsamenvatting = \"Kort.\"\nfotos = { toestemming = \"nee\" }";
        site.write(
            "content/events/2024-avond/event.md",
            format!("+++\n{front}\n{of_event}+++\n"),
        )
        .write("content/events/2024-avond/media/groep.jpg", &photo)
        .write(
            "content/events/2024-avond/beeld.toml",
            format!("[[foto]]\nbestand = \"media/groep.jpg\"\nalt = \"Een groep\"\n{of_record}"),
        );
        declare(&mut site, "groep.jpg", "toestemming = \"ja\"");
        let output = site.build().output();
        assert_nothing_raw(&output, &[("plan.pdf".to_owned(), photo.clone())], draft);
        assert!(
            !output.0.keys().any(|path| path.ends_with(".webp")),
            "{draft}: {:?}",
            output.0.keys()
        );
        assert!(
            site.codes().contains("same-as-refused"),
            "{draft}: {}",
            site.diagnostics(Language::Nl)
        );
    }
}

#[test]
fn pictures_that_cannot_be_cleaned_are_refused_whatever_they_are_called() {
    // By their own names and by others.
    let mut files = Vec::new();
    for (index, (ending, bytes)) in unread().into_iter().enumerate() {
        for other in [ending, "dat", "pdf", "docx", "txt", "onbekend"] {
            files.push((format!("p{index:02}-{other}.{other}"), bytes.clone()));
        }
        files.push((format!("p{index:02}"), bytes));
    }
    for (number, some) in files.chunks(60).enumerate() {
        let mut site = site(some);
        site.build_refused();
        let told = site.diagnostics(Language::Nl);
        assert_eq!(
            site.codes().into_iter().collect::<Vec<_>>(),
            ["picture-not-cleaned"],
            "{number}: {told}"
        );
        for (name, _) in some {
            // A record, a link and two pictures.
            let of_file = told
                .matches(&format!("[picture-not-cleaned]: `media/{name}` is "))
                .count();
            assert_eq!(of_file, 4, "{name}\n{told}");
        }
        assert!(
            told.contains(
                "bewaar het als .jpg of .png en noem dat bestand; voeg er `[[foto]]` voor toe"
            ),
            "{told}"
        );
        // Who says no of one is not asked for another file.
        for (name, _) in some {
            declare(&mut site, name, "toestemming = \"nee\"");
        }
        let output = site.build().output();
        assert_eq!(
            site.diagnostics(Language::Nl).trim(),
            "Geen fouten, geen waarschuwingen."
        );
        assert_eq!(
            output
                .0
                .keys()
                .filter(|path| path.contains("/media/"))
                .count(),
            0
        );
    }
}

#[test]
fn a_picture_by_its_name_alone_is_refused_too() {
    let names = [
        "heic", "hif", "nef", "cr2", "cr3", "dng", "arw", "orf", "raf", "rw2", "raw", "tga", "jp2",
        "jxl", "ico", "psd", "tif", "bmp", "avif",
    ];
    let files: Vec<(String, Vec<u8>)> = names
        .iter()
        .map(|ending| {
            (
                format!("a-{ending}.{}", ending.to_uppercase()),
                b"\x03onbekend".to_vec(),
            )
        })
        .collect();
    let mut site = site(&files);
    site.build_refused();
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        ["picture-not-cleaned"],
        "{}",
        site.diagnostics(Language::Nl)
    );
    assert!(
        site.diagnostics(Language::Nl)
            .contains("`media/a-nef.NEF` is volgens de naam een afbeelding die oogst niet leest")
    );
}

/// A site that hands each of these out as a record and links to it.
fn attachments(files: &[(&str, &[u8])]) -> Site {
    let mut site = Site::with(&[("oogst.toml", "title = \"Proef\"\nlanguage = \"nl\"\n")]);
    let mut text = String::new();
    let mut records = "[[uitkomst]]\ntekst = \"Er is een plan.\"\n\n".to_owned();
    for (index, (name, bytes)) in files.iter().enumerate() {
        site.write(&format!("{EVENT}/media/{name}"), bytes);
        let address = name.replace(' ', "%20");
        write!(text, "Zie [blad {index}](media/{address}).\n\n")
            .expect("memory takes what is written");
        let record = format!(
            "[[materiaal]]\nid = \"m{index}\"\ntitel = \"Blad {index}\"\nbestand = \"media/{name}\"\n\n"
        );
        records.push_str(&record);
    }
    let front =
        "+++\ntitel = \"Techniekavond\"\ndatum = 2025-03-20\nsamenvatting = \"Kort.\"\n+++\n\n";
    site.write(&format!("{EVENT}/event.md"), format!("{front}{text}"))
        .write(&format!("{EVENT}/alles.toml"), records);
    site
}

const RUNNING: [&str; 74] = [
    "html", "htm", "HTML", "xhtml", "xht", "shtml", "svg", "svgz", "mht", "mhtml", "hta", "xsl",
    "xslt", "css", "js", "mjs", "wasm", "swf", "php", "PhP", "php5", "php7", "phtml", "phar",
    "pht", "cgi", "pl", "py", "rb", "asp", "aspx", "asa", "cer", "jsp", "jspx", "cfm", "asis",
    "var", "jar", "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "sh", "bash", "command", "msi",
    "vbs", "vbe", "jse", "wsf", "wsh", "sct", "lnk", "url", "webloc", "desktop", "scf", "reg",
    "inf", "chm", "class", "jnlp", "apk", "dmg", "deb", "rpm", "dll", "cpl", "elf", "appimage",
];

#[test]
fn what_runs_where_it_is_served_is_refused_by_every_ending() {
    let mut names: Vec<String> = RUNNING
        .iter()
        .map(|ending| format!("a-{}.{ending}", ending.to_lowercase()))
        .collect();
    // Endings within a name, where a server or browser may look at them; and names of settings.
    names.extend(
        [
            "b.php.pdf",
            "c.PHTML.csv",
            "d.html.onbekend",
            "e.svg.gz",
            "f.shtml.txt",
            "g.html.nl",
            "h.js.",
            "i.cgi.docx",
            "j.asp;.pdf",
        ]
        .map(str::to_owned),
    );
    names.extend(["map.php/k.pdf", "web.config"].map(str::to_owned));
    names.retain(|name| !name.ends_with('.'));
    let bytes = b"gewone woorden".as_slice();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), bytes)).collect();
    let mut site = attachments(&files);
    site.build_refused();
    let told = site.diagnostics(Language::Nl);
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        ["file-runs"],
        "{told}"
    );
    for name in &names {
        assert_eq!(
            told.matches(&format!("[file-runs]: `media/{name}` "))
                .count(),
            2,
            "{name}\n{told}"
        );
    }
    for part in [
        "`media/a-html.html` is een webpagina; zoiets kan een server, browser of computer uitvoeren, dus het wordt niet gepubliceerd",
        "bewaar het als PDF of stop het in een zip-bestand, en noem dat; of geef het een `[[materiaal]]` met `als_tekst = true`",
        "`media/b.php.pdf` heeft `.php` in de naam",
        "geef het bestand een naam zonder `.php`",
        "`media/map.php/k.pdf` staat in een map met `.php` in de naam",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

/// Beginnings by which something runs, whatever it is called.
const BEGINNINGS: [(&str, &[u8]); 34] = [
    ("html", b"<!DOCTYPE html><title>x</title><script>alert(1)</script>"),
    ("html2", b"\n \t<HTML><script>alert(1)</script>"),
    ("html3", b"\xEF\xBB\xBF<html>"),
    ("html4", b"<script>alert(1)</script>"),
    ("html5", b"<!-- x --><body onload=alert(1)>"),
    ("html6", b"<h1>Kop</h1>"),
    ("html7", b"<iframe src=//kwaad.example></iframe>"),
    ("html8", b"\xFF\xFE<\0h\0t\0m\0l\0>\0"),
    ("html9", b"<html\0>\x01\x02"),
    ("svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
    ("svg2", b"<?xml version=\"1.0\"?><!-- x --><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
    ("svg3", b"<?xml version=\"1.0\"?><x:svg xmlns:x=\"http://www.w3.org/2000/svg\"/>"),
    ("xml", b"<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"x.xsl\"?><a/>"),
    ("xml2", b"<?xml version=\"1.0\"?><a><b xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></b></a>"),
    ("xml3", b"<?xml version=\"1.0\"?><a><x:script xmlns:x=\"http://www.w3.org/1999/xht&#109;l\">alert(1)</x:script></a>"),
    ("xml4", b"<a xmlns:q='http://www.w3.org/1999/XSL/Transform'/>"),
    ("xml5", b"\xFE\xFF\0<\0?\0x\0m\0l\0 \0v\0e\0r\0s\0i\0o\0n\0=\0\"\x001\0.\x000\0\"\0?\0>\0<\0s\0v\0g\0/\0>"),
    ("xml6", b"<?xml version=\"1.0\"?><math xmlns=\"http://www.w3.org/1998/Math/MathML\"/>"),
    ("php", b"<?php system($_GET[0]);"),
    ("php2", b"<?= 1 ?>"),
    ("php3", b"<? phpinfo() ?>"),
    ("asp", b"<%@ Language=VBScript %>"),
    ("sh", b"#!/bin/sh\nrm -rf ~\n"),
    ("exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF"),
    ("elf", b"\x7FELF\x02\x01\x01\0"),
    ("mach", b"\xCF\xFA\xED\xFE\x07\0\0\x01"),
    ("class", b"\xCA\xFE\xBA\xBE\0\0\0\x34"),
    ("wasm", b"\0asm\x01\0\0\0"),
    ("dex", b"dex\n035\0"),
    ("swf", b"CWS\x0A\0\x10\0\0x"),
    ("lnk", b"L\0\0\0\x01\x14\x02\0\0\0\0\0"),
    ("chm", b"ITSF\x03\0\0\0"),
    ("url", b"[InternetShortcut]\r\nURL=https://kwaad.example/\r\n"),
    ("desktop", b"[Desktop Entry]\nExec=sh\n"),
];

#[test]
fn what_runs_is_refused_by_its_bytes() {
    let names: Vec<(String, &[u8])> = BEGINNINGS
        .iter()
        .flat_map(|(name, bytes)| {
            ["", ".txt", ".dat", ".csv", ".pdf", ".xml"]
                .map(|ending| (format!("{name}{ending}"), *bytes))
        })
        .collect();
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    for some in files.chunks(80) {
        let mut site = attachments(some);
        site.build_refused();
        let told = site.diagnostics(Language::Nl);
        assert_eq!(
            site.codes().into_iter().collect::<Vec<_>>(),
            ["file-runs"],
            "{told}"
        );
        for (name, _) in some {
            assert_eq!(
                told.matches(&format!("[file-runs]: `media/{name}` is "))
                    .count(),
                2,
                "{name}\n{told}"
            );
        }
    }
    // What begins like XML and is none may hold anything; only what everybody takes for text goes
    // out.
    for bytes in [
        b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a/>".as_slice(),
        b"<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?><a/>",
        b"<boek><blad></boek>",
        b"<boek>",
    ] {
        let mut site = attachments(&[("a.xml", bytes)]);
        assert_eq!(
            site.build_refused().codes().into_iter().collect::<Vec<_>>(),
            ["file-runs"]
        );
        assert!(
            site.diagnostics(Language::Nl)
                .contains("begint als XML, maar is niet als XML te lezen")
        );
        attachments(&[("a.txt", bytes)]).build();
    }
}

#[test]
fn every_way_out_of_what_runs_works() {
    let page = b"<!DOCTYPE html><title>x</title>".as_slice();
    let script = b"#!/bin/sh\necho x\n".as_slice();
    let mut site = attachments(&[
        ("pagina.html", page),
        ("les.min.js", script),
        ("kaal", page),
        ("blad.php.txt", page),
        ("map/tekening.svg", b"<svg/>"),
    ]);
    site.build_refused();
    let records = site
        .read(&format!("{EVENT}/alles.toml"))
        .replace("[[materiaal]]\n", "[[materiaal]]\nals_tekst = true\n");
    let output = site
        .write(&format!("{EVENT}/alles.toml"), records)
        .build()
        .output();
    assert_eq!(
        site.diagnostics(Language::Nl).trim(),
        "Geen fouten, geen waarschuwingen."
    );
    for (path, bytes) in [
        ("pagina-html.txt", page),
        ("les-min-js.txt", script),
        ("kaal.txt", page),
        ("blad-php.txt", page),
        ("map/tekening-svg.txt", b"<svg/>"),
    ] {
        assert_eq!(
            output
                .0
                .get(&format!("{OUT}/media/{path}"))
                .map(Vec::as_slice),
            Some(bytes),
            "{path}"
        );
    }
    assert_eq!(
        output
            .0
            .keys()
            .filter(|path| path.starts_with(&format!("{OUT}/media/")))
            .count(),
        5,
        "and under no other name"
    );
    let shown = output.text(&format!("{OUT}/index.html"));
    assert_eq!(
        shown
            .matches(&format!("href=\"/{OUT}/media/pagina-html.txt\""))
            .count(),
        2,
        "the record and the text lead there: {shown}"
    );
    assert!(shown.contains("TXT, "), "{shown}");
    // In a zip file anything goes, and a name without the ending.
    let zip = b"PK\x03\x04zip".as_slice();
    attachments(&[
        ("pagina.html.zip", zip),
        ("programma.zip", zip),
        ("blad.txt", b"php"),
    ])
    .build();
    // What is no text cannot become it.
    let mut site = attachments(&[("plan.pdf", b"%PDF-1.7\n")]);
    site.replace(
        &format!("{EVENT}/alles.toml"),
        "[[materiaal]]\n",
        "[[materiaal]]\nals_tekst = true\n",
    )
    .build_refused();
    assert_eq!(site.codes().into_iter().collect::<Vec<_>>(), ["not-text"]);
    // A photo is a photo, whatever is asked.
    let photo = raw(1);
    let mut site = attachments(&[("foto.html", &photo)]);
    site.replace(
        &format!("{EVENT}/alles.toml"),
        "[[materiaal]]\n",
        "[[materiaal]]\nals_tekst = true\n",
    )
    .build();
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        ["picture-not-declared"]
    );
    declare(&mut site, "foto.html", "toestemming = \"ja\"");
    let output = site.build().output();
    assert!(
        output.0.contains_key(&format!("{OUT}/media/foto-48.jpg")),
        "{:?}",
        output.0.keys()
    );
}

#[test]
fn a_readable_other_form_is_an_address_and_no_file() {
    let mut site = attachments(&[("plan.txt", b"plan")]);
    site.write(&format!("{EVENT}/media/foto.jpg"), raw(1));
    site.replace(
        &format!("{EVENT}/alles.toml"),
        "[[materiaal]]\n",
        "[[materiaal]]\nalternatief = \"media/foto.jpg\"\n",
    )
    .build_refused();
    assert_eq!(site.codes().into_iter().collect::<Vec<_>>(), ["bad-url"]);
}

#[test]
fn a_photo_gets_no_name_that_a_server_runs() {
    let mut site = attachments(&[]);
    for (index, name) in [(1, "a.php.b.jpg"), (2, "map.asp/c.jpg"), (3, "d.php.jpg")] {
        site.write(&format!("{EVENT}/media/{name}"), raw(index));
        declare(&mut site, name, "toestemming = \"ja\"");
    }
    site.build_refused();
    let told = site.diagnostics(Language::Nl);
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        ["file-runs"],
        "{told}"
    );
    assert_eq!(count(&told, "file-runs"), 3, "{told}");
}

#[test]
fn ordinary_attachments_go_out_byte_for_byte() {
    let place_less = film(&[]);
    let wave = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0".as_slice();
    let files: [(&str, &[u8]); 44] = [
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
        ("m.mp4", &place_less),
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
        ("y.wav", wave),
        ("z.m4a", &place_less),
        ("aa.mov", &place_less),
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
    let mut site = attachments(&files);
    let output = site.build().output();
    assert_eq!(
        site.diagnostics(Language::Nl).trim(),
        "Geen fouten, geen waarschuwingen."
    );
    for (name, bytes) in files {
        assert_eq!(
            output
                .0
                .get(&format!("{OUT}/media/{name}"))
                .map(Vec::as_slice),
            Some(bytes),
            "{name}"
        );
    }
}

#[test]
fn a_film_that_says_where_it_was_made_is_refused() {
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
    for (what, inner) in [
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
    ] {
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
    assert!(
        files
            .iter()
            .all(|(name, _)| output.0.contains_key(&format!("{OUT}/media/{name}")))
    );
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
