//! The one schema: every kind of record, its fields, their types and allowed values, with the words
//! for them in Dutch and English.
//!
//! Reading, suggestions and the field reference in the docs all come from these tables; nothing
//! else knows a field's name. The source of the kinds and fields is the design's section on
//! content. Keys and values are English and, equally, the site's language.

use super::choices::{
    ANY_STATUS, AllowedWord, Attendance, Choice as _, Completeness, Consent, DealStatus,
    EventStatus, IdeaStatus, LeadStatus, OrganisationKind, RegionKind, ResourceKind, SeriesKind,
    SessionKind, SpeakerPart,
};
use super::key;
use crate::words::{Bilingual, Language, both};

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each kind is explained in its row of KINDS, which the field reference prints"
)]
pub enum Kind {
    Event,
    Session,
    Speaker,
    Idea,
    Ask,
    Offer,
    Deal,
    Update,
    Outcome,
    Quote,
    Figure,
    Photo,
    Resource,
    Correction,
    Region,
    Theme,
    Person,
    Organisation,
    Series,
    Page,
}

/// Where records of a kind may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// Once for an event's folder, in `event.md`.
    EventFile,
    /// In any table of an event's folder.
    Event,
    /// At the top of `content/`, shared by all events.
    Shared,
    /// In an event's folder or at the top: an update may come from any folder.
    Anywhere,
    /// A Markdown file under `content/pages/`.
    Pages,
}

