//! What writers write: front matter, records, Markdown, settings, a look, a map.

use std::collections::BTreeMap;
use std::sync::Arc;

use bolero::check;
use oogst::config;
use oogst::diagnostic::{Diagnostic, Place, json_line, print_all};
use oogst::input::parse::parse;
use oogst::input::{geo, permalinks as promised};
use oogst::look::{Look, LookFiles, Template, choose};
use oogst::markdown::{self, FoundKind, HtmlOptions, RawHtml, Resolved, ShownPicture};
use oogst::source::{FileId, SourceFile, SourcePath, Sources, Span, Spanned};
use oogst::words::Language;

use super::file;
use crate::watch::{LONGEST, TIME, Watch};
use crate::words::{self, text};

/// What is said can be shown, and points into the file.
fn can_be_said(file: SourceFile, diagnostics: &[Diagnostic]) {
    let text = Arc::clone(&file.text);
    for diagnostic in diagnostics {
        if let Place::Text(span) = diagnostic.place {
            assert!(
                span.start <= span.end && span.end as usize <= text.len(),
                "{diagnostic:?} points past the end"
            );
            assert!(
                text.is_char_boundary(span.start as usize)
                    && text.is_char_boundary(span.end as usize),
                "{diagnostic:?} cuts a letter"
            );
        }
    }
    let mut sources = Sources::default();
    sources.add(file);
    // Excerpts take far more time than all the reading, so only some are made.
    if !text.len().is_multiple_of(8) {
        return;
    }
    let some = &diagnostics[..diagnostics.len().min(4)];
    for language in Language::ALL {
        print_all(some, &sources, language, true);
        for diagnostic in some {
            json_line(diagnostic, &sources, language);
        }
    }
}

fn parses(path: &str, text: &str) {
    let Some(file) = file(path, text) else { return };
    for language in Language::ALL {
        let parsed = parse(FileId(0), &file, language);
        can_be_said(file.clone(), &parsed.diagnostics);
    }
}

#[test]
fn front_matter() {
    let watch = Watch::over("front matter");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let text = text(bytes, words::TOML);
                for path in [
                    "content/events/2024-dag/event.md",
                    "content/events/2024-dag/ideeen/kleur.md",
                    "content/pages/over.en.md",
                ] {
                    parses(path, &text);
                    parses(path, &format!("+++\n{text}\n+++\n\nTekst.\n"));
                }
            });
        });
}

#[test]
fn records() {
    let watch = Watch::over("records in TOML");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let text = text(bytes, words::TOML);
                parses("content/events/2024-dag/opbrengst.toml", &text);
                parses("content/regios.toml", &text);
            });
        });
}

#[test]
fn markdown_with_links() {
    let watch = Watch::over("Markdown");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let text = text(bytes, words::MARKDOWN);
                for raw_html in [RawHtml::Escaped, RawHtml::Sanitised] {
                    let options = HtmlOptions {
                        raw_html,
                        language: Language::Nl,
                        heading_level: 2,
                        id_prefix: "x-".to_owned(),
                    };
                    let html = markdown::html(&text, &options, &mut resolved);
                    markdown::inline_html(&text, &options, &mut resolved);
                    // The least that must hold of any text; the suite judges more with a parser of
                    // HTML.
                    let lower = html.to_lowercase();
                    assert!(
                        !lower.contains("<script")
                            && !lower.contains("<iframe")
                            && !lower.contains("=\"javascript:"),
                        "{html}"
                    );
                }
                assert!(markdown::plain(&text, 300).chars().count() <= 300);
                markdown::every_word(&text, 300);
                for found in markdown::scan(&text) {
                    for range in [found.range, found.destination_range] {
                        assert!(
                            text.get(range.clone()).is_some(),
                            "{range:?} is no part of {text:?}"
                        );
                    }
                }
            });
        });
}

/// Some links go out as they are, some are pictures, some are withheld: as their length has it.
fn resolved(kind: FoundKind, destination: &str) -> Resolved {
    match (kind, destination.len() % 4) {
        (FoundKind::Image, 0 | 1) => Resolved::Image(ShownPicture {
            src: destination.to_owned(),
            srcset: String::new(),
            sources: Vec::new(),
            sizes: "",
            width: 1,
            height: 1,
            lazy: false,
            alt: None,
            caption: None,
        }),
        (_, 3) => Resolved::Withheld,
        _ => Resolved::Link {
            href: destination.to_owned(),
        },
    }
}

#[test]
fn settings() {
    let watch = Watch::over("oogst.toml");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let Some(file) = file("oogst.toml", &text(bytes, words::CONFIG)) else {
                    return;
                };
                let (config, diagnostics) = config::read(FileId(0), &file);
                assert!(!config.languages.is_empty(), "a site has a language");
                can_be_said(file, &diagnostics);
            });
        });
}

#[test]
fn addresses() {
    let watch = Watch::over("addresses.toml");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let Some(file) = file("addresses.toml", &text(bytes, words::ADDRESSES)) else {
                    return;
                };
                let (_, diagnostics) = promised::read(FileId(0), &file, Language::Nl);
                can_be_said(file, &diagnostics);
            });
        });
}

#[test]
fn options_of_a_look() {
    let watch = Watch::over("theme.toml");
    let span = Span::new(FileId(0), 0..1);
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let Some(file) = file("themes/x/theme.toml", &text(bytes, words::THEME)) else {
                    return;
                };
                let manifest = Template {
                    text: Arc::clone(&file.text),
                    file: Some(FileId(0)),
                };
                let files = LookFiles {
                    templates: BTreeMap::new(),
                    assets: BTreeMap::new(),
                };
                let (look, diagnostics) = Look::of_site("x", Some(&manifest), files, Language::Nl);
                can_be_said(file.clone(), &diagnostics);
                let written: String = file.text.chars().take(40).collect();
                let chosen = ["paper", "ink", "serif"].map(|name| {
                    (
                        Spanned::new(name.to_owned(), span),
                        Spanned::new(written.clone(), span),
                    )
                });
                choose("x", &look.options, &chosen, &look.assets);
            });
        });
}

#[test]
fn map() {
    let watch = Watch::over("GeoJSON");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let text = text(bytes, words::MAP);
                let path = SourcePath::new("content/kaart.geojson");
                let property = Spanned::new("code".to_owned(), Span::new(FileId(0), 0..0));
                geo::read(&path, &text, None);
                geo::read(&path, &text, Some(&property));
            });
        });
}
