//! Values that many pages show, kept once: the site's head, its words, cards of events.
//!
//! A [`Shared`] carries the hash of its value, made once, and its form for templates, made once
//! when the first page needs it. In a page's key it stands as its hash; in a template as the whole
//! value. This is the one noun besides `render` that names the template engine: the engine's values
//! pass through serialisation untouched, and that is what makes sharing free.

use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

/// The hash of what serialisation sees of a value.
pub fn hash_of<T: Serialize + ?Sized>(value: &T) -> [u8; 32] {
    let bytes = postcard::to_stdvec(value).expect("views hold plain values only");
    *blake3::hash(&bytes).as_bytes()
}

/// A value that many views show.
#[derive(Debug)]
pub struct Shared<T>(Arc<Inner<T>>);

#[derive(Debug)]
struct Inner<T> {
    value: T,
    hash: [u8; 32],
    template_value: OnceLock<tera::Value>,
}

impl<T: Serialize> Shared<T> {
    /// Takes a value that will not change any more.
    pub fn new(value: T) -> Self {
        let hash = hash_of(&value);
        Self(Arc::new(Inner {
            value,
            hash,
            template_value: OnceLock::new(),
        }))
    }
}

impl<T> Shared<T> {
    /// The hash of the value.
    pub fn hash(&self) -> &[u8; 32] {
        &self.0.hash
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.hash == other.0.hash
    }
}

impl<T> Eq for Shared<T> {}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.value
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Templates read a human-readable form, keys are made of the binary one (postcard).
        if serializer.is_human_readable() {
            self.0
                .template_value
                .get_or_init(|| tera::Value::from_serializable(&self.0.value))
                .serialize(serializer)
        } else {
            self.0.hash.serialize(serializer)
        }
    }
}
