//! Files of other programs sent to the desk: what is shown of them, and what is written of that.

mod bounds;
mod documents;
mod lists;
mod programmes;

use super::browser::ShownForm;
use super::running::{Answered, Desk};
use crate::harness::Site;
use crate::tree::Tree;

/// Where files for the event are sent.
const IMPORT: &str = "/import/avond";

/// A list, invented.
const LIST: &str = "Soort;Omschrijving;Wie;Regio;Status;Opmerking\n\
    Vraag;Wie geeft gastlessen?;De Linde;Twente;open;bel 06\n\
    Aanbod;Een leeg lokaal;Van Dam;Twente;gekoppeld;\n\
    Deal;Samen lassen;De Linde / Van Dam;Salland;afgesproken;\n";

const DEALS: &str = "content/events/avond/deals.toml";

/// Sends a file; gives the address of what becomes of it.
fn sent(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    let answer = desk.post_parts(IMPORT, &[], &[("bestand", name, bytes)]);
    led(&answer)
}

/// Where an answer leads.
fn led(answer: &Answered) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let to = answer.header("location").expect("it leads on");
    to.to_owned()
}

/// The page at an address, which is as it should be.
fn page(desk: &Desk, address: &str) -> String {
    let page = desk.get(address);
    assert_eq!(page.status, 200, "{address}: {}", page.body);
    page.body
}

/// The form of a page, with all that is ticked on it.
fn form(page: &str) -> ShownForm {
    ShownForm::read(page)
}

/// Takes over what a page says, once `change` did to its form what somebody does.
fn take_over(desk: &Desk, address: &str, change: impl FnOnce(&mut ShownForm)) -> Answered {
    let mut form = form(&page(desk, address));
    change(&mut form);
    desk.send(address, &form.body())
}

/// Takes all of a file over, which must go well; gives the page that says so.
fn taken(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    let address = sent(desk, name, bytes);
    let answer = take_over(desk, &address, |_| {});
    page(desk, &led(&answer))
}

/// Takes the tick away from a row.
fn untick(form: &mut ShownForm, row: &str) {
    let before = form.pairs.len();
    form.pairs
        .retain(|(name, value)| (name.as_str(), value.as_str()) != ("rij", row));
    assert_eq!(form.pairs.len() + 1, before, "row {row} was ticked");
}

/// All that people wrote, and what is remembered.
fn written(site: &Site) -> Vec<Tree> {
    ["content", "imports"]
        .iter()
        .map(|folder| Tree::read(&site.at(folder)))
        .collect()
}

/// Whether a page holds all of this, said one by one where it does not.
fn assert_says(page: &str, lines: &[&str]) {
    for line in lines {
        assert!(page.contains(line), "no `{line}` in {page}");
    }
}

/// Undoes what was saved last.
fn undo(desk: &Desk) -> Answered {
    let mut form = form(&page(desk, "/undo"));
    let newest = form.pairs.iter().position(|(name, _)| name == "number");
    let newest = newest.expect("something was saved");
    // A page has a form for each save; a browser sends the one.
    form.pairs.truncate(newest + 1);
    desk.send("/undo", &form.body())
}
