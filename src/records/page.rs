//! Free pages: those of the writer's own.

use super::fields::flag;
use super::lookup::Lookup;
use super::reading::each;
use super::record::record;
use super::values::LongText;
use crate::schema::Kind;
use crate::source::Spanned;
use crate::words::Text;

record! {
    /// A free page: one of the writer's own, such as /over/.
    FreePage, shared, |_| Kind::Page;
    read(reading)
    title { title: Text, }
    found {
        summary: Option<Text>,
        text: Option<LongText>,
    }
    shown {
        menu: bool = !reading.fields().has("menu") || flag(reading.fields(), "menu"),
        aliases: Vec<Spanned<String>>,
    }
    linked {}
}

/// The free pages.
pub(super) fn pages(lookup: &mut Lookup<'_>) -> Vec<FreePage> {
    each(&lookup.registry.pages, lookup, FreePage::read)
}
