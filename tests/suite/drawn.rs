//! Pictures drawn by the suite, as cameras, phones and mischief makers would hand them in; and a
//! reader of what comes out.

use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

/// What cameras write, and nobody may read on the site.
pub(crate) const SECRETS: [&str; 4] = [
    "GEHEIM-SERIE-4711",
    "Jan Verborgen",
    "Thuisadres 12",
    "verborgen plek",
];

/// An upright picture of four fields: red, green, blue and yellow, as one reads.
pub(crate) fn fields(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => [220, 30, 30],
            (false, true) => [30, 160, 60],
            (true, false) => [40, 60, 200],
            (false, false) => [230, 200, 40],
        })
    })
}

/// The same picture as a camera stores it that was held so (Exif 2.32, tag 0x0112): written from
/// the standard's words, not from a library.
pub(crate) fn held(upright: &RgbImage, orientation: u16) -> RgbImage {
    let (width, height) = upright.dimensions();
    let mut stored = if orientation >= 5 {
        RgbImage::new(height, width)
    } else {
        RgbImage::new(width, height)
    };
    for (x, y, pixel) in upright.enumerate_pixels() {
        let (right, bottom) = (width - 1 - x, height - 1 - y);
        let (column, row) = match orientation {
            1 => (x, y),
            2 => (right, y),
            3 => (right, bottom),
            4 => (x, bottom),
            5 => (y, x),
            6 => (y, right),
            7 => (bottom, right),
            8 => (bottom, x),
            _ => panic!("there are eight"),
        };
        stored.put_pixel(column, row, *pixel);
    }
    stored
}

/// Exif data (Exif 2.32, section 4): the orientation, a serial number and a maker's name, and a
/// place on earth.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    let mut bytes = b"MM\0\x2A\0\0\0\x08".to_vec();
    let texts = [(0x010F_u16, SECRETS[1]), (0xA431, SECRETS[0])];
    let entries = 2 + texts.len();
    bytes.extend(u16::try_from(entries).expect("few").to_be_bytes());
    let entry = |bytes: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: u32| {
        bytes.extend(tag.to_be_bytes());
        bytes.extend(kind.to_be_bytes());
        bytes.extend(count.to_be_bytes());
        bytes.extend(value.to_be_bytes());
    };
    let mut behind = u32::try_from(8 + 2 + entries * 12 + 4).expect("short");
    let mut kept = Vec::new();
    let mut text = |bytes: &mut Vec<u8>, tag: u16, words: &str| {
        let length = u32::try_from(words.len() + 1).expect("short");
        entry(bytes, tag, 2, length, behind);
        kept.extend(words.bytes().chain([0]));
        behind += length;
    };
    text(&mut bytes, texts[0].0, texts[0].1);
    entry(&mut bytes, 0x0112, 3, 1, u32::from(orientation) << 16);
    text(&mut bytes, texts[1].0, texts[1].1);
    // The table of places: a latitude of which only the side is told is enough to be looked for.
    entry(&mut bytes, 0x8825, 4, 1, behind);
    bytes.extend([0; 4]);
    bytes.extend(kept);
    bytes.extend(1_u16.to_be_bytes());
    bytes.extend([0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0]);
    bytes.extend([0; 4]);
    bytes
}

/// A JPEG as a camera writes it: with all that it knows, before the picture and behind it.
pub(crate) fn jpeg(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let mut plain = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut plain, 95)
        .write_image(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .expect("a picture can be written");
    let mut bytes = plain[..2].to_vec();
    let segment = |bytes: &mut Vec<u8>, marker: u8, content: &[u8]| {
        bytes.extend([0xFF, marker]);
        bytes.extend(
            u16::try_from(content.len() + 2)
                .expect("short")
                .to_be_bytes(),
        );
        bytes.extend(content);
    };
    segment(
        &mut bytes,
        0xE1,
        &[b"Exif\0\0", exif(orientation).as_slice()].concat(),
    );
    segment(
        &mut bytes,
        0xE1,
        format!(
            "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{}</x:xmpmeta>",
            SECRETS[2]
        )
        .as_bytes(),
    );
    segment(
        &mut bytes,
        0xED,
        format!("Photoshop 3.0\08BIM{}", SECRETS[1]).as_bytes(),
    );
    segment(&mut bytes, 0xFE, SECRETS[3].as_bytes());
    bytes.extend(&plain[2..]);
    bytes.extend(SECRETS[3].as_bytes());
    bytes
}

