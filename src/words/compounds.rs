//! Dutch compounds and their parts: for places to break a word, and for finding a word within
//! another.
//!
//! A list of words that compounds of this field are made of, and the shape of what they are joined
//! by. Words of the site itself serve as parts too: whoever asks says which these are.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

/// Words that often are the later part of a compound in reports about schools, work and government;
/// all long enough to be no accident.
pub(super) static PARTS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "aanpak aanvraag activiteit adviseur afspraak afspraken agenda akkoord ambassadeur \
     arbeidsmarkt bedrijf bedrijven begeleid beleid beroep bestuur bijeenkomst bijscholing \
     campagne centrum coalitie college commissie conferentie coördinat docent evaluatie \
     examen financiering gebied gemeente gesprek groep initiatief initiatieven innovatie \
     instelling instituut jongeren kwaliteit leerling leerkracht leerplan leraren lokaal \
     lokalen maatregel manifestatie medewerker methode netwerk niveau ondernem ondersteuning \
     onderwijs onderzoek ontwikkel opdracht opleiding organisatie oriëntatie overleg partner \
     platform praktijk primair professional programma project provincie regeling regio \
     samenwerking scholing school sector stimulering structuur student subsidie symposium \
     techniek technisch technologie toekomst traject universiteit vaardigheid vaardigheden \
     vereniging verbetering vergadering verkenning vernieuwing voorlichting voorziening \
     vorming werkgever werkgroep werknemer werkplaats wedstrijd wetenschap zekerheid zitting"
        .split(' ')
        .collect()
});

/// The same without marks on letters, as words are compared.
static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let bare = |part: &&str| part.nfd().filter(char::is_ascii).collect();
    PARTS.iter().map(bare).collect()
});

/// What stands before or behind a word and makes no compound of it, though it may be a word by
/// itself: "over|leg", "open|baar".
static NO_PARTS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "aan achter alle binnen boven buiten deze door geen heel heen her hoe hoog laag langs maar \
     mede mee meer mis naar neer niet nog om onder ont oud over rond samen tegen terug toch \
     toe tussen uit veel ver vol voor voort wan weer weg zelf zonder \
     aren achtig achtige aties atie baar baarheid bare ende enden eren eerd eerde erij heden heid \
     ingen ings isch ische iteit lijk lijke lijks ling lingen loos loze matig matige schap \
     schappen sing ster sters teit zaam zame"
        .split(' ')
        .collect()
});

/// The fewest letters of a first part, of a last, and of a last behind a word of the list.
const SHORTEST_FIRST: usize = 3;
const SHORTEST_LAST: usize = 4;
const SHORTEST_BEHIND: usize = 3;
/// The fewest letters of a last part that alone vouches for the part before it.
const LONG_LAST: usize = 6;
/// The fewest letters of a last part that nothing else vouches for than the part before it.
const UNKNOWN_LAST: usize = 5;
/// How often a part is parted again. What is longer is no word that anybody wrote.
const DEEPEST: usize = 4;

/// The parts of a word in small letters without marks, and what is left behind each: "basisonderwijs"
/// has "basis" and "onderwijs". Nothing where it is no compound as far as is known. `is_word` says
/// whether something stands by itself in the language at hand.
pub fn parts(word: &str, is_word: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    part_again(word, is_word, DEEPEST, &mut found);
    found.retain(|part| part != word);
    found.sort();
    found.dedup();
    found
}

fn part_again(word: &str, is_word: &dyn Fn(&str) -> bool, deep: usize, found: &mut Vec<String>) {
    let Some((first, last)) = (deep > 0).then(|| parted(word, is_word)).flatten() else {
        return;
    };
    let first = without_link(first, is_word);
    if !NO_PARTS.contains(first) && (first.len() >= SHORTEST_LAST || is_word(first)) {
        found.push(first.to_owned());
        part_again(first, is_word, deep - 1, found);
    }
    found.push(last.to_owned());
    part_again(last, is_word, deep - 1, found);
}

