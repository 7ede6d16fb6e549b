//! Answers requests: first whether who asks may, then what was sent, and then the pages, one piece
//! of work at a time.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::{self, Request};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rayon::ThreadPool;
use tokio::sync::mpsc;

use super::answer::Answer;
use super::html::DeskHtml;
use super::options::DeskAnnouncement;
use super::pages::refusal;
use super::preview::ServedPreview;
use super::requests::{DeskRequest, FormReader, Unread};
use super::routes;
use super::security::{ENTRY, Gate, NotLetIn};
use super::sent_files::SentFiles;
use super::studied::PageGiven;
use super::work::DeskWork;
use crate::serve::answers::{HTML, off_the_workers, redirect, typed};
use crate::words::{Language, desk as words};

const STYLESHEET: &str = include_str!("client/desk.css");
const ICON: &str = include_str!("../../themes/default/assets/icon.svg");
const SCRIPT: &str = include_str!("client/desk.js");

/// The desk, as every request meets it.
pub(super) struct Desk<Work: DeskWork> {
    pub(super) gate: Gate,
    pub(super) work: Mutex<Work>,
    /// Threads for that work: those of all others may be at the preview, and a page would wait until
    /// the whole site is built.
    pub(super) threads: ThreadPool,
    pub(super) preview: Mutex<Option<ServedPreview>>,
    /// The language of refusals, which wait for no work.
    pub(super) language: Mutex<Language>,
    pub(super) forms: FormReader,
    /// Files that were sent to be taken over.
    pub(super) sent: SentFiles,
    pub(super) tell: mpsc::UnboundedSender<DeskAnnouncement>,
}

/// What answers every request.
pub(super) async fn answer<Work: DeskWork>(
    extract::State(desk): extract::State<Arc<Desk<Work>>>,
    request: Request,
) -> Response {
    let (request, body) = request.into_parts();
    let mut response = desk.answered(&request, body).await;
    let policy = policy(desk.preview_origin().as_deref());
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // With no referrer at all browsers would send `Origin: null` with our own forms.
        (header::REFERRER_POLICY, "same-origin"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // An answer may have a stricter one of its own.
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers
            .entry(header::CONTENT_SECURITY_POLICY)
            .or_insert(policy);
    }
    response
}

/// What a page of the desk may do: nothing but what is its own, and the preview in a frame.
fn policy(preview: Option<&str>) -> String {
    let frame = preview.unwrap_or("'none'");
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; \
         frame-src {frame}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
}

impl<Work: DeskWork> Desk<Work> {
    async fn answered(self: &Arc<Self>, request: &Parts, body: Body) -> Response {
        if let Err(refused) = self.gate.admit(request) {
            return self.refused(refused);
        }
        // They tell nothing, and the page that refuses needs them.
        match request.uri.path() {
            "/desk.css" => return typed(StatusCode::OK, "text/css; charset=utf-8", STYLESHEET),
            "/icon.svg" => return typed(StatusCode::OK, "image/svg+xml", ICON),
            _ => {}
        }
        let Some(mut asked) = DeskRequest::read(request) else {
            return page(
                StatusCode::BAD_REQUEST,
                &refusal::page(words::BAD_ADDRESS, words::BACK_TO_START, self.language()),
            );
        };
        if request.method == Method::GET
            && asked.path.is_empty()
            && let Some(word) = asked.query.first(ENTRY)
        {
            return self.let_in(word);
        }
        if let Err(refused) = self.gate.check(request) {
            return self.refused(refused);
        }
        if request.uri.path() == "/desk.js" {
            return typed(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT);
        }
        if request.method == Method::POST {
            match self.forms.read(request, body).await {
                Ok(sent) if self.gate.is_of_this_run(&sent.posted) => {
                    asked.form = Some(sent.posted);
                    asked.files = sent.files;
                }
                Ok(_) => return self.refused(NotLetIn::ForeignPage),
                Err(unread) => return self.unread(unread),
            }
        }
        self.page_of(asked).await
    }

    /// Makes the page where it keeps nobody waiting.
    async fn page_of(self: &Arc<Self>, asked: DeskRequest) -> Response {
        let desk = Arc::clone(self);
        let made = off_the_workers(move || Ok(desk.made(&asked))).await;
        match made {
            Ok(answer) => response(answer),
            Err(_) => page(
                StatusCode::INTERNAL_SERVER_ERROR,
                &refusal::page(words::PAGE_FAILED, words::PAGE_FAILED_WAY, self.language()),
            ),
        }
    }

