//! Fuzz targets: whatever bytes stand in a file, reading it ends, does not panic, and takes memory
//! in measure with what it reads.
//!
//! A target gets bytes and makes of them a text (words of its own dictionary, with odd bytes
//! between them) or takes them as they are. Each runs for some seconds with `cargo test`;
//! `BOLERO_RANDOM_TEST_TIME_MS=600000 cargo test --test fuzz -- --nocapture` takes ten minutes for
//! each, and says how many inputs each had. A failure names its seed: `BOLERO_RANDOM_SEED=…` gives
//! the same input again. What was found so is mended, and stands as an example in a test of the
//! suite.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make, change and read folders of their own"
)]
#![expect(
    clippy::print_stderr,
    reason = "how many inputs there were is for whoever runs this by hand"
)]

mod memory;
mod targets;
mod watch;
mod words;
mod words_of_schedules;
mod words_of_tables;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;
