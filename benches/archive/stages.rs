//! Where the time of a build goes, stage by stage: a build in this process, whose stages are heard
//! as they begin and end.
//!
//! Of the stages that follow each other, wall and CPU are counted. The work for each file goes on
//! in all threads at once; of it the time of each thread is added up, without what lies within it,
//! and what others on the machine take is in it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use oogst::input::Since;
use oogst::output::{Cancel, Survives};
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Progress, Stage, Today};

use crate::measure::of_threads;

/// Those that follow each other, on one thread, each with all others idle or at work for it.
const IN_TURN: [Stage; 6] = [
    Stage::Load,
    Stage::Parse,
    Stage::Link,
    Stage::Plan,
    Stage::Make,
    Stage::Commit,
];

/// What a stage took.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spent {
    pub(crate) wall: Duration,
    /// Of the stages in turn only.
    pub(crate) cpu: Option<Duration>,
    pub(crate) times: usize,
}

/// What each stage took.
pub(crate) type Spending = BTreeMap<Stage, Spent>;

struct Open {
    stage: Stage,
    since: Instant,
    cpu: Duration,
    /// What the stages within it took.
    within: Duration,
}

thread_local! {
    static OPEN: RefCell<Vec<Open>> = const { RefCell::new(Vec::new()) };
}

/// Builds the site in this folder and says what each stage took.
pub(crate) fn build(root: &Path) -> Result<Spending, Box<dyn Error>> {
    let spending: Mutex<Spending> = Mutex::default();
    let hear = |progress: Progress| match progress {
        Progress::Begins(stage) => begin(stage),
        Progress::Ends(_) => end(&spending),
        Progress::Planned(_) | Progress::Made | Progress::Committing => {}
    };
    let day = "2026-01-15".parse()?;
    let options = BuildOptions {
        today: Today::Day(day),
        drafts: false,
        survives: Survives::PowerFailure,
        target: BuildTarget::Output,
    };
    let built = Builder::once(root).build(Since::Unknown, options, &Cancel::default(), &hear)?;
    if built.summary.is_none() {
        return Err(format!(
            "the build has {} messages, the first: {:?}",
            built.diagnostics.len(),
            built.diagnostics.first()
        )
        .into());
    }
    Ok(spending.into_inner()?)
}

fn begin(stage: Stage) {
    let cpu = if IN_TURN.contains(&stage) {
        of_threads()
    } else {
        Duration::ZERO
    };
    OPEN.with_borrow_mut(|open| {
        open.push(Open {
            stage,
            since: Instant::now(),
            cpu,
            within: Duration::ZERO,
        });
    });
}

fn end(spending: &Mutex<Spending>) {
    let Some(Open {
        stage,
        since,
        cpu,
        within,
    }) = OPEN.with_borrow_mut(Vec::pop)
    else {
        return;
    };
    let wall = since.elapsed();
    OPEN.with_borrow_mut(|open| {
        open.iter_mut()
            .last()
            .into_iter()
            .for_each(|outer| outer.within += wall);
    });
    let in_turn = IN_TURN.contains(&stage);
    let mut spending = spending.lock().expect("nothing panics with this lock");
    let spent = spending.entry(stage).or_default();
    spent.wall += if in_turn {
        wall
    } else {
        wall.saturating_sub(within)
    };
    if in_turn {
        *spent.cpu.get_or_insert_default() += of_threads().saturating_sub(cpu);
    }
    spent.times += 1;
}
