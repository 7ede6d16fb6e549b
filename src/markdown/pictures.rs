//! Pictures as HTML: in each size and format that there is, with room kept for them.

use std::fmt::Write;

use super::resolved::ShownPicture;
use super::{destination, escape};

/// A picture as HTML. Its alternative text comes as it is to be read.
pub(super) fn element(picture: &ShownPicture, alt: &str) -> String {
    let ShownPicture {
        src,
        srcset,
        sources,
        sizes,
        width,
        height,
        lazy,
        alt: _,
        caption: _,
    } = picture;
    let mut html = String::new();
    let attribute = |html: &mut String, name: &str, value: &str| {
        let _ = write!(html, " {name}=\"");
        escape::value(html, value);
        html.push('"');
    };
    if !sources.is_empty() {
        html.push_str("<picture>");
    }
    for (media_type, srcset) in sources {
        html.push_str("<source");
        attribute(&mut html, "type", media_type);
        attribute(&mut html, "srcset", srcset);
        attribute(&mut html, "sizes", sizes);
        html.push('>');
    }
    html.push_str("<img src=\"");
    destination::address(&mut html, src);
    html.push_str("\" alt=\"");
    escape::value(&mut html, alt);
    html.push('"');
    if !srcset.is_empty() {
        attribute(&mut html, "srcset", srcset);
        attribute(&mut html, "sizes", sizes);
    }
    let _ = write!(html, " width=\"{width}\" height=\"{height}\"");
    if *lazy {
        html.push_str(" loading=\"lazy\"");
    }
    html.push('>');
    if !sources.is_empty() {
        html.push_str("</picture>");
    }
    html
}
