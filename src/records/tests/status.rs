//! News, and how things stand after it.

use jiff::civil::{Date, date};

use super::{EVENT, NOTHING, Site, said};
use crate::records::{DealStatus, EventId, IdeaStatus, LeadStatus, RecordId, StatusNow};

#[test]
fn the_newest_news_decides_whatever_folder_it_is_in() {
    let linked = Site::new(&[
        ("events/a/event.md", "+++\ntitle = \"A\"\ndate = 2018-10-30\npublished = 2018-11-05\nsummary = \"A.\"\n+++\n"),
        (
            "events/a/x.toml",
            "[[deal]]\ntitle = \"D\"\nstatus = \"agreed\"\n[[deal]]\ntitle = \"E\"\nstatus = \"afgesproken\"\n[[idea]]\ntitle = \"I\"\n[[ask]]\ntitle = \"V\"\nstatus = \"open\"\n\
             [[update]]\nof = \"deal:d\"\ndate = 2019-05-01\ntext = \"Nog niets.\"\n[[update]]\nof = \"deal:d\"\ndate = 2019-01-01\nstatus = \"done\"\n[[update]]\nof = \"deal:d\"\ndate = 2019-01-01\nstatus = \"lopend\"\n",
        ),
        ("events/b/event.md", EVENT),
        ("events/b/x.toml", "[[bericht]]\nvan = \"idee:a/i\"\ndatum = 2020-01-01\nstatus = \"done\"\n[[update]]\nof = \"event:a\"\ndate = 2017-01-01\ntext = \"Komt eraan.\"\n"),
        ("news.toml", "[[update]]\nof = \"ask:a/v\"\ndate = 2021-01-01\nstatus = \"gesloten\"\nsource = \"Brief\"\n"),
    ])
    .link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    let report = linked.report;
    // Of one day, what is written last is the newest.
    assert_eq!(
        report.deals[0].status,
        Some(now(DealStatus::Underway, date(2019, 1, 1)))
    );
    let news: Vec<_> = report.deals[0]
        .updates
        .iter()
        .map(|update| (update.date, update.status))
        .collect();
    assert_eq!(
        news,
        [
            (date(2019, 1, 1), Some(DealStatus::Done)),
            (date(2019, 1, 1), Some(DealStatus::Underway)),
            (date(2019, 5, 1), None)
        ]
    );
    assert_eq!(
        report.deals[1].status,
        Some(now(DealStatus::Agreed, date(2018, 11, 5)))
    );
    assert_eq!(
        report.ideas[0].status,
        Some(now(IdeaStatus::Done, date(2020, 1, 1)))
    );
    assert_eq!(report.ideas[0].updates[0].event, Some(EventId(1)));
    assert_eq!(
        report.needs[0].status,
        Some(now(LeadStatus::Closed, date(2021, 1, 1)))
    );
    assert_eq!(report.needs[0].updates[0].event, None);
    assert_eq!(
        report.news[&RecordId::Event(EventId(0))][0].date,
        date(2017, 1, 1)
    );
}

/// A status since a day.
fn now<S>(status: S, as_of: Date) -> StatusNow<S> {
    StatusNow { status, as_of }
}

#[test]
fn news_of_nothing_or_of_another_kind_is_told_apart() {
    let site = Site::of_event(
        "[[deal]]\ntitle = \"Samen\"\n[[session]]\ntitle = \"Welkom\"\n[[update]]\nof = \"deal:samn\"\ndate = 2019-01-01\n[[update]]\nof = \"samen\"\ndate = 2019-01-01\n\
         [[update]]\nof = \"dael:samen\"\ndate = 2019-01-01\n[[update]]\nof = \"deal:samen\"\ndate = 2018-01-01\nstatus = \"open\"\n[[update]]\nof = \"session:welkom\"\ndate = 2019-01-01\nstatus = \"done\"\n\
         [[update]]\nof = \"idea:samen\"\ndate = 2019-01-01\n[[update]]\nof = \"deal:aa/samen\"\ndate = 2019-01-01\n",
        "",
    )
    .with("news.toml", "[[update]]\nof = \"deal:samen\"\ndate = 2019-01-01\n[[update]]\nof = \"region:twente\"\ndate = 2019-01-01\n");
    assert_eq!(
        site.says(),
        [
            "events/a/x.toml:6:6 update-of-unknown! dit bericht gaat over `deal:samn`, en dat is er niet => deal:samen",
            "events/a/x.toml:9:6 bad-reference! `samen` is geen verwijzing => deal:samen",
            "events/a/x.toml:12:6 bad-reference! `dael:samen` is geen verwijzing => deal:samen",
            "events/a/x.toml:16:8 update-before-event? dit bericht is ouder dan de bijeenkomst @ events/a/event.md:3:8",
            "events/a/x.toml:17:10 status-of-other-kind! `open` is geen status van een deal",
            "events/a/x.toml:21:10 status-of-other-kind! `uitgevoerd` is geen status van een sessie",
            "events/a/x.toml:23:6 update-of-unknown! dit bericht gaat over `idea:samen`, en dat is er niet => deal:samen",
            "events/a/x.toml:26:6 unknown-event! er is geen bijeenkomst `aa` => deal:a/samen",
            "news.toml:2:6 update-of-unknown! dit bericht gaat over `deal:samen`, en dat is er niet => deal:a/samen",
            "news.toml:5:6 update-of-unknown! dit bericht gaat over `region:twente`, en dat is er niet",
        ]
    );
}

#[test]
fn corrections_and_resources_are_about_records() {
    let linked = Site::of_event(
        "[[deal]]\ntitle = \"Samen\"\n[[correction]]\ndate = 2019-01-01\ntext = \"Oud.\"\nof = \"deal:samen\"\n[[correction]]\ndate = 2020-01-01\ntext = \"Nieuw.\"\nof = \"photo:zal\"\n\
         [[resource]]\nurl = \"https://x.example/\"\ntitle = \"Site\"\nof = \"deal:samen\"\n",
        "",
    )
    .link();
    assert_eq!(
        said(&linked.diagnostics, &linked.sources),
        ["events/a/x.toml:10:6 unknown-record! een foto met de id `zal` is er niet"]
    );
    let event = &linked.report.events[0];
    assert_eq!(
        event
            .corrections
            .iter()
            .map(|correction| correction.of)
            .collect::<Vec<_>>(),
        [None, Some(RecordId::Deal(crate::records::DealId(0)))]
    );
    assert_eq!(
        linked.report.resources[0].of,
        Some(RecordId::Deal(crate::records::DealId(0)))
    );
}
