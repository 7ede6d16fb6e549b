//! An output without the memory of how it came there: a copy without hidden files, a clone that
//! brought `output` along. Pages of ours are known by their marks and made or removed as if nothing
//! had been lost; what no build makes is named, pictures first; nothing of anybody else is touched,
//! and no build is refused for pages of our own.

mod others;
mod ours;

use oogst::words::Language;

use crate::every_field::PIXEL;
use crate::harness::Site;

const EVENT: &str = "content/events/2025-avond/event.md";

const PHOTO: &str = "content/events/2025-avond/foto.toml";

/// A site with all kinds of files: pages in two languages, photos, an attachment, cards, feeds,
/// calendars, an index, old addresses.
fn site() -> Site {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Dorp\"\nbase_url = \"https://dorp.example/\"\nlanguages = [\"nl\", \"en\"]\n[headers]\nfiles = [\"netlify\"]\n",
        ),
        ("content/regios.toml", "[[regio]]\nnaam = \"Duinrand\"\n"),
        (
            "content/themas.toml",
            "[[thema]]\nnaam = \"Techniek\"\nkleur = \"#8a6a00\"\n",
        ),
        (
            "content/mensen.toml",
            "[[persoon]]\nnaam = \"Jan Jansen\"\naliassen = [\"/oud/jan.html\"]\n\n[[persoon]]\nnaam = \"Anna Bakker\"\n",
        ),
        (
            "content/partijen.toml",
            "[[organisatie]]\nnaam = \"School aan Zee\"\nsoort = \"school\"\nregios = [\"duinrand\"]\n",
        ),
        (
            EVENT,
            "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nsamenvatting = \"Een avond.\"\nregios = [\"duinrand\"]\nthemas = [\"techniek\"]\n+++\n\nHet was druk.\n",
        ),
        (
            "content/events/2025-avond/deal.toml",
            "[[deal]]\ntitel = \"Samen koken\"\npartijen = [\"school-aan-zee\"]\nstatus = \"afgesproken\"\nafgesproken = 2025-04-01\ntermijn = 2026-06-01\n\n[[sessie]]\ntitel = \"Praatje\"\nsprekers = [\"jan-jansen\"]\n\n[[spreker]]\npersoon = \"jan-jansen\"\nrol = \"docent\"\n",
        ),
        (
            PHOTO,
            "[[foto]]\nbestand = \"media/gezicht.png\"\nalt = \"Een gezicht\"\nid = \"gezicht\"\ntoestemming = \"ja\"\n",
        ),
        (
            "content/events/2025-avond/blad.toml",
            "[[materiaal]]\ntitel = \"Het blad\"\nbestand = \"media/blad.csv\"\n",
        ),
        ("content/events/2025-avond/media/blad.csv", "a;b\n"),
        (
            "content/events/2024-dag/event.md",
            "+++\ntitel = \"Dag\"\ndatum = 2024-05-01\nsamenvatting = \"Een dag.\"\nregios = [\"duinrand\"]\nthemas = [\"techniek\"]\n+++\n\nHet regende.\n",
        ),
        (
            "content/events/2024-dag/foto.toml",
            "[[foto]]\nbestand = \"media/regen.png\"\nalt = \"Regen\"\nid = \"regen\"\ntoestemming = \"niet-nodig\"\n",
        ),
        (
            "content/events/2024-dag/idee.toml",
            "[[idee]]\ntitel = \"Paraplu’s\"\n",
        ),
    ]);
    site.write("content/events/2025-avond/media/gezicht.png", PIXEL)
        .write("content/events/2024-dag/media/regen.png", pixel(200));
    site.build();
    site
}

/// A picture of one pixel in a shade of grey. Of two with the same bytes a "no" to one would be a
/// no to both.
fn pixel(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
    encoder.set_color(png::ColorType::Grayscale);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&[shade]));
    written.expect("a picture can be made in memory");
    bytes
}

/// As after a copy without hidden files, in a fresh process.
fn lose(site: &mut Site) -> &mut Site {
    site.remove(".oogst").fresh()
}

/// What the last build said of files that nobody makes: the two messages, as one text.
fn said(site: &Site) -> String {
    let all = site.diagnostics(Language::En);
    let wanted = |part: &&str| part.contains("[pictures-left]") || part.contains("[files-left]");
    all.split("\n\n")
        .filter(wanted)
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// The build is that of nothing, and says nothing of what was lost.
fn assert_clean(site: &mut Site, situation: &str) {
    assert_eq!(said(site), "", "{situation}");
    assert_eq!(
        (site.summary().put_aside.as_slice(), site.summary().not_kept),
        (&[][..], 0),
        "{situation}"
    );
    site.assert_same_as_a_clean_build();
    assert!(!site.at(".oogst/replaced").exists(), "{situation}");
}
