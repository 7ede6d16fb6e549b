//! A forgotten name is spelled nowhere, under none of the names that somebody had, and is known
//! when it comes back.

use oogst::words::Language;

use super::{CASES, Case, gone, person_removed, preview, site, spelled, spells};
use crate::harness::Site;
use crate::program::{refused, run};

/// The short link that was recorded for something.
fn short_of(site: &Site, what: &str) -> String {
    let addresses = site.read("addresses.toml");
    let row = addresses
        .lines()
        .find(|line| line.contains(&format!("of = \"{what}\",")))
        .unwrap_or_else(|| panic!("{what} is on record\n{addresses}"));
    row.split("short = \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a short link")
        .to_owned()
}

#[test]
fn what_a_table_said_of_a_forgotten_name_is_forgotten_with_it() {
    let mut site = site();
    let of = |record: &str| format!("\n[{record}]\n\"title\" = \"0123456789abcdef\"\n");
    let opening = "# Van de import.\nformat = 1\n";
    let others = [of("idea.een-ander-lied"), of("organisation.anders")];
    for path in ["imports/2025-avond.toml", "imports/2020-anders.toml"] {
        let forgotten = [of("idea.het-lied-van-piet-puk"), of("person.jan-jansen")];
        site.write(
            path,
            [&[opening.to_owned()], &others[..], &forgotten]
                .concat()
                .concat(),
        );
    }
    for Case { what, remove, .. } in CASES.iter().filter(|case| {
        [
            "persoon:jan-jansen",
            "idee:2025-avond/het-lied-van-piet-puk",
        ]
        .contains(&case.what)
    }) {
        remove(&mut site);
        gone(&mut site, what, true);
    }
    run(&site, &["publish", "--record"]);
    let kept = |path: &str| {
        let text = site.read(path);
        let records = text.lines().filter(|line| line.starts_with('['));
        records.map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        kept("imports/2025-avond.toml"),
        ["[idea.een-ander-lied]", "[organisation.anders]"]
    );
    // That of another event knows another idea of the same name.
    assert_eq!(
        kept("imports/2020-anders.toml"),
        [
            "[idea.een-ander-lied]",
            "[idea.het-lied-van-piet-puk]",
            "[organisation.anders]"
        ]
    );
}

#[test]
fn a_forgotten_name_is_spelled_nowhere_and_its_short_link_says_that_it_is_gone() {
    for Case {
        what,
        name,
        address,
        remove,
    } in CASES
    {
        let mut site = site();
        preview(&site);
        let in_english = match what {
            "persoon:jan-jansen" => "person:jan-jansen",
            "organisatie:bakkerij-bos" => "organisation:bakkerij-bos",
            "idee:2025-avond/het-lied-van-piet-puk" => "idea:2025-avond/het-lied-van-piet-puk",
            other => other,
        };
        let short = short_of(&site, in_english);
        assert!(!spelled(&site, name).is_empty(), "{what} is named at first");
        remove(&mut site);
        gone(&mut site, what, true);

        // Until the name is out of addresses.toml it is out of the output already.
        let said = run(&site, &["build"]);
        assert!(said.contains("[forget-not-recorded]"), "{what}: {said}");
        assert_eq!(spelled(&site, name), ["addresses.toml"], "{what}");
        assert!(
            !site.at(&format!("output/{address}")).exists(),
            "{what} leaves no page"
        );

        let said = run(&site, &["publish", "--record"]);
        assert!(
            said.contains("Vergeten:") && !spells(said.as_bytes(), name),
            "{what}: {said}"
        );
        assert_eq!(spelled(&site, name), [""; 0], "{what}");
        let page = site.read(&format!("output/d/{short}/index.html"));
        for part in [
            "Deze pagina is er niet meer",
            "Op verzoek.",
            "Verdwenen op 2 januari 2026.",
            "noindex",
        ] {
            assert!(
                page.contains(part),
                "{what}: {part} is on the page of the short link\n{page}"
            );
        }

        // And so it stays, with nothing more to do.
        let addresses = site.read("addresses.toml");
        let said = run(&site, &["publish", "--record"]);
        assert!(
            said.contains("waren al vastgelegd") && !said.contains("[forget"),
            "{what}: {said}"
        );
        assert_eq!(site.read("addresses.toml"), addresses);
        assert!(
            addresses.contains("[[forgotten]]")
                && !addresses.contains("\n[[gone]]")
                && !addresses.contains("brief"),
            "{addresses}"
        );
        site.build_cold().assert_same_as_a_clean_build();
    }
}

#[test]
fn what_was_forgotten_is_known_when_it_comes_back() {
    let mut site = site();
    person_removed(&mut site);
    gone(&mut site, "person:jan-jansen", true);
    run(&site, &["publish", "--record"]);
    site.build();
    // The same person, or a namesake: the program cannot tell, so the writer must.
    site.append(
        "content/mensen.toml",
        "\n[[persoon]]\nnaam = \"Jan Jansen\"\n",
    )
    .build_refused();
    assert!(
        site.diagnostics(Language::Nl).contains("[was-forgotten]"),
        "{}",
        site.diagnostics(Language::Nl)
    );
    refused(&site, &["publish", "--record"], "was-forgotten");
    // Each way out that the message names opens it.
    let people = site.read("content/mensen.toml");
    site.write("content/mensen.toml", format!("{people}vermeld = false\n"))
        .build();
    site.write(
        "content/mensen.toml",
        format!("{people}id = \"jan-jansen-uit-de-polder\"\n"),
    )
    .build();
    site.write(
        "content/mensen.toml",
        "[[persoon]]\nnaam = \"Anna Bakker\"\nid = \"anna-bakker\"\n",
    )
    .build();
    // Nor does another record take the address, by an alias or by its id.
    site.append(
        "content/school.toml",
        "aliassen = [\"/mensen/jan-jansen/\"]\n",
    )
    .build_refused();
    assert!(site.codes().contains("was-forgotten"));
    site.replace(
        "content/school.toml",
        "/mensen/jan-jansen/",
        "/sprekers/jan-jansen/",
    )
    .build_refused();
    assert!(
        site.codes().contains("was-forgotten"),
        "an old address of a forgotten person was forgotten with them"
    );
    let said = refused(
        &site,
        &["rename", "person:anna-bakker", "jan-jansen"],
        "was-forgotten",
    );
    assert!(!said.contains("heet nu"), "{said}");
}

