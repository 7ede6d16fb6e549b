//! [`with_secret`]: by which secret somebody logs in, from where it was kept or from whoever types
//! it, and whether it is kept from then on.

use std::cell::RefCell;

use super::ending::secret_of;
use super::server_login::{ServerAsker, ServerLogin};
use crate::publish::{PublishFault, SecretStore, system_store};

/// Where the secret of a place may come from.
pub(super) struct PlaceSecret<'a> {
    /// The name of the place in the settings.
    pub(super) place: &'a str,
    pub(super) login: &'a ServerLogin,
    pub(super) asker: &'a dyn ServerAsker,
}

/// What is asked of a person and of the machine about a secret.
trait SecretSources {
    /// The one that was given for this run.
    fn given(&self) -> Option<String>;
    /// The one that somebody types.
    fn typed(&self) -> Option<String>;
    /// The store, where there is one.
    fn store(&self) -> Option<Box<dyn SecretStore>>;
    /// Whether a typed one is to be kept from now on.
    fn may_keep(&self) -> bool;
    /// Says that it could not be kept.
    fn not_kept(&self);
}

impl SecretSources for PlaceSecret<'_> {
    fn given(&self) -> Option<String> {
        secret_of(self.place)
    }

    fn typed(&self) -> Option<String> {
        self.asker.secret(self.login)
    }

    fn store(&self) -> Option<Box<dyn SecretStore>> {
        system_store()
    }

    fn may_keep(&self) -> bool {
        self.asker.may_keep()
    }

    fn not_kept(&self) {
        self.asker.not_kept();
    }
}

/// How a secret was come by.
#[derive(Debug, Clone, PartialEq, Eq)]
enum SecretUsed {
    Given,
    Kept,
    Typed(String),
}

/// Does something by the secret of a place, which is looked for when it is asked for: in the
/// environment, in the store, and at last by asking. One of the store that is refused is asked for
/// anew. One that was typed and let somebody in is kept, if they want that.
pub(super) fn with_secret<T>(
    secret: &PlaceSecret<'_>,
    log_in: impl Fn(&dyn Fn() -> Option<String>) -> Result<T, PublishFault>,
) -> Result<T, PublishFault> {
    by_sources(secret, &secret.login.of, log_in)
}

