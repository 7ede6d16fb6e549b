//! The command line: what can be typed, with help that a communications officer understands, in
//! Dutch and in English.

mod asked;
mod commands;
mod explained;
mod given;
mod grammar;
mod read;
mod row;
mod shared_options;
mod version;

pub use asked::{
    Asked, BuildTask, CheckTask, EditTask, ExportTask, ImportTask, NewTask, PublishTask, ShowTask,
    Task, VerifyTask,
};
pub use read::{CommandLine, language_of_help, read};
