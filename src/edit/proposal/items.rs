//! Items of lists: some are added, some go, some change, and the others stay letter for letter, with
//! their lines and what is noted behind them.

use super::groups::set_groups;
use super::list_text::{ListDifference, ListItem, ListText};
use super::record_text::RecordText;
use super::spelled;
use super::wanted_text::one_text;
use crate::edit::Splices;
use crate::schema::value::{FieldEntry, IdOrInline, PartyWritten, Value};
use crate::schema::wanted::FieldValue;

/// Makes a list hold other items. Gives whether that could be done item by item; else nothing is
/// changed.
pub(super) fn set_items(
    place: &RecordText<'_>,
    entry: &FieldEntry,
    value: &FieldValue,
    splices: &mut Splices,
) -> bool {
    let items = match (&entry.value.value, value) {
        (Value::Tables(tables), FieldValue::Groups(groups)) => {
            return set_groups(place, entry, tables, groups, splices);
        }
        (value, FieldValue::List(items)) => items_of(value).map(|now| (now, items)),
        _ => None,
    };
    let Some((now, items)) = items else {
        return false;
    };
    let Some(list) = ListText::of(place, entry, &now) else {
        return false;
    };
    let field = &place.record.fields.schema[entry.field];
    let site = place.site;
    let says = |text: &str| {
        one_text(
            &FieldValue::Line(text.to_owned()),
            field,
            site.language,
            site.id_of,
        )
    };
    let written: Vec<String> = now.iter().map(|item| item.words(place.text)).collect();
    let now_says: Vec<String> = written.iter().map(|words| says(words)).collect();
    let wanted_says: Vec<String> = items.iter().map(|item| says(item)).collect();
    let spell = |item: &String| match now.iter().zip(&written).find(|(_, words)| *words == item) {
        Some((ListItem { words: None, .. }, raw)) => raw.clone(),
        _ => spelled::string(item),
    };
    let difference = ListDifference::of(&now_says, &wanted_says);
    let added: Vec<String> = items[difference.added.clone()].iter().map(spell).collect();
    if !list.put_in(difference.removed.start, &added, splices) {
        return false;
    }
    list.take_out(difference.removed.clone(), splices);
    for (old, new) in difference.paired {
        if now_says[old] != wanted_says[new] {
            splices.replace(now[old].place, spell(&items[new]));
        }
    }
    true
}

/// The items of a list; none where their places are not known.
fn items_of(value: &Value) -> Option<Vec<ListItem>> {
    let of_words = |words: &crate::source::Spanned<String>| ListItem {
        place: words.span,
        words: Some(words.value.clone()),
    };
    match value {
        Value::Many(items) | Value::Lines(items) => Some(items.iter().map(of_words).collect()),
        Value::ManyOrInline(items) => Some(
            items
                .iter()
                .map(|item| match item {
                    IdOrInline::Id(words) => of_words(words),
                    IdOrInline::Inline(_, span) => ListItem::at(*span),
                })
                .collect(),
        ),
        Value::Parties(parties) => parties
            .iter()
            .map(|party| match party {
                PartyWritten::Words(words) => Some(of_words(words)),
                PartyWritten::Named { .. } => None,
            })
            .collect(),
        _ => None,
    }
}
