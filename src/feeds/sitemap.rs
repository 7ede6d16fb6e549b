//! The sitemap: every address that search engines should know, with the day that it was last
//! changed where that is known (sitemaps.org, protocol 0.9).

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::last_changed::last_changed;
use crate::plan::{Plan, SITEMAP_LENGTH, Sitemap};
use crate::records::Report;

/// One sitemap, or the index of several.
///
/// # Panics
/// Never: writing XML to memory does not fail.
pub fn sitemap(report: &Report, plan: &Plan, which: Sitemap) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .expect("memory takes it");
    let namespace = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    let whole = |path: &str| plan.addresses.absolute(path).unwrap_or_default();
    let (root, entry, addresses): (_, _, Vec<Address>) = match which {
        Sitemap::Index(parts) => (
            "sitemapindex",
            "sitemap",
            (1..=parts)
                .map(|part| (whole(&format!("/sitemap-{part}.xml")), None))
                .collect(),
        ),
        Sitemap::Whole => ("urlset", "url", pages(report, plan, 0)),
        Sitemap::Part(part) => ("urlset", "url", pages(report, plan, part - 1)),
    };
    writer
        .create_element(root)
        .with_attribute(namespace)
        .write_inner_content(|writer| {
            for (address, changed) in &addresses {
                writer.create_element(entry).write_inner_content(|writer| {
                    writer
                        .create_element("loc")
                        .write_text_content(BytesText::new(address))?;
                    if let Some(changed) = changed {
                        writer
                            .create_element("lastmod")
                            .write_text_content(BytesText::new(&changed.to_string()))?;
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })
        .expect("memory takes it");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

/// An address, and the day that what stands there was last changed.
type Address = (String, Option<Date>);

/// The addresses of a part, from 0.
fn pages(report: &Report, plan: &Plan, part: usize) -> Vec<Address> {
    plan.indexed
        .iter()
        .skip(part * SITEMAP_LENGTH)
        .take(SITEMAP_LENGTH)
        .filter_map(|(page, language)| {
            let path = plan.addresses.path(report, *page, *language);
            Some((
                plan.addresses.absolute(&path)?,
                last_changed(report, plan, *page),
            ))
        })
        .collect()
}
