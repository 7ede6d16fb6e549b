//! Views made by hand, one a kind of page, of an invented province: Veenland. For the tests of the
//! look alone; the real ones come from `plan`.

mod again;

use crate::pages::view::*;
use crate::shared::Shared;
use crate::words::Language;
use crate::words::interface::Interface;

/// Makes views in one language. With `nasty`, every text carries characters that mean something in
/// HTML.
pub(super) struct Samples {
    language: Language,
    nasty: bool,
    site: Shared<SiteHead>,
}

const NASTY: &str = "<script>\"'&";
const LONG: &str = "Loopbaanoriëntatiebegeleidingscommissie";

impl Samples {
    pub(super) fn new(language: Language, nasty: bool) -> Self {
        let mut samples = Self {
            language,
            nasty,
            site: Shared::new(head(language, "Techniek in Veenland")),
        };
        if nasty {
            let mut site = head(language, &format!("Techniek {NASTY}"));
            site.publisher = Some(samples.said("Uitgever"));
            samples.site = Shared::new(site);
        }
        samples
    }

    fn text(&self, text: &str) -> String {
        if self.nasty {
            format!("{text} {NASTY}")
        } else {
            text.to_owned()
        }
    }

    fn said(&self, text: &str) -> LocalText {
        LocalText {
            text: self.text(text),
            lang: (self.language == Language::En).then_some("nl"),
        }
    }

    fn html(&self, html: &str) -> Html {
        Html {
            html: html.to_owned(),
            lang: (self.language == Language::En).then_some("nl"),
        }
    }

    fn tag(&self, name: &str, href: &str) -> Tag {
        let id = href
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned();
        Tag {
            name: self.said(name),
            href: href.to_owned(),
            id,
        }
    }

    fn party(&self, name: &str, href: Option<&str>) -> Shared<PartyTag> {
        Shared::new(PartyTag {
            name: self.said(name),
            href: href.map(ToOwned::to_owned),
            organisation: None,
        })
    }

    fn party_of(&self, name: &str, organisation: &str) -> Shared<PartyTag> {
        let organisation = self.party(organisation, Some("/organisaties/lindecollege/"));
        Shared::new(PartyTag {
            name: self.said(name),
            href: None,
            organisation: Some(organisation),
        })
    }

