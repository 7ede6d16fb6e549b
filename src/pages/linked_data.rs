//! A page for machines that read the web: schema.org as JSON-LD.
//!
//! In: the page and what it is about. Out: a JSON text fit to stand in a script element. Only where
//! the site knows its own address, for it holds whole ones. Nothing is claimed that was not
//! recorded: a field without a record is left out. The terms are those of
//! <https://schema.org/version/latest>; the suite compiles what fixtures give against their types.

use serde_json::{Map, Value, json};

use super::cards::Crumb;
use super::context::Context;
use crate::plan::page::Page;
use crate::stable_hash::Shared;

/// An object that gets its fields one by one; what is not recorded is left out.
pub(super) struct Thing(Map<String, Value>);

impl Thing {
    pub(super) fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), json!(kind))]))
    }

    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    pub(super) fn with_some(self, name: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// A list, left out where it is empty.
    pub(super) fn with_all(self, name: &str, values: Vec<Value>) -> Self {
        if values.is_empty() {
            self
        } else {
            self.with(name, values)
        }
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        Self::Object(thing.0)
    }
}

/// The page as JSON-LD, escaped so that it cannot leave its script element; `None` where there is
/// nothing to say.
pub(super) fn graph(
    context: Context<'_>,
    trail: &[Shared<Crumb>],
    title: &str,
    thing: Option<Thing>,
    address: &str,
) -> Option<String> {
    let mut graph: Vec<Value> = thing.map(Value::from).into_iter().collect();
    graph.extend(breadcrumbs(context, trail, title, address));
    (!graph.is_empty())
        .then(|| in_script(&json!({ "@context": "https://schema.org", "@graph": graph })))
}

/// The way to a page, itself included.
fn breadcrumbs(
    context: Context<'_>,
    trail: &[Shared<Crumb>],
    title: &str,
    address: &str,
) -> Option<Value> {
    if trail.is_empty() {
        return None;
    }
    let step = |position: usize, name: &str, item: String| {
        Value::from(
            Thing::new("ListItem")
                .with("position", position)
                .with("name", name)
                .with("item", item),
        )
    };
    let mut steps: Vec<Value> = Vec::new();
    for (index, crumb) in trail.iter().enumerate() {
        steps.push(step(
            index + 1,
            &crumb.label.text,
            whole_address(context, &crumb.href)?,
        ));
    }
    steps.push(step(steps.len() + 1, title, address.to_owned()));
    Some(
        Thing::new("BreadcrumbList")
            .with("itemListElement", steps)
            .into(),
    )
}

/// The whole address of a page.
pub(super) fn address_of(context: Context<'_>, page: impl Into<Page>) -> Option<String> {
    context.addresses().absolute(
        &context
            .addresses()
            .path(context.report, page, context.language),
    )
}

/// The whole address of a link within the site.
fn whole_address(context: Context<'_>, href: &str) -> Option<String> {
    context
        .addresses()
        .absolute(href.strip_prefix(&context.config.base_path).unwrap_or(href))
}

/// JSON that ends no script element and no line of JavaScript, whatever its texts hold (HTML,
/// 4.12.1.3; ECMA-262, 12.3).
fn in_script(value: &Value) -> String {
    let json = value.to_string();
    let mut safe = String::with_capacity(json.len() + 32);
    for character in json.chars() {
        match character {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_script_element() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029} \"'\\";
        let safe = in_script(&json!({ "name": hostile }));
        assert_eq!(
            safe,
            r#"{"name":"\u003c/script\u003e\u003cscript\u003ealert(1)\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029 \"'\\"}"#
        );
        assert_eq!(
            serde_json::from_str::<Value>(&safe).expect("it is JSON still"),
            json!({ "name": hostile })
        );
    }
}
