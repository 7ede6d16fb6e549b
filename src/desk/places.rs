//! What the desk has done for it where a site is published, by whoever owns the commands; and the
//! values that go to and fro. What only a person knows is asked by a [`PlaceProblem`] and answered by
//! [`PlaceAnswers`] the next time.

use crate::error::Error;
use crate::publish::{PublishFault, PublishOptions, PublishPlan, TargetCaution};

/// What the desk has done for it where a site is published.
pub trait DeskPlaces {
    /// How many addresses of the site are not on record yet.
    ///
    /// # Errors
    /// When the machine refuses to read.
    fn new_addresses(&mut self) -> Result<usize, Error>;

    /// Puts them on record, which is no save that can be undone.
    ///
    /// # Errors
    /// When the machine refuses, or the report is wrong.
    fn record(&mut self) -> Result<(), PlaceProblem>;

    /// Makes the site, and compares what stands at the place of this name. Nothing is changed there.
    ///
    /// # Errors
    /// When it may not be published there, or something is to be known first.
    fn look_there(
        &mut self,
        place: &str,
        answers: &PlaceAnswers,
    ) -> Result<PlaceSeen, PlaceProblem>;

    /// Puts the site there, as somebody saw it.
    ///
    /// # Errors
    /// The same, and when something else would be done than was seen.
    fn put_there(&mut self, place: &str, answers: &PlaceAnswers) -> Result<(), PlaceProblem>;

    /// What was put at a place last since the report was opened.
    fn done_there(&self, place: &str) -> Option<&PlaceDone>;
}

/// What a person said of a place.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PlaceAnswers {
    /// What is allowed there.
    pub allowed: PublishOptions,
    /// The fingerprint of the key of the server that is the right one.
    pub server_key: Option<String>,
    /// The password.
    pub secret: Option<String>,
    /// Whether addresses are put on record.
    pub records: bool,
    /// The mark of what was seen.
    pub seen: Option<String>,
}

impl std::fmt::Debug for PlaceAnswers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PlaceAnswers").finish_non_exhaustive()
    }
}

/// What would be done at a place.
#[derive(Debug)]
pub struct PlaceSeen {
    /// The place in words.
    pub shown: String,
    /// What is there, beside what is to be.
    pub there: SeenThere,
    /// Equal for what comes to the same.
    pub mark: String,
    /// A line about the server's key that the user is to write by hand.
    pub key_line: Option<String>,
    /// What the place cannot do as well as others.
    pub caution: Option<TargetCaution>,
}

/// What is at a place, beside what is to be there.
#[derive(Debug)]
pub enum SeenThere {
    /// A zip file is made of so many files.
    Zip(usize),
    /// Files are put and taken off.
    Files(Box<PublishPlan>),
}

/// What was put at a place.
#[derive(Debug)]
pub struct PlaceDone {
    /// The place, and what was done.
    pub seen: PlaceSeen,
    /// How many addresses were put on record with it.
    pub recorded: usize,
}

/// Why a site is not at its place.
#[derive(Debug)]
pub enum PlaceProblem {
    /// The machine refused.
    Machine(Error),
    /// The place refused, or asks for something to be allowed or agreed to.
    Fault(PublishFault),
    /// Something else stands where the zip file is to come; its name.
    FileThere(String),
    /// A password is asked for.
    Secret {
        /// Who logs in.
        user: String,
        /// The name of the server.
        host: String,
        /// Whether one was given, and the server did not take it.
        was_wrong: bool,
    },
    /// The site cannot be made, or something that must be there is missing.
    NotReady,
    /// The site is not as it was made.
    Damaged,
    /// The folder lies in the report's own.
    InReport,
    /// This program was made without publishing to servers.
    NeedsFeature,
    /// The settings name no such place.
    NoSuchPlace,
    /// What would be done is something else than was seen: this.
    OtherThanSeen(Box<PlaceSeen>),
}

impl From<Error> for PlaceProblem {
    fn from(error: Error) -> Self {
        Self::Machine(error)
    }
}

impl From<PublishFault> for PlaceProblem {
    fn from(fault: PublishFault) -> Self {
        Self::Fault(fault)
    }
}
