//! A form as a browser without a script has it: which controls there are, what is filled in, and
//! what is sent.

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The first form of a page that holds records, with what stands around it.
#[derive(Debug, Clone, Default)]
pub(super) struct ShownForm {
    /// What would be sent, in order: names and values.
    pub(super) pairs: Vec<(String, String)>,
    /// The names of all controls, buttons too.
    pub(super) controls: BTreeSet<String>,
    /// All ids.
    pub(super) ids: Vec<String>,
    /// The ids that something refers to: labels, descriptions, links.
    pub(super) named: Vec<String>,
    /// Controls that people fill in and that nothing names.
    pub(super) nameless: Vec<String>,
    /// What is wrong, as the summary says it.
    pub(super) mistakes: Vec<String>,
    /// The texts of what can be chosen or typed in, for what has to be there.
    pub(super) text: String,
}

impl ShownForm {
    pub(super) fn read(html: &str) -> Self {
        let document = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let mut form = Self::default();
        form.walk(&document.document, false, false);
        let labelled: BTreeSet<String> = form.named.iter().cloned().collect();
        form.nameless
            .retain(|id| id.is_empty() || !labelled.contains(id));
        form
    }

    fn walk(&mut self, node: &Handle, in_label: bool, in_summary: bool) {
        let (mut in_label, mut in_summary) = (in_label, in_summary);
        if let NodeData::Text { contents } = &node.data {
            self.text.push_str(&contents.borrow());
        }
        if let NodeData::Element { name, .. } = &node.data {
            let get = |wanted: &str| attribute(node, wanted);
            let value = |wanted: &str| get(wanted).unwrap_or_default();
            let tag = &*name.local;
            self.ids.extend(get("id"));
            self.named.extend(get("for"));
            let described = value("aria-describedby");
            self.named
                .extend(described.split_whitespace().map(ToOwned::to_owned));
            in_label |= tag == "label";
            in_summary |= value("id") == "summary";
            if tag == "a" && in_summary {
                self.named
                    .push(value("href").trim_start_matches('#').to_owned());
            }
            if tag == "li" && in_summary {
                self.mistakes.push(words(node));
            }
            let is_control = matches!(tag, "input" | "textarea" | "select");
            if is_control || tag == "button" {
                self.controls.extend(get("name"));
            }
            let is_hidden = value("type") == "hidden";
            if is_control && !is_hidden && !in_label && get("aria-label").is_none() {
                self.nameless.push(value("id"));
            }
            let filled = match tag {
                "input" if matches!(&*value("type"), "radio" | "checkbox") => {
                    get("checked").map(|_| value("value"))
                }
                "input" => Some(value("value")),
                "textarea" => Some(words(node)),
                "select" => Some(chosen(node)),
                _ => None,
            };
            if let (Some(name), Some(filled)) = (get("name"), filled) {
                self.pairs.push((name, filled));
            }
            if is_control {
                return;
            }
        }
        for child in node.children.borrow().iter() {
            self.walk(child, in_label, in_summary);
        }
    }

    /// Fills in a control that is there once.
    pub(super) fn fill(&mut self, name: &str, value: &str) -> &mut Self {
        self.fill_nth(name, 0, value)
    }

    /// Fills in one of the controls of a name.
    pub(super) fn fill_nth(&mut self, name: &str, number: usize, value: &str) -> &mut Self {
        assert!(
            self.controls.contains(name),
            "no control {name}: {:?}",
            self.controls
        );
        let mut same = self.pairs.iter_mut().filter(|(own, _)| own == name);
        match same.nth(number) {
            Some((_, own)) => value.clone_into(own),
            // A button that was not pressed, or the first of several that are.
            None => self.pairs.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// Presses a button, or marks what is to be marked.
    pub(super) fn press(&mut self, name: &str, value: &str) -> &mut Self {
        assert!(
            self.controls.contains(name),
            "no button {name}: {:?}",
            self.controls
        );
        self.pairs.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What is filled in for a name.
    pub(super) fn values(&self, name: &str) -> Vec<&str> {
        let same = self.pairs.iter().filter(|(own, _)| own == name);
        same.map(|(_, value)| value.as_str()).collect()
    }

    /// As it is sent, with the line ends that browsers send.
    pub(super) fn body(&self) -> String {
        let mut body = url_encoder();
        for (name, value) in &self.pairs {
            body.append_pair(name, &value.replace('\n', "\r\n"));
        }
        body.finish()
    }
}

fn url_encoder() -> form_urlencoded::Serializer<'static, String> {
    form_urlencoded::Serializer::new(String::new())
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attrs = attrs.borrow();
    let found = attrs
        .iter()
        .find(|attribute| &*attribute.name.local == wanted)?;
    Some(found.value.to_string())
}

fn words(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(words).collect(),
    }
}

/// What a list that opens has chosen: what is marked, else the first.
fn chosen(select: &Handle) -> String {
    let options = select.children.borrow();
    let marked = options
        .iter()
        .find(|option| attribute(option, "selected").is_some());
    let option = marked.or_else(|| {
        options
            .iter()
            .find(|option| attribute(option, "value").is_some())
    });
    option
        .and_then(|option| attribute(option, "value"))
        .unwrap_or_default()
}
