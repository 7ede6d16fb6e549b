//! What the desk says of a file that is taken over: before, while somebody chooses, and afterwards.

use super::phrases::Noun;
use super::{Language, both};

words! {
    TITLE: "Excel, Word of programma inlezen", "Read in Excel, Word or a programme";
    FILE: "Bestand", "File";
    FILE_HELP: "Kies een bestand of sleep het hierheen: een lijst uit Excel of LibreOffice (xlsx, ods, csv), een verslag uit Word of LibreOffice (docx, odt) of een webpagina, of een programma (json, xml, ics). U ziet eerst wat ervan wordt overgenomen.", "Choose a file or drop it here: a list from Excel or LibreOffice (xlsx, ods, csv), a report from Word or LibreOffice (docx, odt) or a web page, or a programme (json, xml, ics). You first see what is taken over of it.";
    LOOK: "Bekijken", "Have a look";
    CHOOSE_FILE: "Kies eerst een bestand.", "First choose a file.";
    FILE_GONE: "Dit bestand is er niet meer", "This file is no longer here";
    CHOOSE_AGAIN: "Oogst bewaart een bestand alleen zolang u ermee bezig bent. Er is niets gewijzigd. Kies het bestand nog eens.", "Oogst keeps a file only while you are at it. Nothing was changed. Choose the file once more.";
    WHICH_EVENT: "Bij welke bijeenkomst hoort het?", "Which event is it of?";
    NEW_EVENT: "een nieuwe bijeenkomst (alleen met een verslag)", "a new event (with a report only)";
    WHICH_DAY: "Op welke dag was de nieuwe bijeenkomst?", "On which day was the new event?";
    DAY_HELP: "Alleen voor een nieuwe bijeenkomst, bijvoorbeeld 2025-11-12.", "Only for a new event, for example 2025-11-12.";
    GO_ON: "Verder", "Go on";
    NOT_READ: "Dit bestand is niet gelezen", "This file was not read";
    NOTHING_WRITTEN: "Er is nog niets overgenomen", "Nothing was taken over yet";
    READ: "Wat erin staat", "What is in it";
    MISTAKES: "Niet over te nemen: een fout", "Not to be taken over: a mistake";
    MEND_IN_LIST: "Verbeter dit in het bestand zelf, bewaar het, en kies het daarna opnieuw. De andere rijen kunt u nu al overnemen.", "Mend this in the file itself, save it, and choose it anew. The other rows can be taken over now.";
    CHOICES: "Kies wat geldt", "Choose what holds";
    CHOICES_HELP: "Dit is hier gewijzigd en ook in het bestand.", "This was changed here, and in the file too.";
    PLAIN: "Wat erbij komt en verandert", "What is added and what changes";
    SAME: "Gelijk", "The same";
    NEW: "Nieuw", "New";
    CHANGED: "Gewijzigd", "Changed";
    TO_CHOOSE: "Te kiezen", "To be chosen";
    WITH_MISTAKE: "Met een fout", "With a mistake";
    AS_HERE: "zoals het hier staat", "as it stands here";
    AS_IN_LIST: "zoals in de lijst", "as in the list";
    AS_IN_PROGRAMME: "zoals in het programma", "as in the programme";
    NONE_OF_THEM: "nu niet overnemen", "do not take over now";
    WAS_REMOVED: "Dit is hier weggehaald. Met een vinkje komt het er weer bij.", "This was removed here. With a tick it is added again.";
    NO_LONGER_THERE: "Niet meer in het bestand", "No longer in the file";
    NO_LONGER_HELP: "Dit stond de vorige keer in het bestand. Het blijft staan, tenzij u aanvinkt dat het weg moet.", "This was in the file the last time. It stays, unless you tick that it has to go.";
    NOT_LOOKED_FOR: "Er is niet gezocht naar wat niet meer in het bestand staat: dat kan pas als er geen rij meer een fout heeft.", "What is no longer in the file was not looked for: that can be done once no row has a mistake any more.";
    REMOVE_IT: "weghalen", "remove";
    REMOVE_YOURSELF: "haal dit zelf weg: het is een bestand van zichzelf of staat in iets anders", "remove this yourself: it is a file of its own or stands within something else";
    TAKE_OVER: "Overnemen", "Take over";
    LEAVE: "Niets overnemen", "Take nothing over";
    NOTHING_CHANGES: "Alles uit dit bestand staat er al. Er is niets om over te nemen.", "All of this file is there already. There is nothing to take over.";
    NOTHING_TICKED: "U hebt niets aangevinkt om over te nemen.", "You ticked nothing to take over.";
    OTHERS_CHANGED: "Het verslag is intussen gewijzigd. Kijk nog eens wat er nu wordt overgenomen.", "The report was changed in the meantime. See once more what is taken over now.";
    CHOOSE_FOR_REST: "Kies wat er met de overige rijen moet gebeuren.", "Choose what is to become of the other rows.";
    NOT_SO: "Klopt dit niet?", "Is this not right?";
    KIND: "Waar gaan de rijen over?", "What are the rows about?";
    KIND_HELP: "Voor rijen die dat zelf niet zeggen. In meldingen heet dit --kind.", "For rows that do not say so themselves. Messages call this --kind.";
    KIND_OF_FILE: "wat in het bestand staat", "what the file says";
    HEADER_ROW: "In welke rij staan de koppen van de kolommen?", "In which row are the heads of the columns?";
    HEADER_HELP: "Laat dit leeg als Oogst ze zelf vindt. In meldingen heet dit --header-row.", "Leave this empty if Oogst finds them by itself. Messages call this --header-row.";
    COLUMNS: "Wat staat er in welke kolom?", "What is in which column?";
    COLUMNS_HELP: "Een regel voor elke kolom, bijvoorbeeld Opmerking=tekst, of Opmerking=- om die weg te laten. In meldingen heet dit --map.", "A line for each column, for example Remark=text, or Remark=- to leave it out. Messages call this --map.";
    LOOK_AGAIN: "Opnieuw lezen", "Read again";
    HEADER_IS_NO_NUMBER: "De rij met de koppen is geen getal.", "The row with the heads is no number.";
    NOT_TAKEN: "Niet overgenomen", "Not taken over";
    LEFT_TO_DO: "Daarna nog te doen", "Left to do afterwards";
    TEXT: "De tekst", "The text";
    PHOTOS: "De foto’s", "The photos";
    NO_CONSENT: "zonder toestemming, staat nog niet op de site", "without consent, not on the site yet";
    TEXT_THERE: "Bij deze bijeenkomst staat al een tekst. Waar moet de nieuwe komen?", "This event has a text already. Where is the new one to go?";
    BELOW: "onder de tekst die er staat", "below the text that is there";
    IN_PLACE: "in plaats van de tekst die er staat", "in the place of the text that is there";
    CHOOSE_PLACE: "Kies waar de nieuwe tekst moet komen.", "Choose where the new text is to go.";
    SAY_EVENT: "Een lijst of programma hoort bij een bijeenkomst die er al is. Kies die hier.", "A list or programme belongs to an event that is there. Choose it here.";
    SAY_DAY: "Voor een nieuwe bijeenkomst is de dag nodig.", "A new event needs its day.";
    NOTHING_BUT_KEPT: "niets, en wat u koos is onthouden", "nothing, and what you chose is remembered";
    NO_NAME: "Van de titel van dit verslag kan geen naam worden gemaakt. Maak de bijeenkomst eerst, en kies het bestand daarna.", "No name can be made of the title of this report. Make the event first, and choose the file next.";
}

