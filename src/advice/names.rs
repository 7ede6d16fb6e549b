//! People and organisations that are probably one and the same under two names, also where neither is
//! on record. What the check itself says of names on record is not said again.

use std::collections::{HashMap, HashSet};

use super::name_forms::NameForm;
use super::passage::Mention;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::pipeline::Study;
use crate::records::{Organisation, Spelling, folded, is_slip, key_word, slips};
use crate::schema::{Kind, key};
use crate::source::Span;
use crate::words::unfinished::NO_NAMES;

/// A name that nobody on record has, and how often it stands there.
struct LooseName<'a> {
    name: &'a str,
    first: Span,
    count: usize,
}

/// All names that are probably one with another.
pub(super) fn names(mentions: &[Mention<'_>], study: &Study) -> Vec<Diagnostic> {
    let recorded = NamesOnRecord::of(study);
    let mut found = recorded.alike_on_record(study);
    let mut spelling = Spelling::default();
    let mut forms: HashMap<String, Vec<(NameForm, usize)>> = HashMap::new();
    let loose = loose_names(mentions, &recorded, study);
    for (at, other) in loose.iter().enumerate() {
        // The check says it.
        if !recorded.spelling.near(other.name, true, slips).is_empty() {
            continue;
        }
        let form = NameForm::of(other.name);
        if let Some(organisation) = recorded.organisation(&form) {
            found.push(other_form(organisation, other.name, other.first, study));
            continue;
        }
        let place = u32::try_from(at).unwrap_or(u32::MAX);
        let near = spelling.near(other.name, true, slips);
        let near = near.first().map(|first| *first as usize);
        let same_form = || {
            let alike = forms.get(&form.rest)?;
            let (_, at) = alike.iter().find(|(known, _)| known.fits(&form))?;
            Some(*at)
        };
        if let Some(first) = near.or_else(same_form).map(|first| &loose[first]) {
            found.push(
                Diagnostic::at(Code::TwoSpellings, other.first)
                    .with("one", other.name)
                    .with("other", first.name)
                    .note(first.first, NoteKind::AlsoHere)
                    .suggest(Some(first.name)),
            );
        }
        spelling.add(other.name, place, true);
        forms.entry(form.rest.clone()).or_default().push((form, at));
    }
    found
}

/// Names in words, the most frequent first, so that it is the others that are asked about.
fn loose_names<'a>(
    mentions: &[Mention<'a>],
    recorded: &NamesOnRecord<'_>,
    study: &Study,
) -> Vec<LooseName<'a>> {
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    let mut loose: Vec<LooseName<'a>> = Vec::new();
    for mention in mentions {
        if let Some(at) = by_name.get(mention.name) {
            loose[*at].count += 1;
            continue;
        }
        let is_known = recorded.names.contains(mention.name) || Id::new(mention.name).is_some();
        let is_accepted = study.config.accepted.contains(&mention.name.to_lowercase());
        if !is_known && !is_accepted && is_name(mention.name) {
            by_name.insert(mention.name, loose.len());
            loose.push(LooseName {
                name: mention.name,
                first: mention.span,
                count: 1,
            });
        }
    }
    loose.sort_by_key(|loose| std::cmp::Reverse(loose.count));
    loose
}

/// Whether words may be somebody's name: "Twee docenten" is none.
fn is_name(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    !NO_NAMES.contains(&first.to_lowercase().as_str())
        && words.chars().any(char::is_uppercase)
        && words.chars().count() <= 200
}

/// The names on record.
struct NamesOnRecord<'a> {
    names: HashSet<&'a str>,
    spelling: Spelling,
    organisations: HashMap<String, Vec<(NameForm, &'a Organisation)>>,
}

impl<'a> NamesOnRecord<'a> {
    fn of(study: &'a Study) -> Self {
        let report = &study.report;
        let mut recorded = Self {
            names: HashSet::new(),
            spelling: Spelling::default(),
            organisations: HashMap::new(),
        };
        for person in &report.people {
            let also = person.also.iter().map(String::as_str);
            for name in [person.name.as_str()].into_iter().chain(also) {
                recorded.names.insert(name);
                recorded.spelling.add(name, 0, true);
            }
        }
        for organisation in &report.organisations {
            for name in names_of(organisation) {
                recorded.names.insert(name);
                recorded.spelling.add(name, 0, false);
                let form = NameForm::of(name);
                recorded
                    .organisations
                    .entry(form.rest.clone())
                    .or_default()
                    .push((form, organisation));
            }
        }
        recorded
    }

    /// The organisation whose name differs only in what may be left out.
    fn organisation(&self, form: &NameForm) -> Option<&'a Organisation> {
        let alike = self.organisations.get(&form.rest)?;
        alike
            .iter()
            .find(|(known, _)| known.fits(form))
            .map(|(_, organisation)| *organisation)
    }

    /// Organisations on record that are probably one, where the check does not say so already.
    fn alike_on_record(&self, study: &Study) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for other in &study.report.organisations {
            let name = &*other.name.original;
            let form = NameForm::of(name);
            let knows = |one: &Organisation, name: &str| {
                names_of(one).any(|known| folded(known) == folded(name))
            };
            let is_told = |one: &Organisation| {
                is_slip(&folded(&one.name.original), &folded(name), 1)
                    || study.config.accepted.contains(&name.to_lowercase())
            };
            let alike = self.organisations.get(&form.rest).into_iter().flatten();
            let first = alike
                .take_while(|(_, one)| one.id != other.id)
                .find(|(known, one)| {
                    known.fits(&form)
                        && !knows(one, name)
                        && !knows(other, &one.name.original)
                        && !is_told(one)
                });
            if let Some((_, one)) = first {
                found.push(other_form(one, name, other.span, study));
            }
        }
        found
    }
}

/// All that an organisation is or was called.
fn names_of(organisation: &Organisation) -> impl Iterator<Item = &str> {
    let also = organisation.also.iter().chain(&organisation.former_names);
    [&*organisation.name.original]
        .into_iter()
        .chain(also.map(String::as_str))
}

/// Says that a name is probably that of an organisation on record, with the line to write there.
fn other_form(organisation: &Organisation, name: &str, place: Span, study: &Study) -> Diagnostic {
    let also = organisation.also.iter().map(String::as_str).chain([name]);
    let quoted = |name: &str| format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""));
    let also: Vec<String> = also.map(quoted).collect();
    let key = key_word(Kind::Organisation, key::ALSO, study.config.language());
    Diagnostic::at(Code::OtherFormOfName, place)
        .with("one", name)
        .with("other", &organisation.name.original)
        .with("id", &organisation.id)
        .with("line", format!("{key} = [{}]", also.join(", ")))
        .note(organisation.span, NoteKind::AlsoHere)
}
