//! What the ending of a name makes of a file: for the server that hands it out, and for the browser
//! or computer that opens it. Lists, and no more: what a file is by its bytes, `media` tells.

use super::media_file::{Active, Other, Picture, PictureFault, is_readable_picture};
use crate::source::SourcePath;

/// Endings that servers run, or fill in, wherever in a name they stand: Apache looks at all of them
/// (`mod_mime`, "Files with Multiple Extensions"), and some servers at those of folders too.
const SERVED: &[&str] = &[
    "php", "php3", "php4", "php5", "php6", "php7", "php8", "phtml", "pht", "phar", "phps", "shtml",
    "shtm", "stm", "cgi", "fcgi", "pl", "py", "rb", "asp", "aspx", "ascx", "ashx", "asmx", "asa",
    "asax", "cer", "cdx", "idc", "jsp", "jspx", "jspf", "jsw", "jhtml", "cfm", "cfml", "cfc",
    "asis", "var", "htaccess", "htpasswd",
];

/// Endings that browsers and computers run.
const ACTIVE: &[(Active, &str)] = &[
    (
        Active::Page,
        "html htm xhtml xhtm xht shtml shtm stm mht mhtml hta htc",
    ),
    (Active::Xml, "xsl xslt xul"),
    (Active::Drawing, "svg svgz"),
    (Active::Style, "css"),
    (
        Active::Script,
        "js mjs cjs jsm jse vbs vbe wsf wsh wsc sct ps1 psm1 bat cmd sh bash zsh csh ksh fish \
        command scpt applescript reg inf",
    ),
    (
        Active::Program,
        "exe com scr pif msi msp msix appx msc cpl dll sys ocx jar jnlp class apk dmg pkg deb \
        rpm appimage wasm swf xap chm gadget application elf so dylib",
    ),
    (
        Active::Shortcut,
        "lnk url webloc desktop website scf inetloc",
    ),
];

/// Endings that every server knows a harmless type for: what stands before them in a name then
/// counts for nothing.
const KNOWN_EVERYWHERE: &[&str] = &[
    "pdf", "txt", "csv", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf",
    "zip", "7z", "tar", "rar", "epub", "mp3", "mp4", "m4a", "m4v", "mov", "mpg", "mpeg", "avi",
    "ogg", "oga", "ogv", "webm", "wav", "ics", "vcf", "json", "jpg", "jpeg", "png", "gif",
];

/// Pictures that are not read, and so not published: what stands in them besides the picture could
/// not be taken out. They are pictures of people all the same.
const UNREAD_PICTURES: &[&str] = &[
    "avif", "heic", "heics", "heif", "hif", "tif", "tiff", "bmp", "dib", "raw", "dng", "nef",
    "nrw", "cr2", "cr3", "crw", "arw", "srf", "sr2", "orf", "raf", "rw2", "rwl", "pef", "srw",
    "x3f", "3fr", "iiq", "erf", "mrw", "kdc", "dcr", "gpr", "psd", "psb", "xcf", "tga", "jp2",
    "j2k", "j2c", "jpc", "jpf", "jpx", "jpm", "jxl", "jxr", "wdp", "hdp", "ico", "cur", "icns",
    "exr", "dds", "pcx", "qoi", "flif", "bpg", "pbm", "pgm", "ppm", "pnm", "dcm", "emf", "wmf",
];

/// Names of which a server takes settings from the folder they stand in.
const SETTINGS: &[&str] = &["web.config", "php.ini", "user.ini"];

/// Why a file of a name runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunsAs {
    /// It is this, as its ending says.
    As(Active),
    /// This ending stands within its name.
    NameHolds(String),
    /// A folder above it has this ending.
    FolderHolds(String),
}

