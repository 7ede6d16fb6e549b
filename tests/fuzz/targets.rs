//! The targets, one a format. Each enters where the program enters.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use bolero::check;
use oogst::config;
use oogst::diagnostic::{Diagnostic, Place, json_line, print_all};
use oogst::folder::Folder;
use oogst::input::geo;
use oogst::input::parse::parse;
use oogst::input::permalinks as promised;
use oogst::look::{Look, LookFiles, Template, choose};
use oogst::markdown::{self, FoundKind, HtmlOptions, RawHtml, Resolved, ShownPicture};
use oogst::output::{Manifest, OutputPlaces, SiteWriter, WriteOptions, verify};
use oogst::pictures as media;
use oogst::pictures::endings::may_be_copied;
use oogst::pictures::media_file::is_readable_picture;
use oogst::source::{FileId, SourceFile, SourcePath, Sources, Span, Spanned, normalise};
use oogst::state::{Opened, Seal, StateKey};
use oogst::words::Language;

use crate::watch::{LONGEST, TIME, Watch};
use crate::words::{self, text};

/// A file as it is read from disk; none where the bytes are no text.
fn file(path: &str, text: &str) -> Option<SourceFile> {
    let text = normalise(text.as_bytes()).ok()?;
    Some(SourceFile {
        path: SourcePath::new(path),
        text: Arc::from(text),
        hash: [0; 32],
    })
}

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

#[test]
fn manifest() {
    let watch = Watch::over("manifest");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let key = StateKey::of_site(&Folder::open(folder.path()).expect("it is there"))
        .expect("the system says which folder it is");
    let whole = sealed(&postcard::to_stdvec(&manifest_of_two_files()).expect("plain values"));
    let read = |bytes: &[u8]| match Manifest::from_bytes(bytes, &key) {
        Some(Opened::Own(_)) => panic!("it was not sealed here"),
        Some(Opened::Foreign(manifest)) => Some(manifest),
        None => None,
    };
    assert_eq!(
        read(&whole).map(|manifest| manifest.entries().len()),
        Some(2),
        "a whole one is read, so this shows something"
    );
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                read(bytes);
                // With a seal that fits, so that what is behind it is reached: as it comes, and a
                // whole one with bytes changed.
                read(&sealed(bytes));
                let mut changed =
                    postcard::to_stdvec(&manifest_of_two_files()).expect("plain values");
                for pair in bytes.chunks_exact(2).take(4) {
                    let place = usize::from(pair[0]) % changed.len();
                    changed[place] = pair[1];
                }
                if let Some(manifest) = read(&sealed(&changed)) {
                    assert!(manifest.entries().iter().all(|entry| {
                        entry
                            .path
                            .folders()
                            .all(|folder| !folder.starts_with(['/', '.']))
                    }));
                }
            });
        });
}

