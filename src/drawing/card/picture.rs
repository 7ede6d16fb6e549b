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

/// Red, green and blue. Every pixel of a card is opaque: the ground was filled.
type Rgb = [u8; 3];
/// A colour, and how many pixels in a row have it.
type ColourRun = (Rgb, usize);

/// The colours of a row; none where it repeats the one above.
fn colours_of(rows: &[&[u8]], place: usize) -> Vec<ColourRun> {
    if place > 0 && rows[place] == rows[place - 1] {
        return Vec::new();
    }
    rows[place]
        .as_chunks::<4>()
        .0
        .chunk_by(|one, other| one == other)
        .map(|run| ([run[0][0], run[0][1], run[0][2]], run.len()))
        .collect()
}

/// At most 256 colours for all of a card's.
struct Palette {
    /// How many bits of each part of a colour are left out of account.
    bits: u32,
    /// The bytes of its colours, one after the other.
    colours: Vec<u8>,
    /// The place of each colour that is left when those bits are.
    places: BTreeMap<Rgb, u8>,
}

impl Palette {
    fn of(counted: &BTreeMap<Rgb, usize>) -> Self {
        let mut bits = 0;
        let groups = loop {
            let mut groups: BTreeMap<Rgb, (usize, Rgb)> = BTreeMap::new();
            for (colour, count) in counted {
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
        // The most used first: its neighbours in the numbering are its neighbours in the picture
        // more often, which packs a tenth smaller.
        let mut sorted: Vec<(Rgb, (usize, Rgb))> = groups.into_iter().collect();
        sorted.sort_by_key(|(group, (count, _))| (Reverse(*count), *group));
        Self {
            bits,
            colours: sorted.iter().flat_map(|(_, (_, colour))| *colour).collect(),
            places: sorted
                .iter()
                .zip(0..=u8::MAX)
                .map(|((group, _), place)| (*group, place))
                .collect(),
        }
    }
}

/// The picture as a PNG with a palette. A card is flat areas and the edges of letters: where it has
/// more than 256 colours, those that differ in their last bits become the most used among them, so
/// that the flat ones stay as they are.
fn indexed(pixmap: &Pixmap) -> Vec<u8> {
    let rows: Vec<&[u8]> = pixmap.data().chunks_exact(WIDTH as usize * 4).collect();
    let runs: Vec<Vec<ColourRun>> = (0..rows.len())
        .map(|place| colours_of(&rows, place))
        .collect();
    let mut counted: BTreeMap<Rgb, usize> = BTreeMap::new();
    for (colour, length) in runs.iter().flatten() {
        *counted.entry(*colour).or_default() += length;
    }
    let Palette {
        bits,
        colours,
        places,
    } = Palette::of(&counted);
    let mut indices: Vec<u8> = Vec::with_capacity(rows.len() * WIDTH as usize);
    for row in &runs {
        if row.is_empty() {
            indices.extend_from_within(indices.len() - WIDTH as usize..);
        }
        for (colour, length) in row {
            indices.resize(indices.len() + length, places[&rounded(*colour, bits)]);
        }
    }
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
