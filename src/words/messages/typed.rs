//! Phrases of the messages about what is typed of a record.

words! {
    SET_IS_NO_PAIR: "dit is geen gegeven met een waarde", "this is no field with a value";
    SET_IS_GROUP: "dit is een groep gegevens", "this is a group of fields";
    SAYS_NOTHING: "er staat geen waarde achter", "no value stands behind it";
    WRITE_SET: "schrijf het gegeven en wat erin komt, bijvoorbeeld `--set \"status=open\"`", "write the field and what it is to hold, for example `--set \"status=open\"`";
    MAKE_EVENT_FIRST: "maak eerst een bijeenkomst: `oogst new bijeenkomst \"Streekdag\" --set datum=2025-11-12`", "make an event first: `oogst new event \"Regional day\" --set date=2025-11-12`";
}

phrases! {
    set_part(parts): "zeg welk gegeven ervan: {parts}", "say which field of it: {parts}";
    go_to_report(what): "ga naar de map van het verslag, of noem die met `--root`; een nieuw verslag in een map die zo heet, maakt u met `oogst new ./{what}`", "go to the folder of the report, or name it with `--root`; a new report in a folder of that name is made with `oogst new ./{what}`";
    name_report(folder): "het verslag in `{folder}` is van een andere gebruiker, en oogst neemt het niet vanzelf; is dit het goede, voeg dan toe: `--root \"{folder}\"`", "the report in `{folder}` is another user’s, and oogst does not take it by itself; if it is the right one, add: `--root \"{folder}\"`";
    see_all_fields(kind): "alle gegevens toont `oogst show {kind}`; wat niet op een regel past, schrijft u in het bestand zelf", "`oogst show {kind}` shows all fields; what does not fit on a line is written in the file itself";
    say_event(first, events): "zeg het erbij, bijvoorbeeld `--into {first}`; er zijn: {events}", "say so, for example `--into {first}`; there are: {events}";
}
