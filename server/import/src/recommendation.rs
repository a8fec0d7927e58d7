//! The number and text of a recommendation, and lists of recommendations elsewhere in a document.

use crate::document::{Block, Cell, Document, Kind, Line};
use crate::labels;
use crate::plain::plain;
use crate::roles::{self, Roles};
use domain::draft::{Place, RecommendationDraft};
use domain::text::fold;

/// "Recommendation 1: text", "4.32 Recommendation. Text", "1) text", "2" alone: the number as printed and the text.
pub fn number_and_text(text: &str) -> (Option<String>, String) {
    let text = text.trim().trim_start_matches("- ");
    if let Some((number, rest)) = after_word(text) {
        return (number, rest.to_owned());
    }
    if let Some((label, rest)) = labels::leading(text) {
        let rest = after_word(rest).map_or(rest, |(_, rest)| rest);
        return (Some(label.to_owned()), rest.trim().to_owned());
    }
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let bare = first.trim().trim_start_matches('#').trim_start_matches(['R', 'r']).trim_end_matches(['.', ')', ':']);
    if is_number(bare) && (!rest.is_empty() || first.len() == text.len()) {
        return (Some(bare.to_owned()), rest.trim().to_owned());
    }
    (None, text.to_owned())
}

fn is_number(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 6
        && text.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// What follows the word "recommendation", its number first. A sentence about recommendations has no such start.
fn after_word(text: &str) -> Option<(Option<String>, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = fold(text.get(..end)?);
    let rest = text.get(end..)?;
    if matches!(word.as_str(), "r" | "rec") && !rest.trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if !matches!(word.as_str(), "recommendation" | "recommandation" | "rec" | "r") {
        return None;
    }
    let mut body = rest.trim_start_matches(['.', ' ', '\u{a0}']);
    for mark in ["number", "numéro", "num.", "no.", "nº", "n°", "n o", "no ", "#"] {
        let folds = body.get(..mark.len()).is_some_and(|head| head.to_lowercase() == mark);
        if folds {
            body = body.get(mark.len()..)?.trim_start();
            break;
        }
    }
    let digits = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(body.len());
    let token = body.get(..digits)?.trim_end_matches('.');
    let numbered = token.starts_with(|c: char| c.is_ascii_digit()) && token.len() <= 6;
    let roman = !token.is_empty() && token.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let separators: &[char] = &[' ', '\u{a0}', '\n', ':', '.', '-', '–', '—', ')', ';', '|'];
    if numbered || roman {
        let rest = body.get(token.len()..)?;
        return Some((Some(token.to_owned()), without_remark(rest).trim_start_matches(separators).trim()));
    }
    // Without a number the word must be set off: "Recommendation: …", "Recommendation." or alone on its line.
    rest.starts_with([':', '.', '\n', '–'])
        .then(|| (None, rest.trim_start_matches(separators).trim()))
        .or_else(|| rest.trim_start().starts_with(':').then(|| (None, rest.trim_start_matches(separators).trim())))
}

/// Without a short remark in brackets, such as a priority: "Recommendation 1 (High): …".
fn without_remark(text: &str) -> &str {
    let remark = text.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    remark.filter(|(remark, _)| remark.chars().count() <= 40).map_or(text, |(_, rest)| rest)
}

/// The cells of a recommendation, joined: its number may stand in a cell of its own.
pub fn of_cells(cells: &[&Cell]) -> (Option<String>, String) {
    number_and_text(&cells.iter().map(|c| c.text()).collect::<Vec<_>>().join("\n"))
}

/// The recommendations of the last list before a block (the plan) that stands under a heading of that name. A summary
/// that repeats them comes earlier, a table of contents has no list below its line.
pub fn listed_before(document: &Document, end: usize) -> Vec<RecommendationDraft> {
    let lines: Vec<(Kind, &Line)> =
        document.blocks.iter().take(end).filter_map(|b| if let Block::Text(k, l) = b { Some((*k, l)) } else { None }).collect();
    let headings = lines.iter().enumerate().filter(|(_, (kind, line))| is_heading(*kind, line)).map(|(at, _)| at);
    headings.map(|at| list_below(&lines, at)).rfind(|list| !list.is_empty()).unwrap_or_default()
}

fn is_heading(kind: Kind, line: &Line) -> bool {
    let text = line.text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | ')'));
    let named = matches!(
        fold(text).trim_end_matches([':', ' ']),
        "recommendations" | "recommandations" | "recommendation" | "recommandation"
    );
    named && !line.item && (kind != Kind::Text || line.text.len() < 40)
}

