//! One view a kind of page. Its template has the same name: [`EventView`] is shown by `event.html`.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::cards::{
    CorrectionRow, Count, Crumb, Day, DealCard, EventCard, EventsOfYear, FigureCard, Group,
    HalfCard, Html, IdeaCard, LeadCard, LinkRow, More, Number, OutcomeCard, PageHead, PartyTag,
    PhotoCard, QuoteCard, RegionRow, ResourceCard, Said, Section, SessionCard, SessionRow,
    SiteHead, SourceRow, SpeakerCard, StatusLine, Tag, UpdateRow,
};
use super::choose::{Choose, Narrowing};
use super::drawings::{Chart, RegionMap};
use super::policy::Policy;
use super::sharing::OwnSite;
use crate::shared::Shared;

/// `home.html`
#[derive(Debug, Serialize)]
pub struct HomeView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub description: Option<Said>,
    /// "Verslagen van bijeenkomsten, 2018 tot nu".
    pub span_of_years: Option<String>,
    pub newest: Option<Shared<EventCard>>,
    pub numbers: Vec<Number>,
    pub map: Option<RegionMap>,
    /// The regions that the table shows: those of the map, else those at the top and just below.
    pub regions: Vec<RegionRow>,
    /// Where all regions are.
    pub all_regions: Option<More>,
    pub themes: Vec<Count>,
    pub deals: Section<Shared<DealCard>>,
    pub leads: Section<Shared<LeadCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    /// The events after the newest.
    pub events: Section<Shared<EventCard>>,
}

/// `event.html`
#[derive(Debug, Serialize)]
pub struct EventView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub title: Said,
    /// "dinsdag 30 en woensdag 31 oktober 2018".
    pub date: String,
    pub date_iso: String,
    /// Lines of the place: building, street, town.
    pub place: Vec<String>,
    pub attendance: Option<String>,
    /// "Deze bijeenkomst is afgelast.": only where something must be said.
    pub notice: Option<String>,
    pub replaced_by: Option<Shared<EventCard>>,
    /// The event that this one replaces.
    pub replaces: Vec<Shared<EventCard>>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub series: Option<Tag>,
    pub edition: Option<String>,
    pub organisers: Vec<Shared<PartyTag>>,
    /// When the report appeared: "5 november 2018".
    pub published: Option<String>,
    pub updated: Option<String>,
    pub question: Option<Said>,
    pub summary: Option<Said>,
    /// Who was there, where it does not stand under the number already: there is none, or the note
    /// is in another language.
    pub participants_note: Option<Said>,
    pub hero: Option<PhotoCard>,
    pub numbers: Vec<Number>,
    pub text: Option<Html>,
    pub speakers: Vec<SpeakerCard>,
    /// Empty where the event has a hub for its programme.
    pub programme: Vec<Day>,
    /// Where the programme stands by day and room; with more than 50 sessions it stands there only.
    pub programme_page: Option<More>,
    /// Ideas by theme; those without a theme come last, without a title.
    pub ideas: Vec<Group<Shared<IdeaCard>>>,
    pub ideas_more: Option<More>,
    pub deals: Section<Shared<DealCard>>,
    /// Open asks and offers.
    pub leads: Section<Shared<LeadCard>>,
    /// Asks and offers that are not open, and stand in no deal of this event.
    pub needs: Section<Shared<LeadCard>>,
    pub outcomes: Vec<OutcomeCard>,
    pub quotes: Vec<QuoteCard>,
    pub figures: Vec<FigureCard>,
    pub photos: Vec<PhotoCard>,
    pub resources: Vec<ResourceCard>,
    pub links: Vec<LinkRow>,
    pub sources: Vec<SourceRow>,
    pub corrections: Vec<CorrectionRow>,
    /// "Deals zijn niet bijgehouden.", "Er zijn minstens twee ideeën; niet alles is vastgelegd."
    pub kept_notes: Vec<String>,
    /// The whole of it on one page, for paper.
    pub print: More,
    /// The editions before and after, in a series.
    pub previous: Option<Shared<EventCard>>,
    pub next: Option<Shared<EventCard>>,
}

/// `session.html`
#[derive(Debug, Serialize)]
pub struct SessionView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub event: Shared<EventCard>,
    pub session: SessionRow,
    /// "dinsdag 30 oktober 2018".
    pub date: String,
    pub part_of: Option<Tag>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub text: Option<Html>,
    /// The event's speakers who spoke in it, with role and words.
    pub speakers: Vec<SpeakerCard>,
    pub ideas: Vec<Shared<IdeaCard>>,
    pub deals: Vec<Shared<DealCard>>,
    pub needs: Vec<Shared<LeadCard>>,
    pub outcomes: Vec<OutcomeCard>,
    pub quotes: Vec<QuoteCard>,
    pub photos: Vec<PhotoCard>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}

