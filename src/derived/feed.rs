//! News as Atom feeds (RFC 4287), newest first: of the whole site reports of events and news of
//! their records, and of a region, theme or organisation also the deals, asks, offers and ideas
//! that count for it.

use std::cmp::Reverse;
use std::io;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Material;
use crate::plan::address::FEED;
use crate::plan::page::{Page, number};
use crate::report::{DealId, EventId, EventStatus, IdeaId, LongText, NeedId, Side};
use crate::source::is_presentable;
use crate::words::{Text, both};

/// How many entries a feed keeps.
const LENGTH: usize = 50;

struct Entry {
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
pub fn feed(material: &Material<'_>, page: Page) -> Vec<u8> {
    let zone = TimeZone::get(&material.config.time_zone).unwrap_or(TimeZone::UTC);
    let entries = entries(material, page);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    write(&mut writer, &entries, material, page, &zone).expect("memory takes it");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write(
    writer: &mut Writer<Vec<u8>>,
    entries: &[Entry],
    material: &Material<'_>,
    page: Page,
    zone: &TimeZone,
) -> io::Result<()> {
    let Material {
        config, language, ..
    } = *material;
    let home = material.address(page);
    let own = format!("{home}{FEED}");
    let usual = config.language();
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let feed = writer.create_element("feed").with_attributes([
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", language.tag()),
    ]);
    feed.write_inner_content(|writer| {
        let site = material.said(&config.title, usual).0;
        text(writer, "id", &home)?;
        text(
            writer,
            "title",
            &subject(material, page)
                .map_or_else(|| site.to_owned(), |subject| format!("{subject} – {site}")),
        )?;
        if let Some(description) = config.description.as_ref().filter(|_| page == Page::Home) {
            text(writer, "subtitle", material.said(description, usual).0)?;
        }
        // A feed without news is as old as the epoch; the element is required all the same.
        let newest = entries
            .first()
            .map_or(Date::constant(1970, 1, 1), |entry| entry.date);
        text(writer, "updated", &moment(newest, zone))?;
        writer
            .create_element("link")
            .with_attributes([
                ("rel", "self"),
                ("type", "application/atom+xml"),
                ("href", own.as_str()),
            ])
            .write_empty()?;
        writer
            .create_element("link")
            .with_attributes([
                ("rel", "alternate"),
                ("type", "text/html"),
                ("href", home.as_str()),
            ])
            .write_empty()?;
        let author = config.publisher.as_ref().unwrap_or(&config.title);
        writer
            .create_element("author")
            .write_inner_content(|writer| text(writer, "name", material.said(author, usual).0))?;
        writer
            .create_element("generator")
            .with_attribute(("version", env!("CARGO_PKG_VERSION")))
            .write_text_content(BytesText::new("oogst"))?;
        for entry in entries {
            let element = writer.create_element("entry");
            let element = match entry.lang {
                Some(lang) => element.with_attribute(("xml:lang", lang)),
                None => element,
            };
            element.write_inner_content(|writer| {
                text(writer, "id", &entry.id)?;
                text(writer, "title", &entry.title)?;
                text(writer, "updated", &moment(entry.date, zone))?;
                writer
                    .create_element("link")
                    .with_attributes([
                        ("rel", "alternate"),
                        ("type", "text/html"),
                        ("href", entry.href.as_str()),
                    ])
                    .write_empty()?;
                if entry.summary.is_empty() {
                    Ok(())
                } else {
                    text(writer, "summary", &entry.summary)
                }
            })?;
        }
        Ok(())
    })?;
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
fn subject(material: &Material<'_>, page: Page) -> Option<String> {
    let usual = material.config.language();
    let name = match page {
        Page::Region(id) => &material.report[id].name,
        Page::Theme(id) => &material.report[id].name,
        Page::Organisation(id) => &material.report[id].name,
        _ => return None,
    };
    Some(material.said(name, usual).0.to_owned())
}

/// What may become an entry: told apart and put in order before anything of it is written, so that
/// a feed costs no more than what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    date: Date,
    page: Page,
    /// Which news of the record; `None` for the record itself.
    news: Option<News>,
}

/// News of a record: which of all, and which of its day, from 0. Its day and that are its name, so
/// that older news added later renames none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct News {
    position: usize,
    of_its_day: usize,
}

/// The newest entries of what counts for a page, newest first.
fn entries(material: &Material<'_>, page: Page) -> Vec<Entry> {
    let report = material.report;
    let mut found = Candidates {
        material,
        all: Vec::new(),
    };
    let harvest = match page {
        Page::Region(id) => Some(&report[id].harvest),
        Page::Theme(id) => Some(&report[id].harvest),
        _ => None,
    };
    if let Some(harvest) = harvest {
        found.counted(
            &harvest.events,
            &harvest.deals,
            harvest.asks.iter().chain(&harvest.offers),
            &harvest.ideas,
        );
    } else if let Page::Organisation(id) = page {
        let record = &report[id].record;
        found.counted(
            &record.events,
            &record.deals,
            record.asks.iter().chain(&record.offers),
            &record.ideas,
        );
    } else {
        (0..report.events.len()).for_each(|index| found.event(EventId(number(index))));
        (0..report.deals.len()).for_each(|index| found.news_of_deal(DealId(number(index))));
        (0..report.needs.len()).for_each(|index| found.news_of_need(NeedId(number(index))));
        (0..report.ideas.len()).for_each(|index| found.news_of_idea(IdeaId(number(index))));
    }
    let mut all = found.all;
    all.sort_unstable_by_key(|candidate| (Reverse(candidate.date), candidate.page, candidate.news));
    all.truncate(LENGTH);
    all.into_iter()
        .map(|candidate| entry(material, candidate))
        .collect()
}

struct Candidates<'a> {
    material: &'a Material<'a>,
    all: Vec<Candidate>,
}

