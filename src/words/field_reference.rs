//! The words of the field reference, around those of the schema.

words! {
    TITLE: "Alle soorten en gegevens", "All kinds and fields";
    INTRO: "Deze lijst is gemaakt uit het programma zelf. Bij elk gegeven staat het woord dat u schrijft. In een Nederlandse site mag u ook het Engelse woord gebruiken. Hoofdletters maken niet uit, behalve in `oogst.toml` en `addresses.toml`. **Vet** is verplicht. `oogst show deal` toont een leeg record om over te nemen.", "This list is made from the program itself. Each field stands with the word you write. A Dutch site may use the Dutch or the English word. Capitals make no difference, except in `oogst.toml` and `addresses.toml`. **Bold** is required. `oogst show deal` shows an empty record to copy.";
    SETTINGS: "De instellingen van de site. Beide woorden gelden, in welke taal de site ook is.", "The settings of the site. Both words count, whatever the site's language.";
    PROMISED: "De adressen die de site heeft beloofd, en wat ervan geworden is. `oogst publish --record` schrijft dit bestand; `[[moved]]` en `[[gone]]` schrijft u zelf.", "The addresses that the site promised, and what became of them. `oogst publish --record` writes this file; `[[moved]]` and `[[gone]]` you write yourself.";
    HEADS: "| gegeven | Engels | wat erin staat | uitleg |\n| --- | --- | --- | --- |\n", "| field | Dutch | what it holds | meaning |\n| --- | --- | --- | --- |\n";
    EXAMPLE: "Een voorbeeld", "An example";
    IN_EVENT_FILE: "in `event.md`, tussen de regels `+++`", "in `event.md`, between the lines `+++`";
    IN_EVENT: "in de map van een bijeenkomst", "in an event's folder";
    SHARED: "bovenaan in `content/`", "at the top of `content/`";
    ANYWHERE: "in de map van een bijeenkomst of bovenaan in `content/`", "in an event's folder or at the top of `content/`";
    IN_PAGES: "als bestand in `content/pages/`", "as a file in `content/pages/`";
    ID_OF: "de id van", "the id of";
    LIST_OF_IDS: "een lijst ids, elk van", "a list of ids, each of";
    OR_INLINE: "of het hele record tussen accolades", "or the whole record between braces";
    LIST_OF_IDS_OR_INLINE: "een lijst, elk de id van", "a list, each the id of";
    PARTIES: "een lijst van personen of organisaties", "a list of persons or organisations";
    LINES: "een lijst van regels", "a list of lines";
    ADDRESSES: "een lijst van adressen van deze site: `/verslag-2018/`", "a list of addresses of this site: `/report-2018/`";
    TABLE: "een groep gegevens, hieronder", "a group of fields, below";
    TABLES: "een lijst van groepen gegevens, hieronder", "a list of groups of fields, below";
    NAMED: "groepen gegevens, hieronder, elk met een eigen naam: `[publicatie.website]`", "groups of fields, below, each with a name of its own: `[publish.website]`";
    TILE: "kolom en rij, vanaf 0: `[2, 1]`", "column and row, from 0: `[2, 1]`";
    CODES: "namen met een waarde: `{ cbs = \"PV23\" }`", "names with a value: `{ cbs = \"PV23\" }`";
    MARKDOWN: "tekst, met opmaak in Markdown", "text, in Markdown";
    ID: "een id: kleine letters, cijfers, streepjes", "an id: small letters, digits, hyphens";
    DATE: "een datum: `2018-10-30`", "a date: `2018-10-30`";
    TIME: "een tijd: `13:30` of `\"13.30\"`", "a time: `13:30` or `\"13.30\"`";
    END_TIME: "een tijd: `13:30` of `\"13.30\"`; middernacht aan het eind van de dag is `\"24:00\"`", "a time: `13:30` or `\"13.30\"`; midnight at the end of the day is `\"24:00\"`";
    INTEGER: "een heel getal", "a whole number";
    NUMBER: "een getal", "a number";
    NUMBER_OR_LINE: "een getal of een regel tekst", "a number or a line of text";
    BOOL: "`true` of `ja`, `false` of `nee`", "`true` or `yes`, `false` or `no`";
    URL: "een webadres", "a web address";
    FILE: "een bestand, vanaf de map van de bijeenkomst", "a file, from the event's folder";
    PARTY: "een persoon of organisatie: id, naam, woorden, of `{ naam, organisatie }`", "a person or organisation: id, name, words, or `{ name, organisation }`";
    REFERENCE: "een verwijzing: `deal:2018-overijssel/samen-bijscholen`", "a reference: `deal:2018-overijssel/learn-together`";
    COLOUR: "een kleur: `\"#b5651d\"`", "a colour: `\"#b5651d\"`";
    LINE: "een regel tekst", "a line of text";
}

phrases! {
    write_one(name, home_nl, home_en): "Schrijf `[[{name}]]`, {home_nl}.", "Write `[[{name}]]`, {home_en}.";
    write_either(nl, en, home_nl, home_en): "Schrijf `[[{nl}]]` (of `[[{en}]]`), {home_nl}.", "Write `[[{en}]]`, {home_en}.";
    stands(home_nl, home_en): "Staat {home_nl}.", "Stands {home_en}.";
    longer_record(folder): "Een langer record mag een Markdown-bestand zijn in een map `{folder}`; de naam van het bestand is dan de id.", "A longer record may be a Markdown file in a folder `{folder}`; the name of the file is its id then.";
    also(words): " Ook goed: {words}.", " Also accepted: {words}.";
    heads(words): " Boven een kolom van een tabel ook: {words}, als geen andere kolom dit is.", " Above a column of a table also: {words}, where no other column is this.";
    or(words): "ook {words}", "also {words}";
    translation(field): " Vertaling: `{field}_en`.", " Translation: `{field}_nl` in an English site, `{field}_en` in a Dutch one.";
}