/// `programme.html`: an event's programme by day and room.
#[derive(Debug, Serialize)]
pub struct ProgrammeView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub event: Shared<EventCard>,
    pub days: Vec<ProgrammeDay>,
}

#[derive(Debug, Serialize)]
pub struct ProgrammeDay {
    pub id: String,
    pub label: String,
    pub rooms: Vec<ProgrammeRoom>,
}

#[derive(Debug, Serialize)]
pub struct ProgrammeRoom {
    /// `None` for sessions without a room.
    pub name: Option<Said>,
    pub sessions: Vec<SessionRow>,
}

/// `idea.html`
#[derive(Debug, Serialize)]
pub struct IdeaView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: Said,
    pub text: Option<Html>,
    pub by: Vec<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub updates: Vec<UpdateRow>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub session: Option<Tag>,
    pub event: Shared<EventCard>,
    /// The deals that carry it out.
    pub deals: Vec<Shared<DealCard>>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}

/// One half of a deal in full.
#[derive(Debug, Serialize)]
pub struct Half {
    /// `ask` or `offer`.
    pub side: &'static str,
    pub card: HalfCard,
    pub text: Option<Html>,
    /// The event it comes from, where that is an earlier one.
    pub event: Option<Shared<EventCard>>,
}

/// `deal.html`
#[derive(Debug, Serialize)]
pub struct DealView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: Said,
    pub text: Option<Html>,
    pub asks: Vec<Half>,
    pub offers: Vec<Half>,
    pub ideas: Vec<Shared<IdeaCard>>,
    pub parties: Vec<Shared<PartyTag>>,
    pub contact: Option<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    /// "Niet vastgelegd hoe het ermee staat": only where there is no status.
    pub no_status: Option<&'static str>,
    /// What happened and what is due, newest first; empty where that is one point only.
    pub updates: Vec<UpdateRow>,
    pub agreed: Option<String>,
    pub due: Option<String>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub session: Option<Tag>,
    pub event: Shared<EventCard>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}

/// `need.html`: an ask or an offer.
#[derive(Debug, Serialize)]
pub struct NeedView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// `ask` or `offer`.
    pub side: &'static str,
    pub title: Said,
    pub text: Option<Html>,
    pub by: Vec<Shared<PartyTag>>,
    pub contact: Option<Shared<PartyTag>>,
    pub status: Option<StatusLine>,
    pub no_status: Option<&'static str>,
    /// Whether the other half is still missing.
    pub open: bool,
    /// "Wie kan dit bieden?"
    pub question: &'static str,
    /// Possible matches of a lead, best first.
    pub matches: Vec<MatchCard>,
    /// The deals that took it up.
    pub deals: Vec<Shared<DealCard>>,
    pub updates: Vec<UpdateRow>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub session: Option<Tag>,
    pub event: Shared<EventCard>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}

#[derive(Debug, Serialize)]
pub struct MatchCard {
    pub lead: Shared<LeadCard>,
    /// "Zelfde regio, twee dezelfde thema's".
    pub why: String,
}

/// What came of it, for a region, a theme, both, or a year.
#[derive(Debug, Default, Serialize)]
pub struct Harvested {
    pub numbers: Vec<Number>,
    pub deals: Section<Shared<DealCard>>,
    pub leads: Section<Shared<LeadCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    /// How its deals stand, where they stand in two ways or more.
    pub by_status: Option<Chart>,
    /// By year, newest first.
    pub events: Vec<EventsOfYear>,
    pub events_more: Option<More>,
    /// What each year brought, oldest first, for the small chart; empty where there is one year
    /// only.
    pub by_year: Vec<YearRow>,
    pub outcomes: Section<OutcomeCard>,
    /// Sessions that are about it while their events as a whole are not.
    pub sessions: Section<SessionCard>,
    pub figures: Section<FigureCard>,
}

/// What was for the whole of an ancestor.
#[derive(Debug, Serialize)]
pub struct AlsoFor {
    /// "Ook voor heel Veenland".
    pub title: String,
    pub tag: Tag,
    pub deals: Section<Shared<DealCard>>,
    pub leads: Section<Shared<LeadCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    pub events: Section<Shared<EventCard>>,
}

