//! Codes of registers, which spreadsheets take for numbers and rob of their zeros.

use super::super::table::CellValue;
use super::words::line;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::columns::register_named;
use crate::words::Language;

/// A code as its register writes it, and what is odd about it. `part` is the register's key.
pub(super) fn code(
    cell: &CellValue,
    part: &str,
    language: Language,
    found: &mut Vec<Diagnostic>,
) -> String {
    let code = line(&cell.shown(language));
    let register = register_named(part);
    if let Some(register) = register.filter(|register| code.chars().count() != register.length) {
        found.push(
            Diagnostic::of_site(Code::CodeLength)
                .with("code", part.to_uppercase())
                .with("length", register.length)
                .with("value", &code),
        );
    }
    code
}
