//! What the desk says of settings.

words! {
    SETTINGS: "Instellingen", "Settings";
    IN_FILE: "Dit staat alleen in ‘oogst.toml’", "This is only in ‘oogst.toml’";
    IN_FILE_HELP: "Deze groepen verandert u in het bestand zelf.", "You change these groups in the file itself.";
    PLACES: "Plekken om te publiceren", "Places to publish at";
    NO_PLACES: "Er is nog geen plek om te publiceren.", "There is no place to publish at yet.";
    NEW_PLACE: "Nieuwe plek", "New place";
    PLACE_NAME: "Naam van de plek", "Name of the place";
    PLACE_NAME_HELP: "Een eigen naam van kleine letters, zoals website.", "A name of your own in small letters, such as website.";
    PLACE_NAME_TAKEN: "er is al een plek met deze naam", "there is a place of this name already";
    PLACE_NAME_WRONG: "gebruik kleine letters, cijfers en streepjes", "use small letters, digits and hyphens";
    REMOVE_PLACE: "Haal deze plek weg", "Remove this place";
    PLACE_STAYS: "Deze plek kan alleen in ‘oogst.toml’ zelf worden weggehaald.", "This place can only be removed in ‘oogst.toml’ itself.";
    CHANGE_PLACE: "Instellingen van deze plek", "Settings of this place";
}

phrases! {
    place_called(name): "Plek: {name}", "Place: {name}";
}
