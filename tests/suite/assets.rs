//! Files of looks and of the site itself, which go to every reader as they are: pictures among them
//! without what a camera knows, nothing that cannot be cleaned, nothing that a server runs.

use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageReader};

use oogst::words::Language;

use crate::drawn::{SECRETS, boxed, exif, fields, film, icon, jpeg, png, unread};
use crate::harness::Site;

fn site() -> Site {
    Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\nlanguage = \"nl\"\ntheme = \"eigen\"\n",
        ),
        ("themes/eigen/theme.toml", "name = \"Eigen\"\n"),
        (
            "content/pages/over.md",
            "+++\ntitel = \"Over\"\n+++\n\nTekst.\n",
        ),
    ])
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// What a browser shows: the pixels, turned as the file says.
fn shown(bytes: &[u8]) -> DynamicImage {
    let mut decoder = ImageReader::new(std::io::Cursor::new(bytes))
        .with_guessed_format()
        .expect("bytes")
        .into_decoder()
        .expect("a picture can be read");
    let orientation =
        image::ImageDecoder::orientation(&mut decoder).expect("a picture can be read");
    let mut picture = DynamicImage::from_decoder(decoder).expect("a picture can be read");
    picture.apply_orientation(orientation);
    picture
}

fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = [
        name.as_slice(),
        &u32::try_from(content.len()).expect("short").to_le_bytes(),
        content,
    ]
    .concat();
    bytes.resize(bytes.len().next_multiple_of(2), 0);
    bytes
}

