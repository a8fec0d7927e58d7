//! From the text of the two forms of an extension to a request and to a decision that may be recorded (rule 5).

use super::deliverables::{self, AskedDate, LaterDate, OwnDate, Within};
use crate::{
    codes::coded,
    dates::{DueDate, phrase},
    measure::PromisedDates,
    problem::{Problem, ProblemCode},
    text::{Bilingual, Lang, Written},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

coded! {
    /// What the decider answers.
    ExtensionAnswer {
        /// Granted as it was asked for.
        AsAsked = "as_asked",
        /// Granted, to another date.
        OtherDate = "other_date",
        /// Refused: the date stays.
        Refused = "refused",
    }
}

/// The request as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedExtension {
    /// The date asked for, in words or figures.
    pub new_date: String,
    /// The dates asked for single deliverables, by id; empty keeps the date.
    pub deliverable_dates: BTreeMap<i64, String>,
    /// Why.
    pub extension_reason: String,
    /// What follows from the delay.
    pub impact: String,
    /// The language of the texts.
    pub text_lang: String,
}

/// A request that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionRequest {
    /// The date asked for.
    pub to: DueDate,
    /// The dates asked for single deliverables.
    pub deliverables: Vec<LaterDate>,
    /// Why.
    pub reason: Bilingual,
    /// What follows from the delay.
    pub impact: Bilingual,
}

/// The decision as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedRuling {
    /// An [`ExtensionAnswer`] code.
    pub answer: String,
    /// The date granted instead of the one asked for.
    pub granted_date: String,
    /// The dates granted with it for the deliverables that were asked, by id; empty keeps the date.
    pub granted_dates: BTreeMap<i64, String>,
    /// Why; required of a refusal.
    pub decision_reason: String,
    /// The id of the meeting that decided; empty when the person did.
    pub meeting: String,
    /// The language of the text.
    pub text_lang: String,
}

/// A decision that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionRuling {
    /// The date granted; `None` refuses.
    pub granted: Option<DueDate>,
    /// The dates granted for single deliverables.
    pub deliverables: Vec<LaterDate>,
    /// Why.
    pub notes: Bilingual,
    /// The meeting that decided.
    pub meeting: Option<i64>,
}

impl TypedExtension {
    /// Checks the whole form against the dates of the measure and of its open deliverables that have one. A date that is
    /// over by `today` would help nobody. Errors with every problem found, each on its field.
    pub fn check(&self, today: NaiveDate, dates: PromisedDates, own: &[OwnDate]) -> Result<ExtensionRequest, Vec<Problem>> {
        let mut problems = Vec::new();
        let to = later((dates, Some(today)), "new_date", &self.new_date, &mut problems);
        let deliverables =
            deliverables::asked(&self.deliverable_dates, own, Within { since: Some(today), until: to }, &mut problems);
        let mut written = Written::new(&self.text_lang, &mut problems);
        let reason = written.required("extension_reason", &self.extension_reason);
        let impact = written.optional("impact", &self.impact);
        if impact.is_empty() && self.text_lang.parse::<Lang>().is_ok() {
            problems.push(Problem::new("impact", ProblemCode::Required));
        }
        match to {
            Some(to) if problems.is_empty() => Ok(ExtensionRequest { to, deliverables, reason, impact }),
            _ => Err(problems),
        }
    }
}

