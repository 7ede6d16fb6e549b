//! What is counted of each loss, in words.

use super::model::Loss;
use crate::words::importing;
use crate::words::phrases::Noun;

impl Loss {
    /// What is counted of it.
    pub fn noun(self) -> Noun {
        match self {
            Self::Comment => importing::COMMENT,
            Self::Deletion => importing::DELETION,
            Self::Hidden => importing::HIDDEN,
            Self::Link => importing::LINK,
            Self::MergedTable => importing::MERGED_TABLE,
            Self::NestedTable => importing::NESTED_TABLE,
            Self::Contents => importing::CONTENTS,
            Self::Margin => importing::MARGIN,
            Self::PictureKind => importing::PICTURE_KIND,
            Self::PictureElsewhere => importing::PICTURE_ELSEWHERE,
            Self::PictureFacts => importing::PICTURE_FACTS,
            Self::Formula => importing::FORMULA,
            Self::Drawing => importing::DRAWING,
            Self::Embedded => importing::EMBEDDED,
        }
    }
}
