//! What is too deep, too long, too many or named for trouble, through the program itself: each ends
//! with a message or with the right site.

mod names;
mod sizes;
mod terminal;

fn start_of(text: &str) -> &str {
    &text[..text.floor_char_boundary(1_500)]
}
