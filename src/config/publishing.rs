//! The settings of where a site is published: a group for each place, with a name of its own. No
//! secret stands there.

use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::schema::choices::{Choice as _, PublishKind};
use crate::schema::value::Fields;
use crate::schema::{Field, Shape, file_field};
use crate::source::{Span, Spanned};
use crate::words::Bilingual;

const KIND: &str = "kind";
const FILE: &str = "file";
const FOLDER: &str = "folder";
const HOST: &str = "host";
const USER: &str = "user";

/// What a server is known by.
pub const HOST_KEY: Field = file_field(
    "host_key",
    "serversleutel",
    Shape::Line,
    "Bij sftp: waaraan de server te herkennen is. Oogst vraagt ernaar en schrijft het op.",
    "For sftp: what the server is known by. Oogst asks for it and writes it down.",
);

pub(super) const PLACE: &[Field] = &[
    file_field(
        KIND,
        "soort",
        Shape::Choice(PublishKind::WORDS),
        "Hoe de site daar komt: als zip-bestand, in een map (ook een netwerkmap), of naar een server met sftp.",
        "How the site gets there: as a zip file, in a folder (a network folder too), or to a server by sftp.",
    )
    .and_required(),
    file_field(
        FILE,
        "bestand",
        Shape::Line,
        "Bij zip: het bestand, gezien vanuit de map van het verslag.",
        "For zip: the file, seen from the report's folder.",
    ),
    file_field(
        FOLDER,
        "map",
        Shape::Line,
        "De map waar de site in komt. Bij `soort = \"map\"` gezien vanuit de map van het verslag, bij sftp op de server.",
        "The folder that the site goes into. For `kind = \"folder\"` seen from the report's folder, for sftp on the server.",
    ),
    file_field(
        HOST,
        "server",
        Shape::Line,
        "Bij sftp: de naam van de server.",
        "For sftp: the name of the server.",
    ),
    file_field(
        "port",
        "poort",
        Shape::Integer(1, 65_535),
        "Bij sftp: de poort van de server. Weggelaten: 22.",
        "For sftp: the server's port. Left out: 22.",
    ),
    file_field(
        USER,
        "gebruiker",
        Shape::Line,
        "Bij sftp: de naam waarmee u inlogt. Het wachtwoord hoort hier niet: oogst vraagt erom, of neemt het uit de omgevingsvariabele `OOGST_SECRET_` met de naam van deze groep in hoofdletters erachter.",
        "For sftp: the name that you log in with. The password does not belong here: oogst asks for it, or takes it from the environment variable `OOGST_SECRET_` with the name of this group in capitals behind it.",
    ),
    HOST_KEY,
];

/// A place that the site is published at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishPlace {
    /// What the settings call it.
    pub name: Id,
    /// Where that name stands.
    pub span: Span,
    /// What is there.
    pub how: PublishBy,
}

/// How a site gets to its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishBy {
    /// As one file.
    Zip {
        /// The file, seen from the report's folder.
        file: String,
    },
    /// Into a folder of this machine or its network.
    Folder {
        /// The folder, seen from the report's.
        folder: String,
    },
    /// To a server by the file transfer protocol of SSH.
    Sftp(SftpPlace),
}

/// A folder on a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SftpPlace {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Who logs in.
    pub user: String,
    /// The folder.
    pub folder: String,
    /// The fingerprint of the server's key, as `SHA256:…`, once somebody agreed to it.
    pub host_key: Option<Spanned<String>>,
    /// Where a line can be put below one that is there: the last field of the group.
    pub last: Span,
}

/// The places that are written.
pub(super) fn places(fields: &Fields, diagnostics: &mut Vec<Diagnostic>) -> Vec<PublishPlace> {
    let written = fields.named("publish").iter();
    written
        .filter_map(|(name, group)| place(name, group, diagnostics))
        .collect()
}

fn place(
    name: &Spanned<String>,
    group: &Fields,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PublishPlace> {
    let Some(id) = Id::new(&name.value) else {
        let bad = Diagnostic::at(Code::BadId, name.span).with("value", &name.value);
        diagnostics.push(bad.suggest(Id::from_title(&name.value)));
        return None;
    };
    let mut needed = |key: &str| {
        let line = group.line(key).map(|line| line.value);
        if line.is_none() && !group.was_meant(key) {
            diagnostics.push(missing(name, group, key));
        }
        line
    };
    let kind = group.choice(KIND)?.value;
    let how = match PublishKind::ALL[kind] {
        PublishKind::Zip => PublishBy::Zip {
            file: needed(FILE)?,
        },
        PublishKind::Folder => PublishBy::Folder {
            folder: needed(FOLDER)?,
        },
        PublishKind::Sftp => {
            let (host, user, folder) = (needed(HOST), needed(USER), needed(FOLDER));
            let port = group
                .integer("port")
                .and_then(|port| u16::try_from(port.value).ok());
            PublishBy::Sftp(SftpPlace {
                host: host?,
                port: port.unwrap_or(22),
                user: user?,
                folder: folder?,
                host_key: group.line(HOST_KEY.name.en),
                last: group
                    .entries
                    .last()
                    .map_or(name.span, |entry| entry.value.span),
            })
        }
    };
    Some(PublishPlace {
        name: id,
        span: name.span,
        how,
    })
}

fn missing(name: &Spanned<String>, group: &Fields, key: &str) -> Diagnostic {
    let field = group.schema.iter().find(|field| field.name.en == key);
    let names = field.map_or(Bilingual::NOTHING, |field| field.name);
    let example = |key: &str| format!("{key} = \"…\"");
    Diagnostic::at(Code::MissingKey, name.span)
        .with("kind", format!("`{}`", name.value))
        .with("key", names)
        .with(
            "example",
            crate::words::phrase(example(names.nl), example(names.en)),
        )
}
