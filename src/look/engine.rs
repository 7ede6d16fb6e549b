//! The template engine behind one door: a look's templates are checked once, then any number of
//! workers fill them with views.
//!
//! A template sees its view and nothing else. There is no global context, and of functions only the
//! engine's two pure ones (`range`, `throw`). Everything is escaped unless a template says `safe`,
//! whatever the template is called.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use super::files::Look;
use super::once::{self, Once};
use super::parts::parts;
use super::problem::{TemplateProblem, problem};
use super::whitespace::collapse;
use crate::diagnostic::{Code, Diagnostic};
use crate::drawing::qr;
use crate::plan::fragments::place;
use crate::source::{SourcePath, Span};
use crate::words::hyphenation::{soft_hyphens, soft_hyphens_of_heads, whole_endings};
use crate::words::messages::look as messages;
use crate::words::numbers::count;
use crate::words::{Language, Phrase};

/// The templates that every look has: one a kind of page.
pub const PAGE_TEMPLATES: &[&str] = crate::pages::TEMPLATES;

/// A look whose templates have been read and checked.
#[derive(Clone)]
pub struct Renderer {
    tera: Arc<Tera>,
    /// What its templates make once.
    once: Arc<Once>,
    look: Look,
}

impl std::fmt::Debug for Renderer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Renderer")
            .field("look", &self.look.name)
            .finish_non_exhaustive()
    }
}

impl Renderer {
    /// Reads and checks all templates of a look.
    ///
    /// # Errors
    /// Every mistake that can be seen at once: mistakes of syntax in any template; where there are
    /// none, unknown filters, components, includes and blocks; templates that a page needs and that
    /// are missing.
    pub fn new(look: &Look) -> Result<Self, Vec<Diagnostic>> {
        let mut diagnostics = missing_templates(look);
        diagnostics.extend(mistakes_of_syntax(look));
        let once = Arc::<Once>::default();
        let mut tera = engine(&look.layers, &once);
        if diagnostics.is_empty()
            && let Err(error) = tera.add_raw_templates(
                look.templates
                    .iter()
                    .map(|(name, template)| (name, &template.text)),
            )
        {
            diagnostics.extend(unresolved(look, &error));
        }
        if diagnostics.is_empty() {
            diagnostics.extend(unknown_components(look, &tera));
        }
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        let tera = Arc::new(tera);
        once.render_with(Arc::downgrade(&tera));
        Ok(Self {
            tera,
            once,
            look: look.clone(),
        })
    }

    /// Fills a template with a view: the bytes of the page at `address`.
    ///
    /// # Errors
    /// When the template asks for what the view does not have. The address is for the message
    /// alone.
    pub fn render(
        &self,
        template: &str,
        view: &impl Serialize,
        address: &str,
    ) -> Result<Vec<u8>, Diagnostic> {
        let fails = |error: &tera::Error| {
            let diagnostic = match error.kind() {
                ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
                    let TemplateProblem { words, suggestion } = problem(report.message());
                    at(
                        Code::TemplateFails,
                        &self.look,
                        report.filename(),
                        report.span().range.clone(),
                        words,
                    )
                    .suggest(suggestion)
                }
                _ => Diagnostic::of_site(Code::TemplateFails)
                    .with("problem", problem(&error.to_string()).words),
            };
            diagnostic.with("address", address)
        };
        let context = Context::from_serialize(view).map_err(|error| fails(&error))?;
        let page = self
            .tera
            .render(template, &context)
            .map_err(|error| fails(&self.once.taken_wrong().unwrap_or(error)))?;
        Ok(collapse(&page))
    }

    /// What is wrong with a template whose text came out as something that is no drawing.
    pub fn no_drawing(&self, template: &str, problem: &str, address: &str) -> Diagnostic {
        let words = messages::no_drawing(&problem);
        let file = self
            .look
            .template(template)
            .and_then(|template| template.file);
        let diagnostic = match file {
            Some(file) => Diagnostic::at(Code::TemplateFails, Span::new(file, 0..1)),
            None => Diagnostic::of_path(Code::TemplateFails, SourcePath::new(template)),
        };
        diagnostic.with("problem", words).with("address", address)
    }

    /// How many pieces it made once and keeps.
    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.once.kept()
    }

    /// The look that it renders.
    pub fn look(&self) -> &Look {
        &self.look
    }
}

