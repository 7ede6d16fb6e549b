//! [`S3Target`]: the objects of a bucket whose keys begin alike. Each question is signed by a key
//! that is never sent along (AWS Signature Version 4, in the address).

use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};

use super::listing::{ListedPart, part, said_wrong};
use crate::config::S3Place;
use crate::error::ServerAnswer;
use crate::feeds::{caching, content_type};
use crate::publish::caution::TargetCaution;
use crate::publish::fault::PublishFault;
use crate::publish::target::{PublishTarget, TargetEntry, TargetEntryKind, WholeFiles};
use crate::publish::web::{WebAnswer, WebClient, WebQuestion, refused};

/// Services are made for many questions at a time.
const AT_ONCE: usize = 16;

/// So long a question may be on its way.
const VALID: Duration = Duration::from_hours(1);

/// No part of a list is larger: it holds a thousand keys.
const LARGEST_PART: u64 = 10_000_000;

/// No list has more parts: it would hold two million keys.
const MOST_PARTS: usize = 2_000;

/// What in a bucket begins with the words of a folder.
pub struct S3Target {
    client: WebClient,
    bucket: Bucket,
    credentials: Credentials,
    folder: String,
    /// Whether the service puts an object over another though it was asked not to.
    is_loose: AtomicBool,
}

impl S3Target {
    /// Makes sure that the bucket is there and can be listed.
    ///
    /// # Errors
    /// When there is no such service or bucket, it lets nobody in, or it is something else.
    pub fn log_in(
        place: &S3Place,
        secret: &dyn Fn() -> Option<String>,
    ) -> Result<Self, PublishFault> {
        let host = place.endpoint.host_str().unwrap_or_default().to_owned();
        let no_access = || PublishFault::NoAccess {
            user: place.user.clone(),
            host: host.clone(),
        };
        let (endpoint, name, region) = (
            place.endpoint.clone(),
            place.bucket.clone(),
            place.region.clone(),
        );
        // Services that others run know no other way.
        let bucket = Bucket::new(endpoint, UrlStyle::Path, name, region);
        let bucket = bucket.map_err(|why| PublishFault::NoConnection {
            host: host.clone(),
            why: why.to_string(),
        })?;
        let target = Self {
            client: WebClient::new(&place.endpoint, AT_ONCE),
            bucket,
            credentials: Credentials::new(&place.user, secret().ok_or_else(no_access)?),
            folder: place.folder.clone(),
            is_loose: AtomicBool::new(false),
        };
        let answer = target
            .client
            .ask(target.list_question("", None, None))
            .map_err(|fault| fault.of_host(&host))?;
        if answer.status == 200 && part(&answer.bytes).is_ok() {
            return Ok(target);
        }
        Err(refusal(place, &host, &answer))
    }

    fn key(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// A question for a part of the list of what stands below a folder.
    fn list_question<'a>(
        &self,
        folder: &str,
        delimiter: Option<&'static str>,
        next: Option<String>,
    ) -> WebQuestion<'a> {
        // The address of no object is that of the bucket, of which this is asked.
        let mut action = self.bucket.get_object(Some(&self.credentials), "");
        let query = action.query_mut();
        query.insert("list-type", "2");
        query.insert("max-keys", "1000");
        query.insert("prefix", self.key(folder));
        if let Some(delimiter) = delimiter {
            query.insert("delimiter", delimiter);
        }
        if let Some(next) = next {
            query.insert("continuation-token", next);
        }
        WebQuestion::new("GET", action.sign(VALID)).up_to(LARGEST_PART)
    }

    /// All that stands below a folder, part by part.
    fn each_part(
        &self,
        folder: &str,
        delimiter: Option<&'static str>,
        mut on: impl FnMut(ListedPart) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut next = None;
        for _ in 0..MOST_PARTS {
            let answer = self.ask(self.list_question(folder, delimiter, next))?;
            if answer.status != 200 {
                return Err(refused(answer.status));
            }
            let mut part = part(&answer.bytes)?;
            next = part.next.take();
            on(part)?;
            if next.is_none() {
                return Ok(());
            }
        }
        Err(io::Error::other(ServerAnswer::TooMany))
    }

    /// A path below the place, of a key of it.
    fn path(&self, key: &str) -> io::Result<String> {
        let path = key.strip_prefix(&self.folder);
        path.map(ToOwned::to_owned)
            .ok_or_else(|| ErrorKind::InvalidData.into())
    }

    fn ask(&self, question: WebQuestion<'_>) -> io::Result<WebAnswer> {
        Ok(self.client.ask(question)?)
    }

    /// Puts an object, with what is to be said of it when others read it. `is_new` asks not to put it
    /// over another.
    fn send(
        &self,
        path: &str,
        bytes: &mut dyn Read,
        size: u64,
        is_new: bool,
    ) -> io::Result<WebAnswer> {
        let key = self.key(path);
        let mut action = self.bucket.put_object(Some(&self.credentials), &key);
        let mut headers = vec![
            ("cache-control", caching(path).to_owned()),
            ("content-type", content_type(Path::new(path))),
        ];
        if is_new {
            headers.push(("if-none-match", "*".to_owned()));
        }
        for (name, value) in &headers {
            action.headers_mut().insert(*name, value.clone());
        }
        let mut question = WebQuestion::new("PUT", action.sign(VALID)).sends(bytes, size);
        question.headers = headers;
        self.ask(question)
    }
}

