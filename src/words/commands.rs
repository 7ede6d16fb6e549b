//! What the commands say in a terminal.

words! {
    AS_MADE: "zoals oogst ze maakte", "as oogst made them";
    FINISH_LAST_BUILD: "De laatste bouw is onderbroken terwijl hij bestanden op hun plaats zette. Typ `oogst build`: die maakt dat af.", "The last build was interrupted while it put files in place. Type `oogst build`: that finishes it.";
    COPY_AGAIN: "Kijk eerst met `oogst verify` of de site zelf nog heel is. Kopieer dan opnieuw wat gewijzigd of weg is.", "First check with `oogst verify` that the site itself is whole. Then copy again what was changed or lost.";
    BUILD_AGAIN: "Typ `oogst build`: dan komt terug wat gewijzigd of weg is.", "Type `oogst build`: what was changed or lost then comes back.";
    CHANGED_ARE_KEPT: "De gewijzigde bestanden bewaart oogst daarbij in .oogst/replaced, behalve als die bouw een foto, een persoon of iets dat weg is van de site haalt.", "Oogst keeps the changed files in .oogst/replaced, unless that build takes a photo, a person or something that is gone off the site.";
    WHAT_DAMAGED_MEANS: "Beschadigd is een bestand met een andere inhoud, terwijl lengte en tijd gelijk bleven. `oogst build` ziet dat niet: verwijder deze bestanden en typ dan `oogst build`. Misschien gaat de schijf stuk.", "A damaged file holds something else although its length and time are the same. `oogst build` does not see that: remove these files and then type `oogst build`. The disk may be failing.";
    ADDED_STAYS: "Wat erbij staat, heeft de laatste bouw niet gemaakt. Oogst laat het staan.", "What was added was not made by the last build. Oogst leaves it alone.";
    UNREADABLE_UNCHECKED: "Wat onleesbaar is, is niet nagekeken.", "What is unreadable was not checked.";
    STOPPED: "Gestopt.\n", "Stopped.\n";
    UNREADABLE_COMMAND: "deze opdracht is niet te lezen", "this command cannot be read";
    STOPPED_BUILDING: "Gestopt. De site is gebleven zoals die was.\n", "Stopped. The site is as it was.\n";
    NOT_MADE: "De site is niet gemaakt; wat er stond, staat er nog.\n", "The site was not made; what was there is still there.\n";
    ALL_IS_WELL: "Alles klopt.\n", "All is well.\n";
    ERROR: "fout", "error";
    TYPE_HELP: "Typ `oogst --help` voor uitleg.\n", "Type `oogst --help` for an explanation.\n";
    OWN_LICENCE: "Oogst zelf mag u vrij gebruiken, wijzigen en doorgeven, onder deze licentie:", "Oogst itself may be used freely, changed and passed on, under this licence:";
    LICENCES_OF_OTHERS: "In het programma zit ook werk van anderen. Hieronder staat van wie, en onder welke licenties, in het Engels zoals zij die schreven.", "The work of others is inside the program too. Below stands whose it is, and under which licences.";
    CHANGE_INTERRUPTED: "Een wijziging in uw teksten werd onderbroken. Typ `oogst build`: dan wordt ze afgemaakt. Tot dan kunnen meldingen hieronder daarvan komen.\n", "A change of your texts was interrupted. Type `oogst build`: that finishes it. Until then it may be the cause of what is said below.\n";
    FOLDER_NOT_EMPTY: "in deze map staat al iets; kies een map die er nog niet is", "this folder is not empty; choose one that does not exist yet";
    ADD_FOR_EDITORS: "In taplo.toml staat al iets, en dat blijft zo. Voeg dit er zelf aan toe:\n", "There is a taplo.toml already, and it stays as it is. Add this to it yourself:\n";
    READING: "Het verslag lezen en nakijken …", "Reading and checking the report …";
    NOTHING_CHANGED: "Er is niets gewijzigd.\n", "Nothing was changed.\n";
    ALL_RECORDED: "Alle adressen waren al vastgelegd.\n", "All addresses were recorded already.\n";
    DECIMAL_MARK: ",", ".";
    PROGRESS: "{bar:30} {pos} van {len} bestanden", "{bar:30} {pos} of {len} files";
    CHANGED: "gewijzigd", "changed";
    DAMAGED: "beschadigd", "damaged";
    LOST: "weg", "lost";
    ADDED: "erbij", "added";
    UNREADABLE: "onleesbaar", "unreadable";
    FOREIGN_LIST: "De lijst met bestanden is niet op deze plek door u gemaakt: ze kwam met de map mee. Ongelukken zijn ermee te zien. Wie de map maakte, kan de lijst hebben aangepast.\n", "The list of files was not made by you in this place: it came with the folder. It shows accidents. Whoever made the folder may have changed the list.\n";
}

