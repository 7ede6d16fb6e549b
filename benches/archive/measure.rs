//! What a run of a program costs, and what the bare writing of its files costs. Seconds of the wall
//! are those of everybody on the machine; seconds of the CPU (user and system, of all threads) are
//! the program's own, and what to compare where others work too.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rayon::prelude::*;

/// What a run took.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    pub(crate) wall: Duration,
    pub(crate) cpu: Duration,
    /// The most memory it held, in bytes.
    pub(crate) peak: u64,
}

/// What stands in a folder.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Weighed {
    pub(crate) files: usize,
    pub(crate) pages: usize,
    pub(crate) bytes: u64,
}

/// Weighed are read, outside the clock, and written, under it, in pieces of so many: an archive
/// need not fit in memory.
const PIECE: usize = 2_000;

/// Runs a program to its end.
pub(crate) fn run(command: &mut Command) -> Result<Cost, Box<dyn Error>> {
    let before = of_children()?;
    let started = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        peak = peak.max(most_memory(&status_file));
        if let Some(status) = child.try_wait()? {
            let wall = started.elapsed();
            if !status.success() {
                let mut said = String::new();
                std::io::Read::read_to_string(child.stderr.as_mut().expect("piped"), &mut said)?;
                return Err(format!(
                    "{command:?} failed: {status}\n{}",
                    said.chars().take(2_000).collect::<String>()
                )
                .into());
            }
            return Ok(Cost {
                wall,
                cpu: of_children()?.saturating_sub(before),
                peak,
            });
        }
        std::thread::sleep(Duration::from_millis(4));
    }
}

/// As Linux counts it (`VmHWM`); 0 elsewhere, and once the process is gone.
fn most_memory(status_file: &str) -> u64 {
    let status = fs::read_to_string(status_file).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| {
        line.trim()
            .trim_end_matches("kB")
            .trim()
            .parse::<u64>()
            .ok()
    })
    .unwrap_or(0)
        * 1_024
}

/// What all processes that this one waited for took of the CPU, to a hundredth of a second
/// (proc(5), `cutime` and `cstime`).
fn of_children() -> Result<Duration, Box<dyn Error>> {
    let Ok(line) = fs::read_to_string("/proc/self/stat") else {
        return Ok(Duration::ZERO);
    };
    let after_name = line.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let hundredths: u64 = after_name
        .split(' ')
        .skip(13)
        .take(2)
        .map(str::parse::<u64>)
        .sum::<Result<u64, _>>()?;
    Ok(Duration::from_millis(hundredths * 10))
}

/// What the threads of this process took of the CPU, to the nanosecond; those that ended are not in
/// it.
pub(crate) fn of_threads() -> Duration {
    let threads = fs::read_dir("/proc/self/task")
        .into_iter()
        .flatten()
        .flatten();
    let taken = threads.filter_map(|thread| {
        fs::read_to_string(thread.path().join("schedstat"))
            .ok()?
            .split(' ')
            .next()?
            .parse::<u64>()
            .ok()
    });
    Duration::from_nanos(taken.sum())
}

/// What a folder holds.
pub(crate) fn look(folder: &Path) -> Result<Weighed, Box<dyn Error>> {
    let mut all = Vec::new();
    list(folder, &mut all)?;
    let mut found = Weighed {
        files: all.len(),
        ..Weighed::default()
    };
    for file in &all {
        found.bytes += fs::metadata(file)?.len();
        found.pages += usize::from(
            file.extension()
                .is_some_and(|extension| extension == "html"),
        );
    }
    Ok(found)
}

/// The floor: the same bytes to the same paths, by a plain loop on all threads.
pub(crate) fn write_plainly(from: &Path, to: &Path) -> Result<Cost, Box<dyn Error>> {
    let mut all = Vec::new();
    list(from, &mut all)?;
    let mut cost = Cost::default();
    for piece in all.chunks(PIECE) {
        let read = |file: &PathBuf| {
            Ok((
                to.join(file.strip_prefix(from).map_err(|error| error.to_string())?),
                fs::read(file)?,
            ))
        };
        let contents: Vec<(PathBuf, Vec<u8>)> = piece
            .par_iter()
            .map(read)
            .collect::<Result<_, Box<dyn Error + Send + Sync>>>()
            .map_err(|error| error.to_string())?;
        let (started, taken) = (Instant::now(), of_threads());
        contents.par_iter().try_for_each(|(file, bytes)| {
            file.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(file, bytes)
        })?;
        cost.wall += started.elapsed();
        cost.cpu += of_threads().saturating_sub(taken);
    }
    Ok(cost)
}

/// Copies a folder with all it holds.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target).map(drop)?;
        }
    }
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
