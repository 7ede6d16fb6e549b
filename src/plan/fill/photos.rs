//! Photos, in every size that they are published in: on cards, in galleries, in texts.

use super::Speaking;
use crate::content::markdown::{Picture, Resolved};
use crate::media::{Format, Rendition, renditions};
use crate::plan::address::{percent_encoded, photo_fragment};
use crate::plan::view::{PhotoCard, PhotoSource};
use crate::report::{EventId, Photo, PhotoId};
use crate::source::SourcePath;
use crate::words::phrases;

/// How wide a picture stands in a text, for browsers that choose a size: whatever the look, a line
/// that can be read holds some seventy letters.
const TEXT_SIZES: &str = "(min-width: 45rem) 42rem, 100vw";

impl Speaking<'_> {
    /// A photo by itself; `first` if it is the first of its page.
    pub(super) fn photo(self, id: PhotoId, first: bool) -> PhotoCard {
        let photo = &self.report()[id];
        let written_in = self.report()[photo.event].language;
        let (src, largest) = self.largest(photo);
        PhotoCard {
            id: photo_fragment(self.report(), id),
            sources: vec![PhotoSource {
                media_type: Format::Webp.media_type(),
                srcset: self.srcset(photo, Format::Webp),
            }],
            srcset: self.srcset(photo, Format::Jpeg),
            src,
            width: largest.size.width,
            height: largest.size.height,
            lazy: !first,
            position: None,
            alt: photo
                .alt
                .as_ref()
                .map_or_else(|| self.own(""), |alt| self.said_from(alt, written_in)),
            caption: photo
                .caption
                .as_ref()
                .map(|caption| self.said_from(caption, written_in)),
            credit: photo.credit.clone(),
            people: self.parties(&photo.people),
        }
    }

    /// Photos that stand together; `first` if the page has none before them.
    pub(super) fn gallery(self, photos: &[PhotoId], first: bool) -> Vec<PhotoCard> {
        let number = photos.len();
        let position = |index: usize| {
            (number > 1).then(|| phrases::photo_of(index + 1, number, self.language))
        };
        photos
            .iter()
            .enumerate()
            .map(|(index, id)| PhotoCard {
                position: position(index),
                ..self.photo(*id, first && index == 0)
            })
            .collect()
    }

    /// A picture in a text, where it is a photo of the event that may be shown.
    pub(super) fn photo_in_text(self, photo: &Photo, first: bool) -> Resolved {
        let written_in = self.report()[photo.event].language;
        let (src, Rendition { size, .. }) = self.largest(photo);
        let said = |text: &crate::words::Text| self.said_from(text, written_in).text;
        Resolved::Image(Picture {
            src,
            srcset: self.srcset(photo, Format::Jpeg),
            sources: vec![(Format::Webp.media_type(), self.srcset(photo, Format::Webp))],
            sizes: TEXT_SIZES,
            width: size.width,
            height: size.height,
            lazy: !first,
            alt: Some(photo.alt.as_ref().map(said).unwrap_or_default()),
            caption: photo.caption.as_ref().map(said),
        })
    }

    /// The photo that a file of an event is, if it is one that may be shown.
    pub(super) fn photo_of_file(&self, event: EventId, file: &SourcePath) -> Option<&Photo> {
        let report = self.report();
        report[event]
            .photos
            .iter()
            .map(|photo| &report[*photo])
            .find(|photo| photo.file == *file)
    }

    /// The largest file for everybody, and its address.
    pub(super) fn largest(self, photo: &Photo) -> (String, Rendition) {
        let largest = renditions(photo.size)
            .into_iter()
            .rfind(|rendition| rendition.format == Format::Jpeg)
            .expect("every photo has a size");
        (self.photo_address(photo, largest), largest)
    }

    /// The files of a photo in one format, as `srcset` holds them.
    fn srcset(self, photo: &Photo, format: Format) -> String {
        let of_format = renditions(photo.size)
            .into_iter()
            .filter(|rendition| rendition.format == format);
        // A comma would end an address there.
        let address = |rendition| self.photo_address(photo, rendition).replace(',', "%2C");
        of_format
            .map(|rendition| format!("{} {}w", address(rendition), rendition.size.width))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn photo_address(self, photo: &Photo, rendition: Rendition) -> String {
        percent_encoded(&self.addresses().below(&self.addresses().picture(
            self.report(),
            photo,
            rendition,
        )))
    }
}
