//! Whether links to other sites still work: addresses go in, what became of each comes out.
//!
//! What stands in a site's texts may come from anybody, so nothing is asked of an address that lies
//! within a network of one's own: every name is looked up here, every address that it has is judged,
//! and the connection goes to those that were judged. A redirect is another address, judged again.
//! Of a page at most a thousand bytes are read, and nothing of it is kept.

mod asked;
mod fate;
mod public;
mod remembered;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use self::asked::{agent, ask};
pub use self::fate::{LinkFate, MayAsk};
pub use self::public::is_public;
pub use self::remembered::RememberedLinks;

/// So many links are asked at a time, over all sites.
const AT_A_TIME: usize = 8;

/// So many are asked of one site at a time.
const OF_ONE_SITE: usize = 2;

/// What became of each of these addresses, in their order.
///
/// Where no name of a site is known at all, the machine is not online, and nothing is said to have
/// gone.
pub fn fates(urls: &[&str], may_ask: MayAsk) -> Vec<LinkFate> {
    let agent = agent(may_ask);
    let lanes = Mutex::new(lanes(urls));
    let fates: Vec<Mutex<LinkFate>> = urls.iter().map(|_| Mutex::new(LinkFate::Failed)).collect();
    let next = || lanes.lock().unwrap_or_else(PoisonError::into_inner).pop();
    std::thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                while let Some(lane) = next() {
                    for position in lane {
                        let fate = ask(&agent, urls[position]);
                        *fates[position]
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner) = fate;
                    }
                }
            });
        }
    });
    let mut fates: Vec<LinkFate> = fates
        .into_iter()
        .map(|fate| fate.into_inner().unwrap_or_else(PoisonError::into_inner))
        .collect();
    let is_answered = |fate: &LinkFate| {
        matches!(
            fate,
            LinkFate::Works | LinkFate::Gone(_) | LinkFate::Answer(_)
        )
    };
    if !fates.iter().any(is_answered) {
        for fate in fates.iter_mut().filter(|fate| **fate == LinkFate::NoSite) {
            *fate = LinkFate::Failed;
        }
    }
    fates
}

/// The positions of the addresses, in lists that are each asked one after the other: two a site.
fn lanes(urls: &[&str]) -> Vec<Vec<usize>> {
    let mut by_site: BTreeMap<String, Vec<Vec<usize>>> = BTreeMap::new();
    for (position, url) in urls.iter().enumerate() {
        let site = url::Url::parse(url).ok();
        let site = site.and_then(|url| url.host_str().map(str::to_owned));
        let lanes = by_site.entry(site.unwrap_or_default()).or_default();
        if lanes.len() < OF_ONE_SITE {
            lanes.push(vec![position]);
        } else if let Some(shortest) = lanes.iter_mut().min_by_key(|lane| lane.len()) {
            shortest.push(position);
        }
    }
    by_site.into_values().flatten().collect()
}
