//! Whether the links of a site to other sites still work, asked where that is not known yet.

use std::path::Path;

use crate::advice::{OutsideLink, outside_links};
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::online::{LinkFate, RememberedLinks, fates, is_public};
use crate::pipeline::Study;
use crate::words::{Bilingual, Phrase, advice as words};

/// So many links are looked at.
const MOST: usize = 2_000;

/// What is to be said of a site's links.
pub(super) fn check_links(
    root: &Path,
    study: &Study,
    drafts: bool,
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
    let told = links
        .iter()
        .filter_map(|link| told_of(link, fate_of(link)?))
        .collect();
    remembered.keep(root, study.today);
    told
}

fn told_of(link: &OutsideLink, fate: LinkFate) -> Option<Diagnostic> {
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
    Some(
        Diagnostic::at(Code::OutsideLink, link.span)
            .with("what", what)
            .with("url", &link.url)
            .with("why", why),
    )
}
