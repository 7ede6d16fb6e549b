//! What counts where, and who did what.

use super::{EVENT, NOTHING, Site, said};
use crate::records::{
    EventId, Harvest, OrganisationId, Party, PersonId, RegionId, Report, SessionId,
};

const PLACES: &str = "[[region]]\nname = \"Overijssel\"\n[[region]]\nname = \"Gelderland\"\n[[region]]\nname = \"Stedendriehoek\"\nparents = [\"overijssel\", \"gelderland\"]\n\
    [[region]]\nname = \"Apeldoorn\"\nparents = [\"stedendriehoek\", \"gelderland\"]\n[[region]]\nname = \"Twente\"\nparents = \"overijssel\"\n\
    [[theme]]\nname = \"Onderwijs\"\n[[theme]]\nname = \"Docenten\"\nparents = [\"onderwijs\"]\n[[theme]]\nname = \"Lokalen\"\nparents = [\"onderwijs\"]\n";

fn event(date: &str, more: &str) -> String {
    format!("+++\ntitle = \"Dag\"\ndate = {date}\nsummary = \"Kort.\"\n{more}\n+++\n")
}

/// A harvest as counts and ids.
fn shown(report: &Report, harvest: &Harvest) -> String {
    let Harvest {
        events,
        sessions,
        ideas,
        asks,
        offers,
        deals,
        outcomes,
        figures,
        leads,
    } = harvest;
    let mut ids: Vec<String> = events.iter().map(|id| report[*id].id.to_string()).collect();
    ids.extend(sessions.iter().map(|id| report[*id].id.to_string()));
    ids.extend(ideas.iter().map(|id| report[*id].id.to_string()));
    ids.extend(
        asks.iter()
            .chain(offers)
            .map(|id| report[*id].id.to_string()),
    );
    ids.extend(deals.iter().map(|id| report[*id].id.to_string()));
    ids.extend(outcomes.iter().map(|id| report[*id].id.to_string()));
    ids.extend(figures.iter().map(|id| report[*id].id.to_string()));
    ids.extend(leads.iter().map(|id| format!("{}*", report[*id].id)));
    ids.join(" ")
}

fn site() -> Site {
    Site::new(&[
        ("places.toml", PLACES),
        (
            "events/a/event.md",
            &event("2018-10-30", "regions = [\"overijssel\"]"),
        ),
        (
            "events/a/x.toml",
            "[[idea]]\ntitle = \"I1\"\nregions = [\"apeldoorn\", \"twente\"]\nthemes = [\"docenten\", \"lokalen\"]\n[[ask]]\ntitle = \"V1\"\nregions = [\"twente\"]\nthemes = [\"docenten\"]\nstatus = \"open\"\ncontact = \"Een loket\"\n\
             [[offer]]\ntitle = \"A1\"\nregions = []\nthemes = [\"lokalen\"]\n[[deal]]\ntitle = \"D1\"\nasks = [\"v1\"]\noffers = [\"a1\"]\nstatus = \"stopped\"\n[[outcome]]\ntext = \"Ja.\"\n[[session]]\ntitle = \"S1\"\nregions = []\n",
        ),
        (
            "events/b/event.md",
            &event(
                "2020-01-01",
                "regions = [\"overijssel\", \"gelderland\"]\nthemes = [\"onderwijs\"]",
            ),
        ),
        (
            "events/b/x.toml",
            "[[idea]]\ntitle = \"I2\"\nregions = []\n[[deal]]\ntitle = \"D2\"\nregions = [\"apeldoorn\"]\nstatus = \"done\"\n[[figure]]\nlabel = \"Getal\"\nvalue = 1\nregions = [\"twente\"]\n",
        ),
    ])
}

