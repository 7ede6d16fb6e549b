//! The programme of Sessionize, as its views give it: "All", in which everything is named by ids,
//! and those in groups and by room, in which sessions hold what they name
//! (sessionize.com/playbook/embedding, "API endpoints").

use std::collections::HashMap;

use jiff::civil::DateTime;

use super::found::{FoundSchedule, FoundSession, FoundSpeaker, ScheduleLoss, TextForm};
use super::moments::Moment;
use super::unreadable::{MOST_SESSIONS, ScheduleProblem};
use super::value::ForeignValue;

/// Whether this is the view "All".
pub(super) fn is_all(root: &ForeignValue) -> bool {
    let is_list = |name| matches!(root.get(name), ForeignValue::List(_));
    is_list("sessions") && (is_list("speakers") || is_list("rooms"))
}

/// Whether this is one of the views in groups.
pub(super) fn is_grouped(root: &ForeignValue) -> bool {
    let has_sessions =
        |group: &ForeignValue| matches!(group.get("sessions"), ForeignValue::List(_));
    root.items()
        .iter()
        .any(|group| has_sessions(group) || group.get("rooms").items().iter().any(has_sessions))
}

/// What ids name in the view "All".
#[derive(Default)]
struct NamedByIds<'v> {
    rooms: HashMap<&'v str, &'v str>,
    speakers: HashMap<&'v str, &'v ForeignValue>,
    /// The title of its category, and what it is called itself.
    categories: HashMap<&'v str, (&'v str, &'v str)>,
}

/// Reads the view "All".
pub(super) fn read_all(
    root: &ForeignValue,
    found: &mut FoundSchedule<'_>,
) -> Result<(), ScheduleProblem> {
    let mut named = NamedByIds::default();
    for room in root.get("rooms").items() {
        named
            .rooms
            .insert(room.get("id").text(), room.get("name").text());
    }
    for speaker in root.get("speakers").items() {
        named.speakers.insert(speaker.get("id").text(), speaker);
        notice(speaker, found);
        found.speakers.push(FoundSpeaker {
            name: name_of(speaker),
            role: speaker.get("tagLine").text().to_owned(),
            text: speaker.get("bio").text().to_owned(),
        });
    }
    for category in root.get("categories").items() {
        let title = category.get("title").text();
        for item in category.get("items").items() {
            let name = item.get("name").text();
            named
                .categories
                .insert(item.get("id").text(), (title, name));
        }
    }
    for session in root.get("sessions").items() {
        add(session, &named, found)?;
    }
    Ok(())
}

/// Reads a view in groups, or by room.
pub(super) fn read_grouped(
    root: &ForeignValue,
    found: &mut FoundSchedule<'_>,
) -> Result<(), ScheduleProblem> {
    let named = NamedByIds::default();
    for group in root.items() {
        let of_rooms = group.get("rooms").items().iter();
        let sessions = of_rooms.flat_map(|room| room.get("sessions").items());
        for session in group.get("sessions").items().iter().chain(sessions) {
            add(session, &named, found)?;
        }
    }
    Ok(())
}

fn add(
    session: &ForeignValue,
    named: &NamedByIds<'_>,
    found: &mut FoundSchedule<'_>,
) -> Result<(), ScheduleProblem> {
    if found.sessions.len() >= MOST_SESSIONS {
        return Err(ScheduleProblem::TooMuch);
    }
    let status = session.get("status").text().to_lowercase();
    if ["cancel", "declin", "reject"]
        .iter()
        .any(|word| status.contains(word))
    {
        found.lose(ScheduleLoss::Cancelled);
        return Ok(());
    }
    found.lose_if(
        session.get("questionAnswers").is_true(),
        ScheduleLoss::Answers,
    );
    let title = session.get("title").text().trim().to_owned();
    let start = found.moment(session.get("startsAt").text(), &title);
    let end = found.moment(session.get("endsAt").text(), &title);
    let (sort, track) = categories(session, named);
    let room = match session.get("room").text() {
        "" => named
            .rooms
            .get(session.get("roomId").text())
            .copied()
            .unwrap_or_default(),
        room => room,
    };
    let is_service = session.get("isServiceSession").is_true();
    found.sessions.push(FoundSession {
        key: match session.get("id").text().trim() {
            "" => String::new(),
            id => format!("sessionize/{id}"),
        },
        sort: Some(sort.to_owned()),
        is_break: is_service,
        is_plenary: session.get("isPlenumSession").is_true(),
        start,
        end: end.and_then(time_of),
        room: Some(room.to_owned()),
        track: track.to_owned(),
        text: Some((
            session.get("description").text().to_owned(),
            TextForm::Plain,
        )),
        people: Some(people(session, named)),
        title,
        ..FoundSession::default()
    });
    Ok(())
}

fn time_of(moment: Moment) -> Option<DateTime> {
    match moment {
        Moment::At(moment) => Some(moment),
        Moment::Day(_) => None,
    }
}

fn people(session: &ForeignValue, named: &NamedByIds<'_>) -> Vec<String> {
    let name = |speaker: &ForeignValue| match speaker {
        ForeignValue::Said(id) => named
            .speakers
            .get(id.as_str())
            .map_or_else(String::new, |speaker| name_of(speaker)),
        speaker => name_of(speaker),
    };
    let all = session.get("speakers").items().iter().map(name);
    all.filter(|name| !name.trim().is_empty()).collect()
}

fn name_of(speaker: &ForeignValue) -> String {
    match speaker.first(&["fullName", "name"]) {
        "" => format!(
            "{} {}",
            speaker.get("firstName").text(),
            speaker.get("lastName").text()
        ),
        name => name.to_owned(),
    }
}

/// What sort of session it is, and its track, by what its categories are called.
fn categories<'v>(session: &'v ForeignValue, named: &NamedByIds<'v>) -> (&'v str, &'v str) {
    let by_id = session.get("categoryItems").items().iter();
    let by_id = by_id.filter_map(|id| named.categories.get(id.text()).copied());
    let within = session
        .get("categories")
        .items()
        .iter()
        .flat_map(|category| {
            let title = category.first(&["name", "title"]);
            let items = category.get("categoryItems").items().iter();
            items.map(move |item| (title, item.get("name").text()))
        });
    let (mut sort, mut track) = ("", "");
    for (category, name) in by_id.chain(within) {
        let category = category.to_lowercase();
        if category.contains("track") || category.contains("spoor") {
            track = name;
        } else if ["format", "type", "soort"]
            .iter()
            .any(|word| category.contains(word))
        {
            sort = name;
        }
    }
    (sort, track)
}

fn notice(speaker: &ForeignValue, found: &mut FoundSchedule<'_>) {
    for (key, loss) in [
        ("profilePicture", ScheduleLoss::Avatar),
        ("questionAnswers", ScheduleLoss::Answers),
        ("email", ScheduleLoss::Email),
    ] {
        found.lose_if(speaker.get(key).is_true(), loss);
    }
}
