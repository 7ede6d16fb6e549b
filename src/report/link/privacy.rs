//! E-mail addresses and phone numbers leave the report where the site does not show them, so that no later stage can.
//!
//! Only what texts and lines say in so many words: `mailto:` and `tel:` links with other words lose their address where the text becomes HTML.

use std::ops::Range;

use super::contacts::{ContactKind, contacts};
use super::texts::bare_contacts;
use crate::config::Config;
use crate::content::markdown::{scan, scheme};
use crate::content::value::MarkdownText;
use crate::diagnostic::Diagnostic;
use crate::report::{EventId, FigureValue, LongText, Place, Report};
use crate::source::Span;
use crate::words::{Bilingual, Language, Text, both};

/// What stands in the place of an address or number, as in texts whose links are withheld.
const WITHHELD: Bilingual = both("(contactgegevens niet getoond)", "(contact details not shown)");

macro_rules! long_texts {
    ($name:ident, $iter:ident, $values:ident, $($reference:tt)+) => {
        /// Every text of the report, with the event it belongs to.
        pub(super) fn $name(report: $($reference)+ Report) -> Vec<(Option<EventId>, $($reference)+ LongText)> {
            let Report {
                events, sessions, speakers, ideas, needs, deals, outcomes, quotes, regions, themes, people, organisations, series, pages, news, ..
            } = report;
            let mut texts = Vec::new();
            for (event, position) in events.$iter().zip(0u32..) {
                let id = Some(EventId(position));
                texts.extend(event.text.$iter().map(|text| (id, text)));
                texts.extend(event.corrections.$iter().map(|correction| (id, $($reference)+ correction.text)));
            }
            for session in sessions.$iter() {
                let id = Some(session.event);
                texts.extend(session.text.$iter().map(|text| (id, text)));
            }
            for speaker in speakers.$iter() {
                let id = Some(speaker.event);
                texts.extend(speaker.text.$iter().map(|text| (id, text)));
            }
            for idea in ideas.$iter() {
                let id = Some(idea.event);
                texts.extend(idea.text.$iter().map(|text| (id, text)));
                texts.extend(idea.updates.$iter().filter_map(|update| Some((update.event, update.text.$iter().next()?))));
            }
            for need in needs.$iter() {
                let id = Some(need.event);
                texts.extend(need.text.$iter().map(|text| (id, text)));
                texts.extend(need.updates.$iter().filter_map(|update| Some((update.event, update.text.$iter().next()?))));
            }
            for deal in deals.$iter() {
                let id = Some(deal.event);
                texts.extend(deal.text.$iter().map(|text| (id, text)));
                texts.extend(deal.updates.$iter().filter_map(|update| Some((update.event, update.text.$iter().next()?))));
            }
            texts.extend(outcomes.$iter().map(|outcome| (Some(outcome.event), $($reference)+ outcome.text)));
            texts.extend(quotes.$iter().map(|quote| (Some(quote.event), $($reference)+ quote.text)));
            texts.extend(regions.$iter().filter_map(|region| region.text.$iter().next()).map(|text| (None, text)));
            texts.extend(themes.$iter().filter_map(|theme| theme.text.$iter().next()).map(|text| (None, text)));
            texts.extend(people.$iter().filter_map(|person| person.text.$iter().next()).map(|text| (None, text)));
            texts.extend(organisations.$iter().filter_map(|organisation| organisation.text.$iter().next()).map(|text| (None, text)));
            texts.extend(series.$iter().filter_map(|series| series.text.$iter().next()).map(|text| (None, text)));
            texts.extend(pages.$iter().filter_map(|page| page.text.$iter().next()).map(|text| (None, text)));
            texts.extend(news.$values().flatten().filter_map(|update| Some((update.event, update.text.$iter().next()?))));
            texts
        }
    };
}

long_texts!(long_texts, iter, values, &);
long_texts!(long_texts_mut, iter_mut, values_mut, &mut);

