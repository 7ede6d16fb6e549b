//! What a public body owes its readers to know: the pages about accessibility and privacy, and
//! where a leak is reported.

use oogst::words::Language;

use crate::harness::Site;

const PAGES: [&str; 4] = [
    "toegankelijkheid/index.html",
    "privacy/index.html",
    "en/accessibility/index.html",
    "en/privacy/index.html",
];

#[test]
fn without_settings_there_are_no_such_pages_and_no_links_to_them() {
    let built = Site::from("klein").build().output();
    for path in PAGES
        .iter()
        .chain(&[".well-known/security.txt", "_headers", "nginx-headers.conf"])
    {
        assert!(!built.0.contains_key(*path), "{path}");
    }
    assert!(!built.text("index.html").contains("/privacy/"));
}

#[test]
fn every_page_leads_to_them_in_its_own_language() {
    let built = Site::from("veenland").build().output();
    for path in PAGES {
        assert!(built.0.contains_key(path), "{path}");
    }
    assert!(
        built
            .text("over/index.html")
            .contains("<a href=\"/oogst/toegankelijkheid/\">Toegankelijkheid</a>")
    );
    assert!(
        built
            .text("en/over/index.html")
            .contains("<a href=\"/oogst/en/accessibility/\">Accessibility</a>")
    );
}

#[test]
fn the_statement_is_linked_and_no_status_is_made_up() {
    let built = Site::from("veenland").build().output();
    let page = built.text("toegankelijkheid/index.html");
    assert!(page.contains("<a href=\"https://register.example/toegankelijkheidsverklaring/1234\">Lees de toegankelijkheidsverklaring</a>"));
    for verdict in ["voldoet", "WCAG", "status A", "conform"] {
        assert!(
            !page.contains(verdict),
            "the page gives a verdict: {verdict}"
        );
    }
}

#[test]
fn a_contact_of_the_settings_is_shown_where_addresses_of_texts_are_not() {
    let mut site = Site::from("veenland");
    let built = site
        .replace("oogst.toml", "emails = true", "emails = false")
        .build()
        .output();
    let page = built.text("privacy/index.html");
    assert!(
        page.contains("<a href=\"mailto:privacy@veenland.example\">privacy@veenland.example</a>")
    );
    assert!(page.contains("E-mailadressen en telefoonnummers uit de verslagen staan er niet op."));
}

#[test]
fn a_page_of_the_writer_takes_their_place() {
    let mut site = Site::from("veenland");
    site.write(
        "content/pages/privacy.md",
        "+++\ntitel = \"Uw gegevens\"\n+++\n\nZelf geschreven.\n",
    )
    .build();
    let built = site.output();
    let page = built.text("privacy/index.html");
    assert!(page.contains("Zelf geschreven.") && !page.contains("zet geen cookies"));
    assert!(
        built
            .text("index.html")
            .contains("<a href=\"/oogst/privacy/\">Uw gegevens</a>")
    );
}

#[test]
fn a_hostile_contact_is_words_and_runs_nowhere() {
    let mut site = Site::from("klein");
    let contact = "javascript:alert(1)//\\\"><script>alert(1)</script>";
    site.append(
        "oogst.toml",
        &format!("\n[privacy]\nofficer_contact = \"{contact}\"\ncontact = \"a@b.nl?x=<b>\"\n"),
    )
    .build();
    let built = site.output();
    let html = built.text("privacy/index.html");
    assert!(
        crate::policy::refused(html).is_empty(),
        "{:?}",
        crate::policy::refused(html)
    );
    let page = crate::page::Page::read(html);
    assert!(
        !page
            .follows
            .iter()
            .any(|href| href.trim().to_lowercase().starts_with("javascript:")),
        "{:?}",
        page.follows
    );
    assert!(
        !page.follows.iter().any(|href| href.starts_with("mailto:")),
        "{:?}",
        page.follows
    );
}

#[test]
fn the_contact_for_leaks_is_written_as_the_standard_says() {
    let mut site = Site::from("klein");
    site.append(
        "oogst.toml",
        "\n[security]\ncontact = \"lek@school.example\"\nexpires = 2026-12-31\n",
    )
    .build();
    let built = site.output();
    let text = built.text(".well-known/security.txt");
    assert!(text.starts_with("Contact: mailto:lek@school.example\nExpires: 2026-12-31T00:00:00Z\nPreferred-Languages: nl\n"), "{text}");
    site.replace("oogst.toml", "expires = 2026-12-31", "")
        .build_refused();
    assert!(
        site.diagnostics(Language::En).contains("missing-key"),
        "{}",
        site.diagnostics(Language::En)
    );
}
