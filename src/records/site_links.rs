//! Links of texts to places of the site itself, which are known when its files are planned: from the
//! root (`/regios/`), on the page (`#kop`), and to a heading in the text of a record
//! (`event:2018-overijssel#kop`). What a text says of itself is settled here; the rest is kept.

use super::named_file::file_in;
use super::record_id::EventId;
use super::text_links::{TextChecker, TextOwner, plain_path};
use super::values::SiteLink;
use crate::diagnostic::nearest;
use crate::markdown::heading_ids;
use crate::schema::value::MarkdownText;
use crate::source::Span;

/// For so many headings that are not there the one that was meant is sought: each search looks at
/// all of them.
const MOST_SUGGESTIONS: usize = 100;

impl TextChecker<'_, '_> {
    /// A link on the page or from the root of the site.
    pub(super) fn own_site(
        &mut self,
        text: &MarkdownText,
        destination: &str,
        owner: TextOwner,
        place: Span,
    ) {
        let near = match destination.strip_prefix('#') {
            Some(id) => {
                let headings = self.headings.get_or_insert_with(|| heading_ids(&text.text));
                if headings.iter().any(|heading| heading == id) {
                    return;
                }
                self.sought += 1;
                let seeks = self.sought <= MOST_SUGGESTIONS;
                let all = headings.iter().filter(|_| seeks).map(String::as_str);
                nearest(id, all).map(|heading| format!("#{heading}"))
            }
            None => self.file_of_event(destination, owner.event),
        };
        self.keep(destination, owner, place, near);
    }

    /// A file of the event's folder, named from the root.
    fn file_of_event(&self, destination: &str, event: Option<EventId>) -> Option<String> {
        let name = plain_path(destination.trim_start_matches('/'));
        let folder = self.lookup.registry.folder_of(event?);
        let is_there = !name.is_empty() && file_in(self.media, &folder, &name).is_ok();
        is_there.then(|| destination.trim_start_matches('/').to_owned())
    }

    /// Keeps a link until the site is planned.
    pub(super) fn keep(
        &mut self,
        destination: &str,
        owner: TextOwner,
        span: Span,
        near: Option<String>,
    ) {
        self.site_links.push(SiteLink {
            destination: destination.to_owned(),
            span,
            of: owner.record,
            event: owner.event,
            near,
        });
    }
}
