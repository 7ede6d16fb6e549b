//! What the room asks of its caller: what a link or picture leads to, and how it is shown.

/// What a [`FoundElement`](super::FoundElement) is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundKind {
    /// A link, in any of Markdown's ways, or `<a href>` in sanitised HTML.
    Link,
    /// A picture, `![alt](file)`, or `<img src>` in sanitised HTML.
    Image,
    /// A piece of raw HTML. [`html`](super::html) never asks to resolve one.
    RawHtml,
}

/// How a link or picture is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// A link to this address. For a picture: a link to the file, with the alt text as its words.
    Link {
        /// The address as it goes into the page. One that is [`dangerous`](super::dangerous) or empty counts as
        /// [`Resolved::Withheld`].
        href: String,
    },
    /// A picture. For a link this counts as [`Resolved::Withheld`].
    Image(ShownPicture),
    /// A link keeps its words and loses its address; a picture is left out.
    Withheld,
}

/// A picture as it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownPicture {
    /// The address of the file.
    pub src: String,
    /// The sizes that there are of it, as `srcset` holds them; empty where there is but one.
    pub srcset: String,
    /// The same in formats that not every browser knows: the media type, and its `srcset`. The best
    /// comes first.
    pub sources: Vec<(&'static str, String)>,
    /// How wide it will stand, as `sizes` holds it.
    pub sizes: &'static str,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Whether a browser may wait with it until a reader comes near.
    pub lazy: bool,
    /// What it shows; empty for a decoration; `None` takes the words between the brackets.
    pub alt: Option<String>,
    /// What stands below it when it has a paragraph to itself, as plain text; `None` takes the
    /// title in the Markdown.
    pub caption: Option<String>,
}

/// Asks what a link or picture leads to: its kind and its destination as [`FoundElement::destination`](super::FoundElement::destination) has
/// it.
pub type Resolve<'a> = dyn FnMut(FoundKind, &str) -> Resolved + 'a;
