//! Numbers and Dutch words that look like chance and are the same on every machine.

const WORDS: &[&str] = &[
    "techniek",
    "school",
    "bedrijf",
    "leerling",
    "docent",
    "werkplaats",
    "samen",
    "praktijk",
    "gastles",
    "stage",
    "regio",
    "plan",
    "vraag",
    "machine",
    "robot",
    "lassen",
    "bouwen",
    "energie",
    "water",
    "zorg",
    "ontwerp",
    "metaal",
    "hout",
    "installatie",
    "oefenen",
    "begeleiding",
    "netwerk",
];

/// A plain generator of numbers (`SplitMix64`, Steele et al. 2014).
pub(crate) struct Numbers(u64);

impl Numbers {
    /// The numbers of one part of an archive: the same whether other parts were made before it or
    /// not.
    pub(crate) fn of(size: usize, part: usize) -> Self {
        let mut numbers = Self(size as u64);
        numbers.0 = numbers.next() ^ (part as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        numbers
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("below a usize")
    }

    /// Words in a row.
    pub(crate) fn words(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| WORDS[self.below(WORDS.len())])
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Words in a row that begin with a capital.
    pub(crate) fn title(&mut self, count: usize) -> String {
        let words = self.words(count);
        let mut characters = words.chars();
        characters
            .next()
            .map(|first| first.to_uppercase().to_string())
            .unwrap_or_default()
            + characters.as_str()
    }

    /// Three paragraphs of Markdown.
    pub(crate) fn text(&mut self) -> String {
        (0..3)
            .map(|_| {
                format!(
                    "{}, **{}** en {}.",
                    self.words(9),
                    self.words(1),
                    self.words(7)
                )
            })
            .collect::<Vec<_>>()
            .join("\n\n")
    }
}
