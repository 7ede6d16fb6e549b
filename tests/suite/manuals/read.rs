//! A manual as the steps that it tells people to take.

/// A step: a block or table with what is to become of it.
pub(super) struct Step {
    pub(super) act: Act,
    /// The block, or the table's lines; empty where nothing belongs to it.
    pub(super) text: String,
    /// The line of the manual it begins at, from 1.
    pub(super) line: usize,
    /// How many spaces stand before each line of the block.
    pub(super) indented: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    Run {
        refused: bool,
    },
    Said,
    File(String),
    Add(String),
    Holds(String),
    Example(String),
    List(String),
    Document(String),
    Photo(String),
    Remove(String),
    Change {
        file: String,
        from: String,
        to: String,
    },
    Begin,
}

/// What the lines of a table and of a quote begin with.
const MARKS: [char; 2] = ['|', '>'];

/// The steps of a manual. A block without anything that says what becomes of it fails.
pub(super) fn steps(name: &str, text: &str) -> Vec<Step> {
    let lines: Vec<&str> = text.lines().collect();
    let mut steps: Vec<Step> = Vec::new();
    let mut asked: Option<String> = None;
    let mut number = 0;
    while number < lines.len() {
        let line = lines[number].trim_start();
        let indented = lines[number].len() - line.len();
        let at = number + 1;
        number += 1;
        let step = |act, text| Step {
            act,
            text,
            line: at,
            indented,
        };
        if let Some(comment) = comment_of(line) {
            match at_once(comment) {
                Some((act, text)) => steps.push(step(act, text)),
                None => asked = Some(comment.to_owned()),
            }
        } else if let Some(language) = line.strip_prefix("```") {
            let end = (number..lines.len())
                .find(|end| lines[*end].trim_start() == "```")
                .unwrap_or_else(|| panic!("{name}:{at}: the block is not closed"));
            let block = lines[number..end]
                .iter()
                .map(|line| format!("{}\n", line.get(indented..).unwrap_or_default()));
            let act = act_of(asked.take().as_deref(), language)
                .unwrap_or_else(|| panic!("{name}:{at}: what becomes of this block?"));
            steps.push(step(act, block.collect()));
            number = end + 1;
        } else if line.starts_with(MARKS)
            && let Some(comment) = asked.take()
        {
            let is_other = |end: &usize| !lines[*end].starts_with(MARKS);
            let end = (number..lines.len()).find(is_other).unwrap_or(lines.len());
            let act = act_of(Some(&comment), "")
                .unwrap_or_else(|| panic!("{name}:{at}: what becomes of this table?"));
            steps.push(step(act, lines[at - 1..end].join("\n")));
            number = end;
        }
    }
    steps
}

/// What a comment asks of the tests.
fn comment_of(line: &str) -> Option<&str> {
    line.strip_prefix("<!-- test: ")?.strip_suffix(" -->")
}

/// What a comment asks without a block, and what takes the place of one.
fn at_once(comment: &str) -> Option<(Act, String)> {
    let alone = |act| Some((act, String::new()));
    let (word, rest) = comment.split_once(' ').unwrap_or((comment, ""));
    match word {
        "folder" => alone(Act::Begin),
        "remove" => alone(Act::Remove(rest.to_owned())),
        "photo" => alone(Act::Photo(rest.to_owned())),
        "report" => Some((Act::Document(rest.to_owned()), REPORT.to_owned())),
        "programme" => Some((Act::File(rest.to_owned()), PROGRAMME.to_owned())),
        "run" => Some((Act::Run { refused: false }, format!("{rest}\n"))),
        "write" => {
            let (path, text) = rest.split_once(": ")?;
            Some((Act::File(path.to_owned()), text.replace(" / ", "\n") + "\n"))
        }
        "change" => {
            let (file, change) = rest.split_once(": ")?;
            let (from, to) = change.split_once(" => ")?;
            alone(Act::Change {
                file: file.to_owned(),
                from: from.to_owned(),
                to: to.to_owned(),
            })
        }
        _ => None,
    }
}

/// A short document, as a quote shows it.
const REPORT: &str = "> # Ouderavond\n>\n> Het was druk.\n";

/// A programme with one part, as pretalx writes it.
const PROGRAMME: &str = r#"{
  "$schema": "https://c3voc.de/schedule/schema.json",
  "schedule": {
    "version": "0.4",
    "conference": {
      "acronym": "avond",
      "title": "Techniekavond",
      "start": "2025-03-20",
      "end": "2025-03-20",
      "daysCount": 1,
      "time_zone_name": "Europe/Amsterdam",
      "days": [{
        "index": 1,
        "date": "2025-03-20",
        "day_start": "2025-03-20T04:00:00+01:00",
        "day_end": "2025-03-21T03:59:00+01:00",
        "rooms": { "Grote zaal": [{
          "guid": "0b5e1f6c-0000-4000-8000-000000000001",
          "date": "2025-03-20T20:00:00+01:00",
          "start": "20:00",
          "duration": "00:45",
          "title": "Wie zorgt er morgen?",
          "track": "Zorg en welzijn",
          "type": "Talk",
          "persons": []
        }] }
      }]
    }
  }
}
"#;

/// What becomes of a block in this language with this comment before it.
fn act_of(comment: Option<&str>, language: &str) -> Option<Act> {
    let is_run = matches!(language, "console" | "sh");
    match comment.map(|comment| comment.split_once(' ').unwrap_or((comment, ""))) {
        None if is_run => Some(Act::Run { refused: false }),
        None if language == "text" => Some(Act::Said),
        Some(("refused", "")) if is_run => Some(Act::Run { refused: true }),
        Some(("file", path)) => Some(Act::File(path.to_owned())),
        Some(("add", path)) => Some(Act::Add(path.to_owned())),
        Some(("holds", path)) => Some(Act::Holds(path.to_owned())),
        Some(("example", kind)) => Some(Act::Example(kind.to_owned())),
        Some(("list", path)) => Some(Act::List(path.to_owned())),
        Some(("document", path)) => Some(Act::Document(path.to_owned())),
        _ => None,
    }
}

/// What is typed, in words: quotes hold words together, and so do the brackets of what is to be
/// filled in.
pub(super) fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for character in line.chars() {
        match character {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            other => {
                is_quoted = is_quoted && other != '>' || other == '<';
                words.last_mut().expect("there is a word").push(other);
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The lines of a text that stand in no block.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut is_block = false;
    text.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        is_block ^= is_fence;
        !is_block && !is_fence
    })
}

/// The commands between backticks in the sentences of a text.
pub(super) fn commands_in(text: &str) -> impl Iterator<Item = &str> {
    let spans = sentences(text).flat_map(|line| line.split('`').skip(1).step_by(2));
    spans.filter(|span| span.starts_with("oogst "))
}
