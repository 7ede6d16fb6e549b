//! For whom a request is. A page anywhere on the web can make the user's browser ask us things, and a
//! foreign `Host` is how DNS rebinding looks.

use axum::http::header;
use axum::http::request::Parts;
use axum::http::uri::Authority;

/// The names that only this machine has.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Whether a request is for this port of this machine, by a name that only this machine has. The
/// authority of an absolute request target counts as well as the header, and there must be exactly
/// one header.
pub(crate) fn is_for_this_machine(request: &Parts, port: u16) -> bool {
    let mut hosts = request.headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let is_header_ours = host.to_str().is_ok_and(|host| is_our_name(host, port));
    is_header_ours
        && request
            .uri
            .authority()
            .map(Authority::as_str)
            .is_none_or(|name| is_our_name(name, port))
}

fn is_our_name(host: &str, port: u16) -> bool {
    let (name, of_host) = match host.rsplit_once(':') {
        // The colons of an IPv6 address are within brackets.
        Some((name, port)) if !port.ends_with(']') => (name, port),
        _ => (host, "80"),
    };
    of_host == port.to_string() && NAMES.iter().any(|ours| name.eq_ignore_ascii_case(ours))
}
