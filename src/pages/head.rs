//! The head of a page: its title, its addresses here and in other languages, what it says to search
//! engines, and where it stands on the site.

use serde::Serialize;

use super::cards::{Crumb, More};
use super::context::Context;
use super::linked_data::Thing;
use super::local_text::LocalText;
use super::policy::Policy;
use super::preview::Preview;
use super::sharing::{Sharing, canonical, sharing, short};
use super::social::SocialPicture;
use super::status::{EventStanding, event_standing};
use super::{descriptions, languages, linked_data, preview, social, trail};
use crate::markdown;
use crate::plan::languages::{is_in, original};
use crate::plan::list::{List, ListKind};
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::records::EventId;
use crate::stable_hash::Shared;
use crate::words::Language;
use crate::words::labels;

/// The head of one page.
#[derive(Debug, Clone, Serialize)]
pub struct PageHead {
    /// Which kind of page: `event`, `deal`, `list-deals`; for `data-page`.
    pub kind: &'static str,
    /// Which entry of the menu it belongs to.
    pub section: &'static str,
    pub title: LocalText,
    /// For `<title>`: with what it belongs to, without the site's name.
    pub full_title: String,
    pub description: String,
    /// The whole address, where the site has a `base_url`.
    pub canonical: Option<String>,
    /// This page's own path.
    pub path: String,
    /// The same page in the other languages, itself included; empty in a site of one language.
    pub alternates: Vec<Alternate>,
    /// The whole address for whoever speaks neither language, where the page is in both.
    pub x_default: Option<String>,
    /// "Deze tekst is er alleen in het Nederlands.": where it falls back to the language it was
    /// written in.
    pub only_in: Option<String>,
    /// The way here, home first, without the page itself.
    pub trail: Vec<Shared<Crumb>>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// What a preview of a link to it shows besides its title, description and address; only where
    /// the site has a `base_url`.
    pub preview: Option<Preview>,
    /// The page as JSON-LD (schema.org), fit to stand as it is in
    /// `<script type="application/ld+json">`.
    pub linked_data: Option<String>,
    /// The news of what this page is about, as Atom.
    pub feed: Option<String>,
    /// What stands on this page as a file for a calendar.
    pub calendar: Option<More>,
    /// What it may load and run: the value of a `Content-Security-Policy`.
    pub policy: Policy,
    /// The card for other sites to show; only where cards are drawn.
    pub picture: Option<SocialPicture>,
    /// The short link to it, whole: for paper. Only of records whose addresses are recorded, where
    /// the site has a `base_url`.
    pub short: Option<String>,
    /// What it offers to pass on. Only of what can be promised, where the site has a `base_url`.
    pub share: Option<Sharing>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    pub lang: &'static str,
    /// The language's own name: "English".
    pub name: &'static str,
    pub href: String,
    /// The whole address, where the site has a `base_url` and the page says something of its own in
    /// every language.
    pub absolute: Option<String>,
    pub current: bool,
}

/// How long the description of a page may be, for search engines and previews: they show no more.
const DESCRIPTION_LENGTH: usize = 200;

/// What the head of a page is made of.
pub(super) struct Head<'a> {
    context: Context<'a>,
    kind: &'static str,
    section: &'static str,
    page: Page,
    title: LocalText,
    full_title: String,
    description: Option<String>,
    trail: Vec<Shared<Crumb>>,
}

impl<'a> Head<'a> {
    /// Of a page right below home, in a section of its own.
    pub(super) fn new(
        context: Context<'a>,
        kind: &'static str,
        page: impl Into<Page>,
        title: &LocalText,
    ) -> Self {
        Self {
            context,
            kind,
            section: kind,
            page: page.into(),
            title: title.clone(),
            full_title: title.text.clone(),
            description: None,
            trail: trail::trail(context, Vec::new()),
        }
    }

    /// In another section.
    pub(super) fn in_section(self, section: &'static str) -> Self {
        Self { section, ..self }
    }

    /// With a title for `<title>` that says more than its own.
    pub(super) fn in_full(self, full_title: String) -> Self {
        Self { full_title, ..self }
    }

    /// With what it says of itself.
    pub(super) fn described(self, description: Option<String>) -> Self {
        Self {
            description,
            ..self
        }
    }

    /// With the way to it.
    pub(super) fn behind(self, trail: Vec<Shared<Crumb>>) -> Self {
        Self { trail, ..self }
    }

