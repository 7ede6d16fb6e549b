//! [`WebdavTarget`]: a folder on a server that speaks WebDAV. A file takes another's place by `MOVE`
//! (RFC 4918, section 9.9), and so does the lock, which takes nobody's.

use std::io::{self, ErrorKind, Read};
use std::time::Duration;

use url::Url;

use super::listing::{ASKED, entries};
use super::login::{authorization, refusal};
use crate::config::WebdavPlace;
use crate::encode;
use crate::error::ServerAnswer;
use crate::publish::fault::PublishFault;
use crate::publish::kept::NEW;
use crate::publish::target::{PublishTarget, TargetEntry};
use crate::publish::web::{WebAnswer, WebClient, WebFault, WebQuestion, refused};

/// Servers that keep files in a database do not do many things at the same time.
const AT_ONCE: usize = 6;

/// How often is asked again for a file that is refused, and how long between.
const READ_AGAIN: usize = 5;
const PAUSE: Duration = Duration::from_millis(100);

/// No list of a folder is larger.
const LARGEST: u64 = 100_000_000;

/// A folder on a server that somebody logged in to.
pub struct WebdavTarget {
    client: WebClient,
    /// The address of the folder, which ends in a slash.
    folder: Url,
    authorization: Option<String>,
}

impl WebdavTarget {
    /// Logs in, by a password where there is one.
    ///
    /// # Errors
    /// When there is no such server, it lets nobody in, or it is something else.
    pub fn log_in(
        place: &WebdavPlace,
        secret: &dyn Fn() -> Option<String>,
    ) -> Result<Self, PublishFault> {
        let target = Self {
            client: WebClient::new(&place.url, AT_ONCE),
            folder: place.url.clone(),
            authorization: secret().map(|secret| authorization(&place.user, &secret)),
        };
        let host = place.url.host_str().unwrap_or_default();
        let answer = target
            .look(&place.url, "0")
            .map_err(|fault| fault.of_host(host))?;
        match answer.status {
            // It is made where there is none.
            207 | 404 => Ok(target),
            _ => Err(refusal(place, &answer)),
        }
    }

    /// The address of a file below the folder.
    fn file(&self, path: &str) -> Url {
        let mut url = self.folder.clone();
        url.set_path(&format!("{}{}", self.folder.path(), encode::path(path)));
        url
    }

    /// The address of a folder below it, or of the folder itself.
    fn folder(&self, path: &str) -> Url {
        if path.is_empty() {
            return self.folder.clone();
        }
        self.file(&format!("{path}/"))
    }

    fn question<'a>(&self, method: &'static str, url: Url) -> WebQuestion<'a> {
        let question = WebQuestion::new(method, url);
        match &self.authorization {
            Some(authorization) => question.with("Authorization", authorization.clone()),
            None => question,
        }
    }

    /// What stands at an address, and with depth 1 in it.
    fn look(&self, url: &Url, depth: &str) -> Result<WebAnswer, WebFault> {
        let ask = || {
            let mut asked = ASKED.as_bytes();
            let question = self
                .question("PROPFIND", url.clone())
                .with("Depth", depth.to_owned())
                .with("Content-Type", "application/xml; charset=utf-8".to_owned())
                .sends(&mut asked, ASKED.len() as u64)
                .up_to(LARGEST);
            self.client.ask(question)
        };
        match ask() {
            Err(fault) if fault.is_cut() => ask(),
            answer => answer,
        }
    }

    fn ask(&self, question: WebQuestion<'_>) -> io::Result<WebAnswer> {
        Ok(self.client.ask(question)?)
    }

    fn put(&self, path: &str, bytes: &mut dyn Read, size: u64) -> io::Result<()> {
        let question = self.question("PUT", self.file(path)).sends(bytes, size);
        let answer = self.ask(question)?;
        match answer.status {
            // There is no folder to put it in.
            409 => Err(ErrorKind::NotFound.into()),
            _ => done(&answer),
        }
    }

    fn rename(&self, from: &str, to: &str, overwrite: &str) -> io::Result<WebAnswer> {
        let question = self
            .question("MOVE", self.file(from))
            .with("Destination", self.file(to).into())
            .with("Overwrite", overwrite.to_owned());
        self.ask(question)
    }
}

/// Whether something was done. An answer that tells of parts tells of those that were not (RFC 4918,
/// section 13).
fn done(answer: &WebAnswer) -> io::Result<()> {
    match answer.status {
        207 => Err(io::Error::other(ServerAnswer::Number(207))),
        _ if answer.went_well() => Ok(()),
        status => Err(refused(status)),
    }
}

impl PublishTarget for WebdavTarget {
    fn shown(&self) -> String {
        self.folder.to_string()
    }

    fn at_once(&self) -> usize {
        AT_ONCE
    }

    fn read(&self, path: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        let mut again = 0..READ_AGAIN;
        loop {
            let question = self
                .question("GET", self.file(path))
                .with("Cache-Control", "no-cache".to_owned());
            let answer = self.ask(question.up_to(most))?;
            match answer.status {
                404 => return Ok(None),
                200 => return Ok(Some(answer.bytes)),
                // So Apache answers for what goes or moves while it looks.
                403 if again.next().is_some() => std::thread::sleep(PAUSE),
                status => return Err(refused(status)),
            }
        }
    }

    fn write_new(&self, path: &str, bytes: &mut dyn Read, size: u64) -> io::Result<()> {
        self.put(path, bytes, size)
    }

    fn claim(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        // Of a name that no other run gives, for what it holds is of one run alone.
        let own = &blake3::hash(bytes).to_hex()[..16];
        let beside = format!("{path}.{own}{NEW}");
        self.put(&beside, &mut &bytes[..], bytes.len() as u64)?;
        let answer = self.rename(&beside, path, "F")?;
        match answer.status {
            // Whoever had it meanwhile took this one for what a run left.
            404 | 409 => Err(ErrorKind::AlreadyExists.into()),
            412 => {
                self.remove(&beside)?;
                Err(ErrorKind::AlreadyExists.into())
            }
            _ => done(&answer),
        }
    }

    fn rename_over(&self, from: &str, to: &str) -> io::Result<()> {
        done(&self.rename(from, to, "T")?)
    }

    fn remove(&self, path: &str) -> io::Result<()> {
        done(&self.ask(self.question("DELETE", self.file(path)))?)
    }

    fn make_folder(&self, path: &str) -> io::Result<()> {
        // Many a server says of its outermost folder that nobody may make it, though it is there.
        if path.is_empty() && self.look(&self.folder(path), "0")?.status == 207 {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let answer = self.ask(self.question("MKCOL", self.folder(path)))?;
        match answer.status {
            405 => Err(ErrorKind::AlreadyExists.into()),
            409 => Err(ErrorKind::NotFound.into()),
            _ => done(&answer),
        }
    }

    fn remove_folder(&self, path: &str) -> io::Result<()> {
        // A folder is removed with all that is in it.
        match self.list(path)? {
            None => Err(ErrorKind::NotFound.into()),
            Some(entries) if entries.is_empty() => {
                done(&self.ask(self.question("DELETE", self.folder(path)))?)
            }
            Some(_) => Err(ErrorKind::DirectoryNotEmpty.into()),
        }
    }

    fn list(&self, folder: &str) -> io::Result<Option<Vec<TargetEntry>>> {
        let url = self.folder(folder);
        let answer = self.look(&url, "1")?;
        match answer.status {
            404 => Ok(None),
            207 => entries(&url, &answer.bytes).map(Some),
            status => Err(refused(status)),
        }
    }
}
