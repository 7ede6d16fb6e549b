//! What every page is filled from, and what follows from it in one step: addresses, the program's
//! words, texts in the language of the page.

use super::card_cache::CardCache;
use super::local_text::LocalText;
use super::site::SiteHead;
use super::views::Views;
use crate::config::Config;
use crate::plan::Plan;
use crate::plan::address::Addresses;
use crate::plan::page::Page;
use crate::records::Report;
use crate::schema::choices::Choice;
use crate::stable_hash::Shared;
use crate::words::interface::Interface;
use crate::words::typography::typographic;
use crate::words::{Language, Text};

/// The report with its plan and settings, as the pages of one language are filled from it.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) report: &'a Report,
    pub(super) plan: &'a Plan,
    pub(super) config: &'a Config,
    pub(super) language: Language,
    /// What all pages share.
    pub(super) views: &'a Views<'a>,
}

impl<'a> Context<'a> {
    pub(super) fn addresses(self) -> &'a Addresses {
        &self.plan.addresses
    }

    pub(super) fn href(self, page: impl Into<Page>) -> String {
        self.addresses().href(self.report, page, self.language)
    }

    /// The address of a page, whole where the site knows its own.
    pub(super) fn spelled_out(self, href: &str) -> String {
        if href.starts_with('/') {
            format!("{}{href}", self.addresses().origin())
        } else {
            href.to_owned()
        }
    }

    pub(super) fn words(self) -> &'static Interface {
        const NL: &Interface = &Interface::new(Language::Nl);
        const EN: &Interface = &Interface::new(Language::En);
        match self.language {
            Language::Nl => NL,
            Language::En => EN,
        }
    }

    pub(super) fn site(self) -> Shared<SiteHead> {
        self.views.heads[&self.language].clone()
    }

    /// A text in this language, or in the one it was written in, marked.
    pub(super) fn said(self, text: &Text) -> LocalText {
        self.said_from(text, self.config.language())
    }

    pub(super) fn said_from(self, text: &Text, written_in: Language) -> LocalText {
        match &text.translation {
            Some(translation) if self.language == written_in.other() => self.own(translation),
            _ => LocalText {
                text: typographic(&text.original, written_in).into_owned(),
                lang: (written_in != self.language).then(|| written_in.tag()),
            },
        }
    }

    /// The same of a text that may be missing.
    pub(super) fn said_some(self, text: Option<&Text>, written_in: Language) -> Option<LocalText> {
        text.map(|text| self.said_from(text, written_in))
    }

    /// What is shown of this, where there is one.
    pub(super) fn some<Id, Shown>(
        self,
        id: Option<Id>,
        show: impl Fn(Self, Id) -> Shown,
    ) -> Option<Shown> {
        id.map(|id| show(self, id))
    }

    /// What is shown of each of these, in their order.
    pub(super) fn each<Id: Copy, Shown>(
        self,
        ids: &[Id],
        show: impl Fn(Self, Id) -> Shown,
    ) -> Vec<Shown> {
        ids.iter().map(|id| show(self, *id)).collect()
    }

    /// What a choice is called, where it has a label.
    pub(super) fn label(self, choice: Option<impl Choice>) -> Option<String> {
        let label = choice?.label_in(self.language)?;
        Some(label.to_owned())
    }

    /// A text that has no translation, marked where it was written in another language.
    pub(super) fn as_written(self, text: &str, written_in: Language) -> LocalText {
        LocalText {
            text: text.to_owned(),
            lang: (written_in != self.language).then(|| written_in.tag()),
        }
    }

    /// A text that is in this language already.
    pub(super) fn own(self, text: &str) -> LocalText {
        LocalText {
            text: typographic(text, self.language).into_owned(),
            lang: None,
        }
    }

    /// The cards of this language that are made already.
    pub(super) fn cards(self) -> &'a CardCache {
        &self.views.card_caches[&self.language]
    }
}

impl Views<'_> {
    /// The same for the pages of one language.
    pub(super) fn context(&self, language: Language) -> Context<'_> {
        Context {
            report: self.report,
            plan: self.plan,
            config: self.config,
            language,
            views: self,
        }
    }
}
