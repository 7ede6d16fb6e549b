//! The settings for what a public body owes its readers: whom to ask about accessibility, privacy
//! and security, what a server is to say of the site's files, and how heavy pages may be.
//!
//! A contact here is shown, whatever `[privacy]` says of addresses in texts: somebody put it in the
//! settings for readers to use. Their fields are marked so; what the other settings say is like any
//! text.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic};
use crate::schema::value::Fields;
use crate::schema::{Field, Shape, file_field};
use crate::source::{Span, Spanned};
use crate::words::Text;

pub(super) const ACCESSIBILITY: &[Field] = &[
    file_field(
        "register_url",
        "registeradres",
        Shape::Url,
        "Het adres van uw toegankelijkheidsverklaring in het register van de overheid.",
        "The address of your accessibility statement in the government's register.",
    ),
    file_field(
        "contact",
        "contact",
        Shape::Line,
        "Waar mensen een probleem melden: een e-mailadres, een webadres of woorden.",
        "Where people report a problem: an e-mail address, a web address or words.",
    )
    .and_translatable()
    .and_as_written(),
];
pub(super) const PRIVACY: &[Field] = &[
    file_field("emails", "emailadressen", Shape::Bool, "E-mailadressen in teksten tonen.", "Show e-mail addresses in texts.").and_also("emails e-mailadressen mailadressen", "email"),
    file_field("phones", "telefoonnummers", Shape::Bool, "Telefoonnummers in teksten tonen.", "Show phone numbers in texts.").and_also("telefoons telefoon", "phone"),
    file_field("responsible", "verantwoordelijke", Shape::Line, "Wie verantwoordelijk is voor de gegevens.", "Who is responsible for the data.")
        .and_translatable()
        .and_as_written(),
    file_field(
        "contact",
        "contact",
        Shape::Line,
        "Waar mensen gegevens laten verbeteren of weghalen: een e-mailadres, een webadres of woorden.",
        "Where people have data corrected or removed: an e-mail address, a web address or words.",
    )
    .and_translatable()
    .and_as_written(),
    file_field(
        "officer_contact",
        "contact_functionaris",
        Shape::Line,
        "Hoe mensen de functionaris gegevensbescherming bereiken.",
        "How people reach the data protection officer.",
    )
    .and_translatable()
    .and_as_written(),
    file_field("policy_url", "verklaring", Shape::Url, "Het adres van uw eigen privacyverklaring.", "The address of your own privacy statement."),
];
pub(super) const SECURITY: &[Field] = &[
    file_field(
        "contact",
        "contact",
        Shape::Line,
        "Waar mensen een lek melden: een e-mailadres of een webadres. Komt in `/.well-known/security.txt`.",
        "Where people report a leak: an e-mail address or a web address. Goes into `/.well-known/security.txt`.",
    )
    .and_required()
    .and_as_written(),
    file_field(
        "expires",
        "geldig_tot",
        Shape::Date,
        "Tot wanneer dit contact geldt: hooguit een jaar vooruit.",
        "Until when this contact is valid: at most a year ahead.",
    )
    .and_required(),
    file_field(
        "policy_url",
        "verklaring",
        Shape::Url,
        "Het adres van uw regels voor wie een lek meldt.",
        "The address of your rules for those who report a leak.",
    ),
];
pub(super) const HEADERS: &[Field] = &[file_field(
    "files",
    "servers",
    Shape::Lines,
    "Voor welke servers er een bestand met headers komt: netlify, cloudflare (allebei `_headers`), nginx (`nginx-headers.conf`), apache (`.htaccess`) of iis (`web.config`).",
    "For which servers a file with headers is made: netlify, cloudflare (both `_headers`), nginx (`nginx-headers.conf`), apache (`.htaccess`) or iis (`web.config`).",
)];
pub(super) const BUDGET: &[Field] = &[
    file_field(
        "page_kb",
        "pagina_kb",
        Shape::Integer(1, 100_000),
        "Hoeveel KB een pagina mag zijn, zonder foto's. Lijsten, het overzicht en pagina's om af te drukken tellen niet mee. Weggelaten: 100.",
        "How many KB a page may be, without photos. Lists, the overview and pages for printing do not count. Left out: 100.",
    ),
    file_field(
        "css_kb",
        "stijlen_kb",
        Shape::Integer(1, 100_000),
        "Hoeveel KB de stijlen samen mogen zijn. Weggelaten: 30.",
        "How many KB the styles may be together. Left out: 30.",
    ),
    file_field(
        "js_kb",
        "scripts_kb",
        Shape::Integer(1, 100_000),
        "Hoeveel KB de scripts samen mogen zijn, zonder die van het zoeken. Weggelaten: 15.",
        "How many KB the scripts may be together, without those of search. Left out: 15.",
    ),
];

/// The servers that a file with headers can be made for.
const SERVERS: [(&str, HeaderFile); 5] = [
    ("netlify", HeaderFile::Underscore),
    ("cloudflare", HeaderFile::Underscore),
    ("nginx", HeaderFile::Nginx),
    ("apache", HeaderFile::Apache),
    ("iis", HeaderFile::Iis),
];

/// What the page about accessibility says; there is one where at least one of these is given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accessibility {
    /// The statement in the government's register: the site says nothing of its status itself.
    pub register_url: Option<String>,
    /// Where problems are reported.
    pub contact: Option<Text>,
}

impl Accessibility {
    /// Whether there is anything to make a page of.
    pub fn is_given(&self) -> bool {
        *self != Self::default()
    }
}