    fn page(
        &self,
        kind: &'static str,
        section: &'static str,
        title: &str,
        path: &str,
        trail: &[(&str, &str)],
    ) -> PageHead {
        let alternates = [("nl", "Nederlands", ""), ("en", "English", "/en")]
            .map(|(lang, name, prefix)| Alternate {
                lang,
                name,
                href: format!("{prefix}{path}"),
                absolute: Some(format!("https://veenland.example{prefix}{path}")),
                current: lang == self.language.tag(),
            })
            .to_vec();
        PageHead {
            kind,
            section,
            title: self.said(title),
            full_title: self.text(title),
            description: Some(
                self.text("Vragen, aanbod, deals en ideeën over techniek op school in Veenland."),
            ),
            canonical: Some(format!("https://veenland.example{path}")),
            path: path.to_owned(),
            alternates,
            x_default: Some(format!("https://veenland.example{path}")),
            only_in: Some(self.text("Deze tekst is er alleen in het Nederlands.")),
            trail: trail
                .iter()
                .map(|(label, href)| {
                    Shared::new(Crumb {
                        label: self.said(label),
                        href: (*href).to_owned(),
                    })
                })
                .collect(),
            noindex: false,
            preview: Some(Preview {
                kind: if kind == "event" {
                    "article"
                } else {
                    "website"
                },
                locale: "nl_NL",
                other_locales: vec!["en_GB"],
                published: (kind == "event").then(|| "2023-11-20".to_owned()),
                modified: None,
            }),
            linked_data: Some(r#"{"@context":"https://schema.org","@graph":[]}"#.to_owned()),
            feed: matches!(kind, "region" | "theme" | "organisation")
                .then(|| format!("{path}feed.xml")),
            calendar: (kind == "event").then(|| More {
                label: self.text("Als bestand voor uw agenda"),
                href: format!("{path}agenda.ics"),
            }),
            policy: Policy::Plain,
            picture: Some(SocialPicture {
                href: "https://veenland.example/social.png".to_owned(),
                alt: self.text(title),
                width: 1200,
                height: 630,
            }),
            short: Some("https://veenland.example/d/7k3m/".to_owned()),
        }
    }

    fn noorderveld(&self) -> Tag {
        self.tag("Noorderveld", "/regios/noorderveld/")
    }

    fn docenten(&self) -> Tag {
        self.tag("Docenten", "/themas/docenten/")
    }

    fn event(&self) -> Shared<EventCard> {
        Shared::new(EventCard {
            title: self.said("Techniekdag Veenland 2023"),
            href: "/bijeenkomsten/2023-techniekdag/".to_owned(),
            date: "donderdag 9 november 2023".to_owned(),
            date_iso: "2023-11-09".to_owned(),
            year: "2023".to_owned(),
            place: Some(self.text("Ommerveen")),
            status: None,
            summary: Some(self.said(
                "Scholen, bedrijven en gemeenten legden vragen en aanbod naast elkaar. Er kwamen vier deals uit, en drie vragen staan nog open.",
            )),
        })
    }

    fn older_event(&self) -> Shared<EventCard> {
        Shared::new(EventCard {
            title: self.said("Regiotafels Middenland"),
            href: "/bijeenkomsten/2022-regiotafels/".to_owned(),
            date: "woensdag 16 november 2022".to_owned(),
            date_iso: "2022-11-16".to_owned(),
            year: "2022".to_owned(),
            place: Some(self.text("Lindehoek")),
            status: Some(self.text("Verplaatst")),
            summary: None,
        })
    }

    fn status(&self) -> StatusLine {
        StatusLine {
            key: "underway",
            label: self.text("Loopt"),
            as_of: "stand van 14 maart 2024".to_owned(),
            due: Some(self.text("Moet klaar zijn op 1 juli 2025")),
            silence: None,
        }
    }

    fn half(&self, title: &str, by: &str) -> HalfCard {
        HalfCard {
            title: self.said(title),
            href: Some("/bijeenkomsten/2023-techniekdag/vragen/lassen/".to_owned()),
            by: vec![self.party(by, Some("/organisaties/lindecollege/"))],
        }
    }

    pub(super) fn deals(&self) -> Vec<Shared<DealCard>> {
        let belongs = |title: &str, href: &str| DealCard {
            title: self.said(title),
            href: href.to_owned(),
            asks: Vec::new(),
            offers: Vec::new(),
            parties: Vec::new(),
            status: Some(self.status()),
            regions: shared(vec![self.noorderveld()]),
            themes: shared(vec![
                self.docenten(),
                self.tag("Imago van de techniek", "/themas/imago/"),
            ]),
            event: Shared::new(self.tag(
                "Techniekdag Veenland 2023",
                "/bijeenkomsten/2023-techniekdag/",
            )),
            date: "9 november 2023".to_owned(),
        };
        shared(vec![
            DealCard {
                asks: vec![self.half(
                    "Wie kan onze leerlingen laten zien hoe je vandaag last?",
                    "Lindecollege, Ommerveen",
                )],
                offers: vec![self.half(
                    "Acht lassers geven elk twee gastlessen per jaar, met eigen apparatuur.",
                    "Bedrijvenkring Vechtoever",
                )],
                ..belongs(
                    "Gastlessen lassen op het Lindecollege",
                    "/bijeenkomsten/2023-techniekdag/deals/lassen/",
                )
            },
            DealCard {
                asks: vec![
                    HalfCard {
                        href: None,
                        by: vec![self.party_of("Twee docenten", "Lindecollege")],
                        ..self.half(
                            "Onze docenten willen bijblijven met robots en besturing.",
                            "",
                        )
                    },
                    self.half(
                        "Waar kunnen docenten een dag meelopen?",
                        "Drie vmbo-scholen in Noorderveld",
                    ),
                ],
                offers: vec![self.half(
                    "Een week meelopen in de fabriek, elk najaar tien plaatsen.",
                    "Machinefabriek De Kroon",
                )],
                status: Some(StatusLine {
                    key: "agreed",
                    label: "Afgesproken".to_owned(),
                    as_of: "stand van 9 november 2023".to_owned(),
                    due: None,
                    silence: Some("Sinds november 2023 geen bericht".to_owned()),
                }),
                ..belongs(
                    "Samen bijscholen in robotica",
                    "/bijeenkomsten/2023-techniekdag/deals/robotica/",
                )
            },
            DealCard {
                offers: vec![self.half(
                    "Een rijdend technieklokaal voor basisscholen.",
                    "Waterschap Veenland",
                )],
                status: None,
                ..belongs(
                    "Technieklokaal op wielen",
                    "/bijeenkomsten/2023-techniekdag/deals/wielen/",
                )
            },
            DealCard {
                parties: vec![
                    self.party("Lindecollege", Some("/organisaties/lindecollege/")),
                    self.party("Gemeente Ommerveen", None),
                ],
                ..belongs(
                    "Samen een open dag",
                    "/bijeenkomsten/2023-techniekdag/deals/open-dag/",
                )
            },
        ])
    }

    pub(super) fn leads(&self) -> Vec<Shared<LeadCard>> {
        let lead = |side, title: &str, by: &str, question| LeadCard {
            side,
            title: self.said(title),
            href: Some("/bijeenkomsten/2023-techniekdag/vragen/autos/".to_owned()),
            by: vec![self.party(by, None)],
            status: Some(StatusLine {
                key: "open",
                label: "Open".to_owned(),
                as_of: "stand van 9 november 2023".to_owned(),
                due: None,
                silence: None,
            }),
            open: true,
            question,
            matches: Vec::new(),
            regions: shared(vec![self.noorderveld()]),
            themes: shared(vec![self.docenten()]),
            event: Shared::new(self.tag(
                "Techniekdag Veenland 2023",
                "/bijeenkomsten/2023-techniekdag/",
            )),
            date: "9 november 2023".to_owned(),
        };
        shared(vec![
            LeadCard {
                matches: vec![
                    self.tag(
                        "Werkplaats op vrijdag vrij",
                        "/bijeenkomsten/2023-techniekdag/aanbod/werkplaats/",
                    ),
                    self.tag("Leerplek bij Hof", "/x/"),
                ],
                ..lead(
                    "ask",
                    "Gezocht: een plek om met elektrische auto’s te oefenen",
                    "Lindecollege",
                    "Wie kan dit bieden?",
                )
            },
            lead(
                "ask",
                "Wie vertelt meisjes uit groep 8 over werken in de installatietechniek?",
                "Basisschool De Es",
                "Wie kan dit bieden?",
            ),
            LeadCard {
                href: None,
                ..lead(
                    "offer",
                    "Rondleiding waterzuivering, dertig leerlingen per keer",
                    "Waterschap Veenland",
                    "Wie wil dit gebruiken?",
                )
            },
            LeadCard {
                open: false,
                ..lead(
                    "offer",
                    "Oude draaibank",
                    "Machinefabriek De Kroon",
                    "Wie wil dit gebruiken?",
                )
            },
        ])
    }

    fn ideas(&self) -> Vec<Shared<IdeaCard>> {
        let idea = |title: &str, href: Option<&str>| IdeaCard {
            title: self.said(title),
            href: href.map(ToOwned::to_owned),
            by: vec![self.party_of("Twee docenten", "Lindecollege")],
            status: None,
            regions: shared(vec![self.noorderveld()]),
            themes: shared(vec![self.tag("Imago van de techniek", "/themas/imago/")]),
            event: Shared::new(self.tag(
                "Techniekdag Veenland 2023",
                "/bijeenkomsten/2023-techniekdag/",
            )),
            date: "9 november 2023".to_owned(),
        };
        shared(vec![
            idea(
                "Eén techniekdag voor alle basisscholen",
                Some("/bijeenkomsten/2023-techniekdag/ideeen/techniekdag/"),
            ),
            IdeaCard {
                by: Vec::new(),
                ..idea("Laat leerlingen het lokaal zelf inrichten", None)
            },
        ])
    }

    fn themes(&self) -> Vec<Count> {
        [
            ("Docenten", "docenten", 15),
            ("Loopbaanoriëntatie", "lob", 12),
            ("Primair onderwijs", "primair", 9),
            ("Imago van de techniek", "imago", 8),
            ("Bedrijfsleven", "bedrijven", 7),
            (LONG, "commissie", 4),
        ]
        .map(|(name, id, count)| Count {
            tag: self.tag(name, &format!("/themas/{id}/")),
            count,
            said: format!("{count} deals en ideeën"),
        })
        .to_vec()
    }

    fn regions(&self) -> Vec<RegionRow> {
        [
            ("Noorderveld", 7, 3, 11),
            ("Westerkwartier", 3, 1, 7),
            ("Middenland", 4, 2, 8),
            ("Oosterzoom", 1, 0, 5),
            ("Rivierdorpen", 2, 1, 6),
            ("Zuiderwaard", 0, 0, 4),
        ]
        .map(|(name, deals, leads, ideas)| RegionRow {
            tag: self.tag(name, &format!("/regios/{}/", name.to_lowercase())),
            kind: None,
            deals: self.tally(deals),
            leads,
            ideas: self.tally(ideas),
            events: 3,
            children: if name == "Noorderveld" {
                self.municipalities()
            } else {
                Vec::new()
            },
        })
        .to_vec()
    }

    fn tally(&self, number: usize) -> Tally {
        let shown = if number == 0 {
            "niet bijgehouden".to_owned()
        } else {
            format!("{number}+")
        };
        Tally {
            number,
            said: self.text(&shown),
            shown,
            kept: number > 0,
        }
    }

    fn map(&self) -> RegionMap {
        let text = |y, text: &str| MapText {
            x: 10,
            y,
            text: self.text(text),
        };
        RegionMap {
            label: self.text("Kaart: deals per regio"),
            note: self.text("Het aantal deals per regio."),
            unit: self.text("Deals per regio"),
            width: 300,
            height: 300,
            pixels: 375,
            tiled: true,
            many: false,
            hatch: 8,
            areas: vec![MapArea {
                href: "/regios/noorderveld/".to_owned(),
                said: self.text("Noorderveld: 7 deals"),
                shade: 4,
                path: "M2 2h96v96h-96z".to_owned(),
                name: vec![text(20, "Noorder-"), text(35, "veld")],
                lang: Some("nl"),
                short: Some(text(26, "Noord.")),
                number: Some(text(86, "7")),
            }],
            legend: vec![
                MapShade {
                    shade: 0,
                    said: "0".to_owned(),
                },
                MapShade {
                    shade: 4,
                    said: self.text("6 of 7"),
                },
            ],
        }
    }

    fn chart(&self) -> Chart {
        let bar = |name: &str, href: Option<&str>, number| Bar {
            name: self.said(name),
            href: href.map(ToOwned::to_owned),
            number,
        };
        Chart {
            title: self.text("Deals naar stand"),
            names: "Stand",
            numbers: "Deals",
            most: 4,
            bars: vec![
                bar("Loopt", Some("/deals/status/lopend/"), 4),
                bar(LONG, None, 3),
            ],
        }
    }

    fn municipalities(&self) -> Vec<RegionRow> {
        ["Ommerveen", "Lindehoek", LONG]
            .map(|name| RegionRow {
                tag: self.tag(name, &format!("/regios/{}/", name.to_lowercase())),
                kind: Some("Gemeente".to_owned()),
                deals: self.tally(2),
                leads: 1,
                ideas: self.tally(0),
                events: 2,
                children: Vec::new(),
            })
            .to_vec()
    }

    fn numbers(&self) -> Vec<Number> {
        let number = |value: &str, label: &str, href: Option<&str>| Number {
            value: value.to_owned(),
            label: self.text(label),
            kept: true,
            href: href.map(ToOwned::to_owned),
        };
        vec![
            number(
                "70+",
                "deelnemers uit onderwijs, bedrijven en overheid",
                None,
            ),
            number(
                "17",
                "deals vastgelegd, waarvan drie klaar",
                Some("/deals/"),
            ),
            number("38", "ideeën", Some("/ideeen/")),
            number("9", "vragen en aanbod nog open", Some("/openstaand/")),
            Number {
                value: "niet bijgehouden".to_owned(),
                label: self.text("nieuwe partners"),
                kept: false,
                href: None,
            },
        ]
    }

    fn outcomes(&self) -> Vec<OutcomeCard> {
        [
            "In elke regio wordt al samengewerkt, vaak zonder dat de buren het weten.",
            "Het primair onderwijs hoort er vanaf het begin bij.",
        ]
        .iter()
        .enumerate()
        .map(|(index, text)| OutcomeCard {
            id: format!("uitkomst-{index}"),
            text: self.html(&format!("<p>{text}</p>")),
            themes: shared(vec![self.docenten()]),
            regions: Vec::new(),
            event: Some(Shared::new(self.tag(
                "Techniekdag Veenland 2023",
                "/bijeenkomsten/2023-techniekdag/",
            ))),
        })
        .collect()
    }

    fn quotes(&self) -> Vec<QuoteCard> {
        vec![QuoteCard {
            id: "citaat-1".to_owned(),
            text: self
                .html("<p>Ik kwam met één vraag en ging naar huis met drie telefoonnummers.</p>"),
            by: self.party("Marit Oosterhof", Some("/mensen/marit-oosterhof/")),
            role: Some(self.said("docent techniek")),
            event: None,
        }]
    }

    fn figures(&self) -> Vec<FigureCard> {
        let year = |year: &str, value: &str, current| FigureYear {
            year: year.to_owned(),
            value: self.said(value),
            href: format!("/bijeenkomsten/{year}-techniekdag/"),
            current,
        };
        vec![
            FigureCard {
                id: "cijfer-1".to_owned(),
                label: self.said("leerlingen kozen een technisch profiel"),
                value: self.said("1.240"),
                unit: None,
                source: Some(self.said("Veenlands Bureau voor Cijfers")),
                as_of: Some("1 oktober 2023".to_owned()),
                event: None,
                over_years: vec![
                    year("2021", "1.105", false),
                    year("2022", "1.180", false),
                    year("2023", "1.240", true),
                ],
            },
            FigureCard {
                id: "cijfer-2".to_owned(),
                label: self
                    .said("van de vacatures in de techniek staat langer dan een half jaar open"),
                value: self.said("31"),
                unit: Some(self.said("procent")),
                source: None,
                as_of: None,
                event: None,
                over_years: Vec::new(),
            },
        ]
    }

    fn photos(&self) -> Vec<PhotoCard> {
        let photo = |number: u32| PhotoCard {
            id: format!("foto-{number}"),
            sources: vec![PhotoSource {
                media_type: "image/webp",
                srcset: format!(
                    "/media/foto-{number}-480.webp 480w, /media/foto-{number}-960.webp 960w"
                ),
            }],
            srcset: format!("/media/foto-{number}-480.jpg 480w, /media/foto-{number}-960.jpg 960w"),
            src: format!("/media/foto-{number}-960.jpg"),
            width: 960,
            height: 640,
            lazy: true,
            position: Some(self.text(&format!("Foto {number} van 2"))),
            alt: self.said("Twee leerlingen met lashelm achter een werkbank"),
            caption: Some(self.said("Aan het eind van de dag mocht iedereen zelf lassen.")),
            credit: Some(self.text("Studio Veen")),
            people: Vec::new(),
        };
        vec![photo(1), photo(2)]
    }

    fn resources(&self) -> Vec<ResourceCard> {
        vec![ResourceCard {
            id: "presentatie".to_owned(),
            title: self.said("Cijfers over onderwijs en werk in Veenland"),
            href: "/bijeenkomsten/2023-techniekdag/media/cijfers.pdf".to_owned(),
            note: "Presentatie, PDF, 1,2 MB".to_owned(),
            lang: Some("en"),
            external: false,
            inaccessible: Some("Niet voor iedereen leesbaar".to_owned()),
            alternative: Some(self.text("vraag de tekst op bij de school")),
        }]
    }

    fn corrections(&self) -> Vec<CorrectionRow> {
        vec![CorrectionRow {
            date: "2 december 2023".to_owned(),
            date_iso: "2023-12-02".to_owned(),
            text: self.html("<p>De naam van de school stond er verkeerd.</p>"),
            of: Some(self.tag(
                "Samen bijscholen in robotica",
                "/bijeenkomsten/2023-techniekdag/deals/robotica/",
            )),
        }]
    }

    fn updates(&self) -> Vec<UpdateRow> {
        vec![
            UpdateRow {
                date: "14 maart 2024".to_owned(),
                date_iso: "2024-03-14".to_owned(),
                kind: "news",
                newest: true,
                key: Some("underway"),
                status: Some("Loopt".to_owned()),
                text: Some(
                    self.html("<p>De eerste vier lessen zijn gegeven. Leerlingen van het derde jaar lasten een fietsenrek voor de school.</p>"),
                ),
                source: Some(self.said("nieuwsbrief van het Lindecollege")),
                source_href: Some("https://lindecollege.example/nieuws".to_owned()),
            },
            UpdateRow {
                date: "20 november 2023".to_owned(),
                date_iso: "2023-11-20".to_owned(),
                kind: "start",
                newest: false,
                key: None,
                status: None,
                text: Some(self.html("<p>De roosters liggen naast elkaar.</p>")),
                source: None,
                source_href: None,
            },
        ]
    }

    fn speakers(&self) -> Vec<SpeakerCard> {
        vec![
            SpeakerCard {
                person: self.party("Marit Oosterhof", Some("/mensen/marit-oosterhof/")),
                role: Some(self.said("docent techniek")),
                organisation: Some(self.party("Lindecollege", Some("/organisaties/lindecollege/"))),
                part: None,
                text: Some(
                    self.html("<p>School en bedrijf hebben elkaar nodig. Wie een vraag hardop stelt, krijgt vaker antwoord dan wie wacht.</p>"),
                ),
                sessions: vec![self.tag("Vraag en aanbod", "/bijeenkomsten/2023-techniekdag/programma/tafels/")],
            },
            SpeakerCard {
                person: self.party("Jelle van der Veen", None),
                role: None,
                organisation: None,
                part: Some("Gespreksleider".to_owned()),
                text: None,
                sessions: Vec::new(),
            },
        ]
    }

    fn sessions(&self) -> Vec<SessionRow> {
        let row = |id: &str, time: &str, title: &str| SessionRow {
            id: id.to_owned(),
            title: self.said(title),
            href: None,
            time: Some(time.to_owned()),
            room: None,
            kind: None,
            question: None,
            speakers: Vec::new(),
            led_by: Vec::new(),
            parts: Vec::new(),
        };
        let mut table = row("tafels", "14.00–15.30 uur", "Regiotafels: vraag en aanbod");
        table.href = Some("/bijeenkomsten/2023-techniekdag/programma/tafels/".to_owned());
        table.kind = Some("Regiotafel".to_owned());
        table.room = Some(self.said("Grote zaal"));
        table.question = Some(self.said("Wat heeft u nodig, en wat kunt u missen?"));
        table.led_by = vec![self.party("Jelle van der Veen", None)];
        table.parts = vec![
            row("tafel-noord", "14.00 uur", "Tafel Noorderveld"),
            SessionRow {
                time: None,
                ..row("tafel-midden", "", "Tafel Middenland")
            },
        ];
        let mut talk = row(
            "cijfers",
            "13.30–14.00 uur",
            "Cijfers over onderwijs en arbeidsmarkt",
        );
        talk.speakers = vec![self.party("Marit Oosterhof", Some("/mensen/marit-oosterhof/"))];
        vec![
            row("welkom", "13.15 uur", "Welkom"),
            talk,
            table,
            SessionRow {
                time: None,
                ..row("slot", "", "Langs alle tafels")
            },
        ]
    }

    fn years() -> Vec<YearRow> {
        [
            ("2020", 1, 2, 1, 4),
            ("2021", 2, 5, 0, 9),
            ("2022", 3, 3, 2, 11),
            ("2023", 4, 7, 6, 14),
        ]
        .map(|(year, events, deals, leads, ideas)| YearRow {
            year: year.to_owned(),
            href: format!("/jaren/{year}/"),
            events,
            deals,
            leads,
            ideas,
        })
        .into()
    }

    fn events_of_years(&self) -> Vec<EventsOfYear> {
        vec![
            EventsOfYear {
                year: "2023".to_owned(),
                href: "/jaren/2023/".to_owned(),
                events: vec![self.event()],
            },
            EventsOfYear {
                year: "2022".to_owned(),
                href: "/jaren/2022/".to_owned(),
                events: vec![self.older_event(), self.older_event()],
            },
        ]
    }

    fn more(&self, label: &str) -> More {
        More {
            label: self.text(label),
            href: "/deals/".to_owned(),
        }
    }

    fn section<T>(&self, items: Vec<T>, label: &str) -> Section<T> {
        Section {
            total: items.len() + 3,
            items,
            more: Some(self.more(label)),
        }
    }

    fn harvested(&self) -> Harvested {
        Harvested {
            numbers: self.numbers(),
            deals: self.section(self.deals(), "Alle zeven deals in Noorderveld"),
            leads: self.section(
                self.leads(),
                "Alle openstaande vragen en aanbod in Noorderveld",
            ),
            ideas: self.section(self.ideas(), "Alle elf ideeën in Noorderveld"),
            events: self.events_of_years(),
            events_more: Some(self.more("Alle bijeenkomsten in Noorderveld")),
            by_status: Some(self.chart()),
            by_year: Self::years(),
            outcomes: self.section(self.outcomes(), "Alles wat bleef hangen"),
            sessions: Section::default(),
            figures: Section {
                items: self.figures(),
                total: 2,
                more: None,
            },
        }
    }

    pub(super) fn home(&self) -> HomeView {
        HomeView {
            site: self.site.clone(),
            page: self.page("home", "home", "Wat de regio’s ervan meenamen", "/", &[]),
            description: Some(self.said(
                "Vragen, aanbod, deals en ideeën uit twaalf bijeenkomsten over techniek op school.",
            )),
            span_of_years: Some("Verslagen van bijeenkomsten, 2018 tot nu".to_owned()),
            newest: Some(self.event()),
            numbers: self.numbers()[1..4].to_vec(),
            map: Some(self.map()),
            regions: self.regions(),
            all_regions: Some(self.more("Alle regio’s")),
            themes: self.themes(),
            deals: self.section(self.deals()[..2].to_vec(), "Alle deals"),
            leads: self.section(
                self.leads()[..3].to_vec(),
                "Alle openstaande vragen en aanbod",
            ),
            ideas: self.section(self.ideas(), "Alle ideeën"),
            events: self.section(vec![self.older_event()], "Alle bijeenkomsten"),
        }
    }

    pub(super) fn event_page(&self) -> EventView {
        EventView {
            site: self.site.clone(),
            page: self.page("event", "events", "Samen werken aan techniek in Veenland", "/bijeenkomsten/2023-techniekdag/", &[("Begin", "/"), ("Bijeenkomsten", "/bijeenkomsten/")]),
            id: "2023-techniekdag".to_owned(),
            title: self.said("Samen werken aan techniek in Veenland"),
            date: "donderdag 9 november 2023".to_owned(),
            date_iso: "2023-11-09".to_owned(),
            place: vec![self.text("De Oude Weverij"), self.text("Kanaalkade 4"), "Ommerveen".to_owned()],
            attendance: Some("In de zaal en online".to_owned()),
            notice: Some(self.text("Deze bijeenkomst stond eerst op 2 november.")),
            replaced_by: Some(self.older_event()),
            replaces: vec![self.older_event()],
            regions: shared(vec![self.tag("Veenland", "/regios/veenland/")]),
            themes: shared(vec![self.docenten(), self.tag("Imago van de techniek", "/themas/imago/")]),
            series: Some(self.tag("Techniekdag Veenland", "/reeksen/techniekdag/")),
            edition: Some(self.text("vierde keer")),
            organisers: vec![self.party("Provincie Veenland", Some("/organisaties/provincie-veenland/"))],
            published: Some("Verslag van 13 november 2023".to_owned()),
            updated: Some("Bijgewerkt op 2 december 2023".to_owned()),
            question: Some(self.said("Hoe maken we het technisch onderwijs aantrekkelijker?")),
            summary: Some(self.said("Onderwijs, bedrijven en gemeenten zochten elkaar op om plannen te maken. Vragen en aanbod kwamen bij elkaar, en er ontstonden nieuwe ideeën.")),
            participants_note: Some(self.said("Het aantal deelnemers is geteld bij de deur.")),
            hero: None,
            numbers: self.numbers(),
            text: Some(self.html("<p>De dag begon met een korte terugblik. Vorig jaar gingen drie scholen naar huis met een afspraak; alle drie lopen ze nog.</p><h3 id=\"aan-tafel\">Aan tafel</h3><p>Daarna schoof iedereen aan bij de tafel van de eigen regio. Wie een <a href=\"/openstaand/\">vraag</a> had, schreef die op een gele kaart. Wie iets te bieden had, nam een groene. <strong>Aan het eind van de middag hingen er vier paren.</strong></p><ul><li>Geel is een vraag.</li><li>Groen is aanbod.</li></ul><blockquote><p>Een vraag is het halve werk.</p></blockquote><table><thead><tr><th>Tafel</th><th>Kaarten</th></tr></thead><tbody><tr><td>Noorderveld</td><td>14</td></tr></tbody></table><pre><code>geel  + groen\n  =   deal</code></pre>")),
            speakers: self.speakers(),
            programme: vec![Day { label: Some("donderdag 9 november 2023".to_owned()), sessions: self.sessions() }],
            programme_page: Some(self.more("Het hele programma")),
            ideas: vec![
                Group { tag: Some(self.tag("Imago van de techniek", "/themas/imago/")), label: None, items: self.ideas() },
                Group { tag: None, label: Some("Zonder thema".to_owned()), items: self.ideas() },
            ],
            ideas_more: Some(self.more("Alle ideeën van deze bijeenkomst")),
            deals: self.section(self.deals(), "Alle deals van deze bijeenkomst"),
            leads: self.section(self.leads()[..3].to_vec(), "Alles wat nog open is"),
            needs: self.section(self.leads()[3..].to_vec(), "Alle vragen en aanbod"),
            outcomes: self.outcomes().into_iter().map(|card| OutcomeCard { event: None, ..card }).collect(),
            quotes: self.quotes(),
            figures: self.figures(),
            photos: self.photos(),
            resources: self.resources(),
            links: vec![LinkRow { title: self.said("Aankondiging op de site van de provincie"), href: "https://veenland.example/nieuws/".to_owned() }],
            sources: vec![SourceRow { title: self.said("Nieuwsbericht van de provincie"), href: Some("https://veenland.example/nieuws/1".to_owned()), date: Some("13 november 2023".to_owned()), archived: Some("https://veenland.example/bewaard/1".to_owned()) }],
            corrections: self.corrections(),
            kept_notes: vec![self.text("Er zijn minstens twee ideeën; niet alles is vastgelegd.")],
            previous: Some(self.older_event()),
            print: More { label: self.text("Het hele verslag"), href: "/bijeenkomsten/2023-techniekdag/afdrukken/".to_owned() },
            next: Some(self.event()),
        }
    }

    pub(super) fn session(&self) -> SessionView {
        SessionView {
            site: self.site.clone(),
            page: self.page(
                "session",
                "events",
                "Regiotafels: vraag en aanbod",
                "/bijeenkomsten/2023-techniekdag/programma/tafels/",
                &[
                    ("Begin", "/"),
                    ("Techniekdag", "/bijeenkomsten/2023-techniekdag/"),
                ],
            ),
            event: self.event(),
            session: self.sessions()[2].clone(),
            date: "donderdag 9 november 2023".to_owned(),
            part_of: Some(self.tag(
                "Middagprogramma",
                "/bijeenkomsten/2023-techniekdag/programma/middag/",
            )),
            regions: shared(vec![self.noorderveld()]),
            themes: shared(vec![self.docenten()]),
            text: Some(self.html("<p>Aan elke tafel lag een kaart van de regio.</p>")),
            speakers: self.speakers(),
            ideas: self.ideas(),
            deals: self.deals(),
            needs: self.leads(),
            outcomes: self.outcomes(),
            quotes: self.quotes(),
            photos: self.photos(),
            resources: self.resources(),
            corrections: self.corrections(),
        }
    }

    pub(super) fn programme(&self) -> ProgrammeView {
        ProgrammeView {
            site: self.site.clone(),
            page: self.page(
                "programme",
                "events",
                "Programma van de Techniekdag",
                "/bijeenkomsten/2023-techniekdag/programma/",
                &[("Begin", "/")],
            ),
            event: self.event(),
            days: vec![ProgrammeDay {
                id: "2023-11-09".to_owned(),
                label: "donderdag 9 november 2023".to_owned(),
                rooms: vec![ProgrammeRoom {
                    name: Some(self.said("Grote zaal")),
                    sessions: self.sessions(),
                }],
            }],
        }
    }

    pub(super) fn idea(&self) -> IdeaView {
        IdeaView {
            site: self.site.clone(),
            page: self.page(
                "idea",
                "ideas",
                "Eén techniekdag voor alle basisscholen",
                "/bijeenkomsten/2023-techniekdag/ideeen/techniekdag/",
                &[("Begin", "/"), ("Techniekdag", "/bijeenkomsten/2023-techniekdag/")],
            ),
            title: self.said("Eén techniekdag voor alle basisscholen"),
            text: Some(self.html("<p>Nu organiseert elke school haar eigen dag. Samen past er een echte werkplaats op het plein.</p>")),
            by: vec![self.party_of("Twee docenten", "Lindecollege")],
            status: Some(self.status()),
            updates: self.updates(),
            regions: shared(vec![self.noorderveld()]),
            themes: shared(vec![self.docenten()]),
            session: Some(self.tag("Regiotafels", "/bijeenkomsten/2023-techniekdag/programma/tafels/")),
            event: self.event(),
            deals: self.deals()[..1].to_vec(),
            resources: self.resources(),
            corrections: self.corrections(),
        }
    }

    pub(super) fn deal(&self) -> DealView {
        let half = |side, card: HalfCard, event| {
            Half {
            side,
            card,
            text: Some(
                self.html("<p>In de bovenbouw lasten we nog met toestellen van twintig jaar oud. Leerlingen zien op hun stage iets heel anders.</p>"),
            ),
            event,
        }
        };
        let card = DealCard::clone(&self.deals()[0]);
        DealView {
            site: self.site.clone(),
            page: self.page("deal", "deals", "Gastlessen lassen op het Lindecollege", "/bijeenkomsten/2023-techniekdag/deals/lassen/", &[("Begin", "/"), ("Techniekdag", "/bijeenkomsten/2023-techniekdag/"), ("Deals", "/bijeenkomsten/2023-techniekdag/deals/")]),
            title: self.said("Gastlessen lassen op het Lindecollege"),
            text: Some(self.html("<p>Acht lassers uit de streek geven elk twee lessen per jaar. De school zorgt voor de roosters, de bedrijven voor het materiaal.</p>")),
            asks: card.asks.into_iter().map(|card| half("ask", card, None)).collect(),
            offers: card.offers.into_iter().map(|card| half("offer", card, Some(self.older_event()))).collect(),
            ideas: self.ideas(),
            parties: vec![self.party("Lindecollege", Some("/organisaties/lindecollege/")), self.party("Bedrijvenkring Vechtoever", None)],
            contact: None,
            status: Some(self.status()),
            no_status: None,
            updates: self.updates(),
            agreed: Some("9 november 2023".to_owned()),
            due: Some("1 juli 2025".to_owned()),
            regions: shared(vec![self.noorderveld()]),
            themes: shared(vec![self.docenten()]),
            session: Some(self.tag("Regiotafels", "/bijeenkomsten/2023-techniekdag/programma/tafels/")),
            event: self.event(),
            resources: self.resources(),
            corrections: self.corrections(),
        }
    }

    pub(super) fn need(&self, side: &'static str, open: bool) -> NeedView {
        let [ask, _, offer, _] =
            <[Shared<LeadCard>; 4]>::try_from(self.leads()).expect("four leads");
        let (own, other) = if side == "ask" {
            (ask, offer)
        } else {
            (offer, ask)
        };
        let own = LeadCard::clone(&own);
        NeedView {
            site: self.site.clone(),
            page: self.page(
                if side == "ask" { "ask" } else { "offer" },
                "leads",
                &own.title.text,
                "/bijeenkomsten/2023-techniekdag/vragen/autos/",
                &[("Begin", "/"), ("Techniekdag", "/bijeenkomsten/2023-techniekdag/")],
            ),
            side,
            title: own.title,
            text: Some(
                self.html("<p>Onze leerlingen sleutelen aan auto’s van vóór 2015. Een middag per week bij een bedrijf zou al genoeg zijn.</p>"),
            ),
            by: own.by,
            contact: Some(self.party("Marit Oosterhof", Some("/mensen/marit-oosterhof/"))),
            status: own.status,
            no_status: None,
            open,
            question: own.question,
            matches: vec![
                MatchCard { lead: other.clone(), why: self.text("Zelfde regio, twee dezelfde thema’s") },
                MatchCard {
                    lead: Shared::new(LeadCard { href: Some("/x/".to_owned()), ..LeadCard::clone(&other) }),
                    why: "Regio ernaast, één zelfde thema".to_owned(),
                },
            ],
            deals: if open { Vec::new() } else { self.deals()[..1].to_vec() },
            updates: self.updates(),
            regions: shared(vec![self.noorderveld()]),
            themes: shared(vec![self.docenten()]),
            session: None,
            event: self.event(),
            resources: self.resources(),
            corrections: self.corrections(),
        }
    }

    pub(super) fn region(&self) -> RegionView {
        RegionView {
            site: self.site.clone(),
            page: self.page(
                "region",
                "regions",
                "Noorderveld",
                "/regios/noorderveld/",
                &[
                    ("Begin", "/"),
                    ("Regio’s", "/regios/"),
                    ("Veenland", "/regios/veenland/"),
                ],
            ),
            id: "noorderveld".to_owned(),
            name: self.said("Noorderveld"),
            kind: Some("Regio".to_owned()),
            parents: shared(vec![self.tag("Veenland", "/regios/veenland/")]),
            map: Some(self.map()),
            children: self.municipalities(),
            former_names: vec![self.text("Noordveld")],
            until: None,
            successor: Some(self.tag("Groot-Veenland", "/regios/groot-veenland/")),
            as_of: Some("Stand van 14 maart 2024".to_owned()),
            summary: Some(
                self.text(
                    "Zeven deals sinds 2018, waarvan drie klaar. Drie vragen staan nog open.",
                ),
            ),
            text: None,
            harvested: self.harvested(),
            themes: self.themes(),
            organisations: self.section(
                vec![
                    self.party("Lindecollege", Some("/organisaties/lindecollege/")),
                    self.party("Machinefabriek De Kroon", Some("/organisaties/de-kroon/")),
                ],
                "Alle organisaties",
            ),
            also_for: vec![AlsoFor {
                title: self.text("Ook voor heel Veenland"),
                tag: self.tag("Veenland", "/regios/veenland/"),
                deals: Section::default(),
                leads: Section::default(),
                ideas: self.section(self.ideas(), "Alle ideeën voor Veenland"),
                events: Section {
                    items: vec![self.event()],
                    total: 1,
                    more: None,
                },
            }],
            own_site: Some(self.own_site()),
        }
    }

    pub(super) fn theme(&self) -> ThemeView {
        ThemeView {
            site: self.site.clone(),
            page: self.page(
                "theme",
                "themes",
                LONG,
                "/themas/commissie/",
                &[("Begin", "/"), ("Thema’s", "/themas/")],
            ),
            id: "commissie".to_owned(),
            name: self.said(LONG),
            parents: shared(vec![self.docenten()]),
            children: self.themes()[..2].to_vec(),
            former_names: vec![self.text("LOB")],
            until: Some("Bestond tot 1 januari 2021.".to_owned()),
            successor: None,
            as_of: Some("Stand van 14 maart 2024".to_owned()),
            summary: Some(self.text("Vier deals en acht ideeën.")),
            text: Some(self.html("<p>Alles wat leerlingen helpt kiezen.</p>")),
            harvested: self.harvested(),
            regions: self.themes(),
            also_for: Vec::new(),
        }
    }

    pub(super) fn crossing(&self) -> CrossingView {
        CrossingView {
            site: self.site.clone(),
            page: self.page(
                "crossing",
                "regions",
                "Docenten in Noorderveld",
                "/regios/noorderveld/themas/docenten/",
                &[("Begin", "/"), ("Noorderveld", "/regios/noorderveld/")],
            ),
            region: self.noorderveld(),
            theme: self.docenten(),
            as_of: None,
            summary: Some(self.text("Twee deals.")),
            harvested: self.harvested(),
        }
    }

    pub(super) fn year(&self) -> YearView {
        YearView {
            site: self.site.clone(),
            page: self.page(
                "year",
                "years",
                "2023",
                "/jaren/2023/",
                &[("Begin", "/"), ("Jaren", "/jaren/")],
            ),
            year: "2023".to_owned(),
            summary: Some(self.text("Vier bijeenkomsten, zeven deals.")),
            harvested: self.harvested(),
            previous: Some(Crumb {
                label: self.said("2022"),
                href: "/jaren/2022/".to_owned(),
            }),
            next: None,
        }
    }

    fn did(&self) -> Did {
        let part = |person| PartRow {
            event: self.event(),
            role: Some(self.said("docent techniek")),
            organisation: Some(self.party("Lindecollege", Some("/organisaties/lindecollege/"))),
            part: Some("Panellid".to_owned()),
            text: Some(self.html("<p>School en bedrijf hebben elkaar nodig.</p>")),
            person,
        };
        Did {
            numbers: self.numbers()[1..3].to_vec(),
            spoke: self.section(
                vec![
                    part(None),
                    part(Some(
                        self.party("Marit Oosterhof", Some("/mensen/marit-oosterhof/")),
                    )),
                ],
                "Alles",
            ),
            organised: self.section(vec![self.event()], "Alles"),
            led: self.section(
                vec![self.tag(
                    "Regiotafels",
                    "/bijeenkomsten/2023-techniekdag/programma/tafels/",
                )],
                "Alles",
            ),
            asks: self.section(self.leads()[..2].to_vec(), "Alle vragen"),
            offers: self.section(self.leads()[2..].to_vec(), "Al het aanbod"),
            deals: self.section(self.deals(), "Alle deals"),
            ideas: self.section(self.ideas(), "Alle ideeën"),
            quotes: self.section(self.quotes(), "Alles"),
            events: self.events_of_years(),
        }
    }

    pub(super) fn person(&self) -> PersonView {
        PersonView {
            site: self.site.clone(),
            page: self.page(
                "person",
                "people",
                "Marit Oosterhof",
                "/mensen/marit-oosterhof/",
                &[("Begin", "/"), ("Mensen", "/mensen/")],
            ),
            name: self.text("Marit Oosterhof"),
            role: Some(self.said("docent techniek")),
            organisation: Some(self.party("Lindecollege", Some("/organisaties/lindecollege/"))),
            also: vec![self.text("M. Oosterhof")],
            text: Some(self.html("<p>Geeft les sinds 2009.</p>")),
            links: vec![LinkRow {
                title: self.said("Haar lessen"),
                href: "https://veenland.example/lessen/".to_owned(),
            }],
            did: self.did(),
        }
    }

    pub(super) fn organisation(&self) -> OrganisationView {
        OrganisationView {
            site: self.site.clone(),
            page: self.page(
                "organisation",
                "organisations",
                "Lindecollege",
                "/organisaties/lindecollege/",
                &[("Begin", "/"), ("Organisaties", "/organisaties/")],
            ),
            id: "lindecollege".to_owned(),
            own_site: Some(self.own_site()),
            name: self.said("Lindecollege"),
            kind: Some("School".to_owned()),
            regions: shared(vec![self.noorderveld()]),
            website: Some(LinkRow {
                title: self.said("lindecollege.example"),
                href: "https://lindecollege.example/".to_owned(),
            }),
            also: vec![self.text("Linde")],
            former_names: vec![self.text("Scholengemeenschap De Linde")],
            until: None,
            successor: None,
            predecessors: vec![self.tag("De Es", "/organisaties/de-es/")],
            text: None,
            people: vec![self.party("Marit Oosterhof", Some("/mensen/marit-oosterhof/"))],
            did: self.did(),
        }
    }

    pub(super) fn series(&self) -> SeriesView {
        let edition =
            |year: &str, participants: &str, deals: &str, returned: &[&str]| EditionColumn {
                event: Shared::new(EventCard {
                    title: self.said(&format!("Techniekdag Veenland {year}")),
                    href: format!("/bijeenkomsten/{year}-techniekdag/"),
                    date: format!("9 november {year}"),
                    date_iso: format!("{year}-11-09"),
                    year: year.to_owned(),
                    place: Some("Ommerveen".to_owned()),
                    status: None,
                    summary: None,
                }),
                edition: Some(self.text("vierde keer")),
                participants: participants.to_owned(),
                deals: deals.to_owned(),
                done: "1".to_owned(),
                open: "3".to_owned(),
                ideas: "minstens 2".to_owned(),
                returned: returned
                    .iter()
                    .map(|name| self.party(name, Some("/organisaties/lindecollege/")))
                    .collect(),
                returned_total: returned.len() + usize::from(returned.len() > 1),
            };
        SeriesView {
            site: self.site.clone(),
            page: self.page("series", "series", "Techniekdag Veenland", "/reeksen/techniekdag/", &[("Begin", "/"), ("Reeksen", "/reeksen/")]),
            name: self.said("Techniekdag Veenland"),
            kind: Some("Jaarlijkse dag".to_owned()),
            text: Some(self.html("<p>Elk jaar in november komen scholen en bedrijven uit de hele provincie een middag bij elkaar.</p>")),
            editions: vec![
                edition("2020", "niet bijgehouden", "2", &[]),
                edition("2021", "70+", "5", &["Lindecollege"]),
                edition("2022", "112", "3", &["Lindecollege", "Machinefabriek De Kroon"]),
                edition("2023", "140", "7", &["Lindecollege", "Machinefabriek De Kroon", "Waterschap Veenland"]),
            ],
            by_status: Some(self.chart()),
            figures: self.figures(),
        }
    }

    pub(super) fn overview(&self) -> OverviewView {
        let themes: Vec<Tag> = self.themes().into_iter().map(|count| count.tag).collect();
        let rows = self.regions().into_iter().flat_map(|row| {
            std::iter::once((0, row.clone())).chain(row.children.into_iter().map(|row| (1, row)))
        });
        let rows = rows.enumerate().map(|(index, (depth, row))| {
            let cells: Vec<OverviewCell> = themes
                .iter()
                .enumerate()
                .map(|(column, theme)| {
                    let total = (index * 7 + column * 5) % 12;
                    OverviewCell {
                        href: (total > 1).then(|| format!("{}themas/{}/", row.tag.href, theme.id)),
                        leads: total % 3,
                        shown: if total > 1 {
                            format!("{total}+")
                        } else {
                            "niet bijgehouden".to_owned()
                        },
                        said: format!("{}, {}: {total}", row.tag.name.text, theme.name.text),
                    }
                })
                .collect();
            OverviewRow {
                region: row.tag,
                depth,
                total: self.text("31+"),
                cells,
            }
        });
        OverviewView {
            site: self.site.clone(),
            page: self.page(
                "overview",
                "overview",
                "Overzicht",
                "/overzicht/",
                &[("Begin", "/")],
            ),
            rows: rows.collect(),
            themes: themes.clone(),
            intro: self.text(
                "Elke regio en elk thema naast elkaar. Een getal leidt naar wat er samen is.",
            ),
            has_none: true,
            has_not_kept: true,
            has_more: true,
        }
    }

    fn list(&self, kind: &'static str, title: &str, path: &str, listed: Listed) -> ListView {
        ListView {
            site: self.site.clone(),
            page: self.page(kind, "deals", title, path, &[("Begin", "/")]),
            count: self.text("17 deals"),
            narrowed_by: None,
            whole: Vec::new(),
            event: None,
            choose: Some(Choose {
                index: "/deals/index.json?v=0f9d4c21".to_owned(),
                one: self.text("deal"),
                more: self.text("deals"),
            }),
            narrowings: vec![
                Narrowing {
                    label: "Per regio",
                    choices: self.themes(),
                },
                Narrowing {
                    label: "Per jaar",
                    choices: self.themes()[..2].to_vec(),
                },
            ],
            charts: vec![self.chart()],
            map: (kind == "list-regions").then(|| self.map()),
            listed,
            empty: None,
            pager: Some(Pager {
                page: 2,
                pages: 5,
                label: "Pagina 2 van 5".to_owned(),
                previous: Some("/deals/".to_owned()),
                next: Some("/deals/pagina/3/".to_owned()),
            }),
        }
    }

    #[expect(
        clippy::too_many_lines,
        reason = "its lines became shorter; it is to be parted"
    )]
    pub(super) fn lists(&self) -> Vec<ListView> {
        let row = |name: &str, sort_name: &str| PersonRow {
            tag: self.party(name, Some("/mensen/marit-oosterhof/")),
            sort_name: self.text(sort_name),
            notes: vec![self.said("docent techniek"), self.said("Lindecollege")],
        };
        let group = |letter: &str, items| Group {
            tag: None,
            label: Some(letter.to_owned()),
            items,
        };
        let people = || {
            vec![
                group("O", vec![row("Marit Oosterhof", "Oosterhof, Marit")]),
                group("V", vec![row("Jelle van der Veen", "Veen, Jelle van der")]),
            ]
        };
        let mut narrowed = self.list(
            "list-deals",
            "Deals in Noorderveld",
            "/deals/regio/noorderveld/",
            Listed {
                deals: self.deals(),
                ..Listed::default()
            },
        );
        narrowed.narrowed_by = Some(self.noorderveld());
        narrowed.whole = vec![More {
            label: self.text("Alle deals"),
            href: "/deals/".to_owned(),
        }];
        narrowed.choose = None;
        narrowed.event = Some(self.event());
        let mut empty = self.list(
            "list-leads",
            "Nog open",
            "/openstaand/status/gesloten/",
            Listed::default(),
        );
        empty.empty = Some(self.text("Er staat niets open."));
        empty.pager = None;
        empty.narrowings = Vec::new();
        vec![
            self.list(
                "list-deals",
                "Deals",
                "/deals/",
                Listed {
                    deals: self.deals(),
                    ..Listed::default()
                },
            ),
            narrowed,
            empty,
            self.list(
                "list-ideas",
                "Ideeën",
                "/ideeen/",
                Listed {
                    ideas: self.ideas(),
                    ..Listed::default()
                },
            ),
            self.list(
                "list-leads",
                "Nog open",
                "/openstaand/",
                Listed {
                    leads: self.leads(),
                    ..Listed::default()
                },
            ),
            self.list(
                "list-events",
                "Bijeenkomsten",
                "/bijeenkomsten/",
                Listed {
                    events: self.events_of_years(),
                    ..Listed::default()
                },
            ),
            self.list(
                "list-people",
                "Mensen",
                "/mensen/",
                Listed {
                    people: people(),
                    ..Listed::default()
                },
            ),
            self.list(
                "list-organisations",
                "Organisaties",
                "/organisaties/",
                Listed {
                    organisations: people(),
                    ..Listed::default()
                },
            ),
            self.list(
                "list-regions",
                "Regio’s",
                "/regios/",
                Listed {
                    regions: self.regions(),
                    ..Listed::default()
                },
            ),
            self.list(
                "list-themes",
                "Thema’s",
                "/themas/",
                Listed {
                    themes: self.themes(),
                    ..Listed::default()
                },
            ),
            self.list(
                "list-series",
                "Reeksen",
                "/reeksen/",
                Listed {
                    series: vec![SeriesRow {
                        tag: self.tag("Techniekdag Veenland", "/reeksen/techniekdag/"),
                        kind: Some("Jaarlijkse dag".to_owned()),
                        note: self.text("4 bijeenkomsten, 2020–2023"),
                    }],
                    ..Listed::default()
                },
            ),
            self.list(
                "list-years",
                "Jaren",
                "/jaren/",
                Listed {
                    years: Self::years(),
                    ..Listed::default()
                },
            ),
        ]
    }

    pub(super) fn free_page(&self) -> FreePageView {
        FreePageView {
            site: self.site.clone(),
            page: self.page("page", "about", "Over deze site", "/over/", &[("Begin", "/")]),
            title: self.said("Over deze site"),
            summary: Some(self.said("Wat een bijeenkomst oplevert, hoort niet in een la.")),
            text: Some(self.html("<h2 id=\"wie\">Wie dit maakt</h2><p>De <a href=\"https://veenland.example/\">provincie Veenland</a> houdt bij wat er na een bijeenkomst gebeurt.</p><ol><li>Eerst een vraag.</li><li>Dan aanbod.</li></ol>")),
        }
    }

    pub(super) fn notice(&self) -> NoticeView {
        NoticeView {
            site: self.site.clone(),
            page: self.page(
                "accessibility",
                "page",
                "Toegankelijkheid",
                "/toegankelijkheid/",
                &[],
            ),
            title: self.said("Toegankelijkheid"),
            lead_in: "Iedereen moet deze site kunnen lezen.",
            parts: vec![NoticePart {
                title: "Werkt er iets niet?",
                sentences: vec!["Laat het weten."],
                ways: vec![
                    NoticeWay {
                        label: None,
                        text: self.said("post@veenland.example"),
                        href: Some("mailto:post@veenland.example".to_owned()),
                    },
                    NoticeWay {
                        label: Some("Of:"),
                        text: self.said("aan de balie"),
                        href: None,
                    },
                ],
            }],
        }
    }

    pub(super) fn search(&self) -> SearchView {
        let filter = |name, key: &str, label| SearchFilter {
            name,
            key: key.to_owned(),
            label,
        };
        let way = |label: &str, href: &str| Crumb {
            label: self.said(label),
            href: href.to_owned(),
        };
        let mut page = self.page("search", "search", "Zoeken", "/zoeken/", &[("Begin", "/")]);
        page.noindex = true;
        page.policy = Policy::Searches;
        SearchView {
            site: self.site.clone(),
            page,
            index: vec!["/zoeken/index/".to_owned(), "/zoeken/index/2/".to_owned()],
            filters: vec![
                filter("kind", "soort", "Soort"),
                filter("region", "regio", "Regio"),
            ],
            ways: vec![way("Regio’s", "/regios/"), way("Thema’s", "/themas/")],
        }
    }

    pub(super) fn not_found(&self) -> NotFoundView {
        let mut page = self.page("not-found", "", "Deze pagina is er niet", "/404.html", &[]);
        page.canonical = None;
        page.noindex = true;
        NotFoundView {
            site: self.site.clone(),
            page,
        }
    }

    pub(super) fn redirect(&self) -> RedirectView {
        RedirectView {
            lang: self.language.tag(),
            title: self.text("Techniekdag Veenland 2023"),
            href: "/bijeenkomsten/2023-techniekdag/".to_owned(),
            canonical: Some("https://veenland.example/bijeenkomsten/2023-techniekdag/".to_owned()),
            policy: Policy::LeadsOn,
            words: self.site.words.clone(),
        }
    }
}

