//! What is said of publishing.

words! {
    BUSY_HERE: "op deze computer publiceert oogst dit verslag al naar deze plek. Wacht tot dat klaar is", "oogst is publishing this report to this place on this computer already. Wait until that is done";
    SAY_WHERE: "zeg ook waar de site moet komen: `--to` met een naam uit `oogst.toml`, of `--zip` met een bestand", "say where the site is to go too: `--to` with a name from `oogst.toml`, or `--zip` with a file";
    OVERWRITE_ZIP: "kies een andere naam, of typ de opdracht opnieuw met `--overwrite` erachter: dan wordt het vervangen", "choose another name, or type the command again with `--overwrite` behind it: then it is replaced";
    LOCK_LOST: "iemand anders nam het publiceren hier over, dus deze keer is niet afgemaakt. Wacht tot de ander klaar is en probeer het opnieuw", "somebody else took over publishing here, so this time was not finished. Wait until they are done and try again";
    NEWER_LIST: "hier publiceerde een nieuwere oogst. Neem die versie ook hier, en probeer het opnieuw", "a newer oogst published here. Use that version here too, and try again";
    BUILT_ANEW: "de site werd opnieuw gemaakt terwijl oogst hem publiceerde. Probeer het opnieuw", "the site was made anew while oogst published it. Try again";
    GO_ON: "Doorgaan? [j/N] ", "Go on? [y/N] ";
    RECORD_NOW: "Adressen vastleggen, zodat ze blijven werken? [j/N] ", "Record the addresses, so that they go on working? [y/N] ";
    DRY_RUN: "Zo zou het gaan. Er is niets gepubliceerd.\n", "This is how it would go. Nothing was published.\n";
    NOT_PUBLISHED: "Er is niets gepubliceerd.\n", "Nothing was published.\n";
    SAY_YES: "hier kan niemand antwoorden. Typ de opdracht opnieuw met `--yes` erachter", "nobody can answer here. Type the command again with `--yes` behind it";
    MUST_FIRST: "De site kan zo niet online. Maak eerst in orde wat hierboven staat.\n", "The site cannot go online like this. First mend what stands above.\n";
    DAMAGED_SITE: "de gemaakte site is beschadigd, dus oogst publiceert hem niet. Typ `oogst verify`: dat zegt wat er is en wat u kunt doen", "the site as made is damaged, so oogst does not publish it. Type `oogst verify`: that says what it is and what you can do";
    LIES_IN_REPORT: "deze map ligt in de map van uw verslag. Kies een map daarbuiten", "this folder lies in your report’s folder. Choose one outside it";
    ALREADY_THERE: "Alles staat er al: er is niets gewijzigd.\n", "All of it is there already: nothing was changed.\n";
    LOOKING: "Kijken wat er al staat …", "Looking at what is there …";
    NEW: "nieuw", "new";
    CHANGED: "gewijzigd", "changed";
    GONE: "weg", "gone";
    SAME: "gelijk", "the same";
    GAP: "Let op: deze server kan geen bestand vervangen zonder het even weg te halen. Wie net dan leest, vindt die pagina een ogenblik niet.\n", "Mind: this server cannot replace a file without taking it away for a moment. Who reads at that very moment does not find that page.\n";
    TWO_AT_ONCE: "Let op: deze server ziet niet of twee mensen tegelijk publiceren. Spreek af wie het doet.\n", "Mind: this server does not see whether two people publish at the same time. Agree on who does it.\n";
    EXPIRED: "het certificaat is verlopen", "the certificate has expired";
    NOT_YET: "het certificaat geldt nog niet, of de klok van deze computer loopt niet goed", "the certificate is not valid yet, or the clock of this computer is wrong";
    UNKNOWN_ISSUER: "het certificaat is niet van een bekende uitgever", "the certificate is not from a known issuer";
    OTHER_NAME: "het certificaat is van een server met een andere naam", "the certificate is of a server with another name";
    ADD_PLACE: "in `oogst.toml` staat nog geen plek om te publiceren. Zet er een in, bijvoorbeeld:\n\n[publicatie.website]\nsoort = \"map\"\nmap = \"//server/www\"\n", "`oogst.toml` does not name a place to publish at yet. Add one, for example:\n\n[publish.website]\nkind = \"folder\"\nfolder = \"//server/www\"\n";
}

