//! What other sites show of this one: codes, frames and HTML to paste are whole, safe and true.

use oogst::drawing::qr;

use crate::harness::Site;
use crate::page::{Page, attributes, texts};

/// A region and a school with titles that mean something in HTML, in two languages.
const HOSTILE: [(&str, &str); 4] = [
    (
        "oogst.toml",
        "title = \"De <b>oogst</b> & \\\"meer\\\"\"\nlanguage = \"nl\"\nlanguages = [\"nl\", \"en\"]\nbase_url = \"https://proef.example/map/\"\n",
    ),
    (
        "content/regios.toml",
        "[[regio]]\nid = \"polder\"\nnaam = \"</textarea><script>x</script>\"\n",
    ),
    (
        "content/organisaties.toml",
        "[[organisatie]]\nid = \"wilg\"\nnaam = \"De Wilg & co\"\nregios = [\"polder\"]\n",
    ),
    (
        "content/events/2025-avond/event.md",
        "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\nregios = [\"polder\"]\n\n\
         [[deal]]\nid = \"fiets\"\ntitel = \"Een <i>fiets</i> & </textarea>\"\ntitel_en = \"A bike\"\npartijen = [\"wilg\"]\nstatus = \"lopend\"\n\n\
         [[vraag]]\nid = \"bel\"\ntitel = \"Wie heeft een bel?\"\ndoor = \"wilg\"\nstatus = \"open\"\n+++\n",
    ),
];

#[test]
fn the_html_to_paste_is_whole_safe_and_leads_to_whole_addresses() {
    let output = Site::with(&HOSTILE).build().output();
    let region = output.text("regios/polder/index.html");
    let expected = "<div lang=\"nl\">
<h3>&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;: De &lt;b&gt;oogst&lt;/b&gt; &amp; “meer”</h3>
<p>Één deal uit één bijeenkomst. Nog open: één vraag.</p>
<p>Laatste deals:</p>
<ul>
<li><a href=\"https://proef.example/map/bijeenkomsten/2025-avond/deals/fiets/\">Een &lt;i&gt;fiets&lt;/i&gt; &amp; &lt;/textarea&gt;</a>. Loopt, stand van 20 maart 2025.</li>
</ul>
<p>Nog open:</p>
<ul>
<li><a href=\"https://proef.example/map/bijeenkomsten/2025-avond/vragen/bel/\">Wie heeft een bel?</a>. Nog open, stand van 20 maart 2025.</li>
</ul>
<p>Stand van 20 maart 2025. <a href=\"https://proef.example/map/regios/polder/\">https://proef.example/map/regios/polder/</a></p>
</div>";
    assert_eq!(texts(region, "#share-snippet"), [expected]);
    assert_eq!(
        texts(region, "#share-frame"),
        [
            "<iframe src=\"https://proef.example/map/regios/polder/insluiten/\" \
          title=\"&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;: De &lt;b&gt;oogst&lt;/b&gt; &amp; “meer”\" \
          width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>"
        ]
    );
    // In the other language, what is not translated says so.
    let expected = "<div lang=\"en\">
<h3><span lang=\"nl\">De Wilg &amp; co</span>: <span lang=\"nl\">De &lt;b&gt;oogst&lt;/b&gt; &amp; “meer”</span></h3>
<p>One deal from one event. Still open: one ask.</p>
<p>Latest deals:</p>
<ul>
<li><a href=\"https://proef.example/map/en/events/2025-avond/deals/fiets/\">A bike</a>. Under way, as of 20 March 2025.</li>
</ul>
<p>Still open:</p>
<ul>
<li><a href=\"https://proef.example/map/en/events/2025-avond/asks/bel/\"><span lang=\"nl\">Wie heeft een bel?</span></a>. Still open, as of 20 March 2025.</li>
</ul>
<p>As of 20 March 2025. <a href=\"https://proef.example/map/en/organisations/wilg/\">https://proef.example/map/en/organisations/wilg/</a></p>
</div>";
    assert_eq!(
        texts(
            output.text("en/organisations/wilg/index.html"),
            "#share-snippet"
        ),
        [expected]
    );
}

#[test]
fn what_is_pasted_leads_to_pages_that_are_there() {
    const BASE: &str = "https://veenland.example/oogst/";
    let output = Site::from("veenland").build().output();
    let mut pasted = 0;
    for (path, html) in output.pages() {
        for code in texts(html, ".share textarea") {
            let page = Page::read(&code);
            assert!(
                page.elements
                    .iter()
                    .all(|name| ["a", "div", "h3", "iframe", "li", "p", "span", "ul"]
                        .contains(&name.as_str())),
                "{path}: {code}"
            );
            assert!(
                page.attributes
                    .iter()
                    .all(|(name, _)| !["style", "class", "id"].contains(&name.as_str())),
                "{path}: {code}"
            );
            for address in page.follows.iter().chain(&page.loads) {
                let below = address
                    .strip_prefix(BASE)
                    .unwrap_or_else(|| panic!("{path}: {address} is no whole address of the site"));
                assert!(
                    output.0.contains_key(&format!("{below}index.html")),
                    "{path}: {address} leads nowhere"
                );
            }
            pasted += 1;
        }
    }
    let shown = output.0.keys().filter(|path| is_embedded(path)).count();
    assert!(shown > 20, "there are pages for frames");
    assert_eq!(
        pasted,
        2 * shown,
        "each region and organisation has two codes"
    );
}

