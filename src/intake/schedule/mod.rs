//! Programmes of meetings: of frab, pretalx and the c3voc (JSON and XML), of Sessionize, and
//! calendars. In: bytes, what the site has and which event they are for. Out: a [`ReadSchedule`], its
//! times in the site's time zone and its texts as Markdown in which nothing acts; what was left out;
//! and every mistake, with its place in the file.
//!
//! What a file is, its bytes tell. It is bounded in all that it holds, and nothing is fetched.

mod calendar;
mod calendar_lines;
mod found;
mod frab;
mod guid;
mod json;
mod moments;
mod result;
mod sessionize;
mod settled;
mod texts;
mod tracks;
mod unreadable;
mod value;
mod xml;

pub use found::{ScheduleLoss, ScheduleLosses};
pub use frab::GENERATOR;
pub use guid::Guid;
pub use result::{ReadLink, ReadSchedule, ReadSession, ReadSpeaker, ReadText, ScheduleChoices};

use self::found::FoundSchedule;
use self::moments::Zones;
use self::unreadable::{MOST_MEGABYTES, ScheduleProblem, UnreadSchedule};
use self::value::ForeignValue;
use crate::diagnostic::{Code, Diagnostic, any_error};
use crate::intake::rows::Known;
use crate::source::{FileId, NotText, SourceFile, SourcePath, Sources, normalise};

/// The files that hold a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScheduleFormat {
    Json,
    Xml,
    Calendar,
}

/// Whether bytes look like a programme, or like JSON of any other sort.
pub fn is_schedule(bytes: &[u8]) -> bool {
    format(bytes).is_some()
}

fn format(bytes: &[u8]) -> Option<ScheduleFormat> {
    const CALENDAR: &[u8] = b"BEGIN:VCALENDAR";
    const LONGEST_OPENING: usize = 4_000;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    let begins = |opening: &[u8]| {
        let own = bytes.get(..opening.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(opening))
    };
    let second = bytes
        .get(1..)
        .unwrap_or_default()
        .trim_ascii_start()
        .first();
    match (bytes.first()?, second) {
        (b'{', Some(b'"' | b'}')) | (b'[', Some(b'{' | b'[' | b']')) => Some(ScheduleFormat::Json),
        (b'<', _) => {
            let opening = &bytes[..bytes.len().min(LONGEST_OPENING)];
            let has = |name: &[u8]| memchr::memmem::find(opening, name).is_some();
            (has(b"<schedule") && !has(b"<html")).then_some(ScheduleFormat::Xml)
        }
        _ if begins(CALENDAR) => Some(ScheduleFormat::Calendar),
        _ => None,
    }
}

/// Reads a programme. `path` is what messages call the file.
pub fn read(
    bytes: &[u8],
    path: &SourcePath,
    choices: &ScheduleChoices,
    known: &Known,
) -> ReadSchedule {
    let refused = |diagnostic, sources| ReadSchedule {
        diagnostics: vec![diagnostic],
        sources,
        ..ReadSchedule::default()
    };
    let mut sources = Sources::default();
    if bytes.len() > MOST_MEGABYTES * 1_000_000 {
        let file = add(String::new(), path, &mut sources);
        let problem = ScheduleProblem::TooLarge;
        let diagnostic = UnreadSchedule { problem, byte: 0 }.diagnostic(file, "");
        return refused(diagnostic, sources);
    }
    let text = match normalise(bytes) {
        Ok(text) => text,
        Err(not_text) => {
            let code = match not_text {
                NotText::NotUtf8 => Code::NotUtf8,
                NotText::Utf16 => Code::Utf16,
            };
            return refused(Diagnostic::of_path(code, path.clone()), sources);
        }
    };
    let file = add(text, path, &mut sources);
    let text = std::sync::Arc::clone(&sources.file(file).text);
    let mut found = FoundSchedule {
        text: &text,
        file,
        zones: Zones {
            own: choices.zone.clone(),
            site: choices.zone.clone(),
        },
        is_ours: false,
        sessions: Vec::new(),
        speakers: Vec::new(),
        losses: ScheduleLosses::default(),
        diagnostics: Vec::new(),
        told: std::collections::HashSet::new(),
    };
    if let Err(unreadable) = find(format(bytes), &mut found) {
        let diagnostic = unreadable.diagnostic(file, &text);
        return refused(diagnostic, sources);
    }
    let sessions = settled::sessions(&mut found, choices, known);
    let speakers = settled::speakers(&mut found, &sessions);
    if sessions.is_empty() && !any_error(&found.diagnostics) {
        found.say(Code::NothingInSchedule, "", |diagnostic| diagnostic);
    }
    ReadSchedule {
        sessions,
        speakers,
        losses: found.losses,
        is_ours: found.is_ours,
        diagnostics: found.diagnostics,
        sources,
    }
}

fn add(text: String, path: &SourcePath, sources: &mut Sources) -> FileId {
    sources.add(SourceFile {
        path: path.clone(),
        text: text.into(),
        hash: [0; 32],
    })
}

fn find(
    format: Option<ScheduleFormat>,
    found: &mut FoundSchedule<'_>,
) -> Result<(), UnreadSchedule> {
    let text = found.text;
    let whole = |problem| UnreadSchedule { problem, byte: 0 };
    match format {
        Some(ScheduleFormat::Calendar) => calendar::read(found),
        Some(ScheduleFormat::Xml) => {
            let root = xml::xml(text)?;
            let generator = root.get("generator").get("name").text();
            frab::read(&root, generator, found).map_err(whole)
        }
        Some(ScheduleFormat::Json) => {
            let root = json::json(text)?;
            of_json(&root, found).map_err(whole)
        }
        None => Err(whole(ScheduleProblem::Other)),
    }
}

fn of_json(root: &ForeignValue, found: &mut FoundSchedule<'_>) -> Result<(), ScheduleProblem> {
    let schedule = root.get("schedule");
    if matches!(schedule, ForeignValue::Named(_)) {
        let generator = match schedule.get("generator").get("name").text() {
            "" => root.get("generator").get("name").text(),
            name => name,
        };
        return frab::read(schedule, generator, found);
    }
    if sessionize::is_all(root) {
        return sessionize::read_all(root, found);
    }
    if sessionize::is_grouped(root) {
        return sessionize::read_grouped(root, found);
    }
    Err(ScheduleProblem::Other)
}
