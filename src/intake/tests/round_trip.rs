//! What is written of a document reads back as that document.

use proptest::collection::vec;
use proptest::prelude::*;
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::intake::document::{
    Block, Document, Emphasis, FoundPicture, Inline, NamedPicture, Words, markdown, writable,
};
use crate::markdown::events;

/// Reads Markdown as a document.
struct Reading<'e> {
    events: std::iter::Peekable<std::vec::IntoIter<Event<'e>>>,
    notes: Vec<(usize, Vec<Block>)>,
}

fn read(text: &str) -> (Vec<Block>, Vec<Vec<Block>>) {
    let events = events(text).expect("it does not nest too deep");
    let mut reading = Reading {
        events: events.into_iter().peekable(),
        notes: Vec::new(),
    };
    let blocks = reading.blocks();
    reading.notes.sort_by_key(|(number, _)| *number);
    (
        blocks,
        reading.notes.into_iter().map(|(_, note)| note).collect(),
    )
}

fn note_number(label: &str) -> usize {
    label.parse::<usize>().expect("a note has a number") - 1
}

impl Reading<'_> {
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph) => {
                    self.events.next();
                    blocks.push(Block::Paragraph(self.inlines()));
                    self.events.next();
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let level = *level as u8;
                    self.events.next();
                    let words = self.inlines();
                    self.events.next();
                    blocks.push(Block::Heading { level, words });
                }
                Event::Start(Tag::List(first)) => {
                    let first = *first;
                    self.events.next();
                    let mut items = Vec::new();
                    while let Some(Event::Start(Tag::Item)) = self.events.next() {
                        items.push(self.blocks());
                        self.events.next();
                    }
                    blocks.push(Block::List { first, items });
                }
                Event::Start(Tag::Table(_)) => {
                    self.events.next();
                    blocks.push(self.table());
                }
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    let number = note_number(label);
                    self.events.next();
                    let note = self.blocks();
                    self.events.next();
                    self.notes.push((number, note));
                }
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::BlockQuote(_))
                | Event::Rule => panic!("{event:?} was not meant"),
                // In a tight list.
                _ => blocks.push(Block::Paragraph(self.inlines())),
            }
        }
        blocks
    }

    fn table(&mut self) -> Block {
        let mut rows = Vec::new();
        loop {
            match self.events.next() {
                Some(Event::Start(Tag::TableHead | Tag::TableRow)) => rows.push(Vec::new()),
                Some(Event::Start(Tag::TableCell)) => {
                    let cell = self.inlines();
                    rows.last_mut().expect("a cell is in a row").push(cell);
                }
                Some(Event::End(TagEnd::Table)) | None => return Block::Table(rows),
                _ => {}
            }
        }
    }

    fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        let mut marks = [0_u8; 3];
        let mut link: Option<(String, Vec<Words>)> = None;
        while let Some(event) = self.events.peek() {
            let emphasis = Emphasis::of(marks[0] > 0, marks[1] > 0, marks[2] > 0);
            match event {
                Event::Text(text) => {
                    let words = Words {
                        text: text.to_string(),
                        emphasis,
                    };
                    match (&mut link, inlines.last_mut()) {
                        (Some((_, row)), _) => match row.last_mut() {
                            Some(last) if last.emphasis == emphasis => last.text.push_str(text),
                            _ => row.push(words),
                        },
                        (None, Some(Inline::Words(last))) if last.emphasis == emphasis => {
                            last.text.push_str(text);
                        }
                        _ => inlines.push(Inline::Words(words)),
                    }
                }
                Event::Start(Tag::Strong) => marks[0] += 1,
                Event::End(TagEnd::Strong) => marks[0] -= 1,
                Event::Start(Tag::Emphasis) => marks[1] += 1,
                Event::End(TagEnd::Emphasis) => marks[1] -= 1,
                Event::Start(Tag::Strikethrough) => marks[2] += 1,
                Event::End(TagEnd::Strikethrough) => marks[2] -= 1,
                Event::Start(Tag::Link { dest_url, .. }) => {
                    link = Some((dest_url.to_string(), Vec::new()));
                }
                Event::End(TagEnd::Link) => {
                    let (target, words) = link.take().expect("a link began");
                    inlines.push(Inline::Link { target, words });
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let number = dest_url.trim_matches(|sign: char| !sign.is_ascii_digit());
                    inlines.push(Inline::Picture(number.parse().expect("a number")));
                    while !matches!(self.events.peek(), Some(Event::End(TagEnd::Image))) {
                        self.events.next();
                    }
                }
                Event::FootnoteReference(label) => inlines.push(Inline::Note(note_number(label))),
                Event::HardBreak => inlines.push(Inline::Break),
                Event::InlineHtml(tag) if **tag == *"<br>" => inlines.push(Inline::Break),
                Event::End(
                    TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell,
                )
                | Event::Start(Tag::List(_) | Tag::Paragraph) => break,
                other => panic!("{other:?} was not meant"),
            }
            self.events.next();
        }
        inlines
    }
}

