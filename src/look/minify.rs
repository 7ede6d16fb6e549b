//! Takes out of a stylesheet what only its writers need: comments, indents, white space beside
//! punctuation. In goes CSS, out comes CSS of the same tokens (W3C, "CSS Syntax Module Level 3",
//! section 4). Nothing is rewritten, merged or reordered, so nothing can come to mean something
//! else; strings, addresses and escapes stay letter for letter.

/// Characters after which white space means nothing, wherever they stand. Not `)`: `:is(a) b` is
/// another selector than `:is(a)b`. Not `+`: `calc(1px + 2px)` needs both its spaces.
const NOTHING_AFTER: &str = "{};,:(>";
/// Characters before which white space means nothing. Not `:` or `(`: `a :hover` and `and (` need
/// theirs.
const NOTHING_BEFORE: &str = "{};,)>!";

/// The stylesheet without comments and needless white space.
pub(super) fn minify(css: &str) -> String {
    let mut minifier = Minifier {
        output: String::with_capacity(css.len()),
        space: false,
        after_punctuation: true,
    };
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            let end = rest
                .get(2..)
                .and_then(|inner| inner.find("*/"))
                .map_or(rest.len(), |end| end + 4);
            // Of several comments in a row, the last one knows what comes next.
            if !rest[end..].starts_with("/*") {
                minifier.part(rest[end..].chars().next());
            }
            end
        } else if is_space(first) {
            minifier.space = true;
            1
        } else if first == '"' || first == '\'' {
            minifier.verbatim(rest, string(rest, first))
        } else if first == '\\' {
            minifier.verbatim(rest, escape(rest))
        } else if is_word(first) {
            let word = rest
                .find(|character| !is_word(character))
                .unwrap_or(rest.len());
            let is_address = rest[..word].eq_ignore_ascii_case("url") && unquoted(&rest[word..]);
            minifier.verbatim(rest, if is_address { address(rest) } else { word })
        } else {
            minifier.punctuation(first);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    minifier.output
}

struct Minifier {
    output: String,
    /// White space that was met and not yet written.
    space: bool,
    /// Whether white space would mean nothing here: at the start, and after such punctuation.
    after_punctuation: bool,
}

impl Minifier {
    fn write_space(&mut self, needed: bool) {
        if std::mem::take(&mut self.space) && needed && !self.after_punctuation {
            self.output.push(' ');
        }
    }

    fn verbatim(&mut self, rest: &str, length: usize) -> usize {
        self.write_space(true);
        self.output.push_str(&rest[..length]);
        self.after_punctuation = false;
        length
    }

    fn punctuation(&mut self, character: char) {
        // `-->` and `<!--` are tokens of their own.
        let would_close = self.output.ends_with("--") || self.output.ends_with('<');
        self.write_space(!NOTHING_BEFORE.contains(character) || would_close);
        while character == '}' && self.after_punctuation && self.output.ends_with(';') {
            self.output.pop();
        }
        let closes = character == '>' && self.output.ends_with("--");
        self.output.push(character);
        self.after_punctuation = NOTHING_AFTER.contains(character) && !closes;
    }

    /// A comment parts two tokens without being white space: between two that would grow together
    /// an empty one stays. What stands before is not looked at: the last character of an escape may
    /// be any, the space that ends it among them.
    fn part(&mut self, next: Option<char>) {
        let grows =
            |character: char| is_word(character) || "\\\"'(@#.%+/*=|~^$<>&".contains(character);
        if !self.space && !self.after_punctuation && next.is_some_and(grows) {
            self.output.push_str("/**/");
        }
    }
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

/// Whether a character is part of names and numbers.
fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || character == '-'
        || character == '_'
        || !character.is_ascii()
}

/// The length of a string with its quotes. One that is not closed ends with its line.
fn string(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if character == '\\' {
            escaped = true;
        } else if character == quote {
            return at + character.len_utf8();
        } else if matches!(character, '\n' | '\r' | '\u{C}') {
            return at;
        }
    }
    rest.len()
}

