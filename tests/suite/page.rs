//! A page as a browser reads it: where it leads, what it loads, what can be pointed at in it.
//! Judged with an HTML parser, never by searching in text.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::tree::Tree;

/// What a page holds that leads somewhere or could run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// What can be followed: `href` of `a` and `area`, and where a redirect leads.
    pub(crate) follows: Vec<String>,
    /// What a browser loads or a machine reads: `src`, `srcset`, `poster`, `data`, and `href` of
    /// `link`.
    pub(crate) loads: Vec<String>,
    /// What a fragment can point at.
    pub(crate) ids: Vec<String>,
    /// The names of the elements, and of the attributes with their values, for what must not be
    /// there.
    pub(crate) elements: BTreeSet<String>,
    /// Every attribute: name and value.
    pub(crate) attributes: BTreeSet<(String, String)>,
    /// Whether it only leads on.
    pub(crate) redirects: bool,
    /// The address that it says is its own.
    pub(crate) canonical: Option<String>,
}

impl Page {
    /// Reads a page.
    pub(crate) fn read(html: &str) -> Self {
        let page = RefCell::new(Self::default());
        let handler = element!("*", |element| {
            let mut page = page.borrow_mut();
            let tag = element.tag_name();
            for attribute in element.attributes() {
                let (name, value) = (attribute.name(), unescaped(&attribute.value()));
                match (tag.as_str(), name.as_str()) {
                    ("a" | "area", "href") => page.follows.push(value.clone()),
                    (
                        _,
                        "href" | "xlink:href" | "src" | "poster" | "data" | "action" | "formaction"
                        | "data-index",
                    ) => page.loads.push(value.clone()),
                    (_, "srcset") => page.loads.extend(
                        value
                            .split(',')
                            .filter_map(|part| Some(part.split_whitespace().next()?.to_owned())),
                    ),
                    (_, "id") => page.ids.push(value.clone()),
                    ("meta", "http-equiv") if value.eq_ignore_ascii_case("refresh") => {
                        page.redirects = true;
                    }
                    ("meta", "content") => {
                        if let Some((_, url)) = value.split_once("url=") {
                            page.follows.push(url.to_owned());
                        }
                    }
                    _ => {}
                }
                page.attributes.insert((name, value));
            }
            // The picture that a preview elsewhere shows.
            if element.get_attribute("property").as_deref() == Some("og:image") {
                page.follows
                    .extend(element.get_attribute("content").as_deref().map(unescaped));
            }
            if element.get_attribute("rel").as_deref() == Some("canonical") {
                page.canonical = element.get_attribute("href").as_deref().map(unescaped);
            }
            // A deferred script of the site's own is a file that the page loads, and what machines
            // read is data, of which a browser runs nothing (HTML, section 4.12.1); whatever else a
            // script is, it is code in the page.
            let kind = element.get_attribute("type");
            let is_script = element
                .get_attribute("src")
                .is_some_and(|source| source.starts_with('/') && !source.starts_with("//"))
                && kind.is_none()
                && element.has_attribute("defer");
            let is_data = kind.as_deref() == Some("application/ld+json")
                && element.get_attribute("src").is_none();
            if tag != "script" || !(is_script || is_data) {
                page.elements.insert(tag);
            }
            Ok(())
        });
        rewrite_str(
            html,
            RewriteStrSettings::new().append_element_content_handler(handler),
        )
        .unwrap_or_else(|error| panic!("the page cannot be parsed: {error}"));
        page.into_inner()
    }

    /// What could run in it, and must not: elements that hold or fetch code, attributes that are
    /// code, addresses that are code.
    pub(crate) fn what_could_run(&self) -> Vec<String> {
        const ELEMENTS: [&str; 8] = [
            "script",
            "iframe",
            "object",
            "embed",
            "applet",
            "frame",
            "base",
            "foreignobject",
        ];
        let mut found: Vec<String> = ELEMENTS
            .iter()
            .filter(|name| self.elements.contains(**name))
            .map(|name| format!("<{name}>"))
            .collect();
        for (name, value) in &self.attributes {
            let scheme: String = value
                .chars()
                .filter(|character| !character.is_whitespace() && !character.is_control())
                .collect::<String>()
                .to_lowercase();
            let is_code = ["javascript:", "vbscript:", "data:"]
                .iter()
                .any(|start| scheme.starts_with(start));
            if name.starts_with("on") || name == "style" || name == "srcdoc" || is_code {
                found.push(format!("{name}=\"{value}\""));
            }
        }
        found
    }
}

/// Every page of a site, by its path.
pub(crate) fn pages(site: &Tree) -> BTreeMap<String, Page> {
    site.pages()
        .map(|(path, text)| (path.to_owned(), Page::read(text)))
        .collect()
}

/// An attribute's value as a browser sees it: the parser gives it as it is written.
pub(crate) fn unescaped(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let character = after
            .split_once(';')
            .and_then(|(name, after)| Some((named(name)?, after)));
        match character {
            Some((character, after)) => {
                plain.push(character);
                rest = after;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain + rest
}

fn named(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

/// What an attribute says, on every element that a selector finds, in order.
pub(crate) fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let found = RefCell::new(Vec::new());
    let handler = element!(selector, |element| {
        found
            .borrow_mut()
            .extend(element.get_attribute(name).as_deref().map(unescaped));
        Ok(())
    });
    rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(handler),
    )
    .expect("a page can be parsed");
    found.into_inner()
}

/// The text of every element that a selector finds, in order, each as a browser has it.
pub(crate) fn texts(html: &str, selector: &str) -> Vec<String> {
    let found: RefCell<Vec<String>> = RefCell::new(Vec::new());
    let starts = element!(selector, |_element| {
        found.borrow_mut().push(String::new());
        Ok(())
    });
    let goes_on = text!(selector, |piece| {
        found
            .borrow_mut()
            .last_mut()
            .expect("text comes after its element")
            .push_str(piece.as_str());
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(starts)
        .append_element_content_handler(goes_on);
    rewrite_str(html, settings).expect("a page can be parsed");
    found
        .into_inner()
        .iter()
        .map(|text| unescaped(text))
        .collect()
}
