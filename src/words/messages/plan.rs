//! Phrases of the messages of `plan`.

words! {
    ONE_PAGE: "een pagina", "one page";
    REMOVE_OR_UNLIST_PERSON: "haal dit record weg of zet er `vermeld = false` bij; is het iemand anders, geef die dan een andere id", "remove this record or add `listed = false`; if this is somebody else, give them another id";
    REMOVE_RECORD: "haal dit record weg; is het iets anders, geef het dan een andere id", "remove this record; if it is something else, give it another id";
    REMOVE_ADDRESS: "haal dit adres weg; is het dat van een record, geef dat dan een andere id", "remove this address; if it is that of a record, give that another id";
    RENAME_ONE_FILE: "geef een van de twee bestanden een andere naam", "give one of the two files another name";
    RENAME_ONE_RECORD: "geef een van de twee een andere id, of haal de alias weg", "give one of the two another id, or remove the alias";
    PUT_IT_BACK: "zet het terug, of zeg onderaan in addresses.toml wat het geworden is (`[[moved]]`, met from en to) of dat het weg is (`[[gone]]`, met what, reason en date)", "put it back, or say at the end of addresses.toml what it became (`[[moved]]`, with from and to) or that it is gone (`[[gone]]`, with what, reason and date)";
}

phrases! {
    rename_file(better): "niet elke computer kan een bestand met deze naam hebben: noem het bijvoorbeeld `{better}`, ook waar een record of tekst het noemt", "not every computer can have a file of this name: call it `{better}`, for example, also where a record or text names it";
    pages(count): "{count} pagina’s", "{count} pages";
    is_it_called_now(new, root): "heet het nu `{new}`? Schrijf dan onderaan in addresses.toml: [[moved]], from = \"{root}\" en to = \"{new}\"; of zet het terug, of schrijf `[[gone]]` met what, reason en date", "is it called `{new}` now? Then write at the end of addresses.toml: [[moved]], from = \"{root}\" and to = \"{new}\"; or put it back, or write `[[gone]]` with what, reason and date";
}
