//! An output without the memory of how it came there: a copy without hidden files, a clone that
//! brought `output` along. Pages of ours are known by their marks and made or removed as if nothing
//! had been lost; what no build makes is named, pictures first; nothing of anybody else is touched,
//! and no build is refused for pages of our own.

use std::collections::BTreeSet;

use oogst::words::Language;

use crate::every_field::PIXEL;
use crate::harness::{DAY, Site, link};
use crate::program::oogst;
use crate::tree::Tree;

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

#[test]
fn where_nothing_changed_nothing_is_written_and_nothing_is_said() {
    let mut site = site();
    lose(&mut site)
        .build()
        .assert_written_only([])
        .assert_removed([]);
    assert_clean(&mut site, "nothing changed");
    assert_eq!(
        (
            site.summary().recognised.len(),
            site.summary().written,
            site.summary().removed
        ),
        (0, 0, 0)
    );
}

#[test]
fn a_page_that_was_deleted_goes_with_all_that_belonged_to_it() {
    let mut site = site();
    site.remove("content/events/2024-dag");
    lose(&mut site).build();
    assert_clean(&mut site, "an event is gone");
    assert!(
        !site.at("output/bijeenkomsten/2024-dag").exists(),
        "no empty folder is left behind"
    );
    let gone = &site.summary().recognised;
    for path in [
        "bijeenkomsten/2024-dag/index.html",
        "bijeenkomsten/2024-dag/social.png",
        "bijeenkomsten/2024-dag/agenda.ics",
        "jaren/2024/index.html",
    ] {
        assert!(
            gone.iter().any(|gone| gone == path),
            "{path} is recognised: {gone:?}"
        );
    }
    assert_eq!(site.summary().recognised_pictures, 2);
    // Coming back, it stands in nobody's way.
    site.write(
        "content/events/2024-dag/event.md",
        "+++\ntitel = \"Dag\"\ndatum = 2024-05-01\nsamenvatting = \"Weer een dag.\"\nregios = []\nthemas = []\n+++\n\nZon.\n",
    );
    site.build_cold();
    assert_clean(&mut site, "the event is back");
}

#[test]
fn a_photo_whose_consent_was_withdrawn_goes_and_with_it_what_showed_it() {
    let withdraw: [fn(&mut Site); 3] = [
        |site| {
            site.replace(PHOTO, "\"ja\"", "\"nee\"");
        },
        |site| {
            site.remove(PHOTO);
        },
        |site| {
            site.remove(PHOTO)
                .remove("content/events/2025-avond/media/gezicht.png");
        },
    ];
    for (number, withdraw) in withdraw.into_iter().enumerate() {
        let mut site = site();
        withdraw(&mut site);
        lose(&mut site).build();
        assert_clean(&mut site, &format!("withdrawal {number}"));
        assert_eq!(site.summary().recognised_pictures, 2);
        assert!(
            Tree::read(&site.at("output"))
                .0
                .keys()
                .all(|path| !path.contains("gezicht"))
        );
    }
}

#[test]
fn another_picture_of_the_same_name_leaves_no_copy_of_the_old_one() {
    let mut site = site();
    // One pixel as well, so that its files have the names of the old one's, and of another shade.
    site.write("content/events/2025-avond/media/gezicht.png", pixel(40));
    lose(&mut site).build();
    assert_clean(&mut site, "another picture");
}

#[test]
fn an_event_with_another_name_moves_and_leaves_nothing() {
    let mut site = site();
    site.rename("content/events/2024-dag", "content/events/2024-regendag");
    lose(&mut site).build();
    assert_clean(&mut site, "an event is renamed");
}

