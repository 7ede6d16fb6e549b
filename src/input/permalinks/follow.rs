//! Where a promise leads: from the name it was made under to what stands for it now, by what
//! `[[moved]]` and `[[gone]]` say.
//!
//! What a record stood in carries it along: where an event moved, so did its deals; where a region
//! moved, so did its pages by theme.

use std::collections::{HashMap, HashSet};

use super::rows::{Destination, Gone, Moved, Promised};
use crate::id::Id;
use crate::reference::Reference;
use crate::schema::Kind;

/// What `[[moved]]` and `[[gone]]` say, by name.
#[derive(Debug)]
pub struct Rules<'a> {
    moved: HashMap<&'a Reference, &'a Destination>,
    gone: HashMap<&'a Reference, &'a Gone>,
}

/// Where a promise leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End<'a> {
    /// To something that is there.
    There(Reference),
    /// To an address that the writer gave.
    Address(&'a str),
    /// To nothing any more, as the writer says.
    Gone(&'a Gone),
    /// To a name that is not there and of which nobody says anything.
    Lost(Reference),
    /// Round in a circle.
    Circle,
}

enum RuleStep<'a> {
    To(Reference),
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
    pub fn tell_of(&self, reference: &Reference) -> bool {
        self.moved.contains_key(reference) || self.gone.contains_key(reference)
    }

    /// Where the name that something moved to leads in one step.
    pub fn next(&self, reference: &Reference) -> Option<&'a Reference> {
        match self.moved.get(reference)? {
            Destination::Reference(to) => Some(to),
            Destination::Address(_) => None,
        }
    }

    /// The row that asks for a name to be forgotten: one about itself, about what it stands in, or
    /// about what it leads to.
    pub fn forgets(
        &self,
        reference: &Reference,
        there: &dyn Fn(&Reference) -> bool,
    ) -> Option<&'a Gone> {
        if there(reference) {
            return None;
        }
        let asks =
            |reference: &Reference| self.gone.get(reference).copied().filter(|gone| gone.forget);
        let outer = || {
            reference
                .stands_in()
                .iter()
                .find_map(|outer| self.forgets(outer, there))
        };
        asks(reference)
            .or_else(outer)
            .or_else(|| match self.follow(reference, there) {
                End::Gone(gone) if gone.forget => Some(gone),
                _ => None,
            })
    }

    /// Follows a name to its end; `there` says what is there.
    pub fn follow(&self, reference: &Reference, there: &dyn Fn(&Reference) -> bool) -> End<'a> {
        let mut seen = HashSet::new();
        let mut reference = reference.clone();
        while seen.insert(reference.clone()) {
            if there(&reference) {
                return End::There(reference);
            }
            match self.step(&reference, there) {
                RuleStep::To(next) => reference = next,
                RuleStep::End(end) => return end,
            }
        }
        End::Circle
    }

    /// What is said of something that is not there, or else of what it stood in.
    fn step(&self, reference: &Reference, there: &dyn Fn(&Reference) -> bool) -> RuleStep<'a> {
        match self.moved.get(reference) {
            Some(Destination::Reference(to)) => return RuleStep::To(to.clone()),
            Some(Destination::Address(address)) => return RuleStep::End(End::Address(address)),
            None => {}
        }
        if let Some(gone) = self.gone.get(reference) {
            return RuleStep::End(End::Gone(gone));
        }
        let within = |kind: Kind, id: &Id, inner: &dyn Fn(&Id) -> Reference| {
            let outer = Reference::shared(kind, id);
            if there(&outer) {
                return None;
            }
            Some(match self.step(&outer, there) {
                RuleStep::To(Reference::Record { kind: same, id, .. }) if same == kind => {
                    RuleStep::To(inner(&id))
                }
                step => step,
            })
        };
        let stood_in = match reference {
            Reference::Record {
                kind,
                event: Some(event),
                id,
            } => within(Kind::Event, event, &|event| Reference::Record {
                kind: *kind,
                event: Some(event.clone()),
                id: id.clone(),
            }),
            Reference::Crossing { region, theme } => {
                let of_region = within(Kind::Region, region, &|region| Reference::Crossing {
                    region: region.clone(),
                    theme: theme.clone(),
                });
                of_region.or_else(|| {
                    within(Kind::Theme, theme, &|theme| Reference::Crossing {
                        region: region.clone(),
                        theme: theme.clone(),
                    })
                })
            }
            Reference::Record { event: None, .. } | Reference::Year(_) => None,
        };
        stood_in.unwrap_or_else(|| RuleStep::End(End::Lost(reference.clone())))
    }
}
