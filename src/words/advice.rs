//! What `oogst check --publish` says around its advice, and phrases within it.

words! {
    MUST: "Moet: zonder dit kan de site niet online", "Must: without this the site cannot go online";
    PRIVACY: "Privacy: mag iedereen dit weten?", "Privacy: may everybody know this?";
    MISSING: "Mist: dit zullen lezers zoeken", "Missing: readers will look for this";
    NAMES: "Namen: is dit een en dezelfde?", "Names: is this one and the same?";
    LANGUAGE: "Taal: zo leest het makkelijker", "Language: this reads more easily";
    LINKS: "Links: werken ze nog?", "Links: do they still work?";
    MEND_FIRST: "Verbeter eerst wat fout is. Daarna kijkt oogst ook naar privacy, namen en taal.\n", "Mend first what is wrong. Then oogst looks at privacy, names and language too.\n";
    NO_ADVICE: "Oogst ziet niets wat u nog moet weten voordat de site online gaat.\n", "Oogst sees nothing that you still need to know before the site goes online.\n";
    ONE_EMAIL: "lezers zien hier een e-mailadres", "readers see an e-mail address here";
    ONE_PHONE: "lezers zien hier een telefoonnummer", "readers see a phone number here";
    REGION: "een regio", "a region";
    THEME: "een thema", "a theme";
    REGION_AND_THEME: "een regio en een thema", "a region and a theme";
    ONE_OPEN: "een open vraag of aanbod", "an open ask or offer";
    ONE_DEAL: "een deal", "a deal";
    FROM_STARTER: "komt uit het voorbeeld van `oogst new`", "comes from the example of `oogst new`";
    HOLDS_A_PLACE: "lijkt nog ingevuld te moeten worden", "seems to wait for other words";
    DEAD_LINK: "deze link werkt niet meer:", "this link no longer works:";
    LINK_UNCHECKED: "of deze link werkt, is niet na te gaan:", "whether this link works cannot be told:";
    NO_SITE: "er is geen site met deze naam", "there is no site of this name";
    TOO_SLOW: "er kwam binnen tien seconden geen antwoord", "no answer came within ten seconds";
    ENDLESS: "het adres blijft doorverwijzen", "the address leads on and on";
    PRIVATE_NETWORK: "het adres ligt in een eigen netwerk, en daar vraagt oogst niets", "the address lies in a private network, where oogst asks nothing";
    OPEN_LINK: "open de link zelf, en verbeter die of haal die weg; werkt die wel, zet het adres dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "open the link yourself, and correct or remove it; if it does work, put the address at `accepted_words` under `[texts]` in oogst.toml";
    NO_CONNECTION: "er kwam geen verbinding", "there was no connection";
}

phrases! {
    copy_below(url, key): "open de link zelf, en verbeter die; is de pagina weg en toont https://web.archive.org/web/{url} er een kopie van, zet dan onder deze regel: `{key} = \"https://web.archive.org/web/{url}\"`. Werkt de link wel, zet het adres dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "open the link yourself, and correct it; if the page is gone and https://web.archive.org/web/{url} shows a copy of it, put below this line: `{key} = \"https://web.archive.org/web/{url}\"`. If the link does work, put the address at `accepted_words` under `[texts]` in oogst.toml";
    copy_behind(url, key): "open de link zelf, en verbeter die; is de pagina weg en toont https://web.archive.org/web/{url} er een kopie van, zet dan direct achter dit adres: `, {key} = \"https://web.archive.org/web/{url}\"`. Werkt de link wel, zet het adres dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "open the link yourself, and correct it; if the page is gone and https://web.archive.org/web/{url} shows a copy of it, put right behind this address: `, {key} = \"https://web.archive.org/web/{url}\"`. If the link does work, put the address at `accepted_words` under `[texts]` in oogst.toml";
    copy_instead(url): "open de link zelf, en verbeter die of haal die weg; toont https://web.archive.org/web/{url} een kopie, zet dan dat adres in de plaats van dit. Werkt de link wel, zet het adres dan bij `woorden_goed` onder `[teksten]` in oogst.toml", "open the link yourself, and correct or remove it; if https://web.archive.org/web/{url} shows a copy, put that address in the place of this one. If the link does work, put the address at `accepted_words` under `[texts]` in oogst.toml";
    one_kept(named): "Eén link werkt niet meer: {named}. Lezers vinden ernaast de bewaarde kopie, dus u hoeft niets te doen.\n", "One link no longer works: {named}. Readers find the kept copy beside it, so you need not do anything.\n";
    some_kept(count, named): "{count} links werken niet meer: {named}. Lezers vinden ernaast de bewaarde kopie, dus u hoeft niets te doen.\n", "{count} links no longer work: {named}. Readers find the kept copy beside them, so you need not do anything.\n";
    many_kept(count, named): "{count} links werken niet meer, waaronder {named}. Lezers vinden ernaast de bewaarde kopie, dus u hoeft niets te doen.\n", "{count} links no longer work, among them {named}. Readers find the kept copy beside them, so you need not do anything.\n";
    no_page(answer): "de site antwoordt met {answer}: de pagina is er niet", "the site answers {answer}: there is no such page";
    other_answer(answer): "de site antwoordt met {answer}", "the site answers {answer}";
    asking(count): "Oogst vraagt van {count} links of ze werken …\n", "Oogst asks whether {count} links work …\n";
    links_left_out(most, more): "Oogst kijkt naar de eerste {most} links; naar {more} niet.\n", "Oogst looks at the first {most} links; at {more} it does not.\n";
    many_emails(count): "lezers zien {count} e-mailadressen; dit is het eerste", "readers see {count} e-mail addresses; this is the first";
    many_phones(count): "lezers zien {count} telefoonnummers; dit is het eerste", "readers see {count} phone numbers; this is the first";
    many_open(count): "{count} open vragen of aanbod", "{count} open asks or offers";
    many_deals(count): "{count} deals", "{count} deals";
    more_of_kind(count, code): "… en nog {count} van deze soort ({code}); met `--format json` komen ze alle.\n\n", "… and {count} more of this kind ({code}); `--format json` gives them all.\n\n";
    sentences(average, long): "Gemiddeld {average} woorden per zin; {long} zinnen zijn langer dan 20.\n\n", "{average} words a sentence on average; {long} sentences are longer than 20.\n\n";
    sentences_one(average): "Gemiddeld {average} woorden per zin; 1 zin is langer dan 20.\n\n", "{average} words a sentence on average; 1 sentence is longer than 20.\n\n";
    sentences_none(average): "Gemiddeld {average} woorden per zin; geen zin is langer dan 20.\n\n", "{average} words a sentence on average; no sentence is longer than 20.\n\n";
}