#[test]
fn records_count_upward_once_and_newest_first() {
    let linked = site().link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    let report = &linked.report;
    let regions: Vec<String> = report
        .regions
        .iter()
        .map(|region| {
            format!(
                "{}: {} | {}",
                region.id,
                shown(report, &region.harvest),
                shown(report, &region.direct)
            )
        })
        .collect();
    assert_eq!(
        regions,
        [
            // The deal takes the regions of its ask and offer; the outcome the event's only one;
            // what says `[]` counts nowhere.
            "overijssel: b a i1 v1 d2 d1 uitkomst-1 cijfer-1 v1* | b a uitkomst-1",
            "gelderland: b i1 d2 | b",
            "stedendriehoek: i1 d2 | ",
            "apeldoorn: i1 d2 | i1 d2",
            "twente: i1 v1 d1 cijfer-1 v1* | i1 v1 d1 cijfer-1 v1*",
        ]
    );
    let themes: Vec<String> = report
        .themes
        .iter()
        .map(|theme| format!("{}: {}", theme.id, shown(report, &theme.harvest)))
        .collect();
    assert_eq!(
        themes,
        [
            "onderwijs: b i2 i1 v1 a1 d2 d1 cijfer-1 v1*",
            "docenten: i1 v1 d1 v1*",
            "lokalen: i1 a1 d1"
        ]
    );
    let years: Vec<String> = report
        .years
        .iter()
        .map(|year| format!("{}: {}", year.year, shown(report, &year.harvest)))
        .collect();
    assert_eq!(
        years,
        [
            "2020: b i2 d2 cijfer-1",
            "2018: a s1 i1 v1 a1 d1 uitkomst-1 v1*"
        ]
    );
}

#[test]
fn totals_count_each_record_once() {
    let totals = site().link().report.totals;
    assert_eq!(
        (
            totals.events,
            totals.ideas,
            totals.asks,
            totals.offers,
            totals.deals,
            totals.deals_done,
            totals.leads
        ),
        (2, 2, 1, 1, 2, 1, 1)
    );
}

#[test]
fn regions_and_themes_cross_on_every_level() {
    let linked = site().link();
    let report = &linked.report;
    let crossings: Vec<String> = report
        .crossings
        .iter()
        .map(|((region, theme), harvest)| {
            format!(
                "{} × {}: {}",
                report[*region].id,
                report[*theme].id,
                shown(report, harvest)
            )
        })
        .collect();
    assert_eq!(
        crossings,
        [
            "overijssel × onderwijs: b i1 v1 d2 d1 cijfer-1 v1*",
            "overijssel × docenten: i1 v1 d1 v1*",
            "overijssel × lokalen: i1 d1",
            "gelderland × onderwijs: b i1 d2",
            "gelderland × docenten: i1",
            "gelderland × lokalen: i1",
            "stedendriehoek × onderwijs: i1 d2",
            "stedendriehoek × docenten: i1",
            "stedendriehoek × lokalen: i1",
            "apeldoorn × onderwijs: i1 d2",
            "apeldoorn × docenten: i1",
            "apeldoorn × lokalen: i1",
            "twente × onderwijs: i1 v1 d1 cijfer-1 v1*",
            "twente × docenten: i1 v1 d1 v1*",
            "twente × lokalen: i1 d1",
        ]
    );
}

#[test]
fn regions_and_themes_know_what_is_above_and_below_them() {
    let linked = site().link();
    let report = &linked.report;
    let names = |ids: &[RegionId]| {
        ids.iter()
            .map(|id| report[*id].id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&report.top_regions), ["gelderland", "overijssel"]);
    assert_eq!(
        names(&report.regions[0].children),
        ["stedendriehoek", "twente"]
    );
    assert_eq!(
        names(&report.regions[3].ancestors),
        ["stedendriehoek", "gelderland", "overijssel"]
    );
    assert_eq!(
        names(&report.themes[0].regions),
        [
            "apeldoorn",
            "gelderland",
            "overijssel",
            "stedendriehoek",
            "twente"
        ]
    );
    assert_eq!(
        report.regions[4]
            .themes
            .iter()
            .map(|id| report[*id].id.to_string())
            .collect::<Vec<_>>(),
        ["docenten", "lokalen", "onderwijs"]
    );
}

