"""Reads calendars strictly (icalendar, RFC 5545) and says what is wrong, a line a fault that begins with the file's name."""

import sys

from icalendar import Calendar


def faults(path):
    with open(path, "rb") as file:
        content = file.read()
    lines = content.split(b"\r\n")
    if lines[-1] != b"" or b"\n" in content.replace(b"\r\n", b""):
        yield "a line does not end in CRLF"
    if any(len(line) > 75 for line in lines):
        yield "a line is longer than 75 octets"
    try:
        calendar = Calendar.from_ical(content)
    except ValueError as error:
        yield f"is no calendar: {error}"
        return
    for key in ("VERSION", "PRODID"):
        if key not in calendar:
            yield f"has no {key}"
    zones = {zone["TZID"] for zone in calendar.walk("VTIMEZONE")}
    uids = set()
    for component in calendar.walk():
        for name, problem in component.errors:
            yield f"{component.name}: {name}: {problem}"
    for event in calendar.walk("VEVENT"):
        for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if key not in event:
                yield f"an event has no {key}"
                return
        if event["UID"] in uids:
            yield f"two events are called {event['UID']}"
        uids.add(event["UID"])
        if "DTEND" in event and event["DTEND"].dt <= event["DTSTART"].dt:
            yield f"{event['UID']} ends before it begins"
        for key in ("DTSTART", "DTEND"):
            zone = event.get(key) and event[key].params.get("TZID")
            if zone and zone not in zones:
                yield f"{event['UID']} is in the zone {zone}, which the file does not define"


wrong = 0
for path in sys.argv[1:]:
    for fault in faults(path):
        wrong = 1
        print(f"{path}: {fault}")
sys.exit(wrong)
