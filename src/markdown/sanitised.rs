//! Raw HTML that is let in: a safe subset of it, through ammonia.
//!
//! Markdown and HTML mix (`<div>`, Markdown, `</div>`), so only the whole text can be judged, our
//! own markup with it. To keep what is ours apart, our attributes are put aside under a seal before
//! the sanitiser sees them and are put back afterwards. The seal is made from the text's own hash:
//! no text can contain the seal that it will get. All other ids, classes, styles and handlers go,
//! and every link and picture is resolved by the caller like those of Markdown.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::Event;

use super::options::{HtmlOptions, RawHtml};
use super::resolved::{FoundKind, Resolve, Resolved};
use super::{destination, pictures};

/// More unclosed elements than this and the HTML is shown as text: parsers take time by depth.
const DEEPEST: usize = 100;

/// The word under which attributes are put aside; none where a text has no raw HTML, or may not
/// have any, and needs no sanitiser.
pub(super) fn seal(text: &str, events: &[Event<'_>], options: &HtmlOptions) -> Option<String> {
    let mut depth = 0_usize;
    let mut deepest = 0;
    let mut any = false;
    for event in events {
        if let Event::Html(html) | Event::InlineHtml(html) = event {
            any = true;
            for (at, _) in html.match_indices('<') {
                let after = &html[at + 1..];
                if after.starts_with('/') {
                    depth = depth.saturating_sub(1);
                } else if after.starts_with(|first: char| first.is_ascii_alphabetic())
                    && !closes_itself(after)
                {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
            }
        }
    }
    (any && deepest <= DEEPEST && options.raw_html == RawHtml::Sanitised)
        .then(|| format!("seal-{}", &blake3::hash(text.as_bytes()).to_hex()[..32]))
}

/// Whether a tag opens nothing that needs closing.
pub(super) fn closes_itself(tag: &str) -> bool {
    let name = tag
        .split(|character: char| !character.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    matches!(
        name.as_str(),
        "br" | "hr"
            | "img"
            | "wbr"
            | "input"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "tr"
            | "td"
            | "th"
            | "tbody"
            | "thead"
            | "tfoot"
            | "col"
    )
}

/// Attributes put aside.
#[derive(Debug)]
pub(super) struct Seals {
    seal: String,
    kept: Vec<String>,
}

impl Seals {
    pub(super) fn new(seal: String) -> Self {
        Self {
            seal,
            kept: Vec::new(),
        }
    }

    /// Puts attributes aside and writes what stands for them.
    pub(super) fn add(&mut self, output: &mut String, attributes: &str) {
        let _ = write!(output, " class=\"{}-{}\"", self.seal, self.kept.len());
        self.kept.push(attributes.to_owned());
    }

    /// Puts a picture of ours aside as a whole, and writes an image that stands for it.
    pub(super) fn add_picture(&mut self, output: &mut String, element: String) {
        let _ = write!(output, "<img class=\"{}-{}\">", self.seal, self.kept.len());
        self.kept.push(element);
    }
}

/// Cleans a page text, resolves the links and pictures that were HTML, and puts our own attributes
/// back.
pub(super) fn sanitise(
    html: &str,
    seals: Seals,
    options: &HtmlOptions,
    resolve: &mut Resolve<'_>,
) -> String {
    let Seals { seal, mut kept } = seals;
    let own = kept.len();
    // The filter must own what it uses, hence the shared list: the destinations (and alt texts)
    // found in raw HTML.
    let found: Arc<Mutex<Vec<String>>> = Arc::default();
    let cleaned = builder(options, &seal, own, &found).clean(html).to_string();
    let found = std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner));
    kept.extend(found);
    restore(&cleaned, &seal, &kept, own, resolve)
}

fn builder(
    options: &HtmlOptions,
    seal: &str,
    own: usize,
    found: &Arc<Mutex<Vec<String>>>,
) -> Builder<'static> {
    let mut tags: HashSet<&'static str> = TAGS.split(' ').collect();
    tags.extend(
        HEADINGS
            .iter()
            .skip(usize::from(options.heading_level.clamp(1, 6)) - 1),
    );
    let mut attributes: HashMap<&'static str, HashSet<&'static str>> = HashMap::new();
    for (tag, allowed) in ATTRIBUTES {
        attributes.insert(tag, allowed.iter().copied().collect());
    }
    let mut builder = Builder::default();
    builder
        .tags(tags)
        .tag_attributes(attributes)
        .generic_attributes(["class", "dir", "lang", "title"].into_iter().collect())
        .url_schemes(["http", "https", "mailto", "tel"].into_iter().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    let (seal, found) = (seal.to_owned(), Arc::clone(found));
    builder.attribute_filter(
        move |element, attribute, value| match (element, attribute) {
            (_, "class") => value.starts_with(&seal).then_some(Cow::Borrowed(value)),
            ("a", "href") | ("img", "src" | "alt") => {
                let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
                found.push(value.to_owned());
                Some(Cow::Owned(format!("{seal}-{}", own + found.len() - 1)))
            }
            ("ol", "start") | (_, "colspan" | "rowspan") => value
                .parse::<u16>()
                .is_ok_and(|number| number > 0)
                .then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        },
    );
    builder
}

/// Replaces every seal by what it stands for.
fn restore(
    cleaned: &str,
    seal: &str,
    kept: &[String],
    own: usize,
    resolve: &mut Resolve<'_>,
) -> String {
    let mut output = String::with_capacity(cleaned.len() * 2);
    let mut rest = cleaned;
    while let Some(at) = rest.find(seal) {
        // What stands before is ` name="`.
        let start = rest[..at].rfind(' ').unwrap_or(at);
        let name = rest[start..at].trim_matches([' ', '=', '"']);
        let is_picture = matches!(name, "src" | "alt");
        // A picture in raw HTML has nothing but sealed attributes, so its tag ends at the next `>`.
        let start = if is_picture {
            rest[..at].rfind("<img").unwrap_or(start)
        } else {
            start
        };
        output.push_str(&rest[..start]);
        let end = if is_picture {
            rest[at..].find('>').map_or(rest.len(), |end| at + end + 1)
        } else {
            rest[at..].find('"').map_or(rest.len(), |end| at + end + 1)
        };
        let sealed = &rest[start..end];
        if is_picture {
            let value = |name: &str| {
                sealed
                    .split_once(&format!(" {name}=\"{seal}-"))
                    .and_then(|(_, number)| value_of(number, kept))
            };
            picture(
                &mut output,
                value("src").unwrap_or_default(),
                value("alt").unwrap_or_default(),
                resolve,
            );
        } else if let Some(number) = number_of(&rest[at + seal.len()..]) {
            if number < own && name == "class" {
                if kept[number].starts_with('<') {
                    // A whole picture: what stands for it ends right behind its seal.
                    output.truncate(output.len() - "<img".len());
                    rest = rest[end..].strip_prefix('>').unwrap_or(&rest[end..]);
                    output.push_str(&kept[number]);
                    continue;
                }
                output.push_str(&kept[number]);
            } else if let Some(href) = kept.get(number).filter(|_| name == "href") {
                link(&mut output, href, resolve);
            }
        }
        rest = &rest[end..];
    }
    output.push_str(rest);
    // What the sanitiser makes of a `</p>` whose paragraph was closed by a block inside it.
    let output = output.replace("<p></p>", "").replace("<img>", "");
    let mut lines = String::with_capacity(output.len());
    for line in output.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(line) => {
                lines.push_str(line.trim_end_matches([' ', '\t']));
                lines.push('\n');
            }
            None => lines.push_str(line),
        }
    }
    lines.trim_start().to_owned()
}

