//! Phrases of the messages of `input`.

words! {
    NATIONAL_GRID: ", maar van het Rijksdriehoekstelsel (EPSG:28992)", ", but of the Dutch national grid (EPSG:28992)";
    RECORDING_WITHOUT_PLACE: "bewaar de opname opnieuw zonder de plek waar die is gemaakt", "save the recording again without the place where it was made";
    SAVE_AS_PICTURE: "bewaar de afbeelding als .png, .jpg of .webp", "save the picture as .png, .jpg or .webp";
    BROKEN_PICTURE: "een afbeelding die kapot is", "a picture that is broken";
    SAVE_PICTURE_AGAIN: "open de afbeelding in een tekenprogramma en bewaar die opnieuw", "open the picture in a drawing program and save it again";
    LARGE_PICTURE: "een afbeelding die te groot is", "a picture that is too large";
    SAVE_PICTURE_SMALLER: "bewaar de afbeelding kleiner", "save the picture smaller";
    REMOVE_OR_RENAME: "haal het bestand weg, of geef het een andere naam", "remove the file, or give it another name";
    EVENT_FILE_IS_NAMED: "het verslag van een bijeenkomst heet `event.md`; zet andere teksten in een map die naar hun soort heet, of voeg ze toe aan `event.md`", "an event's report is called `event.md`; put other texts in a folder named after their kind, or add them to `event.md`";
    PUT_IN_PAGES: "zet een vrije pagina in de map content/pages", "put a free page in the folder content/pages";
    PUT_ONE_FOLDER_UP: "zet het bestand een map hoger", "put the file one folder up";
    FACTS_IN_EVENT_FILE: "de gegevens van een bijeenkomst staan in `event.md`, tussen de regels `+++`", "the facts of an event stand in `event.md`, between the lines `+++`";
    PUT_IN_EVENT: "zet dit in de map van een bijeenkomst, onder content/events", "put this in an event's folder, under content/events";
    PUT_IN_CONTENT: "zet dit in een bestand direct in de map content, zoals content/regios.toml", "put this in a file directly in the folder content, such as content/regions.toml";
    MAKE_IT_A_PAGE: "maak hiervan een bestand in content/pages", "make this a file in content/pages";
    SMALL_LETTERS: "gebruik alleen kleine letters, cijfers en streepjes", "use only small letters, digits and hyphens";
    YEAR: "jaar", "year";
}

phrases! {
    at_line(line, character): " (regel {line}, teken {character})", " (line {line}, character {character})";
    make_event_folder(name): "maak een map voor de bijeenkomst, met daarin `event.md`; noem die map bijvoorbeeld `{name}`", "make a folder for the event, with `event.md` in it; name that folder for example `{name}`";
    has_in_its_name(ending): "heeft `{ending}` in de naam", "has `{ending}` in its name";
}
