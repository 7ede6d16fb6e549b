//! What is saved of a form, and what becomes of one that cannot be saved.

use oogst::desk::Posted;
use oogst::desk::forms::RecordPlace;
use oogst::desk::saving::{Sent, sent};
use oogst::id::Id;
use oogst::pipeline::Builder;
use oogst::schema::Kind;
use oogst::words::Language;

use super::browser::ShownForm;
use super::{DEALS, EVENT, again, looked, options, place, save, send, shown, site};
use crate::harness::Site;

const DEAL: &str = "# Wat er is afgesproken\n[[deal]]\ntitel = 'Gastlessen'   # nog vragen aan Jo\nid = \"gastlessen\"\nstatus = \"afgesproken\"\npartijen = [\n  'De Wilg', # de school\n  'Bakkerij Smit',\n]\nregios = [\"twente\"]\n\n# einde\n";

fn deals() -> Site {
    site(&[(DEALS, DEAL)])
}

#[test]
fn fields_of_all_shapes_are_saved_each_in_its_own_bytes() {
    let mut site = deals();
    let place = place(Kind::Deal, Some("gastlessen"));
    let mut form = shown(&site, &place);
    form.fill("f.title", "Gastlessen bij De Wilg")
        .fill("f.title_en", "Guest lessons")
        .fill("f.status", "underway")
        .fill("f.agreed", "12-11-2025")
        .fill_nth("f.regions", 1, "salland")
        .fill_nth("f.parties", 1, "Kwekerij Bos")
        .fill_nth("f.parties", 2, "Jan Smit")
        .fill("f.draft", "no");
    let saving = save(&mut site, &place, &form);
    assert_eq!(
        site.read(DEALS),
        "# Wat er is afgesproken\n[[deal]]\ntitel = \"Gastlessen bij De Wilg\"   # nog vragen aan Jo\ntitel_en = \"Guest lessons\"\nid = \"gastlessen\"\nstatus = \"lopend\"\nafgesproken = 2025-11-12\nconcept = false\npartijen = [\n  'De Wilg', # de school\n  \"Kwekerij Bos\",\n  \"Jan Smit\",\n]\nregios = [\"twente\", \"salland\"]\n\n# einde\n"
    );
    assert_eq!(saving.told(Language::Nl), format!("Bewaard in {DEALS}."));
    looked(&site, |desk| {
        assert_eq!(saving.place_in(desk), Some(place.clone()));
    });
    // And what is saved is shown so again.
    let again = shown(&site, &place);
    assert_eq!(again.values("f.agreed"), ["12-11-2025"]);
    assert_eq!(again.values("f.regions"), ["Twente", "Salland", ""]);
    assert_eq!(send(&site, &place, &again), Sent::Unchanged);
}

#[test]
fn a_new_record_gets_its_id_and_a_new_event_its_file() {
    let mut site = deals();
    let new = place(Kind::Deal, None);
    let mut form = shown(&site, &new);
    form.fill("f.title", "Samen bijscholen")
        .fill("f.text", "Eerst dit.\n\nDan dat.");
    let saving = save(&mut site, &new, &form);
    let added = "\n[[deal]]\ntitel = \"Samen bijscholen\"\nid = \"samen-bijscholen\"\ntekst = \"\"\"\nEerst dit.\n\nDan dat.\"\"\"\n";
    assert_eq!(
        site.read(DEALS),
        DEAL.replace("\n# einde\n", &format!("{added}\n# einde\n"))
    );
    let there = place(Kind::Deal, Some("samen-bijscholen"));
    looked(&site, |desk| assert_eq!(saving.place_in(desk), Some(there)));
    // The same once more is no second one.
    let back = again(&site, &new, &form);
    assert_eq!(
        back.mistakes,
        ["Titel: er is al een deal ‘Samen bijscholen’: geef deze een andere naam, of wijzig die"]
    );
    let event = RecordPlace::new(Kind::Event, None);
    let mut form = shown(&site, &event);
    form.fill("f.title", "Streekdag 2026")
        .fill("f.date", "2026-03-01")
        .fill("f.place.town", "Ommen");
    let saving = save(&mut site, &event, &form);
    assert_eq!(
        site.read("content/events/2026-streekdag/event.md"),
        "+++\ntitel = \"Streekdag 2026\"\ndatum = 2026-03-01\nplaats.stad = \"Ommen\"\n+++\n"
    );
    let id = Id::new("2026-streekdag").expect("an id");
    let there = RecordPlace::of(Kind::Event, Some("2026-streekdag"), &id);
    looked(&site, |desk| assert_eq!(saving.place_in(desk), Some(there)));
}

