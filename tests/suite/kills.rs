//! The program killed at random moments, again and again, while people read the site. Nobody ever
//! reads half a file; what stands there is made of files of the old and of the new site; and after
//! the next run it is the new one, whole.
//!
//! A build is killed by the clock, at any moment of the time that one takes, or once its staging
//! folder or its journal is seen, for the time in which files move is short. `OOGST_KILLS=2000`
//! kills more often, by hand.

use std::fmt::Write as _;
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::process::Child;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use oogst::error::Error;
use oogst::folder::Folder;
use oogst::output::verify;

use crate::harness::{DAY, Site};
use crate::program::{command, oogst};
use crate::tree::Tree;

/// How often the program is killed.
const KILLS: usize = 200;

/// Of so many rounds, one begins without a site.
const FIRST_BUILD_EVERY: usize = 5;

const EVENT: &str = "content/events/2025-techniekavond/event.md";

/// What a site is made of, twice: each with pages, folders and texts that the other does not have.
struct Two {
    site: Site,
    event: [String; 2],
    expected: [Tree; 2],
}

/// When to kill.
#[derive(Debug, Clone, Copy)]
enum Aim {
    /// At this part of the time that a build takes, in thousandths.
    Clock(u32),
    /// So many microseconds after there is a staging folder.
    Staging(u64),
    /// So many microseconds after there is a journal.
    Journal(u64),
}

/// What the kills met.
#[derive(Debug, Default)]
struct Met {
    before_staging: usize,
    while_staging: usize,
    while_moving: usize,
    after_moving: usize,
    ended_before: usize,
}

impl Two {
    fn new() -> Self {
        let mut site = Site::from("klein");
        site.append(
            "oogst.toml",
            "\n[search]\nenabled = false\n\n[social]\nenabled = false\n",
        );
        let one = site.read(EVENT);
        let idea = "[[idee]]\ntitel = \"Repareer samen een fiets\"";
        let other = one
            .replace("Techniekavond in het dorpshuis", "Avond van de techniek in het dorpshuis")
            .replace(idea, "[[vraag]]\ntitel = \"Wie heeft er hout?\"\nregios = []\n\n[[idee]]\ntitel = \"Repareer samen twee fietsen\"");
        assert!(one.contains(idea) && one != other);
        let event = [one, other];
        let mut two = Self {
            site,
            event,
            expected: [Tree::default(), Tree::default()],
        };
        for which in [1, 0] {
            two.write(which);
            two.forget();
            two.build();
            two.expected[which] = two.site.output();
        }
        let [one, other] = &two.expected;
        assert!(
            one.0.keys().any(|path| !other.0.contains_key(path))
                && other.0.keys().any(|path| !one.0.contains_key(path)),
            "pages come and go"
        );
        two
    }

    fn write(&mut self, which: usize) {
        let text = self.event[which].clone();
        self.site.write(EVENT, text);
    }

    /// As before the first build.
    fn forget(&mut self) {
        for path in ["output", ".oogst"] {
            if self.site.at(path).exists() {
                self.site.remove(path);
            }
        }
    }

    fn build(&self) {
        let ran = oogst(self.site.root(), &["build", "--quiet", "--date", DAY]);
        assert_eq!(
            (ran.code, ran.err.as_str()),
            (0, ""),
            "the next run mends all"
        );
        for left in [
            ".output.oogst-staging",
            ".oogst/journal",
            ".oogst/journal.next",
            ".oogst/manifest.next",
            "output/.oogst-staging",
            ".oogst/replaced",
        ] {
            assert!(!self.site.at(left).exists(), "{left} is left behind");
        }
    }

    /// A run that makes nothing, since its writer made a mistake meanwhile: what is there must be
    /// whole all the same, old or new.
    fn build_with_a_mistake(&mut self, first: Option<usize>) {
        let written = self.site.read(EVENT);
        self.site
            .write(EVENT, format!("{written}\nZie [niets](idee:niets).\n"));
        let ran = oogst(self.site.root(), &["build", "--quiet", "--date", DAY]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        let now = self.site.output();
        let whole = match first {
            Some(new) => now.0.is_empty() || now == self.expected[new],
            None => self.expected.contains(&now),
        };
        assert!(
            whole,
            "after a run that found a mistake, the site is neither the old nor the new one"
        );
        self.site.write(EVENT, written);
    }

    fn begin(&self) -> Child {
        command(self.site.root(), &["build", "--quiet", "--date", DAY])
            .spawn()
            .expect("the program can be started")
    }

    /// Every file is whole, and of one of the two.
    fn assert_not_torn(&self, when: &str) {
        for (path, bytes) in self.site.output().0 {
            assert!(
                self.expected
                    .iter()
                    .any(|tree| tree.0.get(&path) == Some(&bytes)),
                "{when}: {path} is of neither site"
            );
        }
    }
}

/// Numbers that look like chance, from a seed that a failure tells (Marsaglia, "Xorshift RNGs",
/// 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn aim(&mut self) -> Aim {
        match self.below(10) {
            0..5 => Aim::Clock(u32::try_from(self.below(1_100)).expect("it is small")),
            5..7 => Aim::Staging(self.below(40_000)),
            // At once too: on a disk in memory all is moved within a moment.
            7..9 => Aim::Journal(0),
            _ => Aim::Journal(self.below(6_000)),
        }
    }
}

