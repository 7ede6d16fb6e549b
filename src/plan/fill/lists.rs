//! Lists: whole, narrowed, or an event's own.

use super::parties::{organisation_kind, series_kind};
use super::{Head, Speaking, section_of};
use crate::plan::pages::{Entries, List, ListKind, Narrow, Page, Status};
use crate::plan::view::{
    Count, Group, ListView, Listed, More, PageHead, Pager, PersonRow, Policy, SeriesRow, Tag,
    YearRow,
};
use crate::report::{Completeness, EventId, OrganisationId, PersonId, RecordId, Recorded, ThemeId};
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};
use crate::words::{Bilingual, both};

impl Speaking<'_> {
    pub(super) fn list(self, list: List, number: usize) -> ListView {
        let empty = Entries::Whole(0);
        let all = self.fill.plan.lists.get(&list).unwrap_or(&empty);
        let shown = all.on_page(number);
        let kind_word = self.kind_word(list.kind);
        let narrowed_by = self.narrowed_by(list.narrow);
        let event = match list.narrow {
            Narrow::Event(event) => Some(event),
            _ => None,
        };
        let event_title = event.map(|event| self.event_tag(event).name.text.clone());
        let mut full_title = kind_word.to_owned();
        for part in narrowed_by
            .as_ref()
            .map(|tag| tag.name.text.clone())
            .into_iter()
            .chain(event_title)
        {
            full_title.push_str(" – ");
            full_title.push_str(&part);
        }
        let pager = self.pager(list, number, all.pages());
        if let Some(pager) = &pager
            && number > 1
        {
            full_title.push_str(" – ");
            full_title.push_str(&pager.label);
        }
        let trail = match (event, list.narrow) {
            (Some(event), _) => self.event_trail(event),
            (None, Narrow::No) => self.trail(Vec::new()),
            (None, _) => self.trail(vec![self.list_crumb(list.kind)]),
        };
        let choose = self.choose(list, number);
        let page = self.head(Head {
            kind: list_page_kind(list.kind),
            section: if event.is_some() {
                "events"
            } else {
                section_of(list.kind)
            },
            page: Page::List(list, number),
            title: self.own(kind_word),
            full_title,
            description: None,
            trail,
        });
        ListView {
            site: self.site(),
            page: PageHead {
                policy: if choose.is_some() {
                    Policy::Reads
                } else {
                    Policy::Plain
                },
                ..page
            },
            count: format!(
                "{} {}",
                count(all.len() as u64, self.language),
                self.list_noun(list, all.len())
            ),
            narrowed_by,
            whole: self.whole(list),
            event: event.map(|event| self.event_card(event)),
            narrowings: if list.narrow == Narrow::No && number == 1 {
                self.narrowings(list.kind)
            } else {
                Vec::new()
            },
            choose,
            charts: if list.narrow == Narrow::No && number == 1 {
                self.charts(list.kind)
            } else {
                Vec::new()
            },
            map: self.region_map(
                self.fill
                    .maps
                    .whole
                    .as_ref()
                    .filter(|_| list.kind == ListKind::Regions),
            ),
            listed: self.listed(list.kind, &shown),
            empty: all.is_empty().then(|| self.empty_words(list.kind)),
            pager,
        }
    }

    /// What follows the count of a list, and claims no more than was kept: "deals vastgelegd; het
    /// kunnen er meer zijn".
    pub(super) fn list_noun(self, list: List, number: usize) -> String {
        let report = self.report();
        let recorded = match list.narrow {
            Narrow::No | Narrow::Status(_) => self.fill.recorded,
            Narrow::Event(event) => report[event].recorded,
            // Worked out once for all pages of a list: it takes a walk over all that is listed.
            narrow => match self.fill.recorded_by.get(&narrow) {
                Some(known) => *known.get_or_init(|| self.recorded_of(narrow)),
                None => self.recorded_of(narrow),
            },
        };
        let noun = noun(list.kind);
        match list.kind {
            ListKind::Deals => {
                phrases::on_record(noun, number, is_partly(recorded.deals), self.language)
            }
            ListKind::Ideas => {
                phrases::on_record(noun, number, is_partly(recorded.ideas), self.language)
            }
            ListKind::Asks => {
                phrases::on_record(noun, number, is_partly(recorded.asks), self.language)
            }
            ListKind::Offers => {
                phrases::on_record(noun, number, is_partly(recorded.offers), self.language)
            }
            _ => noun.form(number, self.language).to_owned(),
        }
    }

    /// How completely the events were recorded that the entries of narrowed lists came from.
    fn recorded_of(self, narrow: Narrow) -> Recorded {
        let report = self.report();
        let harvest = match narrow {
            Narrow::Region(region) => Some(&report[region].harvest),
            Narrow::Theme(theme) => Some(&report[theme].harvest),
            Narrow::Crossing(region, theme) => report.crossings.get(&(region, theme)),
            Narrow::Year(year) => report
                .years
                .iter()
                .find(|one| one.year == year)
                .map(|one| &one.harvest),
            Narrow::No | Narrow::Status(_) | Narrow::Event(_) => None,
        };
        harvest
            .map(|harvest| self.recorded_behind(harvest))
            .unwrap_or_default()
    }

    /// From a narrowed list to the whole one.
    fn whole(self, list: List) -> Vec<More> {
        let whole = List {
            kind: list.kind,
            narrow: Narrow::No,
        };
        if matches!(list.narrow, Narrow::No | Narrow::Event(_))
            || !self.fill.plan.lists.contains_key(&whole)
        {
            return Vec::new();
        }
        let href = self.href(Page::List(whole, 1));
        let mut ways = vec![More {
            label: format!(
                "{} {}",
                both("Alle", "All").get(self.language),
                noun(list.kind).all(self.language)
            ),
            href: href.clone(),
        }];
        if self.fill.indexes.contains_key(&(list.kind, self.language))
            && let Some(query) = self.choice_query(list.narrow)
        {
            ways.push(More {
                label: self.words().combine.to_owned(),
                href: format!("{href}{query}"),
            });
        }
        ways
    }

    fn empty_words(self, kind: ListKind) -> String {
        match kind {
            ListKind::Leads => both("Er staat niets open.", "Nothing is open.")
                .get(self.language)
                .to_owned(),
            _ => format!("{}.", self.words().nothing),
        }
    }

    pub(super) fn narrowed_by(self, narrow: Narrow) -> Option<Tag> {
        match narrow {
            Narrow::No | Narrow::Event(_) => None,
            Narrow::Region(region) => Some(self.region_tag(region)),
            Narrow::Theme(theme) => Some(self.theme_tag(theme)),
            Narrow::Crossing(region, theme) => {
                let (region_tag, theme_tag) = (self.region_tag(region), self.theme_tag(theme));
                let name = self.own(&format!(
                    "{}, {}",
                    region_tag.name.text, theme_tag.name.text
                ));
                Some(Tag {
                    name,
                    href: self.href(Page::Crossing(region, theme)),
                    id: theme_tag.id,
                })
            }
            Narrow::Year(year) => Some(Tag {
                name: Self::name(&year.to_string()),
                href: self.href(Page::Year(year)),
                id: year.to_string(),
            }),
            Narrow::Status(status) => {
                let kind = if Status::of_list(ListKind::Deals).contains(&status) {
                    ListKind::Deals
                } else if Status::of_list(ListKind::Ideas).contains(&status) {
                    ListKind::Ideas
                } else {
                    ListKind::Leads
                };
                let href = self.href(Page::List(List { kind, narrow }, 1));
                Some(Tag {
                    name: self.own(status_label(status).get(self.language)),
                    href,
                    id: String::new(),
                })
            }
        }
    }

    fn pager(self, list: List, page: usize, pages: usize) -> Option<Pager> {
        let to = |number: usize| self.href(Page::List(list, number));
        (pages > 1).then(|| Pager {
            page,
            pages,
            label: phrases::page_of(page, pages, self.language),
            previous: (page > 1).then(|| to(page - 1)),
            next: (page < pages).then(|| to(page + 1)),
        })
    }

    fn listed(self, kind: ListKind, shown: &Entries) -> Listed {
        let report = self.report();
        let mut listed = Listed::default();
        match shown {
            Entries::Events(events) => listed.events = self.events_by_year(events),
            Entries::Deals(deals) => {
                listed.deals = deals.iter().map(|deal| self.deal_card(*deal)).collect()
            }
            Entries::Ideas(ideas) => {
                listed.ideas = ideas.iter().map(|idea| self.idea_card(*idea)).collect()
            }
            Entries::Needs(needs) => {
                listed.leads = needs.iter().map(|need| self.lead_card(*need)).collect()
            }
            Entries::People(people) => {
                listed.people = by_letter(people.iter().map(|person| self.person_row(*person)))
            }
            Entries::Organisations(list) => {
                listed.organisations = by_letter(
                    list.iter()
                        .map(|organisation| self.organisation_row(*organisation)),
                )
            }
            Entries::Whole(_) => match kind {
                ListKind::Regions => {
                    listed.regions = report
                        .top_regions
                        .iter()
                        .map(|region| self.region_row(*region, usize::MAX))
                        .collect()
                }
                ListKind::Themes => listed.themes = self.all_themes(),
                ListKind::Series => listed.series = self.series_rows(),
                ListKind::Years => listed.years = self.year_rows(),
                _ => {}
            },
        }
        listed
    }

    /// Every theme, those below another right behind it.
    fn all_themes(self) -> Vec<Count> {
        fn below(speaking: Speaking<'_>, theme: ThemeId, themes: &mut Vec<ThemeId>) {
            if themes.contains(&theme) {
                return;
            }
            themes.push(theme);
            for child in &speaking.report()[theme].children {
                below(speaking, *child, themes);
            }
        }
        let mut themes = Vec::new();
        for top in &self.report().top_themes {
            below(self, *top, &mut themes);
        }
        themes
            .into_iter()
            .map(|theme| self.theme_count(theme))
            .collect()
    }

    fn person_row(self, id: PersonId) -> PersonRow {
        let person = &self.report()[id];
        let notes = [
            person.role.as_ref().map(|role| self.said(role)),
            person
                .organisation
                .as_ref()
                .map(|party| self.party(party).name.clone()),
        ];
        PersonRow {
            tag: self.person_tag(id),
            sort_name: person.sort_name.clone(),
            notes: notes.into_iter().flatten().collect(),
        }
    }

    fn organisation_row(self, id: OrganisationId) -> PersonRow {
        let organisation = &self.report()[id];
        let kind = organisation
            .kind
            .and_then(organisation_kind)
            .map(|kind| self.own(kind.get(self.language)));
        let regions = organisation
            .regions
            .iter()
            .map(|region| self.region_tag(*region).name);
        let notes = kind.into_iter().chain(regions).collect();
        let tag = self.organisation_tag(id);
        PersonRow {
            sort_name: tag.name.text.clone(),
            tag,
            notes,
        }
    }

    fn series_rows(self) -> Vec<SeriesRow> {
        let report = self.report();
        report
            .series_by_name
            .iter()
            .filter_map(|id| {
                let series = &report[*id];
                let years: Vec<i16> = series
                    .events
                    .iter()
                    .map(|event| report[*event].date.year())
                    .collect();
                let counted = phrases::EVENT.counted(series.events.len(), self.language);
                let note = match (years.iter().min(), years.iter().max()) {
                    (Some(first), Some(last)) if first == last => format!("{counted}, {first}"),
                    (Some(first), Some(last)) => format!("{counted}, {first}–{last}"),
                    _ => counted,
                };
                let kind = series
                    .kind
                    .and_then(series_kind)
                    .map(|kind| kind.get(self.language).to_owned());
                Some(SeriesRow {
                    tag: self.record_tag(RecordId::Series(*id))?,
                    kind,
                    note,
                })
            })
            .collect()
    }

    fn year_rows(self) -> Vec<YearRow> {
        let report = self.report();
        report
            .years
            .iter()
            .map(|year| YearRow {
                year: year.year.to_string(),
                href: self.href(Page::Year(year.year)),
                events: year.harvest.events.len(),
                deals: year.harvest.deals.len(),
                leads: year.harvest.leads.len(),
                ideas: self.ideas_with_page(&year.harvest.ideas),
            })
            .collect()
    }

    /// The newest events as cards, for the page of the whole.
    pub(super) fn newest_event(self) -> Option<EventId> {
        let report = self.report();
        // What is yet to come is no harvest: the newest that was held leads.
        let held = report
            .events_newest
            .iter()
            .copied()
            .find(|event| self.event_status_word(*event).is_none());
        held.or_else(|| report.events_newest.first().copied())
    }
}

