//! The pages about accessibility and privacy that the settings make.

use serde::Serialize;

use super::context::Context;
use super::head::{Head, PageHead};
use super::local_text::LocalText;
use super::site::SiteHead;
use crate::config::{Accessibility, PrivacyNotice, is_email};
use crate::plan::page::{Notice, Page};
use crate::stable_hash::Shared;
use crate::words::{Text, both};

/// The name of the page, for its heading and the footer.
pub(super) fn notice_title(context: Context<'_>, notice: Notice) -> &'static str {
    match notice {
        Notice::Accessibility => both("Toegankelijkheid", "Accessibility").get(context.language),
        Notice::Privacy => both("Privacy", "Privacy").get(context.language),
    }
}

pub(super) fn notice_page(context: Context<'_>, notice: Notice) -> NoticeView {
    let title = context.own(notice_title(context, notice));
    let (kind, lead_in, parts) = match notice {
        Notice::Accessibility => (
            "accessibility",
            both(
                "Iedereen moet deze site kunnen lezen en gebruiken.",
                "Everybody must be able to read and use this site.",
            ),
            on_accessibility(context, &context.config.accessibility),
        ),
        Notice::Privacy => (
            "privacy",
            both(
                "Wat er van mensen op deze site staat, waarom, en wat u daaraan kunt laten doen.",
                "What this site holds of people, why, and what you can have done about it.",
            ),
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
    let say = |nl, en| both(nl, en).get(context.language);
    let mut parts = Vec::new();
    if let Some(url) = register_url {
        parts.push(NoticePart {
            title: say("De verklaring", "The statement"),
            sentences: vec![say(
                "Hoe toegankelijk deze site is, en wat er nog beter moet, staat in het register van de overheid.",
                "How accessible this site is, and what must still get better, stands in the government’s register.",
            )],
            ways: vec![to(context, url, say("Lees de toegankelijkheidsverklaring", "Read the accessibility statement"))],
        });
    }
    if let Some(contact) = contact {
        parts.push(NoticePart {
            title: say("Werkt er iets niet?", "Does something not work?"),
            sentences: vec![say(
                "Kunt u iets niet lezen of gebruiken? Laat het weten. Schrijf op welke pagina het is, en wat u wilde doen.",
                "Is there anything that you cannot read or use? Tell us. Write down which page it is, and what you wanted to do.",
            )],
            ways: vec![way(context, None, contact)],
        });
    }
    parts.push(NoticePart {
        title: say("Wat er aan gedaan is", "What has been done about it"),
        sentences: vec![
            say(
                "De pagina’s zijn gemaakt om te lezen met een muis, een toetsenbord, een schermlezer of een telefoon, en op papier.",
                "The pages are made to be read with a mouse, a keyboard, a screen reader or a phone, and on paper.",
            ),
            say(
                "Een foto heeft een beschrijving in woorden, of is alleen versiering.",
                "A photo has a description in words, or is only decoration.",
            ),
            say("Wat hier te lezen is, is zonder JavaScript te lezen.", "What there is to read here can be read without JavaScript."),
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
    let say = |nl, en| both(nl, en).get(context.language);
    let mut parts = vec![what_is_shown(context)];
    if let Some(contact) = contact {
        parts.push(NoticePart {
            title: say("Iets laten verbeteren of weghalen", "Having something corrected or removed"),
            sentences: vec![say(
                "Klopt er iets niet, of wilt u niet op deze site staan? Laat het weten, en schrijf erbij op welke pagina het is.",
                "Is something not right, or do you not want to be on this site? Tell us, and add which page it is.",
            )],
            ways: vec![way(context, None, contact)],
        });
    }
    parts.push(NoticePart {
        title: say("Wat deze site van u bewaart", "What this site keeps of you"),
        sentences: vec![
            say("Deze site zet geen cookies en laadt niets van andere sites.", "This site sets no cookies and loads nothing from other sites."),
            say(
                "De computer waar de site op staat kan wel bijhouden welke pagina’s worden opgevraagd.",
                "The computer that the site stands on may keep a record of the pages that are asked for.",
            ),
        ],
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
            title: say("Wie hierover gaat", "Who answers for this"),
            sentences: Vec::new(),
            ways,
        });
    }
    parts
}

/// What is shown of people, and why.
fn what_is_shown(context: Context<'_>) -> NoticePart {
    let say = |nl, en| both(nl, en).get(context.language);
    let withheld = match (context.config.show_emails, context.config.show_phones) {
        (false, false) => Some(say(
            "E-mailadressen en telefoonnummers uit de verslagen staan er niet op.",
            "E-mail addresses and phone numbers from the reports are not shown.",
        )),
        (false, true) => Some(say(
            "E-mailadressen uit de verslagen staan er niet op.",
            "E-mail addresses from the reports are not shown.",
        )),
        (true, false) => Some(say(
            "Telefoonnummers uit de verslagen staan er niet op.",
            "Phone numbers from the reports are not shown.",
        )),
        (true, true) => None,
    };
    NoticePart {
        title: say("Wat er van mensen op staat", "What is shown of people"),
        sentences: [
            Some(say(
                "Deze site is een verslag van bijeenkomsten. Er kunnen namen op staan van mensen die er spraken, of die iets vroegen, boden of afspraken, met hun werk van toen.",
                "This site is a report of events. It may show the names of people who spoke there, or who asked, offered or agreed something, with their work at the time.",
            )),
            Some(say(
                "Dat is om te laten zien wie iets zei of deed, en zodat mensen elkaar kunnen vinden.",
                "That is to show who said or did something, and so that people can find each other.",
            )),
            Some(say(
                "Een foto staat er alleen op met toestemming, of als die niet nodig is.",
                "A photo is shown only with consent, or where none is needed.",
            )),
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
    let say = |nl, en| both(nl, en).get(context.language);
    let named = |label, text: Option<&Text>| Some(way(context, Some(label), text?));
    let read_on = say(
        "Lees de hele privacyverklaring",
        "Read the whole privacy statement",
    );
    let officer = say(
        "Functionaris gegevensbescherming:",
        "Data protection officer:",
    );
    [
        named(say("Verantwoordelijk:", "Responsible:"), responsible),
        named(officer, officer_contact),
        policy_url.map(|url| to(context, url, read_on)),
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
