//! Phrases of the messages of `pipeline`.

words! {
    PHOTOS: "foto’s", "photos";
    QUOTES: "citaten", "quotes";
    OUTCOMES: "uitkomsten", "outcomes";
    OFFERS: "stuks aanbod", "offers";
    ASKS: "vragen", "asks";
    DEALS: "deals", "deals";
    IDEAS: "ideeën", "ideas";
    SPEAKERS: "sprekers", "speakers";
    ALL_STYLES: "de opmaak (CSS) samen", "all styles (CSS) together";
    ALL_SCRIPTS: "alle scripts (JavaScript) samen", "all scripts (JavaScript) together";
    REMOVE_UNUSED: "haal uit `assets` en de vormgeving wat niet gebruikt wordt", "remove what is not used from `assets` and the look";
    SHORTEN_PAGES_ABOVE: "maak eerst de pagina’s hierboven korter", "shorten the pages above first";
    SHORTEN_TEXTS: "maak de teksten op deze pagina korter, of zet een deel op een eigen pagina in `content/pages`", "shorten the texts on this page, or move a part to a page of its own in `content/pages`";
}

phrases! {
    and_it_holds(number, nl, en): " en er staan {number} {nl} op", " and the page holds {number} {en}";
    and_more(number): "en nog {number}", "and {number} more";
    the_page(address): "de pagina {address}", "the page {address}";
    heaviest_of(more): "de zwaarste van nog {more} pagina’s", "the heaviest of {more} more pages";
    shorten_recap(text_kb, also_nl, also_en): "het verslag zelf is {text_kb} KB tekst{also_nl}: maak het korter, of zet een deel op een eigen pagina in `content/pages`", "the recap itself is {text_kb} KB of text{also_en}: shorten it, or move a part to a page of its own in `content/pages`";
}