fn list_below(lines: &[(Kind, &Line)], heading: usize) -> Vec<RecommendationDraft> {
    let mut list: Vec<RecommendationDraft> = Vec::new();
    let mut addressee: Option<String> = None;
    for (kind, line) in lines.iter().skip(heading + 1) {
        let named = after_word(&line.text).filter(|(number, _)| number.is_some());
        let labelled = labels::leading(&line.text);
        let (number, text) = match (named, labelled) {
            (Some((number, text)), _) => (number, text.to_owned()),
            (None, Some((label, text))) => (Some(label.to_owned()), text.to_owned()),
            (None, None) if line.item => (line.marker.clone(), line.text.clone()),
            (None, None) if line.text.ends_with(':') && list.is_empty() => {
                addressee = Some(plain(line.text.trim_end_matches([':', ' '])));
                continue;
            }
            // The text of "Recommendation 1" on the next line.
            (None, None) if list.last().is_some_and(|r| r.text.is_empty()) => {
                if let Some(last) = list.last_mut() {
                    last.text.clone_from(&line.text);
                }
                continue;
            }
            (None, None) if *kind == Kind::Text && list.is_empty() => continue,
            (None, None) => break,
        };
        list.push(RecommendationDraft {
            number,
            text,
            addressee: addressee.clone(),
            response: None,
            response_text: None,
            suggested: true,
            place: Place::line(line.line),
        });
    }
    for listed in &mut list {
        listed.text.truncate(listed.text.trim_end_matches([';', ' ']).len());
    }
    list.retain(|r| !r.text.is_empty());
    list
}

/// A labelled or numbered heading that opens a recommendation: its number and the text beside it.
pub fn opened_by(kind: Kind, line: &Line) -> Option<(Option<String>, String)> {
    if let Some((number, text)) = after_word(&line.text) {
        return Some((number, text.to_owned()));
    }
    let (roles, number) = roles::of_label(&line.text)?;
    (roles == Roles::RECOMMENDATION && (number.is_some() || (kind != Kind::Text && is_singular(&line.text))))
        .then_some((number, String::new()))
}

fn is_singular(text: &str) -> bool {
    !fold(text).contains("ations")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Recommendation 1: Leave it.", Some("1"), "Leave it.")]
    #[case("Recommandation n° 2.1 – Écrire.", Some("2.1"), "Écrire.")]
    #[case("Recommandation 1\n\nLa sous-ministre devrait agir.", Some("1"), "La sous-ministre devrait agir.")]
    #[case("4.32 Recommendation. The Service should act.", Some("4.32"), "The Service should act.")]
    #[case("1) Give support", Some("1"), "Give support")]
    #[case("3\nGive support", Some("3"), "Give support")]
    #[case("R3 - Give support", Some("3"), "Give support")]
    #[case("Recommendation 2 (High): Give support", Some("2"), "Give support")]
    #[case("Recommendation: Give support", None, "Give support")]
    #[case("Recommendations were made in 2012.", None, "Recommendations were made in 2012.")]
    #[case("Give support", None, "Give support")]
    fn the_number_is_as_printed(#[case] text: &str, #[case] number: Option<&str>, #[case] rest: &str) {
        assert_eq!(number_and_text(text), (number.map(str::to_owned), rest.to_owned()));
    }
}