fn head(language: Language, title: &str) -> SiteHead {
    let said = |text: &str| LocalText {
        text: text.to_owned(),
        lang: None,
    };
    let item = |section, label: &str, href: &str| MenuItem {
        section,
        label: said(label),
        href: href.to_owned(),
    };
    let (light, dark) = (Some("#faf8f4".to_owned()), Some("#12161d".to_owned()));
    let paper = LookOption {
        light,
        dark,
        ..LookOption::default()
    };
    let logo = LookOption {
        href: Some("/assets/logo.svg".to_owned()),
        width: Some(40),
        height: Some(30),
        ..LookOption::default()
    };
    let options = [("paper".to_owned(), paper), ("logo".to_owned(), logo)].into();
    SiteHead {
        title: said(title),
        description: None,
        lang: language.tag(),
        home: "/".to_owned(),
        assets: "/assets/".to_owned(),
        stylesheet: "/assets/style.css".to_owned(),
        colours: Some("/assets/colours.css".to_owned()),
        chosen: Some("/assets/options.css".to_owned()),
        icon: Some("/assets/icon.svg".to_owned()),
        scripts: ["choose", "gallery", "search", "share"]
            .map(|name| (name.to_owned(), format!("/assets/{name}.js")))
            .into(),
        search: Some("/zoeken/".to_owned()),
        options,
        feed: Some("/feed.xml".to_owned()),
        menu: vec![
            item("events", "Bijeenkomsten", "/bijeenkomsten/"),
            item("regions", "Regio’s", "/regios/"),
            item("themes", "Thema’s", "/themas/"),
            item("deals", "Deals", "/deals/"),
            item("leads", "Nog open", "/openstaand/"),
            item("overview", "Overzicht", "/overzicht/"),
        ],
        footer: vec![
            item("about", "Over deze site", "/over/"),
            item("people", "Mensen", "/mensen/"),
            item("organisations", "Organisaties", "/organisaties/"),
            item("series", "Reeksen", "/reeksen/"),
            item("years", "Jaren", "/jaren/"),
        ],
        publisher: Some(said("Provincie Veenland (verzonnen)")),
        licence: Some(said("CC BY 4.0")),
        generator: "oogst 0.1.0".to_owned(),
        words: Shared::new(Interface::new(language)),
    }
}

/// Cards as views hold them.
fn shared<T: serde::Serialize>(cards: Vec<T>) -> Vec<Shared<T>> {
    cards.into_iter().map(Shared::new).collect()
}