#[test]
fn what_cannot_be_read_stands_at_its_question_and_nothing_is_written() {
    let site = deals();
    let place = place(Kind::Deal, Some("gastlessen"));
    let mut form = shown(&site, &place);
    form.fill("f.title", " ")
        .fill("f.agreed", "morgen")
        .fill_nth("f.regions", 1, "Twentte");
    let back = again(&site, &place, &form);
    assert_eq!(
        back.mistakes,
        [
            "Titel: vul dit in",
            "Regio’s: geen regio heet ‘Twentte’: Bedoelt u ‘Twente’?",
            "Afgesproken: ‘morgen’ is geen datum: schrijf jaar-maand-dag, bijvoorbeeld ‘2018-10-30’",
        ]
    );
    assert_eq!(back.values("f.agreed"), ["morgen"]);
    assert_eq!(back.values("f.regions"), ["Twente", "Twentte", ""]);
    assert_eq!(site.read(DEALS), DEAL);
}

#[test]
fn a_name_that_nobody_has_can_be_added() {
    let mut site = deals();
    let place = place(Kind::Deal, Some("gastlessen"));
    let mut form = shown(&site, &place);
    form.fill_nth("f.regions", 1, "De Veenrand");
    let mut back = again(&site, &place, &form);
    assert!(
        back.text
            .contains("Nieuw: ‘De Veenrand’ toevoegen als regio"),
        "{}",
        back.text
    );
    back.press("n.region", "De Veenrand");
    save(&mut site, &place, &back);
    assert!(
        site.read(DEALS)
            .contains("regios = [\"twente\", \"de-veenrand\"]\n")
    );
    assert!(
        site.read("content/regios.toml")
            .ends_with("\n[[regio]]\nnaam = \"De Veenrand\"\nid = \"de-veenrand\"\n")
    );
    // A script adds an organisation in the same way.
    let mut form = shown(&site, &place);
    form.fill_nth("f.parties", 2, "Lyceum Oost");
    form.pairs
        .push(("n.organisation".to_owned(), "Lyceum Oost".to_owned()));
    // What no field names is not added.
    form.pairs
        .push(("n.organisation".to_owned(), "Niemand".to_owned()));
    save(&mut site, &place, &form);
    assert_eq!(
        site.read("content/organisaties.toml"),
        "[[organisatie]]\nnaam = \"Lyceum Oost\"\nid = \"lyceum-oost\"\n"
    );
}