/// An engine with our filters and no templates yet, that looks for a template in these layers, one
/// after the other.
fn engine(layers: &[String], once: &Arc<Once>) -> Tera {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes(layers.to_vec())
        .expect("layers are named before any template is added");
    // Every name ends in nothing: a partial without `.html` in its name is escaped as well.
    tera.autoescape_on(vec![""]);
    // Places to break in words that would not fit a phone: for headings.
    tera.register_filter("hyphenated", |text: &str, _: Kwargs, _: &State| {
        whole_endings(soft_hyphens(text)).into_owned()
    });
    // A text that may be in another language than its page, marked then; and the same for headings.
    tera.register_filter("said", |said: &Value, _: Kwargs, _: &State| {
        marked(said, Cow::Borrowed)
    });
    tera.register_filter("headline", |said: &Value, _: Kwargs, _: &State| {
        marked(said, |text| whole_endings(soft_hyphens(text)))
    });
    // A count as readers of the page's language write it.
    // The same for heads of tables, whose columns are narrow.
    tera.register_filter("head", |said: &Value, _: Kwargs, _: &State| {
        marked(said, |text| whole_endings(soft_hyphens_of_heads(text)))
    });
    tera.register_filter("figure", |number: u64, arguments: Kwargs, _: &State| {
        let tag: &str = arguments.must_get("lang")?;
        let language = Language::from_tag(tag).unwrap_or(Language::En);
        Ok::<_, tera::Error>(count(number, language))
    });
    // What a title is called in an address, and a page in parts.
    tera.register_filter("place", |title: &str, _: Kwargs, _: &State| place(title));
    tera.register_filter("parts", |html: &str, _: Kwargs, _: &State| {
        parts(html).value()
    });
    let once = Arc::clone(once);
    tera.register_filter(
        "once",
        move |card: &Value, arguments: Kwargs, state: &State| once.filter(card, &arguments, state),
    );
    // An address as a QR code: drawn only when a page is rendered, since pages that did not change
    // are filled all the same.
    tera.register_filter("qr", |address: &str, _: Kwargs, _: &State| {
        Value::from_serializable(&qr::drawing(address))
    });
    tera
}

/// Templates that a page needs and that are missing.
fn missing_templates(look: &Look) -> Vec<Diagnostic> {
    let missing = PAGE_TEMPLATES
        .iter()
        .filter(|name| look.template(name).is_none());
    let said = missing.map(|name| {
        let path = SourcePath::new(&format!("themes/{}/templates/{name}", look.name));
        Diagnostic::of_path(Code::TemplateMissing, path)
            .with("name", &look.name)
            .with("template", name)
    });
    said.collect()
}

/// Mistakes of syntax in any template. The engine stops at the first template that it cannot read,
/// so each is read alone, and all mistakes show in one run; what such a lone template refers to is
/// not there and no matter yet.
fn mistakes_of_syntax(look: &Look) -> impl Iterator<Item = Diagnostic> + '_ {
    look.templates.iter().filter_map(|(name, template)| {
        let error = engine(&[], &Arc::default())
            .add_raw_template(name, &template.text)
            .err()?;
        let ErrorKind::SyntaxError(report) = error.kind() else {
            return None;
        };
        let TemplateProblem { words, suggestion } = problem(report.message());
        let range = report.span().range.clone();
        Some(at(Code::TemplateSyntax, look, name, range, words).suggest(suggestion))
    })
}

/// Components that a template asks for by `once` and that are not there.
fn unknown_components<'l>(look: &'l Look, tera: &'l Tera) -> impl Iterator<Item = Diagnostic> + 'l {
    look.templates.iter().flat_map(move |(name, template)| {
        once::components_in(&template.text)
            .filter(|(component, _)| !tera.contains_component(component))
            .map(|(component, range)| {
                let message = format!("Unknown component `{component}`");
                let words = problem(&message).words;
                at(Code::TemplateSyntax, look, name, range, words)
            })
    })
}

