//! `oogst`: from the words on the command line to an exit code. Everything else is in the library.

use std::process::ExitCode;

use oogst::app::cli::{self, Asked, CommandLine};
use oogst::app::{self, terminal};
use oogst::words::Language;

/// A page is thousands of small values that live for a moment; with this allocator they cost a
/// fifth of the whole build less.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let usual = usual_language();
    // A double click types nothing, and there is a window then. Other programs are told what can be
    // typed.
    if arguments.len() <= 1 && terminal::is_there() {
        return ExitCode::from(app::run(&Asked::untyped(), usual).code());
    }
    match cli::read(&arguments, cli::language_of_help(&arguments, usual)) {
        CommandLine::Asked(asked) => ExitCode::from(app::run(&asked, usual).code()),
        CommandLine::Tell(text) => {
            terminal::write_out(&text);
            ExitCode::SUCCESS
        }
        CommandLine::Wrong(text) => {
            terminal::write_wrong(&text);
            ExitCode::from(1)
        }
    }
}

/// English where the machine speaks English and not Dutch; Dutch otherwise, since that is whom this
/// is for.
#[expect(
    clippy::disallowed_methods,
    reason = "the environment is read here and in the commands only"
)]
fn usual_language() -> Language {
    let spoken = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match spoken {
        Some(spoken) if spoken.starts_with("en") => Language::En,
        _ => Language::Nl,
    }
}
