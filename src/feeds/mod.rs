//! Files that follow from the report and are no pages: the sitemap, robots.txt, security.txt,
//! feeds, calendars, the colours of the themes, the indexes of lists, headers for servers. Values
//! in, bytes out.

mod calendar;
mod colours;
mod context;
mod feed;
mod headers;
mod last_changed;
mod list_index;
pub mod programme;
mod robots;
mod security;
mod sitemap;
mod timezone;

pub use calendar::{agenda, calendar, programme_calendar};
pub use colours::colours;
pub use context::FeedContext;
pub use feed::feed;
pub use headers::{caching, content_type, frame_folder, headers};
pub use list_index::list_index;
pub use robots::robots;
pub use security::security;
pub use sitemap::sitemap;
