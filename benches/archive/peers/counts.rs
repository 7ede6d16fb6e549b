//! What a record of the archive counts for on a site of Hugo: the lists, regions and themes that it
//! is in.

use std::collections::BTreeMap;

use crate::invented::{Event, above};

/// A list that repeats what another page shows is made only where it has more than that page has
/// room for.
const SECTION: usize = 12;

/// What a record counts for.
pub(super) struct Counts<'a> {
    pub(super) event: &'a Event,
    /// `deals`, `ideeen`, `openstaand` or `bijeenkomsten`: which whole list it is in.
    pub(super) list: &'static str,
    pub(super) theme: Option<usize>,
    pub(super) status: Option<&'static str>,
}

impl Counts<'_> {
    /// The regions it counts for: its event's and those above.
    fn regions(&self) -> Vec<String> {
        let mut regions = vec![format!("regio-{}", self.event.region)];
        regions.extend(above(self.event.region).map(|above| format!("regio-{above}")));
        regions.push("land".to_owned());
        regions
    }

    fn crossings(&self) -> Vec<String> {
        self.theme
            .map(|theme| {
                self.regions()
                    .iter()
                    .map(|region| format!("{region}-en-thema-{theme}"))
                    .collect()
            })
            .unwrap_or_default()
    }

    /// The lists it is in, each with the number of entries above which there is one.
    pub(super) fn lists(&self) -> Vec<(String, usize)> {
        let list = self.list;
        let small = if list == "bijeenkomsten" { SECTION } else { 0 };
        let mut lists = vec![(list.to_owned(), 0)];
        lists.extend(
            self.regions()
                .into_iter()
                .map(|region| (format!("{list}-regio-{region}"), small)),
        );
        lists.extend(
            self.theme
                .map(|theme| (format!("{list}-thema-{theme}"), small)),
        );
        lists.push((format!("{list}-jaar-{}", self.event.year), small));
        lists.extend(
            self.status
                .map(|status| (format!("{list}-status-{status}"), 0)),
        );
        lists.extend(
            self.crossings()
                .into_iter()
                .map(|crossing| (format!("{list}-{crossing}"), SECTION)),
        );
        lists
    }

    /// Its front matter about all that.
    pub(super) fn terms(&self, kept: &BTreeMap<String, usize>) -> String {
        let lists: Vec<String> = self
            .lists()
            .into_iter()
            .filter(|(list, above)| kept[list] > *above)
            .map(|(list, _)| list)
            .collect();
        let themes: Vec<String> = self
            .theme
            .iter()
            .map(|theme| format!("thema-{theme}"))
            .collect();
        format!(
            "regios = {:?}\nthemas = {themes:?}\nkruisingen = {:?}\njaren = [\"{}\"]\nlijsten = {lists:?}\n",
            self.regions(),
            self.crossings(),
            self.event.year
        )
    }
}

pub(super) fn records(event: &Event) -> Vec<Counts<'_>> {
    let counts = |list, theme, status| Counts {
        event,
        list,
        theme,
        status,
    };
    let mut records = vec![counts("bijeenkomsten", None, None)];
    records.extend(
        event
            .ideas
            .iter()
            .map(|idea| counts("ideeen", Some(idea.theme), None)),
    );
    records.extend(
        event
            .asks
            .iter()
            .filter(|need| need.open)
            .map(|need| counts("openstaand", Some(need.theme), Some("vraag"))),
    );
    records.extend(
        event
            .offers
            .iter()
            .filter(|need| need.open)
            .map(|need| counts("openstaand", Some(need.theme), Some("aanbod"))),
    );
    records.extend(
        event
            .deals
            .iter()
            .map(|deal| counts("deals", Some(event.asks[deal.needs].theme), Some("loopt"))),
    );
    records
}
