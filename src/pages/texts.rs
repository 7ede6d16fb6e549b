//! Texts of records as HTML: links by id become addresses, pictures are shown only when they are
//! declared photos with consent.

use std::borrow::Cow;
use std::cell::Cell;

use super::context::Context;
use super::local_text::Html;
use super::pictures;
use crate::encode;
use crate::input::known;
use crate::markdown::{self, FoundKind, HtmlOptions, Resolved};
use crate::plan::CompletedLink;
use crate::plan::subject::Subject;
use crate::records::{EventId, LongText, RecordId};
use crate::reference::name_and_heading;
use crate::schema::value::MarkdownText;
use crate::source::SourcePath;
use crate::words::{Language, fragments};

/// Where a text stands on its page.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextPlace<'a> {
    /// The event whose folder its links and pictures are named from.
    pub(super) event: Option<EventId>,
    /// The level of its highest heading.
    pub(super) heading_level: u8,
    /// What keeps its ids apart from those of other texts on the page.
    pub(super) prefix: &'a str,
}

/// Where the whole of a record is shown: on a page of its own, or among others on a page for paper.
#[derive(Debug, Clone, Copy)]
pub(super) enum Placement<'a> {
    /// On its own page.
    Alone,
    /// On the page for paper, behind a prefix that keeps its ids apart from those of others.
    Among(&'a str),
}

impl Placement<'_> {
    /// What its ids begin with.
    fn prefix(&self) -> &str {
        match self {
            Self::Alone => "",
            Self::Among(prefix) => prefix,
        }
    }

    /// The level of a text's headings: among others, the record's title is an `h3`, and they stand
    /// beside its parts.
    fn level(&self, alone: u8) -> u8 {
        match self {
            Self::Alone => alone,
            Self::Among(_) => 4,
        }
    }
}

/// A text as HTML in this language, or in the one it was written in, marked.
pub(super) fn html(context: Context<'_>, text: &LongText, place: TextPlace<'_>) -> Html {
    html_with_pictures(context, text, place, &Cell::new(false))
}

/// The text that a page opens with: its first picture is the page's first.
pub(super) fn opening_html(context: Context<'_>, text: &LongText, place: TextPlace<'_>) -> Html {
    html_with_pictures(context, text, place, &Cell::new(true))
}

fn html_with_pictures(
    context: Context<'_>,
    text: &LongText,
    place: TextPlace<'_>,
    first: &Cell<bool>,
) -> Html {
    let (text, language) = in_language(context, text, place.event);
    let options = HtmlOptions {
        raw_html: context.config.raw_html,
        language,
        heading_level: place.heading_level,
        id_prefix: place.prefix.to_owned(),
    };
    let html = markdown::html(&text.text, &options, &mut |kind, destination| {
        resolve(context, kind, destination, place.event, first)
    });
    Html {
        html,
        lang: (language != context.language).then(|| language.tag()),
    }
}

/// A text in this language, else in the one it was written in, and which that is.
pub(super) fn in_language<'t>(
    context: Context<'_>,
    text: &'t LongText,
    event: Option<EventId>,
) -> (&'t MarkdownText, Language) {
    let written_in = written_in(context, event);
    match &text.translation {
        Some(translation) if context.language == written_in.other() => {
            (translation, context.language)
        }
        _ => (&text.original, written_in),
    }
}

/// The text of what belongs to no event, on its own page.
pub(super) fn own_text(context: Context<'_>, text: Option<&LongText>) -> Option<Html> {
    let text = text?;
    let prefix = format!("{}-", fragments::TEXT.get(context.language));
    let place = TextPlace {
        event: None,
        heading_level: 2,
        prefix: &prefix,
    };
    Some(html(context, text, place))
}

/// The text of what has a place on the page of an event.
pub(super) fn text_at(
    context: Context<'_>,
    text: &LongText,
    event: EventId,
    fragment: &str,
) -> Html {
    let place = TextPlace {
        event: Some(event),
        heading_level: 4,
        prefix: &format!("{fragment}-"),
    };
    html(context, text, place)
}

/// Which text of a record that is shown whole.
#[derive(Debug, Clone, Copy)]
pub(super) enum TextPart<'a> {
    /// Its own.
    Own,
    /// That of a part of it, by the fragment of this.
    Within(&'a str),
}

/// What a record's own text says to search engines.
pub(super) fn description(context: Context<'_>, text: Option<&LongText>) -> Option<String> {
    text.map(|text| plain(context, text, 160))
}

/// The own text of a record that is shown whole.
pub(super) fn own_of(
    context: Context<'_>,
    text: Option<&LongText>,
    event: EventId,
    placement: Placement<'_>,
    level: u8,
) -> Option<Html> {
    text.map(|text| text_of(context, text, event, placement, level, TextPart::Own))
}

/// A text of a record that is shown whole: `level` is that of its headings on the record's own
/// page.
pub(super) fn text_of(
    context: Context<'_>,
    text: &LongText,
    event: EventId,
    placement: Placement<'_>,
    level: u8,
    part: TextPart<'_>,
) -> Html {
    let word = match part {
        TextPart::Own => fragments::TEXT.get(context.language),
        TextPart::Within(fragment) => fragment,
    };
    let prefix = format!("{}{word}-", placement.prefix());
    let place = TextPlace {
        event: Some(event),
        heading_level: placement.level(level),
        prefix: &prefix,
    };
    match (placement, part) {
        // The record's own text opens its page.
        (Placement::Alone, TextPart::Own) => opening_html(context, text, place),
        _ => html(context, text, place),
    }
}