#[test]
fn a_text_a_title_and_the_settings_change_without_a_word() {
    let mut site = site();
    site.replace(EVENT, "Het was druk.", "Het was rustig.")
        .replace("content/themas.toml", "#8a6a00", "#00648a");
    site.replace("content/mensen.toml", "Anna Bakker", "Anna de Bakker")
        .replace(
            "content/events/2024-dag/event.md",
            "\"Dag\"",
            "\"Regendag\"",
        );
    lose(&mut site).build();
    assert_clean(&mut site, "texts changed");
    site.replace(
        "oogst.toml",
        "languages = [\"nl\", \"en\"]",
        "languages = [\"nl\"]\n[search]\nenabled = false\n[social]\nenabled = false",
    );
    lose(&mut site).build();
    assert_clean(&mut site, "a language, the index and the cards are gone");
    assert!(!site.at("output/zoeken").exists() && !site.at("output/en").exists());
}

#[test]
fn ends_of_lines_that_git_wrote_anew_make_no_page_anybody_elses() {
    let mut site = site();
    for (path, bytes) in Tree::read(&site.at("output")).0 {
        if let Some(text) = String::from_utf8(bytes)
            .ok()
            .filter(|text| !text.contains('\0') && !path.ends_with(".js"))
        {
            site.write(&format!("output/{path}"), text.replace('\n', "\r\n"));
        }
    }
    site.remove("content/events/2024-dag");
    lose(&mut site).build();
    // An attachment is nobody's by its bytes; it is kept aside, and all else is as it should be.
    let aside: BTreeSet<&str> = site
        .summary()
        .put_aside
        .iter()
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(
        aside,
        BTreeSet::from(["bijeenkomsten/2025-avond/media/blad.csv"])
    );
    site.assert_same_as_a_clean_build();
}

#[test]
fn another_look_leaves_nothing_of_the_old_one() {
    let mut site = site();
    site.write("themes/kaal/theme.toml", "extends = \"nothing\"\n");
    for template in oogst::pages::TEMPLATES {
        site.write(&format!("themes/kaal/templates/{template}"), "<p>kaal</p>");
    }
    site.write("themes/kaal/assets/kaal.css", "p { margin: 0 }\n")
        .replace("oogst.toml", "title =", "theme = \"kaal\"\ntitle =");
    lose(&mut site).build();
    assert_clean(&mut site, "another look");
    // Pages of any look are known, also those that say nothing of this program.
    site.remove("content/events/2024-dag");
    lose(&mut site).build();
    assert_clean(&mut site, "an event is gone from a bare look");
    site.replace("oogst.toml", "theme = \"kaal\"\n", "");
    lose(&mut site).build();
    assert_clean(&mut site, "back to the first look");
}

#[test]
fn files_of_others_stay_and_are_named_pictures_first_and_not_for_ever() {
    let mut site = site();
    let theirs = [
        ("output/CNAME", "dorp.example"),
        ("output/.htaccess", "Options -Indexes"),
        ("output/.git/config", "[core]"),
        ("output/eigen/index.html", "<p>van ons</p>"),
        ("output/eigen/lied.txt", "la la"),
        ("output/fotos/een.jpg", "geen foto"),
        ("output/fotos/twee.jpg", "geen foto"),
        (
            "output/bijeenkomsten/2024-dag/media/van-ons.png",
            "geen foto",
        ),
        ("output/bijeenkomsten/2024-dag/draaiboek.pdf", "%PDF"),
    ];
    for (path, text) in theirs {
        site.write(path, text);
    }
    site.remove("content/events/2024-dag");
    lose(&mut site).build();
    assert_eq!(
        said(&site)
            .lines()
            .filter(|line| line.starts_with("warning"))
            .collect::<Vec<_>>(),
        [
            "warning[pictures-left]: `output` holds pictures that oogst does not make now, perhaps of photos whose consent was withdrawn: `bijeenkomsten/2024-dag/media/van-ons.png`, `fotos/` (2)",
            "warning[files-left]: `output` holds files that oogst does not make now: `.git/`, `.htaccess`, `CNAME`, `bijeenkomsten/2024-dag/draaiboek.pdf`, `eigen/` (2)",
        ],
        "{}",
        site.diagnostics(Language::En)
    );
    let first = site.diagnostics(Language::En);
    assert!(
        first.starts_with("warning[pictures-left]"),
        "pictures come before all else\n{first}"
    );
    for (path, text) in theirs {
        assert_eq!(site.read(path), text);
    }
    // Told once: the next build knows what it made.
    site.build_cold();
    assert_eq!(said(&site), "");
    for (path, _) in theirs {
        site.remove(path);
    }
    site.assert_same_as_a_clean_build();
    // However many there are, the list can be read.
    for number in 0..100 {
        site.write(&format!("output/los-{number:03}.txt"), "x");
    }
    lose(&mut site).build();
    assert!(
        said(&site).contains("`los-019.txt`, and 80 more") && !said(&site).contains("los-020"),
        "{}",
        said(&site)
    );
}

