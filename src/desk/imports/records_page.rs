//! The page of a table or a programme: what was read of it, what cannot be taken over, where somebody
//! has to choose, and a tick for each row.

use super::around_file::{FilePage, list};
use super::chosen::{
    FILE_SIDE, GONE, HERE, MOST_CHOICES, MOST_GONE, MOST_PLAIN, NEITHER, REST, REST_SIDE, ROW,
    RowsShown, SEEN, side,
};
use super::records::{FieldSeen, RecordsPreview, RowFate, RowSeen};
use crate::desk::addresses;
use crate::desk::html::DeskHtml;
use crate::desk::pages::layout::{Surroundings, button, form};
use crate::desk::posted::Posted;
use crate::words::numbers::count as number;
use crate::words::{Bilingual, desk_imports as words};

/// The mistakes that are shown one by one.
const MOST_MISTAKES: usize = 100;

/// The notes that are shown.
const MOST_NOTES: usize = 20;

/// What the page shows.
#[derive(Clone, Copy)]
pub(super) struct RecordsPage<'a> {
    pub(super) page: FilePage<'a>,
    pub(super) preview: &'a RecordsPreview,
    /// What somebody sent, where it is shown again.
    pub(super) posted: Option<&'a Posted>,
}

impl RecordsPage<'_> {
    /// The page.
    pub(super) fn html(self, around: Surroundings<'_>) -> DeskHtml {
        let mut body = DeskHtml::new();
        self.read(&mut body, around);
        self.mistakes(&mut body, around);
        let shown = RowsShown::of(self.preview);
        if shown.choices.is_empty() && shown.plain.is_empty() && self.preview.gone.is_empty() {
            if self.preview.mistakes.is_empty() {
                let attributes = [("class", "lead"), ("role", "status")];
                body.words("p", &attributes, around.say(words::NOTHING_CHANGES));
            }
        } else {
            form(&mut body, &self.page.address(), around, |html| {
                let mark = [
                    ("type", "hidden"),
                    ("name", SEEN),
                    ("value", self.preview.mark.as_str()),
                ];
                html.empty("input", &mark);
                self.choices(&shown, html, around);
                self.plain(&shown, html, around);
                self.gone(html, around);
                self.buttons(html, around);
            });
        }
        self.page.read_again(&mut body, around);
        self.page.with(words::NOTHING_WRITTEN, &body, around)
    }

    fn buttons(self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.element("div", &[("class", "buttons")], |html| {
            button(html, around.say(words::TAKE_OVER));
            let back = match self.page.event {
                Some(event) => addresses::event(event, None),
                None => "/".to_owned(),
            };
            let link = [("href", back.as_str()), ("class", "button")];
            html.words("a", &link, around.say(words::LEAVE));
        });
    }

    /// What was read, and how much becomes what.
    fn read(self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.words("h2", &[], around.say(words::READ));
        list(html, &self.preview.read, "files");
        let notes = &self.preview.notes;
        if !notes.is_empty() {
            list(html, &notes[..notes.len().min(MOST_NOTES)], "todo");
        }
        let preview = self.preview;
        let is_choice = |fate: &RowFate| matches!(fate, RowFate::Choose(_) | RowFate::Missing);
        let counts = [
            (
                words::NEW,
                preview.count(|fate| matches!(fate, RowFate::New)),
            ),
            (
                words::CHANGED,
                preview.count(|fate| matches!(fate, RowFate::Changed(_))),
            ),
            (words::TO_CHOOSE, preview.count(is_choice)),
            (
                words::SAME,
                preview.count(|fate| matches!(fate, RowFate::Same)),
            ),
            (words::WITH_MISTAKE, preview.mistakes.len()),
            (words::NO_LONGER_THERE, preview.gone.len()),
        ];
        html.element("ul", &[("class", "counts")], |html| {
            for (name, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                html.element("li", &[], |html| {
                    html.text(around.say(name)).text(" ");
                    let count = number(count as u64, around.language);
                    html.words("span", &[("class", "count")], &count);
                });
            }
        });
    }

    fn mistakes(self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let mistakes = &self.preview.mistakes;
        if mistakes.is_empty() {
            return;
        }
        html.words("h2", &[], around.say(words::MISTAKES));
        html.words("p", &[], around.say(words::MEND_IN_LIST));
        let shown = &mistakes[..mistakes.len().min(MOST_MISTAKES)];
        html.element("ul", &[("class", "rows mistakes")], |html| {
            for mistake in shown {
                html.words("li", &[], mistake);
            }
        });
        if let Some(more) = more(mistakes.len(), MOST_MISTAKES) {
            let said = words::more_mistakes(&number(more as u64, around.language));
            html.words("p", &[], said.get(around.language));
        }
    }

    /// The rows that somebody has to choose for.
    fn choices(self, shown: &RowsShown<'_>, html: &mut DeskHtml, around: Surroundings<'_>) {
        if shown.choices.is_empty() {
            return;
        }
        html.words("h2", &[], around.say(words::CHOICES));
        html.words("p", &[], around.say(words::CHOICES_HELP));
        html.element("ul", &[("class", "rows")], |html| {
            for (position, row) in shown.choices.iter().take(MOST_CHOICES) {
                html.element("li", &[], |html| {
                    // What was removed comes back only where somebody says so.
                    let is_missing = matches!(row.fate, RowFate::Missing);
                    self.tick(html, (*position, row), !is_missing, None);
                    match &row.fate {
                        RowFate::Choose(fields) => self.sides(html, *position, fields, around),
                        _ => {
                            let soft = [("class", "soft")];
                            html.words("p", &soft, around.say(words::WAS_REMOVED));
                        }
                    }
                });
            }
        });
        let (differ, missing) = shown.choices_left();
        if differ > 0 {
            self.rest_of_choices(html, differ, around);
        }
        if missing > 0 {
            let said = words::more_missing(&number(missing as u64, around.language));
            html.words("p", &[], said.get(around.language));
        }
    }

    /// One choice for all rows that are not shown.
    fn rest_of_choices(self, html: &mut DeskHtml, count: usize, around: Surroundings<'_>) {
        html.element("fieldset", &[("class", "conflict")], |html| {
            let count = number(count as u64, around.language);
            let said = words::rest_of_choices(&count);
            html.words("legend", &[], said.get(around.language));
            let file = self.file_side();
            for (value, said) in [
                (HERE, words::AS_HERE),
                (FILE_SIDE, file),
                (NEITHER, words::NONE_OF_THEM),
            ] {
                self.radio(html, REST_SIDE, value, |html| {
                    html.text(around.say(said));
                });
            }
        });
    }

    /// Both sides of each field that differs, and the fields that change beside them.
    fn sides(
        self,
        html: &mut DeskHtml,
        row: usize,
        fields: &[FieldSeen],
        around: Surroundings<'_>,
    ) {
        for field in fields.iter().filter(|field| field.is_conflict) {
            html.element("fieldset", &[("class", "conflict")], |html| {
                html.words("legend", &[], &field.key);
                let name = side(row, field);
                for (value, said, text) in [
                    (HERE, words::AS_HERE, &field.now),
                    (FILE_SIDE, self.file_side(), &field.wanted),
                ] {
                    self.radio(html, &name, value, |html| {
                        html.element("span", &[], |html| {
                            html.text(around.say(said)).text(": ");
                            html.words("span", &[("class", "said")], text);
                        });
                    });
                }
            });
        }
        changed(html, fields);
    }

    fn file_side(self) -> Bilingual {
        if self.preview.is_programme {
            words::AS_IN_PROGRAMME
        } else {
            words::AS_IN_LIST
        }
    }

    /// The rows that are new or change.
    fn plain(self, shown: &RowsShown<'_>, html: &mut DeskHtml, around: Surroundings<'_>) {
        if shown.plain.is_empty() {
            return;
        }
        html.words("h2", &[], around.say(words::PLAIN));
        html.element("ul", &[("class", "rows")], |html| {
            for (position, row) in shown.plain.iter().take(MOST_PLAIN) {
                html.element("li", &[], |html| {
                    let badge = match row.fate {
                        RowFate::New => words::NEW,
                        _ => words::CHANGED,
                    };
                    self.tick(html, (*position, row), true, Some(around.say(badge)));
                    if let RowFate::Changed(fields) = &row.fate {
                        changed(html, fields);
                    }
                });
            }
        });
        if let Some(more) = more(shown.plain.len(), MOST_PLAIN) {
            let said = words::rest_of_plain(&number(more as u64, around.language));
            let is_ticked = self.posted.is_none_or(|posted| posted.has(REST));
            checkbox(html, (REST, "1"), is_ticked, |html| {
                html.text(said.get(around.language));
            });
        }
    }

    /// What the file no longer has.
    fn gone(self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let gone = &self.preview.gone;
        if gone.is_empty() {
            return;
        }
        html.words("h2", &[], around.say(words::NO_LONGER_THERE));
        html.words("p", &[], around.say(words::NO_LONGER_HELP));
        html.element("ul", &[("class", "rows")], |html| {
            for (position, record) in gone.iter().take(MOST_GONE).enumerate() {
                html.element("li", &[], |html| {
                    if !record.may_go {
                        html.words("strong", &[], &record.name).text(" ");
                        let soft = [("class", "soft")];
                        html.words("span", &soft, around.say(words::REMOVE_YOURSELF));
                        return;
                    }
                    let value = position.to_string();
                    let is_ticked = self.is_sent(GONE, &value, false);
                    checkbox(html, (GONE, &value), is_ticked, |html| {
                        html.element("span", &[], |html| {
                            html.words("strong", &[], &record.name).text(" ");
                            html.text(around.say(words::REMOVE_IT));
                        });
                    });
                });
            }
        });
        if let Some(more) = more(gone.len(), MOST_GONE) {
            let said = words::more_gone(&number(more as u64, around.language));
            html.words("p", &[], said.get(around.language));
        }
    }

    /// A row with its tick.
    fn tick(
        self,
        html: &mut DeskHtml,
        (position, row): (usize, &RowSeen),
        usually: bool,
        badge: Option<&str>,
    ) {
        let value = position.to_string();
        let is_ticked = self.is_sent(ROW, &value, usually);
        checkbox(html, (ROW, &value), is_ticked, |html| {
            html.element("span", &[], |html| {
                html.text(row.kind).text(" ");
                html.words("strong", &[], &row.title);
                if let Some(badge) = badge {
                    html.text(" ").words("span", &[("class", "status")], badge);
                }
                if let Some(place) = &row.place {
                    html.text(" ").words("span", &[("class", "soft")], place);
                }
            });
        });
    }

    /// Whether something was chosen; what is usual where nothing was sent yet.
    fn is_sent(self, name: &str, value: &str, usually: bool) -> bool {
        match self.posted {
            Some(posted) => posted.all(name).any(|sent| sent == value),
            None => usually,
        }
    }

    fn radio(self, html: &mut DeskHtml, name: &str, value: &str, said: impl FnOnce(&mut DeskHtml)) {
        html.element("label", &[("class", "choice")], |html| {
            let mut control = vec![("type", "radio"), ("name", name), ("value", value)];
            if self.is_sent(name, value, false) {
                control.push(("checked", ""));
            }
            html.empty("input", &control).text(" ");
            said(html);
        });
    }
}

fn checkbox(
    html: &mut DeskHtml,
    (name, value): (&str, &str),
    is_ticked: bool,
    said: impl FnOnce(&mut DeskHtml),
) {
    html.element("label", &[("class", "choice")], |html| {
        let mut control = vec![("type", "checkbox"), ("name", name), ("value", value)];
        if is_ticked {
            control.push(("checked", ""));
        }
        html.empty("input", &control).text(" ");
        said(html);
    });
}

/// The fields that change: what each held, and what it will hold.
fn changed(html: &mut DeskHtml, fields: &[FieldSeen]) {
    let fields = fields.iter().filter(|field| !field.is_conflict);
    let fields: Vec<&FieldSeen> = fields.collect();
    if fields.is_empty() {
        return;
    }
    html.element("ul", &[("class", "todo")], |html| {
        for field in fields {
            let FieldSeen {
                key, now, wanted, ..
            } = field;
            html.words("li", &[], &format!("{key}: {now} → {wanted}"));
        }
    });
}

/// How many there are beyond those that are shown.
fn more(all: usize, shown: usize) -> Option<usize> {
    all.checked_sub(shown).filter(|more| *more > 0)
}