/// A text with its language, as HTML.
fn marked<'v>(said: &'v Value, set: impl Fn(&'v str) -> Cow<'v, str>) -> TeraResult<Value> {
    let Some(text) = said.get_from_path("text").and_then(Value::as_str) else {
        return Err(tera::Error::message("This is not a text with its language"));
    };
    let mut html = Vec::with_capacity(text.len() + 16);
    let lang = said.get_from_path("lang").and_then(Value::as_str);
    if let Some(lang) = lang {
        html.extend_from_slice(b"<span lang=\"");
        tera::escape_html(lang, &mut html).expect("memory takes all that is written");
        html.extend_from_slice(b"\">");
    }
    tera::escape_html(&set(text), &mut html).expect("memory takes all that is written");
    if lang.is_some() {
        html.extend_from_slice(b"</span>");
    }
    Ok(Value::safe_string(&String::from_utf8_lossy(&html)))
}

/// A mistake in a template: at its place when the template is a file of the site.
fn at(
    code: Code,
    look: &Look,
    name: &str,
    range: std::ops::Range<usize>,
    problem: Phrase,
) -> Diagnostic {
    let diagnostic = match look.templates.get(name).and_then(|template| template.file) {
        Some(file) => Diagnostic::at(code, Span::new(file, range)),
        None => Diagnostic::of_path(code, SourcePath::new(name)),
    };
    diagnostic.with("problem", problem)
}

/// Names that lead nowhere, which the engine reports as one text of several parts, each with its
/// place in a line of its own.
fn unresolved(look: &Look, error: &tera::Error) -> Vec<Diagnostic> {
    let told = error.to_string();
    let mut found: Vec<Diagnostic> = told
        .split("error: ")
        .filter_map(|part| report_in(look, part))
        .collect();
    if found.is_empty() {
        let diagnostic = match error.kind() {
            ErrorKind::MissingParent { current, parent } => {
                let problem = messages::no_template(&parent);
                let range = look.templates.get(current).and_then(|template| {
                    let start = template.text.find(parent.as_str())?;
                    Some(start..start + parent.len())
                });
                at(
                    Code::TemplateSyntax,
                    look,
                    current,
                    range.unwrap_or(0..0),
                    problem,
                )
            }
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                let problem = messages::INCLUDES_ITSELF.into();
                at(Code::TemplateSyntax, look, tpl, 0..0, problem)
            }
            _ => Diagnostic::of_site(Code::TemplateSyntax).with("problem", problem(&told).words),
        };
        found.push(diagnostic);
    }
    found
}

/// One part: the message, then `--> name:line:column` with both counted from 1.
fn report_in(look: &Look, part: &str) -> Option<Diagnostic> {
    let (message, rest) = part.split_once('\n')?;
    let place = rest.lines().next()?.trim().strip_prefix("--> ")?;
    let mut pieces = place.rsplitn(3, ':');
    let column: usize = pieces.next()?.parse().ok()?;
    let line: usize = pieces.next()?.parse().ok()?;
    let name = pieces.next()?;
    let text = &look.templates.get(name)?.text;
    let line_start: usize = text
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let line_text = text.get(line_start..)?.lines().next().unwrap_or_default();
    let offset = line_text
        .char_indices()
        .nth(column.checked_sub(1)?)
        .map_or(line_text.len(), |(offset, _)| offset);
    let start = line_start + offset;
    let named = message.split('`').nth(1).unwrap_or_default();
    let range = match text.get(start..).and_then(|rest| rest.find(named)) {
        Some(distance) if !named.is_empty() && distance < 80 => {
            start + distance..start + distance + named.len()
        }
        _ => start..start + 1,
    };
    Some(at(
        Code::TemplateSyntax,
        look,
        name,
        range,
        problem(message).words,
    ))
}
