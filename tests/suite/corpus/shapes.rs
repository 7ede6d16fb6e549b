//! The shape of a file: its structure without its words, for HTML, XML, calendars and stylesheets.

use std::collections::{BTreeMap, BTreeSet};

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Elements that no writer may bring into a page.
const NEVER: [&str; 14] = [
    "iframe",
    "object",
    "embed",
    "applet",
    "frame",
    "frameset",
    "base",
    "style",
    "foreignobject",
    "animate",
    "set",
    "math",
    "audio",
    "video",
];

/// Attributes that hold an address.
const ADDRESSES: [&str; 12] = [
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "cite",
    "background",
    "ping",
    "manifest",
    "data-index",
    "data-href",
];

/// What a page is made of, as a browser's parser has it.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    /// Every element with the names of its attributes, and how often each element is there.
    pub(crate) attributes: BTreeSet<(String, String)>,
    pub(crate) elements: BTreeMap<String, usize>,
    /// What can run or leads where it must not.
    pub(crate) faults: Vec<String>,
    /// The text between tags, piece by piece.
    pub(crate) texts: Vec<String>,
    /// The values of all attributes.
    pub(crate) values: Vec<String>,
    /// Data for machines.
    pub(crate) data: Vec<String>,
}

impl Shape {
    /// Parses a page.
    pub(crate) fn of(html: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let mut shape = Self::default();
        // Not by calling itself: a page may be as deep as its texts are hostile. The tree is held
        // until the end: a node that is let go takes its children's children along.
        let mut open: Vec<Handle> = vec![Handle::clone(&dom.document)];
        // The one comment of a page is the program's own mark, behind all else.
        let mark = dom
            .document
            .children
            .borrow()
            .last()
            .filter(|node| is_mark(node))
            .map(Handle::clone);
        while let Some(node) = open.pop() {
            if mark
                .as_ref()
                .is_some_and(|mark| std::rc::Rc::ptr_eq(mark, &node))
            {
                continue;
            }
            shape.take(&node);
            open.extend(node.children.borrow().iter().rev().cloned());
            if let NodeData::Element {
                template_contents, ..
            } = &node.data
            {
                open.extend(template_contents.borrow().iter().cloned());
            }
        }
        shape
    }

    fn take(&mut self, node: &Handle) {
        match &node.data {
            NodeData::Text { contents } => self.texts.push(contents.borrow().to_string()),
            NodeData::Comment { contents } => {
                self.faults.push(format!("the comment <!--{contents}-->"));
            }
            NodeData::ProcessingInstruction { target, .. } => {
                self.faults.push(format!("the instruction {target}"));
            }
            NodeData::Element { name, attrs, .. } => {
                let element = name.local.to_string();
                let attributes: BTreeMap<String, String> = attrs
                    .borrow()
                    .iter()
                    .map(|attribute| {
                        (
                            attribute.name.local.to_string(),
                            attribute.value.to_string(),
                        )
                    })
                    .collect();
                self.judge(&element, &attributes);
                if element == "script"
                    && attributes
                        .get("type")
                        .is_some_and(|kind| kind == "application/ld+json")
                {
                    self.data
                        .push(node.children.borrow().iter().map(text_of).collect());
                }
                self.attributes.insert((element.clone(), String::new()));
                self.attributes.extend(
                    attributes
                        .keys()
                        .map(|name| (element.clone(), name.clone())),
                );
                self.values.extend(attributes.into_values());
                *self.elements.entry(element).or_default() += 1;
            }
            NodeData::Document | NodeData::Doctype { .. } => {}
        }
    }

