//! Documents as Word and `LibreOffice` write them, made of their parts.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use image::{ImageFormat, RgbImage};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const VOCABULARIES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

/// Styles with the ids of a Dutch Word.
const STYLES: &str = "\
    <w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>\
    <w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:styleId=\"Kop2\"><w:name w:val=\"heading 2\"/></w:style>\
    <w:style w:styleId=\"Heading1\"><w:name w:val=\"Kader\"/></w:style>\
    <w:style w:styleId=\"EigenKop\"><w:name w:val=\"Eigen kop\"/><w:basedOn w:val=\"Kop2\"/></w:style>\
    <w:style w:styleId=\"Omtrek\"><w:name w:val=\"Omtrek\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>\
    <w:style w:styleId=\"Lijst\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
    <w:style w:styleId=\"Lijst2\"><w:name w:val=\"List Bullet 2\"/></w:style>\
    <w:style w:styleId=\"Bijschrift\"><w:name w:val=\"caption\"/></w:style>\
    <w:style w:styleId=\"Inhopg1\"><w:name w:val=\"toc 1\"/></w:style>\
    <w:style w:styleId=\"Geheim\"><w:name w:val=\"Geheim\"/><w:rPr><w:vanish/></w:rPr></w:style>\
    <w:style w:styleId=\"Zwaar\" w:type=\"character\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>";

const NUMBERING: &str = "\
    <w:abstractNum w:abstractNumId=\"1\">\
      <w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl>\
      <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl>\
    </w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"2\">\
      <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl>\
      <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/></w:lvl>\
    </w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

/// A Word document: what its body holds, and what else.
pub(crate) struct Docx {
    body: String,
    relations: String,
    /// Other parts, by their names.
    parts: Vec<(String, Vec<u8>)>,
}

/// A document with this body.
pub(crate) fn docx(body: &str) -> Docx {
    Docx {
        body: body.to_owned(),
        relations: String::new(),
        parts: Vec::new(),
    }
}

/// A paragraph with this style and these runs.
pub(crate) fn p(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

/// A run of plain words.
pub(crate) fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A run with properties.
pub(crate) fn rp(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A point of a list.
pub(crate) fn point(list: u8, level: u8, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        r(text)
    )
}

/// A picture in a line; `says` are attributes of its description.
pub(crate) fn drawing(id: &str, says: &str) -> String {
    format!(
        "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Afbeelding 1\" {says}/><a:graphic><a:graphicData>\
         <pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"image.png\"/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\"/>\
         </pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

/// A small picture; another shade is another file.
pub(crate) fn png(shade: u8) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(4, 3, image::Rgb([shade, 80, 120]))
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("a picture is written");
    bytes.into_inner()
}

impl Docx {
    /// Something that an id of the document leads to.
    pub(crate) fn relation(mut self, id: &str, sort: &str, target: &str, is_outside: bool) -> Self {
        let mode = if is_outside {
            " TargetMode=\"External\""
        } else {
            ""
        };
        let _ = write!(
            self.relations,
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{sort}\" Target=\"{target}\"{mode}/>"
        );
        self
    }

    /// A part of this name.
    pub(crate) fn part(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.parts.push((name.to_owned(), bytes.into()));
        self
    }

    /// A part with this content in an element of Word's vocabulary.
    pub(crate) fn part_of_word(self, name: &str, element: &str, content: &str) -> Self {
        let text =
            format!("<?xml version=\"1.0\"?><w:{element} {VOCABULARIES}>{content}</w:{element}>");
        self.part(name, text)
    }

    /// The file.
    pub(crate) fn bytes(self) -> Vec<u8> {
        let document = self
            .relation("rIdStyles", "styles", "styles.xml", false)
            .relation("rIdNumbering", "numbering", "numbering.xml", false)
            .part_of_word("word/styles.xml", "styles", STYLES)
            .part_of_word("word/numbering.xml", "numbering", NUMBERING);
        let relations = format!("<Relationships>{}</Relationships>", document.relations);
        let body = format!("<w:body>{}<w:sectPr/></w:body>", document.body);
        let whole = document
            .part_of_word("word/document.xml", "document", &body)
            .part("word/_rels/document.xml.rels", relations)
            .part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
            );
        zipped(&whole.parts)
    }
}

/// A zipped file of these parts.
pub(crate) fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer
            .start_file(name.as_str(), options)
            .expect("a part begins");
        writer.write_all(bytes).expect("a part is written");
    }
    writer.finish().expect("a file is made").into_inner()
}

/// An `OpenDocument` text: its own styles, its text, and other parts.
pub(crate) fn odt(styles: &str, body: &str, parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
        xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
        xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
    let content = format!(
        "<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let shared = format!(
        "<office:document-styles {names}><office:styles>\
         <style:style style:name=\"Strong_20_Emphasis\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
         <style:style style:name=\"Heading\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
         </office:styles><office:master-styles><style:master-page><style:footer><text:p>Vertrouwelijk</text:p></style:footer>\
         </style:master-page></office:master-styles></office:document-styles>"
    );
    let mut all = vec![
        (
            "mimetype".to_owned(),
            b"application/vnd.oasis.opendocument.text".to_vec(),
        ),
        ("content.xml".to_owned(), content.into_bytes()),
        ("styles.xml".to_owned(), shared.into_bytes()),
    ];
    all.extend(
        parts
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), bytes.clone())),
    );
    zipped(&all)
}
