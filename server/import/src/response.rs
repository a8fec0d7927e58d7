//! Management's answer in its own words: yes, partly, no.

use crate::plain::sentences;
use domain::{plan::ResponseKind, text::fold};

const REJECTED: &[&str] = &[
    "disagree",
    "do not agree",
    "does not agree",
    "not agreed",
    "not accepted",
    "do not accept",
    "does not accept",
    "reject",
    "do not concur",
    "does not concur",
    "n'est pas d'accord",
    "ne sommes pas d'accord",
    "ne souscrit pas",
    "n'accepte pas",
    "non acceptee",
    "refuse",
    "rejet",
    "desaccord",
    "n'appuie pas",
    "not supported",
];
const PARTLY: &[&str] = &[
    "partial",
    "partiel",
    "partly",
    "in part",
    "in principle",
    "en principe",
    "partiellement",
    "en partie",
    "with reservation",
    "sous reserve",
    "reserves",
];
const ACCEPTED: &[&str] = &[
    "agree",
    "accept",
    "concur",
    "d'accord",
    "souscri",
    "accueille favorablement",
    "approuv",
    "en accord",
    "appuie",
    "supports th",
    "support this recommendation",
];
/// What an answer is about; it tells an answer from an action that speaks of agreements.
const ABOUT: &[&str] =
    &["recommend", "recommand", "finding", "constat", "conclusion", "report", "rapport", "audit", "evaluation"];
const WHO: &[&str] = &["management", "direction", "we ", "nous ", "agency", "agence", "department", "ministere", "gestion"];
/// Futures and infinitives speak of work to come: "partners will agree on a plan".
const NOT_AN_ANSWER: &[&str] = &[
    "will agree",
    "to agree",
    "agree on",
    "agree upon",
    "agreed upon",
    "agreement with",
    "agreements",
    "will accept",
    "accepting",
    "agree or disagree",
    "agree/disagree",
    "acceptable",
    "se mettre d'accord",
    "will support",
];

fn kind_of(folded: &str) -> Option<ResponseKind> {
    let has = |list: &[&str]| list.iter().any(|phrase| folded.contains(phrase));
    let answers = has(ACCEPTED) && !has(NOT_AN_ANSWER);
    if has(REJECTED) {
        Some(ResponseKind::Rejected)
    } else if has(PARTLY) && (answers || folded.len() < 40) {
        Some(ResponseKind::PartiallyAccepted)
    } else if answers {
        Some(ResponseKind::Accepted)
    } else {
        matches!(folded.trim_end_matches('.'), "yes" | "oui" | "accord").then_some(ResponseKind::Accepted)
    }
}

fn folded(text: &str) -> String {
    fold(text).replace(['\u{2019}', '\u{2018}'], "'")
}

/// What the text of a response says. The first sentence that answers counts.
pub fn kind(text: &str) -> Option<ResponseKind> {
    sentences(text).into_iter().take(4).find_map(|sentence| kind_of(&folded(sentence)))
}

/// A statement at the start of a text that also says what will be done: the answer, its words, and the rest.
pub fn statement(text: &str) -> Option<(ResponseKind, &str, &str)> {
    let text = text.trim();
    let first = *sentences(text).first()?;
    let folded = folded(first);
    let kind = kind_of(&folded)?;
    let bare = folded.trim_start_matches("- ").trim_end_matches(['.', ':', ';', ',']);
    let starts = [
        "agree",
        "accept",
        "partial",
        "partly",
        "disagree",
        "reject",
        "concur",
        "accord",
        "d'accord",
        "en accord",
        "en partie",
        "yes",
        "oui",
        "not accepted",
        "not agreed",
        "refus",
    ]
    .iter()
    .any(|word| bare.starts_with(word));
    let has = |list: &[&str]| list.iter().any(|phrase| folded.contains(phrase));
    let words = first.split_whitespace().count();
    let answers = (starts && (words <= 6 || has(ABOUT))) || (words <= 45 && has(ABOUT) && !starts) || (words <= 8 && has(WHO));
    if !answers {
        return None;
    }
    let rest = text.get(first.len()..).unwrap_or_default().trim_start();
    Some((kind, first, rest))
}

/// A response given once for a whole plan: a paragraph that answers the report or its recommendations.
pub fn of_whole_plan(text: &str) -> Option<ResponseKind> {
    sentences(text).into_iter().take(4).find_map(|sentence| {
        let folded = folded(sentence);
        kind_of(&folded).filter(|_| ABOUT.iter().any(|phrase| folded.contains(phrase)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Agree", Some(ResponseKind::Accepted))]
    #[case("Management agrees with this recommendation.", Some(ResponseKind::Accepted))]
    #[case("La direction souscrit à cette recommandation.", Some(ResponseKind::Accepted))]
    #[case("La direction est d’accord.", Some(ResponseKind::Accepted))]
    #[case("Partially Agree.", Some(ResponseKind::PartiallyAccepted))]
    #[case("Partiellement acceptée", Some(ResponseKind::PartiallyAccepted))]
    #[case("Partial", Some(ResponseKind::PartiallyAccepted))]
    #[case("Disagree", Some(ResponseKind::Rejected))]
    #[case("La direction n’est pas d’accord avec la recommandation.", Some(ResponseKind::Rejected))]
    #[case("UN Women takes note and will work with partners.", None)]
    fn an_answer_is_yes_partly_or_no(#[case] text: &str, #[case] expected: Option<ResponseKind>) {
        assert_eq!(kind(text), expected);
    }

    #[test]
    fn only_an_answer_is_cut_from_what_will_be_done() {
        assert_eq!(
            statement("Agreed. The branch will write it."),
            Some((ResponseKind::Accepted, "Agreed.", "The branch will write it."))
        );
        assert_eq!(statement("Partners will agree on a plan. Then act."), None);
        assert_eq!(statement("Accept applications online all year and answer them within a week or so."), None);
    }
}
