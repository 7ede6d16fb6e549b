//! An invented archive of any size, always the same for the same size. An event is made when it is
//! asked for, so that an archive of a million records is never in memory. Who writes it as a site
//! of which program is no matter here.

use crate::numbers::Numbers;

/// How many regions and themes there are, whatever the size: a country does not grow.
pub(crate) const REGIONS: usize = 40;
/// The regions right below the country; the others lie in one of them.
const PROVINCES: usize = 8;
pub(crate) const THEMES: usize = 10;
/// How many pages an event brings, with the organisations and the person that come with it.
const PAGES_OF_EVENT: usize = 34;

/// An archive of about so many pages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Archive {
    pub(crate) size: usize,
    pub(crate) events: usize,
    /// Whether some events are such as no person writes, but somebody's export or a joker does.
    pub(crate) hostile: bool,
}

pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) year: usize,
    /// `2018-10-30`.
    pub(crate) date: String,
    pub(crate) summary: String,
    pub(crate) region: usize,
    pub(crate) participants: usize,
    pub(crate) text: String,
    pub(crate) ideas: Vec<Idea>,
    pub(crate) asks: Vec<Need>,
    pub(crate) offers: Vec<Need>,
    pub(crate) deals: Vec<Deal>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) speaker: Speaker,
}

pub(crate) struct Idea {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) by: usize,
    pub(crate) theme: usize,
    pub(crate) text: String,
}

pub(crate) struct Need {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) by: usize,
    pub(crate) theme: usize,
    pub(crate) open: bool,
    pub(crate) text: String,
}

pub(crate) struct Deal {
    pub(crate) id: String,
    pub(crate) title: String,
    /// The place of its ask and its offer among those of the event.
    pub(crate) needs: usize,
    pub(crate) text: String,
    pub(crate) news_date: String,
    pub(crate) news: String,
}

pub(crate) struct Session {
    pub(crate) title: String,
    pub(crate) hour: usize,
    pub(crate) person: usize,
}

pub(crate) struct Speaker {
    pub(crate) person: usize,
    pub(crate) text: String,
}

impl Archive {
    pub(crate) fn new(size: usize, hostile: bool) -> Self {
        Self {
            size,
            events: (size / PAGES_OF_EVENT).max(1),
            hostile,
        }
    }

    pub(crate) fn organisations(self) -> usize {
        (self.events * 2).max(4)
    }

    pub(crate) fn people(self) -> usize {
        self.events
    }

    /// Records of all kinds, regions and themes aside.
    pub(crate) fn records(self) -> usize {
        self.events * (1 + 8 + 12 + 4 + 4 + 5 + 1 + 2 + 1)
    }

    pub(crate) fn person_name(self, person: usize) -> String {
        let mut numbers = Numbers::of(self.size, usize::MAX - person);
        format!("{} van {}", numbers.title(1), numbers.title(1))
    }

    /// The event at this place, from 0.
    pub(crate) fn event(self, event: usize) -> Event {
        let mut numbers = Numbers::of(self.size, event);
        let numbers = &mut numbers;
        let (year, month, day) = (2016 + event % 10, 1 + event % 12, 1 + event % 28);
        let theme = (event * 7 + 3) % THEMES;
        let (organisations, people) = (self.organisations(), self.people());
        let mut made = Event {
            id: format!("{year}-dag-{event}"),
            title: format!("{} {event}", numbers.title(4)),
            year,
            date: format!("{year}-{month:02}-{day:02}"),
            summary: numbers.words(12),
            region: event % REGIONS,
            participants: 40 + numbers.below(200),
            text: numbers.text(),
            ideas: (0..8)
                .map(|number| Idea {
                    id: format!("idee-{number}"),
                    title: format!("{} {number}", numbers.title(5)),
                    by: numbers.below(organisations),
                    theme: numbers.below(THEMES),
                    text: numbers.text(),
                })
                .collect(),
            asks: needs("vraag", theme, organisations, numbers),
            offers: needs("aanbod", theme, organisations, numbers),
            deals: (0..4)
                .map(|number| Deal {
                    id: format!("deal-{number}"),
                    title: format!("{} {number}", numbers.title(5)),
                    needs: number,
                    text: numbers.words(25),
                    news_date: format!("{}-06-01", year + 1),
                    news: numbers.words(12),
                })
                .collect(),
            sessions: (0..5)
                .map(|number| Session {
                    title: format!("{} {number}", numbers.title(3)),
                    hour: 9 + number,
                    person: numbers.below(people),
                })
                .collect(),
            speaker: Speaker {
                person: event % people,
                text: numbers.words(15),
            },
        };
        if self.hostile {
            spoil(&mut made, event, numbers);
        }
        made
    }
}

fn needs(kind: &str, theme: usize, organisations: usize, numbers: &mut Numbers) -> Vec<Need> {
    (0..6)
        .map(|number| Need {
            id: format!("{kind}-{number}"),
            title: format!("{} {number}", numbers.title(6)),
            by: numbers.below(organisations),
            theme,
            open: number >= 4,
            text: numbers.words(20),
        })
        .collect()
}

/// The region that a region lies in, by its number; `None` for the country, which lies in none.
pub(crate) fn above(region: usize) -> Option<usize> {
    (region >= PROVINCES).then_some(region % PROVINCES)
}

/// Makes every seventh event one of the corners: each is right as far as the program is asked, and
/// none is kind.
fn spoil(event: &mut Event, number: usize, numbers: &mut Numbers) {
    if !number.is_multiple_of(7) {
        return;
    }
    match number / 7 % 8 {
        0 => {
            "</title><script>alert(1)</script> & \"'`{{ 7 * 7 }}{% raw %}\u{202E}\u{FEFF}"
                .clone_into(&mut event.title);
            "]]>--><svg onload=alert(1)> ${1} \\u003c".clone_into(&mut event.summary);
        }
        1 => event.text = format!("{}diep", "> ".repeat(200)),
        2 => event.text = format!("{}\n\n{}", "[".repeat(5_000), "*_".repeat(5_000)),
        3 => event.text = numbers.words(100_000),
        4 => {
            event.text = format!(
                "| a | b |\n| - | - |\n{}",
                "| [x](https://voorbeeld.example/?a=1&b=2) | `<b>` |\n".repeat(2_000)
            );
        }
        5 => event.title = "Loopbaanoriëntatiebegeleidingscommissievergadering".repeat(40),
        // More ideas than any list shows on one page, all of one organisation.
        6 => {
            for place in 8..400 {
                event.ideas.push(Idea {
                    id: format!("idee-{place}"),
                    title: numbers.title(30),
                    by: 0,
                    theme: 0,
                    text: numbers.words(3),
                });
            }
        }
        _ => {
            for place in 5..300 {
                event.sessions.push(Session {
                    title: format!("漢字 🎉 {place}"),
                    hour: place % 24,
                    person: 0,
                });
            }
        }
    }
}
