//! Draws an SVG as PNG, with few colours and so in few bytes. What the drawing cannot reach: files,
//! addresses, the fonts of the system.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, Tree};

use super::typesetting::{REGULAR, SEMIBOLD};

/// The width of a card in pixels: what the sites that show cards ask for.
pub const WIDTH: u32 = 1200;
/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// The name of the one family of letters.
const FAMILY: &str = "Libertinus Serif";

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [REGULAR, SEMIBOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.set_serif_family(FAMILY);
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_monospace_family(FAMILY);
    Arc::new(fonts)
});

/// Draws it, as large as a card is.
///
/// # Errors
/// When the text is no SVG; the words are those of the library that reads it.
pub fn png_of(svg: &str) -> Result<Vec<u8>, String> {
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        font_resolver: FontResolver::default(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let mut pixmap = Pixmap::new(WIDTH, HEIGHT).expect("a card has a size");
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    #[expect(clippy::cast_precision_loss, reason = "both are some hundreds")]
    let scale = Transform::from_scale(
        WIDTH as f32 / tree.size().width(),
        HEIGHT as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    Ok(indexed(&pixmap))
}

/// A colour without its last bits.
fn rounded(colour: [u8; 3], bits: u32) -> [u8; 3] {
    colour.map(|channel| channel >> bits)
}

/// The picture as a PNG with a palette. A card is flat areas and the edges of letters: where it has
/// more than 256 colours, those that differ in their last bits become the most used among them, so
/// that the flat ones stay as they are.
fn indexed(pixmap: &Pixmap) -> Vec<u8> {
    // Every pixel is opaque: the ground was filled. Rows that repeat the one above are compared and
    // copied whole.
    let rows: Vec<&[u8]> = pixmap.data().chunks_exact(WIDTH as usize * 4).collect();
    let runs: Vec<Vec<([u8; 3], usize)>> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            if place > 0 && *row == rows[place - 1] {
                return Vec::new();
            }
            row.as_chunks::<4>()
                .0
                .chunk_by(|one, other| one == other)
                .map(|run| ([run[0][0], run[0][1], run[0][2]], run.len()))
                .collect()
        })
        .collect();
    let mut counted: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for (colour, length) in runs.iter().flatten() {
        *counted.entry(*colour).or_default() += length;
    }
    let mut bits = 0;
    let palette = loop {
        let mut groups: BTreeMap<[u8; 3], (usize, [u8; 3])> = BTreeMap::new();
        for (colour, count) in &counted {
            let most = groups
                .entry(rounded(*colour, bits))
                .or_insert((*count, *colour));
            if *count > most.0 {
                *most = (*count, *colour);
            }
        }
        if groups.len() <= 256 {
            break groups;
        }
        bits += 1;
    };
    // The most used first: its neighbours in the numbering are its neighbours in the picture more
    // often, which packs a tenth smaller.
    let mut palette: Vec<([u8; 3], usize, [u8; 3])> = palette
        .into_iter()
        .map(|(group, (count, colour))| (group, count, colour))
        .collect();
    palette.sort_by_key(|(group, count, _)| (Reverse(*count), *group));
    let places: BTreeMap<[u8; 3], u8> = palette
        .iter()
        .zip(0..=u8::MAX)
        .map(|((group, ..), place)| (*group, place))
        .collect();
    let mut indices: Vec<u8> = Vec::with_capacity(rows.len() * WIDTH as usize);
    for row in &runs {
        if row.is_empty() {
            indices.extend_from_within(indices.len() - WIDTH as usize..);
        }
        for (colour, length) in row {
            indices.resize(indices.len() + length, places[&rounded(*colour, bits)]);
        }
    }
    let colours: Vec<u8> = palette.iter().flat_map(|(.., colour)| *colour).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(colours);
    // Two levels up, flat areas and letters take a fortieth less room and a third more time
    // (benches/README.md).
    encoder.set_deflate_compression(png::DeflateCompression::Level(4));
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder
        .write_header()
        .expect("memory takes all that is written");
    writer
        .write_image_data(&indices)
        .expect("there is one index a pixel");
    writer.finish().expect("memory takes all that is written");
    bytes
}

#[cfg(test)]
mod tests {
    use super::png_of;

    #[test]
    fn a_drawing_reaches_no_file() {
        let svg = |inner: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\">{inner}</svg>"
            )
        };
        let bare = png_of(&svg("")).expect("an empty drawing is one");
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/themes/default/assets/icon.svg"
        );
        assert!(std::path::Path::new(file).is_file());
        assert_eq!(
            png_of(&svg(&format!(
                "<image href=\"{file}\" width=\"600\" height=\"600\"/>"
            ))),
            Ok(bare)
        );
        assert!(png_of("<p>no picture</p>").is_err());
    }
}
