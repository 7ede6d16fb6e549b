//! What each thing in a Word document becomes.

use super::made::{docx, drawing, p, png, point, r, rp};
use super::{event_of, imported, text_of};

/// What a document with this body becomes.
fn text(body: &str) -> String {
    text_of("verslag.docx", &docx(body).bytes()).0
}

#[test]
fn headings_go_by_what_their_style_is_called_and_a_title_is_none() {
    let body = [
        p("Titel", &r("De dag van de techniek")),
        p("Kop1", &r("Inleiding")),
        p("EigenKop", &r("Wie er was")),
        p("Omtrek", &r("Dieper")),
        p("Heading1", &r("Een kader is geen kop.")),
    ];
    let (event, _) = event_of("verslag.docx", &docx(&body.concat()).bytes());
    assert_eq!(
        event,
        "+++\ntitel = \"De dag van de techniek\"\ndatum = 2025-11-12\n+++\n\
         ## Inleiding\n\n### Wie er was\n\n#### Dieper\n\nEen kader is geen kop.\n"
    );
}

#[test]
fn a_first_heading_is_the_title_where_no_style_says_which_words_are() {
    let body = [p("Kop1", &r("Vraag \"en\" aanbod")), p("", &r("Tekst."))];
    let (event, _) = event_of("verslag.docx", &docx(&body.concat()).bytes());
    assert_eq!(
        event,
        "+++\ntitel = 'Vraag \"en\" aanbod'\ndatum = 2025-11-12\n+++\nTekst.\n"
    );
}

#[test]
fn runs_are_put_together_and_blanks_stand_outside_of_marks() {
    let body = [
        p(
            "",
            &[
                r("Er is "),
                rp("<w:b/>", "Ruimte "),
                rp("<w:b w:val=\"1\"/>", "en tijd "),
                r("nodig, "),
                rp("<w:i/>", "zei"),
                r(" "),
                rp("<w:b/><w:i/>", "iedereen"),
                rp("<w:b w:val=\"0\"/>", "."),
            ]
            .concat(),
        ),
        p(
            "",
            &[
                rp("<w:rStyle w:val=\"Zwaar\"/>", "Let op"),
                rp("<w:strike/>", " oud"),
            ]
            .concat(),
        ),
        p("", &[rp("<w:b/>", "(haakjes)"), r("eraan vast")].concat()),
        p(
            "",
            &[
                r("CO"),
                rp("<w:vertAlign w:val=\"subscript\"/>", "2"),
                r(" per m"),
                rp("<w:vertAlign w:val=\"superscript\"/>", "2"),
            ]
            .concat(),
        ),
        p(
            "",
            "<w:r><w:t>ver\u{AD}ant</w:t><w:softHyphen/><w:t>woord</w:t><w:noBreakHyphen/><w:t>x</w:t><w:tab/><w:t>y\u{A0}z</w:t></w:r>",
        ),
    ];
    assert_eq!(
        text(&body.concat()),
        "Er is **Ruimte en tijd** nodig, *zei* ***iedereen***.\n\n**Let op** ~~oud~~\n\n**(haakjes**)eraan vast\n\n\
         CO₂ per m²\n\nverantwoord-x y\u{A0}z\n"
    );
}

#[test]
fn signs_that_mean_something_in_markdown_stay_signs() {
    let lines = [
        "5 * 3 en a_b_c",
        "[haken] en &lt;b&gt;",
        "# geen kop",
        "+++",
        "---",
        "2018. Dat jaar",
        "`code` | streep ~ golf",
        "C:\\map",
        "&amp;amp; en R&amp;D",
        "wat!",
        "= is",
    ];
    let body: String = lines.iter().map(|line| p("", &r(line))).collect();
    assert_eq!(
        text(&body),
        "5 \\* 3 en a\\_b\\_c\n\n\\[haken\\] en \\<b\\>\n\n\\# geen kop\n\n\\+++\n\n\\---\n\n2018\\. Dat jaar\n\n\
         \\`code\\` \\| streep \\~ golf\n\nC:\\\\map\n\n\\&amp; en R&D\n\nwat!\n\n\\= is\n"
    );
}

