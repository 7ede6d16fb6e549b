//! Takes out of a script what only its writers need: lines that are a comment, indents, empty
//! lines. In goes JavaScript, out come the same tokens on lines of their own, so that no statement
//! ends elsewhere. A script in which a text goes over more than one line is left as it is.

/// The script without comments on lines of their own and without indents.
pub(super) fn minify_script(script: &str) -> String {
    if has_long_texts(script) {
        return script.to_owned();
    }
    let mut output = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        let is_comment = line.starts_with("//")
            || line.starts_with("/*") && line.find("*/") == line.len().checked_sub(2);
        if !line.is_empty() && !is_comment {
            output.push_str(line);
            output.push('\n');
        }
    }
    output
}

/// Whether a text or comment may go over the end of a line: an odd number of its signs in one.
fn has_long_texts(script: &str) -> bool {
    script.lines().any(|line| {
        line.matches('`').count() % 2 == 1
            || line.ends_with('\\')
            || line.matches("/*").count() != line.matches("*/").count()
            || line.contains('\u{2028}')
    })
}

#[cfg(test)]
mod tests {
    use super::minify_script;

    #[test]
    fn comments_and_indents_go_and_lines_stay() {
        for (script, expected) in [
            ("// a\nlet b = 1; // c\n", "let b = 1; // c\n"),
            ("  if (a) {\n    b()\n  }\n\n", "if (a) {\nb()\n}\n"),
            ("/** What it does. */\nf();", "f();\n"),
            ("/* a */ f(); /* b */\n", "/* a */ f(); /* b */\n"),
            ("const t = `x\n  // y`;\n", "const t = `x\n  // y`;\n"),
            ("/*\n  a\n*/\n  f();\n", "/*\n  a\n*/\n  f();\n"),
            ("const t = \"a\\\n  b\";", "const t = \"a\\\n  b\";"),
            ("", ""),
        ] {
            assert_eq!(minify_script(script), expected, "{script}");
            assert_eq!(minify_script(expected), expected, "{script}");
        }
    }
}
