//! What to say of files that stand in the output and that no build makes: pictures before all else,
//! since consent for them may be withdrawn. Names that others gave are shown, no more of them than
//! a person reads.

use crate::diagnostic::{Code, Diagnostic, harmless};
use crate::output::Leftover;
use crate::words::messages::pipeline as messages;
use crate::words::{Phrase, phrase};

/// How many files are named.
const NAMED: usize = 20;

/// Says it, before anything else that is to be said.
pub(super) fn tell(left: &[Leftover], folder: &str, diagnostics: &mut Vec<Diagnostic>) {
    let (pictures, others): (Vec<&Leftover>, Vec<&Leftover>) =
        left.iter().partition(|leftover| leftover.pictures > 0);
    let first = [(Code::PicturesLeft, pictures), (Code::FilesLeft, others)]
        .into_iter()
        .filter(|(_, left)| !left.is_empty());
    let first = first.map(|(code, left)| {
        Diagnostic::of_site(code)
            .with("folder", folder)
            .with("files", named(&left))
    });
    diagnostics.splice(0..0, first.collect::<Vec<_>>());
}

/// Names them, in both languages.
fn named(left: &[&Leftover]) -> Phrase {
    let name = |leftover: &&Leftover| {
        let path = harmless(&leftover.path);
        match leftover {
            Leftover { files, .. } if leftover.path.ends_with('/') && *files > 0 => {
                (format!("`{path}` ({files})"), format!("`{path}` ({files})"))
            }
            _ => (format!("`{path}`"), format!("`{path}`")),
        }
    };
    let (mut nl, mut en): (Vec<String>, Vec<String>) = left.iter().take(NAMED).map(name).unzip();
    if left.len() > NAMED {
        let more = left.len() - NAMED;
        let more = messages::and_more(&more);
        nl.push(more.nl.into_owned());
        en.push(more.en.into_owned());
    }
    phrase(nl.join(", "), en.join(", "))
}
