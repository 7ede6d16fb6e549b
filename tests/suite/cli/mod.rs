//! The program as people and scripts meet it: what it says, on which stream, with which exit code,
//! and what it leaves on the disk.
//!
//! Transcripts stand in `tests/cli/`; `TRYCMD=overwrite cargo test --test suite` writes them anew.

mod builds;
mod reports;

use std::path::Path;

#[test]
fn what_the_program_says_of_itself_is_as_written_down() {
    trycmd::TestCases::new()
        .register_bin("oogst", Path::new(env!("CARGO_BIN_EXE_oogst")))
        .env("LC_ALL", "nl_NL.UTF-8")
        .env("COLUMNS", "100")
        .case("tests/cli/*.trycmd");
}
