//! Which official language a source is written in, by its small words.

use domain::text::{Lang, fold};

pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Lang {
    const FRENCH: &[&str] = &["le", "la", "les", "des", "du", "et", "une", "est", "dans", "pour", "aux", "sur", "cette", "qui"];
    const ENGLISH: &[&str] = &["the", "of", "and", "to", "is", "with", "for", "that", "this", "will", "be", "by", "has", "from"];
    let (mut french, mut english) = (0usize, 0usize);
    for text in texts {
        for word in fold(text).split(|c: char| !c.is_alphabetic()) {
            french += usize::from(FRENCH.contains(&word));
            english += usize::from(ENGLISH.contains(&word));
        }
    }
    if french > english { Lang::Fr } else { Lang::En }
}
