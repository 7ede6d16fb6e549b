//! Phrases of the messages of `pictures`.

words! {
    PIXELS_IN_MEMORY: "zo veel beeldpunten van meer dan 8 bits per kleur", "that many pixels of more than 8 bits a colour";
    EMPTY: "het bestand is leeg", "the file is empty";
    CUT_OFF: "het einde ontbreekt", "its end is missing";
    NONSENSE: "de inhoud is beschadigd", "its content is damaged";
    UNUSUAL: "oogst leest deze manier van opslaan niet", "oogst does not read this way of saving";
    REFUSED: "het bestand mag niet gelezen worden", "the file may not be read";
    WEB_PAGE: "een webpagina", "a web page";
    XML: "een XML-bestand met een stijlblad of een webpagina in zich", "an XML file with a stylesheet or a web page in it";
    DRAWING: "een SVG-tekening", "an SVG drawing";
    STYLESHEET: "een stijlblad", "a stylesheet";
    SCRIPT: "een script", "a script";
    PROGRAM: "een programma", "a program";
    SHORTCUT: "een snelkoppeling", "a shortcut";
    HEIF: "een HEIC- of AVIF-bestand", "a HEIC or AVIF file";
    TIFF: "een TIFF-bestand", "a TIFF file";
    RAW: "een ruw bestand van een camera", "a raw file of a camera";
    BMP: "een BMP-bestand", "a BMP file";
    PHOTOSHOP: "een Photoshop-bestand", "a Photoshop file";
    JPEG_2000: "een JPEG 2000-bestand", "a JPEG 2000 file";
    JPEG_XL: "een JPEG XL-bestand", "a JPEG XL file";
    ICON: "een ICO-bestand", "an ICO file";
    TARGA: "een TGA-bestand", "a TGA file";
    UNCOMMON: "een soort afbeelding die oogst niet leest", "a kind of picture that oogst does not read";
    FILM: "een film of geluidsopname", "a film or sound recording";
    PDF: "een PDF", "a PDF";
    ZIP: "een ZIP- of Office-bestand", "a ZIP or Office file";
    OFFICE: "een Office-bestand", "an Office file";
    NO_PICTURE: "geen afbeelding", "no picture";
}

phrases! {
    megapixels(number): "{number} miljoen beeldpunten", "{number} million pixels";
}
