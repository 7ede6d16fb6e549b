//! What runs where it is served goes out under no name, and each way out of the refusal works.

use oogst::words::Language;

use super::{EVENT, OUT, attachments, count, declare, raw};

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
fn what_runs_goes_out_as_a_text_where_that_is_asked() {
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
        ("m0-html.txt", page),
        ("m1-js.txt", script),
        ("m2.txt", page),
        ("m3.txt", page),
        ("map/m4-svg.txt", b"<svg/>"),
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
            .matches(&format!("href=\"/{OUT}/media/m0-html.txt\""))
            .count(),
        2,
        "the record and the text lead there: {shown}"
    );
    assert!(shown.contains("TXT, "), "{shown}");
}

#[test]
fn in_a_zip_file_anything_goes_and_so_does_a_name_without_the_ending() {
    let zip = b"PK\x03\x04zip".as_slice();
    attachments(&[
        ("pagina.html.zip", zip),
        ("programma.zip", zip),
        ("blad.txt", b"php"),
    ])
    .build();
}

#[test]
fn what_is_no_text_cannot_become_it() {
    let mut site = attachments(&[("plan.pdf", b"%PDF-1.7\n")]);
    site.replace(
        &format!("{EVENT}/alles.toml"),
        "[[materiaal]]\n",
        "[[materiaal]]\nals_tekst = true\n",
    )
    .build_refused();
    assert_eq!(site.codes().into_iter().collect::<Vec<_>>(), ["not-text"]);
}

#[test]
fn a_photo_is_a_photo_whatever_is_asked() {
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
        output
            .0
            .contains_key(&format!("{OUT}/media/foto-html-48.jpg")),
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
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        ["bad-url", "photos-unnamed"]
    );
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
