//! Phrases of the messages of `schema`.

words! {
    IN_THAT_LIST: "in die lijst", "in that list";
    HERE: "hier", "here";
    FILL_IN_LIST: "vul een waarde in, of haal deze lege tekst uit de lijst", "fill in a value, or remove this empty text from the list";
    FILL_IN: "vul een waarde in", "fill in a value";
}

phrases! {
    choose_from(known): "kies uit: {known}", "choose from: {known}";
    fill_in_or_leave_out(key): "vul een waarde in, of laat `{key}` weg", "fill in a value, or leave `{key}` out";
}
