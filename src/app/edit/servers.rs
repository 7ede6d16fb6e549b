//! Who logs in, by what, and the key that a server is known by.

use std::cell::Cell;

use super::bench::Bench;
use crate::app::logging_in::{ReachedServer, key_line, log_in, with_key_line};
use crate::app::server_login::{ServerAsker, ServerLogin};
use crate::config::{PublishBy, PublishPlace};
use crate::desk::{DeskWork as _, PlaceAnswers, PlaceProblem};
use crate::diagnostic::any_error;
use crate::edit::Rewrite;
use crate::publish::PublishFault;
use crate::source::SourcePath;

/// Answers as they were given in a form.
struct Answered<'a> {
    secret: Option<&'a str>,
    server_key: Option<&'a str>,
    was_asked: Cell<bool>,
}

impl ServerAsker for Answered<'_> {
    fn secret(&self, _: &ServerLogin) -> Option<String> {
        self.was_asked.set(true);
        self.secret.map(ToOwned::to_owned)
    }

    fn is_server(&self, _: &ServerLogin, key: &str) -> bool {
        self.server_key == Some(key)
    }

    // It is known until the report is closed, and nobody asked for more.
    fn may_keep(&self) -> bool {
        false
    }

    fn not_kept(&self) {}
}

impl Bench {
    /// Logs in to the server of a place, where it is one. A secret that lets somebody in is known
    /// for as long as the report is open.
    pub(super) fn logged_in(
        &mut self,
        place: &PublishPlace,
        answers: &PlaceAnswers,
    ) -> Result<Option<ReachedServer>, PlaceProblem> {
        let Some(login) = ServerLogin::at(place) else {
            return Ok(None);
        };
        let secrets = &mut self.opened()?.places.secrets;
        let known = secrets.get(&login.of).cloned();
        let secret = answers.secret.clone().or(known);
        let asker = Answered {
            secret: secret.as_deref(),
            server_key: answers.server_key.as_deref(),
            was_asked: Cell::new(false),
        };
        let reached = log_in(place, &asker);
        let was_asked = asker.was_asked.get();
        match (reached, secret) {
            (Ok(reached), Some(secret)) if was_asked => {
                secrets.insert(login.of, secret);
                Ok(reached)
            }
            (Err(PublishFault::NoAccess { user, host }), secret) if was_asked => {
                secrets.remove(&login.of);
                Err(PlaceProblem::Secret {
                    user,
                    host,
                    was_wrong: secret.is_some(),
                })
            }
            (reached, _) => Ok(reached?),
        }
    }

    /// Writes down what a server is known by; gives the line where only a person can.
    pub(super) fn keep_key(
        &mut self,
        name: &str,
        key: &str,
    ) -> Result<Option<String>, PlaceProblem> {
        let place = self.place(name)?;
        let PublishBy::Sftp(server) = place.how else {
            return Ok(None);
        };
        let line = key_line(key, self.spoken());
        let sources = self.opened()?.builder.sources();
        let text = &sources.file(server.last.file).text;
        let Some(text) = with_key_line(text, &server, &line) else {
            return Ok(Some(line));
        };
        let mut rewrite = Rewrite::default();
        rewrite
            .texts
            .insert(SourcePath::new("oogst.toml"), text.into());
        if any_error(&self.try_out(&rewrite)?.diagnostics) {
            return Ok(Some(line));
        }
        self.save(&rewrite, &line)?;
        Ok(None)
    }
}
