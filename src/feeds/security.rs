//! `/.well-known/security.txt`: where somebody who finds a leak reports it (RFC 9116).

use std::fmt::Write as _;

use crate::config::Config;

/// The file; empty where the site names no contact, and then it is not planned.
pub fn security(config: &Config) -> Vec<u8> {
    let Some(security) = &config.security else {
        return Vec::new();
    };
    let mut text = format!(
        "Contact: {}\nExpires: {}T00:00:00Z\n",
        security.contact, security.expires.value
    );
    let languages: Vec<&str> = config
        .languages
        .iter()
        .map(|language| language.tag())
        .collect();
    let _ = writeln!(text, "Preferred-Languages: {}", languages.join(", "));
    if let Some(policy) = &security.policy_url {
        let _ = writeln!(text, "Policy: {policy}");
    }
    // The file counts for the host alone (section 3.1), and a site below a path does not stand at
    // its host's root.
    if !config.base_url.is_empty() && config.base_path.is_empty() {
        let _ = writeln!(
            text,
            "Canonical: {}/.well-known/security.txt",
            config.base_url
        );
    }
    text.into_bytes()
}
