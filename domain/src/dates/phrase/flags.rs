//! What the words around the dates say: done, continuous, to be determined, approximate.

use super::found::Found;
use super::tokens::{Cursor, Kind, Token};
use super::words;

#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Flags {
    pub completed: bool,
    pub ongoing: bool,
    /// Monthly, annual: continuous unless a date says otherwise.
    pub recurring: bool,
    pub undetermined: bool,
    pub vague: bool,
    /// Words that are none of these, no part of a date and no small word.
    pub unknown_words: usize,
}

/// Phrases of several words, each with what it means.
const PHRASES: &[(&[&str], Meaning)] = &[
    (&["on", "going"], Meaning::Ongoing),
    (&["en", "cours"], Meaning::Ongoing),
    (&["en", "continu"], Meaning::Ongoing),
    (&["de", "facon", "continue"], Meaning::Ongoing),
    (&["base", "continue"], Meaning::Ongoing),
    (&["in", "progress"], Meaning::Ongoing),
    (&["par", "la", "suite"], Meaning::Ongoing),
    (&["chaque", "annee"], Meaning::Ongoing),
    (&["each", "year"], Meaning::Ongoing),
    (&["every", "year"], Meaning::Ongoing),
    (&["tous", "les", "ans"], Meaning::Ongoing),
    (&["as", "required"], Meaning::Recurring),
    (&["as", "needed"], Meaning::Recurring),
    (&["au", "besoin"], Meaning::Recurring),
    (&["to", "be", "determined"], Meaning::Undetermined),
    (&["to", "be", "confirmed"], Meaning::Undetermined),
    (&["to", "be", "decided"], Meaning::Undetermined),
    (&["a", "determiner"], Meaning::Undetermined),
    (&["a", "confirmer"], Meaning::Undetermined),
    (&["a", "preciser"], Meaning::Undetermined),
    (&["a", "venir"], Meaning::Undetermined),
    (&["sans", "objet"], Meaning::Undetermined),
    (&["not", "applicable"], Meaning::Undetermined),
    (&["non", "applicable"], Meaning::Undetermined),
    (&["n", "a"], Meaning::Undetermined),
    (&["s", "o"], Meaning::Undetermined),
    (&["mis", "en", "oeuvre"], Meaning::Completed),
    (&["mise", "en", "oeuvre"], Meaning::Nothing),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Completed,
    Ongoing,
    Recurring,
    Undetermined,
    Nothing,
}

impl Flags {
    fn add(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Completed => self.completed = true,
            Meaning::Ongoing => self.ongoing = true,
            Meaning::Recurring => self.recurring = true,
            Meaning::Undetermined => self.undetermined = true,
            Meaning::Nothing => {}
        }
    }
}

pub(super) fn flags(tokens: &[Token], found: &[Found]) -> Flags {
    let mut flags = Flags::default();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(date) = found.iter().find(|f| f.from <= at && at < f.to) {
            at = date.to;
            continue;
        }
        let cursor = Cursor { tokens, at };
        if let Some((length, meaning)) = phrase(cursor) {
            if meaning != Meaning::Completed || is_completed(cursor, length) {
                flags.add(meaning);
            }
            at += length;
            continue;
        }
        if let Some(word) = cursor.word() {
            one_word(&mut flags, cursor, word);
        }
        at += 1;
    }
    flags
}

/// A phrase at the cursor, whatever marks stand between its words ("on-going", "s.o.", "n/a").
fn phrase(at: Cursor<'_>) -> Option<(usize, Meaning)> {
    PHRASES.iter().find_map(|(words, meaning)| {
        let mut cursor = at;
        for (index, word) in words.iter().enumerate() {
            if index > 0 {
                cursor = cursor.eat_mark(&['-', '.', '/']).map_or(cursor, |(_, next)| next);
            }
            cursor = cursor.eat_word(&[word])?;
        }
        Some((cursor.at - at.at, *meaning))
    })
}

fn one_word(flags: &mut Flags, at: Cursor<'_>, word: &str) {
    match word {
        _ if words::COMPLETED.contains(&word) && is_completed(at, 1) => flags.completed = true,
        _ if words::ONGOING.contains(&word) => flags.ongoing = true,
        _ if words::RECURRING.contains(&word) => flags.recurring = true,
        "tbd" | "tbc" | "tba" | "na" => flags.undetermined = true,
        _ if words::VAGUE.contains(&word) => flags.vague = true,
        _ if [words::COMPLETED, words::FILLER, words::START, words::END].iter().any(|list| list.contains(&word)) => {}
        _ => flags.unknown_words += 1,
    }
}

/// "Completed" counts unless the words before take it back ("to be", "not", "50 %") or those after make it a promise
/// ("completed by March").
fn is_completed(at: Cursor<'_>, length: usize) -> bool {
    let before = &at.tokens[at.at.saturating_sub(4).min(at.tokens.len())..at.at.min(at.tokens.len())];
    let sentence = before.rsplit(|t| matches!(t.kind, Kind::Mark('.' | ';' | ':' | ')' | '(' | ','))).next().unwrap_or(before);
    let taken_back = sentence.iter().any(|t| matches!(&t.kind, Kind::Word(w) if words::NOT_YET.contains(&w.as_str())));
    let percent = sentence.iter().any(|t| t.kind == Kind::Mark('%'))
        && !sentence.iter().any(|t| matches!(t.kind, Kind::Number { value: 100, .. }));
    let after = at.skip(length);
    let promised = after.eat_word(&["by", "before", "avant", "the", "all", "le", "la", "les", "d", "au"]).is_some();
    let label = after.eat_word(&["date"]).is_some() || (at.word() == Some("fait") && after.word().is_some());
    !(taken_back || percent || promised || label)
}
