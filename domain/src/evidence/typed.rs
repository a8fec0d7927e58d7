//! From the evidence form to what may be kept.

use super::{Marking, MarkingChoice};
use crate::{
    problem::{Problem, ProblemCode},
    text::{Lang, is_web_address},
};
use serde::{Deserialize, Serialize};

/// The longest title, in characters.
const MAX_TITLE: usize = 300;
/// The longest web address, in bytes.
const MAX_URL: usize = 2_000;

/// The form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedEvidence {
    /// What it is called.
    pub title: String,
    /// The language of the title.
    pub text_lang: String,
    /// A [`MarkingChoice`] code.
    pub marking: String,
    /// `yes` when readers may see it, else only those who work with the plan.
    pub public: String,
    /// The deliverable it proves, by id; empty for the measure as a whole.
    pub deliverable: String,
    /// The piece it replaces, by id; empty when it is new.
    pub replaces: String,
    /// The web address, for a link.
    pub url: String,
}

/// What is said about a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceNote {
    /// What it is called.
    pub title: String,
    /// The language of the title.
    pub lang: Lang,
    /// Its marking.
    pub marking: Marking,
    /// Whether readers may see it.
    pub is_public: bool,
    /// The deliverable it proves.
    pub deliverable: Option<i64>,
    /// The piece it replaces.
    pub replaces: Option<i64>,
}

/// A web address that may be shown as a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceLink(String);

impl EvidenceLink {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TypedEvidence {
    /// Checks everything but the file and the address. Errors with every problem.
    pub fn check(&self) -> Result<EvidenceNote, Vec<Problem>> {
        let mut problems = Vec::new();
        let title = self.title.trim();
        if title.is_empty() {
            problems.push(Problem::new("evidence_title", ProblemCode::Required));
        } else if title.chars().count() > MAX_TITLE {
            problems.push(Problem::new("evidence_title", ProblemCode::TooLong));
        }
        let lang = self.text_lang.parse::<Lang>().ok();
        if lang.is_none() {
            problems.push(Problem::new("text_lang", ProblemCode::NotAChoice));
        }
        let marking = self.marking.parse::<MarkingChoice>().map_err(|_| ProblemCode::Required).and_then(MarkingChoice::accepted);
        let marking = marking.map_err(|code| problems.push(Problem::new("marking", code))).ok();
        let mut id = |field: &str, typed: &str| match typed.trim() {
            "" => None,
            typed => typed.parse::<i64>().map_err(|_| problems.push(Problem::new(field, ProblemCode::NotAChoice))).ok(),
        };
        let (deliverable, replaces) = (id("deliverable", &self.deliverable), id("replaces", &self.replaces));
        match (lang, marking) {
            (Some(lang), Some(marking)) if problems.is_empty() => Ok(EvidenceNote {
                title: title.to_owned(),
                lang,
                marking,
                is_public: self.public == "yes",
                deliverable,
                replaces,
            }),
            _ => Err(problems),
        }
    }

    /// The address of a link: http or https, with a host, without a password in it.
    pub fn link(&self) -> Result<EvidenceLink, Problem> {
        let url = self.url.trim();
        let refuse = |code| Err(Problem::new("evidence_url", code));
        if url.is_empty() {
            return refuse(ProblemCode::Required);
        }
        if !is_web_address(url) {
            return refuse(ProblemCode::NotALink);
        }
        if url.len() > MAX_URL {
            return refuse(ProblemCode::TooLong);
        }
        Ok(EvidenceLink(url.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn typed(marking: &str) -> TypedEvidence {
        TypedEvidence { title: " Mandat ".into(), text_lang: "fr".into(), marking: marking.into(), ..TypedEvidence::default() }
    }

    #[rstest]
    #[case("unclassified", Ok(Marking::Unclassified))]
    #[case("protected_a", Ok(Marking::ProtectedA))]
    #[case("protected_b", Err(ProblemCode::MarkingTooHigh))]
    #[case("higher", Err(ProblemCode::MarkingTooHigh))]
    #[case("", Err(ProblemCode::Required))]
    fn nothing_above_protected_a_is_kept(#[case] marking: &str, #[case] expected: Result<Marking, ProblemCode>) {
        let found = typed(marking).check().map(|note| note.marking);
        assert_eq!(found, expected.map_err(|code| vec![Problem::new("marking", code)]));
    }

    #[test]
    fn evidence_is_internal_unless_it_is_said_to_be_public() {
        assert!(!typed("unclassified").check().expect("a note").is_public);
        let public = TypedEvidence { public: "yes".into(), ..typed("unclassified") };
        assert!(public.check().expect("a note").is_public);
    }

    #[rstest]
    #[case("https://www.canada.ca/fr.html", true)]
    #[case("HTTP://intranet/x", true)]
    #[case("", false)]
    #[case("canada.ca", false)]
    #[case("javascript:alert(1)", false)]
    #[case("https://", false)]
    #[case("https://canada.ca@evil.example/", false)]
    #[case("https://canada.ca/a b", false)]
    #[case("ftp://canada.ca/", false)]
    #[case("é", false)]
    fn only_web_addresses_are_links(#[case] url: &str, #[case] accepted: bool) {
        let typed = TypedEvidence { url: url.into(), ..TypedEvidence::default() };
        assert_eq!(typed.link().is_ok(), accepted);
    }
}