/// A PNG, with what a camera knows and a comment.
pub(crate) fn png(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let mut plain = Vec::new();
    image::codecs::png::PngEncoder::new(&mut plain)
        .write_image(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .expect("a picture can be written");
    // Behind the header chunk, which takes 25 bytes after the eight of the signature.
    let mut bytes = plain[..33].to_vec();
    bytes.extend(chunk(*b"eXIf", &exif(orientation)));
    bytes.extend(chunk(
        *b"tEXt",
        format!("Author\0{}", SECRETS[1]).as_bytes(),
    ));
    bytes.extend(&plain[33..]);
    bytes
}

/// A PNG of nothing but a header that says how large it is, and too little else.
pub(crate) fn png_of_size(width: u32, height: u32) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, content) in [
        (*b"IHDR", header.as_slice()),
        (*b"IDAT", b"\x78\x9c\x03\0\0\0\0\x01"),
        (*b"IEND", b""),
    ] {
        bytes.extend(chunk(name, content));
    }
    bytes
}

fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(content.len())
        .expect("short")
        .to_be_bytes()
        .to_vec();
    let named = [name.as_slice(), content].concat();
    bytes.extend(&named);
    bytes.extend(sum(&named).to_be_bytes());
    bytes
}

/// The check sum of PNG (PNG 3, annex D).
fn sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 {
                0xEDB8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            }
        })
    })
}

/// A box of a film (ISO/IEC 14496-12, section 4.2).
pub(crate) fn boxed(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len() + 8)
        .expect("short")
        .to_be_bytes();
    [length.as_slice(), &name, content].concat()
}

/// A film of no pictures, with this in the box that describes it.
pub(crate) fn film(told: &[u8]) -> Vec<u8> {
    let about = [boxed(*b"mvhd", &[0; 100]), told.to_vec()].concat();
    [
        boxed(*b"ftyp", b"isom\0\0\x02\0isommp41"),
        boxed(*b"free", b""),
        boxed(*b"mdat", &[9; 300]),
        boxed(*b"moov", &about),
    ]
    .concat()
}

/// An icon of Windows, or a cursor.
pub(crate) fn icon(sort: u8) -> Vec<u8> {
    let mut bytes = vec![
        0, 0, sort, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 60, 0, 0, 0, 22, 0, 0, 0,
    ];
    bytes.extend([3; 60]);
    bytes
}

/// A Targa picture of four by four pixels, with the words at its end that newer ones have or
/// without.
fn targa(signed: bool) -> Vec<u8> {
    let mut bytes = vec![0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 4, 0, 24, 0x20];
    bytes.resize(18 + 4 * 4 * 3, 120);
    if signed {
        bytes.extend([0; 8]);
        bytes.extend(b"TRUEVISION-XFILE.\0");
    }
    bytes
}

