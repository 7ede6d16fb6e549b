//! A site in two languages: which page says it is the original of which, what a reader without it
//! meets, and that no page speaks the other language without saying so.

mod originals;
mod spoken;
