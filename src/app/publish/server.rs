//! The site on a server: who logs in, by what, and the key that the server is known by from then on.

use super::putting::{PutAsked, failed};
use super::to_place;
use crate::app::commit::{commit, options};
use crate::app::ending::Ending;
use crate::app::logging_in::{key_line, log_in, with_key_line};
use crate::app::server_login::{ServerAsker, ServerLogin};
use crate::app::terminal::Terminal;
use crate::config::{PublishBy, PublishPlace, SftpPlace};
use crate::edit::Rewrite;
use crate::source::SourcePath;
use crate::words::publishing as words;

impl ServerAsker for Terminal {
    fn secret(&self, login: &ServerLogin) -> Option<String> {
        let ServerLogin { user, host, .. } = login;
        let asks = if login.by_key {
            words::secret_key(user, host)
        } else {
            words::password(user, host)
        };
        self.ask_secret(asks.get(self.language))
    }

    fn is_server(&self, login: &ServerLogin, key: &str) -> bool {
        let asks = words::is_it_the_server(&login.host, &key);
        self.can_ask() && self.is_agreed(asks.get(self.language))
    }

    fn may_keep(&self) -> bool {
        self.is_agreed(words::KEEP_SECRET.get(self.language))
    }

    fn not_kept(&self) {
        self.tell(words::SECRET_NOT_KEPT.get(self.language));
    }
}

/// Logs in, and puts the site there.
pub(super) fn put(place: &PublishPlace, asked: &PutAsked<'_>) -> Result<(), Ending> {
    let reached = log_in(place, asked.terminal);
    let Some(reached) = reached.map_err(|fault| failed(&fault, asked.terminal))? else {
        return Ok(());
    };
    if let (Some(key), PublishBy::Sftp(server)) = (&reached.new_key, &place.how) {
        keep_key(server, key, asked)?;
    }
    to_place::put(place.name.as_str(), &*reached.target, asked)
}

/// Writes down what a server is known by, below the last line of its group.
fn keep_key(server: &SftpPlace, key: &str, asked: &PutAsked<'_>) -> Result<(), Ending> {
    let terminal = asked.terminal;
    let source = asked.builder.sources().file(server.last.file);
    let line = key_line(key, asked.study.config.language());
    let Some(text) = with_key_line(&source.text, server, &line) else {
        terminal.tell(words::write_key(&line).get(terminal.language));
        return Ok(());
    };
    let mut rewrite = Rewrite::default();
    rewrite
        .texts
        .insert(SourcePath::new("oogst.toml"), text.into());
    let options = options(asked.task.date);
    commit(asked.root, options, asked.builder, &rewrite, terminal)?;
    terminal.tell(words::key_kept(&server.host).get(terminal.language));
    Ok(())
}