/// Takes out what the site does not show. In texts it was reported where it was found; of lines it is said here.
pub(super) fn withhold(report: &mut Report, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    if config.show_emails && config.show_phones {
        return;
    }
    let languages: Vec<Language> = report.events.iter().map(|event| event.language).collect();
    let language_of = |event: Option<EventId>| event.map_or(config.language(), |event| languages[event.index()]);
    for (event, LongText { original, translation }) in long_texts_mut(report) {
        let language = language_of(event);
        withhold_text(original, config, language);
        if let Some(translation) = translation {
            withhold_text(translation, config, language.other());
        }
    }
    for (span, event, line) in lines_mut(report) {
        let language = language_of(event);
        let mut kinds = Vec::new();
        if let Some(kept) = without_contacts(&line.original, config, language, &mut kinds) {
            line.original = kept.into();
        }
        if let Some(kept) = line.translation.as_deref().and_then(|translation| without_contacts(translation, config, language.other(), &mut kinds)) {
            line.translation = Some(kept.into());
        }
        diagnostics.extend(kinds.into_iter().map(|kind| kind.withheld(span)));
    }
    for (span, event, line) in strings_mut(report) {
        let mut kinds = Vec::new();
        if let Some(kept) = without_contacts(line, config, language_of(event), &mut kinds) {
            *line = kept;
        }
        diagnostics.extend(kinds.into_iter().map(|kind| kind.withheld(span)));
    }
}

fn withhold_text(text: &mut MarkdownText, config: &Config, language: Language) {
    if contacts(&text.text).iter().all(|contact| contact.kind.is_shown(config)) {
        return;
    }
    let found = scan(&text.text);
    let bare = bare_contacts(&text.text, &found).into_iter().filter(|(kind, _)| !kind.is_shown(config)).map(|(_, range)| range);
    // A link to a contact whose words are that contact goes as a whole: in a description or a feed only its words would be left.
    let links = found.into_iter().filter(|link| {
        let is_to_contact = matches!(scheme(&link.destination).as_deref(), Some("mailto" | "tel"));
        is_to_contact && contacts(&link.text).iter().any(|contact| !contact.kind.is_shown(config))
    });
    let mut ranges: Vec<_> = bare.chain(links.map(|link| link.range)).collect();
    ranges.sort_by_key(|range| range.start);
    let kept = replaced(&text.text, ranges, WITHHELD.get(language));
    // Places of what follows have moved.
    *text = MarkdownText { text: kept.into(), span: text.span, exact_start: None };
}

fn without_contacts(line: &str, config: &Config, language: Language, kinds: &mut Vec<ContactKind>) -> Option<String> {
    let found: Vec<_> = contacts(line).into_iter().filter(|contact| !contact.kind.is_shown(config)).collect();
    for contact in found.iter().rev() {
        if !kinds.contains(&contact.kind) {
            kinds.push(contact.kind);
        }
    }
    (!found.is_empty()).then(|| replaced(line, found.into_iter().map(|contact| contact.range), WITHHELD.get(language)))
}

/// A text with other words in place of these ranges, which come in order. Written once from start to end: a text may hold a hundred thousand.
fn replaced(text: &str, ranges: impl IntoIterator<Item = Range<usize>>, words: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut done = 0;
    for range in ranges {
        // Two that overlap ("x@a.nl@b.nl") go as one.
        if range.start < done {
            done = done.max(range.end);
            continue;
        }
        kept.push_str(&text[done..range.start]);
        kept.push_str(words);
        done = range.end;
    }
    kept.push_str(&text[done..]);
    kept
}

