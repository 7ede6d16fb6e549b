//! The pages of an event, as Hugo reads them.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use super::counts::Counts;
use super::put;
use crate::invented::Event;
use crate::site::quoted;

pub(super) fn write_event(
    content: &Path,
    event: &Event,
    kept: &BTreeMap<String, usize>,
) -> Result<(), Box<dyn Error>> {
    let folder = content.join("bijeenkomsten").join(&event.id);
    write_page(&folder, event, kept)?;
    for (kind, title) in [
        ("ideeen", "Ideeën"),
        ("deals", "Deals"),
        ("vragen", "Vragen"),
        ("aanbod", "Aanbod"),
    ] {
        put(
            &folder.join(kind).join("_index.md"),
            &format!(
                "+++\ntitle = \"{title}\"\ndate = {}\ntype = \"lijst\"\n+++\n",
                event.date
            ),
        )?;
    }
    write_ideas(&folder, event, kept)?;
    write_needs(&folder, event, kept)?;
    write_deals(&folder, event, kept)
}

/// The page of an event and its programme.
fn write_page(
    folder: &Path,
    event: &Event,
    kept: &BTreeMap<String, usize>,
) -> Result<(), Box<dyn Error>> {
    let date = &event.date;
    let of_event = Counts {
        event,
        list: "bijeenkomsten",
        theme: None,
        status: None,
    };
    let mut programme = String::new();
    for session in &event.sessions {
        writeln!(
            programme,
            "[[params.sessies]]\ntitel = \"{}\"\ntijd = \"{:02}.00\"\nwie = \"mens-{}\"",
            session.title, session.hour, session.person
        )?;
    }
    let mut people: Vec<String> = event
        .sessions
        .iter()
        .map(|session| format!("mens-{}", session.person))
        .collect();
    people.push(format!("mens-{}", event.speaker.person));
    people.sort_unstable();
    people.dedup();
    let (title, summary) = (quoted(&event.title), quoted(&event.summary));
    let text = format!(
        "+++\ntitle = {title}\ndate = {date}\ntype = \"bijeenkomst\"\noutputs = [\"html\", \"afdrukken\"]\ndescription = {summary}\nmensen = {people:?}\n{}[params]\nspreker = \"mens-{}\"\nwoorden = {}\n+++\n{}\n",
        of_event.terms(kept),
        event.speaker.person,
        quoted(&event.speaker.text),
        event.text
    );
    put(&folder.join("_index.md"), &text)?;
    put(
        &folder.join("programma/index.md"),
        &format!(
            "+++\ntitle = \"Programma\"\ndate = {date}\ntype = \"programma\"\n{programme}+++\n"
        ),
    )?;
    Ok(())
}

/// How the page of a record begins.
fn head(event: &Event, title: &str, kind: &str) -> String {
    format!(
        "+++\ntitle = {}\ndate = {}\ntype = \"{kind}\"\n",
        quoted(title),
        event.date
    )
}

fn write_ideas(
    folder: &Path,
    event: &Event,
    kept: &BTreeMap<String, usize>,
) -> Result<(), Box<dyn Error>> {
    for idea in &event.ideas {
        let terms = Counts {
            event,
            list: "ideeen",
            theme: Some(idea.theme),
            status: None,
        }
        .terms(kept);
        let by = format!("organisaties = [\"organisatie-{}\"]\n", idea.by);
        put(
            &folder.join("ideeen").join(&idea.id).join("index.md"),
            &format!(
                "{}{terms}{by}+++\n{}\n",
                head(event, &idea.title, "idee"),
                idea.text
            ),
        )?;
    }
    Ok(())
}

fn write_needs(
    folder: &Path,
    event: &Event,
    kept: &BTreeMap<String, usize>,
) -> Result<(), Box<dyn Error>> {
    for (kind, status, needs) in [
        ("vragen", "vraag", &event.asks),
        ("aanbod", "aanbod", &event.offers),
    ] {
        for need in needs {
            // One that is not open is in no list but its event's.
            let terms = if need.open {
                Counts {
                    event,
                    list: "openstaand",
                    theme: Some(need.theme),
                    status: Some(status),
                }
                .terms(kept)
            } else {
                String::new()
            };
            let more = format!(
                "organisaties = [\"organisatie-{}\"]\n[params]\nregio = \"regio-{}\"\nthema = \"thema-{}\"\n",
                need.by, event.region, need.theme
            );
            put(
                &folder.join(kind).join(&need.id).join("index.md"),
                &format!(
                    "{}{terms}{more}+++\n{}\n",
                    head(event, &need.title, status),
                    need.text
                ),
            )?;
        }
    }
    Ok(())
}

fn write_deals(
    folder: &Path,
    event: &Event,
    kept: &BTreeMap<String, usize>,
) -> Result<(), Box<dyn Error>> {
    for deal in &event.deals {
        let (ask, offer) = (&event.asks[deal.needs], &event.offers[deal.needs]);
        let terms = Counts {
            event,
            list: "deals",
            theme: Some(ask.theme),
            status: Some("loopt"),
        }
        .terms(kept);
        let parties = format!(
            "organisaties = [\"organisatie-{}\", \"organisatie-{}\"]\n",
            ask.by, offer.by
        );
        let halves = format!(
            "[params]\nvraag = \"{}\"\naanbod = \"{}\"\nnieuws_op = {}\nnieuws = {}\n",
            ask.id,
            offer.id,
            deal.news_date,
            quoted(&deal.news)
        );
        put(
            &folder.join("deals").join(&deal.id).join("index.md"),
            &format!(
                "{}{terms}{parties}{halves}+++\n{}\n",
                head(event, &deal.title, "deal"),
                deal.text
            ),
        )?;
    }
    Ok(())
}