#[test]
fn a_page_that_somebody_changed_is_kept_aside_or_named_never_lost() {
    let mut site = site();
    for page in ["over", "mensen/jan-jansen"] {
        if page == "over" {
            site.write(
                "content/pages/over.md",
                "+++\ntitel = \"Over\"\n+++\n\nTekst.\n",
            )
            .build();
        }
        let text = site.read(&format!("output/{page}/index.html"));
        site.write(
            &format!("output/{page}/index.html"),
            text.replace("</main>", "<p>met de hand</p></main>"),
        );
    }
    // One is made again, the other is not made any more.
    site.replace(
        "content/mensen.toml",
        "[[persoon]]\nnaam = \"Jan Jansen\"\naliassen = [\"/oud/jan.html\"]\n\n",
        "",
    );
    site.replace(
        "content/events/2025-avond/deal.toml",
        "sprekers = [\"jan-jansen\"]\n\n[[spreker]]\npersoon = \"jan-jansen\"\nrol = \"docent\"\n",
        "",
    );
    lose(&mut site).build();
    assert!(
        said(&site).contains("`mensen/jan-jansen/` (1)"),
        "{}",
        said(&site)
    );
    assert!(
        site.read("output/mensen/jan-jansen/index.html")
            .contains("met de hand")
    );
    assert!(
        !site.at("output/oud").exists(),
        "an old address that nobody changed is recognised"
    );
    // A person's pages went in this build, so the changed page is not kept: it may show them.
    assert_eq!(
        (site.summary().put_aside.len(), site.summary().not_kept),
        (0, 1)
    );
    let text = site.read("output/over/index.html");
    site.write(
        "output/over/index.html",
        text.replace("</main>", "<p>met de hand</p></main>"),
    );
    lose(&mut site).build();
    let [(path, kept_at)] = site.summary().put_aside.as_slice() else {
        panic!("one page is kept aside: {:?}", site.summary().put_aside)
    };
    assert_eq!(path, "over/index.html");
    assert!(
        std::fs::read_to_string(kept_at)
            .expect("it is kept")
            .contains("met de hand")
    );
}

#[test]
fn the_output_of_another_site_is_kept_aside_where_this_one_writes_and_named_where_not() {
    let mut other = site();
    other
        .replace(
            "oogst.toml",
            "https://dorp.example/",
            "https://stad.example/",
        )
        .build_cold();
    let theirs = other.output();
    let mut site = site();
    site.remove("content/events/2024-dag");
    theirs.replace(&site.at("output"));
    lose(&mut site).build();
    // Not a byte of theirs is lost.
    let (now, aside) = (site.output(), Tree::read(&site.at(".oogst/replaced/1")));
    for (path, bytes) in &theirs.0 {
        let kept = now.0.get(path) == Some(bytes) || aside.0.get(path) == Some(bytes);
        assert!(
            kept || is_made_for_machines(path),
            "{path} of another site is lost"
        );
    }
    assert!(
        said(&site).contains("`bijeenkomsten/2024-dag/` ("),
        "{}",
        said(&site)
    );
    // Without an address of their own two sites cannot be told apart: what oogst made is then this
    // site's to remove.
    let (mut one, mut two) = (self::site(), self::site());
    for site in [&mut one, &mut two] {
        site.replace("oogst.toml", "base_url = \"https://dorp.example/\"\n", "")
            .build_cold();
    }
    one.remove("content/events/2024-dag");
    two.output().replace(&one.at("output"));
    lose(&mut one).build();
    assert_clean(&mut one, "two sites without an address");
}

