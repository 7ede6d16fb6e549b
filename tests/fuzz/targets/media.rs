//! Photos, films and other files, told apart by their bytes.

use bolero::check;
use oogst::pictures as media;
use oogst::pictures::endings::may_be_copied;
use oogst::pictures::media_file::is_readable_picture;

use crate::watch::{LONGEST, TIME, Watch};
use crate::words::{self, text};

#[test]
fn headers_of_photos() {
    let watch = Watch::over("headers of photos");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                is_judged(&picture(bytes));
            });
        });
}

/// A file is a picture that can be shown, or something else; what begins like a picture is one,
/// whatever follows.
fn is_judged(bytes: &[u8]) {
    let seen = media::detect(std::io::Cursor::new(bytes));
    if let Ok(seen) = seen {
        assert!(
            seen.size.width > 0
                && seen.size.height > 0
                && u64::from(seen.size.width) * u64::from(seen.size.height) <= 100_000_000
        );
    }
    // What is left of a picture of a look is what would be left of that.
    if let Ok(bare) = media::bare(bytes.to_vec()) {
        assert_eq!(media::bare(bare.clone()).ok(), Some(bare));
    }
    // What is stored of a picture is a picture, and there is nothing left to take out of it.
    if let Ok(taken) = media::taken_in(bytes.to_vec()) {
        let kind = media::detect(std::io::Cursor::new(&taken.bytes)).map(|seen| seen.kind);
        assert_eq!(kind, Ok(taken.kind));
        let again = media::taken_in(taken.bytes.clone());
        assert_eq!(again.map(|again| again.bytes), Ok(taken.bytes));
    }
    let begins_as_picture = [b"\xFF\xD8\xFF".as_slice(), b"\x89PNG\r\n\x1A\n", b"GIF89a"]
        .iter()
        .any(|start| bytes.starts_with(start));
    assert!(
        !begins_as_picture
            || is_readable_picture(seen) && !may_be_copied(seen, "media/a.dat", true),
        "{seen:?}"
    );
}

#[test]
fn what_files_are() {
    let watch = Watch::over("what files are");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                is_judged(bytes);
                is_judged(&boxes(bytes));
                is_judged(text(bytes, words::XML).as_bytes());
            });
        });
}

/// A film, in boxes that these bytes choose: each lies in the one before it or behind it.
fn boxes(bytes: &[u8]) -> Vec<u8> {
    const NAMES: [&[u8; 4]; 12] = [
        b"ftyp", b"moov", b"trak", b"udta", b"meta", b"hdlr", b"keys", b"\xA9xyz", b"stsd",
        b"uuid", b"mdat", b"ilst",
    ];
    let mut film = b"\0\0\0\x10ftypisom\0\0\0\0".to_vec();
    for pair in bytes.chunks_exact(2) {
        let length = [0_u32, 1, 7, 8, 16, 64, 1_000, u32::MAX][usize::from(pair[0]) % 8];
        film.extend(length.to_be_bytes());
        film.extend(NAMES[usize::from(pair[1]) % NAMES.len()]);
        film.extend(&pair[..usize::from(pair[0] / 128)]);
    }
    film
}

/// A picture of one of the kinds, in pieces that these bytes choose.
fn picture(bytes: &[u8]) -> Vec<u8> {
    const PIECES: &[&[u8]] = &[
        b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0",
        b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
        b"\xFF\xE1\xFF\xFFExif\0\0II*\0\xFF\xFF\xFF\xFF",
        b"\xFF\xC0\0\x11\x08\0\x10\0\x20\x03\x01\x22\0\x02\x11\x01\x03\x11\x01",
        b"\xFF\xC0\0\x02",
        b"\xFF\xDA\0\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0",
        b"\xFF\xD9",
        b"\xFF\xFF\xFF",
        b"\x89PNG\r\n\x1A\n",
        b"\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3A\x7E\x9B\x55",
        b"\xFF\xFF\xFF\xFFIHDR",
        b"\0\0\0\x08eXIfMM\0*\0\0\0\x08",
        b"\0\0\0\0IEND\xAE\x42\x60\x82",
        b"RIFF\x20\0\0\0WEBPVP8X\x0A\0\0\0\x10\0\0\0\x01\0\0\x01\0\0",
        b"EXIF\xFF\xFF\xFF\xFFII*\0",
        b"VP8 \x0A\0\0\0\x30\x01\0\x9D\x01\x2A\x01\0\x01\0",
        b"GIF89a\x01\0\x01\0\x80\0\0",
        b"ftypheic",
    ];
    const STARTS: [usize; 4] = [0, 8, 13, 16];
    let Some((how, rest)) = bytes.split_first() else {
        return Vec::new();
    };
    if how % 4 == 0 {
        return rest.to_vec();
    }
    let mut picture = PIECES[STARTS[usize::from(how / 4) % STARTS.len()]].to_vec();
    for byte in rest.iter().take(200) {
        match usize::from(*byte) {
            byte if byte < 128 => picture.extend_from_slice(PIECES[byte % PIECES.len()]),
            byte => picture.push(u8::try_from(byte).unwrap_or_default()),
        }
    }
    picture
}
