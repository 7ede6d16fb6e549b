//! The news of the site as an Atom feed (RFC 4287): reports of events and news of their records, newest first.

use std::io;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::config::Config;
use crate::content::markdown;
use crate::plan::Plan;
use crate::plan::pages::{Page, number};
use crate::report::{DealId, EventId, EventStatus, IdeaId, LongText, NeedId, Report};
use crate::words::{Language, Text, both};

/// How many entries the feed keeps.
const LENGTH: usize = 50;

struct Entry {
    date: Date,
    id: String,
    href: String,
    title: String,
    summary: String,
}

/// The feed in one language.
///
/// # Panics
/// Never: writing XML to memory does not fail.
pub fn feed(report: &Report, config: &Config, plan: &Plan, language: Language) -> Vec<u8> {
    let zone = TimeZone::get(&config.time_zone).unwrap_or(TimeZone::UTC);
    let mut entries = entries(report, config, plan, language);
    entries.sort_by(|one, other| other.date.cmp(&one.date).then_with(|| one.id.cmp(&other.id)));
    entries.truncate(LENGTH);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    write(&mut writer, &entries, config, plan, language, &zone).expect("memory takes it");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write(writer: &mut Writer<Vec<u8>>, entries: &[Entry], config: &Config, plan: &Plan, language: Language, zone: &TimeZone) -> io::Result<()> {
    let root = plan.addresses.root(language);
    let home = plan.addresses.absolute(&root).unwrap_or_default();
    let own = format!("{home}feed.xml");
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let feed = writer.create_element("feed").with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language.tag())]);
    feed.write_inner_content(|writer| {
        text(writer, "id", &home)?;
        text(writer, "title", said(&config.title, config, language))?;
        if let Some(description) = &config.description {
            text(writer, "subtitle", said(description, config, language))?;
        }
        // A feed without news is as old as the epoch; the element is required all the same.
        let newest = entries.first().map_or(Date::constant(1970, 1, 1), |entry| entry.date);
        text(writer, "updated", &moment(newest, zone))?;
        writer.create_element("link").with_attributes([("rel", "self"), ("type", "application/atom+xml"), ("href", own.as_str())]).write_empty()?;
        writer.create_element("link").with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", home.as_str())]).write_empty()?;
        let author = config.publisher.as_ref().unwrap_or(&config.title);
        writer.create_element("author").write_inner_content(|writer| text(writer, "name", said(author, config, language)))?;
        writer.create_element("generator").with_attribute(("version", env!("CARGO_PKG_VERSION"))).write_text_content(BytesText::new("oogst"))?;
        for entry in entries {
            writer.create_element("entry").write_inner_content(|writer| {
                text(writer, "id", &entry.id)?;
                text(writer, "title", &entry.title)?;
                text(writer, "updated", &moment(entry.date, zone))?;
                writer
                    .create_element("link")
                    .with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", entry.href.as_str())])
                    .write_empty()?;
                text(writer, "summary", &entry.summary)
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    // XML 1.0 has no way to write most control characters (section 2.2), so they are left out.
    let clean: String = text.chars().filter(|character| !character.is_control() || matches!(character, '\n' | '\t')).collect();
    writer.create_element(name).write_text_content(BytesText::new(&clean))?;
    Ok(())
}

fn entries(report: &Report, config: &Config, plan: &Plan, language: Language) -> Vec<Entry> {
    let mut entries = Vec::new();
    let address = |page: Page| plan.addresses.absolute(&plan.addresses.path(report, page, language)).unwrap_or_default();
    for (index, event) in report.events.iter().enumerate() {
        // What is planned is no news of what came of it.
        if event.status == Some(EventStatus::Planned) {
            continue;
        }
        let href = address(Page::Event(EventId(number(index))));
        let summary = event.summary.as_ref().map(|summary| said(summary, config, language).to_owned());
        entries.push(Entry {
            date: event.updated.or(event.published).unwrap_or(event.date),
            id: href.clone(),
            href,
            title: said(&event.title, config, language).to_owned(),
            summary: summary.or_else(|| event.text.as_ref().map(|text| plain(text, config, language))).unwrap_or_default(),
        });
    }
    let mut news = |page: Page, title: &Text, updates: &mut dyn Iterator<Item = (Date, Option<&LongText>)>| {
        for (position, (date, text)) in updates.enumerate() {
            let href = address(page);
            entries.push(Entry {
                date,
                id: format!("{href}#bericht-{}", position + 1),
                href,
                title: format!("{}: {}", both("Bericht", "News").get(language), said(title, config, language)),
                summary: text.map(|text| plain(text, config, language)).unwrap_or_default(),
            });
        }
    };
    for (index, deal) in report.deals.iter().enumerate() {
        news(Page::Deal(DealId(number(index))), &deal.title, &mut deal.updates.iter().map(|update| (update.date, update.text.as_ref())));
    }
    for (index, need) in report.needs.iter().enumerate().filter(|(_, need)| !need.inline) {
        news(Page::Need(NeedId(number(index))), &need.title, &mut need.updates.iter().map(|update| (update.date, update.text.as_ref())));
    }
    for (index, idea) in report.ideas.iter().enumerate().filter(|(_, idea)| !idea.inline) {
        news(Page::Idea(IdeaId(number(index))), &idea.title, &mut idea.updates.iter().map(|update| (update.date, update.text.as_ref())));
    }
    entries
}

fn said<'a>(text: &'a Text, config: &Config, language: Language) -> &'a str {
    match &text.translation {
        Some(translation) if language != config.language() => translation,
        _ => &text.original,
    }
}

fn plain(text: &LongText, config: &Config, language: Language) -> String {
    match &text.translation {
        Some(translation) if language != config.language() => markdown::plain(&translation.text, 300),
        _ => markdown::plain(&text.original.text, 300),
    }
}

/// The start of a day in the site's time zone (RFC 3339).
fn moment(date: Date, zone: &TimeZone) -> String {
    match date.to_zoned_datetime(zone.clone()) {
        Ok(moment) => moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => format!("{date}T00:00:00Z"),
    }
}
