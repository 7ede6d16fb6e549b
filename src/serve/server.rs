//! Answers requests: the site's files as a web host would give them, and the three addresses under
//! `/__oogst/`.
//!
//! A page anywhere on the web can make the user's browser ask us things. So only this machine can
//! reach us, only under its own names (a foreign `Host` is how DNS rebinding looks), only reading
//! is possible, and no other origin may embed what it gets.

use std::io::{self, Read, SeekFrom};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{self, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio::sync::{Semaphore, mpsc, watch};
use tokio_stream::wrappers::ReceiverStream;

use super::address::{AddressMeaning, Base, SitePath};
use super::answers::{HTML, off_the_workers, redirect, text, typed};
use super::connections::{self, Limits};
use super::files::{self, AtAddress, SiteFile};
use super::host::is_for_this_machine;
use super::pages::{self, Missing};
use super::range::{self, RangePart};
use super::reload::{self, SiteState};
use crate::words::serving::ServeTexts;

const MODULE: &str = include_str!("client/reload.js");
const STYLESHEET: &str = include_str!("client/overlay.css");

/// How much of a large file is in memory at a time.
const CHUNK: usize = 64 * 1024;

/// What is served, and where.
#[derive(Debug)]
pub(super) struct ServedSite {
    pub(super) root: PathBuf,
    pub(super) output: PathBuf,
    pub(super) base: Base,
    pub(super) port: u16,
    /// The origin of the desk, to which pages lead.
    pub(super) desk: Option<String>,
    pub(super) texts: ServeTexts,
    pub(super) news: watch::Receiver<SiteState>,
    /// Places for pages that listen to the events.
    pub(super) listeners: Arc<Semaphore>,
}

/// Serves until the end of the world, so what comes out is why it could not.
pub(super) async fn run(listener: TcpListener, site: ServedSite, limits: Limits) -> io::Error {
    connections::take(
        listener,
        Router::new().fallback(answer).with_state(Arc::new(site)),
        limits,
    )
    .await
}

async fn answer(
    extract::State(site): extract::State<Arc<ServedSite>>,
    request: Request,
) -> Response {
    // What comes with a request is left unread: nothing here has a use for it.
    let (request, _) = request.into_parts();
    let mut response = site.answer(&request).await;
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    // Nobody else may put a page with a way to the desk in a frame.
    if let Some(desk) = &site.desk
        && let Ok(policy) = HeaderValue::try_from(format!("frame-ancestors 'self' {desk}"))
    {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

impl ServedSite {
    async fn answer(self: &Arc<Self>, request: &Parts) -> Response {
        if !is_for_this_machine(request, self.port) {
            return text(StatusCode::FORBIDDEN, self.texts.foreign_host());
        }
        if !matches!(request.method, Method::GET | Method::HEAD) {
            let allow = [(header::ALLOW, "GET, HEAD")];
            return (
                allow,
                text(StatusCode::METHOD_NOT_ALLOWED, self.texts.only_reading()),
            )
                .into_response();
        }
        match request.uri.path() {
            pages::MODULE => typed(StatusCode::OK, "text/javascript; charset=utf-8", MODULE),
            pages::STYLESHEET => typed(StatusCode::OK, "text/css; charset=utf-8", STYLESHEET),
            pages::EVENTS => {
                let Ok(place) = Arc::clone(&self.listeners).try_acquire_owned() else {
                    return text(
                        StatusCode::SERVICE_UNAVAILABLE,
                        self.texts.too_many_listen(),
                    );
                };
                let seen = request
                    .uri
                    .query()
                    .and_then(|query| query.strip_prefix("seen="))
                    .unwrap_or_default();
                reload::events(self.news.clone(), seen.to_owned(), place)
            }
            path => match self.base.read(path) {
                AddressMeaning::Site(asked) => self.page(asked, request).await,
                AddressMeaning::AboveSite => {
                    redirect(StatusCode::TEMPORARY_REDIRECT, self.base.address())
                }
                AddressMeaning::Outside => self.not_found().await,
                AddressMeaning::Malformed => {
                    text(StatusCode::BAD_REQUEST, self.texts.bad_address())
                }
            },
        }
    }

    async fn page(self: &Arc<Self>, asked: SitePath, request: &Parts) -> Response {
        if asked.segments.is_empty() && !asked.folder {
            return redirect(StatusCode::PERMANENT_REDIRECT, self.base.address());
        }
        // The state is read before the file: if a build ends in between, the page is newer than its
        // mark and reloads once too often. The other way round it would stay behind.
        let state = self.news.borrow().clone();
        let is_home = asked.segments.is_empty();
        match self.find(asked.clone()).await {
            Ok(AtAddress::File(file)) => match self.file(file, &state, request).await {
                Ok(response) => response,
                Err(_) => text(StatusCode::INTERNAL_SERVER_ERROR, self.texts.unreadable()),
            },
            Ok(AtAddress::Folder) => {
                let mut address = self.base.address_of(&SitePath {
                    folder: true,
                    ..asked
                });
                if let Some(query) = request.uri.query() {
                    address.push('?');
                    address.push_str(query);
                }
                redirect(StatusCode::PERMANENT_REDIRECT, address)
            }
            Ok(AtAddress::Nothing) if is_home => {
                let missing = match (state.built, state.is_wrong()) {
                    (false, _) => Missing::BeingBuilt,
                    (true, true) => Missing::NotBuilt,
                    (true, false) => Missing::NoHome,
                };
                let page = pages::in_place_of_home(missing, &state.mark(), self.texts);
                typed(StatusCode::SERVICE_UNAVAILABLE, HTML, page)
            }
            Ok(AtAddress::Nothing) => self.not_found().await,
            Err(_) => text(StatusCode::INTERNAL_SERVER_ERROR, self.texts.unreadable()),
        }
    }

    /// The site's own 404 page, or ours where it has none; before the first build has ended, that pages
    /// are being made.
    async fn not_found(self: &Arc<Self>) -> Response {
        let state = self.news.borrow().clone();
        let asked = SitePath {
            segments: vec!["404.html".to_owned()],
            folder: false,
        };
        if let Ok(AtAddress::File(file)) = self.find(asked).await
            && let Ok(page) = whole(file).await
        {
            return typed(
                StatusCode::NOT_FOUND,
                HTML,
                pages::with_module(&page, &state.mark(), ""),
            );
        }
        if !state.built {
            let page = pages::in_place_of_home(Missing::BeingBuilt, &state.mark(), self.texts);
            return typed(StatusCode::SERVICE_UNAVAILABLE, HTML, page);
        }
        let page = pages::not_found(&self.base.address(), &state.mark(), self.texts);
        typed(StatusCode::NOT_FOUND, HTML, page)
    }

    async fn find(self: &Arc<Self>, asked: SitePath) -> io::Result<AtAddress> {
        let site = Arc::clone(self);
        off_the_workers(move || files::find(&site.root, &site.output, &asked)).await
    }

    async fn file(
        &self,
        file: SiteFile,
        state: &SiteState,
        request: &Parts,
    ) -> io::Result<Response> {
        let is_html = file.content_type == HTML;
        let content_type =
            HeaderValue::try_from(&file.content_type).expect("content types are plain words");
        let (body, length) = if is_html {
            let path = request.uri.path();
            let desk = self.desk.as_ref();
            let mark = desk.map(|desk| pages::mark(desk, path, self.texts));
            let mark = mark.unwrap_or_default();
            let page = pages::with_module(&whole(file).await?, &state.mark(), &mark);
            let length = page.len() as u64;
            (ResponseContent::Page(page.into()), length)
        } else {
            let length = file.length;
            (ResponseContent::File(file), length)
        };
        let part = match asked_range(request) {
            Some(range) => range::part(range, length),
            None => RangePart::Whole,
        };
        let (status, bytes) = match part {
            RangePart::Whole => (StatusCode::OK, 0..length),
            RangePart::Bytes(bytes) => (StatusCode::PARTIAL_CONTENT, bytes),
            RangePart::Beyond => {
                let unsatisfied = [(header::CONTENT_RANGE, format!("bytes */{length}"))];
                return Ok((StatusCode::RANGE_NOT_SATISFIABLE, unsatisfied).into_response());
            }
        };

        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, content_type);
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        headers.insert(
            header::CONTENT_LENGTH,
            HeaderValue::from(bytes.end - bytes.start),
        );
        if status == StatusCode::PARTIAL_CONTENT {
            let range = format!("bytes {}-{}/{length}", bytes.start, bytes.end - 1);
            headers.insert(
                header::CONTENT_RANGE,
                HeaderValue::try_from(range).expect("numbers are plain words"),
            );
        }
        let body = match body {
            _ if request.method == Method::HEAD => Body::empty(),
            ResponseContent::Page(page) => {
                let position = |at| {
                    usize::try_from(at).expect("a part of a page in memory has positions in memory")
                };
                Body::from(page.slice(position(bytes.start)..position(bytes.end)))
            }
            ResponseContent::File(file) => stream(file, bytes).await?,
        };
        Ok((status, headers, body).into_response())
    }
}

enum ResponseContent {
    /// Read whole, for the module is put into it.
    Page(Bytes),
    File(SiteFile),
}

/// The range that counts: of a GET alone, one header, and no `If-Range`, since we give no validator
/// to compare.
fn asked_range(request: &Parts) -> Option<&str> {
    let headers = &request.headers;
    let mut ranges = headers.get_all(header::RANGE).iter();
    let (Some(range), None) = (ranges.next(), ranges.next()) else {
        return None;
    };
    let counts = request.method == Method::GET && !headers.contains_key(header::IF_RANGE);
    counts.then(|| range.to_str().ok()).flatten()
}

/// The bytes of an open file, in chunks and no faster than they are taken.
async fn stream(file: SiteFile, bytes: std::ops::Range<u64>) -> io::Result<Body> {
    let mut file = tokio::fs::File::from_std(file.file);
    file.seek(SeekFrom::Start(bytes.start)).await?;
    let mut rest = file.take(bytes.end - bytes.start);
    let (sender, receiver) = mpsc::channel::<io::Result<Bytes>>(2);
    tokio::spawn(async move {
        loop {
            let mut chunk = Vec::with_capacity(CHUNK);
            let read = rest.read_buf(&mut chunk).await;
            let is_last = !matches!(read, Ok(1..));
            let sent = match read {
                Ok(0) => break,
                Ok(_) => sender.send(Ok(chunk.into())).await,
                Err(error) => sender.send(Err(error)).await,
            };
            if is_last || sent.is_err() {
                break;
            }
        }
    });
    Ok(Body::from_stream(ReceiverStream::new(receiver)))
}

async fn whole(file: SiteFile) -> io::Result<Vec<u8>> {
    off_the_workers(move || {
        let SiteFile {
            mut file,
            length,
            content_type: _,
        } = file;
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    })
    .await
}