/// Formats of pictures of which nothing can be taken out here, with the endings of their files.
pub(crate) fn unread() -> Vec<(&'static str, Vec<u8>)> {
    let brand = |brand: &[u8]| {
        [
            boxed(*b"ftyp", &[brand, b"\0\0\0\0", brand].concat()),
            boxed(*b"mdat", SECRETS[0].as_bytes()),
        ]
        .concat()
    };
    let begins = |bytes: &[u8]| [bytes, SECRETS[0].as_bytes(), &[0; 200]].concat();
    let at = |place: usize, bytes: &[u8]| {
        let mut file = vec![1; 300];
        file[place..place + bytes.len()].copy_from_slice(bytes);
        file
    };
    let mut bitmap =
        b"BM\x36\x04\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x10\0\0\0\x10\0\0\0\x01\0\x18\0".to_vec();
    bitmap.resize(0x436, 7);
    vec![
        ("heic", brand(b"heic")),
        ("heif", brand(b"mif1")),
        (
            "hif",
            [boxed(*b"ftyp", b"MSF1\0\0\0\0msf1heic"), vec![0; 50]].concat(),
        ),
        ("avif", brand(b"avif")),
        ("cr3", brand(b"crx ")),
        ("tif", begins(b"II\x2A\0\x08\0\0\0")),
        ("tiff", begins(b"MM\0\x2A\0\0\0\x08")),
        ("nef", begins(b"MM\0\x2A\0\0\0\x08\0\x12")),
        ("cr2", begins(b"II\x2A\0\x10\0\0\0CR\x02\0")),
        ("dng", begins(b"II\x2A\0\x08\0\0\0\x40\0")),
        ("arw", begins(b"II\x2A\0\x08\0\0\0\x15\0")),
        ("orf", begins(b"IIRO\x08\0\0\0")),
        ("raf", begins(b"FUJIFILMCCD-RAW 0201\0\0")),
        ("rw2", begins(b"IIU\0\x18\0\0\0")),
        ("jp2", begins(b"\0\0\0\x0CjP  \r\n\x87\n")),
        ("j2k", begins(b"\xFF\x4F\xFF\x51\0\x29")),
        ("jxl", begins(b"\xFF\x0A\xFA\x7F")),
        ("jxl", begins(b"\0\0\0\x0CJXL \r\n\x87\n")),
        ("ico", icon(1)),
        ("cur", icon(2)),
        ("tga", targa(true)),
        ("tga", targa(false)),
        ("bmp", bitmap),
        ("psd", begins(b"8BPS\0\x01\0\0\0\0\0\0\0\x03")),
        ("xcf", begins(b"gimp xcf v011\0")),
        ("jxr", begins(b"II\xBC\x01\x08\0\0\0")),
        ("mng", begins(b"\x8AMNG\r\n\x1A\n")),
        ("exr", begins(b"\x76\x2F\x31\x01\x02\0\0\0")),
        (
            "hdr",
            begins(b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 8 +X 8\n\0\x02"),
        ),
        ("dds", begins(b"DDS \x7C\0\0\0")),
        ("qoi", begins(b"qoif\0\0\0\x08\0\0\0\x08\x03\0")),
        ("pcx", begins(b"\x0A\x05\x01\x08\0\0\0\0")),
        ("ppm", b"P6\n# camera\n4 4\n255\n\0\x01\x02".to_vec()),
        ("pgm", b"P2\n4 1\n255\n0 1 2 3\n".to_vec()),
        ("dcm", at(128, b"DICM")),
        ("emf", at(40, b" EMF\0\0\x01\0")),
    ]
}

/// What stands in a published picture: the names of a WebP's chunks (RFC 9649), or of a JPEG's
/// segments (ITU T.81); anything that follows is `behind`.
pub(crate) fn parts(bytes: &[u8]) -> Vec<String> {
    let mut parts = Vec::new();
    if bytes.starts_with(b"RIFF") {
        let mut rest = &bytes[12..];
        while let [name @ .., _, _, _, _] = &rest[..rest.len().min(8)]
            && name.len() == 4
        {
            parts.push(String::from_utf8_lossy(name).into_owned());
            let length = u32::from_le_bytes(rest[4..8].try_into().expect("four bytes")) as usize;
            rest = &rest[8 + length + length % 2..];
        }
        return parts;
    }
    let mut at = 2;
    loop {
        let marker = bytes[at + 1];
        assert_eq!(bytes[at], 0xFF, "a segment begins at {at}");
        if marker == 0xD9 {
            parts.extend((bytes.len() > at + 2).then(|| "behind".to_owned()));
            return parts;
        }
        let length = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        parts.push(match marker {
            0xE0 => format!("APP0 {}", String::from_utf8_lossy(&bytes[at + 4..at + 8])),
            0xC0 => "SOF0".to_owned(),
            0xC4 => "DHT".to_owned(),
            0xDB => "DQT".to_owned(),
            0xDA => "SOS".to_owned(),
            other => format!("{other:02X}"),
        });
        at += 2 + length;
        if marker == 0xDA {
            while bytes[at] != 0xFF || bytes[at + 1] == 0 {
                at += 1;
            }
        }
    }
}
