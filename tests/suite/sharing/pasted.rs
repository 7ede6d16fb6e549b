//! The HTML to paste, word for word: whole, escaped, and true for as long as it says.

use crate::harness::Site;
use crate::page::texts;

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
<p>Eén deal uit één bijeenkomst. Nog open: één vraag.</p>
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
    let name =
        "&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;: De &lt;b&gt;oogst&lt;/b&gt; &amp; “meer”";
    assert_eq!(
        texts(region, "#share-link"),
        [format!(
            "<a lang=\"nl\" href=\"https://proef.example/map/regios/polder/\">{name}</a>"
        )]
    );
    // What may be otherwise tomorrow is not in it: no count, no status, nothing that is open.
    let expected = format!(
        "<div lang=\"nl\">
<h3>{name}</h3>
<p>Deals:</p>
<ul>
<li><a href=\"https://proef.example/map/bijeenkomsten/2025-avond/deals/fiets/\">Een &lt;i&gt;fiets&lt;/i&gt; &amp; &lt;/textarea&gt;</a></li>
</ul>
<p><a href=\"https://proef.example/map/regios/polder/\">https://proef.example/map/regios/polder/</a></p>
</div>"
    );
    assert_eq!(texts(region, "#share-lasting"), [expected]);
}

#[test]
fn in_the_other_language_what_is_not_translated_says_so() {
    let output = Site::with(&HOSTILE).build().output();
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
fn a_record_is_told_with_where_it_comes_from_and_its_standing_only_where_that_is_asked() {
    let output = Site::with(&HOSTILE).on("2031-01-15").build().output();
    let site = "De &lt;b&gt;oogst&lt;/b&gt; &amp; “meer”";
    for (path, title, what, standing) in [
        (
            "bijeenkomsten/2025-avond/deals/fiets/",
            "Een &lt;i&gt;fiets&lt;/i&gt; &amp; &lt;/textarea&gt;:",
            "Deal, Avond (20 maart 2025).",
            "Loopt, stand van 20 maart 2025.",
        ),
        (
            "bijeenkomsten/2025-avond/vragen/bel/",
            "Wie heeft een bel? –",
            "Vraag, Avond (20 maart 2025).",
            "Nog open, stand van 20 maart 2025.",
        ),
    ] {
        let html = output.text(&format!("{path}index.html"));
        let address = format!("https://proef.example/map/{path}");
        let told = |inner: &str| {
            [format!(
                "<div lang=\"nl\">\n<h3>{title} {site}</h3>\n<p>{inner}</p>\n<p><a href=\"{address}\">{address}</a></p>\n</div>"
            )]
        };
        assert_eq!(texts(html, "#share-lasting"), told(what));
        assert_eq!(
            texts(html, "#share-snippet"),
            told(&format!("{what} {standing}"))
        );
    }
    // Six years later there is silence, which nobody pastes into a page of their own.
    for (path, html) in output.pages() {
        for code in texts(html, ".share textarea") {
            assert!(!code.contains("geen bericht"), "{path}: {code}");
        }
    }
}