phrases! {
    busy(host, since): "iemand publiceert hier al: op de computer `{host}`, sinds {since}. Wacht tot dat klaar is. Is die computer gestopt zonder het af te maken? Typ de opdracht opnieuw met `--unlock` erachter", "somebody is publishing here already: on the computer `{host}`, since {since}. Wait until that is done. Did that computer stop before it was done? Type the command again with `--unlock` behind it";
    not_empty(names): "deze plek is niet leeg en niet van oogst. Er staat: {names}. Kies een lege map. Of typ de opdracht opnieuw met `--adopt` erachter: dan zet oogst de site erbij, en blijft staan wat een andere naam heeft", "this place is not empty and not made by oogst. It holds: {names}. Choose an empty folder. Or type the command again with `--adopt` behind it: then oogst adds the site, and what has another name stays";
    other_site(site, own): "hier staat al een andere site van oogst: {site}. Deze site heet {own}. Kies een andere map. Of typ de opdracht opnieuw met `--adopt` erachter: dan komt deze site ervoor in de plaats", "another site of oogst is here already: {site}. This site is {own}. Choose another folder. Or type the command again with `--adopt` behind it: then this site takes its place";
    in_the_way(names): "hier staan bestanden van een ander waar de site moet komen: {names}. Haal ze daar weg. Of typ de opdracht opnieuw met `--overwrite` erachter: dan vervangt oogst ze", "files of somebody else stand here where the site belongs: {names}. Take them away. Or type the command again with `--overwrite` behind it: then oogst replaces them";
    folder_in_the_way(names): "hier staan mappen of koppelingen waar bestanden van de site moeten komen: {names}. Haal ze daar weg, en probeer het opnieuw", "folders or links stand here where files of the site belong: {names}. Take them away, and try again";
    changed_there(names): "deze bestanden zijn hier door een ander veranderd: {names}. Kijk of u dat wilt bewaren. Typ daarna de opdracht opnieuw met `--overwrite` erachter: dan zet oogst de eigen bestanden terug", "somebody else changed these files here: {names}. Look whether you want to keep that. Then type the command again with `--overwrite` behind it: then oogst puts its own files back";
    bad_list(place): "`{place}` is niet te lezen, dus oogst weet niet wat er van de site staat. Haal dat bestand weg, en typ de opdracht opnieuw met `--adopt` erachter", "`{place}` cannot be read, so oogst does not know what of the site is there. Remove that file, and type the command again with `--adopt` behind it";
    no_connection(host, why): "geen verbinding met `{host}` ({why}). Kijk of de naam in `oogst.toml` klopt en of u internet hebt, en probeer het opnieuw", "no connection to `{host}` ({why}). Check the name in `oogst.toml` and your own connection, and try again";
    other_server(host, was, is): "`{host}` is niet meer de server van eerder: de sleutel was {was} en is nu {is}. Er is niets verstuurd. Vraag wie de server beheert of dat klopt. Klopt het, haal dan `serversleutel` (of `host_key`) uit `oogst.toml` en typ de opdracht opnieuw", "`{host}` is no longer the server of before: its key was {was} and is {is} now. Nothing was sent. Ask whoever runs the server whether that is right. If it is, remove `host_key` (or `serversleutel`) from `oogst.toml` and type the command again";
    unknown_server(host, is): "niemand zei nog dat `{host}` de goede server is. De sleutel is {is}. Vraag wie de server beheert of dat klopt. Klopt het, zet dan in `oogst.toml` bij deze plek de regel `serversleutel = \"{is}\"` en typ de opdracht opnieuw", "nobody said yet that `{host}` is the right server. Its key is {is}. Ask whoever runs the server whether that is right. If it is, put the line `host_key = \"{is}\"` at this place in `oogst.toml` and type the command again";
    no_access(user, host): "`{host}` laat `{user}` niet binnen. Kijk of de naam en het wachtwoord kloppen, en typ de opdracht opnieuw", "`{host}` does not let `{user}` in. Check the name and the password, and type the command again";
    bad_certificate(host, why): "`{host}` kan niet goed laten zien dat het de goede server is: {why}. Er is niets verstuurd. Kijk of het adres in `oogst.toml` klopt. Klopt het, vraag dan wie de server beheert om dit te herstellen", "`{host}` cannot show properly that it is the right server: {why}. Nothing was sent. Check the address in `oogst.toml`. If it is right, ask whoever runs the server to mend this";
    other_login(host, asks): "`{host}` wil dat u op een andere manier inlogt ({asks}) dan oogst kan (Basic). Vraag wie de server beheert om Basic aan te zetten, of om een andere manier, zoals sftp", "`{host}` wants you to log in in another way ({asks}) than oogst can (Basic). Ask whoever runs the server to allow Basic, or for another way, such as sftp";
    leads_on(from, to): "`{from}` stuurt door naar `{to}`. Er is geen wachtwoord meegestuurd. Klopt dat adres, zet het dan in `oogst.toml` en typ de opdracht opnieuw", "`{from}` leads on to `{to}`. No password was sent along. If that address is right, put it in `oogst.toml` and type the command again";
    no_bucket(bucket, host): "`{host}` heeft geen bucket `{bucket}`. Kijk of de naam in `oogst.toml` klopt, of maak de bucket eerst bij de dienst zelf", "`{host}` has no bucket `{bucket}`. Check the name in `oogst.toml`, or first make the bucket at the service itself";
    other_region(bucket, is): "de bucket `{bucket}` is in de regio `{is}`. Zet in `oogst.toml` bij deze plek de regel `regio = \"{is}\"` en typ de opdracht opnieuw", "the bucket `{bucket}` is in the region `{is}`. Put the line `region = \"{is}\"` at this place in `oogst.toml` and type the command again";
    not_this_region(bucket, was): "de bucket `{bucket}` is niet in de regio `{was}`. Zoek bij de dienst op welke regio het is, zet die in `oogst.toml` als `regio` en typ de opdracht opnieuw", "the bucket `{bucket}` is not in the region `{was}`. Look up at the service which region it is, put that in `oogst.toml` as `region` and type the command again";
    wrong_clock(host): "de klok van deze computer loopt anders dan die van `{host}`. Zet de klok gelijk en typ de opdracht opnieuw", "the clock of this computer differs from that of `{host}`. Set the clock right and type the command again";
    other_protocol(place, protocol, status): "`{place}` antwoordt niet zoals {protocol} hoort te doen (antwoord {status}). Kijk of het adres in `oogst.toml` klopt, en vraag anders wie de server beheert welk adres u nodig hebt", "`{place}` does not answer as {protocol} should (answer {status}). Check the address in `oogst.toml`, or else ask whoever runs the server which address you need";
    counted(counts, place): "{counts} → {place}\n", "{counts} → {place}\n";
    published(place): "Gepubliceerd: {place}\n", "Published: {place}\n";
    zipped(file, files): "{file}: de site in {files}. Pak het uit op de plek waar de site moet komen.\n", "{file}: the site in {files}. Unpack it at the place where the site is to be.\n";
    would_be_zipped(file, files): "{file}: de site in {files}.\n", "{file}: the site in {files}.\n";
    publish_there(name): "Op de site zetten: oogst publish --to {name}\n", "To put it on the site: oogst publish --to {name}\n";
    no_place(name, known): "in `oogst.toml` staat geen plek `{name}`. Kies een van deze: {known}", "`oogst.toml` names no place `{name}`. Choose one of these: {known}";
}

