//! Names of organisations without what may be left out of them: "Bakker B.V." and "Bakker BV",
//! "basisschool De Wilg" and "obs De Wilg".

use crate::records::folded;
use crate::words::unfinished::{LEGAL_FORMS, SCHOOL_FORMS};

/// A name in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameForm {
    /// What is left of it, folded.
    pub(super) rest: String,
    legal: Option<&'static str>,
    /// The sort of school, and whether the word means any.
    school: Option<(&'static str, bool)>,
}

impl NameForm {
    /// The parts of a name.
    pub(super) fn of(name: &str) -> Self {
        let folded = folded(name);
        let mut words = together(&folded);
        let legal = |words: &[String], at: usize| {
            let word = words.get(at).filter(|_| words.len() > 1)?;
            LEGAL_FORMS.iter().copied().find(|form| form == word)
        };
        let mut form = legal(&words, 0);
        if form.is_some() {
            words.remove(0);
        } else if let Some(last) = words.len().checked_sub(1) {
            form = legal(&words, last);
            words.truncate(last + usize::from(form.is_none()));
        }
        let school = words.first().filter(|_| words.len() > 1).and_then(|word| {
            SCHOOL_FORMS
                .iter()
                .copied()
                .find(|(school, _)| school == word)
        });
        if school.is_some() {
            words.remove(0);
        }
        Self {
            rest: words.join(" "),
            legal: form,
            school,
        }
    }

    /// Whether the two may be one: what is left is the same, and no sort of company or school says
    /// otherwise.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let legal_fits = match (self.legal, other.legal) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let school_fits = match (self.school, other.school) {
            (Some((one, any)), Some((other, other_any))) => one == other || any || other_any,
            (None, None) => true,
            _ => false,
        };
        self.rest == other.rest && legal_fits && school_fits
    }
}

/// The words of a folded name, with letters that stand by themselves put together: "b v" is "bv".
fn together(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut was_letter = false;
    for word in folded.split(' ') {
        let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        match words.last_mut().filter(|_| is_letter && was_letter) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
        was_letter = is_letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::NameForm;

    fn fit(one: &str, other: &str) -> bool {
        NameForm::of(one).fits(&NameForm::of(other))
    }

    #[test]
    fn what_may_be_left_out_makes_no_other_name() {
        for (one, other) in [
            ("Bakker B.V.", "Bakker BV"),
            ("Bakker", "Bakker b.v."),
            ("Stichting Techniek", "Techniek"),
            ("basisschool De Wilg", "obs De Wilg"),
            ("o.b.s. De Wilg", "obs De Wilg"),
        ] {
            assert!(fit(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("cbs De Wilg", "obs De Wilg"),
            ("De Wilg", "obs De Wilg"),
            ("Bakker BV", "Stichting Bakker"),
            ("BV", "NV"),
            ("obs De Wilg", "obs De Linde"),
        ] {
            assert!(!fit(one, other), "{one} / {other}");
        }
    }
}
