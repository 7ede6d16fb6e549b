//! The settings of where a site is published: a group for each place, with a name of its own. No
//! secret stands there.

use url::{Host, Url};

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
const ADDRESS: &str = "url";
const ENDPOINT: &str = "endpoint";
const BUCKET: &str = "bucket";
const REGION: &str = "region";

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
        "Hoe de site daar komt: als zip-bestand, in een map (ook een netwerkmap), of naar een server met sftp, webdav of s3.",
        "How the site gets there: as a zip file, in a folder (a network folder too), or to a server by sftp, webdav or s3.",
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
        "De map waar de site in komt. Bij `soort = \"map\"` gezien vanuit de map van het verslag, bij sftp op de server, bij s3 in de bucket (weggelaten: de bucket zelf).",
        "The folder that the site goes into. For `kind = \"folder\"` seen from the report's folder, for sftp on the server, for s3 in the bucket (left out: the bucket itself).",
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
        "Bij sftp en webdav: de naam waarmee u inlogt. Bij s3: de toegangssleutel (access key id). Het wachtwoord (bij s3: de geheime sleutel) hoort hier niet: oogst vraagt erom, of neemt het uit de omgevingsvariabele `OOGST_SECRET_` met de naam van deze groep in hoofdletters erachter.",
        "For sftp and webdav: the name that you log in with. For s3: the access key id. The password (for s3: the secret access key) does not belong here: oogst asks for it, or takes it from the environment variable `OOGST_SECRET_` with the name of this group in capitals behind it.",
    ),
    HOST_KEY,
    file_field(
        ADDRESS,
        "adres",
        Shape::Line,
        "Bij webdav: het adres van de map op de server, met `https://`.",
        "For webdav: the address of the folder on the server, with `https://`.",
    ),
    file_field(
        ENDPOINT,
        "eindpunt",
        Shape::Line,
        "Bij s3: het adres van de dienst, met `https://` en zonder de naam van de bucket.",
        "For s3: the address of the service, with `https://` and without the name of the bucket.",
    ),
    file_field(
        BUCKET,
        "bucket",
        Shape::Line,
        "Bij s3: de naam van de bucket.",
        "For s3: the name of the bucket.",
    ),
    file_field(
        REGION,
        "regio",
        Shape::Line,
        "Bij s3: de regio van de bucket. Weggelaten: `us-east-1`.",
        "For s3: the region of the bucket. Left out: `us-east-1`.",
    ),
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
    /// To a server by WebDAV.
    Webdav(WebdavPlace),
    /// Into a bucket of a service that speaks the protocol of Amazon S3.
    S3(S3Place),
}

impl PublishBy {
    /// What servers call it; `None` where no server is asked.
    pub fn protocol(&self) -> Option<&'static str> {
        match self {
            Self::Zip { .. } | Self::Folder { .. } => None,
            Self::Sftp(_) => Some("sftp"),
            Self::Webdav(_) => Some("webdav"),
            Self::S3(_) => Some("s3"),
        }
    }
}

/// A folder on a server that speaks WebDAV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebdavPlace {
    /// Its address, which ends in a slash.
    pub url: Url,
    /// Who logs in.
    pub user: String,
}

/// A bucket, or what is in it under names that begin alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct S3Place {
    /// The address of the service.
    pub endpoint: Url,
    /// The name of the bucket.
    pub bucket: String,
    /// Its region.
    pub region: String,
    /// What names there begin with: nothing, or words that end in a slash.
    pub folder: String,
    /// The id of the key, which is told.
    pub user: String,
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
    let kind = PublishKind::ALL[group.choice(KIND)?.value];
    let mut read = ReadPlace {
        name,
        group,
        diagnostics,
    };
    let how = match kind {
        PublishKind::Zip => PublishBy::Zip {
            file: read.needed(FILE)?.value,
        },
        PublishKind::Folder => PublishBy::Folder {
            folder: read.needed(FOLDER)?.value,
        },
        PublishKind::Sftp => PublishBy::Sftp(read.sftp()?),
        PublishKind::Webdav => PublishBy::Webdav(read.webdav()?),
        PublishKind::S3 => PublishBy::S3(read.s3()?),
    };
    Some(PublishPlace {
        name: id,
        span: name.span,
        how,
    })
}

/// A group of a place, while it is read.
struct ReadPlace<'a> {
    name: &'a Spanned<String>,
    group: &'a Fields,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl ReadPlace<'_> {
    /// What cannot be left out.
    fn needed(&mut self, key: &str) -> Option<Spanned<String>> {
        let line = self.group.line(key);
        if line.is_none() && !self.group.was_meant(key) {
            let missing = missing(self.name, self.group, key);
            self.diagnostics.push(missing);
        }
        line
    }

    fn sftp(&mut self) -> Option<SftpPlace> {
        let (host, user, folder) = (self.needed(HOST), self.needed(USER), self.needed(FOLDER));
        let port = self
            .group
            .integer("port")
            .and_then(|port| u16::try_from(port.value).ok());
        Some(SftpPlace {
            host: host?.value,
            port: port.unwrap_or(22),
            user: user?.value,
            folder: folder?.value,
            host_key: self.group.line(HOST_KEY.name.en),
            last: self
                .group
                .entries
                .last()
                .map_or(self.name.span, |entry| entry.value.span),
        })
    }

    fn webdav(&mut self) -> Option<WebdavPlace> {
        let (url, user) = (self.server(ADDRESS), self.needed(USER));
        Some(WebdavPlace {
            url: url?,
            user: user?.value,
        })
    }

    fn s3(&mut self) -> Option<S3Place> {
        let (endpoint, bucket) = (self.server(ENDPOINT), self.needed(BUCKET));
        let user = self.needed(USER)?.value;
        let line = |key: &str| self.group.line(key).map(|line| line.value);
        let folder = line(FOLDER).unwrap_or_default();
        let names = folder.split('/').map(str::trim);
        let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        let bucket = bucket?;
        // Both become a part of addresses.
        let is_path = |name: &&str| [".", ".."].contains(name);
        let wrong = self
            .group
            .line(FOLDER)
            .filter(|_| names.iter().any(is_path));
        let wrong = wrong.or_else(|| is_path(&bucket.value.as_str()).then(|| bucket.clone()));
        if let Some(wrong) = wrong {
            let bad = Diagnostic::at(Code::BadFolderName, wrong.span);
            self.diagnostics.push(bad.with("value", wrong.value));
            return None;
        }
        Some(S3Place {
            endpoint: endpoint?,
            bucket: bucket.value,
            region: line(REGION).unwrap_or_else(|| "us-east-1".to_owned()),
            folder: names.iter().flat_map(|name| [*name, "/"]).collect(),
            user,
        })
    }

    /// The address of a server that a secret is told to: nobody on the way may read it.
    fn server(&mut self, key: &str) -> Option<Url> {
        let written = self.needed(key)?;
        let mut report = |code| {
            let wrong = Diagnostic::at(code, written.span).with("value", &written.value);
            self.diagnostics.push(wrong);
            None
        };
        let Ok(mut url) = Url::parse(written.value.trim()) else {
            return report(Code::BadUrl);
        };
        let is_plain = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        if !is_plain {
            return report(Code::BadServerAddress);
        }
        let is_safe = match url.scheme() {
            "https" => true,
            "http" => is_of_this_machine(&url),
            _ => false,
        };
        if !is_safe {
            return report(Code::NoHttps);
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        Some(url)
    }
}

/// Whether what is sent there stays on this machine.
fn is_of_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
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
