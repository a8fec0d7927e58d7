//! Labels of forms and headings of plans.

use super::words::*;
use super::{Roles, is_nearly, of_header, without_brackets, words};

/// Whether a text reads like a header and not like a sentence: it is short and at least half of its words are known.
pub fn reads_like_header(text: &str) -> bool {
    let words = words(&without_brackets(text));
    let known = |w: &&String| {
        is_known(w) || matches!(w.as_str(), "and" | "et" | "or" | "ou") || ALL.iter().any(|list| is_nearly(*list, w))
    };
    let count = words.len();
    (1..=14).contains(&count)
        && words.iter().filter(known).count() * 2 >= count
        && (!text.trim_end().ends_with('.') || words.last().is_some_and(|w| NUMBER.has(w)))
}

/// A label of a form: its role and its number ("Recommendation #1", "Action 1.2:"). Every word must be known, so that a
/// sentence is not taken for a label.
pub fn of_label(text: &str) -> Option<(Roles, Option<String>)> {
    let text = text.trim().trim_end_matches(':').trim();
    let words = words(&without_brackets(text));
    // "Management response: agreed" is a label and its text.
    if text.contains(':') || words.is_empty() || words.len() > 8 || text.chars().count() > 90 {
        return None;
    }
    let is_number = |w: &String| w.chars().all(|c| c.is_ascii_digit()) && w.len() <= 2;
    let first_number = words.iter().position(is_number);
    let named = words.get(..first_number.unwrap_or(words.len()))?;
    // "Action 1.2" is a label; "Due date: 31 December 2016" holds its text too.
    if first_number.is_some_and(|at| words.iter().skip(at).any(|w| !w.starts_with(|c: char| c.is_ascii_digit()) || w.len() > 3)) {
        return None;
    }
    let known = |w: &String| is_known(w) || matches!(w.as_str(), "and" | "et" | "end" | "fin");
    let title_only = named.len() == 1 && matches!(named[0].as_str(), "title" | "titre");
    if title_only {
        return Some((Roles::TITLE, None));
    }
    if named.is_empty() || !named.iter().all(known) {
        return None;
    }
    let mut roles = of_header(&named.join(" ")).roles;
    if roles == Roles::NUMBER || (first_number.is_some() && roles.has(Roles::NUMBER)) {
        let whole = named.iter().filter(|w| !NUMBER.has(w)).cloned().collect::<Vec<_>>().join(" ");
        roles = of_header(&whole).roles;
    }
    // "Office:" above a plan says who published it, not who answers for it.
    if roles == Roles::OWNER && !named.iter().any(|w| OWNER.has(w) || w == "interest") {
        return None;
    }
    let number = first_number.and_then(|_| number_of(text));
    (!roles.is_empty()).then_some((roles, number))
}

/// Whether a text could end with a label, from its last word alone: quick to tell, as most texts cannot.
pub fn may_end_label(text: &str) -> bool {
    let text = text.trim_end();
    let start = text.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    let last = text.get(start..).unwrap_or_default();
    last.ends_with(')')
        || words(last).iter().all(|w| is_known(w) || w.starts_with(|c: char| c.is_ascii_digit()) || w == "end" || w == "fin")
}

/// The first number of a label as printed: "1", "1.2", "3a".
pub fn number_of(text: &str) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
    Some(rest.get(..end)?.trim_end_matches('.').to_owned())
}

/// Whether a text is the heading of a plan: "Management Response and Action Plan", « Réponse et plan d'action ».
pub fn is_plan_heading(text: &str) -> bool {
    let folded = words(text).join(" ");
    let has = |needles: &[&str]| needles.iter().any(|n| folded.contains(n));
    text.chars().count() < 250
        && ((has(&["response", "reponse"])
            && has(&[
                "action plan",
                "plan d action",
                "plans d action",
                "management response",
                "de la direction",
                "de la gestion",
            ]))
            || has(&["management action plan", "mrap", "rpad", "plan d action de la direction", "action plan to address"]))
}