#[test]
fn of_what_both_changed_somebody_chooses_and_nothing_is_lost() {
    let mut site = deals();
    let place = place(Kind::Deal, Some("gastlessen"));
    let mut form = shown(&site, &place);
    form.fill("f.title", "Mijn titel").fill("f.due", "1-2-2026");
    // Meanwhile, elsewhere: the same field, and another one.
    site.replace(DEALS, "'Gastlessen'", "'Hun titel'").replace(
        DEALS,
        "status = \"afgesproken\"",
        "status = \"lopend\"",
    );
    let there = site.read(DEALS);
    let back = again(&site, &place, &form);
    assert_eq!(back.mistakes, ["Titel: kies welke van de twee het wordt"]);
    assert!(back.text.contains("Hun titel"));
    assert_eq!(back.values("f.title"), ["Mijn titel"]);
    assert_eq!(site.read(DEALS), there);
    // Without a choice it comes back again.
    assert_eq!(again(&site, &place, &back).mistakes.len(), 1);
    let mut theirs = back.clone();
    theirs.press("c.title", "site");
    let mut copy = Site::empty();
    for path in ["oogst.toml", "content/regios.toml", EVENT, DEALS] {
        copy.write(path, site.read(path));
    }
    save(&mut copy, &place, &theirs);
    assert_eq!(
        copy.read(DEALS),
        there.replace(
            "status = \"lopend\"\n",
            "status = \"lopend\"\ntermijn = 2026-02-01\n"
        )
    );
    let mut mine = back.clone();
    mine.press("c.title", "mine");
    save(&mut site, &place, &mine);
    assert_eq!(
        site.read(DEALS),
        there.replace("'Hun titel'", "\"Mijn titel\"").replace(
            "status = \"lopend\"\n",
            "status = \"lopend\"\ntermijn = 2026-02-01\n"
        )
    );
}

#[test]
fn what_went_meanwhile_can_be_added_anew_with_all_that_it_held() {
    let mut site = deals();
    let place = place(Kind::Deal, Some("gastlessen"));
    let mut form = shown(&site, &place);
    form.fill("f.due", "1-2-2026");
    site.write(DEALS, "");
    let mut back = again(&site, &place, &form);
    assert!(
        back.text
            .contains("Dit is intussen ergens anders weggehaald.")
    );
    back.press("anew", "1");
    save(&mut site, &place, &back);
    assert_eq!(
        site.read(DEALS),
        "[[deal]]\ntitel = \"Gastlessen\"\nid = \"gastlessen\"\npartijen = [\"De Wilg\", \"Bakkerij Smit\"]\nregios = [\"twente\"]\nstatus = \"afgesproken\"\ntermijn = 2026-02-01\n"
    );
}

/// What the check says of what is to be saved, on the form.
fn refused(site: &Site, place: &RecordPlace, form: &ShownForm) -> ShownForm {
    let posted = Posted::read(form.body().as_bytes()).expect("a form of ours");
    looked(site, |desk| {
        let Sent::Save(saving) = sent(desk, place, &posted) else {
            panic!("it can be read");
        };
        let mut after = Builder::rewriting(site.root(), saving.rewrite.clone());
        let (_, diagnostics) = after.study(options(false)).expect("it can be read");
        let form = saving.refused(&diagnostics, after.sources(), Language::Nl);
        ShownForm::read(form.html(Language::Nl, &[]).as_str())
    })
}

#[test]
fn what_makes_the_site_wrong_stands_at_its_question_and_may_be_kept_as_a_draft() {
    let mut site = deals();
    let place = place(Kind::Session, None);
    let mut form = shown(&site, &place);
    form.fill("f.title", "Opening").fill("f.part_of", "");
    save(&mut site, &place, &form);
    let mut form = shown(&site, &super::place(Kind::Update, None));
    form.fill("f.of", "deal:bestaat-niet")
        .fill("f.date", "1-2-2026");
    let back = refused(&site, &super::place(Kind::Update, None), &form);
    assert_eq!(back.mistakes.len(), 1, "{:?}", back.mistakes);
    assert!(back.mistakes[0].starts_with("Van: "), "{:?}", back.mistakes);
    assert_eq!(back.values("f.of"), ["deal:bestaat-niet"]);
    let mut draft = back.clone();
    draft.press("draft", "1");
    save(&mut site, &super::place(Kind::Update, None), &draft);
    assert_eq!(
        site.read("content/events/avond/berichten.toml"),
        "[[bericht]]\nvan = \"deal:bestaat-niet\"\ndatum = 2026-02-01\nconcept = true\n"
    );
}