    /// No element that fetches or runs, no attribute that is code, no address but of the four
    /// kinds.
    fn judge(&mut self, element: &str, attributes: &BTreeMap<String, String>) {
        if NEVER.contains(&element) {
            self.faults.push(format!("<{element}>"));
        }
        for (name, value) in attributes {
            if name.starts_with("on")
                || matches!(name.as_str(), "style" | "srcdoc" | "nonce" | "is" | "slot")
            {
                self.faults.push(format!("<{element} {name}={value:?}>"));
            }
            if !ADDRESSES.contains(&name.as_str()) {
                continue;
            }
            if !is_fine(element, value) {
                self.faults.push(format!("<{element} {name}={value:?}>"));
            }
        }
        let source = attributes
            .get("src")
            .filter(|source| source.starts_with('/'));
        let kind = attributes.get("type").map(String::as_str);
        let is_script = kind.is_none() && attributes.contains_key("defer") && source.is_some();
        let is_data = attributes
            .get("type")
            .is_some_and(|kind| kind == "application/ld+json")
            && !attributes.contains_key("src");
        if element == "script" && !is_script && !is_data {
            self.faults.push(format!("<script {attributes:?}>"));
        }
        if element == "meta"
            && attributes.contains_key("http-equiv")
            && attributes["http-equiv"] != "Content-Security-Policy"
        {
            self.faults.push(format!("<meta {attributes:?}>"));
        }
    }
}

/// Whether an element may lead to an address.
fn is_fine(element: &str, value: &str) -> bool {
    // As a browser does: white space around it and tabs and line ends in it do not count
    // (URL Standard, section 4.4).
    let address: String = value
        .trim_matches(|sign: char| sign <= ' ')
        .chars()
        .filter(|sign| !matches!(sign, '\t' | '\n' | '\r'))
        .collect();
    let scheme = address
        .split_once(['/', '?', '#'])
        .map_or(address.as_str(), |(before, _)| before)
        .split_once(':')
        .map(|(scheme, _)| scheme);
    match scheme.map(str::to_ascii_lowercase).as_deref() {
        None => !address.starts_with("//") && !address.contains('\\'),
        Some("http" | "https") => {
            element == "a" || element == "link" && !address.contains("kwaad.example")
        }
        Some("mailto" | "tel") => element == "a",
        Some(_) => false,
    }
}

/// Whether a node is the mark of the program.
fn is_mark(node: &Handle) -> bool {
    matches!(&node.data, NodeData::Comment { contents } if says_mark(contents))
}

/// Whether a comment is the mark of the program: its name and sixteen hexadecimal digits, and not a
/// letter of anybody's.
fn says_mark(comment: &str) -> bool {
    let digits = comment
        .strip_prefix(" oogst ")
        .and_then(|rest| rest.strip_suffix(' '));
    digits.is_some_and(|digits| {
        digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn text_of(node: &Handle) -> String {
    if let NodeData::Text { contents } = &node.data {
        contents.borrow().to_string()
    } else {
        String::new()
    }
}

/// The names of elements and attributes of an XML document, each in the order of the text; every
/// character one that XML can have.
pub(crate) fn xml_shape(xml: &str) -> Result<Vec<String>, String> {
    use quick_xml::events::Event;
    // The program's own mark, behind all else.
    let is_mark = |line: &str| {
        line.strip_prefix("<!--")
            .and_then(|line| line.strip_suffix("-->"))
            .is_some_and(says_mark)
    };
    let last = xml
        .trim_end_matches('\n')
        .rfind('\n')
        .map_or(0, |place| place + 1);
    let xml = if is_mark(xml[last..].trim_end_matches('\n')) {
        &xml[..last]
    } else {
        xml
    };
    if let Some(character) =
        xml.chars().find(|character| !matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..))
    {
        return Err(format!("U+{:04X} cannot stand in XML", u32::from(character)));
    }
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut names = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(element) | Event::Empty(element) => {
                names.push(element.name().as_ref().to_owned());
                for attribute in element.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    names.push(format!("@{}", attribute.key.as_ref()));
                }
            }
            Event::DocType(_) | Event::PI(_) | Event::CData(_) | Event::Comment(_) => {
                return Err("more than elements and text".to_owned());
            }
            Event::GeneralRef(name) => {
                let name: &str = &name;
                if !name.starts_with('#') && !["amp", "lt", "gt", "quot", "apos"].contains(&name) {
                    return Err(format!("the entity {name}"));
                }
            }
            Event::Eof => return Ok(names),
            Event::Text(_) | Event::End(_) | Event::Decl(_) => {}
        }
    }
}

