//! Nothing is left undone or switched off.

use super::all_written;

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
