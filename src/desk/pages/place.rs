//! A place where the site is published: what it is, what would change there, what has to be said
//! first, and what was done.

use super::layout::{DeskPage, Surroundings, button, form};
use super::place_problem::{ADOPT, OVERWRITE, SECRET, SERVER_KEY, ToldProblem, UNLOCK};
use super::publish::{RECORD, counts, file_lists, place_words, record_tick};
use super::rows::marked;
use crate::config::PublishPlace;
use crate::desk::addresses::place_settings;
use crate::desk::html::DeskHtml;
use crate::desk::places::{PlaceAnswers, PlaceDone, PlaceProblem, PlaceSeen, SeenThere};
use crate::publish::PublishPlan;
use crate::words::numbers::count;
use crate::words::{
    Bilingual, Language, desk, desk_publishing as words, desk_settings, phrases, publishing,
};

/// The control that says what is to be done, and its values.
pub(in crate::desk) const STEP: &str = "do";
const LOOK: &str = "look";
const PUT: &str = "put";

/// The control with the mark of what was seen.
pub(in crate::desk) const SEEN: &str = "seen";

/// What is to be done at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desk) enum PlaceStep {
    /// Say what would change.
    Look,
    /// Change it.
    Put,
}

impl PlaceStep {
    /// The step that a form asks for.
    pub(in crate::desk) fn of(said: Option<&str>) -> Self {
        if said == Some(PUT) {
            Self::Put
        } else {
            Self::Look
        }
    }

    fn value(self) -> &'static str {
        match self {
            Self::Look => LOOK,
            Self::Put => PUT,
        }
    }
}

/// What is told of a place.
#[derive(Debug)]
pub(in crate::desk) enum PlaceTold {
    /// Nothing was asked yet.
    Begin,
    /// The site was put there.
    Done,
    /// What would change.
    Seen {
        seen: Box<PlaceSeen>,
        /// Whether somebody saw something else before.
        is_other: bool,
    },
    /// What keeps it from being done, and what was to be.
    Problem(PlaceProblem, PlaceStep),
}

/// The page of a place.
#[derive(Debug)]
pub(in crate::desk) struct PlacePage<'a> {
    /// What the address calls it.
    pub(in crate::desk) name: &'a str,
    /// What the settings say of it; nothing where they name no such place.
    pub(in crate::desk) place: Option<&'a PublishPlace>,
    /// The address of the site, or nothing.
    pub(in crate::desk) base_url: &'a str,
    /// What a person said.
    pub(in crate::desk) answers: &'a PlaceAnswers,
    /// How many addresses are not on record yet.
    pub(in crate::desk) addresses: usize,
    /// What was done there last.
    pub(in crate::desk) done: Option<&'a [String]>,
    pub(in crate::desk) told: &'a PlaceTold,
}

/// What was done at a place, in sentences.
pub(in crate::desk) fn done_words(done: &PlaceDone, language: Language) -> Vec<String> {
    let PlaceDone { seen, recorded } = done;
    let mut said = match &seen.there {
        SeenThere::Zip(files) => {
            let files = phrases::FILE.counted(*files, language);
            let made = words::zip_made(&seen.shown, &files);
            vec![
                made.get(language).to_owned(),
                words::UNPACK.get(language).to_owned(),
            ]
        }
        SeenThere::Files(plan) => {
            let counts: Vec<String> = numbers(plan)
                .iter()
                .map(|(number, word)| {
                    format!("{} {}", count(*number as u64, language), word.get(language))
                })
                .collect();
            let published = words::published(&seen.shown, &counts.join(" · "));
            vec![published.get(language).to_owned()]
        }
    };
    if *recorded > 0 {
        let addresses = phrases::ADDRESS.counted(*recorded, language);
        said.push(words::recorded(&addresses).get(language).to_owned());
    }
    if let Some(line) = &seen.key_line {
        said.push(words::write_key(line).get(language).to_owned());
    }
    said.extend(seen.caution.map(|found| found.message(language).to_owned()));
    said
}

fn numbers(plan: &PublishPlan) -> [(usize, Bilingual); 4] {
    [
        (plan.new, publishing::NEW),
        (plan.changed, publishing::CHANGED),
        (plan.gone.len(), publishing::GONE),
        (plan.same, publishing::SAME),
    ]
}