/// One file of a manifest: path, key, content, size and time of change.
type FileOfManifest = (&'static str, [u8; 32], [u8; 32], (u64, i64));

/// A manifest as it is laid out: the program's version, the folder, what it was made from, of which
/// content, the files.
fn manifest_of_two_files() -> (
    &'static str,
    &'static str,
    [Option<[u8; 32]>; 2],
    Vec<FileOfManifest>,
) {
    let file = |path| (path, [1; 32], [2; 32], (5, 7));
    (
        "0.1.0",
        "output",
        [Some([3; 32]), None],
        vec![file("deals/index.html"), file("index.html")],
    )
}

/// Bytes in the envelope of a manifest: its name and version, the hash of what follows, and a seal
/// that is nobody's.
fn sealed(payload: &[u8]) -> Vec<u8> {
    [
        b"oogst files\n".as_slice(),
        &3_u32.to_le_bytes(),
        blake3::hash(payload).as_bytes(),
        &[0; 32],
        payload,
    ]
    .concat()
}

/// Whatever stands in the folder of the program's own: nothing of it is obeyed, and nobody panics
/// over it.
#[test]
fn files_of_the_programs_own() {
    const NAMES: [&str; 8] = [
        "journal",
        "journal.next",
        "manifest",
        "manifest.next",
        "edit/journal",
        "edit/0",
        "pictures/used-000000000000",
        "lock",
    ];
    let watch = Watch::over("files of the program's own");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                let folder = tempfile::tempdir().expect("a temporary folder can be made");
                let root = folder.path();
                std::fs::create_dir_all(root.join(".oogst/edit")).expect("a folder can be made");
                std::fs::create_dir_all(root.join(".oogst/pictures"))
                    .expect("a folder can be made");
                std::fs::create_dir_all(root.join("content")).expect("a folder can be made");
                std::fs::write(root.join("content/a.md"), "van een ander")
                    .expect("a file can be written");
                std::fs::write(root.join(".oogst/edit/1"), WAITING).expect("a file can be written");
                let site = Folder::open(root).expect("it is there");
                let key = StateKey::of_site(&site).expect("the system says which folder it is");
                let (which, rest) = bytes
                    .split_first()
                    .map_or((0, bytes), |(first, rest)| (usize::from(*first), rest));
                let written = match which / NAMES.len() % 3 {
                    // As it comes; with a check that fits; sealed as if it were ours, which only
                    // the key's owner can.
                    0 => rest.to_vec(),
                    1 => sealed(rest),
                    _ => ours(NAMES[which % NAMES.len()], rest, &key),
                };
                std::fs::write(
                    root.join(".oogst").join(NAMES[which % NAMES.len()]),
                    written,
                )
                .expect("a file can be written");
                let before = std::fs::read(root.join("content/a.md")).expect("a file can be read");
                let _ = oogst::edit::finish(root);
                let places = OutputPlaces::new(root, Path::new("output"));
                if let Ok(writer) = SiteWriter::begin(places, WriteOptions::new(site.clone())) {
                    let _ = writer.commit();
                }
                let _ = verify(&site, None);
                assert_eq!(
                    std::fs::read(root.join("content/a.md")).ok(),
                    Some(before),
                    "content was written"
                );
                for entry in std::fs::read_dir(root)
                    .expect("a folder can be listed")
                    .flatten()
                {
                    let name = entry.file_name();
                    assert!(
                        [".oogst", "content", "output", "addresses.toml"]
                            .iter()
                            .any(|own| name == *own),
                        "{name:?} was made"
                    );
                }
            });
        });
}

/// A text that waits to be put in a place of the content.
const WAITING: &[u8] = b"kwaad";

/// A journal as it is laid out, with names that the bytes give, under the seal of this very folder.
fn ours(name: &str, bytes: &[u8], key: &StateKey) -> Vec<u8> {
    type Removals<'a> = (Vec<(&'a str, (u64, i64))>, Vec<&'a str>);
    let text = String::from_utf8_lossy(bytes);
    let mut names = text.split('\n');
    let mut next = || names.next().unwrap_or_default();
    let removals = |name| -> Removals<'_> { (vec![(name, (13, 0))], vec![name]) };
    match name {
        "edit/journal" => {
            // Paths of the content are what a change is for; whatever lies elsewhere must be
            // refused.
            let path = |text: &str| {
                if text.starts_with("content") {
                    format!("../{text}")
                } else {
                    text.to_owned()
                }
            };
            let moves = vec![(path(next()), path(next()))];
            let texts = vec![(
                path(next()),
                "1",
                *blake3::hash(WAITING).as_bytes(),
                None::<[u8; 32]>,
            )];
            Seal {
                name: *b"oogst edits\n",
                version: 1,
            }
            .close(&(moves, texts), key)
        }
        _ => {
            let journal = (next(), 0_u32, removals(next()), removals(next()));
            Seal {
                name: *b"oogst moves\n",
                version: 2,
            }
            .close(&journal, key)
        }
    }
}

#[test]
fn headers_of_photos() {
    let watch = Watch::over("headers of photos");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                is_judged(&picture(bytes));
            });
        });
}