/// The lines of the report that a page shows and that may hold anything.
fn lines_mut(report: &mut Report) -> Vec<(Span, Option<EventId>, &mut Text)> {
    let Report {
        events,
        sessions,
        speakers,
        ideas,
        needs,
        deals,
        figures,
        photos,
        resources,
        regions,
        themes,
        people,
        organisations,
        series,
        pages,
        ..
    } = report;
    let mut lines = Vec::new();
    for (event, position) in events.iter_mut().zip(0u32..) {
        let (span, id) = (event.span, Some(EventId(position)));
        lines.push((span, id, &mut event.title));
        let others = [&mut event.summary, &mut event.participants_note, &mut event.question];
        lines.extend(others.into_iter().flatten().map(|line| (span, id, line)));
    }
    for session in sessions {
        let (span, id) = (session.span, Some(session.event));
        lines.push((span, id, &mut session.title));
        lines.extend([&mut session.room, &mut session.question].into_iter().flatten().map(|line| (span, id, line)));
    }
    for speaker in speakers {
        lines.extend(speaker.role.iter_mut().map(|line| (speaker.span, Some(speaker.event), line)));
    }
    lines.extend(ideas.iter_mut().map(|idea| (idea.span, Some(idea.event), &mut idea.title)));
    lines.extend(needs.iter_mut().map(|need| (need.span, Some(need.event), &mut need.title)));
    lines.extend(deals.iter_mut().map(|deal| (deal.span, Some(deal.event), &mut deal.title)));
    for figure in figures {
        let (span, id) = (figure.span, Some(figure.event));
        lines.push((span, id, &mut figure.label));
        lines.extend(figure.unit.iter_mut().map(|line| (span, id, line)));
    }
    for photo in photos {
        let (span, id) = (photo.span, Some(photo.event));
        lines.extend([&mut photo.alt, &mut photo.caption].into_iter().flatten().map(|line| (span, id, line)));
    }
    lines.extend(resources.iter_mut().map(|resource| (resource.span, Some(resource.event), &mut resource.title)));
    lines.extend(people.iter_mut().filter_map(|person| person.role.as_mut().map(|line| (person.span, None, line))));
    lines.extend(regions.iter_mut().map(|region| (region.span, None, &mut region.name)));
    lines.extend(themes.iter_mut().map(|theme| (theme.span, None, &mut theme.name)));
    lines.extend(organisations.iter_mut().map(|organisation| (organisation.span, None, &mut organisation.name)));
    lines.extend(series.iter_mut().map(|series| (series.span, None, &mut series.name)));
    for page in pages {
        let span = page.span;
        lines.push((span, None, &mut page.title));
        lines.extend(page.summary.iter_mut().map(|line| (span, None, line)));
    }
    lines
}

/// The same of lines that have no translation.
fn strings_mut(report: &mut Report) -> Vec<(Span, Option<EventId>, &mut String)> {
    let Report { events, ideas, needs, deals, figures, photos, regions, themes, people, organisations, .. } = report;
    let mut lines = Vec::new();
    for (event, position) in events.iter_mut().zip(0u32..) {
        let (span, id) = (event.span, Some(EventId(position)));
        if let Some(place) = &mut event.place {
            let Place { name, address, town, country, .. } = place;
            lines.extend([name, address, town, country].into_iter().flatten().map(|line| (span, id, line)));
        }
        lines.extend(event.links.iter_mut().map(|link| (span, id, &mut link.title)));
        lines.extend(event.sources.iter_mut().map(|source| (span, id, &mut source.title)));
        lines.extend(event.edition.iter_mut().map(|line| (span, id, line)));
    }
    for idea in ideas {
        let (span, id) = (idea.span, Some(idea.event));
        lines.extend(idea.updates.iter_mut().filter_map(|update| update.source.as_mut()).map(|line| (span, id, line)));
    }
    for need in needs {
        let (span, id) = (need.span, Some(need.event));
        lines.extend(need.updates.iter_mut().filter_map(|update| update.source.as_mut()).map(|line| (span, id, line)));
    }
    for deal in deals {
        let (span, id) = (deal.span, Some(deal.event));
        lines.extend(deal.updates.iter_mut().filter_map(|update| update.source.as_mut()).map(|line| (span, id, line)));
    }
    for figure in figures {
        let (span, id) = (figure.span, Some(figure.event));
        lines.extend(figure.source.iter_mut().map(|line| (span, id, line)));
        if let FigureValue::Words(words) = &mut figure.value {
            lines.push((span, id, words));
        }
    }
    lines.extend(photos.iter_mut().filter_map(|photo| photo.credit.as_mut().map(|line| (photo.span, Some(photo.event), line))));
    for region in regions {
        lines.extend(region.also.iter_mut().chain(&mut region.former_names).map(|line| (region.span, None, line)));
    }
    for theme in themes {
        lines.extend(theme.also.iter_mut().chain(&mut theme.former_names).map(|line| (theme.span, None, line)));
    }
    for organisation in organisations {
        lines.extend(organisation.also.iter_mut().chain(&mut organisation.former_names).map(|line| (organisation.span, None, line)));
    }
    for person in people {
        let span = person.span;
        lines.extend([&mut person.name, &mut person.sort_name].map(|line| (span, None, line)));
        lines.extend(person.links.iter_mut().map(|link| (span, None, &mut link.title)));
        lines.extend(person.also.iter_mut().map(|line| (span, None, line)));
    }
    lines
}
