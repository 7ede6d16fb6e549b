//! What `oogst import` says of what was taken over, what was not, and what is left to do.

use super::both;
use super::phrases::Noun;

words! {
    TAKEN: "Overgenomen", "Taken over";
    NOT_TAKEN: "Niet overgenomen", "Not taken over";
    LEFT_TO_DO: "Nog te doen", "Left to do";
    NOTHING: "niets: er staat geen tekst in", "nothing: it holds no text";
    DRY_RUN: "Dit zou er komen te staan. Er is niets gewijzigd.\n", "This is what would be written. Nothing was changed.\n";
    UNCHANGED: "Alles stond er al: er is niets gewijzigd.\n", "All of it was there already: nothing was changed.\n";
    NOT_FILLED_IN: "niets", "nothing";
    MEMORY_OPENING: "# Wat de lijst zei toen ze het laatst werd overgenomen. Zo weet `oogst import` de volgende keer wat erin\n# veranderde. Bewaar dit bestand bij het verslag en verander er niets in.\n", "# What the list said when it was last taken over. So `oogst import` knows what changed in it the next time.\n# Keep this file with the report and change nothing in it.\n";
    COPY_ENDING: "-met-id", "-with-id";
    SKIP_THEM: "Met --skip-bad-rows gaan de andere rijen door; de overgeslagen rijen komen in een bestand ernaast.\n", "With --skip-bad-rows the other rows go on; the skipped rows come in a file beside it.\n";
    READING_LIST: "De lijst lezen …", "Reading the list …";
    COMPARING: "Vergelijken …", "Comparing …";
    TAKE_OVER: "Overnemen? [j/N] ", "Take this over? [y/N] ";
    SKIPPED_ENDING: "-overgeslagen", "-skipped";
    LETTERS_ODD: "Staan daar vreemde tekens? Open de lijst in Excel, bewaar die als “CSV UTF-8” en importeer dat bestand.", "Do you see strange signs there? Open the list in Excel, save it as “CSV UTF-8” and import that file.";
    LETTERS_LOST: "Sommige letters waren niet te lezen; daar staat nu �. Open de lijst in Excel, bewaar die als “CSV UTF-8” en importeer dat bestand.", "Some letters could not be read; � stands there now. Open the list in Excel, save it as “CSV UTF-8” and import that file.";
    NO_TITLE: "een titel voor de bijeenkomst", "a title for the event";
}

phrases! {
    sheet_read(file, sheet, row): "Gelezen: {file}, blad {sheet} (kop op rij {row})", "Read: {file}, sheet {sheet} (heads in row {row})";
    programme_read(file, counts): "Gelezen: {file}, een programma: {counts}", "Read: {file}, a programme: {counts}";
    not_in_programme(records): "Niet meer in het programma, en gebleven: {records}", "No longer in the programme, and kept: {records}";
    table_read(file, row): "Gelezen: {file} (kop op rij {row})", "Read: {file} (heads in row {row})";
    letters_guessed(encoding): "de letters zijn gelezen als {encoding}: het bestand zegt niet hoe ze bewaard zijn", "the letters were read as {encoding}: the file does not say how they were saved";
    letters_in_row(row, text): "zo staat er op rij {row}: {text}", "this is how row {row} reads: {text}";
    hidden_rows(rows): "verborgen in het blad, en meegenomen: rij {rows}", "hidden in the sheet, and taken: row {rows}";
    hidden_sheet(sheet): "blad {sheet} (verborgen)", "sheet {sheet} (hidden)";
    empty_sheet(sheet): "blad {sheet} (leeg)", "sheet {sheet} (empty)";
    other_sheet(sheet): "blad {sheet}", "sheet {sheet}";
    rows_above(first, last): "rij {first} tot en met {last}, boven de kop", "row {first} to {last}, above the heads";
    new_record(record): "nieuw: {record}", "new: {record}";
    more_changes(number): "… en nog {number} wijzigingen", "… and {number} more changes";
    not_in_table(records): "Niet meer in de lijst, en gebleven: {records}", "No longer in the list, and kept: {records}";
    removed(records): "Weggehaald, want niet meer in de lijst: {records}", "Removed, since no longer in the list: {records}";
    remove_by_hand(records): "Haal zelf weg, want het is een bestand van zichzelf of staat in iets anders: {records}", "Remove this yourself, since it is a file of its own or stands within something else: {records}";
    rows_skipped(rows, file): "Overgeslagen: {rows}. Ze staan in {file}: verbeter ze daar en neem dat bestand daarna over.\n", "Skipped: {rows}. They are in {file}: mend them there and take that file over next.\n";
    rows_to_skip(rows): "Overgeslagen: {rows}.\n", "Skipped: {rows}.\n";
    some_rows_wrong(rows, wrong): "{rows} gelezen, waarvan {wrong} met een fout. Er is niets gewijzigd.\n", "{rows} read, {wrong} of them with a mistake. Nothing was changed.\n";
    written_in(file): "Het staat in {file}. Bekijken: oogst serve --open\n", "It is in {file}. To see it: oogst serve --open\n";
    consent_for(photos): "toestemming voor {photos}", "consent for {photos}";
    description_for(files): "beschrijving voor {files}", "a description of {files}";
    is_a_heading(lines): "kijk of dit een kop is, en zet er dan `### ` voor: {lines}", "see whether this is a heading, and then put `### ` before it: {lines}";
    title_differs(title): "de titel `{title}`: de bijeenkomst heeft er al een", "the title `{title}`: the event has one already";
}