/// A file is a picture that can be shown, or something else; what begins like a picture is one,
/// whatever follows.
fn is_judged(bytes: &[u8]) {
    let seen = media::detect(std::io::Cursor::new(bytes));
    if let Ok(seen) = seen {
        assert!(
            seen.size.width > 0
                && seen.size.height > 0
                && u64::from(seen.size.width) * u64::from(seen.size.height) <= 100_000_000
        );
    }
    // What is left of a picture of a look is what would be left of that.
    if let Ok(bare) = media::bare(bytes.to_vec()) {
        assert_eq!(media::bare(bare.clone()).ok(), Some(bare));
    }
    let begins_as_picture = [b"\xFF\xD8\xFF".as_slice(), b"\x89PNG\r\n\x1A\n", b"GIF89a"]
        .iter()
        .any(|start| bytes.starts_with(start));
    assert!(
        !begins_as_picture
            || is_readable_picture(seen) && !may_be_copied(seen, "media/a.dat", true),
        "{seen:?}"
    );
}

#[test]
fn what_files_are() {
    let watch = Watch::over("what files are");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                is_judged(bytes);
                is_judged(&boxes(bytes));
                is_judged(text(bytes, words::XML).as_bytes());
            });
        });
}

/// A film, in boxes that these bytes choose: each lies in the one before it or behind it.
fn boxes(bytes: &[u8]) -> Vec<u8> {
    const NAMES: [&[u8; 4]; 12] = [
        b"ftyp", b"moov", b"trak", b"udta", b"meta", b"hdlr", b"keys", b"\xA9xyz", b"stsd",
        b"uuid", b"mdat", b"ilst",
    ];
    let mut film = b"\0\0\0\x10ftypisom\0\0\0\0".to_vec();
    for pair in bytes.chunks_exact(2) {
        let length = [0_u32, 1, 7, 8, 16, 64, 1_000, u32::MAX][usize::from(pair[0]) % 8];
        film.extend(length.to_be_bytes());
        film.extend(NAMES[usize::from(pair[1]) % NAMES.len()]);
        film.extend(&pair[..usize::from(pair[0] / 128)]);
    }
    film
}

/// A picture of one of the kinds, in pieces that these bytes choose.
fn picture(bytes: &[u8]) -> Vec<u8> {
    const PIECES: &[&[u8]] = &[
        b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0",
        b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
        b"\xFF\xE1\xFF\xFFExif\0\0II*\0\xFF\xFF\xFF\xFF",
        b"\xFF\xC0\0\x11\x08\0\x10\0\x20\x03\x01\x22\0\x02\x11\x01\x03\x11\x01",
        b"\xFF\xC0\0\x02",
        b"\xFF\xDA\0\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0",
        b"\xFF\xD9",
        b"\xFF\xFF\xFF",
        b"\x89PNG\r\n\x1A\n",
        b"\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3A\x7E\x9B\x55",
        b"\xFF\xFF\xFF\xFFIHDR",
        b"\0\0\0\x08eXIfMM\0*\0\0\0\x08",
        b"\0\0\0\0IEND\xAE\x42\x60\x82",
        b"RIFF\x20\0\0\0WEBPVP8X\x0A\0\0\0\x10\0\0\0\x01\0\0\x01\0\0",
        b"EXIF\xFF\xFF\xFF\xFFII*\0",
        b"VP8 \x0A\0\0\0\x30\x01\0\x9D\x01\x2A\x01\0\x01\0",
        b"GIF89a\x01\0\x01\0\x80\0\0",
        b"ftypheic",
    ];
    const STARTS: [usize; 4] = [0, 8, 13, 16];
    let Some((how, rest)) = bytes.split_first() else {
        return Vec::new();
    };
    if how % 4 == 0 {
        return rest.to_vec();
    }
    let mut picture = PIECES[STARTS[usize::from(how / 4) % STARTS.len()]].to_vec();
    for byte in rest.iter().take(200) {
        match usize::from(*byte) {
            byte if byte < 128 => picture.extend_from_slice(PIECES[byte % PIECES.len()]),
            byte => picture.push(u8::try_from(byte).unwrap_or_default()),
        }
    }
    picture
}
