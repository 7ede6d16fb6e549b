//! Whole texts in, whole pages' worth of HTML out.

use std::fmt::Write;

mod oddities;
mod runs;
mod thrown_together;

use super::{
    FoundKind, HtmlOptions, RawHtml, Resolved, ShownPicture, html, inline_html, plain, scan,
};
use crate::words::Language;

fn options() -> HtmlOptions {
    HtmlOptions {
        raw_html: RawHtml::Escaped,
        language: Language::Nl,
        heading_level: 3,
        id_prefix: String::new(),
    }
}

fn sanitised() -> HtmlOptions {
    HtmlOptions {
        raw_html: RawHtml::Sanitised,
        ..options()
    }
}

/// Resolves as a site would: records to their pages, pictures in `media/` to files, mail and other
/// pictures withheld.
fn resolve(kind: FoundKind, destination: &str) -> Resolved {
    match (kind, destination.split_once(':')) {
        (FoundKind::Link, Some(("deal", id))) => Resolved::Link {
            href: format!("/deals/{id}/"),
        },
        (FoundKind::Link, Some(("mailto", _))) => Resolved::Withheld,
        (FoundKind::Link, _) => Resolved::Link {
            href: destination.to_owned(),
        },
        (FoundKind::Image, None) if destination.starts_with("media/") => {
            Resolved::Image(picture(&format!("/{destination}")))
        }
        (FoundKind::Image, None) if destination == "plan.pdf" => Resolved::Link {
            href: destination.to_owned(),
        },
        _ => Resolved::Withheld,
    }
}

/// A picture of which there is one size.
fn picture(src: &str) -> ShownPicture {
    ShownPicture {
        src: src.to_owned(),
        srcset: String::new(),
        sources: Vec::new(),
        sizes: "",
        width: 1200,
        height: 800,
        lazy: true,
        alt: None,
        caption: None,
    }
}

fn shown(text: &str) -> String {
    html(text, &options(), &mut resolve)
}

#[test]
fn a_text_becomes_html() {
    let text = "Een \"regel\" met *nadruk*, **vet**, ~~weg~~ en `code -- \"x\"`.\nZachte regel  \nharde regel -- klaar\n\n> Citaat\n>\n> - punt\n\n1. een\n2. twee\n   - diep\n\n3) drie\n\n***\n\n    <b>  \n    \"x\"\n";
    let expected = "<p>Een “regel” met <em>nadruk</em>, <strong>vet</strong>, <del>weg</del> en <code>code -- \"x\"</code>.\nZachte regel<br>\nharde regel – klaar</p>\n<blockquote>\n<p>Citaat</p>\n<ul>\n<li>punt</li>\n</ul>\n</blockquote>\n<ol>\n<li>een</li>\n<li>twee\n<ul>\n<li>diep</li>\n</ul>\n</li>\n</ol>\n<ol start=\"3\">\n<li>drie</li>\n</ol>\n<hr>\n<pre><code>&lt;b&gt;\n\"x\"\n</code></pre>\n";
    assert_eq!(shown(text), expected);
    assert_eq!(shown(""), "");
}

#[test]
fn headings_follow_the_page_and_keep_their_ids() {
    let text = "## Regio's\n\n#### Diep\n\n### Terug\n\n# Regio's\n\n#\n\n# 2018\n\n## Regio's 2\n\n# Regio's\n\n# !\n";
    let expected = "<h3 id=\"regios\">Regio’s</h3>\n<h4 id=\"diep\">Diep</h4>\n<h4 id=\"terug\">Terug</h4>\n<h3 id=\"regios-3\">Regio’s</h3>\n<h3 id=\"s-2018\">2018</h3>\n<h4 id=\"regios-2\">Regio’s 2</h4>\n<h3 id=\"regios-4\">Regio’s</h3>\n<h3>!</h3>\n";
    assert_eq!(shown(text), expected);
    let prefixed = HtmlOptions {
        heading_level: 6,
        id_prefix: "idee-\"x-".to_owned(),
        ..options()
    };
    assert_eq!(
        html("# Kop\n## Sub[^1]\n\n[^1]: n", &prefixed, &mut resolve),
        "<h6 id=\"idee-x-kop\">Kop</h6>\n<h6 id=\"idee-x-sub\">Sub<sup class=\"footnote-reference\" id=\"idee-x-fnref_1\"><a href=\"#idee-x-fn_1\" aria-label=\"Voetnoot 1\">1</a></sup></h6>\n<div class=\"footnotes\">\n<ol>\n<li id=\"idee-x-fn_1\"><p>n <a class=\"footnote-back\" href=\"#idee-x-fnref_1\" aria-label=\"Terug naar de tekst\">↩\u{FE0E}</a></p></li>\n</ol>\n</div>\n"
    );
}

