//! A workbook to fill in and take over again: a sheet a kind, a row a record, with what each was when
//! the workbook was made.
//!
//! A cell holds only what reads back from it as the same value. What no cell can say is left out, and
//! told; taking the workbook over then leaves it as it is.

mod cells;
mod columns;
mod explained;
mod lists;
mod request;
mod sheets;
mod written;

pub use request::WorkbookRequest;
pub use sheets::{RecordWorkbook, UnsaidField, is_of_event};
