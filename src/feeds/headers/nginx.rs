//! Lines for a `server` block of nginx. Variables, because an `add_header` of a `location` would put
//! out all of these. They look at `$uri`, which is decoded, and is `/404.html` where that is shown.

use std::fmt::Write as _;

use super::told::{
    ALWAYS, FOR_GOOD, FOR_NOW, framed_expression, lasting_expression, policy, regex_quoted, saved,
};
use crate::encode;
use crate::plan::Plan;

pub(super) fn nginx(plan: &Plan) -> String {
    let base = plan.addresses.below("");
    let quoted = regex_quoted(&encode::path_decoded(&base).unwrap_or_default());
    let mut text = String::from(
        "# Copy this file to /etc/nginx/snippets/ and name it in the server block of the site:\n",
    );
    text.push_str("#   include snippets/nginx-headers.conf;\n\n");
    text.push_str("set $oogst_frames \"'none'\";\n");
    if let Some(framed) = framed_expression(plan) {
        let _ = writeln!(
            text,
            "if ($uri ~ \"^{quoted}/{framed}\") {{\n    set $oogst_frames \"*\";\n}}"
        );
    }
    let _ = writeln!(text, "set $oogst_cache \"{FOR_NOW}\";");
    let _ = writeln!(
        text,
        "if ($uri ~ \"^{quoted}/{}\") {{\n    set $oogst_cache \"{FOR_GOOD}\";\n}}\n",
        lasting_expression(plan)
    );
    if let Some(files) = saved(plan) {
        let _ = writeln!(
            text,
            "set $oogst_disposition \"\";\nif ($uri ~* \"^{quoted}/{files}$\") {{\n    set $oogst_disposition attachment;\n}}\n"
        );
        text.push_str("add_header Content-Disposition $oogst_disposition;\n");
    }
    let _ = writeln!(
        text,
        "add_header Content-Security-Policy \"{}\" always;",
        policy("$oogst_frames")
    );
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text.push_str("add_header Cache-Control $oogst_cache;\n\n");
    text.push_str("location ~ /feed\\.xml$ {\n    types { application/atom+xml xml; }\n}\n");
    text.push_str("location ~ \\.ics$ {\n    types { text/calendar ics; }\n}\n");
    let _ = write!(
        text,
        "location ~ ^{quoted}/nginx-headers\\.conf$ {{\n    return 404;\n}}\n"
    );
    text
}