/// Waits for the moment, or for the end of the build.
fn wait(aim: Aim, usual: Duration, child: &mut Child, two: &Two) -> bool {
    let started = Instant::now();
    let mark = match aim {
        Aim::Clock(thousandths) => {
            std::thread::sleep(usual * thousandths / 1_000);
            return child.try_wait().expect("it can be asked").is_none();
        }
        Aim::Staging(_) => two.site.at(".output.oogst-staging"),
        Aim::Journal(_) => two.site.at(".oogst/journal"),
    };
    while !mark.exists() {
        if child.try_wait().expect("it can be asked").is_some() {
            return false;
        }
        assert!(
            started.elapsed() < Duration::from_mins(2),
            "the build neither ends nor comes to {}",
            mark.display()
        );
        // Whoever waits for the journal looks without a pause once it may come.
        if matches!(aim, Aim::Staging(_)) || !two.site.at(".output.oogst-staging").exists() {
            std::thread::yield_now();
        }
    }
    if let Aim::Staging(more) | Aim::Journal(more @ 1..) = aim {
        std::thread::sleep(Duration::from_micros(more));
    }
    true
}

/// Reads the files of both sites again and again.
fn read_on(
    output: &Path,
    expected: &[Tree; 2],
    stop: &AtomicBool,
    read: &AtomicUsize,
) -> Option<String> {
    while !stop.load(Ordering::Relaxed) {
        for path in expected[0].0.keys().chain(expected[1].0.keys()) {
            // One that is not there yet, or no more, is no torn one.
            let Ok(bytes) = fs::read(output.join(path)) else {
                continue;
            };
            read.fetch_add(1, Ordering::Relaxed);
            if expected.iter().all(|tree| tree.0.get(path) != Some(&bytes)) {
                return Some(format!(
                    "a reader got {} bytes of {path} that are of neither site",
                    bytes.len()
                ));
            }
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    None
}

fn kills() -> usize {
    std::env::var("OOGST_KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(KILLS)
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the counts are for whoever runs this with --nocapture"
)]
fn killed_at_any_moment_a_build_leaves_whole_files_and_the_next_run_a_whole_site() {
    let mut two = Two::new();
    let seed = RandomState::new().hash_one(KILLS) | 1;
    let mut chance = Chance(seed);
    let (stop, read) = (AtomicBool::new(false), AtomicUsize::new(0));
    let (output, expected) = (two.site.at("output"), two.expected.clone());
    let mut met = Met::default();
    let torn = std::thread::scope(|scope| {
        let reader = scope.spawn(|| read_on(&output, &expected, &stop, &read));
        let killing = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            kill_on(&mut two, &mut chance, seed, &mut met);
        }));
        stop.store(true, Ordering::Relaxed);
        let torn = reader.join().expect("the reader does not panic");
        if let Err(panic) = killing {
            std::panic::resume_unwind(panic);
        }
        torn
    });
    assert_eq!(torn, None, "seed {seed}");
    let read = read.into_inner();
    let mut said = String::new();
    writeln!(
        said,
        "{} kills with {read} files read meanwhile: {met:?}",
        kills()
    )
    .expect("text can be written");
    println!("{said}");
    assert!(
        read > 0 && met.before_staging > 0 && met.while_staging > 0 && met.while_moving > 0,
        "every stage of a build is met: {said}"
    );
}

fn kill_on(two: &mut Two, chance: &mut Chance, seed: u64, met: &mut Met) {
    let mut target = 0;
    let started = Instant::now();
    two.build();
    let mut usual = started.elapsed();
    let (mut killed, mut round) = (0, 0);
    while killed < kills() {
        round += 1;
        target = 1 - target;
        let first = round % FIRST_BUILD_EVERY == 0;
        if first {
            two.forget();
        }
        two.write(target);
        // Now and then the run that would mend is killed too.
        loop {
            let aim = chance.aim();
            let when = format!("kill {killed} by {aim:?}, seed {seed}");
            let began = Instant::now();
            let mut child = two.begin();
            let in_time = wait(aim, usual, &mut child, two);
            let staging = two.site.at(".output.oogst-staging").exists();
            child.kill().expect("it can be killed");
            let status = child.wait().expect("it ends");
            let journal = two.site.at(".oogst/journal").exists();
            if !in_time || status.code().is_some() {
                assert!(status.success(), "{when}: {status}");
                met.ended_before += 1;
                usual = began.elapsed().min(usual * 2);
                break;
            }
            killed += 1;
            two.assert_not_torn(&when);
            met.count(
                two,
                &Killed {
                    target,
                    first,
                    journal,
                    staging,
                    when,
                },
            );
            if chance.below(3) > 0 || killed >= kills() {
                break;
            }
        }
        if killed % 3 == 0 {
            two.build_with_a_mistake(first.then_some(target));
        }
        two.build();
        two.expected[target].assert_same(
            &two.site.output(),
            "after the next run the site is the new one, whole",
        );
    }
}

/// A build that was killed: of which site, whether it was the first, and what it left.
struct Killed {
    target: usize,
    first: bool,
    journal: bool,
    staging: bool,
    when: String,
}

impl Met {
    /// Counts in which stage a build was killed, by what it left; each leaves what it may.
    fn count(&mut self, two: &Two, killed: &Killed) {
        let Killed {
            target,
            first,
            journal,
            staging,
            when,
        } = killed;
        let now = two.site.output();
        if *journal {
            self.while_moving += 1;
            match verify(&Folder::open(two.site.root()).expect("it is there"), None) {
                Ok(verified) => assert!(
                    verified.interrupted,
                    "{when}: it must be said that a build was interrupted"
                ),
                Err(error) => assert!(
                    *first && matches!(error, Error::NoManifest { .. }),
                    "{when}: {error}"
                ),
            }
        } else if *staging || two.site.at(".output.oogst-staging").exists() {
            self.while_staging += 1;
            assert!(
                !first || now.0.is_empty() || now == two.expected[*target],
                "{when}: a first build appears in one go"
            );
        } else if now == two.expected[*target] {
            self.after_moving += 1;
        } else {
            self.before_staging += 1;
        }
    }
}
