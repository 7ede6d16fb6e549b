//! The site on a server: who logs in, by what, and the key that the server is known by from then on.

use super::putting::{PutAsked, failed};
use super::to_place;
use crate::app::commit::{commit, options};
use crate::app::ending::Ending;
use crate::app::placing::{ServerAsker, key_line, log_in, with_key_line};
use crate::app::terminal::Terminal;
use crate::config::{PublishPlace, SftpPlace};
use crate::edit::Rewrite;
use crate::source::SourcePath;
use crate::words::publishing as words;

impl ServerAsker for Terminal {
    fn secret(&self, server: &SftpPlace) -> Option<String> {
        let asks = words::password(&server.user, &server.host);
        self.ask_secret(asks.get(self.language))
    }

    fn is_server(&self, server: &SftpPlace, key: &str) -> bool {
        let asks = words::is_it_the_server(&server.host, &key);
        self.can_ask() && self.is_agreed(asks.get(self.language))
    }
}

/// Logs in, and puts the site there.
pub(super) fn put(
    place: &PublishPlace,
    server: &SftpPlace,
    asked: &PutAsked<'_>,
) -> Result<(), Ending> {
    let terminal = asked.terminal;
    let name = place.name.as_str();
    let connected = log_in(name, server, terminal);
    let (target, key) = connected.map_err(|fault| failed(&fault, terminal))?;
    if server.host_key.is_none() {
        keep_key(server, &key, asked)?;
    }
    to_place::put(name, &target, asked)
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
