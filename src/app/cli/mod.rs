//! The command line: what can be typed, with help that a communications officer understands, in
//! Dutch and in English.

mod asked;
mod explained;
mod grammar;
mod read;

pub use asked::{Asked, BuildTask, Task, VerifyTask};
pub use read::{CommandLine, language_of_help, read};
