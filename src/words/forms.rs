//! What stands on the forms of the desk, and on the pages that answer them.

use super::Language;

words! {
    MORE_FACTS: "Meer gegevens", "More facts";
    NOT_RECORDED: "niet vastgelegd", "not recorded";
    NOT_GIVEN: "niet ingevuld", "not filled in";
    YES: "ja", "yes";
    NO: "nee", "no";
    MUST: "moet ingevuld zijn", "must be filled in";
    SAVE: "Bewaren", "Save";
    SAVE_NEW: "Toevoegen", "Add";
    SAVE_AS_DRAFT: "Toch bewaren als concept", "Save as a draft all the same";
    SAVE_ANEW: "Opnieuw toevoegen", "Add it again";
    REMOVE: "Dit weghalen", "Remove this";
    UNDO_LINK: "Ongedaan maken", "Undo";
    UNDO_TITLE: "Wat het laatst is bewaard", "What was saved last";
    UNDO: "Maak ongedaan", "Undo this";
    NOTHING_KEPT: "Er is nog niets bewaard wat ongedaan kan worden gemaakt.", "Nothing was saved yet that can be undone.";
    CHANGED_SINCE: "Dit kan niet meer ongedaan worden gemaakt: het bestand is daarna weer gewijzigd.", "This cannot be undone any more: the file was changed again since.";
    NOT_UNDONE: "Dit kan niet ongedaan worden gemaakt", "This cannot be undone";
    NAMED_BY: "Dit wordt hier genoemd", "This is named here";
    NAMED_BY_NOBODY: "Nergens anders wordt dit genoemd.", "Nothing else names this.";
    CHANGE_THESE: "Haal de naam eerst daar weg, of maak er een concept van.", "Take its name out there first, or make it a draft.";
    WHAT_BECOMES: "Wat moet ermee gebeuren?", "What is to become of it?";
    MAKE_DRAFT: "Maak er een concept van: het blijft bewaard, en staat niet op de site.", "Make it a draft: it is kept, and is not on the site.";
    TAKE_OUT: "Haal het weg.", "Take it out.";
    IT_MOVED: "Haal het weg: het is iets anders geworden.", "Take it out: it became something else.";
    PROMISED: "Dit adres is beloofd. Wie het opent, leest straks waarom het er niet meer is, of komt bij wat het geworden is.", "This address was promised. Who opens it will read why it is gone, or come to what it became.";
    REASON: "Waarom is het weg?", "Why is it gone?";
    REASON_HELP: "Alleen als u het weghaalt. Dit staat voor iedereen te lezen.", "Only if you take it out. Everybody can read this.";
    BECAME: "Wat is het geworden?", "What did it become?";
    BECAME_HELP: "Alleen als het iets anders werd. Soort en id, bijvoorbeeld deal:2018-overijssel/samen-bijscholen.", "Only if it became something else. Kind and id, for example deal:2018-overijssel/samen-bijscholen.";
    REMOVE_BUTTON: "Doe dit", "Do this";
    CHOOSE_FATE: "kies wat ermee moet gebeuren", "choose what is to become of it";
    SAY_WHY: "schrijf waarom het weg is", "write why it is gone";
    SAY_WHAT: "schrijf wat het geworden is: soort en id", "write what it became: kind and id";
    IS_NO_RECORD: "wat het geworden is, is er niet: schrijf soort en id", "what it became is not there: write kind and id";
    STAYS_IN_FILE: "dit kan alleen in het bestand zelf worden weggehaald", "this can only be taken out in the file itself";
    ONE_MORE: "Nog een", "One more";
    SUMMARY: "Er is nog niets bewaard", "Nothing is saved yet";
    SUMMARY_HELP: "Kijk naar het volgende, en bewaar het dan opnieuw.", "Look at the following, and then save again.";
    WRONG: "Fout:", "Mistake:";
    EMPTY: "vul dit in", "fill this in";
    DATE_HELP: "Bijvoorbeeld 12-11-2025.", "For example 2025-11-12.";
    TIME_HELP: "Bijvoorbeeld 13:30.", "For example 13:30.";
    END_TIME_HELP: "Bijvoorbeeld 15:00, of 24:00.", "For example 15:00, or 24:00.";
    EACH_ON_A_LINE: "Eén op elke regel.", "One on each line.";
    ONE_OF_NAMES: "Typ een naam, of de id.", "Type a name, or the id.";
    NAMES_OR_WORDS: "Typ een naam, of gewone woorden.", "Type a name, or plain words.";
    TEXT_HELP: "Een lege regel begint een alinea. Met **sterren** wordt iets vet, met ## ervoor een kop, met - ervoor een lijst.", "An empty line begins a paragraph. **Stars** make words bold, ## before a line a heading, - before a line a list.";
    REFERENCE_HELP: "Soort en id, bijvoorbeeld deal:2018-overijssel/samen-bijscholen.", "Kind and id, for example deal:2018-overijssel/samen-bijscholen.";
    FILE_HELP: "De naam van een bestand in de map media van de bijeenkomst.", "The name of a file in the folder media of the event.";
    COLOUR_HELP: "Een kleur als #1a6b4f.", "A colour such as #1a6b4f.";
    TILE_HELP: "De kolom en de rij op de kaart van vakjes, bijvoorbeeld 3, 4.", "The column and the row on the map of tiles, for example 3, 4.";
    TILE_WRONG: "schrijf twee getallen van 0 tot en met 99, bijvoorbeeld 3, 4", "write two numbers from 0 to 99, for example 3, 4";
    ID_HELP: "Laat dit leeg: de id wordt dan van de titel gemaakt.", "Leave this empty: the id is then made from the title.";
    ID_STAYS: "De id hoort bij het adres en blijft zo. Moet het anders? Typ oogst rename.", "The id belongs to the address and stays so. Must it change? Type oogst rename.";
    REGISTER: "Register", "Register";
    CODE: "Code", "Code";
    CODE_WITHOUT_REGISTER: "zeg ook van welk register deze code is", "say of which register this code is too";
    REGISTER_TWICE: "elk register kan er één keer staan", "each register can be there once";
    STANDS_HERE: "staat helemaal hierin beschreven", "is described whole within this";
    CHANGED_MEANWHILE: "Dit is intussen ook ergens anders gewijzigd.", "This was changed elsewhere in the meantime.";
    STANDS_NOW: "Op de site staat nu:", "The site now says:";
    STANDS_NOTHING: "niets", "nothing";
    KEEP_MINE: "Wat hierboven in het vak staat", "What is in the box above";
    TAKE_SITE: "Wat er nu op de site staat", "What the site now says";
    WHICH_ONE: "Wat moet het worden?", "Which is it to be?";
    CHOOSE_WHICH: "kies welke van de twee het wordt", "choose which of the two it is to be";
    GONE_MEANWHILE: "Dit is intussen ergens anders weggehaald. Wat u schreef staat hieronder nog.", "This was removed elsewhere in the meantime. What you wrote is still below.";
    UNREADABLE: "Wat hier in het bestand staat, kan niet worden gelezen. Herstel het eerst daar; hier blijft het zoals het is.", "What stands here in the file cannot be read. Mend it there first; here it stays as it is.";
    BY_HAND: "dit is in het bestand zo geschreven dat alleen u het daar kunt wijzigen", "this is written in the file in a way that only you can change there";
    LIST_CHANGED: "deze lijst is intussen ergens anders gewijzigd: begin er opnieuw mee", "this list was changed elsewhere in the meantime: begin with it anew";
    NO_NAME: "hiervan kan geen naam voor een bestand worden gemaakt: schrijf er letters of cijfers bij", "no name of a file can be made of this: add letters or digits";
    BUSY: "iemand anders bewaart hier nu ook: probeer het nog eens", "somebody else is saving here too: try once more";
    ID_THERE: "deze naam heeft al een id die van iets anders is", "the id of this name belongs to something else already";
}