/// What the page about privacy says; there is one where at least one of these is given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrivacyNotice {
    /// Who is responsible.
    pub responsible: Option<Text>,
    /// Where people have something corrected or removed.
    pub contact: Option<Text>,
    /// How the data protection officer is reached.
    pub officer_contact: Option<Text>,
    /// The organisation's own statement.
    pub policy_url: Option<String>,
}

impl PrivacyNotice {
    /// Whether there is anything to make a page of.
    pub fn is_given(&self) -> bool {
        *self != Self::default()
    }
}

/// What `/.well-known/security.txt` says (RFC 9116).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Security {
    /// `mailto:…` or `https://…`.
    pub contact: String,
    /// The day on which it is no longer to be relied on.
    pub expires: Spanned<Date>,
    /// The rules for those who report.
    pub policy_url: Option<String>,
}

impl Security {
    /// What is wrong with it on a day.
    pub fn on(&self, today: Date) -> Option<Diagnostic> {
        (self.expires.value <= today).then(|| {
            Diagnostic::at(Code::SecurityExpired, self.expires.span)
                .with("date", self.expires.value)
        })
    }
}

/// A file that tells a server which headers to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeaderFile {
    /// `_headers`, as Netlify and Cloudflare Pages read it.
    Underscore,
    /// For nginx to include.
    Nginx,
    /// `.htaccess`, as Apache reads it.
    Apache,
    /// `web.config`, as IIS reads it.
    Iis,
}

/// How heavy the site's files may be before the build warns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// A page, in KB of 1,000 bytes.
    pub page_kb: u32,
    /// All styles together.
    pub css_kb: u32,
    /// All scripts together, but for those of search.
    pub js_kb: u32,
    /// Where it is written, for messages.
    pub span: Span,
}

pub(super) fn accessibility(fields: &Fields) -> Accessibility {
    let Some(table) = fields.table("accessibility").map(|table| table.value) else {
        return Accessibility::default();
    };
    Accessibility {
        register_url: line(&table, "register_url"),
        contact: text(&table, "contact"),
    }
}

pub(super) fn privacy(fields: &Fields) -> PrivacyNotice {
    let Some(table) = fields.table("privacy").map(|table| table.value) else {
        return PrivacyNotice::default();
    };
    PrivacyNotice {
        responsible: text(&table, "responsible"),
        contact: text(&table, "contact"),
        officer_contact: text(&table, "officer_contact"),
        policy_url: line(&table, "policy_url"),
    }
}

pub(super) fn security(fields: &Fields, diagnostics: &mut Vec<Diagnostic>) -> Option<Security> {
    let table = fields.table("security")?.value;
    let contact = table.line("contact")?;
    let expires = table.date("expires");
    let uri = security_contact(&contact.value);
    if uri.is_none() {
        diagnostics
            .push(Diagnostic::at(Code::BadContact, contact.span).with("value", &contact.value));
    }
    Some(Security {
        contact: uri?,
        expires: expires?,
        policy_url: line(&table, "policy_url"),
    })
}

/// The contact as an address, which the format asks for (RFC 9116, section 2.5.3): a bare e-mail
/// address gets its scheme.
fn security_contact(written: &str) -> Option<String> {
    if written.starts_with("https://")
        && written.len() > "https://".len()
        && !written.contains(char::is_whitespace)
    {
        return Some(written.to_owned());
    }
    let address = written.strip_prefix("mailto:").unwrap_or(written);
    is_email(address).then(|| format!("mailto:{address}"))
}

/// Whether a text is an e-mail address and nothing else. Only the plain kind: what else the
/// standard allows nobody writes here.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let is_part = |part: &str, more: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || more.contains(character))
            && !part.starts_with('.')
    };
    is_part(name, "._+-")
        && is_part(host, ".-")
        && host.contains('.')
        && !host.ends_with('.')
        && text.len() <= 254
}

pub(super) fn header_files(fields: &Fields, diagnostics: &mut Vec<Diagnostic>) -> Vec<HeaderFile> {
    let Some(table) = fields.table("headers").map(|table| table.value) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for server in table.lines("files") {
        match SERVERS.iter().find(|(name, _)| *name == server.value) {
            Some((_, file)) => files.push(*file),
            None => {
                let known: Vec<&str> = SERVERS.iter().map(|(name, _)| *name).collect();
                let nearest = crate::diagnostic::nearest(&server.value, known.iter().copied())
                    .map(ToOwned::to_owned);
                let diagnostic = Diagnostic::at(Code::UnknownValue, server.span)
                    .with("value", &server.value)
                    .with("key", "files");
                diagnostics.push(diagnostic.with("known", known.join(", ")).suggest(nearest));
            }
        }
    }
    files.sort_unstable();
    files.dedup();
    files
}

pub(super) fn budget(fields: &Fields) -> Option<Budget> {
    let span = fields.key_span("budget")?;
    let table = fields.table("budget")?.value;
    let limit = |key: &str, usual: u32| {
        table
            .integer(key)
            .and_then(|limit| u32::try_from(limit.value).ok())
            .unwrap_or(usual)
    };
    Some(Budget {
        page_kb: limit("page_kb", 100),
        css_kb: limit("css_kb", 30),
        js_kb: limit("js_kb", 15),
        span,
    })
}

fn line(table: &Fields, key: &str) -> Option<String> {
    table.line(key).map(|line| line.value)
}

/// A line in the languages that it is written in.
pub(super) fn text(fields: &Fields, key: &str) -> Option<Text> {
    fields.translated_line(key).map(|line| Text {
        original: line.original.value.into(),
        translation: line.translation.map(|line| line.value.into()),
    })
}
