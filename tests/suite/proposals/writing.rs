//! What is written: that, and nothing else.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::{DEALS, Folder, fates, line, list, markdown, record, was};
use oogst::edit::proposal::{Fate, FieldBase, ProposedRecord, RecordMatch};
use oogst::schema::Kind;
use oogst::schema::wanted::FieldValue;

#[test]
fn a_changed_value_alone_changes() {
    let folder = Folder::with(&[("content/events/avond/deals.toml", DEALS)]);
    let proposal = record(
        Kind::Deal,
        Some("gastlessen"),
        &[
            (
                "title",
                line("Gastlessen bij De Wilg"),
                was(Kind::Deal, "title", line("Gastlessen").as_ref()),
            ),
            (
                "status",
                line("lopend"),
                was(Kind::Deal, "status", line("agreed").as_ref()),
            ),
            ("regions", list(&["Twente"]), FieldBase::Unknown),
            (
                "agreed",
                Some(FieldValue::Date(date(2025, 11, 12))),
                FieldBase::Unknown,
            ),
        ],
    );
    let merged = folder.merge(&proposal, None);
    assert_eq!(
        fates(&merged),
        [Fate::Taken, Fate::Taken, Fate::Same, Fate::Taken]
    );
    let texts = folder.take(&merged);
    let wanted = DEALS
        .replace("'Gastlessen'", "\"Gastlessen bij De Wilg\"")
        .replace(
            "status = \"afgesproken\"\n",
            "status = \"lopend\"\nafgesproken = 2025-11-12\n",
        );
    assert_eq!(
        texts,
        BTreeMap::from([("content/events/avond/deals.toml".to_owned(), wanted)])
    );
    // Once it is so, the same proposal changes nothing.
    assert!(folder.merge(&proposal, None).rewrite.is_empty());
}

#[test]
fn new_records_stand_below_the_last_of_their_kind_or_in_a_file_of_their_own() {
    let folder = Folder::with(&[("content/events/avond/deals.toml", DEALS)]);
    let mut proposal = record(
        Kind::Deal,
        None,
        &[
            (
                "text",
                markdown("Eerst dit.\n\nDan \"dat\"."),
                FieldBase::Unknown,
            ),
            ("title", line("Nieuw: een \"proef\""), FieldBase::Unknown),
        ],
    );
    let same_again = proposal.records[0].clone();
    proposal.records.push(same_again);
    let ask = record(
        Kind::Ask,
        None,
        &[
            ("title", line("Wie helpt?"), FieldBase::Unknown),
            ("regions", list(&["twente", "salland"]), FieldBase::Unknown),
        ],
    );
    proposal.records.extend(ask.records);
    let merged = folder.merge(&proposal, None);
    let records = merged.records.iter();
    let ids: Vec<&str> = records
        .filter(|record| record.is == RecordMatch::New)
        .filter_map(|record| Some(record.id.as_ref()?.as_str()))
        .collect();
    assert_eq!(ids, ["nieuw-een-proef", "nieuw-een-proef-2", "wie-helpt"]);
    let texts = folder.take(&merged);
    let added = |id: &str| {
        format!(
            "\n[[deal]]\ntitel = 'Nieuw: een \"proef\"'\nid = \"{id}\"\ntekst = \"\"\"\nEerst dit.\n\nDan \"dat\".\"\"\"\n"
        )
    };
    let wanted = format!(
        "{DEALS}{}{}",
        added("nieuw-een-proef"),
        added("nieuw-een-proef-2")
    );
    assert_eq!(texts["content/events/avond/deals.toml"], wanted);
    assert_eq!(
        texts["content/events/avond/vragen.toml"],
        "[[vraag]]\ntitel = \"Wie helpt?\"\nid = \"wie-helpt\"\nregios = [\"twente\", \"salland\"]\n"
    );
    folder.studied(|study, _| assert_eq!(study.report.deals.len(), 4));
}

const CODES: &str = "[[organisatie]]\nnaam = \"A\"\ncodes = { brin = \"01AA\" } # van DUO\n\n[[organisatie]]\nnaam = \"B\"\n[organisatie.codes]\nbrin = \"02BB\"\n\n[[organisatie]]\nnaam = \"C\"\ncodes.brin = \"03CC\"\n\n[[organisatie]]\nnaam = \"D\"\n";

const WITH_CODES: &str = "[[organisatie]]\nnaam = \"A\"\nwebsite = \"https://a.example/\"\ncodes = { brin = \"01AA\", kvk = \"11AA\" } # van DUO\n\n[[organisatie]]\nnaam = \"B\"\nwebsite = \"https://a.example/\"\n[organisatie.codes]\nbrin = \"02BB\"\nkvk = \"12BB\"\n\n[[organisatie]]\nnaam = \"C\"\nwebsite = \"https://a.example/\"\ncodes.brin = \"03CC\"\ncodes.kvk = \"13CC\"\n\n[[organisatie]]\nnaam = \"D\"\nwebsite = \"https://a.example/\"\ncodes.kvk = \"14DD\"\n";

#[test]
fn every_way_to_write_a_record_can_be_changed() {
    let inline = "idee = [{ titel = \"Een\", id = \"een\" }, { titel = \"Twee\" }]\n";
    let body = "+++\ntitel = \"Drie\"\n+++\n\nOud.\n";
    let folder = Folder::with(&[
        ("content/events/avond/ideeen.toml", inline),
        ("content/organisaties.toml", CODES),
        ("content/events/avond/deals/drie.md", body),
    ]);
    let mut proposal = record(
        Kind::Idea,
        Some("een"),
        &[("regions", list(&["twente"]), FieldBase::Unknown)],
    );
    for (name, code) in [("A", "11AA"), ("B", "12BB"), ("C", "13CC"), ("D", "14DD")] {
        let organisation = record(
            Kind::Organisation,
            None,
            &[
                ("name", line(name), FieldBase::Unknown),
                ("codes.kvk", line(code), FieldBase::Unknown),
                ("website", line("https://a.example/"), FieldBase::Unknown),
            ],
        );
        proposal.records.extend(
            organisation
                .records
                .into_iter()
                .map(|record| ProposedRecord {
                    event: None,
                    ..record
                }),
        );
    }
    let was_old = was(Kind::Deal, "text", markdown("Oud.").as_ref());
    let text = [("text", markdown("Nieuw, met *nadruk*."), was_old)];
    let deal = record(Kind::Deal, Some("drie"), &text);
    proposal.records.extend(deal.records);
    let merged = folder.merge(&proposal, None);
    assert!(!merged.is_undecided(), "{merged:#?}");
    let texts = folder.take(&merged);
    assert_eq!(
        texts["content/events/avond/ideeen.toml"],
        "idee = [{ titel = \"Een\", id = \"een\", regios = [\"twente\"] }, { titel = \"Twee\" }]\n"
    );
    assert_eq!(
        texts["content/events/avond/deals/drie.md"],
        "+++\ntitel = \"Drie\"\n+++\n\nNieuw, met *nadruk*.\n"
    );
    assert_eq!(texts["content/organisaties.toml"], WITH_CODES);
    assert!(folder.merge(&proposal, None).rewrite.is_empty());
}
