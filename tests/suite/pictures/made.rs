//! What is made of a photo: upright, without what the camera knows, once, and whole.

use std::collections::BTreeSet;

use super::{EVENT, MEDIA, decoded, difference, names, pictures, site};
use crate::drawn::{SECRETS, fields, held, jpeg, parts, png};
use crate::harness::Site;
use crate::tree::Tree;

#[test]
fn a_photo_is_upright_however_the_camera_was_held() {
    let upright = fields(120, 80);
    let mut photos = Vec::new();
    for orientation in 1..=8 {
        let stored = held(&upright, orientation);
        photos.push((
            format!("held-{orientation}.jpg"),
            jpeg(&stored, orientation),
        ));
        photos.push((
            format!("lying-{orientation}.png"),
            png(&stored, orientation),
        ));
    }
    let photos: Vec<(&str, Vec<u8>)> = photos
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.clone()))
        .collect();
    let output = site(&photos).build().output();
    let published = pictures(&output);
    assert_eq!(published.len(), 32, "each in both formats");
    for (path, bytes) in published {
        let shown = decoded(bytes);
        assert_eq!(shown.dimensions(), (120, 80), "{path}");
        assert!(
            difference(&shown, &upright) < 24,
            "{path} is {} off",
            difference(&shown, &upright)
        );
    }
    // Turned the wrong way, the fields lie elsewhere: the comparison sees it.
    assert!(difference(&held(&upright, 3), &upright) > 100);
}

#[test]
fn nothing_that_a_camera_knows_is_published() {
    let picture = fields(700, 500);
    let mut site = site(&[
        ("een.jpg", jpeg(&picture, 1)),
        ("twee.png", png(&picture, 6)),
    ]);
    assert!(
        SECRETS
            .iter()
            .all(|secret| holds(&jpeg(&picture, 1), secret)),
        "the secrets are in the original"
    );
    // Also when somebody offers the photo as a file, or links to it.
    site.append(
        &format!("{EVENT}/beeld.toml"),
        "[[materiaal]]\ntitel = \"De foto\"\nbestand = \"media/een.jpg\"\n",
    );
    site.append(
        &format!("{EVENT}/event.md"),
        "\n[Groot](media/twee.png) ![Vlak](media/een.jpg)\n",
    );
    let output = site.build().output();
    assert_eq!(
        names(&output),
        [
            "een-480.jpg",
            "een-480.webp",
            "een-700.jpg",
            "een-700.webp",
            "twee-500.jpg",
            "twee-500.webp"
        ],
        "the originals stay at home"
    );
    for (path, bytes) in pictures(&output) {
        let found = parts(bytes);
        let allowed: &[&str] = if path.ends_with(".webp") {
            &["VP8 "]
        } else {
            &["APP0 JFIF", "DQT", "SOF0", "DHT", "SOS"]
        };
        assert_eq!(
            found.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            allowed.iter().copied().collect(),
            "{path}"
        );
    }
    for (path, bytes) in &output.0 {
        for secret in SECRETS {
            assert!(!holds(bytes, secret), "{path} tells {secret}");
        }
    }
    let page = output.text("bijeenkomsten/2025-techniekavond/index.html");
    for part in [
        "href=\"/bijeenkomsten/2025-techniekavond/media/een-700.jpg\">De foto</a>",
        "<p class=\"by\">JPG, 700 × 500 pixels</p>",
        "<a href=\"/bijeenkomsten/2025-techniekavond/media/twee-500.jpg\">Groot</a>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

#[test]
fn a_photo_is_made_once_wherever_it_stands() {
    let mut site = site(&[
        ("een.jpg", jpeg(&fields(600, 400), 1)),
        ("twee.png", png(&fields(90, 60), 8)),
    ]);
    let first = site.build().output();
    assert_eq!(site.summary().decoded, 2);
    for (what, gone) in [
        ("again", None),
        ("the output gone", Some("output")),
        ("the manifest gone", Some(".oogst/manifest")),
    ] {
        if let Some(gone) = gone {
            site.remove(gone);
        }
        assert_eq!(site.build_cold().summary().decoded, 0, "{what}");
        first.assert_same(&site.output(), what);
    }
    site.rename(
        &format!("{EVENT}/media/een.jpg"),
        &format!("{EVENT}/media/anders.jpg"),
    );
    site.replace(
        &format!("{EVENT}/beeld.toml"),
        "media/een.jpg",
        "media/anders.jpg",
    )
    .build_cold();
    assert_eq!(site.summary().decoded, 0, "moved");
    assert_eq!(
        site.output().0[&format!("{MEDIA}/een-480.webp")],
        first.0[&format!("{MEDIA}/een-480.webp")]
    );

    // Other content under an old name, of the same length and with the old time of change, is seen
    // all the same.
    let file = site.at(&format!("{EVENT}/media/twee.png"));
    let changed = std::fs::metadata(&file)
        .and_then(|facts| facts.modified())
        .expect("a file has a time");
    let mut other = png(&held(&fields(90, 60), 3), 8);
    let length = std::fs::read(&file).expect("a file").len();
    other.resize(length.max(other.len()), 0);
    std::fs::write(&file, &other).expect("a file can be written");
    let opened = std::fs::File::options()
        .write(true)
        .open(&file)
        .expect("a file can be opened");
    opened.set_modified(changed).expect("a time can be set");
    assert_eq!(
        site.build_cold().summary().decoded,
        1,
        "changed under the same name"
    );
    site.assert_same_as_a_clean_build();
}

#[test]
fn what_is_kept_is_whole_or_made_again_and_goes_when_nobody_uses_it() {
    let mut site = site(&[
        ("een.jpg", jpeg(&fields(600, 400), 1)),
        ("twee.png", png(&fields(90, 60), 1)),
    ]);
    let first = site.build().output();
    let kept = |site: &Site| {
        Tree::read(&site.at(".oogst/pictures"))
            .0
            .into_iter()
            .filter(|(name, _)| !name.starts_with("used-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(kept(&site).len(), 2);
    for (name, bytes) in kept(&site) {
        let mut damaged = bytes.clone();
        damaged[bytes.len() / 2] ^= 1;
        site.write(
            &format!(".oogst/pictures/{name}"),
            if damaged.len() > 5_000 {
                &damaged
            } else {
                &bytes[..40]
            },
        );
    }
    site.remove("output").remove(".oogst/manifest");
    assert_eq!(site.build_cold().summary().decoded, 2, "damaged");
    first.assert_same(&site.output(), "made again");
    site.remove(&format!("{EVENT}/media/twee.png")).write(
        &format!("{EVENT}/beeld.toml"),
        "[[foto]]\nbestand = \"media/een.jpg\"\nalt = \"Vier vlakken\"\n",
    );
    site.build_cold();
    assert_eq!(kept(&site).len(), 1, "one photo is left");
}
