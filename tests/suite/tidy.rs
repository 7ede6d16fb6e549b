//! The rules of the house that a compiler does not hold: which room may import which, who may open
//! which door, and what may not be left lying about. Each rule reads the sources as text; each
//! exception stands in a list, with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::tree::Tree;

/// The rooms in the order of the data. The first row is the vocabulary, which everything speaks; a
/// room imports the rows above its own.
const ROOMS: &[&[&str]] = &[
    &[
        "source",
        "id",
        "colour",
        "diagnostic",
        "encode",
        "words",
        "shared",
        "error",
        "folder",
        "state",
    ],
    &["markdown"],
    &["config"],
    &["drawing"],
    &["content"],
    &["privacy"],
    &["media"],
    &["load"],
    &["report"],
    &["social"],
    &["plan"],
    &["pages"],
    &["render"],
    &["search"],
    &["feeds"],
    &["output"],
    &["edit"],
    &["pipeline"],
    &["serve"],
    &["terminal"],
    &["cli"],
    &["commands"],
    &["main", "lib"],
];

/// Imports against the order.
const AGAINST_THE_ORDER: &[(&str, &str, &str)] = &[(
    "config",
    "content",
    "oogst.toml is read by the same reader and the same kind of schema as content, so that its mistakes read alike",
)];

/// A door to the outside, or a tool: words that open it, and the places that may. A place is a room
/// or a file.
struct Door {
    what: &'static str,
    words: &'static [&'static str],
    places: &'static [&'static str],
}

const DOORS: &[Door] = &[
    Door {
        what: "the disk",
        words: &[
            "std::fs",
            "walkdir",
            "rustix",
            "read_dir(",
            "read_link(",
            "File::open",
            "File::create",
            "File::options",
            "OpenOptions",
        ],
        places: &["folder"],
    },
    // An open file is handed to tokio, which opens none here.
    Door {
        what: "the disk, by tokio",
        words: &["tokio::fs"],
        places: &["serve/server.rs"],
    },
    // The watcher asks where folders really are, and opens nothing.
    Door {
        what: "the real place of a path",
        words: &[".canonicalize(", "fs::canonicalize"],
        places: &["folder", "serve/watch/scope.rs"],
    },
    // `render` takes the default look into the binary when that is made; it reads nothing when it
    // runs.
    Door {
        what: "files in the program",
        words: &["include_dir!"],
        places: &["render/look.rs"],
    },
    Door {
        what: "the pictures",
        words: &[
            "image",
            "imagesize",
            "exif",
            "fast_image_resize",
            "jpeg_encoder",
            "webpx",
        ],
        places: &["media"],
    },
    Door {
        what: "the network",
        words: &["std::net", "tokio::net", "axum", "hyper", "hyper_util"],
        places: &["serve"],
    },
    Door {
        what: "the watcher",
        words: &["notify"],
        places: &["serve"],
    },
    // `state` asks where the user's own folder is.
    Door {
        what: "the environment",
        words: &["std::env::", "env::var"],
        places: &["main.rs", "commands/ending.rs", "state/key.rs"],
    },
    Door {
        what: "the calendar",
        words: &["SystemTime::now", "Timestamp::now", "Zoned::now"],
        places: &["commands/ending.rs"],
    },
    Door {
        what: "the stopwatch",
        words: &["Instant::now"],
        places: &["commands", "serve", "terminal.rs"],
    },
    Door {
        what: "other programs",
        words: &["process::Command", "process::{Command", "process::exit"],
        places: &["serve/browser.rs"],
    },
    Door {
        what: "chance",
        words: &["getrandom"],
        places: &["state/key.rs"],
    },
    Door {
        what: "the signs of addresses and HTML",
        words: &["percent_encoding", "html_escape"],
        places: &["encode.rs"],
    },
    Door {
        what: "the terminal",
        words: &[
            "io::stdout",
            "io::stderr",
            "anstream",
            "indicatif",
            "println!",
            "print!",
            "eprintln!",
            "eprint!",
            "dbg!",
        ],
        places: &["terminal.rs"],
    },
    Door {
        what: "the command line",
        words: &["clap"],
        places: &["cli"],
    },
    Door {
        what: "the template engine",
        words: &["tera"],
        places: &["render", "shared.rs"],
    },
    Door {
        what: "the Markdown parser",
        words: &["pulldown_cmark", "ammonia"],
        places: &["markdown"],
    },
    Door {
        what: "the TOML parser",
        words: &["toml"],
        places: &["content"],
    },
    Door {
        what: "the editor of TOML",
        words: &["toml_edit"],
        places: &["edit/addresses.rs"],
    },
    Door {
        what: "the search engine",
        words: &["pagefind"],
        places: &["search"],
    },
    Door {
        what: "the collation",
        words: &["icu_collator", "icu_locale_core"],
        places: &["words"],
    },
    Door {
        what: "the excerpts of messages",
        words: &["annotate_snippets"],
        places: &["diagnostic"],
    },
    Door {
        what: "the encoder of QR codes",
        words: &["qrcodegen"],
        places: &["drawing/qr.rs"],
    },
    Door {
        what: "GeoJSON",
        words: &["geojson"],
        places: &["content/geo.rs"],
    },
    Door {
        what: "the drawing of pictures",
        words: &["resvg", "png", "skrifa"],
        places: &["social"],
    },
    Door {
        what: "XML",
        words: &["quick_xml"],
        places: &["feeds", "media/markup.rs"],
    },
    Door {
        what: "threads of one's own",
        words: &["thread::spawn", "thread::Builder"],
        places: &["commands/build.rs", "search/background.rs", "serve"],
    },
];