#[test]
fn another_heading_changes_no_id() {
    let before = shown("# Een\n\n# Twee\n");
    let after = shown("# Nul\n\n# Een\n\n# Anders\n\n# Twee\n");
    for line in before.lines() {
        assert!(after.lines().any(|other| other == line), "{line}");
    }
}

#[test]
fn links_are_resolved_and_dangerous_ones_dropped() {
    for (text, expected) in [
        ("[de deal](deal:x)", "<a href=\"/deals/x/\">de deal</a>"),
        (
            "[a](https://voorbeeld.nl/?a=1&b=2 \"Titel\")",
            "<a href=\"https://voorbeeld.nl/?a=1&amp;b=2\" title=\"Titel\" rel=\"noopener\">a</a>",
        ),
        (
            "<https://voorbeeld.nl/a--b>",
            "<a class=\"address\" href=\"https://voorbeeld.nl/a--b\" rel=\"noopener\">https://voorbeeld.nl/a--b</a>",
        ),
        ("[r][]\n\n[r]: <a b.html>", "<a href=\"a%20b.html\">r</a>"),
        (
            "[x](javascript:alert(1)) [y](JAVASCRIPT&#58;z) [z](&#x64;ata:x)",
            "x y z",
        ),
        ("[x](<java\tscript:a>) [y](region:x)", "x y"),
        ("[](b) [leeg]()", "leeg"),
        (
            "[`x` <https://a.nl> b](c)",
            "<a href=\"c\"><code>x</code> https://a.nl b</a>",
        ),
        (
            "mail [Jan](mailto:a@b.nl) of <a@b.nl>",
            "mail Jan of a@b.nl",
        ),
        (
            "[010-123 45](tel:+3110)",
            "<a href=\"tel:+3110\">010\u{2011}123\u{A0}45</a>",
        ),
        ("[a[^1]](b)", "<a href=\"b\">a[^1]</a>"),
        (
            "(https://voorbeeld.nl/a--b), \"www.voorbeeld.nl\".",
            "(<a class=\"address\" href=\"https://voorbeeld.nl/a--b\" rel=\"noopener\">https://voorbeeld.nl/a--b</a>), \
             “<a class=\"address\" href=\"https://www.voorbeeld.nl\" rel=\"noopener\">www.voorbeeld.nl</a>”.",
        ),
        (
            "`https://a.nl` [https://a.nl](b) ![https://a.nl](media/a.jpg)",
            "<code>https://a.nl</code> <a href=\"b\">https://a.nl</a> <img src=\"/media/a.jpg\" alt=\"https://a.nl\" width=\"1200\" height=\"800\" loading=\"lazy\">",
        ),
    ] {
        assert_eq!(
            inline_html(text, &options(), &mut resolve),
            expected,
            "{text}"
        );
    }
}

