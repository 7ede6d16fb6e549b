//! Asks one address: first for its head alone, then for the start of the page; and where it leads on,
//! the next.

use std::io::{ErrorKind, Read as _};
use std::net::IpAddr;
use std::time::Duration;

use ureq::http::{Response, Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error};
use url::Url;

use super::fate::{LinkFate, MayAsk};

/// So long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// So often an address may lead on to another.
const REDIRECTS: usize = 5;

/// So much of a page is read.
const READ: u64 = 1_000;

/// What asks. It follows nothing by itself, keeps no cookies, and knows of no proxy: that would look
/// the names up itself.
pub(super) fn agent(may_ask: MayAsk) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_idle_connections(0)
        .max_response_header_size(64 * 1_024)
        .proxy(None)
        .timeout_global(Some(PATIENCE))
        .user_agent(concat!("oogst/", env!("CARGO_PKG_VERSION")))
        .build();
    Agent::with_parts(config, DefaultConnector::default(), JudgedNames { may_ask })
}

/// Looks names up, and gives an address only where all that a name has may be asked.
#[derive(Debug)]
struct JudgedNames {
    may_ask: MayAsk,
}

impl Resolver for JudgedNames {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default()
            .resolve(uri, config, timeout)
            .map_err(|error| match error {
                // A name that is not known comes as an error of the system without a kind.
                Error::Io(_) => Error::HostNotFound,
                other => other,
            })?;
        let may_ask = |address: IpAddr| (self.may_ask)(address);
        if found.iter().all(|address| may_ask(address.ip())) {
            Ok(found)
        } else {
            Err(Error::Io(ErrorKind::PermissionDenied.into()))
        }
    }
}

/// What is known after one question.
enum LinkStep {
    Known(LinkFate),
    /// It leads on to this address.
    On(Url),
}

/// What became of a link.
pub(super) fn ask(agent: &Agent, url: &str) -> LinkFate {
    let Some(mut at) = Url::parse(url).ok().and_then(asked) else {
        return LinkFate::Failed;
    };
    for _ in 0..=REDIRECTS {
        match step(agent, &at) {
            LinkStep::Known(fate) => return fate,
            LinkStep::On(next) => at = next,
        }
    }
    LinkFate::Endless
}

/// An address as it is asked: of the web, without a name and password, without its fragment.
fn asked(mut url: Url) -> Option<Url> {
    let is_web = matches!(url.scheme(), "http" | "https");
    if !is_web || !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    url.set_fragment(None);
    Some(url)
}

fn step(agent: &Agent, at: &Url) -> LinkStep {
    let head = agent.head(at.as_str()).call();
    match &head {
        Ok(response) if response.status().is_success() => return LinkStep::Known(LinkFate::Works),
        Ok(response) if response.status().is_redirection() => return redirect(at, response),
        Err(error) if is_final(error) => return LinkStep::Known(fate_of(error)),
        // Some sites answer a question for the head alone in their own way.
        _ => {}
    }
    match agent.get(at.as_str()).call() {
        Ok(response) if response.status().is_redirection() => redirect(at, &response),
        Ok(mut response) => {
            let mut start = Vec::new();
            let _ = response
                .body_mut()
                .as_reader()
                .take(READ)
                .read_to_end(&mut start);
            LinkStep::Known(match response.status().as_u16() {
                200..=299 => LinkFate::Works,
                code @ (404 | 410) => LinkFate::Gone(code),
                code => LinkFate::Answer(code),
            })
        }
        Err(error) => LinkStep::Known(fate_of(&error)),
    }
}

/// Where an answer leads on to.
fn redirect(at: &Url, response: &Response<Body>) -> LinkStep {
    let location = response.headers().get(header::LOCATION);
    let next = location
        .and_then(|location| location.to_str().ok())
        .and_then(|location| at.join(location).ok())
        .and_then(asked);
    match next {
        Some(next) => LinkStep::On(next),
        None => LinkStep::Known(LinkFate::Answer(response.status().as_u16())),
    }
}

/// Whether asking in another way would not help.
fn is_final(error: &Error) -> bool {
    !matches!(fate_of(error), LinkFate::Failed)
}

fn fate_of(error: &Error) -> LinkFate {
    match error {
        Error::HostNotFound => LinkFate::NoSite,
        Error::Timeout(_) => LinkFate::TooSlow,
        Error::Io(error) if error.kind() == ErrorKind::PermissionDenied => LinkFate::Private,
        _ => LinkFate::Failed,
    }
}
