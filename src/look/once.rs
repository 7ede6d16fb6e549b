//! What many pages show the same, rendered once:
//! `{{ card | once(component="deal", event=false) }}`.
//!
//! A deal stands on a dozen pages, as the same card. The filter `once` shows a value with a
//! component, as `{{ <deal card={card} event={false} /> }}` does, and keeps what came out. The next
//! page that shows the same value with the same component and the same arguments gets that.
//!
//! The same value means the same piece of memory: what is kept holds on to its value, so that no
//! other value can come to stand there. A component gets the value as `card`, the other arguments
//! by their names, and `site` of the page where it wants it (`@site`); it sees nothing else of the
//! page, so what it makes depends on nothing else.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, RwLock, Weak};

use tera::value::Key;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use super::whitespace::collapse;

/// How many pieces may be made within each other. Within each the engine allows twenty components
/// within each other.
const MOST_WITHIN: usize = 4;
/// In how many ways values may be shown and kept: a template that numbers its cards has a way for
/// each, and finds none of them again.
const MOST_WAYS: usize = 256;
/// In how many parts what is kept is locked, so that threads seldom wait for each other.
const PARTS: usize = 64;

thread_local! {
    /// How many pieces are being made within each other.
    static WITHIN: Cell<usize> = const { Cell::new(0) };
    /// What went wrong at a place within a piece: the engine tells of the place of the filter
    /// alone.
    static WRONG: RefCell<Option<Error>> = const { RefCell::new(None) };
}

/// What was made.
#[derive(Debug)]
pub(super) struct Once {
    /// The engine that renders components: the one that calls this.
    engine: OnceLock<Weak<Tera>>,
    /// The ways in which values are shown: a dozen in a look.
    ways: RwLock<Vec<CardWay>>,
    /// What was made, by the place of its value and the number of its way.
    parts: [Mutex<HashMap<(usize, usize), KeptPiece>>; PARTS],
}

/// How a component shows a value: all that it knows besides. The component's own name is among the
/// arguments.
#[derive(Debug)]
struct CardWay {
    arguments: Vec<(Key<'static>, Value)>,
    site: Value,
}

/// A value as it is shown in one way.
#[derive(Debug)]
struct KeptPiece {
    html: Value,
    /// Keeps its place what it is.
    _card: Value,
}

impl CardWay {
    fn is(&self, arguments: &Kwargs, site: &Value) -> bool {
        place_of(&self.site) == place_of(site)
            && self.arguments.len() == arguments.iter().count()
            && self.arguments.iter().zip(arguments.iter()).all(
                |((name, value), (other, another))| name == other && shows_same(value, another),
            )
    }
}

/// Whether two plain values come out as the same text: `1` and `1.0` do not, nor do a text that is
/// escaped and the same one that is not.
fn shows_same(one: &Value, other: &Value) -> bool {
    one.kind() == other.kind() && one.is_safe() == other.is_safe() && one == other
}

/// Where the fields of a value stand in memory; nowhere for one without.
fn place_of(value: &Value) -> usize {
    value
        .as_map()
        .map_or(0, |fields| std::ptr::from_ref(fields).addr())
}

impl Default for Once {
    fn default() -> Self {
        Self {
            engine: OnceLock::new(),
            ways: RwLock::default(),
            parts: std::array::from_fn(|_| Mutex::default()),
        }
    }
}

impl Once {
    /// Takes the engine that renders components.
    pub(super) fn render_with(&self, engine: Weak<Tera>) {
        let _ = self.engine.set(engine);
    }

    /// The filter.
    pub(super) fn filter(
        &self,
        card: &Value,
        arguments: &Kwargs,
        state: &State<'_>,
    ) -> TeraResult<Value> {
        let component: &str = arguments.must_get("component")?;
        if !card.is_map() {
            return Err(Error::message(
                "`once` is for a card, a name or another value with fields",
            ));
        }
        for (name, value) in arguments.iter() {
            let name = name.as_str().unwrap_or_default();
            if matches!(name, "card" | "site") {
                return Err(Error::message(format!(
                    "`once` passes `{name}` on by itself"
                )));
            }
            if value.is_map() || value.is_array() || value.is_bytes() {
                return Err(Error::message(format!(
                    "`once` cannot pass `{name}` on: only texts, numbers, `true` and `false`"
                )));
            }
        }
        let site = state.get::<Value>("site")?.unwrap_or_else(Value::none);
        let Some(way) = self.way(arguments, &site) else {
            return self.render(component, card, arguments, &site);
        };
        let key = (place_of(card), way);
        if let Some(piece) = self.part(key).get(&key) {
            return Ok(piece.html.clone());
        }
        let html = self.render(component, card, arguments, &site)?;
        // Two threads may have made it at once: both made the same.
        self.part(key).insert(
            key,
            KeptPiece {
                html: html.clone(),
                _card: card.clone(),
            },
        );
        Ok(html)
    }

