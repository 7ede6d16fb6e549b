//! [`Posted`]: what a browser sent with a form, as names and values in the order of its controls.

/// The most controls that a form is read of.
const MOST_PAIRS: usize = 20_000;

/// The names and values of a form that was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Posted(Vec<(String, String)>);

impl Posted {
    /// Those of a body of type `application/x-www-form-urlencoded`, or of the query of an address;
    /// `None` where there are too many to be of a form of ours. Bytes that are no UTF-8 are read as
    /// the sign for what cannot be read.
    pub fn read(body: &[u8]) -> Option<Self> {
        let mut pairs = form_urlencoded::parse(body);
        let read: Vec<(String, String)> = pairs
            .by_ref()
            .take(MOST_PAIRS)
            .map(|(name, value)| (name.into_owned(), with_line_feeds(&value)))
            .collect();
        pairs.next().is_none().then_some(Self(read))
    }

    /// Those that were read elsewhere, of a body in parts. The same bound holds.
    pub fn of(pairs: Vec<(String, String)>) -> Option<Self> {
        let read = pairs.into_iter();
        let read = read.map(|(name, value)| (name, with_line_feeds(&value)));
        let read: Vec<(String, String)> = read.collect();
        (read.len() <= MOST_PAIRS).then_some(Self(read))
    }

    /// The first value of a name.
    pub fn first(&self, name: &str) -> Option<&str> {
        let mut pairs = self.0.iter();
        let pair = pairs.find(|(of, _)| of == name)?;
        Some(&pair.1)
    }

    /// The values of a name, in their order.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> + use<'p> {
        let pairs = self.0.iter();
        pairs
            .filter(move |(of, _)| of == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether a name was sent, such as that of the button that was pressed.
    pub fn has(&self, name: &str) -> bool {
        self.first(name).is_some()
    }

    /// All names and values, in their order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

/// A text with the line ends that files have: browsers send two signs for each.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::Posted;

    #[test]
    fn a_form_is_read_in_its_order() {
        let posted = Posted::read(b"a=1&b=x%0D%0Ay&a=%26+2&c").expect("a small form");
        let pairs: Vec<(&str, &str)> = posted
            .pairs()
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(pairs, [("a", "1"), ("b", "x\ny"), ("a", "& 2"), ("c", "")]);
        assert_eq!(posted.all("a").collect::<Vec<_>>(), ["1", "& 2"]);
        assert!(posted.has("c") && !posted.has("d"));
    }

    #[test]
    fn a_form_beyond_all_bounds_is_not_read() {
        assert_eq!(Posted::read("a=1&".repeat(20_001).as_bytes()), None);
        assert!(Posted::read("a=1&".repeat(20_000).as_bytes()).is_some());
    }
}
