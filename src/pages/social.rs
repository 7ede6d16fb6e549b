//! Social cards: the picture that stands for a page, and what stands on it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cards::Number;
use super::context::Context;
use super::views::CardWords;
use super::{event_cards, numbers};
use crate::drawing::card::{Face, HEIGHT, Lines, WIDTH, fitting, set};
use crate::plan::card::has_card;
use crate::plan::list::Narrow;
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::words::Language;

/// `social.svg`: a drawing of 1200 by 630, from which the picture is made. All words are set: they
/// fit lines of their size in the letters of `serif`, the only ones there are. A look without this
/// template has no cards.
#[derive(Debug, Serialize)]
pub struct SocialView {
    pub lang: &'static str,
    /// `event`, `region`, `theme`, or `home` for all other pages.
    pub kind: &'static str,
    /// The site's name, in one line of 30 pixels.
    pub site: String,
    /// What it is, when and where: "30 oktober 2018, Zwolle"; in one line of 32 pixels.
    pub kicker: String,
    /// In 860 pixels, semibold.
    pub title: Lines,
    /// At most three.
    pub numbers: Vec<SocialNumber>,
    /// The look's colours by light, as `#rrggbb`: `colours.paper`.
    pub colours: BTreeMap<String, String>,
}

/// A figure with its label.
#[derive(Debug, Serialize)]
pub struct SocialNumber {
    /// At most 330 pixels wide at 92 pixels, semibold.
    pub value: String,
    /// In 330 pixels.
    pub label: Lines,
}

/// The picture that stands for a page on other sites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SocialPicture {
    /// Its whole address.
    pub href: String,
    /// What it says, for who does not see it.
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// The sizes of a title, each with the most lines it may take beside the numbers.
const TITLE_SIZES: &[(u32, usize)] = &[(104, 2), (75, 3), (56, 4)];

/// The same where no numbers stand below it.
const TITLE_SIZES_ALONE: &[(u32, usize)] = &[(120, 3), (88, 4), (56, 6)];

const TITLE_WIDTH: u32 = 860;

/// A third of the card within its margins.
const NUMBER_WIDTH: u32 = 330;

/// The picture that stands for a page; only where cards are drawn.
pub(super) fn card_picture(context: Context<'_>, page: Page) -> Option<SocialPicture> {
    if !context.config.social || !page.has_address() {
        return None;
    }
    let card = page.with_card(context.report);
    let usual = context.config.language();
    let language = if has_card(context.report, card, context.language, usual) {
        context.language
    } else {
        usual
    };
    let path = format!(
        "{}social.png",
        context.addresses().path(context.report, card, language)
    );
    let CardWords { title, numbers, .. } = context.views.cards.get(&(card, language))?;
    // A page that borrows a card does not tell its numbers: it would have to be written again
    // with each record of the site.
    let alt = if card != page || numbers.is_empty() {
        title.clone()
    } else {
        let told: Vec<String> = numbers
            .iter()
            .map(|number| format!("{} {}", number.value, number.label))
            .collect();
        format!("{title}: {}", told.join(", "))
    };
    Some(SocialPicture {
        href: context.addresses().absolute(&path)?,
        alt,
        width: WIDTH,
        height: HEIGHT,
    })
}

pub(super) fn social(context: Context<'_>, page: Page) -> SocialView {
    let CardWords {
        title,
        kicker,
        numbers,
    } = card(context, page);
    let site = context.said(&context.config.title).text;
    let sizes = if numbers.is_empty() {
        TITLE_SIZES_ALONE
    } else {
        TITLE_SIZES
    };
    let mut title = set(&title, Face::Semibold, TITLE_WIDTH, sizes);
    if title.lines.is_empty() {
        // Not one letter of it can be drawn; the site's name is near enough.
        title = set(&site, Face::Semibold, TITLE_WIDTH, sizes);
    }
    SocialView {
        lang: context.language.tag(),
        kind: match page.subject() {
            Some(Subject::Event(_)) => "event",
            Some(Subject::Region(_)) => "region",
            Some(Subject::Theme(_)) => "theme",
            _ => "home",
        },
        site: fitting(&site, Face::Semibold, 30, 800),
        kicker: fitting(&kicker, Face::Regular, 32, TITLE_WIDTH),
        title,
        numbers: numbers
            .into_iter()
            .map(|Number { value, label, .. }| SocialNumber {
                value: fitting(&value, Face::Semibold, 92, NUMBER_WIDTH),
                label: set(
                    &label,
                    Face::Regular,
                    NUMBER_WIDTH,
                    &[(28, 1), (25, 2), (22, 3)],
                ),
            })
            .collect(),
        colours: context.views.colours.clone(),
    }
}

/// What stands on the card of an event, region, theme or, for any other page, the site.
fn card(context: Context<'_>, page: Page) -> CardWords {
    let report = context.report;
    let (title, kicker, numbers) = match page.subject() {
        Some(Subject::Event(id)) => {
            let card = event_cards::new_event_card(context, id);
            let when = match card.place {
                Some(place) => format!("{}, {place}", card.date),
                None => card.date,
            };
            let kicker = card
                .status
                .map_or_else(|| when.clone(), |status| format!("{status}: {when}"));
            (card.title.text, kicker, numbers::event_numbers(context, id))
        }
        Some(Subject::Region(id)) => {
            let kind = context.label(report[id].kind);
            (
                context.said(&report[id].name).text,
                kind.unwrap_or_else(|| context.words().region.to_owned()),
                numbers::numbers(context, &report[id].harvest, Narrow::Region(id)),
            )
        }
        Some(Subject::Theme(id)) => (
            context.said(&report[id].name).text,
            context.words().theme.to_owned(),
            numbers::numbers(context, &report[id].harvest, Narrow::Theme(id)),
        ),
        _ => (
            context.said(&context.config.title).text,
            numbers::span_of_years(context).unwrap_or_default(),
            numbers::site_numbers(context),
        ),
    };
    CardWords {
        title,
        kicker,
        numbers: numbers
            .into_iter()
            .filter(|number| number.kept)
            .take(3)
            .collect(),
    }
}

/// All cards of this language, worked out once: many pages name the same one.
pub(super) fn cards(context: Context<'_>) -> Vec<((Page, Language), CardWords)> {
    let report = context.report;
    let usual = context.config.language();
    let subjects = Subject::all(report).filter(|subject| subject.has_card());
    std::iter::once(Page::Home)
        .chain(subjects.map(Page::Of))
        .filter(|page| has_card(report, *page, context.language, usual))
        .map(|page| ((page, context.language), card(context, page)))
        .collect()
}