/// `region.html`
#[derive(Debug, Serialize)]
pub struct RegionView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub name: Said,
    /// "Regio", "Gemeente".
    pub kind: Option<String>,
    pub parents: Vec<Shared<Tag>>,
    /// The regions right below, where two or more have a place on a map.
    pub map: Option<RegionMap>,
    pub children: Vec<RegionRow>,
    pub former_names: Vec<String>,
    /// "Bestond tot 1 januari 2021."
    pub until: Option<String>,
    pub successor: Option<Tag>,
    /// "Stand van 14 maart 2024": the newest news on the page.
    pub as_of: Option<String>,
    /// "Zeven deals, drie vragen nog open.": one plain sentence made of the counts.
    pub summary: Option<String>,
    pub text: Option<Html>,
    pub harvested: Harvested,
    pub themes: Vec<Count>,
    pub organisations: Section<Shared<PartyTag>>,
    pub also_for: Vec<AlsoFor>,
    pub own_site: Option<OwnSite>,
}

/// `theme.html`
#[derive(Debug, Serialize)]
pub struct ThemeView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub name: Said,
    pub parents: Vec<Shared<Tag>>,
    pub children: Vec<Count>,
    pub former_names: Vec<String>,
    pub until: Option<String>,
    pub successor: Option<Tag>,
    pub as_of: Option<String>,
    pub summary: Option<String>,
    pub text: Option<Html>,
    pub harvested: Harvested,
    pub regions: Vec<Count>,
    pub also_for: Vec<AlsoFor>,
}

/// `crossing.html`: a region and a theme.
#[derive(Debug, Serialize)]
pub struct CrossingView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub region: Tag,
    pub theme: Tag,
    pub as_of: Option<String>,
    pub summary: Option<String>,
    pub harvested: Harvested,
}

/// `year.html`
#[derive(Debug, Serialize)]
pub struct YearView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub year: String,
    pub summary: Option<String>,
    pub harvested: Harvested,
    pub previous: Option<Crumb>,
    pub next: Option<Crumb>,
}

/// A part in an event, on a person's page.
#[derive(Debug, Serialize)]
pub struct PartRow {
    pub event: Shared<EventCard>,
    /// As it was then.
    pub role: Option<Said>,
    pub organisation: Option<Shared<PartyTag>>,
    pub part: Option<String>,
    pub text: Option<Html>,
    /// Who, on an organisation's page.
    pub person: Option<Shared<PartyTag>>,
}

/// All that a person or organisation did.
#[derive(Debug, Default, Serialize)]
pub struct Did {
    pub numbers: Vec<Number>,
    pub spoke: Section<PartRow>,
    pub organised: Section<Shared<EventCard>>,
    pub led: Section<Tag>,
    pub asks: Section<Shared<LeadCard>>,
    pub offers: Section<Shared<LeadCard>>,
    pub deals: Section<Shared<DealCard>>,
    pub ideas: Section<Shared<IdeaCard>>,
    pub quotes: Section<QuoteCard>,
    /// Every event of theirs by year, newest first.
    pub events: Vec<EventsOfYear>,
}

/// `person.html`
#[derive(Debug, Serialize)]
pub struct PersonView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub name: String,
    pub role: Option<Said>,
    pub organisation: Option<Shared<PartyTag>>,
    pub also: Vec<String>,
    pub text: Option<Html>,
    pub links: Vec<LinkRow>,
    pub did: Did,
}

/// `organisation.html`
#[derive(Debug, Serialize)]
pub struct OrganisationView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub name: Said,
    /// "School".
    pub kind: Option<String>,
    pub regions: Vec<Shared<Tag>>,
    pub website: Option<LinkRow>,
    pub also: Vec<String>,
    pub former_names: Vec<String>,
    pub until: Option<String>,
    pub successor: Option<Tag>,
    pub predecessors: Vec<Tag>,
    pub text: Option<Html>,
    pub people: Vec<Shared<PartyTag>>,
    pub did: Did,
    pub own_site: Option<OwnSite>,
}

/// One edition of a series, a column of the table.
#[derive(Debug, Serialize)]
pub struct EditionColumn {
    pub event: Shared<EventCard>,
    pub edition: Option<String>,
    /// "70+", or "niet bijgehouden".
    pub participants: String,
    pub deals: String,
    pub done: String,
    pub open: String,
    pub ideas: String,
    /// Who also took part in an earlier edition, at most twenty.
    pub returned: Vec<Shared<PartyTag>>,
    pub returned_total: usize,
}