#[test]
fn pictures_alone_are_figures_and_withheld_ones_vanish() {
    for (text, expected) in [
        (
            "![Het \"lokaal\"](media/a.jpg \"Na het verven\")",
            "<figure><img src=\"/media/a.jpg\" alt=\"Het “lokaal”\" width=\"1200\" height=\"800\" loading=\"lazy\"><figcaption>Na het verven</figcaption></figure>\n",
        ),
        (
            "Kijk: ![x](media/a.jpg).",
            "<p>Kijk: <img src=\"/media/a.jpg\" alt=\"x\" width=\"1200\" height=\"800\" loading=\"lazy\">.</p>\n",
        ),
        ("![x](https://elders.nl/a.jpg)", ""),
        ("Voor ![x](weg.jpg) na", "<p>Voor  na</p>\n"),
        ("[![x](weg.jpg)](b)", ""),
        (
            "[![x](weg.jpg) tekst](b)",
            "<p><a href=\"b\"> tekst</a></p>\n",
        ),
        ("# ![x](weg.jpg)", ""),
        (
            "![Het plan](plan.pdf)",
            "<p><a href=\"plan.pdf\">Het plan</a></p>\n",
        ),
        (
            "![a ![b](media/b.jpg) [c](d)](media/a.jpg)",
            "<figure><img src=\"/media/a.jpg\" alt=\"a b c\" width=\"1200\" height=\"800\" loading=\"lazy\"></figure>\n",
        ),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
    let mut decoration = |_: FoundKind, _: &str| {
        Resolved::Image(ShownPicture {
            alt: Some(String::new()),
            caption: Some("B & \"c\"".to_owned()),
            ..picture("a.png")
        })
    };
    assert_eq!(
        html("![x](y)", &options(), &mut decoration),
        "<figure><img src=\"a.png\" alt=\"\" width=\"1200\" height=\"800\" loading=\"lazy\"><figcaption>B &amp; “c”</figcaption></figure>\n"
    );
}

#[test]
fn a_picture_comes_in_every_size_whether_html_is_let_in_or_not() {
    let mut photo = |_: FoundKind, destination: &str| {
        Resolved::Image(ShownPicture {
            srcset: "/a-480.jpg 480w, /a-960.jpg 960w".to_owned(),
            sources: vec![(
                "image/webp",
                "/a-480.webp 480w, /a-960.webp 960w".to_owned(),
            )],
            sizes: "(min-width: 45rem) 42rem, 100vw",
            lazy: destination != "first",
            ..picture("/a-960.jpg")
        })
    };
    let element = |lazy: &str| {
        format!(
            "<picture><source type=\"image/webp\" srcset=\"/a-480.webp 480w, /a-960.webp 960w\" sizes=\"(min-width: 45rem) 42rem, 100vw\">\
             <img src=\"/a-960.jpg\" alt=\"x\" srcset=\"/a-480.jpg 480w, /a-960.jpg 960w\" sizes=\"(min-width: 45rem) 42rem, 100vw\" width=\"1200\" height=\"800\"{lazy}></picture>"
        )
    };
    let lazy = " loading=\"lazy\"";
    for (text, options, expected) in [
        (
            "![x](first)",
            options(),
            format!("<figure>{}</figure>\n", element("")),
        ),
        (
            "Kijk ![x](a).",
            options(),
            format!("<p>Kijk {}.</p>\n", element(lazy)),
        ),
        (
            "Kijk ![x](a) <b>goed</b>.",
            sanitised(),
            format!("<p>Kijk {} <b>goed</b>.</p>\n", element(lazy)),
        ),
        (
            "Kijk <img src=\"a\" alt=\"x\"><b>goed</b>.",
            sanitised(),
            format!("<p>Kijk {}<b>goed</b>.</p>\n", element(lazy)),
        ),
        // What a writer makes of it by hand is no picture of ours.
        (
            "<picture><source srcset=\"b\"><b>y</b></picture>",
            sanitised(),
            "<p><b>y</b></p>\n".to_owned(),
        ),
    ] {
        assert_eq!(html(text, &options, &mut photo), expected, "{text}");
    }
}

#[test]
fn tables_have_a_frame_heads_and_classes() {
    let text = "| Regio | Deals | |\n|:--|--:|:-:|\n| Twente | 3 | x |\n| a |\n";
    let expected = "<div class=\"table\" role=\"group\" aria-label=\"Tabel: Regio, Deals\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\" class=\"align-start\">Regio</th><th scope=\"col\" class=\"align-end\">Deals</th><td class=\"align-center\"></td></tr>\n</thead>\n<tbody>\n<tr><td class=\"align-start\">Twente</td><td class=\"align-end\">3</td><td class=\"align-center\">x</td></tr>\n<tr><td class=\"align-start\">a</td><td class=\"align-end\"></td><td class=\"align-center\"></td></tr>\n</tbody>\n</table>\n</div>\n";
    assert_eq!(shown(text), expected);
    let english = HtmlOptions {
        language: Language::En,
        ..options()
    };
    assert_eq!(
        html("| |\n|-|\n", &english, &mut resolve),
        "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n<thead>\n<tr><td></td></tr>\n</thead>\n</table>\n</div>\n"
    );
}

#[test]
fn tasks_are_said_in_words() {
    let expected = "<ul>\n<li class=\"task done\"><span class=\"box\" aria-hidden=\"true\"></span><span class=\"visually-hidden\">Gedaan: </span>ja</li>\n<li class=\"task\"><span class=\"box\" aria-hidden=\"true\"></span><span class=\"visually-hidden\">Nog te doen: </span>nee</li>\n</ul>\n";
    assert_eq!(shown("- [x] ja\n- [ ] nee\n"), expected);
}

#[test]
fn footnotes_lead_there_and_back() {
    let text = "Een[^A] en nog eens[^a], twee[^b] en [^geen].\n\n[^los]: Los.\n[^b]: Zie[^a].\n[^a]: Noot.\n\n    Meer.\n[^a]: Dubbel.\n";
    let expected = "<p>Een<sup class=\"footnote-reference\" id=\"fnref_1\"><a href=\"#fn_1\" aria-label=\"Voetnoot 1\">1</a></sup> en nog eens<sup class=\"footnote-reference\" id=\"fnref_1_2\"><a href=\"#fn_1\" aria-label=\"Voetnoot 1\">1</a></sup>, twee<sup class=\"footnote-reference\" id=\"fnref_2\"><a href=\"#fn_2\" aria-label=\"Voetnoot 2\">2</a></sup> en [^geen].</p>\n<div class=\"footnotes\">\n<ol>\n<li id=\"fn_1\"><p>Noot.</p>\n<p>Meer. <a class=\"footnote-back\" href=\"#fnref_1\" aria-label=\"Terug naar de tekst bij voetnoot 1 (1)\">↩\u{FE0E}</a> <a class=\"footnote-back\" href=\"#fnref_1_2\" aria-label=\"Terug naar de tekst bij voetnoot 1 (2)\">↩\u{FE0E}</a> <a class=\"footnote-back\" href=\"#fnref_1_3\" aria-label=\"Terug naar de tekst bij voetnoot 1 (3)\">↩\u{FE0E}</a></p></li>\n<li id=\"fn_2\"><p>Zie<sup class=\"footnote-reference\" id=\"fnref_1_3\"><a href=\"#fn_1\" aria-label=\"Voetnoot 1\">1</a></sup>. <a class=\"footnote-back\" href=\"#fnref_2\" aria-label=\"Terug naar de tekst\">↩\u{FE0E}</a></p></li>\n<li id=\"fn_3\"><p>Los.</p></li>\n</ol>\n</div>\n";
    assert_eq!(shown(text), expected);
}

#[test]
fn raw_html_is_shown_as_text() {
    let text = "Tekst <b onclick=\"x()\">b</b> <!-- stil -->.\n\n<script>alert('1')</script>\n\n<!-- stil -->\n\n<!-- nooit dicht\n";
    let expected = "<p>Tekst &lt;b onclick=\"x()\"&gt;b&lt;/b&gt; .</p>\n<p>&lt;script&gt;alert('1')&lt;/script&gt;</p>\n<p>&lt;!-- nooit dicht</p>\n";
    assert_eq!(shown(text), expected);
}

#[test]
fn sanitised_html_keeps_what_is_safe() {
    for (text, expected) in [
        (
            "<b onclick=\"x()\" style=\"color:red\" id=\"a\" class=\"b\" lang=\"en\">b</b>",
            "<p><b lang=\"en\">b</b></p>\n",
        ),
        (
            "<div>\n\n# Kop\n\n</div>",
            "<div>\n<h3 id=\"kop\">Kop</h3>\n</div>\n",
        ),
        (
            "a <script>alert(1)</script><iframe src=\"x\"></iframe><form><input></form> b",
            "<p>a </p> b\n",
        ),
        (
            "<a href=\"javascript:alert(1)\">a</a> <a href=\" java&#10;script:b\">b</a> <a href=\"data:x\">c</a>",
            "<p><a>a</a> <a>b</a> <a>c</a></p>\n",
        ),
        (
            "<a href=\"https://voorbeeld.nl/?a&amp;b\" target=\"_blank\">a</a> <a href=\"mailto:a@b.nl\">b</a>",
            "<p><a href=\"https://voorbeeld.nl/?a&amp;b\" rel=\"noopener\">a</a> <a>b</a></p>\n",
        ),
        (
            "<img src=\"media/a.jpg\" alt=\"a > b\" onerror=\"x\"> <img alt=\"x\"> <img src=\"//elders.nl/x.gif\">",
            "<p><img src=\"/media/a.jpg\" alt=\"a &gt; b\" width=\"1200\" height=\"800\" loading=\"lazy\">  </p>\n",
        ),
        (
            "Los <i>schuin\n\nen recht",
            "<p>Los <i>schuin</i></p>\n<p>en recht</p>\n",
        ),
        (
            "<details open><summary>Meer</summary>\n\n![x](media/a.jpg)\n\n</details>",
            "<details open=\"\"><summary>Meer</summary>\n<figure><img src=\"/media/a.jpg\" alt=\"x\" width=\"1200\" height=\"800\" loading=\"lazy\"></figure>\n</details>\n",
        ),
        ("<svg><script>x</script></svg><math><mi>y</mi></math>", ""),
        ("<h1>Groot</h1>", "Groot\n"),
    ] {
        assert_eq!(html(text, &sanitised(), &mut resolve), expected, "{text}");
    }
    let deep = "<div>".repeat(101);
    assert_eq!(
        html(&deep, &sanitised(), &mut resolve),
        format!(
            "<p>{}</p>\n",
            deep.replace('<', "&lt;").replace('>', "&gt;")
        )
    );
}

#[test]
fn short_texts_stand_in_a_line_and_long_ones_in_blocks() {
    assert_eq!(
        inline_html("Een *korte* tekst\n", &options(), &mut resolve),
        "Een <em>korte</em> tekst"
    );
    assert_eq!(
        inline_html("![x](media/a.jpg)", &options(), &mut resolve),
        "<img src=\"/media/a.jpg\" alt=\"x\" width=\"1200\" height=\"800\" loading=\"lazy\">"
    );
    assert_eq!(
        inline_html("Een\n\ntwee", &options(), &mut resolve),
        "<p>Een</p>\n<p>twee</p>"
    );
}

#[test]
fn descriptions_are_sentences_of_a_limited_length() {
    let text = "# Kop\n\nHet *eerste* [woord](x), en `meer`.\nTweede ![foto](y)\n\n| a |\n|---|\n\n- punt[^1]\n\n[^1]: noot\n";
    assert_eq!(plain(text, 100), "Het eerste woord, en meer. Tweede punt");
    assert_eq!(plain(text, 21), "Het eerste woord, en…");
    assert_eq!(plain(text, 20), "Het eerste woord…");
    assert_eq!(plain("# Alleen een kop", 100), "Alleen een kop");
    assert_eq!(plain("Loopbaanoriëntatie", 8), "Loopbaa…");
    assert_eq!(plain("tekst", 0), "");
}

#[test]
fn everything_that_leads_somewhere_is_found_with_its_place() {
    let text = "[tekst](deal:x) ![alt *b*](media/a.jpg \"t\") <https://a.nl> <a@b.nl>\n\n[r] [y](<a b>) [![p](q.png) z](w)\n\n<div>\n<b>\n\nx <i>\n\n[r]: /ref\n";
    let mut list = String::new();
    for found in scan(text) {
        let _ = writeln!(
            list,
            "{:?} {} | {:?} | {:?} | {:?}",
            found.kind,
            found.destination,
            found.text,
            &text[found.range],
            &text[found.destination_range]
        );
    }
    let expected = "Link deal:x | \"tekst\" | \"[tekst](deal:x)\" | \"deal:x\"\n\
        Image media/a.jpg | \"alt b\" | \"![alt *b*](media/a.jpg \\\"t\\\")\" | \"media/a.jpg\"\n\
        Link https://a.nl | \"https://a.nl\" | \"<https://a.nl>\" | \"https://a.nl\"\n\
        Link mailto:a@b.nl | \"a@b.nl\" | \"<a@b.nl>\" | \"a@b.nl\"\n\
        Link /ref | \"r\" | \"[r]\" | \"/ref\"\n\
        Link a b | \"y\" | \"[y](<a b>)\" | \"a b\"\n\
        Link w | \"p z\" | \"[![p](q.png) z](w)\" | \"w\"\n\
        Image q.png | \"p\" | \"![p](q.png)\" | \"q.png\"\n\
        RawHtml  | \"<div>\\n<b>\\n\" | \"<div>\\n<b>\\n\" | \"<div>\\n<b>\\n\"\n\
        RawHtml  | \"<i>\" | \"<i>\" | \"<i>\"\n";
    assert_eq!(list, expected);
    assert_eq!(scan("gewone tekst, https://a.nl"), []);
}