/// What words of a document are made of: signs that Markdown reads, and what people write.
const WORDS: &[&str] = &[
    "woord",
    "1.",
    "12)",
    "2018.",
    "-",
    "+",
    "+++",
    "---",
    "#",
    "##",
    "*",
    "**",
    "_",
    "a_b_c",
    "5 * 3",
    "[",
    "]",
    "(x)",
    "[haken]",
    "<b>",
    "&amp;",
    "&",
    "&#38;",
    "|",
    "\\",
    "`code`",
    "~",
    "!",
    "^1",
    ":",
    ": ",
    ":-",
    "=",
    "===",
    ">",
    "“",
    "”",
    "…",
    "\u{A0}",
    " ",
    "  ",
    "é",
    "e\u{301}",
    "\u{AD}",
    "\t",
    "€ 3,00",
    "https://example.org/a_b",
    "[x]",
    "[ ] ",
    "\u{338}",
    "\n",
    "\u{7}",
    "½",
    "😀",
    "|---|",
    "{#id}",
    "$x$",
];

fn text() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(WORDS);
    prop_oneof![
        4 => vec(words, 0..6).prop_map(|words| words.concat()),
        1 => ".{0,12}".prop_map(String::from),
    ]
}

fn emphasis() -> impl Strategy<Value = Emphasis> {
    prop_oneof![
        3 => Just(Emphasis::Plain), 2 => Just(Emphasis::Bold), 2 => Just(Emphasis::Italic),
        1 => Just(Emphasis::BoldItalic), 1 => Just(Emphasis::Struck),
    ]
}

fn words() -> impl Strategy<Value = Words> {
    (text(), emphasis()).prop_map(|(text, emphasis)| Words { text, emphasis })
}

fn target() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("https://example.org/techniek?a=1&b=(2)".to_owned()),
        Just("https://example.org/&amp;x=\\|<a>".to_owned()),
        Just("http://example.org/)#deel".to_owned()),
        Just("mailto:iemand@example.org".to_owned()),
        Just("https://example.org".to_owned()),
    ]
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        8 => words().prop_map(Inline::Words),
        2 => (target(), vec(words(), 0..3)).prop_map(|(target, words)| Inline::Link { target, words }),
        1 => target().prop_map(|target| Inline::Link { words: vec![Words::plain(&target)], target }),
        2 => Just(Inline::Break),
        1 => (0_usize..4).prop_map(Inline::Note),
        1 => (0_usize..4).prop_map(Inline::Picture),
    ]
}

fn flow() -> impl Strategy<Value = Vec<Inline>> {
    vec(inline(), 0..7)
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        (1_u8..8, flow()).prop_map(|(level, words)| Block::Heading { level, words }),
        flow().prop_map(Block::Paragraph),
        vec(vec(flow(), 0..4), 0..4).prop_map(Block::Table),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        let first = prop_oneof![
            Just(None),
            Just(Some(1)),
            Just(Some(3)),
            Just(Some(2018)),
            Just(Some(u64::MAX)),
        ];
        (first, vec(vec(inner, 0..3), 0..4)).prop_map(|(first, items)| Block::List { first, items })
    })
}

fn document() -> impl Strategy<Value = Document> {
    (vec(block(), 0..6), vec(vec(block(), 0..3), 0..4)).prop_map(|(blocks, notes)| Document {
        blocks,
        notes,
        pictures: vec![FoundPicture::default(); 3],
        ..Document::default()
    })
}

fn check(document: Document) {
    let settled = writable(document);
    let pictures: Vec<NamedPicture> = (0..settled.pictures.len())
        .map(|number| NamedPicture {
            file: format!("media/foto-{number}.png"),
            alt: "Wat [er] ![te](zien) is".to_owned(),
        })
        .collect();
    let text = markdown(&settled, &pictures, 1);
    let (blocks, notes) = read(&text);
    assert_eq!(blocks, settled.blocks, "\n{text}");
    assert_eq!(notes, settled.notes, "\n{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_as_the_same_document(document in document()) {
        check(document);
    }
}
