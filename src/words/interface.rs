//! The words of the pages: labels, headings and sentences of a look, in every language. One row a
//! word, so none can lack a language.

use super::Language;

macro_rules! interface {
    ($($name:ident: $nl:literal, $en:literal;)*) => {
        /// The words that templates use, as `site.words.<name>`.
        #[derive(Debug, Clone, serde::Serialize)]
        #[expect(missing_docs, reason = "each field is the word it names")]
        pub struct Interface { $(pub $name: &'static str,)* }

        impl Interface {
            /// The words of a language.
            pub const fn new(language: Language) -> Self {
                match language {
                    Language::Nl => Self { $($name: $nl,)* },
                    Language::En => Self { $($name: $en,)* },
                }
            }
        }
    };
}

interface! {
    // Kinds, as headings
    events: "Bijeenkomsten", "Events";
    event: "Bijeenkomst", "Event";
    years: "Jaren", "Years";
    ideas: "Ideeën", "Ideas";
    idea: "Idee", "Idea";
    deals: "Deals", "Deals";
    deal: "Deal", "Deal";
    asks: "Vragen", "Asks";
    ask: "Vraag", "Ask";
    offers: "Aanbod", "Offers";
    offer: "Aanbod", "Offer";
    leads: "Nog open", "Still open";
    regions: "Regio’s", "Regions";
    region: "Regio", "Region";
    themes: "Thema’s", "Themes";
    theme: "Thema", "Theme";
    people: "Mensen", "People";
    organisations: "Organisaties", "Organisations";
    series: "Reeksen", "Series";
    overview: "Overzicht", "Overview";
    programme: "Programma", "Programme";
    sessions: "Sessies", "Sessions";
    without_room: "Zonder zaal", "Without a room";
    without_theme: "Zonder thema", "Without a theme";
    home: "Begin", "Home";
    session: "Onderdeel van het programma", "Part of the programme";
    organisation: "Organisatie", "Organisation";
    one_series: "Reeks", "Series";
    year: "Jaar", "Year";
    // Of a page
    skip: "Naar de inhoud", "Skip to content";
    menu: "Menu", "Menu";
    footer: "Over deze site", "About this site";
    on_this_page: "Op deze pagina", "On this page";
    trail: "U bent hier", "You are here";
    languages: "Talen", "Languages";
    facts: "Gegevens", "Facts";
    numbers: "In cijfers", "In figures";
    feed: "Nieuws volgen (Atom)", "Follow the news (Atom)";
    follow: "Volgen", "Follow";
    follow_news: "Nieuws hierover (Atom)", "News of this (Atom)";
    made_with: "Gemaakt met", "Made with";
    date: "Datum", "Date";
    place: "Plaats", "Place";
    room: "Zaal", "Room";
    attendance: "Meedoen", "Taking part";
    as_of: "Bijgewerkt", "Up to date";
    print_of: "Dit is een afdruk van", "This is a print of";
    // Home
    newest_event: "Laatste bijeenkomst", "Latest event";
    coming_events: "Komende bijeenkomsten", "Coming events";
    other_events: "Andere bijeenkomsten", "Other events";
    latest_deals: "Laatste deals", "Latest deals";
    latest_ideas: "Laatste ideeën", "Latest ideas";
    all_regions: "Alle regio’s", "All regions";
    // Event
    speakers: "Wie er spraken", "Who spoke";
    outcomes: "Wat bleef hangen", "What stayed with us";
    quotes: "Wat mensen zeiden", "What people said";
    figures: "Cijfers", "Figures";
    photos: "Foto’s", "Photos";
    for_everyone: "Dezelfde inhoud, voor iedereen leesbaar", "The same content, readable for everyone";
    resources: "Materiaal", "Materials";
    links: "Meer lezen", "Read on";
    sources: "Bronnen", "Sources";
    corrections: "Verbeterd", "Corrected";
    organisers: "Georganiseerd door", "Organised by";
    part_of_series: "Onderdeel van", "Part of";
    edition: "Editie", "Edition";
    question: "De vraag", "The question";
    kept: "Wat is vastgelegd", "What is on record";
    print: "Afdrukken", "Print";
    whole_report: "Het hele verslag", "The whole report";
    contents: "Inhoud", "Contents";
    names: "Namen en adressen", "Names and addresses";
    names_note: "Wie en wat hier genoemd worden, en waar u er meer over leest.", "Who and what is named here, and where to read more about them.";
    colophon: "Colofon", "Colophon";
    part_of_session: "Onderdeel van", "Part of";
    archived: "bewaarde kopie", "kept copy";
    photo_by: "Foto:", "Photo:";
    enlarge: "Bekijk de foto groot", "See the photo large";
    previous_photo: "Vorige foto", "Previous photo";
    next_photo: "Volgende foto", "Next photo";
    close: "Sluiten", "Close";
    replaced_by: "In plaats hiervan", "Instead";
    replaces: "In plaats van", "In place of";
    previous_edition: "Vorige editie", "Previous edition";
    next_edition: "Volgende editie", "Next edition";
    led_by: "Onder leiding van", "Led by";
    recap: "Verslag", "Report";
    about: "Toelichting", "Explanation";
    asks_and_offers: "Vragen en aanbod", "Asks and offers";
    closed_needs: "Andere vragen en aanbod", "Other asks and offers";
    spoke_here: "Wie hier spraken", "Who spoke here";
    // Deal, ask, offer, idea
    by: "Van", "From";
    parties: "Wie doen mee", "Who take part";
    status: "Stand van zaken", "How it stands";
    timeline: "Verloop", "Timeline";
    newest: "Nieuwste bericht", "Latest news";
    standing: "Stand", "Status";
    agreed: "Afgesproken op", "Agreed on";
    due: "Uiterlijk klaar op", "Due by";
    contact: "Neem contact op met", "Get in touch with";
    possible_matches: "Wie past hier misschien bij?", "Who might be a match?";
    taken_up_in: "Werd deel van", "Became part of";
    carried_out_in: "Uitgevoerd in", "Carried out in";
    from_event: "Van de bijeenkomst", "From the event";
    in_session: "Uit de sessie", "From the session";
    source: "Bron:", "Source:";
    no_ask: "Er is geen vraag vastgelegd.", "No ask is on record.";
    no_offer: "Er is geen aanbod vastgelegd.", "No offer is on record.";
    deal_note: "Vraag en aanbod die elkaar vonden.", "An ask and an offer that found each other.";
    leads_note: "Kunt u helpen, of kent u iemand?", "Can you help, or do you know someone?";
    perhaps: "Misschien:", "Perhaps:";
    no_match_yet: "Er is nog niemand gevonden.", "Nobody has been found yet.";
    // Region and theme
    lies_in: "Ligt in", "Lies in";
    below: "Hieronder vallen", "Below it";
    by_theme_here: "Wat er over elk thema in deze regio is vastgelegd.", "What is on record of each theme in this region.";
    by_region_here: "Wat er in elke regio over dit thema is vastgelegd.", "What is on record of this theme in each region.";
    formerly: "Vroeger", "Formerly";
    successor: "Ging op in", "Became part of";
    predecessors: "Hierin opgegaan", "Became part of this";
    newest_first: "Nieuwste eerst.", "Newest first.";
    by_year: "Per jaar", "By year";
    share: "Delen", "Share";
    copy: "Kopieer dit adres", "Copy this address";
    copy_code: "Kopieer deze code", "Copy this code";
    copied: "Gekopieerd", "Copied";
    copy_failed: "Kopiëren lukt niet. De tekst is geselecteerd; kopieer die zelf.", "Copying does not work. The text is selected; copy it yourself.";
    qr: "QR-code met het adres van deze pagina", "QR code with the address of this page";
    address_lasts: "Dit adres blijft werken:", "This address keeps working:";
    address_now: "Het adres van deze pagina:", "The address of this page:";
    leads_to: "Het leidt naar", "It leads to";
    save_qr: "QR-code als SVG", "QR code as SVG";
    save_qr_png: "QR-code als PNG", "QR code as PNG";
    own_site: "Op uw eigen site", "On your own site";
    own_site_text: "Kies een van deze stukken HTML en plak het in een pagina van uw site.", "Choose one of these pieces of HTML and paste it into a page of your site.";
    link_code: "Alleen een link", "Just a link";
    see_frame: "Bekijk wat er in het kader staat", "See what the frame shows";
    frame_code: "Een kader (iframe), dat vanzelf laat zien wat er hier bij komt", "A frame (iframe), which shows by itself what is added here";
    lasting_code: "Tekst die blijft kloppen: alleen titels en links", "Text that stays true: titles and links only";
    snippet_code: "Tekst met de stand van nu: die verandert niet vanzelf mee", "Text with how things stand now: it does not change by itself";
    refer_text: "Zet dit adres op uw eigen site of in een bericht. Wie het opent, ziet altijd wat er nu bekend is.", "Put this address on your own site or in a message. Whoever opens it always sees what is known now.";
    // Person and organisation
    now: "Nu", "Now";
    also_known_as: "Ook bekend als", "Also known as";
    spoke: "Sprak", "Spoke";
    organised: "Organiseerde", "Organised";
    led: "Leidde", "Led";
    asked: "Vroeg", "Asked";
    offered: "Bood aan", "Offered";
    website: "Website", "Website";
    took_part_in: "Was erbij", "Was there";
    // Series
    editions: "Edities", "Editions";
    over_time: "Door de jaren", "Over the years";
    participants: "Deelnemers", "Participants";
    done: "Klaar", "Done";
    open: "Nog open", "Still open";
    returned: "Kwamen terug", "Came back";
    who: "Wie", "Who";
    some_open: "Hier staat nog iets open", "Something is still open here";
    none_here: "geen", "none";
    none_here_means: "Hierover is in deze regio niets vastgelegd.", "Nothing on this is on record in this region.";
    not_kept_here: "niet bijgehouden", "not kept";
    not_kept_means: "Er was een bijeenkomst, maar deals, vragen, aanbod en ideeën zijn daar niet bijgehouden.", "There was an event, but its deals, asks, offers and ideas were not kept.";
    may_be_more: "Het kunnen er meer zijn: niet alles is bijgehouden.", "There may be more: not everything was kept.";
    // Lists
    narrow: "Kies", "Choose";
    all: "Alles", "All";
    combine: "Combineer keuzes", "Combine choices";
    make_shorter: "Maak de lijst kleiner", "Make the list smaller";
    by_letter: "Op letter", "By letter";
    other_letters: "Overig", "Other";
    largest: "De grootste", "The largest";
    clear: "Wis keuzes", "Clear choices";
    show_more: "Toon meer", "Show more";
    none_chosen: "Niets vastgelegd bij deze keuzes", "Nothing on record for these choices";
    previous: "Vorige", "Previous";
    next: "Volgende", "Next";
    pages: "Pagina’s", "Pages";
    nothing: "Niets vastgelegd", "Nothing on record";
    total: "Samen", "Together";
    // Search
    search: "Zoeken", "Search";
    search_this: "Zoek in deze site", "Search this site";
    do_search: "Zoek", "Search";
    kind: "Soort", "Kind";
    search_needs_script: "Zoeken werkt alleen met JavaScript, en dat staat in uw browser uit. Alles op deze site vindt u ook door te bladeren.", "Searching works only with JavaScript, which is switched off in your browser. You can also find everything on this site by browsing.";
    search_intro: "Typ een woord of een naam. U vindt bijeenkomsten, deals, vragen, aanbod, ideeën en meer.", "Type a word or a name. You will find events, deals, asks, offers, ideas and more.";
    search_busy: "Zoeken naar {words}.", "Searching for {words}.";
    search_none: "Niets gevonden. Probeer een ander woord, of blader per regio of thema.", "Nothing found. Try another word, or browse by region or theme.";
    search_none_chosen: "Niets gevonden met deze keuzes. Haal een vinkje weg, of probeer een ander woord.", "Nothing found with these choices. Untick one, or try another word.";
    search_one: "1 resultaat voor {words}", "1 result for {words}";
    search_many: "{count} resultaten voor {words}", "{count} results for {words}";
    search_failed: "Zoeken lukt nu niet. Probeer het over een minuut nog eens, of blader hieronder.", "Searching does not work right now. Try again in a minute, or browse below.";
    search_maybe: "Bedoelde u {words}?", "Did you mean {words}?";
    search_more: "Meer resultaten", "More results";
    search_filters: "Maak de lijst kleiner", "Make the list smaller";
    search_results: "Resultaten", "Results";
    search_more_choices: "Meer keuzes", "More choices";
    search_clear: "Wis alle keuzes", "Clear all choices";
    search_browse: "Of blader", "Or browse";
    // Not found and redirects
    not_found: "Deze pagina is er niet", "This page does not exist";
    not_found_text: "Misschien is het adres verkeerd overgenomen. Zoek de bijeenkomst, de regio of het thema hieronder.", "The address may have been copied wrongly. Look for the event, the region or the theme below.";
    ways_on: "Verder zoeken", "Look further";
    moved_to: "Deze pagina staat nu op een ander adres:", "This page is now at another address:";
}
