//! How somebody is let in: by name and password (RFC 7617), which only ever go to this server.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use url::Url;

use crate::config::WebdavPlace;
use crate::publish::fault::PublishFault;
use crate::publish::web::WebAnswer;

/// The header by which somebody is known.
pub(super) fn authorization(user: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{secret}")))
}

/// What an answer to the first question means where it says no; `place` is what was asked for.
pub(super) fn refusal(place: &WebdavPlace, answer: &WebAnswer) -> PublishFault {
    let host = place.url.host_str().unwrap_or_default().to_owned();
    match answer.status {
        401 => match other_login(answer) {
            Some(asks) => PublishFault::OtherLogin { host, asks },
            None => no_access(place),
        },
        403 => no_access(place),
        300..=399 => {
            let to = answer.header("location");
            let to = place.url.join(to).map_or_else(|_| to.to_owned(), Url::into);
            PublishFault::LeadsOn {
                from: place.url.to_string(),
                to,
            }
        }
        status => PublishFault::OtherProtocol {
            place: place.url.to_string(),
            protocol: "webdav",
            status,
        },
    }
}

fn no_access(place: &WebdavPlace) -> PublishFault {
    PublishFault::NoAccess {
        user: place.user.clone(),
        host: place.url.host_str().unwrap_or_default().to_owned(),
    }
}

/// The ways to log in that a server names, where none of them is known here.
fn other_login(answer: &WebAnswer) -> Option<String> {
    let asked = answer.headers.get_all("www-authenticate").iter();
    let asked: Vec<&str> = asked
        .filter_map(|way| way.to_str().ok()?.split_whitespace().next())
        .collect();
    let is_known = asked.iter().any(|way| way.eq_ignore_ascii_case("basic"));
    (!is_known && !asked.is_empty()).then(|| asked.join(", "))
}
