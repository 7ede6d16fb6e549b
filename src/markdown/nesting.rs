//! How deep the blocks of a text nest, without parsing it.
//!
//! Parsing takes time by depth for every line, and browsers and validators give up on a page
//! thousands of elements deep. No person writes a quote in a list in a quote a hundred times over,
//! so such a text is not parsed at all.

/// More levels than this are taken for an accident or an attack.
const DEEPEST: usize = 100;

/// Whether quotes, lists and footnotes may nest deeper than [`DEEPEST`]. Counts on the safe side,
/// and in one walk over the line starts.
pub(super) fn too_deep(text: &str) -> bool {
    let mut deepest = 0;
    text.as_bytes()
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .any(|line| {
            deepest = deepest.max(depth(line, deepest));
            deepest > DEEPEST
        })
}

/// The most levels this line can stand in: every marker at its start is one; indentation keeps open
/// at most what an earlier line opened.
fn depth(line: &[u8], deepest: usize) -> usize {
    let (mut columns, mut markers, mut at) = (0, 0, 0);
    while let Some(byte) = line.get(at) {
        let marker = match byte {
            b' ' => {
                columns += 1;
                at += 1;
                continue;
            }
            b'\t' => {
                columns += 4;
                at += 1;
                continue;
            }
            b'>' => Some(1),
            b'-' | b'+' | b'*' => Some(1).filter(|_| is_gap(line.get(at + 1))),
            b'0'..=b'9' => {
                let digits = line[at..]
                    .iter()
                    .take_while(|byte| byte.is_ascii_digit())
                    .count();
                Some(digits + 1).filter(|_| {
                    matches!(line.get(at + digits), Some(b'.' | b')'))
                        && is_gap(line.get(at + digits + 1))
                })
            }
            b'[' if line.get(at + 1) == Some(&b'^') => line[at..]
                .windows(2)
                .take(1_000)
                .position(|pair| pair == b"]:")
                .map(|before| before + 2),
            _ => None,
        };
        let Some(length) = marker else { break };
        markers += 1;
        at += length;
        // The space after a marker belongs to it.
        at += usize::from(line.get(at) == Some(&b' '));
    }
    if markers == 0 || is_rule(line) {
        (columns / 2).min(deepest)
    } else {
        markers + (columns / 2).min(deepest)
    }
}

fn is_gap(byte: Option<&u8>) -> bool {
    byte.is_none_or(|byte| matches!(byte, b' ' | b'\t'))
}

/// Whether a line is a thematic break: `* * *` is no list in a list in a list.
fn is_rule(line: &[u8]) -> bool {
    let sign = line.iter().find(|byte| !matches!(byte, b' ' | b'\t'));
    matches!(sign, Some(b'-' | b'*'))
        && line
            .iter()
            .all(|byte| matches!(byte, b' ' | b'\t') || Some(byte) == sign)
}

#[cfg(test)]
mod tests {
    use super::too_deep;

    #[test]
    fn only_absurd_depth_is_refused() {
        assert!(!too_deep("> - 1. tekst\n>   - meer\n"));
        assert!(!too_deep(&"* ".repeat(500)));
        assert!(!too_deep(&format!("    {}x", " ".repeat(500))));
        assert!(!too_deep(&"- regel\n".repeat(500)));
        assert!(!too_deep(&"> ".repeat(100)));
        assert!(too_deep(&">".repeat(101)));
        assert!(too_deep(&"- ".repeat(101).replace("- - ", "- + ")));
        assert!(too_deep(&"1. ".repeat(101)));
        assert!(too_deep(&"[^a]: ".repeat(101)));
        let stairs = (0..200).fold(String::new(), |stairs, step| {
            stairs + &"  ".repeat(step) + "- x\n"
        });
        assert!(too_deep(&stairs));
    }
}
