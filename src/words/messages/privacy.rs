//! Phrases of the messages of `privacy`.

words! {
    RENAME_FOLDER: "geef de map een andere naam", "give the folder another name";
    RENAME_FILE: "geef het bestand een andere naam", "give the file another name";
    EMAIL: "een e-mailadres", "an e-mail address";
    PHONE: "een telefoonnummer", "a phone number";
    FILE: "bestand", "file";
    ANOTHER_ID: "kies een andere id", "choose another id";
    ADD_FORGET: "zet erbij `forget = true`, en typ `oogst publish --record`", "add `forget = true`, and type `oogst publish --record`";
}

phrases! {
    name_folder(better): "geef de map een andere naam, zoals `{better}`", "give the folder another name, such as `{better}`";
    name_file(better): "geef het bestand een andere naam, zoals `{better}.md`", "give the file another name, such as `{better}.md`";
    write_gone(what): "zet in plaats van deze regels `[[gone]]`, met daaronder `what = \"{what}\"`, `forget = true`, `reason = \"Dit adres mag niet meer.\"` en `date =` met de dag van vandaag (zoals 2026-01-15), en typ `oogst publish --record`", "write in the place of these lines `[[gone]]`, and below it `what = \"{what}\"`, `forget = true`, `reason = \"This address may not be.\"` and `date =` with the day of today (such as 2026-01-15), and type `oogst publish --record`";
    rename(what, name): "`oogst rename {what} {name}` geeft het een andere naam, en schrijft in addresses.toml dat het verhuisd is", "`oogst rename {what} {name}` gives it another name, and writes in addresses.toml that it moved";
    such_an_id(better): "kies een andere id, zoals `{better}`", "choose another id, such as `{better}`";
}
