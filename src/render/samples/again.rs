//! Views of what is shown again elsewhere: in a frame of another site, and on paper.

use super::Samples;
use crate::pages::view::*;

impl Samples {
    pub(super) fn own_site(&self) -> OwnSite {
        OwnSite {
            page: "/regios/noorderveld/insluiten/".to_owned(),
            frame: self.text(
                "<iframe src=\"https://veenland.example/regios/noorderveld/insluiten/\"></iframe>",
            ),
            snippet: self.text("<div lang=\"nl\">\n<h3>Noorderveld</h3>\n</div>"),
        }
    }

    pub(in crate::render) fn embed(&self) -> EmbedView {
        let brief = |kind, href: Option<&str>, status| Brief {
            kind,
            title: self.said("Samen leren lassen"),
            href: href.map(ToOwned::to_owned),
            status,
            date: "9 november 2023".to_owned(),
        };
        EmbedView {
            site: self.site.clone(),
            page: self.page(
                "embed",
                "regions",
                "Noorderveld",
                "/regios/noorderveld/insluiten/",
                &[],
            ),
            name: self.said("Noorderveld"),
            kind: "Regio".to_owned(),
            summary: Some(self.text("Drie deals.")),
            numbers: vec![Number {
                value: "3".to_owned(),
                label: self.text("deals vastgelegd"),
                kept: true,
                href: None,
            }],
            deals: vec![brief(
                "deal",
                Some("/bijeenkomsten/2023-techniekdag/deals/lassen/"),
                Some(self.status()),
            )],
            leads: vec![
                brief(
                    "ask",
                    Some("/bijeenkomsten/2023-techniekdag/vragen/autos/"),
                    None,
                ),
                brief("offer", None, None),
            ],
            as_of: Some("Stand van 14 maart 2024".to_owned()),
            whole: More {
                label: self.text("Alles over Noorderveld"),
                href: "/regios/noorderveld/".to_owned(),
            },
        }
    }

    pub(in crate::render) fn print(&self) -> PrintView {
        fn printed<T>(id: &str, whole: T) -> Printed<T> {
            Printed {
                id: id.to_owned(),
                address: Some(format!("https://veenland.example/{id}/")),
                whole,
            }
        }
        let line = |id: &str| {
            vec![ContentsLine {
                id: id.to_owned(),
                title: self.said("Samen leren lassen"),
            }]
        };
        let chapter = |id, lines| Chapter {
            id,
            title: "Een deel",
            lines,
        };
        let parts = [
            "recap",
            "speakers",
            "quotes",
            "programme",
            "outcomes",
            "figures",
            "resources",
            "photos",
            "links",
            "kept",
            "sources",
            "corrections",
            "names",
        ];
        let records = [
            ("ideas", "idee-dag"),
            ("deals", "deal-lassen"),
            ("needs", "vraag-autos"),
        ];
        PrintView {
            site: self.site.clone(),
            page: self.page(
                "print",
                "events",
                "Samen werken",
                "/bijeenkomsten/2023-techniekdag/afdrukken/",
                &[("Begin", "/")],
            ),
            event: self.event_page(),
            address: "https://veenland.example/bijeenkomsten/2023-techniekdag/".to_owned(),
            as_of: "Stand van 14 maart 2024".to_owned(),
            contents: parts
                .map(|id| chapter(id, Vec::new()))
                .into_iter()
                .chain(records.map(|(id, record)| chapter(id, line(record))))
                .collect(),
            programme: vec![PrintedDay {
                label: Some("donderdag 9 november 2023".to_owned()),
                sessions: vec![printed("sessie-tafels", self.session())],
            }],
            ideas: vec![printed("idee-dag", self.idea())],
            deals: vec![printed("deal-lassen", self.deal())],
            needs: vec![printed("vraag-autos", self.need("ask", true))],
            names: vec![NameRow {
                name: self.said("Oosterhof, Marit"),
                address: "https://veenland.example/mensen/marit-oosterhof/".to_owned(),
            }],
        }
    }
}
