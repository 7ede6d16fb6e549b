//! Lets the reload module through a page's own Content Security Policy. A look without JavaScript
//! rightly says `default-src 'none'` in a meta element; as served here, and only here, such a
//! policy also allows our origin to give scripts, styles and events. In goes a page, out comes the
//! page with its policies widened by no more than that. Pure.

use std::borrow::Cow;
use std::ops::Range;

/// What the module needs, each with the directives that decide it, the first that is there being
/// the one.
const NEEDS: [&[&str]; 3] = [
    &["script-src-elem", "script-src", "default-src"],
    &["style-src-elem", "style-src", "default-src"],
    &["connect-src", "default-src"],
];

/// Widens every policy in the head of a page.
pub(super) fn admit_own_origin(page: &[u8]) -> Cow<'_, [u8]> {
    let mut page = Cow::Borrowed(page);
    let mut from = 0;
    while let Some(meta) = next_meta(&page, from) {
        from = meta.end;
        if let Some(policy) = policy(&page, meta.clone()) {
            let wider = widened(&String::from_utf8_lossy(&page[policy.clone()]));
            from = meta.end + wider.len() - policy.len();
            page.to_mut().splice(policy, wider.into_bytes());
        }
    }
    page
}

/// The next meta element before the body, without its angle brackets.
fn next_meta(page: &[u8], from: usize) -> Option<Range<usize>> {
    let starts = |at: usize, tag: &[u8]| {
        page[at..]
            .get(..tag.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(tag))
    };
    let start = (from..page.len())
        .take_while(|&at| !starts(at, b"<body") && !starts(at, b"</head"))
        .find(|&at| starts(at, b"<meta"))?
        + b"<meta".len();
    let mut quote = None;
    let length = page[start..].iter().position(|&byte| {
        match quote {
            Some(open) if open == byte => quote = None,
            None if byte == b'"' || byte == b'\'' => quote = Some(byte),
            _ => {}
        }
        quote.is_none() && byte == b'>'
    })?;
    Some(start..start + length)
}

/// Where the policy stands, if the meta element holds one.
fn policy(page: &[u8], meta: Range<usize>) -> Option<Range<usize>> {
    let attributes = attributes(page, meta);
    let value = |wanted: &[u8]| {
        let (_, value) = attributes
            .iter()
            .find(|(name, _)| page[name.clone()].eq_ignore_ascii_case(wanted))?;
        Some(value.clone())
    };
    let kind = value(b"http-equiv")?;
    page[kind]
        .eq_ignore_ascii_case(b"content-security-policy")
        .then(|| value(b"content"))
        .flatten()
}

/// The attributes with a quoted value, name and value. An unquoted policy cannot be: it would end
/// at its first space. An unquoted `http-equiv` can, and is taken to end at white space.
fn attributes(page: &[u8], element: Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut attributes = Vec::new();
    let mut at = element.start;
    let end = element.end;
    let skip = |mut at: usize, wanted: &dyn Fn(u8) -> bool| {
        while at < end && wanted(page[at]) {
            at += 1;
        }
        at
    };
    let space = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
    while at < end {
        let name_start = skip(at, &space);
        let name_end = skip(name_start, &|byte| !space(byte) && byte != b'=');
        let equals = skip(name_end, &space);
        if equals >= end || page[equals] != b'=' {
            at = equals.max(name_end);
            if at == name_start {
                at += 1;
            }
            continue;
        }
        let value_start = skip(equals + 1, &|byte| byte.is_ascii_whitespace());
        let value = match page.get(value_start) {
            Some(&quote @ (b'"' | b'\'')) if value_start < end => {
                value_start + 1..skip(value_start + 1, &|byte| byte != quote)
            }
            _ => value_start..skip(value_start, &|byte| !byte.is_ascii_whitespace()),
        };
        at = (value.end + 1).min(end);
        attributes.push((name_start..name_end, value));
    }
    attributes
}

