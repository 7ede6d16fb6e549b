//! The pages of the fixtures that are kept whole, and why each.

/// Of each site, the chosen files and why they are.
pub(crate) const CHOSEN: &[(&str, &[(&str, &str)])] = &[
    (
        "leeg",
        &[
            ("index.html", "home: a report of which nothing is told yet"),
            (
                "bijeenkomsten/index.html",
                "list-events: a list with nothing in it",
            ),
        ],
    ),
    (
        "klein",
        &[
            (
                "bijeenkomsten/2025-techniekavond/index.html",
                "event: a small one, in one language",
            ),
            (
                "bijeenkomsten/2025-techniekavond/afdrukken/index.html",
                "print: the page for paper",
            ),
            (
                "bijeenkomsten/2025-techniekavond/ideeen/repareer-samen-een-fiets/index.html",
                "idea",
            ),
            (
                "bijeenkomsten/2025-techniekavond/vragen/index.html",
                "list-asks: a list of one",
            ),
            (
                "bijeenkomsten/2025-techniekavond/vragen/wie-helpt-ons-een-werkplaats-in-te-richten/index.html",
                "ask: nobody has answered it yet",
            ),
            (
                "ideeen/index.html",
                "list-ideas: a list of one that can be narrowed",
            ),
            ("jaren/index.html", "list-years: one year"),
            ("robots.txt", "what a crawler may"),
            (
                "sitemap.xml",
                "the list of pages for a crawler, in one language",
            ),
        ],
    ),
    (
        "beloofd",
        &[
            (
                "bijeenkomsten/2024-werktafel/deals/boot/index.html",
                "deal: told by both halves",
            ),
            ("en/404.html", "404: of a site in two languages"),
            (
                "en/events/2023-startavond/index.html",
                "gone: an event that was promised an address",
            ),
            (
                "en/events/2024-werktafel/agenda.ics",
                "a calendar of one event",
            ),
            (
                "en/events/2024-werktafel/deals/boot/index.html",
                "deal: the same in the other language",
            ),
            ("en/events/2024-werktafel/offers/index.html", "list-offers"),
            ("en/feed.xml", "the feed of the whole site"),
            ("en/index.html", "home: with something of everything"),
            (
                "en/over/index.html",
                "page: the translation is missing, and it says so",
            ),
            ("en/search/index.html", "search: before anything is asked"),
            ("en/series/index.html", "list-series"),
            (
                "mensen/anna-bakker/index.html",
                "gone: a person who is named no more",
            ),
            ("organisaties/index.html", "list-organisations"),
            (
                "reeksen/werktafels/index.html",
                "series: of one edition nothing is kept (`niet bijgehouden`)",
            ),
            ("themas/index.html", "list-themes"),
            ("themas/zorg/index.html", "theme: nothing is told of it"),
        ],
    ),
    (
        "voorbeeld",
        &[
            ("mensen/index.html", "list-people"),
            (
                "organisaties/koninklijke-metaalunie/index.html",
                "organisation",
            ),
            (
                "overzicht/index.html",
                "overview: whole columns of which nothing is kept",
            ),
            (
                "regios/index.html",
                "list-regions: a map, with one of which nothing is kept",
            ),
            (
                "regios/walcheren/index.html",
                "region: within another, for whose whole it was too",
            ),
            (
                "regios/zeeland/insluiten/index.html",
                "embed: nothing is kept of what it counts",
            ),
        ],
    ),
    (
        "veenland",
        &[
            (".well-known/security.txt", "whom to tell of a leak"),
            ("_headers", "the headers for one kind of server"),
            (
                "bijeenkomsten/2019-techniekdag/programma/opening-met-vonken/index.html",
                "session: with photos",
            ),
            (
                "deals/index.html",
                "list-deals: the largest list, with every way to narrow it",
            ),
            (
                "deals/thema/imago/index.html",
                "list-deals: a list that is narrowed, to one",
            ),
            (
                "en/deals/index.json",
                "what the script that narrows a list reads",
            ),
            (
                "en/events/2022-techniekdag/index.html",
                "event: the largest, with photos, a table, notes and halves in Dutch",
            ),
            (
                "en/events/2022-techniekdag/offers/werkplaats-op-vrijdag/index.html",
                "offer: asks that it may answer",
            ),
            (
                "en/events/2025-techniekdag/programme/index.html",
                "programme: of an event to come",
            ),
            (
                "en/open/year/2021/index.html",
                "list-leads: a list that is narrowed",
            ),
            (
                "en/people/cagla-yildiz/index.html",
                "person: letters that are no ASCII, in name, address and order",
            ),
            ("en/privacy/index.html", "privacy: with all that can be set"),
            (
                "en/regions/lindehoek/themes/docenten/index.html",
                "crossing: of a region and a theme",
            ),
            (
                "en/regions/waalkant/embed/index.html",
                "embed: a page for frames, in two languages",
            ),
            (
                "en/years/2023/index.html",
                "year: between two others; its event was moved",
            ),
            (
                "nginx-headers.conf",
                "the headers for the other kind of server",
            ),
            ("over/index.html", "page: everything that Markdown can do"),
            (
                "prikbord/17/index.html",
                "redirect: from an address of a site before this one",
            ),
            (
                "toegankelijkheid/index.html",
                "accessibility: with all that can be set",
            ),
        ],
    ),
];
