//! Photos: upright, without anything that a camera knows, in fitting sizes, made once; and what
//! cannot be read is told.

mod made;
mod read;
mod shown;

use std::fmt::Write as _;

use image::{ImageReader, RgbImage};

use crate::harness::Site;
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-techniekavond";

const MEDIA: &str = "bijeenkomsten/2025-techniekavond/media";

/// A site with these photos, each of which may be shown.
fn site(photos: &[(&str, Vec<u8>)]) -> Site {
    let mut site = Site::with(&[("oogst.toml", "title = \"Proef\"\nlanguage = \"nl\"\n")]);
    site.write(
        &format!("{EVENT}/event.md"),
        "+++\ntitel = \"Techniekavond\"\ndatum = 2025-03-20\nsamenvatting = \"Kort.\"\nfotos = { toestemming = \"ja\" }\n+++\n\nTekst.\n",
    );
    let mut records = String::new();
    for (name, bytes) in photos {
        site.write(&format!("{EVENT}/media/{name}"), bytes);
        let (id, _) = name.rsplit_once('.').expect("a photo is called as one");
        writeln!(
            records,
            "[[foto]]\nid = \"{id}\"\nbestand = \"media/{name}\"\nalt = \"Vier vlakken\"\n"
        )
        .expect("memory takes what is written");
    }
    site.write(&format!("{EVENT}/beeld.toml"), records);
    site
}

/// The pictures of the output.
fn pictures(output: &Tree) -> Vec<(&str, &[u8])> {
    let is_picture = |path: &str| path.ends_with(".jpg") || path.ends_with(".webp");
    output
        .0
        .iter()
        .filter(|(path, _)| is_picture(path))
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect()
}

fn names(output: &Tree) -> Vec<&str> {
    pictures(output)
        .into_iter()
        .filter_map(|(path, _)| path.strip_prefix(MEDIA)?.strip_prefix('/'))
        .collect()
}

fn decoded(bytes: &[u8]) -> RgbImage {
    ImageReader::new(std::io::Cursor::new(bytes))
        .with_guessed_format()
        .expect("bytes")
        .decode()
        .expect("a published picture can be read")
        .into_rgb8()
}

/// How far apart two pictures are at the worst of the middles of their fields.
fn difference(one: &RgbImage, other: &RgbImage) -> u8 {
    let (width, height) = one.dimensions();
    let middles = [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| (width * x / 4, height * y / 4));
    middles
        .into_iter()
        .flat_map(|(x, y)| (0..3).map(move |channel| (x, y, channel)))
        .fold(0, |worst, (x, y, channel)| {
            worst.max(one.get_pixel(x, y).0[channel].abs_diff(other.get_pixel(x, y).0[channel]))
        })
}