    fn made(&self, asked: &DeskRequest) -> Answer {
        let mut work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        let before = work.folder().map(ToOwned::to_owned);
        let preview = self.preview_origin();
        let given = PageGiven {
            token: self.gate.token(),
            preview: preview.as_deref(),
            sent: &self.sent,
        };
        let worker = &mut *work;
        let answer = self
            .threads
            .install(|| routes::answer(worker, asked, given));
        self.speak(work.language());
        if work.folder() != before.as_deref() || !self.is_served_at(work.base_path()) {
            self.new_preview(&mut work);
        }
        answer
    }

    /// Serves the preview of the report that is open.
    pub(super) fn begin_preview(&mut self) {
        let mut work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        self.new_preview(&mut work);
    }

    fn new_preview(&self, work: &mut Work) {
        let mut preview = self.preview.lock().unwrap_or_else(PoisonError::into_inner);
        // The old one lets go of its port first.
        *preview = None;
        let Some((mut options, builds)) = work.preview() else {
            return;
        };
        options.desk = Some(self.gate.origin());
        // The desk does without one; its pages say so.
        *preview = ServedPreview::start(options, builds, self.tell.clone()).ok();
    }

    /// Whether the preview is served below this path, where there is one and the path is known.
    fn is_served_at(&self, path: Option<&str>) -> bool {
        let preview = self.preview.lock().unwrap_or_else(PoisonError::into_inner);
        let served = preview.as_ref().zip(path);
        served.is_none_or(|(preview, path)| preview.base_path == path)
    }

    fn preview_origin(&self) -> Option<String> {
        let preview = self.preview.lock().unwrap_or_else(PoisonError::into_inner);
        preview.as_ref().map(|preview| preview.origin.clone())
    }

    fn language(&self) -> Language {
        *self.language.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn speak(&self, language: Language) {
        *self.language.lock().unwrap_or_else(PoisonError::into_inner) = language;
    }

    /// Lets a browser in that has the one-time word. The first page comes by a step of the page's
    /// own: a browser that was led here by another program sends the cookie only then.
    fn let_in(&self, word: &str) -> Response {
        match self.gate.enter(word) {
            Ok(Some(cookie)) => {
                let entered = page(StatusCode::OK, &refusal::entered(self.language()));
                ([(header::SET_COOKIE, cookie)], entered).into_response()
            }
            Ok(None) => self.refused(NotLetIn::NoSession),
            Err(_) => page(
                StatusCode::INTERNAL_SERVER_ERROR,
                &refusal::page(words::PAGE_FAILED, words::PAGE_FAILED_WAY, self.language()),
            ),
        }
    }

    fn refused(&self, refused: NotLetIn) -> Response {
        let (status, what, way) = match refused {
            NotLetIn::ForeignHost => (
                StatusCode::FORBIDDEN,
                words::FOREIGN_HOST,
                words::USE_TOLD_ADDRESS,
            ),
            NotLetIn::NoSession => {
                if let Some(address) = self.gate.untold_entry() {
                    // The desk may be closed by now, and then nobody minds.
                    let _ = self.tell.send(DeskAnnouncement::Again { address });
                }
                (
                    StatusCode::FORBIDDEN,
                    words::NO_SESSION,
                    words::NEW_ADDRESS_TOLD,
                )
            }
            NotLetIn::ForeignPage => (
                StatusCode::FORBIDDEN,
                words::FOREIGN_PAGE,
                words::OPEN_PAGE_AGAIN,
            ),
            NotLetIn::Method => (
                StatusCode::METHOD_NOT_ALLOWED,
                words::BAD_METHOD,
                words::BACK_TO_START,
            ),
        };
        page(status, &refusal::page(what, way, self.language()))
    }

    fn unread(&self, unread: Unread) -> Response {
        let (status, what, way) = match unread {
            Unread::Type => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                words::NO_FORM,
                words::BACK_TO_START,
            ),
            Unread::Size => (
                StatusCode::PAYLOAD_TOO_LARGE,
                words::FORM_TOO_LARGE,
                words::FORM_TOO_LARGE_WAY,
            ),
            Unread::Broken => (
                StatusCode::REQUEST_TIMEOUT,
                words::FORM_BROKEN,
                words::FORM_BROKEN_WAY,
            ),
        };
        page(status, &refusal::page(what, way, self.language()))
    }
}

/// An answer as HTTP has it.
fn response(answer: Answer) -> Response {
    match answer {
        Answer::Page(status, html) => page(status, &html),
        Answer::To(address) => redirect(StatusCode::SEE_OTHER, address),
        Answer::Frame(whole) => typed(StatusCode::OK, HTML, whole),
        Answer::Picture(bytes) => typed(StatusCode::OK, "image/jpeg", bytes),
        Answer::Values(values) => typed(StatusCode::OK, "application/json", values),
    }
}

fn page(status: StatusCode, html: &DeskHtml) -> Response {
    typed(status, HTML, html.as_str().to_owned())
}