impl<'a> Candidates<'a> {
    /// What counts for a region, theme or organisation: its records are news there, and so is what
    /// is said of them later.
    fn counted(
        &mut self,
        events: &[EventId],
        deals: &[DealId],
        needs: impl Iterator<Item = &'a NeedId>,
        ideas: &[IdeaId],
    ) {
        let report = self.material.report;
        for event in events {
            self.event(*event);
        }
        for deal in deals {
            self.record(Page::Deal(*deal), report[*deal].event);
            self.news_of_deal(*deal);
        }
        for need in needs.filter(|need| !report[**need].inline) {
            self.record(Page::Need(*need), report[*need].event);
            self.news_of_need(*need);
        }
        for idea in ideas.iter().filter(|idea| !report[**idea].inline) {
            self.record(Page::Idea(*idea), report[*idea].event);
            self.news_of_idea(*idea);
        }
    }

    fn event(&mut self, id: EventId) {
        let event = &self.material.report[id];
        // What is planned is no news of what came of it.
        if event.status != Some(EventStatus::Planned) {
            self.all.push(Candidate {
                date: event.updated.or(event.published).unwrap_or(event.date),
                page: Page::Event(id),
                news: None,
            });
        }
    }

    /// A record of an event is as old as the event's report.
    fn record(&mut self, page: Page, event: EventId) {
        let event = &self.material.report[event];
        self.all.push(Candidate {
            date: event.published.unwrap_or(event.date),
            page,
            news: None,
        });
    }

    fn news_of_deal(&mut self, id: DealId) {
        self.news(
            Page::Deal(id),
            self.material.report[id]
                .updates
                .iter()
                .map(|update| update.date),
        );
    }

    fn news_of_need(&mut self, id: NeedId) {
        let need = &self.material.report[id];
        self.news(
            Page::Need(id),
            need.updates
                .iter()
                .filter(|_| !need.inline)
                .map(|update| update.date),
        );
    }

    fn news_of_idea(&mut self, id: IdeaId) {
        let idea = &self.material.report[id];
        self.news(
            Page::Idea(id),
            idea.updates
                .iter()
                .filter(|_| !idea.inline)
                .map(|update| update.date),
        );
    }

    fn news(&mut self, page: Page, dates: impl Iterator<Item = Date>) {
        let mut before: Option<(Date, usize)> = None;
        for (position, date) in dates.enumerate() {
            let of_its_day = before
                .filter(|(day, _)| *day == date)
                .map_or(0, |(_, count)| count + 1);
            before = Some((date, of_its_day));
            self.all.push(Candidate {
                date,
                page,
                news: Some(News {
                    position,
                    of_its_day,
                }),
            });
        }
    }
}

/// Writes an entry out: the record with its own text, or its news with the news' text.
fn entry(material: &Material<'_>, Candidate { date, page, news }: Candidate) -> Entry {
    let Material {
        report, language, ..
    } = *material;
    let href = material.address(page);
    let (event, kind, title, text): (_, _, &Text, Option<&LongText>) = match page {
        Page::Event(id) => (id, None, &report[id].title, report[id].text.as_ref()),
        Page::Deal(id) => {
            let deal = &report[id];
            (
                deal.event,
                Some(both("Deal", "Deal")),
                &deal.title,
                news.map_or(deal.text.as_ref(), |news| {
                    deal.updates[news.position].text.as_ref()
                }),
            )
        }
        Page::Need(id) => {
            let need = &report[id];
            let kind = if need.side == Side::Ask {
                both("Vraag", "Ask")
            } else {
                both("Aanbod", "Offer")
            };
            (
                need.event,
                Some(kind),
                &need.title,
                news.map_or(need.text.as_ref(), |news| {
                    need.updates[news.position].text.as_ref()
                }),
            )
        }
        Page::Idea(id) => {
            let idea = &report[id];
            (
                idea.event,
                Some(both("Idee", "Idea")),
                &idea.title,
                news.map_or(idea.text.as_ref(), |news| {
                    idea.updates[news.position].text.as_ref()
                }),
            )
        }
        other => unreachable!("no candidate is made of {other:?}"),
    };
    let written_in = report[event].language;
    let summary = match page {
        Page::Event(id) => report[id]
            .summary
            .as_ref()
            .map(|summary| material.said(summary, written_in).0.to_owned()),
        _ => None,
    };
    let (title, spoken) = material.said(title, written_in);
    let kind = if news.is_some() {
        Some(both("Bericht", "News"))
    } else {
        kind
    };
    Entry {
        date,
        id: match news {
            None => href.clone(),
            Some(News { of_its_day: 0, .. }) => format!("{href}#bericht-{date}"),
            Some(News { of_its_day, .. }) => format!("{href}#bericht-{date}-{}", of_its_day + 1),
        },
        href,
        title: kind.map_or_else(
            || title.to_owned(),
            |kind| format!("{}: {title}", kind.get(language)),
        ),
        summary: summary
            .or_else(|| text.map(|text| material.plain(text, written_in).0))
            .unwrap_or_default(),
        lang: (spoken != language).then(|| spoken.tag()),
    }
}

/// The start of a day in the site's time zone (RFC 3339).
fn moment(date: Date, zone: &TimeZone) -> String {
    match date.to_zoned_datetime(zone.clone()) {
        Ok(moment) => moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => format!("{date}T00:00:00Z"),
    }
}