    /// What went wrong at a place within a piece since this was last asked, on this thread.
    #[expect(
        clippy::unused_self,
        reason = "it is what this filter did, though kept by thread"
    )]
    pub(super) fn taken_wrong(&self) -> Option<Error> {
        WRONG.take()
    }

    /// How many pieces are kept.
    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.parts
            .iter()
            .map(|part| part.lock().unwrap_or_else(PoisonError::into_inner).len())
            .sum()
    }

    /// The number of a way to show values; none where there are too many, or what is called `site`
    /// is not the site.
    fn way(&self, arguments: &Kwargs, site: &Value) -> Option<usize> {
        if !site.is_map() && !site.is_none() {
            return None;
        }
        let known = |ways: &[CardWay]| ways.iter().position(|way| way.is(arguments, site));
        {
            let ways = self.ways.read().unwrap_or_else(PoisonError::into_inner);
            let number = known(&ways);
            if number.is_some() || ways.len() == MOST_WAYS {
                return number;
            }
        }
        let mut ways = self.ways.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = known(&ways) {
            return Some(number);
        }
        let arguments = arguments
            .iter()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        (ways.len() < MOST_WAYS).then(|| {
            ways.push(CardWay {
                arguments,
                site: site.clone(),
            });
        })?;
        Some(ways.len() - 1)
    }

    fn part(&self, key: (usize, usize)) -> MutexGuard<'_, HashMap<(usize, usize), KeptPiece>> {
        // What is in memory stands at least sixteen bytes apart.
        self.parts[(key.0 / 16) % PARTS]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn render(
        &self,
        component: &str,
        card: &Value,
        arguments: &Kwargs,
        site: &Value,
    ) -> TeraResult<Value> {
        let engine = self
            .engine
            .get()
            .and_then(Weak::upgrade)
            .expect("templates are rendered by a whole engine, which has been handed over");
        if !engine.contains_component(component) {
            return Err(Error::message(format!(
                "there is no component `{component}`"
            )));
        }
        let mut own = Context::new();
        own.insert_value("card", card.clone());
        for (name, value) in arguments.iter() {
            if let Some(name) = name.as_str().filter(|name| *name != "component") {
                own.insert_value(name.to_owned(), value.clone());
            }
        }
        let mut around = Context::new();
        if !site.is_none() {
            around.insert_value("site", site.clone());
        }
        let within = WITHIN.get();
        if within == MOST_WITHIN {
            return Err(Error::message("a component shows itself, again and again"));
        }
        WITHIN.set(within + 1);
        let html = engine.render_component_with_implicits(component, &own, &around, None, true);
        WITHIN.set(within);
        match html {
            Ok(html) => Ok(Value::safe_string(&collapsed_piece(&html))),
            Err(error) => {
                let told = Error::message(error.to_string());
                // The innermost piece knows best where. What is wrong with the call has no place of
                // its own: it gets that of the filter.
                if matches!(error.kind(), ErrorKind::RenderingError(_)) {
                    WRONG.with_borrow_mut(|wrong| {
                        wrong.get_or_insert(error);
                    });
                }
                Err(told)
            }
        }
    }
}

/// The components that a template asks for by `once`, each with its place, as far as they are
/// written out as the first argument: the engine knows nothing of them. What stands in a comment or
/// in `raw` asks for nothing.
pub(super) fn components_in(template: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    template.match_indices("once").filter_map(|(start, word)| {
        let mut rest = &template[start + word.len()..];
        for part in ["(", "component", "="] {
            rest = rest.trim_start().strip_prefix(part)?;
        }
        rest = rest.trim_start();
        let quote = rest
            .chars()
            .next()
            .filter(|first| matches!(first, '"' | '\'' | '`'))?;
        let (name, after) = rest[1..].split_once(quote)?;
        // What goes on after the name is no name alone.
        after.trim_start().strip_prefix([',', ')'])?;
        let before = &template[..start];
        let in_comment = before.rfind("{#") > before.rfind("#}");
        let in_raw = ["raw %}", "raw -%}"]
            .iter()
            .filter_map(|tag| before.rfind(tag))
            .max()
            .is_some_and(|tag| !before[..tag].ends_with("end"));
        let start = template.len() - rest.len() + 1;
        (!in_comment && !in_raw).then(|| (name, start..start + name.len()))
    })
}

/// A piece without the white space of its layout. At its ends some stays where there was any: what
/// stands beside it is in the same line.
fn collapsed_piece(html: &str) -> String {
    let collapsed = collapse(html);
    let begins = if html.starts_with(|first: char| first.is_ascii_whitespace()) {
        "\n"
    } else {
        ""
    };
    let ends = if html.ends_with(|last: char| last.is_ascii_whitespace()) {
        "\n"
    } else {
        ""
    };
    let collapsed = String::from_utf8_lossy(&collapsed);
    format!("{begins}{}{ends}", collapsed.trim_end_matches('\n'))
}
