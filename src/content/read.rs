//! Reads a TOML table by the schema: each key becomes a checked value, or a diagnostic that says
//! what belongs there.
//!
//! Every mistake of a table is reported, not only the first; a value that cannot be read is left
//! out and the rest goes on.

use std::borrow::Cow;

use jiff::civil::{Date, Time};
use toml::Spanned as TomlSpanned;
use toml::de::{DeString, DeTable, DeValue};

use super::key;
use super::schema::{Field, Kind, NAMED_PARTY, Shape, listed};
use super::value::{Entry, Fields, IdOrInline, MarkdownText, PartyWritten, Value};
use super::wording::{example, example_of, expected, found, meant};
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::source::{FileId, Span, Spanned, presentable};
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
    /// Where the parser stumbled, in the parsed TOML: a value with such a place in it is not what
    /// was meant.
    pub(super) stumbles: Vec<usize>,
    /// Whether the value being read stands in a list: what is wrong is then one of its parts.
    pub(super) in_list: bool,
    /// What was found wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

type Key<'a> = TomlSpanned<DeString<'a>>;
type Raw<'a> = TomlSpanned<DeValue<'a>>;

impl Reader<'_> {
    /// A span of the parsed TOML as a span of the file.
    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(
            self.file,
            self.offset + range.start..self.offset + range.end,
        )
    }

    /// Reads the keys of a table that are fields; `kind` names the table in messages, `skip` holds
    /// keys that were read otherwise.
    pub(super) fn fields(
        &mut self,
        table: &DeTable<'_>,
        span: Span,
        schema: &'static [Field],
        kind: Bilingual,
        skip: &[&str],
    ) -> Fields {
        let outer_list = std::mem::replace(&mut self.in_list, false);
        let mut fields = Fields {
            schema,
            entries: Vec::with_capacity(table.len()),
            unreadable: Vec::new(),
            span,
        };
        let mut keys: Vec<(&Key<'_>, &Raw<'_>)> = table.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in keys {
            let written: &str = key.get_ref();
            if skip.contains(&written) {
                continue;
            }
            let key_span = self.span(key.span());
            let Some((position, translation)) = self.field_named(written, schema) else {
                let suggestion = meant(
                    written,
                    || schema.iter().map(|field| field.name),
                    self.language,
                )
                .map(ToOwned::to_owned);
                // The field that was likely meant is not missing as well.
                fields.unreadable.extend(
                    suggestion
                        .as_deref()
                        .and_then(|name| self.field_named(name, schema))
                        .map(|(position, _)| position),
                );
                let mut diagnostic = Diagnostic::at(Code::UnknownKey, key_span)
                    .with("kind", bilingual(kind.nl, kind.en))
                    .with("key", written);
                // The whole list only where no word is near: one suggestion says more than twenty
                // words.
                if suggestion.is_none() {
                    let known = schema
                        .iter()
                        .map(|field| field.name.get(self.language))
                        .collect::<Vec<_>>()
                        .join(", ");
                    diagnostic = diagnostic.with(
                        "way",
                        bilingual(
                            &format!("kies uit: {known}"),
                            &format!("choose from: {known}"),
                        ),
                    );
                }
                self.diagnostics.push(diagnostic.suggest(suggestion));
                continue;
            };
            if let Some(first) = fields
                .entries
                .iter()
                .find(|entry| entry.field == position && entry.translation == translation)
            {
                let other = self
                    .text
                    .get(first.key.range())
                    .unwrap_or_default()
                    .to_owned();
                self.diagnostics.push(
                    Diagnostic::at(Code::KeyTwice, key_span)
                        .with("key", written)
                        .with("other", other)
                        .note(first.key, NoteKind::FirstHere),
                );
                continue;
            }
            let read = if self.stumbled_in(key, value) {
                None
            } else {
                self.value(written, value, &schema[position])
            };
            match read {
                Some(read) => {
                    let value = Spanned::new(read, self.span(value.span()));
                    fields.entries.push(Entry {
                        field: position,
                        key: key_span,
                        value,
                        translation,
                    });
                }
                None => fields.unreadable.push(position),
            }
        }
        for (position, field) in schema.iter().enumerate() {
            let given = fields
                .entries
                .iter()
                .any(|entry| !entry.translation && entry.field == position);
            // A field that was written wrongly is not missing as well; `text` may yet come as the
            // body of a Markdown file.
            if field.required
                && !given
                && !fields.unreadable.contains(&position)
                && field.name.en != "text"
            {
                self.diagnostics.push(self.missing(field, span, kind));
            }
        }
        self.in_list = outer_list;
        fields
    }

    /// Whether the parser stumbled here. What it could not read at all has an empty place.
    fn stumbled_in(&self, key: &Key<'_>, value: &Raw<'_>) -> bool {
        if self.stumbles.is_empty() {
            return false;
        }
        let range = key.span().start..value.span().end;
        let first = self
            .stumbles
            .partition_point(|stumble| *stumble < range.start);
        value.span().is_empty()
            || self
                .stumbles
                .get(first)
                .is_some_and(|stumble| *stumble <= range.end)
    }

    /// The diagnostic for a required field that is not there.
    pub(super) fn missing(&self, field: &Field, span: Span, kind: Bilingual) -> Diagnostic {
        Diagnostic::at(Code::MissingKey, span)
            .with("kind", bilingual(kind.nl, kind.en))
            .with("key", field.name.get(self.language))
            .with("example", example_of(field, self.language))
    }

    /// The field that a key names, and whether it is its translation.
    fn field_named(&self, written: &str, schema: &'static [Field]) -> Option<(usize, bool)> {
        let find = |name: &str| {
            schema.iter().position(|field| {
                field.name.en == name || (self.language == Language::Nl && field.name.nl == name)
            })
        };
        if let Some(position) = find(written) {
            return Some((position, false));
        }
        let (name, tag) = written.rsplit_once('_')?;
        let language = Language::from_tag(tag)?;
        let position = find(name)?;
        schema[position]
            .translatable
            .then_some((position, language != self.language))
    }

    /// Reads one value by its field's shape.
    #[expect(
        clippy::too_many_lines,
        reason = "its lines became shorter; it is to be parted"
    )]
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
            Shape::Integer(least, most) => self
                .integer(key, raw, field, least, most)
                .map(Value::Integer),
            Shape::Number(least, most) => {
                self.number(key, raw, field, least, most).map(Value::Number)
            }
            Shape::NumberOrLine => match value {
                DeValue::Integer(_) => self
                    .integer(key, raw, field, i64::MIN, i64::MAX)
                    .map(Value::Integer),
                DeValue::Float(_) => self
                    .number(key, raw, field, i32::MIN, i32::MAX)
                    .map(Value::Number),
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
                let whole = format!("https://{}", text.trim_start_matches('/'));
                let suggestion =
                    (!text.contains(':') && text.contains('.') && is_web_address(&whole))
                        .then_some(whole);
                self.diagnostics.push(
                    Diagnostic::at(Code::BadUrl, self.span(raw.span()))
                        .with("value", &text)
                        .suggest(suggestion),
                );
                None
            }
            Shape::Choice(words) => self.choice(key, raw, field, words).map(Value::Choice),
            Shape::Party => self.party(key, raw, field).map(Value::Party),
            Shape::Parties => Some(Value::Parties(
                self.each(raw, |reader, item| reader.party(key, item, field)),
            )),
            Shape::One(_) | Shape::Reference => self.line(key, raw, field).map(Value::One),
            Shape::Many(_) => {
                Some(Value::Many(self.each(raw, |reader, item| {
                    reader.spanned_line(key, item, field)
                })))
            }
            Shape::ManyOrInline(kind) => {
                Some(Value::ManyOrInline(self.each(raw, |reader, item| {
                    reader.id_or_inline(key, item, field, kind)
                })))
            }
            Shape::Lines | Shape::Addresses => {
                Some(Value::Lines(self.each(raw, |reader, item| {
                    reader.spanned_line(key, item, field)
                })))
            }
            Shape::Table(inner) => match value {
                DeValue::Table(table) => Some(Value::Table(self.fields(
                    table,
                    self.span(raw.span()),
                    inner,
                    field.name,
                    &[],
                ))),
                _ => self.wrong(key, raw, field),
            },
            Shape::Tables(inner) => {
                Some(Value::Tables(self.each(
                    raw,
                    |reader, item| match item.get_ref() {
                        DeValue::Table(table) => Some(reader.fields(
                            table,
                            reader.span(item.span()),
                            inner,
                            field.name,
                            &[],
                        )),
                        _ => reader.wrong(key, item, field),
                    },
                )))
            }
            Shape::Tile => match value {
                DeValue::Array(items) if items.len() == 2 => {
                    let column = self.integer(key, &items[0], field, 0, 99)?;
                    let row = self.integer(key, &items[1], field, 0, 99)?;
                    Some(Value::Tile(
                        u16::try_from(column).ok()?,
                        u16::try_from(row).ok()?,
                    ))
                }
                _ => self.wrong(key, raw, field),
            },
            Shape::Codes => match value {
                DeValue::Table(table) => {
                    let mut codes = Vec::new();
                    for (name, raw) in table {
                        if let Some(code) = self.line_or_number(key, raw, field) {
                            let name = Spanned::new(
                                presentable(name.get_ref()).into_owned(),
                                self.span(name.span()),
                            );
                            codes.push((name, Spanned::new(code, self.span(raw.span()))));
                        }
                    }
                    codes.sort_by(|(one, _), (other, _)| one.value.cmp(&other.value));
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

    /// Reads each value of a list, or the one value that stands where a list belongs:
    /// `regions = "twente"` is plain enough.
    fn each<T>(
        &mut self,
        raw: &Raw<'_>,
        read: impl Fn(&mut Self, &Raw<'_>) -> Option<T>,
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

    fn line(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<String> {
        let DeValue::String(text) = raw.get_ref() else {
            return self.wrong(key, raw, field);
        };
        // The name of a file is compared with names on disk, whatever stands in it.
        let text = if matches!(field.shape, Shape::File) {
            Cow::Borrowed(text.as_ref())
        } else {
            presentable(text)
        };
        let line = if is_line(&text) {
            text.into_owned()
        } else {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        if line.is_empty() {
            self.empty(key, raw, field);
            return None;
        }
        Some(line)
    }

    fn empty(&mut self, key: &str, raw: &Raw<'_>, field: &Field) {
        let way = if self.in_list {
            bilingual(
                "vul een waarde in, of haal deze lege tekst uit de lijst",
                "fill in a value, or remove this empty text from the list",
            )
        } else if field.required {
            bilingual("vul een waarde in", "fill in a value")
        } else {
            bilingual(
                &format!("vul een waarde in, of laat `{key}` weg"),
                &format!("fill in a value, or leave `{key}` out"),
            )
        };
        self.diagnostics.push(
            Diagnostic::at(Code::EmptyValue, self.span(raw.span()))
                .with("key", key)
                .with("way", way),
        );
    }

    fn spanned_line(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<Spanned<String>> {
        let span = self.span(raw.span());
        self.line(key, raw, field)
            .map(|line| Spanned::new(line, span))
    }

    /// Codes such as a postal or register number are often written without quotes.
    fn line_or_number(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<String> {
        match raw.get_ref() {
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            _ => self.line(key, raw, field),
        }
    }

    fn markdown(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<MarkdownText> {
        let DeValue::String(text) = raw.get_ref() else {
            return self.wrong(key, raw, field);
        };
        if text.trim().is_empty() {
            self.empty(key, raw, field);
            return None;
        }
        let span = self.span(raw.span());
        let written = self.text.get(span.range()).unwrap_or_default();
        // A string without escapes stands in the file letter for letter, after its quotes.
        let exact_start = (0_u32..=4).zip(0..).find(|(_, start)| {
            written
                .get(*start..)
                .is_some_and(|rest| rest.starts_with(text.as_ref()))
        });
        let exact_start = exact_start.map(|(start, _)| span.start + start);
        Some(MarkdownText {
            text: text.as_ref().into(),
            span,
            exact_start,
            replaced: Vec::new(),
        })
    }

    fn date(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<Date> {
        if is_empty(raw) {
            self.empty(key, raw, field);
            return None;
        }
        let written: Cow<'_, str> = match raw.get_ref() {
            DeValue::Datetime(moment) => {
                if let Some(date) = moment.date {
                    let date = Date::new(
                        i16::try_from(date.year).ok()?,
                        i8::try_from(date.month).ok()?,
                        i8::try_from(date.day).ok()?,
                    );
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
        self.diagnostics.push(
            Diagnostic::at(Code::BadDate, self.span(raw.span()))
                .with("value", &written)
                .suggest(meant_date(&written)),
        );
        None
    }

    fn time(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<Time> {
        if is_empty(raw) {
            self.empty(key, raw, field);
            return None;
        }
        let written = match raw.get_ref() {
            DeValue::Datetime(moment) => moment.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            // 13.30 without quotes is a number to TOML and a time to everyone else; its own letters
            // tell which.
            DeValue::Float(_) | DeValue::Integer(_) => self
                .text
                .get(self.span(raw.span()).range())
                .unwrap_or_default()
                .to_owned(),
            _ => return self.wrong(key, raw, field),
        };
        let time = clock_time(&written);
        if time.is_none() {
            self.diagnostics
                .push(Diagnostic::at(Code::BadTime, self.span(raw.span())).with("value", &written));
        }
        time
    }

    fn integer(
        &mut self,
        key: &str,
        raw: &Raw<'_>,
        field: &Field,
        least: i64,
        most: i64,
    ) -> Option<i64> {
        let DeValue::Integer(number) = raw.get_ref() else {
            return self.wrong(key, raw, field);
        };
        let value = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if let Some(value) = value.filter(|value| (least..=most).contains(value)) {
            return Some(value);
        }
        self.out_of_range(key, raw, &least, &most);
        None
    }

    fn number(
        &mut self,
        key: &str,
        raw: &Raw<'_>,
        field: &Field,
        least: i32,
        most: i32,
    ) -> Option<f64> {
        let text = match raw.get_ref() {
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::Float(number) => number.as_str().to_owned(),
            _ => return self.wrong(key, raw, field),
        };
        let value = text.parse::<f64>().ok().filter(|value| {
            value.is_finite() && *value >= f64::from(least) && *value <= f64::from(most)
        });
        if value.is_none() {
            self.out_of_range(key, raw, &least, &most);
        }
        value
    }

    fn out_of_range(
        &mut self,
        key: &str,
        raw: &Raw<'_>,
        least: &dyn ToString,
        most: &dyn ToString,
    ) {
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

    fn choice(
        &mut self,
        key: &str,
        raw: &Raw<'_>,
        field: &Field,
        words: &'static [Bilingual],
    ) -> Option<usize> {
        let text = self.line(key, raw, field)?;
        let found = words
            .iter()
            .position(|word| word.en == text || (self.language == Language::Nl && word.nl == text));
        if found.is_none() {
            self.diagnostics.push(
                Diagnostic::at(Code::UnknownValue, self.span(raw.span()))
                    .with("value", &text)
                    .with("key", key)
                    .with("known", listed(words, self.language))
                    .suggest(meant(&text, || words.iter().copied(), self.language)),
            );
        }
        found
    }

    fn party(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<PartyWritten> {
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
        raw: &Raw<'_>,
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

    fn wrong<T>(&mut self, key: &str, raw: &Raw<'_>, field: &Field) -> Option<T> {
        let (expected, found) = (expected(field.shape), found(raw.get_ref()));
        let (place_nl, place_en) = if self.in_list {
            ("in die lijst", "in that list")
        } else {
            ("hier", "here")
        };
        self.diagnostics.push(
            Diagnostic::at(Code::WrongType, self.span(raw.span()))
                .with("key", key)
                .with("expected", bilingual(expected.nl, expected.en))
                .with("place", bilingual(place_nl, place_en))
                .with("found", bilingual(found.nl, found.en))
                .with(
                    "example",
                    format!("{key} = {}", example(field.shape, self.language)),
                ),
        );
        None
    }

    /// Complains of text that is no id.
    pub(super) fn bad_id(&mut self, text: &str, span: Span) {
        self.diagnostics.push(
            Diagnostic::at(Code::BadId, span)
                .with("value", text)
                .suggest(Id::from_title(text)),
        );
    }
}

/// Whether a value is a text without anything in it.
fn is_empty(raw: &Raw<'_>) -> bool {
    matches!(raw.get_ref(), DeValue::String(text) if text.trim().is_empty())
}

/// The first line of a span: what a message about the whole of it points at.
pub(super) fn first_line(span: Span, text: &str) -> Span {
    let start = text.floor_char_boundary((span.start as usize).min(text.len()));
    let end = text[start..]
        .find('\n')
        .map_or(text.len(), |newline| start + newline)
        .min((span.end as usize).max(start + 1));
    Span::new(span.file, start..end)
}

/// `http://` or `https://` with a host, without spaces or control characters.
pub(crate) fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"));
    // What stands before an `@` is a name and a password (RFC 3986, section 3.2.1): nobody means to
    // publish these, or to pass one host for another.
    let host = |rest: &str| {
        rest.split(['/', '?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with(['/', '.', ':', '?', '#'])
            && !host(rest).contains('@')
    }) && !text.chars().any(|character| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '<' | '>' | '"' | '\\' | '`' | '{' | '}')
    })
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
pub(super) fn meant_date(text: &str) -> Option<Date> {
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
    let parts: Vec<&str> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let lower = month.to_lowercase();
    let month: i8 = month.parse().ok().or_else(|| {
        let position = MONTHS.iter().position(|names| {
            names
                .iter()
                .any(|name| lower.len() >= 3 && name.starts_with(&lower))
        })?;
        i8::try_from(position + 1).ok()
    })?;
    let (year, day) = if first.len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    Date::new(
        year.parse().ok().filter(|year| *year > 1000)?,
        month,
        day.parse().ok()?,
    )
    .ok()
}

/// `13:30`, `13.30`, `9:05`, with or without seconds and the word "uur".
pub(super) fn clock_time(text: &str) -> Option<Time> {
    let text = text.trim().trim_end_matches("uur").trim_end();
    let mut parts = text.split([':', '.']);
    let (hour, minute) = (parts.next()?, parts.next()?);
    let second = parts.next();
    let digits = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some()
        || !digits(hour)
        || minute.len() != 2
        || !digits(minute)
        || !second.is_none_or(digits)
    {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// Whether a text is a line as it stands: words with one space between them. Of other texts than
/// plain ones it does not say so.
fn is_line(text: &str) -> bool {
    !text.starts_with(' ')
        && !text.ends_with(' ')
        && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
        && text.as_bytes().windows(2).all(|pair| pair != b"  ")
}
