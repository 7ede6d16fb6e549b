//! The names of the fields that more than one file asks for, in English. The schema's rows are made
//! of them, so that a slip does not compile.

pub(crate) const ID: &str = "id";
pub(crate) const TITLE: &str = "title";
pub(crate) const NAME: &str = "name";
pub(crate) const TEXT: &str = "text";
pub(crate) const LABEL: &str = "label";
pub(crate) const DRAFT: &str = "draft";
pub(crate) const ALIASES: &str = "aliases";
pub(crate) const ALSO: &str = "also";
pub(crate) const FORMER_NAMES: &str = "former_names";
pub(crate) const UNTIL: &str = "until";
pub(crate) const SUCCESSOR: &str = "successor";
pub(crate) const PARENTS: &str = "parents";
pub(crate) const FILE: &str = "file";
pub(crate) const CONSENT: &str = "consent";
pub(crate) const AS_TEXT: &str = "as_text";
pub(crate) const LANGUAGE: &str = "language";
pub(crate) const ORGANISATION: &str = "organisation";
pub(crate) const PERSON: &str = "person";
pub(crate) const CONTACT: &str = "contact";
pub(crate) const STATUS: &str = "status";
pub(crate) const ROLE: &str = "role";
pub(crate) const RECORDED: &str = "recorded";
pub(crate) const ROLES: &str = "roles";
pub(crate) const SUMMARY: &str = "summary";
pub(crate) const MEASURE: &str = "measure";
pub(crate) const ASKS: &str = "asks";
pub(crate) const OFFERS: &str = "offers";
pub(crate) const IDEAS: &str = "ideas";
pub(crate) const DUE: &str = "due";
pub(crate) const REGIONS: &str = "regions";
pub(crate) const THEMES: &str = "themes";
pub(crate) const SOURCE: &str = "source";
pub(crate) const DATE: &str = "date";
pub(crate) const ARCHIVED: &str = "archived";
pub(crate) const URL: &str = "url";
