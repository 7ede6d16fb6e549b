//! What becomes of a programme of each program, whole.

use serde_json::json;

use super::made::{calendar, part, schedule, whole_day, with};
use super::{imported, of_event, site};

const WHOLE_DAY: &str = "[[sessie]]\ntitel = \"Wie zorgt er morgen? Een opening\"\nid = \"wie-zorgt-er-morgen-een-opening\"\nsoort = \"lezing\"\nbegin = \"10:00\"\neinde = \"10:45\"\nzaal = \"Grote zaal\"\nsprekers = [\"jan-smit\", \"Noor de Wit\"]\nthemas = [\"zorg\"]\ntekst = \"\"\"\nMet **vet**, code en [een link](https://example.org/a).\n\n- hout\n- *lijm*\"\"\"\n\n\
[[sessie]]\ntitel = \"Koffie\"\nid = \"koffie\"\nsoort = \"pauze\"\nbegin = \"11:00\"\neinde = \"11:15\"\nzaal = \"Grote zaal\"\n\n\
[[sessie]]\ntitel = \"Muziek\"\nid = \"muziek\"\nsoort = \"anders\"\nbegin = \"22:00\"\neinde = \"00:15\"\nzaal = \"Grote zaal\"\n\n\
[[sessie]]\ntitel = \"Napraten\"\nid = \"napraten\"\nbegin = \"00:30\"\neinde = \"01:00\"\nzaal = \"Grote zaal\"\n";

