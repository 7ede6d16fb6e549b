//! Phrases of the messages of `records`.

words! {
    UNREAD_PICTURE_BY_NAME: "volgens de naam een afbeelding die oogst niet leest", "by its name a picture that oogst does not read";
    UNREADABLE_XML: "begint als XML, maar is niet als XML te lezen", "begins like XML, but cannot be read as XML";
    RENAME_FILE: "geef het bestand een andere naam", "give the file another name";
    PUT_IN_ZIP: "stop het in een zip-bestand en noem dat", "put it in a zip file and name that";
    PDF_ENDING: "`.pdf`", "`.pdf`";
    FILM_ENDINGS: "`.mp4`, `.mov` of `.m4a`", "`.mp4`, `.mov` or `.m4a`";
    ZIP_ENDINGS: "`.zip`, `.docx`, `.xlsx` of `.pptx`", "`.zip`, `.docx`, `.xlsx` or `.pptx`";
    OFFICE_ENDINGS: "`.doc`, `.xls` of `.ppt`", "`.doc`, `.xls` or `.ppt`";
    PARTY: "persoon of organisatie", "person or organisation";
    NAME_ORGANISATION: "noem de organisatie, of haal dit gegeven weg", "name the organisation, or remove this field";
    NO_PHOTO: "geen foto", "no photo";
    REMOVE_HERE: "haal deze hier weg", "remove it here";
    RENAME_FOLDER: "geef de map een andere naam", "give the folder another name";
    CHOOSE_ANOTHER_ID: "kies een andere `id`", "choose another `id`";
    PARTY_WITH_ARTICLE: "een persoon of organisatie", "a person or organisation";
    PUT_IN_MARKDOWN: "zet de tekst in een bestand dat op .md eindigt, zoals `event.md`; of zet het bestand in de map `media` en noem het in een record", "put the text in a file that ends in .md, such as `event.md`; or put the file in the folder `media` and name it in a record";
    ONE_OPEN: "één open vraag of aanbod", "one open ask or offer";
    SWAP_OR_CORRECT: "wissel de twee om, of verbeter een van beide", "swap the two, or correct one of them";
    HAS_NO_STATUS: "niets, want deze soort heeft geen status: laat het gegeven weg", "nothing, for this kind has no status: leave the field out";
}

phrases! {
    is(nl, en): "is {nl}", "is {en}";
    is_named_as(nl, en): "heet {nl}", "is named as {en}";
    picture_of_kind(kind): "een {kind}", "a {kind}";
    stands_in_folder_with(ending): "staat in een map met `{ending}` in de naam", "stands in a folder with `{ending}` in its name";
    name_folder_without(ending): "geef de map een naam zonder `{ending}`", "give the folder a name without `{ending}`";
    name_file_without(ending): "geef het bestand een naam zonder `{ending}`", "give the file a name without `{ending}`";
    put_in_zip_or_hand_out_as_text(kind, key): "bewaar het als PDF of stop het in een zip-bestand, en noem dat; of geef het een `[[{kind}]]` met `{key} = true`: dan staat het er als gewone tekst", "save it as a PDF or put it in a zip file, and name that; or give it a `[[{kind}]]` with `{key} = true`: then it is handed out as plain text";
    many_open(count): "{count} open vragen of aanbod", "{count} open asks or offers";
    add_role(role): "voeg `{role} = \"…\"` toe: wat was deze persoon toen?", "add `{role} = \"…\"`: what was this person then?";
    add_speaker_with_role(kind, who, person, role): "voeg `[[{kind}]]` toe met `{who} = \"{person}\"` en `{role} = \"…\"`: wat was deze persoon toen?", "add `[[{kind}]]` with `{who} = \"{person}\"` and `{role} = \"…\"`: what was this person then?";
    put_it_at(key, text): "zet deze bij `{key} = [\"{text}\"]`", "put it at `{key} = [\"{text}\"]`";
    end_next_day(start, end, date): "wissel de twee om, of verbeter een van beide; gaat de sessie na middernacht door en duurt ze twaalf uur of langer, schrijf dan `{end} = \"24:00\"`, en voor het vervolg een tweede sessie met `{start} = 00:00` en de `{date}` van de volgende dag", "swap the two, or correct one of them; if the session goes on after midnight and takes twelve hours or longer, write `{end} = \"24:00\"`, and for what follows a second session with `{start} = 00:00` and the `{date}` of the next day";
    put_id_below(id): "zet onder deze titel of naam de regel `id = \"{id}\"`", "put the line `id = \"{id}\"` below this title or name";
    change_id_into(id): "verander deze id in `{id}`", "change this id into `{id}`";
    rename_file_to(id): "noem dit bestand `{id}.md`", "name this file `{id}.md`";
    add_own_id(id): "voeg een eigen id toe, bijvoorbeeld `id = \"{id}-1\"`", "add an id of its own, for example `id = \"{id}-1\"`";
}
