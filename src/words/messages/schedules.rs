//! Phrases of the messages of `intake` about programmes.

words! {
    NOT_JSON: "hier is het geen goede JSON meer", "here it is no proper JSON any more";
    NOT_XML: "hier is het geen goede XML meer", "here it is no proper XML any more";
    NOT_CALENDAR: "hier is het geen goede agenda (iCalendar) meer", "here it is no proper calendar (iCalendar) any more";
    TOO_DEEP: "de onderdelen zitten hier te diep in elkaar", "here its parts are nested too deeply";
    DECLARES_GRAMMAR: "het bevat een DOCTYPE, die naar andere bestanden kan wijzen", "it has a DOCTYPE, which may lead to other files";
    LONG_TEXT: "er staat een tekst in van meer dan 100.000 tekens", "it holds a text of more than 100,000 characters";
    LESS: "haal het programma opnieuw op, alleen van deze bijeenkomst", "get the programme again, of this event only";
    NO_SUCH_TRACK: "dit onderwerp (track) staat niet in het programma", "this track is not in the programme";
    MAP_TRACK: "schrijf de naam van het onderwerp zoals het programma die heeft, en het thema: `--map \"Zorg en welzijn=zorg\"`", "write the name of the track as the programme has it, and the theme: `--map \"Care=care\"`";
}

phrases! {
    say_theme(track, theme): "zeg welk thema het is, bijvoorbeeld `--map \"{track}={theme}\"`, of laat het weg met `--map \"{track}=-\"`", "say which theme it is, for example `--map \"{track}={theme}\"`, or leave it out with `--map \"{track}=-\"`";
    leave_track(track): "laat het weg met `--map \"{track}=-\"`; het verslag heeft nog geen thema’s", "leave it out with `--map \"{track}=-\"`; the report has no themes yet";
    file_too_large(megabytes): "het bestand is groter dan {megabytes} MB", "the file is larger than {megabytes} MB";
    too_many_parts(parts): "er staan meer dan {parts} onderdelen in, of te veel gegevens daarbij", "it holds more than {parts} parts, or too much about them";
}