fn number_of(after_seal: &str) -> Option<usize> {
    let digits = after_seal.strip_prefix('-')?;
    digits[..digits
        .find(|digit: char| !digit.is_ascii_digit())
        .unwrap_or(digits.len())]
        .parse()
        .ok()
}

fn value_of<'k>(number: &str, kept: &'k [String]) -> Option<&'k str> {
    number_of(&format!("-{number}"))
        .and_then(|number| kept.get(number))
        .map(String::as_str)
}

fn link(output: &mut String, written: &str, resolve: &mut Resolve<'_>) {
    if let Resolved::Link { href } = resolve(FoundKind::Link, written)
        && !href.trim().is_empty()
        && !destination::dangerous(&href)
    {
        output.push_str(" href=\"");
        destination::address(output, &href);
        output.push('"');
        if destination::is_external(&href) {
            output.push_str(" rel=\"noopener\"");
        }
    }
}

fn picture(output: &mut String, written: &str, written_alt: &str, resolve: &mut Resolve<'_>) {
    if written.is_empty() {
        return;
    }
    if let Resolved::Image(picture) = resolve(FoundKind::Image, written)
        && !picture.src.trim().is_empty()
        && !destination::dangerous(&picture.src)
        && !destination::is_contact(&picture.src)
    {
        output.push_str(&pictures::element(
            &picture,
            picture.alt.as_deref().unwrap_or(written_alt).trim(),
        ));
    }
}

/// Elements that may stand in a text. Nothing that loads, runs, embeds or asks for input; nothing
/// that would be a landmark of the page.
const TAGS: &str = "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption \
    figure hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table \
    tbody td tfoot th thead time tr u ul var wbr";

const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("details", &["open"]),
    ("img", &["alt", "src"]),
    ("ol", &["start"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
];