/// A file that was of a readable length while its lines were 150 wide.
const WIDER: &str = "its lines became shorter; it is to be two files";

/// Files longer than a person reads at one go.
const LONG_FILES: &[(&str, usize, &str)] = &[
    (
        "src/content/schema.rs",
        1_570,
        "the one table of all kinds and fields",
    ),
    ("tests/suite/tidy.rs", 730, WIDER),
];

/// The most lines of a file that has no reason to be longer.
const LONGEST: usize = 600;

#[test]
fn a_room_imports_no_later_room() {
    let position = |room: &str| {
        ROOMS
            .iter()
            .position(|row| row.contains(&room))
            .unwrap_or_else(|| panic!("{room} has no place in ROOMS"))
    };
    let mut wrong = Vec::new();
    let mut excused = BTreeSet::new();
    for (path, text) in sources() {
        let own = room_of(&path);
        for (number, line) in code_lines(&text) {
            for other in imported(line) {
                if position(&other) <= position(&own) {
                    continue;
                }
                match AGAINST_THE_ORDER
                    .iter()
                    .find(|(from, to, _)| *from == own && *to == other)
                {
                    Some(exception) => drop(excused.insert(exception.2)),
                    None => wrong.push(format!(
                        "src/{path}:{number} imports {other}, which comes after {own}"
                    )),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        excused.len(),
        AGAINST_THE_ORDER.len(),
        "an exception that nobody needs any more is to go"
    );
}

#[test]
fn every_room_is_declared_and_none_climbs_out_by_super() {
    let rooms: BTreeSet<String> = sources().keys().map(|path| room_of(path)).collect();
    let placed: BTreeSet<String> = ROOMS
        .iter()
        .flat_map(|row| row.iter().map(|room| (*room).to_owned()))
        .collect();
    assert_eq!(rooms, placed, "the rooms of src/ and their order");
    for (path, text) in sources() {
        // `src/content/read.rs` is two modules deep, `src/content/mod.rs` one.
        let depth = path.trim_end_matches("/mod.rs").matches('/').count() + 1;
        for (number, line) in code_lines(&text) {
            let climbs = line.matches("super::").count();
            let is_inner = line.starts_with(' ');
            assert!(
                climbs < depth + usize::from(is_inner),
                "src/{path}:{number} leaves its room by `super`; say `crate::` so that this test sees it"
            );
        }
    }
}

#[test]
fn only_those_open_a_door_who_may() {
    let mut wrong = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| !is_test(path)) {
        let text = without_tests(&text);
        for door in DOORS.iter().filter(|door| {
            !door
                .places
                .iter()
                .any(|place| path == *place || path.starts_with(&format!("{place}/")))
        }) {
            for (number, line) in code_lines(text) {
                for word in door.words.iter().filter(|word| names(line, word)) {
                    wrong.push(format!(
                        "src/{path}:{number} opens {} with `{word}`",
                        door.what
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for door in DOORS {
        for place in door.places {
            let used = sources().iter().any(|(path, text)| {
                (path == place || path.starts_with(&format!("{place}/")))
                    && code_lines(text)
                        .any(|(_, line)| door.words.iter().any(|word| names(line, word)))
            });
            assert!(
                used,
                "{place} may open {} and does not: take it off the list",
                door.what
            );
        }
    }
}

#[test]
fn a_file_opens_with_its_promise_and_is_no_longer_than_can_be_read() {
    let mut wrong = Vec::new();
    for (path, text) in all_rust() {
        if !text.starts_with("//! ") {
            wrong.push(format!(
                "{path} does not begin with what it promises (`//! …`)"
            ));
        }
        let lines = text.lines().count();
        let most = LONG_FILES
            .iter()
            .find(|(long, ..)| *long == path)
            .map_or(LONGEST, |(_, most, _)| *most);
        if lines > most {
            wrong.push(format!(
                "{path} has {lines} lines: there are two files in it"
            ));
        }
    }
    for (path, _, reason) in LONG_FILES {
        let lines = all_rust().get(*path).map_or(0, |text| text.lines().count());
        if lines <= LONGEST {
            wrong.push(format!(
                "{path} is not long any more, so it needs no reason ({reason})"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_left_undone_or_switched_off() {
    // Written in two halves, so that this file does not find itself.
    let marks = [
        ("to", "do!("),
        ("unimple", "mented!("),
        ("#[ig", "nore"),
        (".on", "ly("),
        (".sk", "ip(\""),
        ("test.sk", "ip"),
        ("TO", "DO"),
        ("FIX", "ME"),
        ("XX", "X "),
        ("HA", "CK"),
    ];
    let mut wrong = Vec::new();
    for (path, text) in all_written() {
        for (number, line) in text.lines().enumerate() {
            for (one, other) in marks {
                let mark = format!("{one}{other}");
                if line.contains(&mark) {
                    wrong.push(format!("{path}:{}: {mark}", number + 1));
                }
            }
            if path.ends_with(".rs") && line.trim_start().starts_with("#[allow(") {
                wrong.push(format!("{path}:{}: `#[expect(…, reason = …)]` says when it is no longer needed; `allow` does not", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_library_whose_messages_are_read_is_of_one_version() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("there is a manifest");
    for (library, reader) in [
        ("toml", "src/content/toml_problem.rs"),
        ("tera", "src/render/problem.rs"),
    ] {
        assert!(root().join(reader).is_file(), "{reader} reads its messages");
        let wanted = manifest
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{library} = ")))
            .unwrap_or_else(|| panic!("{library} is a dependency"));
        assert!(
            wanted.starts_with("\"=") || wanted.contains("version = \"="),
            "{library} may come in another version, which words its messages otherwise: {wanted}"
        );
    }
}

#[test]
fn a_template_sees_its_view_and_nothing_else() {
    let templates = Tree::read(&root().join("themes/default/templates"));
    assert!(templates.0.len() > 10, "there are templates");
    for (path, text) in templates.texts() {
        for word in [
            "get_env",
            "now(",
            "get_random",
            "throw(",
            "load_data",
            "__tera_context",
        ] {
            assert!(
                !text.contains(word),
                "themes/default/templates/{path} calls {word}, which is not in its view"
            );
        }
        // The one block of data in a page: nothing runs it, and `pages::linked_data` escapes
        // what could end it.
        let text = text.replace(
            "<script type=\"application/ld+json\">{{ page.linked_data | safe }}</script>",
            "",
        );
        for (place, _) in text.match_indices("| safe") {
            let line = text[..place].lines().last().unwrap_or_default();
            assert!(
                line.trim_end().ends_with(".html"),
                "themes/default/templates/{path}: only what the Markdown room made is `safe`, not {line}"
            );
        }
        // A module of the look's own is no code in the page; its address comes from the view.
        let text = text.replace("<script type=\"module\" src=\"{{ site.scripts.", "");
        // The name of SVG's vocabulary, which a drawing begins with; nothing is fetched from it.
        let text = text.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for word in [
            "<script",
            " style=\"",
            "<style",
            "http://",
            "https://",
            "javascript:",
        ] {
            assert!(
                !text.contains(word),
                "themes/default/templates/{path} holds `{word}`"
            );
        }
        // An attribute that runs something begins with `on`; with a parenthesis in its name it is
        // none, but a filter: `once(…)`.
        let runs = |word: &&str| {
            word.split_once('=').is_some_and(|(name, _)| {
                name.to_ascii_lowercase().starts_with("on") && !name.contains('(')
            })
        };
        let handlers = text.split_whitespace().filter(runs).collect::<Vec<_>>();
        assert!(
            handlers.is_empty(),
            "themes/default/templates/{path} holds {handlers:?}"
        );
    }
}

#[test]
fn the_stylesheet_loads_nothing_from_elsewhere() {
    let assets = Tree::read(&root().join("themes/default/assets"));
    for (path, text) in assets.texts() {
        for word in [
            "@import",
            "url(http",
            "url(//",
            "url(\"http",
            "url(\"//",
            "url('http",
            "url('//",
            "expression(",
            "-moz-binding",
        ] {
            assert!(
                !text.contains(word),
                "themes/default/assets/{path} holds `{word}`"
            );
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program's sources, by their path below `src/`.
fn sources() -> BTreeMap<String, String> {
    Tree::read(&root().join("src"))
        .texts()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// Every Rust file, by its path below the repository's root.
fn all_rust() -> BTreeMap<String, String> {
    all_written()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .collect()
}

/// Every file that was written to be run: sources, tests, scripts, templates.
fn all_written() -> BTreeMap<String, String> {
    let mut written = BTreeMap::new();
    for folder in [
        "src",
        "tests/suite",
        "tests/fuzz",
        "benches",
        "scripts",
        ".ci",
        "themes",
    ] {
        for (path, text) in Tree::read(&root().join(folder)).texts() {
            written.insert(format!("{folder}/{path}"), text.to_owned());
        }
    }
    // The checkers that npm installs stand among ours.
    for entry in fs::read_dir(root().join("tests/pages"))
        .into_iter()
        .flatten()
        .flatten()
    {
        let path = entry.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "mjs" || extension == "js")
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            written.insert(
                format!("tests/pages/{name}"),
                fs::read_to_string(path).expect("a script can be read"),
            );
        }
    }
    written
}

/// The room of a file: `content` for `content/read.rs`, `cli` for `cli.rs`.
fn room_of(path: &str) -> String {
    path.split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs")
        .to_owned()
}

/// Whether a file holds tests only.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// A source up to its inner tests, which by custom close the file.
fn without_tests(text: &str) -> &str {
    // Between the two stand attributes, which may take several lines.
    let of_attribute = |line: &str| line.starts_with("#[") || line.starts_with(' ') || line == ")]";
    let opens_tests = |after: &str| {
        after
            .lines()
            .find(|line| !of_attribute(line))
            .is_some_and(|line| line == "mod tests {")
    };
    text.match_indices("#[cfg(test)]\n")
        .find(|(place, _)| opens_tests(&text[*place..]))
        .map_or(text, |(place, _)| &text[..place])
}

/// The lines that are no comment, with their numbers.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(index, line)| (index + 1, line))
}

/// The rooms that a line names: `crate::plan::…` and `crate::{config, plan::page}`.
fn imported(line: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let ident = |text: &str| {
            text.chars()
                .take_while(|character| character.is_ascii_alphanumeric() || *character == '_')
                .collect::<String>()
        };
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let mut starts = true;
                for (place, character) in group.char_indices() {
                    match character {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => starts = true,
                        ' ' => {}
                        _ if starts => {
                            rooms.push(ident(&group[place..]));
                            starts = false;
                        }
                        _ => {}
                    }
                }
            }
            None => rooms.push(ident(rest)),
        }
    }
    // A macro or type at the root of the crate would be neither; there are none.
    rooms.retain(|room| !room.is_empty());
    rooms
}

/// Whether a line names a crate, path or call: `tera` is named by `tera::Value` and `use tera;`,
/// not by `materials`.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(place, _)| {
        let before = line[..place].chars().next_back();
        let after = line[place + word.len()..].chars().next();
        let is_word = |character: Option<char>| {
            character.is_some_and(|character| character.is_alphanumeric() || character == '_')
        };
        let opens_freely = word.starts_with('.') || !is_word(before);
        let is_path = word.contains("::")
            || word.ends_with(['(', '!'])
            || line[place + word.len()..].starts_with("::")
            || line.trim_start().starts_with("use ");
        // A word of a sentence, a field or a string is no crate.
        opens_freely
            && is_path
            && (word.ends_with(['(', '!', ':']) || !is_word(after))
            && !matches!(before, Some('"' | '.' | '`'))
    })
}

#[test]
fn the_rules_find_what_they_look_for() {
    assert_eq!(
        imported("use crate::{config, plan::page::{A, B}, words};"),
        ["config", "plan", "words"]
    );
    assert_eq!(
        imported("    let x = crate::plan::path::parent(crate::id::Id);"),
        ["plan", "id"]
    );
    assert_eq!(imported("pub(crate) fn x() {}"), [] as [&str; 0]);
    assert!(
        names("use tera::Tera;", "tera")
            && names("    tera::Value::null()", "tera")
            && names("use std::fs::{self, File};", "std::fs")
    );
    assert!(
        !names("let materials = criteria;", "tera")
            && !names("    // the tera engine", "tera")
            && !names("file.toml", "toml")
    );
    assert!(
        names("    println!(\"x\");", "println!") && !names("    eprintln!(\"x\");", "println!")
    );
    assert!(
        names("path.canonicalize()?", ".canonicalize(")
            || names("root.join(\"x\").canonicalize()?", ".canonicalize(")
    );
}
