//! Files that records and texts hand out are known by their bytes: no picture leaves as it came in,
//! nothing goes out that runs where it is served, and everything else goes out byte for byte.

mod ordinary;
mod pictures;
mod running;

use std::fmt::Write as _;

use crate::drawn::{fields, jpeg, png};
use crate::harness::Site;

const EVENT: &str = "content/events/2025-techniekavond";

const OUT: &str = "bijeenkomsten/2025-techniekavond";

fn raw(index: usize) -> Vec<u8> {
    // All of one size, each with colours of its own.
    let shade = u8::try_from(index).expect("few") * 5;
    let mut picture = fields(64, 48);
    picture.pixels_mut().for_each(|pixel| pixel.0[2] = shade);
    if index.is_multiple_of(4) {
        png(&picture, 6)
    } else {
        jpeg(&picture, 6)
    }
}

/// A site that hands each of these files out in every way that there is.
fn site(files: &[(String, Vec<u8>)]) -> Site {
    let mut site = Site::with(&[(
        "oogst.toml",
        "title = \"Proef\"\nlanguage = \"nl\"\n[markdown]\nhtml = \"sanitised\"\n",
    )]);
    let mut text = String::new();
    let mut records = "[[uitkomst]]\ntekst = \"Er is een plan.\"\n\n".to_owned();
    for (index, (name, bytes)) in files.iter().enumerate() {
        site.write(&format!("{EVENT}/media/{name}"), bytes);
        write!(
            text,
            "Zie [het blad](media/{name}) en <a href=\"media/{name}\">het andere blad</a>.\n\n![Vlak](media/{name})\n\n<img src=\"media/{name}\" alt=\"Vlak\">\n\n"
        )
        .expect("memory takes what is written");
        write!(
            records,
            "[[materiaal]]\nid = \"m{index}\"\ntitel = \"Blad {index}\"\nbestand = \"media/{name}\"\n\n\
             [[bericht]]\nvan = \"bijeenkomst:2025-techniekavond\"\ndatum = 2025-04-01\ntekst = \"Nieuw ![Vlak](media/{name})\"\nbron = \"media/{name}\"\n\n"
        )
        .expect("memory takes what is written");
    }
    let front =
        "+++\ntitel = \"Techniekavond\"\ndatum = 2025-03-20\nsamenvatting = \"Kort.\"\n+++\n\n";
    site.write(&format!("{EVENT}/event.md"), format!("{front}{text}"))
        .write(&format!("{EVENT}/alles.toml"), records);
    site
}

fn declare(site: &mut Site, name: &str, consent: &str) {
    let id = name.replace(['.', '/'], "-").to_lowercase();
    let record = format!(
        "[[foto]]\nid = \"{id}\"\nbestand = \"media/{name}\"\nalt = \"Vier vlakken\"\n{consent}\n"
    );
    let file = format!("{EVENT}/beeld.toml");
    let before = if site.at(&file).exists() {
        site.read(&file)
    } else {
        String::new()
    };
    site.write(&file, before + &record);
}

/// How often a code is told.
fn count(said: &str, code: &str) -> usize {
    said.matches(&format!("[{code}]")).count()
}

/// A site that hands each of these out as a record and links to it.
fn attachments(files: &[(&str, &[u8])]) -> Site {
    let mut site = Site::with(&[("oogst.toml", "title = \"Proef\"\nlanguage = \"nl\"\n")]);
    let mut text = String::new();
    let mut records = "[[uitkomst]]\ntekst = \"Er is een plan.\"\n\n".to_owned();
    for (index, (name, bytes)) in files.iter().enumerate() {
        site.write(&format!("{EVENT}/media/{name}"), bytes);
        let address = name.replace(' ', "%20");
        write!(text, "Zie [blad {index}](media/{address}).\n\n")
            .expect("memory takes what is written");
        let record = format!(
            "[[materiaal]]\nid = \"m{index}\"\ntitel = \"Blad {index}\"\nbestand = \"media/{name}\"\n\n"
        );
        records.push_str(&record);
    }
    let front =
        "+++\ntitel = \"Techniekavond\"\ndatum = 2025-03-20\nsamenvatting = \"Kort.\"\n+++\n\n";
    site.write(&format!("{EVENT}/event.md"), format!("{front}{text}"))
        .write(&format!("{EVENT}/alles.toml"), records);
    site
}