/// The names of a calendar's properties, line by line (RFC 5545, sections 3.1 and 3.3.11).
pub(crate) fn calendar_shape(bytes: &[u8]) -> Result<Vec<String>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let whole = text
        .strip_suffix("\r\n")
        .ok_or("the last line has no end")?;
    for line in whole.split("\r\n") {
        if line.len() > 75 {
            return Err(format!("a line of {} octets", line.len()));
        }
        if let Some(character) = line.chars().find(|character| character.is_control()) {
            return Err(format!("U+{:04X} in a line", u32::from(character)));
        }
    }
    let mut names = Vec::new();
    for line in whole.replace("\r\n ", "").split("\r\n") {
        let (name, value) = line
            .split_once(':')
            .ok_or_else(|| format!("`{line}` is no property"))?;
        let bare = name.split(';').next().unwrap_or_default();
        if bare.is_empty()
            || !bare
                .chars()
                .all(|character| character.is_ascii_uppercase() || character == '-')
        {
            return Err(format!("`{name}` is no name of a property"));
        }
        if matches!(bare, "SUMMARY" | "DESCRIPTION" | "LOCATION") {
            let mut signs = value.chars();
            while let Some(sign) = signs.next() {
                let is_fine = match sign {
                    '\\' => matches!(signs.next(), Some('\\' | ';' | ',' | 'n')),
                    other => !matches!(other, ';' | ','),
                };
                if !is_fine {
                    return Err(format!("`{value}` is not escaped"));
                }
            }
        }
        // A component is one of few, whatever is written.
        names.push(if matches!(bare, "BEGIN" | "END") {
            line.to_owned()
        } else {
            name.to_owned()
        });
    }
    Ok(names)
}

/// The rules of a stylesheet as a browser has them: at-rules with what stands behind their name,
/// selectors, and the names of declarations.
pub(crate) fn css_shape(css: &str) -> Result<Vec<String>, String> {
    let mut input = cssparser::ParserInput::new(css);
    let mut parser = cssparser::Parser::new(&mut input);
    let mut shape = Vec::new();
    walk_css(&mut parser, &mut shape, 0)?;
    Ok(shape)
}

fn walk_css(
    parser: &mut cssparser::Parser<'_, '_>,
    shape: &mut Vec<String>,
    depth: usize,
) -> Result<(), String> {
    use cssparser::Token;
    while let Ok(token) = parser.next_including_whitespace_and_comments() {
        let token = token.clone();
        match &token {
            Token::BadString(_)
            | Token::BadUrl(_)
            | Token::CloseCurlyBracket
            | Token::CloseParenthesis
            | Token::CloseSquareBracket => {
                return Err(format!("{token:?} in a stylesheet"));
            }
            Token::AtKeyword(name) => shape.push(format!("@{name}")),
            Token::Ident(name) if depth > 0 => shape.push(name.to_string()),
            Token::UnquotedUrl(address) => shape.push(format!("url {}", host(address))),
            Token::QuotedString(text) if text.contains("//") => {
                shape.push(format!("\"{}\"", host(text)));
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::CurlyBracketBlock
            | Token::SquareBracketBlock => {
                if let Token::Function(name) = &token {
                    shape.push(format!("{name}()"));
                }
                let inner: Result<(), cssparser::ParseError<'_, String>> = parser
                    .parse_nested_block(|inner| {
                        walk_css(inner, shape, depth + 1)
                            .map_err(|error| inner.new_custom_error(error))
                    });
                inner.map_err(|error| format!("{error:?}"))?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn host(address: &str) -> String {
    address
        .split_once("//")
        .map_or_else(String::new, |(_, rest)| {
            rest.split('/').next().unwrap_or_default().to_owned()
        })
}
