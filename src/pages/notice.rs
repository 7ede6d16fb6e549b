//! The pages about accessibility and privacy that the settings make.

use serde::Serialize;

use super::context::Context;
use super::head::{Head, PageHead};
use super::local_text::LocalText;
use super::site::SiteHead;
use crate::config::{Accessibility, PrivacyNotice, is_email};
use crate::plan::page::{Notice, Page};
use crate::stable_hash::Shared;
use crate::words::labels;
use crate::words::{Bilingual, Text};

/// The name of the page, for its heading and the footer.
pub(super) fn notice_title(context: Context<'_>, notice: Notice) -> &'static str {
    match notice {
        Notice::Accessibility => labels::ACCESSIBILITY.get(context.language),
        Notice::Privacy => labels::PRIVACY.get(context.language),
    }
}

pub(super) fn notice_page(context: Context<'_>, notice: Notice) -> NoticeView {
    let title = context.own(notice_title(context, notice));
    let (kind, lead_in, parts) = match notice {
        Notice::Accessibility => (
            "accessibility",
            labels::ACCESSIBILITY_INTRO,
            on_accessibility(context, &context.config.accessibility),
        ),
        Notice::Privacy => (
            "privacy",
            labels::PRIVACY_INTRO,
            on_privacy(context, &context.config.privacy),
        ),
    };
    let lead_in = lead_in.get(context.language);
    NoticeView {
        site: context.site(),
        page: Head::new(context, kind, Page::Notice(notice), &title)
            .in_section("page")
            .described(Some(lead_in.to_owned()))
            .made(),
        title: LocalText::heading(&title),
        lead_in,
        parts,
    }
}

fn on_accessibility(context: Context<'_>, given: &Accessibility) -> Vec<NoticePart> {
    let Accessibility {
        register_url,
        contact,
    } = given;
    let say = |words: Bilingual| words.get(context.language);
    let mut parts = Vec::new();
    if let Some(url) = register_url {
        parts.push(NoticePart {
            title: say(labels::STATEMENT),
            sentences: vec![say(labels::STATEMENT_INTRO)],
            ways: vec![to(context, url, say(labels::READ_STATEMENT))],
        });
    }
    if let Some(contact) = contact {
        parts.push(NoticePart {
            title: say(labels::SOMETHING_WRONG),
            sentences: vec![say(labels::SOMETHING_WRONG_INTRO)],
            ways: vec![way(context, None, contact)],
        });
    }
    parts.push(NoticePart {
        title: say(labels::WHAT_WAS_DONE),
        sentences: vec![
            say(labels::MADE_TO_BE_READ),
            say(labels::PHOTOS_DESCRIBED),
            say(labels::WITHOUT_SCRIPT),
        ],
        ways: Vec::new(),
    });
    parts
}

fn on_privacy(context: Context<'_>, given: &PrivacyNotice) -> Vec<NoticePart> {
    let PrivacyNotice {
        responsible,
        contact,
        officer_contact,
        policy_url,
    } = given;
    let say = |words: Bilingual| words.get(context.language);
    let mut parts = vec![what_is_shown(context)];
    if let Some(contact) = contact {
        parts.push(NoticePart {
            title: say(labels::CORRECT_OR_REMOVE),
            sentences: vec![say(labels::CORRECT_OR_REMOVE_INTRO)],
            ways: vec![way(context, None, contact)],
        });
    }
    parts.push(NoticePart {
        title: say(labels::KEPT_OF_YOU),
        sentences: vec![say(labels::NO_COOKIES), say(labels::REQUESTS_KEPT)],
        ways: Vec::new(),
    });
    let ways = who_answers(
        context,
        responsible.as_ref(),
        officer_contact.as_ref(),
        policy_url.as_deref(),
    );
    if !ways.is_empty() {
        parts.push(NoticePart {
            title: say(labels::WHO_ANSWERS),
            sentences: Vec::new(),
            ways,
        });
    }
    parts
}

/// What is shown of people, and why.
fn what_is_shown(context: Context<'_>) -> NoticePart {
    let say = |words: Bilingual| words.get(context.language);
    let withheld = match (context.config.show_emails, context.config.show_phones) {
        (false, false) => Some(say(labels::NO_CONTACTS)),
        (false, true) => Some(say(labels::NO_EMAILS)),
        (true, false) => Some(say(labels::NO_PHONES)),
        (true, true) => None,
    };
    NoticePart {
        title: say(labels::SHOWN_OF_PEOPLE),
        sentences: [
            Some(say(labels::SHOWN_NAMES)),
            Some(say(labels::SHOWN_WHY)),
            Some(say(labels::SHOWN_PHOTOS)),
            withheld,
        ]
        .into_iter()
        .flatten()
        .collect(),
        ways: Vec::new(),
    }
}

/// Whom to turn to about the whole, and where more is said.
fn who_answers(
    context: Context<'_>,
    responsible: Option<&Text>,
    officer_contact: Option<&Text>,
    policy_url: Option<&str>,
) -> Vec<NoticeWay> {
    let say = |words: Bilingual| words.get(context.language);
    let named = |label, text: Option<&Text>| Some(way(context, Some(label), text?));
    [
        named(say(labels::RESPONSIBLE), responsible),
        named(say(labels::OFFICER), officer_contact),
        policy_url.map(|url| to(context, url, say(labels::READ_PRIVACY_STATEMENT))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn to(context: Context<'_>, url: &str, words: &str) -> NoticeWay {
    NoticeWay {
        label: None,
        text: context.own(words),
        href: Some(url.to_owned()),
    }
}

/// A contact as written: an address that can be followed, or words.
fn way(context: Context<'_>, label: Option<&'static str>, contact: &Text) -> NoticeWay {
    let LocalText { text, lang } = context.said(contact);
    let written = if lang.is_none() && context.language != context.config.language() {
        contact.translation.as_deref().unwrap_or(&contact.original)
    } else {
        &contact.original
    };
    let href = if is_email(written) {
        Some(format!("mailto:{written}"))
    } else {
        is_address(written).then(|| written.to_owned())
    };
    NoticeWay {
        label,
        text: match href {
            // Neither typography nor a language has a say in an address.
            Some(_) => LocalText {
                text: written.to_owned(),
                lang: None,
            },
            None => LocalText { text, lang },
        },
        href,
    }
}

/// Whether words are an address on the web and nothing else.
fn is_address(words: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        let rest = words.strip_prefix(scheme);
        rest.is_some_and(|rest| !rest.is_empty())
    }) && !words.contains(|character: char| character.is_whitespace() || character.is_control())
}

/// `notice.html`: what the site owes its readers to know, about accessibility or privacy.
#[derive(Debug, Serialize)]
pub struct NoticeView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: LocalText,
    pub lead_in: &'static str,
    pub parts: Vec<NoticePart>,
}

#[derive(Debug, Serialize)]
pub struct NoticePart {
    pub title: &'static str,
    pub sentences: Vec<&'static str>,
    /// Whom to turn to, or what to read.
    pub ways: Vec<NoticeWay>,
}

#[derive(Debug, Serialize)]
pub struct NoticeWay {
    /// "Functionaris gegevensbescherming", where the text does not say it.
    pub label: Option<&'static str>,
    pub text: LocalText,
    /// An address of mail or of the web; `None` where the contact is in words.
    pub href: Option<String>,
}
