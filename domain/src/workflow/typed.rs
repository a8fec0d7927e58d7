//! From the text of the forms that verify a claim and decide the fate of a measure to what may be recorded (rules 4
//! and 6).

use super::VerificationOutcome;
use crate::{
    codes::coded,
    problem::{Problem, ProblemCode, choice, chosen_id},
    text::{Bilingual, Written},
};
use std::collections::BTreeMap;

coded! {
    /// What can be decided about a measure that is not a lead's own edit.
    FateChoice {
        /// It is no longer to be done.
        NoLongerApplicable = "no_longer_applicable",
        /// Another measure takes its place.
        Superseded = "superseded",
        /// Another organisation takes it over.
        Transferred = "transferred",
        /// One of its deliverables is no longer to be handed over.
        DeliverableRetired = "deliverable_retired",
    }
}

/// The answer to a claim as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedVerification {
    /// A [`VerificationOutcome`] code.
    pub outcome: String,
    /// What was looked at, or what is missing; required of a return.
    pub notes: String,
    /// The language of the notes.
    pub text_lang: String,
}

/// An answer to a claim that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationAnswer {
    /// Accepted or returned.
    pub outcome: VerificationOutcome,
    /// The notes.
    pub notes: Bilingual,
}

/// The decision about a measure as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedFate {
    /// A [`FateChoice`] code.
    pub fate: String,
    /// Why.
    pub fate_reason: String,
    /// The id of the measure that takes its place.
    pub successor: String,
    /// The id of the organisation that takes it over.
    pub new_lead: String,
    /// The id of the deliverable that is dropped.
    pub retired_deliverable: String,
    /// The id of the meeting that decided; empty when the person did.
    pub meeting: String,
    /// `yes` by the id of each proposal that the decision follows.
    pub follows: BTreeMap<i64, String>,
    /// The language of the text.
    pub text_lang: String,
}

/// What is decided. Whether the ids are those of something suitable is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is dropped.
    Drop,
    /// This measure takes its place.
    Supersede(i64),
    /// This organisation takes it over.
    Transfer(i64),
    /// This deliverable is dropped.
    RetireDeliverable(i64),
}

/// A decision about a measure that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FateDecision {
    /// What.
    pub fate: Fate,
    /// Why.
    pub reason: Bilingual,
    /// The meeting that decided.
    pub meeting: Option<i64>,
    /// The proposals that it follows.
    pub follows: Vec<i64>,
}

impl TypedVerification {
    /// Checks the whole form. Errors with every problem found, each on its field.
    pub fn check(&self) -> Result<VerificationAnswer, Vec<Problem>> {
        let mut problems = Vec::new();
        let outcome = choice("verification_outcome", &self.outcome, &mut problems);
        let mut written = Written::new(&self.text_lang, &mut problems);
        let notes = if outcome == Some(VerificationOutcome::Returned) {
            written.required("verification_notes", &self.notes)
        } else {
            written.optional("verification_notes", &self.notes)
        };
        match outcome {
            Some(outcome) if problems.is_empty() => Ok(VerificationAnswer { outcome, notes }),
            _ => Err(problems),
        }
    }
}

