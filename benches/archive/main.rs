//! Speed, on an invented archive of any size: `cargo bench --bench archive -- 1000 10000 100000`.
//!
//! Writes a site of about as many pages as asked for to a temporary folder (a RAM disk where there
//! is one), always the same for the same number, builds it with the program itself, first from
//! nothing, then from a new process with nothing changed, then with one text changed, and prints
//! what that took beside the floor: the same bytes written to the same paths by a plain loop. It
//! asserts nothing: machines differ, so compare what one run printed.
//!
//! - `--peers` builds the same archive as a site of equal pages with Hugo as well;
//! - `--hostile` puts in events that no person would write;
//! - `--only=equal`, `--only=bare` or `--only=whole` leaves the other rows out, `--no-stages` the
//!   tables by stage;
//! - `--write=<folder>` writes the archive there and does nothing else, for a profiler.

#![expect(
    clippy::disallowed_methods,
    reason = "a bench writes and reads folders of its own"
)]
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

mod invented;
mod measure;
mod numbers;
mod peers;
mod site;
mod stages;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use invented::Archive;
use measure::{Cost, Weighed};
use site::Kind;
use stages::Spending;

/// The program's own, so that stages cost here what they cost there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What was asked for.
struct Asked {
    sizes: Vec<usize>,
    kinds: Vec<Kind>,
    hostile: bool,
    peers: bool,
    stages: bool,
    write: Option<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let asked = asked();
    if let Some(folder) = &asked.write {
        let archive = Archive::new(asked.sizes.first().copied().unwrap_or(1_000), asked.hostile);
        site::write_content(folder, archive)?;
        if asked.peers {
            peers::write(&folder.join("peer"), archive)?;
        }
        return site::write_settings(folder, asked.kinds[0]);
    }
    let ram = Path::new("/dev/shm");
    let base = if ram.is_dir() {
        ram.to_owned()
    } else {
        std::env::temp_dir()
    };
    let peer = if asked.peers {
        Some(peers::install()?)
    } else {
        None
    };
    println!(
        "{} threads, load {}, in {}",
        rayon::current_num_threads(),
        load(),
        base.display()
    );
    for size in &asked.sizes {
        let root = base.join(format!("oogst-archive-{}-{size}", std::process::id()));
        let measured = measure_size(
            &root,
            Archive::new(*size, asked.hostile),
            &asked,
            peer.as_deref(),
        );
        let _ = fs::remove_dir_all(&root);
        measured?;
    }
    Ok(())
}