impl TypedRuling {
    /// Checks the whole form against the dates of the measure and what was asked for, for itself and its deliverables.
    /// Another date may be over by `today` only where a meeting granted it, which may have been a while ago.
    pub fn check(
        &self,
        today: NaiveDate,
        dates: PromisedDates,
        asked: DueDate,
        of_deliverables: &[AskedDate],
    ) -> Result<ExtensionRuling, Vec<Problem>> {
        let mut problems = Vec::new();
        let since = self.meeting.trim().is_empty().then_some(today);
        let answer = crate::problem::choice("answer", &self.answer, &mut problems);
        let granted = match answer {
            Some(ExtensionAnswer::OtherDate) => later((dates, since), "granted_date", &self.granted_date, &mut problems),
            // A date beside another answer is a contradiction, and nobody should have to guess which was meant.
            Some(_) if !self.granted_date.trim().is_empty() => {
                problems.push(Problem::new("granted_date", ProblemCode::NotWithThisAnswer));
                None
            }
            // It passed while the request waited: what is granted now is another date, or none.
            Some(ExtensionAnswer::AsAsked) if since.is_some_and(|since| asked.last_day() < Some(since)) => {
                problems.push(Problem::new("answer", ProblemCode::AlreadyPast));
                None
            }
            Some(ExtensionAnswer::AsAsked) => Some(asked),
            Some(ExtensionAnswer::Refused) | None => None,
        };
        let within = Within { since, until: granted };
        let deliverables = deliverables::granted(answer, &self.granted_dates, of_deliverables, within, &mut problems);
        let meeting = crate::problem::chosen_id("meeting", &self.meeting, &mut problems);
        let mut written = Written::new(&self.text_lang, &mut problems);
        let notes = if answer == Some(ExtensionAnswer::Refused) {
            written.required("decision_reason", &self.decision_reason)
        } else {
            written.optional("decision_reason", &self.decision_reason)
        };
        if problems.is_empty() { Ok(ExtensionRuling { granted, deliverables, notes, meeting }) } else { Err(problems) }
    }
}

