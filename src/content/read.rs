//! Reads a TOML table by the schema: each key becomes a checked value, or a diagnostic that says what belongs there.
//!
//! Every mistake of a table is reported, not only the first; a value that cannot be read is left out and the rest goes on.

use std::borrow::Cow;

use jiff::civil::{Date, Time};
use toml::Spanned as TomlSpanned;
use toml::de::{DeString, DeTable, DeValue};

use super::schema::{Field, Kind, NAMED_PARTY, Shape, listed};
use super::value::{Entry, Fields, IdOrInline, MarkdownText, PartyWritten, Value};
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, Said, nearest};
use crate::id::Id;
use crate::source::{FileId, Span, Spanned};
use crate::words::{Bilingual, Language};

/// What reading a table needs to know of its file, and where its diagnostics gather.
pub(super) struct Reader<'a> {
    /// The file.
    pub(super) file: FileId,
    /// The file's whole text.
    pub(super) text: &'a str,
    /// Where the parsed TOML begins in the text.
    pub(super) offset: usize,
    /// The site's language: the other words that keys and values may use.
    pub(super) language: Language,
    /// What was found wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

type Key<'a> = TomlSpanned<DeString<'a>>;
type Raw<'a> = TomlSpanned<DeValue<'a>>;

impl Reader<'_> {
    /// A span of the parsed TOML as a span of the file.
    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }

    /// Reads the keys of a table that are fields; `kind` names the table in messages, `skip` holds keys that were read otherwise.
    pub(super) fn fields(&mut self, table: &DeTable<'_>, span: Span, schema: &'static [Field], kind: Bilingual, skip: &[&str]) -> Fields {
        let mut fields = Fields { schema, entries: Vec::with_capacity(table.len()), span };
        let mut unreadable = Vec::new();
        let mut keys: Vec<(&Key<'_>, &Raw<'_>)> = table.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in keys {
            let written: &str = key.get_ref();
            if skip.contains(&written) {
                continue;
            }
            let key_span = self.span(key.span());
            let Some((position, translation)) = self.field_named(written, schema) else {
                let known = schema.iter().map(|field| field.name.get(self.language)).chain(schema.iter().map(|field| field.name.en));
                let suggestion = nearest(written, known).map(ToOwned::to_owned);
                let known = bilingual(
                    &schema.iter().map(|field| field.name.nl).collect::<Vec<_>>().join(", "),
                    &schema.iter().map(|field| field.name.en).collect::<Vec<_>>().join(", "),
                );
                self.diagnostics.push(
                    Diagnostic::at(Code::UnknownKey, key_span)
                        .with("kind", bilingual(kind.nl, kind.en))
                        .with("key", written)
                        .with("known", known)
                        .suggest(suggestion),
                );
                continue;
            };
            if let Some(first) = fields.entries.iter().find(|entry| entry.field == position && entry.translation == translation) {
                let other = self.text.get(first.key.range()).unwrap_or_default().to_owned();
                self.diagnostics
                    .push(Diagnostic::at(Code::KeyTwice, key_span).with("key", written).with("other", other).note(first.key, Said::FirstHere));
                continue;
            }
            match self.value(written, value, &schema[position]) {
                Some(read) => {
                    let value = Spanned::new(read, self.span(value.span()));
                    fields.entries.push(Entry { field: position, key: key_span, value, translation });
                }
                None => unreadable.push(position),
            }
        }
        for (position, field) in schema.iter().enumerate() {
            let given = fields.entries.iter().any(|entry| !entry.translation && entry.field == position);
            // A field that was written wrongly is not missing as well; `text` may yet come as the body of a Markdown file.
            if field.required && !given && !unreadable.contains(&position) && field.name.en != "text" {
                self.diagnostics.push(self.missing(field, span, kind));
            }
        }
        fields
    }

    /// The diagnostic for a required field that is not there.
    pub(super) fn missing(&self, field: &Field, span: Span, kind: Bilingual) -> Diagnostic {
        let example = example(field);
        Diagnostic::at(Code::MissingKey, span)
            .with("kind", bilingual(kind.nl, kind.en))
            .with("key", field.name.get(self.language))
            .with("example", bilingual(example.nl, example.en))
    }

    /// The field that a key names, and whether it is its translation.
    fn field_named(&self, written: &str, schema: &'static [Field]) -> Option<(usize, bool)> {
        let find = |name: &str| schema.iter().position(|field| field.name.en == name || (self.language == Language::Nl && field.name.nl == name));
        if let Some(position) = find(written) {
            return Some((position, false));
        }
        let (name, tag) = written.rsplit_once('_')?;
        let language = Language::from_tag(tag)?;
        let position = find(name)?;
        schema[position].translatable.then_some((position, language != self.language))
    }

    /// Reads one value by its field's shape.
    fn value(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<Value> {
        let value = raw.get_ref();
        match field.shape {
            Shape::Line | Shape::File => self.line(key, raw, field).map(Value::Line),
            Shape::Markdown => self.markdown(key, raw, field).map(Value::Markdown),
            Shape::Id => {
                let text = self.line(key, raw, field)?;
                let id = Id::new(&text);
                if id.is_none() {
                    self.bad_id(&text, self.span(raw.span()));
                }
                id.map(Value::Id)
            }
            Shape::Date => self.date(key, raw, field).map(Value::Date),
            Shape::Time => self.time(key, raw, field).map(Value::Time),
            Shape::Integer(least, most) => self.integer(key, raw, field, least, most).map(Value::Integer),
            Shape::Number(least, most) => self.number(key, raw, field, least, most).map(Value::Number),
            Shape::NumberOrLine => match value {
                DeValue::Integer(_) => self.integer(key, raw, field, i64::MIN, i64::MAX).map(Value::Integer),
                DeValue::Float(_) => self.number(key, raw, field, i32::MIN, i32::MAX).map(Value::Number),
                _ => self.line(key, raw, field).map(Value::Line),
            },
            Shape::Bool => match value {
                DeValue::Boolean(value) => Some(Value::Bool(*value)),
                _ => self.wrong(key, raw, field),
            },
            Shape::Url => {
                let text = self.line(key, raw, field)?;
                if is_web_address(&text) {
                    return Some(Value::Line(text));
                }
                let suggestion = text.starts_with("www.").then(|| format!("https://{text}"));
                self.diagnostics.push(Diagnostic::at(Code::BadUrl, self.span(raw.span())).with("value", &text).suggest(suggestion));
                None
            }
            Shape::Choice(words) => self.choice(key, raw, field, words).map(Value::Choice),
            Shape::Party => self.party(key, raw, field).map(Value::Party),
            Shape::Parties => {
                let items = Self::list(raw);
                Some(Value::Parties(items.into_iter().filter_map(|item| self.party(key, item, field)).collect()))
            }
            Shape::One(_) | Shape::Reference => self.line(key, raw, field).map(Value::One),
            Shape::Many(_) => {
                let items = Self::list(raw);
                Some(Value::Many(items.into_iter().filter_map(|item| self.spanned_line(key, item, field)).collect()))
            }
            Shape::ManyOrInline(kind) => {
                let items = Self::list(raw);
                Some(Value::ManyOrInline(items.into_iter().filter_map(|item| self.id_or_inline(key, item, field, kind)).collect()))
            }
            Shape::Lines => {
                let items = Self::list(raw);
                Some(Value::Lines(items.into_iter().filter_map(|item| self.spanned_line(key, item, field)).collect()))
            }
            Shape::Table(inner) => match value {
                DeValue::Table(table) => Some(Value::Table(self.fields(table, self.span(raw.span()), inner, field.name, &[]))),
                _ => self.wrong(key, raw, field),
            },
            Shape::Tables(inner) => {
                let mut tables = Vec::new();
                for item in Self::list(raw) {
                    match item.get_ref() {
                        DeValue::Table(table) => tables.push(self.fields(table, self.span(item.span()), inner, field.name, &[])),
                        _ => {
                            self.wrong::<Value>(key, item, field);
                        }
                    }
                }
                Some(Value::Tables(tables))
            }
            Shape::Tile => match value {
                DeValue::Array(items) if items.len() == 2 => {
                    let column = self.integer(key, &items[0], field, 0, 99)?;
                    let row = self.integer(key, &items[1], field, 0, 99)?;
                    Some(Value::Tile(u16::try_from(column).ok()?, u16::try_from(row).ok()?))
                }
                _ => self.wrong(key, raw, field),
            },
            Shape::Codes => match value {
                DeValue::Table(table) => {
                    let mut codes = Vec::new();
                    for (name, code) in table {
                        if let Some(code) = self.line_or_number(key, code, field) {
                            codes.push((name.get_ref().to_string(), code));
                        }
                    }
                    codes.sort();
                    Some(Value::Codes(codes))
                }
                _ => self.wrong(key, raw, field),
            },
            Shape::Colour => {
                let text = self.line(key, raw, field)?;
                let digits = text.strip_prefix('#').unwrap_or_default();
                if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                    return Some(Value::Line(text.to_ascii_lowercase()));
                }
                self.wrong(key, raw, field)
            }
        }
    }

    /// A list, or the one value that stands where a list belongs: `regions = "twente"` is plain enough.
    fn list<'r, 'i>(raw: &'r Raw<'i>) -> Vec<&'r Raw<'i>> {
        match raw.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![raw],
        }
    }

    fn line(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<String> {
        let DeValue::String(text) = raw.get_ref() else { return self.wrong(key, raw, field) };
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            self.diagnostics.push(Diagnostic::at(Code::EmptyValue, self.span(raw.span())).with("key", key));
            return None;
        }
        Some(line)
    }

    fn spanned_line(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<Spanned<String>> {
        let span = self.span(raw.span());
        self.line(key, raw, field).map(|line| Spanned::new(line, span))
    }

    /// Codes such as a postal or register number are often written without quotes.
    fn line_or_number(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<String> {
        match raw.get_ref() {
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            _ => self.line(key, raw, field),
        }
    }

    fn markdown(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<MarkdownText> {
        let DeValue::String(text) = raw.get_ref() else { return self.wrong(key, raw, field) };
        if text.trim().is_empty() {
            self.diagnostics.push(Diagnostic::at(Code::EmptyValue, self.span(raw.span())).with("key", key));
            return None;
        }
        let span = self.span(raw.span());
        let written = self.text.get(span.range()).unwrap_or_default();
        // A string without escapes stands in the file letter for letter, after its quotes.
        let exact_start = written.find(text.as_ref()).filter(|start| *start <= 4).map(|start| span.start + u32::try_from(start).unwrap_or(0));
        Some(MarkdownText { text: text.as_ref().into(), span, exact_start })
    }

    fn date(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<Date> {
        let written: Cow<'_, str> = match raw.get_ref() {
            DeValue::Datetime(moment) => {
                if let Some(date) = moment.date {
                    let date = Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
                    if let Ok(date) = date {
                        return Some(date);
                    }
                }
                Cow::Owned(moment.to_string())
            }
            DeValue::String(text) => {
                if let Some(date) = iso_date(text.trim()) {
                    return Some(date);
                }
                Cow::Borrowed(text.as_ref())
            }
            _ => return self.wrong(key, raw, field),
        };
        self.diagnostics.push(Diagnostic::at(Code::BadDate, self.span(raw.span())).with("value", &written).suggest(meant_date(&written)));
        None
    }

    fn time(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<Time> {
        let written = match raw.get_ref() {
            DeValue::Datetime(moment) => moment.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            // 13.30 without quotes is a number to TOML and a time to everyone else; its own letters tell which.
            DeValue::Float(_) | DeValue::Integer(_) => self.text.get(self.span(raw.span()).range()).unwrap_or_default().to_owned(),
            _ => return self.wrong(key, raw, field),
        };
        let time = clock_time(&written);
        if time.is_none() {
            self.diagnostics.push(Diagnostic::at(Code::BadTime, self.span(raw.span())).with("value", &written));
        }
        time
    }

    fn integer(&mut self, key: &str, raw: &Raw<'_>, field: &Field, least: i64, most: i64) -> Option<i64> {
        let DeValue::Integer(number) = raw.get_ref() else { return self.wrong(key, raw, field) };
        let value = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if let Some(value) = value.filter(|value| (least..=most).contains(value)) {
            return Some(value);
        }
        self.out_of_range(key, raw, &least, &most);
        None
    }

    fn number(&mut self, key: &str, raw: &Raw<'_>, field: &Field, least: i32, most: i32) -> Option<f64> {
        let text = match raw.get_ref() {
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::Float(number) => number.as_str().to_owned(),
            _ => return self.wrong(key, raw, field),
        };
        let value = text.parse::<f64>().ok().filter(|value| value.is_finite() && *value >= f64::from(least) && *value <= f64::from(most));
        if value.is_none() {
            self.out_of_range(key, raw, &least, &most);
        }
        value
    }

    fn out_of_range(&mut self, key: &str, raw: &Raw<'_>, least: &dyn ToString, most: &dyn ToString) {
        let span = self.span(raw.span());
        let written = self.text.get(span.range()).unwrap_or_default();
        self.diagnostics.push(
            Diagnostic::at(Code::OutOfRange, span)
                .with("value", written)
                .with("key", key)
                .with("least", least.to_string())
                .with("most", most.to_string()),
        );
    }

    fn choice(&mut self, key: &str, raw: &Raw<'_>, field: &Field, words: &'static [Bilingual]) -> Option<usize> {
        let text = self.line(key, raw, field)?;
        let found = words.iter().position(|word| word.en == text || (self.language == Language::Nl && word.nl == text));
        if found.is_none() {
            let known = words.iter().map(|word| word.get(self.language)).chain(words.iter().map(|word| word.en));
            self.diagnostics.push(
                Diagnostic::at(Code::UnknownValue, self.span(raw.span()))
                    .with("value", &text)
                    .with("key", key)
                    .with("known", listed(words, self.language))
                    .suggest(nearest(&text, known)),
            );
        }
        found
    }

    fn party(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<PartyWritten> {
        match raw.get_ref() {
            DeValue::Table(table) => {
                let named = self.fields(table, self.span(raw.span()), NAMED_PARTY, field.name, &[]);
                let organisation = named.party("organisation").and_then(|party| match party.value {
                    PartyWritten::Words(words) => Some(words),
                    PartyWritten::Named { .. } => None,
                });
                named.line("name").map(|name| PartyWritten::Named { name, organisation })
            }
            _ => self.spanned_line(key, raw, field).map(PartyWritten::Words),
        }
    }

    fn id_or_inline(&mut self, key: &str, raw: &Raw<'_>, field: &Field, kind: Kind) -> Option<IdOrInline> {
        match raw.get_ref() {
            DeValue::Table(table) => {
                let span = self.span(raw.span());
                let schema = kind.schema();
                Some(IdOrInline::Inline(self.fields(table, span, schema.fields, schema.with_article, &[]), span))
            }
            _ => self.spanned_line(key, raw, field).map(IdOrInline::Id),
        }
    }

    fn wrong<T>(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<T> {
        let (expected, found, example) = (expected(field.shape), found(raw.get_ref()), example(field));
        self.diagnostics.push(
            Diagnostic::at(Code::WrongType, self.span(raw.span()))
                .with("key", key)
                .with("expected", bilingual(expected.nl, expected.en))
                .with("found", bilingual(found.nl, found.en))
                .with("example", bilingual(example.nl, example.en)),
        );
        None
    }

    /// Complains of text that is no id.
    pub(super) fn bad_id(&mut self, text: &str, span: Span) {
        let example = Id::from_title(text).map_or_else(|| "naam-2018".to_owned(), |id| id.to_string());
        self.diagnostics.push(Diagnostic::at(Code::BadId, span).with("value", text).with("example", example));
    }
}

/// `http://` or `https://` with a host, without spaces or control characters.
pub(crate) fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '.', ':', '?', '#']))
        && !text
            .chars()
            .any(|character| character.is_whitespace() || character.is_control() || matches!(character, '<' | '>' | '"' | '\\' | '`' | '{' | '}'))
}

fn iso_date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The date that was meant by `30-10-2018`, `30/10/2018` or `30 oktober 2018`.
fn meant_date(text: &str) -> Option<Date> {
    const MONTHS: [[&str; 2]; 12] = [
        ["januari", "january"],
        ["februari", "february"],
        ["maart", "march"],
        ["april", "april"],
        ["mei", "may"],
        ["juni", "june"],
        ["juli", "july"],
        ["augustus", "august"],
        ["september", "september"],
        ["oktober", "october"],
        ["november", "november"],
        ["december", "december"],
    ];
    let parts: Vec<&str> = text.split(|character: char| !character.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let lower = month.to_lowercase();
    let month: i8 = month.parse().ok().or_else(|| {
        let position = MONTHS.iter().position(|names| names.iter().any(|name| lower.len() >= 3 && name.starts_with(&lower)))?;
        i8::try_from(position + 1).ok()
    })?;
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    Date::new(year.parse().ok().filter(|year| *year > 1000)?, month, day.parse().ok()?).ok()
}

/// `13:30`, `13.30`, `9:05`, with or without seconds and the word "uur".
fn clock_time(text: &str) -> Option<Time> {
    let text = text.trim().trim_end_matches("uur").trim_end();
    let mut parts = text.split([':', '.']);
    let (hour, minute) = (parts.next()?, parts.next()?);
    let second = parts.next();
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || !digits(hour) || minute.len() != 2 || !digits(minute) || !second.is_none_or(digits) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// What a shape takes, in words.
fn expected(shape: Shape) -> Bilingual {
    let (nl, en) = match shape {
        Shape::Line | Shape::Markdown | Shape::File => ("tekst tussen aanhalingstekens", "text between quotes"),
        Shape::Id | Shape::One(_) => ("een id", "an id"),
        Shape::Reference => ("een verwijzing", "a reference"),
        Shape::Date => ("een datum", "a date"),
        Shape::Time => ("een tijd", "a time"),
        Shape::Integer(..) => ("een heel getal", "a whole number"),
        Shape::Number(..) => ("een getal", "a number"),
        Shape::NumberOrLine => ("een getal of tekst", "a number or text"),
        Shape::Bool => ("`true` (ja) of `false` (nee)", "`true` or `false`"),
        Shape::Url => ("een webadres", "a web address"),
        Shape::Choice(_) => ("een van een paar woorden", "one of a few words"),
        Shape::Party => ("een naam of id", "a name or id"),
        Shape::Parties => ("een lijst namen of ids", "a list of names or ids"),
        Shape::Many(_) | Shape::ManyOrInline(_) => ("een lijst ids", "a list of ids"),
        Shape::Lines => ("een lijst teksten", "a list of texts"),
        Shape::Table(_) | Shape::Codes => ("een groep gegevens tussen accolades", "a group of fields between braces"),
        Shape::Tables(_) => ("een lijst groepen gegevens", "a list of groups of fields"),
        Shape::Tile => ("een kolom en een rij", "a column and a row"),
        Shape::Colour => ("een kleur", "a colour"),
    };
    Bilingual { nl, en }
}

fn found(value: &DeValue<'_>) -> Bilingual {
    let (nl, en) = match value {
        DeValue::String(_) => ("tekst", "text"),
        DeValue::Integer(_) | DeValue::Float(_) => ("een getal", "a number"),
        DeValue::Boolean(_) => ("`true` of `false`", "`true` or `false`"),
        DeValue::Datetime(_) => ("een datum of tijd", "a date or time"),
        DeValue::Array(_) => ("een lijst", "a list"),
        DeValue::Table(_) => ("een groep gegevens", "a group of fields"),
    };
    Bilingual { nl, en }
}

/// A value that would do, for messages.
fn example(field: &Field) -> Bilingual {
    let (nl, en) = match field.shape {
        Shape::Line | Shape::Markdown | Shape::NumberOrLine | Shape::Choice(_) => ("\"…\"", "\"…\""),
        Shape::File => ("\"media/…\"", "\"media/…\""),
        Shape::Id | Shape::One(_) => ("\"samen-bijscholen\"", "\"learn-together\""),
        Shape::Reference => ("\"deal:2018-overijssel/samen-bijscholen\"", "\"deal:2018-overijssel/learn-together\""),
        Shape::Date => ("2018-10-30", "2018-10-30"),
        Shape::Time => ("13:30", "13:30"),
        Shape::Integer(..) | Shape::Number(..) => ("70", "70"),
        Shape::Bool => ("true", "true"),
        Shape::Url => ("\"https://…\"", "\"https://…\""),
        Shape::Party => ("\"Eddy van Hijum\"", "\"Eddy van Hijum\""),
        Shape::Parties => ("[\"Eddy van Hijum\"]", "[\"Eddy van Hijum\"]"),
        Shape::Many(_) | Shape::ManyOrInline(_) => ("[\"twente\"]", "[\"twente\"]"),
        Shape::Lines => ("[\"…\"]", "[\"…\"]"),
        Shape::Table(_) => ("{ … }", "{ … }"),
        Shape::Tables(_) => ("[{ … }]", "[{ … }]"),
        Shape::Tile => ("[2, 1]", "[2, 1]"),
        Shape::Codes => ("{ cbs = \"PV23\" }", "{ cbs = \"PV23\" }"),
        Shape::Colour => ("\"#b5651d\"", "\"#b5651d\""),
    };
    Bilingual { nl, en }
}