/// A text without its markup, for descriptions; in whichever language it is.
pub(super) fn plain(context: Context<'_>, text: &LongText, length: usize) -> String {
    let text = match &text.translation {
        Some(translation) if context.language != context.config.language() => translation,
        _ => &text.original,
    };
    markdown::plain(&text.text, length)
}

/// The language an event's texts were written in.
pub(super) fn written_in(context: Context<'_>, event: Option<EventId>) -> Language {
    event.map_or(context.config.language(), |event| {
        context.report[event].language
    })
}

fn resolve(
    context: Context<'_>,
    kind: FoundKind,
    destination: &str,
    event: Option<EventId>,
    first: &Cell<bool>,
) -> Resolved {
    match kind {
        FoundKind::Link => link(context, destination, event)
            .map_or(Resolved::Withheld, |href| Resolved::Link { href }),
        FoundKind::Image => {
            picture(context, destination, event, first).unwrap_or(Resolved::Withheld)
        }
        FoundKind::RawHtml => Resolved::Withheld,
    }
}

fn link(context: Context<'_>, destination: &str, event: Option<EventId>) -> Option<String> {
    if let Some(fragment) = destination.strip_prefix('#') {
        let here = fragments::in_language(fragment, context.language);
        return Some(here.map_or_else(|| destination.to_owned(), |here| format!("#{here}")));
    }
    let (name, heading) = name_and_heading(destination);
    if let Some(record) = context.report.find(name, event) {
        let address = context
            .addresses()
            .record(context.report, record, context.language)?;
        let place = heading
            .filter(|_| !address.contains('#'))
            .and_then(|heading| place_of_heading(context, record, heading));
        return Some(address + place.as_deref().unwrap_or_default());
    }
    match markdown::scheme(destination).as_deref() {
        Some("http" | "https") => Some(destination.to_owned()),
        // `mailto:?subject=…` is nobody's address: a reader chooses whom to write to.
        Some("mailto") if destination.contains(":?") => Some(destination.to_owned()),
        Some("mailto") => context.config.show_emails.then(|| destination.to_owned()),
        Some("tel") => context.config.show_phones.then(|| destination.to_owned()),
        Some(_) => None,
        // Another site: by the scheme of the page, which may be that of a disk.
        None if destination.starts_with("//") => Some(format!("https:{destination}")),
        None if destination.starts_with('/') => {
            Some(context.addresses().below(&completed(context, destination)))
        }
        None => attachment(context, destination, event),
    }
}

/// A link from the root as it is meant: the heading behind it goes by the name that it has there.
fn completed<'d>(context: Context<'_>, destination: &'d str) -> Cow<'d, str> {
    let Some(CompletedLink { address, heading }) = context.plan.completed.get(destination) else {
        return Cow::Borrowed(destination);
    };
    let place = heading.as_ref().and_then(|heading| {
        let there = Context {
            language: heading.language,
            ..context
        };
        place_of_heading(there, heading.record, &heading.id)
    });
    Cow::Owned(format!("{address}{}", place.unwrap_or_default()))
}

/// The place of a heading of a record's own text, behind the address of its page. Where that page
/// shows the text in the other language, it is the heading that stands in the same place there.
fn place_of_heading(context: Context<'_>, record: RecordId, heading: &str) -> Option<String> {
    let text = Subject::of(record)?.paged(context.report).text?;
    let event = match record {
        RecordId::Event(event) => Some(event),
        _ => context.report.record(record).event(),
    };
    let (shown, _) = in_language(context, text, event);
    let here = markdown::heading_ids(&shown.text);
    let id = here.iter().find(|id| *id == heading).or_else(|| {
        let texts = [Some(&text.original), text.translation.as_ref()];
        let position = texts.into_iter().flatten().find_map(|text| {
            let ids = markdown::heading_ids(&text.text);
            ids.iter().position(|id| id == heading)
        });
        here.get(position?)
    })?;
    Some(format!("#{}-{id}", fragments::TEXT.get(context.language)))
}

/// A file of the event's folder: only one that the linking stage found there is published, so
/// only that is linked. Of a photo it is what became of it.
fn attachment(context: Context<'_>, destination: &str, event: Option<EventId>) -> Option<String> {
    let event = event?;
    file_paths(context, destination, event).find_map(|(path, fragment)| {
        if let Some(photo) = pictures::photo_of_file(context, event, &path) {
            return Some(pictures::largest(context, photo).0);
        }
        context.views.attachments.contains(&path).then(|| {
            let address = context.addresses().media(context.report, event, &path);
            // `#page=2` of a PDF is for the browser.
            let fragment = fragment
                .map(|fragment| format!("#{}", encode::path(fragment)))
                .unwrap_or_default();
            format!(
                "{}{fragment}",
                encode::path(&context.addresses().below(&address))
            )
        })
    })
}

fn picture(
    context: Context<'_>,
    destination: &str,
    event: Option<EventId>,
    first: &Cell<bool>,
) -> Option<Resolved> {
    let event = event?;
    file_paths(context, destination, event)
        .find_map(|(path, _)| pictures::photo_of_file(context, event, &path))
        .map(|photo| pictures::photo_in_text(context, photo, first.take()))
}

/// The files of the event's folder that a destination may mean, each with its fragment.
fn file_paths<'d>(
    context: Context<'_>,
    destination: &'d str,
    event: EventId,
) -> impl Iterator<Item = (SourcePath, Option<&'d str>)> {
    let folder = format!("content/events/{}", context.report[event].id);
    let names = markdown::file_names(destination).into_iter();
    names.map(move |file| {
        let path = known(&format!("{folder}/{}", file.name));
        (path, file.fragment)
    })
}