#[test]
fn an_event_takes_all_that_it_was_with_it() {
    let mut site = site();
    let (of_event, of_idea) = (
        short_of(&site, "event:2024-feest-voor-truus"),
        short_of(&site, "idea:2024-feest-voor-truus/taart"),
    );
    let of_ask = short_of(&site, "ask:2024-feest-voor-truus/wie-heeft-er-slingers");
    run(
        &site,
        &["rename", "event:2024-feest-voor-truus", "2024-truus"],
    );
    run(&site, &["publish", "--record"]);
    // One idea lives on elsewhere, and one record had a reason of its own.
    site.append(
        "content/events/2025-avond/idee.toml",
        "\n[[idee]]\ntitel = \"Taart\"\nid = \"taart\"\n",
    );
    site.remove("content/events/2024-truus");
    site.append(
        "addresses.toml",
        "\n[[moved]]\nfrom = \"idea:2024-truus/taart\"\nto = \"idea:2025-avond/taart\"\n",
    );
    site.append(
        "addresses.toml",
        "\n[[gone]]\nwhat = \"ask:2024-truus/wie-heeft-er-slingers\"\nreason = \"Ze zijn er.\"\nreason_en = \"They are there.\"\ndate = 2025-01-01\n",
    );
    gone(&mut site, "event:2024-truus", true);
    for (words, left) in [
        (&["build"][..], &["addresses.toml"][..]),
        (&["publish", "--record"], &[]),
    ] {
        run(&site, words);
        assert_eq!(spelled(&site, "truus"), left);
        let page = |short: &str| site.read(&format!("output/d/{short}/index.html"));
        assert!(
            page(&of_event).contains("Op verzoek."),
            "{}",
            page(&of_event)
        );
        assert!(
            page(&of_ask).contains("Ze zijn er.") && !page(&of_ask).contains("Op verzoek."),
            "{}",
            page(&of_ask)
        );
        assert!(
            page(&of_idea).contains("url=/bijeenkomsten/2025-avond/ideeen/taart/"),
            "what moved keeps its short link\n{}",
            page(&of_idea)
        );
    }
    let addresses = site.read("addresses.toml");
    assert!(
        addresses.contains("reason_en = \"They are there.\"") && !addresses.contains("\n[[moved]]"),
        "{addresses}"
    );
    site.build_cold().assert_same_as_a_clean_build();
}

#[test]
fn a_person_forgotten_under_any_name_they_had_is_forgotten_under_all() {
    let mut site = site();
    run(&site, &["rename", "person:jan-jansen", "jan-willem-jansen"]);
    run(&site, &["publish", "--record"]);
    person_removed(&mut site);
    site.replace(
        "addresses.toml",
        "\n[[moved]]",
        "\n# Jan Jansen heet nu Jan Willem.\n[[moved]]",
    );
    gone(&mut site, "person:jan-willem-jansen", true);
    let said = run(&site, &["publish", "--record"]);
    assert_eq!(
        (spelled(&site, "jan-jansen"), spelled(&site, "jan-willem")),
        (Vec::new(), Vec::new()),
        "{said}"
    );
    site.append(
        "content/mensen.toml",
        "\n[[persoon]]\nnaam = \"Jan Jansen\"\n",
    )
    .build_refused();
    assert!(site.codes().contains("was-forgotten"));
}

#[test]
fn a_reason_that_names_is_refused_and_comments_are_told_of() {
    let mut site = site();
    person_removed(&mut site);
    let before = site.read("addresses.toml");
    for reason in ["Op verzoek van Jan Jansen.", "jan-jansen wilde het niet"] {
        let row = format!(
            "\n[[gone]]\nwhat = \"person:jan-jansen\"\nreason = \"{reason}\"\ndate = 2026-01-02\nforget = true\n"
        );
        site.write("addresses.toml", format!("{before}{row}"));
        refused(&site, &["build"], "reason-names");
        // Without `forget` a reason may say what its writer wants.
        site.write(
            "addresses.toml",
            format!("{before}{row}").replace("forget = true\n", ""),
        );
        run(&site, &["build"]);
    }
    // A comment is its writer's: one of a row goes with the row, another is pointed at, without
    // saying the name.
    site.write(
        "addresses.toml",
        before.replacen(
            "promised = [",
            "# Niet vergeten: Jan Jansen belde.\npromised = [",
            1,
        ),
    );
    gone(&mut site, "person:jan-jansen", true);
    let said = run(&site, &["publish", "--record"]);
    let line = site
        .read("addresses.toml")
        .lines()
        .position(|line| line.contains("belde"))
        .expect("the comment is there")
        + 1;
    assert!(
        said.contains(&format!("Op regel {line} van addresses.toml"))
            && !spells(said.as_bytes(), "jan-jansen"),
        "{said}"
    );
}
