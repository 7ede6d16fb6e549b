//! Photos, in every size that they are published in: on cards, in galleries, in texts.

use serde::Serialize;

use super::cards::PartyTag;
use super::context::Context;
use super::local_text::LocalText;
use super::pictures::{largest, srcset};
use super::tags;
use crate::pictures::Format;
use crate::plan::fragments::photo_fragment;
use crate::records::PhotoId;
use crate::stable_hash::Shared;
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
        caption: context.said_some(photo.caption.as_ref(), written_in),
        credit: photo.credit.clone(),
        people: tags::parties(context, &photo.people),
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