#[test]
fn lists_come_from_numbering_from_styles_and_from_what_was_typed() {
    let body = [
        point(1, 0, "een"),
        point(1, 1, "een punt een"),
        point(1, 0, "twee"),
        point(2, 0, "eerst"),
        point(2, 1, "a"),
        point(2, 0, "dan"),
        p("", &r("Tussendoor.")),
        point(2, 0, "ten slotte"),
        point(3, 0, "vijf"),
        p("Lijst", &r("stijl")),
        p("Lijst2", &r("dieper")),
        p("", &r("Zelf getypt:")),
        p("", &r("- streepje")),
        p("", &r("• bolletje")),
        p("", &r("1. nummer")),
    ];
    assert_eq!(
        text(&body.concat()),
        "- een\n  - een punt een\n- twee\n\n1. eerst\n   1. a\n2. dan\n\nTussendoor.\n\n3. ten slotte\n\n5) vijf\n\n\
         - stijl\n  - dieper\n\nZelf getypt:\n\n- streepje\n- bolletje\n\n1. nummer\n"
    );
}

#[test]
fn links_lead_to_the_web_and_to_mailboxes_and_nowhere_else() {
    let link =
        |id: &str, text: &str| format!("<w:hyperlink r:id=\"{id}\">{}</w:hyperlink>", r(text));
    let field = |instruction: &str, text: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK </w:instrText></w:r>\
             <w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            r(text)
        )
    };
    let body = [
        p(
            "",
            &[
                r("Zie "),
                link("a", "de "),
                link("a", "site "),
                r("of "),
                link("b", "bel"),
            ]
            .concat(),
        ),
        p(
            "",
            &[link("c", "klik"), r(" en "), link("d", "bestand")].concat(),
        ),
        p(
            "",
            &[
                field("\"https://example.org/veld\"", "het veld"),
                r("; "),
                field("\"javascript:alert(1)\"", "fout"),
                r("; "),
                field("\\l \"deel\"", "hier"),
            ]
            .concat(),
        ),
        p("", &link("e", "https://example.org/x")),
    ];
    let document = docx(&body.concat())
        .relation(
            "a",
            "hyperlink",
            "https://example.org/t?a=1&amp;b=(2)",
            true,
        )
        .relation("b", "hyperlink", "mailto:school@example.org", true)
        .relation("c", "hyperlink", "javascript:alert(1)", true)
        .relation("d", "hyperlink", "file:///C:/Users/x/y.docx", true)
        .relation("e", "hyperlink", "https://example.org/x", true);
    let (text, said) = text_of("verslag.docx", &document.bytes());
    assert_eq!(
        text,
        "Zie [de site](<https://example.org/t?a=1&b=(2)>) of [bel](mailto:school@example.org)\n\nklik en bestand\n\n\
         [het veld](https://example.org/veld); fout; hier\n\n<https://example.org/x>\n"
    );
    assert!(
        said.contains("4 links die niet naar het web wijzen"),
        "{said}"
    );
}

#[test]
fn a_table_has_a_head_and_cells_of_one_line() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", &r(text)));
    let inner = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("x"), cell("y"));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr><w:tc><w:p><w:r><w:t>a | b</w:t><w:br/><w:t>c</w:t></w:r></w:p>{}</w:tc>{}</w:tr>\
         <w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}</w:tc></w:tr>\
         <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc><w:tc>{inner}{}</w:tc></w:tr></w:tbl>\
         <w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        cell("Vraag"),
        cell("Aanbod"),
        p("", &r("d")),
        cell("lopend"),
        p("", &r("samen")),
        p("", &r("ONDER")),
        p("", &r("z")),
        p("Kop1", &r("Kader")),
        p("", &r("met tekst")),
    );
    let (text, said) = text_of("verslag.docx", &docx(&body).bytes());
    assert_eq!(
        text,
        "| Vraag | Aanbod |\n| --- | --- |\n| a \\| b<br>c<br>d | lopend |\n| samen | |\n| | x y<br>z |\n\n\
         ## Kader\n\nmet tekst\n"
    );
    assert!(
        said.contains("1 tabel met samengevoegde cellen · 1 tabel in een tabel"),
        "{said}"
    );
}

