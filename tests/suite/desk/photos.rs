//! Photos that are added in the browser: what is stored, what is asked, and what gets on the site.

use std::fs;
use std::path::Path;

use image::RgbImage;

use super::browser::ShownForm;
use super::running::{Answered, Desk, user};
use super::site;
use crate::drawn::{SECRETS, fields, held, jpeg, png, png_of_size};
use crate::harness::Site;
use crate::tree::Tree;

const FILES: &str = "/photos/avond/files";
pub(super) const PHOTOS: &str = "content/events/avond/fotos.toml";
const MEDIA: &str = "content/events/avond/media";

pub(super) fn add(desk: &Desk, files: &[(&str, &[u8])]) -> Answered {
    let files = files.iter().map(|(name, bytes)| ("fotos", *name, *bytes));
    desk.post_parts(FILES, &[], &files.collect::<Vec<_>>())
}

/// The page that a browser comes to.
pub(super) fn followed(desk: &Desk, answer: &Answered) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let to = answer.header("location").expect("it leads on");
    let page = desk.get(to);
    assert_eq!(page.status, 200, "{to}: {}", page.body);
    page.body
}

/// The names of the files in a folder, in their order.
fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = entries.map(|entry| entry.expect("it can be read").file_name());
    let mut names: Vec<String> = names
        .map(|name| name.into_string().expect("a name in letters"))
        .collect();
    names.sort();
    names
}

fn stored(site: &Site, name: &str) -> Vec<u8> {
    fs::read(site.at(&format!("{MEDIA}/{name}"))).expect("it is stored")
}

/// What can be seen, as others read it.
fn seen(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes)
        .expect("a picture")
        .into_rgb8()
}

fn assert_tells_nothing(bytes: &[u8]) {
    for words in SECRETS
        .map(str::as_bytes)
        .into_iter()
        .chain([b"Exif".as_slice(), b"eXIf"])
    {
        let mut parts = bytes.windows(words.len());
        assert!(
            !parts.any(|part| part == words),
            "{}",
            String::from_utf8_lossy(words)
        );
    }
}

/// What a page says, without its elements.
pub(super) fn words(page: &str) -> String {
    let text = ShownForm::read(page).text;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn several_photos_at_once_are_stored_upright_and_without_what_a_camera_knows() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let picture = fields(96, 64);
    let lying = jpeg(&held(&picture, 6), 6);
    let drawn = png(&held(&picture, 8), 8);
    let answer = add(
        &desk,
        &[
            ("C:\\Foto's\\IMG 1234 (Zoë).JPG", &lying),
            ("../../../oogst.toml", &jpeg(&picture, 1)),
            ("CON.png", &drawn),
            ("§§§.webp", &jpeg(&fields(64, 64), 1)),
        ],
    );
    let page = followed(&desk, &answer);
    assert_eq!(
        names(&site.at(MEDIA)),
        ["con-1.png", "foto-4.jpg", "img-1234-zoe.jpg", "oogst.jpg"]
    );
    for name in names(&site.at(MEDIA)) {
        assert_tells_nothing(&stored(&site, &name));
    }
    let shown = seen(&stored(&site, "img-1234-zoe.jpg"));
    assert_eq!(shown.dimensions(), (96, 64));
    for (x, y) in [(20, 15), (75, 15), (20, 48), (75, 48)] {
        let (is, was) = (shown.get_pixel(x, y).0, picture.get_pixel(x, y).0);
        let apart = is.iter().zip(was).map(|(is, was)| is.abs_diff(was)).max();
        assert!(apart < Some(12), "{x}, {y}: {is:?} {was:?}");
    }
    assert_eq!(seen(&stored(&site, "con-1.png")), picture);
    assert_eq!(
        site.read(PHOTOS),
        "[[foto]]\nbestand = \"media/img-1234-zoe.jpg\"\n\n[[foto]]\nbestand = \"media/oogst.jpg\"\n\n\
         [[foto]]\nbestand = \"media/con-1.png\"\n\n[[foto]]\nbestand = \"media/foto-4.jpg\"\n"
    );
    let said = words(&page);
    for sentence in [
        "De plaats en de gegevens van de camera zijn eruit gehaald",
        "Geen antwoord is een nee: zolang u bij een foto niet zegt dat het mag, blijft die van de site.",
        "Foto 1 van 4: img-1234-zoe.jpg",
        "Foto 4 van 4: foto-4.jpg",
    ] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    let form = ShownForm::read(&page);
    assert_eq!(form.nameless, Vec::<String>::new());
    // Nothing is chosen beforehand.
    let chosen = form
        .pairs
        .iter()
        .filter(|(name, _)| name.ends_with(".consent"));
    let chosen: Vec<_> = chosen.filter(|(name, _)| name.starts_with("f.")).collect();
    assert_eq!(chosen, Vec::<&(String, String)>::new());
    assert_eq!(
        site.read("oogst.toml").lines().next(),
        Some("title = \"Proef\"")
    );
}

