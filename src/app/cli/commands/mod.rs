//! The table of what can be typed: a file for each command.

mod build;
mod check;
mod edit;
mod export;
mod import;
mod licences;
mod new;
mod publish;
mod rename;
mod schema;
mod serve;
mod show;
mod verify;

use super::row::CommandRow;

/// The commands, in the order in which help shows them.
pub(super) const COMMANDS: &[CommandRow] = &[
    new::NEW,
    build::BUILD,
    check::CHECK,
    publish::PUBLISH,
    import::IMPORT,
    export::EXPORT,
    show::SHOW,
    rename::RENAME,
    edit::EDIT,
    serve::SERVE,
    verify::VERIFY,
    schema::SCHEMA,
    licences::LICENCES,
];