/// Files of which the next build makes others of the same: nothing that a person wrote is in them.
fn is_made_for_machines(path: &str) -> bool {
    path == "robots.txt" || path.contains("zoeken/index/") || path.contains("search/index/")
}

#[test]
fn a_site_that_somebody_keeps_within_the_output_is_named_and_left_alone() {
    let mut site = site();
    let archive = site.output();
    archive.replace(&site.at("output/archief-2024"));
    lose(&mut site).build();
    archive.assert_same(
        &Tree::read(&site.at("output/archief-2024")),
        "a copy at another place is its keeper's",
    );
    assert!(said(&site).contains("`archief-2024/` ("), "{}", said(&site));
}

#[test]
fn pages_of_ours_that_a_manifest_does_not_know_stop_no_build() {
    // As after restoring a backup of `.oogst` beside a newer output: the manifest is believed, and
    // does not know all.
    let mut site = site();
    let memory = Tree::read(&site.at(".oogst"));
    let more = "\n[[idee]]\ntitel = \"Meer regen\"\n\n[[idee]]\ntitel = \"Minder regen\"\n";
    site.append("content/events/2024-dag/idee.toml", more)
        .write(
            "content/pages/over.md",
            "+++\ntitel = \"Over\"\n+++\n\nTekst.\n",
        )
        .build();
    memory.replace(&site.at(".oogst"));
    site.replace(
        "content/events/2024-dag/idee.toml",
        "Meer regen\"",
        "Meer regen\"\ntekst = \"Nat.\"",
    )
    .replace("content/pages/over.md", "Tekst.", "Andere tekst.");
    site.build_cold();
    assert_clean(&mut site, "an older memory");
    // A page of somebody else's stops it, as ever.
    site.write(
        "content/pages/wie.md",
        "+++\ntitel = \"Wie\"\n+++\n\nWij.\n",
    )
    .write("output/wie/index.html", "<p>van ons</p>");
    site.build_refused();
    assert!(site.codes().contains("in-the-way"));
    assert_eq!(site.read("output/wie/index.html"), "<p>van ons</p>");
}

#[cfg(unix)]
#[test]
fn no_link_in_the_output_is_followed_or_removed() {
    let mut site = site();
    let outside = tempfile::TempDir::new().expect("a folder can be made");
    // Pages of ours, outside: whoever follows the link would take them for its own.
    site.output().replace(&outside.path().join("site"));
    std::fs::create_dir_all(site.at("output/eigen")).expect("a folder can be made");
    link(&outside.path().join("site"), &site.at("output/eigen/site"));
    link(
        &outside.path().join("site/index.html"),
        &site.at("output/eigen/index.html"),
    );
    let before = Tree::read(&outside.path().join("site"));
    site.remove("content/events/2024-dag");
    lose(&mut site).build();
    before.assert_same(
        &Tree::read(&outside.path().join("site")),
        "nothing outside the output is touched",
    );
    assert!(
        site.at("output/eigen/site").is_symlink()
            && site.at("output/eigen/index.html").is_symlink()
    );
    assert!(said(&site).contains("`eigen/` (2)"), "{}", said(&site));
}

#[test]
fn publish_names_them_as_build_does_and_tells_what_it_removed() {
    let mut site = site();
    site.remove("content/events/2024-dag")
        .write("output/eigen.png", "x")
        .write("output/eigen.txt", "x");
    lose(&mut site);
    let ran = oogst(site.root(), &["publish", "--date", DAY]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.starts_with("waarschuwing[pictures-left]"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("`eigen.txt`")
            && ran
                .err
                .contains("van toen herkend en verwijderd, waarvan 2 van foto’s"),
        "{}",
        ran.err
    );
}
