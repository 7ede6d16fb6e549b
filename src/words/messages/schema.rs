//! Phrases of the messages of `schema`.

words! {
    IN_THAT_LIST: "in die lijst", "in that list";
    HERE: "hier", "here";
    FILL_IN_LIST: "vul een waarde in, of haal deze lege tekst uit de lijst", "fill in a value, or remove this empty text from the list";
    WRITE_TIME: "schrijf uren en minuten, bijvoorbeeld `13:30`", "write hours and minutes, for example `13:30`";
    BEGIN_ON_NEXT_DAY: "wat om middernacht begint, begint op de volgende dag: schrijf `00:00`, met de datum van die dag", "what begins at midnight begins on the next day: write `00:00`, with the date of that day";
    QUOTE_MIDNIGHT: "schrijf de middernacht waarmee de dag eindigt tussen aanhalingstekens", "write the midnight that the day ends with between quotes";
    TEXT_WITHOUT_QUOTES: "tekst zonder aanhalingstekens", "text without quotes";
    FILL_IN: "vul een waarde in", "fill in a value";
}

phrases! {
    choose_from(known): "kies uit: {known}", "choose from: {known}";
    fill_in_or_leave_out(key): "vul een waarde in, of laat `{key}` weg", "fill in a value, or leave `{key}` out";
}