/// The policy with our origin added where it was missing, written so that it fits either kind of
/// quotes.
fn widened(policy: &str) -> String {
    // Escaping turned quotes into references, whose semicolons would be taken for the end of a
    // directive.
    let policy = ["&#39;", "&#x27;", "&apos;"]
        .iter()
        .fold(policy.to_owned(), |policy, escaped| {
            policy.replace(escaped, "'")
        });
    let mut directives: Vec<Vec<String>> = policy
        .split(';')
        .map(|directive| {
            directive
                .split_ascii_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .filter(|directive| !directive.is_empty())
        .collect();
    for need in NEEDS {
        let deciding = need.iter().find_map(|name| {
            directives
                .iter()
                .position(|directive| directive[0].eq_ignore_ascii_case(name))
        });
        let Some(deciding) = deciding else { continue };
        let sources = &directives[deciding][1..];
        if sources
            .iter()
            .any(|source| source == "*" || source.eq_ignore_ascii_case("'self'"))
        {
            continue;
        }
        let sources = sources
            .iter()
            .filter(|source| !source.eq_ignore_ascii_case("'none'"))
            .cloned();
        // default-src decides other things too, so what is needed gets a directive of its own.
        let own = if directives[deciding][0].eq_ignore_ascii_case("default-src") {
            need[need.len() - 2]
        } else {
            &directives[deciding][0]
        };
        let directive: Vec<String> = std::iter::once(own.to_owned())
            .chain(sources)
            .chain(["'self'".to_owned()])
            .collect();
        if own.eq_ignore_ascii_case(&directives[deciding][0]) {
            directives[deciding] = directive;
        } else {
            directives.push(directive);
        }
    }
    let directives: Vec<String> = directives
        .iter()
        .map(|directive| directive.join(" "))
        .collect();
    directives.join("; ").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(policy: &str) -> String {
        widened(policy).replace("&#39;", "'")
    }

    #[test]
    fn a_policy_is_widened_by_no_more_than_our_origin() {
        for (policy, expected) in [
            ("default-src 'self'", "default-src 'self'"),
            (
                "default-src 'none'; img-src 'self'",
                "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'",
            ),
            (
                "default-src 'none'; script-src 'none'; style-src 'self' https://x.nl; connect-src *",
                "default-src 'none'; script-src 'self'; style-src 'self' https://x.nl; connect-src *",
            ),
            ("script-src https://x.nl", "script-src https://x.nl 'self'"),
            (
                "img-src &#39;self&#39;; script-src &#x27;none&#x27;",
                "img-src 'self'; script-src 'self'",
            ),
            ("upgrade-insecure-requests", "upgrade-insecure-requests"),
            (" ; ", ""),
        ] {
            assert_eq!(served(policy), expected, "{policy}");
        }
    }

    #[test]
    fn only_policies_in_the_head_are_touched() {
        let page = b"<head><meta charset=utf-8><META content=\"script-src 'none'\" HTTP-EQUIV=Content-Security-Policy>\
            <meta name=d content=\"a > b\"></head><body><meta http-equiv=\"content-security-policy\" content=\"script-src 'none'\">";
        let served = admit_own_origin(page);
        let expected = b"<head><meta charset=utf-8><META content=\"script-src &#39;self&#39;\" HTTP-EQUIV=Content-Security-Policy>\
            <meta name=d content=\"a > b\"></head><body><meta http-equiv=\"content-security-policy\" content=\"script-src 'none'\">";
        assert_eq!(
            String::from_utf8_lossy(&served),
            String::from_utf8_lossy(expected)
        );
    }

    #[test]
    fn broken_markup_is_left_alone() {
        for page in [
            "",
            "<meta",
            "<meta http-equiv",
            "<meta http-equiv=",
            "<meta =\"x\" / = >",
            "<meta content=\"",
            "<meta http-equiv='content-security-policy'>",
        ] {
            assert_eq!(admit_own_origin(page.as_bytes()), page.as_bytes(), "{page}");
        }
    }
}
