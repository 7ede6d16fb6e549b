//! What is not published, and how it is said.

use std::fs;

use super::{LIST, Publishing};
use crate::harness::Site;
use crate::program::oogst;
use crate::tree::Tree;

#[test]
fn a_folder_of_somebody_else_is_left_alone_until_it_is_adopted() {
    let publishing = Publishing::new();
    fs::create_dir(publishing.www()).expect("there is room");
    for number in 10..23 {
        let name = format!("bestand-{number}.txt");
        fs::write(publishing.www().join(name), "van een ander").expect("there is room");
    }
    fs::write(publishing.www().join("index.html"), "van een ander").expect("there is room");
    let before = Tree::read(&publishing.www());
    let ran = publishing.run(&["--to", "website", "--yes"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        publishing.said(&ran)[0],
        "fout: deze plek is niet leeg en niet van oogst. Er staat: bestand-10.txt, bestand-11.txt, bestand-12.txt, bestand-13.txt, bestand-14.txt, bestand-15.txt, bestand-16.txt, bestand-17.txt, bestand-18.txt en bestand-19.txt. Kies een lege map. Of typ de opdracht opnieuw met `--adopt` erachter: dan zet oogst de site erbij, en blijft staan wat een andere naam heeft"
    );
    before.assert_same(&Tree::read(&publishing.www()), "nothing changes");
    let ran = publishing.run(&["--to", "website", "--yes", "--adopt"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let others: Vec<String> = (10..23)
        .map(|number| format!("bestand-{number}.txt"))
        .collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    publishing.assert_published(&others);
}

#[test]
fn what_others_changed_is_named_and_replaced_only_when_that_is_said() {
    let publishing = Publishing::new();
    assert_eq!(publishing.run(&["--to", "website", "--yes"]).code, 0);
    fs::write(publishing.www().join("index.html"), "veranderd").expect("there is room");
    let ran = publishing.run(&["--to", "website", "--yes"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        publishing.said(&ran)[0],
        "fout: deze bestanden zijn hier door een ander veranderd: index.html. Kijk of u dat wilt bewaren. Typ daarna de opdracht opnieuw met `--overwrite` erachter: dan zet oogst de eigen bestanden terug"
    );
    let ran = publishing.run(&["--to", "website", "--yes", "--overwrite"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    publishing.assert_published(&[]);
}

#[test]
fn nothing_is_published_without_a_yes_or_to_a_place_that_cannot_be() {
    let mut publishing = Publishing::new();
    let ran = publishing.run(&["--to", "website"]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        publishing.said(&ran)[1],
        "fout: hier kan niemand antwoorden. Typ de opdracht opnieuw met `--yes` erachter"
    );
    assert!(!publishing.www().exists());
    let refused = |publishing: &Publishing, words: &[&str], said: &str| {
        let ran = publishing.run(words);
        assert_eq!((ran.code, ran.err.as_str()), (1, said), "{words:?}");
    };
    refused(
        &publishing,
        &["--to", "webiste", "--yes"],
        "fout: in `oogst.toml` staat geen plek `webiste`. Kies een van deze: website\n",
    );
    refused(
        &publishing,
        &["--dry-run"],
        "fout: zeg ook waar de site moet komen: `--to` met een naam uit `oogst.toml`, of `--zip` met een bestand\n",
    );
    publishing.site.append(
        "oogst.toml",
        "\n[publicatie.hier]\nsoort = \"map\"\nmap = \"publiek\"\n",
    );
    refused(
        &publishing,
        &["--to", "hier", "--yes"],
        "fout: deze map ligt in de map van uw verslag. Kies een map daarbuiten\n",
    );
}

#[test]
fn a_site_that_cannot_go_online_is_not_published() {
    let mut publishing = Publishing::new();
    // What must be done is open.
    let settings = fs::read_to_string(publishing.site.at("oogst.toml")).expect("it is there");
    publishing
        .site
        .replace("oogst.toml", "base_url = \"https://dorp.example/\"\n", "");
    let ran = publishing.run(&["--to", "website", "--yes"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("fout[no-base-url]"), "{}", ran.err);
    assert!(
        ran.err
            .ends_with("De site kan zo niet online. Maak eerst in orde wat hierboven staat.\n"),
        "{}",
        ran.err
    );
    publishing.site.write("oogst.toml", &settings);
    // It holds a mistake.
    let event = "content/events/2025-techniekavond/event.md";
    let text = fs::read_to_string(publishing.site.at(event)).expect("it is there");
    publishing
        .site
        .replace(event, "+++\ntitel = ", "+++\nzomaar = ");
    let ran = publishing.run(&["--to", "website", "--yes"]);
    assert_eq!(ran.code, 1);
    assert!(!publishing.www().exists());
    publishing.site.write(event, &text);
    // It was damaged since it was made, in a way that a build does not see.
    assert_eq!(publishing.run(&[]).code, 0);
    let page = publishing.site.output().0;
    let (path, bytes) = page
        .iter()
        .find(|(path, _)| path.ends_with("robots.txt"))
        .expect("there is one");
    let file = publishing.site.at("output").join(path);
    let time = fs::metadata(&file)
        .and_then(|facts| facts.modified())
        .expect("files have times");
    let mut other = bytes.clone();
    other.reverse();
    fs::write(&file, other).expect("there is room");
    let opened = fs::File::options()
        .write(true)
        .open(&file)
        .expect("it is there");
    opened.set_modified(time).expect("its time can be set");
    let ran = publishing.run(&["--to", "website", "--yes"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(
        publishing.said(&ran),
        [
            "fout: de gemaakte site is beschadigd, dus oogst publiceert hem niet. Typ `oogst verify`: dat zegt wat er is en wat u kunt doen",
            "Nog niet vastgelegd: 4 adressen. Leg ze vast zodra de site online staat: oogst publish --record",
        ]
    );
    assert!(!publishing.www().exists());
}

#[test]
fn a_zip_file_of_somebody_else_is_left_alone() {
    let publishing = Publishing::new();
    let file = publishing.place.path().join("site.zip");
    let name = file.display().to_string();
    fs::write(&file, "geen zip-bestand").expect("there is room");
    let ran = publishing.run(&["--zip", &name]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("fout[file-is-there]"), "{}", ran.err);
    assert_eq!(fs::read(&file).expect("it is there"), b"geen zip-bestand");
    assert_eq!(publishing.run(&["--zip", &name, "--overwrite"]).code, 0);
    assert!(super::unpacked(&file).contains_key(LIST));
}

#[test]
fn settings_of_a_place_are_read_with_their_mistakes() {
    let mut site = Site::from("klein");
    site.append(
        "oogst.toml",
        "\n[publish.\"Onze site\"]\nkind = \"folder\"\nfolder = \"/x\"\n\n[publish.twee]\nkind = \"sftp\"\nhost = \"www.dorp.example\"\n\n[publish.drie]\nkind = \"fax\"\n\n[publish]\nvier = 4\n",
    );
    let ran = oogst(site.root(), &["check", "--format", "json"]);
    assert_eq!(ran.code, 1);
    let codes: Vec<(String, u64)> = crate::program::lines_of_json(&ran.out)
        .iter()
        .map(|line| {
            let code = line["code"].as_str().expect("a code").to_owned();
            (code, line["line"].as_u64().unwrap_or_default())
        })
        .collect();
    let expected = [
        ("bad-id", 6),
        ("missing-key", 10),
        ("missing-key", 10),
        ("unknown-value", 15),
        ("wrong-type", 18),
    ];
    assert_eq!(codes, expected.map(|(code, line)| (code.to_owned(), line)));
}

#[cfg(not(feature = "publish"))]
#[test]
fn a_server_needs_what_only_the_packages_have() {
    let mut publishing = Publishing::new();
    publishing.site.append(
        "oogst.toml",
        "\n[publicatie.server]\nsoort = \"sftp\"\nserver = \"www.dorp.example\"\ngebruiker = \"oogst\"\nmap = \"/www\"\n",
    );
    let ran = publishing.run(&["--to", "server", "--yes"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            1,
            "fout: deze oogst is gemaakt zonder publiceren met sftp. Neem een oogst waar dat in zit: de pakketten om te installeren hebben het. Zelf maken kan ook: cargo build --release --features publish\n"
        )
    );
}
