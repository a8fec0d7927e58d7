//! The dates of single deliverables in a request for a later date of their measure. Each is after the deliverable's
//! current date and not after the date of the measure, and none moves an original date (rules 2 and 5).

use super::ExtensionAnswer;
use crate::{
    dates::{DueDate, phrase},
    measure::PromisedDates,
    problem::{Problem, ProblemCode},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The name of the fields in which dates are asked for.
const ASKED: &str = "deliverable_dates";
/// The name of the fields in which other dates are granted.
const GRANTED: &str = "granted_dates";

/// A deliverable with a date of its own, which may move with that of its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnDate {
    /// The deliverable.
    pub deliverable: i64,
    /// Its promised dates.
    pub dates: PromisedDates,
}

/// A deliverable for which a later date was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedDate {
    /// The deliverable with its dates.
    pub own: OwnDate,
    /// The date asked for.
    pub asked: DueDate,
}

/// A later date of a deliverable, asked for or granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaterDate {
    /// The deliverable.
    pub deliverable: i64,
    /// The date.
    pub to: DueDate,
}

/// What the dates of deliverables stay within.
#[derive(Debug, Clone, Copy)]
pub(super) struct Within {
    /// The day by which a date must not be over; `None` where a meeting may have granted it a while ago.
    pub since: Option<NaiveDate>,
    /// The date of the measure; unknown where it is wrong itself.
    pub until: Option<DueDate>,
}

/// The name of the field in which a date for a deliverable is asked.
#[must_use]
pub fn asked_field(deliverable: i64) -> String {
    format!("{ASKED}[{deliverable}]")
}

/// The name of the field in which a date for a deliverable is granted.
#[must_use]
pub fn granted_field(deliverable: i64) -> String {
    format!("{GRANTED}[{deliverable}]")
}

/// What is asked for the deliverables beside a date for their measure; a field left empty keeps the date.
pub(super) fn asked(
    typed: &BTreeMap<i64, String>,
    own: &[OwnDate],
    within: Within,
    problems: &mut Vec<Problem>,
) -> Vec<LaterDate> {
    read(typed, own, within, asked_field, problems)
}

/// What is granted for the deliverables. As asked, they move as asked; with another date for their measure, as typed;
/// with a refusal, not at all. The form sends its fields with every answer: what they say is held against it, so that
/// nobody has to guess which was meant.
pub(super) fn granted(
    answer: Option<ExtensionAnswer>,
    typed: &BTreeMap<i64, String>,
    asked: &[AskedDate],
    within: Within,
    problems: &mut Vec<Problem>,
) -> Vec<LaterDate> {
    let changed = |of: &&AskedDate| typed.get(&of.own.deliverable).is_some_and(|said| phrase::parse_due(said) != Ok(of.asked));
    let filled = |of: &&AskedDate| typed.get(&of.own.deliverable).is_some_and(|said| !said.trim().is_empty());
    let mut told = |of: &AskedDate, code| problems.push(Problem::new(granted_field(of.own.deliverable), code));
    match answer {
        Some(ExtensionAnswer::AsAsked) => {
            asked.iter().filter(changed).for_each(|of| told(of, ProblemCode::NotAsAsked));
            asked.iter().map(|of| LaterDate { deliverable: of.own.deliverable, to: of.asked }).collect()
        }
        Some(ExtensionAnswer::OtherDate) => {
            let own: Vec<OwnDate> = asked.iter().map(|of| of.own).collect();
            read(typed, &own, within, granted_field, problems)
        }
        Some(ExtensionAnswer::Refused) => {
            let other = asked.iter().filter(changed).filter(filled);
            other.for_each(|of| told(of, ProblemCode::NotWithThisAnswer));
            Vec::new()
        }
        None => Vec::new(),
    }
}

fn read(
    typed: &BTreeMap<i64, String>,
    own: &[OwnDate],
    within: Within,
    field: fn(i64) -> String,
    problems: &mut Vec<Problem>,
) -> Vec<LaterDate> {
    let mut later = Vec::new();
    for (id, said) in typed.iter().filter(|(_, said)| !said.trim().is_empty()) {
        let own = own.iter().find(|own| own.deliverable == *id);
        match own.ok_or(ProblemCode::NotAChoice).and_then(|own| one(own, said, within)) {
            Ok(to) => later.push(LaterDate { deliverable: *id, to }),
            Err(code) => problems.push(Problem::new(field(*id), code)),
        }
    }
    later
}

