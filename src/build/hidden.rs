//! One mistake, one message: which mistakes hide records, and what is then reported of records that
//! are only hidden.

use crate::diagnostic::Code;

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
            | Code::PictureNotDeclared
            | Code::OnlyInPdf
            | Code::EventWithoutFile
            | Code::TranslationAlone
    )
}