/// Whether something was left out of what was kept.
fn is_partly(kept: Option<Completeness>) -> bool {
    matches!(kept, Some(Completeness::Some | Completeness::None))
}

/// For `data-page`.
fn list_page_kind(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Events => "list-events",
        ListKind::Deals => "list-deals",
        ListKind::Ideas => "list-ideas",
        ListKind::Leads => "list-leads",
        ListKind::Asks => "list-asks",
        ListKind::Offers => "list-offers",
        ListKind::People => "list-people",
        ListKind::Organisations => "list-organisations",
        ListKind::Regions => "list-regions",
        ListKind::Themes => "list-themes",
        ListKind::Series => "list-series",
        ListKind::Years => "list-years",
    }
}

pub(super) fn noun(kind: ListKind) -> Noun {
    match kind {
        ListKind::Events => phrases::EVENT,
        ListKind::Deals => phrases::DEAL,
        ListKind::Ideas => phrases::IDEA,
        ListKind::Leads => phrases::LEAD,
        ListKind::Asks => phrases::ASK,
        ListKind::Offers => phrases::OFFER,
        ListKind::People => phrases::PERSON,
        ListKind::Organisations => phrases::ORGANISATION,
        ListKind::Regions => phrases::REGION,
        ListKind::Themes => phrases::THEME,
        ListKind::Series => phrases::SERIES,
        ListKind::Years => phrases::YEAR,
    }
}

