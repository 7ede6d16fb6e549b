//! Reads the value of a field by its shape.

use toml::de::{DeTable, DeValue};
use url::Url;

use super::key;
use super::kinds::{Field, Kind, NAMED_PARTY, Shape};
use super::moments::{clock_time, end_time};
use super::read::{RawValue, Reader};
use super::value::{Fields, IdOrInline, PartyWritten, Value};
use super::wording::{example, expected, found};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned, presentable};
use crate::words::Bilingual;
use crate::words::messages::schema as messages;

/// A code of another register: the register's name, and the code in it.
type RegisterCode = (Spanned<String>, Spanned<String>);

impl Reader<'_> {
    /// Reads one value by its field's shape.
    pub(super) fn value(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<Value> {
        match field.shape {
            Shape::Line | Shape::File => self.line(key, raw, field).map(Value::Line),
            Shape::Markdown => self.markdown(key, raw, field).map(Value::Markdown),
            Shape::Id => self.id(key, raw, field).map(Value::Id),
            Shape::Date => self.date(key, raw, field).map(Value::Date),
            Shape::Time => self.time(key, raw, field, clock_time).map(Value::Time),
            Shape::EndTime => self.time(key, raw, field, end_time).map(Value::EndTime),
            Shape::Integer(least, most) => {
                let number = self.integer(key, raw, field, least, most);
                number.map(Value::Integer)
            }
            Shape::Number(least, most) => {
                self.number(key, raw, field, least, most).map(Value::Number)
            }
            Shape::NumberOrLine => self.number_or_line(key, raw, field),
            Shape::Bool => self.bool(key, raw, field).map(Value::Bool),
            Shape::Url => self.url(key, raw, field).map(Value::Line),
            Shape::Choice(words) => self.choice(key, raw, field, words).map(Value::Choice),
            Shape::Party => self.party(key, raw, field).map(Value::Party),
            Shape::Parties => {
                let parties = self.each(raw, |reader, item| reader.party(key, item, field));
                Some(Value::Parties(parties))
            }
            Shape::One(_) | Shape::Reference => self.line(key, raw, field).map(Value::One),
            Shape::Many(_) => Some(Value::Many(self.lines(key, raw, field))),
            Shape::Lines | Shape::Addresses => Some(Value::Lines(self.lines(key, raw, field))),
            Shape::ManyOrInline(kind) => {
                let items = self.each(raw, |reader, item| {
                    reader.id_or_inline(key, item, field, kind)
                });
                Some(Value::ManyOrInline(items))
            }
            Shape::Table(inner) => self.table(key, raw, field, inner).map(Value::Table),
            Shape::Tables(inner) => {
                let tables = self.each(raw, |reader, item| reader.table(key, item, field, inner));
                Some(Value::Tables(tables))
            }
            Shape::Named(inner) => self.named(key, raw, field, inner).map(Value::Named),
            Shape::Tile => self.tile(key, raw, field),
            Shape::Codes => self.codes(key, raw, field).map(Value::Codes),
            Shape::Colour => self.colour(key, raw, field).map(Value::Line),
        }
    }

    fn number_or_line(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<Value> {
        match raw.get_ref() {
            DeValue::Integer(_) => {
                let number = self.integer(key, raw, field, i64::MIN, i64::MAX);
                number.map(Value::Integer)
            }
            DeValue::Float(_) => {
                let number = self.number(key, raw, field, i32::MIN, i32::MAX);
                number.map(Value::Number)
            }
            _ => self.line(key, raw, field).map(Value::Line),
        }
    }

    fn lines(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Vec<Spanned<String>> {
        self.each(raw, |reader, item| reader.spanned_line(key, item, field))
    }

    fn table(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
        inner: &'static [Field],
    ) -> Option<Fields> {
        match raw.get_ref() {
            DeValue::Table(table) => {
                Some(self.fields(table, self.span(raw.span()), inner, field.name, &[]))
            }
            _ => self.wrong(key, raw, field),
        }
    }

    fn named(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
        inner: &'static [Field],
    ) -> Option<Vec<(Spanned<String>, Fields)>> {
        let DeValue::Table(table) = raw.get_ref() else {
            return self.wrong(key, raw, field);
        };
        let mut groups = Vec::new();
        for (name, raw) in table {
            let DeValue::Table(group) = raw.get_ref() else {
                self.wrong::<()>(name.get_ref(), raw, field);
                continue;
            };
            let name = Spanned::new(
                presentable(name.get_ref()).into_owned(),
                self.span(name.span()),
            );
            let secrets = self.secrets(field, &name, group);
            let skip: Vec<&str> = secrets.iter().map(String::as_str).collect();
            let fields = self.fields(group, name.span, inner, field.name, &skip);
            groups.push((name, fields));
        }
        groups.sort_by_key(|(name, _)| name.span.start);
        Some(groups)
    }

    /// The keys of a group that hold a secret, each of which is reported: with its line in words, for
    /// the line itself is not to be shown.
    fn secrets(
        &mut self,
        field: &Field,
        name: &Spanned<String>,
        group: &DeTable<'_>,
    ) -> Vec<String> {
        let holds_secret = |value: &RawValue<'_>| match value.get_ref() {
            DeValue::String(text) => has_password(text),
            _ => false,
        };
        let secrets: Vec<_> = group
            .iter()
            .filter(|(key, value)| is_secret(key.get_ref()) || holds_secret(value))
            .map(|(key, _)| key)
            .collect();
        for key in &secrets {
            let before = &self.text[..self.offset + key.span().start];
            let line = before.matches('\n').count() + 1;
            let table = format!("[{}.{}]", field.name.get(self.language), name.value);
            self.diagnostics.push(
                Diagnostic::of_site(Code::SecretInSettings)
                    .with("key", presentable(key.get_ref()).as_ref())
                    .with("table", table)
                    .with("line", line.to_string()),
            );
        }
        secrets
            .iter()
            .map(|key| key.get_ref().to_string())
            .collect()
    }

    fn tile(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<Value> {
        match raw.get_ref() {
            DeValue::Array(items) if items.len() == 2 => {
                let column = self.integer(key, &items[0], field, 0, 99)?;
                let row = self.integer(key, &items[1], field, 0, 99)?;
                Some(Value::Tile(
                    u16::try_from(column).ok()?,
                    u16::try_from(row).ok()?,
                ))
            }
            _ => self.wrong(key, raw, field),
        }
    }

    fn codes(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<Vec<RegisterCode>> {
        let DeValue::Table(table) = raw.get_ref() else {
            return self.wrong(key, raw, field);
        };
        let mut codes = Vec::new();
        for (name, raw) in table {
            if let Some(code) = self.line_or_number(key, raw, field) {
                let register = presentable(name.get_ref()).into_owned();
                codes.push((
                    Spanned::new(register, self.span(name.span())),
                    Spanned::new(code, self.span(raw.span())),
                ));
            }
        }
        codes.sort_by(|(one, _), (other, _)| one.value.cmp(&other.value));
        Some(codes)
    }

    /// Reads each value of a list, or the one value that stands where a list belongs:
    /// `regions = "twente"` is plain enough.
    fn each<T>(
        &mut self,
        raw: &RawValue<'_>,
        read: impl Fn(&mut Self, &RawValue<'_>) -> Option<T>,
    ) -> Vec<T> {
        match raw.get_ref() {
            DeValue::Array(items) => {
                let outer = std::mem::replace(&mut self.in_list, true);
                let values = items.iter().filter_map(|item| read(self, item)).collect();
                self.in_list = outer;
                values
            }
            _ => read(self, raw).into_iter().collect(),
        }
    }

    fn party(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<PartyWritten> {
        match raw.get_ref() {
            DeValue::Table(table) => {
                let named = self.fields(table, self.span(raw.span()), NAMED_PARTY, field.name, &[]);
                let organisation =
                    named
                        .party(key::ORGANISATION)
                        .and_then(|party| match party.value {
                            PartyWritten::Words(words) => Some(words),
                            PartyWritten::Named { .. } => None,
                        });
                named
                    .line(key::NAME)
                    .map(|name| PartyWritten::Named { name, organisation })
            }
            _ => self.spanned_line(key, raw, field).map(PartyWritten::Words),
        }
    }

    fn id_or_inline(
        &mut self,
        key: &str,
        raw: &RawValue<'_>,
        field: &Field,
        kind: Kind,
    ) -> Option<IdOrInline> {
        match raw.get_ref() {
            DeValue::Table(table) => {
                let span = self.span(raw.span());
                let schema = kind.schema();
                Some(IdOrInline::Inline(
                    self.fields(table, span, schema.fields, schema.with_article, &[]),
                    span,
                ))
            }
            _ => self.spanned_line(key, raw, field).map(IdOrInline::Id),
        }
    }

    pub(super) fn wrong<T>(&mut self, key: &str, raw: &RawValue<'_>, field: &Field) -> Option<T> {
        let diagnostic = self.wrong_type(key, self.span(raw.span()), found(raw.get_ref()), field);
        self.diagnostics.push(diagnostic);
        None
    }

    /// Says that another type of value belongs there.
    pub(super) fn wrong_type(
        &self,
        key: &str,
        span: Span,
        found: Bilingual,
        field: &Field,
    ) -> Diagnostic {
        let expected = expected(field.shape);
        let place = if self.in_list {
            messages::IN_THAT_LIST
        } else {
            messages::HERE
        };
        Diagnostic::at(Code::WrongType, span)
            .with("key", key)
            .with("expected", expected)
            .with("place", place)
            .with("found", found)
            .with(
                "example",
                format!("{key} = {}", example(field.shape, self.language)),
            )
    }
}

/// Whether a key is what people call a secret, in either language.
fn is_secret(key: &str) -> bool {
    const SECRET: [&str; 7] = [
        "pass", "wachtw", "wachtz", "secret", "geheim", "token", "private",
    ];
    let key = key.to_lowercase();
    SECRET.iter().any(|word| key.contains(word))
}

/// Whether an address has a password in it, as `https://name:password@server/` has.
fn has_password(text: &str) -> bool {
    match Url::parse(text.trim()) {
        Ok(url) => url.password().is_some(),
        // What is no address yet may be one with a typing mistake.
        Err(_) => text.split_once("://").is_some_and(|(_, rest)| {
            let before = rest.rsplit_once('@').map(|(before, _)| before);
            before.is_some_and(|before| before.contains(':'))
        }),
    }
}
