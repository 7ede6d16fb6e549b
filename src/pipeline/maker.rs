//! Makes the files of a site, one by one and from any thread: fills, renders or draws what is not
//! there yet, and hands it to the writer.

use std::sync::atomic::{AtomicBool, Ordering};

use super::copies::Copies;
use super::key::key;
use super::look::{CARD, look_hash};
use super::plan::PlannedSite;
use super::progress::{ProgressListener, Stage, during};
use crate::config::HeaderFile;
use crate::diagnostic::Diagnostic;
use crate::drawing::{card, qr};
use crate::feeds;
use crate::look::Renderer;
use crate::output::{Comment, Ours, PlaceError, Placed, SiteWriter};
use crate::pages::Views;
use crate::plan::page::Page;
use crate::plan::{Content, Planned};
use crate::stable_hash::hash_of;
use crate::words::Language;

/// How the keys of pages begin that say that something is gone, so that the next build knows what
/// they said.
const GONE: &[u8] = b"gone";

/// Makes files, from any thread.
pub(super) struct FileMaker<'a> {
    site: &'a PlannedSite,
    renderer: &'a Renderer,
    views: &'a Views<'a>,
    copies: &'a Copies<'a>,
    writer: &'a SiteWriter,
    progress: ProgressListener<'a>,
    /// What pages are marked with.
    ours: &'a Ours,
    /// Stands for the look and that mark in a page's key.
    look_hash: [u8; 32],
    /// Whether a page was written that says that something is gone, where the last build did not
    /// say so.
    pub(super) says_gone: AtomicBool,
}

impl<'a> FileMaker<'a> {
    pub(super) fn new(
        site: &'a PlannedSite,
        renderer: &'a Renderer,
        views: &'a Views<'a>,
        copies: &'a Copies<'a>,
        writer: &'a SiteWriter,
        progress: ProgressListener<'a>,
    ) -> Self {
        let ours = &writer.options().ours;
        Self {
            site,
            renderer,
            views,
            copies,
            writer,
            progress,
            ours,
            look_hash: look_hash(&site.look, ours),
            says_gone: AtomicBool::new(false),
        }
    }

    /// Makes a file, if what is there is not it.
    pub(super) fn make(&self, planned: &Planned) -> Result<Placed, PlaceError<Diagnostic>> {
        let view = match &planned.content {
            Content::Page(page, language) => during(self.progress, Stage::Fill, || {
                self.views.view(*page, *language)
            }),
            Content::Redirect { to, title } => during(self.progress, Stage::Fill, || {
                self.views.redirect(to, title)
            }),
            Content::Gone {
                reason,
                date,
                language,
            } => during(self.progress, Stage::Fill, || {
                self.views
                    .gone(reason.as_ref(), *date, *language, &address_of(planned))
            }),
            Content::Copy(source) => {
                return during(self.progress, Stage::Write, || {
                    self.copies.place(&planned.path, source)
                })
                .map_err(PlaceError::Machine);
            }
            Content::Social(page, language) => return self.card(planned, *page, *language),
            Content::Code(page, language) => return self.code(planned, *page, *language),
            derived => {
                let bytes = during(self.progress, Stage::Derive, || self.derived(derived));
                let bytes = match comment_in(derived) {
                    Some(comment) => self.ours.signed(bytes, &planned.path, comment),
                    None => bytes,
                };
                return self.place_bytes(planned, bytes);
            }
        };
        let template = view.template();
        let mut key = during(self.progress, Stage::Key, || {
            key(template, &hash_of(&view), &self.look_hash)
        });
        let is_gone = matches!(planned.content, Content::Gone { .. });
        if is_gone {
            key.0[..GONE.len()].copy_from_slice(GONE);
        }
        let render = || {
            let page = during(self.progress, Stage::Render, || {
                self.renderer.render(template, &view, &address_of(planned))
            })?;
            Ok(self.ours.signed(page, &planned.path, Comment::Markup))
        };
        let placed = during(self.progress, Stage::Write, || {
            self.writer.place(&planned.path, key, render)
        })?;
        if is_gone && placed == Placed::Written && !self.said_gone(planned) {
            self.says_gone.store(true, Ordering::Relaxed);
        }
        Ok(placed)
    }

    /// Whether the last build said already that what stood at this address is gone.
    fn said_gone(&self, planned: &Planned) -> bool {
        self.writer
            .previous()
            .and_then(|manifest| manifest.entry(&planned.path))
            .is_some_and(|entry| entry.key.0.starts_with(GONE))
    }