pub(super) fn status_label(status: Status) -> Bilingual {
    match status {
        Status::Agreed => both("Afgesproken", "Agreed"),
        Status::Underway => both("Loopt", "Under way"),
        Status::Done => both("Klaar", "Done"),
        Status::Stopped => both("Gestopt", "Stopped"),
        Status::Proposed => both("Voorgesteld", "Proposed"),
        Status::Adopted => both("Aangenomen", "Adopted"),
        Status::Carried => both("Uitgevoerd", "Carried out"),
        Status::Dropped => both("Vervallen", "Dropped"),
        Status::Ask => both("Vragen", "Asks"),
        Status::Offer => both("Aanbod", "Offers"),
    }
}

/// Rows under the first letters of the names they are filed by, in the order given.
fn by_letter(rows: impl Iterator<Item = PersonRow>) -> Vec<Group<PersonRow>> {
    let mut groups: Vec<Group<PersonRow>> = Vec::new();
    for row in rows {
        let first = row
            .sort_name
            .chars()
            .find(|character| character.is_alphanumeric());
        let letter = match first {
            Some(first) if first.is_ascii_digit() => "0–9".to_owned(),
            Some(first) => deunicode::deunicode_char(first)
                .and_then(|plain| plain.chars().next())
                .unwrap_or(first)
                .to_uppercase()
                .to_string(),
            None => "#".to_owned(),
        };
        match groups.last_mut() {
            Some(group) if group.label.as_deref() == Some(&letter) => group.items.push(row),
            _ => groups.push(Group {
                tag: None,
                label: Some(letter),
                items: vec![row],
            }),
        }
    }
    groups
}
