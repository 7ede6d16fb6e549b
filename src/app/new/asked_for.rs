//! What the user says of a new record: its fields on the command line, and on a terminal what they
//! are asked for. All that is wrong is told at once.

use crate::app::cli::NewTask;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::edit::proposal::title_field;
use crate::id::Id;
use crate::intake::rows::{
    FieldKey, FieldValue, Known, field_meant, field_typed, parts_typed, value_typed,
};
use crate::schema::{Kind, example, key};
use crate::source::Sources;
use crate::words::messages::typed as messages;
use crate::words::{Bilingual, Language, Phrase, commands};

/// The record that is asked for, as far as it is known.
#[derive(Default)]
pub(super) struct RecordAsked {
    /// Its id, where the user gives one.
    pub(super) id: Option<Id>,
    /// Its fields.
    pub(super) fields: Vec<(FieldKey, FieldValue)>,
    /// The fields of which something was said, right or wrong.
    said: Vec<FieldKey>,
    /// What is wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads what was typed of a record, and asks for what it cannot do without.
pub(super) struct RecordQuestions<'a> {
    pub(super) kind: Kind,
    pub(super) known: &'a Known,
    /// The language of the site's keys.
    pub(super) language: Language,
    pub(super) terminal: &'a Terminal,
}

impl RecordQuestions<'_> {
    /// The record; `None` where the user stopped answering. What is `wrong` already is told with the
    /// rest.
    pub(super) fn record(&self, task: &NewTask, wrong: Option<Diagnostic>) -> Option<RecordAsked> {
        let mut asked = RecordAsked {
            diagnostics: wrong.into_iter().collect(),
            ..RecordAsked::default()
        };
        if let Some(title) = &task.title {
            self.value(self.called(), title, &mut asked);
        }
        for set in &task.set {
            self.set(set, &mut asked);
        }
        let is_clean = asked.diagnostics.is_empty();
        for (position, field) in self.kind.schema().fields.iter().enumerate() {
            let key = FieldKey::whole(position);
            if !field.required || asked.said.contains(&key) {
                continue;
            }
            if is_clean && self.terminal.can_ask() {
                let value = self.answer(&key)?;
                asked.fields.push((key, value));
            } else {
                let missing = self.missing(&key);
                asked.diagnostics.push(missing);
            }
        }
        Some(asked)
    }

    /// The field that a record of this kind goes by, or else what it cannot do without.
    fn called(&self) -> FieldKey {
        let schema = self.kind.schema();
        let required = || schema.fields.iter().position(|field| field.required);
        FieldKey::whole(title_field(schema).or_else(required).unwrap_or_default())
    }

    /// One `gegeven=waarde`.
    fn set(&self, set: &str, asked: &mut RecordAsked) {
        let wrong = |problem: Bilingual, way: Phrase| {
            Diagnostic::of_site(Code::BadSet)
                .with("set", set)
                .with("problem", problem)
                .with("way", way)
        };
        let Some((word, text)) = set.split_once('=') else {
            asked
                .diagnostics
                .push(wrong(messages::SET_IS_NO_PAIR, messages::WRITE_SET.into()));
            return;
        };
        let (word, text) = (word.trim(), text.trim());
        if word.eq_ignore_ascii_case(key::ID) {
            match Id::new(text) {
                Some(id) => asked.id = Some(id),
                None => asked.diagnostics.push(
                    Diagnostic::of_site(Code::BadId)
                        .with("value", text)
                        .suggest(Id::from_title(text)),
                ),
            }
            return;
        }
        let parts = parts_typed(word, self.kind);
        match field_typed(word, self.kind) {
            Some(key) => self.value(key, text, asked),
            None if !parts.is_empty() => {
                let parts: Vec<String> = parts
                    .iter()
                    .map(|part| format!("`{}`", part.written(self.kind, self.language)))
                    .collect();
                let way = messages::set_part(&parts.join(", "));
                asked.diagnostics.push(wrong(messages::SET_IS_GROUP, way));
            }
            None => asked.diagnostics.push(
                Diagnostic::of_site(Code::UnknownKey)
                    .with("kind", self.kind.schema().with_article)
                    .with("key", word)
                    .with(
                        "way",
                        messages::see_all_fields(&self.kind.schema().name.get(self.language)),
                    )
                    .suggest(field_meant(word, self.kind, self.language)),
            ),
        }
    }

    /// A value as it was typed.
    fn value(&self, key: FieldKey, text: &str, asked: &mut RecordAsked) {
        asked.said.push(key.clone());
        match value_typed(text, self.kind, &key, self.known) {
            Ok(Some(value)) => {
                asked.fields.retain(|(said, _)| *said != key);
                asked.fields.push((key, value));
            }
            Ok(None) => asked.diagnostics.push(
                Diagnostic::of_site(Code::BadSet)
                    .with(
                        "set",
                        format!("{}={text}", key.written(self.kind, self.language)),
                    )
                    .with("problem", messages::SAYS_NOTHING)
                    .with("way", messages::WRITE_SET),
            ),
            Err(wrong) => asked.diagnostics.extend(wrong),
        }
    }

    fn missing(&self, key: &FieldKey) -> Diagnostic {
        let field = key.field(self.kind);
        let name = field.name.get(self.language);
        let value = example(field.shape, self.language);
        let value = value.trim_matches(['[', ']', '"']);
        Diagnostic::of_site(Code::MissingKey)
            .with("kind", self.kind.schema().with_article)
            .with("key", name)
            .with("example", format!("--set \"{name}={value}\""))
    }

    /// Asks for a field until the answer can be read.
    fn answer(&self, key: &FieldKey) -> Option<FieldValue> {
        let field = key.field(self.kind);
        let words = self.terminal.language;
        let about = field.about.get(words);
        loop {
            let name = field.name.get(self.language);
            let answer = self
                .terminal
                .ask(commands::question(&name, &about).get(words))?;
            match value_typed(&answer, self.kind, key, self.known) {
                Ok(Some(value)) => return Some(value),
                Ok(None) => {}
                Err(wrong) => self.terminal.diagnostics(&wrong, &Sources::default()),
            }
        }
    }
}
