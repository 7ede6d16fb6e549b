//! What the open pages are told. In goes each [`Rebuilt`], out go server-sent events: `reload` when
//! the pages changed, `problems` with what is wrong, `fine` when nothing is.
//!
//! Every page carries the mark of the state it was read in, and sends it along when it listens. So
//! a page that was loaded just before a build, that slept in a hidden tab, or that is of an earlier
//! run of the program is told to reload as soon as it listens, and no event needs to be kept for
//! anyone.

use std::convert::Infallible;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tokio::sync::{OwnedSemaphorePermit, mpsc, watch};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::ReceiverStream;

use super::building::{OverlayPlace, OverlayProblem, Rebuilt};
use crate::words::Language;
use crate::words::serving::ServeTexts;

/// More would only be scrolled past, and the terminal has them all.
const SHOWN: usize = 50;

/// How long a browser waits before it listens again after the server went away.
const RETRY: Duration = Duration::from_millis(500);

/// The state of the site as open pages should know it.
#[derive(Debug, Clone)]
pub(super) struct SiteState {
    /// Differs from one run of the program to the next, for a restart is a reason to reload too.
    run: u64,
    /// How often the pages changed in this run.
    turn: u64,
    /// The overlay as JSON, while there is something wrong.
    overlay: Option<Arc<str>>,
    /// Whether a build has ended, well or not.
    pub(super) built: bool,
}

impl SiteState {
    /// The mark of this state, safe within an attribute and an address.
    pub(super) fn mark(&self) -> String {
        self.to_string()
    }

    /// Whether something is wrong.
    pub(super) fn is_wrong(&self) -> bool {
        self.overlay.is_some()
    }

    /// What a page that was read at `seen` should be told now.
    fn event(&self, seen: &str) -> Event {
        if seen != self.mark() {
            return Event::default().event("reload").data(self.mark());
        }
        match &self.overlay {
            Some(overlay) => Event::default().event("problems").data(overlay),
            // An event without data is not delivered.
            None => Event::default().event("fine").data("fine"),
        }
    }
}

impl fmt::Display for SiteState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.run, self.turn)
    }
}

/// Where what was built becomes what is told.
#[derive(Debug)]
pub(super) struct Broadcast {
    state: watch::Sender<SiteState>,
    texts: ServeTexts,
}

impl Broadcast {
    pub(super) fn new(language: Language) -> Self {
        // The hasher's random keys are the plainest source of a number that no other run has.
        let run = RandomState::new().hash_one("run");
        let state = SiteState {
            run,
            turn: 0,
            overlay: None,
            built: false,
        };
        Self {
            state: watch::Sender::new(state),
            texts: ServeTexts::of(language),
        }
    }

    pub(super) fn listen(&self) -> watch::Receiver<SiteState> {
        self.state.subscribe()
    }

    pub(super) fn tell(&self, built: &Rebuilt) {
        let overlay = overlay(built, self.texts).map(Arc::from);
        self.state.send_modify(|state| {
            state.built = true;
            state.overlay = overlay;
            if let Rebuilt::Fresh { changed: true } = built {
                state.turn += 1;
            }
        });
    }
}

/// The events for one page, read at `seen`, from now until it goes away and leaves its place to
/// another.
pub(super) fn events(
    mut state: watch::Receiver<SiteState>,
    seen: String,
    place: OwnedSemaphorePermit,
) -> Response {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        loop {
            let event = state.borrow_and_update().event(&seen).retry(RETRY);
            if sender.send(event).await.is_err() {
                break;
            }
            tokio::select! {
                () = sender.closed() => break,
                changed = state.changed() => if changed.is_err() { break },
            }
        }
        drop(place);
    });
    let stream = ReceiverStream::new(receiver).map(Ok::<_, Infallible>);
    Sse::new(stream)
        .keep_alive(KeepAlive::default())
        .into_response()
}

/// All that the overlay shows, in words, so that the module in the browser knows no language.
#[derive(Debug, Serialize)]
struct Overlay<'a> {
    language: &'static str,
    heading: String,
    note: &'static str,
    close: &'static str,
    problems: Vec<Shown<'a>>,
    more: Option<String>,
}

#[derive(Debug, Serialize)]
struct Shown<'a> {
    title: &'a str,
    code: Option<&'a str>,
    place: Option<String>,
    excerpt: Option<&'a str>,
    help: Option<&'a str>,
}

fn overlay(built: &Rebuilt, texts: ServeTexts) -> Option<String> {
    let (heading, note, problems, count) = match built {
        Rebuilt::Fresh { changed: _ } => return None,
        Rebuilt::Failed { problems } => {
            let shown: Vec<Shown<'_>> = problems.iter().take(SHOWN).map(shown).collect();
            (
                texts.mistakes(problems.len()),
                texts.mistakes_note(),
                shown,
                problems.len(),
            )
        }
        Rebuilt::Broken(reason) => (
            texts.broken().to_owned(),
            texts.broken_note(),
            vec![of_machine(reason)],
            1,
        ),
        Rebuilt::Waiting(reason) => (
            texts.waiting().to_owned(),
            texts.waiting_note(),
            vec![of_machine(reason)],
            1,
        ),
    };
    let more = count
        .checked_sub(problems.len())
        .filter(|&more| more > 0)
        .map(|more| texts.more(more));
    let overlay = Overlay {
        language: texts.tag(),
        heading,
        note,
        close: texts.close(),
        problems,
        more,
    };
    Some(serde_json::to_string(&overlay).expect("plain values always become JSON"))
}

/// What is wrong with no text.
fn of_machine(reason: &str) -> Shown<'_> {
    Shown {
        title: reason,
        code: None,
        place: None,
        excerpt: None,
        help: None,
    }
}

fn shown(problem: &OverlayProblem) -> Shown<'_> {
    let OverlayProblem {
        title,
        code,
        place,
        excerpt,
        help,
    } = problem;
    Shown {
        title,
        code: Some(code),
        place: place
            .as_ref()
            .map(|OverlayPlace { file, line, column }| format!("{file}:{line}:{column}")),
        excerpt: excerpt.as_deref(),
        help: help.as_deref(),
    }
}
