//! The programme of an event as readers see it, in the words that programmes have: names instead of
//! records, plain texts, links to the web.

use jiff::civil::{Date, DateTime, Time};

use crate::config::Config;
use crate::id::Id;
use crate::intake::schedule::Guid;
use crate::markdown;
use crate::records::{EventId, Party, Report, ResourceTarget, Session, SessionId};
use crate::schema::choices::SessionKind;

/// A part of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedSession<'a> {
    /// Which session it is.
    pub of: SessionId,
    /// Its id.
    pub id: &'a Id,
    /// What other programs know it by.
    pub guid: Guid,
    /// Its title.
    pub title: &'a str,
    /// What sort it is.
    pub kind: Option<SessionKind>,
    /// Its day.
    pub date: Date,
    /// When it begins.
    pub start: Option<Time>,
    /// When it ends.
    pub end: Option<DateTime>,
    /// Its room.
    pub room: Option<&'a str>,
    /// Its first theme.
    pub theme: Option<&'a str>,
    /// The names of those who speak.
    pub names: Vec<String>,
    /// What is said of it, without any markup.
    pub text: String,
    /// Title and address.
    pub links: Vec<(&'a str, &'a str)>,
}

/// The programme of an event in its order. `known` gives what other programs know a session by
/// already.
pub fn programme<'a>(
    report: &'a Report,
    config: &Config,
    event: EventId,
    known: &dyn Fn(&Id) -> Option<Guid>,
) -> Vec<PublishedSession<'a>> {
    let sessions = report[event].sessions.iter();
    let published = |of: &SessionId| {
        let session = &report[*of];
        let guid = known(&session.id);
        PublishedSession {
            of: *of,
            id: &session.id,
            guid: guid.unwrap_or_else(|| own_guid(config, &report[event].id, &session.id)),
            title: &session.title.original,
            kind: session.kind,
            date: session.date,
            start: session.start,
            end: session.end,
            room: session.room.as_ref().map(|room| &*room.original),
            theme: session
                .themes
                .first()
                .map(|theme| &*report[*theme].name.original),
            names: names(report, session),
            text: text(session),
            links: links(report, event, *of),
        }
    };
    sessions.map(published).collect()
}

/// What a session is known by that no other program gave a name: made of its address.
fn own_guid(config: &Config, event: &Id, session: &Id) -> Guid {
    Guid::made_of(&format!("{}/{event}/session/{session}", config.base_url))
}

/// Those who speak, as a page names them.
fn names(report: &Report, session: &Session) -> Vec<String> {
    let name = |party: &Party| match party {
        Party::Person(id) => report[*id].name.clone(),
        Party::Organisation(id) => report[*id].name.original.to_string(),
        Party::Words { name, .. } => name.to_string(),
    };
    session.speakers.iter().map(name).collect()
}

fn text(session: &Session) -> String {
    let text = session.text.as_ref();
    text.map_or_else(String::new, |text| {
        markdown::plain(&text.original.text, usize::MAX)
    })
}

fn links(report: &Report, event: EventId, session: SessionId) -> Vec<(&str, &str)> {
    let resources = report[event].resources.iter().map(|id| &report[*id]);
    let of_session = resources.filter(|resource| resource.of == Some(session.into()));
    let link = of_session.filter_map(|resource| match &resource.target {
        ResourceTarget::Url(address) => Some((&*resource.title.original, address.as_str())),
        ResourceTarget::File(..) => None,
    });
    link.collect()
}
