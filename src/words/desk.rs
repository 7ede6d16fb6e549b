//! What the desk says around its forms: its pages, its menu, its refusals.

use super::phrases::Noun;
use super::{Language, both};

words! {
    // Who is let in.
    ENTERED: "Welkom bij Oogst", "Welcome to Oogst";
    GO_ON: "Verder", "Go on";
    FOREIGN_HOST: "Dit adres is niet van Oogst", "This address is not of Oogst";
    USE_TOLD_ADDRESS: "Gebruik het adres dat in het venster van Oogst staat.", "Use the address in the window of Oogst.";
    NO_SESSION: "Deze browser is nog niet binnen", "This browser has not come in yet";
    NEW_ADDRESS_TOLD: "In het venster van Oogst staat nu een adres waarmee u binnenkomt. Het werkt één keer.", "The window of Oogst now shows an address that lets you in. It works once.";
    FOREIGN_PAGE: "Dit is niet bewaard", "This was not saved";
    OPEN_PAGE_AGAIN: "Wat hier aankwam, is niet verstuurd vanaf een pagina die Oogst nu open heeft. Ga terug, vernieuw de pagina en probeer het weer.", "What came in was not sent from a page that Oogst has open now. Go back, reload the page and try again.";
    BAD_METHOD: "Dit kan hier niet", "This cannot be done here";
    BAD_ADDRESS: "Dit adres is niet goed geschreven", "This address is not well-formed";
    NO_PAGE: "Deze pagina bestaat niet", "There is no such page";
    BACK_TO_START: "Ga terug naar de vorige pagina, of begin opnieuw bij het overzicht.", "Go back to the page before, or start again at the overview.";
    NO_FORM: "Dit is geen formulier", "This is no form";
    FORM_TOO_LARGE: "Dit is te veel voor één formulier", "This is too much for one form";
    FORM_TOO_LARGE_WAY: "Ga terug, haal een deel van de tekst weg en bewaar opnieuw.", "Go back, take out a part of the text and save again.";
    FORM_BROKEN: "Het formulier kwam niet heel aan", "The form did not arrive whole";
    FORM_BROKEN_WAY: "Ga terug en bewaar opnieuw.", "Go back and save again.";
    PAGE_FAILED: "Deze pagina kon niet worden gemaakt", "This page could not be made";
    PAGE_FAILED_WAY: "Ga terug en probeer het weer. Wat u bewaard had, is er nog.", "Go back and try again. What you saved is still there.";
    UNREADABLE: "Dit verslag kan niet worden gelezen", "This report cannot be read";
    UNREADABLE_WAY: "Herstel dit eerst in het bestand zelf, en ververs dan deze pagina.", "Mend this in the file itself first, and then reload this page.";
    // Around every page.
    TO_CONTENT: "Naar de inhoud", "To the content";
    MENU: "Menu", "Menu";
    TRAIL: "Waar u bent", "Where you are";
    OVERVIEW: "Overzicht", "Overview";
    CHECK: "Controleren", "Check";
    PUBLISH: "Publiceren", "Publish";
    REPORTS: "Verslagen", "Reports";
    PREVIEW: "Voorbeeld van de site", "Preview of the site";
    SEE_ON_SITE: "Bekijk op de site", "See it on the site";
    // The first page.
    START_TITLE: "Uw verslagen", "Your reports";
    WELCOME: "Open een verslag dat u al hebt, of begin een nieuw verslag.", "Open a report that you have, or begin a new one.";
    RECENT: "Laatst geopend", "Opened last";
    OPEN_FOLDER: "Een verslag openen", "Open a report";
    FOLDER_PATH: "Map waarin het verslag staat", "Folder that holds the report";
    LOOK: "Kijk in deze map", "Look in this folder";
    OPEN_THIS: "Open dit verslag", "Open this report";
    FOLDER_ABOVE: "Een map hoger", "One folder up";
    IS_REPORT: "verslag", "report";
    NO_FOLDERS: "In deze map staan geen andere mappen.", "There are no other folders in this folder.";
    BEGIN: "Een nieuw verslag beginnen", "Begin a new report";
    BEGIN_ELSEWHERE: "In deze map staat al een verslag. Kies hierboven eerst een andere map.", "This folder holds a report already. Choose another folder above first.";
    REPORT_NAME: "Naam van het verslag", "Name of the report";
    BEGIN_BUTTON: "Begin", "Begin";
    FOLDER_NOT_THERE: "Deze map is er niet. Controleer de naam, of kies de map in de lijst.", "There is no such folder. Check its name, or choose it from the list.";
    NO_WHOLE_PATH: "Schrijf de hele naam van de map, vanaf het begin, of kies de map in de lijst.", "Write the whole name of the folder, from its beginning, or choose it from the list.";
    NO_NAME: "Geef het verslag een naam zonder tekens als / en :.", "Give the report a name without signs such as / and :.";
    NO_REPORT: "In deze map staat geen verslag: er is geen oogst.toml. Kies een andere map, of begin hieronder een nieuw verslag.", "This folder holds no report: there is no oogst.toml. Choose another folder, or begin a new report below.";
    FOLDER_TAKEN: "Er is al een map met deze naam, en die is niet leeg. Kies een andere naam.", "There is a folder of this name already, and it is not empty. Choose another name.";
    REPORT_IN_REPORT: "Deze map is van een ander verslag. Kies een map daarbuiten.", "This folder belongs to another report. Choose a folder outside it.";
    // A report and an event.
    EVENTS: "Bijeenkomsten", "Events";
    NO_EVENTS: "Er is nog geen bijeenkomst.", "There is no event yet.";
    DO: "Doen", "Do";
    SHARED: "Voor alle bijeenkomsten", "For all events";
    SEE_WHICH: "Bekijk wat er moet gebeuren", "See what has to be done";
    PARTS_OF_EVENT: "Onderdelen van de bijeenkomst", "Parts of the event";
    REPORT_TEXT: "Verslag", "Report";
    NO_TEXT: "Er is nog geen verslagtekst.", "There is no text of the report yet.";
    EDIT_EVENT: "Verslag en gegevens bewerken", "Edit the report and its facts";
    TO_DO: "Nog te doen", "Still to do";
    MEND: "Herstel dit", "Mend this";
    NOTHING_YET: "Hier staat nog niets.", "There is nothing here yet.";
    NONE_FOUND: "Niets gevonden. Probeer een ander woord.", "Nothing found. Try another word.";
    FIND_IN_LIST: "Zoek in deze lijst", "Find in this list";
    FIND: "Zoek", "Find";
    PART_BEFORE: "Vorige", "Previous";
    PART_AFTER: "Volgende", "Next";
    PARTS_OF_LIST: "Delen van deze lijst", "Parts of this list";
    NO_TITLE: "Zonder titel", "Without a title";
    DRAFT: "concept", "draft";
    // A check, and publishing.
    CHECK_TITLE: "Controleren", "Check";
    ALL_WELL: "Er is niets wat u nog moet weten voordat de site online gaat.", "There is nothing left to know before the site goes online.";
    MUST_BE_MENDED: "De site kan nog niet online. Herstel eerst wat onder ‘Fout’ en ‘Moet’ staat.", "The site cannot go online yet. First mend what stands under ‘Wrong’ and ‘Must’.";
    MAY_BE_PUBLISHED: "De site kan online. Kijk eerst of het volgende klopt.", "The site can go online. First see whether the following is right.";
    WRONG: "Fout: zo wordt de site niet gemaakt", "Wrong: the site is not made like this";
    LIKELY_WRONG: "Let op: dit is vast niet zo bedoeld", "Note: this is likely not what was meant";
    IN_FILE: "Herstel dit in het bestand", "Mend this in the file";
    NOT_YET: "De site kan nog niet worden gemaakt: er is nog iets fout, of iets wat moet ontbreekt.", "The site cannot be made yet: something is wrong, or something that must be there is missing.";
    MAKE_SITE: "Maak de site", "Make the site";
    FILES_NEW: "Nieuwe bestanden", "New files";
    FILES_CHANGED: "Gewijzigde bestanden", "Changed files";
    FILES_GONE: "Bestanden die weggaan", "Files that go";
    FILES_SAME: "Gelijk gebleven", "The same";
    WHICH_FILES: "Welke bestanden?", "Which files?";
    FILES_IN_THE_WAY: "Deze bestanden zijn niet door Oogst gemaakt en staan in de weg. Zet ze ergens anders neer, en ververs deze pagina.", "These files were not made by Oogst and stand in the way. Put them somewhere else, and reload this page.";
    // The kinds of records, and what begins a new one.
    SESSIONS: "Programma", "Programme";
    SPEAKERS: "Sprekers", "Speakers";
    IDEAS: "Ideeën", "Ideas";
    ASKS: "Vragen", "Asks";
    OFFERS: "Aanbod", "Offers";
    DEALS: "Deals", "Deals";
    UPDATES: "Berichten", "Updates";
    OUTCOMES: "Conclusies", "Conclusions";
    QUOTES: "Citaten", "Quotes";
    FIGURES: "Cijfers", "Figures";
    PHOTOS: "Foto’s", "Photos";
    RESOURCES: "Materiaal", "Resources";
    CORRECTIONS: "Correcties", "Corrections";
    REGIONS: "Regio’s", "Regions";
    THEMES: "Thema’s", "Themes";
    PEOPLE: "Mensen", "People";
    ORGANISATIONS: "Organisaties", "Organisations";
    SERIES: "Reeksen", "Series";
    PAGES: "Vrije pagina’s", "Free pages";
    NEW_EVENT: "Nieuwe bijeenkomst", "New event";
    NEW_SESSION: "Nieuw onderdeel van het programma", "New part of the programme";
    NEW_SPEAKER: "Nieuwe spreker", "New speaker";
    NEW_IDEA: "Nieuw idee", "New idea";
    NEW_ASK: "Nieuwe vraag", "New ask";
    NEW_OFFER: "Nieuw aanbod", "New offer";
    NEW_DEAL: "Nieuwe deal", "New deal";
    NEW_UPDATE: "Nieuw bericht", "New update";
    NEW_OUTCOME: "Nieuwe conclusie", "New conclusion";
    NEW_QUOTE: "Nieuw citaat", "New quote";
    NEW_FIGURE: "Nieuw cijfer", "New figure";
    NEW_PHOTO: "Nieuwe foto", "New photo";
    NEW_RESOURCE: "Nieuw materiaal", "New resource";
    NEW_CORRECTION: "Nieuwe correctie", "New correction";
    NEW_REGION: "Nieuwe regio", "New region";
    NEW_THEME: "Nieuw thema", "New theme";
    NEW_PERSON: "Nieuwe persoon", "New person";
    NEW_ORGANISATION: "Nieuwe organisatie", "New organisation";
    NEW_SERIES: "Nieuwe reeks", "New series";
    NEW_PAGE: "Nieuwe pagina", "New page";
    // What the script says.
    NAMES_OFFERED: "Namen die passen", "Names that fit";
    NAMES_FOUND: "namen gevonden", "names found";
    NO_NAMES: "geen naam gevonden", "no name found";
    MARKS: "Opmaak", "Markup";
    BOLD: "vet", "bold";
    ITALIC: "schuin", "italic";
    HEADING: "kop", "heading";
    LIST: "lijst", "list";
    LINK: "link", "link";
    TEXT_PREVIEW: "Zo ziet de tekst eruit, zonder foto’s", "This is how the text looks, without photos";
    KEPT: "In deze browser staat nog wat u hier eerder invulde en niet bewaarde.", "This browser still has what you filled in here before and did not save.";
    RESTORE: "Zet het terug", "Put it back";
    DISCARD: "Gooi het weg", "Throw it away";
    NOT_PASTED: "Dit stuk is te groot om als opmaak te plakken; alleen de tekst is geplakt.", "This piece is too large to paste with its markup; only its text was pasted.";
    // The window that the program was started in.
    RUNNING: "Oogst draait. Laat dit venster open; sluit het om te stoppen.\n", "Oogst is running. Keep this window open; close it to stop.\n";
    HELP_SAID: "Wat Oogst nog meer kan: oogst help\n", "What else Oogst can do: oogst help\n";
}

