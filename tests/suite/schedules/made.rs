//! Invented programmes, in the shapes that programs for them write.

use serde_json::{Value, json};

/// A part as pretalx and frab write it.
pub(super) fn part(number: u32, date: &str, title: &str) -> Value {
    json!({
        "guid": format!("0b5e1f6c-0000-4000-8000-{number:012}"),
        "id": number,
        "code": format!("C{number}"),
        "logo": null,
        "date": date,
        "start": date.get(11..16),
        "duration": "00:45",
        "room": "zaal-1",
        "slug": format!("dag-{number}"),
        "url": format!("https://programma.example/{number}"),
        "title": title,
        "subtitle": "",
        "track": null,
        "type": "Talk",
        "language": "nl",
        "abstract": "",
        "description": "",
        "recording_license": "",
        "do_not_record": false,
        "persons": [],
        "links": [],
        "attachments": [],
        "answers": [],
    })
}

/// The same with other values for some names.
pub(super) fn with(mut part: Value, other: &Value) -> Value {
    for (name, value) in other.as_object().expect("names and values") {
        part[name] = value.clone();
    }
    part
}

/// A programme of one day in one room.
pub(super) fn schedule(parts: &[Value]) -> String {
    json!({
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": { "name": "pretalx", "version": "2025.1.0" },
        "schedule": {
            "version": "0.4",
            "base_url": "https://programma.example/dag/",
            "conference": {
                "acronym": "dag",
                "title": "Onze dag",
                "start": "2025-11-12",
                "end": "2025-11-12",
                "daysCount": 1,
                "timeslot_duration": "00:05",
                "time_zone_name": "Europe/Amsterdam",
                "rooms": [{ "name": "Grote zaal", "guid": "0b5e1f6c-1111-4000-8000-000000000000" }],
                "days": [{
                    "index": 1,
                    "date": "2025-11-12",
                    "day_start": "2025-11-12T04:00:00+01:00",
                    "day_end": "2025-11-13T03:59:00+01:00",
                    "rooms": { "Grote zaal": parts },
                }],
            },
        },
    })
    .to_string()
}

/// A day as pretalx writes it: with all that is taken, and all that is not.
pub(super) fn whole_day() -> Vec<Value> {
    vec![
        with(
            part(1, "2025-11-12T09:00:00+00:00", "Wie zorgt er morgen?"),
            &json!({
                "subtitle": "Een opening",
                "track": "Zorg en welzijn",
                "abstract": "Met **vet**, `code` en [een link](https://example.org/a).\n\n- hout\n- *lijm*",
                "description": "Lang.",
                "do_not_record": true,
                "answers": [{ "question": 1, "answer": "vegetarisch" }],
                "persons": [
                    {
                        "code": "AAA", "public_name": "Jan Smit", "email": "jan@voorbeeld.example",
                        "avatar": "https://programma.example/jan.png",
                        "biography": "Jan is <b>docent</b>.", "answers": [],
                    },
                    { "code": "BBB", "name": "Noor de Wit", "biography": null },
                ],
                "links": [
                    { "title": "Dia’s", "url": "https://example.org/dias" },
                    { "title": "Nee", "url": "javascript:alert(1)" },
                ],
                "attachments": [{ "title": "Hand-out", "url": "https://example.org/hand-out.pdf" }],
            }),
        ),
        with(
            part(2, "2025-11-12T11:00:00+01:00", "Koffie"),
            &json!({ "duration": "0:15", "type": "Break" }),
        ),
        with(
            part(3, "2025-11-12T22:00:00+01:00", "Muziek"),
            &json!({ "duration": "135.0:00", "type": { "en": "Concert" }, "track": "Cultuur" }),
        ),
        // After midnight, and still under the day before.
        with(
            part(4, "2025-11-13T00:30:00+01:00", "Napraten"),
            &json!({ "duration": "0:30", "type": "" }),
        ),
    ]
}

/// A calendar of these appointments.
pub(super) fn calendar(appointments: &[&str]) -> String {
    let appointments: Vec<String> = appointments
        .iter()
        .map(|lines| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"))
        .collect();
    format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Voorbeeld//Agenda//NL\n{}END:VCALENDAR\n",
        appointments.concat()
    )
    .replace('\n', "\r\n")
}
