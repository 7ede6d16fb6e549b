//! The table of everything that can be wrong: a code, how bad it is, and what it says in Dutch and
//! English.
//!
//! `{name}` stands for the argument `name` of the diagnostic. The second pair of texts is the way
//! out; it may be empty where a suggestion or the message itself is enough. One row a code: a
//! message in one language only cannot be written.

use super::Severity;

macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $name:ident $severity:ident $id:literal [$nl:literal, $en:literal] [$help_nl:literal, $help_en:literal] )*) => {
        /// What kind of mistake a diagnostic is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( $(#[doc = $doc])+ $name, )* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name that people can look up, such as `unknown-region`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            /// Error, warning or hint.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }

            pub(super) fn texts(self) -> [&'static str; 4] {
                match self { $(Self::$name => [$nl, $en, $help_nl, $help_en]),* }
            }
        }
    };
}

codes! {
    // Files
    /// Bytes that are no UTF-8.
    NotUtf8 Error "not-utf8" ["dit teken is niet te lezen: het bestand is niet als UTF-8 opgeslagen", "this character cannot be read: the file is not saved as UTF-8"] ["kies in uw programma voor Opslaan als, en daar voor de codering UTF-8", "choose Save as in your program, and there the encoding UTF-8"]
    /// UTF-16.
    Utf16 Error "utf-16" ["dit bestand is opgeslagen als Unicode met twee bytes per teken (UTF-16)", "this file is saved as two-byte Unicode (UTF-16)"] ["kies in uw programma voor Opslaan als, en daar voor de codering UTF-8", "choose Save as in your program, and there the encoding UTF-8"]
    /// A file larger than is read.
    FileTooLarge Error "file-too-large" ["dit bestand is te groot om te lezen ({size} MB)", "this file is too large to read ({size} MB)"] ["verdeel de inhoud over meer bestanden van hooguit {limit} MB", "spread the content over files of at most {limit} MB"]
    /// A link in the file system that leads out of the site, or nowhere.
    LinkLeavesSite Error "link-leaves-site" ["deze snelkoppeling wordt niet gevolgd: ze leidt niet naar een gewoon, zichtbaar bestand in `{folder}`", "this symbolic link is not followed: it does not lead to an ordinary, visible file in `{folder}`"] ["zet het bestand zelf op deze plek", "put the file itself in this place"]
    /// A folder so deep that nothing in it is read.
    FolderTooDeep Warning "folder-too-deep" ["deze map ligt te diep: oogst leest hooguit {limit} mappen in elkaar, dus niet wat hierin staat", "this folder lies too deep: oogst reads at most {limit} folders within each other, so not what is in this one"] ["verplaats de map naar een die minder diep ligt", "move the folder to one that lies less deep"]
    /// The program's own folder, drafts and all, among the files that git keeps.
    KeptInGit Warning "kept-in-git" ["de map `.oogst` staat in git, en daarin bewaart oogst ook het voorbeeld met uw concepten", "the folder `.oogst` is in git, and in it oogst keeps the preview with your drafts too"] ["zet in het bestand `.gitignore` de regel `/.oogst/` en typ dan `git rm -r -f --cached .oogst`, `git add .gitignore` en `git commit -m \"Zonder .oogst\"`; de map zelf blijft staan, en wat u al deelde blijft in de geschiedenis van git", "put the line `/.oogst/` in the file `.gitignore`, and then type `git rm -r -f --cached .oogst`, `git add .gitignore` and `git commit -m \"Without .oogst\"`; the folder itself stays, and what you shared already stays in git's history"]
    /// A file that nothing reads.
    UnreadFile Warning "unread-file" ["dit bestand wordt niet gelezen", "this file is not read"] ["{way}", "{way}"]
    /// Files of a folder that nothing reads.
    UnreadFiles Warning "unread-files" ["in deze map worden {count} bestanden niet gelezen: {files}", "{count} files in this folder are not read: {files}"] ["{way}", "{way}"]
    /// A name of the program's, written so that it is not found.
    FixedName Error "fixed-name" ["`{name}` wordt niet gelezen: oogst zoekt `{known}`", "`{name}` is not read: oogst looks for `{known}`"] ["noem het `{known}`", "name it `{known}`"]
    /// No folder `content`.
    NoContent Error "no-content" ["hier is geen map `content` met inhoud", "there is no folder `content` here"] ["maak de map `content`, met daarin voor elke bijeenkomst een map zoals `events/2018-overijssel`, of begin een nieuw verslag met `oogst new <map>`", "make the folder `content`, and in it a folder for each event, such as `events/2018-overijssel`, or start a new report with `oogst new <folder>`"]
    /// A folder under events without event.md.
    EventWithoutFile Error "event-without-file" ["in deze map van een bijeenkomst ontbreekt `event.md`", "this folder of an event has no `event.md`"] ["maak `event.md`, met tussen twee regels `+++` de gegevens: {example}", "make `event.md`, with the facts between two lines `+++`: {example}"]
    /// A name of a folder or file that cannot be an id.
    BadFileName Error "bad-file-name" ["de naam `{name}` is niet te gebruiken", "the name `{name}` cannot be used"] ["{way}", "{way}"]
    /// Two files whose names are one for people.
    NameTwice Error "name-twice" ["er staan hier twee bestanden met deze naam: de letters zijn gelijk, maar anders gecodeerd", "two files here have this name: the letters are the same, but encoded differently"] ["geef een van de twee bestanden een andere naam; typ die opnieuw", "give one of the two files another name; type it anew"]
    /// Two forms of one fixed name beside each other.
    TwoForms Error "two-forms" ["`{name}` en `{other}` betekenen hetzelfde, en ze staan naast elkaar", "`{name}` and `{other}` mean the same, and they stand beside each other"] ["zet alles wat in `{name}` staat in `{other}`, en haal `{name}` weg", "put all that is in `{name}` in `{other}`, and remove `{name}`"]
    /// A folder in an event that names no kind of record.
    UnknownFolder Error "unknown-folder" ["de map `{name}` zegt niet welk soort record erin staat", "the folder `{name}` does not say which kind of record is in it"] ["noem de map naar een soort: {known}", "name the folder after a kind: {known}"]

    // Syntax
    /// Broken TOML.
    TomlSyntax Error "toml-syntax" ["{problem}", "{problem}"] ["{way}", "{way}"]
    /// Front matter that is not closed.
    FrontMatterOpen Error "front-matter-open" ["de regel `+++` die de gegevens afsluit ontbreekt", "the line `+++` that closes the facts is missing"] ["zet onder de laatste regel met gegevens een regel met alleen `+++`", "put a line with only `+++` below the last fact"]
    /// No front matter.
    FrontMatterMissing Error "front-matter-missing" ["dit bestand begint niet met gegevens", "this file does not begin with facts"] ["begin het bestand met een regel `+++`, dan de gegevens (bijvoorbeeld {example}), dan weer een regel `+++`", "begin the file with a line `+++`, then the facts (for example {example}), then again a line `+++`"]
    /// Front matter between `---`.
    FrontMatterYaml Error "front-matter-yaml" ["de gegevens staan tussen regels `---`; hier horen regels `+++`", "the facts stand between lines `---`; here these must be `+++`"] ["vervang `---` door `+++` en schrijf elk gegeven als `naam = \"waarde\"`", "replace `---` by `+++` and write each fact as `name = \"value\"`"]
    /// Nested deeper than is read.
    TooDeep Error "too-deep" ["deze waarde zit te diep in andere waarden", "this value is nested too deeply"] ["maak er losse records van", "make separate records of it"]

    // Schema
    /// A table that is no kind of record.
    UnknownKind Error "unknown-kind" ["`{name}` is geen soort record", "`{name}` is no kind of record"] ["de soorten zijn: {known}", "the kinds are: {known}"]
    /// A kind in a place where it cannot stand.
    KindNotHere Error "kind-not-here" ["`{name}` hoort niet in dit bestand", "`{name}` does not belong in this file"] ["{place}", "{place}"]
    /// `[ask]` where `[[ask]]` is meant.
    SingleTable Error "single-table" ["`{name}` hoort boven een record te staan, tussen dubbele haken", "`{name}` belongs above a record, between double brackets"] ["schrijf `[[{name}]]` met dubbele haken boven elk record", "write `[[{name}]]` with double brackets above each record"]
    /// A key that the kind does not have.
    UnknownKey Error "unknown-key" ["{kind} kent geen gegeven `{key}`", "{kind} has no field `{key}`"] ["{way}", "{way}"]
    /// One field written twice under two words.
    KeyTwice Error "key-twice" ["`{key}` staat er twee keer, ook als `{other}`", "`{key}` is written twice, also as `{other}`"] ["laat een van de twee weg", "leave one of the two out"]
    /// A required field that is missing.
    MissingKey Error "missing-key" ["{kind} mist het gegeven `{key}`", "{kind} lacks the field `{key}`"] ["voeg toe: `{example}`", "add: `{example}`"]
    /// A value of another type.
    WrongType Error "wrong-type" ["bij `{key}` hoort {expected}, maar {place} staat {found}", "`{key}` takes {expected}, but {found} stands {place}"] ["bijvoorbeeld: `{example}`", "for example: `{example}`"]
    /// An empty text where there must be one.
    EmptyValue Error "empty-value" ["`{key}` is leeg", "`{key}` is empty"] ["{way}", "{way}"]
    /// A word that is none of the allowed ones.
    UnknownValue Error "unknown-value" ["`{value}` is geen waarde voor `{key}`", "`{value}` is no value of `{key}`"] ["kies uit: {known}", "choose from: {known}"]
    /// A date that does not exist or is written otherwise.
    BadDate Error "bad-date" ["`{value}` is geen datum", "`{value}` is not a date"] ["schrijf jaar-maand-dag, bijvoorbeeld `2018-10-30`", "write year-month-day, for example `2018-10-30`"]
    /// A time that does not exist or is written otherwise.
    BadTime Error "bad-time" ["`{value}` is geen tijd", "`{value}` is not a time"] ["{way}", "{way}"]
    /// Text that cannot be an id.
    BadId Error "bad-id" ["`{value}` kan geen id zijn", "`{value}` cannot be an id"] ["een id wordt een adres: gebruik alleen kleine letters, cijfers en streepjes", "an id becomes an address: use only small letters, digits and hyphens"]
    /// A title of which no id can be made.
    NoIdFromTitle Error "no-id-from-title" ["van `{title}` is geen id te maken", "no id can be made of `{title}`"] ["voeg zelf een id toe, bijvoorbeeld `id = \"{example}\"`", "add an id yourself, for example `id = \"{example}\"`"]
    /// An address that is no http(s) address.
    BadUrl Error "bad-url" ["`{value}` is geen webadres", "`{value}` is not a web address"] ["schrijf het hele adres, met `https://` ervoor", "write the whole address, beginning with `https://`"]
    /// A number outside what makes sense.
    OutOfRange Error "out-of-range" ["{value} kan niet bij `{key}`", "{value} is not possible for `{key}`"] ["kies een getal van {least} tot en met {most}", "choose a number from {least} to {most}"]
    /// Text and body both given.
    TextTwice Error "text-twice" ["de tekst staat er twee keer: bij `{key}` en onder de gegevens", "the text is written twice: at `{key}` and below the facts"] ["laat een van de twee weg", "leave one of the two out"]
    /// A translation without an original.
    TranslationAlone Error "translation-alone" ["bij deze vertaling ontbreekt het origineel", "this translation has no original"] ["voeg `{original}` toe", "add `{original}`"]
    /// A translation file with facts that belong in the original.
    NotTranslatable Error "not-translatable" ["`{key}` hoort in het origineel, niet in de vertaling", "`{key}` belongs in the original, not in the translation"] ["haal het hier weg; moet het anders, verbeter het dan in `{original}`", "remove it here; if it must change, correct it in `{original}`"]

    // Ids and references
    /// Two records of a kind with one id.
    DuplicateId Error "duplicate-id" ["er is al {kind} met de id `{id}`", "there is already {kind} with the id `{id}`"] ["{way}", "{way}"]
    /// An id that is a word of the addresses.
    ReservedId Error "reserved-id" ["`{id}` is een woord dat in de adressen al iets betekent", "`{id}` is a word that already means something in addresses"] ["{way}", "{way}"]
    /// A reference to an event that is not there.
    UnknownEvent Error "unknown-event" ["er is geen bijeenkomst `{id}`", "there is no event `{id}`"] ["een bijeenkomst heet naar haar map in content/events", "an event is named after its folder in content/events"]
    /// A reference to a region that is not there.
    UnknownRegion Error "unknown-region" ["geen regio heet `{id}`", "no region is called `{id}`"] ["verbeter dit woord, of voeg de regio toe, bijvoorbeeld in content/regios.toml", "correct this word, or add the region, for example in content/regions.toml"]
    /// A reference to a theme that is not there.
    UnknownTheme Error "unknown-theme" ["geen thema heet `{id}`", "no theme is called `{id}`"] ["verbeter dit woord, of voeg het thema toe, bijvoorbeeld in content/themas.toml", "correct this word, or add the theme, for example in content/themes.toml"]
    /// A reference to a series that is not there.
    UnknownSeries Error "unknown-series" ["geen reeks heet `{id}`", "no series is called `{id}`"] ["verbeter dit woord, of voeg de reeks toe, bijvoorbeeld in content/reeksen.toml", "correct this word, or add the series, for example in content/series.toml"]
    /// What looks like the id of a person or organisation and is none.
    UnknownParty Error "unknown-party" ["geen persoon of organisatie heeft de id `{id}`", "no person or organisation has the id `{id}`"] ["verbeter de id, schrijf de naam voluit, of voeg deze toe, bijvoorbeeld in content/mensen.toml of content/organisaties.toml", "correct the id, write the name in full, or add it, for example in content/people.toml or content/organisations.toml"]
    /// A reference to a record of the event that is not there.
    UnknownRecord Error "unknown-record" ["{kind} met de id `{id}` is er niet", "there is no {kind} with the id `{id}`"] ["verbeter de id, of voeg het record toe", "correct the id, or add the record"]
    /// A record of the wrong kind.
    WrongKind Error "wrong-kind" ["`{id}` is {found}; hier hoort {expected}", "`{id}` is {found}; {expected} belongs here"] ["{way}", "{way}"]
    /// A reference that is not `kind:id`.
    BadReference Error "bad-reference" ["`{value}` is geen verwijzing", "`{value}` is not a reference"] ["schrijf soort en id, bijvoorbeeld `deal:2018-overijssel/samen-bijscholen`", "write kind and id, for example `deal:2018-overijssel/samen-bijscholen`"]
    /// Several people or organisations, or none, where there is one.
    OddParty Warning "odd-party" ["`{value}` {problem}", "`{value}` {problem}"] ["{way}", "{way}"]
    /// Words that nearly match a known name.
    NearlyKnown Warning "nearly-known" ["`{value}` lijkt op een bekende naam, maar is die niet", "`{value}` looks like a known name, but is not that name"] ["verbeter de naam, of voeg deze schrijfwijze toe bij `{key}` van `{id}`", "correct the name, or add this spelling to `{key}` of `{id}`"]
    /// A name that two people, organisations or regions carry.
    AmbiguousName Error "ambiguous-name" ["`{value}` is de naam van meer dan een {kind}", "`{value}` is the name of more than one {kind}"] ["gebruik een id: {known}", "use an id: {known}"]
    /// A draft that a published record refers to.
    RefersToDraft Error "refers-to-draft" ["`{id}` is nog een concept, dus deze verwijzing loopt dood", "`{id}` is still a draft, so this reference leads nowhere"] ["haal `{key} = true` daar weg, of neem concepten mee met `--drafts`", "remove `{key} = true` there, or include drafts with `--drafts`"]

    // What records say together
    /// A circle in parents.
    ParentCircle Error "parent-circle" ["deze liggen in een kring in elkaar: {path}", "these lie in each other in a circle: {path}"] ["haal een van deze namen weg bij `{key}`", "remove one of these names from `{key}`"]
    /// A circle in sessions that are part of each other.
    PartOfCircle Error "part-of-circle" ["deze sessies zijn in een kring een onderdeel van elkaar: {path}", "these sessions are part of each other in a circle: {path}"] ["haal `{key}` bij een van deze sessies weg", "remove `{key}` from one of these sessions"]
    /// An end before a start.
    EndsBeforeStart Error "ends-before-start" ["het einde ligt voor het begin", "the end lies before the start"] ["{way}", "{way}"]
    /// A date outside the event.
    OutsideEvent Warning "outside-event" ["deze datum valt buiten de bijeenkomst", "this date lies outside the event"] ["verbeter de datum, of het begin en einde van de bijeenkomst", "correct the date, or the event's start and end"]
    /// A year that is probably a slip.
    UnlikelyYear Warning "unlikely-year" ["het jaar {year} is waarschijnlijk een tikfout", "the year {year} is probably a slip"] ["verbeter het; klopt het wel, dan hoeft er niets te gebeuren (oogst verwacht jaren van {least} tot en met {most})", "correct it; if it is right, nothing needs to be done (oogst expects years from {least} to {most})"]
    /// A deal that takes up what was asked later.
    TakesUpLater Error "takes-up-later" ["deze deal neemt `{id}` op, maar die bijeenkomst was later", "this deal takes up `{id}`, but that event was later"] ["schrijf de deal bij de latere bijeenkomst", "write the deal with the later event"]
    /// An update of something that is not there.
    UpdateOfUnknown Error "update-of-unknown" ["dit bericht gaat over `{id}`, en dat is er niet", "this update is about `{id}`, which does not exist"] ["schrijf soort, bijeenkomst en id, bijvoorbeeld `deal:2018-overijssel/samen-bijscholen`", "write kind, event and id, for example `deal:2018-overijssel/samen-bijscholen`"]
    /// An update from before the event.
    UpdateBeforeEvent Warning "update-before-event" ["dit bericht is ouder dan de bijeenkomst", "this update is older than the event"] ["verbeter de datum", "correct the date"]
    /// A status that the updated kind does not have.
    StatusOfOtherKind Error "status-of-other-kind" ["`{value}` is geen status van {kind}", "`{value}` is no status of {kind}"] ["kies uit: {known}", "choose from: {known}"]
    /// An event replaced by itself or in a circle.
    ReplacedByCircle Error "replaced-by-circle" ["deze bijeenkomsten vervangen elkaar in een kring: {path}", "these events replace each other in a circle: {path}"] ["haal `{key}` bij een van deze bijeenkomsten weg", "remove `{key}` from one of these events"]
    /// Open and taken at once.
    OpenButTaken Warning "open-but-taken" ["`{id}` staat als open, maar een deal neemt deze op", "`{id}` is marked open, but a deal takes it up"] ["maak de status `{word}`, of haal deze uit de deal", "make the status `{word}`, or remove it from the deal"]
    /// A photo whose file is not there.
    PhotoFileMissing Error "photo-file-missing" ["de foto `{file}` is er niet", "the photo `{file}` does not exist"] ["zet de foto in de map van de bijeenkomst, of verbeter de naam", "put the photo in the event's folder, or correct the name"]
    /// A photo of a kind that is not read.
    PhotoKind Error "photo-kind" ["`{file}` is geen foto die oogst kan lezen", "`{file}` is no photo that oogst can read"] ["bewaar de foto als .jpg, .png of .webp, en noem dat bestand", "save the photo as .jpg, .png or .webp, and name that file"]
    /// A photo with too many pixels or bytes.
    PhotoTooLarge Error "photo-too-large" ["de foto `{file}` is te groot: {size}, en {limit} is het meeste", "the photo `{file}` is too large: {size}, and {limit} is the most"] ["bewaar de foto kleiner; 4000 beeldpunten breed is ruim genoeg", "save the photo smaller; 4000 pixels wide is plenty"]
    /// A photo that cannot be read.
    PhotoBroken Error "photo-broken" ["de foto `{file}` is kapot: {problem}", "the photo `{file}` is broken: {problem}"] ["haal de foto opnieuw op bij wie die maakte, of open die in een fotoprogramma en bewaar die opnieuw", "get the photo again from who took it, or open it in a photo program and save it again"]
    /// A photo by its name that is something else by its content.
    PhotoIsOther Error "photo-is-other" ["`{file}` heet een foto, maar is {what}", "`{file}` is named as a photo, but is {what}"] ["bewaar de foto als .jpg, .png of .webp vanuit een fotoprogramma; het bestand een andere naam geven helpt niet", "save the photo as .jpg, .png or .webp from a photo program; giving the file another name does not help"]
    /// A photo whose name promises another kind of picture.
    PhotoMisnamed Warning "photo-misnamed" ["`{file}` heet {named}, maar is een {kind}", "`{file}` is named as {named}, but is a {kind}"] ["de foto wordt gewoon getoond; noem het bestand liever `{better}`, dan opent elk programma het", "the photo is shown all the same; better name the file `{better}`, so that every program opens it"]
    /// A photo with neither description nor the word that it needs none.
    PhotoAlt Error "photo-alt" ["bij de foto `{file}` ontbreekt een beschrijving", "the photo `{file}` lacks a description"] ["voeg `alt = \"wat er te zien is\"` toe, of `{key} = true` als de foto niets vertelt", "add `alt = \"what can be seen\"`, or `{key} = true` if the photo tells nothing"]
    /// A resource whose file is not there.
    ResourceFileMissing Error "resource-file-missing" ["het bestand `{file}` is er niet", "the file `{file}` does not exist"] ["zet het bestand in de map van de bijeenkomst, of verbeter de naam", "put the file in the event's folder, or correct the name"]
    /// A resource with both or neither of file and url.
    ResourceNeedsOne Error "resource-needs-one" ["dit materiaal heeft een bestand of een webadres nodig, en niet allebei", "this resource needs a file or a web address, and not both"] ["schrijf `{key} = \"media/…\"` of `url = \"https://…\"`, een van de twee", "write `{key} = \"media/…\"` or `url = \"https://…\"`, one of the two"]
    /// Photos of an event that nothing names.
    PhotosUnnamed Warning "photos-unnamed" ["{what}", "{what}"] ["voeg voor elke foto `[[{kind}]]` toe met `{file_key}`, `alt` en `{consent}`, of haal weg wat niet op de site hoort", "add `[[{kind}]]` for each photo with `{file_key}`, `alt` and `{consent}`, or remove what does not belong on the site"]
    /// A copy of a photo to which somebody said no.
    SameAsRefused Warning "same-as-refused" ["`{file}` is dezelfde foto als `{other}`, die niet getoond mag worden, en blijft dus ook weg", "`{file}` is the same photo as `{other}`, which may not be shown, so it stays away too"] ["haal deze weg; of verander `{key}` bij `{other}` als de mensen op de foto nu ja zeggen", "remove this one; or change `{key}` of `{other}` if the people in the photo agree now"]
    /// A picture from which nothing can be taken out, handed out as a file.
    PictureNotCleaned Error "picture-not-cleaned" ["`{file}` is {what}; wat daarin over plaats, camera en maker staat kan oogst niet weghalen, dus het wordt niet gepubliceerd", "`{file}` is {what}; what it says of place, camera and maker cannot be taken out by oogst, so it is not published"] ["open het in een fotoprogramma, bewaar het als .jpg of .png en noem dat bestand; voeg er `[[{kind}]]` voor toe met `{file_key}`, `alt` en `{consent}`", "open it in a photo program, save it as .jpg or .png and name that file; add `[[{kind}]]` for it with `{file_key}`, `alt` and `{consent}`"]
    /// A file that runs where it is served or opened.
    FileRuns Error "file-runs" ["`{file}` {why}; zoiets kan een server, browser of computer uitvoeren, dus het wordt niet gepubliceerd", "`{file}` {why}; a server, browser or computer may run such a thing, so it is not published"] ["{way}", "{way}"]
    /// What is to be handed out as text and is none.
    NotText Error "not-text" ["`{file}` is geen tekst, dus oogst kan het niet als tekst aanbieden", "`{file}` is no text, so oogst cannot hand it out as text"] ["haal `{key} = true` weg: dan wordt het aangeboden zoals het is", "remove `{key} = true`: then it is handed out as it is"]
    /// A film that says where it was made.
    FilmTellsPlace Error "film-tells-place" ["in `{file}` staat op welke plek de opname is gemaakt, dus het wordt niet gepubliceerd", "`{file}` says at which place it was recorded, so it is not published"] ["deel of exporteer de opname opnieuw zonder locatie (op een iPhone: Deel, dan Opties, dan Locatie uit), of zet die bij een videodienst en schrijf het webadres", "share or export the recording again without its location (on an iPhone: Share, then Options, then Location off), or put it on a video service and write the web address"]
    /// A file whose name says something else than its bytes.
    FileMisnamed Warning "file-misnamed" ["`{file}` is {what}, maar zo heet het niet", "`{file}` is {what}, but is not named so"] ["laat de naam eindigen op {endings}: dan opent elk programma het", "let the name end in {endings}: then every program opens it"]
    /// A file named outside its folder.
    LeavesFolder Error "leaves-folder" ["`{path}` wijst naar iets buiten de map", "`{path}` points outside the folder"] ["zet het bestand in de map van de bijeenkomst en noem het vanaf daar, zonder `..`, bijvoorbeeld `media/…`", "put the file in the event's folder and name it from there, without `..`, for example `media/…`"]
    // Promised addresses
    /// A promised address whose record is no longer there.
    PromisedLost Error "promised-lost" ["`{what}` heeft een beloofd adres, maar is er niet meer", "`{what}` has a promised address, but is no longer there"] ["{way}", "{way}"]
    /// A promised address that now belongs to something else.
    PromisedTaken Error "promised-taken" ["het adres `{address}` is beloofd voor `{what}`, maar er staat nu iets anders", "the address `{address}` is promised for `{what}`, but something else stands there now"] ["geef het nieuwe een andere id, of haal de alias daar weg: wie de oude link volgt, moet vinden wat er beloofd is", "give the new one another id, or remove the alias there: whoever follows the old link must find what was promised"]
    /// Moved to what is not there.
    MovedNowhere Error "moved-nowhere" ["`{to}` is er niet, dus hier kan niets heen verhuisd zijn", "`{to}` does not exist, so nothing can have moved there"] ["verbeter de naam, of schrijf `[[gone]]` als het weg is", "correct the name, or write `[[gone]]` if it is gone"]
    /// Moved in a circle.
    MovedCircle Error "moved-circle" ["deze verhuizingen lopen in een kring: {path}", "these moves go round in a circle: {path}"] ["haal een van deze `[[moved]]` weg", "remove one of these `[[moved]]`"]
    /// Moved or gone, and still there.
    StillThere Error "still-there" ["`{what}` staat hier als verhuisd of weg, maar is er nog", "`{what}` is said to have moved or gone, but is still there"] ["is het iets nieuws, geef het dan een andere id; is het hetzelfde en is het terug, haal dan deze regels weg", "if it is something new, give it another id; if it is the same and is back, remove these lines"]
    /// To be forgotten, and still named in addresses.toml.
    ForgetNotRecorded Warning "forget-not-recorded" ["`{what}` is van de site af, maar addresses.toml noemt de naam nog", "`{what}` is off the site, but addresses.toml still names it"] ["typ `oogst publish --record`: die haalt de naam en de adressen uit dit bestand", "type `oogst publish --record`: that takes the name and the addresses out of this file"]
    /// A reason that names what is to be forgotten.
    ReasonNames Error "reason-names" ["deze reden noemt wat vergeten moet worden, en lezers zien haar", "this reason names what is to be forgotten, and readers see it"] ["schrijf de reden zonder naam, bijvoorbeeld `Op verzoek.`", "write the reason without the name, for example `On request.`"]
    /// Something forgotten that is here again.
    WasForgotten Error "was-forgotten" ["`{what}` is vergeten, en mag niet op de site terugkomen", "`{what}` was forgotten, and must not come back on the site"] ["{way}", "{way}"]
    /// Two rows of `[[moved]]` and `[[gone]]` about one thing.
    SaidTwice Error "said-twice" ["van `{what}` staat hier twee keer wat ervan geworden is", "what became of `{what}` is said twice"] ["laat een van de twee staan", "leave one of the two"]
    /// Moved or gone, and never promised.
    NeverPromised Warning "never-promised" ["`{what}` had geen beloofd adres, dus hier verandert niets door", "`{what}` had no promised address, so this changes nothing"] ["verbeter de naam, of haal deze regels weg", "correct the name, or remove these lines"]
    /// Promised addresses that all lead on, because the words of addresses changed.
    AddressesChanged Warning "addresses-changed" ["van {count} zijn de adressen veranderd, zoals `{address}`; wie de oude volgt, wordt doorgestuurd", "the addresses of {count} changed, such as `{address}`; whoever follows the old ones is sent on"] ["was dit niet de bedoeling, zet dan `[routes]` of de talen in oogst.toml terug; anders legt `oogst publish --record` de nieuwe vast", "if this was not meant, put `[routes]` or the languages in oogst.toml back; else `oogst publish --record` records the new ones"]
    /// One short link for two.
    ShortTaken Error "short-taken" ["de korte link `{value}` is al van iets anders", "the short link `{value}` belongs to something else already"] ["haal `short` weg bij wat het laatst is vastgelegd; `oogst publish --record` geeft het een nieuwe", "remove `short` from what was recorded last; `oogst publish --record` gives it a new one"]
    /// A short link that cannot be one.
    BadShort Error "bad-short" ["`{value}` kan geen korte link zijn", "`{value}` cannot be a short link"] ["gebruik alleen kleine letters en cijfers, of haal `short` weg", "use only small letters and digits, or remove `short`"]

    /// Typed to be renamed, and not there.
    UnknownName Error "unknown-name" ["`{value}` is er niet", "`{value}` does not exist"] ["schrijf soort en id, bijvoorbeeld `deal:2018-overijssel/samen-bijscholen` of `regio:twente`", "write kind and id, for example `deal:2018-overijssel/samen-bijscholen` or `region:twente`"]
    /// Renamed to what was promised for something else.
    NamePromised Error "name-promised" ["het adres van `{new}` is beloofd voor iets anders: `{what}`", "the address of `{new}` is promised for something else: `{what}`"] ["kies een id die er nog niet was", "choose an id that was never used"]
    /// Renamed to what it is called.
    SameName Error "same-name" ["`{value}` heet al zo", "`{value}` is called so already"] ["", ""]
    /// Renamed to what something else is called.
    NameTaken Error "name-taken" ["`{new}` is er al", "`{new}` exists already"] ["kies een andere id; is het hetzelfde, haal dan een van de twee weg en schrijf in addresses.toml: [[moved]], from = \"{old}\" en to = \"{new}\"", "choose another id; if both are the same, remove one and write in addresses.toml: [[moved]], from = \"{old}\" and to = \"{new}\""]

    /// An alias that cannot be an address.
    BadAlias Error "bad-alias" ["`{value}` kan geen oud adres van deze site zijn", "`{value}` cannot be an old address of this site"] ["begin met `/` en gebruik geen `..`, `?`, `#` of `:`, bijvoorbeeld `/verslag-2018/`", "begin with `/` and use no `..`, `?`, `#` or `:`, for example `/report-2018/`"]
    /// Two things at one address.
    AddressTaken Error "address-taken" ["twee dingen willen het adres `{address}`", "two things want the address `{address}`"] ["{way}", "{way}"]

    // Texts
    /// A link by id to something that is not there.
    BrokenLink Error "broken-link" ["deze link wijst naar `{target}`, en dat is er niet", "this link points to `{target}`, which does not exist"] ["verbeter de link, of haal die weg", "correct the link, or remove it"]
    /// What was meant as a link or picture, and is none.
    SpaceInLink Warning "space-in-link" ["hier staat een spatie in een link of afbeelding, dus lezers zien de tekens zelf: `{target}`", "there is a space in a link or picture here, so readers see the signs themselves: `{target}`"] ["schrijf `%20` voor elke spatie, of zet `<` voor de naam en `>` erachter", "write `%20` for each space, or put `<` before the name and `>` behind it"]
    /// A link with a scheme that can do harm.
    DangerousLink Warning "dangerous-link" ["deze link (`{target}`) kan kwaad en wordt weggelaten", "this link (`{target}`) can do harm and is left out"] ["gebruik een webadres dat met `https://` begint", "use a web address that begins with `https://`"]
    /// A link whose words say nothing.
    VagueLink Warning "vague-link" ["de linktekst `{text}` zegt niet waar de link heen gaat", "the link text `{text}` does not say where the link leads"] ["maak een paar woorden van de zin zelf tot link, zoals de naam van de pagina", "make some words of the sentence itself the link, such as the page's name"]
    /// An alternative text that is a file name.
    AltIsFileName Warning "alt-is-file-name" ["de beschrijving `{alt}` is een bestandsnaam", "the description `{alt}` is a file name"] ["beschrijf in een zin wat er te zien is", "say in one sentence what can be seen"]
    /// A picture in a text that is no declared photo.
    PictureNotDeclared Warning "picture-not-declared" ["de afbeelding `{file}` is niet als foto vastgelegd en wordt niet getoond", "the picture `{file}` is not declared as a photo and is not shown"] ["voeg `[[{kind}]]` toe met `{file_key}`, `alt` en `{consent}`", "add `[[{kind}]]` with `{file_key}`, `alt` and `{consent}`"]
    /// A picture from another site.
    OutsidePicture Warning "outside-picture" ["de afbeelding `{file}` komt van een andere site en wordt niet getoond", "the picture `{file}` comes from another site and is not shown"] ["zet de afbeelding in de map `media` en leg die vast als foto", "put the picture in the folder `media` and declare it as a photo"]
    /// A photo without consent.
    PhotoWithheld Warning "photo-withheld" ["de foto `{file}` wordt niet getoond: er is geen toestemming vastgelegd", "the photo `{file}` is not shown: no consent is on record"] ["schrijf `{key} = \"{yes}\"` als de mensen op de foto ja hebben gezegd, `{key} = \"{not_needed}\"` als er niemand herkenbaar is, of `{key} = \"{no}\"` als de foto weg moet blijven", "write `{key} = \"{yes}\"` if the people in the photo agreed, `{key} = \"{not_needed}\"` if nobody can be recognised, or `{key} = \"{no}\"` if the photo must stay away"]
    /// An e-mail address or phone number that the privacy settings withhold.
    ContactWithheld Warning "contact-withheld" ["{what} in deze tekst wordt niet getoond", "{what} in this text is not shown"] ["zet `{key} = true` onder `[privacy]` in oogst.toml als het wel mag", "write `{key} = true` under `[privacy]` in oogst.toml if it may be shown"]
    /// An id or the name of a file that spells out a contact: it would stand in an address.
    ContactInId Error "contact-in-id" ["met `{id}` komt {what} in het adres van een pagina te staan", "with `{id}`, {what} would stand in the address of a page"] ["{way}; of zet `{key} = true` onder `[privacy]` in oogst.toml als iedereen het mag zien", "{way}; or write `{key} = true` under `[privacy]` in oogst.toml if everybody may see it"]
    /// A promised address that spells out a contact.
    ContactPromised Warning "contact-promised" ["in het beloofde adres van `{of}` staat {what}", "the promised address of `{of}` holds {what}"] ["{way}; of zet `{key} = true` onder `[privacy]` in oogst.toml als iedereen het mag zien", "{way}; or write `{key} = true` under `[privacy]` in oogst.toml if everybody may see it"]
    /// An invisible character that turns the direction of writing.
    DirectionTurned Warning "direction-turned" ["hier staat een onzichtbaar teken dat de schrijfrichting omdraait; het is weggelaten", "an invisible character here turns the direction of writing; it was left out"] ["typ de woorden rond deze plek opnieuw, zonder ze te plakken", "type the words around this place anew, without pasting them"]

    /// A character that no page can hold.
    ControlCharacter Warning "control-character" ["hier staat een stuurteken ({code}) dat niet op een pagina kan staan; in plaats daarvan komt er `�`", "a control character ({code}) here cannot be on a page; `�` stands in its place"] ["haal het teken weg en typ de woorden eromheen opnieuw; in TOML is het een code zoals `\\u0007`", "remove the character and type the words around it anew; in TOML it is a code such as `\\u0007`"]
    /// HTML where the site shows it as words.
    HtmlAsText Warning "html-as-text" ["hier staat HTML, en lezers zien die als gewone tekst, met haken en al", "here is HTML, and readers see it as plain text, brackets and all"] ["schrijf het in Markdown; of zet `html = \"gezuiverd\"` onder `[markdown]` in oogst.toml: dan werkt wat veilig is, en valt de rest weg", "write it in Markdown; or put `html = \"sanitised\"` under `[markdown]` in oogst.toml: then what is safe works, and the rest is left out"]
    /// A list with bullets out of a word processor.
    PastedList Warning "pasted-list" ["met `{sign}` aan het begin van een regel wordt dit geen lijst: de regels komen achter elkaar te staan", "with `{sign}` at the start of a line this is no list: the lines run together"] ["zet in elke regel `-` en een spatie op de plaats van `{sign}`", "put `-` and a space in the place of `{sign}` in each line"]
    /// A table with tabs out of a word processor.
    PastedTable Warning "pasted-table" ["deze regels met tabs worden geen tabel: ze komen achter elkaar te staan", "these lines with tabs are no table: they run together"] ["zet strepen om de kolommen, met een lege regel erboven: eerst `{head}`, daaronder `{rule}`, en dan elke rij net zo", "put lines around the columns, with an empty line above: first `{head}`, below it `{rule}`, and then each row likewise"]
    /// Marks of Markdown that mark nothing.
    LooseMarks Warning "loose-marks" ["deze tekens blijven staan zoals ze er staan, want ze beginnen of eindigen niet tegen een woord aan", "these signs stay as they are, since they do not begin or end right against a word"] ["zet de spaties buiten de tekens, en geen erbinnen", "put the spaces outside the signs, and none within"]
    /// Marks of Markdown in a line, which has none.
    MarksInLine Warning "marks-in-line" ["in `{key}` werkt Markdown niet: lezers zien de tekens zelf", "Markdown does not work in `{key}`: readers see the signs themselves"] ["haal de tekens weg", "remove the signs"]
    /// Indented words that become code.
    ShownAsCode Warning "shown-as-code" ["deze regel begint met een tab of vier spaties, en wordt daarom getoond als programmacode", "this line begins with a tab or four spaces, so it is shown as program code"] ["haal de tab of spaties aan het begin van elke regel weg; is het echt code, zet dan een regel ``` erboven en eronder", "remove the tab or spaces at the start of each line; if it really is code, put a line ``` above and below it"]
    /// A paragraph that becomes a list, since it begins with a year.
    YearAsList Warning "year-as-list" ["door `{number}` aan het begin wordt deze alinea een genummerde lijst", "`{number}` at its start makes this paragraph a numbered list"] ["maak het getal vet, of begin met een woord ervoor", "make the number bold, or begin with a word before it"]
    /// A point of a list that is shown with another number than it was written with.
    Renumbered Warning "renumbered" ["`{number}` krijgt op de pagina een ander nummer: een lijst telt gewoon door", "`{number}` gets another number on the page: a list just counts on"] ["is het nummer wat telt, maak het dan vet en zet een lege regel boven elke regel die zo begint", "if the number is what matters, make it bold and put an empty line above each line that begins so"]
    /// A line with a tab below a point of a list.
    TabInList Warning "tab-in-list" ["deze regel begint met een tab, maar komt achter de regel erboven te staan", "this line begins with a tab, but runs on from the line above"] ["zet `-` en een spatie achter de tab voor een punt eronder, of een lege regel erboven voor een nieuwe alinea", "put `-` and a space behind the tab for a point below it, or an empty line above for a new paragraph"]
    /// Stars within words that make what is between them slanted.
    StarsInWords Warning "stars-in-words" ["deze twee sterren verdwijnen, en wat ertussen staat wordt schuin", "these two stars vanish, and what stands between them becomes italic"] ["zet een `\\` voor elke ster die lezers moeten zien", "put a `\\` before each star that readers must see"]

    // Likely wrong
    /// An event without a summary.
    NoSummary Warning "no-summary" ["deze bijeenkomst heeft geen samenvatting", "this event has no summary"] ["voeg een of twee zinnen toe bij `{key}`; ze staan bovenaan de pagina en in zoekmachines", "add one or two sentences at `{key}`; they stand at the top of the page and in search engines"]
    /// Open asks or offers of which nobody knows whom to turn to.
    NoContact Warning "no-contact" ["{count} zonder iemand om contact mee op te nemen", "{count} without anybody to get in touch with"] ["voeg `{key} = \"…\"` toe met de naam van een persoon of organisatie", "add `{key} = \"…\"` with the name of a person or organisation"]
    /// An event that is planned for a day that has passed.
    PlannedForThePast Warning "planned-for-the-past" ["deze bijeenkomst is nog gepland, en {date} is voorbij", "this event is still planned, and {date} has passed"] ["schrijf `{key} = \"{held}\"` als de bijeenkomst doorging, `{key} = \"{cancelled}\"` als het niet doorging, of `{key} = \"{moved}\"` als er een andere dag komt", "write `{key} = \"{held}\"` if it was held, `{key} = \"{cancelled}\"` if it was not, or `{key} = \"{moved}\"` if there will be another day"]
    /// A deal or idea without a region.
    NoRegion Warning "no-region" ["{kind} `{id}` hoort bij geen enkele regio", "{kind} `{id}` belongs to no region"] ["voeg `{key} = [\"…\"]` toe, of `{key} = []` als het zo bedoeld is", "add `{key} = [\"…\"]`, or `{key} = []` if that is what you mean"]
    /// A deal or idea without a theme.
    NoTheme Warning "no-theme" ["{kind} `{id}` hoort bij geen enkel thema", "{kind} `{id}` belongs to no theme"] ["voeg `{key} = [\"…\"]` toe, of `{key} = []` als het zo bedoeld is", "add `{key} = [\"…\"]`, or `{key} = []` if that is what you mean"]
    /// A speaker without a role.
    NoRole Warning "no-role" ["bij {person} staat geen rol voor deze bijeenkomst", "there is no role at this event for {person}"] ["{way} Zijn rollen niet bijgehouden? Schrijf dan `{silence}` in `event.md`, of bovenaan in `oogst.toml` voor alle bijeenkomsten", "{way} Were roles not recorded? Then write `{silence}` in `event.md`, or at the top of `oogst.toml` for all events"]
    /// People or organisations that are probably the same.
    ProbablySame Warning "probably-same" ["`{one}` en `{other}` zijn waarschijnlijk dezelfde", "`{one}` and `{other}` are probably the same"] ["voeg ze samen en zet de andere naam bij `{key}`", "merge them and put the other name at `{key}`"]
    /// Results that stand only in a PDF.
    OnlyInPdf Warning "only-in-pdf" ["van deze bijeenkomst staan de resultaten alleen in een PDF", "the results of this event stand only in a PDF"] ["schrijf de ideeën, vragen, aanbod, deals of uitkomsten ook als records: een PDF leest slecht op een telefoon en wordt niet gevonden", "write the ideas, asks, offers, deals or outcomes as records too: a PDF reads badly on a phone and is not found"]
    /// A language that the program does not know.
    UnknownLanguage Error "unknown-language" ["`{value}` is geen taal die oogst kent", "`{value}` is no language that oogst knows"] ["kies uit: `nl` (Nederlands) en `en` (Engels)", "choose from: `nl` (Dutch) and `en` (English)"]
    /// A time zone that does not exist.
    UnknownTimeZone Error "unknown-time-zone" ["`{value}` is geen tijdzone", "`{value}` is not a time zone"] ["gebruik de naam uit de lijst van tijdzones, bijvoorbeeld `Europe/Amsterdam`", "use the name from the list of time zones, for example `Europe/Amsterdam`"]
    /// A report that an older program cannot read.
    NeedsNewer Error "needs-newer" ["dit verslag heeft oogst {needed} of nieuwer nodig, en dit is oogst {own}", "this report needs oogst {needed} or newer, and this is oogst {own}"] ["haal de nieuwste oogst op de plek waar u deze vond, en open het verslag daarmee", "get the newest oogst at the place where you found this one, and open the report with that"]
    /// A version that is none.
    BadVersion Error "bad-version" ["`{value}` is geen versie van oogst", "`{value}` is no version of oogst"] ["schrijf twee of drie getallen met punten ertussen: `oogst = \"{own}\"`", "write two or three numbers with full stops between them: `oogst = \"{own}\"`"]
    /// A contact for security.txt that is no address.
    BadContact Error "bad-contact" ["`{value}` is geen e-mailadres en geen webadres", "`{value}` is no e-mail address and no web address"] ["programma's lezen dit contact: schrijf een e-mailadres, of een webadres met `https://`", "programs read this contact: write an e-mail address, or a web address with `https://`"]
    /// A password or the like in the settings of where a site is published.
    SecretInSettings Error "secret-in-settings" ["op regel {line} van `oogst.toml`, in `{table}`, staat het geheim `{key}`: wie dit bestand krijgt, krijgt het geheim", "line {line} of `oogst.toml`, in `{table}`, holds the secret `{key}`: whoever gets this file gets the secret"] ["haal de regel weg: oogst vraagt om het geheim als het publiceert. Had iemand dit bestand al, kies dan een nieuw geheim", "remove the line: oogst asks for the secret when it publishes. If anybody had this file already, choose a new secret"]
    /// An address of a server that others on the way could read along with.
    NoHttps Error "no-https" ["`{value}` begint niet met `https://`: dan kan een ander onderweg uw wachtwoord lezen", "`{value}` does not begin with `https://`: then others on the way can read your password"] ["begin het adres met `https://`; kan de server dat niet, vraag wie hem beheert dan om een andere manier, zoals sftp", "begin the address with `https://`; if the server cannot do that, ask whoever runs it for another way, such as sftp"]
    /// An address of a server with more in it than where it is.
    BadServerAddress Error "bad-server-address" ["dit adres heeft een naam, een `?` of een `#` in zich: `{value}`", "this address has a name, a `?` or a `#` in it: `{value}`"] ["laat alleen het adres zelf staan; de naam waarmee u inlogt hoort bij `gebruiker`", "leave only the address itself; the name that you log in with belongs at `user`"]
    /// A folder of a server that leads to another one.
    BadFolderName Error "bad-folder-name" ["een map op een server heet niet `.` of `..`: `{value}`", "a folder on a server is not called `.` or `..`: `{value}`"] ["schrijf de hele naam, zonder `.` en `..`", "write the whole name, without `.` and `..`"]
    /// A security.txt that is out of date.
    SecurityExpired Warning "security-expired" ["het contact voor wie een lek vindt geldt niet meer sinds {date}", "the contact for those who find a leak has been out of date since {date}"] ["ga na of het contact nog klopt, en kies een nieuwe datum, hooguit een jaar vooruit", "make sure that the contact is still right, and choose a new date, at most a year ahead"]
    /// A page, the styles or the scripts weigh more than the budget.
    OverBudget Warning "over-budget" ["{what} is {size} KB; in `[budget]` staat hooguit {limit} KB", "{what} is {size} KB; `[budget]` says at most {limit} KB"] ["{way}", "{way}"]
    /// No oogst.toml.
    NoConfig Error "no-config" ["hier is geen `oogst.toml`", "there is no `oogst.toml` here"] ["ga naar de map van uw verslag, of begin een nieuw verslag met `oogst new <map>`", "go to your report's folder, or start a new report with `oogst new <folder>`"]

    // The map
    /// A map that is not there.
    MapFileMissing Error "map-file-missing" ["de kaart `{file}` staat niet in de map `content`", "the map `{file}` is not in the folder `content`"] ["zet het bestand in de map `content` en noem het vanaf daar, bijvoorbeeld `kaart.geojson`", "put the file in the folder `content` and name it from there, for example `map.geojson`"]
    /// A map that is no `GeoJSON`.
    MapNoGeojson Error "map-no-geojson" ["deze kaart is niet te lezen als GeoJSON{where}", "this map cannot be read as GeoJSON{where}"] ["bewaar de kaart opnieuw als GeoJSON: een `FeatureCollection` van vlakken", "save the map again as GeoJSON: a `FeatureCollection` of polygons"]
    /// A map whose numbers are no degrees.
    MapCoordinates Error "map-coordinates" ["de getallen in deze kaart zijn geen lengte- en breedtegraden{which}", "the numbers in this map are no degrees of longitude and latitude{which}"] ["bewaar de kaart opnieuw in WGS 84 (EPSG:4326)", "save the map again in WGS 84 (EPSG:4326)"]
    /// A property that no shape has.
    MapPropertyMissing Error "map-property-missing" ["geen vorm op de kaart heeft de eigenschap `{property}`", "no shape on the map has the property `{property}`"] ["kies een van deze: {known}", "choose one of these: {known}"]
    /// Shapes without an area.
    MapShapeEmpty Warning "map-shape-empty" ["niet elke vorm op de kaart is een vlak: {names}", "not every shape on the map is an area: {names}"] ["teken deze als `Polygon` of `MultiPolygon`, of haal ze weg", "draw these as a `Polygon` or `MultiPolygon`, or remove them"]
    /// Borders that do not end where they began.
    MapRingOpen Warning "map-ring-open" ["niet elke rand op de kaart is gesloten: {names}", "not every border on the map is closed: {names}"] ["oogst sluit de rand met een rechte lijn; bewaar de kaart opnieuw als dat niet klopt", "oogst closes the border with a straight line; save the map again if that is not right"]
    /// Shapes of no region.
    MapShapeUnknown Warning "map-shape-unknown" ["niet elke vorm op de kaart hoort bij een regio: {names}", "not every shape on the map belongs to a region: {names}"] ["geef de regio deze waarde bij {join}, of haal de vorm van de kaart", "give the region this value at {join}, or remove the shape from the map"]
    /// Regions without a shape.
    MapRegionMissing Warning "map-region-missing" ["niet elke regio staat op de kaart: {names}", "not every region is on the map: {names}"] ["verbeter {join} van de regio, of voeg de vorm toe aan de kaart", "correct {join} of the region, or add its shape to the map"]

    // Looks
    /// A look that is not there.
    UnknownLook Error "unknown-look" ["er is geen vormgeving `{name}`", "there is no look `{name}`"] ["verbeter de naam, zet de bestanden van deze vormgeving in `themes/{name}`, of laat `theme` weg", "correct the name, put the files of this look in `themes/{name}`, or leave `theme` out"]
    /// A look made for a later program.
    NewerContract Error "newer-contract" ["de vormgeving `{name}` is gemaakt voor een nieuwere oogst: contract {contract}, en deze oogst kent {known}", "the look `{name}` was made for a newer oogst: contract {contract}, and this oogst knows {known}"] ["installeer een nieuwere oogst, of kies een andere vormgeving", "install a newer oogst, or choose another look"]
    /// What is no colour that can be read.
    BadColour Error "bad-colour" ["`{value}` is geen kleur die oogst kent", "`{value}` is no colour that oogst knows"] ["schrijf een kleur als `#b3541e`, `rgb(179 84 30)` of `oklch(56% 0.13 50)`", "write a colour as `#b3541e`, `rgb(179 84 30)` or `oklch(56% 0.13 50)`"]
    /// A colour of the look that cannot be read on its ground.
    LowContrast Error "low-contrast" ["`{name}` ({value}) is op `{ground}` ({below}) slecht te zien{mode}: het contrast is {ratio}, en {least} is nodig", "`{name}` ({value}) is hard to see on `{ground}` ({below}){mode}: the contrast is {ratio}, and {least} is needed"] ["{way}", "{way}"]
    /// A colour of a theme that is hard to see.
    FaintTheme Warning "faint-theme" ["de kleur {value} is op het papier ({below}) slecht te zien: het contrast is {ratio}, en 3 is nodig", "the colour {value} is hard to see on the paper ({below}): the contrast is {ratio}, and 3 is needed"] ["de dichtstbijzijnde tint die wel te zien is, is `{passing}`", "the nearest shade that can be seen is `{passing}`"]
    /// A file that the look's options name and that is not there.
    LookFileMissing Error "look-file-missing" ["er is geen bestand `{name}` in de map `assets`", "there is no file `{name}` in the folder `assets`"] ["zet het bestand in de map `assets` van de site", "put the file in the site's folder `assets`"]
    /// A file of the look's options that cannot be used.
    LookFileWrong Error "look-file-wrong" ["`{name}` {problem}", "`{name}` {problem}"] ["een logo is een SVG of PNG, letters zijn een bestand woff2, woff, ttf of otf; hooguit {limit} kB", "a logo is an SVG or PNG, fonts are a woff2, woff, ttf or otf file; at most {limit} kB"]
    /// A picture among the files of a look of which nothing can be left out.
    AssetNotCleaned Error "asset-not-cleaned" ["dit is {what}; wat daarin staat over plaats, camera en maker kan oogst niet weghalen, dus het wordt niet gepubliceerd", "this is {what}; what it says of place, camera and maker cannot be taken out by oogst, so it is not published"] ["{way}", "{way}"]
    /// A template that cannot be read.
    TemplateSyntax Error "template-syntax" ["dit sjabloon klopt niet: {problem}", "this template is wrong: {problem}"] ["verbeter het sjabloon, of haal het weg: dan geldt dat van de vormgeving", "correct the template, or remove it: then the look's own applies"]
    /// A template that fails on a page.
    TemplateFails Error "template-fails" ["dit sjabloon loopt vast: {problem} (op de pagina {address})", "this template fails: {problem} (on the page {address})"] ["verbeter het sjabloon, of haal het weg: dan geldt dat van de vormgeving", "correct the template, or remove it: then the look's own applies"]
    /// A look without a template for a page.
    TemplateMissing Error "template-missing" ["de vormgeving `{name}` heeft geen sjabloon `{template}`", "the look `{name}` has no template `{template}`"] ["voeg `templates/{template}` toe, of haal `extends` weg in theme.toml: dan geldt dat van de gewone vormgeving", "add `templates/{template}`, or remove `extends` in theme.toml: then the default look's applies"]
    /// Pictures in the output that no build makes.
    PicturesLeft Warning "pictures-left" ["in `{folder}` staan afbeeldingen die oogst nu niet maakt, misschien van foto’s waarvoor geen toestemming meer is: {files}", "`{folder}` holds pictures that oogst does not make now, perhaps of photos whose consent was withdrawn: {files}"] ["haal weg wat niet op het web mag, voordat u de map daar zet; `oogst verify` noemt ze opnieuw", "remove what must not be on the web, before you put the folder there; `oogst verify` names them again"]
    /// Other files in the output that no build makes.
    FilesLeft Warning "files-left" ["in `{folder}` staan bestanden die oogst nu niet maakt: {files}", "`{folder}` holds files that oogst does not make now: {files}"] ["haal weg wat niet op het web hoort; van uw eigen bestanden blijft oogst af, en `oogst verify` noemt ze opnieuw", "remove what does not belong on the web; oogst leaves files of your own alone, and `oogst verify` names them again"]
    /// A file of the output that the build did not make.
    InTheWay Error "in-the-way" ["`{path}` staat in de weg: oogst heeft dit niet gemaakt, en blijft eraf", "`{path}` is in the way: oogst did not make it, and leaves it alone"] ["verplaats het naar een andere map", "move it to another folder"]

    // Before a site goes online
    /// No address of the site, without which a site cannot be published.
    NoBaseUrl Error "no-base-url" ["het adres waar de site komt te staan is niet ingevuld", "the address that the site will have is not filled in"] ["zet bovenaan in oogst.toml een regel zoals `base_url = \"https://www.uwsite.nl/oogst\"`, met het adres van uw site", "put a line such as `base_url = \"https://www.yoursite.org/oogst\"` at the top of oogst.toml, with the address of your site"]
    /// A contact that the settings show.
    ContactShown Hint "contact-shown" ["{what}", "{what}"] ["mag niet iedereen dit weten, haal het dan weg, of zet `{key} = false` onder `[privacy]` in oogst.toml; mag het wel, dan hoeft er niets te gebeuren", "if not everybody may know this, remove it, or write `{key} = false` under `[privacy]` in oogst.toml; if everybody may, nothing needs to be done"]
    /// Nine digits that may be a citizen service number.
    NineDigits Hint "nine-digits" ["`{value}` kan een burgerservicenummer zijn", "`{value}` may be a Dutch citizen service number"] ["is het dat, haal het dan weg; is het iets anders, zet het dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "if it is, remove it; if it is something else, put it at `accepted_words` under `[texts]` in oogst.toml"]
    /// An address with the number of a house.
    HomeAddress Hint "home-address" ["hier staat een adres met postcode en huisnummer: `{value}`", "here is an address with postal code and house number: `{value}`"] ["woont er iemand, haal het dan weg; is het van een organisatie, zet `{value}` dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "if somebody lives there, remove it; if it is of an organisation, put `{value}` at `accepted_words` under `[texts]` in oogst.toml"]
    /// No publisher.
    NoPublisher Hint "no-publisher" ["nergens staat wie deze site uitgeeft", "nothing says who publishes this site"] ["zet bovenaan in oogst.toml een regel `publisher = \"…\"`, met de naam van uw organisatie", "put a line `publisher = \"…\"` at the top of oogst.toml, with the name of your organisation"]
    /// An event without a region.
    EventWithoutRegion Hint "event-without-region" ["deze bijeenkomst hoort bij geen enkele regio", "this event belongs to no region"] ["voeg `{key} = [\"…\"]` toe, of `{key} = []` als het zo bedoeld is", "add `{key} = [\"…\"]`, or `{key} = []` if that is what you mean"]
    /// Open asks or offers without a region or theme.
    OpenWithoutPlace Hint "open-without-place" ["{count} zonder {what}: daaraan herkent oogst wat bij elkaar past", "{count} without {what}: by these oogst knows what fits together"] ["voeg toe: {keys}; zet er niets tussen de haken (`{empty}`) als het er geen heeft", "add: {keys}; put nothing between the brackets (`{empty}`) if it has none"]
    /// Deals without a status.
    DealWithoutStatus Hint "deal-without-status" ["{count} zonder status: lezers weten niet wat ervan kwam", "{count} without a status: readers do not know what came of it"] ["voeg `{key} = \"…\"` toe en kies uit: {known}", "add `{key} = \"…\"` and choose from: {known}"]
    /// An event that was held on a day that is to come.
    HeldInFuture Hint "held-in-future" ["deze bijeenkomst is gehouden, maar {date} moet nog komen", "this event was held, but {date} is still to come"] ["verbeter de datum, of schrijf `{key} = \"{planned}\"`", "correct the date, or write `{key} = \"{planned}\"`"]
    /// A figure without a source.
    FigureWithoutSource Hint "figure-without-source" ["bij dit getal staat niet waar het vandaan komt", "nothing says where this figure comes from"] ["voeg `{key} = \"…\"` toe", "add `{key} = \"…\"`"]
    /// Words that stand where others are to come.
    PlaceholderText Hint "placeholder-text" ["`{text}` {what}", "`{text}` {what}"] ["zet er uw eigen woorden voor in de plaats; klopt het zo, zet `{text}` dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "put your own words in its place; if it is right, put `{text}` at `accepted_words` under `[texts]` in oogst.toml"]
    /// A title that is the name of a file.
    TitleOfFile Hint "title-of-file" ["de titel `{title}` zegt lezers niets", "the title `{title}` tells readers nothing"] ["schrijf waar het over gaat; klopt het zo, zet `{title}` dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "write what it is about; if it is right, put `{title}` at `accepted_words` under `[texts]` in oogst.toml"]
    /// Two names in words that are probably one.
    TwoSpellings Hint "two-spellings" ["zijn `{one}` en `{other}` dezelfde?", "are `{one}` and `{other}` the same?"] ["schrijf dan op beide plekken hetzelfde; zijn het er twee, zet `{one}` dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "if so, write the same in both places; if they are two, put `{one}` at `accepted_words` under `[texts]` in oogst.toml"]
    /// A name that is probably that of an organisation on record.
    OtherFormOfName Hint "other-form-of-name" ["zijn `{one}` en `{other}` dezelfde?", "are `{one}` and `{other}` the same?"] ["zet dan bij de organisatie `{id}` de regel `{line}`; zijn het er twee, zet `{one}` dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "if so, put the line `{line}` at the organisation `{id}`; if they are two, put `{one}` at `accepted_words` under `[texts]` in oogst.toml"]
    /// A long sentence.
    LongSentence Hint "long-sentence" ["deze zin heeft {words} woorden", "this sentence has {words} words"] ["maak er twee of drie zinnen van; tot 20 woorden leest een zin makkelijk", "make two or three sentences of it; up to 20 words a sentence reads easily"]
    /// A long paragraph.
    LongParagraph Hint "long-paragraph" ["deze alinea heeft {words} woorden", "this paragraph has {words} words"] ["zet een lege regel waar iets nieuws begint, zodat er alinea’s van hooguit 120 woorden ontstaan", "put an empty line where something new begins, so that paragraphs have at most 120 words"]
    /// An abbreviation.
    Abbreviation Hint "abbreviation" ["de afkorting `{short}` kent niet iedereen", "not everybody knows the abbreviation `{short}`"] ["schrijf het uit, of schrijf `{plain}`; moet het blijven, zet `{short}` dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "write it out, or write `{plain}`; if it must stay, put `{short}` at `accepted_words` under `[texts]` in oogst.toml"]
    /// A word of the office.
    OfficeWord Hint "office-word" ["`{word}` is een woord van kantoor", "`{word}` is a word of the office"] ["schrijf liever `{plain}`; moet het blijven, zet `{word}` dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "better write `{plain}`; if it must stay, put `{word}` at `accepted_words` under `[texts]` in oogst.toml"]
    /// Two passive sentences in a row.
    PassiveSentences Hint "passive-sentences" ["twee zinnen achter elkaar zeggen niet eerst wie iets doet: `{first}` en `{second}`", "two sentences in a row do not first say who does something: `{first}` and `{second}`"] ["begin de tweede zin met wie het doet: niet “de kist wordt gemaakt”, maar “Jan maakt de kist”", "begin the second with who does it: not “the box is made”, but “Jan makes the box”"]
    /// A link to another site that does not work, or of which nobody knows whether it does.
    OutsideLink Hint "outside-link" ["{what} `{url}` ({why})", "{what} `{url}` ({why})"] ["{way}", "{way}"]

    // Files of other programs
    /// A file of a kind that is not taken in.
    ImportKind Error "import-kind" ["dit is {what}; dat leest oogst niet", "this is {what}; oogst does not read that"] ["{way}", "{way}"]
    /// A file with a password.
    ImportLocked Error "import-locked" ["dit bestand is met een wachtwoord beveiligd", "this file is protected by a password"] ["open het, haal het wachtwoord eraf, en bewaar het opnieuw", "open it, take the password off, and save it again"]
    /// A file that is more than is read.
    ImportTooLarge Error "import-too-large" ["dit bestand is te groot om te lezen: {problem}", "this file is too large to read: {problem}"] ["{way}", "{way}"]
    /// A file that no program for offices writes so.
    ImportOdd Error "import-odd" ["dit bestand is niet gemaakt zoals Word, Excel en LibreOffice dat doen: {problem}", "this file is not made as Word, Excel and LibreOffice make theirs: {problem}"] ["vertrouwt u het, open het dan in zo’n programma en bewaar het opnieuw, onder een andere naam", "if you trust it, open it in such a program and save it again, under another name"]
    /// A file that cannot be read to its end.
    ImportDamaged Error "import-damaged" ["dit bestand is beschadigd of niet volledig: {problem}", "this file is damaged or not complete: {problem}"] ["open het in Word, Excel of LibreOffice en bewaar het opnieuw; lukt dat niet, vraag dan een nieuwe kopie", "open it in Word, Excel or LibreOffice and save it again; if that fails, ask for a new copy"]
    /// An event that is to take something in and is not there.
    ImportIntoNothing Error "import-into-nothing" ["er is geen bijeenkomst `{value}`", "there is no event `{value}`"] ["is de bijeenkomst nieuw, geef dan de dag: `--date {example}`", "if the event is new, give its day: `--date {example}`"]
    /// An event that rows are to be taken into, and that is not there.
    ImportRowsIntoNothing Error "import-rows-into-nothing" ["er is geen bijeenkomst `{value}`", "there is no event `{value}`"] ["maak eerst de bijeenkomst: `oogst new bijeenkomst \"Titel\" --set datum=2025-11-12 --set id={value}`", "make the event first: `oogst new event \"Title\" --set date=2025-11-12 --set id={value}`"]
    /// A record that belongs to an event, of which nobody says which.
    EventNotSaid Error "event-not-said" ["bij welke bijeenkomst hoort {kind}?", "to which event does {kind} belong?"] ["{way}", "{way}"]
    /// A record that belongs to all events, and is said to be of one.
    NotOfEvent Error "not-of-event" ["{kind} hoort niet bij één bijeenkomst, ook niet bij `{value}`", "{kind} belongs to no single event, nor to `{value}`"] ["laat `--into {value}` weg", "leave out `--into {value}`"]
    /// What the user says of a field of a new record, and cannot be.
    BadSet Error "bad-set" ["`--set \"{set}\"`: {problem}", "`--set \"{set}\"`: {problem}"] ["{way}", "{way}"]
    /// A new record that is there already.
    RecordThere Error "record-there" ["er is al {kind} `{title}`: {id}", "there is {kind} `{title}` already: {id}"] ["verander die in het bestand zelf, of geef de nieuwe een andere titel", "change that one in the file itself, or give the new one another title"]
    /// A report within a report.
    ReportInReport Error "report-in-report" ["`{value}` zou een verslag in een verslag worden, en is geen soort record", "`{value}` would be a report within a report, and is no kind of record"] ["ga voor een nieuw verslag naar een map buiten dit verslag; in dit verslag kan erbij: {known}", "for a new report go to a folder outside this one; in this report you can add: {known}"]
    /// A file where a schema is to come, and that is something else.
    NotOurSchema Error "not-our-schema" ["hier staat een bestand dat oogst niet maakte", "a file stands here that oogst did not make"] ["geef het een andere naam of verplaats het, en probeer het weer", "give it another name or move it, and try again"]
    /// A record for a report, where there is none.
    NoReportHere Error "no-report-here" ["hier is geen verslag waar `{what}` bij kan", "there is no report here that `{what}` can be added to"] ["{way}", "{way}"]
    /// What the table and the site both changed.
    ChangedOnBothSides Error "changed-on-both-sides" ["`{key}` van {record} is in de lijst `{sheet}` en op de site `{site}`", "`{key}` of {record} is `{sheet}` in the list and `{site}` on the site"] ["kies: met `--prefer sheet` geldt de lijst, met `--prefer site` de site; of maak beide gelijk", "choose: with `--prefer sheet` the list holds, with `--prefer site` the site; or make both the same"]
    /// A change that only people can make.
    ChangeByHand Error "change-by-hand" ["`{key}` van {record} staat op de site zo geschreven dat alleen u het kan wijzigen", "`{key}` of {record} is written on the site in a way that only you can change"] ["wijzig het op de site zelf van `{site}` in `{sheet}`, en probeer het weer", "change it on the site itself from `{site}` to `{sheet}`, and try again"]
    /// A row that may be one of several records.
    SeveralMeant Error "several-meant" ["deze rij kan van meer dan een zijn: {ids}", "this row may be of more than one: {ids}"] ["zet in een kolom `oogst-id` welke het is", "put in a column `oogst-id` which one it is"]
    /// A record that two rows say something of.
    RowTwice Error "row-twice" ["een rij hierboven gaat ook over {record}", "a row above is about {record} too"] ["haal een van de twee weg, of geef de tweede een andere titel", "remove one of the two, or give the second another title"]
    /// A record that a table knew, and that the site no longer has.
    RecordGone Error "record-gone" ["{record} staat in de lijst, en is op de site weggehaald", "{record} is in the list, and was removed from the site"] ["kies: met `--prefer site` blijft het weg, met `--prefer sheet` komt het er weer bij; of haal de rij weg", "choose: with `--prefer site` it stays away, with `--prefer sheet` it comes back; or remove the row"]
    /// What was remembered of a table, and cannot be read.
    UnreadableMemory Error "unreadable-memory" ["dit bestand is niet zoals oogst het schreef", "this file is not as oogst wrote it"] ["haal het terug uit een oudere kopie; zonder, verwijder het: dan vraagt oogst bij elk verschil wat geldt", "take it back from an older copy; without one, remove it: oogst then asks at each difference what holds"]
    /// A programme that cannot be read to its end.
    ScheduleDamaged Error "schedule-damaged" ["dit programma is niet te lezen: {problem}", "this programme cannot be read: {problem}"] ["haal het opnieuw op bij de website of het programma dat het maakte", "get it again from the website or program that made it"]
    /// JSON or XML without a programme.
    NoSchedule Error "no-schedule" ["in dit bestand staat geen programma dat oogst kent", "this file holds no programme that oogst knows"] ["oogst leest schedule.json en schedule.xml (pretalx, frab, c3voc), de JSON van Sessionize (All, Sessions of GridSmart), en agenda’s (.ics)", "oogst reads schedule.json and schedule.xml (pretalx, frab, c3voc), the JSON of Sessionize (All, Sessions or GridSmart), and calendars (.ics)"]
    /// A programme without a part to take over.
    NothingInSchedule Error "nothing-in-schedule" ["in dit programma staat niets om over te nemen", "this programme has nothing to take over"] ["kijk of dit het goede bestand is, en de goede bijeenkomst", "see whether this is the right file, and the right event"]
    /// A time in a programme that is none.
    ScheduleTime Error "schedule-time" ["de tijd `{value}` van `{title}` is niet te lezen", "the time `{value}` of `{title}` cannot be read"] ["verbeter de tijd in het programma waar dit bestand uit komt, en haal het opnieuw op", "correct the time in the program that this file comes from, and get it again"]
    /// A time zone in a calendar that nobody else knows.
    ScheduleZone Warning "schedule-zone" ["de tijdzone `{zone}` is niet bekend: haar tijden gelden als die van het verslag", "the time zone `{zone}` is not known: its times are taken as those of the report"] ["kijk de tijden na; kloppen ze niet, zet dan in het bestand een bekende naam, zoals `Europe/Amsterdam`", "look at the times; if they are wrong, put a name that is known into the file, such as `Europe/Amsterdam`"]
    /// An appointment that repeats.
    SessionRepeats Warning "session-repeats" ["`{title}` herhaalt zich in de agenda, en is niet overgenomen", "`{title}` repeats in the calendar, and was not taken over"] ["zet er in de agenda een losse afspraak voor, of schrijf het zelf in het programma", "make a single appointment for it in the calendar, or write it into the programme yourself"]
    /// Parts on days that are not of the event.
    SessionsOutside Warning "sessions-outside" ["{count} niet overgenomen, op een andere dag dan de bijeenkomst ({days}): {titles}", "{count} not taken over, on another day than the event ({days}): {titles}"] ["horen ze erbij, verbeter dan de dagen van de bijeenkomst, bijvoorbeeld `einde = {last}` in event.md", "if they belong to it, correct the days of the event, for example `end = {last}` in event.md"]
    /// A track that is no theme of the site.
    TrackNoTheme Warning "track-no-theme" ["het onderwerp `{track}` (track) is geen thema van dit verslag, en is niet overgenomen", "the track `{track}` is no theme of this report, and was not taken over"] ["{way}", "{way}"]
    /// An event with a text, which is not to be lost.
    ImportOverText Error "import-over-text" ["bij deze bijeenkomst staat al een tekst", "this event has a text already"] ["typ er `--replace-text` bij om die te vervangen, of `--append` om de nieuwe eronder te zetten", "add `--replace-text` to replace it, or `--append` to put the new one below it"]

    // Files for other programs
    /// A file of a kind that is not made.
    ExportKind Error "export-kind" ["oogst kan geen bestand `{file}` maken", "oogst cannot make a file `{file}`"] ["geef het een naam die eindigt op {known}", "give it a name that ends in {known}"]
    /// A file that would be written over.
    FileIsThere Error "file-is-there" ["er is al een bestand `{file}`", "there is a file `{file}` already"] ["{way}", "{way}"]
    /// An event that something is to be made of, and that is not there.
    ExportOfNoEvent Error "export-of-no-event" ["er is geen bijeenkomst `{value}`", "there is no event `{value}`"] ["kies een van deze: {known}", "choose one of these: {known}"]
    /// A programme, without an event.
    ProgrammeWithoutEvent Error "programme-without-event" ["zeg van welke bijeenkomst het programma is", "say of which event the programme is"] ["bijvoorbeeld: {example}", "for example: {example}"]
    /// A choice that is for lists only.
    ExportChoice Error "export-choice" ["`--kinds` en `--empty` zijn er alleen voor een lijst (.xlsx)", "`--kinds` and `--empty` are for a list (.xlsx) only"] ["laat ze weg, of geef het bestand een naam die eindigt op .xlsx", "leave them out, or give the file a name that ends in .xlsx"]
    /// A list of what belongs to an event, without one.
    ExportWithoutEvent Error "export-without-event" ["er is geen bijeenkomst genoemd, en zonder kan alleen in een lijst wat alle bijeenkomsten delen", "no event was named, and without one a list can only hold what all events share"] ["noem haar achter het bestand, bijvoorbeeld `{example}`, of kies met `--kinds` uit {known}", "name it behind the file, for example `{example}`, or choose with `--kinds` from {known}"]

    // Tables
    /// A quote in a text with separators that is never closed.
    OpenQuote Error "open-quote" ["op deze regel begint een cel met een aanhalingsteken dat nergens sluit", "on this line a cell begins with a quote that is never closed"] ["zet er een aanhalingsteken achter, of open het bestand in Excel en bewaar het als .xlsx", "close the quote, or open the file in Excel and save it as .xlsx"]
    /// A formula that was saved without what it gives.
    CellWithoutResult Error "cell-without-result" ["in deze cel staat een formule zonder uitkomst", "this cell has a formula without its result"] ["open het bestand in Excel of LibreOffice, bewaar het en probeer het weer", "open the file in Excel or LibreOffice, save it and try again"]
    /// What a spreadsheet shows where it cannot calculate.
    CellError Error "cell-error" ["in deze cel staat geen waarde, maar de fout `{value}`", "this cell has no value, but the error `{value}`"] ["verbeter de formule, of typ zelf wat er moet staan", "correct the formula, or type yourself what belongs there"]
    /// A day that can be read in two ways.
    AmbiguousDate Error "ambiguous-date" ["`{value}` kan {first} zijn, of {second}", "`{value}` may be {first}, or {second}"] ["schrijf `{example}` of `{other}`, of geef de cellen in Excel de opmaak Datum", "write `{example}` or `{other}`, or give the cells the format Date in Excel"]
    /// A cell that a record cannot do without.
    EmptyCell Error "empty-cell" ["{kind} heeft `{key}` nodig, en dat is hier leeg", "{kind} needs `{key}`, and that is empty here"] ["vul de cel in, of haal de rij weg", "fill in the cell, or remove the row"]
    /// A field that records cannot do without, and that has no column.
    ColumnMissing Error "column-missing" ["{kind} heeft `{key}` nodig, en geen kolom heet zo", "{kind} needs `{key}`, and no column is called so"] ["zet `{key}` boven de kolom waar het in staat, of wijs die aan: `--map \"Kolom={key}\"`", "put `{key}` above the column it is in, or name that: `--map \"Column={key}\"`"]
    /// A column that is not taken.
    ColumnLeftOut Warning "column-left-out" ["{what}{why}", "{what}{why}"] ["zijn het teksten voor lezers? Voeg dan `--map \"{column}=tekst\"` toe; `--map \"{column}=-\"` laat deze melding weg", "are these texts for readers? Then add `--map \"{column}=text\"`; `--map \"{column}=-\"` leaves this message out"]
    /// Two columns that are one field.
    ColumnTwice Error "column-twice" ["`{column}` en `{other}` zijn allebei `{key}`", "`{column}` and `{other}` are both `{key}`"] ["zeg welke van de twee niet meedoet: `--map \"{column}=-\"` of `--map \"{other}=-\"`", "say which of the two to leave out: `--map \"{column}=-\"` or `--map \"{other}=-\"`"]
    /// A column or cell that a kind of record has no field for.
    NotOfKind Error "not-of-kind" ["{kind} heeft geen `{column}`", "{kind} has no `{column}`"] ["{way}", "{way}"]
    /// A row that was torn apart by a sign in a cell.
    TornRow Error "torn-row" ["deze rij heeft {found} cellen, de kop heeft er {expected}", "this row has {found} cells, the head has {expected}"] ["zet een tekst of bedrag met het scheidingsteken erin tussen aanhalingstekens, of open het bestand in Excel en bewaar het als .xlsx", "put a text or amount with the separator in it between quotes, or open the file in Excel and save it as .xlsx"]
    /// A code of a register that is shorter or longer than its codes are.
    CodeLength Warning "code-length" ["een code van {code} heeft {length} tekens, en hier staat `{value}`", "a code of {code} has {length} characters, and this is `{value}`"] ["begint de code met nullen, geef de kolom dan in Excel de opmaak Tekst en typ hem opnieuw", "if the code begins with zeros, give the column the format Text in Excel and type it anew"]
    /// What the user says of a column, and cannot be.
    BadMap Error "bad-map" ["`--map \"{map}\"`: {problem}", "`--map \"{map}\"`: {problem}"] ["{way}", "{way}"]
    /// A sheet with something in it that is not read.
    SheetLeftOut Warning "sheet-left-out" ["dit blad is niet gelezen: {why}", "this sheet was not read: {why}"] ["{way}", "{way}"]
    /// A file of which nothing is read.
    NothingInTable Error "nothing-in-table" ["hier is geen tabel met records gevonden: {why}", "no table with records was found here: {why}"] ["{way}", "{way}"]
}
