//! Everything a page shows, as plain values: the contract with a look.
//!
//! A template sees its view and nothing else. Texts are ready to be shown: dates are words, counts
//! are sentences, links are whole addresses with the path of the site before them. Fields that end
//! in `html` are safe HTML and are put in as they are; every other text is escaped by the template
//! engine. `None` and empty lists mean: leave it out.
//!
//! A [`LocalText`] is a text that may be in another language than its page: a template marks it with
//! `lang` then.

pub use super::also_for::AlsoFor;
pub use super::cards::{
    Crumb, DealCard, EventCard, HalfCard, IdeaCard, LeadCard, More, Number, PartyTag, StatusLine,
    Tag, Tally,
};
pub use super::choose::{Choose, Narrowing};
pub use super::contributions::{Did, PartRow};
pub use super::crossing::CrossingView;
pub use super::deal::{DealView, Half};
pub use super::drawings::{Bar, Chart};
pub use super::embed::EmbedView;
pub use super::event::{EventIdeas, EventView};
pub use super::event_cards::{
    FigureCard, FigureYear, OutcomeCard, QuoteCard, SessionCard, SessionRow, SpeakerCard,
};
pub use super::facts::RecordFacts;
pub use super::free::FreePageView;
pub use super::harvest::{EventsOfYear, Harvested, YearRow};
pub use super::head::{Alternate, PageHead};
pub use super::home::HomeView;
pub use super::idea::IdeaView;
pub use super::list::{ListView, Pager};
pub use super::list_index::{IndexChoice, IndexGroup, ListIndex};
pub use super::listed::{Listed, PersonRow, SeriesRow};
pub use super::local_text::{Html, LocalText};
pub use super::need::{MatchCard, NeedView};
pub use super::not_found::NotFoundView;
pub use super::notice::{NoticePart, NoticeView, NoticeWay};
pub use super::organisation::OrganisationView;
pub use super::overview::{OverviewCell, OverviewRow, OverviewView};
pub use super::own_site::{Brief, EmbedFrame, OwnSite};
pub use super::person::PersonView;
pub use super::photos::{PhotoCard, PhotoSource};
pub use super::policy::Policy;
pub use super::preview::Preview;
pub use super::print::{Chapter, ContentsLine, PrintView, Printed, PrintedDay};
pub use super::print_names::NameRow;
pub use super::programme::{Day, PlacedSession, ProgrammeDay, ProgrammeSlot, ProgrammeView};
pub use super::redirect::RedirectView;
pub use super::region::RegionView;
pub use super::region_maps::{MapArea, MapShade, MapText, RegionMap};
pub use super::search::{SearchFilter, SearchView};
pub use super::search_entries::SearchEntry;
pub use super::sections::{Count, Group, RegionRow, Section, ThemedIdea};
pub use super::series::{EditionRow, SeriesView};
pub use super::session::SessionView;
pub use super::site::{LookOption, MenuItem, SiteHead};
pub use super::small_charts::{SmallBar, SmallChart};
pub use super::social::{SocialNumber, SocialPicture, SocialView};
pub use super::sources::{CorrectionRow, LinkRow, ResourceCard, SourceRow};
pub use super::status::UpdateRow;
pub use super::theme::ThemeView;
pub use super::year::YearView;
