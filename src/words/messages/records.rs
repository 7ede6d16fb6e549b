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
    ONE_OPEN: "één open vraag of aanbod", "one open ask or offer";
    SWAP_OR_CORRECT: "wissel de twee om, of verbeter een van beide", "swap the two, or correct one of them";
    PUT_IN_MARKDOWN: "zet tekst in een bestand dat op .md eindigt, zoals `event.md`, en rijen van een tabel als records in een bestand dat op .toml eindigt, zoals `deals.toml`; of zet het bestand in de map `media` en noem het in een record", "put text in a file that ends in .md, such as `event.md`, and rows of a table as records in a file that ends in .toml, such as `deals.toml`; or put the file in the folder `media` and name it in a record";
    GIVE_ROLES: "voeg bij elk van hen `[[spreker]]` toe met `persoon` en `rol`, of een `rol` aan die er al staat: wat waren zij toen?", "add `[[speaker]]` with `person` and `role` for each of them, or a `role` to the one that is there: what were they then?";
    ARE_SEVERAL: "lijkt meer dan één naam te zijn", "seems to be more than one name";
    HAS_BRACKETS: "noemt twee namen, een tussen haakjes", "names two, one of them between brackets";
    IS_NOBODY: "is geen naam", "is no name";
    LEAVE_OUT: "laat dit weg als niet bekend is wie het was", "leave this out if nobody knows who it was";
    NAME_ONE: "noem er hier één", "name one of them here";
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
    one_photo(file): "van deze bijeenkomst wordt de foto `{file}` niet getoond: niets noemt die", "the photo `{file}` of this event is not shown: nothing names it";
    several_photos(count, files): "van deze bijeenkomst worden {count} foto’s niet getoond, want niets noemt ze: {files}", "{count} photos of this event are not shown, for nothing names them: {files}";
    several_people(count, names): "{count} mensen ({names})", "{count} people ({names})";
    write_apart(parts): "schrijf {parts}; is het wel één naam, leg die dan vast als organisatie of persoon", "write {parts}; if it is one name after all, put it on record as an organisation or person";
    put_it_at(key, text): "zet deze bij `{key} = [\"{text}\"]`", "put it at `{key} = [\"{text}\"]`";
    end_next_day(start, end, date): "wissel de twee om, of verbeter een van beide; gaat de sessie na middernacht door en duurt ze twaalf uur of langer, schrijf dan `{end} = \"24:00\"`, en voor het vervolg een tweede sessie met `{start} = 00:00` en de `{date}` van de volgende dag", "swap the two, or correct one of them; if the session goes on after midnight and takes twelve hours or longer, write `{end} = \"24:00\"`, and for what follows a second session with `{start} = 00:00` and the `{date}` of the next day";
    put_id_below(id): "zet onder deze titel of naam de regel `id = \"{id}\"`", "put the line `id = \"{id}\"` below this title or name";
    change_id_into(id): "verander deze id in `{id}`", "change this id into `{id}`";
    rename_file_to(id): "noem dit bestand `{id}.md`", "name this file `{id}.md`";
    add_own_id(id): "voeg een eigen id toe, bijvoorbeeld `id = \"{id}-1\"`", "add an id of its own, for example `id = \"{id}-1\"`";
}
