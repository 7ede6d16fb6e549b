//! Whether the links of a site to other sites still work, asked where that is not known yet.

use std::path::Path;

use crate::advice::{KeptCopy, OutsideLink, outside_links};
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, harmless};
use crate::online::{LinkFate, RememberedLinks, fates, is_public};
use crate::pipeline::Study;
use crate::source::{Sources, Span};
use crate::words::{Bilingual, Phrase, advice as words};

/// So many links are looked at.
const MOST: usize = 2_000;

/// Where copies of pages are kept: of those there is no other copy.
const ARCHIVE: &str = "://web.archive.org/";

/// So many links of which a copy was kept are named.
const MOST_NAMED: usize = 3;

/// What is to be said of a site's links. Of those that are dead and of which readers are led to a
/// kept copy nothing is to be done: they are told on the terminal alone.
pub(super) fn check_links(
    root: &Path,
    study: &Study,
    drafts: bool,
    sources: &Sources,
    terminal: &Terminal,
) -> Vec<Diagnostic> {
    let mut links = outside_links(study, drafts);
    if let Some(more) = links.len().checked_sub(MOST).filter(|more| *more > 0) {
        terminal.tell(words::links_left_out(&MOST, &more).get(terminal.language));
        links.truncate(MOST);
    }
    let mut remembered = RememberedLinks::of(root);
    let unknown: Vec<&str> = links
        .iter()
        .map(|link| link.url.as_str())
        .filter(|url| remembered.fate(url, study.today).is_none())
        .collect();
    if !unknown.is_empty() {
        terminal.tell(words::asking(&unknown.len()).get(terminal.language));
    }
    let asked = fates(&unknown, is_public);
    let mut new: Vec<(&str, LinkFate)> = unknown.iter().copied().zip(asked).collect();
    for (url, fate) in &new {
        remembered.note(url, study.today, *fate);
    }
    new.sort_unstable_by_key(|(url, _)| *url);
    let fate_of = |link: &OutsideLink| {
        let at = new.binary_search_by_key(&link.url.as_str(), |(url, _)| url);
        at.ok()
            .map(|at| new[at].1)
            .or_else(|| remembered.fate(&link.url, study.today))
    };
    let (kept, others): (Vec<&OutsideLink>, Vec<&OutsideLink>) =
        links.iter().partition(|link| link.copy == KeptCopy::Named);
    let is_dead =
        |link: &&OutsideLink| matches!(fate_of(link), Some(LinkFate::Gone(_) | LinkFate::NoSite));
    tell_of_kept(
        &kept.into_iter().filter(is_dead).collect::<Vec<_>>(),
        terminal,
    );
    let told = others
        .into_iter()
        .filter_map(|link| told_of(link, fate_of(link)?, study, sources))
        .collect();
    remembered.keep(root, study.today);
    told
}

/// Says which links are dead while readers are led to a kept copy.
fn tell_of_kept(links: &[&OutsideLink], terminal: &Terminal) {
    let named: Vec<String> = links
        .iter()
        .take(MOST_NAMED)
        .map(|link| format!("`{}`", harmless(&link.url)))
        .collect();
    let named = named.join(", ");
    let said = match links.len() {
        0 => return,
        1 => words::one_kept(&named),
        count if count <= MOST_NAMED => words::some_kept(&count, &named),
        count => words::many_kept(&count, &named),
    };
    terminal.tell(said.get(terminal.language));
}

fn told_of(
    link: &OutsideLink,
    fate: LinkFate,
    study: &Study,
    sources: &Sources,
) -> Option<Diagnostic> {
    let is_dead = matches!(fate, LinkFate::Gone(_) | LinkFate::NoSite);
    let (what, why): (Bilingual, Phrase) = match fate {
        LinkFate::Works => return None,
        LinkFate::Gone(answer) => (words::DEAD_LINK, words::no_page(&answer)),
        LinkFate::NoSite => (words::DEAD_LINK, words::NO_SITE.into()),
        LinkFate::Answer(answer) => (words::LINK_UNCHECKED, words::other_answer(&answer)),
        LinkFate::TooSlow => (words::LINK_UNCHECKED, words::TOO_SLOW.into()),
        LinkFate::Endless => (words::LINK_UNCHECKED, words::ENDLESS.into()),
        LinkFate::Private => (words::LINK_UNCHECKED, words::PRIVATE_NETWORK.into()),
        LinkFate::Failed => (words::LINK_UNCHECKED, words::NO_CONNECTION.into()),
    };
    let way: Phrase = match link.copy {
        KeptCopy::Unsaid(field) if is_dead => {
            let key = field.name.get(study.config.language());
            if is_within_braces(link.span, sources) {
                words::copy_behind(&link.url, &key)
            } else {
                words::copy_below(&link.url, &key)
            }
        }
        _ if is_dead && !link.url.contains(ARCHIVE) => words::copy_instead(&link.url),
        _ => words::OPEN_LINK.into(),
    };
    Some(
        Diagnostic::at(Code::OutsideLink, link.span)
            .with("what", what)
            .with("url", &link.url)
            .with("why", why)
            .with("way", way),
    )
}

/// Whether a value stands between braces, on a line with others.
fn is_within_braces(span: Span, sources: &Sources) -> bool {
    let before = &sources.file(span.file).text[..span.range().start];
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.contains('{')
}