#[test]
fn circles_are_reported_once_and_opened() {
    let circle = "[[region]]\nname = \"A\"\nparents = [\"b\"]\n[[region]]\nname = \"B\"\nparents = [\"c\"]\n[[region]]\nname = \"C\"\nparents = [\"a\"]\n[[theme]]\nname = \"T\"\nparents = [\"t\"]\n";
    let linked = Site::of_event("[[session]]\ntitle = \"Een\"\npart_of = \"twee\"\n[[session]]\ntitle = \"Twee\"\npart_of = \"een\"\n", circle)
        .with("events/b/event.md", &event("2020-01-01", "replaced_by = \"c\""))
        .with("events/c/event.md", &event("2020-01-01", "replaced_by = \"b\""))
        .link();
    assert_eq!(
        said(&linked.diagnostics, &linked.sources),
        [
            "events/a/x.toml:3:11 part-of-circle! deze sessies zijn in een kring een onderdeel van elkaar: `een` › `twee` › `een` @ events/a/x.toml:6:11",
            "events/b/event.md:5:15 replaced-by-circle! deze bijeenkomsten vervangen elkaar in een kring: `b` › `c` › `b` @ events/c/event.md:5:15",
            "shared.toml:3:12 parent-circle! deze liggen in een kring in elkaar: `a` › `b` › `c` › `a` @ shared.toml:6:12 @ shared.toml:9:12",
            "shared.toml:12:12 parent-circle! deze liggen in een kring in elkaar: `t` › `t`",
        ]
    );
    let report = linked.report;
    assert_eq!(report.regions[0].ancestors.len(), 2);
    assert!(report.regions[2].parents.is_empty() && report.themes[0].parents.is_empty());
}

const PEOPLE: &str = "[[person]]\nname = \"Ad van Veen\"\norganisation = \"nu\"\n[[person]]\nname = \"Bo Aal\"\nlisted = false\n[[organisation]]\nname = \"Nu\"\n[[organisation]]\nname = \"Toen\"\nsuccessor = \"Nu\"\n[[series]]\nid = \"dag\"\nname = \"De dag\"\n";

/// People and organisations in two events of a series.
fn with_parties() -> Site {
    Site::new(&[
        ("people.toml", PEOPLE),
        (
            "events/a/event.md",
            &event("2018-01-01", "series = \"dag\"\norganisers = [\"Toen\"]"),
        ),
        (
            "events/a/x.toml",
            "[[speaker]]\nperson = \"ad-van-veen\"\nrole = \"docent\"\norganisation = \"toen\"\n[[session]]\ntitle = \"Welkom\"\nspeakers = [\"Ad van Veen\", { name = \"Twee leerlingen\", organisation = \"nu\" }]\nled_by = \"bo-aal\"\n\
             [[idea]]\ntitle = \"Idee\"\nby = \"ad-van-veen\"\n[[ask]]\ntitle = \"Vraag\"\nby = { name = \"Bo Aal\", organisation = \"toen\" }\n[[quote]]\ntext = \"Ja.\"\nby = { name = \"Iemand\", organisation = \"toen\" }\n",
        ),
        (
            "events/b/event.md",
            &event("2019-01-01", "series = \"dag\""),
        ),
        (
            "events/b/x.toml",
            "[[deal]]\ntitle = \"Deal\"\nasks = [\"a/vraag\"]\n[[offer]]\ntitle = \"Aanbod\"\nby = \"ad-van-veen\"\n",
        ),
    ])
}