/// `series.html`
#[derive(Debug, Serialize)]
pub struct SeriesView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub name: Said,
    pub kind: Option<String>,
    pub text: Option<Html>,
    /// Oldest first.
    pub editions: Vec<EditionColumn>,
    pub by_status: Option<Chart>,
    pub figures: Vec<FigureCard>,
}

/// One filled or empty cell of the overview.
#[derive(Debug, Serialize)]
pub struct OverviewCell {
    /// `None`: nothing is on record.
    pub href: Option<String>,
    pub leads: usize,
    /// What the cell shows: "7", "7+" where there may be more, or what is missing: "geen", "niet
    /// bijgehouden".
    pub shown: String,
    /// "Twente, Docenten: 3 deals, 2 nog open, 4 ideeën".
    pub said: String,
}

#[derive(Debug, Serialize)]
pub struct OverviewRow {
    pub region: Tag,
    /// How deep below the top, from 0.
    pub depth: usize,
    pub cells: Vec<OverviewCell>,
    pub total: String,
}

/// `overview.html`: regions crossed with themes.
#[derive(Debug, Serialize)]
pub struct OverviewView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub themes: Vec<Tag>,
    pub rows: Vec<OverviewRow>,
    pub intro: String,
    /// Whether a cell says "geen", "niet bijgehouden", or "+": only then its legend says what that
    /// means.
    pub has_none: bool,
    pub has_not_kept: bool,
    pub has_more: bool,
}

/// The pages of a long list.
#[derive(Debug, Serialize)]
pub struct Pager {
    pub page: usize,
    pub pages: usize,
    /// "Pagina 2 van 5".
    pub label: String,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// `list.html`: a whole list, a narrowed one, or an event's own. One of the lists is filled.
#[derive(Debug, Default, Serialize)]
pub struct Listed {
    pub deals: Vec<Shared<DealCard>>,
    pub ideas: Vec<Shared<IdeaCard>>,
    pub leads: Vec<Shared<LeadCard>>,
    pub events: Vec<EventsOfYear>,
    /// By first letter.
    pub people: Vec<Group<PersonRow>>,
    pub organisations: Vec<Group<PersonRow>>,
    /// The tree of regions.
    pub regions: Vec<RegionRow>,
    pub themes: Vec<Count>,
    pub series: Vec<SeriesRow>,
    pub years: Vec<YearRow>,
}

/// A person or organisation in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    pub tag: Shared<PartyTag>,
    /// As a list files it: "Hijum, Eddy van".
    pub sort_name: String,
    /// "gedeputeerde", "Provincie Overijssel"; "School", "Ommen".
    pub notes: Vec<Said>,
}

#[derive(Debug, Serialize)]
pub struct SeriesRow {
    pub tag: Tag,
    pub kind: Option<String>,
    /// "4 bijeenkomsten, 2019–2024".
    pub note: String,
}

#[derive(Debug, Serialize)]
pub struct YearRow {
    pub year: String,
    pub href: String,
    pub events: usize,
    pub deals: usize,
    pub leads: usize,
    pub ideas: usize,
}

/// `list.html`
#[derive(Debug, Serialize)]
pub struct ListView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// "17 deals vastgelegd".
    pub count: String,
    /// What narrows it: "Twente".
    pub narrowed_by: Option<Tag>,
    /// From a narrowed list: the whole, and the whole with the same choice made, to combine it with
    /// others.
    pub whole: Vec<More>,
    /// The event, for its own lists.
    pub event: Option<Shared<EventCard>>,
    pub narrowings: Vec<Narrowing>,
    pub choose: Option<Choose>,
    /// How many by status, theme and year, on a whole list.
    pub charts: Vec<Chart>,
    /// The regions, on the list of regions.
    pub map: Option<RegionMap>,
    pub listed: Listed,
    /// What to say when the list is empty.
    pub empty: Option<String>,
    pub pager: Option<Pager>,
}

/// `page.html`: a free page.
#[derive(Debug, Serialize)]
pub struct FreePageView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: Said,
    pub summary: Option<Said>,
    pub text: Option<Html>,
}

/// `404.html`
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
}

/// `redirect.html`: an old address.
#[derive(Debug, Serialize)]
pub struct RedirectView {
    pub lang: &'static str,
    pub title: String,
    pub href: String,
    pub canonical: Option<String>,
    /// What it may load: nothing.
    pub policy: Policy,
    pub words: Shared<crate::words::interface::Interface>,
}
