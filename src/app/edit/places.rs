//! What the desk has done where a site is published: by the same stages as `oogst publish`, with what
//! a person said in a form in the place of a terminal.

use std::collections::HashMap;
use std::path::Path;

use super::bench::{Bench, patiently};
use crate::app::outside;
use crate::app::placing::{NoPlace, Putting, WantedPlace, built_site, is_own_zip, is_whole};
use crate::app::recording::{SiteRecording, new_promises, to_record};
use crate::config::PublishPlace;
use crate::desk::{
    DeskPlaces, DeskWork as _, PlaceAnswers, PlaceDone, PlaceProblem, PlaceSeen, Purpose, SeenThere,
};
use crate::diagnostic::any_error;
use crate::edit::save;
use crate::error::Error;
use crate::folder::Folder;
use crate::output::Cancel;
use crate::publish::{PublishTarget, PublishedSite, TargetCaution, look};
use crate::source::SourcePath;

/// A place that can be written to.
enum ReachedPlace {
    Zip(std::path::PathBuf),
    Files(Box<dyn PublishTarget>),
}

/// A site that was just made, at a place that it may go to.
struct SiteThere {
    folder: Folder,
    site: PublishedSite,
    address: String,
    place: ReachedPlace,
    key_line: Option<String>,
}

impl DeskPlaces for Bench {
    fn new_addresses(&mut self) -> Result<usize, Error> {
        let studied = self.study(Purpose::Publishing)?;
        let new = studied.study.map(new_promises).unwrap_or_default();
        Ok(new.iter().map(|promise| promise.addresses.len()).sum())
    }

    fn record(&mut self) -> Result<(), PlaceProblem> {
        self.study(Purpose::Publishing)?;
        let report = self.opened()?;
        let study = report.known().ok_or(PlaceProblem::NotReady)?;
        let new = new_promises(study);
        let SiteRecording {
            rewrite, besides, ..
        } = to_record(&report.root, &report.builder, study, new)?;
        if rewrite.is_empty() {
            return Ok(());
        }
        if any_error(&self.try_out(&rewrite)?.diagnostics) {
            return Err(PlaceProblem::NotReady);
        }
        let report = self.opened()?;
        let sources = report.builder.sources().hashes();
        let read: HashMap<&SourcePath, [u8; 32]> = sources
            .chain(besides.iter().map(|(path, hash)| (path, *hash)))
            .collect();
        patiently(&report.turns, || {
            save(&report.root, &rewrite, &|path| read.get(path).copied())
        })?;
        Ok(())
    }

    fn look_there(
        &mut self,
        place: &str,
        answers: &PlaceAnswers,
    ) -> Result<PlaceSeen, PlaceProblem> {
        let there = self.reach(place, answers)?;
        there.seen(answers)
    }

    fn put_there(&mut self, place: &str, answers: &PlaceAnswers) -> Result<(), PlaceProblem> {
        let mut there = self.reach(place, answers)?;
        let mut seen = there.seen(answers)?;
        if answers.seen.as_ref() != Some(&seen.mark) {
            return Err(PlaceProblem::OtherThanSeen(Box::new(seen)));
        }
        let mut recorded = 0;
        if answers.records {
            recorded = self.new_addresses()?;
            self.record()?;
            // Promises are files of the site too.
            there.site = self.made()?.1;
        }
        let cancel = Cancel::default();
        let putting = Putting {
            site: &there.site,
            allowed: answers.allowed,
            cancel: &cancel,
            on: &|_| {},
        };
        match &there.place {
            ReachedPlace::Zip(file) => {
                putting.zip(file)?;
                seen.there = SeenThere::Zip(there.site.count());
            }
            ReachedPlace::Files(target) => {
                let done = putting.at(&there.folder, place, &**target)?;
                seen.there = SeenThere::Files(Box::new(done));
                // Of some places it is only known now.
                seen.caution = there.caution();
            }
        }
        let done = PlaceDone { seen, recorded };
        self.opened()?.places.done.insert(place.to_owned(), done);
        Ok(())
    }

    fn done_there(&self, place: &str) -> Option<&PlaceDone> {
        self.known_places()?.done.get(place)
    }
}

