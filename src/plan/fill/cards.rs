//! Cards: how a record looks on the pages of others.

use super::Speaking;
use super::texts::Standing;
use crate::plan::address::{
    figure_fragment, outcome_fragment, percent_encoded, quote_fragment, resource_fragment,
    session_fragment,
};
use crate::plan::pages::{List, ListKind, Narrow, Page};
use crate::plan::view::{
    CorrectionRow, DealCard, EventCard, FigureCard, FigureYear, HalfCard, IdeaCard, LeadCard,
    LinkRow, More, OutcomeCard, PartyTag, QuoteCard, RegionRow, ResourceCard, Said, Section,
    SessionRow, SourceRow, SpeakerCard, Tag,
};
use crate::report::{
    Attendance, Correction, DealId, EventId, EventStatus, FigureId, FigureValue, IdeaId, Link,
    NeedId, OrganisationId, OutcomeId, Part, PersonId, QuoteId, RecordId, RegionId, RegionKind,
    ResourceId, ResourceKind, ResourceTarget, SessionId, SessionKind, Side, Source, SpeakerId,
    ThemeId,
};
use crate::shared::Shared;
use crate::source::SourcePath;
use crate::words::dates::{day_month_year, long, range, time, time_range};
use crate::words::numbers::{count, decimal};
use crate::words::phrases::{self, Noun, file_size, picture_size};
use crate::words::{Bilingual, Language, both};

/// How many possible matches a card names.
const MATCHES_ON_CARD: usize = 3;