phrases! {
    site_is_ready(pages, written, kept, removed, warnings, seconds): "De site is klaar: {pages}, {written} nieuw of gewijzigd, {kept} gelijk gebleven, {removed} verwijderd, {warnings}, in {seconds} seconden.\n", "The site is ready: {pages}, {written} new or changed, {kept} as they were, {removed} removed, {warnings}, in {seconds} seconds.\n";
    recognised(folder, files): "Oogst wist niet meer wat het eerder in `{folder}` had gezet. {files} van toen herkend en verwijderd.\n", "Oogst no longer knew what it had put into `{folder}` before. {files} of then recognised and removed.\n";
    recognised_pictures(folder, files, pictures): "Oogst wist niet meer wat het eerder in `{folder}` had gezet. {files} van toen herkend en verwijderd, waarvan {pictures} van foto’s.\n", "Oogst no longer knew what it had put into `{folder}` before. {files} of then recognised and removed, {pictures} of them of photos.\n";
    site_is_at(address): "De site staat op {address}\nSchrijf verder: de browser laat elke wijziging zien. Stoppen: Ctrl en C.\n", "The site is at {address}\nGo on writing: the browser shows every change. To stop: Ctrl and C.\n";
    unwatched(reason): "Wijzigingen worden niet gezien: {reason}\n", "Changes are not seen: {reason}\n";
    not_opened(reason): "De browser ging niet open: {reason}\n", "The browser did not open: {reason}\n";
    did_you_mean(suggestion): "Bedoelt u `{suggestion}`?", "Did you mean `{suggestion}`?";
    report_of_other(folder): "Let op: het verslag in {folder} is van een andere gebruiker.\n", "Mind: the report in {folder} is another user’s.\n";
    report_is_in(folder): "Uw verslag staat in {folder}. Zo gaat u verder:\n\n  cd {folder}\n  oogst serve --open\n\nPas daarna de bestanden in {folder}/content aan.\n", "Your report is in {folder}. To go on:\n\n  cd {folder}\n  oogst serve --open\n\nThen change the files in {folder}/content.\n";
    schemas_are_in(folder): "De schema’s staan in {folder}. Open de map van het verslag in uw tekstprogramma: het vult nu gegevens aan en wijst fouten aan.\n", "The schemas are in {folder}. Open the report’s folder in your text editor: it now completes fields and points at mistakes.\n";
    question(name, about): "{name} ({about}) ", "{name} ({about}) ";
    which_event(events): "Bij welke bijeenkomst hoort dit ({events})? ", "To which event does this belong ({events})? ";
    added(kind, record, file): "Erbij: {kind} {record}, in {file}. Bekijken: oogst serve --open\n", "Added: {kind} {record}, in {file}. To see it: oogst serve --open\n";
    site_is_in(folder): "De site staat in {folder}. Bekijken: oogst serve --open\n", "The site is in {folder}. To see it: oogst serve --open\n";
    put_aside(folder, path, kept_at): "`{folder}/{path}` was met de hand veranderd of niet van oogst; het staat nu in {kept_at}.\n", "`{folder}/{path}` was changed by hand or not made by oogst; it now stands in {kept_at}.\n";
    more_put_aside(more): "Zo ook {more} meer, in dezelfde map.\n", "So were {more} more, in the same folder.\n";
    not_kept(files): "Niet bewaard in .oogst/replaced: {files} die met de hand veranderd waren. Er is iets van de site gehaald, en zij konden dat nog tonen.\n", "Not kept in .oogst/replaced: {files} that were changed by hand. Something was taken off the site, and they might still show it.\n";
    not_recorded(addresses): "Nog niet vastgelegd: {addresses}. Leg ze vast zodra de site online staat: oogst publish --record\n", "Not recorded yet: {addresses}. Record them as soon as the site is online: oogst publish --record\n";
    recorded(addresses, file, ids): "Vastgelegd: {addresses} in {file}, {ids} in uw bestanden.\n", "Recorded: {addresses} in {file}, {ids} in your files.\n";
    forgotten(names, file): "Vergeten: {names}. In {file} staan nu alleen kenmerken. Opmerkingen daar kan oogst niet beoordelen: haal er zelf uit wat een naam noemt.\n", "Forgotten: {names}. {file} now holds marks only. Comments there are beyond oogst: remove from them yourself what says a name.\n";
    seems_to_hold_a_name(lines, file): "Op regel {lines} van {file} lijkt nog zo’n naam te staan.\n", "Line {lines} of {file} seems to hold such a name still.\n";
    renamed(old, new, files): "`{old}` heet nu `{new}`; {files} bestanden zijn aangepast, en het oude adres leidt door (addresses.toml).\n", "`{old}` is now called `{new}`; {files} files were changed, and the old address leads on (addresses.toml).\n";
    renamed_in_one_file(old, new): "`{old}` heet nu `{new}`; 1 bestand is aangepast, en het oude adres leidt door (addresses.toml).\n", "`{old}` is now called `{new}`; 1 file was changed, and the old address leads on (addresses.toml).\n";
    whole_site(folder, files): "De site in {folder} is zoals oogst hem maakte: {files} nagekeken.\n", "The site in {folder} is as oogst made it: {files} checked.\n";
    not_listed(number): "… en nog {number}; met `--format json` komen ze alle.\n", "… and {number} more; `--format json` gives them all.\n";
    no_command(command): "`{command}` is geen opdracht", "`{command}` is no command";
    argument_elsewhere(argument): "`{argument}` hoort niet bij deze opdracht", "`{argument}` does not belong to this command";
    not_together(argument, other): "{argument} en {other} gaan niet samen", "{argument} and {other} do not go together";
    argument_missing(argument): "hier ontbreekt {argument}", "{argument} is missing";
    value_missing(argument): "achter {argument} ontbreekt de waarde", "{argument} lacks its value";
    value_unfit(value, argument): "`{value}` past niet bij {argument}", "`{value}` does not fit {argument}";
}
