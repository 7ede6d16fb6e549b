//! `.htaccess`, as Apache 2.4 reads it in the site's own folder. It says nothing of the path of the
//! site: what it looks for stands at the end of an address, or is the name of a folder of this
//! program's. Without a module that it needs, Apache passes over what it says.

use std::fmt::Write as _;

use super::told::{
    ALWAYS, FOR_GOOD, FOR_NOW, framed_expression, lasting_expression, policy, saved,
};
use crate::plan::Plan;

pub(super) fn apache(plan: &Plan) -> String {
    let mut text = String::from("<IfModule mod_headers.c>\n");
    let _ = writeln!(
        text,
        "    Header always set Content-Security-Policy \"{}\"",
        policy("'none'")
    );
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "    Header always set {name} \"{value}\"");
    }
    let _ = writeln!(text, "    Header set Cache-Control \"{FOR_NOW}\"");
    let mut only = |expression: &str, header: &str| {
        let _ = write!(
            text,
            "    <If \"%{{REQUEST_URI}} =~ m#{expression}#\">\n        {header}\n    </If>\n"
        );
    };
    if let Some(framed) = framed_expression(plan) {
        let header = format!(
            "Header always set Content-Security-Policy \"{}\"",
            policy("*")
        );
        only(&format!("/{framed}"), &header);
    }
    only(
        &format!("/{}", lasting_expression(plan)),
        &format!("Header set Cache-Control \"{FOR_GOOD}\""),
    );
    if let Some(files) = saved(plan) {
        only(
            &format!("(?i)/{files}$"),
            "Header set Content-Disposition attachment",
        );
    }
    text.push_str("</IfModule>\n<IfModule mod_mime.c>\n");
    text.push_str("    AddType image/webp .webp\n    AddType text/calendar .ics\n");
    text.push_str(
        "    <Files \"feed.xml\">\n        ForceType application/atom+xml\n    </Files>\n",
    );
    text.push_str("</IfModule>\n");
    text
}
