//! What stands around diagnostics: their kind, their notes and the closing line.

words! {
    AND: " en ", " and ";
    NOTHING_WRONG: "Geen fouten, geen waarschuwingen.\n", "No errors, no warnings.\n";
    ERROR: "fout", "error";
    WARNING: "waarschuwing", "warning";
    HINT: "advies", "hint";
    FIRST_HERE: "staat eerst hier", "first written here";
    ALSO_HERE: "staat ook hier", "also written here";
    STARTS_HERE: "begint hier", "starts here";
    GOES_ON_HERE: "gaat hier verder", "goes on here";
    TAKEN_UP_HERE: "wordt hier opgenomen", "is taken up here";
}

phrases! {
    sheet(name): "blad {name}", "sheet {name}";
    row(number): "rij {number}", "row {number}";
    line(number): "regel {number}", "line {number}";
    cell(address): "cel {address}", "cell {address}";
    left_out(number): "… en nog {number} meldingen. Verbeter eerst wat hierboven staat.\n\n", "… and {number} messages more. Mend first what stands above.\n\n";
    did_you_mean(suggestion): "bedoelt u `{suggestion}`?", "did you mean `{suggestion}`?";
}
