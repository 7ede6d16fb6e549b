//! Ids, translations and drafts.

use super::{EVENT, NOTHING, Site};
use crate::id::Id;
use crate::records::{EventId, IdeaId, RecordId, RegionId};

/// A site with a record of each way to get an id.
fn of_every_way() -> Site {
    Site::of_event(
        "[[idea]]\ntitle = \"Kleur het lokaal!\"\nregions = []\nthemes = []\n[[session]]\ntitle = \"Welkom\"\n[[photo]]\nfile = \"media/Zaal 1.JPG\"\nalt = \"Een zaal\"\nconsent = \"yes\"\n\
         [[resource]]\nfile = \"media/plan 2.pdf\"\ntitle = \"Het plan\"\n[[resource]]\nurl = \"https://x.example/\"\ntitle = \"Een site\"\n\
         [[outcome]]\ntext = \"Een.\"\n[[outcome]]\nid = \"twee\"\ntext = \"Twee.\"\n[[outcome]]\ntext = \"Drie.\"\n\
         [[quote]]\nby = \"Een docent\"\ntext = \"Ja.\"\n[[figure]]\nlabel = \"Getal\"\nvalue = 3\n[[figure]]\nlabel = \"Gasten\"\nvalue = 4\nmeasure = \"gasten\"\n",
        "[[person]]\nname = \"Zoë de Bruijn\"\n[[region]]\nname = \"Twente\"\n",
    )
    .with("events/a/ideas/mooi.md", "+++\ntitle = \"Maak het mooi\"\nregions = []\nthemes = []\n+++\n")
    .with("pages/over.md", "+++\ntitle = \"Over ons\"\n+++\n")
    .media("events/a/media/Zaal 1.JPG")
    .media("events/a/media/plan 2.pdf")
}

#[test]
fn ids_come_from_titles_names_files_and_folders() {
    let linked = of_every_way().link();
    assert_eq!(super::said(&linked.diagnostics, &linked.sources), NOTHING);
    let report = linked.report;
    let ids =
        |list: &mut dyn Iterator<Item = &Id>| list.map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        ids(&mut report.ideas.iter().map(|idea| &idea.id)),
        ["mooi", "kleur-het-lokaal"]
    );
    assert_eq!(
        ids(&mut report.photos.iter().map(|photo| &photo.id)),
        ["zaal-1"]
    );
    assert_eq!(
        ids(&mut report.resources.iter().map(|resource| &resource.id)),
        ["plan-2", "een-site"]
    );
    assert_eq!(
        ids(&mut report.outcomes.iter().map(|outcome| &outcome.id)),
        ["uitkomst-1", "twee", "uitkomst-3"]
    );
    assert_eq!(
        ids(&mut report.quotes.iter().map(|quote| &quote.id)),
        ["citaat-1"]
    );
    assert_eq!(
        ids(&mut report.figures.iter().map(|figure| &figure.id)),
        ["cijfer-1", "gasten"]
    );
    assert_eq!(
        ids(&mut [
            &report.people[0].id,
            &report.regions[0].id,
            &report.pages[0].id,
            &report.events[0].id
        ]
        .into_iter()),
        ["zoe-de-bruijn", "twente", "over", "a"]
    );
}

#[test]
fn a_record_is_found_by_its_kind_and_id() {
    let report = of_every_way().link().report;
    let event = Some(EventId(0));
    assert_eq!(
        report.find("idea:mooi", event),
        Some(RecordId::Idea(IdeaId(0)))
    );
    assert_eq!(
        report.find("idee:a/mooi", None),
        Some(RecordId::Idea(IdeaId(0)))
    );
    assert_eq!(
        report.find("regio:twente", event),
        Some(RecordId::Region(RegionId(0)))
    );
    assert_eq!(
        report.find("event:a", None),
        Some(RecordId::Event(EventId(0)))
    );
    for nothing in [
        "idea:mooi/x",
        "idea:b/mooi",
        "region:a/twente",
        "idea:",
        "mooi",
        "deal:mooi",
        ":",
        "https://x.example",
    ] {
        assert_eq!(report.find(nothing, event), None, "{nothing}");
    }
    assert_eq!(report.find("idea:mooi", None), None);
}

