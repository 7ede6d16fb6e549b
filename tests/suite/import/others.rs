//! What `LibreOffice` writes and what stands in web pages.

use super::made::{odt, png};
use super::{event_of, imported, text_of};

const AUTOMATIC: &str = "\
    <style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Heading\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style>\
    <style:style style:name=\"T2\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
    <text:list-style style:name=\"L1\"><text:list-level-style-bullet text:level=\"1\"/><text:list-level-style-number text:level=\"2\" style:num-format=\"1\"/></text:list-style>\
    <text:list-style style:name=\"L2\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" text:start-value=\"3\"/></text:list-style>";

#[test]
fn an_open_document_says_what_a_reader_of_it_would_read() {
    let body = "\
        <text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Piet</dc:creator></office:change-info>\
        <text:p>GEHEIM-1</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p text:style-name=\"Title\">De dag</text:p>\
        <text:table-of-content><text:index-body><text:p>GEHEIM-2</text:p></text:index-body></text:table-of-content>\
        <text:h text:outline-level=\"1\">Inleiding</text:h>\
        <text:p>Een <text:span text:style-name=\"Strong_20_Emphasis\">vet </text:span><text:span text:style-name=\"T1\">schuin</text:span> woord,\
        <text:s text:c=\"3\"/>en <text:a xlink:href=\"https://example.org/\">een link</text:a>.<text:span text:style-name=\"T2\"> GEHEIM-3</text:span></text:p>\
        <text:p text:style-name=\"P1\">Helemaal vet</text:p>\
        <text:list text:style-name=\"L1\"><text:list-item><text:p>een</text:p><text:list><text:list-item><text:p>binnen</text:p></text:list-item></text:list></text:list-item>\
        <text:list-item><text:p>twee</text:p></text:list-item></text:list>\
        <text:list text:style-name=\"L2\"><text:list-item><text:p>drie</text:p></text:list-item></text:list>\
        <text:p>Tussendoor</text:p>\
        <text:list text:style-name=\"L2\" text:continue-numbering=\"true\"><text:list-item><text:p>vier</text:p></text:list-item></text:list>\
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Vraag</text:p></table:table-cell><table:table-cell><text:p>Aanbod</text:p></table:table-cell></table:table-row></table:table-header-rows>\
        <table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>a<text:line-break/>b</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>\
        <text:p>Noot<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>Bron.</text:p></text:note-body></text:note>\
        <office:annotation><dc:creator>Piet</dc:creator><text:p>GEHEIM-4</text:p></office:annotation> en<text:line-break/>verder</text:p>\
        <text:p><draw:frame><draw:text-box><text:p text:style-name=\"Illustration\"><draw:frame><draw:image xlink:href=\"Pictures/1.png\"/>\
        <svg:desc>De zaal is vol</svg:desc></draw:frame>De zaal. Foto: Ria Bos</text:p></draw:text-box></draw:frame></text:p>\
        <text:section text:display=\"none\"><text:p>GEHEIM-5</text:p></text:section>";
    let file = odt(AUTOMATIC, body, &[("Pictures/1.png", png(9))]);
    let (site, ran) = imported("verslag.odt", &file);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read("content/events/2025-dag/event.md"),
        "+++\ntitel = \"De dag\"\ndatum = 2025-11-12\n+++\n## Inleiding\n\n\
         Een **vet** *schuin* woord, en [een link](https://example.org/).\n\n**Helemaal vet**\n\n\
         - een\n  1. binnen\n- twee\n\n3. drie\n\nTussendoor\n\n4. vier\n\n\
         | Vraag | Aanbod |\n| --- | --- |\n| a<br>b | |\n\nNoot[^1] en\\\nverder\n\n\
         ![De zaal is vol](media/de-zaal-is-vol.png)\n\n[^1]: Bron.\n"
    );
    assert_eq!(
        site.read("content/events/2025-dag/fotos.toml"),
        "[[foto]]\nbestand = \"media/de-zaal-is-vol.png\"\nalt = \"De zaal is vol\"\nbijschrift = \"De zaal.\"\nmaker = \"Ria Bos\"\n"
    );
    assert_eq!(
        ran.err.lines().nth(1),
        Some(
            "Niet overgenomen: 1 opmerking · 1 verwijderd stuk (Wijzigingen bijhouden) · 2 verborgen teksten · 1 tabel met samengevoegde cellen · 1 inhoudsopgave · 1 kop- of voettekst"
        )
    );
}