/// One date. Errors with why it is none that may be asked or granted.
fn one(own: &OwnDate, said: &str, Within { since, until }: Within) -> Result<DueDate, ProblemCode> {
    let to = phrase::parse_due(said).ok().filter(|due| due.last_day().is_some()).ok_or(ProblemCode::NotADate)?;
    own.dates.extend(to).map_err(|_| ProblemCode::NotAfterCurrent)?;
    if since.is_some_and(|since| to.last_day() < Some(since)) {
        return Err(ProblemCode::AlreadyPast);
    }
    if until.is_some_and(|until| to.last_day() > until.last_day()) {
        return Err(ProblemCode::AfterTheMeasure);
    }
    Ok(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;
    use rstest::rstest;

    fn due(code: &str) -> DueDate {
        code.parse().expect("a due date")
    }

    fn own() -> OwnDate {
        OwnDate { deliverable: 7, dates: PromisedDates::from_stored(due("2018-02"), due("2018-03")) }
    }

    fn until(code: &str) -> Within {
        Within { since: Some("2018-04-15".parse().expect("a day")), until: Some(due(code)) }
    }

    fn said(text: &str) -> BTreeMap<i64, String> {
        BTreeMap::from([(7, text.to_owned())])
    }

    #[rstest]
    #[case::empty_keeps_the_date(" ", Ok(None))]
    #[case::later("juin 2018", Ok(Some("2018-06")))]
    #[case::the_last_day_of_the_measure("2018-12-31", Ok(Some("2018-12-31")))]
    #[case::the_same_precision_as_the_measure("T3 2018-2019", Ok(Some("FY2018-Q3")))]
    #[case::the_current("mars 2018", Err(ProblemCode::NotAfterCurrent))]
    #[case::between_original_and_current("2018-03-15", Err(ProblemCode::NotAfterCurrent))]
    #[case::over_already("2018-04-14", Err(ProblemCode::AlreadyPast))]
    #[case::after_the_measure("janvier 2019", Err(ProblemCode::AfterTheMeasure))]
    #[case::no_date("bientôt", Err(ProblemCode::NotADate))]
    #[case::no_day("en continu", Err(ProblemCode::NotADate))]
    fn a_date_is_after_the_current_one_and_not_after_the_measure(
        #[case] typed: &str,
        #[case] expected: Result<Option<&str>, ProblemCode>,
    ) {
        let mut problems = Vec::new();
        let asked = asked(&said(typed), &[own()], until("2018-12"), &mut problems);
        let found = asked.first().map(|later| later.to.to_string());
        match expected {
            Ok(expected) => assert_eq!((found.as_deref(), problems), (expected, Vec::new())),
            Err(code) => assert_eq!((found, problems), (None, vec![Problem::new("deliverable_dates[7]", code)])),
        }
    }

    #[test]
    fn a_deliverable_that_is_not_there_or_not_open_takes_no_date() {
        let mut problems = Vec::new();
        asked(
            &BTreeMap::from([(8, "2018-06".to_owned()), (9, String::new())]),
            &[own()],
            Within { since: None, until: None },
            &mut problems,
        );
        assert_eq!(problems, [Problem::new("deliverable_dates[8]", ProblemCode::NotAChoice)]);
    }

    #[rstest]
    #[case::as_asked(ExtensionAnswer::AsAsked, None, Ok(Some("2018-06")))]
    #[case::as_asked_and_so_typed(ExtensionAnswer::AsAsked, Some("juin 2018"), Ok(Some("2018-06")))]
    #[case::as_asked_but_typed_otherwise(ExtensionAnswer::AsAsked, Some("juillet 2018"), Err(ProblemCode::NotAsAsked))]
    #[case::as_asked_but_cleared(ExtensionAnswer::AsAsked, Some(""), Err(ProblemCode::NotAsAsked))]
    #[case::another(ExtensionAnswer::OtherDate, Some("mai 2018"), Ok(Some("2018-05")))]
    #[case::another_for_the_measure_alone(ExtensionAnswer::OtherDate, Some(""), Ok(None))]
    #[case::later_than_granted_to_the_measure(ExtensionAnswer::OtherDate, Some("août 2018"), Err(ProblemCode::AfterTheMeasure))]
    #[case::not_later(ExtensionAnswer::OtherDate, Some("mars 2018"), Err(ProblemCode::NotAfterCurrent))]
    #[case::refused(ExtensionAnswer::Refused, Some("juin 2018"), Ok(None))]
    #[case::refused_and_cleared(ExtensionAnswer::Refused, Some(""), Ok(None))]
    #[case::refused_but_typed_otherwise(ExtensionAnswer::Refused, Some("mai 2018"), Err(ProblemCode::NotWithThisAnswer))]
    fn what_is_granted_agrees_with_the_answer(
        #[case] answer: ExtensionAnswer,
        #[case] typed: Option<&str>,
        #[case] expected: Result<Option<&str>, ProblemCode>,
    ) {
        let typed = typed.map(said).unwrap_or_default();
        let asked = [AskedDate { own: own(), asked: due("2018-06") }];
        let mut problems = Vec::new();
        let granted = granted(Some(answer), &typed, &asked, until("2018-07"), &mut problems);
        match expected {
            Ok(expected) => {
                assert_eq!(problems, []);
                assert_eq!(granted.first().map(|later| later.to.to_string()).as_deref(), expected);
            }
            Err(code) => assert_eq!(problems, [Problem::new("granted_dates[7]", code)]),
        }
    }

    fn day(offset: u16) -> DueDate {
        DueDate::day(NaiveDate::default() + Days::new(offset.into()))
    }

    proptest! {
        #[test]
        fn no_sequence_of_grants_moves_the_original_or_goes_back_or_past_the_measure(
            first in any::<u16>(),
            moves in prop::collection::vec((any::<u16>(), any::<u16>()), 0..30),
        ) {
            let mut dates = PromisedDates::promised(day(first));
            for (measure, to) in moves {
                let (measure, mut problems) = (day(measure), Vec::new());
                let own = OwnDate { deliverable: 7, dates };
                let later = asked(&said(&day(to).to_string()), &[own], Within { since: None, until: Some(measure) }, &mut problems);
                prop_assert_eq!(later.is_empty(), !problems.is_empty());
                let Some(later) = later.first() else { continue };
                prop_assert!(later.to.last_day() <= measure.last_day() && later.to.last_day() > dates.current().last_day());
                dates = dates.extend(later.to).expect("a later date");
                prop_assert_eq!(dates.original(), day(first));
            }
        }
    }
}