phrases! {
    of_kind(kind, title): "{kind} ‘{title}’", "{kind} ‘{title}’";
    undone(what): "Ongedaan gemaakt: {what}", "Undone: {what}";
    removed(what): "Weggehaald: {what}", "Removed: {what}";
    made_draft(what): "Concept gemaakt: {what}", "Made a draft: {what}";
    remove_one(what): "{what} weghalen", "Remove {what}";
    and_more_named(count): "en nog {count}", "and {count} more";
    new_one(kind): "Nieuw: {kind}", "New: {kind}";
    change_one(title): "{title} wijzigen", "Change {title}";
    in_file(file): "Staat in {file}", "Stands in {file}";
    also_add(name, kind): "Nieuw: ‘{name}’ toevoegen als {kind}", "New: add ‘{name}’ as {kind}";
    there_already(title, kind): "er is al {kind} ‘{title}’: geef deze een andere naam, of wijzig die", "there is {kind} ‘{title}’ already: give this one another name, or change that one";
    more_groups(shown, all): "Dit zijn de eerste {shown} van {all}. De andere blijven zoals ze zijn; wijzig die in het bestand.", "These are the first {shown} of {all}. The others stay as they are; change those in the file.";
    inner_missing(part): "vul ook in: {part}", "fill in too: {part}";
    meant(word): "Bedoelt u {word}?", "Do you mean {word}?";
    numbered(what, number): "{what} {number}", "{what} {number}";
    in_tongue(what, tongue): "{what} ({tongue})", "{what} ({tongue})";
    saved_in(files): "Bewaard in {files}.", "Saved in {files}.";
    elsewhere(file, line): "{file}, regel {line}", "{file}, line {line}";
}

/// Labels that are not their key with a capital, with that key: what a key cannot hold.
const LABELS: [(&str, &str); 5] = [
    ("regios", "Regio’s"),
    ("themas", "Thema’s"),
    ("ideeen", "Ideeën"),
    ("fotos", "Foto’s"),
    ("url", "URL"),
];

/// What a field is called on a form, by its key in the site's language.
pub(crate) fn label(key: &str) -> String {
    if let Some((_, label)) = LABELS.iter().find(|(own, _)| *own == key) {
        return (*label).to_owned();
    }
    let words = key.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

/// A language as a word in another.
pub(crate) fn tongue(of: Language, said_in: Language) -> &'static str {
    super::exporting::TONGUES[of as usize].get(said_in)
}
