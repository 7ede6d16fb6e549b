//! [`WebClient`]: asks one server, by `https` (or on this machine by `http`). It never follows where
//! an answer leads on to, so that nobody else is told who asks, and keeps no cookies.

use std::io::{self, ErrorKind, Read};
use std::time::Duration;

use ureq::http::request::Builder;
use ureq::http::{HeaderMap, Request};
use ureq::{Agent, Body, Error, SendBody};
use url::Url;

use super::fault::WebFault;

/// A server that says nothing for so long is not there.
const PATIENCE: Duration = Duration::from_mins(1);

/// No line to a server is slower, in bytes a second.
const SLOWEST: u64 = 4_000;

/// So much is read of an answer that only says how it went.
const SAID: u64 = 64_000;

/// Asks one server, several questions at a time.
pub(in crate::publish) struct WebClient {
    agent: Agent,
}

/// A question.
pub(in crate::publish) struct WebQuestion<'a> {
    /// The verb, such as `PUT`.
    pub(in crate::publish) method: &'static str,
    pub(in crate::publish) url: Url,
    pub(in crate::publish) headers: Vec<(&'static str, String)>,
    /// What is sent along, and how many bytes that is.
    pub(in crate::publish) sent: Option<(&'a mut dyn Read, u64)>,
    /// The most that is read of what comes back where it went well.
    pub(in crate::publish) most: u64,
}

/// An answer.
#[derive(Debug)]
pub(in crate::publish) struct WebAnswer {
    /// Its number (RFC 9110, section 15).
    pub(in crate::publish) status: u16,
    pub(in crate::publish) headers: HeaderMap,
    pub(in crate::publish) bytes: Vec<u8>,
}

impl<'a> WebQuestion<'a> {
    /// A question that sends nothing along, and is answered by how it went.
    pub(in crate::publish) fn new(method: &'static str, url: Url) -> Self {
        Self {
            method,
            url,
            headers: Vec::new(),
            sent: None,
            most: SAID,
        }
    }

    pub(in crate::publish) fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(in crate::publish) fn sends(mut self, bytes: &'a mut dyn Read, size: u64) -> Self {
        self.sent = Some((bytes, size));
        self
    }

    pub(in crate::publish) fn up_to(mut self, most: u64) -> Self {
        self.most = most;
        self
    }
}

impl WebAnswer {
    pub(in crate::publish) fn went_well(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// A header as text; nothing where there is none.
    pub(in crate::publish) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

impl WebClient {
    /// What asks the server at an address, so many questions at a time.
    pub(in crate::publish) fn new(server: &Url, at_once: usize) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_redirects(0)
            .max_response_header_size(64 * 1_024)
            .max_idle_connections_per_host(at_once)
            // Servers close what is idle sooner or later: most keep it for five seconds.
            .max_idle_age(Duration::from_secs(4))
            .timeout_connect(Some(PATIENCE))
            .timeout_per_read(Some(PATIENCE))
            .timeout_per_write(Some(PATIENCE))
            .timeout_recv_response(Some(PATIENCE))
            .user_agent(concat!("oogst/", env!("CARGO_PKG_VERSION")));
        // What stands between this machine and others does not reach this machine itself.
        let config = if server.scheme() == "https" {
            config
        } else {
            config.proxy(None)
        };
        Self {
            agent: config.build().new_agent(),
        }
    }

    /// Asks, and waits for the answer. What changes nothing by being asked twice is asked again where
    /// the connection was closed: a server may close one that was open for the next question.
    pub(in crate::publish) fn ask(
        &self,
        mut question: WebQuestion<'_>,
    ) -> Result<WebAnswer, WebFault> {
        let is_repeatable =
            question.sent.is_none() && ["GET", "HEAD", "DELETE"].contains(&question.method);
        match self.ask_once(&mut question) {
            Err(fault) if is_repeatable && fault.is_cut() => self.ask_once(&mut question),
            answer => answer,
        }
    }

    fn ask_once(&self, question: &mut WebQuestion<'_>) -> Result<WebAnswer, WebFault> {
        let most = question.most;
        let mut request = Request::builder()
            .method(question.method)
            .uri(question.url.as_str());
        for (name, value) in &question.headers {
            request = request.header(*name, value);
        }
        match &mut question.sent {
            Some((bytes, size)) => {
                let size = *size;
                let request = request.header("Content-Length", size.to_string());
                self.run(request, SendBody::from_reader(*bytes), size, most)
            }
            None => self.run(request, SendBody::none(), 0, most),
        }
    }

    fn run(
        &self,
        request: Builder,
        body: SendBody<'_>,
        size: u64,
        most: u64,
    ) -> Result<WebAnswer, WebFault> {
        let request = request.body(body).map_err(Error::Http)?;
        let patience = |bytes: u64| PATIENCE + Duration::from_secs(bytes / SLOWEST);
        let request = self
            .agent
            .configure_request(request)
            .timeout_send_body(Some(patience(size)))
            .timeout_recv_body(Some(patience(most)))
            .build();
        let (parts, body) = self.agent.run(request)?.into_parts();
        let status = parts.status.as_u16();
        let answer = WebAnswer {
            status,
            headers: parts.headers,
            bytes: read(body, most, parts.status.is_success())?,
        };
        Ok(answer)
    }
}

/// What comes with an answer. Of one that says what went wrong, the start is enough.
fn read(body: Body, most: u64, is_whole: bool) -> io::Result<Vec<u8>> {
    let most = if is_whole { most } else { most.min(SAID) };
    let mut bytes = Vec::new();
    let mut reader = body.into_with_config().limit(u64::MAX).reader();
    (&mut reader).take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 <= most {
        return Ok(bytes);
    }
    if is_whole {
        return Err(ErrorKind::FileTooLarge.into());
    }
    bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(bytes)
}