#[test]
fn a_programme_of_pretalx_becomes_sessions_speakers_and_links() {
    let mut site = site();
    let said = imported(&mut site, "schedule.json", &schedule(&whole_day()), &[]);
    assert_eq!(of_event(&site, "sessies.toml"), WHOLE_DAY);
    assert_eq!(
        of_event(&site, "sprekers.toml"),
        "[[spreker]]\npersoon = \"jan-smit\"\ntekst = \"Jan is **docent**.\"\n"
    );
    assert_eq!(
        of_event(&site, "materiaal.toml"),
        "[[materiaal]]\ntitel = \"Dia’s\"\nid = \"dias\"\nurl = \"https://example.org/dias\"\nvan = \"sessie:wie-zorgt-er-morgen-een-opening\"\n\n[[materiaal]]\ntitel = \"Hand-out\"\nid = \"hand-out\"\nurl = \"https://example.org/hand-out.pdf\"\nvan = \"sessie:wie-zorgt-er-morgen-een-opening\"\n"
    );
    for line in [
        "Gelezen: schedule.json, een programma: 4 onderdelen, 1 spreker met een toelichting, 2 links\n",
        "  Niet overgenomen: 1 keer antwoorden op vragen van de organisatie · 1 e-mailadres · 1 portret · 1 keer de wens om niet te worden opgenomen · 1 link die niet naar het web wijst\n",
        "track-no-theme",
        "--map \"Cultuur=zorg\"",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    let memory = site.read("imports/2025-dag.toml");
    assert!(!memory.contains("jan"), "nobody is named in it: {memory}");
    // The site that comes of it is published with all of it.
    site.build();
}

#[test]
fn the_same_day_as_xml_gives_the_same() {
    let xml = "<?xml version='1.0' encoding='utf-8' ?>\n<schedule>\n<generator name='frab' version='0.7'/>\n<version>0.4</version>\n<conference><acronym>dag</acronym><title>Onze dag</title><time_zone_name>Amsterdam</time_zone_name></conference>\n\
<day index='1' date='2025-11-12' start='2025-11-12T04:00:00+01:00' end='2025-11-13T03:59:00+01:00'>\n<room name='Grote zaal' guid='0b5e1f6c-1111-4000-8000-000000000000'>\n\
<event guid='0b5e1f6c-0000-4000-8000-000000000001' id='1'><date>2025-11-12T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration><room>zaal-1</room><title>Wie zorgt er morgen?</title><subtitle>Een opening</subtitle><track>Zorg en welzijn</track><type>lecture</type><abstract>&lt;p&gt;Hout &amp;amp; lijm&lt;/p&gt;</abstract><recording><license/><optout>true</optout></recording><persons><person id='5' guid='x'>Jan Smit</person><person id='6'>Noor de Wit</person></persons><links><link href='https://example.org/dias'>Dia’s</link><link href='file:///etc/passwd'>Nee</link></links><attachments/></event>\n\
<event guid='0b5e1f6c-0000-4000-8000-000000000002' id='2'><date>2025-11-12T11:00:00</date><start>11:00</start><duration>0:15</duration><title>Koffie</title></event>\n\
<event id='3'><start>01:15</start><duration>00:30</duration><title>Laat</title><unknown><a/></unknown></event>\n</room></day>\n</schedule>\n";
    let mut site = site();
    let said = imported(&mut site, "schedule.xml", xml, &[]);
    assert_eq!(
        of_event(&site, "sessies.toml"),
        "[[sessie]]\ntitel = \"Wie zorgt er morgen? Een opening\"\nid = \"wie-zorgt-er-morgen-een-opening\"\nsoort = \"lezing\"\nbegin = \"10:00\"\neinde = \"10:45\"\nzaal = \"Grote zaal\"\nsprekers = [\"jan-smit\", \"Noor de Wit\"]\nthemas = [\"zorg\"]\ntekst = \"Hout & lijm\"\n\n\
[[sessie]]\ntitel = \"Koffie\"\nid = \"koffie\"\nsoort = \"pauze\"\nbegin = \"11:00\"\neinde = \"11:15\"\nzaal = \"Grote zaal\"\n\n\
[[sessie]]\ntitel = \"Laat\"\nid = \"laat\"\ndatum = 2025-11-13\nbegin = \"01:15\"\neinde = \"01:45\"\nzaal = \"Grote zaal\"\n"
    );
    assert!(
        said.contains("1 keer de wens om niet te worden opgenomen · 1 link die"),
        "{said}"
    );
}

#[test]
fn sessionize_is_read_as_all_and_in_groups() {
    let all = json!({
        "sessions": [
            { "id": "14", "title": "Lassen", "description": "Met *vuur*.", "startsAt": "2025-11-12T13:00:00", "endsAt": "2025-11-12T14:00:00", "isServiceSession": false, "isPlenumSession": false, "speakers": ["a1"], "categoryItems": [2, 5, 9], "questionAnswers": [], "roomId": 7, "status": "Accepted" },
            { "id": "15", "title": "Aankomst", "description": null, "startsAt": "2025-11-12T09:00:00", "endsAt": "2025-11-12T09:30:00", "isServiceSession": true, "isPlenumSession": true, "speakers": [], "categoryItems": [], "roomId": 7 },
            { "id": "16", "title": "Opening", "startsAt": "2025-11-12T09:30:00", "endsAt": "2025-11-12T10:00:00", "isServiceSession": false, "isPlenumSession": true, "speakers": [], "categoryItems": [], "roomId": 7 },
            { "id": "17", "title": "Nog niet ingepland", "startsAt": null, "endsAt": null, "speakers": [] },
        ],
        "speakers": [{ "id": "a1", "firstName": "Sanne", "lastName": "Kok", "fullName": "Sanne Kok", "bio": "Last al jaren.\nEn geeft les.", "tagLine": "Docent, De Linde", "profilePicture": "https://programma.example/s.jpg", "links": [], "sessions": [14] }],
        "questions": [],
        "categories": [
            { "id": 1, "title": "Session format", "items": [{ "id": 2, "name": "Workshop" }] },
            { "id": 4, "title": "Track", "items": [{ "id": 5, "name": "Techniek" }] },
            { "id": 8, "title": "Level", "items": [{ "id": 9, "name": "Beginner" }] },
        ],
        "rooms": [{ "id": 7, "name": "Werkplaats", "sort": 0 }],
    });
    let expected = "[[sessie]]\ntitel = \"Aankomst\"\nid = \"aankomst\"\nsoort = \"pauze\"\nbegin = \"09:00\"\neinde = \"09:30\"\nzaal = \"Werkplaats\"\n\n\
[[sessie]]\ntitel = \"Opening\"\nid = \"opening\"\nsoort = \"plenair\"\nbegin = \"09:30\"\neinde = \"10:00\"\nzaal = \"Werkplaats\"\n\n\
[[sessie]]\ntitel = \"Lassen\"\nid = \"lassen\"\nsoort = \"workshop\"\nbegin = \"13:00\"\neinde = \"14:00\"\nzaal = \"Werkplaats\"\nsprekers = [\"Sanne Kok\"]\nthemas = [\"techniek\"]\ntekst = 'Met \\*vuur\\*.'\n";
    let mut first = site();
    let said = imported(&mut first, "all.json", &all.to_string(), &[]);
    assert_eq!(of_event(&first, "sessies.toml"), expected);
    assert_eq!(
        of_event(&first, "sprekers.toml"),
        "[[spreker]]\npersoon = \"Sanne Kok\"\nrol = \"Docent, De Linde\"\ntekst = \"\"\"\nLast al jaren.\\\\\nEn geeft les.\"\"\"\n"
    );
    assert!(
        said.contains("1 onderdeel zonder tijd · 1 portret"),
        "{said}"
    );
    let session = |id: &str, title: &str, start: &str, end: &str| json!({ "id": id, "title": title, "startsAt": format!("2025-11-12T{start}:00"), "endsAt": format!("2025-11-12T{end}:00"), "room": "Werkplaats", "speakers": [], "categories": [] });
    let mut lassen = session("14", "Lassen", "13:00", "14:00");
    lassen["description"] = json!("Met *vuur*.");
    lassen["speakers"] = json!([{ "id": "a1", "name": "Sanne Kok" }]);
    lassen["categories"] = json!([
        { "id": 1, "name": "Session format", "categoryItems": [{ "id": 2, "name": "Workshop" }] },
        { "id": 4, "name": "Track", "categoryItems": [{ "id": 5, "name": "Techniek" }] },
    ]);
    let mut aankomst = session("15", "Aankomst", "09:00", "09:30");
    aankomst["isServiceSession"] = json!(true);
    let mut opening = session("16", "Opening", "09:30", "10:00");
    opening["isPlenumSession"] = json!(true);
    let sessions = json!([lassen, aankomst, opening]);
    for grouped in [
        json!([{ "groupId": null, "groupName": "All", "isDefault": true, "sessions": sessions }]),
        json!([{ "date": "2025-11-12T00:00:00", "rooms": [{ "id": 7, "name": "Werkplaats", "sessions": sessions }], "timeSlots": [{ "slotStart": "09:00:00", "rooms": [{ "session": sessions[1] }] }] }]),
    ] {
        let mut other = site();
        imported(&mut other, "sessions.json", &grouped.to_string(), &[]);
        assert_eq!(of_event(&other, "sessies.toml"), expected);
        // The same session by another view is the same session.
        let said = imported(&mut first, "sessions.json", &grouped.to_string(), &[]);
        assert!(said.contains("Alles stond er al"), "{said}");
    }
}

#[test]
fn calendars_are_read_with_zones_folded_lines_and_tags() {
    let text = calendar(&[
        "UID:040000008200E00074C5B7101A82E008@outlook\nSUMMARY;LANGUAGE=nl:Opening\\, met kof\n fie\nDTSTART;TZID=W. Europe Standard Time:20251112T100000\nDTEND;TZID=W. Europe Standard Time:20251112T104500\nLOCATION:Grote zaal\nDESCRIPTION:Regel een\\nRegel twee\nORGANIZER;CN=Jan:mailto:jan@voorbeeld.example\nBEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:Niet dit\nEND:VALARM",
        "UID:b@google.com\nSUMMARY:Lunch\nDTSTART:20251112T110000Z\nDURATION:PT45M\nDESCRIPTION:<b>Soep</b> en <a href=\"https://example.org/\">brood</a>\nURL:https://example.org/lunch",
        "UID:c@google.com\nSUMMARY:Tandarts\nCLASS:PRIVATE\nDTSTART:20251112T150000",
        "UID:d@google.com\nSUMMARY:Gaat niet door\nSTATUS:CANCELLED\nDTSTART:20251112T150000",
        "UID:e@google.com\nSUMMARY:De hele dag markt\nDTSTART;VALUE=DATE:20251112\nDTEND;VALUE=DATE:20251113",
    ]);
    let mut site = site();
    let said = imported(&mut site, "programma.ics", &text, &[]);
    assert_eq!(
        of_event(&site, "sessies.toml"),
        "[[sessie]]\ntitel = \"De hele dag markt\"\nid = \"de-hele-dag-markt\"\n\n\
[[sessie]]\ntitel = \"Opening, met koffie\"\nid = \"opening-met-koffie\"\nbegin = \"10:00\"\neinde = \"10:45\"\nzaal = \"Grote zaal\"\ntekst = \"\"\"\nRegel een\\\\\nRegel twee\"\"\"\n\n\
[[sessie]]\ntitel = \"Lunch\"\nid = \"lunch\"\nsoort = \"pauze\"\nbegin = \"12:00\"\neinde = \"12:45\"\ntekst = \"**Soep** en [brood](https://example.org/)\"\n"
    );
    assert_eq!(
        of_event(&site, "materiaal.toml"),
        "[[materiaal]]\ntitel = \"example.org/lunch\"\nid = \"example-org-lunch\"\nurl = \"https://example.org/lunch\"\nvan = \"sessie:lunch\"\n"
    );
    assert!(
        said.contains("1 onderdeel dat niet doorgaat · 1 afspraak die privé is · 1 e-mailadres"),
        "{said}"
    );
}

#[test]
fn a_track_is_the_theme_that_the_user_says() {
    let day = [with(
        part(1, "2025-11-12T10:00:00+01:00", "Opening"),
        &json!({ "track": "Health" }),
    )];
    let mut site = site();
    let said = imported(
        &mut site,
        "a.json",
        &schedule(&day),
        &["--map", "health=zorg"],
    );
    assert!(!said.contains("track-no-theme"), "{said}");
    assert!(of_event(&site, "sessies.toml").contains("themas = [\"zorg\"]\n"));
    let said = imported(&mut site, "a.json", &schedule(&day), &["--map", "Health=-"]);
    assert!(
        !said.contains("track-no-theme") && said.contains("Alles stond er al"),
        "{said}"
    );
    let ran = super::import(
        &mut site,
        "a.json",
        &schedule(&day),
        &["--map", "Health=zorgen"],
    );
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("fout[unknown-theme]"), "{}", ran.err);
    let ran = super::import(
        &mut site,
        "a.json",
        &schedule(&day),
        &["--map", "Care=zorg"],
    );
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("fout[bad-map]"), "{}", ran.err);
}
