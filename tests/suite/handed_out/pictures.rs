//! No picture goes out as it came in, whatever it is called and however it is handed out; what
//! cannot be cleaned is refused.

use std::collections::BTreeSet;

use oogst::words::Language;

use super::{EVENT, OUT, count, declare, raw, site};
use crate::drawn::{SECRETS, unread};
use crate::harness::Site;
use crate::tree::Tree;

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

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
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

/// What every photo may be called, with its bytes.
fn photos() -> Vec<(String, Vec<u8>)> {
    NAMES
        .iter()
        .enumerate()
        .map(|(index, name)| ((*name).to_owned(), raw(index)))
        .collect()
}

/// A site that hands these photos out, with what is said of the people in each.
fn site_that_says(said: Said, files: &[(String, Vec<u8>)]) -> Site {
    let mut site = site(files);
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
    site
}

impl Said {
    /// How many pictures are made of each photo, and the codes of which one is told; of both yes and
    /// no, other codes may be told too.
    fn comes_to(self) -> (usize, Option<&'static [&'static str]>) {
        match self {
            Self::Nothing => (0, Some(&["picture-not-declared"])),
            Self::Unsure => (0, Some(&["photo-withheld"])),
            Self::Yes => (2, Some(&["photo-misnamed"])),
            Self::No => (0, Some(&[])),
            Self::NoElsewhere => (0, Some(&["same-as-refused"])),
            Self::Both => (0, None),
        }
    }

    /// A code, how often it is told of each photo (a record, a link and two pictures; HTML is looked
    /// at when it is shown), and what is told with it.
    fn is_told(self) -> Option<(&'static str, usize, &'static [&'static str])> {
        match self {
            Self::Nothing => Some((
                "picture-not-declared",
                4,
                &[
                    "de afbeelding `media/f11.dat` is niet als foto vastgelegd en wordt niet getoond",
                    "voeg `[[foto]]` toe met `bestand`, `alt` en `toestemming`",
                ],
            )),
            Self::Unsure => Some(("photo-withheld", 1, &[])),
            Self::Yes | Self::No => None,
            Self::NoElsewhere => Some((
                "same-as-refused",
                4,
                &[
                    "`media/f11.dat` is dezelfde foto als `content/events/2025-techniekavond/media/nee/x10.jpg`",
                ],
            )),
            // Each once, where it is declared.
            Self::Both => Some(("same-as-refused", 1, &[])),
        }
    }
}

#[test]
fn no_picture_goes_out_as_it_came_in_whatever_it_is_called_and_however_it_is_handed_out() {
    let files = photos();
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
        let mut site = site_that_says(said, &files);
        let output = site.build().output();
        assert_nothing_raw(&output, &files, &format!("{said:?}"));
        let told = site.diagnostics(Language::Nl);
        let (of_each, codes) = said.comes_to();
        let paths = || output.0.keys().filter(|path| path.starts_with(OUT));
        let pictures = paths().filter(|path| path.ends_with(".jpg") || path.ends_with(".webp"));
        let handed_out = paths().filter(|path| path.starts_with(&format!("{OUT}/media/")));
        assert_eq!(
            (pictures.count(), handed_out.count()),
            (NAMES.len() * of_each, NAMES.len() * of_each),
            "{told}"
        );
        if let Some(codes) = codes {
            assert_eq!(
                site.codes().into_iter().collect::<Vec<_>>(),
                codes,
                "{told}"
            );
        }
        if let Some((code, times, parts)) = said.is_told() {
            assert_eq!(count(&told, code), NAMES.len() * times, "{told}");
            assert!(parts.iter().all(|part| told.contains(part)), "{told}");
        }
        if said == Said::Yes {
            assert!(
                told.contains("`media/f11.dat` heet geen foto, maar is een JPEG"),
                "{told}"
            );
            assert!(
                output
                    .0
                    .contains_key(&format!("{OUT}/media/sub-map/sub-map-f46-48.jpg")),
                "a folder may have a dot, and a photo none"
            );
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
