use super::*;
use crate::{
    measure::MeasureStatus,
    people::Principal,
    text::{Coded, Lang},
};
use rstest::rstest;

const ME: i64 = 7;
const MY_ORGANISATION: i64 = 3;
const PLAN: i64 = 1;

fn actor(grants: Vec<Grant>) -> Actor {
    Actor {
        person: ME,
        name: "A".into(),
        organisation: Some(MY_ORGANISATION),
        lang: Lang::En,
        time_zone: None,
        grants,
        stands_in_for: Vec::new(),
    }
}

fn person(role: Role, plan: Option<i64>) -> Actor {
    actor(vec![Grant { role, plan }])
}

fn plan(status: PlanStatus) -> PlanSubject {
    PlanSubject { id: PLAN, status }
}

fn measure(status: PlanStatus, lead: Option<i64>, owner: Option<i64>) -> MeasureSubject {
    MeasureSubject { plan: plan(status), lead_organisation: lead, owner, status: MeasureStatus::InProgress }
}

/// The letters of the table below.
const LETTERS: [(char, Role); 6] = [
    ('A', Role::Administrator),
    ('C', Role::Coordinator),
    ('L', Role::Lead),
    ('M', Role::Member),
    ('E', Role::Executive),
    ('R', Role::Reader),
];

