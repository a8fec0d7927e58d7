use super::*;
use crate::{
    dates::DueDate,
    measure::{MeasureStatus, PromisedDates},
    plan::PlanStatus,
    problem::ProblemCode,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rstest::rstest;
use std::collections::BTreeSet;

fn day(offset: u16) -> DueDate {
    DueDate::day(NaiveDate::default() + Days::new(offset.into()))
}

fn who(person: i64) -> Who {
    Who { person, in_place_of: None, by_meeting: false }
}

fn measure() -> Standing {
    Standing {
        plan: PlanStatus::Approved,
        status: MeasureStatus::InProgress,
        dates: PromisedDates::promised(day(100)),
        owner: Some(1),
        open_deliverables: 1,
        needs_evidence: false,
        has_evidence: false,
        claimed_by: Vec::new(),
        request: None,
    }
}

fn claim() -> Step {
    Step::Report { status: MeasureStatus::CompletedToVerify, says_what_was_done: true, open_deliverables: 0 }
}

fn open_again() -> Step {
    Step::Report { status: MeasureStatus::InProgress, says_what_was_done: false, open_deliverables: 0 }
}

fn claimed() -> Standing {
    measure().take(who(2), claim()).expect("a claim")
}

fn requested() -> Standing {
    measure().take(who(2), Step::RequestExtension { to: day(130) }).expect("a request")
}

#[rstest]
#[case::without_words(false, 0, false, ProblemCode::SayWhatWasDone)]
#[case::with_a_deliverable_open(true, 1, false, ProblemCode::DeliverablesOpen)]
#[case::without_evidence_where_it_is_asked_for(true, 0, true, ProblemCode::EvidenceMissing)]
fn a_claim_needs_words_deliverables_and_evidence(
    #[case] says_what_was_done: bool,
    #[case] open_deliverables: u32,
    #[case] needs_evidence: bool,
    #[case] expected: ProblemCode,
) {
    let step = Step::Report { status: MeasureStatus::CompletedToVerify, says_what_was_done, open_deliverables };
    let measure = Standing { needs_evidence, ..measure() };
    assert_eq!(measure.clone().take(who(2), step), Err(expected));
    let enough = Standing { has_evidence: true, ..measure };
    assert_eq!(enough.take(who(2), claim()).map(|m| m.status), Ok(MeasureStatus::CompletedToVerify));
}

#[test]
fn neither_who_claimed_nor_who_owns_nor_who_added_evidence_verifies() {
    let claimed = claimed().take(who(3), Step::AddEvidence).expect("evidence");
    for person in [1, 2, 3] {
        assert_eq!(claimed.clone().take(who(person), Step::Verify), Err(ProblemCode::OwnClaim), "{person}");
        let at_a_meeting = Who { by_meeting: true, ..who(person) };
        assert_eq!(claimed.clone().take(at_a_meeting, Step::Verify), Err(ProblemCode::OwnClaim), "{person}");
    }
    assert_eq!(claimed.take(who(4), Step::Verify).map(|m| m.status), Ok(MeasureStatus::VerifiedClosed));
}

#[test]
fn a_claim_that_is_returned_is_open_again_and_can_be_made_again() {
    let imported = Standing { status: MeasureStatus::CompletedToVerify, open_deliverables: 0, ..measure() };
    assert_eq!(imported.clone().take(who(1), Step::Verify), Err(ProblemCode::OwnClaim), "the owner");
    assert!(imported.take(who(4), Step::Verify).is_ok(), "a claim that came with an imported plan");
    let open = claimed().take(who(4), Step::Return).expect("returned");
    assert_eq!((open.status, open.claimed_by.len()), (MeasureStatus::InProgress, 0));
    assert_eq!(open.clone().take(who(4), Step::Verify), Err(ProblemCode::NothingClaimed));
    assert!(open.take(who(2), claim()).is_ok());
}

#[rstest]
#[case(Step::AddEvidence)]
#[case(Step::Amend)]
fn what_changes_after_verification_has_to_be_verified_again(#[case] step: Step) {
    let verified = claimed().take(who(4), Step::Verify).expect("verified");
    let again = verified.take(who(4), step).expect("changed");
    assert_eq!(again.status, MeasureStatus::CompletedToVerify);
    assert_eq!(again.clone().take(who(4), Step::Verify), Err(ProblemCode::OwnClaim), "who changed it");
    assert_eq!(again.clone().take(who(2), Step::Verify), Err(ProblemCode::OwnClaim), "who claimed it at first");
    assert!(again.take(who(5), Step::Verify).is_ok());
}

#[test]
fn a_claim_that_is_made_again_has_two_claimants_and_neither_verifies_it() {
    let twice = claimed().take(who(3), claim()).expect("claimed again");
    for person in [2, 3] {
        assert_eq!(twice.clone().take(who(person), Step::Verify), Err(ProblemCode::OwnClaim), "{person}");
    }
    let taken_back = twice.take(who(3), open_again()).expect("not done after all");
    let anew = taken_back.take(who(3), claim()).expect("claimed anew");
    assert_eq!(anew.claimed_by, [3], "what was taken back is over");
}

#[test]
fn one_more_deliverable_opens_what_was_claimed_or_verified() {
    let verified = claimed().take(who(4), Step::Verify).expect("verified");
    for done in [claimed(), verified] {
        let open = done.take(who(9), Step::PromiseMore).expect("one more");
        assert_eq!((open.status, open.open_deliverables, open.claimed_by.len()), (MeasureStatus::InProgress, 1, 0));
    }
    let planned = Standing { status: MeasureStatus::Planning, ..measure() };
    assert_eq!(
        planned.take(who(9), Step::PromiseMore).map(|m| (m.status, m.open_deliverables)),
        Ok((MeasureStatus::Planning, 2))
    );
}

#[test]
fn an_extension_is_decided_by_somebody_else_or_by_a_meeting() {
    let grant = Step::GrantExtension { to: day(120) };
    assert_eq!(requested().take(who(2), grant), Err(ProblemCode::RequesterDecides));
    assert_eq!(requested().take(who(2), Step::RefuseExtension), Err(ProblemCode::RequesterDecides));
    let by_meeting = requested().take(Who { by_meeting: true, ..who(2) }, grant).expect("granted");
    assert_eq!((by_meeting.dates.current(), by_meeting.dates.original()), (day(120), day(100)));
    let refused = requested().take(who(3), Step::RefuseExtension).expect("refused");
    assert_eq!((refused.dates.current(), refused.request), (day(100), None));
}

#[test]
fn a_request_is_taken_back_only_by_who_made_it() {
    assert_eq!(requested().take(who(3), Step::WithdrawRequest), Err(ProblemCode::NotYourRequest));
    let open = requested().take(who(2), Step::WithdrawRequest).expect("withdrawn");
    assert_eq!((open.request, open.dates.current()), (None, day(100)));
    assert_eq!(open.take(who(2), Step::WithdrawRequest), Err(ProblemCode::NothingRequested));
    let request = requested().request.map(|request| Request { in_place_of: Some(5), ..request });
    assert!(Standing { request, ..requested() }.take(who(5), Step::WithdrawRequest).is_ok(), "it was asked in their place");
}

#[test]
fn a_request_lapses_when_another_organisation_takes_the_measure_over() {
    let handed = requested().take(who(9), Step::Transfer).expect("a decision");
    assert_eq!((handed.request, handed.dates.current()), (None, day(100)));
}

#[test]
fn a_claim_is_accepted_only_while_it_is_complete() {
    let imported = Standing { status: MeasureStatus::CompletedToVerify, ..measure() };
    assert_eq!(imported.clone().take(who(4), Step::Verify), Err(ProblemCode::DeliverablesOpen));
    let retired = imported.take(who(4), Step::RetireDeliverable).expect("a decision");
    assert_eq!(retired.clone().take(who(4), Step::RetireDeliverable), Err(ProblemCode::NotAChoice), "none is open");
    let unproven = Standing { needs_evidence: true, ..retired.clone() };
    assert_eq!(unproven.take(who(4), Step::Verify), Err(ProblemCode::EvidenceMissing));
    assert!(retired.take(who(4), Step::Verify).is_ok());
}

#[rstest]
#[case::earlier(Step::RequestExtension { to: day(99) }, ProblemCode::NotAfterCurrent)]
#[case::the_same(Step::RequestExtension { to: day(100) }, ProblemCode::NotAfterCurrent)]
#[case::no_date(Step::RequestExtension { to: DueDate::NONE }, ProblemCode::NotAfterCurrent)]
#[case::nothing_asked(Step::RefuseExtension, ProblemCode::NothingRequested)]
#[case::a_leads_own_end(Step::Report { status: MeasureStatus::Superseded, says_what_was_done: true, open_deliverables: 0 }, ProblemCode::NeedsADecision)]
#[case::an_end_that_is_none(Step::End { status: MeasureStatus::VerifiedClosed }, ProblemCode::NotAChoice)]
fn what_a_rule_forbids_is_refused_with_its_reason(#[case] step: Step, #[case] expected: ProblemCode) {
    assert_eq!(measure().take(who(2), step), Err(expected));
}

#[test]
fn there_is_one_request_at_a_time_and_none_while_a_claim_waits() {
    let again = Step::RequestExtension { to: day(150) };
    assert_eq!(requested().take(who(3), again), Err(ProblemCode::AlreadyRequested));
    assert_eq!(claimed().take(who(3), again), Err(ProblemCode::AlreadyClaimed));
}

#[test]
fn whoever_owned_a_measure_when_it_was_claimed_does_not_verify_it_after_handing_it_over() {
    let handed = claimed().take(who(9), Step::NameOwner { owner: Some(3) }).expect("another owner");
    assert_eq!((handed.owner, handed.claimed_by.as_slice()), (Some(3), [2, 1].as_slice()));
    assert_eq!(handed.take(who(1), Step::Verify), Err(ProblemCode::OwnClaim));
    let open = measure().take(who(9), Step::NameOwner { owner: None }).expect("nobody");
    assert_eq!((open.owner, open.claimed_by.is_empty()), (None, true));
}

#[test]
fn whom_a_step_is_barred_to_is_whom_it_is_refused_to() {
    let grant = Step::GrantExtension { to: day(120) };
    for (standing, step) in [(claimed(), Step::Verify), (claimed(), Step::Return), (requested(), grant)] {
        for person in 1..6 {
            let refused = standing.clone().take(who(person), step).is_err();
            assert_eq!(standing.barred(step).contains(&person), refused, "{person}, {step:?}");
        }
    }
}

fn steps() -> impl Strategy<Value = Step> {
    let status = prop::sample::select(<MeasureStatus as crate::text::Coded>::ALL);
    prop_oneof![
        (status.clone(), any::<bool>(), 0..2u32).prop_map(|(status, says_what_was_done, open_deliverables)| Step::Report {
            status,
            says_what_was_done,
            open_deliverables
        }),
        (0..400u16).prop_map(|to| Step::RequestExtension { to: day(to) }),
        (0..400u16).prop_map(|to| Step::GrantExtension { to: day(to) }),
        Just(Step::RefuseExtension),
        Just(Step::WithdrawRequest),
        Just(Step::RetireDeliverable),
        Just(Step::Verify),
        Just(Step::Return),
        status.prop_map(|status| Step::End { status }),
        Just(Step::Transfer),
        prop::option::of(1..5i64).prop_map(|owner| Step::NameOwner { owner }),
        Just(Step::AddEvidence),
        Just(Step::Amend),
        Just(Step::PromiseMore),
    ]
}

/// Where a measure may stand when it comes into somebody's hands, and who claimed it by then.
fn starts() -> impl Strategy<Value = Standing> {
    let done = Standing { open_deliverables: 0, has_evidence: true, ..measure() };
    let to_verify = Standing { status: MeasureStatus::CompletedToVerify, ..done };
    let by = |claimed_by: Vec<i64>| Standing { claimed_by, ..to_verify.clone() };
    let verified = Standing { status: MeasureStatus::VerifiedClosed, ..by(vec![2]) };
    prop::sample::select(vec![measure(), by(Vec::new()), by(vec![2]), by(vec![1, 3]), verified])
}

proptest! {
    /// The promise of the product: whatever people do, in whatever order.
    #[test]
    fn no_sequence_of_steps_moves_the_original_or_closes_without_somebody_else(
        needs_evidence in any::<bool>(),
        start in starts(),
        sequence in prop::collection::vec((1..5i64, prop::option::of(5..7i64), any::<bool>(), steps()), 0..60),
    ) {
        let start = Standing { needs_evidence, ..start };
        let mut now = start.clone();
        // Who had a hand in what is claimed, kept apart from what the rules remember of it.
        let mut hands: BTreeSet<i64> = start.claimed_by.iter().copied().collect();
        let mut read_in = start.status == MeasureStatus::CompletedToVerify && hands.is_empty();
        for (person, in_place_of, by_meeting, step) in sequence {
            let Ok(next) = now.clone().take(Who { person, in_place_of, by_meeting }, step) else { continue };
            prop_assert_eq!(next.dates.original(), start.dates.original());
            prop_assert!(next.dates.current().last_day() >= now.dates.current().last_day());
            if next.dates.current() != now.dates.current() {
                prop_assert!(matches!(step, Step::GrantExtension { .. }), "only a grant moves the current date");
                prop_assert!(now.request.is_some_and(|request| !request.is_of(person) || by_meeting));
            }
            if next.status == MeasureStatus::VerifiedClosed && now.status != next.status {
                prop_assert!(matches!(step, Step::Verify) && !hands.contains(&person) && now.owner != Some(person));
                prop_assert!(read_in || !hands.is_empty(), "closed without anybody's claim");
                prop_assert!(now.open_deliverables == 0 && (now.has_evidence || !needs_evidence));
            }
            if !next.status.is_live() {
                prop_assert!(next.request.is_none(), "nothing waits for a decision on what has ended");
            }
            match next.status {
                MeasureStatus::CompletedToVerify if matches!(step, Step::Report { .. } | Step::AddEvidence | Step::Amend) => {
                    hands.extend(std::iter::once(person).chain(in_place_of));
                }
                MeasureStatus::CompletedToVerify => hands.extend(now.owner.filter(|_| now.owner != next.owner)),
                MeasureStatus::VerifiedClosed => {}
                _ => {
                    hands.clear();
                    read_in = false;
                }
            }
            let waits = next.status == MeasureStatus::CompletedToVerify;
            prop_assert!(!waits || read_in || !next.claimed_by.is_empty(), "a claim is somebody's");
            prop_assert!(!next.status.awaits_lead() || next.claimed_by.is_empty(), "nothing is claimed of what is open");
            now = next;
        }
    }
}