macro_rules! counted {
    ($($name:ident: $one_nl:literal, $more_nl:literal, $one_en:literal, $more_en:literal;)*) => {
        $(pub(crate) const $name: Noun = Noun::of(both($one_nl, $one_en), both($more_nl, $more_en));)*
    };
}

counted! {
    PART: "onderdeel", "onderdelen", "part", "parts";
    SPEAKER_TOLD: "spreker met een toelichting", "sprekers met een toelichting", "speaker with a description", "speakers with a description";
    LINK_TAKEN: "link", "links", "link", "links";
    CANCELLED_PART: "onderdeel dat niet doorgaat", "onderdelen die niet doorgaan", "cancelled part", "cancelled parts";
    PRIVATE_PART: "afspraak die privé is", "afspraken die privé zijn", "private appointment", "private appointments";
    UNTIMED_PART: "onderdeel zonder tijd", "onderdelen zonder tijd", "part without a time", "parts without a time";
    UNTITLED_PART: "onderdeel zonder titel", "onderdelen zonder titel", "part without a title", "parts without a title";
    ANSWERS: "keer antwoorden op vragen van de organisatie", "keer antwoorden op vragen van de organisatie", "time answers to questions of the organisers", "times answers to questions of the organisers";
    EMAIL: "e-mailadres", "e-mailadressen", "e-mail address", "e-mail addresses";
    PORTRAIT: "portret", "portretten", "portrait", "portraits";
    NOT_RECORDED: "keer de wens om niet te worden opgenomen", "keer de wens om niet te worden opgenomen", "time the wish not to be recorded", "times the wish not to be recorded";
    LATE_END: "eindtijd die pas na een halve dag komt", "eindtijden die pas na een halve dag komen", "end that comes after half a day only", "ends that come after half a day only";
    PICTURE_IN_TEXT: "afbeelding in een tekst", "afbeeldingen in teksten", "picture in a text", "pictures in texts";
    REMARK_AT_CELL: "opmerking bij een cel", "opmerkingen bij cellen", "remark at a cell", "remarks at cells";
    ROW: "rij", "rijen", "row", "rows";
    HEADING: "kop", "koppen", "heading", "headings";
    PARAGRAPH: "alinea", "alinea’s", "paragraph", "paragraphs";
    POINT: "punt in een lijst", "punten in lijsten", "point in a list", "points in lists";
    TABLE: "tabel", "tabellen", "table", "tables";
    PHOTO: "foto", "foto’s", "photo", "photos";
    NOTE: "voetnoot", "voetnoten", "footnote", "footnotes";
    COMMENT: "opmerking", "opmerkingen", "remark", "remarks";
    DELETION: "verwijderd stuk (Wijzigingen bijhouden)", "verwijderde stukken (Wijzigingen bijhouden)", "deleted piece (Track Changes)", "deleted pieces (Track Changes)";
    HIDDEN: "verborgen tekst", "verborgen teksten", "hidden text", "hidden texts";
    LINK: "link die niet naar het web wijst", "links die niet naar het web wijzen", "link that does not lead to the web", "links that do not lead to the web";
    MERGED_TABLE: "tabel met samengevoegde cellen", "tabellen met samengevoegde cellen", "table with merged cells", "tables with merged cells";
    NESTED_TABLE: "tabel in een tabel", "tabellen in een tabel", "table within a table", "tables within a table";
    CONTENTS: "inhoudsopgave", "inhoudsopgaven", "table of contents", "tables of contents";
    MARGIN: "kop- of voettekst", "kop- of voetteksten", "header or footer", "headers or footers";
    PICTURE_KIND: "afbeelding die oogst niet leest (bewaar die als PNG)", "afbeeldingen die oogst niet leest (bewaar die als PNG)", "picture that oogst does not read (save it as PNG)", "pictures that oogst does not read (save them as PNG)";
    PICTURE_ELSEWHERE: "afbeelding die niet in het bestand zit", "afbeeldingen die niet in het bestand zitten", "picture that is not in the file", "pictures that are not in the file";
    PICTURE_FACTS: "keer wat een camera bij een foto schreef (plaats, toestel)", "keer wat een camera bij een foto schreef (plaats, toestel)", "time what a camera wrote beside a photo (place, device)", "times what a camera wrote beside a photo (place, device)";
    FORMULA: "formule", "formules", "formula", "formulas";
    DRAWING: "grafiek of diagram", "grafieken of diagrammen", "chart or diagram", "charts or diagrams";
    EMBEDDED: "ingesloten bestand", "ingesloten bestanden", "embedded file", "embedded files";
}