impl Bench {
    /// Makes the site as it is published.
    fn made(&mut self) -> Result<(Folder, PublishedSite), PlaceProblem> {
        self.publish()?.ok_or(PlaceProblem::NotReady)?;
        self.study(Purpose::Publishing)?;
        let report = self.opened()?;
        let study = report.known().ok_or(PlaceProblem::NotReady)?;
        if !patiently(&report.turns, || is_whole(&report.root))? {
            return Err(PlaceProblem::Damaged);
        }
        Ok(built_site(&report.root, study)?)
    }

    /// The place of a name, as the settings have it now.
    pub(super) fn place(&mut self, name: &str) -> Result<PublishPlace, PlaceProblem> {
        let studied = self.study(Purpose::Publishing)?;
        let study = studied.study.ok_or(PlaceProblem::NotReady)?;
        let mut places = study.config.publish.iter();
        let place = places.find(|place| place.name.as_str() == name);
        place.cloned().ok_or(PlaceProblem::NoSuchPlace)
    }

    /// Makes the site, and gets to a place.
    fn reach(&mut self, name: &str, answers: &PlaceAnswers) -> Result<SiteThere, PlaceProblem> {
        let place = self.place(name)?;
        let wanted =
            WantedPlace::of(&self.opened()?.root, &place).map_err(|no_place| match no_place {
                NoPlace::InReport => PlaceProblem::InReport,
                #[cfg(not(feature = "publish"))]
                NoPlace::NeedsFeature(_) => PlaceProblem::NeedsFeature,
            })?;
        let (folder, site) = self.made()?;
        let address = site.address.clone();
        let mut key_line = None;
        let place = match wanted {
            WantedPlace::Zip(file) => {
                may_be_made(&file, &address, answers)?;
                ReachedPlace::Zip(file)
            }
            WantedPlace::Folder(_, target) => ReachedPlace::Files(Box::new(target)),
            #[cfg(feature = "publish")]
            WantedPlace::Server(place) => {
                let reached = self.logged_in(&place, answers)?;
                let reached = reached.ok_or(PlaceProblem::NoSuchPlace)?;
                if let Some(key) = reached.new_key {
                    key_line = self.keep_key(name, &key)?;
                }
                ReachedPlace::Files(reached.target)
            }
        };
        #[cfg(not(feature = "publish"))]
        let _ = &mut key_line;
        Ok(SiteThere {
            folder,
            site,
            address,
            place,
            key_line,
        })
    }
}

/// Refuses a zip file where something else stands, unless that may be replaced.
fn may_be_made(file: &Path, address: &str, answers: &PlaceAnswers) -> Result<(), PlaceProblem> {
    let may_replace = answers.allowed.overwrite || is_own_zip(file, address);
    if !may_replace && outside::is_there(file)? {
        return Err(PlaceProblem::FileThere(file.display().to_string()));
    }
    Ok(())
}

impl SiteThere {
    /// What the place cannot do as well as others.
    fn caution(&self) -> Option<TargetCaution> {
        match &self.place {
            ReachedPlace::Zip(_) => None,
            ReachedPlace::Files(target) => target.caution(),
        }
    }

    /// What would be done.
    fn seen(&self, answers: &PlaceAnswers) -> Result<PlaceSeen, PlaceProblem> {
        let (shown, there) = match &self.place {
            ReachedPlace::Zip(file) => {
                let shown = file.display().to_string();
                (shown, SeenThere::Zip(self.site.count()))
            }
            ReachedPlace::Files(target) => {
                let plan = look(&self.site, &**target, answers.allowed)?;
                (target.shown(), SeenThere::Files(Box::new(plan)))
            }
        };
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.site.digest().as_bytes());
        let (put, gone): (&[String], &[String]) = match &there {
            SeenThere::Zip(_) => (&[], &[]),
            SeenThere::Files(plan) => (&plan.put, &plan.gone),
        };
        for part in [&self.address, &shown].into_iter().chain(put).chain(gone) {
            hasher.update(part.as_bytes());
            hasher.update(&[0]);
        }
        Ok(PlaceSeen {
            shown,
            there,
            mark: hasher.finalize().to_hex()[..32].to_owned(),
            key_line: self.key_line.clone(),
            caution: self.caution(),
        })
    }
}