#[test]
fn a_partys_record_holds_what_it_did_as_it_was_then() {
    let linked = with_parties().link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    let report = &linked.report;
    let counts = |record: &crate::records::PartyRecord| {
        let events: Vec<String> = record
            .events
            .iter()
            .map(|event| report[*event].id.to_string())
            .collect();
        format!(
            "spoke {} organised {} led {} ideas {} asks {} offers {} deals {} quotes {} at {}",
            record.spoke.len(),
            record.organised.len(),
            record.led.len(),
            record.ideas.len(),
            record.asks.len(),
            record.offers.len(),
            record.deals.len(),
            record.quotes.len(),
            events.join(" ")
        )
    };
    assert_eq!(
        counts(&report.people[0].record),
        "spoke 1 organised 0 led 0 ideas 1 asks 0 offers 1 deals 0 quotes 0 at b a"
    );
    assert_eq!(
        counts(&report.people[1].record),
        "spoke 0 organised 0 led 1 ideas 0 asks 1 offers 0 deals 1 quotes 0 at b a"
    );
    // Nobody said for whom Ad made the offer of 2019: that he works at Nu today is no reason.
    assert_eq!(
        counts(&report.organisations[0].record),
        "spoke 1 organised 0 led 0 ideas 0 asks 0 offers 0 deals 0 quotes 0 at a"
    );
    assert_eq!(
        counts(&report.organisations[1].record),
        "spoke 1 organised 1 led 1 ideas 1 asks 1 offers 0 deals 0 quotes 1 at a"
    );
}

#[test]
fn people_organisations_and_series_know_each_other() {
    let report = with_parties().link().report;
    let event = &report.events[0];
    let speakers: Vec<(usize, bool)> = event
        .speakers
        .iter()
        .map(|speaker| {
            (
                report[*speaker].sessions.len(),
                report[*speaker].role.is_some(),
            )
        })
        .collect();
    assert_eq!(speakers, [(1, true), (1, false)]);
    assert_eq!(report.people_by_name, [PersonId(0)]);
    assert_eq!(report.people[0].sort_name, "Veen, Ad van");
    assert_eq!(report.organisations[0].people, [PersonId(0)]);
    assert_eq!(report.organisations[0].predecessors, [OrganisationId(1)]);
    let series = &report.series[0];
    assert_eq!(series.events, [EventId(0), EventId(1)]);
    assert_eq!(
        series.returned,
        [vec![Party::Person(PersonId(1)), Party::Person(PersonId(0))]]
    );
}

#[test]
fn sessions_stand_by_day_and_start() {
    let linked = Site::new(&[
        ("events/a/event.md", &event("2018-01-01", "end = 2018-01-02")),
        (
            "events/a/x.toml",
            "[[session]]\ntitle = \"Tweede dag\"\ndate = 2018-01-02\nstart = 09:00\n[[session]]\ntitle = \"Middag\"\nstart = \"13.30\"\n[[session]]\ntitle = \"Daarna\"\npart_of = \"middag\"\ntext = \"Tekst.\"\n[[session]]\ntitle = \"Ochtend\"\nstart = 09:00\n",
        ),
    ])
    .link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    let report = &linked.report;
    let ids = |list: &[SessionId]| {
        list.iter()
            .map(|id| report[*id].id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids(&report.events[0].sessions),
        ["ochtend", "middag", "daarna", "tweede-dag"]
    );
    assert_eq!(ids(&report.sessions[1].parts), ["daarna"]);
    assert_eq!(
        report
            .sessions
            .iter()
            .map(|session| session.has_page)
            .collect::<Vec<_>>(),
        [false, false, true, false]
    );
}

#[test]
fn ends_lie_after_starts_and_days_within_the_event() {
    let site = Site::new(&[
        (
            "events/a/event.md",
            &event("2018-01-02", "end = 2018-01-01"),
        ),
        ("events/b/event.md", EVENT),
        (
            "events/b/x.toml",
            "[[session]]\ntitle = \"S\"\nstart = 10:00\nend = 09:00\n[[session]]\ntitle = \"T\"\ndate = 2018-10-31\n[[deal]]\ntitle = \"D\"\nagreed = 2019-01-01\ndue = 2018-01-01\n",
        ),
    ]);
    assert_eq!(
        site.says(),
        [
            "events/a/event.md:5:7 ends-before-start! het einde ligt voor het begin @ events/a/event.md:3:8",
            "events/b/x.toml:4:7 ends-before-start! het einde ligt voor het begin @ events/b/x.toml:3:9",
            "events/b/x.toml:7:8 outside-event? deze datum valt buiten de bijeenkomst @ events/b/event.md:3:8",
            "events/b/x.toml:11:7 ends-before-start! het einde ligt voor het begin @ events/b/x.toml:10:10",
        ]
    );
}