/// What the answer to the first question means where it says no.
fn refusal(place: &S3Place, host: &str, answer: &WebAnswer) -> PublishFault {
    let host = host.to_owned();
    let said = said_wrong(&answer.bytes);
    match (said.code.as_str(), answer.status) {
        ("NoSuchBucket", _) => PublishFault::NoBucket {
            bucket: place.bucket.clone(),
            host,
        },
        ("RequestTimeTooSkewed", _) => PublishFault::WrongClock { host },
        (
            "PermanentRedirect"
            | "AuthorizationHeaderMalformed"
            | "AuthorizationQueryParametersError",
            _,
        ) => PublishFault::OtherRegion {
            bucket: place.bucket.clone(),
            was: place.region.clone(),
            is: said.region,
        },
        (_, 401 | 403) => PublishFault::NoAccess {
            user: place.user.clone(),
            host,
        },
        (_, status) => PublishFault::OtherProtocol {
            place: place.endpoint.to_string(),
            protocol: "s3",
            status,
        },
    }
}

/// Whether something was done.
fn done(answer: &WebAnswer) -> io::Result<()> {
    if answer.went_well() {
        Ok(())
    } else {
        Err(refused(answer.status))
    }
}

impl WholeFiles for S3Target {
    fn put(&self, path: &str, bytes: &mut dyn Read, size: u64) -> io::Result<()> {
        done(&self.send(path, bytes, size, false)?)
    }

    fn list_all(&self) -> io::Result<Vec<(String, u64)>> {
        let mut files = Vec::new();
        self.each_part("", None, |part| {
            for (key, size) in part.files {
                let path = self.path(&key)?;
                // An object whose key ends like this is how some programs draw a folder.
                if !path.is_empty() && !path.ends_with('/') {
                    files.push((path, size));
                }
            }
            Ok(())
        })?;
        Ok(files)
    }
}

impl PublishTarget for S3Target {
    fn shown(&self) -> String {
        format!("s3://{}/{}", self.bucket.name(), self.folder)
    }

    fn at_once(&self) -> usize {
        AT_ONCE
    }

    fn read(&self, path: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        let key = self.key(path);
        let action = self.bucket.get_object(Some(&self.credentials), &key);
        let answer = self.ask(WebQuestion::new("GET", action.sign(VALID)).up_to(most))?;
        match answer.status {
            404 => Ok(None),
            200 => Ok(Some(answer.bytes)),
            status => Err(refused(status)),
        }
    }

    fn write_new(&self, path: &str, bytes: &mut dyn Read, size: u64) -> io::Result<()> {
        let answer = self.send(path, bytes, size, true)?;
        match answer.status {
            409 | 412 => Err(ErrorKind::AlreadyExists.into()),
            _ => done(&answer),
        }
    }

    fn claim(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let (key, size) = (self.key(path), bytes.len() as u64);
        let head = self.bucket.head_object(Some(&self.credentials), &key);
        match self.ask(WebQuestion::new("HEAD", head.sign(VALID)))?.status {
            404 => {}
            200 => return Err(ErrorKind::AlreadyExists.into()),
            status => return Err(refused(status)),
        }
        let answer = self.send(path, &mut &bytes[..], size, true)?;
        match answer.status {
            409 | 412 => return Err(ErrorKind::AlreadyExists.into()),
            501 => {
                self.is_loose.store(true, Ordering::Relaxed);
                return self.put(path, &mut &bytes[..], size);
            }
            _ => done(&answer)?,
        }
        // A service that knows the question says no now; others never say that they do not.
        let again = self.send(path, &mut &bytes[..], size, true)?;
        self.is_loose.store(again.went_well(), Ordering::Relaxed);
        Ok(())
    }

    fn whole(&self) -> Option<&dyn WholeFiles> {
        Some(self)
    }

    fn caution(&self) -> Option<TargetCaution> {
        self.is_loose
            .load(Ordering::Relaxed)
            .then_some(TargetCaution::TwoAtOnce)
    }

    fn rename_over(&self, _from: &str, _to: &str) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn remove(&self, path: &str) -> io::Result<()> {
        let key = self.key(path);
        let action = self.bucket.delete_object(Some(&self.credentials), &key);
        done(&self.ask(WebQuestion::new("DELETE", action.sign(VALID)))?)
    }

    fn make_folder(&self, _path: &str) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn remove_folder(&self, _path: &str) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn list(&self, folder: &str) -> io::Result<Option<Vec<TargetEntry>>> {
        let folder = match folder {
            "" => String::new(),
            folder => format!("{folder}/"),
        };
        let mut entries = Vec::new();
        let mut add = |key: &str, kind| {
            let path = self.path(key)?;
            let name = path.strip_prefix(&folder).unwrap_or_default();
            let name = name.trim_end_matches('/');
            if !name.is_empty() {
                let name = name.to_owned();
                entries.push(TargetEntry { name, kind });
            }
            io::Result::Ok(())
        };
        self.each_part(&folder, Some("/"), |part| {
            for (key, size) in &part.files {
                add(key, TargetEntryKind::File(*size))?;
            }
            for key in &part.folders {
                add(key, TargetEntryKind::Folder)?;
            }
            Ok(())
        })?;
        Ok(Some(entries))
    }
}