/// Whether a file would run where it is served or opened, by its path below the folder that is
/// published.
pub fn runs(path: &str) -> Option<RunsAs> {
    let path = path.to_lowercase();
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let served = |ending: &&str| SERVED.contains(ending);
    if let Some(ending) = folders.split('/').flat_map(endings).find(served) {
        return Some(RunsAs::FolderHolds(format!(".{ending}")));
    }
    if SETTINGS.contains(&name) {
        return Some(RunsAs::As(Active::Script));
    }
    let last = endings(name).last()?;
    if let Some(active) = active(last) {
        return Some(RunsAs::As(active));
    }
    let is_known = KNOWN_EVERYWHERE.contains(&last);
    let within =
        endings(name).find(|ending| served(ending) || !is_known && active(ending).is_some())?;
    Some(RunsAs::NameHolds(format!(".{within}")))
}

/// The ending, anywhere in a path, for which a server would run a file instead of handing it out.
pub fn runs_on_servers(path: &str) -> Option<String> {
    let path = path.to_lowercase();
    let name = path.rsplit('/').next().unwrap_or_default();
    let served = path
        .split('/')
        .flat_map(endings)
        .find(|ending| SERVED.contains(ending))
        .map(|ending| format!(".{ending}"));
    served.or_else(|| SETTINGS.contains(&name).then(|| name.to_owned()))
}

/// Whether a file that was looked at may be published as it is under this path: it is no picture,
/// tells no place, and runs nowhere. The linking stage says why not; this is the last door, for
/// every way of handing a file out.
pub fn may_be_copied(seen: Result<Picture, PictureFault>, path: &str, as_text: bool) -> bool {
    let is_harmless = match seen {
        Err(PictureFault::Other(Other::Active(_))) => as_text,
        Err(PictureFault::Other(other)) => {
            !other.is_picture() && other != Other::Film { tells_place: true }
        }
        _ => !is_readable_picture(seen),
    };
    is_harmless && runs(path).is_none()
}

/// Whether a file is a picture that is not read, by its name.
pub fn is_unread_picture(path: &SourcePath) -> bool {
    UNREAD_PICTURES.contains(&path.stem_and_extension().1.as_str())
}

/// What an ending, in small letters, says that a file runs as.
fn active(ending: &str) -> Option<Active> {
    let by_browser = ACTIVE
        .iter()
        .find(|(_, endings)| endings.split(' ').any(|known| known == ending))
        .map(|(active, _)| *active);
    by_browser.or_else(|| SERVED.contains(&ending).then_some(Active::Script))
}

/// The endings of a name. Old servers end a name at a semicolon.
fn endings(name: &str) -> impl Iterator<Item = &str> {
    name.split(['.', ';']).skip(1).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_within_a_name_count_where_a_server_may_look_at_them() {
        for (path, expected) in [
            ("media/plan.pdf", None),
            ("media/plan", None),
            ("media/Over ASP.NET en Node.js.pdf", None),
            ("media/site.html.zip", None),
            ("media/a.tar.gz", None),
            ("media/versie 1.2.docx", None),
            ("media/les.ggb", None),
            ("media/A.HTML", Some(RunsAs::As(Active::Page))),
            (
                "media/a.html.ggb",
                Some(RunsAs::NameHolds(".html".to_owned())),
            ),
            ("media/a.svg.gz", Some(RunsAs::NameHolds(".svg".to_owned()))),
            (
                "media/a.html.en",
                Some(RunsAs::NameHolds(".html".to_owned())),
            ),
            (
                "media/a.PHP.pdf",
                Some(RunsAs::NameHolds(".php".to_owned())),
            ),
            (
                "media/a.asp;.pdf",
                Some(RunsAs::NameHolds(".asp".to_owned())),
            ),
            ("media/a.phtml", Some(RunsAs::As(Active::Script))),
            (
                "map.php/a.pdf",
                Some(RunsAs::FolderHolds(".php".to_owned())),
            ),
            ("map.html/a.pdf", None),
            ("media/web.config", Some(RunsAs::As(Active::Script))),
        ] {
            assert_eq!(runs(path), expected, "{path}");
        }
    }
}
