//! What the desk says of the places where a site is published.

words! {
    PLACES: "Op het web zetten", "Put it on the web";
    NO_PLACES: "Er is nog geen plek waar de site naartoe gaat. Maak er hieronder een.", "There is no place yet that the site goes to. Make one below.";
    ON_THIS_COMPUTER: "Op deze computer", "On this computer";
    // A place.
    LOOK_FIRST: "Oogst maakt eerst de site, en kijkt dan wat er op deze plek al staat. Daar verandert nog niets.", "Oogst makes the site first, and then looks at what is at this place already. Nothing changes there yet.";
    LOOK_THERE: "Kijk wat er verandert", "See what changes";
    LOOK_AGAIN: "Kijk opnieuw", "Look again";
    PUT_THERE: "Publiceer", "Publish";
    TAKES_LONG: "Bij een grote site kan dit een paar minuten duren. Laat deze pagina open.", "With a large site this may take a few minutes. Keep this page open.";
    ALL_THERE: "Alles staat er al.", "All of it is there already.";
    OTHER_THAN_SEEN: "Er is intussen iets veranderd, dus er is nog niets gepubliceerd. Dit verandert er nu.", "Something changed in the meantime, so nothing was published yet. This is what changes now.";
    WAS_ADOPTED: "De plek was niet leeg: wat er een andere naam heeft, blijft staan.", "The place was not empty: what has another name there stays.";
    WAS_OVERWRITTEN: "Bestanden die een ander veranderde, worden vervangen.", "Files that somebody else changed are replaced.";
    WAS_UNLOCKED: "Het slot van een ander wordt weggehaald.", "The lock of somebody else is taken away.";
    NEW_FILES: "Nieuw", "New";
    CHANGED_FILES: "Gewijzigd", "Changed";
    GONE_FILES: "Weg", "Gone";
    NOT_PUBLISHED: "Er is niets gepubliceerd", "Nothing was published";
    BACK_TO_PLACES: "Naar alle plekken", "To all places";
    SITE_AT: "Bekijk de site:", "See the site:";
    UNPACK: "Pak het bestand uit op de plek waar de site moet komen.", "Unpack the file at the place where the site is to be.";
    // Addresses on record.
    RECORD_TITLE: "Adressen vastleggen", "Record addresses";
    RECORD_HELP: "Wat is vastgelegd, is beloofd: zo’n adres blijft werken, ook als de pagina later anders heet of ergens anders staat. Doe dit als de site echt online gaat. Het kan niet ongedaan worden gemaakt.", "What is on record is promised: such an address goes on working, also when the page gets another name or place. Do this when the site really goes online. It cannot be undone.";
    // Why it is not done, and what to do.
    ADOPT: "Zet de site erbij. Wat een andere naam heeft, blijft staan.", "Add the site. What has another name stays.";
    TAKE_PLACE: "Zet deze site ervoor in de plaats.", "Put this site in its place.";
    OVERWRITE: "Vervang deze bestanden.", "Replace these files.";
    PUT_BACK: "Zet de eigen bestanden terug.", "Put our own files back.";
    UNLOCK: "Die computer is gestopt zonder het af te maken. Haal het slot weg.", "That computer stopped before it was done. Take the lock away.";
    IS_SERVER: "Ja, dit is de goede server.", "Yes, this is the right server.";
    NOT_EMPTY: "Deze plek is niet leeg en niet van Oogst. Kies in de instellingen een lege map, of zet de site erbij. Er staat:", "This place is not empty and not made by Oogst. Choose an empty folder in the settings, or add the site. It holds:";
    IN_THE_WAY: "Hier staan bestanden van een ander waar de site moet komen. Haal ze daar weg, of vervang ze:", "Files of somebody else stand where the site belongs. Take them away, or replace them:";
    FOLDERS_IN_THE_WAY: "Hier staan mappen of koppelingen waar bestanden van de site moeten komen. Haal ze daar weg, en kijk opnieuw:", "Folders or links stand where files of the site belong. Take them away, and look again:";
    CHANGED_THERE: "Deze bestanden zijn daar door een ander veranderd. Kijk eerst of u dat wilt bewaren:", "Somebody else changed these files there. First see whether you want to keep that:";
    FILE_THERE: "Er staat al een ander bestand met deze naam. Kies in de instellingen een andere naam, of vervang het:", "Another file of this name is there. Choose another name in the settings, or replace it:";
    DAMAGED: "De gemaakte site is beschadigd, dus Oogst publiceert hem niet. Haal de map ‘output’ weg, en kijk opnieuw: dan maakt Oogst de site helemaal nieuw.", "The site as made is damaged, so Oogst does not publish it. Take the folder ‘output’ away, and look again: then Oogst makes the whole site anew.";
    IN_REPORT: "Deze map ligt in de map van uw verslag. Kies in de instellingen een map daarbuiten.", "This folder lies in your report’s folder. Choose one outside it in the settings.";
    NEEDS_SERVERS: "Deze Oogst is gemaakt zonder publiceren naar servers. Neem een Oogst waar dat in zit: de pakketten om te installeren hebben het.", "This Oogst was made without publishing to servers. Use one that has it: the packages to install do.";
    NO_SUCH_PLACE: "Deze plek staat niet in de instellingen. Kies een plek uit de lijst.", "The settings do not name this place. Choose one from the list.";
    SECRET: "Wachtwoord of geheime sleutel", "Password or secret key";
    SECRET_HELP: "Oogst onthoudt het tot u dit verslag sluit, en schrijft het nergens op.", "Oogst keeps it in mind until you close this report, and writes it nowhere.";
    SECRET_WRONG: "Het wachtwoord klopt niet, of deze naam mag niet naar binnen. Typ het opnieuw.", "The password is wrong, or this name may not come in. Type it again.";
}

