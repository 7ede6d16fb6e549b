//! What the fields of a session, a link and a speaker are to hold, by what a programme says.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};

use crate::edit::proposal::{ProposedField, Site, TableMemory, ValueHash};
use crate::feeds::programme::PublishedSession;
use crate::id::Id;
use crate::intake::rows::{Known, NameFound};
use crate::intake::schedule::{Guid, ReadLink, ReadSchedule, ReadSession, ReadSpeaker};
use crate::reference::ReferenceText;
use crate::schema::choices::Choice as _;
use crate::schema::value::EndTime;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Kind, key};
use crate::words::Language;

/// A session that begins at this hour or later is of the evening.
const EVENING: Time = Time::constant(18, 0, 0, 0);

/// A session that begins before this hour may be of the night.
const MORNING: Time = Time::constant(6, 0, 0, 0);

/// What the fields of records are made with.
pub(super) struct ProgrammeFields<'a> {
    known: &'a Known,
    memory: &'a TableMemory,
    days: RangeInclusive<Date>,
    /// Whether the programme has a session in the evening of the last day.
    has_evening: bool,
    site: Site<'a>,
}

/// The fields of a record, one by one.
struct WantedFields<'f> {
    kind: Kind,
    id: &'f Id,
    memory: &'f TableMemory,
    all: Vec<ProposedField>,
}

impl WantedFields<'_> {
    /// Wants something of a field; nothing where the programme says nothing.
    fn want(&mut self, name: &str, wanted: Option<FieldValue>) {
        let position = self.kind.schema().position(name);
        let key = FieldKey::whole(position.expect("the schema has it"));
        let base = self.memory.base(self.kind, self.id, &key);
        self.all.push(ProposedField { key, wanted, base });
    }

    fn line(&mut self, name: &str, text: &str) {
        let said = (!text.is_empty()).then(|| FieldValue::Line(text.to_owned()));
        self.want(name, said);
    }

    fn markdown(&mut self, name: &str, text: &str) {
        let said = (!text.is_empty()).then(|| FieldValue::Markdown(text.to_owned()));
        self.want(name, said);
    }
}

impl<'a> ProgrammeFields<'a> {
    pub(super) fn new(
        schedule: &ReadSchedule,
        known: &'a Known,
        memory: &'a TableMemory,
        days: RangeInclusive<Date>,
        site: Site<'a>,
    ) -> Self {
        let last = *days.end();
        let is_late = |session: &ReadSession| {
            session.date == last && session.start.is_some_and(|start| start >= EVENING)
        };
        Self {
            has_evening: schedule.sessions.iter().any(is_late),
            known,
            memory,
            days,
            site,
        }
    }

