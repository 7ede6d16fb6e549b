//! The suite: tests that enter through the front door and compare whole results.
//!
//! [`harness`] copies a site from `tests/sites/`, changes it as a writer would and builds it, with
//! the library or with the program itself; [`tree`] compares what came out, file by file; [`page`]
//! reads pages as a browser would. Each other file holds one promise to the rest.
//!
//! What is expected stands in files for people to read: `tests/sites/<name>/expected/` and
//! `files.txt` ([`expected`] says how), `tests/diagnostics/<code>/expected.nl.txt`, `tests/cli/`.
//! After a change that is meant, `OOGST_REWRITE_EXPECTED=1 cargo test --test suite` writes them anew;
//! read the difference in git before you believe it.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make, change and read folders; the doors to the disk are the program's rule"
)]
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the names of the files compared are the suite's and the program's own"
)]
#![expect(
    clippy::format_collect,
    reason = "a line made per item reads better than one written piece by piece, and here costs nothing"
)]

mod canaries;
mod chosen;
mod chosen_pages;
mod commit_before;
mod contact_forms;
mod corpus;
mod counts;
mod drawn;
mod every_field;
mod every_place;
mod expected;
mod harness;
mod page;
mod preview;
mod program;
mod repeated;
mod tables;
mod tree;

mod advice;
mod advisories;
mod assets;
mod caches;
mod cards;
mod choices;
mod cli;
mod contacts;
mod descriptions;
mod desk;
mod determinism;
mod diagnostics;
#[cfg(unix)]
mod edits;
mod examples;
mod expected_told;
mod export;
mod extremes;
mod foreign;
mod forget;
mod found;
mod fragments;
mod git;
mod handed_out;
mod hostile;
mod import;
mod in_pieces;
mod incremental;
mod injection;
mod json_schema;
mod kills;
mod languages;
mod large;
mod later;
mod links;
mod lists;
mod looks;
mod looks_reference;
mod looks_second;
mod lost_state;
mod machine;
mod manuals;
mod maps;
mod namesakes;
mod needed;
mod new_records;
mod notices;
mod numbers;
mod on_this_page;
#[cfg(unix)]
mod packages;
mod paper;
mod pictures;
mod policy;
mod programme;
mod promises;
mod proposals;
mod publishing;
mod reference;
mod schedules;
mod scripts;
mod search;
mod servers;
mod serving;
mod sharing;
mod shut;
mod sitemap;
mod sites;
mod spdx;
mod talks;
mod texts;
mod thin;
mod third_party;
mod thrown_together;
mod tidy;
mod times;
mod trust;
mod unchanged;
mod verify;
mod ways_out;
mod weight;
mod written;
