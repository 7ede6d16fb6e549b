//! News as Atom feeds (RFC 4287), newest first: of the whole site reports of events and news of
//! their records, and of a region, theme or organisation also the deals, asks, offers and ideas
//! that count for it.

use std::cmp::Reverse;
use std::io;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::context::FeedContext;
use crate::plan::address::FEED;
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::records::hours::told_to_machines;
use crate::records::{EventId, EventStatus, Harvest, LongText, Report, Told, Update};
use crate::schema::Kind;
use crate::source::is_presentable;
use crate::words::Bilingual;
use crate::words::labels;

/// How many entries a feed keeps.
const LENGTH: usize = 50;

struct FeedEntry {
    date: Date,
    id: String,
    href: String,
    title: String,
    summary: String,
    /// The language of title and summary, where it is not the feed's own.
    lang: Option<&'static str>,
}

/// The feed of what a page is about: of the whole site for its home.
///
/// # Panics
/// Never: writing XML to memory does not fail.
pub fn feed(context: &FeedContext<'_>, page: Page) -> Vec<u8> {
    let zone = TimeZone::get(&context.config.time_zone).unwrap_or(TimeZone::UTC);
    let entries = entries(context, page);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    write(&mut writer, &entries, context, page, &zone).expect("memory takes it");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write(
    writer: &mut Writer<Vec<u8>>,
    entries: &[FeedEntry],
    context: &FeedContext<'_>,
    page: Page,
    zone: &TimeZone,
) -> io::Result<()> {
    let FeedContext {
        config, language, ..
    } = *context;
    let home = context.address(page);
    let own = format!("{home}{FEED}");
    let usual = config.language();
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let feed = writer.create_element("feed").with_attributes([
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", language.tag()),
    ]);
    feed.write_inner_content(|writer| {
        let site = context.said(&config.title, usual).0;
        text(writer, "id", &home)?;
        text(
            writer,
            "title",
            &subject(context, page)
                .map_or_else(|| site.to_owned(), |subject| format!("{subject} – {site}")),
        )?;
        if let Some(description) = config.description.as_ref().filter(|_| page == Page::Home) {
            text(writer, "subtitle", context.said(description, usual).0)?;
        }
        // A feed without news is as old as the epoch; the element is required all the same.
        let newest = entries
            .first()
            .map_or(Date::constant(1970, 1, 1), |entry| entry.date);
        text(writer, "updated", &moment(newest, zone))?;
        link(writer, "self", "application/atom+xml", &own)?;
        link(writer, "alternate", "text/html", &home)?;
        let author = config.publisher.as_ref().unwrap_or(&config.title);
        writer
            .create_element("author")
            .write_inner_content(|writer| text(writer, "name", context.said(author, usual).0))?;
        writer
            .create_element("generator")
            .with_attribute(("version", env!("CARGO_PKG_VERSION")))
            .write_text_content(BytesText::new("oogst"))?;
        for entry in entries {
            write_entry(writer, entry, zone)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_entry(writer: &mut Writer<Vec<u8>>, entry: &FeedEntry, zone: &TimeZone) -> io::Result<()> {
    let element = writer.create_element("entry");
    let element = match entry.lang {
        Some(lang) => element.with_attribute(("xml:lang", lang)),
        None => element,
    };
    element.write_inner_content(|writer| {
        text(writer, "id", &entry.id)?;
        text(writer, "title", &entry.title)?;
        text(writer, "updated", &moment(entry.date, zone))?;
        link(writer, "alternate", "text/html", &entry.href)?;
        if entry.summary.is_empty() {
            Ok(())
        } else {
            text(writer, "summary", &entry.summary)
        }
    })?;
    Ok(())
}

fn link(
    writer: &mut Writer<Vec<u8>>,
    relation: &str,
    media_type: &str,
    href: &str,
) -> io::Result<()> {
    writer
        .create_element("link")
        .with_attributes([("rel", relation), ("type", media_type), ("href", href)])
        .write_empty()?;
    Ok(())
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    // XML 1.0 has no way to write most control characters and noncharacters (section 2.2), so they
    // are left out.
    let clean: String = text
        .chars()
        .filter(|character| is_presentable(*character))
        .collect();
    writer
        .create_element(name)
        .write_text_content(BytesText::new(&clean))?;
    Ok(())
}

/// What a feed is about; `None` for the whole site.
fn subject(context: &FeedContext<'_>, page: Page) -> Option<String> {
    let name = match page.subject()? {
        Subject::Region(id) => &context.report[id].name,
        Subject::Theme(id) => &context.report[id].name,
        Subject::Organisation(id) => &context.report[id].name,
        _ => return None,
    };
    Some(context.said(name, context.config.language()).0.to_owned())
}

/// What may become an entry: told apart and put in order before anything of it is written, so that
/// a feed costs no more than what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    date: Date,
    record: Subject,
    /// Which news of the record; `None` for the record itself.
    news: Option<NewsItem>,
}

/// News of a record: which of all, and which of its day, from 0. Its day and that are its name, so
/// that older news added later renames none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct NewsItem {
    position: usize,
    of_its_day: usize,
}

/// The newest entries of what counts for a page, newest first.
fn entries(context: &FeedContext<'_>, page: Page) -> Vec<FeedEntry> {
    let report = context.report;
    let mut found = Candidates {
        report,
        all: Vec::new(),
    };
    match page.subject() {
        Some(Subject::Region(id)) => found.harvested(&report[id].harvest),
        Some(Subject::Theme(id)) => found.harvested(&report[id].harvest),
        Some(Subject::Organisation(id)) => {
            let record = &report[id].record;
            record.events.iter().for_each(|event| found.event(*event));
            found.counted(&record.deals);
            found.counted(record.asks.iter().chain(&record.offers));
            found.counted(&record.ideas);
        }
        _ => {
            Subject::events(report).for_each(|event| found.event(event));
            Subject::deals(report).for_each(|deal| found.news(deal.into()));
            Subject::needs(report).for_each(|need| found.news(need.into()));
            Subject::ideas(report).for_each(|idea| found.news(idea.into()));
        }
    }
    let mut all = found.all;
    all.sort_unstable_by_key(|candidate| {
        (Reverse(candidate.date), candidate.record, candidate.news)
    });
    all.truncate(LENGTH);
    all.into_iter()
        .map(|candidate| entry(context, candidate))
        .collect()
}

struct Candidates<'a> {
    report: &'a Report,
    all: Vec<Candidate>,
}

impl Candidates<'_> {
    /// What counts for a region or theme.
    fn harvested(&mut self, harvest: &Harvest) {
        harvest.events.iter().for_each(|event| self.event(*event));
        self.counted(&harvest.deals);
        self.counted(harvest.asks.iter().chain(&harvest.offers));
        self.counted(&harvest.ideas);
    }

    /// What came of events and counts for a region, theme or organisation: these records are news
    /// there, as old as the report of their event, and so is what is said of them later.
    fn counted<'i, Id: Copy + Into<Subject> + 'i>(
        &mut self,
        records: impl IntoIterator<Item = &'i Id>,
    ) {
        for record in records {
            let record: Subject = (*record).into();
            let has_page = record.paged(self.report).has_page;
            let event = record.told(self.report).event();
            if let Some(event) = event.filter(|_| has_page) {
                let event = &self.report[event];
                self.all.push(Candidate {
                    date: event.published.unwrap_or(event.date),
                    record,
                    news: None,
                });
            }
            self.news(record);
        }
    }

    fn event(&mut self, id: EventId) {
        let event = &self.report[id];
        // What is planned is no news of what came of it.
        if event.status != Some(EventStatus::Planned) {
            self.all.push(Candidate {
                date: event.updated.or(event.published).unwrap_or(event.date),
                record: id.into(),
                news: None,
            });
        }
    }

    /// The news of a record, where it has a page to lead to.
    fn news(&mut self, record: Subject) {
        if !record.paged(self.report).has_page {
            return;
        }
        let mut before: Option<(Date, usize)> = None;
        for (position, (date, _)) in updates(self.report, record).into_iter().enumerate() {
            let of_its_day = before
                .filter(|(day, _)| *day == date)
                .map_or(0, |(_, count)| count + 1);
            before = Some((date, of_its_day));
            self.all.push(Candidate {
                date,
                record,
                news: Some(NewsItem {
                    position,
                    of_its_day,
                }),
            });
        }
    }
}

/// The news of a record whose kind has some, with its text.
fn updates(report: &Report, record: Subject) -> Vec<(Date, Option<&LongText>)> {
    fn dated<S>(updates: &[Update<S>]) -> Vec<(Date, Option<&LongText>)> {
        updates
            .iter()
            .map(|update| (update.date, update.text.as_ref()))
            .collect()
    }
    match record {
        Subject::Deal(id) => dated(&report[id].updates),
        Subject::Need(id) => dated(&report[id].updates),
        Subject::Idea(id) => dated(&report[id].updates),
        _ => Vec::new(),
    }
}

/// What the entry of a record calls its kind; the report of an event goes by its title alone.
fn kind_word(kind: Kind) -> Option<Bilingual> {
    match kind {
        Kind::Deal => Some(labels::DEAL),
        Kind::Ask => Some(labels::ASK),
        Kind::Offer => Some(labels::OFFER),
        Kind::Idea => Some(labels::IDEA),
        _ => None,
    }
}

/// Writes an entry out: the record with its own text, or its news with the news' text.
fn entry(context: &FeedContext<'_>, candidate: Candidate) -> FeedEntry {
    let Candidate { date, record, news } = candidate;
    let FeedContext {
        report, language, ..
    } = *context;
    let href = context.address(record);
    let paged = record.paged(report);
    let written_in = record
        .event(report)
        .map_or(context.config.language(), |event| report[event].language);
    let told = record.told(report);
    let (title, spoken) = match told.title() {
        Some(Told::Line(title)) => context.said(title, written_in),
        // All that are news have a title.
        _ => ("", written_in),
    };
    let (kind, text) = match news {
        Some(news) => (Some(labels::NEWS), updates(report, record)[news.position].1),
        None => (kind_word(told.kind()), paged.text),
    };
    let summary = paged
        .summary
        .map(|summary| context.said(summary, written_in).0.to_owned());
    FeedEntry {
        date,
        id: match news {
            None => href.clone(),
            Some(NewsItem { of_its_day: 0, .. }) => format!("{href}#bericht-{date}"),
            Some(NewsItem { of_its_day, .. }) => {
                format!("{href}#bericht-{date}-{}", of_its_day + 1)
            }
        },
        href,
        title: kind.map_or_else(
            || title.to_owned(),
            |kind| format!("{}: {title}", kind.get(language)),
        ),
        summary: summary
            .or_else(|| text.map(|text| context.plain(text, written_in).0))
            .unwrap_or_default(),
        lang: (spoken != language).then(|| spoken.tag()),
    }
}

/// The start of a day in the site's time zone.
fn moment(date: Date, zone: &TimeZone) -> String {
    told_to_machines(date.at(0, 0, 0, 0), zone)
}
