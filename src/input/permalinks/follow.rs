//! Where a promise leads: from the name it was made under to what stands for it now, by what
//! `[[moved]]` and `[[gone]]` say.
//!
//! What a record stood in carries it along: where an event moved, so did its deals; where a region
//! moved, so did its pages by theme.

use std::collections::{HashMap, HashSet};

use super::name::What;
use super::rows::{Destination, Gone, Moved, Promised};
use crate::id::Id;
use crate::schema::Kind;

/// What `[[moved]]` and `[[gone]]` say, by name.
#[derive(Debug)]
pub struct Rules<'a> {
    moved: HashMap<&'a What, &'a Destination>,
    gone: HashMap<&'a What, &'a Gone>,
}

/// Where a promise leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End<'a> {
    /// To something that is there.
    There(What),
    /// To an address that the writer gave.
    Address(&'a str),
    /// To nothing any more, as the writer says.
    Gone(&'a Gone),
    /// To a name that is not there and of which nobody says anything.
    Lost(What),
    /// Round in a circle.
    Circle,
}

enum RuleStep<'a> {
    To(What),
    End(End<'a>),
}

impl<'a> Rules<'a> {
    /// The rules of a file.
    pub fn of(promised: &'a Promised) -> Self {
        Self::new(&promised.moved, &promised.gone)
    }

    /// These rules.
    pub fn new(moved: &'a [Moved], gone: &'a [Gone]) -> Self {
        Self {
            moved: moved
                .iter()
                .map(|moved| (&moved.from.value, &moved.to.value))
                .collect(),
            gone: gone.iter().map(|gone| (&gone.what.value, gone)).collect(),
        }
    }

    /// Whether anything is said of this very name.
    pub fn tell_of(&self, what: &What) -> bool {
        self.moved.contains_key(what) || self.gone.contains_key(what)
    }

    /// Where the name that something moved to leads in one step.
    pub fn next(&self, what: &What) -> Option<&'a What> {
        match self.moved.get(what)? {
            Destination::What(to) => Some(to),
            Destination::Address(_) => None,
        }
    }

    /// The row that asks for a name to be forgotten: one about itself, about what it stands in, or
    /// about what it leads to.
    pub fn forgets(&self, what: &What, there: &dyn Fn(&What) -> bool) -> Option<&'a Gone> {
        if there(what) {
            return None;
        }
        let asks = |what: &What| self.gone.get(what).copied().filter(|gone| gone.forget);
        let outer = || {
            what.stands_in()
                .iter()
                .find_map(|outer| self.forgets(outer, there))
        };
        asks(what)
            .or_else(outer)
            .or_else(|| match self.follow(what, there) {
                End::Gone(gone) if gone.forget => Some(gone),
                _ => None,
            })
    }

    /// Follows a name to its end; `there` says what is there.
    pub fn follow(&self, what: &What, there: &dyn Fn(&What) -> bool) -> End<'a> {
        let mut seen = HashSet::new();
        let mut what = what.clone();
        while seen.insert(what.clone()) {
            if there(&what) {
                return End::There(what);
            }
            match self.step(&what, there) {
                RuleStep::To(next) => what = next,
                RuleStep::End(end) => return end,
            }
        }
        End::Circle
    }

    /// What is said of something that is not there, or else of what it stood in.
    fn step(&self, what: &What, there: &dyn Fn(&What) -> bool) -> RuleStep<'a> {
        match self.moved.get(what) {
            Some(Destination::What(to)) => return RuleStep::To(to.clone()),
            Some(Destination::Address(address)) => return RuleStep::End(End::Address(address)),
            None => {}
        }
        if let Some(gone) = self.gone.get(what) {
            return RuleStep::End(End::Gone(gone));
        }
        let within = |kind: Kind, id: &Id, inner: &dyn Fn(&Id) -> What| {
            let outer = What::shared(kind, id);
            if there(&outer) {
                return None;
            }
            Some(match self.step(&outer, there) {
                RuleStep::To(What::Record { kind: same, id, .. }) if same == kind => {
                    RuleStep::To(inner(&id))
                }
                step => step,
            })
        };
        let stood_in = match what {
            What::Record {
                kind,
                event: Some(event),
                id,
            } => within(Kind::Event, event, &|event| What::Record {
                kind: *kind,
                event: Some(event.clone()),
                id: id.clone(),
            }),
            What::Crossing { region, theme } => {
                let of_region = within(Kind::Region, region, &|region| What::Crossing {
                    region: region.clone(),
                    theme: theme.clone(),
                });
                of_region.or_else(|| {
                    within(Kind::Theme, theme, &|theme| What::Crossing {
                        region: region.clone(),
                        theme: theme.clone(),
                    })
                })
            }
            What::Record { event: None, .. } | What::Year(_) => None,
        };
        stood_in.unwrap_or_else(|| RuleStep::End(End::Lost(what.clone())))
    }
}