    /// Of something that stands in a list of the whole site.
    pub(super) fn in_list(self, kind: ListKind) -> Self {
        let steps = vec![trail::list_crumb(self.context, kind)];
        let trail = trail::trail(self.context, steps);
        self.in_section(kind.section()).behind(trail)
    }

    /// Of a record that stands in a list of its event; the word is what it is.
    pub(super) fn in_event(self, event: EventId, kind: ListKind, word: &str) -> Self {
        let trail = trail::record_trail(self.context, event, kind);
        let full_title = format!("{} – {word}", self.title.text);
        self.in_section(kind.section())
            .in_full(full_title)
            .behind(trail)
    }

    /// The head of a page that tells machines no more than the way to it.
    pub(super) fn made(self) -> PageHead {
        made(self, None)
    }

    /// The head of a page with what it is about, as a thing made for the page's whole address.
    pub(super) fn made_of(self, thing: impl Fn(&str) -> Thing) -> PageHead {
        made(self, Some(&thing))
    }
}

fn made(head: Head<'_>, thing: Option<&dyn Fn(&str) -> Thing>) -> PageHead {
    let Head {
        context,
        kind,
        section,
        page,
        title,
        full_title,
        description,
        trail,
    } = head;
    let path = context
        .addresses()
        .path(context.report, page, context.language);
    let config = context.config;
    let original = original(context.report, config, page);
    let original = context.addresses().path(context.report, page, original);
    let alternates: Vec<Alternate> = match config.languages.as_slice() {
        [_] => Vec::new(),
        languages => languages
            .iter()
            .map(|language| alternate(context, page, *language))
            .collect(),
    };
    let canonical = canonical(context, page);
    let description =
        descriptions::description(context, page, description, (&title.text, &full_title));
    let linked_data = canonical.as_deref().and_then(|address| {
        let thing = thing.map(|thing| thing(address));
        linked_data::graph(context, &trail, &title.text, thing, address)
    });
    PageHead {
        kind,
        section,
        title: LocalText::heading(&title),
        full_title,
        description: markdown::cut(&description, DESCRIPTION_LENGTH),
        preview: canonical.is_some().then(|| preview::preview(context, page)),
        linked_data,
        feed: context
            .addresses()
            .feed(context.report, page, context.language),
        calendar: calendar(context, page),
        canonical,
        path: context.addresses().below(&path),
        x_default: context.addresses().absolute(&original).filter(|_| {
            alternates
                .iter()
                .any(|alternate| alternate.absolute.is_some())
        }),
        alternates,
        only_in: languages::only_in(context, page),
        trail,
        noindex: page.is_kept_out(context.report),
        // A page that does more says so itself.
        policy: Policy::Plain,
        picture: social::card_picture(context, page),
        short: short(context, page),
        share: sharing(context, page, &title),
    }
}

/// What a page offers to a calendar: an event itself, and the lists of deals and of what is
/// open what is to be done by when.
pub(super) fn calendar(context: Context<'_>, page: Page) -> Option<More> {
    let (of, label) = match page {
        Page::Of(Subject::Event(id)) => (
            page,
            match event_standing(context, id) {
                Some(EventStanding::Coming) => labels::ADD_TO_CALENDAR,
                _ => labels::CALENDAR_FILE,
            },
        ),
        Page::List(list, 1)
            if context.views.has_agenda
                && [ListKind::Deals, ListKind::Leads]
                    .map(List::whole)
                    .contains(&list) =>
        {
            let words = labels::ADD_AGREED_TO_CALENDAR;
            (Page::Home, words)
        }
        _ => return None,
    };
    Some(More {
        label: label.get(context.language).to_owned(),
        href: context
            .addresses()
            .calendar(context.report, of, context.language)?,
    })
}

pub(super) fn alternate(context: Context<'_>, page: Page, language: Language) -> Alternate {
    let path = context.addresses().path(context.report, page, language);
    let config = context.config;
    // What is not translated is not offered to search engines as a translation, and has none to
    // offer. Nor has a page at no address of its own.
    let translated = page.has_address()
        && page.known_as() == page
        && config
            .languages
            .iter()
            .all(|language| is_in(context.report, config, page, *language));
    Alternate {
        lang: language.tag(),
        name: labels::OWN_NAME.get(language),
        href: context.addresses().below(&path),
        absolute: context.addresses().absolute(&path).filter(|_| translated),
        current: language == context.language,
    }
}
