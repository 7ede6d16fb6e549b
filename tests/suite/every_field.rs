//! A site made from the schema itself: one record of each kind with every field there is, so that
//! what holds for each text holds for those of tomorrow too. Which words stand in them, the test
//! says.

use std::fmt::Write as _;

use oogst::config::SETTINGS;
use oogst::schema::{Field, Home, KINDS, Kind, KindSchema, Shape};

use crate::harness::Site;

/// A picture that is one: a PNG of a single pixel (W3C, "Portable Network Graphics", third
/// edition).
pub(crate) const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T',
    0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xAF, 0xA4, 0x71, 0, 0, 0, 0, b'I', b'E', b'N',
    b'D', 0xAE, 0x42, 0x60, 0x82,
];

/// A site in which every text is what `say` gives, each time it is asked.
pub(crate) fn site(say: &mut dyn FnMut() -> String, settings: &str) -> Site {
    sets(1, &mut |_| say(), settings)
}

/// The same with so many records of each kind, each in an event of its own. `say` hears whether its
/// words stand in Markdown.
pub(crate) fn sets(count: usize, say: &mut dyn FnMut(Where) -> String, settings: &str) -> Site {
    made(count, &mut |place, _| say(place), settings, false)
}

/// The same with so many records of each kind, in which addresses and names of files are told by
/// `say` as well, and all settings that take words: all that a writer can write, but for ids.
pub(crate) fn everything(
    count: usize,
    say: &mut dyn FnMut(Where) -> String,
    settings: &str,
) -> Site {
    made(count, &mut |place, _| say(place), settings, true)
}

/// The same, for a `say` that hears the field as well: `deal.contact`, `event.place.town`,
/// `deal.title_en` for a translation.
pub(crate) fn made(
    count: usize,
    say: &mut dyn FnMut(Where, &str) -> String,
    settings: &str,
    everything: bool,
) -> Site {
    let mut site = Site::empty();
    let mut writer = Writer {
        say,
        set: 0,
        everything,
        files: Vec::new(),
        field: String::new(),
    };
    let mut config = String::new();
    for field in SETTINGS.iter().filter(|field| {
        // Those that hold no words.
        let others = ["language", "time_zone", "oogst"];
        matches!(field.shape, Shape::Line) && !others.contains(&field.name.en)
    }) {
        writer.line(&mut config, field, None);
    }
    site.write(
        "oogst.toml",
        format!(
            "language = \"nl\"\nlanguages = [\"nl\", \"en\"]\nbase_url = \"https://proef.example/map/\"\n{config}{settings}{}",
            writer.groups_of_settings()
        ),
    );
    for set in 0..count {
        writer.set = set;
        writer.records(&mut site);
    }
    for file in std::mem::take(&mut writer.files) {
        let bytes: &[u8] = if file.ends_with(".png") {
            PIXEL
        } else {
            b"a;b\n"
        };
        site.write(&file, bytes);
    }
    site
}

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// In one line of plain text.
    Line,
    /// In Markdown, within a TOML string.
    Markdown,
    /// In the body of a Markdown file, as the file has it.
    Body,
    /// In an address on the web. This and what follows only where everything is asked for.
    Url,
    /// In an address of the site itself.
    Address,
    /// In the name of a file, without its ending.
    File,
}

/// A text as a string of TOML on one line: with escapes for all that would end it.
pub(crate) fn quoted(text: &str) -> String {
    let mut string = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => string.extend(['\\', character]),
            '\n' => string.push_str("\\n"),
            '\t' => string.push_str("\\t"),
            // A file is composed as a whole, so an accent behind an escape would become part of it.
            '\0'..='\u{1F}' | '\u{7F}' | '\u{300}'..='\u{36F}' => {
                write!(string, "\\u{:04X}", u32::from(character)).expect("text can be written");
            }
            other => string.push(other),
        }
    }
    string + "\""
}

/// The number of a set behind a name; the first has none.
pub(crate) fn numbered(name: &str, set: usize) -> String {
    if set == 0 {
        name.to_owned()
    } else {
        format!("{name}-{set}")
    }
}

struct Writer<'a> {
    say: &'a mut dyn FnMut(Where, &str) -> String,
    set: usize,
    everything: bool,
    /// The files that records name, to be written.
    files: Vec<String>,
    /// The field that is written: `deal.contact`.
    field: String,
}

