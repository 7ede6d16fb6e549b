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
use crate::words::numbers::count;
use crate::words::phrases::Noun;
use crate::words::{Bilingual, Language, both};

/// How many files of each state people get to read.
const MOST_LISTED: usize = 50;

const FILE: Noun = Noun::new(both("bestand", "file"), both("bestanden", "files"));

/// Every state: its name for programs, its words for people.
const STATES: [(&str, Bilingual); 5] = [
    ("changed", both("gewijzigd", "changed")),
    ("damaged", both("beschadigd", "damaged")),
    ("lost", both("weg", "lost")),
    ("added", both("erbij", "added")),
    ("unreadable", both("onleesbaar", "unreadable")),
];

/// What is said where the list of files was not made here.
const FOREIGN: Bilingual = both(
    "De lijst met bestanden is niet op deze plek door u gemaakt: ze kwam met de map mee. Ongelukken zijn ermee te zien. Wie de map maakte, kan de lijst hebben aangepast.\n",
    "The list of files was not made by you in this place: it came with the folder. It shows accidents. Whoever made the folder may have changed the list.\n",
);

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
        terminal.tell(FOREIGN.get(terminal.language));
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
    fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        both(nl, en).get(self.language)
    }

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
            FILE.counted(self.verified.whole, self.language),
        );
        match self.language {
            Language::Nl => {
                format!("De site in {folder} is zoals oogst hem maakte: {files} nagekeken.\n")
            }
            Language::En => format!("The site in {folder} is as oogst made it: {files} checked.\n"),
        }
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
            let _ = match self.language {
                Language::Nl => writeln!(
                    text,
                    "… en nog {left_out}; met `--format json` komen ze alle."
                ),
                Language::En => writeln!(
                    text,
                    "… and {left_out} more; `--format json` gives them all."
                ),
            };
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
            FILE.counted(self.verified.whole, self.language),
            self.say("zoals oogst ze maakte", "as oogst made them")
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
                self.say(
                    "De laatste bouw is onderbroken terwijl hij bestanden op hun plaats zette. Typ `oogst build`: die maakt dat af.",
                    "The last build was interrupted while it put files in place. Type `oogst build`: that finishes it.",
                ),
            ),
            (
                again && self.is_copy,
                self.say(
                    "Kijk eerst met `oogst verify` of de site zelf nog heel is. Kopieer dan opnieuw wat gewijzigd of weg is.",
                    "First check with `oogst verify` that the site itself is whole. Then copy again what was changed or lost.",
                ),
            ),
            (
                again && !self.is_copy && !self.verified.interrupted,
                self.say("Typ `oogst build`: dan komt terug wat gewijzigd of weg is.", "Type `oogst build`: what was changed or lost then comes back."),
            ),
            (
                changed > 0 && !self.is_copy && !self.verified.interrupted,
                self.say(
                    "De gewijzigde bestanden bewaart oogst daarbij in .oogst/replaced, behalve als die bouw een foto, een persoon of iets dat weg is van de site haalt.",
                    "Oogst keeps the changed files in .oogst/replaced, unless that build takes a photo, a person or something that is gone off the site.",
                ),
            ),
            (
                damaged > 0,
                self.say(
                    "Beschadigd is een bestand met een andere inhoud, terwijl lengte en tijd gelijk bleven. `oogst build` ziet dat niet: verwijder deze bestanden en typ dan `oogst build`. Misschien gaat de schijf stuk.",
                    "A damaged file holds something else although its length and time are the same. `oogst build` does not see that: remove these files and then type `oogst build`. The disk may be failing.",
                ),
            ),
            (
                added > 0,
                self.say(
                    "Wat erbij staat, heeft de laatste bouw niet gemaakt. Oogst laat het staan.",
                    "What was added was not made by the last build. Oogst leaves it alone.",
                ),
            ),
            (unreadable > 0, self.say("Wat onleesbaar is, is niet nagekeken.", "What is unreadable was not checked.")),
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