/// What a field holds, and how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of text.
    Line,
    /// Markdown.
    Markdown,
    /// An id.
    Id,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A time of day, or the midnight that a day ends with.
    EndTime,
    /// A whole number between two bounds.
    Integer(i64, i64),
    /// A number between two bounds, with or without a fraction.
    Number(i32, i32),
    /// A number or words: the value of a figure.
    NumberOrLine,
    /// true or false.
    Bool,
    /// An `http` or `https` address.
    Url,
    /// A file, named from the event's folder.
    File,
    /// One of a few words.
    Choice(&'static [AllowedWord]),
    /// A person or organisation: an id, a name, words, or `{ name, organisation }`.
    Party,
    /// A list of these.
    Parties,
    /// The id of a record of a kind in the same event, or a shared one.
    One(Kind),
    /// A list of these.
    Many(Kind),
    /// A list of ids of a kind, or whole records inline.
    ManyOrInline(Kind),
    /// `kind:id` or `kind:event/id`.
    Reference,
    /// A list of lines.
    Lines,
    /// A list of addresses of this site's pages, each beginning with `/`.
    Addresses,
    /// A group of fields.
    Table(&'static [Field]),
    /// A list of groups of fields.
    Tables(&'static [Field]),
    /// Groups of fields, each with a name of its own.
    Named(&'static [Field]),
    /// Column and row, from 0.
    Tile,
    /// Free keys with a line each: codes of other registers.
    Codes,
    /// `#rrggbb`.
    Colour,
}

/// How a key is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeysRead {
    /// In English or the site's language, whatever its capitals, and by its other words.
    Freely,
    /// Letter for letter in either language, and by its other words: in a file that is no record,
    /// such as `oogst.toml`.
    Exactly,
}

/// One field of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its key in both languages.
    pub name: Bilingual,
    /// Other keys that mean it, apart by spaces.
    pub also: Bilingual,
    /// Words that mean it at the head of a column of a table in which no other column is it, apart
    /// by spaces and the likeliest first.
    pub heads: Bilingual,
    /// What it holds.
    pub shape: Shape,
    /// Whether a record must have it.
    pub required: bool,
    /// Whether `name_en` may give a translation.
    pub translatable: bool,
    /// Whether it stays as it was written, whatever `[privacy]` says: a contact that is there for
    /// readers to use, an address that was promised.
    pub as_written: bool,
    /// How its key is read.
    pub keys: KeysRead,
    /// What it means, for the field reference.
    pub about: Bilingual,
}

/// One kind of record.
#[derive(Debug, Clone, Copy)]
pub struct KindSchema {
    /// Which kind.
    pub kind: Kind,
    /// Its word as a table's name, in both languages.
    pub name: Bilingual,
    /// Other words that name it, apart by spaces.
    pub also: Bilingual,
    /// The word with its article, as messages use it: "een deal", "a deal".
    pub with_article: Bilingual,
    /// The name of a folder of such records, in both languages.
    pub folder: Bilingual,
    /// Where it may stand.
    pub home: Home,
    /// The field that becomes the body of a Markdown record.
    pub body: Option<&'static str>,
    /// Its fields in reading order.
    pub fields: &'static [Field],
    /// What it is, for the field reference.
    pub about: Bilingual,
}

const fn field(
    en: &'static str,
    nl: &'static str,
    shape: Shape,
    about_nl: &'static str,
    about_en: &'static str,
) -> Field {
    Field {
        name: both(nl, en),
        also: Bilingual::NOTHING,
        heads: Bilingual::NOTHING,
        shape,
        required: false,
        translatable: false,
        as_written: false,
        keys: KeysRead::Freely,
        about: both(about_nl, about_en),
    }
}

/// A field of a file that is no record, such as `addresses.toml`: its key in English and Dutch.
pub const fn file_field(
    en: &'static str,
    nl: &'static str,
    shape: Shape,
    about_nl: &'static str,
    about_en: &'static str,
) -> Field {
    let mut field = field(en, nl, shape, about_nl, about_en);
    field.keys = KeysRead::Exactly;
    field
}

/// A setting of a look: one key in both languages.
pub const fn config_field(
    name: &'static str,
    shape: Shape,
    about_nl: &'static str,
    about_en: &'static str,
) -> Field {
    file_field(name, name, shape, about_nl, about_en)
}

impl Field {
    /// The same field, required; for settings.
    #[must_use]
    pub const fn and_required(self) -> Self {
        self.required()
    }

    /// The same field, translatable; for settings.
    #[must_use]
    pub const fn and_translatable(self) -> Self {
        self.translatable()
    }

    /// The same field, left as it was written.
    #[must_use]
    pub const fn and_as_written(mut self) -> Self {
        self.as_written = true;
        self
    }

    /// The same field, which these keys mean too.
    #[must_use]
    pub const fn and_also(mut self, nl: &'static str, en: &'static str) -> Self {
        self.also = both(nl, en);
        self
    }

    const fn headed(mut self, nl: &'static str, en: &'static str) -> Self {
        self.heads = both(nl, en);
        self
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn translatable(mut self) -> Self {
        self.translatable = true;
        self
    }
}

use Shape::{
    Addresses, Bool, Choice, Codes, Colour, Date, EndTime, File, Integer, Line, Lines, Many,
    ManyOrInline, Markdown, Number, NumberOrLine, One, Parties, Party, Reference, Table, Tables,
    Tile, Time, Url,
};

// Fields that many kinds share.
const ID: Field = field(
    key::ID,
    "id",
    Shape::Id,
    "Naam in het adres. Weggelaten: gemaakt van de titel.",
    "The name in the address. Left out: made from the title.",
);
const TITLE: Field = field(key::TITLE, "titel", Line, "De titel.", "The title.")
    .required()
    .translatable()
    .and_also("kop", "heading")
    .headed("omschrijving wat onderwerp", "description what subject");
const NAME: Field = field(key::NAME, "naam", Line, "De naam.", "The name.")
    .required()
    .translatable()
    .and_also("titel", "title");
const TEXT: Field = field(key::TEXT, "tekst", Markdown, "De tekst.", "The text.")
    .translatable()
    .and_also(
        "omschrijving beschrijving toelichting uitleg",
        "description body explanation",
    );
pub(crate) const REGIONS: Field = field(
    key::REGIONS,
    "regios",
    Many(Kind::Region),
    "De regio's waar dit bij hoort.",
    "The regions this belongs to.",
)
.and_also("regio gebied gebieden provincie", "region area areas");
pub(crate) const THEMES: Field = field(
    key::THEMES,
    "themas",
    Many(Kind::Theme),
    "De onderwerpen waar dit over gaat.",
    "The subjects this is about.",
)
.and_also(
    "thema onderwerp onderwerpen sector",
    "theme topic topics subject subjects sector",
);
const SESSION: Field = field(
    "session",
    "sessie",
    One(Kind::Session),
    "De sessie waarin dit ontstond.",
    "The session in which this came up.",
)
.and_also("onderdeel tafel ronde workshop", "table round workshop");
const BY: Field = field(
    "by",
    "door",
    Parties,
    "Wie dit inbracht.",
    "Who brought this in.",
)
.and_also(
    "wie van_wie indiener inbrenger namens organisatie school bedrijf",
    "who from submitter organisation organization school company",
);
const DRAFT: Field = field(
    key::DRAFT,
    "concept",
    Bool,
    "Nog niet publiceren.",
    "Not to be published yet.",
);
const ALIASES: Field = field(
    key::ALIASES,
    "aliassen",
    Addresses,
    "Oude adressen die hierheen leiden.",
    "Old addresses that lead here.",
);
const CODES: Field = field(
    "codes",
    "codes",
    Codes,
    "Codes in andere registers.",
    "Codes in other registers.",
);
const ALSO: Field = field(
    key::ALSO,
    "ook",
    Lines,
    "Andere schrijfwijzen van de naam.",
    "Other ways to write the name.",
)
.and_also("ook_bekend_als afkorting", "also_known_as abbreviation");
const FORMER: Field = field(
    key::FORMER_NAMES,
    "vroegere_namen",
    Lines,
    "Hoe het vroeger heette.",
    "What it was called before.",
);
const UNTIL: Field = field(
    key::UNTIL,
    "tot",
    Date,
    "Tot wanneer dit bestond.",
    "Until when this existed.",
);

const PLACE_FIELDS: &[Field] = &[
    field(
        key::NAME,
        "naam",
        Line,
        "Naam van het gebouw.",
        "Name of the building.",
    ),
    field(
        "address",
        "adres",
        Line,
        "Straat en nummer.",
        "Street and number.",
    ),
    field("town", "stad", Line, "Stad of dorp.", "Town or village."),
    field("country", "land", Line, "Land.", "Country."),
    field(
        "lat",
        "breedte",
        Number(-90, 90),
        "Breedtegraad (WGS 84).",
        "Latitude (WGS 84).",
    ),
    field(
        "lon",
        "lengte",
        Number(-180, 180),
        "Lengtegraad (WGS 84).",
        "Longitude (WGS 84).",
    ),
];
const LINK_FIELDS: &[Field] = &[
    field(
        key::TITLE,
        "titel",
        Line,
        "Waar de link heen gaat.",
        "Where the link leads.",
    )
    .required(),
    field(key::URL, "url", Url, "Het webadres.", "The web address.").required(),
];
const SOURCE_FIELDS: &[Field] = &[
    field(
        key::TITLE,
        "titel",
        Line,
        "Naam van de bron.",
        "Name of the source.",
    )
    .required(),
    field(key::URL, "url", Url, "Het webadres.", "The web address."),
    field(
        "date",
        "datum",
        Date,
        "Datum van de bron.",
        "Date of the source.",
    ),
    field(
        key::ARCHIVED,
        "gearchiveerd",
        Url,
        "Adres van een bewaarde kopie.",
        "Address of a kept copy.",
    ),
];
const PHOTO_DEFAULTS: &[Field] = &[
    field(
        key::CONSENT,
        "toestemming",
        Choice(Consent::WORDS),
        "Toestemming voor alle foto's.",
        "Consent for all photos.",
    ),
    field(
        "credit",
        "maker",
        Line,
        "Wie de foto's maakte.",
        "Who took the photos.",
    ),
];
const RECORDED_FIELDS: &[Field] = &[
    field(
        "deals",
        "deals",
        Choice(Completeness::WORDS),
        "Hoe volledig de deals zijn vastgelegd.",
        "How completely deals were recorded.",
    ),
    field(
        key::ASKS,
        "vragen",
        Choice(Completeness::WORDS),
        "Hoe volledig de vragen zijn vastgelegd.",
        "How completely asks were recorded.",
    ),
    field(
        key::OFFERS,
        "aanbod",
        Choice(Completeness::WORDS),
        "Hoe volledig het aanbod is vastgelegd.",
        "How completely offers were recorded.",
    ),
    field(
        key::IDEAS,
        "ideeen",
        Choice(Completeness::WORDS),
        "Hoe volledig de ideeën zijn vastgelegd.",
        "How completely ideas were recorded.",
    ),
    field(
        key::ROLES,
        "rollen",
        Choice(Completeness::WORDS),
        "Of van sprekers de rol is vastgelegd; zonder `geen` of `enkele` vraagt oogst ernaar.",
        "Whether the roles of speakers were recorded; oogst asks for them but for `none` or `some`.",
    ),
];

/// The fields of `{ name, organisation }`, for people without a record of their own.
pub const NAMED_PARTY: &[Field] = &[
    field(
        key::NAME,
        "naam",
        Line,
        "Wie, in woorden.",
        "Who, in words.",
    )
    .required(),
    field(
        key::ORGANISATION,
        "organisatie",
        Party,
        "Bij welke organisatie.",
        "Of which organisation.",
    ),
];

/// Every kind of record.
pub const KINDS: &[KindSchema] = &[
    KindSchema {
        kind: Kind::Event,
        name: both("bijeenkomst", "event"),
        also: both("evenement", "meeting"),
        with_article: both("een bijeenkomst", "an event"),
        folder: both("bijeenkomsten", "events"),
        home: Home::EventFile,
        body: Some(key::TEXT),
        about: both(
            "Eén bijeenkomst met haar verslag.",
            "One meeting with its report.",
        ),
        fields: &[
            TITLE,
            field(key::DATE, "datum", Date, "De eerste dag.", "The first day.")
                .and_also("begindatum dag", "start_date day")
                .required(),
            field(
                "end",
                "einde",
                Date,
                "De laatste dag, bij meer dagen.",
                "The last day, if there are more.",
            )
            .and_also("einddatum", "end_date"),
            field(
                "published",
                "gepubliceerd",
                Date,
                "Wanneer het verslag verscheen.",
                "When the report appeared.",
            ),
            field(
                "updated",
                "bijgewerkt",
                Date,
                "Wanneer het verslag het laatst is aangevuld.",
                "When the report was last added to.",
            ),
            field(
                key::SUMMARY,
                "samenvatting",
                Line,
                "Een of twee zinnen voor bovenaan de pagina.",
                "One or two sentences for the top of the page.",
            )
            .and_also("intro inleiding", "intro")
            .translatable(),
            field(
                key::STATUS,
                "status",
                Choice(EventStatus::WORDS),
                "Wat er van de bijeenkomst kwam.",
                "What became of the event.",
            ),
            field(
                "replaced_by",
                "vervangen_door",
                One(Kind::Event),
                "De bijeenkomst die ervoor in de plaats kwam.",
                "The event that took its place.",
            ),
            field(
                "attendance",
                "deelname",
                Choice(Attendance::WORDS),
                "Ter plaatse, online of allebei.",
                "On site, online or both.",
            ),
            field(
                "place",
                "plaats",
                Table(PLACE_FIELDS),
                "Waar het was.",
                "Where it was.",
            )
            .and_also("locatie", "location venue"),
            REGIONS,
            THEMES,
            field(
                "series",
                "reeks",
                One(Kind::Series),
                "De reeks waar dit bij hoort.",
                "The series this belongs to.",
            )
            .and_also("serie", ""),
            field(
                "edition",
                "editie",
                Line,
                "De hoeveelste van de reeks, of de naam van deze editie.",
                "Which one of the series, or this edition's name.",
            ),
            field(
                "organisers",
                "organisatoren",
                Parties,
                "Wie het organiseerde.",
                "Who organised it.",
            )
            .and_also("organisator organisatie", "organiser organizers organizer"),
            field(
                "participants",
                "deelnemers",
                Integer(0, 10_000_000),
                "Hoeveel mensen er waren.",
                "How many people were there.",
            )
            .and_also("bezoekers aantal_deelnemers", "attendees"),
            field(
                "participants_at_least",
                "deelnemers_minstens",
                Bool,
                "Het waren er meer dan dit aantal.",
                "There were more than this number.",
            ),
            field(
                "participants_note",
                "deelnemers_toelichting",
                Line,
                "Wie er waren.",
                "Who was there.",
            )
            .translatable(),
            field(
                "question",
                "vraag",
                Line,
                "De vraag die centraal stond.",
                "The question of the day.",
            )
            .and_also("hoofdvraag", "main_question")
            .translatable(),
            field(
                key::LANGUAGE,
                "taal",
                Choice(Language::WORDS),
                "De taal van dit verslag.",
                "The language of this report.",
            ),
            field(
                "hero",
                "hoofdfoto",
                One(Kind::Photo),
                "De foto bovenaan.",
                "The photo at the top.",
            )
            .and_also("omslagfoto", "cover"),
            field(
                "photos",
                "fotos",
                Table(PHOTO_DEFAULTS),
                "Wat voor alle foto's geldt.",
                "What holds for all photos.",
            ),
            field(
                "links",
                "links",
                Tables(LINK_FIELDS),
                "Meer lezen.",
                "To read on.",
            )
            .and_also("link", "link"),
            field(
                "sources",
                "bronnen",
                Tables(SOURCE_FIELDS),
                "Waar de feiten vandaan komen.",
                "Where the facts come from.",
            )
            .and_also("bron", "source"),
            field(
                key::RECORDED,
                "vastgelegd",
                Table(RECORDED_FIELDS),
                "Hoe volledig dit verslag is.",
                "How complete this report is.",
            ),
            TEXT,
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Session,
        name: both("sessie", "session"),
        also: both("programmaonderdeel programma", "programme_item programme"),
        with_article: both("een sessie", "a session"),
        folder: both("sessies", "sessions"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both(
            "Een onderdeel van het programma.",
            "A part of the programme.",
        ),
        fields: &[
            TITLE,
            ID,
            field(
                key::KIND,
                "soort",
                Choice(SessionKind::WORDS),
                "Wat voor sessie.",
                "What kind of session.",
            )
            .and_also("type", "type"),
            field(
                "part_of",
                "onderdeel_van",
                One(Kind::Session),
                "De sessie waar dit een deel van is.",
                "The session this is a part of.",
            ),
            field(
                key::DATE,
                "datum",
                Date,
                "De dag, bij een bijeenkomst van meer dagen. Weggelaten: de eerste dag; na een sessie van 18.00 uur of later is een begin voor 6.00 uur van de volgende dag.",
                "The day, if the event has more. Left out: the first day; written after a session from 18:00 on, a start before 6:00 is of the next day.",
            ),
            field(key::START, "begin", Time, "Begintijd.", "Start.")
                .and_also("begintijd aanvang start van tijd", "start_time begin from time"),
            field(
                key::END,
                "einde",
                EndTime,
                "Eindtijd. Een tijd voor het begin is van de volgende dag, als de sessie dan korter dan twaalf uur duurt.",
                "End. A time before the start is of the next day, if the session is then shorter than twelve hours.",
            )
            .and_also("eindtijd tot", "end_time until"),
            field(key::ROOM, "zaal", Line, "In welke zaal.", "In which room.")
                .and_also("ruimte lokaal locatie", "location")
                .translatable(),
            field(
                key::SPEAKERS,
                "sprekers",
                Parties,
                "Wie er sprak.",
                "Who spoke.",
            )
            .and_also("spreker door", "speaker by"),
            field(
                "led_by",
                "leiding",
                Parties,
                "Wie het leidde.",
                "Who led it.",
            )
            .and_also("geleid_door", "moderator chair"),
            field(
                "question",
                "vraag",
                Line,
                "De vraag van deze sessie.",
                "The session's question.",
            )
            .translatable(),
            REGIONS,
            THEMES,
            TEXT,
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Speaker,
        name: both("spreker", "speaker"),
        also: Bilingual::NOTHING,
        with_article: both("een spreker", "a speaker"),
        folder: both("sprekers", "speakers"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both(
            "Wie er sprak, met de rol van toen en wat er is gezegd.",
            "Who spoke, with the role of that time and what was said.",
        ),
        fields: &[
            field(key::PERSON, "persoon", Party, "Wie.", "Who.")
                .and_also("naam wie", "name who")
                .required(),
            field(
                key::ROLE,
                "rol",
                Line,
                "De rol, zoals die toen was.",
                "The role, as it was then.",
            )
            .and_also("functie", "function position")
            .translatable(),
            field(
                key::ORGANISATION,
                "organisatie",
                Party,
                "Namens welke organisatie, toen.",
                "For which organisation, then.",
            )
            .and_also("namens", "organization affiliation"),
            TEXT,
            field(
                "part",
                "taak",
                Choice(SpeakerPart::WORDS),
                "Wat deze persoon deed.",
                "What this person did.",
            ),
            DRAFT,
        ],
    },
    KindSchema {
        kind: Kind::Idea,
        name: both("idee", "idea"),
        also: both("voorstel", "proposal"),
        with_article: both("een idee", "an idea"),
        folder: both("ideeen", "ideas"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both("Een voorstel.", "A proposal."),
        fields: &[
            TITLE,
            ID,
            TEXT,
            REGIONS,
            THEMES,
            BY,
            SESSION,
            field(
                key::STATUS,
                "status",
                Choice(IdeaStatus::WORDS),
                "Hoe ver het idee kwam.",
                "How far the idea came.",
            )
            .and_also("stand stand_van_zaken voortgang", "progress"),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Ask,
        name: both("vraag", "ask"),
        also: both("hulpvraag behoefte", "question need request"),
        with_article: both("een vraag", "an ask"),
        folder: both("vragen", "asks"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both("Wat iemand nodig heeft.", "What a party needs."),
        fields: &[
            TITLE,
            ID,
            TEXT,
            BY,
            REGIONS,
            THEMES,
            SESSION,
            field(
                key::STATUS,
                "status",
                Choice(LeadStatus::WORDS),
                "Of de vraag nog open is.",
                "Whether it is still open.",
            )
            .and_also("stand stand_van_zaken voortgang", "progress"),
            field(
                key::CONTACT,
                "contact",
                Party,
                "Bij wie men terecht kan.",
                "Whom to turn to.",
            )
            .and_also("contactpersoon aanspreekpunt", "contact_person"),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Offer,
        name: both("aanbod", "offer"),
        also: both("aanbieding", ""),
        with_article: both("een aanbod", "an offer"),
        folder: both("aanbod", "offers"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both("Wat iemand te geven heeft.", "What a party gives."),
        fields: &[
            TITLE,
            ID,
            TEXT,
            BY,
            REGIONS,
            THEMES,
            SESSION,
            field(
                key::STATUS,
                "status",
                Choice(LeadStatus::WORDS),
                "Of het aanbod nog open is.",
                "Whether it is still open.",
            )
            .and_also("stand stand_van_zaken voortgang", "progress"),
            field(
                key::CONTACT,
                "contact",
                Party,
                "Bij wie men terecht kan.",
                "Whom to turn to.",
            )
            .and_also("contactpersoon aanspreekpunt", "contact_person"),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Deal,
        name: both("deal", "deal"),
        also: both("afspraak", "agreement"),
        with_article: both("een deal", "a deal"),
        folder: both("deals", "deals"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both(
            "Vraag en aanbod die elkaar vonden.",
            "Asks and offers that were matched.",
        ),
        fields: &[
            TITLE,
            ID,
            TEXT,
            field(
                key::ASKS,
                "vragen",
                ManyOrInline(Kind::Ask),
                "De vragen die zijn opgenomen.",
                "The asks taken up.",
            ),
            field(
                key::OFFERS,
                "aanbod",
                ManyOrInline(Kind::Offer),
                "Het aanbod dat is opgenomen.",
                "The offers taken up.",
            ),
            field(
                key::IDEAS,
                "ideeen",
                ManyOrInline(Kind::Idea),
                "De ideeën die hiermee worden uitgevoerd.",
                "The ideas this carries out.",
            ),
            field(
                "parties",
                "partijen",
                Parties,
                "Wie de afspraak maakten.",
                "Who made the deal.",
            )
            .and_also(
                "partij wie tussen betrokkenen wie_met_wie",
                "party who between involved",
            ),
            REGIONS,
            THEMES,
            SESSION,
            field(
                key::STATUS,
                "status",
                Choice(DealStatus::WORDS),
                "Hoe het ermee staat.",
                "How it stands.",
            )
            .and_also("stand stand_van_zaken voortgang", "progress"),
            field(
                "agreed",
                "afgesproken",
                Date,
                "Wanneer het is afgesproken.",
                "When it was agreed.",
            )
            .and_also("afgesproken_op datum_afspraak", "agreed_on"),
            field(
                key::DUE,
                "termijn",
                Date,
                "Wanneer het klaar moet zijn.",
                "When it is due.",
            )
            .and_also("deadline uiterlijk gereed", "deadline ready"),
            field(
                key::CONTACT,
                "contact",
                Party,
                "Bij wie men terecht kan.",
                "Whom to turn to.",
            )
            .and_also("contactpersoon aanspreekpunt", "contact_person"),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Update,
        name: both("bericht", "update"),
        also: both("nieuws", "news"),
        with_article: both("een bericht", "an update"),
        folder: both("berichten", "updates"),
        home: Home::Anywhere,
        body: Some(key::TEXT),
        about: both(
            "Nieuws over een deal, vraag, aanbod of idee.",
            "News of a deal, ask, offer or idea.",
        ),
        fields: &[
            field(
                "of",
                "van",
                Reference,
                "Waar het over gaat.",
                "What it is about.",
            )
            .and_also("over", "about")
            .required(),
            field(
                "date",
                "datum",
                Date,
                "Van welke dag het bericht is.",
                "The day of the news.",
            )
            .required(),
            field(
                key::STATUS,
                "status",
                Choice(ANY_STATUS),
                "Hoe het er nu mee staat.",
                "How it stands now.",
            ),
            TEXT,
            field(
                key::SOURCE,
                "bron",
                Line,
                "Waar het nieuws vandaan komt.",
                "Where the news comes from.",
            ),
            DRAFT,
        ],
    },
    KindSchema {
        kind: Kind::Outcome,
        name: both("uitkomst", "outcome"),
        also: both("resultaat", "result"),
        with_article: both("een uitkomst", "an outcome"),
        folder: both("uitkomsten", "outcomes"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both(
            "Een conclusie van de bijeenkomst.",
            "A conclusion of the event.",
        ),
        fields: &[TEXT.required(), ID, REGIONS, THEMES, SESSION, DRAFT],
    },
    KindSchema {
        kind: Kind::Quote,
        name: both("citaat", "quote"),
        also: both("uitspraak", ""),
        with_article: both("een citaat", "a quote"),
        folder: both("citaten", "quotes"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both(
            "Letterlijke woorden van iemand.",
            "The very words of a person.",
        ),
        fields: &[
            TEXT.required(),
            field("by", "door", Party, "Wie het zei.", "Who said it.").required(),
            SESSION,
            DRAFT,
        ],
    },
    KindSchema {
        kind: Kind::Figure,
        name: both("cijfer", "figure"),
        also: both("getal", "number"),
        with_article: both("een cijfer", "a figure"),
        folder: both("cijfers", "figures"),
        home: Home::Event,
        body: None,
        about: both(
            "Een getal met bron en datum.",
            "A number with source and date.",
        ),
        fields: &[
            field(
                key::LABEL,
                "label",
                Line,
                "Wat het getal zegt.",
                "What the number says.",
            )
            .required()
            .translatable(),
            field("value", "waarde", NumberOrLine, "Het getal.", "The number.")
                .and_also("getal", "number")
                .required(),
            field("unit", "eenheid", Line, "De eenheid.", "The unit.").translatable(),
            field(
                key::MEASURE,
                "maat",
                Shape::Id,
                "Naam van de meting, gelijk over de jaren.",
                "A name of the measure, the same over the years.",
            ),
            field(
                "source",
                "bron",
                Line,
                "Waar het getal vandaan komt.",
                "Where the number comes from.",
            ),
            field(
                "as_of",
                "peildatum",
                Date,
                "Van welke dag het getal is.",
                "The day the number is of.",
            )
            .and_also("datum", "date"),
            REGIONS,
            THEMES,
            DRAFT,
        ],
    },
    KindSchema {
        kind: Kind::Photo,
        name: both("foto", "photo"),
        also: both("", "picture"),
        with_article: both("een foto", "a photo"),
        folder: both("fotos", "photos"),
        home: Home::Event,
        body: None,
        about: both(
            "Een foto. Zonder toestemming wordt die niet getoond.",
            "A photo. Without consent it is not shown.",
        ),
        fields: &[
            field(key::FILE, "bestand", File, "Het bestand.", "The file.")
                .and_also("foto", "photo")
                .required(),
            field(
                "alt",
                "alt",
                Line,
                "Wat er te zien is, voor wie de foto niet ziet.",
                "What can be seen, for who cannot see the photo.",
            )
            .and_also("beschrijving omschrijving", "description alt_text")
            .translatable(),
            field(
                "decorative",
                "decoratief",
                Bool,
                "De foto vertelt niets.",
                "The photo tells nothing.",
            ),
            ID,
            field(
                "caption",
                "bijschrift",
                Line,
                "Het bijschrift.",
                "The caption.",
            )
            .and_also("onderschrift", "")
            .translatable(),
            field(
                "credit",
                "maker",
                Line,
                "Wie de foto maakte.",
                "Who took the photo.",
            )
            .and_also("fotograaf", "photographer"),
            field(
                "people",
                "mensen",
                Parties,
                "Wie erop staan.",
                "Who is in it.",
            ),
            field(
                key::CONSENT,
                "toestemming",
                Choice(Consent::WORDS),
                "Of de mensen op de foto ja zeiden.",
                "Whether the people in the photo agreed.",
            ),
            SESSION,
            DRAFT,
        ],
    },
    KindSchema {
        kind: Kind::Resource,
        name: both("materiaal", "resource"),
        also: both("bijlage", "attachment"),
        with_article: both("materiaal", "a resource"),
        folder: both("materiaal", "resources"),
        home: Home::Event,
        body: None,
        about: both(
            "Iets om mee te nemen: een bestand of een link.",
            "Something to take home: a file or a link.",
        ),
        fields: &[
            TITLE,
            field(key::FILE, "bestand", File, "Het bestand.", "The file."),
            field(key::URL, "url", Url, "Het webadres.", "The web address.")
                .and_also("link webadres", "link web_address"),
            ID,
            field(
                "kind",
                "soort",
                Choice(ResourceKind::WORDS),
                "Wat voor materiaal.",
                "What kind of resource.",
            )
            .and_also("type", "type"),
            field(
                key::LANGUAGE,
                "taal",
                Choice(Language::WORDS),
                "De taal.",
                "The language.",
            ),
            field(
                key::OF,
                "van",
                Reference,
                "Het record waar het bij hoort.",
                "The record it belongs to.",
            ),
            field(
                "accessible",
                "toegankelijk",
                Bool,
                "Of iedereen het kan lezen, ook met een schermlezer.",
                "Whether everyone can read it, also with a screen reader.",
            ),
            field(
                "alternative",
                "alternatief",
                Url,
                "Een leesbare andere vorm.",
                "A readable other form.",
            ),
            field(
                key::AS_TEXT,
                "als_tekst",
                Bool,
                "Bied het bestand aan als gewone tekst. Een webpagina of script kan alleen zo, of in een zip-bestand.",
                "Hand the file out as plain text. A web page or script can only be handed out so, or in a zip file.",
            ),
            DRAFT,
        ],
    },
    KindSchema {
        kind: Kind::Correction,
        name: both("correctie", "correction"),
        also: both("verbetering", ""),
        with_article: both("een correctie", "a correction"),
        folder: both("correcties", "corrections"),
        home: Home::Event,
        body: Some(key::TEXT),
        about: both(
            "Wat er na verschijnen is verbeterd.",
            "What was corrected after publication.",
        ),
        fields: &[
            field("date", "datum", Date, "Wanneer.", "When.").required(),
            TEXT.required(),
            field(
                "of",
                "van",
                Reference,
                "Het record dat is verbeterd.",
                "The record that was corrected.",
            ),
            DRAFT,
        ],
    },
    KindSchema {
        kind: Kind::Region,
        name: both("regio", "region"),
        also: both("gebied", "area"),
        with_article: both("een regio", "a region"),
        folder: both("regios", "regions"),
        home: Home::Shared,
        body: Some(key::TEXT),
        about: both(
            "Waar: een provincie, regio, gemeente of wijk.",
            "Where: a province, region, municipality or district.",
        ),
        fields: &[
            NAME,
            ID,
            field(
                "kind",
                "soort",
                Choice(RegionKind::WORDS),
                "Wat voor gebied.",
                "What kind of area.",
            )
            .and_also("type", "type"),
            field(
                key::PARENTS,
                "onder",
                Many(Kind::Region),
                "De gebieden waar dit in ligt.",
                "The areas this lies in.",
            )
            .and_also("ligt_in valt_onder", "parent"),
            CODES,
            field(
                "tile",
                "tegel",
                Tile,
                "Kolom en rij op de tegelkaart.",
                "Column and row on the tile map.",
            ),
            TEXT,
            ALSO,
            FORMER,
            UNTIL,
            field(
                key::SUCCESSOR,
                "opvolger",
                One(Kind::Region),
                "Het gebied waar dit in opging.",
                "The area it became part of.",
            ),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Theme,
        name: both("thema", "theme"),
        also: both("onderwerp", "topic subject"),
        with_article: both("een thema", "a theme"),
        folder: both("themas", "themes"),
        home: Home::Shared,
        body: Some(key::TEXT),
        about: both("Waarover: een onderwerp.", "About what: a subject."),
        fields: &[
            NAME,
            ID,
            field(
                key::PARENTS,
                "onder",
                Many(Kind::Theme),
                "De ruimere onderwerpen.",
                "The wider subjects.",
            )
            .and_also("valt_onder", "parent"),
            CODES,
            TEXT,
            field(
                "colour",
                "kleur",
                Colour,
                "Kleur op de pagina's, als `#rrggbb`.",
                "Colour on the pages, as `#rrggbb`.",
            ),
            ALSO,
            FORMER,
            UNTIL,
            field(
                key::SUCCESSOR,
                "opvolger",
                One(Kind::Theme),
                "Het onderwerp dat ervoor in de plaats kwam.",
                "The subject that took its place.",
            ),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Person,
        name: both("persoon", "person"),
        also: Bilingual::NOTHING,
        with_article: both("een persoon", "a person"),
        folder: both("mensen", "people"),
        home: Home::Shared,
        body: Some(key::TEXT),
        about: both(
            "Iemand die sprak, vroeg of aanbood.",
            "Someone who spoke, asked or offered.",
        ),
        fields: &[
            field(key::NAME, "naam", Line, "De naam.", "The name.").required(),
            ID,
            field(
                "sort_name",
                "sorteernaam",
                Line,
                "De naam zoals die in een lijst wordt gezet: \"Hijum, Eddy van\".",
                "The name as a list files it: \"Hijum, Eddy van\".",
            ),
            field(
                key::ROLE,
                "rol",
                Line,
                "De rol van nu.",
                "The present role.",
            )
            .and_also("functie", "function position")
            .translatable(),
            field(
                key::ORGANISATION,
                "organisatie",
                Party,
                "De organisatie van nu.",
                "The present organisation.",
            )
            .and_also("werkgever", "organization employer"),
            field(
                "links",
                "links",
                Tables(LINK_FIELDS),
                "Meer over deze persoon.",
                "More about this person.",
            ),
            TEXT,
            ALSO,
            field(
                "listed",
                "vermeld",
                Bool,
                "false: geen eigen pagina.",
                "false: no page of their own.",
            ),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Organisation,
        name: both("organisatie", "organisation"),
        also: both("school bedrijf", "organization school company"),
        with_article: both("een organisatie", "an organisation"),
        folder: both("organisaties", "organisations"),
        home: Home::Shared,
        body: Some(key::TEXT),
        about: both(
            "Een school, bedrijf, overheid of netwerk.",
            "A school, company, government or network.",
        ),
        fields: &[
            NAME,
            ID,
            field(
                "kind",
                "soort",
                Choice(OrganisationKind::WORDS),
                "Wat voor organisatie.",
                "What kind of organisation.",
            )
            .and_also("type", "type"),
            REGIONS,
            field("website", "website", Url, "De eigen site.", "Its own site.")
                .and_also("site webadres url", "site url"),
            CODES,
            TEXT,
            ALSO,
            FORMER,
            UNTIL,
            field(
                key::SUCCESSOR,
                "opvolger",
                One(Kind::Organisation),
                "De organisatie waar deze in opging.",
                "The organisation it became part of.",
            ),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Series,
        name: both("reeks", "series"),
        also: both("serie", ""),
        with_article: both("een reeks", "a series"),
        folder: both("reeksen", "series"),
        home: Home::Shared,
        body: Some(key::TEXT),
        about: both(
            "Bijeenkomsten die bij elkaar horen.",
            "Events that belong together.",
        ),
        fields: &[
            NAME,
            ID,
            TEXT,
            field(
                "kind",
                "soort",
                Choice(SeriesKind::WORDS),
                "Wat voor reeks.",
                "What kind of series.",
            ),
            DRAFT,
            ALIASES,
        ],
    },
    KindSchema {
        kind: Kind::Page,
        name: both("pagina", "page"),
        also: both("bladzijde", ""),
        with_article: both("een pagina", "a page"),
        folder: both("paginas", "pages"),
        home: Home::Pages,
        body: Some(key::TEXT),
        about: both(
            "Een vrije pagina, zoals /over/.",
            "A free page, such as /about/.",
        ),
        fields: &[
            TITLE,
            field(
                key::SUMMARY,
                "samenvatting",
                Line,
                "Een of twee zinnen.",
                "One or two sentences.",
            )
            .translatable(),
            field(
                "menu",
                "menu",
                Bool,
                "Of de pagina onderaan in het menu staat; zonder dit: ja.",
                "Whether the footer's menu shows the page; left out: yes.",
            ),
            TEXT,
            DRAFT,
            ALIASES,
        ],
    },
];

impl Kind {
    /// The kind's row of the table.
    pub fn schema(self) -> &'static KindSchema {
        KINDS
            .iter()
            .find(|schema| schema.kind == self)
            .expect("every kind has a row")
    }

    /// Whether its records have ids of their own.
    pub fn has_ids(self) -> bool {
        self.schema().position(key::ID).is_some()
    }
}

impl KindSchema {
    /// The position of a field in [`KindSchema::fields`] by its English name.
    pub fn position(&self, english: &str) -> Option<usize> {
        self.fields
            .iter()
            .position(|field| field.name.en == english)
    }
}
