//! The words that dates are made of, without accents.

use crate::dates::{Quarter, Season};
use crate::text::one_slip_apart;

const MONTHS: [&[&str]; 12] = [
    &["january", "janvier", "janv", "jan"],
    &["february", "fevrier", "fevr", "feb", "fev"],
    &["march", "mars", "mar"],
    &["april", "avril", "apr", "avr"],
    &["may", "mai"],
    &["june", "juin", "jun"],
    &["july", "juillet", "juil", "jul"],
    &["august", "aout", "aug"],
    &["september", "septembre", "sept", "sep"],
    &["october", "octobre", "oct"],
    &["november", "novembre", "nov"],
    &["december", "decembre", "dec"],
];

/// The month (1 to 12) of a word.
pub(super) fn month(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// The month of a word with one wrong, missing, added or exchanged letter ("Febuary", "Decemeber").
pub(super) fn misspelled_month(word: &str) -> Option<u32> {
    if word.chars().count() < 6 {
        return None;
    }
    let close = |name: &&str| name.len() >= 7 && one_slip_apart(name, word);
    (1..).zip(MONTHS).find(|(_, names)| names.iter().any(close)).map(|(number, _)| number)
}

pub(super) fn season(word: &str) -> Option<Season> {
    Some(match word {
        "winter" | "hiver" => Season::Winter,
        "spring" | "printemps" => Season::Spring,
        "summer" | "ete" => Season::Summer,
        "fall" | "autumn" | "automne" => Season::Fall,
        _ => return None,
    })
}

/// The quarter of an ordinal written out.
pub(super) fn ordinal_quarter(word: &str) -> Option<Quarter> {
    Quarter::new(match word {
        "first" | "premier" | "premiere" => 1,
        "second" | "deuxieme" => 2,
        "third" | "troisieme" => 3,
        "fourth" | "last" | "final" | "quatrieme" | "dernier" => 4,
        _ => return None,
    })
}

/// Endings of ordinals after a number: 1st, 2nd, 3rd, 4th, 1er, 2e, 2eme.
pub(super) const ORDINAL_ENDINGS: &[&str] = &["st", "nd", "rd", "th", "er", "re", "e", "eme", "ieme"];

/// Words and marks between a quarter or season and its year.
pub(super) const YEAR_LINKS: &[&str] = &["of", "de", "du", "d", "l", "le", "la", "the", "in", "en"];

/// Words that name a year and do not make it a fiscal one: "l'année 2019", "calendar year 2019".
pub(super) const YEAR_WORDS: &[&str] = &["year", "annee", "calendar", "civile"];

/// Words that make the year after them a fiscal one.
pub(super) const FISCAL_WORDS: &[&str] =
    &["fy", "fiscal", "year", "exercice", "exercices", "financier", "annee", "financiere", "af", "ef", "budgetaire"];

/// Words that promise continuous work by themselves.
pub(super) const ONGOING: &[&str] = &[
    "ongoing",
    "continuous",
    "continuously",
    "continual",
    "continually",
    "continuing",
    "continu",
    "permanent",
    "permanente",
    "permanence",
    "recurrent",
    "recurrente",
    "recurring",
    "thereafter",
    "annually",
    "yearly",
    "annuellement",
    "onward",
    "onwards",
];

/// Words that promise continuous work when no date stands beside them.
pub(super) const RECURRING: &[&str] = &[
    "annual",
    "annuel",
    "annuelle",
    "monthly",
    "mensuel",
    "mensuelle",
    "mensuellement",
    "quarterly",
    "trimestriel",
    "trimestrielle",
    "trimestriellement",
    "weekly",
    "biannual",
    "semestriel",
    "continue",
    "continues",
];

pub(super) const COMPLETED: &[&str] = &[
    "completed",
    "complete",
    "completes",
    "completee",
    "completees",
    "done",
    "finished",
    "implemented",
    "closed",
    "delivered",
    "termine",
    "terminee",
    "termines",
    "terminees",
    "acheve",
    "achevee",
    "acheves",
    "achevees",
    "realise",
    "realisee",
    "realises",
    "realisees",
    "fait",
    "faite",
];

/// Words shortly before "completed" that take it back.
pub(super) const NOT_YET: &[&str] = &[
    "not",
    "non",
    "pas",
    "partially",
    "partly",
    "partiellement",
    "substantially",
    "mostly",
    "largely",
    "nearly",
    "almost",
    "presque",
    "be",
    "will",
    "sera",
    "seront",
    "etre",
    "expected",
    "prevu",
    "prevue",
    "planned",
    "once",
    "when",
    "until",
    "should",
    "devrait",
    "must",
    "doit",
    "a",
    "never",
    "if",
];

/// Words that say nothing about the date beside them.
pub(super) const FILLER: &[&str] = &[
    "by",
    "before",
    "avant",
    "d",
    "ici",
    "le",
    "la",
    "les",
    "l",
    "the",
    "of",
    "de",
    "du",
    "des",
    "in",
    "en",
    "on",
    "at",
    "au",
    "aux",
    "a",
    "end",
    "fin",
    "plus",
    "tard",
    "later",
    "no",
    "than",
    "latest",
    "target",
    "date",
    "due",
    "est",
    "is",
    "and",
    "et",
    "or",
    "ou",
    "to",
    "through",
    "until",
    "jusqu",
    "from",
    "depuis",
    "pour",
    "for",
    "during",
    "pendant",
    "au",
    "cours",
    "within",
    "dans",
    "year",
    "annee",
    "month",
    "mois",
    "quarter",
    "trimestre",
    "fiscal",
    "fy",
    "exercice",
    "financier",
    "financiere",
    "late",
    "ete",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];

/// Words that make a period approximate.
pub(super) const VAGUE: &[&str] = &[
    "early",
    "mid",
    "middle",
    "mi",
    "milieu",
    "about",
    "around",
    "approximately",
    "approx",
    "circa",
    "environ",
    "vers",
    "tentatively",
    "provisoire",
];

/// Labels and prepositions that make the date after them the start.
pub(super) const START: &[&str] = &[
    "start",
    "starts",
    "started",
    "starting",
    "begin",
    "begins",
    "began",
    "beginning",
    "commencing",
    "commence",
    "commencement",
    "debut",
    "debutant",
    "lancement",
    "from",
    "depuis",
    "compter",
    "partir",
    "since",
];

/// Labels that make the date after them the end.
pub(super) const END: &[&str] = &[
    "end",
    "completion",
    "complete",
    "completed",
    "finish",
    "fin",
    "achevement",
    "echeance",
    "target",
    "due",
    "by",
    "until",
    "ici",
    "avant",
    "before",
    "termine",
    "terminee",
];

/// Words that leave only the beginning of the period after them.
pub(super) const EARLY: &[&str] = &["debut", "start", "beginning"];

/// Words that put a date before the period after them.
pub(super) const BEFORE: &[&str] = &["before", "avant", "prior"];

/// Words that leave only the end of the period after them, which is what a date stands for anyway.
pub(super) const CLOSE: &[&str] = &["end", "fin"];

/// Words that add "before" to the period itself: "on or before", "en mars ou avant".
pub(super) const OR: &[&str] = &["or", "ou"];

/// Words that take "before" back: "not before", "pas avant".
pub(super) const NO: &[&str] = &["not", "no", "non", "pas", "jamais", "never"];

/// Words that move the date after them, or of which it is only the start.
pub(super) const MOVES: &[&str] = &[
    "after",
    "following",
    "apres",
    "suivant",
    "suivants",
    "suivante",
    "suivantes",
    "from",
    "since",
    "depuis",
    "partir",
    "compter",
    "starting",
    "commencing",
    "half",
    "semestre",
    "semester",
    "moitie",
    "week",
    "semaine",
    "earliest",
    "tot",
];

/// Lengths of time that are counted from a date.
pub(super) const UNITS: &[&str] = &[
    "day", "days", "jour", "jours", "weeks", "semaines", "month", "months", "mois", "year", "years", "an", "ans", "annee",
    "annees",
];

/// Counts written out.
pub(super) const COUNTS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "nine", "ten", "twelve", "eighteen", "un", "deux", "trois", "quatre", "cinq",
    "neuf", "dix", "douze",
];

/// Words that may stand between a date and the word that says something of it.
pub(super) const SMALL: &[&str] =
    &["the", "le", "la", "les", "l", "of", "de", "du", "des", "d", "in", "en", "a", "au", "to", "on", "calendar", "civile"];