/// What, the action, and four times who may, by the letters of the roles.
type Row = (&'static str, Action, &'static str, &'static str, &'static str, &'static str);

/// Every action that can be asked for, in every state that matters to it: who may, with the role on the whole
/// instance; who may with the role on that plan only; and the deputies of whom may, while they are there and while they
/// are away.
fn table() -> Vec<Row> {
    use Action::*;
    use PlanStatus::{Approved, Closed, Draft};
    let own = |status| measure(status, Some(MY_ORGANISATION), None);
    let verified = MeasureSubject { status: MeasureStatus::VerifiedClosed, ..own(Approved) };
    let dropped = MeasureSubject { status: MeasureStatus::NoLongerApplicable, ..own(Approved) };
    let others = |status| measure(status, Some(4), None);
    vec![
        ("view a draft", ViewPlan(plan(Draft)), "AC", "AC", "", "C"),
        ("view an approved plan", ViewPlan(plan(Approved)), "ACLMER", "ACLMER", "L", "ACLMER"),
        ("view a closed plan", ViewPlan(plan(Closed)), "ACLMER", "ACLMER", "L", "ACLMER"),
        ("read reports of a draft", ViewReports(plan(Draft)), "AC", "AC", "", "C"),
        ("read reports of an approved plan", ViewReports(plan(Approved)), "ACLMER", "ACLMER", "L", "ACLMER"),
        ("read reports of a closed plan", ViewReports(plan(Closed)), "ACLMER", "ACLMER", "L", "ACLMER"),
        ("approve a draft", ApprovePlan(plan(Draft)), "AC", "AC", "", ""),
        ("approve twice", ApprovePlan(plan(Approved)), "", "", "", ""),
        ("approve a closed plan", ApprovePlan(plan(Closed)), "", "", "", ""),
        ("import", ImportPlan, "AC", "", "", ""),
        ("edit a draft", EditPlan(plan(Draft)), "AC", "AC", "", "C"),
        ("amend an approved plan", EditPlan(plan(Approved)), "AC", "AC", "", "C"),
        ("edit a closed plan", EditPlan(plan(Closed)), "", "", "", ""),
        ("close a draft", ClosePlan(plan(Draft)), "", "", "", ""),
        ("close an approved plan", ClosePlan(plan(Approved)), "AC", "AC", "", ""),
        ("close twice", ClosePlan(plan(Closed)), "", "", "", ""),
        ("see what is internal to a draft", ViewInternal(plan(Draft)), "AC", "AC", "", "C"),
        ("see what is internal", ViewInternal(plan(Approved)), "ACLME", "ACLME", "L", "ACLME"),
        ("see what is internal to a closed plan", ViewInternal(plan(Closed)), "ACLME", "ACLME", "L", "ACLME"),
        ("comment in a draft", Comment(plan(Draft)), "", "", "", ""),
        ("comment", Comment(plan(Approved)), "ACLME", "ACLME", "L", "ACLME"),
        ("comment in a closed plan", Comment(plan(Closed)), "", "", "", ""),
        ("answer a proposal in a draft", AnswerProposal(own(Draft)), "", "", "", ""),
        ("answer a proposal", AnswerProposal(own(Approved)), "CE", "CE", "", "CE"),
        ("answer a proposal about an own measure", AnswerProposal(measure(Approved, Some(4), Some(ME))), "C", "C", "", "C"),
        ("answer a proposal about a verified measure", AnswerProposal(verified), "C", "C", "", "C"),
        ("answer a proposal in a closed plan", AnswerProposal(own(Closed)), "C", "C", "", "C"),
        ("record costs of a draft", RecordCosts(plan(Draft)), "C", "C", "", "C"),
        ("record costs", RecordCosts(plan(Approved)), "C", "C", "", "C"),
        ("record costs of a closed plan", RecordCosts(plan(Closed)), "C", "C", "", "C"),
        ("report in a draft", ReportProgress(own(Draft)), "", "", "", ""),
        ("report for the own organisation", ReportProgress(own(Approved)), "CL", "CL", "L", "CL"),
        ("report in a closed plan", ReportProgress(own(Closed)), "", "", "", ""),
        ("report on a verified measure", ReportProgress(verified), "", "", "", ""),
        ("report on a dropped measure", ReportProgress(dropped), "", "", "", ""),
        ("report for another organisation", ReportProgress(measure(Approved, Some(4), None)), "C", "C", "", "C"),
        ("report for nobody's measure", ReportProgress(measure(Approved, None, None)), "C", "C", "", "C"),
        (
            "report on a measure assigned in person",
            ReportProgress(measure(Approved, Some(4), Some(ME))),
            "ACLMER",
            "ACLMER",
            "L",
            "ACLMER",
        ),
        ("report on a measure assigned to another", ReportProgress(measure(Approved, Some(4), Some(8))), "C", "C", "", "C"),
        ("add evidence in a draft", AddEvidence(own(Draft)), "", "", "", ""),
        ("add evidence", AddEvidence(own(Approved)), "CL", "CL", "L", "CL"),
        ("add evidence for another organisation", AddEvidence(others(Approved)), "C", "C", "", "C"),
        ("add evidence to a verified measure", AddEvidence(verified), "CL", "CL", "L", "CL"),
        ("add evidence to a dropped measure", AddEvidence(dropped), "", "", "", ""),
        ("add evidence in a closed plan", AddEvidence(MeasureSubject { plan: plan(Closed), ..verified }), "", "", "", ""),
        ("decide an extension in a draft", DecideExtension(own(Draft)), "", "", "", ""),
        ("decide an extension", DecideExtension(own(Approved)), "CE", "CE", "", "CE"),
        ("decide an extension of a verified measure", DecideExtension(verified), "", "", "", ""),
        ("decide an extension in a closed plan", DecideExtension(own(Closed)), "", "", "", ""),
        ("verify in a draft", Verify(own(Draft)), "", "", "", ""),
        ("verify", Verify(own(Approved)), "C", "C", "", "C"),
        ("verify what is verified", Verify(verified), "", "", "", ""),
        ("verify in a closed plan", Verify(own(Closed)), "", "", "", ""),
        ("decide the fate of a measure in a draft", DecideFate(own(Draft)), "", "", "", ""),
        ("decide the fate of a measure", DecideFate(own(Approved)), "CE", "CE", "", "CE"),
        ("decide the fate of an own measure", DecideFate(measure(Approved, Some(4), Some(ME))), "", "", "", ""),
        ("decide the fate of a verified measure", DecideFate(verified), "", "", "", ""),
        ("ask a contact", AskContact(others(Approved)), "C", "C", "", "C"),
        ("ask a contact in a draft", AskContact(others(Draft)), "", "", "", ""),
        ("ask a contact about a verified measure", AskContact(verified), "", "", "", ""),
        ("manage organisations", ManageOrganisations, "A", "", "", ""),
        ("manage people", ManagePeople, "A", "", "", ""),
        ("manage settings", ManageSettings, "A", "", "", ""),
        ("read the log", ReadLog, "A", "", "", ""),
        ("watch the mail", WatchMail, "AC", "", "", ""),
        ("see who has not reported", WatchReporting(plan(Approved)), "C", "C", "", "C"),
        ("see who had not reported", WatchReporting(plan(Closed)), "C", "C", "", "C"),
        ("see who has not reported on a draft", WatchReporting(plan(Draft)), "", "", "", ""),
        ("withdraw evidence in a draft", WithdrawEvidence(own(Draft)), "", "", "", ""),
        ("withdraw evidence", WithdrawEvidence(own(Approved)), "CL", "CL", "L", "CL"),
        ("withdraw evidence of another organisation", WithdrawEvidence(others(Approved)), "C", "C", "", "C"),
        ("withdraw evidence of a dropped measure", WithdrawEvidence(dropped), "CL", "CL", "L", "CL"),
        ("withdraw evidence in a closed plan", WithdrawEvidence(own(Closed)), "CL", "CL", "L", "CL"),
        ("open what was withdrawn in a draft", OpenWithdrawn(plan(Draft)), "C", "C", "", "C"),
        ("open what was withdrawn", OpenWithdrawn(plan(Approved)), "C", "C", "", "C"),
        ("open what was withdrawn in a closed plan", OpenWithdrawn(plan(Closed)), "C", "C", "", "C"),
    ]
}

fn who(action: Action, plan: Option<i64>) -> String {
    LETTERS.iter().filter(|(_, role)| person(*role, plan).may(action)).map(|(letter, _)| letter).collect()
}

/// Somebody without a role who is the deputy of the person of the table.
fn deputy(role: Role, plan: Option<i64>, is_away: bool) -> Actor {
    let grants = vec![Grant { role, plan }];
    let me = Principal { person: ME, name: "A".into(), organisation: Some(MY_ORGANISATION), is_away, grants };
    Actor { person: 70, organisation: None, stands_in_for: vec![me], ..actor(Vec::new()) }
}

fn deputies(action: Action, plan: Option<i64>, is_away: bool) -> String {
    LETTERS.iter().filter(|(_, role)| deputy(*role, plan, is_away).may(action)).map(|(letter, _)| letter).collect()
}

#[test]
fn each_role_may_do_exactly_what_rule_8_says_in_each_state() {
    for (what, action, on_instance, on_plan, ..) in table() {
        assert_eq!(who(action, None), on_instance, "{what}, role on the instance");
        assert_eq!(who(action, Some(PLAN)), on_plan, "{what}, role on this plan");
        assert_eq!(who(action, Some(PLAN + 1)), "", "{what}, role on another plan");
        assert!(!actor(Vec::new()).may(action), "{what}, without a role");
    }
}

#[test]
fn each_deputy_may_do_exactly_what_rule_8_says_in_each_state() {
    for (what, action, _, _, of_present, of_away) in table() {
        for plan in [None, Some(PLAN)] {
            assert_eq!(deputies(action, plan, false), of_present, "{what}, deputy of somebody who is there, {plan:?}");
            assert_eq!(deputies(action, plan, true), of_away, "{what}, deputy of somebody who is away, {plan:?}");
        }
        assert_eq!(deputies(action, Some(PLAN + 1), true), "", "{what}, deputy for another plan");
    }
}

/// As whom somebody decides: the letters of their own roles, the principals who are away with theirs, who is barred,
/// and the person the workflow looks at.
#[rstest]
#[case::by_nobodys_authority_but_the_requesters("", &[(20, 'C')], &[20], 20)]
#[case::by_their_own("C", &[(20, 'C')], &[20], ME)]
#[case::by_their_own_as_an_executive("E", &[(20, 'C')], &[20], ME)]
#[case::by_somebody_elses("", &[(20, 'C'), (21, 'E')], &[20], ME)]
#[case::when_both_are_barred("", &[(20, 'C'), (21, 'C')], &[20, 21], 20)]
#[case::by_that_of_one_who_is_not_barred("", &[(20, 'C')], &[21], ME)]
#[case::by_a_role_that_decides_nothing("R", &[(20, 'C')], &[20], 20)]
#[case::when_they_are_barred_themselves("C", &[], &[ME], ME)]
#[case::when_whom_they_stand_in_for_lends_nothing("C", &[(20, 'R')], &[20], ME)]
fn nobody_decides_by_the_authority_of_who_could_not(
    #[case] own: &str,
    #[case] principals: &[(i64, char)],
    #[case] barred: &[i64],
    #[case] expected: i64,
) {
    let role = |letter: char| LETTERS.iter().find(|(known, _)| *known == letter).expect("a role").1;
    let grant = |letter| Grant { role: role(letter), plan: Some(PLAN) };
    let principal = |(person, letter): &(i64, char)| Principal {
        person: *person,
        name: "B".into(),
        organisation: None,
        is_away: true,
        grants: vec![grant(*letter)],
    };
    let stands_in_for = principals.iter().map(principal).collect();
    let asks = Actor { stands_in_for, ..actor(own.chars().map(grant).collect()) };
    let action = Action::DecideExtension(measure(PlanStatus::Approved, Some(4), None));
    assert_eq!(asks.decides_as(action, barred), expected);
}

#[test]
fn the_roles_that_a_deputy_exercises_ask_for_a_second_factor_like_ones_own() {
    let exercised = |is_away| {
        let asked = |role: &Role| deputy(*role, None, is_away).exercises(&[*role]);
        LETTERS.iter().filter(|(_, role)| asked(role)).map(|(letter, _)| letter).collect::<String>()
    };
    assert_eq!((exercised(false).as_str(), exercised(true).as_str()), ("L", "CLMER"));
    assert!(LETTERS.iter().all(|(_, role)| person(*role, Some(PLAN)).exercises(&[*role])));
    assert!(!deputy(Role::Coordinator, None, true).exercises(&[Role::Lead]));
}

#[test]
fn the_table_knows_every_role_and_every_action() {
    assert_eq!(LETTERS.map(|(_, role)| role), Role::ALL);
    let mut kinds: Vec<String> = table().iter().map(|(_, action, ..)| kind(*action)).collect();
    kinds.dedup();
    assert_eq!(kinds, ACTIONS);
}

/// The name of an action without its subject. A new action does not compile until it is named here, and the test
/// above fails until the table has it.
fn kind(action: Action) -> String {
    let name = match action {
        Action::ViewPlan(_) => ACTIONS[0],
        Action::ViewReports(_) => ACTIONS[1],
        Action::ApprovePlan(_) => ACTIONS[2],
        Action::ImportPlan => ACTIONS[3],
        Action::EditPlan(_) => ACTIONS[4],
        Action::ClosePlan(_) => ACTIONS[5],
        Action::ViewInternal(_) => ACTIONS[6],
        Action::Comment(_) => ACTIONS[7],
        Action::AnswerProposal(_) => ACTIONS[8],
        Action::RecordCosts(_) => ACTIONS[9],
        Action::ReportProgress(_) => ACTIONS[10],
        Action::AddEvidence(_) => ACTIONS[11],
        Action::DecideExtension(_) => ACTIONS[12],
        Action::Verify(_) => ACTIONS[13],
        Action::DecideFate(_) => ACTIONS[14],
        Action::AskContact(_) => ACTIONS[15],
        Action::ManageOrganisations => ACTIONS[16],
        Action::ManagePeople => ACTIONS[17],
        Action::ManageSettings => ACTIONS[18],
        Action::ReadLog => ACTIONS[19],
        Action::WatchMail => ACTIONS[20],
        Action::WatchReporting(_) => ACTIONS[21],
        Action::WithdrawEvidence(_) => ACTIONS[22],
        Action::OpenWithdrawn(_) => ACTIONS[23],
    };
    name.to_owned()
}

const ACTIONS: [&str; 24] = [
    "view",
    "reports",
    "approve",
    "import",
    "edit",
    "close",
    "internal",
    "comment",
    "proposal",
    "costs",
    "report progress",
    "evidence",
    "extension",
    "verify",
    "fate",
    "contact",
    "organisations",
    "people",
    "settings",
    "log",
    "mail",
    "reporting",
    "withdraw",
    "withdrawn",
];

fn deputy_of(role: Role, is_away: bool) -> Actor {
    let grants = vec![Grant { role, plan: Some(PLAN) }];
    let principal = Principal { person: 20, name: "B".into(), organisation: Some(9), is_away, grants };
    Actor { stands_in_for: vec![principal], ..actor(Vec::new()) }
}

#[rstest]
#[case::their_organisation(Some(9), None, true)]
#[case::assigned_to_them(Some(4), Some(20), true)]
#[case::somebody_elses(Some(4), None, false)]
#[case::my_organisation_where_i_have_no_role(Some(MY_ORGANISATION), None, false)]
fn a_deputy_reports_for_a_lead_whether_or_not_the_lead_is_away(
    #[case] lead: Option<i64>,
    #[case] owner: Option<i64>,
    #[case] allowed: bool,
) {
    for is_away in [false, true] {
        let deputy = deputy_of(Role::Lead, is_away);
        assert!(deputy.may(Action::ViewPlan(plan(PlanStatus::Approved))));
        assert_eq!(deputy.may(Action::ReportProgress(measure(PlanStatus::Approved, lead, owner))), allowed);
        assert!(!deputy.may(Action::ReportProgress(measure(PlanStatus::Closed, lead, owner))));
    }
}

#[test]
fn a_deputy_sees_what_other_roles_see_only_while_they_are_away() {
    for role in [Role::Coordinator, Role::Member, Role::Executive, Role::Reader] {
        assert!(!deputy_of(role, false).may(Action::ViewPlan(plan(PlanStatus::Approved))), "{role:?}");
        assert!(deputy_of(role, true).may(Action::ViewPlan(plan(PlanStatus::Approved))), "{role:?}");
    }
    assert!(!deputy_of(Role::Lead, true).may(Action::ViewPlan(plan(PlanStatus::Draft))));
}

#[test]
fn what_a_deputy_may_not_do_alone_is_done_in_the_place_of_somebody() {
    let (theirs, mine) =
        (measure(PlanStatus::Approved, Some(9), None), measure(PlanStatus::Approved, Some(MY_ORGANISATION), None));
    let deputy = deputy_of(Role::Lead, false);
    assert_eq!(deputy.in_place_of(Action::ReportProgress(theirs)), Some(20));
    assert_eq!(deputy.in_place_of(Action::ReportProgress(mine)), None, "nobody may");
    let lead = Actor { grants: vec![Grant { role: Role::Lead, plan: Some(PLAN) }], ..deputy };
    assert_eq!(lead.in_place_of(Action::ReportProgress(theirs)), Some(20));
    assert_eq!(lead.in_place_of(Action::ReportProgress(mine)), None, "it is their own work");
}

#[test]
fn a_decision_is_taken_by_the_authority_of_somebody_who_may_take_it_where_there_is_one() {
    let absent = |person| Principal {
        person,
        name: "P".into(),
        organisation: None,
        is_away: true,
        grants: vec![Grant { role: Role::Coordinator, plan: Some(PLAN) }],
    };
    let deputy = Actor { stands_in_for: vec![absent(20), absent(21)], ..actor(Vec::new()) };
    let decide = Action::DecideExtension(measure(PlanStatus::Approved, Some(9), None));
    assert_eq!(deputy.by_authority_of(decide, &[]), Some(20));
    assert_eq!(deputy.by_authority_of(decide, &[20]), Some(21));
    assert_eq!(deputy.by_authority_of(decide, &[20, 21]), Some(20), "a meeting decided; somebody had to write it down");
    let coordinator = Actor { grants: vec![Grant { role: Role::Coordinator, plan: None }], ..deputy };
    assert_eq!(coordinator.by_authority_of(decide, &[20]), None);
}

#[test]
fn a_deputy_never_manages_the_instance() {
    let mut deputy = deputy_of(Role::Administrator, true);
    deputy.stands_in_for[0].grants[0].plan = None;
    for action in [Action::ManagePeople, Action::ManageSettings, Action::ReadLog, Action::ImportPlan] {
        assert!(!deputy.may(action), "{action:?}");
    }
}
