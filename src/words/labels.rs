//! Labels and short sentences of pages, feeds and calendars that the program itself puts there;
//! those of templates are in `interface`.

words! {
    OWN_NAME: "Nederlands", "English";
    // Pages with little of their own
    NOTHING_OF_THEM: "Van geen enkele bijeenkomst is hier iets vastgelegd.", "Nothing is on record here of any event.";
    FROM_SAME_EVENT: "Van dezelfde bijeenkomst", "From the same event";
    NEWEST_HERE: "Het nieuwste van deze site", "The latest of this site";
    // Accessibility and privacy
    STATEMENT: "De verklaring", "The statement";
    STATEMENT_INTRO: "Hoe toegankelijk deze site is, en wat er nog beter moet, staat in het register van de overheid.", "How accessible this site is, and what must still get better, stands in the government’s register.";
    READ_STATEMENT: "Lees de toegankelijkheidsverklaring", "Read the accessibility statement";
    SOMETHING_WRONG: "Werkt er iets niet?", "Does something not work?";
    SOMETHING_WRONG_INTRO: "Kunt u iets niet lezen of gebruiken? Laat het weten. Schrijf op welke pagina het is, en wat u wilde doen.", "Is there anything that you cannot read or use? Tell us. Write down which page it is, and what you wanted to do.";
    WHAT_WAS_DONE: "Wat er aan gedaan is", "What has been done about it";
    MADE_TO_BE_READ: "De pagina’s zijn gemaakt om te lezen met een muis, een toetsenbord, een schermlezer of een telefoon, en op papier.", "The pages are made to be read with a mouse, a keyboard, a screen reader or a phone, and on paper.";
    PHOTOS_DESCRIBED: "Een foto heeft een beschrijving in woorden, of is alleen versiering.", "A photo has a description in words, or is only decoration.";
    WITHOUT_SCRIPT: "Wat hier te lezen is, is zonder JavaScript te lezen.", "What there is to read here can be read without JavaScript.";
    CORRECT_OR_REMOVE: "Iets laten verbeteren of weghalen", "Having something corrected or removed";
    CORRECT_OR_REMOVE_INTRO: "Klopt er iets niet, of wilt u niet op deze site staan? Laat het weten, en schrijf erbij op welke pagina het is.", "Is something not right, or do you not want to be on this site? Tell us, and add which page it is.";
    KEPT_OF_YOU: "Wat deze site van u bewaart", "What this site keeps of you";
    NO_COOKIES: "Deze site zet geen cookies en laadt niets van andere sites.", "This site sets no cookies and loads nothing from other sites.";
    REQUESTS_KEPT: "De computer waar de site op staat kan wel bijhouden welke pagina’s worden opgevraagd.", "The computer that the site stands on may keep a record of the pages that are asked for.";
    WHO_ANSWERS: "Wie hierover gaat", "Who answers for this";
    NO_CONTACTS: "E-mailadressen en telefoonnummers uit de verslagen staan er niet op.", "E-mail addresses and phone numbers from the reports are not shown.";
    NO_EMAILS: "E-mailadressen uit de verslagen staan er niet op.", "E-mail addresses from the reports are not shown.";
    NO_PHONES: "Telefoonnummers uit de verslagen staan er niet op.", "Phone numbers from the reports are not shown.";
    SHOWN_OF_PEOPLE: "Wat er van mensen op staat", "What is shown of people";
    SHOWN_NAMES: "Deze site is een verslag van bijeenkomsten. Er kunnen namen op staan van mensen die er spraken, of die iets vroegen, boden of afspraken, met hun werk van toen.", "This site is a report of events. It may show the names of people who spoke there, or who asked, offered or agreed something, with their work at the time.";
    SHOWN_WHY: "Dat is om te laten zien wie iets zei of deed, en zodat mensen elkaar kunnen vinden.", "That is to show who said or did something, and so that people can find each other.";
    SHOWN_PHOTOS: "Een foto staat er alleen op met toestemming, of als die niet nodig is.", "A photo is shown only with consent, or where none is needed.";
    RESPONSIBLE: "Verantwoordelijk:", "Responsible:";
    OFFICER: "Functionaris gegevensbescherming:", "Data protection officer:";
    READ_PRIVACY_STATEMENT: "Lees de hele privacyverklaring", "Read the whole privacy statement";
    // Within texts
    FOOTNOTE: "Voetnoot", "Footnote";
    BACK_TO_TEXT: "Terug naar de tekst", "Back to the text";
    BACK_TO_TEXT_AT_FOOTNOTE: "Terug naar de tekst bij voetnoot", "Back to the text at footnote";
    TABLE: "Tabel", "Table";
    DONE_TASK: "Gedaan: ", "Done: ";
    OPEN_TASK: "Nog te doen: ", "To do: ";
    // Feeds and calendars
    AGREEMENT: "Afspraak", "Agreed";
    AGREED: "Afgesproken", "Agreed";
    FROM: "Uit", "From";
    DEAL: "Deal", "Deal";
    ASK: "Vraag", "Ask";
    OFFER: "Aanbod", "Offer";
    IDEA: "Idee", "Idea";
    NEWS: "Bericht", "News";
    // Lists and choices
    KIND: "Soort", "Kind";
    OF_ONE_KIND: "van één soort", "of one kind";
    STATUS: "Stand", "Status";
    OF_ONE_STATUS: "met één stand", "of one status";
    REGION: "Regio", "Region";
    OF_ONE_REGION: "van één regio", "of one region";
    THEME: "Thema", "Theme";
    OF_ONE_THEME: "van één thema", "of one theme";
    YEAR: "Jaar", "Year";
    OF_ONE_YEAR: "uit één jaar", "of one year";
    // Deals, in numbers
    NOT_ON_RECORD: "Niet vastgelegd", "Not on record";
    NOT_TOLD: "niet vastgelegd", "not on record";
    DEALS_BY_STATUS: "Hoe de deals ervoor staan", "Deals by status";
    THEME_IN_SENTENCE: "thema", "theme";
    YEAR_IN_SENTENCE: "jaar", "year";
    BY: "per", "by";
    // Events
    PROGRAMME_BY_DAY: "Programma per dag en zaal", "Programme by day and room";
    WHOLE_REPORT: "Het hele verslag op één pagina", "The whole report on one page";
    EVENT_CANCELLED: "Deze bijeenkomst is afgelast.", "This event was cancelled.";
    EVENT_MOVED: "Deze bijeenkomst is verplaatst.", "This event was moved.";
    // Asks, offers and ideas
    WHO_CAN_OFFER: "Wie kan dit bieden?", "Who can offer this?";
    WHO_COULD_USE: "Wie wil dit gebruiken?", "Who could use this?";
    // Pages that are gone or empty
    PAGE_GONE: "Deze pagina is er niet meer", "This page is no longer here";
    GONE_SINCE: "Verdwenen op", "Gone since";
    NOTHING_NOW: "Hierover is nu niets vastgelegd.", "Nothing is on record about this now.";
    // Calendars
    ADD_TO_CALENDAR: "Zet in uw agenda", "Add to your calendar";
    CALENDAR_FILE: "Als bestand voor uw agenda", "As a file for your calendar";
    ADD_AGREED_TO_CALENDAR: "Zet in uw agenda wat is afgesproken", "Add what was agreed to your calendar";
    PROPOSED: "Voorgesteld", "Proposed";
    ALL: "Alle", "All";
    NOTHING_OPEN: "Er staat niets open.", "Nothing is open.";
    ASKED: "Gevraagd", "Asked";
    OFFERED: "Aangeboden", "Offered";
    SAME_REGION: "dezelfde regio", "the same region";
    REGION_AROUND: "een regio die erin of eromheen ligt", "a region within or around it";
    THE_THEME: "het thema", "the theme";
    THE_THEMES: "de thema’s", "the themes";
    FROM_VALUE: "uit", "from";
    NOT_FOUND: "Deze pagina is er niet", "This page does not exist";
    ACCESSIBILITY: "Toegankelijkheid", "Accessibility";
    PRIVACY: "Privacy", "Privacy";
    ACCESSIBILITY_INTRO: "Iedereen moet deze site kunnen lezen en gebruiken.", "Everybody must be able to read and use this site.";
    PRIVACY_INTRO: "Wat er van mensen op deze site staat, waarom, en wat u daaraan kunt laten doen.", "What this site holds of people, why, and what you can have done about it.";
    OF_WHICH: "waarvan", "of which";
    OF_WHICH_DONE: "klaar", "done";
    FOR_THIS_REGION: "voor deze regio", "for this region";
    ON_THIS_THEME: "over dit thema", "on this theme";
    FOR_THIS_REGION_ON_THIS_THEME: "voor deze regio over dit thema", "for this region on this theme";
    // The overview and the map
    OVERVIEW_INTRO: "Hoeveel er per regio en thema is vastgelegd: alle deals, open vragen en aanbod, ideeën en conclusies bij elkaar. Staat er 0? Dan was er wel een bijeenkomst of sessie over. Kies een getal om te lezen wat erachter zit.", "How much is on record for each region and theme: all deals, open asks and offers, ideas and conclusions together. Does it say 0? Then there was an event or session about it. Choose a number to read what is behind it.";
    NOTHING_ON_RECORD: "niets vastgelegd", "nothing on record";
    BY_REGION_IN_SENTENCE: "per regio", "by region";
    MAP: "Kaart:", "Map:";
    OR: "of", "or";
    TO: "tot en met", "to";
    KIND_IN_SENTENCE: "soort", "kind";
    // Kinds, in search
    EVENT: "Bijeenkomst", "Event";
    SESSION: "Onderdeel van het programma", "Part of the programme";
    OUTCOME: "Conclusie", "Conclusion";
    QUOTE: "Citaat", "Quote";
    FIGURE: "Cijfer", "Figure";
    RESOURCE: "Materiaal", "Material";
    PERSON: "Persoon", "Person";
    ORGANISATION: "Organisatie", "Organisation";
    SERIES: "Reeks", "Series";
    PAGE: "Pagina", "Page";
    // Resources
    NOT_OPEN_TO_ALL: "Niet voor iedereen leesbaar", "Not readable for everyone";
    IN_DUTCH: "in het Nederlands", "in Dutch";
    IN_ENGLISH: "in het Engels", "in English";
    // Deals and their dates
    TO_BE_DONE: "Moet klaar zijn", "To be done";
    WAS_DUE: "Had klaar moeten zijn", "Was due";
    WAS_TO_BE_DONE: "Zou klaar zijn", "Was to be done";
}

phrases! {
    reports_in(year): "Verslagen van bijeenkomsten in {year}", "Reports of events in {year}";
    reports_from_to(first, last): "Verslagen van bijeenkomsten, {first} tot en met {last}", "Reports of events, {first} to {last}";
    from_until_unknown(time): "Vanaf {time}; tot hoe laat is niet vastgelegd.", "From {time}; until when is not on record.";
    map_note(what): "Het aantal {what} per regio. In de tabel staat hetzelfde, en meer.", "The number of {what} in each region. The table says the same, and more.";
}
