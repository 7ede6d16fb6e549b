//! One mistake, one message: which mistakes hide records, and what is then reported of records that
//! are only hidden.

use crate::diagnostic::{Code, Diagnostic};

/// What keeps a text from being read, so that its records look as if they were not there.
pub(super) fn hides_records(code: Code) -> bool {
    matches!(
        code,
        Code::NotUtf8
            | Code::Utf16
            | Code::FileTooLarge
            | Code::LinkLeavesSite
            | Code::BadFileName
            | Code::UnknownFolder
            | Code::TomlSyntax
            | Code::TooDeep
            | Code::FrontMatterOpen
            | Code::FrontMatterMissing
            | Code::FrontMatterYaml
            | Code::UnknownKind
            | Code::KindNotHere
    )
}

/// What is reported of records that a broken text may hide.
pub(super) fn follows_from_broken_text(code: Code) -> bool {
    matches!(
        code,
        Code::UnknownEvent
            | Code::UnknownRegion
            | Code::UnknownTheme
            | Code::UnknownSeries
            | Code::UnknownParty
            | Code::UnknownRecord
            | Code::UpdateOfUnknown
            | Code::BrokenLink
            | Code::NearlyKnown
            | Code::NoRegion
            | Code::NoTheme
            | Code::NoRole
            | Code::PhotosUnnamed
            | Code::UnreadFiles
            | Code::PictureNotDeclared
            | Code::OnlyInPdf
            | Code::EventWithoutFile
            | Code::TranslationAlone
    )
}

/// Takes out what is only the effect of another mistake: a region that is spelled wrongly leaves
/// records without one, and the spelling is the mistake; a photo whose name is spelled wrongly leaves
/// its file without one.
pub(super) fn without_effects(diagnostics: &mut Vec<Diagnostic>) {
    for (cause, effect) in [
        (Code::UnknownRegion, Code::NoRegion),
        (Code::UnknownTheme, Code::NoTheme),
        (Code::PhotoFileMissing, Code::PhotosUnnamed),
        (Code::FixedName, Code::EventWithoutFile),
        (Code::FixedName, Code::UnreadFile),
    ] {
        if diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code == cause)
        {
            diagnostics.retain(|diagnostic| diagnostic.code != effect);
        }
    }
}