#[test]
fn two_records_with_one_id_are_named_with_both_places() {
    let says = Site::of_event(
        "[[session]]\ntitle = \"Welkom\"\n[[session]]\ntitle = \"Welkom!\"\ntext = \"Meer.\"\n[[ask]]\ntitle = \"Welkom\"\n[[offer]]\nid = \"x\"\ntitle = \"Een\"\n[[offer]]\nid = \"x\"\ntitle = \"Twee\"\n",
        "[[person]]\nname = \"De Es\"\n[[organisation]]\nname = \"De Es\"\nid = \"de-es\"\n",
    )
    .says();
    assert_eq!(
        says,
        [
            "events/a/x.toml:4:9 duplicate-id! er is al een sessie met de id `welkom` @ events/a/x.toml:2:9",
            "events/a/x.toml:12:6 duplicate-id! er is al een aanbod met de id `x` @ events/a/x.toml:9:6",
            "shared.toml:5:6 duplicate-id! er is al een persoon of organisatie met de id `de-es` @ shared.toml:2:8",
        ]
    );
}

#[test]
fn ids_are_unique_within_an_event_only() {
    let idea = "[[idea]]\ntitle = \"Een idee\"\n";
    let site = Site::new(&[
        ("events/a/event.md", EVENT),
        ("events/b/event.md", EVENT),
        ("events/a/x.toml", idea),
        ("events/b/x.toml", idea),
    ]);
    let linked = site.link();
    assert_eq!(super::said(&linked.diagnostics, &linked.sources), NOTHING);
    assert_eq!(
        linked.report.find("idea:b/een-idee", None),
        Some(RecordId::Idea(IdeaId(1)))
    );
}

#[test]
fn a_title_without_letters_makes_no_id() {
    assert_eq!(
        Site::of_event(
            "[[session]]\ntitle = \"Een\"\n[[session]]\ntitle = \"?!\"\n",
            ""
        )
        .says(),
        ["events/a/x.toml:4:9 no-id-from-title! van `?!` is geen id te maken"]
    );
}

#[test]
fn words_of_the_addresses_are_no_ids() {
    let site = Site::of_event(
        "[[session]]\ntitle = \"Pagina\"\n[[photo]]\nid = \"pagina\"\nfile = \"media/a.png\"\nalt = \"Een zaal\"\nconsent = \"yes\"\n",
        "[[region]]\nname = \"Bladzijde\"\n",
    )
    .media("events/a/media/a.png")
    .with("events/thema/event.md", EVENT)
    .with("pages/regios.md", "+++\ntitle = \"Regio's\"\n+++\n")
    .with("pages/en.md", "+++\ntitle = \"Engels\"\n+++\n");
    assert_eq!(
        site.says(),
        [
            "events/a/x.toml:2:9 reserved-id! `pagina` is een woord dat in de adressen al iets betekent",
            "events/thema/event.md:1:1 reserved-id! `thema` is een woord dat in de adressen al iets betekent",
            "pages/en.md:1:1 reserved-id! `en` is een woord dat in de adressen al iets betekent",
            "pages/regios.md:1:1 reserved-id! `regios` is een woord dat in de adressen al iets betekent",
        ]
    );
    let site = Site::of_event(
        "[[session]]\ntitle = \"Pagina\"\n[[idea]]\ntitle = \"Blad\"\n",
        "",
    )
    .settings("[routes]\npage = \"blad\"\n");
    assert_eq!(
        site.says(),
        [
            "events/a/x.toml:4:9 reserved-id! `blad` is een woord dat in de adressen al iets betekent"
        ]
    );
}

