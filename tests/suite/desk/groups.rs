//! Lists of groups, parts of groups, codes, and texts in another file: each changes in its own
//! bytes.

use oogst::desk::forms::RecordPlace;
use oogst::desk::saving::Sent;
use oogst::id::Id;
use oogst::schema::Kind;

use super::{DEALS, EVENT, again, place, save, send, shown, site};

fn event() -> RecordPlace {
    RecordPlace::of(
        Kind::Event,
        Some("avond"),
        &Id::new("avond").expect("an id"),
    )
}

const WITH_GROUPS: &str = "+++\ntitel = \"Techniekavond\"\ndatum = 2025-11-12\nplaats = { naam = \"Het Gemaal\", stad = \"Ommen\" } # aan de Vecht\nlinks = [\n  { titel = \"Een\", url = \"https://een.example/\" }, # de eerste\n  { titel = \"Twee\", url = \"https://twee.example/\" },\n]\n\n# Bronnen\n[[bronnen]]\ntitel = \"Krant\"   # uit de krant\ndatum = 2025-01-02\n\n[[bronnen]]\ntitel = \"Boek\"\n+++\n\nEen avond.\n";

#[test]
fn a_group_is_changed_added_and_taken_out_between_the_others() {
    let mut site = site(&[(EVENT, WITH_GROUPS)]);
    let mut form = shown(&site, &event());
    assert_eq!(form.values("f.links.1.title"), ["Twee"]);
    form.fill("f.links.1.url", "https://twee.example/nieuw/")
        .fill("f.links.2.title", "Drie")
        .fill("f.links.2.url", "www.drie.example")
        .fill("f.sources.0.date", "3-1-2025")
        .fill("f.sources.2.title", "Interview")
        .fill("f.place.town", "")
        .fill("f.place.address", "Kade 1");
    save(&mut site, &event(), &form);
    let changed = WITH_GROUPS
        .replace("twee.example/\" },\n", "twee.example/nieuw/\" },\n  { titel = \"Drie\", url = \"https://www.drie.example\" },\n")
        .replace("2025-01-02", "2025-01-03")
        .replace("titel = \"Boek\"\n", "titel = \"Boek\"\n\n[[bronnen]]\ntitel = \"Interview\"\n")
        .replace(", stad = \"Ommen\" }", ", adres = \"Kade 1\" }");
    assert_eq!(site.read(EVENT), changed);
    let mut form = shown(&site, &event());
    for name in ["f.links.0.title", "f.links.0.url", "f.sources.1.title"] {
        form.fill(name, "");
    }
    save(&mut site, &event(), &form);
    let left = changed
        .replace(
            "  { titel = \"Een\", url = \"https://een.example/\" }, # de eerste\n",
            "",
        )
        .replace("[[bronnen]]\ntitel = \"Boek\"\n\n", "");
    // Of groups that move up, each takes the place of the one before it.
    let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let there = site.read(EVENT);
    for part in [
        "\"Drie\"",
        "\"Twee\"",
        "nieuw/",
        "\"Krant\"",
        "\"Interview\"",
        "# uit de krant",
    ] {
        assert_eq!(
            there.matches(part).count(),
            left.matches(part).count(),
            "{part} in {there}"
        );
    }
    for gone in ["\"Een\"", "een.example", "\"Boek\""] {
        assert!(!there.contains(gone), "{gone} in {there}");
    }
    assert!(said(&there).contains("# Bronnen [[bronnen]] titel = \"Krant\" # uit de krant"));
    let form = shown(&site, &event());
    assert_eq!(form.values("f.links.0.title"), ["Twee"]);
    assert_eq!(form.values("f.links.1.title"), ["Drie"]);
    assert_eq!(form.values("f.sources.1.title"), ["Interview"]);
    assert_eq!(send(&site, &event(), &form), Sent::Unchanged);
}

#[test]
fn a_group_without_what_it_needs_is_told() {
    let site = site(&[(EVENT, WITH_GROUPS)]);
    let mut form = shown(&site, &event());
    form.fill("f.links.2.title", "Drie")
        .fill("f.links.1.url", "geen adres");
    let back = again(&site, &event(), &form);
    assert_eq!(
        back.mistakes,
        [
            "Links: URL: ‘geen adres’ is geen webadres: schrijf het hele adres, met ‘https://’ ervoor",
            "Links: vul ook in: URL",
        ]
    );
    assert_eq!(back.values("f.links.2.title"), ["Drie"]);
}

#[test]
fn more_room_is_given_without_a_script_and_keeps_what_was_typed() {
    let site = site(&[(EVENT, WITH_GROUPS)]);
    let mut form = shown(&site, &event());
    form.fill("f.links.2.title", "Drie").press("more", "links");
    let back = again(&site, &event(), &form);
    assert_eq!(back.mistakes, Vec::<String>::new());
    assert_eq!(back.values("f.links.2.title"), ["Drie"]);
    assert_eq!(back.values("f.links.4.title"), [""]);
    let mut form = shown(&site, &event());
    form.press("more", "organisers");
    assert_eq!(
        again(&site, &event(), &form).values("f.organisers").len(),
        2
    );
}

