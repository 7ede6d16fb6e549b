//! A door to the outside, or a tool, is opened where it may be, and nowhere else.

use super::{code_lines, sources};

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
        places: &["look/files.rs"],
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
        places: &["pictures"],
    },
    Door {
        what: "the network",
        words: &["std::net", "tokio::net", "axum", "hyper", "hyper_util"],
        places: &["serve", "online", "desk"],
    },
    // Of an address that was judged before.
    Door {
        what: "other sites",
        words: &["ureq"],
        places: &["online", "publish/web"],
    },
    // What it is told goes to a server that the user named.
    Door {
        what: "buckets",
        words: &["rusty_s3"],
        places: &["publish/s3"],
    },
    Door {
        what: "what is wrong with a certificate",
        words: &["rustls"],
        places: &["publish/web"],
    },
    Door {
        what: "secrets that the system keeps",
        words: &[
            "keyring_core",
            "windows_native_keyring_store",
            "apple_native_keyring_store",
        ],
        places: &["publish/store.rs"],
    },
    Door {
        what: "the watcher",
        words: &["notify"],
        places: &["serve"],
    },
    // `state` asks where the user's own folder is, `new` where the user's home is.
    Door {
        what: "the environment",
        words: &["std::env::", "env::var"],
        places: &["main.rs", "app/ending.rs", "state/key.rs"],
    },
    Door {
        what: "servers that a site is put on",
        words: &["russh", "russh_sftp"],
        places: &["publish/sftp"],
    },
    Door {
        what: "secrets that are typed",
        words: &["rpassword"],
        places: &["app/terminal.rs"],
    },
    Door {
        what: "the name of the machine",
        words: &["gethostname"],
        places: &["app/ending.rs"],
    },
    Door {
        what: "the calendar",
        words: &["SystemTime::now", "Timestamp::now", "Zoned::now"],
        places: &["app/ending.rs"],
    },
    Door {
        what: "the stopwatch",
        words: &["Instant::now"],
        places: &["app", "serve"],
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
        places: &["app/terminal.rs"],
    },
    Door {
        what: "the command line",
        words: &["clap"],
        places: &["app/cli"],
    },
    Door {
        what: "the template engine",
        words: &["tera"],
        places: &["look", "stable_hash.rs"],
    },
    Door {
        what: "the Markdown parser",
        words: &["pulldown_cmark", "ammonia"],
        places: &["markdown"],
    },
    Door {
        what: "the TOML parser",
        words: &["toml"],
        places: &[
            "schema",
            "input",
            "edit/proposal/memory.rs",
            // Before anything else of the settings is judged.
            "config/needed.rs",
        ],
    },
    Door {
        what: "the editor of TOML",
        words: &["toml_edit"],
        places: &[
            "edit/addresses.rs",
            "edit/addresses",
            "edit/proposal/spelled.rs",
        ],
    },
    Door {
        what: "the stemmers",
        words: &["pagefind_stem"],
        places: &["search/forms.rs"],
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
        places: &["input/geo.rs"],
    },
    Door {
        what: "the drawing of pictures",
        words: &["resvg", "skrifa"],
        places: &["drawing/card"],
    },
    Door {
        what: "PNG",
        words: &["png"],
        places: &[
            "drawing/card",
            "drawing/qr.rs",
            "pictures/decode.rs",
            "pictures/taken_in.rs",
        ],
    },
    // What reads hostile bytes, each of one kind.
    Door {
        what: "the decoders of pictures",
        words: &["zune_jpeg", "image_webp", "gif"],
        places: &["pictures/decode.rs"],
    },
    Door {
        what: "the encoders of pictures",
        words: &["jpeg_encoder", "webpx"],
        places: &["pictures/make.rs", "pictures/taken_in.rs"],
    },
    // A name within such a file is never a path.
    Door {
        what: "zipped files",
        words: &["zip"],
        places: &[
            "intake/package.rs",
            "intake/package/copied.rs",
            "publish/zipped.rs",
        ],
    },
    Door {
        what: "workbooks that are written",
        words: &["rust_xlsxwriter"],
        places: &["export/plain.rs", "export/workbook/written.rs"],
    },
    Door {
        what: "the encodings of old texts",
        words: &["encoding_rs", "chardetng"],
        places: &["intake/table/decoded.rs"],
    },
    Door {
        what: "XML",
        words: &["quick_xml"],
        places: &["feeds", "intake", "pictures/markup.rs", "publish/web"],
    },
    Door {
        what: "threads of one's own",
        words: &["thread::spawn", "thread::Builder"],
        places: &[
            "app/build.rs",
            "search/background.rs",
            "serve",
            "desk/preview.rs",
        ],
    },
];

#[test]
fn only_those_open_a_door_who_may() {
    let mut wrong = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| !is_test(path)) {
        let text = before_tests(&text);
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

/// Whether a file holds tests only.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// A source up to its inner tests, which by custom close the file.
fn before_tests(text: &str) -> &str {
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
fn what_opens_a_door_is_told_from_what_is_written_alike() {
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