/// A date after the current one, and not over before that day.
fn later(
    (dates, since): (PromisedDates, Option<NaiveDate>),
    field: &str,
    typed: &str,
    problems: &mut Vec<Problem>,
) -> Option<DueDate> {
    let code = match phrase::parse_due(typed) {
        _ if typed.trim().is_empty() => ProblemCode::Required,
        Ok(due) if due.last_day().is_some() => match dates.extend(due) {
            Ok(_) if since.is_some_and(|since| due.last_day() < Some(since)) => ProblemCode::AlreadyPast,
            Ok(_) => return Some(due),
            Err(_) => ProblemCode::NotAfterCurrent,
        },
        _ => ProblemCode::NotADate,
    };
    problems.push(Problem::new(field, code));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn dates() -> PromisedDates {
        let due = |code: &str| code.parse().expect("a due date");
        PromisedDates::from_stored(due("2018-04"), due("2018-06"))
    }

    fn today() -> NaiveDate {
        "2018-07-10".parse().expect("a day")
    }

    fn asked(new_date: &str, reason: &str) -> TypedExtension {
        TypedExtension {
            new_date: new_date.into(),
            extension_reason: reason.into(),
            impact: "La mesure 2 attend".into(),
            text_lang: "fr".into(),
            ..Default::default()
        }
    }

    #[rstest]
    #[case::nothing("", ProblemCode::Required)]
    #[case::no_date("bientôt", ProblemCode::NotADate)]
    #[case::no_day("en continu", ProblemCode::NotADate)]
    #[case::the_current("juin 2018", ProblemCode::NotAfterCurrent)]
    #[case::between_original_and_current("2018-05", ProblemCode::NotAfterCurrent)]
    #[case::over_already("2018-07-09", ProblemCode::AlreadyPast)]
    fn a_request_needs_a_date_after_the_current_one(#[case] new_date: &str, #[case] expected: ProblemCode) {
        let problems = asked(new_date, "").check(today(), dates(), &[]).expect_err("problems");
        assert_eq!(problems, [Problem::new("new_date", expected), Problem::new("extension_reason", ProblemCode::ReasonRequired)]);
    }

    #[test]
    fn a_request_is_as_exact_as_it_was_written() {
        let request = asked("T2 2018-2019", " Un appel d’offres ").check(today(), dates(), &[]).expect("a request");
        assert_eq!(request.to.to_string(), "FY2018-Q2");
        let words = (request.reason.get(Lang::Fr), request.impact.get(Lang::Fr));
        assert_eq!(words, (Some("Un appel d’offres"), Some("La mesure 2 attend")));
    }

    #[test]
    fn a_request_says_what_follows_from_the_delay() {
        let silent = TypedExtension { impact: " ".into(), ..asked("2018-12", "Un appel d’offres") };
        assert_eq!(silent.check(today(), dates(), &[]), Err(vec![Problem::new("impact", ProblemCode::Required)]));
    }

    fn ruled(answer: &str, granted_date: &str, reason: &str) -> Result<ExtensionRuling, Vec<Problem>> {
        let typed = TypedRuling {
            answer: answer.into(),
            granted_date: granted_date.into(),
            decision_reason: reason.into(),
            text_lang: "en".into(),
            ..Default::default()
        };
        typed.check(today(), dates(), "2018-12".parse().expect("a due date"), &[])
    }

    #[test]
    fn the_decider_grants_what_was_asked_or_another_date_or_refuses_with_a_reason() {
        let granted = |ruling: Result<ExtensionRuling, _>| ruling.expect("a ruling").granted.map(|due| due.to_string());
        assert_eq!(granted(ruled("as_asked", "", "")).as_deref(), Some("2018-12"));
        assert_eq!(granted(ruled("other_date", "September 2018", "")).as_deref(), Some("2018-09"));
        assert_eq!(granted(ruled("refused", "", "No reason is given")), None);
        assert_eq!(ruled("refused", "", " "), Err(vec![Problem::new("decision_reason", ProblemCode::ReasonRequired)]));
        assert_eq!(ruled("other_date", "May 2018", ""), Err(vec![Problem::new("granted_date", ProblemCode::NotAfterCurrent)]));
        assert_eq!(ruled("", "", ""), Err(vec![Problem::new("answer", ProblemCode::Required)]));
    }

    #[test]
    fn what_was_asked_is_not_granted_as_asked_once_it_is_over() {
        let typed = TypedRuling { answer: "as_asked".into(), text_lang: "en".into(), ..Default::default() };
        let asked = "2018-07-01".parse().expect("a due date");
        let over = Err(vec![Problem::new("answer", ProblemCode::AlreadyPast)]);
        assert_eq!(typed.check(today(), dates(), asked, &[]), over);
        let by_meeting = TypedRuling { meeting: "3".into(), ..typed };
        assert_eq!(by_meeting.check(today(), dates(), asked, &[]).map(|ruling| ruling.granted), Ok(Some(asked)));
    }

    #[test]
    fn a_date_that_is_over_is_granted_only_where_a_meeting_did() {
        let typed = TypedRuling {
            answer: "other_date".into(),
            granted_date: "2018-07-09".into(),
            text_lang: "en".into(),
            ..Default::default()
        };
        let asked = "2018-12".parse().expect("a due date");
        let over = Err(vec![Problem::new("granted_date", ProblemCode::AlreadyPast)]);
        assert_eq!(typed.check(today(), dates(), asked, &[]), over);
        let by_meeting = TypedRuling { meeting: "3".into(), ..typed };
        assert!(by_meeting.check(today(), dates(), asked, &[]).is_ok());
        assert!(self::asked("juillet 2018", "Un appel d’offres").check(today(), dates(), &[]).is_ok(), "the month goes on");
    }

    #[test]
    fn a_deliverable_moves_with_its_measure_and_its_problems_are_told_with_the_others() {
        let due = |code: &str| code.parse().expect("a due date");
        let own = OwnDate { deliverable: 7, dates: PromisedDates::promised(due("2018-03")) };
        let typed = TypedExtension {
            deliverable_dates: BTreeMap::from([(7, "novembre 2018".to_owned())]),
            ..asked("2018-12", "Un appel d’offres")
        };
        let request = typed.check(today(), dates(), &[own]).expect("a request");
        assert_eq!(request.deliverables, [LaterDate { deliverable: 7, to: due("2018-11") }]);
        let nothing_for_the_measure = TypedExtension { new_date: String::new(), ..typed.clone() };
        let problems = nothing_for_the_measure.check(today(), dates(), &[own]);
        assert_eq!(problems, Err(vec![Problem::new("new_date", ProblemCode::Required)]), "never for a deliverable alone");
        let early = TypedExtension { new_date: "2018-10".into(), ..typed };
        assert_eq!(
            early.check(today(), dates(), &[own]),
            Err(vec![Problem::new("deliverable_dates[7]", ProblemCode::AfterTheMeasure)])
        );
    }

    #[test]
    fn a_date_beside_another_answer_is_asked_about_rather_than_dropped() {
        for answer in ["as_asked", "refused"] {
            let problems = ruled(answer, "September 2018", "Because").expect_err("a contradiction");
            assert_eq!(problems, [Problem::new("granted_date", ProblemCode::NotWithThisAnswer)]);
        }
    }
}