phrases! {
    this_changes(place): "Dit verandert er op {place}.", "This changes at {place}.";
    zip_of(file, files): "Oogst maakt {file}: de site in {files}.", "Oogst makes {file}: the site in {files}.";
    zip_made(file, files): "Gemaakt: {file}, de site in {files}.", "Made: {file}, the site in {files}.";
    published(place, counts): "De site staat op {place}: {counts}.", "The site is at {place}: {counts}.";
    recorded(addresses): "Vastgelegd: {addresses}.", "Put on record: {addresses}.";
    record_now(addresses): "Leg {addresses} vast.", "Put {addresses} on record.";
    by_zip(file): "Zip-bestand: {file}", "Zip file: {file}";
    by_folder(folder): "Map: {folder}", "Folder: {folder}";
    by_sftp(user, host, folder): "Server: {user} op {host}, map {folder}", "Server: {user} at {host}, folder {folder}";
    by_webdav(user, url): "Server met WebDAV: {user} op {url}", "Server with WebDAV: {user} at {url}";
    by_s3(bucket, url): "Opslag met S3: bucket {bucket} op {url}", "Storage with S3: bucket {bucket} at {url}";
    publish_at(name): "Publiceren: {name}", "Publish: {name}";
    busy(host, since): "Iemand publiceert hier al: op de computer ‘{host}’, sinds {since}. Wacht tot dat klaar is.", "Somebody is publishing here already: on the computer ‘{host}’, since {since}. Wait until that is done.";
    other_site(site, own): "Hier staat al een andere site van Oogst: {site}. Deze site heet {own}. Kies in de instellingen een andere map, of zet deze site ervoor in de plaats.", "Another site of Oogst is here already: {site}. This site is {own}. Choose another folder in the settings, or put this site in its place.";
    bad_list(place): "‘{place}’ is niet te lezen, dus Oogst weet niet wat er van de site staat. Haal dat bestand weg, en kijk opnieuw.", "‘{place}’ cannot be read, so Oogst does not know what of the site is there. Take that file away, and look again.";
    no_connection(host, why): "Er is geen verbinding met ‘{host}’ ({why}). Kijk of de naam in de instellingen klopt en of u internet hebt, en probeer het opnieuw.", "There is no connection to ‘{host}’ ({why}). Check the name in the settings and your own connection, and try again.";
    unknown_server(host, key): "Oogst was nog niet eerder op ‘{host}’. De sleutel van die server is {key}. Vraag wie de server beheert of dat klopt.", "Oogst has not been at ‘{host}’ before. The key of that server is {key}. Ask whoever runs the server whether that is right.";
    other_server(host, was, is): "‘{host}’ is niet meer de server van eerder: de sleutel was {was} en is nu {is}. Er is niets verstuurd. Vraag wie de server beheert of dat klopt. Klopt het, haal dan bij deze plek de regel ‘serversleutel’ (of ‘host_key’) uit ‘oogst.toml’, en kijk opnieuw.", "‘{host}’ is no longer the server of before: its key was {was} and is {is} now. Nothing was sent. Ask whoever runs the server whether that is right. If it is, take the line ‘host_key’ (or ‘serversleutel’) of this place out of ‘oogst.toml’, and look again.";
    no_access(user, host): "‘{host}’ laat ‘{user}’ niet binnen. Kijk of de naam klopt, en of de server uw sleutel kent.", "‘{host}’ does not let ‘{user}’ in. Check the name, and whether the server knows your key.";
    secret_of(user, host): "‘{host}’ vraagt het wachtwoord van ‘{user}’.", "‘{host}’ asks for the password of ‘{user}’.";
    write_key(line): "Zet deze regel zelf bij deze plek in ‘oogst.toml’, dan vraagt Oogst niet meer naar de server: {line}", "Put this line at this place in ‘oogst.toml’ yourself, then Oogst does not ask about the server again: {line}";
}
