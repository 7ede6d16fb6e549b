//! A walk through a JPEG (ITU T.81): whether it is whole, and what a camera wrote in it.

use std::io::{BufRead, Read, Seek, SeekFrom};

use super::walked::{HeaderProblem, WalkedPicture, bytes, exif_bytes};
use crate::pictures::media_file::{Breach, Size};

/// Walks the segments of a JPEG (ITU T.81, annex B) up to the first scan, and makes sure that it
/// ends.
///
/// The size must stand in its frame, and that before the first scan: what stands elsewhere is other
/// bytes, and reads otherwise in a copy of which something is left out.
pub(super) fn jpeg(
    file: &mut (impl BufRead + Seek),
    length: u64,
    size: Size,
) -> Result<WalkedPicture, HeaderProblem> {
    let mut exif = None;
    let mut has_frame = false;
    // Where colours come in several scans, all of them are kept until the last.
    let (mut colours, mut is_whole) = (3, true);
    // How many colours there are, where some are kept at half the size. In scans of their own the
    // decoder (zune-jpeg 0.5.15) reads these wrongly and does not say so; no camera writes that.
    let mut sampled: Option<u8> = None;
    bytes::<2>(file)?;
    loop {
        match marker(file)? {
            0x01 | 0xD0..=0xD8 => {}
            // The end, before any picture.
            0xD9 => return Err(Breach::CutOff.into()),
            0xDA => {
                if !has_frame {
                    return Err(Breach::Nonsense.into());
                }
                let [_, _, components] = bytes(file)?;
                if sampled.is_some_and(|all| components < all) {
                    return Err(Breach::Unusual.into());
                }
                is_whole &= components >= colours;
                break;
            }
            code @ (0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF) => {
                let frame = JpegFrame::read(file, code)?;
                if frame.size != size {
                    return Err(Breach::Nonsense.into());
                }
                has_frame = true;
                colours = frame.components.min(4);
                is_whole = frame.is_whole;
                sampled = (frame.is_whole && frame.is_halved).then_some(frame.components);
            }
            0xE1 if exif.is_none() => {
                let segment = segment_length(file)?;
                let start = file.stream_position()?;
                exif = exif_bytes(file, segment.into())?;
                file.seek(SeekFrom::Start(start + u64::from(segment)))?;
            }
            _ => pass_over(file)?,
        }
    }
    let scan = file.stream_position()?;
    file.seek(SeekFrom::Start(length.saturating_sub(2)))?;
    if bytes::<2>(file)? != [0xFF, 0xD9] {
        // Phones add things behind the end; then only reading on tells whether there is one.
        file.seek(SeekFrom::Start(scan))?;
        to_the_end(file)?;
    }
    Ok(WalkedPicture {
        exif,
        bytes_a_pixel: if is_whole { 4 } else { 3 + 2 * colours },
    })
}

/// The frame of a JPEG: how its picture is kept.
struct JpegFrame {
    size: Size,
    /// How many colours there are.
    components: u8,
    /// Whether the picture is kept as it is, and not in steps that each make it finer.
    is_whole: bool,
    /// Whether some colours are kept at another size.
    is_halved: bool,
}

impl JpegFrame {
    /// Reads the segment behind this marker. Section B.2.2: a byte for the depth, two for the
    /// height, two for the width, one for the number of colours, three for each.
    fn read(file: &mut impl Read, marker: u8) -> Result<Self, HeaderProblem> {
        let mut frame = vec![0; segment_length(file)?.into()];
        file.read_exact(&mut frame)?;
        let Some(([_, h1, h2, w1, w2, components], factors)) = frame.split_first_chunk() else {
            return Err(Breach::Nonsense.into());
        };
        if factors.len() != 3 * usize::from(*components) {
            return Err(Breach::Nonsense.into());
        }
        Ok(Self {
            size: Size {
                width: u16::from_be_bytes([*w1, *w2]).into(),
                height: u16::from_be_bytes([*h1, *h2]).into(),
            },
            components: *components,
            is_whole: matches!(marker, 0xC0 | 0xC1),
            is_halved: factors
                .chunks_exact(3)
                .any(|component| component[1] != 0x11),
        })
    }
}

/// The length of a segment without the two bytes that it stands in.
fn segment_length(file: &mut impl Read) -> Result<u16, HeaderProblem> {
    let written = u16::from_be_bytes(bytes(file)?);
    Ok(written.checked_sub(2).ok_or(Breach::Nonsense)?)
}

/// The next marker: 0xFF, perhaps several, and its code.
fn marker(file: &mut impl Read) -> Result<u8, HeaderProblem> {
    let [first] = bytes(file)?;
    if first != 0xFF {
        return Err(Breach::Nonsense.into());
    }
    loop {
        match bytes(file)? {
            [0xFF] => {}
            [code] => return Ok(code),
        }
    }
}

/// Reads the scans of a JPEG to the marker of its end. Tables between scans are passed over by
/// their length: they may hold any bytes.
fn to_the_end(file: &mut (impl BufRead + Seek)) -> Result<(), HeaderProblem> {
    loop {
        let buffer = file.fill_buf()?;
        let Some(place) = buffer.iter().position(|byte| *byte == 0xFF) else {
            let length = buffer.len();
            if length == 0 {
                return Err(Breach::CutOff.into());
            }
            file.consume(length);
            continue;
        };
        file.consume(place);
        match marker(file)? {
            0xD9 => return Ok(()),
            // A plain 0xFF of the picture, or the marker of a part that can be read by itself.
            0x00 | 0x01 | 0xD0..=0xD8 => {}
            _ => pass_over(file)?,
        }
    }
}

/// Passes over a segment, whose length stands before it.
fn pass_over(file: &mut (impl BufRead + Seek)) -> Result<(), HeaderProblem> {
    let segment = segment_length(file)?;
    Ok(file.seek_relative(segment.into())?)
}
