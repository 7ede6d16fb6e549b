//! Phrases of the messages of `intake` about tables.

words! {
    DIVIDE_TABLE: "verdeel de tabel over meer bestanden, of haal weg wat er niet bij hoort", "divide the table over more files, or take out what does not belong to it";
}

phrases! {
    too_many_rows(number): "er staat iets in meer dan {number} rijen", "more than {number} rows have something in them";
    too_many_columns(number): "er staat iets in meer dan {number} kolommen van een blad", "more than {number} columns of a sheet have something in them";
    too_many_cells(number): "er staat iets in meer dan {number} cellen", "more than {number} cells have something in them";
    too_many_sheets(number): "het heeft meer dan {number} bladen", "it has more than {number} sheets";
    too_much_text(megabytes): "er staat meer dan {megabytes} MB tekst in", "it holds more than {megabytes} MB of text";
    too_much_in_cell(number): "in deze cel staan meer dan {number} tekens", "this cell has more than {number} characters";
}