fn by_sources<T>(
    sources: &dyn SecretSources,
    of: &str,
    log_in: impl Fn(&dyn Fn() -> Option<String>) -> Result<T, PublishFault>,
) -> Result<T, PublishFault> {
    let store = sources.store();
    let used = RefCell::new(None);
    let typed = || {
        let secret = sources.typed();
        *used.borrow_mut() = secret.clone().map(SecretUsed::Typed);
        secret
    };
    let first = || {
        if let Some(secret) = sources.given() {
            *used.borrow_mut() = Some(SecretUsed::Given);
            return Some(secret);
        }
        let kept = store.as_ref().and_then(|store| store.read(of));
        if kept.is_some() {
            *used.borrow_mut() = Some(SecretUsed::Kept);
            return kept;
        }
        typed()
    };
    let done = match log_in(&first) {
        Err(PublishFault::NoAccess { .. }) if used.take() == Some(SecretUsed::Kept) => {
            log_in(&typed)?
        }
        done => done?,
    };
    if let (Some(SecretUsed::Typed(secret)), Some(store)) = (used.into_inner(), store) {
        if !sources.may_keep() {
            // What is there was refused, or nothing is.
            store.forget(of);
        } else if !store.keep(of, &secret) {
            sources.not_kept();
        }
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::rc::Rc;

    use super::*;

    type Held = Rc<RefCell<BTreeMap<String, String>>>;

    struct HeldSecrets(Held);

    impl SecretStore for HeldSecrets {
        fn read(&self, of: &str) -> Option<String> {
            self.0.borrow().get(of).cloned()
        }

        fn keep(&self, of: &str, secret: &str) -> bool {
            let mut held = self.0.borrow_mut();
            // A store may take no long ones.
            if secret.len() > 20 {
                return false;
            }
            held.insert(of.to_owned(), secret.to_owned());
            true
        }

        fn forget(&self, of: &str) {
            self.0.borrow_mut().remove(of);
        }
    }

    #[derive(Default)]
    struct Person {
        given: Option<&'static str>,
        types: Option<&'static str>,
        keeps: bool,
        held: Option<Held>,
        asked: RefCell<Vec<&'static str>>,
    }

    impl SecretSources for Person {
        fn given(&self) -> Option<String> {
            self.given.map(ToOwned::to_owned)
        }

        fn typed(&self) -> Option<String> {
            self.asked.borrow_mut().push("secret");
            self.types.map(ToOwned::to_owned)
        }

        fn store(&self) -> Option<Box<dyn SecretStore>> {
            let held = self.held.clone()?;
            Some(Box::new(HeldSecrets(held)))
        }

        fn may_keep(&self) -> bool {
            self.asked.borrow_mut().push("keep");
            self.keeps
        }

        fn not_kept(&self) {
            self.asked.borrow_mut().push("not kept");
        }
    }

    const OF: &str = "sftp://oogst@server";

    /// Logs in at a server that knows this secret: whether it let in, what was asked, what is kept.
    fn log_in(person: &Person, right: &str) -> (bool, Vec<&'static str>, Option<String>) {
        let done = by_sources(person, OF, |secret| match secret() {
            Some(secret) if secret == right => Ok(()),
            _ => Err(PublishFault::NoAccess {
                user: "oogst".to_owned(),
                host: "server".to_owned(),
            }),
        });
        let held = person.held.as_ref();
        let kept = held.and_then(|held| held.borrow().get(OF).cloned());
        (done.is_ok(), person.asked.borrow().clone(), kept)
    }

    fn holding(secret: Option<&str>) -> Held {
        let held = secret.map(|secret| (OF.to_owned(), secret.to_owned()));
        Rc::new(RefCell::new(held.into_iter().collect()))
    }

    #[test]
    fn what_was_given_goes_before_what_is_kept_and_that_before_what_is_typed() {
        let mut person = Person {
            given: Some("goed"),
            types: Some("goed"),
            keeps: true,
            held: Some(holding(Some("ander"))),
            ..Person::default()
        };
        assert_eq!(
            log_in(&person, "goed"),
            (true, vec![], Some("ander".to_owned()))
        );
        person.given = None;
        person.held = Some(holding(Some("goed")));
        assert_eq!(
            log_in(&person, "goed"),
            (true, vec![], Some("goed".to_owned()))
        );
        person.held = Some(holding(None));
        let asked = vec!["secret", "keep"];
        assert_eq!(
            log_in(&person, "goed"),
            (true, asked, Some("goed".to_owned()))
        );
    }

    #[test]
    fn one_that_the_server_refuses_is_asked_anew_and_replaced_or_forgotten() {
        for (keeps, kept) in [(true, Some("goed".to_owned())), (false, None)] {
            let person = Person {
                types: Some("goed"),
                keeps,
                held: Some(holding(Some("oud"))),
                ..Person::default()
            };
            let asked = vec!["secret", "keep"];
            assert_eq!(log_in(&person, "goed"), (true, asked, kept));
        }
    }

    #[test]
    fn nothing_is_kept_of_what_let_nobody_in_or_where_there_is_no_store() {
        let mut person = Person {
            types: Some("fout"),
            keeps: true,
            held: Some(holding(Some("oud"))),
            ..Person::default()
        };
        assert_eq!(
            log_in(&person, "goed"),
            (false, vec!["secret"], Some("oud".to_owned()))
        );
        person.given = Some("fout");
        person.asked.take();
        assert_eq!(
            log_in(&person, "goed"),
            (false, vec![], Some("oud".to_owned()))
        );
        let person = Person {
            types: Some("goed"),
            keeps: true,
            ..Person::default()
        };
        assert_eq!(log_in(&person, "goed"), (true, vec!["secret"], None));
    }

    #[test]
    fn what_the_store_does_not_take_is_said() {
        let long = "een heel lang wachtwoord";
        let person = Person {
            types: Some(long),
            keeps: true,
            held: Some(holding(None)),
            ..Person::default()
        };
        let asked = vec!["secret", "keep", "not kept"];
        assert_eq!(log_in(&person, long), (true, asked, None));
    }
}