#[test]
fn a_web_page_says_what_a_browser_shows_of_it() {
    let page = "<!DOCTYPE html><html><head><title>GEHEIM-1</title><style>p { GEHEIM-2 }</style></head><body>\
        <nav>GEHEIM-3</nav><h1>De dag &amp; de avond</h1><!-- GEHEIM-4 --><p>Een <b>vet</b>\n<i>schuin</i> woord &euro;&nbsp;3<br>en verder\
        <p>Zie <a href='https://example.org/?a=1&amp;b=2'>hier</a> of <a href=\"javascript:x()\">niet</a>.\
        <ul><li>een<ul><li>binnen</ul><li><p>twee</p><p>nog eens</p></ul><ol start=4><li>vier</ol>\
        <table><tr><th>Vraag<th>Aanbod<tr><td colspan=2>a<br>b</table><script>GEHEIM-5 </p></script>\
        <span style=\"display: none\">GEHEIM-6</span><del>GEHEIM-7</del><p hidden>GEHEIM-8</p><b style='font-weight:normal'>Gewoon.</b>\
        <figure><img src=\"data:image/png;base64,DATA\" alt=\"De zaal\"><figcaption>Vol. Foto: Ria Bos</figcaption></figure>\
        <img src=\"http://example.org/spoor.gif\"></body></html>";
    let (event, said) = event_of(
        "verslag.html",
        page.replace("DATA", &base64(&png(7))).as_bytes(),
    );
    assert_eq!(
        event,
        "+++\ntitel = \"De dag & de avond\"\ndatum = 2025-11-12\n+++\nEen **vet** *schuin* woord €\u{A0}3\\\nen verder\n\n\
         Zie [hier](https://example.org/?a=1&b=2) of niet.\n\n- een\n  - binnen\n- twee\n\n  nog eens\n\n4. vier\n\n\
         | Vraag | Aanbod |\n| --- | --- |\n| a<br>b | |\n\nGewoon.\n\n![De zaal](media/de-zaal.png)\n"
    );
    assert_eq!(
        said.lines().nth(1),
        Some(
            "Niet overgenomen: 1 verwijderd stuk (Wijzigingen bijhouden) · 2 verborgen teksten · 1 link die niet naar het web wijst · 1 tabel met samengevoegde cellen · 1 afbeelding die niet in het bestand zit"
        )
    );
}

#[test]
fn a_page_that_word_saved_keeps_its_lists_and_its_letters() {
    let page = "<html><body><p class=MsoTitle>Avond \u{96} verslag</p>\
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>\u{B7}<span>&nbsp;&nbsp;</span></span><![endif]>een</p>\
        <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o&nbsp;</span>binnen</p>\
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.&nbsp;</span>eerst</p>\
        <p class=MsoNormal>Caf\u{E9}<span style='mso-hide:all'>GEHEIM</span><o:p>&nbsp;</o:p></p></body></html>";
    // As Windows writes its letters: each of these is one byte.
    let bytes: Vec<u8> = page
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).expect("one byte"))
        .collect();
    let (event, _) = event_of("verslag.htm", &bytes);
    assert_eq!(
        event,
        "+++\ntitel = \"Avond – verslag\"\ndatum = 2025-11-12\n+++\n- een\n  - binnen\n\n1. eerst\n\nCafé\n"
    );
}

#[test]
fn what_a_file_is_called_does_not_matter() {
    let (text, _) = text_of("verslag.docx", b"<html><p>Een pagina.</p></html>");
    assert_eq!(text, "Een pagina.\n");
}

/// Bytes as letters (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three
            .iter()
            .enumerate()
            .fold(0_u32, |number, (place, byte)| {
                number | u32::from(*byte) << (16 - 8 * place)
            });
        for place in 0..4 {
            let letter = (number >> (18 - 6 * place) & 63) as usize;
            text.push(if place <= three.len() {
                char::from(LETTERS[letter])
            } else {
                '='
            });
        }
    }
    text
}
