//! The day that what a page shows was last changed, as far as the content says: when a report
//! appeared or was brought up to date, was put right, or when there was news of one of its records.
//!
//! Never the day of the build, and never the day of an event: neither says that anything was
//! changed.

use jiff::civil::Date;

use crate::plan::Plan;
use crate::plan::entries::{Entries, harvest_of};
use crate::plan::list::{List, Narrow};
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::records::{
    DealId, EventId, Harvest, IdeaId, NeedId, PartyRecord, RecordId, Report, Update,
};

/// The day that a page was last changed; `None` where nothing on it says so.
pub(super) fn last_changed(report: &Report, plan: &Plan, page: Page) -> Option<Date> {
    let changes = DaysOfChange { report };
    match page {
        Page::Of(subject) => changes.subject(subject),
        Page::Programme(event) | Page::Print(event) => changes.report_of(event),
        Page::Crossing(region, theme) => {
            changes.harvest(harvest_of(report, Narrow::Crossing(region, theme))?)
        }
        Page::Year(year) => changes.year(year),
        Page::Home | Page::Overview => changes.events(&report.events_newest),
        Page::List(list, _) => changes.list(list, plan),
        Page::NotFound | Page::Search | Page::Notice(_) | Page::Embed(_) => None,
    }
}

struct DaysOfChange<'r> {
    report: &'r Report,
}

impl DaysOfChange<'_> {
    /// When the report of an event appeared or was brought up to date.
    fn report_of(&self, id: EventId) -> Option<Date> {
        let event = &self.report[id];
        event.updated.max(event.published)
    }

    fn year(&self, year: i16) -> Option<Date> {
        self.harvest(harvest_of(self.report, Narrow::Year(year))?)
    }

    /// An event with all that its page shows.
    fn event(&self, id: EventId) -> Option<Date> {
        let event = &self.report[id];
        let newest_correction = event.corrections.first().map(|correction| correction.date);
        let deals = event.deals.iter().filter_map(|deal| self.deal(*deal));
        let needs = event.asks.iter().chain(&event.offers);
        let needs = needs.filter_map(|need| self.need(*need));
        let ideas = event.ideas.iter().filter_map(|idea| self.idea(*idea));
        self.report_of(id)
            .into_iter()
            .chain(newest_correction)
            .chain(deals.chain(needs).chain(ideas))
            .max()
    }

    fn events(&self, events: &[EventId]) -> Option<Date> {
        events.iter().filter_map(|event| self.event(*event)).max()
    }

    fn deal(&self, id: DealId) -> Option<Date> {
        let deal = &self.report[id];
        self.record(deal.event, RecordId::Deal(id), &deal.updates)
    }

    fn need(&self, id: NeedId) -> Option<Date> {
        let need = &self.report[id];
        self.record(need.event, RecordId::Need(id), &need.updates)
    }

    fn idea(&self, id: IdeaId) -> Option<Date> {
        let idea = &self.report[id];
        self.record(idea.event, RecordId::Idea(id), &idea.updates)
    }

    /// A record that came of an event, with its own corrections and news.
    fn record<S>(&self, event: EventId, record: RecordId, updates: &[Update<S>]) -> Option<Date> {
        let corrections = self.report[event].corrections.iter();
        let corrected = corrections
            .filter(|correction| correction.of == Some(record))
            .map(|correction| correction.date);
        let news = updates.iter().map(|update| update.date);
        let appeared = self.report_of(event).into_iter();
        appeared.chain(corrected).chain(news).max()
    }

    /// What came of it, for a region, a theme, both, a year.
    fn harvest(&self, harvest: &Harvest) -> Option<Date> {
        let deals = harvest.deals.iter().filter_map(|deal| self.deal(*deal));
        let needs = harvest.asks.iter().chain(&harvest.offers);
        let needs = needs.filter_map(|need| self.need(*need));
        let ideas = harvest.ideas.iter().filter_map(|idea| self.idea(*idea));
        let sessions = harvest.sessions.iter();
        let sessions = sessions.filter_map(|id| self.report_of(self.report[*id].event));
        let reports = harvest.events.iter().filter_map(|id| self.report_of(*id));
        deals
            .chain(needs)
            .chain(ideas)
            .chain(sessions)
            .chain(reports)
            .max()
    }

    /// What somebody did.
    fn party(&self, record: &PartyRecord) -> Option<Date> {
        let deals = record.deals.iter().filter_map(|deal| self.deal(*deal));
        let needs = record.asks.iter().chain(&record.offers);
        let needs = needs.filter_map(|need| self.need(*need));
        let ideas = record.ideas.iter().filter_map(|idea| self.idea(*idea));
        let reports = record.events.iter().filter_map(|id| self.report_of(*id));
        deals.chain(needs).chain(ideas).chain(reports).max()
    }

    fn subject(&self, subject: Subject) -> Option<Date> {
        let report = self.report;
        match subject {
            Subject::Event(id) => self.event(id),
            Subject::Session(id) => self.report_of(report[id].event),
            Subject::Deal(id) => self.deal(id),
            Subject::Need(id) => self.need(id),
            Subject::Idea(id) => self.idea(id),
            Subject::Region(id) => self.harvest(&report[id].harvest),
            Subject::Theme(id) => self.harvest(&report[id].harvest),
            Subject::Series(id) => self.events(&report[id].events),
            Subject::Person(id) => self.party(&report[id].record),
            Subject::Organisation(id) => self.party(&report[id].record),
            Subject::Page(_) => None,
        }
    }

    /// The newest that a list shows.
    fn list(&self, list: List, plan: &Plan) -> Option<Date> {
        fn newest<I: Copy>(ids: &[I], day: impl Fn(I) -> Option<Date>) -> Option<Date> {
            ids.iter().filter_map(|id| day(*id)).max()
        }
        match plan.lists.get(&list)? {
            Entries::Events(events) => self.events(events),
            Entries::Deals(deals) => newest(deals, |id| self.deal(id)),
            Entries::Ideas(ideas) => newest(ideas, |id| self.idea(id)),
            Entries::Needs(needs) => newest(needs, |id| self.need(id)),
            Entries::People(people) => newest(people, |id| self.subject(id.into())),
            Entries::Organisations(all) => newest(all, |id| self.subject(id.into())),
            Entries::Regions(regions) => newest(regions, |id| self.subject(id.into())),
            Entries::Themes(themes) => newest(themes, |id| self.subject(id.into())),
            Entries::Series(series) => newest(series, |id| self.subject(id.into())),
            Entries::Years(years) => newest(years, |year| self.year(year)),
            Entries::Nothing => None,
        }
    }
}
