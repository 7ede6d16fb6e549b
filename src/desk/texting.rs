//! What the script asks about a text while it is written: how it will look, and what a pasted piece
//! of a web page is as Markdown.

use serde::Serialize;

use super::answer::Answer;
use super::posted::Posted;
use super::studied::{PageGiven, site};
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use crate::intake::document::{Losses, pasted};
use crate::markdown::{self, FoundKind, HtmlOptions, Resolved};
use crate::records::{EventId, TypedId as _};
use crate::reference::name_and_heading;
use crate::schema::Kind;
use crate::words::Language;
use crate::words::desk as words;
use crate::words::phrases::listing;

/// The control with the text, or with the piece of a page.
const TEXT: &str = "text";

/// The control with the event of the text.
const EVENT: &str = "event";

/// A pasted piece, for the script.
#[derive(Debug, Serialize)]
struct PastedTold {
    markdown: String,
    /// What was lost, as a sentence; nothing where nothing was.
    told: String,
}

/// A text as its readers will see it: the body that the site has of it, without its pictures.
pub(super) fn text(work: &mut impl DeskWork, posted: &Posted, given: PageGiven<'_>) -> Answer {
    let text = posted.first(TEXT).unwrap_or_default();
    let event = posted.first(EVENT).unwrap_or_default();
    site(work, Purpose::Writing, given, |survey, around| {
        let options = HtmlOptions {
            raw_html: survey.study.config.raw_html,
            language: around.language,
            heading_level: 2,
            id_prefix: String::new(),
        };
        let report = &survey.study.report;
        let event = report.named(Kind::Event, None, event).and_then(EventId::of);
        let body = markdown::html(text, &options, &mut |kind, destination| match kind {
            FoundKind::Link => link(survey, destination, event, around.preview),
            FoundKind::Image | FoundKind::RawHtml => Resolved::Withheld,
        });
        Answer::Frame(format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>\
             <link rel=\"stylesheet\" href=\"/desk.css\"><base target=\"_blank\"></head>\
             <body class=\"text\">{body}</body></html>\n",
            around.language.tag(),
            around.say(words::TEXT_PREVIEW),
        ))
    })
}

/// Links lead to the preview of the site, or to another site.
fn link(
    survey: &Survey<'_>,
    destination: &str,
    event: Option<EventId>,
    preview: Option<&str>,
) -> Resolved {
    let report = &survey.study.report;
    let (name, _) = name_and_heading(destination);
    let href = match report.find(name, event) {
        Some(record) => {
            let addresses = &survey.study.plan.addresses;
            let address = addresses.record(report, record, survey.language);
            preview
                .zip(address)
                .map(|(preview, address)| format!("{preview}{address}"))
        }
        None => match markdown::scheme(destination).as_deref() {
            Some("http" | "https") => Some(destination.to_owned()),
            _ => None,
        },
    };
    href.map_or(Resolved::Withheld, |href| Resolved::Link { href })
}

/// A pasted piece of a page as Markdown, with what is lost of it.
pub(super) fn paste(language: Language, posted: &Posted) -> Answer {
    let told = match pasted(posted.first(TEXT).unwrap_or_default()) {
        Ok(piece) => PastedTold {
            told: lost(&piece.losses, language),
            markdown: piece.markdown,
        },
        Err(_) => PastedTold {
            markdown: String::new(),
            told: words::NOT_PASTED.get(language).to_owned(),
        },
    };
    Answer::Values(serde_json::to_string(&told).expect("plain values always become JSON"))
}

/// "Niet overgenomen: 2 foto’s en 1 opmerking."
fn lost(losses: &Losses, language: Language) -> String {
    let all = losses.iter().filter(|(_, count)| **count > 0);
    let counted: Vec<String> = all
        .map(|(loss, count)| loss.noun().counted(*count, language))
        .collect();
    if counted.is_empty() {
        return String::new();
    }
    let what = listing(&counted, language);
    words::not_taken(&what).get(language).to_owned()
}
