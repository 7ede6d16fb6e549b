//! Oogst (Dutch for harvest): what a meeting brought home, as a report site.
//!
//! This page is the tour. The program reads Markdown and TOML about events, and what came of them
//! (ideas, asks, offers, deals), and writes a static site that people browse by event, year, region
//! and theme. It is a library with a thin binary over it.
//!
//! # The stages
//! Data flows one way; each stage is a function from values to values, and [`pipeline`] calls them in
//! order.
//!
//! ```text
//!  content/, oogst.toml, look                                                   output/
//!       │ load                                                                    ▲ output
//!       ▼                                                                         │
//!  SourceFile ─content─► WrittenRecord ─privacy─► WrittenRecord ─report::link─► Report ─plan─► Planned ─fill─► View ─render─► bytes
//! ```
//!
//! - [`load`] reads the folder: texts with their hashes, pictures by name and size.
//! - [`media`] reads the headers of pictures, and makes of each the files that are published.
//! - [`markdown`] makes HTML, plain text and lists of links of one text.
//! - [`content`] parses each file by the one [`content::schema`] into [`content::record::WrittenRecord`]s,
//!   side by side.
//! - [`privacy`] takes out of these what may not be shown, before ids, addresses or anything else
//!   are made of them.
//! - [`report::link`] resolves every reference both ways, rolls regions and themes up, finds leads
//!   and their matches: a [`report::Report`].
//! - [`social`] sets words in lines and draws the cards that other sites show beside a link.
//! - [`plan`] decides which files there are, and at which address; [`pages`] makes the view of
//!   one page at a time.
//! - [`drawing`] turns counts, names, outlines and addresses into the geometry of maps and QR
//!   codes.
//! - [`render`] shows a view with a look; [`feeds`] makes the files that are no pages.
//! - [`search`] makes the index that the search page reads, of what [`pages`] says can be
//!   found.
//! - [`edit`] changes what people wrote, for them: ids are written down, records renamed, addresses
//!   recorded.
//! - [`output`] stages, compares and commits, so that a reader meets the old site or the new one,
//!   never half of either; and verifies later that it still is as it was.
//!
//! # The nouns
//! The words that every stage may use: [`source`] (files, spans), [`id`], [`words`] (both
//! languages), [`config`], [`diagnostic`] (what is wrong with content), [`error`] (what is wrong
//! with the machine), [`encode`] (words in addresses and in HTML), [`shared`] (values that many pages show), [`folder`] (the door to the disk),
//! [`state`] (how the program knows its own files from those that came with a folder).
//!
//! # Invariants
//! `tests/suite/tidy.rs` holds them.
//! 1. Only [`folder`] makes an open file of a path, and follows no link in doing so; [`load`],
//!    [`media`], [`output`], [`edit`], [`serve`] and `oogst new` ask it. Parsing, linking and
//!    planning never fail: they return diagnostics beside their result.
//! 2. A stage imports itself, the nouns of earlier stages and the vocabulary, never a later stage.
//! 3. A template sees its view and nothing else, so a page's key (the hash of view, template, look
//!    and generator) is complete by construction: equal keys mean equal bytes. The day of the build
//!    enters no view, only what follows from it.
//! 4. A view holds small cards of other records, never whole ones: work per page does not grow with
//!    the site. The one exception is the page that shows an event whole, for paper: its work grows
//!    with that event, and with nothing else.
//! 5. Order is decided at link time and never comes from a hash table. The same input gives the
//!    same bytes on any machine.
//! 6. A [`source::Span`] travels with every value that a later check may blame.
//! 7. Pages stream to staging: neither the site's bytes nor its views are ever all in memory.
//! 8. Nothing that a site's folder carries is obeyed: what lies in `.oogst` is believed only where
//!    this program sealed it with the user's key, in this very folder.
//! 9. Serving runs the same build with warm caches. What the watcher says tells only which files to
//!    read again. There is no second path.
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
pub mod schema;

// What it means.
pub mod records;

// What is shown of it.
pub mod feeds;
pub mod look;
pub mod pages;
pub mod plan;
pub mod search;

// Where it goes.
pub mod edit;
pub mod output;
pub mod pipeline;
pub mod serve;

// Who asks for it.
pub mod app;