impl Writer<'_> {
    /// One record of each kind.
    fn records(&mut self, site: &mut Site) {
        let event = format!("content/events/{}", self.id(Kind::Event));
        let (mut shared, mut of_event) = (String::new(), String::new());
        for schema in KINDS {
            let facts = self.fields(schema);
            match schema.home {
                Home::EventFile => {
                    let body = self.body(schema);
                    site.write(
                        &format!("{event}/event.md"),
                        format!("+++\n{facts}+++\n\n{body}\n"),
                    );
                }
                Home::Pages => {
                    let body = self.body(schema);
                    site.write(
                        &format!("content/pages/{}.md", numbered("bladzijde", self.set)),
                        format!("+++\n{facts}+++\n\n{body}\n"),
                    );
                }
                Home::Shared => write!(shared, "[[{}]]\n{facts}\n", schema.name.en)
                    .expect("text can be written"),
                Home::Event | Home::Anywhere => {
                    write!(of_event, "[[{}]]\n{facts}\n", schema.name.en)
                        .expect("text can be written");
                }
            }
        }
        // A resource is a file or a link; the schema's own has the file.
        let url = self.url();
        write!(
            of_event,
            "[[resource]]\nid = \"link\"\ntitle = {}\nurl = {url}\n",
            self.text()
        )
        .expect("text can be written");
        site.write(
            &format!("content/{}.toml", numbered("alles", self.set)),
            shared,
        )
        .write(&format!("{event}/alles.toml"), of_event);
        site.write(&format!("{event}/media/foto.png"), PIXEL)
            .write(&format!("{event}/media/tabel.csv"), "a;b\n");
    }

    /// The groups of settings that take words or addresses. A group with a rule of its own, such as
    /// the map's file, is tried elsewhere; so are settings that show a contact on purpose.
    fn groups_of_settings(&mut self) -> String {
        let mut text = String::new();
        let groups = if self.everything { SETTINGS } else { &[] };
        for group in groups {
            let Shape::Table(fields) = group.shape else {
                continue;
            };
            let takes_words = |field: &&Field| {
                matches!(field.shape, Shape::Line | Shape::Url) && !field.as_written
            };
            if fields.iter().any(|field| field.required)
                || !fields.iter().any(|field| takes_words(&field))
            {
                continue;
            }
            write!(text, "\n[{}]\n", group.name.en).expect("text can be written");
            for field in fields.iter().filter(takes_words) {
                self.line(&mut text, field, None);
            }
        }
        text
    }

    fn url(&mut self) -> String {
        if self.everything {
            self.text_in(Where::Url)
        } else {
            quoted("https://elders.example/")
        }
    }

    /// The name of a file that is there.
    fn file(&mut self, usual: &str, kind: Option<Kind>) -> String {
        if !self.everything {
            return quoted(&format!("media/{usual}"));
        }
        let ending = if kind == Some(Kind::Photo) {
            "png"
        } else {
            "csv"
        };
        let name = format!("media/{}.{ending}", (self.say)(Where::File, &self.field));
        self.files
            .push(format!("content/events/{}/{name}", self.id(Kind::Event)));
        quoted(&name)
    }

    /// The id of the record of a kind.
    fn id(&self, kind: Kind) -> String {
        match kind {
            Kind::Event => numbered("proef", self.set),
            _ => numbered(kind.schema().name.en, self.set),
        }
    }

    /// What is to be said, as a TOML string.
    fn text(&mut self) -> String {
        self.text_in(Where::Line)
    }

    fn text_in(&mut self, place: Where) -> String {
        quoted(&(self.say)(place, &self.field))
    }

    /// The body of a Markdown file.
    fn body(&mut self, schema: &KindSchema) -> String {
        let field = format!("{}.{}", schema.name.en, schema.body.unwrap_or_default());
        (self.say)(Where::Body, &field)
    }

    fn fields(&mut self, schema: &KindSchema) -> String {
        let mut text = String::new();
        for field in schema.fields {
            // The body of a Markdown file is its text.
            let is_body = matches!(schema.home, Home::EventFile | Home::Pages)
                && schema.body == Some(field.name.en);
            if !is_body {
                self.line(&mut text, field, Some(schema.kind));
            }
        }
        text
    }

    fn line(&mut self, text: &mut String, field: &Field, kind: Option<Kind>) {
        let name = field.name.en;
        let record = kind.map_or("oogst.toml", |kind| kind.schema().name.en);
        self.field = format!("{record}.{name}");
        let Some(value) = self.value(field, kind) else {
            return;
        };
        writeln!(text, "{name} = {value}").expect("text can be written");
        if field.translatable {
            let place = if matches!(field.shape, Shape::Markdown) {
                Where::Markdown
            } else {
                Where::Line
            };
            self.field = format!("{record}.{name}_en");
            writeln!(text, "{name}_en = {}", self.text_in(place)).expect("text can be written");
        }
    }

    /// A value of a field; `None` where it is left out, because what it says would need other
    /// records.
    fn value(&mut self, field: &Field, kind: Option<Kind>) -> Option<String> {
        Some(match (field.shape, field.name.en) {
            (Shape::Id, "id") => quoted(&self.id(kind?)),
            (Shape::Id, "measure") => quoted("maat"),
            // A resource is a file or a link.
            (Shape::Url, "url") if kind == Some(Kind::Resource) => return None,
            (Shape::Url, _) if self.everything => self.url(),
            (Shape::Addresses, _) if self.everything => {
                format!("[{}]", self.text_in(Where::Address))
            }
            // Addresses and files are tried on their own, since they have rules of their own; the
            // rest would make circles.
            (Shape::Id, _)
            | (
                _,
                "aliases" | "replaced_by" | "part_of" | "parents" | "successor" | "url" | "until",
            ) if kind.is_some() => return None,
            (Shape::Markdown, _) => self.text_in(Where::Markdown),
            (Shape::Line | Shape::NumberOrLine | Shape::Party, _) => self.text(),
            (Shape::Date, _) => "2025-03-01".to_owned(),
            (Shape::EndTime, _) => quoted("14:30"),
            (Shape::Time, _) => quoted("13:30"),
            (Shape::Integer(..) | Shape::Number(..), _) => "5".to_owned(),
            (Shape::Bool, name) => (!["draft", "decorative"].contains(&name)).to_string(),
            (Shape::Url, _) => quoted("https://elders.example/"),
            (Shape::File, _) if kind == Some(Kind::Photo) => self.file("foto.png", kind),
            (Shape::File, _) => self.file("tabel.csv", kind),
            (Shape::Choice(choices), _) => quoted(choices[0].word.en),
            (Shape::Parties, _) => format!(
                "[{}, {{ name = {}, organisation = {} }}]",
                self.text(),
                self.text(),
                self.text()
            ),
            (Shape::One(of), _) => quoted(&self.id(of)),
            (Shape::Many(of), _) => format!("[\"{}\"]", self.id(of)),
            (Shape::ManyOrInline(of), _) => {
                format!(
                    "[\"{}\", {{ title = {}, text = {}, by = {} }}]",
                    self.id(of),
                    self.text(),
                    self.text_in(Where::Markdown),
                    self.text()
                )
            }
            (Shape::Reference, _) => quoted(&format!("idea:{}", self.id(Kind::Idea))),
            (Shape::Lines | Shape::Addresses, _) => format!("[{}]", self.text()),
            (Shape::Table(fields), _) => format!("{{ {} }}", self.inner(fields)),
            (Shape::Tables(fields), _) => format!("[{{ {} }}]", self.inner(fields)),
            (Shape::Named(fields), _) => format!("{{ website = {{ {} }} }}", self.inner(fields)),
            (Shape::Tile, _) => format!("[{}, 0]", self.set),
            (Shape::Codes, _) if self.everything => {
                format!("{{ cbs = {}, {} = \"x\" }}", self.text(), self.text())
            }
            (Shape::Codes, _) => format!("{{ cbs = {} }}", self.text()),
            (Shape::Colour, _) => quoted("#8a6a00"),
            (Shape::Id, _) => return None,
        })
    }

    fn inner(&mut self, fields: &[Field]) -> String {
        let group = self.field.clone();
        let mut inner = Vec::new();
        for field in fields {
            self.field = format!("{group}.{}", field.name.en);
            let value = self.value(field, None);
            inner.extend(value.map(|value| format!("{} = {value}", field.name.en)));
        }
        self.field = group;
        inner.join(", ")
    }
}
