//! The files of photos: their addresses, and pictures in texts.

use super::context::Context;
use crate::encode;
use crate::markdown::{Resolved, ShownPicture};
use crate::pictures::{Format, Rendition, renditions};
use crate::records::{EventId, Photo};
use crate::source::SourcePath;

/// How wide a picture stands in a text, for browsers that choose a size: whatever the look, a line
/// that can be read holds some seventy letters.
const TEXT_SIZES: &str = "(min-width: 45rem) 42rem, 100vw";

/// A picture in a text, where it is a photo of the event that may be shown.
pub(super) fn photo_in_text(context: Context<'_>, photo: &Photo, first: bool) -> Resolved {
    let written_in = context.report[photo.event].language;
    let (src, Rendition { size, .. }) = largest(context, photo);
    let said = |text: &crate::words::Text| context.said_from(text, written_in).text;
    Resolved::Image(ShownPicture {
        src,
        srcset: srcset(context, photo, Format::Jpeg),
        sources: vec![(
            Format::Webp.media_type(),
            srcset(context, photo, Format::Webp),
        )],
        sizes: TEXT_SIZES,
        width: size.width,
        height: size.height,
        lazy: !first,
        alt: Some(photo.alt.as_ref().map(said).unwrap_or_default()),
        caption: photo.caption.as_ref().map(said),
    })
}

/// The photo that a file of an event is, if it is one that may be shown.
pub(super) fn photo_of_file<'a>(
    context: Context<'a>,
    event: EventId,
    file: &SourcePath,
) -> Option<&'a Photo> {
    let report = context.report;
    report[event]
        .photos
        .iter()
        .map(|photo| &report[*photo])
        .find(|photo| photo.file == *file)
}

/// The largest file for everybody, and its address.
pub(super) fn largest(context: Context<'_>, photo: &Photo) -> (String, Rendition) {
    let largest = renditions(photo.size)
        .into_iter()
        .rfind(|rendition| rendition.format == Format::Jpeg)
        .expect("every photo has a size");
    (photo_address(context, photo, largest), largest)
}

/// The files of a photo in one format, as `srcset` holds them.
pub(super) fn srcset(context: Context<'_>, photo: &Photo, format: Format) -> String {
    let of_format = renditions(photo.size)
        .into_iter()
        .filter(|rendition| rendition.format == format);
    // A comma would end an address there.
    let address = |rendition| photo_address(context, photo, rendition).replace(',', "%2C");
    of_format
        .map(|rendition| format!("{} {}w", address(rendition), rendition.size.width))
        .collect::<Vec<_>>()
        .join(", ")
}

fn photo_address(context: Context<'_>, photo: &Photo, rendition: Rendition) -> String {
    encode::path(
        &context.addresses().below(
            &context
                .addresses()
                .picture(context.report, photo, rendition),
        ),
    )
}