impl TypedFate {
    /// Checks the whole form. Errors with every problem found, each on its field.
    pub fn check(&self) -> Result<FateDecision, Vec<Problem>> {
        let mut problems = Vec::new();
        let chosen = choice("fate", &self.fate, &mut problems);
        let [successor, new_lead, deliverable] = [
            ("successor", &self.successor, FateChoice::Superseded),
            ("new_lead", &self.new_lead, FateChoice::Transferred),
            ("retired_deliverable", &self.retired_deliverable, FateChoice::DeliverableRetired),
        ]
        .map(|(field, typed, belongs_to)| {
            let id = chosen_id(field, typed, &mut problems);
            match chosen {
                Some(choice) if choice == belongs_to && typed.trim().is_empty() => {
                    problems.push(Problem::new(field, ProblemCode::Required));
                }
                // What goes with another answer is a contradiction, and nobody should have to guess which was meant.
                Some(choice) if choice != belongs_to && !typed.trim().is_empty() => {
                    problems.push(Problem::new(field, ProblemCode::NotWithThisAnswer));
                }
                _ => {}
            }
            id
        });
        let meeting = chosen_id("meeting", &self.meeting, &mut problems);
        let reason = Written::new(&self.text_lang, &mut problems).required("fate_reason", &self.fate_reason);
        let fate = chosen.and_then(|chosen| match chosen {
            FateChoice::NoLongerApplicable => Some(Fate::Drop),
            FateChoice::Superseded => successor.map(Fate::Supersede),
            FateChoice::Transferred => new_lead.map(Fate::Transfer),
            FateChoice::DeliverableRetired => deliverable.map(Fate::RetireDeliverable),
        });
        match fate {
            Some(fate) if problems.is_empty() => {
                let follows = self.follows.iter().filter(|(_, ticked)| *ticked == "yes").map(|(id, _)| *id).collect();
                Ok(FateDecision { fate, reason, meeting, follows })
            }
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use rstest::rstest;

    fn fate(choice: &str, successor: &str, new_lead: &str) -> TypedFate {
        TypedFate {
            fate: choice.into(),
            fate_reason: "Because".into(),
            successor: successor.into(),
            new_lead: new_lead.into(),
            text_lang: "en".into(),
            ..TypedFate::default()
        }
    }

    #[rstest]
    #[case(fate("no_longer_applicable", "", ""), Fate::Drop)]
    #[case(fate("superseded", "7", ""), Fate::Supersede(7))]
    #[case(fate("transferred", "", "3"), Fate::Transfer(3))]
    fn a_decision_names_what_it_needs(#[case] typed: TypedFate, #[case] expected: Fate) {
        let decided = typed.check().expect("a decision");
        assert_eq!((decided.fate, decided.reason.get(Lang::En), decided.meeting), (expected, Some("Because"), None));
    }

    #[rstest]
    #[case::no_choice(fate("", "", ""), "fate", ProblemCode::Required)]
    #[case::a_status(fate("verified_closed", "", ""), "fate", ProblemCode::NotAChoice)]
    #[case::no_successor(fate("superseded", "", ""), "successor", ProblemCode::Required)]
    #[case::no_id(fate("superseded", "x", ""), "successor", ProblemCode::NotAChoice)]
    #[case::a_successor_of_what_is_dropped(fate("no_longer_applicable", "7", ""), "successor", ProblemCode::NotWithThisAnswer)]
    fn what_does_not_hold_together_is_said_at_its_field(
        #[case] typed: TypedFate,
        #[case] field: &str,
        #[case] code: ProblemCode,
    ) {
        assert_eq!(typed.check(), Err(vec![Problem::new(field, code)]));
    }

    #[test]
    fn a_decision_follows_the_proposals_that_were_ticked() {
        let follows = BTreeMap::from([(3, "yes".to_owned()), (4, String::new()), (9, "yes".to_owned())]);
        let decided = TypedFate { follows, ..fate("transferred", "", "3") }.check().expect("a decision");
        assert_eq!(decided.follows, [3, 9]);
    }

    #[test]
    fn every_decision_has_a_reason_and_so_has_a_return() {
        let silent = TypedFate { fate_reason: " ".into(), ..fate("no_longer_applicable", "", "") };
        assert_eq!(silent.check(), Err(vec![Problem::new("fate_reason", ProblemCode::ReasonRequired)]));
        let answer = |outcome: &str| TypedVerification { outcome: outcome.into(), text_lang: "fr".into(), ..Default::default() };
        assert!(answer("accepted").check().is_ok());
        assert_eq!(answer("returned").check(), Err(vec![Problem::new("verification_notes", ProblemCode::ReasonRequired)]));
    }
}
