//! Speed, on an invented archive of any size: `cargo bench --bench archive -- 1000 10000`.
//!
//! Writes a site of about as many pages as asked for to a temporary folder (a RAM disk where there is one), always the same for the same number,
//! builds it with the program itself, first from nothing and then with nothing changed, and prints seconds and peak memory beside the floor:
//! the same bytes written to the same paths by a plain loop. It asserts nothing: machines differ, so compare what one run printed.

#![expect(clippy::disallowed_methods, reason = "a bench writes and reads folders of its own")]
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const WORDS: &[&str] = &[
    "techniek",
    "school",
    "bedrijf",
    "leerling",
    "docent",
    "werkplaats",
    "samen",
    "praktijk",
    "gastles",
    "stage",
    "regio",
    "plan",
    "vraag",
    "machine",
    "robot",
    "lassen",
    "bouwen",
    "energie",
    "water",
    "zorg",
    "ontwerp",
    "metaal",
    "hout",
    "installatie",
    "oefenen",
    "begeleiding",
    "netwerk",
];

/// A plain generator of numbers (`SplitMix64`, Steele et al. 2014): the same archive on every machine.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("fits")
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }

    fn text(&mut self) -> String {
        (0..3).map(|_| format!("{}, **{}** en {}.", self.words(9), self.words(1), self.words(7))).collect::<Vec<_>>().join("\n\n")
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    let ram = Path::new("/dev/shm");
    let base = if ram.is_dir() { ram.to_owned() } else { std::env::temp_dir() };
    println!("{:>8} {:>8} {:>10} {:>10} {:>10} {:>9} {:>10}", "asked", "files", "first", "again", "floor", "peak", "bytes");
    for size in sizes {
        let root = base.join(format!("oogst-archive-{}-{size}", std::process::id()));
        let result = measure(&root, size);
        fs::remove_dir_all(&root)?;
        println!("{}", result?);
    }
    Ok(())
}

fn measure(root: &Path, size: usize) -> Result<String, Box<dyn Error>> {
    write_archive(root, size)?;
    let (first, peak) = build(root)?;
    let (again, _) = build(root)?;
    let mut files = Vec::new();
    list(&root.join("output"), &mut files)?;
    let contents: Vec<(PathBuf, Vec<u8>)> =
        files.iter().map(|file| Ok((file.strip_prefix(root.join("output"))?.to_owned(), fs::read(file)?))).collect::<Result<_, Box<dyn Error>>>()?;
    let floor = write_plainly(&root.join("floor"), &contents)?;
    let bytes: usize = contents.iter().map(|(_, bytes)| bytes.len()).sum();
    Ok(format!(
        "{size:>8} {:>8} {:>8.2} s {:>8.2} s {:>8.2} s {:>6} MB {:>7} MB",
        files.len(),
        first.as_secs_f64(),
        again.as_secs_f64(),
        floor.as_secs_f64(),
        peak / 1_000_000,
        bytes / 1_000_000
    ))
}