phrases! {
    desk_at(address): "Open dit adres in uw browser. Het werkt één keer:\n  {address}\n", "Open this address in your browser. It works once:\n  {address}\n";
    desk_again(address): "Nog een browser binnenlaten? Dit adres werkt één keer:\n  {address}\n", "To let one more browser in? This address works once:\n  {address}\n";
    begin_in(folder): "Het nieuwe verslag krijgt een eigen map in {folder}.", "The new report gets a folder of its own in {folder}.";
    more_folders(count): "En nog {count} mappen. Schrijf hierboven de naam van de map die u zoekt.", "And {count} more folders. Write the name of the folder that you want above.";
    more_events(count): "En nog {count} eerdere bijeenkomsten.", "And {count} earlier events.";
    more_to_do(count): "en nog {count}", "and {count} more";
    more_alike(count): "En nog {count} van dezelfde soort.", "And {count} more of the same kind.";
    more_files(count): "En nog {count} bestanden.", "And {count} more files.";
    part_of(part, parts): "Deel {part} van {parts}", "Part {part} of {parts}";
    did_you_mean(suggestion): "Bedoelt u `{suggestion}`?", "Did you mean `{suggestion}`?";
    mend_record(kind, title): "Herstel dit bij {kind} ‘{title}’", "Mend this in {kind} ‘{title}’";
    line(number): ", regel {number}", ", line {number}";
    will_be_made(folder): "Dit verandert er in {folder} als u de site maakt.", "This changes in {folder} when you make the site.";
    nothing_to_publish(folder): "De site in {folder} is gelijk aan wat u hebt geschreven.", "The site in {folder} is the same as what you wrote.";
    not_taken(what): "Niet overgenomen: {what}.", "Not taken over: {what}.";
    site_made(folder): "De site is gemaakt en staat in {folder}.", "The site was made and stands in {folder}.";
}

const THING: Noun = Noun::new(
    both("ding te doen", "thing to do"),
    both("dingen te doen", "things to do"),
);
const WORD: Noun = Noun::new(both("woord", "word"), both("woorden", "words"));
const ERROR: Noun = Noun::new(both("fout", "mistake"), both("fouten", "mistakes"));

/// "3 dingen te doen".
pub(crate) fn things_to_do(count: usize, language: Language) -> String {
    THING.counted(count, language)
}

/// "1.234 woorden".
pub(crate) fn words_of_text(count: usize, language: Language) -> String {
    WORD.counted(count, language)
}

/// "2 fouten".
pub(crate) fn errors(count: usize, language: Language) -> String {
    ERROR.counted(count, language)
}