phrases! {
    title_of(file): "Overnemen uit {file}", "Take over from {file}";
    into(event): "In de bijeenkomst ‘{event}’.", "Into the event ‘{event}’.";
    into_new(event): "In een nieuwe bijeenkomst, ‘{event}’.", "Into a new event, ‘{event}’.";
    in_row(row): "rij {row}", "row {row}";
    in_sheet_row(sheet, row): "blad {sheet}, rij {row}", "sheet {sheet}, row {row}";
    more_mistakes(count): "En nog {count} fouten.", "And {count} more mistakes.";
    rest_of_plain(count): "De overige {count} rijen ook overnemen", "Take the other {count} rows over too";
    rest_of_choices(count): "Nog {count} rijen waarvan iets hier en in het bestand is gewijzigd", "{count} more rows of which something was changed here and in the file";
    more_missing(count): "Nog {count} rijen zijn hier weggehaald. Die worden niet overgenomen.", "{count} more rows were removed here. These are not taken over.";
    more_gone(count): "Nog {count} staan niet meer in het bestand. Die blijven staan.", "{count} more are no longer in the file. These stay.";
    choose_for(key, record): "Kies bij {record} wat geldt voor {key}.", "Choose at {record} what holds for {key}.";
    text_goes_on(count): "… en nog {count} tekens", "… and {count} more characters";
    taken_from(file, counts): "Overgenomen uit {file}: {counts}", "Taken over from {file}: {counts}";
    taken_over(counts): "Overgenomen: {counts}.", "Taken over: {counts}.";
}

const ADDED: Noun = Noun::new(both("nieuw", "new"), both("nieuw", "new"));
const ALTERED: Noun = Noun::new(both("gewijzigd", "changed"), both("gewijzigd", "changed"));
const REMOVED: Noun = Noun::new(both("weggehaald", "removed"), both("weggehaald", "removed"));
const TEXT_TAKEN: Noun = Noun::new(both("tekst", "text"), both("teksten", "texts"));
const PHOTO: Noun = Noun::new(both("foto", "photo"), both("foto’s", "photos"));

/// "3 nieuw, 2 gewijzigd, 1 tekst": how many were added, changed, removed; how many texts and photos
/// came with a document.
pub(crate) fn counted(counts: [usize; 5], language: Language) -> String {
    let nouns = [ADDED, ALTERED, REMOVED, TEXT_TAKEN, PHOTO];
    let told = nouns.iter().zip(counts).filter(|(_, count)| *count > 0);
    let told: Vec<String> = told
        .map(|(noun, count)| noun.counted(count, language))
        .collect();
    if told.is_empty() {
        return NOTHING_BUT_KEPT.get(language).to_owned();
    }
    told.join(", ")
}
