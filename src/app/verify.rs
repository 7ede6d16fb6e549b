//! `oogst verify`: whether the site, or a copy of it, still is as the last build left it; which
//! files are not, and what to do about it. Nothing is changed.

use std::fmt::Write as _;
use std::path::Path;

use super::ending::Ending;
use crate::app::cli::VerifyTask;
use crate::app::terminal::{Terminal, write_out, write_wrong};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::output::{FileState, Finding, Verified, verify};
use crate::pipeline::BuildTarget;
use crate::words::commands;
use crate::words::numbers::count;
use crate::words::phrases;
use crate::words::{Bilingual, Language};

/// How many files of each state people get to read.
const MOST_LISTED: usize = 50;

/// Every state: its name for programs, its words for people.
const STATES: [(&str, Bilingual); 5] = [
    ("changed", commands::CHANGED),
    ("damaged", commands::DAMAGED),
    ("lost", commands::LOST),
    ("added", commands::ADDED),
    ("unreadable", commands::UNREADABLE),
];

/// How wide the words of a state are set.
const WIDTH: usize = 12;

pub(super) fn run(root: &Path, task: &VerifyTask, terminal: &Terminal) -> Ending {
    let output = root.join(BuildTarget::Output.folder());
    let copy = task.copy.as_deref();
    let open = |path: &Path| Folder::open(path).map_err(Error::during(Operation::List, path));
    let folders = open(root).and_then(|site| Ok((site, copy.map(open).transpose()?)));
    let verified = match folders.and_then(|(site, copy)| verify(&site, copy.as_ref())) {
        Ok(verified) => verified,
        Err(error) => {
            terminal.failure(&error);
            return Ending::Failed;
        }
    };
    if !verified.is_own {
        terminal.tell(commands::FOREIGN_LIST.get(terminal.language));
    }
    let told = VerifyReport {
        verified: &verified,
        language: terminal.language,
        is_copy: copy.is_some(),
    };
    if task.json {
        write_out(&told.lines_of_json());
    }
    let well = verified.findings.is_empty() && !verified.interrupted;
    if well {
        terminal.tell(&told.all_is_well(copy.unwrap_or(&output)));
    } else if !task.json {
        write_wrong(&told.list());
        write_wrong(&told.ways_out());
    }
    match &verified {
        _ if well => Ending::Fine,
        Verified { findings, .. }
            if findings
                .iter()
                .any(|finding| matches!(finding.state, FileState::Unreadable(_))) =>
        {
            Ending::Failed
        }
        _ => Ending::Wrong,
    }
}

/// The place of a state in [`STATES`].
fn place(state: &FileState) -> usize {
    match state {
        FileState::Changed => 0,
        FileState::Damaged => 1,
        FileState::Lost => 2,
        FileState::Added => 3,
        FileState::Unreadable(_) => 4,
    }
}

/// What was found, on its way to words.
struct VerifyReport<'a> {
    verified: &'a Verified,
    language: Language,
    is_copy: bool,
}

impl VerifyReport<'_> {
    fn counts(&self) -> [usize; STATES.len()] {
        let mut counts = [0; STATES.len()];
        for finding in &self.verified.findings {
            counts[place(&finding.state)] += 1;
        }
        counts
    }

    fn all_is_well(&self, folder: &Path) -> String {
        let (folder, files) = (
            folder.display(),
            phrases::FILE.counted(self.verified.whole, self.language),
        );
        commands::whole_site(&folder, &files)
            .get(self.language)
            .to_owned()
    }

    /// A line a file and then the counts.
    fn list(&self) -> String {
        let mut text = String::new();
        let mut listed = [0; STATES.len()];
        let mut left_out = 0_u64;
        for Finding { path, state } in &self.verified.findings {
            let place = place(state);
            if listed[place] == MOST_LISTED {
                left_out += 1;
                continue;
            }
            listed[place] += 1;
            let what = match state {
                FileState::Unreadable(error) => error.message(self.language),
                _ => path.clone(),
            };
            // Others may have given a file a name that a terminal takes for a command.
            let what = what.replace(char::is_control, "\u{FFFD}");
            let _ = writeln!(text, "{:WIDTH$}{what}", STATES[place].1.get(self.language));
        }
        if left_out > 0 {
            let left_out = count(left_out, self.language);
            text.push_str(commands::not_listed(&left_out).get(self.language));
        }
        let counted = STATES
            .iter()
            .zip(self.counts())
            .filter(|(_, number)| *number > 0);
        let mut parts: Vec<String> = counted
            .map(|((_, word), number)| {
                format!(
                    "{} {}",
                    count(number as u64, self.language),
                    word.get(self.language)
                )
            })
            .collect();
        parts.push(format!(
            "{} {}",
            phrases::FILE.counted(self.verified.whole, self.language),
            commands::AS_MADE.get(self.language)
        ));
        text + &parts.join(", ") + ".\n"
    }

    /// What to do about it, for each kind of finding there is.
    fn ways_out(&self) -> String {
        let [changed, damaged, lost, added, unreadable] = self.counts();
        let again = changed + lost > 0;
        let ways = [
            (
                self.verified.interrupted,
                commands::FINISH_LAST_BUILD.get(self.language),
            ),
            (
                again && self.is_copy,
                commands::COPY_AGAIN.get(self.language),
            ),
            (
                again && !self.is_copy && !self.verified.interrupted,
                commands::BUILD_AGAIN.get(self.language),
            ),
            (
                changed > 0 && !self.is_copy && !self.verified.interrupted,
                commands::CHANGED_ARE_KEPT.get(self.language),
            ),
            (damaged > 0, commands::WHAT_DAMAGED_MEANS.get(self.language)),
            (added > 0, commands::ADDED_STAYS.get(self.language)),
            (
                unreadable > 0,
                commands::UNREADABLE_UNCHECKED.get(self.language),
            ),
        ];
        ways.into_iter()
            .filter(|(applies, _)| *applies)
            .flat_map(|(_, way)| [way, "\n"])
            .collect()
    }

    /// For other programs: an object a file.
    fn lines_of_json(&self) -> String {
        let mut text = String::new();
        for Finding { path, state } in &self.verified.findings {
            let reason = if let FileState::Unreadable(error) = state {
                Some(error.message(self.language))
            } else {
                None
            };
            let line = serde_json::json!({ "file": path, "state": STATES[place(state)].0, "reason": reason });
            let _ = writeln!(text, "{line}");
        }
        text
    }
}
