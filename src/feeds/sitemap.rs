//! The sitemap: every address that search engines should know (sitemaps.org, protocol 0.9).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

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
    let (root, entry, addresses): (_, _, Vec<String>) = match which {
        Sitemap::Index(parts) => (
            "sitemapindex",
            "sitemap",
            (1..=parts)
                .map(|part| whole(&format!("/sitemap-{part}.xml")))
                .collect(),
        ),
        Sitemap::Whole => ("urlset", "url", pages(report, plan, 0)),
        Sitemap::Part(part) => ("urlset", "url", pages(report, plan, part - 1)),
    };
    writer
        .create_element(root)
        .with_attribute(namespace)
        .write_inner_content(|writer| {
            for address in &addresses {
                writer.create_element(entry).write_inner_content(|writer| {
                    writer
                        .create_element("loc")
                        .write_text_content(quick_xml::events::BytesText::new(address))?;
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

/// The addresses of a part, from 0.
fn pages(report: &Report, plan: &Plan, part: usize) -> Vec<String> {
    plan.indexed
        .iter()
        .skip(part * SITEMAP_LENGTH)
        .take(SITEMAP_LENGTH)
        .filter_map(|(page, language)| {
            plan.addresses
                .absolute(&plan.addresses.path(report, *page, *language))
        })
        .collect()
}
