//! Labels inside a text: "Accountability: … Support: …". Cutting only; what the pieces become is decided elsewhere.

use crate::roles::{self, Roles};

/// A piece of text and the label before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub roles: Roles,
    pub number: Option<String>,
    pub text: String,
}

/// Cuts a text at the labels it holds. What stands before the first one comes with no role.
pub fn cut(text: &str) -> Vec<Piece> {
    let mut pieces = vec![Piece { roles: Roles::default(), number: None, text: String::new() }];
    let mut done = 0;
    for (colon, _) in text.match_indices(':') {
        if colon < done || text.get(colon + 1..).is_some_and(|rest| rest.starts_with('/')) {
            continue;
        }
        let Some((start, label, number)) = label_before(text, done, colon) else { continue };
        append(&mut pieces, text.get(done..start).unwrap_or_default());
        pieces.push(Piece { roles: label, number, text: String::new() });
        done = colon + 1;
    }
    append(&mut pieces, text.get(done..).unwrap_or_default());
    if pieces.first().is_some_and(|p| p.text.is_empty()) {
        pieces.remove(0);
    }
    pieces
}

fn append(pieces: &mut [Piece], text: &str) {
    if let Some(last) = pieces.last_mut() {
        // A label in brackets leaves half of them on each side.
        let text = text.trim();
        let text = if text.contains(')') { text } else { text.trim_end_matches(['(', ' ']) };
        last.text = if text.contains('(') { text.to_owned() } else { text.trim_end_matches([')', ' ']).to_owned() };
    }
}

/// Labels are shorter; looking further back would take long in long texts.
const LONGEST: usize = 120;

/// The label that ends at a colon: the longest stretch of known words since the last sentence.
fn label_before(text: &str, from: usize, colon: usize) -> Option<(usize, Roles, Option<String>)> {
    let near = (colon.saturating_sub(LONGEST)..=colon).find(|at| text.is_char_boundary(*at)).unwrap_or(from);
    let back = from.max(near);
    let before = text.get(back..colon)?;
    if !roles::may_end_label(before) {
        return None;
    }
    let first = (back == from).then_some(0);
    let marks = before.match_indices(['.', ';', '\n', '!', '?', ',', '•', '(']).map(|(at, mark)| at + mark.len());
    first.into_iter().chain(marks).find_map(|at| {
        let label = before.get(at..)?;
        let (roles, number) = roles::of_label(label)?;
        // A label starts with a capital letter; prose before a colon mostly does not.
        let starts_well = Some(at) == first || label.trim_start().starts_with(char::is_uppercase);
        (starts_well && !label.trim().is_empty()).then_some((back + at, roles, number))
    })
}

/// Without the form label it starts with, when the label is of one of these roles ("Responsable du suivi : …").
pub fn without_label(text: &str, roles: Roles) -> &str {
    let Some(colon) = text.find(':') else { return text };
    match roles::of_label(text.get(..colon).unwrap_or_default()) {
        Some((label, _)) if !label.is_empty() && label.without(roles).is_empty() => {
            text.get(colon + 1..).unwrap_or_default().trim()
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_labels_only() {
        let pieces = cut("Accountability: Strategic Policy. Support: Operations, Research. Completion date: Q2 2016/17");
        let read: Vec<_> = pieces.iter().map(|p| (p.roles, p.text.as_str())).collect();
        assert_eq!(
            read,
            [(Roles::ACCOUNTABLE, "Strategic Policy."), (Roles::SUPPORT, "Operations, Research."), (Roles::DUE, "Q2 2016/17")]
        );
        assert_eq!(cut("They will hold two meetings: one each term.").len(), 1);
        assert_eq!(without_label("Responsable du suivi : DG", Roles::OWNER), "DG");
        assert_eq!(without_label("Directeur : suivi", Roles::OWNER), "Directeur : suivi");
    }
}
