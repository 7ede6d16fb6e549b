//! What stands below a picture: a caption, and who took it.

use super::model::FoundPicture;

/// The pictures of the block that was read last: what follows in the style of captions is theirs.
#[derive(Debug, Default)]
pub(super) struct Captions {
    last: Option<usize>,
}

impl Captions {
    /// A block was read; `picture` is the last one in it.
    pub(super) fn block(&mut self, picture: Option<usize>) {
        self.last = picture;
    }

    /// The picture that a caption belongs to, if one stands right above it.
    pub(super) fn take(&mut self) -> Option<usize> {
        self.last.take()
    }
}

/// What a caption may call the maker of a photo.
const MAKERS: &[&str] = &[
    "foto:",
    "foto's:",
    "foto’s:",
    "fotograaf:",
    "fotografie:",
    "beeld:",
    "photo:",
    "photos:",
    "photographer:",
    "credit:",
];

/// Gives a picture the caption below it, without the name of its maker, which is kept apart.
pub(super) fn add_caption(picture: &mut FoundPicture, text: &str) {
    let lower = text.to_ascii_lowercase();
    let found = MAKERS
        .iter()
        .filter_map(|word| Some((lower.find(word)?, word.len())))
        .filter(|(place, _)| !text[..*place].ends_with(char::is_alphanumeric))
        .min();
    let is_edge = |sign: char| {
        sign.is_whitespace() || matches!(sign, '(' | ')' | '[' | ']' | '|' | '-' | '–' | ';' | ',')
    };
    let (caption, credit) = match found {
        Some((place, length)) => (&text[..place], &text[place + length..]),
        None => (text, ""),
    };
    let kept =
        |text: &str| Some(text.trim_matches(is_edge).to_owned()).filter(|text| !text.is_empty());
    let caption = if found.is_some() {
        kept(caption)
    } else {
        Some(caption.trim().to_owned()).filter(|text| !text.is_empty())
    };
    picture.caption = picture.caption.take().or(caption);
    let credit = kept(credit).map(|credit| credit.trim_end_matches('.').trim_end().to_owned());
    picture.credit = picture.credit.take().or(credit);
}

/// The description of a picture as one line; nothing where it is the name of a file.
pub(super) fn described(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim();
    let is_file = !line.contains(' ')
        && line.rsplit_once('.').is_some_and(|(_, ending)| {
            (2..=4).contains(&ending.len())
                && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    (!line.is_empty() && !is_file).then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_is_parted_from_the_name_of_its_maker() {
        for (text, caption, credit) in [
            ("Foto: Jan de Boer", None, Some("Jan de Boer")),
            (
                "De zaal (foto: Jan de Boer)",
                Some("De zaal"),
                Some("Jan de Boer"),
            ),
            (
                "De zaal. Fotografie: Studio B.V.",
                Some("De zaal."),
                Some("Studio B.V"),
            ),
            (
                "Een groepsfoto: iedereen lacht",
                Some("Een groepsfoto: iedereen lacht"),
                None,
            ),
            ("", None, None),
        ] {
            let mut picture = FoundPicture::default();
            add_caption(&mut picture, text);
            assert_eq!(picture.caption.as_deref(), caption, "{text}");
            assert_eq!(picture.credit.as_deref(), credit, "{text}");
        }
    }

    #[test]
    fn the_name_of_a_file_describes_nothing() {
        assert_eq!(described("IMG_2034.JPG"), None);
        assert_eq!(described(" \n"), None);
        assert_eq!(
            described("De zaal\nin Ommen.").as_deref(),
            Some("De zaal in Ommen.")
        );
    }
}