    /// The bytes of a file that is neither a page nor made of another file.
    fn derived(&self, content: &Content) -> Vec<u8> {
        match content {
            Content::Asset(name) => self.site.look.assets.get(name).cloned().unwrap_or_default(),
            Content::Colours => self.site.assets.colours.clone().unwrap_or_default(),
            Content::Chosen => self.site.chosen.css.clone().into_bytes(),
            Content::Sitemap(which) => feeds::sitemap(&self.site.report, &self.site.plan, *which),
            Content::Robots => feeds::robots(&self.site.config),
            Content::Feed(page, language) => feeds::feed(&self.feed_context(*language), *page),
            Content::Calendar(event, language) => {
                feeds::calendar(&self.feed_context(*language), *event)
            }
            Content::Agenda(language) => feeds::agenda(&self.feed_context(*language)),
            Content::Security => feeds::security(&self.site.config),
            Content::FrameFolder => feeds::frame_folder(),
            Content::Headers(which) => feeds::headers(*which, &self.site.plan),
            Content::ListIndex(kind, language) => {
                feeds::list_index(self.views.list_index(*kind, *language))
            }
            Content::Page(..)
            | Content::Redirect { .. }
            | Content::Gone { .. }
            | Content::Copy(_)
            | Content::Code(..)
            | Content::Social(..) => {
                unreachable!("made above")
            }
        }
    }

    fn feed_context(&self, language: Language) -> feeds::FeedContext<'_> {
        feeds::FeedContext {
            report: &self.site.report,
            config: &self.site.config,
            plan: &self.site.plan,
            language,
        }
    }

    /// A social card. The drawing is its key: filling it costs nothing beside making a picture of
    /// it.
    fn card(
        &self,
        planned: &Planned,
        page: Page,
        language: Language,
    ) -> Result<Placed, PlaceError<Diagnostic>> {
        let address = address_of(planned);
        let view = during(self.progress, Stage::Fill, || {
            self.views.social(page, language)
        });
        let drawing = during(self.progress, Stage::Render, || {
            self.renderer.render(CARD, &view, &address)
        })
        .map_err(PlaceError::Render)?;
        let hash = *blake3::hash(&drawing).as_bytes();
        during(self.progress, Stage::Write, || {
            self.writer
                .place(&planned.path, key(CARD, &hash, &[0; 32]), || {
                    let drawing = String::from_utf8_lossy(&drawing);
                    let picture = during(self.progress, Stage::Card, || card::png_of(&drawing));
                    picture.map_err(|problem| self.renderer.no_drawing(CARD, &problem, &address))
                })
        })
    }

    /// The address of a page as a picture of its code.
    fn code(
        &self,
        planned: &Planned,
        page: Page,
        language: Language,
    ) -> Result<Placed, PlaceError<Diagnostic>> {
        let address = self.views.passed_on(page, language).unwrap_or_default();
        let hash = *blake3::hash(address.as_bytes()).as_bytes();
        during(self.progress, Stage::Write, || {
            self.writer
                .place(&planned.path, key("code", &hash, &[0; 32]), || {
                    Ok(qr::picture(&address).unwrap_or_default())
                })
        })
    }

    /// A file that is its own key: making it costs no more than hashing it.
    fn place_bytes(
        &self,
        planned: &Planned,
        bytes: Vec<u8>,
    ) -> Result<Placed, PlaceError<Diagnostic>> {
        let key = key("bytes", blake3::hash(&bytes).as_bytes(), &[0; 32]);
        during(self.progress, Stage::Write, || {
            self.writer.place(&planned.path, key, || Ok(bytes))
        })
    }
}

/// How a file that is no page holds a comment; the files of a look stay as they are.
fn comment_in(content: &Content) -> Option<Comment> {
    match content {
        Content::Colours | Content::Chosen => Some(Comment::Style),
        Content::Sitemap(_)
        | Content::Feed(..)
        | Content::FrameFolder
        | Content::Headers(HeaderFile::Iis) => Some(Comment::Markup),
        Content::Robots | Content::Security | Content::Headers(_) => Some(Comment::Hash),
        Content::Asset(_)
        | Content::Calendar(..)
        | Content::Agenda(_)
        | Content::ListIndex(..)
        | Content::Page(..)
        | Content::Redirect { .. }
        | Content::Gone { .. }
        | Content::Copy(_)
        | Content::Code(..)
        | Content::Social(..) => None,
    }
}

/// The address of a planned page, for counting and for tests: `/regios/twente/`.
pub(super) fn address_of(planned: &Planned) -> String {
    let path = planned.path.as_str();
    format!("/{}", path.strip_suffix("index.html").unwrap_or(path))
}
