//! How a page shows its photos.

use super::{EVENT, site};
use crate::drawn::{fields, held, jpeg};
use crate::harness::Site;
use crate::page::attributes;

const PAGE: &str = "bijeenkomsten/2025-techniekavond/index.html";

/// A page with three photos, the second of which is upright.
fn three_photos() -> Site {
    let wide = jpeg(&fields(1_200, 800), 1);
    site(&[
        ("een.jpg", wide.clone()),
        ("twee.jpg", jpeg(&held(&fields(600, 900), 6), 6)),
        ("drie.jpg", wide),
    ])
}

/// The images of the page in their order: file, room and whether it waits.
fn images(site: &Site) -> Vec<String> {
    let output = site.output();
    let mut found = Vec::new();
    for element in output.text(PAGE).split("<img ").skip(1) {
        let value = |name: &str| {
            element
                .split_once(&format!("{name}=\""))
                .and_then(|(_, rest)| rest.split_once('"'))
                .map(|(value, _)| value.to_owned())
                .unwrap_or_default()
        };
        let tag = element.split('>').next().unwrap_or_default();
        assert!(tag.contains("alt=\"Vier vlakken\""), "{tag}");
        let src = value("src");
        let file = src.rsplit('/').next().unwrap_or_default();
        let is_lazy = tag.contains("loading=\"lazy\"");
        found.push(format!(
            "{file} {}x{}{}",
            value("width"),
            value("height"),
            if is_lazy { " lazy" } else { "" }
        ));
    }
    found
}

#[test]
fn a_page_shows_its_first_photo_at_once_and_keeps_room_for_all() {
    let mut site = three_photos();
    site.build();
    assert_eq!(
        images(&site),
        [
            "een-1200.jpg 1200x800",
            "twee-600.jpg 600x900 lazy",
            "drie-1200.jpg 1200x800 lazy"
        ]
    );
    // A photo in the text comes before those below it, and the one at the top before all.
    site.append(&format!("{EVENT}/event.md"), "\n![Vlak](media/drie.jpg)\n")
        .build();
    assert_eq!(
        images(&site),
        [
            "drie-1200.jpg 1200x800",
            "een-1200.jpg 1200x800 lazy",
            "twee-600.jpg 600x900 lazy",
            "drie-1200.jpg 1200x800 lazy"
        ]
    );
    site.replace(
        &format!("{EVENT}/event.md"),
        "fotos =",
        "hoofdfoto = \"twee\"\nfotos =",
    )
    .build();
    assert_eq!(
        images(&site),
        [
            "twee-600.jpg 293x439",
            "drie-1200.jpg 1200x800 lazy",
            "een-1200.jpg 1200x800 lazy",
            "drie-1200.jpg 1200x800 lazy"
        ]
    );
    assert!(
        site.output()
            .text(PAGE)
            .contains("height=\"439\" fetchpriority=\"high\">")
    );
}

#[test]
fn no_photo_is_shown_wider_than_its_widest_file_and_none_fills_the_screen() {
    let output = Site::from("veenland").build().output();
    let mut found = 0;
    for (path, html) in output.pages() {
        let widths = attributes(html, "picture img", "width");
        let heights = attributes(html, "figure.photo img", "height");
        let files = attributes(html, "picture img", "srcset");
        for (width, files) in widths.iter().zip(files) {
            let number = |text: &str| text.parse::<u32>().expect("a number of pixels");
            let widest = files.rsplit(' ').next().expect("a file has a width");
            let widest = number(widest.trim_end_matches('w'));
            assert!(number(width) <= widest, "{path}: {width} of {widest}");
            found += 1;
        }
        if !html.contains("data-page=\"print\"") {
            for height in heights {
                assert!(
                    height.parse::<u32>().is_ok_and(|height| height <= 900),
                    "{path}"
                );
            }
            for sizes in attributes(html, "figure.photo picture > *", "sizes") {
                let ends = |width: &String| sizes.ends_with(&format!(", {width}px)"));
                assert!(widths.iter().any(ends), "{path}: {sizes}");
            }
        }
    }
    assert!(found > 20, "only {found} photos");
}

#[test]
fn a_photo_is_offered_in_its_sizes_and_opens_in_the_viewer() {
    let mut site = three_photos();
    site.build();
    let output = site.output();
    let html = output.text(PAGE);
    for part in [
        "<source type=\"image/webp\" srcset=\"/bijeenkomsten/2025-techniekavond/media/twee-480.webp 480w, /bijeenkomsten/2025-techniekavond/media/twee-600.webp 600w\"",
        "srcset=\"/bijeenkomsten/2025-techniekavond/media/een-480.jpg 480w, /bijeenkomsten/2025-techniekavond/media/een-960.jpg 960w, /bijeenkomsten/2025-techniekavond/media/een-1200.jpg 1200w\"",
        "<a class=\"enlarge\" href=\"/bijeenkomsten/2025-techniekavond/media/twee-600.jpg\">",
        "<span class=\"unseen\">Foto 2 van 3</span>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert_eq!(
        html.matches(&format!(
            "<script src=\"/{}\" defer></script>",
            output.asset_path("gallery.js")
        ))
        .count(),
        1
    );
    assert!(
        !output.text("index.html").contains("gallery.js"),
        "only pages with photos load the viewer"
    );
}
