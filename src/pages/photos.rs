//! Photos, in every size that they are published in: on cards, in galleries, in texts.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::card_cache;
use super::context::Context;
use crate::markdown::{Resolved, ShownPicture};
use crate::media::{Format, Rendition, renditions};
use crate::pages::view::{LocalText, PartyTag};
use crate::plan::address::percent_encoded;
use crate::plan::fragments::photo_fragment;
use crate::report::{EventId, Photo, PhotoId};
use crate::shared::Shared;
use crate::source::SourcePath;
use crate::words::phrases;

/// A photo, in every size and format that it is published in. How wide it stands on the page, which
/// browsers want to know before they choose (`sizes`), is the look's to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoCard {
    pub id: String,
    /// What a browser may choose from besides `srcset`, the best first.
    pub sources: Vec<PhotoSource>,
    /// The sizes of `src`: `…-480.jpg 480w, …-960.jpg 960w`.
    pub srcset: String,
    /// The photo at its largest, as JPEG: for browsers that know neither, and to look at by itself.
    pub src: String,
    /// The size of `src`, for a browser to keep its place.
    pub width: u32,
    pub height: u32,
    /// Whether a browser may wait with it until a reader comes near: so for all but the first of a
    /// page.
    pub lazy: bool,
    /// "Foto 2 van 5", where it stands among others.
    pub position: Option<String>,
    /// Empty for a decorative photo.
    pub alt: LocalText,
    pub caption: Option<LocalText>,
    pub credit: Option<String>,
    pub people: Vec<Shared<PartyTag>>,
}

/// A photo in one format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoSource {
    /// `image/webp`.
    pub media_type: &'static str,
    pub srcset: String,
}

/// How wide a picture stands in a text, for browsers that choose a size: whatever the look, a line
/// that can be read holds some seventy letters.
const TEXT_SIZES: &str = "(min-width: 45rem) 42rem, 100vw";

/// A photo by itself; `first` if it is the first of its page.
pub(super) fn photo(context: Context<'_>, id: PhotoId, first: bool) -> PhotoCard {
    let photo = &context.report[id];
    let written_in = context.report[photo.event].language;
    let (src, largest) = largest(context, photo);
    PhotoCard {
        id: photo_fragment(context.report, id, context.language),
        sources: vec![PhotoSource {
            media_type: Format::Webp.media_type(),
            srcset: srcset(context, photo, Format::Webp),
        }],
        srcset: srcset(context, photo, Format::Jpeg),
        src,
        width: largest.size.width,
        height: largest.size.height,
        lazy: !first,
        position: None,
        alt: photo
            .alt
            .as_ref()
            .map_or_else(|| context.own(""), |alt| context.said_from(alt, written_in)),
        caption: photo
            .caption
            .as_ref()
            .map(|caption| context.said_from(caption, written_in)),
        credit: photo.credit.clone(),
        people: card_cache::parties(context, &photo.people),
    }
}

/// Photos that stand together; `first` if the page has none before them.
pub(super) fn gallery(context: Context<'_>, photos: &[PhotoId], first: bool) -> Vec<PhotoCard> {
    let number = photos.len();
    let position =
        |index: usize| (number > 1).then(|| phrases::photo_of(index + 1, number, context.language));
    photos
        .iter()
        .enumerate()
        .map(|(index, id)| PhotoCard {
            position: position(index),
            ..photo(context, *id, first && index == 0)
        })
        .collect()
}

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
fn srcset(context: Context<'_>, photo: &Photo, format: Format) -> String {
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
    percent_encoded(
        &context.addresses().below(
            &context
                .addresses()
                .picture(context.report, photo, rendition),
        ),
    )
}
