//! What stands on the pages of the desk where photos are added, and where is said what can be seen and
//! whether it may be shown.

words! {
    ADD: "Foto’s toevoegen", "Add photos";
    CHOOSE: "Kies foto’s, of sleep ze hierheen", "Choose photos, or drop them here";
    CHOOSE_HELP: "JPEG, PNG, WebP of GIF, elk hoogstens 30 MB. De plaats en de gegevens van de camera worden eruit gehaald. Een foto staat pas op de site als u daarna zegt dat het mag.", "JPEG, PNG, WebP or GIF, each 30 MB at most. The place and what the camera wrote are taken out. A photo is on the site only once you say afterwards that it may be.";
    WITHOUT_SCRIPT: "Zonder JavaScript mogen de foto’s samen hoogstens 40 MB zijn.", "Without JavaScript the photos may be 40 MB together at most.";
    UPLOAD: "Toevoegen", "Add";
    UPLOADED: "Foto’s geüpload: # van ", "Photos uploaded: # of ";
    ALT: "Wat is er te zien?", "What can be seen?";
    ASK_TITLE: "Wat is er te zien, en mag het op de site?", "What can be seen, and may it be on the site?";
    TAKEN_OUT: "De foto’s zijn bewaard. De plaats en de gegevens van de camera zijn eruit gehaald, en wat op zijn kant lag staat rechtop. Uw eigen bestanden zijn gelijk gebleven.", "The photos are kept. The place and what the camera wrote were taken out, and what lay on its side is upright. Your own files stayed as they are.";
    NO_ANSWER_IS_NO: "Geen antwoord is een nee: zolang u bij een foto niet zegt dat het mag, blijft die van de site.", "No answer is a no: as long as you do not say that a photo may be shown, it stays off the site.";
    ALL_SAID: "Van elke foto is gezegd wat er te zien is en of het mag.", "Of every photo it was said what can be seen and whether it may be shown.";
    BACK: "Terug naar de foto’s", "Back to the photos";
    DECORATIVE: "Decoratief: de foto vertelt niets", "Decorative: the photo tells nothing";
    CONSENT: "Mag deze foto op de site?", "May this photo be on the site?";
    CONSENT_HELP: "Vraag het aan wie erop staat; bij kinderen aan de ouders.", "Ask who is in it; of children, ask the parents.";
    YES: "Ja, wie erop staat vindt het goed", "Yes, who is in it agrees";
    NOT_NEEDED: "Niet nodig: er staat niemand herkenbaar op", "Not needed: nobody can be recognised in it";
    NO: "Nee: de foto blijft van de site", "No: the photo stays off the site";
    UNKNOWN: "Dat weet ik nog niet: de foto blijft van de site", "I do not know yet: the photo stays off the site";
    ALT_MISSING: "schrijf wat er te zien is, of kruis aan dat de foto decoratief is", "write what can be seen, or mark the photo as decorative";
    CONSENT_MISSING: "kies een antwoord; weet u het nog niet, kies dan dat", "choose an answer; if you do not know yet, choose that one";
    ALREADY_THERE: "Deze foto’s waren er al, en staan er dus nog één keer:", "These photos were there already, and so are there once:";
    NOT_TAKEN: "Deze bestanden zijn niet toegevoegd", "These files were not added";
    NONE_CHOSEN: "Er is geen foto gekozen.", "No photo was chosen.";
    TOO_MANY_BYTES: "het bestand is groter dan 30 MB: bewaar de foto kleiner", "the file is larger than 30 MB: save the photo smaller";
    TOO_MANY_PIXELS: "de foto heeft meer dan 60 miljoen beeldpunten: bewaar die kleiner", "the photo has more than 60 million pixels: save it smaller";
    HEIF: "dit is een HEIC-foto van een telefoon: bewaar die als JPEG", "this is a HEIC photo of a telephone: save it as JPEG";
    OTHER_PICTURE: "dit is een soort afbeelding die Oogst niet leest: bewaar die als JPEG of PNG", "this is a kind of picture that Oogst does not read: save it as JPEG or PNG";
    NO_PICTURE: "dit is geen foto", "this is no photo";
    EMPTY: "het bestand is leeg", "the file is empty";
    DAMAGED: "de foto is beschadigd en kan niet worden gelezen", "the photo is damaged and cannot be read";
    NOT_SENT: "het bestand kwam niet aan; het is misschien te groot", "the file did not arrive; it may be too large";
    NOT_SAVED: "er werd hier net ook iets anders bewaard: probeer het nog eens", "something else was being saved here: try once more";
    WAITING: "Zeggen wat er te zien is, en of het mag", "Say what can be seen, and whether it may be shown";
}

phrases! {
    of_file(file, problem): "{file}: {problem}", "{file}: {problem}";
    photo_of(part, parts, file): "Foto {part} van {parts}: {file}", "Photo {part} of {parts}: {file}";
    and_more(count): "Daarna volgen er nog {count}.", "After these {count} more follow.";
    waiting(photos): "Bij {photos} moet u nog zeggen wat er te zien is, of dat het op de site mag. Eerder staat er niets van op de site.", "Of {photos} you still have to say what can be seen, or that it may be shown. Before that nothing of it is on the site.";
    added(photos): "{photos} toegevoegd", "Added {photos}";
    said_of(photos): "Gezegd van {photos} wat er te zien is, of of het mag", "Said of {photos} what can be seen, or whether it may be shown";
}