impl PlacePage<'_> {
    /// The page.
    pub(in crate::desk) fn html(&self, around: Surroundings<'_>) -> DeskHtml {
        let mut body = DeskHtml::new();
        match self.place {
            None => {
                let lead = [("class", "lead wrong")];
                body.words("p", &lead, around.say(words::NO_SUCH_PLACE));
            }
            Some(place) => {
                let said = place_words(place, around.language);
                body.words("p", &[("class", "path")], &said);
                self.told(&mut body, around);
            }
        }
        body.element("p", &[("class", "ways")], |html| {
            html.words(
                "a",
                &[("href", "/publish")],
                around.say(words::BACK_TO_PLACES),
            );
            if self.place.is_some() {
                let settings = place_settings(self.name);
                html.text(" · ");
                html.words(
                    "a",
                    &[("href", &settings)],
                    around.say(desk_settings::CHANGE_PLACE),
                );
            }
        });
        let above = around.report.unwrap_or_default().to_owned();
        let title = words::publish_at(&self.name);
        let page = DeskPage {
            title: title.get(around.language),
            trail: &[
                (above, "/".to_owned()),
                (around.say(desk::PUBLISH).to_owned(), "/publish".to_owned()),
            ],
            at: "/publish",
            shown: None,
        };
        page.with(around, &body)
    }

    fn told(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        match self.told {
            PlaceTold::Begin => self.begin(html, around),
            PlaceTold::Done => {
                if let Some(done) = self.done {
                    self.done(done, html, around);
                }
                self.begin(html, around);
            }
            PlaceTold::Seen { seen, is_other } => self.seen(seen, *is_other, html, around),
            PlaceTold::Problem(problem, step) => self.problem(problem, *step, html, around),
        }
    }

    fn begin(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.words("p", &[], around.say(words::LOOK_FIRST));
        self.form(PlaceStep::Look, html, around, |html| {
            button(html, around.say(words::LOOK_THERE));
        });
    }

    fn done(&self, done: &[String], html: &mut DeskHtml, around: Surroundings<'_>) {
        html.element("div", &[("class", "done"), ("role", "status")], |html| {
            for said in done {
                html.words("p", &[], said);
            }
            if !self.base_url.is_empty() {
                html.element("p", &[], |html| {
                    html.text(around.say(words::SITE_AT)).text(" ");
                    let link = [("href", self.base_url), ("rel", "noreferrer")];
                    html.words("a", &link, self.base_url);
                });
            }
        });
    }

    fn seen(
        &self,
        seen: &PlaceSeen,
        is_other: bool,
        html: &mut DeskHtml,
        around: Surroundings<'_>,
    ) {
        let language = around.language;
        if is_other {
            let lead = [("class", "lead wrong"), ("role", "alert")];
            html.words("p", &lead, around.say(words::OTHER_THAN_SEEN));
        }
        if let Some(line) = &seen.key_line {
            html.words("p", &[], words::write_key(line).get(language));
        }
        if let Some(caution) = seen.caution {
            html.words("p", &[], caution.message(language));
        }
        let mut is_done = false;
        match &seen.there {
            SeenThere::Zip(files) => {
                let files = phrases::FILE.counted(*files, language);
                html.words("p", &[], words::zip_of(&seen.shown, &files).get(language));
            }
            SeenThere::Files(plan) => {
                is_done = plan.is_done && !plan.is_locked;
                if is_done {
                    html.words("p", &[], around.say(words::ALL_THERE));
                } else {
                    html.words("p", &[], words::this_changes(&seen.shown).get(language));
                }
                counts(html, &numbers(plan), around);
            }
        }
        let allowed = self.answers.allowed;
        for (is_allowed, said) in [
            (allowed.adopt, words::WAS_ADOPTED),
            (allowed.overwrite, words::WAS_OVERWRITTEN),
            (allowed.unlock, words::WAS_UNLOCKED),
        ] {
            if is_allowed {
                html.words("p", &[], around.say(said));
            }
        }
        if !is_done || self.addresses > 0 {
            self.form(PlaceStep::Put, html, around, |html| {
                let mark = [("type", "hidden"), ("name", SEEN), ("value", &seen.mark)];
                html.empty("input", &mark);
                record_tick(html, self.addresses, self.answers.records, around);
                html.words("p", &[("class", "help")], around.say(words::TAKES_LONG));
                button(html, around.say(words::PUT_THERE));
            });
        }
        if let SeenThere::Files(plan) = &seen.there {
            let (new, changed): (Vec<&str>, Vec<&str>) = plan
                .put
                .iter()
                .map(String::as_str)
                .partition(|path| plan.is_new(path));
            let gone = plan.gone.iter().map(String::as_str).collect();
            let lists = [
                (words::NEW_FILES, new),
                (words::CHANGED_FILES, changed),
                (words::GONE_FILES, gone),
            ];
            file_lists(html, &lists, around);
        }
    }

    fn problem(
        &self,
        problem: &PlaceProblem,
        step: PlaceStep,
        html: &mut DeskHtml,
        around: Surroundings<'_>,
    ) {
        let told = ToldProblem::of(problem, around.language);
        html.summary(around.say(words::NOT_PUBLISHED), |html| {
            html.element("p", &[], |html| marked(html, &told.said));
            if !told.names.is_empty() {
                html.element("ul", &[("class", "files")], |html| {
                    for name in told.names {
                        html.words("li", &[], name);
                    }
                });
            }
        });
        // Only an answer leads on; else what is there is looked at once more.
        let step = if told.is_question {
            step
        } else {
            PlaceStep::Look
        };
        self.form(step, html, around, |html| {
            if step == PlaceStep::Put {
                if let Some(seen) = &self.answers.seen {
                    let mark = [("type", "hidden"), ("name", SEEN), ("value", seen)];
                    html.empty("input", &mark);
                }
                if self.answers.records {
                    hidden(html, RECORD, "1");
                }
            }
            if let Some((name, value, said)) = told.tick {
                html.element("label", &[("class", "choice")], |html| {
                    let tick = [("type", "checkbox"), ("name", name), ("value", value)];
                    html.empty("input", &tick).text(" ").text(around.say(said));
                });
            }
            if matches!(problem, PlaceProblem::Secret { .. }) {
                secret(html, around);
            }
            let said = match step {
                PlaceStep::Put => words::PUT_THERE,
                PlaceStep::Look if told.is_question => words::LOOK_THERE,
                PlaceStep::Look => words::LOOK_AGAIN,
            };
            button(html, around.say(said));
        });
    }

    /// A form about this place, with what was said before in it.
    fn form(
        &self,
        step: PlaceStep,
        html: &mut DeskHtml,
        around: Surroundings<'_>,
        inside: impl FnOnce(&mut DeskHtml),
    ) {
        form(html, &format!("/publish/{}", self.name), around, |html| {
            hidden(html, STEP, step.value());
            let PlaceAnswers {
                allowed,
                server_key,
                ..
            } = self.answers;
            for (is_allowed, name) in [
                (allowed.adopt, ADOPT),
                (allowed.overwrite, OVERWRITE),
                (allowed.unlock, UNLOCK),
            ] {
                if is_allowed {
                    hidden(html, name, "1");
                }
            }
            if let Some(key) = server_key {
                hidden(html, SERVER_KEY, key);
            }
            inside(html);
        });
    }
}

fn hidden(html: &mut DeskHtml, name: &str, value: &str) {
    html.empty(
        "input",
        &[("type", "hidden"), ("name", name), ("value", value)],
    );
}

/// The question for a password. What was typed never comes back in it.
fn secret(html: &mut DeskHtml, around: Surroundings<'_>) {
    html.element("div", &[("class", "field")], |html| {
        html.words("label", &[("for", SECRET)], around.say(words::SECRET));
        let help = [("class", "help"), ("id", "secret-help")];
        html.words("p", &help, around.say(words::SECRET_HELP));
        let field = [
            ("type", "password"),
            ("id", SECRET),
            ("name", SECRET),
            ("autocomplete", "off"),
            ("aria-describedby", "secret-help"),
        ];
        html.empty("input", &field);
    });
}