const REGION: &str = "[[regio]]\nnaam = \"Twente\"\nid = \"twente\"\ntegel = [3, 4] # op de kaart\ncodes.cbs = \"CR09\" # van het CBS\ncodes.nuts = \"NL213\"\n\n[[regio]]\nnaam = \"Salland\"\nid = \"salland\"\n";

#[test]
fn codes_and_tiles_are_plain() {
    let mut site = site(&[("content/regios.toml", REGION)]);
    let place = place(Kind::Region, Some("twente"));
    let mut form = shown(&site, &place);
    assert_eq!(form.values("f.codes.register"), ["cbs", "nuts", ""]);
    form.fill("f.tile", "5 6")
        .fill_nth("f.codes.code", 0, "CR10")
        .fill_nth("f.codes.register", 1, "")
        .fill_nth("f.codes.code", 1, "")
        .fill_nth("f.codes.register", 2, "iso")
        .fill_nth("f.codes.code", 2, "NL-OV");
    save(&mut site, &place, &form);
    assert_eq!(
        site.read("content/regios.toml"),
        REGION
            .replace("[3, 4]", "[5, 6]")
            .replace("\"CR09\"", "\"CR10\"")
            .replace("codes.nuts = \"NL213\"\n", "codes.iso = \"NL-OV\"\n")
    );
    let mut form = shown(&site, &place);
    form.fill("f.tile", "drie")
        .fill_nth("f.codes.register", 2, "")
        .fill_nth("f.codes.code", 2, "x");
    let back = again(&site, &place, &form);
    assert_eq!(
        back.mistakes,
        [
            "Codes: zeg ook van welk register deze code is",
            "Tegel: schrijf twee getallen van 0 tot en met 99, bijvoorbeeld 3, 4",
        ]
    );
}

#[test]
fn a_translation_is_changed_in_the_file_that_holds_it() {
    let english = "+++\ntitle = \"Evening of technology\" # Jo\n+++\n\nAn evening.\n";
    let path = "content/events/avond/event.en.md";
    let mut site = site(&[(path, english)]);
    let mut form = shown(&site, &event());
    assert_eq!(form.values("f.title_en"), ["Evening of technology"]);
    assert_eq!(form.values("f.text_en"), ["An evening."]);
    form.fill("f.title_en", "A night")
        .fill("f.text_en", "A long evening.");
    save(&mut site, &event(), &form);
    assert_eq!(
        site.read(path),
        "+++\ntitle = \"A night\" # Jo\n+++\n\nA long evening.\n"
    );
}

#[test]
fn records_within_a_deal_stay_as_they_are_written() {
    let deals = "[[deal]]\ntitel = \"Samen\"\nid = \"samen\"\nvragen = [{ titel = \"Wie helpt?\", door = \"De Wilg\" }, \"een-lokaal\"]\n";
    let asks = "[[vraag]]\ntitel = \"Een lokaal\"\nid = \"een-lokaal\"\n\n[[vraag]]\ntitel = \"Een bus\"\nid = \"een-bus\"\n";
    let mut site = site(&[(DEALS, deals), ("content/events/avond/vragen.toml", asks)]);
    let place = place(Kind::Deal, Some("samen"));
    let mut form = shown(&site, &place);
    assert!(
        form.text
            .contains("Wie helpt? (staat helemaal hierin beschreven)")
    );
    form.fill_nth("f.asks", 2, "Een bus");
    save(&mut site, &place, &form);
    assert_eq!(
        site.read(DEALS),
        deals.replace("\"een-lokaal\"]", "\"een-lokaal\", \"een-bus\"]")
    );
}

#[test]
fn a_long_list_is_one_text_and_stays_one_list() {
    let names: Vec<String> = (0..300)
        .map(|number| format!("'Deelnemer {number}'"))
        .collect();
    let deals = format!(
        "[[deal]]\ntitel = \"Samen\"\nid = \"samen\"\npartijen = [{}]\n",
        names.join(", ")
    );
    let mut site = site(&[(DEALS, &deals)]);
    let place = place(Kind::Deal, Some("samen"));
    let mut form = shown(&site, &place);
    let lines = form.values("f.parties")[0].to_owned();
    assert_eq!(lines.lines().count(), 300);
    assert_eq!(form.values("f.parties").len(), 2);
    assert_eq!(send(&site, &place, &form), Sent::Unchanged);
    form.fill("f.parties", &lines.replace("Deelnemer 7\n", ""))
        .fill_nth("f.parties", 1, "Erbij");
    save(&mut site, &place, &form);
    let there = site.read(DEALS);
    assert!(there.contains("'Deelnemer 6', "), "{there}");
    assert!(
        !there.contains("Deelnemer 7'") && !there.contains("Deelnemer 7\""),
        "{there}"
    );
    assert!(
        there.ends_with("'Deelnemer 299', \"Erbij\"]\n") || there.ends_with("\"Erbij\"]\n"),
        "{there}"
    );
}