#[test]
fn what_cannot_be_taken_in_is_named_and_keeps_no_other_away() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let whole = jpeg(&fields(64, 64), 1);
    let mut large = whole.clone();
    large.resize(30_000_001, 0);
    let heic = crate::drawn::unread().swap_remove(0).1;
    let answer = add(
        &desk,
        &[
            ("tekst.jpg", b"Dit is een tekst."),
            ("groot.jpg", &large),
            ("veel.png", &png_of_size(9_000, 6_778)),
            ("half.jpg", &whole[..whole.len() / 2]),
            ("IMG_1.HEIC", &heic),
            ("leeg.png", b""),
            (
                "tekening.svg",
                b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
            ),
            ("<b>goed.jpg", &whole),
        ],
    );
    let page = followed(&desk, &answer);
    assert_eq!(names(&site.at(MEDIA)), ["b-goed.jpg"]);
    let said = words(&page);
    for sentence in [
        "tekst.jpg: dit is geen foto",
        "groot.jpg: het bestand is groter dan 30 MB: bewaar de foto kleiner",
        "veel.png: de foto heeft meer dan 60 miljoen beeldpunten: bewaar die kleiner",
        "half.jpg: de foto is beschadigd en kan niet worden gelezen",
        "IMG_1.HEIC: dit is een HEIC-foto van een telefoon: bewaar die als JPEG",
        "leeg.png: het bestand is leeg",
        "tekening.svg: dit is geen foto",
        "Foto 1 van 1: b-goed.jpg",
    ] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    // Nothing at all, and nothing that can be taken in: nothing is written, and that is said.
    let before = Tree::read(&site.at("content"));
    for (files, sentence) in [
        (vec![], "Er is geen foto gekozen."),
        (
            vec![("<script>.gif", b"?".as_slice())],
            "<script>.gif: dit is geen foto",
        ),
    ] {
        let page = followed(&desk, &add(&desk, &files));
        assert!(words(&page).contains(sentence), "{page}");
        assert!(!page.contains("<script>.gif"), "{page}");
    }
    assert_eq!(Tree::read(&site.at("content")), before);
    let nowhere = desk.post_parts("/photos/er-niet/files", &[], &[("fotos", "a.jpg", &whole)]);
    assert_eq!(nowhere.status, 404);
    let outside = desk.post_parts(
        "/photos/..%2F..%2Fx/files",
        &[],
        &[("fotos", "a.jpg", &whole)],
    );
    assert_eq!(outside.status, 404);
    assert_eq!(Tree::read(&site.at("content")), before);
}

#[test]
fn no_file_is_overwritten_and_the_same_photo_is_there_once() {
    let (mut site, user) = (site(&[]), user());
    let (red, blue) = (jpeg(&fields(64, 64), 1), jpeg(&fields(80, 40), 6));
    site.write(&format!("{MEDIA}/Zaal.PNG"), b"van iemand anders");
    let desk = Desk::open(site.root(), user.path());
    followed(
        &desk,
        &add(
            &desk,
            &[
                ("zaal.jpg", &red),
                ("ZAAL.jpeg", &blue),
                ("kopie.jpg", &red),
            ],
        ),
    );
    assert_eq!(
        names(&site.at(MEDIA)),
        ["Zaal.PNG", "zaal-2.jpg", "zaal-3.jpg"]
    );
    assert_eq!(stored(&site, "Zaal.PNG"), b"van iemand anders");
    let before = Tree::read(&site.at("content"));
    let page = followed(&desk, &add(&desk, &[("nog eens.jpg", &blue)]));
    let said = words(&page);
    assert!(said.contains("Deze foto’s waren er al"), "{said}");
    assert!(
        page.contains("href=\"/record/photo/avond/zaal-3\""),
        "{page}"
    );
    // It still waits, so it is asked about as well.
    assert!(said.contains("Foto 1 van 1: zaal-3.jpg"), "{said}");
    assert_eq!(Tree::read(&site.at("content")), before);
}

#[test]
fn small_pictures_are_of_photos_that_records_name_and_of_nothing_else() {
    let (mut site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    followed(
        &desk,
        &add(&desk, &[("a.jpg", &jpeg(&fields(900, 600), 6))]),
    );
    site.write(&format!("{MEDIA}/los.jpg"), jpeg(&fields(64, 64), 1));
    site.write(
        &format!("{MEDIA}/plaat.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    site.append(PHOTOS, "\n[[foto]]\nbestand = \"media/plaat.svg\"\ntoestemming = \"nee\"\n\n[[foto]]\nbestand = \"../../../oogst.toml\"\ntoestemming = \"nee\"\n");
    let page = desk.get("/event/avond/photo").body;
    let address = "/picture?event=avond&amp;file=media%2Fa.jpg";
    assert!(page.contains(&format!("src=\"{address}\"")), "{page}");
    let address = address.replace("&amp;", "&");
    let small = desk.get(&address);
    assert_eq!(
        (small.status, small.header("content-type")),
        (200, Some("image/jpeg"))
    );
    assert_eq!(small.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(seen(&small.bytes).dimensions(), (213, 320));
    assert_tells_nothing(&small.bytes);
    for file in [
        "media/los.jpg",
        "media/plaat.svg",
        "../../../oogst.toml",
        "media/../event.md",
        "",
    ] {
        let query = super::running::form(&[("event", "avond"), ("file", file)]);
        assert_eq!(desk.get(&format!("/picture?{query}")).status, 404, "{file}");
    }
    let host = desk.host();
    let stranger = desk.raw("GET", &address, &[("Host", &host)], "");
    assert_eq!(stranger.status, 403);
}