impl Speaking<'_> {
    pub(super) fn new_event_card(self, id: EventId) -> EventCard {
        let event = &self.report()[id];
        let place = event
            .place
            .as_ref()
            .and_then(|place| place.town.clone().or_else(|| place.name.clone()));
        let online = event.attendance == Some(Attendance::Online);
        EventCard {
            title: self.said_from(&event.title, event.language),
            href: self.href(Page::Event(id)),
            date: self.event_date(id),
            date_iso: event.date.to_string(),
            year: event.date.year().to_string(),
            place: if online {
                Some("online".to_owned())
            } else {
                place
            },
            status: event
                .status
                .filter(|status| *status != EventStatus::Held)
                .map(|status| event_status(status).get(self.language).to_owned()),
            summary: event
                .summary
                .as_ref()
                .map(|summary| self.said_from(summary, event.language)),
        }
    }

    /// The days of an event in words.
    pub(super) fn event_date(self, id: EventId) -> String {
        let event = &self.report()[id];
        match event.end.filter(|end| *end > event.date) {
            Some(end) => range(event.date, end, self.language),
            None => long(event.date, self.language),
        }
    }

    pub(super) fn new_event_tag(self, id: EventId) -> Tag {
        let event = &self.report()[id];
        Tag {
            name: self.said_from(&event.title, event.language),
            href: self.href(Page::Event(id)),
            id: event.id.to_string(),
        }
    }

    pub(super) fn region_tag(self, id: RegionId) -> Tag {
        let region = &self.report()[id];
        Tag {
            name: self.said(&region.name),
            href: self.href(Page::Region(id)),
            id: region.id.to_string(),
        }
    }

    pub(super) fn theme_tag(self, id: ThemeId) -> Tag {
        let theme = &self.report()[id];
        Tag {
            name: self.said(&theme.name),
            href: self.href(Page::Theme(id)),
            id: theme.id.to_string(),
        }
    }

    pub(super) fn region_tags(self, regions: &[RegionId]) -> Vec<Shared<Tag>> {
        regions
            .iter()
            .map(|region| self.shared_region_tag(*region))
            .collect()
    }

    pub(super) fn theme_tags(self, themes: &[ThemeId]) -> Vec<Shared<Tag>> {
        themes
            .iter()
            .map(|theme| self.shared_theme_tag(*theme))
            .collect()
    }

    pub(super) fn session_tag(self, id: SessionId) -> Tag {
        let session = &self.report()[id];
        let href = self
            .addresses()
            .record(self.report(), RecordId::Session(id), self.language)
            .unwrap_or_default();
        Tag {
            name: self.said_from(&session.title, self.report()[session.event].language),
            href,
            id: session.id.to_string(),
        }
    }

    pub(super) fn new_person_tag(self, id: PersonId) -> PartyTag {
        let person = &self.report()[id];
        PartyTag {
            name: Self::name(&person.name),
            href: person.listed.then(|| self.href(Page::Person(id))),
            organisation: None,
        }
    }

    pub(super) fn new_organisation_tag(self, id: OrganisationId) -> PartyTag {
        PartyTag {
            name: self.said(&self.report()[id].name),
            href: Some(self.href(Page::Organisation(id))),
            organisation: None,
        }
    }

    /// Somebody who has no record of their own.
    pub(super) fn tag_in_words(self, name: &str, organisation: Option<OrganisationId>) -> PartyTag {
        PartyTag {
            name: Said {
                text: name.to_owned(),
                lang: (self.language != self.fill.config.language())
                    .then(|| self.fill.config.language().tag()),
            },
            href: None,
            organisation: organisation.map(|id| self.organisation_tag(id)),
        }
    }

    pub(super) fn half_card(self, id: NeedId) -> HalfCard {
        let need = &self.report()[id];
        HalfCard {
            title: self.said_from(&need.title, self.report()[need.event].language),
            href: (!need.inline).then(|| self.href(Page::Need(id))),
            by: self.parties(&need.by),
        }
    }

    pub(super) fn new_deal_card(self, id: DealId) -> DealCard {
        let deal = &self.report()[id];
        let event = &self.report()[deal.event];
        DealCard {
            title: self.said_from(&deal.title, event.language),
            href: self.href(Page::Deal(id)),
            asks: deal.asks.iter().map(|need| self.half_card(*need)).collect(),
            offers: deal
                .offers
                .iter()
                .map(|need| self.half_card(*need))
                .collect(),
            parties: if deal.asks.is_empty() && deal.offers.is_empty() {
                self.parties(&deal.parties)
            } else {
                Vec::new()
            },
            status: self.deal_status(deal),
            regions: self.region_tags(&deal.regions),
            themes: self.theme_tags(&deal.themes),
            event: self.event_tag(deal.event),
            date: day_month_year(event.date, self.language),
        }
    }

    /// How many ideas have a page of their own: those written inside a deal are counted with the
    /// deal.
    pub(super) fn ideas_with_page(self, ideas: &[IdeaId]) -> usize {
        ideas
            .iter()
            .filter(|idea| !self.report()[**idea].inline)
            .count()
    }

    pub(super) fn new_idea_card(self, id: IdeaId) -> IdeaCard {
        let idea = &self.report()[id];
        let event = &self.report()[idea.event];
        IdeaCard {
            title: self.said_from(&idea.title, event.language),
            href: (!idea.inline).then(|| self.href(Page::Idea(id))),
            by: self.parties(&idea.by),
            status: self.idea_status(idea),
            regions: self.region_tags(&idea.regions),
            themes: self.theme_tags(&idea.themes),
            event: self.event_tag(idea.event),
            date: day_month_year(event.date, self.language),
        }
    }

    pub(super) fn new_lead_card(self, id: NeedId) -> LeadCard {
        let need = &self.report()[id];
        let event = &self.report()[need.event];
        LeadCard {
            side: side_key(need.side),
            title: self.said_from(&need.title, event.language),
            href: (!need.inline).then(|| self.href(Page::Need(id))),
            by: self.parties(&need.by),
            status: self.need_status(need),
            open: need.lead,
            question: side_question(need.side).get(self.language),
            matches: need
                .matches
                .iter()
                .take(MATCHES_ON_CARD)
                .map(|id| self.need_tag(*id))
                .collect(),
            regions: self.region_tags(&need.regions),
            themes: self.theme_tags(&need.themes),
            event: self.event_tag(need.event),
            date: day_month_year(event.date, self.language),
        }
    }

    fn need_tag(self, id: NeedId) -> Tag {
        let need = &self.report()[id];
        Tag {
            name: self.said_from(&need.title, self.report()[need.event].language),
            href: self.href(Page::Need(id)),
            id: need.id.to_string(),
        }
    }

    pub(super) fn speaker_card(self, id: SpeakerId) -> SpeakerCard {
        let speaker = &self.report()[id];
        let written_in = self.report()[speaker.event].language;
        let position = self.report()[speaker.event]
            .speakers
            .iter()
            .position(|other| *other == id)
            .unwrap_or_default();
        let prefix = format!("spreker-{}-", position + 1);
        SpeakerCard {
            person: self.party(&speaker.person),
            role: speaker
                .role
                .as_ref()
                .map(|role| self.said_from(role, written_in)),
            organisation: speaker.organisation.as_ref().map(|party| self.party(party)),
            part: speaker
                .part
                .and_then(|part| part_label(part, self.language)),
            text: speaker.text.as_ref().map(|text| {
                self.html(
                    text,
                    Standing {
                        event: Some(speaker.event),
                        heading_level: 4,
                        prefix: &prefix,
                    },
                )
            }),
            sessions: speaker
                .sessions
                .iter()
                .map(|session| self.session_tag(*session))
                .collect(),
        }
    }

    pub(super) fn session_row(self, id: SessionId, with_parts: bool) -> SessionRow {
        let session = &self.report()[id];
        let written_in = self.report()[session.event].language;
        SessionRow {
            id: session_fragment(self.report(), id),
            title: self.said_from(&session.title, written_in),
            href: session.has_page.then(|| self.href(Page::Session(id))),
            time: match (session.start, session.end) {
                (Some(start), Some(end)) => Some(time_range(start, end, self.language)),
                (Some(start), None) => Some(time(start, self.language)),
                (None, _) => None,
            },
            room: session
                .room
                .as_ref()
                .map(|room| self.said_from(room, written_in)),
            kind: session
                .kind
                .and_then(|kind| session_kind(kind, self.language)),
            question: session
                .question
                .as_ref()
                .map(|question| self.said_from(question, written_in)),
            speakers: self.parties(&session.speakers),
            led_by: self.parties(&session.led_by),
            parts: if with_parts {
                session
                    .parts
                    .iter()
                    .map(|part| self.session_row(*part, true))
                    .collect()
            } else {
                Vec::new()
            },
        }
    }

    pub(super) fn outcome_card(self, id: OutcomeId, on_event: bool) -> OutcomeCard {
        let outcome = &self.report()[id];
        let fragment = outcome_fragment(self.report(), id);
        let prefix = format!("{fragment}-");
        OutcomeCard {
            text: self.html(
                &outcome.text,
                Standing {
                    event: Some(outcome.event),
                    heading_level: 4,
                    prefix: &prefix,
                },
            ),
            id: fragment,
            themes: self.theme_tags(&outcome.themes),
            regions: self.region_tags(&outcome.regions),
            event: (!on_event).then(|| self.event_tag(outcome.event)),
        }
    }

    pub(super) fn quote_card(self, id: QuoteId, on_event: bool) -> QuoteCard {
        let quote = &self.report()[id];
        let event = &self.report()[quote.event];
        let fragment = quote_fragment(self.report(), id);
        let prefix = format!("{fragment}-");
        // The role of that day, where the event has it.
        let role = event
            .speakers
            .iter()
            .map(|speaker| &self.report()[*speaker])
            .find(|speaker| speaker.person == quote.by)
            .and_then(|speaker| speaker.role.as_ref());
        QuoteCard {
            text: self.html(
                &quote.text,
                Standing {
                    event: Some(quote.event),
                    heading_level: 4,
                    prefix: &prefix,
                },
            ),
            id: fragment,
            by: self.party(&quote.by),
            role: role.map(|role| self.said_from(role, event.language)),
            event: (!on_event).then(|| self.event_tag(quote.event)),
        }
    }

    pub(super) fn figure_card(self, id: FigureId, on_event: bool) -> FigureCard {
        let figure = &self.report()[id];
        let written_in = self.report()[figure.event].language;
        let measured = figure
            .measure
            .as_ref()
            .and_then(|measure| self.fill.measures.get(measure))
            .map_or(&[][..], Vec::as_slice);
        FigureCard {
            id: figure_fragment(self.report(), id),
            label: self.said_from(&figure.label, written_in),
            value: self.figure_value(&figure.value, written_in),
            unit: figure
                .unit
                .as_ref()
                .map(|unit| self.said_from(unit, written_in)),
            source: figure
                .source
                .as_ref()
                .map(|source| self.as_written(source, written_in)),
            as_of: figure.as_of.map(|date| day_month_year(date, self.language)),
            event: (!on_event).then(|| self.event_tag(figure.event)),
            over_years: if measured.len() > 1 {
                measured
                    .iter()
                    .map(|other| FigureYear {
                        year: self.report()[self.report()[*other].event]
                            .date
                            .year()
                            .to_string(),
                        value: self.figure_value(
                            &self.report()[*other].value,
                            self.report()[self.report()[*other].event].language,
                        ),
                        href: self
                            .addresses()
                            .record(self.report(), RecordId::Figure(*other), self.language)
                            .unwrap_or_default(),
                        current: *other == id,
                    })
                    .collect()
            } else {
                Vec::new()
            },
        }
    }

    pub(super) fn figure_value(self, value: &FigureValue, written_in: Language) -> Said {
        let text = match value {
            FigureValue::Integer(number) if *number >= 0 => {
                count(number.unsigned_abs(), self.language)
            }
            FigureValue::Integer(number) => {
                format!("−{}", count(number.unsigned_abs(), self.language))
            }
            FigureValue::Number(number) => decimal(*number, self.language),
            FigureValue::Words(words) => return self.as_written(words, written_in),
        };
        Said { text, lang: None }
    }

    pub(super) fn resource_card(self, id: ResourceId) -> ResourceCard {
        let resource = &self.report()[id];
        let mut note = Vec::new();
        if let Some(kind) = resource.kind {
            note.push(resource_kind(kind).get(self.language).to_owned());
        }
        let (href, external) = match &resource.target {
            // A photo that is handed out is what is published of it: its size is in pixels, since
            // its bytes are not made yet.
            ResourceTarget::File(file, _) if self.photo_of_file(resource.event, file).is_some() => {
                let (href, largest) = self
                    .photo_of_file(resource.event, file)
                    .map(|photo| self.largest(photo))
                    .expect("looked at just now");
                note.push("JPG".to_owned());
                note.push(picture_size(
                    largest.size.width,
                    largest.size.height,
                    self.language,
                ));
                (href, false)
            }
            ResourceTarget::File(file, size) => {
                let path = self.addresses().media(self.report(), resource.event, file);
                let (_, extension) = SourcePath::new(&path).stem_and_extension();
                if !extension.is_empty() {
                    note.push(extension.to_uppercase());
                }
                note.push(file_size(*size, self.language));
                (percent_encoded(&self.addresses().below(&path)), false)
            }
            ResourceTarget::Url(url) => {
                let host = url
                    .split_once("://")
                    .map_or(url.as_str(), |(_, rest)| rest)
                    .split(['/', '?', '#'])
                    .next()
                    .unwrap_or_default();
                note.push(host.to_owned());
                (url.clone(), true)
            }
        };
        if let Some(language) = resource
            .language
            .filter(|language| *language != self.language)
        {
            note.push(in_language(language).get(self.language).to_owned());
        }
        ResourceCard {
            id: resource_fragment(self.report(), id),
            title: self.said_from(&resource.title, self.report()[resource.event].language),
            href,
            note: note.join(", "),
            lang: resource.language.map(Language::tag),
            external,
            inaccessible: (resource.accessible == Some(false)).then(|| {
                both("Niet voor iedereen leesbaar", "Not readable for everyone")
                    .get(self.language)
                    .to_owned()
            }),
            alternative: resource.alternative.clone(),
        }
    }

    pub(super) fn source_rows(self, sources: &[Source], written_in: Language) -> Vec<SourceRow> {
        sources
            .iter()
            .map(|source| SourceRow {
                title: self.as_written(&source.title, written_in),
                href: source.url.clone(),
                date: source.date.map(|date| day_month_year(date, self.language)),
                archived: source.archived.clone(),
            })
            .collect()
    }

    pub(super) fn correction_rows(
        self,
        event: EventId,
        of: Option<RecordId>,
    ) -> Vec<CorrectionRow> {
        self.report()[event]
            .corrections
            .iter()
            .enumerate()
            .filter(|(_, correction)| of.is_none() || correction.of == of)
            .map(|(index, correction)| self.correction_row(index, correction, event, of.is_none()))
            .collect()
    }

    fn correction_row(
        self,
        index: usize,
        correction: &Correction,
        event: EventId,
        named: bool,
    ) -> CorrectionRow {
        let prefix = format!("correctie-{}-", index + 1);
        CorrectionRow {
            date: day_month_year(correction.date, self.language),
            date_iso: correction.date.to_string(),
            text: self.html(
                &correction.text,
                Standing {
                    event: Some(event),
                    heading_level: 4,
                    prefix: &prefix,
                },
            ),
            of: correction
                .of
                .filter(|of| named && *of != RecordId::Event(event))
                .and_then(|of| self.record_tag(of)),
        }
    }

    /// A record by its title, where it has an address.
    pub(super) fn record_tag(self, record: RecordId) -> Option<Tag> {
        let report = self.report();
        let href = self.addresses().record(report, record, self.language)?;
        let titled = |title: &crate::words::Text, event: EventId| {
            self.said_from(title, report[event].language)
        };
        let (name, id) = match record {
            RecordId::Event(id) => (titled(&report[id].title, id), report[id].id.to_string()),
            RecordId::Session(id) => (
                titled(&report[id].title, report[id].event),
                report[id].id.to_string(),
            ),
            RecordId::Idea(id) => (
                titled(&report[id].title, report[id].event),
                report[id].id.to_string(),
            ),
            RecordId::Need(id) => (
                titled(&report[id].title, report[id].event),
                report[id].id.to_string(),
            ),
            RecordId::Deal(id) => (
                titled(&report[id].title, report[id].event),
                report[id].id.to_string(),
            ),
            RecordId::Outcome(id) => (
                self.own(&self.plain(&report[id].text, 60)),
                report[id].id.to_string(),
            ),
            RecordId::Figure(id) => (titled(&report[id].label, report[id].event), String::new()),
            RecordId::Photo(id) => (self.own(self.words().photos), report[id].id.to_string()),
            RecordId::Resource(id) => (
                titled(&report[id].title, report[id].event),
                report[id].id.to_string(),
            ),
            RecordId::Region(id) => (self.said(&report[id].name), report[id].id.to_string()),
            RecordId::Theme(id) => (self.said(&report[id].name), report[id].id.to_string()),
            RecordId::Person(id) => (Self::name(&report[id].name), report[id].id.to_string()),
            RecordId::Organisation(id) => (self.said(&report[id].name), report[id].id.to_string()),
            RecordId::Series(id) => (self.said(&report[id].name), report[id].id.to_string()),
            RecordId::Page(id) => (self.said(&report[id].title), report[id].id.to_string()),
        };
        Some(Tag { name, href, id })
    }

    /// The resources of an event that belong to a record.
    pub(super) fn resources_of(self, event: EventId, of: RecordId) -> Vec<ResourceCard> {
        self.report()[event]
            .resources
            .iter()
            .filter(|resource| self.report()[**resource].of == Some(of))
            .map(|resource| self.resource_card(*resource))
            .collect()
    }

    pub(super) fn link_rows(self, links: &[Link], written_in: Language) -> Vec<LinkRow> {
        links
            .iter()
            .map(|link| LinkRow {
                title: self.as_written(&link.title, written_in),
                href: link.url.clone(),
            })
            .collect()
    }

    pub(super) fn region_row(self, id: RegionId, depth: usize) -> RegionRow {
        let region = &self.report()[id];
        let recorded = self.recorded_over(&self.events_behind(&region.harvest));
        RegionRow {
            tag: self.region_tag(id),
            kind: region
                .kind
                .and_then(region_kind)
                .map(|kind| kind.get(self.language).to_owned()),
            deals: self.tally(phrases::DEAL, region.harvest.deals.len(), recorded.deals),
            leads: region.harvest.leads.len(),
            ideas: self.tally(
                phrases::IDEA,
                self.ideas_with_page(&region.harvest.ideas),
                recorded.ideas,
            ),
            events: region.harvest.events.len(),
            children: if depth > 0 {
                region
                    .children
                    .iter()
                    .map(|child| self.region_row(*child, depth - 1))
                    .collect()
            } else {
                Vec::new()
            },
        }
    }

    /// The newest of a kind as cards, how many there are, and where the rest is.
    pub(super) fn section<T: Copy, C>(
        all: &[T],
        most: usize,
        card: impl Fn(T) -> C,
        more: impl FnOnce() -> Option<More>,
    ) -> Section<C> {
        Section {
            items: all.iter().take(most).map(|item| card(*item)).collect(),
            total: all.len(),
            more: if all.len() > most { more() } else { None },
        }
    }

    /// "Alle 7 deals".
    pub(super) fn more(self, kind: ListKind, narrow: Narrow, noun: Noun, number: usize) -> More {
        More {
            label: format!(
                "{} {}",
                both("Alle", "All").get(self.language),
                noun.counted(number, self.language)
            ),
            href: self.href(Page::List(List { kind, narrow }, 1)),
        }
    }
}

