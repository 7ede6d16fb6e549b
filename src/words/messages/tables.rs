//! Phrases of the messages of `intake` about tables.

words! {
    KIND_KEY: "soort", "kind";
    ID_KEY: "id", "id";
    A_ROW: "een rij", "a row";
    FOUND_NUMBER: "een getal", "a number";
    FOUND_DATE: "een datum", "a date";
    FOUND_TIME: "een tijd", "a time";
    FOUND_TEXT: "tekst", "text";
    NO_HEADER: "geen enkele rij lijkt de kop van een tabel", "no row looks like the heads of a table";
    NO_KIND: "er staat niet bij wat de rijen zijn", "nothing says what the rows are";
    NOTHING_SEEN: "er staat niets in de zichtbare bladen", "the sheets that can be seen are empty";
    WRITE_HEADER: "zet boven de kolommen wat erin staat, bijvoorbeeld `Soort`, `Titel`, `Tekst`, `Door` en `Regio`, of zeg in welke rij dat al staat: `--header-row 5`", "put above the columns what is in them, for example `Kind`, `Title`, `Text`, `By` and `Region`, or say in which row that stands already: `--header-row 5`";
    SAY_KIND: "voeg een kolom `Soort` toe, noem het blad naar de soort, zoals `Vragen`, of zeg het erbij: `--kind vraag`", "add a column `Kind`, name the sheet after the kind, such as `Asks`, or say so: `--kind ask`";
    IS_HIDDEN: " (verborgen)", " (hidden)";
    HAS_NO_HEAD: " (zonder kop)", " (without a head)";
    MAP_IS_NO_PAIR: "dit is geen kolom met een gegeven", "this is no column with a field";
    MAP_TO_ANOTHER: "wijs een ander gegeven aan", "name another field";
    WRITE_MAP: "schrijf de kop van de kolom en het gegeven, bijvoorbeeld `--map \"Opmerking=tekst\"`, of `--map \"Opmerking=-\"` om de kolom weg te laten", "write the head of the column and the field, for example `--map \"Remark=text\"`, or `--map \"Remark=-\"` to leave the column out";
    KIND_AND_ID_AGREE: "verbeter de soort of de id van deze rij", "correct the kind or the id of this row";
    KIND_IS_NO_ROW: "een bijeenkomst of pagina is een bestand van zichzelf; maak die in de map `content`", "an event or page is a file of its own; make it in the folder `content`";
    EMPTY_CELL_OF_OTHER_KIND: "maak deze cel leeg, of zet wat erin staat bij een ander gegeven", "empty this cell, or put what is in it at another field";
    ID_ONCE: "twee rijen hebben deze id; haal hem weg uit de rij die nieuw is", "two rows have this id; remove it from the row that is new";
    DIVIDE_TABLE: "verdeel de tabel over meer bestanden, of haal weg wat er niet bij hoort", "divide the table over more files, or take out what does not belong to it";
}

phrases! {
    one_column_left_out(column): "de kolom `{column}` is niet overgenomen", "the column `{column}` was not taken";
    columns_left_out(number, columns): "{number} kolommen zijn niet overgenomen ({columns})", "{number} columns were not taken ({columns})";
    no_column(column): "er is geen kolom `{column}`", "there is no column `{column}`";
    no_field(field): "er is geen gegeven `{field}`", "there is no field `{field}`";
    leave_column_out(column): "laat de kolom weg met `--map \"{column}=-\"`, of wijs een gegeven aan met `--map \"{column}=…\"`", "leave the column out with `--map \"{column}=-\"`, or name a field with `--map \"{column}=…\"`";
    too_many_rows(number): "er staat iets in meer dan {number} rijen", "more than {number} rows have something in them";
    too_many_columns(number): "er staat iets in meer dan {number} kolommen van een blad", "more than {number} columns of a sheet have something in them";
    too_many_cells(number): "er staat iets in meer dan {number} cellen", "more than {number} cells have something in them";
    too_many_sheets(number): "het heeft meer dan {number} bladen", "it has more than {number} sheets";
    too_much_text(megabytes): "er staat meer dan {megabytes} MB tekst in", "it holds more than {megabytes} MB of text";
    too_much_in_cell(number): "in deze cel staan meer dan {number} tekens", "this cell has more than {number} characters";
}