/// Builds with the program and gives its seconds and the most memory it held, as Linux counts it (`VmHWM`, looked at every few milliseconds).
fn build(root: &Path) -> Result<(Duration, u64), Box<dyn Error>> {
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_oogst"))
        .args(["build", "--quiet", "--date", "2026-01-15", "--root"])
        .arg(root)
        .stderr(Stdio::null())
        .spawn()?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        if let Ok(status) = fs::read_to_string(&status_file) {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
            peak = peak.max(kilobytes.unwrap_or(0) * 1_024);
        }
        if let Some(status) = child.try_wait()? {
            let took = started.elapsed();
            if !status.success() {
                return Err(format!("the build failed: {status}").into());
            }
            return Ok((took, peak));
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn write_plainly(folder: &Path, contents: &[(PathBuf, Vec<u8>)]) -> Result<Duration, Box<dyn Error>> {
    let started = Instant::now();
    for (path, bytes) in contents {
        let file = folder.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(file, bytes)?;
    }
    Ok(started.elapsed())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// About `size` pages: an event brings some thirty, regions and themes some hundred.
fn write_archive(root: &Path, size: usize) -> Result<(), Box<dyn Error>> {
    let mut numbers = Numbers(size as u64);
    let content = root.join("content");
    fs::create_dir_all(&content)?;
    fs::write(root.join("oogst.toml"), "title = \"Archief\"\nbase_url = \"https://archief.example\"\nlanguage = \"nl\"\n")?;
    let (regions, themes) = (40, 10);
    let mut shared = String::from("[[region]]\nname = \"Land\"\nid = \"land\"\n\n");
    for region in 0..regions {
        let parent = if region < 8 { "land".to_owned() } else { format!("regio-{}", region % 8) };
        writeln!(shared, "[[region]]\nname = \"Regio {region}\"\nparents = [\"{parent}\"]\n")?;
    }
    for theme in 0..themes {
        writeln!(shared, "[[theme]]\nname = \"Thema {theme}\"\n")?;
    }
    let events = (size / 34).max(1);
    let organisations = (events * 2).max(4);
    for organisation in 0..organisations {
        writeln!(
            shared,
            "[[organisation]]\nname = \"Organisatie {organisation}\"\nkind = \"school\"\nregions = [\"regio-{}\"]\n",
            organisation % regions
        )?;
    }
    for person in 0..events {
        writeln!(
            shared,
            "[[person]]\nname = \"{} van {}\"\nid = \"mens-{person}\"\norganisation = \"organisatie-{}\"\n",
            capital(&numbers.words(1)),
            capital(&numbers.words(1)),
            person % organisations
        )?;
    }
    fs::write(content.join("alles.toml"), shared)?;
    for event in 0..events {
        write_event(&content, event, [regions, themes, organisations, events], &mut numbers)?;
    }
    Ok(())
}

fn write_event(
    content: &Path,
    event: usize,
    [regions, themes, organisations, people]: [usize; 4],
    numbers: &mut Numbers,
) -> Result<(), Box<dyn Error>> {
    let (year, month, day) = (2016 + event % 10, 1 + event % 12, 1 + event % 28);
    let folder = content.join("events").join(format!("{year}-dag-{event}"));
    fs::create_dir_all(&folder)?;
    let region = event % regions;
    fs::write(
        folder.join("event.md"),
        format!(
            "+++\ntitle = \"{} {event}\"\ndate = {year}-{month:02}-{day:02}\nsummary = \"{}\"\nregions = [\"regio-{region}\"]\nparticipants = {}\n+++\n{}\n",
            capital(&numbers.words(4)),
            numbers.words(12),
            40 + numbers.below(200),
            numbers.text()
        ),
    )?;
    let mut records = String::new();
    let first_theme = format!("thema-{}", theme_of(event, themes));
    for number in 0..8 {
        writeln!(
            records,
            "[[idea]]\ntitle = \"{} {number}\"\nid = \"idee-{number}\"\nby = \"organisatie-{}\"\nthemes = [\"thema-{}\"]\ntext = \"\"\"\n{}\"\"\"\n",
            capital(&numbers.words(5)),
            numbers.below(organisations),
            numbers.below(themes),
            numbers.text()
        )?;
    }
    for (kind, count) in [("ask", 6), ("offer", 6)] {
        for number in 0..count {
            let status = if number < 4 { "matched" } else { "open" };
            writeln!(
                records,
                "[[{kind}]]\ntitle = \"{} {number}\"\nid = \"{kind}-{number}\"\nby = \"organisatie-{}\"\nthemes = [\"{first_theme}\"]\nstatus = \"{status}\"\ntext = \"{}\"\n",
                capital(&numbers.words(6)),
                numbers.below(organisations),
                numbers.words(20)
            )?;
        }
    }
    for number in 0..4 {
        writeln!(
            records,
            "[[deal]]\ntitle = \"{} {number}\"\nid = \"deal-{number}\"\nasks = [\"ask-{number}\"]\noffers = [\"offer-{number}\"]\nstatus = \"underway\"\ntext = \"{}\"\n\n[[update]]\nof = \"deal:deal-{number}\"\ndate = {}-06-01\ntext = \"{}\"\n",
            capital(&numbers.words(5)),
            numbers.words(25),
            year + 1,
            numbers.words(12)
        )?;
    }
    for number in 0..5 {
        writeln!(
            records,
            "[[session]]\ntitle = \"{} {number}\"\nstart = {:02}:00\nspeakers = [\"mens-{}\"]\n",
            capital(&numbers.words(3)),
            9 + number,
            numbers.below(people)
        )?;
    }
    writeln!(records, "[[speaker]]\nperson = \"mens-{}\"\nrole = \"docent\"\ntext = \"{}\"\n", event % people, numbers.words(15))?;
    fs::write(folder.join("opbrengst.toml"), records)?;
    Ok(())
}

fn theme_of(event: usize, limit: usize) -> usize {
    (event * 7 + 3) % limit
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default() + characters.as_str()
}
