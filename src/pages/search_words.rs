//! The words by which a record is found: what it says itself, in the order in which that is shown
//! around a word that was found.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::context::Context;
use super::local_text::LocalText;
use super::{event_cards, tags, texts};
use crate::schema::choices::Choice as _;

use crate::markdown::every_word;
use crate::records::{
    EventId, FieldRole, FigureId, IdeaId, LongText, NeedId, Organisation, OrganisationId, Party,
    RecordId, RegionId, SpeakerId, ThemeId, Told,
};
use crate::words::Text;

/// How much of a text without a title stands for one.
const TITLE_LENGTH: usize = 80;
/// How much of a text can be found. A longer one is cut: a book among the records must not outweigh
/// the rest.
const TEXT_LENGTH: usize = 20_000;

/// What is gathered of a record.
pub(super) struct SearchWords {
    pub(super) title: LocalText,
    /// Where and when.
    pub(super) facts: Vec<String>,
    pub(super) texts: Vec<String>,
    /// Names by which it is found, and which are not shown.
    pub(super) names: Vec<String>,
    pub(super) regions: Vec<RegionId>,
    pub(super) themes: Vec<ThemeId>,
    /// The first days of its events.
    pub(super) days: BTreeSet<Date>,
}

impl SearchWords {
    /// Gathers it all; nothing of what has no words to be called by.
    pub(super) fn of(context: Context<'_>, record: RecordId) -> Option<Self> {
        let mut words = HeardWords {
            context,
            event: tags::event_of(context, record),
            texts: Vec::new(),
        };
        let told = context.report.record(record);
        told.tell(&mut |role, told| {
            if role == FieldRole::Found {
                words.hear(told);
            }
        });
        let title = title(context, record, &words)?;
        words.texts.extend(besides(context, record));
        let (regions, themes) = places(context, record);
        Some(Self {
            title,
            facts: facts(context, record),
            texts: words.texts,
            names: names(context, record),
            regions,
            themes,
            days: days(context, record),
        })
    }
}

/// What is heard of a record that can be found.
struct HeardWords<'a> {
    context: Context<'a>,
    event: Option<EventId>,
    texts: Vec<String>,
}

impl HeardWords<'_> {
    fn hear(&mut self, told: Told<'_>) {
        match told {
            Told::Line(line) => self
                .texts
                .push(tags::said_in(self.context, line, self.event).text),
            Told::Text(text) => self.text(text, self.event),
            Told::News(event, text) => self.text(text, event),
            Told::Words(words) => self.texts.push(words.to_owned()),
            Told::Parties(parties) => self.texts.push(named(self.context, parties)),
            Told::Needs(needs) => needs.iter().for_each(|need| self.need(*need)),
            Told::Ideas(ideas) => ideas.iter().for_each(|idea| self.idea(*idea)),
            Told::Speakers(speakers) => speakers.iter().for_each(|speaker| self.speaker(*speaker)),
            Told::Regions(_) | Told::Themes(_) | Told::Session(_) | Told::KnownOf(_) => {}
        }
    }

    fn text(&mut self, text: &LongText, event: Option<EventId>) {
        let (text, _) = texts::in_language(self.context, text, event);
        self.texts.push(every_word(&text.text, TEXT_LENGTH));
    }

    /// What a deal takes up is found by its title; one without a page of its own is found here or
    /// nowhere.
    fn taken_up(&mut self, title: &Text, text: Option<&LongText>, event: EventId) {
        self.texts
            .push(tags::said_in(self.context, title, Some(event)).text);
        if let Some(text) = text {
            self.text(text, Some(event));
        }
    }

    fn need(&mut self, id: NeedId) {
        let need = &self.context.report[id];
        let text = need.text.as_ref().filter(|_| need.inline);
        self.taken_up(&need.title, text, need.event);
    }

    fn idea(&mut self, id: IdeaId) {
        let idea = &self.context.report[id];
        let text = idea.text.as_ref().filter(|_| idea.inline);
        self.taken_up(&idea.title, text, idea.event);
    }

    fn speaker(&mut self, id: SpeakerId) {
        let speaker = self.context.report.record(RecordId::Speaker(id));
        speaker.tell(&mut |role, told| {
            if role == FieldRole::Found {
                self.hear(told);
            }
        });
    }
}

fn title(context: Context<'_>, record: RecordId, words: &HeardWords<'_>) -> Option<LocalText> {
    match record {
        RecordId::Figure(id) => Some(measured(context, id)),
        RecordId::Outcome(id) => Some(opening(context, &context.report[id].text, words.event)),
        RecordId::Quote(id) => Some(opening(context, &context.report[id].text, words.event)),
        _ => tags::called(context, record),
    }
}

