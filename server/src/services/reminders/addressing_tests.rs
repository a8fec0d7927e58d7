//! Who is told what.

use super::*;
use crate::store::reminders::OpenDeliverable;
use domain::{people::DigestChoice, reminders::ReminderPolicy, text::Lang};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn due(code: &str) -> DueDate {
    code.parse().expect("a due date")
}

fn measure(id: i64, owner: Option<i64>, lead: Option<i64>, current: &str) -> OpenMeasure {
    OpenMeasure {
        id,
        label: id.to_string(),
        text: Bilingual::only(Lang::En, format!("Measure {id}")),
        plan_id: 1,
        plan: Bilingual::only(Lang::En, "Plan"),
        organisation_id: lead,
        organisation: lead.map(|_| Bilingual::only(Lang::En, "Parks")),
        owner_id: owner,
        owner_text: None,
        original: due("2018-04"),
        current: due(current),
    }
}

fn person(id: i64, organisation: Option<i64>, roles: &[(Role, Option<i64>)]) -> Addressee {
    Addressee {
        id,
        name: format!("Person {id}"),
        email: format!("p{id}@example.ca").parse().expect("an address"),
        lang: Lang::En,
        organisation_id: organisation,
        digest: DigestChoice::Daily,
        deputy_id: None,
        is_away: false,
        roles: roles.to_vec(),
    }
}

const LEAD: (Role, Option<i64>) = (Role::Lead, None);
const COORDINATOR: (Role, Option<i64>) = (Role::Coordinator, Some(1));
const MEMBER: (Role, Option<i64>) = (Role::Member, Some(1));

/// Person -> headings and subjects.
fn told(facts: Facts, today: &str) -> Vec<(i64, Heading, Vec<String>)> {
    let digests = digests(facts, day(today)).digests;
    let sections = digests.into_iter().flat_map(|d| d.sections.into_iter().map(move |s| (d.to.id, s)));
    sections.map(|(id, s)| (id, s.heading, s.lines.iter().map(|line| line.subject.key()).collect())).collect()
}

const LATE: Heading = Heading::Urgency(domain::reminders::Urgency::Overdue);

#[test]
fn the_owner_comes_before_the_leads_and_the_leads_before_the_coordinators() {
    let facts = Facts {
        measures: vec![
            measure(1, Some(11), Some(3), "2018-04"),
            measure(2, Some(99), Some(3), "2018-04"),
            measure(3, None, Some(4), "2018-04"),
            measure(4, None, None, "2018-04"),
        ],
        people: vec![person(11, None, &[MEMBER]), person(12, Some(3), &[LEAD]), person(13, Some(9), &[LEAD, COORDINATOR])],
        ..Facts::default()
    };
    let expected = vec![
        (11, LATE, vec!["m1".to_owned()]),
        (12, LATE, vec!["m2".to_owned()]),
        (13, Heading::WithoutAccount, vec!["m3".to_owned()]),
        (13, Heading::WithoutOwner, vec!["m4".to_owned()]),
    ];
    assert_eq!(told(facts, "2018-05-09"), expected);
}

#[test]
fn an_owner_who_may_not_open_the_measure_any_more_is_passed_over() {
    let owner = |roles: &[(Role, Option<i64>)]| Facts {
        measures: vec![measure(1, Some(11), Some(3), "2018-04")],
        people: vec![person(11, None, roles), person(12, Some(3), &[LEAD])],
        ..Facts::default()
    };
    let people = |facts| told(facts, "2018-05-09").into_iter().map(|(id, ..)| id).collect::<Vec<_>>();
    assert_eq!(people(owner(&[MEMBER])), [11]);
    assert_eq!(people(owner(&[])), [12]);
    assert_eq!(people(owner(&[(Role::Member, Some(2))])), [12], "a role on another plan opens nothing here");
}

#[test]
fn a_plan_that_has_a_policy_of_its_own_follows_it() {
    let elsewhere = OpenMeasure { plan_id: 2, ..measure(2, Some(1), None, "2018-04-30") };
    let own = ReminderPolicy { days_before: vec![60], on_due_day: false, every_days_after: None };
    let facts = || Facts {
        measures: vec![measure(1, Some(1), None, "2018-04-30"), elsewhere.clone()],
        people: vec![person(1, None, &[(Role::Member, None)])],
        of_plans: [(2, own.clone())].into(),
        ..Facts::default()
    };
    let keys = |today| told(facts(), today).into_iter().flat_map(|(.., keys)| keys).collect::<Vec<_>>();
    assert_eq!(keys("2018-03-15"), ["m2"], "sixty days before, where the instance waits for thirty");
    let after = digests(facts(), day("2018-05-09")).digests;
    let said: Vec<_> = after.iter().flat_map(|d| d.lines().map(|line| line.occurrence.key())).collect();
    assert_eq!(said, ["2018-04-30:after:2018-05-07", "2018-04-30:before:2018-03-01"], "nothing of its own on the day or after");
}

#[test]
fn every_lead_of_the_organisation_is_told_but_not_those_of_another_plan() {
    let leads = vec![
        person(1, Some(3), &[LEAD]),
        person(2, Some(3), &[(Role::Lead, Some(1))]),
        person(3, Some(3), &[(Role::Lead, Some(2))]),
        person(4, Some(3), &[]),
    ];
    let facts = Facts { measures: vec![measure(1, None, Some(3), "2018-04")], people: leads, ..Facts::default() };
    let people: Vec<i64> = told(facts, "2018-05-09").into_iter().map(|(id, ..)| id).collect();
    assert_eq!(people, [1, 2]);
}