/// Where a compound is parted first: before a word of the list, else between two words, else before
/// a long word that stands by itself.
fn parted<'a>(word: &'a str, is_word: &dyn Fn(&str) -> bool) -> Option<(&'a str, &'a str)> {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let whole = start_in_list(word);
    let places = SHORTEST_FIRST.max(whole)..(word.len() + 1).saturating_sub(SHORTEST_BEHIND);
    let halves = |at: usize| (&word[..at], &word[at..]);
    let can_stand = |first: &str| first.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let before_listed = |(first, last): &(&str, &str)| start_in_list(last) > 0 && can_stand(first);
    let between_words = |(first, last): &(&str, &str)| {
        let bare = without_link(first, is_word);
        let is_behind = whole > 0 && bare.len() == whole;
        let follows = is_word(last) && (is_behind || last.len() >= SHORTEST_LAST)
            || is_behind && last.len() >= UNKNOWN_LAST && !is_ending(last);
        follows && is_known(bare, is_word) && !NO_PARTS.contains(bare) && !NO_PARTS.contains(last)
    };
    let before_long = |(first, last): &(&str, &str)| {
        last.len() >= LONG_LAST
            && is_word(last)
            && first.len() >= SHORTEST_LAST
            && can_stand(first)
            && !NO_PARTS.contains(first)
    };
    let mut all = places.map(halves);
    let found = all.clone().find(before_listed);
    let found = found.or_else(|| all.clone().find(between_words));
    found.or_else(|| all.find(before_long))
}

/// How many letters the longest word of the list has that a word begins with; 0 for none.
fn start_in_list(word: &str) -> usize {
    let starts = FOLDED.iter().filter(|part| word.starts_with(part.as_str()));
    starts.map(String::len).max().unwrap_or(0)
}

fn is_known(word: &str, is_word: &dyn Fn(&str) -> bool) -> bool {
    word.len() >= SHORTEST_FIRST && (is_word(word) || FOLDED.iter().any(|part| part == word))
}

/// Whether something behind a word makes another form of it, not a compound.
fn is_ending(last: &str) -> bool {
    NO_PARTS.iter().any(|ending| last.starts_with(ending))
        || ["er", "ing", "isat", "iser"]
            .iter()
            .any(|ending| last.starts_with(ending))
}

/// A first part without what joins it to the next: "arbeids" is "arbeid".
fn without_link<'a>(first: &'a str, is_word: &dyn Fn(&str) -> bool) -> &'a str {
    if is_known(first, is_word) {
        return first;
    }
    let links = ["s", "en", "e", "n"].into_iter();
    let known = links
        .filter_map(|link| first.strip_suffix(link))
        .find(|bare| is_known(bare, is_word));
    known.unwrap_or_else(|| first.strip_suffix('s').unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn compounds_have_parts_and_other_words_have_none() {
        let known = [
            "basis",
            "beroep",
            "installatie",
            "zorg",
            "water",
            "leer",
            "kind",
            "open",
            "baar",
            "over",
            "leg",
            "samen",
            "werking",
            "raad",
            "verder",
            "vraag",
            "stuk",
            "haal",
            "web",
            "site",
            "dag",
            "polder",
            "beeld",
        ];
        for (word, expected) in [
            ("basisonderwijs", "basis onderwijs"),
            (
                "beroepsonderwijsbeleid",
                "beleid beroep onderwijs onderwijsbeleid",
            ),
            ("installatiebedrijf", "bedrijf installatie"),
            ("techniekcoordinator", "coordinator techniek"),
            ("zorgverlener", ""),
            ("waterschap", ""),
            ("gemeenteraad", "gemeente raad"),
            ("gemeentelijk", ""),
            ("vooronderzoek", "onderzoek"),
            ("vergadering", ""),
            ("onderwijs", ""),
            ("openbaar", ""),
            ("overleg", ""),
            ("leerlingen", ""),
            ("verhaal", ""),
            ("website", "site web"),
            ("techniekdag", "dag techniek"),
            ("zuidpolder", "polder zuid"),
            ("bijvoorbeeld", ""),
            ("vmboschool", "school vmbo"),
            ("οδος", ""),
            ("", ""),
        ] {
            let found = parts(word, &|part| known.contains(&part)).join(" ");
            assert_eq!(found, expected, "{word}");
        }
    }
}
