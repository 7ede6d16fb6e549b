//! The site on a server: who logs in, by what, and the key that the server is known by from then on.

use super::putting::{PutAsked, failed};
use super::secret::{PlaceSecret, with_secret};
use super::to_place;
use crate::app::commit::{commit, options};
use crate::app::ending::{Ending, ssh_keys};
use url::Url;

use crate::config::{HOST_KEY, PublishBy, PublishPlace, SftpPlace};
use crate::edit::Rewrite;
use crate::publish::{PublishFault, S3Target, SftpAccess, SftpTarget, WebdavTarget, connect};
use crate::source::SourcePath;
use crate::words::publishing as words;

/// Logs in, and puts the site there.
pub(super) fn put(place: &PublishPlace, asked: &PutAsked<'_>) -> Result<(), Ending> {
    let terminal = asked.terminal;
    let name = place.name.as_str();
    let failed = |fault| failed(&fault, terminal);
    let host = |url: &Url| url.host_str().unwrap_or_default().to_owned();
    match &place.how {
        PublishBy::Zip { .. } | PublishBy::Folder { .. } => Ok(()),
        PublishBy::Sftp(server) => {
            let (target, key) = by_sftp(name, server, asked).map_err(failed)?;
            if server.host_key.is_none() {
                keep_key(server, &key, asked)?;
            }
            to_place::put(name, &target, asked)
        }
        PublishBy::Webdav(server) => {
            let host = host(&server.url);
            let secret = PlaceSecret {
                place: name,
                of: format!("webdav://{}@{host}", server.user),
                question: words::password(&server.user, &host),
                terminal,
            };
            let target = with_secret(&secret, |secret| WebdavTarget::log_in(server, secret));
            to_place::put(name, &target.map_err(failed)?, asked)
        }
        PublishBy::S3(server) => {
            let host = host(&server.endpoint);
            let secret = PlaceSecret {
                place: name,
                of: format!("s3://{}@{host}", server.user),
                question: words::secret_key(&server.user, &host),
                terminal,
            };
            let target = with_secret(&secret, |secret| S3Target::log_in(server, secret));
            to_place::put(name, &target.map_err(failed)?, asked)
        }
    }
}

fn by_sftp(
    name: &str,
    server: &SftpPlace,
    asked: &PutAsked<'_>,
) -> Result<(SftpTarget, String), PublishFault> {
    let terminal = asked.terminal;
    let language = terminal.language;
    let secret = PlaceSecret {
        place: name,
        of: format!("sftp://{}@{}:{}", server.user, server.host, server.port),
        question: words::password(&server.user, &server.host),
        terminal,
    };
    let is_server = |key: &str| {
        let asks = words::is_it_the_server(&server.host, &key);
        terminal.can_ask() && terminal.is_agreed(asks.get(language))
    };
    with_secret(&secret, |secret| {
        connect(
            server,
            &SftpAccess {
                keys: ssh_keys(),
                has_agent: true,
                secret,
                is_server: &is_server,
            },
        )
    })
}

/// Writes down what a server is known by, below the last line of its group.
fn keep_key(server: &SftpPlace, key: &str, asked: &PutAsked<'_>) -> Result<(), Ending> {
    let terminal = asked.terminal;
    let source = asked.builder.sources().file(server.last.file);
    let text: &str = &source.text;
    let last = server.last.range().end;
    let end = text[last..].find('\n').map_or(text.len(), |end| last + end);
    let rest = text[last..end].trim();
    let name = HOST_KEY.name.get(asked.study.config.language());
    let line = format!("{name} = \"{key}\"");
    // A group between braces has no lines of its own.
    if !rest.is_empty() && !rest.starts_with('#') {
        terminal.tell(words::write_key(&line).get(terminal.language));
        return Ok(());
    }
    let mut rewrite = Rewrite::default();
    let end_of_line = if text[..end].ends_with('\r') {
        "\r\n"
    } else {
        "\n"
    };
    let at = end - usize::from(text[..end].ends_with('\r'));
    let text = format!("{}{end_of_line}{line}{}", &text[..at], &text[at..]);
    rewrite
        .texts
        .insert(SourcePath::new("oogst.toml"), text.into());
    let options = options(asked.task.date);
    commit(asked.root, options, asked.builder, &rewrite, terminal)?;
    terminal.tell(words::key_kept(&server.host).get(terminal.language));
    Ok(())
}
