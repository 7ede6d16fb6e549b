//! Oogst (Dutch for harvest): what a meeting brought home, as a report site.
//!
//! This page is the tour. The program reads Markdown and TOML about events, and what came of them
//! (ideas, asks, offers, deals), and writes a static site that people browse by event, year, region
//! and theme. It is a library with a thin binary over it. How to change it stands in
//! CONTRIBUTING.md, why it is as it is in docs/decisions.md.
//!
//! # The stages
//! Data flows one way; each stage is a function from values to values, and [`pipeline`] calls them
//! in order.
//!
//! ```text
//!  content/, oogst.toml, look                                           output/
//!       │ input                                                           ▲ output
//!       ▼                                                                 │
//!  SourceFile ─parse─► WrittenRecord ─withhold─► WrittenRecord            │
//!                                                  │ records::link        │
//!                                                  ▼                      │
//!                                    Report ─plan─► Plan ─pages─► View ─look─► bytes
//! ```
//!
//! - [`input`] is the only reader of the folder: texts with their hashes, pictures by what their
//!   bytes say they are, and each text as records as written, by the one [`schema`].
//! - [`privacy`] takes out of these what may not be shown, before ids, addresses or anything else
//!   are made of them.
//! - [`records`] has one file a kind: its struct, how it is read and linked, what it says of itself.
//!   [`records::link`] resolves every reference both ways, rolls regions and themes up, finds leads
//!   and their matches: a [`records::Report`].
//! - [`plan`] decides which files there are, and at which address, and what became of permalinks.
//! - [`pages`] has one file a page: its view, what fills it, its head, its linked data.
//! - [`look`] shows a view by a look's templates; [`feeds`] and [`search`] make the files that are
//!   no pages.
//! - [`output`] stages, compares and commits, so that a reader meets the old site or the new one,
//!   never half of either; and verifies later that it still is as it was.
//! - [`edit`] changes what people wrote, for them: ids are written down, records renamed, addresses
//!   recorded. It hands a change to the transaction of [`output`].
//! - [`intake`] reads what other programs made, as values, before any of it becomes content;
//!   [`export`] makes files for them of what there is.
//! - [`takeover`] merges that with an event that is there, so that the command and the desk show and
//!   write the same.
//! - [`advice`] says what to look at before a site goes online, and [`online`] asks whether links to
//!   other sites still work; [`publish`] puts what was built where others read it.
//! - [`serve`] runs the same [`pipeline`] while somebody writes; [`desk`] is where they write in the
//!   browser; [`app`] has a short file a command.
//!
//! # The vocabulary
//! What every stage may use: [`source`] (files, spans), [`id`], [`mod@reference`] (names of
//! records), [`words`] (both languages), [`diagnostic`] (what is wrong with content), [`error`]
//! (what is wrong with the machine), [`encode`] (words in addresses and in HTML), [`colour`],
//! [`stable_hash`] (values that many pages show, and keys), [`folder`] (the door to the disk),
//! [`state`] (how the program knows its own files from those that came with a folder). And the
//! tools of one trade each: [`markdown`], [`drawing`], [`pictures`], [`config`].
//!
//! # Glossary
//! | word | what it means |
//! | --- | --- |
//! | event | one meeting, with its report: a folder under `content/events` |
//! | record | one thing that was written down: an event, a session, a deal, a region, … |
//! | kind | what sort of record: a row of [`schema::KINDS`] and of the table in [`records`] |
//! | ask, offer; need | what a party needs, what a party gives; either of the two |
//! | deal | an agreement of parties that takes up asks, offers and ideas |
//! | lead | an ask or offer that nobody has taken up yet |
//! | match | a lead of the other side that shares a region and a theme |
//! | party | a person, an organisation, or words such as "two teachers" |
//! | harvest | what counts for a region, theme or year: its own records and those of all below |
//! | crossing | a region with a theme |
//! | inline | written within a deal, without a page of its own |
//! | permalink, promise | an address that `publish --record` wrote down: it works for good |
//! | resolution | what stands at a permalink now: a record, a page, an address, nothing |
//! | subject | a record that a page is about |
//! | view | all that one page shows, as values: a template sees it and nothing else |
//! | card | the little that a page shows of another record |
//! | social card | the picture that other sites show beside a link |
//! | key | the hash of a view, its template, the look and the generator: equal keys, equal bytes |
//! | proposal | what records are wanted to hold, with what they held when that was written down |
//! | takeover | what another program made, turned into a proposal and merged with what is there |
//! | survey | a report read, linked and planned as far as that goes, with all that is wrong with it |
//! | place | somewhere that a site is published at, as the settings call it: a folder, a server |
//! | look | templates, style sheets and options: how a site is shown |
//! | fragment | the part of an address behind `#`: a place on a page |
//! | draft | a record that is not to be published yet |
//! | withheld | a contact that the settings do not show, with words in its place |
//! | mark | the comment that says of a file that this program made it for this site |
//! | seal | what the program closes its own files with, so that a foreign one is known |
//! | code | the name of a sort of diagnostic: `unknown-region` |
//! | way out | what a message says to do; it works when followed to the letter |
//!
//! # Invariants
//! `tests/suite/tidy` holds what a compiler does not.
//! 1. Only [`folder`] makes an open file of a path, and follows no link in doing so. Parsing,
//!    linking and planning never fail: they return diagnostics beside their result.
//! 2. A room imports the rooms before its own and the vocabulary, never a later one; and between
//!    the files of a room there is no circle either.
//! 3. A template sees its view and nothing else, so a page's key is complete by construction: equal
//!    keys mean equal bytes. The day of the build enters no view, only what follows from it.
//! 4. A view holds small cards of other records, never whole ones: work per page does not grow with
//!    the site. The one exception is the page that shows an event whole, for paper: its work grows
//!    with that event, and with nothing else.
//! 5. Order is decided at link time and never comes from a hash table. The same input gives the
//!    same bytes on any machine.
//! 6. A [`source::Span`] travels with every value that a later check may blame.
//! 7. Pages stream to staging: neither the site's bytes nor its views are ever all in memory.
//! 8. Nothing that a site's folder carries is obeyed: what lies in `.oogst` is believed only where
//!    this program sealed it with the user's key, in this very folder.
//! 9. There is one way to know that a page need not be made again: its key. Serving runs the same
//!    build with warm caches; what the watcher says tells only which files to read again.
//! 10. What varies stands once: a kind of record, a kind of page, an allowed word, a code is one
//!     row, and a record says what is in it by one walk over its fields.
//! 11. A type's name means one thing, and a field's name stands with its record or its schema.
//!
//! # Three kinds of failure, never mixed
//! A [`diagnostic::Diagnostic`] is about content: all of them are collected and shown, and nothing
//! is written. An [`error::Error`] is about the machine: the old site stays. A panic is our
//! mistake.
#![forbid(unsafe_code)]

// The vocabulary.
pub mod colour;
pub mod diagnostic;
pub mod encode;
pub mod error;
pub mod folder;
pub mod id;
pub mod source;
pub mod stable_hash;
pub mod state;
pub mod words;

// What may be written, and what is.
pub mod config;
pub mod drawing;
pub mod input;
pub mod markdown;
pub mod pictures;
pub mod privacy;
pub mod reference;
pub mod schema;

// What it means.
pub mod intake;
pub mod records;

// What is shown of it.
pub mod feeds;
pub mod look;
pub mod pages;
pub mod plan;
pub mod search;

// Where it goes.
pub mod edit;
pub mod export;
pub mod output;
pub mod pipeline;
pub mod serve;
pub mod takeover;

// What is advised before it does, and how others get to see it.
pub mod advice;
pub mod online;
pub mod publish;

// What is written in the browser.
pub mod desk;

// Who asks for it.
pub mod app;