#[test]
fn a_line_nobody_can_be_told_is_kept_apart() {
    let facts = Facts { measures: vec![measure(1, None, Some(3), "2018-04")], ..Facts::default() };
    let preview = digests(facts, day("2018-05-09"));
    assert_eq!((preview.digests.len(), preview.unaddressed.len()), (0, 1));
}

#[test]
fn what_was_said_is_not_said_again_until_the_next_reminder_is_due() {
    let facts = |said: &[(&str, &str)]| Facts {
        measures: vec![measure(1, Some(1), None, "2018-04"), measure(2, Some(1), None, "2018-06")],
        people: vec![person(1, None, &[MEMBER])],
        said: said.iter().map(|(subject, key)| (1, (*subject).to_owned(), (*key).to_owned())).collect(),
        ..Facts::default()
    };
    let said = [("m1", "2018-04-30:after:2018-05-07"), ("m2", "2018-06-30:before:2018-05-31")];
    assert_eq!(told(facts(&said), "2018-05-09"), []);
    assert_eq!(told(facts(&said), "2018-05-14"), [(1, LATE, vec!["m1".to_owned()])]);
    // A week later both have a new one, the late measure first.
    let both: Vec<_> = told(facts(&said), "2018-06-18").into_iter().flat_map(|(.., keys)| keys).collect();
    assert_eq!(both, ["m1", "m2"]);
}

#[test]
fn a_deliverable_is_a_subject_only_when_its_date_is_its_own() {
    let deliverable = |id, date| OpenDeliverable {
        id,
        title: Bilingual::only(Lang::En, "Guide"),
        original: due(date),
        due: due(date),
        measure: measure(1, Some(1), None, "2018-06"),
    };
    let facts = Facts {
        deliverables: vec![deliverable(7, "2018-04"), deliverable(8, "2018-06-30"), deliverable(9, "2018-05")],
        people: vec![person(1, None, &[MEMBER])],
        ..Facts::default()
    };
    assert_eq!(told(facts, "2018-06-18"), [(1, LATE, vec!["d9".to_owned()])]);
}

#[test]
fn a_deliverable_whose_date_moved_is_told_by_the_new_one_beside_the_first() {
    let moved = |id, date| OpenDeliverable {
        id,
        title: Bilingual::only(Lang::En, "Guide"),
        original: due("2018-02"),
        due: due(date),
        measure: measure(1, Some(1), None, "2018-06"),
    };
    let facts = |deliverables| Facts { deliverables, people: vec![person(1, None, &[MEMBER])], ..Facts::default() };
    let found = digests(facts(vec![moved(7, "2018-05")]), day("2018-06-18")).digests;
    let lines: Vec<_> = found.iter().flat_map(|digest| digest.lines()).map(|line| (line.original, line.current)).collect();
    assert_eq!(lines, [(Some(due("2018-02")), due("2018-05"))]);
    assert_eq!(told(facts(vec![moved(7, "2018-06")]), "2018-06-18"), [], "it goes with its measure again");
}

#[test]
fn a_deputy_is_told_as_well_while_somebody_is_away_and_for_whom() {
    let people = |is_away| {
        let principal = Addressee { deputy_id: Some(2), is_away, ..person(1, Some(3), &[LEAD]) };
        vec![principal, person(2, None, &[])]
    };
    let facts =
        |is_away| Facts { measures: vec![measure(1, None, Some(3), "2018-04")], people: people(is_away), ..Facts::default() };
    let whom = |facts| -> Vec<(i64, Option<String>)> {
        let digests = digests(facts, day("2018-05-09")).digests;
        digests.iter().flat_map(|d| d.lines().map(|line| (d.to.id, line.for_whom.clone()))).collect()
    };
    assert_eq!(whom(facts(true)), [(1, None), (2, Some("Person 1".to_owned()))]);
    assert_eq!(whom(facts(false)), [(1, None)]);
    // Who leads as well is told once, in their own right.
    let mut both = facts(true);
    both.people[1] = person(2, Some(3), &[LEAD]);
    assert_eq!(whom(both), [(1, None), (2, None)]);
}

#[test]
fn what_somebody_does_not_want_to_hear_daily_waits_and_is_not_lost() {
    let facts = |digest| Facts {
        // The weekly reminder after its date falls due on Tuesday, 15 May; the other is due on 22 June.
        measures: vec![measure(1, Some(1), None, "2018-05-08"), measure(2, Some(1), None, "2018-06-22")],
        people: vec![Addressee { digest, ..person(1, None, &[MEMBER]) }],
        ..Facts::default()
    };
    let said = |digest, today| -> Vec<String> { told(facts(digest), today).into_iter().flat_map(|(.., keys)| keys).collect() };
    assert_eq!(said(DigestChoice::Daily, "2018-05-16"), ["m1"]);
    assert_eq!(said(DigestChoice::Weekly, "2018-05-16"), [""; 0], "it fell due after the week had opened");
    assert_eq!(said(DigestChoice::Weekly, "2018-05-22"), ["m1"], "the week after Victoria Day opens on Tuesday");
    assert_eq!(said(DigestChoice::Daily, "2018-05-23"), ["m1", "m2"]);
    assert_eq!(said(DigestChoice::Late, "2018-05-23"), ["m1"]);
    assert_eq!(said(DigestChoice::Late, "2018-06-22"), ["m1", "m2"], "due today");
}
