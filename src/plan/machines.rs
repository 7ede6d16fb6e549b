//! The files for machines: robots.txt, sitemaps, feeds, calendars, headers for servers.

use super::address::{CALENDAR, FEED};
use super::content::{Content, SITEMAP_LENGTH, Sitemap};
use super::page::Page;
use super::planner::Planner;
use super::server_files::server_file;
use super::subject::Subject;
use crate::config::{Config, HeaderFile};
use crate::records::{Deal, DealStatus, Report};
use crate::words::Language;

/// Whether any deal that runs says by when something is to be done.
pub fn has_agenda(report: &Report) -> bool {
    report
        .deals
        .iter()
        .any(|deal| deal.due.is_some() && is_to_be_done(deal))
}

/// Whether what a deal agreed is on record as still to be done: a deal without a status claims
/// nothing.
pub fn is_to_be_done(deal: &Deal) -> bool {
    deal.status
        .is_some_and(|now| matches!(now.status, DealStatus::Agreed | DealStatus::Underway))
}

impl Planner<'_> {
    /// The files for machines; `indexed` is how many pages search engines should know.
    pub(super) fn machines(&mut self, config: &Config, indexed: usize) {
        self.add("robots.txt", Content::Robots, None);
        if config.security.is_some() {
            // RFC 9116, section 3.
            self.add(".well-known/security.txt", Content::Security, None);
        }
        for file in &config.header_files {
            self.add(server_file(*file), Content::Headers(*file), None);
        }
        if config.header_files.contains(&HeaderFile::Iis) {
            self.frame_folders();
        }
        // Feeds and sitemaps hold whole addresses (RFC 4287, section 4.2.6; sitemaps.org), so they
        // need to know the site's own.
        if config.base_url.is_empty() {
            return;
        }
        for language in &config.languages {
            self.feeds_and_calendars(*language);
        }
        let parts = indexed.div_ceil(SITEMAP_LENGTH);
        if parts <= 1 {
            self.add("sitemap.xml", Content::Sitemap(Sitemap::Whole), None);
            return;
        }
        self.add("sitemap.xml", Content::Sitemap(Sitemap::Index(parts)), None);
        for part in 1..=parts {
            self.add(
                &format!("sitemap-{part}.xml"),
                Content::Sitemap(Sitemap::Part(part)),
                None,
            );
        }
    }

    /// A `web.config` beside each page that is made to be shown in a frame.
    fn frame_folders(&mut self) {
        let framed: Vec<String> = self
            .files
            .iter()
            .filter(|planned| matches!(planned.content, Content::Page(Page::Embed(_), _)))
            .map(|planned| format!("{}/{}", planned.path.folder(), server_file(HeaderFile::Iis)))
            .collect();
        for path in framed {
            self.add(&path, Content::FrameFolder, None);
        }
    }

    /// What people subscribe to or put in their calendar.
    fn feeds_and_calendars(&mut self, language: Language) {
        let report = self.report;
        let subjects = Subject::all(report).filter(|subject| subject.has_feed());
        for page in std::iter::once(Page::Home).chain(subjects.map(Page::Of)) {
            let path = self.addresses.path(report, page, language);
            self.add(
                &format!("{}{FEED}", &path[1..]),
                Content::Feed(page, language),
                None,
            );
        }
        for event in Subject::events(report) {
            let path = self.addresses.path(report, event, language);
            self.add(
                &format!("{}{CALENDAR}", &path[1..]),
                Content::Calendar(event, language),
                Some(report[event].span),
            );
        }
        if has_agenda(report) {
            let root = self.addresses.root(language);
            self.add(
                &format!("{}{CALENDAR}", &root[1..]),
                Content::Agenda(language),
                None,
            );
        }
    }
}
