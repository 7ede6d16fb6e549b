//! The words of an empty record, around those of the schema.

words! {
    EVENT_FOLDER: "content/events/2025-techniekmiddag", "content/events/2025-tech-afternoon";
    PAGE: "content/pages/over.md", "content/pages/about.md";
    FILL_IN: "Vul in wat leeg is: dat is verplicht. Wilt u ook een ander gegeven gebruiken, haal dan het hekje (#) ervoor weg en schrijf uw eigen waarde. De rest mag weg.", "Fill in what is empty: it is required. To use another field too, take off the # before it and write your own value. The rest may go.";
    TEXT_BELOW: "De tekst zelf komt onder de tweede regel +++.", "The text itself comes below the second line +++.";
    TEXT: "Schrijf hier de tekst. Een lege regel begint een nieuwe alinea.", "Write the text here. An empty line begins a new paragraph.";
    ONE_OF_KINDS: "Typ `oogst show deal` voor een leeg record van een soort, en `oogst show deal --example` voor een ingevuld voorbeeld.\n", "Type `oogst show deal` for an empty record of a kind, and `oogst show deal --example` for an example that is filled in.\n";
    REQUIRED: "Verplicht.", "Required.";
    GROUP: "Een groep gegevens tussen accolades:", "A group of fields between braces:";
    GROUPS: "Een lijst van groepen gegevens, elk tussen accolades:", "A list of groups of fields, each between braces:";
}

phrases! {
    goes_into(path): "Zet dit in een bestand zoals {path}", "Put this in a file such as {path}";
    takes(value): "Hier hoort {value}.", "Takes {value}.";
    choose_from(words): "Kies uit: {words}.", "Choose from: {words}.";
}