pub(super) fn side_key(side: Side) -> &'static str {
    match side {
        Side::Ask => "ask",
        Side::Offer => "offer",
    }
}

/// What the empty half of a lead asks its reader.
pub(super) fn side_question(side: Side) -> Bilingual {
    match side {
        Side::Ask => both("Wie kan dit bieden?", "Who can offer this?"),
        Side::Offer => both("Wie wil dit gebruiken?", "Who could use this?"),
    }
}

pub(super) fn event_status(status: EventStatus) -> Bilingual {
    match status {
        EventStatus::Held => both("Gehouden", "Held"),
        EventStatus::Planned => both("Gepland", "Planned"),
        EventStatus::Cancelled => both("Afgelast", "Cancelled"),
        EventStatus::Moved => both("Verplaatst", "Moved"),
    }
}

pub(super) fn part_label(part: Part, language: Language) -> Option<String> {
    let label = match part {
        Part::Speaker => return None,
        Part::Moderator => both("Gespreksleider", "Moderator"),
        Part::Panel => both("Panel", "Panel"),
        Part::Host => both("Gastheer", "Host"),
    };
    Some(label.get(language).to_owned())
}

fn session_kind(kind: SessionKind, language: Language) -> Option<String> {
    let label = match kind {
        SessionKind::Plenary => both("Plenair", "Plenary"),
        SessionKind::Talk => both("Lezing", "Talk"),
        SessionKind::Workshop => both("Workshop", "Workshop"),
        SessionKind::Table => both("Tafel", "Table"),
        SessionKind::Panel => both("Panel", "Panel"),
        SessionKind::Break => both("Pauze", "Break"),
        SessionKind::Other => return None,
    };
    Some(label.get(language).to_owned())
}

pub(super) fn region_kind(kind: RegionKind) -> Option<Bilingual> {
    match kind {
        RegionKind::Country => Some(both("Land", "Country")),
        RegionKind::Province => Some(both("Provincie", "Province")),
        RegionKind::Region => Some(both("Regio", "Region")),
        RegionKind::Municipality => Some(both("Gemeente", "Municipality")),
        RegionKind::District => Some(both("Wijk", "District")),
        RegionKind::Other => None,
    }
}

pub(super) fn resource_kind(kind: ResourceKind) -> Bilingual {
    match kind {
        ResourceKind::Slides => both("Presentatie", "Slides"),
        ResourceKind::Data => both("Gegevens", "Data"),
        ResourceKind::Tool => both("Gereedschap", "Tool"),
        ResourceKind::Video => both("Video", "Video"),
        ResourceKind::Document => both("Document", "Document"),
        ResourceKind::Other => both("Materiaal", "Resource"),
    }
}

fn in_language(language: Language) -> Bilingual {
    match language {
        Language::Nl => both("in het Nederlands", "in Dutch"),
        Language::En => both("in het Engels", "in English"),
    }
}
