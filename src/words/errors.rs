//! The words of errors of the machine: what could not be done, and why.

words! {
    LOCKED: "een ander proces bouwt deze site al; wacht tot het klaar is of stop het (slot: `{}`)", "another process is building this site; wait until it is done or stop it (lock: `{}`)";
    LOCKED_BY: "een ander proces (nummer {}) bouwt deze site al; wacht tot het klaar is of stop het (slot: `{}`)", "another process (id {}) is building this site; wait until it is done or stop it (lock: `{}`)";
    CHANGED_MEANWHILE: "`{}` werd veranderd terwijl oogst het las; er is niets gewijzigd, probeer het opnieuw", "`{}` was changed while oogst read it; nothing was changed, try again";
    LEADS_OUT: "`{}` is een koppeling die uit de uitvoermap kan leiden; zet er een echte map neer of haal de koppeling weg", "`{}` is a link that may lead out of the output folder; put a real folder there or remove the link";
    PLACED_TWICE: "twee bestanden van de site willen `{}` heten; dit is een fout in oogst", "two files of the site want to be `{}`; this is a mistake in oogst";
    UNFINISHED: "{}; de nieuwe site staat er nog niet helemaal: verhelp dit en bouw opnieuw, dan wordt hij afgemaakt", "{}; the new site is not wholly in place: mend this and build again, and it is finished";
    NO_MANIFEST: "`{}` is er niet, dus wat er hoort te staan is niet bekend; maak de site eerst: `oogst build`", "there is no `{}`, so what should be there is not known; make the site first: `oogst build`";
    DAMAGED_MANIFEST: "`{}` is beschadigd of hoort bij een andere map, dus wat er hoort te staan is niet bekend; `oogst build` kijkt alles na en maakt het opnieuw", "`{}` is damaged or belongs to another folder, so what should be there is not known; `oogst build` checks everything and makes it anew";
    NO_KEY: "oogst kan zijn sleutel niet bewaren in uw eigen map{}, en zou een onderbroken wijziging dan niet kunnen afmaken; er is niets gewijzigd. Laat de omgevingsvariabele XDG_STATE_HOME wijzen naar een map buiten dit verslag waarin alleen u mag schrijven, en probeer het opnieuw", "oogst cannot keep its key in your own folder{}, and could then not finish a change that is interrupted; nothing was changed. Let the environment variable XDG_STATE_HOME name a folder outside this report that only you may write, and try again";
    BUILT_MEANWHILE: "de site is intussen opnieuw gemaakt; probeer het nog eens", "the site was made anew in the meantime; try again";
    CANCELLED: "onderbroken; de site is niet veranderd", "interrupted; the site was not changed";
    READ: "lezen", "read";
    INSPECT: "bekijken", "look at";
    LIST: "doorlopen", "list";
    WRITE: "schrijven", "write";
    COPY: "kopiëren", "copy";
    MOVE: "op zijn plaats zetten", "put in place";
    REMOVE: "verwijderen", "remove";
    CREATE_FOLDER: "als map aanmaken", "make the folder";
    SYNC: "veilig op de schijf zetten", "make sure of";
    LOCK: "vergrendelen", "lock";
    STORAGE_FULL: "de schijf is vol", "the disk is full";
    QUOTA_EXCEEDED: "de toegestane schijfruimte is op", "the disk quota is used up";
    READ_ONLY: "deze schijf is alleen-lezen", "this disk is read-only";
    PERMISSION_DENIED: "geen toestemming", "permission denied";
    NOT_FOUND: "bestaat niet", "it does not exist";
    ALREADY_EXISTS: "er staat al iets met die naam", "something of that name is already there";
    NOT_A_FOLDER: "een bestand staat waar een map hoort", "a file stands where a folder belongs";
    IS_A_FOLDER: "een map staat waar een bestand hoort", "a folder stands where a file belongs";
    FOLDER_NOT_EMPTY: "de map is niet leeg", "the folder is not empty";
    CROSSES_DISKS: "het ligt op een andere schijf", "it is on another disk";
    BUSY: "een ander programma gebruikt het", "another program is using it";
    INVALID_NAME: "de naam is te lang of niet toegestaan", "the name is too long or not allowed";
    FILE_TOO_LARGE: "het bestand is te groot voor deze schijf", "the file is too large for this disk";
    CONNECTION_LOST: "de verbinding is weggevallen; probeer het opnieuw", "the connection was lost; try again";
    NO_ANSWER: "er komt geen antwoord; probeer het later opnieuw", "there is no answer; try again later";
    NETWORK_DISK_GONE: "de verbinding met de netwerkschijf is weg", "the connection to the network disk is gone";
    INVALID_TEXT: "de inhoud is geen leesbare tekst", "the content is not readable text";
    FAILING_DISK: "de schijf geeft een fout; misschien gaat hij stuk", "the disk reports a fault; it may be failing";
    IS_A_LINK: "er staat een koppeling waar een echt bestand of een echte map hoort; zet het bestand of de map zelf daar", "a link stands where a real file or folder belongs; put the file or folder itself there";
    IS_NO_FILE: "het is geen gewoon bestand; haal het weg", "it is no ordinary file; remove it";
    SWAPPED: "er kwam intussen een ander bestand op deze plaats; probeer het opnieuw", "another file took its place meanwhile; try again";
    TOO_LARGE: "het is te groot", "it is too large";
    TOO_MANY_FILES: "er staan te veel bestanden; kies een eigen map of bucket voor de site", "there are too many files; choose a folder or bucket of the site's own";
    OUTSIDE: "het ligt buiten de map van het verslag", "it lies outside the report's folder";
}

phrases! {
    server_answers(status): "de server kan of wil dit niet (antwoord {status})", "the server cannot or will not do this (answer {status})";
    cannot(verb, path, reason): "kan `{path}` niet {verb}: {reason}", "cannot {verb} `{path}`: {reason}";
}
