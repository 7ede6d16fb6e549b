//! What is asked of a workbook.

use jiff::civil::Date;

use crate::edit::proposal::Site;
use crate::intake::rows::Known;
use crate::schema::Kind;

/// What is to be in a workbook.
#[derive(Clone, Copy)]
pub struct WorkbookRequest<'a> {
    /// The site.
    pub site: Site<'a>,
    /// What cells may name.
    pub known: &'a Known,
    /// The folder of the event, where the kinds are of one, and what it is called.
    pub event: Option<(&'a str, &'a str)>,
    /// What the site is called.
    pub title: &'a str,
    /// The kinds, each a sheet, in this order.
    pub kinds: &'a [Kind],
    /// Whether it has no records: a form.
    pub is_empty: bool,
    /// The day on which it is made.
    pub made: Date,
}
