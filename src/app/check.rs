//! `oogst check`: what is wrong, and with `--publish` what to look at before the site goes online.

use std::collections::BTreeMap;
use std::path::Path;

use super::build;
use super::check_links::check_links;
use super::ending::{Ending, site_language, today};
use crate::advice::{Advice, AdviceGroup, SentenceLengths, advise};
use crate::app::cli::CheckTask;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, Severity, SeverityCounts, any_error};
use crate::output::Survives;
use crate::pipeline::{BuildOptions, BuildTarget, Builder};
use crate::source::Sources;
use crate::words::Language;
use crate::words::advice as words;

/// So many of one kind are shown; of more, it is said how many.
const MOST_OF_KIND: usize = 10;

pub(super) fn run(
    root: &Path,
    task: CheckTask,
    terminal: impl Fn(Language) -> Terminal,
    usual: Language,
) -> Ending {
    if !task.publish {
        return build::run(root, task.build, false, terminal, usual);
    }
    let terminal = terminal(site_language(root, usual));
    let mut builder = Builder::new(root);
    let options = BuildOptions {
        today: today(task.build.date),
        drafts: task.build.drafts,
        survives: Survives::PowerFailure,
        target: BuildTarget::Output,
    };
    let (study, said) = match builder.study(options) {
        Ok(studied) => studied,
        Err(error) => {
            terminal.failure(&error);
            return Ending::Failed;
        }
    };
    let advice = study.as_ref().map(|study| {
        let mut advice = advise(study, builder.sources(), options.drafts);
        if task.online {
            let links = check_links(root, study, options.drafts, builder.sources(), &terminal);
            advice.add(AdviceGroup::Links, links, builder.sources());
        }
        advice
    });
    if task.build.json {
        tell_programs(&said, advice.as_ref(), builder.sources(), &terminal);
    } else {
        tell_people(&said, advice.as_ref(), builder.sources(), &terminal);
    }
    let must = advice.iter().flat_map(|advice| &advice.groups);
    let is_wrong = any_error(&said) || must.into_iter().any(|(_, advice)| any_error(advice));
    if is_wrong {
        Ending::Wrong
    } else {
        Ending::Fine
    }
}

/// A line of JSON each.
fn tell_programs(
    said: &[Diagnostic],
    advice: Option<&Advice>,
    sources: &Sources,
    terminal: &Terminal,
) {
    terminal.json(said, sources);
    for (group, advice) in advice.into_iter().flat_map(|advice| &advice.groups) {
        terminal.json_of_group(advice, Some(group.id()), sources);
    }
}

/// First what the check says, then the groups, each under its heading: what is wrong stands in the
/// first of them, for it must be mended. Without `advice` there is nothing else.
fn tell_people(
    said: &[Diagnostic],
    advice: Option<&Advice>,
    sources: &Sources,
    terminal: &Terminal,
) {
    let language = terminal.language;
    let mut counts = SeverityCounts::default();
    counts.count(said);
    let (errors, others): (Vec<Diagnostic>, Vec<Diagnostic>) = said
        .iter()
        .cloned()
        .partition(|diagnostic| diagnostic.severity() == Severity::Error);
    let mut text = terminal.shown(&others, sources);
    let Some(advice) = advice else {
        text.push_str(&heading(AdviceGroup::Must, language));
        text.push_str(&terminal.shown(&errors, sources));
        text.push_str(&counts.closing_line(language));
        terminal.tell_always(&text);
        terminal.tell(words::MEND_FIRST.get(language));
        return;
    };
    let mut sentences = lengths(advice.lengths, language);
    if terminal.quiet {
        sentences.clear();
    }
    for (group, advice) in &advice.groups {
        counts.count(advice);
        // They close what is said of texts.
        if *group > AdviceGroup::Language {
            text.push_str(&std::mem::take(&mut sentences));
        }
        text.push_str(&heading(*group, language));
        text.push_str(&shown_of_group(advice, sources, terminal));
    }
    text.push_str(&sentences);
    if counts != SeverityCounts::default() {
        text.push_str(&counts.closing_line(language));
    }
    terminal.tell_always(&text);
    if advice.groups.is_empty() {
        terminal.tell(words::NO_ADVICE.get(language));
    }
}

/// The first of each kind, and how many more there are.
fn shown_of_group(advice: &[Diagnostic], sources: &Sources, terminal: &Terminal) -> String {
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    let mut is_among_first = |diagnostic: &&Diagnostic| {
        let seen = seen.entry(diagnostic.code).or_default();
        *seen += 1;
        *seen <= MOST_OF_KIND
    };
    let first: Vec<Diagnostic> = advice
        .iter()
        .filter(|diagnostic| is_among_first(diagnostic))
        .cloned()
        .collect();
    let mut text = terminal.shown(&first, sources);
    for (code, count) in seen {
        if let Some(more) = count.checked_sub(MOST_OF_KIND).filter(|more| *more > 0) {
            text.push_str(words::more_of_kind(&more, &code.id()).get(terminal.language));
        }
    }
    text
}

/// "== Privacy: mag iedereen dit weten? ==", with an empty line below it.
fn heading(group: AdviceGroup, language: Language) -> String {
    format!("== {} ==\n\n", group.heading().get(language))
}

/// "Gemiddeld 14 woorden per zin; 3 zinnen zijn langer dan 20."
fn lengths(lengths: SentenceLengths, language: Language) -> String {
    let SentenceLengths {
        sentences,
        words: all,
        long,
    } = lengths;
    if sentences == 0 {
        return String::new();
    }
    let average = (all + sentences / 2) / sentences;
    match long {
        0 => words::sentences_none(&average),
        1 => words::sentences_one(&average),
        _ => words::sentences(&average, &long),
    }
    .get(language)
    .to_owned()
}