/// The length of an escape: a backslash with one character, or with up to six hexadecimal digits
/// and the white space that ends them.
fn escape(rest: &str) -> usize {
    let after = &rest[1..];
    let digits = after
        .bytes()
        .take(6)
        .take_while(u8::is_ascii_hexdigit)
        .count();
    let Some(next) = after[digits..].chars().next() else {
        return 1 + digits;
    };
    match digits {
        // Before the end of a line it is no escape, and would become one if the line's end became a
        // space.
        0 => 1 + next.len_utf8(),
        _ if after[digits..].starts_with("\r\n") => 1 + digits + 2,
        _ if is_space(next) => 1 + digits + 1,
        _ => 1 + digits,
    }
}

/// Whether an address without quotes follows `url`.
fn unquoted(after: &str) -> bool {
    after
        .strip_prefix('(')
        .is_some_and(|inner| !inner.trim_start_matches(is_space).starts_with(['"', '\'']))
}

/// The length of `url(…)` without quotes.
fn address(rest: &str) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ')' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use cssparser::{Parser, ParserInput, Token};
    use proptest::prelude::*;

    use super::*;

    /// The tokens as a browser reads them, without white space that means nothing and without a `;`
    /// that ends its block.
    fn tokens(css: &str) -> Vec<String> {
        let mut input = ParserInput::new(css);
        let mut parser = Parser::new(&mut input);
        let mut all = Vec::new();
        collect(&mut parser, &mut all);
        let all: Vec<&String> = all.iter().collect();
        let means_nothing = |before: Option<&&String>, after: Option<&&String>| {
            let punctuation = |token: &&String, which: &str| {
                which
                    .chars()
                    .any(|character| **token == format!("{character}"))
            };
            before.is_none_or(|token| punctuation(token, NOTHING_AFTER) || token.ends_with("fn"))
                || after.is_none_or(|token| punctuation(token, NOTHING_BEFORE))
        };
        let spaced: Vec<&String> = all
            .iter()
            .enumerate()
            .filter(|(at, token)| {
                token.as_str() != "space"
                    || !means_nothing(
                        at.checked_sub(1).and_then(|at| all.get(at)),
                        all.get(at + 1),
                    )
            })
            .map(|(_, token)| *token)
            .collect();
        let mut kept: Vec<String> = Vec::new();
        for token in spaced {
            while token == "}" && kept.last().is_some_and(|last| last == ";") {
                kept.pop();
            }
            kept.push(token.clone());
        }
        kept
    }

    fn collect(parser: &mut Parser<'_, '_>, all: &mut Vec<String>) {
        while let Ok(token) = parser.next_including_whitespace() {
            let token = token.clone();
            let closes = match &token {
                Token::WhiteSpace(_) => {
                    // A comment parts white space in two.
                    if all.last().is_none_or(|last| last != "space") {
                        all.push("space".to_owned());
                    }
                    continue;
                }
                Token::CurlyBracketBlock => ("{".to_owned(), "}"),
                Token::ParenthesisBlock => ("(".to_owned(), ")"),
                Token::SquareBracketBlock => ("[".to_owned(), "]"),
                Token::Function(name) => (format!("{name} fn"), ")"),
                Token::Semicolon => (";".to_owned(), ""),
                Token::Colon => (":".to_owned(), ""),
                Token::Comma => (",".to_owned(), ""),
                Token::CloseParenthesis => (")".to_owned(), ""),
                Token::CloseCurlyBracket => ("}".to_owned(), ""),
                Token::Delim(character) => (character.to_string(), ""),
                other => (format!("{other:?}"), ""),
            };
            all.push(closes.0);
            if !closes.1.is_empty() {
                let _ = parser.parse_nested_block(|inner| {
                    collect(inner, all);
                    Ok::<_, cssparser::ParseError<'_, ()>>(())
                });
                all.push(closes.1.to_owned());
            }
        }
    }

    #[test]
    fn what_only_writers_need_goes() {
        for (css, minified) in [
            ("", ""),
            ("/* a */\n", ""),
            (
                "a {\n  color : red;\n}\n\nb , c > d { margin: 0 auto ; }\n",
                "a{color :red}b,c>d{margin:0 auto}",
            ),
            (
                "@layer a, b;\n@media (min-width: 40em) and (hover) { a :hover { b: c !important; } }",
                "@layer a,b;@media (min-width:40em) and (hover){a :hover{b:c!important}}",
            ),
            (
                ":is( a , b ) .c { width: calc( 1px + (2px * 3) ) }",
                ":is(a,b) .c{width:calc(1px + (2px * 3))}",
            ),
            (
                "a { content: \"x ; /* y */ } \"; background: url( a b.png ) ; c: url( 'd e' ) }",
                "a{content:\"x ; /* y */ } \";background:url( a b.png );c:url('d e')}",
            ),
            (".a\\31  b, .c\\: d { --x: ; }", ".a\\31  b,.c\\: d{--x:}"),
            (
                "a/**/b c /* d */ e{f:1px/* g */2px}",
                "a/**/b c e{f:1px/**/2px}",
            ),
            ("\\31 /* c */z", "\\31 /**/z"),
            ("a/* c *//* d */)/* e *//* f */g", "a)/**/g"),
            ("a -->  b", "a --> b"),
            (
                "a[b=\"c\" i] { d: \"e\\\" f\" }",
                "a[b=\"c\" i]{d:\"e\\\" f\"}",
            ),
        ] {
            assert_eq!(minify(css), minified, "{css}");
            assert_eq!(tokens(css), tokens(minified), "{css}");
            assert_eq!(minify(minified), minified, "once is enough: {css}");
        }
    }

    #[test]
    fn the_default_look_keeps_every_token() {
        let css = include_str!("../../themes/default/assets/style.css");
        let minified = minify(css);
        assert_eq!(tokens(css), tokens(&minified));
        assert!(
            minified.len() * 5 < css.len() * 4,
            "{} of {} bytes are left",
            minified.len(),
            css.len()
        );
    }

    #[test]
    fn the_comparison_sees_a_lost_space() {
        assert_ne!(tokens("a :hover{}"), tokens("a:hover{}"));
        assert_ne!(tokens("a{b:calc(1px + 2px)}"), tokens("a{b:calc(1px+2px)}"));
        assert_ne!(tokens("a b{}"), tokens("ab{}"));
        assert_ne!(tokens(":is(a) b{}"), tokens(":is(a)b{}"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn any_pieces_keep_their_tokens(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            // White space at the very end means something to no browser, only to a block that is
            // not closed. Nor is it the end where a comment that the pieces make is open.
            let css = pieces.concat() + " */z";
            let minified = minify(&css);
            prop_assert_eq!(tokens(&css), tokens(&minified), "{}", css);
            prop_assert_eq!(minify(&minified), minified);
        }

        #[test]
        fn any_text_ends(css in "\\PC{0,40}") {
            let minified = minify(&css);
            prop_assert!(minified.len() <= css.len());
        }
    }

    const PIECES: &[&str] = &[
        " ",
        "\n",
        "/* c */",
        "/**/",
        "a",
        "b-c",
        "--x",
        "1",
        "2px",
        "50%",
        "#f00",
        "@media",
        "\"s ; t\"",
        "'u'",
        "url(a b)",
        "url( 'v' )",
        "\\31 ",
        "\\:",
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        ":",
        ";",
        ",",
        ">",
        "+",
        "~",
        "*",
        "/",
        "!important",
        "calc(",
        ":is(",
        "=",
        ".d",
        "é",
        "-",
    ];
}