/// The first words of a text that has no title.
fn opening(context: Context<'_>, text: &LongText, event: Option<EventId>) -> LocalText {
    let (text, language) = texts::in_language(context, text, event);
    LocalText {
        text: every_word(&text.text, TITLE_LENGTH),
        lang: (language != context.language).then(|| language.tag()),
    }
}

/// "Deelnemers: 120 mensen".
fn measured(context: Context<'_>, id: FigureId) -> LocalText {
    let figure = &context.report[id];
    let language = context.report[figure.event].language;
    let label = context.said_from(&figure.label, language);
    let value = event_cards::figure_value(context, &figure.value, language).text;
    let unit = figure.unit.as_ref();
    let unit = unit.map(|unit| format!(" {}", context.said_from(unit, language).text));
    LocalText {
        text: format!("{}: {value}{}", label.text, unit.unwrap_or_default()),
        lang: label.lang,
    }
}

/// Words that stand with a record and are none of its fields.
fn besides(context: Context<'_>, record: RecordId) -> Option<String> {
    match record {
        RecordId::Figure(id) => {
            let source = context.report[id].source.as_ref();
            source.map(|source| format!("{} {source}", context.words().source))
        }
        RecordId::Resource(id) => {
            let kind = context.report[id].kind;
            let label = kind.and_then(|kind| kind.label_in(context.language));
            label.map(ToOwned::to_owned)
        }
        _ => None,
    }
}

/// Where and when, or what somebody is.
fn facts(context: Context<'_>, record: RecordId) -> Vec<String> {
    let report = context.report;
    let region = |id: &RegionId| context.said(&report[*id].name).text;
    let theme = |id: &ThemeId| context.said(&report[*id].name).text;
    match record {
        RecordId::Event(id) => {
            let place = report[id].place.as_ref();
            let place = place.map(|place| place.name.iter().chain(&place.town).cloned());
            let date = tags::event_date(context, id);
            [date]
                .into_iter()
                .chain(place.into_iter().flatten())
                .collect()
        }
        RecordId::Region(id) => report[id].parents.iter().map(region).collect(),
        RecordId::Theme(id) => report[id].parents.iter().map(theme).collect(),
        RecordId::Organisation(id) => report[id].regions.iter().map(region).collect(),
        RecordId::Person(id) => {
            let person = &report[id];
            let role = person.role.as_ref().map(|role| context.said(role).text);
            let organisation = named(context, person.organisation.as_slice());
            let organisation = Some(organisation).filter(|name| !name.is_empty());
            role.into_iter().chain(organisation).collect()
        }
        _ => report
            .record(record)
            .event()
            .map_or_else(Vec::new, |event| {
                let name = tags::event_tag(context, event).name.text.clone();
                vec![name, tags::event_date(context, event)]
            }),
    }
}

fn names(context: Context<'_>, record: RecordId) -> Vec<String> {
    let report = context.report;
    match record {
        RecordId::Person(id) => report[id].also.clone(),
        RecordId::Organisation(id) => {
            let Organisation {
                also, former_names, ..
            } = &report[id];
            also.iter().chain(former_names).cloned().collect()
        }
        _ => Vec::new(),
    }
}

/// The regions and themes under which it is found.
fn places(context: Context<'_>, record: RecordId) -> (Vec<RegionId>, Vec<ThemeId>) {
    match record {
        RecordId::Region(id) => (vec![id], Vec::new()),
        RecordId::Theme(id) => (Vec::new(), vec![id]),
        _ => {
            let (regions, themes) = context.report.record(record).places();
            (regions.to_vec(), themes.to_vec())
        }
    }
}

fn days(context: Context<'_>, record: RecordId) -> BTreeSet<Date> {
    let report = context.report;
    let event = tags::event_of(context, record);
    let events = match record {
        RecordId::Person(id) => &report[id].record.events,
        RecordId::Organisation(id) => &report[id].record.events,
        RecordId::Series(id) => &report[id].events,
        _ => &event.into_iter().collect(),
    };
    events.iter().map(|event| report[*event].date).collect()
}

/// Names of those with a page, and words such as "Twee docenten".
fn named(context: Context<'_>, parties: &[Party]) -> String {
    let organisation = |id: OrganisationId| context.said(&context.report[id].name).text;
    let mut names = Vec::new();
    for party in parties {
        match party {
            Party::Person(id) => names.extend(
                context.report[*id]
                    .listed
                    .then(|| context.report[*id].name.clone()),
            ),
            Party::Organisation(id) => names.push(organisation(*id)),
            Party::Words {
                name,
                organisation: of,
            } => {
                names.push(name.to_string());
                names.extend(of.map(organisation));
            }
        }
    }
    names.join(", ")
}