#[test]
fn what_was_deleted_hidden_or_remarked_is_nowhere() {
    let del =
        |text: &str| format!("<w:del w:id=\"1\"><w:r><w:delText>{text}</w:delText></w:r></w:del>");
    let body = [
        p("", &[r("Het kost "), del("GEHEIM-1 "), format!("<w:ins w:id=\"2\">{}</w:ins>", r("4.000 ")), r("euro."),
            format!("<w:moveFrom w:id=\"3\">{}</w:moveFrom>", r("GEHEIM-2"))].concat()),
        p("", &[r("Open"), rp("<w:vanish/>", " GEHEIM-3"), rp("<w:vanish/><w:b/>", " GEHEIM-4"), r(" en bloot"),
            rp("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", ".")].concat()),
        p("Geheim", &r("GEHEIM-5")),
        p("", &format!("{}<w:commentRangeStart w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>", r("Met opmerking"))),
        "<w:p><w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr><w:r><w:t>Deze regel </w:t></w:r></w:p>".to_owned(),
        p("", &r("loopt door.")),
        format!("<w:tbl><w:tr>{0}{0}</w:tr><w:tr><w:trPr><w:del w:id=\"5\"/></w:trPr>{1}{1}</w:tr></w:tbl>",
            format!("<w:tc>{}</w:tc>", p("", &r("kop"))), format!("<w:tc>{}</w:tc>", p("", &r("GEHEIM-6")))),
        p("Inhopg1", &r("GEHEIM-7 inhoud 3")),
        p("Inhopg1", &r("GEHEIM-7 einde 9")),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>GEHEIM-8 klik hier</w:t></w:r></w:p></w:sdtContent></w:sdt>".to_owned(),
        format!("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", p("", &r("Uit een veld."))),
    ];
    let document = docx(&body.concat())
        .relation("k", "comments", "comments.xml", false)
        .part_of_word(
            "word/comments.xml",
            "comments",
            &format!(
                "<w:comment w:id=\"0\">{}</w:comment>",
                p("", &r("GEHEIM-9 bel 06-12345678"))
            ),
        )
        .relation("h", "header", "header1.xml", false)
        .part_of_word("word/header1.xml", "hdr", &p("", &r("GEHEIM-10")));
    let (site, ran) = imported("verslag.docx", &document.bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let event = site.read("content/events/2025-dag/event.md");
    assert_eq!(
        event.splitn(3, "+++\n").nth(2),
        Some(
            "Het kost 4.000 euro.\n\nOpen en bloot.\n\nMet opmerking\n\nDeze regel loopt door.\n\n| kop | kop |\n| --- | --- |\n\nUit een veld.\n"
        )
    );
    assert_eq!(
        ran.err.lines().nth(1),
        Some(
            "Niet overgenomen: 1 opmerking · 3 verwijderde stukken (Wijzigingen bijhouden) · 2 verborgen teksten · 1 inhoudsopgave · 1 kop- of voettekst"
        )
    );
    for file in ["content", ".oogst"] {
        for (path, text) in crate::tree::Tree::read(&site.at(file)).texts() {
            assert!(
                !text.contains("GEHEIM") && !text.contains("06-123"),
                "{path}\n{text}"
            );
        }
    }
}

#[test]
fn a_box_with_text_comes_once_and_notes_stand_at_the_end() {
    let boxed = format!(
        "<w:txbxContent>{}</w:txbxContent>",
        p("", &r("KADER: bel de school"))
    );
    let body = [
        p("", &format!(
            "{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\"/><wps:txbx>{boxed}</wps:txbx>\
             </wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{boxed}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            r("Voor het kader."))),
        p("", &format!("{}<w:r><w:endnoteReference w:id=\"1\"/></w:r>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{}", r("Zin"), r(" met noot"), r(" en verder."))),
        p("", &r("<w:br/>")),
        "<w:p><w:r><w:t>Regel een</w:t><w:br/><w:t>regel twee</w:t><w:br w:type=\"page\"/></w:r></w:p>".to_owned(),
        "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>".to_owned(),
    ];
    let document = docx(&body.concat())
        .relation("f", "footnotes", "footnotes.xml", false)
        .relation("e", "endnotes", "endnotes.xml", false)
        .part_of_word("word/footnotes.xml", "footnotes", &format!("<w:footnote w:type=\"separator\" w:id=\"0\">{}</w:footnote><w:footnote w:id=\"2\">{}{}</w:footnote>", p("", &r("x")), p("", &r(" Bron: cijfers.")), p("", &r("Nog een regel."))))
        .part_of_word("word/endnotes.xml", "endnotes", &format!("<w:endnote w:id=\"1\">{}</w:endnote>", p("", &r("Eindnoot."))));
    let (text, said) = text_of("verslag.docx", &document.bytes());
    assert_eq!(
        text,
        "Voor het kader.\n\nKADER: bel de school\n\nZin[^1] met noot[^2] en verder.\n\nRegel een\\\nregel twee\n\n\
         [^1]: Eindnoot.\n\n[^2]: Bron: cijfers.\\\n    Nog een regel.\n"
    );
    assert!(said.contains("Niet overgenomen: 1 formule\n"), "{said}");
}

#[test]
fn pictures_become_photos_that_wait_for_consent() {
    let body = [
        p(
            "",
            &drawing("a", "descr=\"Leerlingen solderen aan een tafel\""),
        ),
        p("Bijschrift", &r("De werkplaats (foto: Jan de Boer)")),
        p("", &drawing("b", "descr=\"IMG_2034.JPG\"")),
        p("", &drawing("c", "descr=\"vector\"")),
        p("", &drawing("d", "descr=\"elders\"")),
        p("", &drawing("e", "descr=\"klimt eruit\"")),
        p("Bijschrift", &r("Onder een tekst is dit gewoon tekst.")),
    ];
    let document = docx(&body.concat())
        .relation("a", "image", "media/image1.png", false)
        .relation("b", "image", "/word/media/image2.jpeg", false)
        .relation("c", "image", "media/image3.emf", false)
        .relation("d", "image", "https://example.org/x.png", true)
        .relation("e", "image", "../../../etc/passwd", false)
        .part("word/media/image1.png", png(1))
        .part("word/media/image2.jpeg", png(2))
        .part("word/media/image3.emf", "geen plaatje");
    let (site, ran) = imported("verslag.docx", &document.bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read("content/events/2025-dag/event.md")
            .splitn(3, "+++\n")
            .nth(2),
        Some(
            "![Leerlingen solderen aan een tafel](media/leerlingen-solderen-aan-een-tafel.png)\n\n![](media/foto-2.png)\n\n\
              Onder een tekst is dit gewoon tekst.\n"
        )
    );
    assert_eq!(
        site.read("content/events/2025-dag/fotos.toml"),
        "[[foto]]\nbestand = \"media/leerlingen-solderen-aan-een-tafel.png\"\nalt = \"Leerlingen solderen aan een tafel\"\n\
         bijschrift = \"De werkplaats\"\nmaker = \"Jan de Boer\"\n\n[[foto]]\nbestand = \"media/foto-2.png\"\n"
    );
    assert_eq!(
        std::fs::read(site.at("content/events/2025-dag/media/foto-2.png")).ok(),
        Some(png(2))
    );
    assert_eq!(
        ran.err,
        "Overgenomen: 1 alinea, 2 foto’s.\n\
         Niet overgenomen: 1 afbeelding die oogst niet leest (bewaar die als PNG) · 2 afbeeldingen die niet in het bestand zitten\n\
         Nog te doen: een titel voor de bijeenkomst; toestemming voor 2 foto’s; beschrijving voor foto-2.png\n\
         Het staat in content/events/2025-dag/event.md. Bekijken: oogst serve --open\n"
    );
    // Not on the site until somebody says yes.
    let mut site = site;
    site.build();
    assert!(
        site.output()
            .texts()
            .all(|(path, _)| !path.contains("foto-2"))
    );
}