    /// Those of a session. What its page says already is not wanted in other words.
    pub(super) fn of_session(
        &self,
        session: &ReadSession,
        id: &Id,
        published: Option<&PublishedSession<'_>>,
    ) -> Vec<ProposedField> {
        let mut fields = self.fields(Kind::Session, id);
        let written = |own: Option<&str>, said: &str| match own {
            Some(own) if is_same_text(own, said) => own.to_owned(),
            _ => said.to_owned(),
        };
        fields.line(
            key::TITLE,
            &written(published.map(|own| own.title), &session.title),
        );
        if let Some(kind) = session.kind {
            fields.line(key::KIND, kind.word().get(self.site.language));
        }
        let is_on_its_day = published.is_some_and(|own| own.date == session.date);
        if !is_on_its_day && (published.is_some() || self.needs_date(session)) {
            fields.want(key::DATE, Some(FieldValue::Date(session.date)));
        }
        if let Some(start) = session.start {
            fields.want(key::START, Some(FieldValue::Time(start)));
            let end = session.end.map(|end| match end {
                EndTime::At(time) => FieldValue::Time(time),
                EndTime::Midnight => FieldValue::Line("24:00".to_owned()),
            });
            fields.want(key::END, end);
        }
        if let Some(room) = &session.room {
            fields.line(
                key::ROOM,
                &written(published.and_then(|own| own.room), room),
            );
        }
        let says = |said: &dyn Fn(&PublishedSession<'_>) -> bool| published.is_some_and(said);
        if let Some(names) = &session.speakers
            && !says(&|own| own.names == *names)
        {
            let parties = names.iter().map(|name| self.party(name)).collect();
            let said = (!names.is_empty()).then_some(FieldValue::List(parties));
            fields.want(key::SPEAKERS, said);
        }
        if let Some(theme) = &session.theme
            && !says(&|own| own.theme.is_some_and(|name| self.is_theme(name, theme)))
        {
            fields.want(key::THEMES, Some(FieldValue::List(vec![theme.clone()])));
        }
        if let Some(text) = &session.text
            && !says(&|own| is_same_text(&own.text, &text.said))
        {
            fields.markdown(key::TEXT, &text.markdown);
        }
        fields.all
    }

    fn fields<'f>(&'f self, kind: Kind, id: &'f Id) -> WantedFields<'f> {
        WantedFields {
            kind,
            id,
            memory: self.memory,
            all: Vec::new(),
        }
    }

    /// Whether a new session has to name its day: where the event has more, and in a night, unless
    /// an evening goes before it.
    fn needs_date(&self, session: &ReadSession) -> bool {
        let is_one_day = self.days.start() == self.days.end();
        let is_early = session.start.is_some_and(|start| start < MORNING);
        let is_after = session.date > *self.days.end();
        !(is_one_day && (!is_early || is_after && self.has_evening))
    }

    /// Somebody by the id that the site has for them, else in words.
    pub(super) fn party(&self, name: &str) -> String {
        let found = [Kind::Person, Kind::Organisation].map(|kind| self.known.find(kind, name));
        match found {
            [NameFound::One(record), NameFound::Nothing]
            | [NameFound::Nothing, NameFound::One(record)] => record.id.clone(),
            _ => name.to_owned(),
        }
    }

    fn is_theme(&self, name: &str, id: &str) -> bool {
        let found = self.known.find(Kind::Theme, name);
        matches!(found, NameFound::One(record) if record.id == id)
    }

    /// Those of a link; `of` is what it belongs to, where it is new.
    pub(super) fn of_link(
        &self,
        link: &ReadLink,
        id: &Id,
        of: Option<String>,
    ) -> Vec<ProposedField> {
        let mut fields = self.fields(Kind::Resource, id);
        fields.line(key::TITLE, &link.title);
        fields.line(key::URL, &link.address);
        if let Some(of) = of {
            fields.line(key::OF, &of);
        }
        fields.all
    }

    /// Those of a speaker, who is known by this key.
    pub(super) fn of_speaker(&self, speaker: &ReadSpeaker, key: &Id) -> Vec<ProposedField> {
        let mut fields = self.fields(Kind::Speaker, key);
        fields.line(key::PERSON, &self.party(&speaker.name));
        if !speaker.role.is_empty() {
            fields.line(key::ROLE, &speaker.role);
        }
        if !speaker.text.is_empty() {
            fields.markdown(key::TEXT, &speaker.text);
        }
        fields.all
    }

    /// How a record of the event names a session.
    pub(super) fn reference_to(&self, session: &Id) -> String {
        let kind = Kind::Session.schema().name.get(self.site.language);
        format!("{kind}:{session}")
    }

    /// Whether a reference names a session.
    pub(super) fn is_reference_to(written: &str, session: &Id) -> bool {
        let reference = ReferenceText::of(written);
        reference.kind() == Some(Kind::Session) && reference.id == session.as_str()
    }
}

/// Whether two texts say the same words.
fn is_same_text(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// What a link is known by: its session and where it leads.
pub(super) fn resource_guid(session: &Guid, link: &ReadLink) -> Guid {
    Guid::made_of(&format!("{session} {}", link.address))
}

/// What stands for a speaker in what is remembered: a hash, since a name is not to be kept there.
pub(super) fn person_key(speaker: &ReadSpeaker) -> Id {
    let schema = Kind::Speaker.schema();
    let position = schema.position(key::PERSON).expect("the schema has it");
    let name = FieldValue::Line(speaker.name.to_lowercase());
    let nobody = |_: Kind, _: &str| None;
    let hash = ValueHash::of(&name, &schema.fields[position], Language::Nl, &nobody);
    Id::new(&format!("n{hash}")).expect("letters and digits")
}
