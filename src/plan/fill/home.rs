//! The home page, free pages, and the page for wrong addresses.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::texts::Standing;
use super::{Head, Speaking};
use crate::content::promised::SHORT_FOLDER;
use crate::plan::pages::{ListKind, Narrow, Page};
use crate::plan::view::{FreePageView, HomeView, Html, NotFoundView, Number, RegionRow};
use crate::report::{EventId, IdeaId, NeedId, PageId};
use crate::words::dates::day_month_year;
use crate::words::{Language, Text, both, phrases};

/// How many of a kind the home page shows.
const ON_HOME: usize = 5;

impl Speaking<'_> {
    pub(super) fn home(self) -> HomeView {
        let report = self.report();
        let config = self.fill.config;
        let newest = self.newest_event();
        let others: Vec<EventId> = report
            .events_newest
            .iter()
            .copied()
            .filter(|event| Some(*event) != newest)
            .collect();
        let deals: Vec<_> = report
            .events_newest
            .iter()
            .flat_map(|event| report[*event].deals.iter().copied())
            .collect();
        let ideas: Vec<IdeaId> = report
            .events_newest
            .iter()
            .flat_map(|event| report[*event].ideas.iter().copied())
            .filter(|idea| !report[*idea].inline)
            .collect();
        let leads: Vec<NeedId> = report
            .events_newest
            .iter()
            .flat_map(|event| {
                report[*event]
                    .asks
                    .iter()
                    .chain(&report[*event].offers)
                    .copied()
            })
            .filter(|need| report[*need].lead)
            .collect();
        let title = self.said(&config.title);
        let description = config.description.as_ref().map(|text| self.said(text));
        HomeView {
            site: self.site(),
            page: self.head(Head {
                kind: "home",
                section: "home",
                page: Page::Home,
                full_title: title.text.clone(),
                title,
                description: description.as_ref().map(|said| said.text.clone()),
                trail: Vec::new(),
            }),
            description,
            span_of_years: self.span_of_years(),
            newest: newest.map(|event| self.event_card(event)),
            numbers: self.home_numbers(deals.len(), ideas.len(), leads.len()),
            map: self.region_map(self.fill.maps.whole.as_ref()),
            regions: self.home_regions(),
            all_regions: (!report.regions.is_empty()).then(|| {
                self.more(
                    ListKind::Regions,
                    Narrow::No,
                    phrases::REGION,
                    report.regions.len(),
                )
            }),
            themes: report
                .top_themes
                .iter()
                .map(|theme| self.theme_count(*theme))
                .filter(|count| count.count > 0)
                .collect(),
            deals: Self::section(
                &deals,
                ON_HOME,
                |deal| self.deal_card(deal),
                || Some(self.more(ListKind::Deals, Narrow::No, phrases::DEAL, deals.len())),
            ),
            leads: Self::section(
                &leads,
                ON_HOME,
                |need| self.lead_card(need),
                || Some(self.more(ListKind::Leads, Narrow::No, phrases::LEAD, leads.len())),
            ),
            ideas: Self::section(
                &ideas,
                ON_HOME,
                |idea| self.idea_card(idea),
                || Some(self.more(ListKind::Ideas, Narrow::No, phrases::IDEA, ideas.len())),
            ),
            events: Self::section(
                &others,
                ON_HOME,
                |event| self.event_card(event),
                || {
                    Some(self.more(
                        ListKind::Events,
                        Narrow::No,
                        phrases::EVENT,
                        report.events.len(),
                    ))
                },
            ),
        }
    }

    pub(super) fn span_of_years(self) -> Option<String> {
        let years = &self.report().years;
        let (first, last) = (years.last()?.year, years.first()?.year);
        Some(match (self.language, first == last) {
            (Language::Nl, true) => format!("Verslagen van bijeenkomsten in {first}"),
            (Language::Nl, false) => {
                format!("Verslagen van bijeenkomsten, {first} tot en met {last}")
            }
            (Language::En, true) => format!("Reports of events in {first}"),
            (Language::En, false) => format!("Reports of events, {first} to {last}"),
        })
    }

    /// The numbers of the whole site.
    pub(super) fn site_numbers(self) -> Vec<Number> {
        let report = self.report();
        let ideas = report.ideas.iter().filter(|idea| !idea.inline).count();
        let leads = report.needs.iter().filter(|need| need.lead).count();
        self.home_numbers(report.deals.len(), ideas, leads)
    }

    fn home_numbers(self, deals: usize, ideas: usize, leads: usize) -> Vec<Number> {
        let report = self.report();
        let recorded = self.recorded_over(&report.events_newest);
        let href = |kind| Some(self.list_crumb(kind).href);
        let mut numbers = Vec::new();
        if !report.events.is_empty() {
            numbers.push(self.plain_number(
                phrases::EVENT,
                report.events.len(),
                href(ListKind::Events),
            ));
        }
        numbers.extend(self.kept_number(
            phrases::DEAL,
            deals,
            recorded.deals,
            href(ListKind::Deals),
        ));
        numbers.extend(self.kept_number(
            phrases::IDEA,
            ideas,
            recorded.ideas,
            href(ListKind::Ideas),
        ));
        if leads > 0 {
            numbers.push(self.plain_number(phrases::LEAD, leads, href(ListKind::Leads)));
        }
        numbers
    }

    /// The regions of the table: those of the map; without one, those at the top and just below.
    fn home_regions(self) -> Vec<RegionRow> {
        let report = self.report();
        let shown = match &self.fill.maps.whole {
            Some(map) => map.regions.clone(),
            None => {
                let mut seen = BTreeSet::new();
                let below = report
                    .top_regions
                    .iter()
                    .flat_map(|top| &report[*top].children);
                let all = report
                    .top_regions
                    .iter()
                    .chain(below)
                    .copied()
                    .filter(|region| seen.insert(*region));
                // A country of hundreds of regions has a page for them; home shows the first.
                all.take(24).collect()
            }
        };
        let mut rows: Vec<RegionRow> = shown
            .into_iter()
            .map(|region| self.region_row(region, 0))
            .collect();
        // What is true of all tells none apart.
        if rows.windows(2).all(|pair| pair[0].kind == pair[1].kind) {
            for row in &mut rows {
                row.kind = None;
            }
        }
        rows
    }

    pub(super) fn free_page(self, id: PageId) -> FreePageView {
        let page = &self.report()[id];
        let title = self.said(&page.title);
        let summary = page.summary.as_ref().map(|summary| self.said(summary));
        FreePageView {
            site: self.site(),
            page: self.head(Head {
                kind: "page",
                section: "page",
                page: Page::Free(id),
                full_title: title.text.clone(),
                title: title.clone(),
                description: summary
                    .as_ref()
                    .map(|said| said.text.clone())
                    .or_else(|| page.text.as_ref().map(|text| self.plain(text, 160))),
                trail: self.trail(Vec::new()),
            }),
            title: Self::heading(&title),
            summary,
            text: page.text.as_ref().map(|text| {
                self.html(
                    text,
                    Standing {
                        event: None,
                        heading_level: 2,
                        prefix: "tekst-",
                    },
                )
            }),
        }
    }

    /// The page of what is no longer there. It tells no name: the reason does, if the writer wants
    /// it to.
    pub(super) fn gone(
        self,
        reason: Option<&Text>,
        date: Option<Date>,
        path: &str,
    ) -> FreePageView {
        let title = self.own(
            both("Deze pagina is er niet meer", "This page is no longer here").get(self.language),
        );
        // Words of the program and digits: nothing in them needs escaping.
        let since = date.map(|date| {
            let day = day_month_year(date, self.language);
            Html {
                html: format!(
                    "<p>{} {day}.</p>",
                    both("Verdwenen op", "Gone since").get(self.language)
                ),
                lang: None,
            }
        });
        let reason = reason.map(|reason| self.said(reason));
        let mut head = self.head(Head {
            kind: "gone",
            section: "",
            page: Page::NotFound,
            full_title: title.text.clone(),
            title: title.clone(),
            description: None,
            trail: self.trail(Vec::new()),
        });
        // It stands at many addresses, and has no twin in the other language.
        head.path = self.addresses().below(path);
        head.alternates = Vec::new();
        FreePageView {
            site: self.site(),
            page: head,
            title: Self::heading(&title),
            summary: reason,
            text: since,
        }
    }

    /// The short link to a page, whole.
    pub(super) fn short(self, page: Page) -> Option<String> {
        let record = page.known_as().record()?;
        let word = self.fill.plan.shorts.get(&record)?;
        self.addresses()
            .absolute(&format!("/{SHORT_FOLDER}/{word}/"))
    }

    pub(super) fn not_found(self) -> NotFoundView {
        let title =
            self.own(both("Deze pagina is er niet", "This page does not exist").get(self.language));
        NotFoundView {
            site: self.site(),
            page: self.head(Head {
                kind: "404",
                section: "",
                page: Page::NotFound,
                full_title: title.text.clone(),
                title,
                description: None,
                trail: self.trail(Vec::new()),
            }),
        }
    }
}