#[cfg(feature = "publish")]
words! {
    KEEP_SECRET: "Bewaren in de sleutelbos van deze computer? [j/N] ", "Keep it in the key store of this computer? [y/N] ";
    SECRET_NOT_KEPT: "De sleutelbos nam het niet aan. Oogst vraagt er de volgende keer weer om.\n", "The key store did not take it. Oogst asks for it again next time.\n";
}

#[cfg(feature = "publish")]
phrases! {
    is_it_the_server(host, key): "`{host}` is nieuw. De sleutel is {key}. Vraag wie de server beheert of dat klopt. Is dit de goede server? [j/N] ", "`{host}` is new. Its key is {key}. Ask whoever runs the server whether that is right. Is this the right server? [y/N] ";
    write_key(line): "Zet in `oogst.toml` bij deze plek: {line}. Dan vraagt oogst er niet meer naar.\n", "Put this at the place in `oogst.toml`: {line}. Then oogst does not ask for it again.\n";
    key_kept(host): "De sleutel van `{host}` staat nu in `oogst.toml`.\n", "The key of `{host}` is in `oogst.toml` now.\n";
    secret_key(user, host): "Geheime sleutel bij {user} op {host}: ", "Secret key of {user} on {host}: ";
    password(user, host): "Wachtwoord van {user} op {host}: ", "Password of {user} on {host}: ";
}

#[cfg(not(feature = "publish"))]
phrases! {
    needs_feature(kind): "deze oogst is gemaakt zonder publiceren met {kind}. Neem een oogst waar dat in zit: de pakketten om te installeren hebben het. Zelf maken kan ook: cargo build --release --features publish", "this oogst was made without publishing by {kind}. Use an oogst that has it: the packages to install do. You can make one too: cargo build --release --features publish";
}
