//! What is said of a programme that is taken over: what was read of it, and what was left.

use std::fmt::Write as _;

use crate::intake::schedule::{ReadSchedule, ScheduleLoss};
use crate::words::phrases::Noun;
use crate::words::{Language, importing};

/// The lines, each with its end; nothing where nothing was read.
pub fn read_and_left(schedule: &ReadSchedule, file: &str, language: Language) -> String {
    let mut said = String::new();
    if !schedule.sessions.is_empty() {
        let links = schedule.sessions.iter();
        let links = links.map(|session| session.links.as_ref().map_or(0, Vec::len));
        let counts = [
            (importing::PART, schedule.sessions.len()),
            (importing::SPEAKER_TOLD, schedule.speakers.len()),
            (importing::LINK_TAKEN, links.sum()),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let counted: Vec<String> = counts
            .map(|(noun, count)| noun.counted(count, language))
            .collect();
        let line = importing::programme_read(&file, &counted.join(", "));
        let _ = writeln!(said, "{}", line.get(language));
    }
    let left: Vec<String> = schedule
        .losses
        .iter()
        .map(|(loss, count)| noun(*loss).counted(*count, language))
        .collect();
    if !left.is_empty() {
        let title = importing::NOT_TAKEN.get(language);
        let _ = writeln!(said, "  {title}: {}", left.join(" · "));
    }
    said
}

/// What is counted of a loss.
fn noun(loss: ScheduleLoss) -> Noun {
    match loss {
        ScheduleLoss::Cancelled => importing::CANCELLED_PART,
        ScheduleLoss::Private => importing::PRIVATE_PART,
        ScheduleLoss::Untimed => importing::UNTIMED_PART,
        ScheduleLoss::Untitled => importing::UNTITLED_PART,
        ScheduleLoss::Answers => importing::ANSWERS,
        ScheduleLoss::Email => importing::EMAIL,
        ScheduleLoss::Avatar => importing::PORTRAIT,
        ScheduleLoss::DoNotRecord => importing::NOT_RECORDED,
        ScheduleLoss::Link => importing::LINK,
        ScheduleLoss::LateEnd => importing::LATE_END,
        ScheduleLoss::Picture => importing::PICTURE_IN_TEXT,
    }
}
