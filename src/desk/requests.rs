//! What is asked of the desk: the names of its path, its query, and what was sent with it, all
//! bounded.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header;
use axum::http::request::Parts;
use multer::{Constraints, Multipart};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::posted::Posted;
use crate::encode::path_decoded_strictly;

/// The most bytes of what is sent.
const LARGEST: usize = 40 * 1024 * 1024;

/// How many forms are read at a time; others wait their turn.
const AT_ONCE: usize = 2;

/// How long sending one may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// The type of a form without files.
const FORM: &str = "application/x-www-form-urlencoded";

/// The type of a form with files (RFC 7578).
const FORM_WITH_FILES: &str = "multipart/form-data";

/// The most files of a form.
const MOST_FILES: usize = 100;

/// What was asked.
#[derive(Debug)]
pub(super) struct DeskRequest {
    /// The names of the path.
    pub(super) path: Vec<String>,
    /// What stands behind the question mark.
    pub(super) query: Posted,
    /// The form that was sent; `None` where something is only to be read.
    pub(super) form: Option<Posted>,
    /// The files that were sent with it, in the order of the form.
    pub(super) files: Vec<SentFile>,
}

/// A file that was sent with a form. Of none of this anything is true: the name may be a path, and
/// the bytes of any kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SentFile {
    /// The name of its control.
    pub(super) control: String,
    /// What the browser says that it is called.
    pub(super) name: String,
    /// What is in it.
    pub(super) bytes: Bytes,
}

/// A form as it was sent.
#[derive(Debug, Default)]
pub(super) struct SentForm {
    pub(super) posted: Posted,
    pub(super) files: Vec<SentFile>,
}

impl DeskRequest {
    /// Reads a path and a query; `None` where they are not of any address of the desk.
    pub(super) fn read(request: &Parts) -> Option<Self> {
        let path = request.uri.path().strip_prefix('/')?;
        let names = path.split('/').filter(|name| !name.is_empty());
        let names = names.map(|name| path_decoded_strictly(name).map(std::borrow::Cow::into_owned));
        let query = request.uri.query().unwrap_or_default();
        Some(Self {
            path: names.collect::<Option<_>>()?,
            query: Posted::read(query.as_bytes())?,
            form: None,
            files: Vec::new(),
        })
    }

    /// The path as names, to be matched with the addresses of the desk.
    pub(super) fn names(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }
}

/// Why what was sent is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is no form.
    Type,
    /// It is more than any form holds.
    Size,
    /// It did not come, or not all of it.
    Broken,
}

/// Reads forms, a few at a time.
#[derive(Debug)]
pub(super) struct FormReader(Semaphore);

impl FormReader {
    pub(super) fn new() -> Self {
        Self(Semaphore::new(AT_ONCE))
    }

    /// Reads what was sent.
    pub(super) async fn read(&self, request: &Parts, body: Body) -> Result<SentForm, Unread> {
        let boundary = boundary(request)?;
        let said = request.headers.get(header::CONTENT_LENGTH);
        let said = said.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if said.is_some_and(|length| length > LARGEST as u64) {
            return Err(Unread::Size);
        }
        let Ok(_place) = self.0.acquire().await else {
            return Err(Unread::Broken);
        };
        let bytes = match timeout(PATIENCE, to_bytes(body, LARGEST)).await {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(_)) if said.is_none() => return Err(Unread::Size),
            Ok(Err(_)) | Err(_) => return Err(Unread::Broken),
        };
        if let Some(boundary) = boundary {
            return parts(bytes, boundary).await;
        }
        let posted = Posted::read(&bytes).ok_or(Unread::Size)?;
        Ok(SentForm {
            posted,
            files: Vec::new(),
        })
    }
}

/// What stands between the parts of a form with files; `None` for a form without.
fn boundary(request: &Parts) -> Result<Option<String>, Unread> {
    let mut types = request.headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(of), None) = (types.next(), types.next()) else {
        return Err(Unread::Type);
    };
    let whole = of.to_str().unwrap_or_default();
    let of = whole.split(';').next().unwrap_or_default().trim();
    if of.eq_ignore_ascii_case(FORM) {
        return Ok(None);
    }
    if of.eq_ignore_ascii_case(FORM_WITH_FILES) {
        let boundary = multer::parse_boundary(whole).map_err(|_| Unread::Type)?;
        return Ok(Some(boundary));
    }
    Err(Unread::Type)
}

/// The controls and files of a form in parts. A control of files in which none was chosen sends one
/// without a name, which is left out.
async fn parts(bytes: Bytes, boundary: String) -> Result<SentForm, Unread> {
    let whole = tokio_stream::once(Ok::<Bytes, Infallible>(bytes));
    let mut parts = Multipart::with_constraints(whole, boundary, Constraints::new());
    let (mut pairs, mut files) = (Vec::new(), Vec::new());
    while let Some(part) = parts.next_field().await.map_err(|_| Unread::Broken)? {
        let control = part.name().ok_or(Unread::Broken)?.to_owned();
        let Some(name) = part.file_name().map(ToOwned::to_owned) else {
            let value = part.bytes().await.map_err(|_| Unread::Broken)?;
            pairs.push((control, String::from_utf8_lossy(&value).into_owned()));
            continue;
        };
        let bytes = part.bytes().await.map_err(|_| Unread::Broken)?;
        if name.is_empty() && bytes.is_empty() {
            continue;
        }
        if files.len() == MOST_FILES {
            return Err(Unread::Size);
        }
        files.push(SentFile {
            control,
            name,
            bytes,
        });
    }
    Ok(SentForm {
        posted: Posted::of(pairs).ok_or(Unread::Size)?,
        files,
    })
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, Bytes};
    use axum::http::Request;

    use super::{FormReader, SentFile, SentForm, Unread};

    fn read(of: &str, body: &'static [u8]) -> Result<SentForm, Unread> {
        let request = Request::post("/").header("content-type", of);
        let (request, body) = request
            .body(Body::from(body))
            .expect("it is a request")
            .into_parts();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("it can be made");
        runtime.block_on(FormReader::new().read(&request, body))
    }

    #[test]
    fn a_form_with_files_is_read_in_its_order() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n\
--x\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"../een \xc3\xa9.jpg\"\r\n\
Content-Type: text/html\r\n\r\n\x00\r\n\xff\r\n\
--x\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"\"\r\n\r\n\r\n\
--x\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n\r\n--x--\r\n";
        let sent = read("multipart/form-data; boundary=x", body).expect("a form");
        let pairs = [("a", "1\n2"), ("b", "")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(sent.posted.pairs(), pairs);
        let only = SentFile {
            control: "foto".to_owned(),
            name: "../een é.jpg".to_owned(),
            bytes: Bytes::from_static(b"\x00\r\n\xff"),
        };
        assert_eq!(sent.files, [only]);
    }

    #[test]
    fn half_a_form_is_no_form() {
        let half = b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--";
        for (of, body, why) in [
            ("multipart/form-data; boundary=x", &half[..], Unread::Broken),
            ("multipart/form-data; boundary=y", half, Unread::Broken),
            ("multipart/form-data", half, Unread::Type),
            ("multipart/mixed; boundary=x", half, Unread::Type),
            ("text/plain", b"a=1", Unread::Type),
        ] {
            assert_eq!(read(of, body).err(), Some(why), "{of}");
        }
    }
}