#[test]
fn a_page_for_a_frame_leaves_it_and_gives_way_to_the_whole() {
    let output = Site::from("veenland").build().output();
    for (path, html) in output.pages().filter(|(path, _)| is_embedded(path)) {
        let whole = format!("https://veenland.example/oogst/{}", parent(path));
        assert_eq!(
            attributes(html, "link[rel=canonical]", "href"),
            [whole],
            "{path}"
        );
        assert_eq!(
            attributes(html, "meta[name=robots]", "content"),
            ["noindex"],
            "{path}"
        );
        assert_eq!(
            attributes(html, "a", "target").len(),
            attributes(html, "a", "href").len(),
            "{path}: a link stays in the frame"
        );
        assert!(
            attributes(html, "a", "target")
                .iter()
                .all(|target| target == "_top"),
            "{path}"
        );
        // Of whom nothing is on record, no day is known either.
        let as_of = texts(html, "footer p")
            .iter()
            .any(|text| text.trim().starts_with("Stand van") || text.trim().starts_with("As of"));
        assert_eq!(as_of, html.contains("class=\"numbers\""), "{path}");
    }
    let wholes = output
        .0
        .keys()
        .filter(|path| is_embedded(path))
        .map(|path| format!("{}index.html", parent(path)))
        .collect::<Vec<_>>();
    let kinds = [
        "regios/",
        "organisaties/",
        "en/regions/",
        "en/organisations/",
    ];
    let pages = output.0.keys().filter(|path| {
        kinds.iter().any(|kind| {
            path.strip_prefix(kind)
                .is_some_and(|rest| rest.matches('/').count() == 1)
        })
    });
    let mut pages: Vec<&String> = pages
        .filter(|path| path.ends_with("/index.html") && !path.contains("/pagina/"))
        .collect();
    let mut wholes: Vec<&String> = wholes.iter().collect();
    pages.sort();
    wholes.sort();
    assert_eq!(
        wholes, pages,
        "each region and organisation has one, in both languages"
    );
}

#[test]
fn deals_regions_and_organisations_carry_the_code_of_their_permanent_address() {
    let output = Site::from("veenland").build().output();
    let mut codes = 0;
    for (path, html) in output.pages() {
        let drawn = attributes(html, ".share .qr path[stroke]", "d");
        let kind = attributes(html, "body", "data-page");
        let carries = ["deal", "region", "organisation"].contains(&kind[0].as_str());
        assert_eq!(drawn.len(), usize::from(carries), "{path}");
        if carries {
            let canonical = attributes(html, "link[rel=canonical]", "href");
            let drawing = qr::drawing(&canonical[0]).expect("an address fits");
            assert_eq!(drawn[0], drawing.path, "{path}");
            assert_eq!(
                attributes(html, ".share .qr", "viewBox"),
                [format!("0 0 {0} {0}", drawing.size)],
                "{path}"
            );
            assert_eq!(texts(html, "#share-address"), canonical, "{path}");
            codes += 1;
        }
    }
    assert!(codes > 100, "{codes} pages carry a code");
}

#[test]
fn a_site_that_does_not_know_its_address_shares_nothing() {
    let mut site = Site::from("veenland");
    site.replace(
        "oogst.toml",
        "base_url = \"https://veenland.example/oogst/\"\n",
        "",
    );
    let output = site.build().output();
    assert_eq!(
        output
            .0
            .keys()
            .filter(|path| is_embedded(path))
            .collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    for (path, html) in output.pages() {
        for (selector, name) in [
            ("textarea", "id"),
            (".share, .qr", "class"),
            ("button", "data-from"),
            ("button", "data-save"),
        ] {
            assert_eq!(
                attributes(html, selector, name),
                Vec::<String>::new(),
                "{path}: {selector}"
            );
        }
    }
}

fn is_embedded(path: &str) -> bool {
    path.ends_with("/insluiten/index.html") || path.ends_with("/embed/index.html")
}

/// The folder of the page that a page for a frame stands below: `regios/noorderveld/`.
fn parent(path: &str) -> &str {
    let page = path.trim_end_matches("index.html").trim_end_matches('/');
    &page[..=page
        .rfind('/')
        .expect("a page for a frame stands below another")]
}

#[test]
fn the_tests_of_this_file_find_what_they_look_for() {
    let html = "<textarea id=\"a\">&lt;p&gt; &amp;amp;</textarea><p class=\"a\">x<b>y</b></p><p class=\"a\"></p>";
    assert_eq!(texts(html, "#a"), ["<p> &amp;"]);
    assert_eq!(texts(html, "p.a"), ["xy", ""]);
    assert_eq!(
        parent("regios/noorderveld/insluiten/index.html"),
        "regios/noorderveld/"
    );
}