#[test]
fn a_translation_goes_into_its_original() {
    let linked = Site::of_event(
        "[[deal]]\ntitle = \"Samen bijscholen\"\nregions = []\nthemes = []\n",
        "",
    )
    .with(
        "events/a/event.en.md",
        "+++\ntitle = \"Meeting\"\nsummary = \"Short.\"\n+++\nWell.\n",
    )
    .with(
        "events/a/deals/samen-bijscholen.en.md",
        "+++\ntitle = \"Learning together\"\n+++\n",
    )
    .link();
    assert_eq!(super::said(&linked.diagnostics, &linked.sources), NOTHING);
    let report = linked.report;
    assert_eq!(
        report.events[0].title.translation.as_deref(),
        Some("Meeting")
    );
    assert_eq!(
        report.deals[0].title.translation.as_deref(),
        Some("Learning together")
    );
}

#[test]
fn a_translation_without_its_original_is_an_error() {
    let site = Site::of_event("", "")
        .with(
            "events/a/ideas/kleur.en.md",
            "+++\ntitle = \"Colour\"\n+++\n",
        )
        .with("events/b/event.en.md", "Text.\n");
    assert_eq!(
        site.says(),
        [
            "events/a/ideas/kleur.en.md:2:1 translation-alone! bij deze vertaling ontbreekt het origineel",
            "events/b event-without-file! in deze map van een bijeenkomst ontbreekt `event.md`",
        ]
    );
}

#[test]
fn drafts_step_aside_unless_asked_for() {
    let site = || {
        Site::of_event(
            "[[idea]]\ntitle = \"Later\"\ndraft = true\nregions = []\n[[deal]]\ntitle = \"Nu\"\nideas = [\"later\", { title = \"Nooit\", draft = true }]\nregions = []\nparties = [\"nieuw\"]\n",
            "[[person]]\nname = \"Nieuw\"\ndraft = true\n",
        )
        .with("events/b/event.md", "+++\ntitle = \"B\"\ndate = 2019-01-01\nsummary = \"B.\"\ndraft = true\n+++\n")
        .with("events/b/x.toml", "[[idea]]\ntitle = \"Ook\"\nregions = [\"nergens\"]\n")
        .with("events/a/y.toml", "[[update]]\nof = \"idea:b/ook\"\ndate = 2019-02-02\n")
    };
    let linked = site().link();
    assert_eq!(
        (
            linked.report.events.len(),
            linked.report.ideas.len(),
            linked.report.people.len()
        ),
        (1, 0, 0)
    );
    assert_eq!(
        super::said(&linked.diagnostics, &linked.sources),
        [
            "events/a/x.toml:7:10 refers-to-draft! `later` is nog een concept, dus deze verwijzing loopt dood",
            "events/a/x.toml:9:12 refers-to-draft! `nieuw` is nog een concept, dus deze verwijzing loopt dood",
            "events/a/y.toml:2:6 refers-to-draft! `b` is nog een concept, dus deze verwijzing loopt dood",
        ]
    );
    let linked = site().with_drafts().link();
    assert_eq!(
        (
            linked.report.events.len(),
            linked.report.ideas.len(),
            linked.report.people.len()
        ),
        (2, 3, 1)
    );
    assert_eq!(
        super::said(&linked.diagnostics, &linked.sources),
        ["events/b/x.toml:3:12 unknown-region! geen regio heet `nergens`"]
    );
}

#[test]
fn records_without_an_event_are_told_of_once_by_their_folder() {
    let site = Site::of_event("[[update]]\nof = \"idea:b/los\"\ndate = 2019-02-02\n", "")
        .with("events/b/x.toml", "[[idea]]\ntitle = \"Los\"\n");
    assert_eq!(
        site.says(),
        ["events/b event-without-file! in deze map van een bijeenkomst ontbreekt `event.md`"]
    );
}
