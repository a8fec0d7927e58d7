//! From the text of the forms that comment and that answer a proposal to what may be recorded.

use super::{ProposalAnswer, ProposedDecision};
use crate::{
    measure::MeasureStatus,
    problem::{Problem, ProblemCode, choice},
    text::{Bilingual, Lang, Written},
};

/// The comment as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedComment {
    /// What is said.
    pub text: String,
    /// A [`ProposedDecision`] code; empty when nothing is proposed.
    pub proposes: String,
    /// The language of the text.
    pub text_lang: String,
    /// Which view of the form this is; empty where that is not told apart.
    pub form_key: String,
}

/// A comment that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment {
    /// What is said.
    pub text: Bilingual,
    /// The decision it proposes.
    pub proposes: Option<ProposedDecision>,
}

/// The answer to a proposal as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedReply {
    /// A [`ProposalAnswer`] code.
    pub answer: String,
    /// Why; required of what is set aside.
    pub reason: String,
    /// The language of the reason.
    pub text_lang: String,
}

/// An answer to a proposal that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalReply {
    /// Followed or set aside.
    pub answer: ProposalAnswer,
    /// Why.
    pub reason: Bilingual,
}

impl TypedComment {
    /// Checks the whole form against where the measure stands. Errors with every problem found, each on its field.
    pub fn check(&self, status: MeasureStatus) -> Result<NewComment, Vec<Problem>> {
        let mut problems = Vec::new();
        let proposes = match self.proposes.trim() {
            "" => None,
            typed => choice::<ProposedDecision>("proposes", typed, &mut problems),
        };
        if proposes.is_some_and(|proposed| !status.is_live() && !proposed.outlives_its_measure()) {
            problems.push(Problem::new("proposes", ProblemCode::HasEnded));
        }
        let text = Written::new(&self.text_lang, &mut problems).optional("comment_text", &self.text);
        if self.text.replace('\0', "").trim().is_empty() && self.text_lang.parse::<Lang>().is_ok() {
            problems.push(Problem::new("comment_text", ProblemCode::Required));
        }
        if problems.is_empty() { Ok(NewComment { text, proposes }) } else { Err(problems) }
    }
}

impl TypedReply {
    /// Checks the whole form. Errors with every problem found, each on its field.
    pub fn check(&self) -> Result<ProposalReply, Vec<Problem>> {
        let mut problems = Vec::new();
        let answer = choice("proposal_answer", &self.answer, &mut problems);
        let mut written = Written::new(&self.text_lang, &mut problems);
        let reason = if answer == Some(ProposalAnswer::SetAside) {
            written.required("answer_reason", &self.reason)
        } else {
            written.optional("answer_reason", &self.reason)
        };
        match answer {
            Some(answer) if problems.is_empty() => Ok(ProposalReply { answer, reason }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::MAX_TEXT;
    use rstest::rstest;

    fn comment(text: &str, proposes: &str, text_lang: &str) -> TypedComment {
        TypedComment { text: text.into(), proposes: proposes.into(), text_lang: text_lang.into(), ..TypedComment::default() }
    }

    #[test]
    fn a_comment_says_something_and_may_propose_a_decision() {
        let said = comment(" Rien n’avance ", "", "fr").check(MeasureStatus::InProgress).expect("a comment");
        assert_eq!((said.text.get(Lang::Fr), said.proposes), (Some("Rien n’avance"), None));
        let proposed = comment("Why?", "superseded", "en").check(MeasureStatus::Planning).expect("a proposal");
        assert_eq!(proposed.proposes, Some(ProposedDecision::Superseded));
    }

    #[rstest]
    #[case::silent(comment(" \0", "", "fr"), "comment_text", ProblemCode::Required)]
    #[case::long(comment(&"x".repeat(MAX_TEXT + 1), "", "fr"), "comment_text", ProblemCode::TooLong)]
    #[case::in_no_language(comment("x", "", "de"), "text_lang", ProblemCode::NotAChoice)]
    #[case::a_status(comment("x", "verified_closed", "fr"), "proposes", ProblemCode::NotAChoice)]
    fn what_is_wrong_is_said_at_its_field(#[case] typed: TypedComment, #[case] field: &str, #[case] code: ProblemCode) {
        assert_eq!(typed.check(MeasureStatus::InProgress), Err(vec![Problem::new(field, code)]));
    }

    #[rstest]
    #[case("", true)]
    #[case("other", true)]
    #[case("no_longer_applicable", false)]
    #[case("verification", false)]
    fn of_what_has_ended_nothing_is_proposed_that_would_end_it(#[case] proposes: &str, #[case] accepted: bool) {
        let found = comment("x", proposes, "fr").check(MeasureStatus::VerifiedClosed).map(drop);
        let refused = vec![Problem::new("proposes", ProblemCode::HasEnded)];
        assert_eq!(found, if accepted { Ok(()) } else { Err(refused) });
    }

    #[test]
    fn what_is_set_aside_has_a_reason() {
        let reply = |answer: &str, reason: &str| {
            TypedReply { answer: answer.into(), reason: reason.into(), text_lang: "en".into() }.check()
        };
        assert!(reply("followed", "").is_ok() && reply("set_aside", "Too early").is_ok());
        assert_eq!(reply("set_aside", " "), Err(vec![Problem::new("answer_reason", ProblemCode::ReasonRequired)]));
        assert_eq!(reply("", ""), Err(vec![Problem::new("proposal_answer", ProblemCode::Required)]));
    }
}