/// A WebP with what a camera wrote, turned.
fn webp() -> Vec<u8> {
    let mut plain = Vec::new();
    image::codecs::webp::WebPEncoder::new_lossless(&mut plain)
        .write_image(fields(40, 30).as_raw(), 40, 30, ExtendedColorType::Rgb8)
        .expect("a picture can be written");
    let header = chunk(*b"VP8X", &[0b1100, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
    let parts = [
        header,
        plain[12..].to_vec(),
        chunk(*b"EXIF", &exif(6)),
        chunk(*b"XMP ", SECRETS[2].as_bytes()),
        chunk(*b"ABCD", SECRETS[3].as_bytes()),
    ]
    .concat();
    [
        b"RIFF".as_slice(),
        &u32::try_from(parts.len() + 4).expect("short").to_le_bytes(),
        b"WEBP",
        &parts,
    ]
    .concat()
}

/// A moving GIF with a comment and what a program wrote.
fn gif() -> Vec<u8> {
    let mut bytes = Vec::new();
    {
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
        encoder
            .set_repeat(image::codecs::gif::Repeat::Infinite)
            .expect("a picture can be written");
        for _ in 0..2 {
            encoder
                .encode(fields(16, 12).as_raw(), 16, 12, ExtendedColorType::Rgb8)
                .expect("a picture can be written");
        }
    }
    let end = bytes.pop().expect("it ends");
    bytes.extend(b"\x21\xFE");
    bytes.push(u8::try_from(SECRETS[1].len()).expect("short"));
    bytes.extend(SECRETS[1].as_bytes());
    bytes.extend(b"\0\x21\xFF\x0BXMP DataXMP");
    bytes.push(u8::try_from(SECRETS[0].len()).expect("short"));
    bytes.extend(SECRETS[0].as_bytes());
    bytes.extend([0, end]);
    bytes.extend(SECRETS[3].as_bytes());
    bytes
}

#[test]
fn pictures_of_a_look_go_out_without_what_a_camera_knows_and_look_the_same() {
    let picture = fields(64, 48);
    let files = [
        ("kop.jpg", jpeg(&picture, 6)),
        ("recht.jpg", jpeg(&picture, 1)),
        ("kop.png", png(&picture, 8)),
        ("recht.png", png(&picture, 1)),
        ("kop.webp", webp()),
        ("beweegt.gif", gif()),
        // Whatever they are called.
        ("blad.dat", jpeg(&picture, 3)),
        ("map/zonder", png(&picture, 1)),
        ("stijl.css", jpeg(&picture, 1)),
    ];
    for folder in ["assets", "themes/eigen/assets"] {
        let mut site = site();
        for (name, bytes) in &files {
            assert!(
                SECRETS.iter().any(|secret| holds(bytes, secret.as_bytes())),
                "{name} has something to tell"
            );
            site.write(&format!("{folder}/{name}"), bytes);
        }
        let output = site.build().output();
        assert_eq!(
            site.diagnostics(Language::Nl).trim(),
            "Geen fouten, geen waarschuwingen."
        );
        for (name, bytes) in &files {
            let published = output.asset(name);
            assert!(
                shown(published) == shown(bytes),
                "{folder}/{name} looks the same"
            );
            assert!(published.len() < bytes.len(), "{folder}/{name}");
        }
        for (path, bytes) in &output.0 {
            for secret in SECRETS {
                assert!(
                    !holds(bytes, secret.as_bytes()),
                    "{folder}: {path} tells {secret}"
                );
            }
        }
        assert!(
            holds(output.asset("beweegt.gif"), b"NETSCAPE2.0"),
            "it begins again"
        );
    }
}

#[test]
fn pictures_of_a_look_that_cannot_be_cleaned_are_refused() {
    for folder in ["assets", "themes/eigen/assets"] {
        let mut site = site();
        let mut number = 0;
        // Icons are drawn: no camera writes one.
        for (index, (ending, bytes)) in unread()
            .into_iter()
            .enumerate()
            .filter(|(_, (ending, _))| !matches!(*ending, "ico" | "cur"))
        {
            site.write(&format!("{folder}/p{index}.{ending}"), &bytes)
                .write(&format!("{folder}/q{index}.png"), &bytes);
            number += 2;
        }
        site.write(
            &format!("{folder}/half.jpg"),
            &jpeg(&fields(64, 48), 1)[..400],
        );
        site.write(
            &format!("{folder}/film.mp4"),
            film(&boxed(
                *b"udta",
                &boxed(*b"\xA9xyz", b"\0\x12\x15\xC7+52.3702+004.8952/"),
            )),
        );
        site.build_refused();
        let told = site.diagnostics(Language::Nl);
        assert_eq!(
            site.codes().into_iter().collect::<Vec<_>>(),
            ["asset-not-cleaned"],
            "{told}"
        );
        assert_eq!(
            told.matches("[asset-not-cleaned]").count(),
            number + 2,
            "{told}"
        );
        assert!(
            told.contains("bewaar de afbeelding als .png, .jpg of .webp"),
            "{told}"
        );
    }
}

#[test]
fn what_a_look_is_made_of_goes_out_as_it_is() {
    let icon = icon(1);
    let still = film(&[]);
    let files: [(&str, &[u8]); 9] = [
        ("favicon.ico", &icon),
        (
            "teken.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- x --></svg>",
        ),
        ("letters.woff2", b"wOF2\0\x01\0\0"),
        ("eigen.js", b"/* x */ document.title;\n"),
        ("los.html", b"<!DOCTYPE html><title>x</title>"),
        ("film.mp4", &still),
        ("woorden.txt", b"woorden\n"),
        ("leeg.txt", b""),
        ("site.webmanifest", b"{}"),
    ];
    let mut site = site();
    for (name, bytes) in files {
        site.write(&format!("assets/{name}"), bytes);
    }
    let output = site.build().output();
    for (name, bytes) in files {
        assert_eq!(output.asset(name), bytes, "{name}");
    }
}

#[test]
fn a_look_brings_nothing_that_a_server_runs() {
    for name in [
        "x.php",
        "X.PHP",
        "x.php.css",
        "x.shtml",
        "x.cgi",
        "map.asp/x.css",
        "web.config",
    ] {
        let mut site = site();
        site.write(&format!("themes/eigen/assets/{name}"), "body {}")
            .build_refused();
        assert_eq!(
            site.codes().into_iter().collect::<Vec<_>>(),
            ["file-runs"],
            "{name}"
        );
    }
}

#[test]
fn a_photo_to_which_somebody_said_no_is_no_picture_of_a_look_either() {
    let event = "content/events/2025-avond";
    let photo = jpeg(&fields(64, 48), 1);
    let mut site = site();
    site.write(
        &format!("{event}/event.md"),
        "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nsamenvatting = \"Kort.\"\n+++\n",
    )
    .write(&format!("{event}/media/groep.jpg"), &photo)
    .write(
        &format!("{event}/beeld.toml"),
        "[[foto]]\nbestand = \"media/groep.jpg\"\nalt = \"Een groep\"\ntoestemming = \"nee\"\n",
    )
    .write("assets/kop.jpg", &photo);
    let output = site.build().output();
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        ["same-as-refused"],
        "{}",
        site.diagnostics(Language::Nl)
    );
    assert!(
        !output.0.keys().any(|path| path.ends_with(".jpg")),
        "{:?}",
        output.0.keys()
    );
}
