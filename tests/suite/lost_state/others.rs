//! What others made is named, kept aside where this site writes, and never lost.

use oogst::words::Language;

use super::{assert_clean, lose, said, site};
use crate::harness::{DAY, link};
use crate::program::oogst;
use crate::tree::Tree;

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
