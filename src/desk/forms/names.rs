//! What the controls of a form are called. Fields stand under a letter of their own, so that none
//! can be taken for a button or for what travels with the form.

/// The answer yes.
pub(in crate::desk) const YES: &str = "yes";

/// The answer no.
pub(in crate::desk) const NO: &str = "no";

/// The button that asks for room for one more; its value is the field.
pub(in crate::desk) const MORE: &str = "more";

/// How much room that gives.
pub(in crate::desk) const ROOMS: usize = 1;

/// The button that saves as a draft.
pub(in crate::desk) const DRAFT: &str = "draft";

/// The button that adds a record anew that went.
pub(in crate::desk) const ANEW: &str = "anew";

/// The choice for what was filled in.
pub(in crate::desk) const MINE: &str = "mine";

/// The choice for what the site says.
pub(in crate::desk) const SITE: &str = "site";

/// The register of a code.
pub(in crate::desk) const REGISTER: &str = "register";

/// The code itself.
pub(in crate::desk) const CODE: &str = "code";

/// Names that are to be added as records of a kind.
pub(in crate::desk) fn added(kind: &str) -> String {
    format!("n.{kind}")
}

/// What is filled in for a field.
pub(in crate::desk) fn value(field: &str) -> String {
    format!("f.{field}")
}

/// What the form and the site said when the form was made.
pub(in crate::desk) fn was(field: &str) -> String {
    format!("w.{field}")
}

/// What the site says now that both changed.
pub(in crate::desk) fn now(field: &str) -> String {
    format!("s.{field}")
}

/// Which of both it is to be.
pub(in crate::desk) fn choice(field: &str) -> String {
    format!("c.{field}")
}

/// A part of a value.
pub(in crate::desk) fn part(value: &str, part: &str) -> String {
    format!("{value}.{part}")
}

/// A field of a group, by the number of the group.
pub(in crate::desk) fn in_group(value: &str, number: usize, field: &str) -> String {
    format!("{value}.{number}.{field}")
}
