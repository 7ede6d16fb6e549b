//! What `oogst export` says, and what stands in the workbooks that it makes.

use super::both;
use super::phrases::Noun;

words! {
    ABOUT_SHEET: "Uitleg", "About";
    LISTS_SHEET: "Lijsten", "Lists";
    ID_HEAD: "oogst-id", "oogst-id";
    ID_NOTE: "Hieraan herkent oogst de rij. Verander hier niets in, en laat dit leeg bij een nieuwe rij.", "By this oogst knows the row. Change nothing in it, and leave it empty in a new row.";
    REQUIRED: " Moet ingevuld zijn.", " Must be filled in.";
    NOT_IN_LIST: "Staat niet in de lijst", "Not in the list";
    SEVERAL_ARE_FINE: "Dit staat niet in de lijst. Zijn het er meer, met een puntkomma ertussen? Dan is het goed: kies Ja.", "This is not in the list. Are there several, with a semicolon between them? Then it is fine: choose Yes.";
    CHOOSE_ONE: "Kies een van de woorden uit de lijst, of maak de cel leeg.", "Choose one of the words in the list, or empty the cell.";
    CHANGE_CELLS: "Verander wat niet klopt, vul in wat ontbreekt, en bewaar het bestand als Excel-werkmap (.xlsx).", "Change what is wrong, fill in what is missing, and save the file as an Excel workbook (.xlsx).";
    ONE_SHEET_A_KIND: "Elk blad gaat over één soort, en elke rij over één ding. De namen van de bladen en kolommen moeten blijven zoals ze zijn.", "Each sheet is about one kind, and each row about one thing. The names of sheets and columns must stay as they are.";
    NEW_ROWS: "Iets nieuws? Zet het in een rij onder de laatste.", "Something new? Put it in a row below the last.";
    HEADS_EXPLAIN: "Wijs de naam van een kolom aan om te lezen wat erin hoort.", "Point at the name of a column to read what belongs in it.";
    SEVERAL_IN_A_CELL: "Kunt u in een cel kiezen, kies dan uit de lijst. Zijn het er meer, zet er dan een puntkomma tussen. Excel vraagt dan of dat mag: kies Ja.", "Where a cell has a list, choose from it. Are there several, put a semicolon between them. Excel then asks whether that is meant: choose Yes.";
    LEAVE_THE_ID: "Verander niets in de kolom oogst-id: daaraan herkent oogst de rij. Bij een nieuwe rij blijft die kolom leeg.", "Change nothing in the column oogst-id: by it oogst knows the row. In a new row that column stays empty.";
    EMPTY_CELLS: "Een cel leegmaken haalt weg wat er stond. Een hele rij weghalen verandert niets aan het verslag.", "To empty a cell takes away what was there. To remove a whole row changes nothing in the report.";
    MARKDOWN_STAYS: "In lange teksten kunnen tekens staan voor de opmaak, zoals * en #. Laat die staan.", "Long texts may hold signs for their look, such as * and #. Leave these as they are.";
    NOT_FOR_ALL: "Let op: hierin kan staan wat de site niet toont, zoals contactgegevens en concepten. Stuur dit bestand alleen aan wie dat mag zien.", "Mind: this may hold what the site does not show, such as contacts and drafts. Send this file only to those who may see that.";
    SOME_EVENT: "<bijeenkomst>", "<event>";
    UNSAID: "Niet in het bestand, omdat een cel het niet kan zeggen (het blijft zoals het is)", "Not in the file, because no cell can say it (it stays as it is)";
    WITHOUT_ID: "Niet in het bestand, omdat het nog geen id heeft", "Not in the file, because it has no id yet";
    MOVE_IT: "geef dat een andere naam, of haal het weg als u het niet meer nodig hebt", "give that another name, or remove it if you need it no more";
    NO_NEW_IDS: "Elke rij heeft al een id: er is geen kopie gemaakt.\n", "Each row has an id already: no copy was made.\n";
    FORCE_IT: "kies een andere naam, of typ er `--force` bij om het te vervangen", "choose another name, or add `--force` to replace it";
}

/// What the languages are called in the head of a column, Dutch first.
pub(crate) const TONGUES: [super::Bilingual; 2] =
    [both("Nederlands", "Dutch"), both("Engels", "English")];

phrases! {
    list_of(title): "Lijst van {title}", "List of {title}";
    form_for(title): "Lijst om in te vullen: {title}", "List to fill in: {title}";
    made_from(site): "Dit bestand is door oogst gemaakt uit het verslag {site}.", "This file was made by oogst from the report {site}.";
    take_over(event): "Terug in het verslag zetten: oogst import <dit bestand> --into {event}", "To put it back into the report: oogst import <this file> --into {event}";
    written(file, rows, sheets): "{file}: {rows} op {sheets}.\n", "{file}: {rows} on {sheets}.\n";
    form_written(file, sheets): "{file}: {sheets} om in te vullen.\n", "{file}: {sheets} to fill in.\n";
    more_than_read(rows, cells): "Let op: oogst import leest hooguit {rows} rijen en {cells} cellen van een bestand. Kies met --kinds minder soorten als u dit bestand weer wilt inlezen.\n", "Mind: oogst import reads at most {rows} rows and {cells} cells of a file. Choose fewer kinds with --kinds if you want to take this file over again.\n";
    programme_written(file, parts): "{file}: {parts}.\n", "{file}: {parts}.\n";
    not_in_file(parts): "Niet in het bestand: {parts}.\n", "Not in the file: {parts}.\n";
    copy_written(file): "Een kopie met de id’s staat in {file}. Werk daarin verder: dan herkent oogst elke rij.\n", "A copy with the ids is in {file}. Go on in that one: oogst then knows each row.\n";
    and_more(number): "… en nog {number}", "… and {number} more";
}

macro_rules! counted {
    ($($name:ident: $one_nl:literal, $more_nl:literal, $one_en:literal, $more_en:literal;)*) => {
        $(pub(crate) const $name: Noun = Noun::of(both($one_nl, $one_en), both($more_nl, $more_en));)*
    };
}

counted! {
    SHEET: "blad", "bladen", "sheet", "sheets";
}