fn asked() -> Asked {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let mut sizes: Vec<usize> = arguments
        .iter()
        .filter_map(|argument| argument.parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    let kinds = if has("--only=equal") {
        vec![Kind::Equal]
    } else if has("--only=whole") {
        vec![Kind::Whole]
    } else if has("--only=bare") {
        vec![Kind::Bare]
    } else {
        vec![Kind::Equal, Kind::Bare, Kind::Whole]
    };
    let write = arguments
        .iter()
        .find_map(|argument| argument.strip_prefix("--write="))
        .map(PathBuf::from);
    Asked {
        sizes,
        kinds,
        hostile: has("--hostile"),
        peers: has("--peers"),
        stages: !has("--no-stages"),
        write,
    }
}

/// How many processes wait for the machine, as Linux counts them.
fn load() -> String {
    fs::read_to_string("/proc/loadavg")
        .ok()
        .and_then(|text| Some(text.split(' ').next()?.to_owned()))
        .unwrap_or_else(|| "unknown".to_owned())
}

fn measure_size(
    root: &Path,
    archive: Archive,
    asked: &Asked,
    peer: Option<&Path>,
) -> Result<(), Box<dyn Error>> {
    site::write_content(root, archive)?;
    println!(
        "\n{} pages asked, {} records{}",
        archive.size,
        archive.records(),
        if archive.hostile {
            ", hostile corners"
        } else {
            ""
        }
    );
    println!(
        "{:<16} {:<8} {:>9} {:>9} {:>8} {:>9} {:>8} {:>8} {:>8}",
        "", "", "wall", "CPU", "peak", "pages/s", "pages", "files", "bytes"
    );
    for kind in &asked.kinds {
        site::write_settings(root, *kind)?;
        let first = build(root)?;
        let files = measure::look(&root.join("output"))?;
        row(kind.name(), "first", first, Some(files));
        row("", "again", build(root)?, None);
        site::edit(root, archive)?;
        row("", "one text", build(root)?, None);
        match measure::write_plainly(&root.join("output"), &root.join("floor")) {
            Ok(cost) => row("", "floor", cost, None),
            // The same bytes again are many: the rest can be measured without them.
            Err(error) => println!("{:<16} {:<8} not measured: {error}", "", "floor"),
        }
        fs::remove_dir_all(root.join("floor"))?;
        if let Some(hugo) = peer.filter(|_| *kind == Kind::Equal) {
            let folder = root.join("peer");
            peers::write(&folder, archive)?;
            let cost = measure::run(
                Command::new(hugo)
                    .args(["build", "--quiet", "--source"])
                    .arg(&folder),
            )?;
            row(
                "Hugo",
                "first",
                cost,
                Some(measure::look(&folder.join("public"))?),
            );
            fs::remove_dir_all(&folder)?;
        }
        remove_site(root)?;
        if asked.stages {
            let first = stages::build(root)?;
            tell(&first, &stages::build(root)?);
            remove_site(root)?;
        }
    }
    Ok(())
}

/// Removes what was built, and what is known of it.
fn remove_site(root: &Path) -> Result<(), Box<dyn Error>> {
    fs::remove_dir_all(root.join("output"))?;
    fs::remove_dir_all(root.join(".oogst"))?;
    Ok(())
}

/// A build by a process of its own.
fn build(root: &Path) -> Result<Cost, Box<dyn Error>> {
    measure::run(
        Command::new(env!("CARGO_BIN_EXE_oogst"))
            .args(["build", "--quiet", "--date", "2026-01-15", "--root"])
            .arg(root),
    )
}

fn row(what: &str, which: &str, cost: Cost, files: Option<Weighed>) {
    let Cost { wall, cpu, peak } = cost;
    let (wall, cpu) = (wall.as_secs_f64(), cpu.as_secs_f64());
    print!("{what:<16} {which:<8} {wall:>7.2} s {cpu:>7.2} s");
    if peak > 0 {
        print!(" {:>5} MB", peak / 1_000_000);
    }
    if let Some(Weighed {
        files,
        pages,
        bytes,
    }) = files
    {
        #[expect(
            clippy::cast_precision_loss,
            reason = "fewer pages than a float counts"
        )]
        let a_second = pages as f64 / wall;
        print!(
            " {a_second:>9.0} {pages:>8} {files:>8} {:>5} MB",
            bytes / 1_000_000
        );
    }
    println!();
}

/// The tables of the stages, side by side.
fn tell(first: &Spending, again: &Spending) {
    println!(
        "    {:<8} {:>10} {:>10} {:>8}   {:>10} {:>10}",
        "", "first wall", "CPU", "times", "again wall", "CPU"
    );
    for (stage, spent) in first {
        let seconds = |time: std::time::Duration| format!("{:.3} s", time.as_secs_f64());
        let other = again.get(stage).copied().unwrap_or_default();
        let (cpu, other_cpu) = (
            spent.cpu.map(seconds).unwrap_or_default(),
            other.cpu.map(seconds).unwrap_or_default(),
        );
        let name = format!("{stage:?}").to_lowercase();
        println!(
            "    {name:<8} {:>10} {cpu:>10} {:>8}   {:>10} {other_cpu:>10}",
            seconds(spent.wall),
            spent.times,
            seconds(other.wall)
        );
    }
}
