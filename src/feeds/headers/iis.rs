//! `web.config`, as IIS 7 and later read it in a folder, for that and all below. It knows folders and
//! no patterns, so each page for a frame has a file of its own. It names only what every IIS lets a
//! site say for itself: with anything else there would be no site.

use std::fmt::Write as _;

use super::told::{ALWAYS, index_parts, policy};
use crate::encode::html_value;
use crate::plan::Plan;

/// A file that IIS does not know by its ending is none to it.
const KINDS: [(&str, &str); 5] = [
    (".ics", "text/calendar"),
    (".json", "application/json"),
    (".webp", "image/webp"),
    (".woff2", "font/woff2"),
    // Whatever else is there.
    (".*", "application/octet-stream"),
];

pub(super) fn iis(plan: &Plan) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    <httpProtocol>\n      <customHeaders>\n",
    );
    let policy = policy("'none'");
    for (name, value) in [("Content-Security-Policy", policy.as_str())]
        .into_iter()
        .chain(ALWAYS)
    {
        let _ = writeln!(
            text,
            "        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{}\" />",
            html_value(value)
        );
    }
    text.push_str("      </customHeaders>\n    </httpProtocol>\n    <staticContent>\n");
    text.push_str(
        "      <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"00:05:00\" />\n",
    );
    for (ending, kind) in KINDS {
        let _ = writeln!(
            text,
            "      <remove fileExtension=\"{ending}\" />\n      <mimeMap fileExtension=\"{ending}\" mimeType=\"{kind}\" />"
        );
    }
    text.push_str("    </staticContent>\n  </system.webServer>\n");
    let parts = index_parts(plan);
    let parts = parts.iter().map(|folder| folder.trim_end_matches('/'));
    for folder in ["assets"].into_iter().chain(parts) {
        let _ = writeln!(
            text,
            "  <location path=\"{}\">\n    <system.webServer>\n      <staticContent>\n        \
             <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\" />\n      \
             </staticContent>\n    </system.webServer>\n  </location>",
            html_value(folder)
        );
    }
    text.push_str("</configuration>\n");
    text
}

/// The same in the folder of a page that is made to be shown in a frame: it may be.
pub fn frame_folder() -> Vec<u8> {
    let policy = policy("*");
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    <httpProtocol>\n      <customHeaders>\n\
        {0}<remove name=\"Content-Security-Policy\" />\n{0}<add name=\"Content-Security-Policy\" value=\"{1}\" />\n      \
        </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n</configuration>\n",
        "        ",
        html_value(&policy)
    )
    .into_bytes()
}
