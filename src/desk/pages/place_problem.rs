//! What keeps a site from its place, in words, and what a person can say to that.

use crate::desk::places::PlaceProblem;
use crate::publish::PublishFault;
use crate::words::{Bilingual, Language, desk, desk_publishing as words};

/// The controls of what a person says.
pub(in crate::desk) const ADOPT: &str = "adopt";
pub(in crate::desk) const OVERWRITE: &str = "overwrite";
pub(in crate::desk) const UNLOCK: &str = "unlock";
pub(in crate::desk) const SERVER_KEY: &str = "server_key";
pub(in crate::desk) const SECRET: &str = "secret";

/// What keeps a site from its place, in words.
pub(super) struct ToldProblem<'a> {
    pub(super) said: String,
    /// Files, by their names.
    pub(super) names: &'a [String],
    /// What may be allowed or agreed to: its control, its value, and what is said.
    pub(super) tick: Option<(&'static str, &'a str, Bilingual)>,
    /// Whether an answer is enough to go on.
    pub(super) is_question: bool,
}

impl<'a> ToldProblem<'a> {
    pub(super) fn of(problem: &'a PlaceProblem, language: Language) -> Self {
        let plain = |said: Bilingual| Self {
            said: said.get(language).to_owned(),
            names: &[],
            tick: None,
            is_question: false,
        };
        match problem {
            PlaceProblem::Machine(error) => Self::sentence(error.message(language)),
            PlaceProblem::Fault(fault) => Self::of_fault(fault, language),
            PlaceProblem::FileThere(file) => Self {
                names: std::slice::from_ref(file),
                tick: Some((OVERWRITE, "1", words::OVERWRITE)),
                is_question: true,
                ..plain(words::FILE_THERE)
            },
            PlaceProblem::Secret {
                was_wrong: true, ..
            } => Self {
                is_question: true,
                ..plain(words::SECRET_WRONG)
            },
            PlaceProblem::Secret { user, host, .. } => Self {
                is_question: true,
                ..Self::sentence(words::secret_of(user, host).get(language).to_owned())
            },
            PlaceProblem::NotReady => plain(desk::NOT_YET),
            PlaceProblem::Damaged => plain(words::DAMAGED),
            PlaceProblem::InReport => plain(words::IN_REPORT),
            PlaceProblem::NeedsFeature => plain(words::NEEDS_SERVERS),
            PlaceProblem::NoSuchPlace => plain(words::NO_SUCH_PLACE),
            PlaceProblem::OtherThanSeen(_) => plain(words::OTHER_THAN_SEEN),
        }
    }

    fn sentence(said: String) -> Self {
        Self {
            said,
            names: &[],
            tick: None,
            is_question: false,
        }
    }

    fn of_fault(fault: &'a PublishFault, language: Language) -> Self {
        if let Some(question) = Self::question(fault, language) {
            return question;
        }
        let said = match fault {
            PublishFault::InTheWay { names, .. } => {
                let said = words::FOLDERS_IN_THE_WAY.get(language).to_owned();
                return Self {
                    names,
                    ..Self::sentence(said)
                };
            }
            PublishFault::OtherServer { host, was, is } => words::other_server(host, was, is),
            PublishFault::NoConnection { host, why } => words::no_connection(host, why),
            PublishFault::NoAccess { user, host } => words::no_access(user, host),
            PublishFault::BadList { place } => words::bad_list(place),
            other => return Self::sentence(format!("{}.", other.message(language))),
        };
        Self::sentence(said.get(language).to_owned())
    }

    /// What a person may allow or agree to, so that it goes on.
    fn question(fault: &'a PublishFault, language: Language) -> Option<Self> {
        let none: &[String] = &[];
        let (said, names, tick) = match fault {
            PublishFault::NotEmpty { names } => {
                let said = words::NOT_EMPTY.get(language).to_owned();
                (said, names.as_slice(), (ADOPT, "1", words::ADOPT))
            }
            PublishFault::OtherSite { site, own } => {
                let said = words::other_site(site, own).get(language).to_owned();
                (said, none, (ADOPT, "1", words::TAKE_PLACE))
            }
            PublishFault::InTheWay {
                names,
                are_files: true,
            } => {
                let said = words::IN_THE_WAY.get(language).to_owned();
                (said, names.as_slice(), (OVERWRITE, "1", words::OVERWRITE))
            }
            PublishFault::ChangedThere { names } => {
                let said = words::CHANGED_THERE.get(language).to_owned();
                (said, names.as_slice(), (OVERWRITE, "1", words::PUT_BACK))
            }
            PublishFault::Busy { host, since } => {
                let said = words::busy(host, since).get(language).to_owned();
                (said, none, (UNLOCK, "1", words::UNLOCK))
            }
            PublishFault::UnknownServer { host, is } => {
                let said = words::unknown_server(host, is).get(language).to_owned();
                (said, none, (SERVER_KEY, is.as_str(), words::IS_SERVER))
            }
            _ => return None,
        };
        Some(Self {
            said,
            names,
            tick: Some(tick),
            is_question: true,
        })
    }
}
