//! My work: who is asked for what, in which order.

use crate::support::{Bench, Db, measure};
use app::{
    api::{
        measures::NextAction,
        work::{Asked, WorkPage},
    },
    backend::{Caller, Decisions, Measures, Progress, Work},
};
use domain::{people::Role, progress::TypedProgress, reminders::Urgency};
use rstest::rstest;
use server::{services::Services, store::measures};

async fn asked(services: &Services, caller: &Caller) -> (Vec<(String, Asked, Urgency)>, WorkPage) {
    let page = Work::show(services, caller, 1).await.expect("a page");
    let asked = page.items.iter().map(|item| (item.measure.label.clone(), item.asked, item.urgency)).collect();
    (asked, page)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_lead_is_asked_for_what_is_late_due_or_silent_of_the_own_organisation(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (sp, _) = (bench.organisation("SP").await, bench.organisation("GRC").await);
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let lead = bench.person("Luc", Some(sp), Role::Lead).await;
    let of = |owner: &str, due: &str| measure("Une mesure", owner, due);
    let measures =
        vec![of("SP", "2019"), of("GRC", "2018-01"), of("SP", "2018-04-10"), of("SP", "2018-01"), of("SP", "2018-03-20")];
    let plan = bench.approved_plan(&coordinator, measures).await;
    bench.draft_plan(vec![of("SP", "2018-01")]).await;

    let (found, page) = asked(&bench.services, &lead).await;
    let report = |label: &str, urgency| (label.to_owned(), Asked::ReportProgress, urgency);
    let expected = [
        report("4", Urgency::Overdue),
        report("5", Urgency::DueWithinTwoWeeks),
        report("3", Urgency::DueWithinThirtyDays),
        report("1", Urgency::Later),
    ];
    assert_eq!(found, expected);
    assert_eq!((page.overdue, page.quiet, page.is_lead, page.drafts.len()), (1, 0, true, 0));

    let (first, version) = (bench.measures(plan).await[0].figures.id, 0);
    let said = TypedProgress { status: "planning".into(), text_lang: "fr".into(), ..TypedProgress::default() };
    bench.services.record(&lead, first, version, &said).await.expect("the update");
    let (found, page) = asked(&bench.services, &lead).await;
    assert_eq!((found.len(), page.quiet), (3, 1), "what was reported on in the period asks for nothing before it is due");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_coordinator_is_asked_for_claims_the_unstaffed_the_unowned_and_drafts(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (sp, _) = (bench.organisation("SP").await, bench.organisation("GRC").await);
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    bench.person("Luc", Some(sp), Role::Lead).await;
    let mut claimed = measure("Dite faite", "SP", "2018-01");
    claimed.completed = true;
    let of = |owner: &str, due: &str| measure("Une mesure", owner, due);
    let measures = vec![of("SP", "2018-01"), of("GRC", "2018-02"), of("", "2018-03-20"), of("quelqu’un", "none"), claimed];
    bench.approved_plan(&coordinator, measures).await;
    bench.draft_plan(vec![of("SP", "2018-01")]).await;

    let (found, page) = asked(&bench.services, &coordinator).await;
    let expected = [
        ("2".to_owned(), Asked::AskOrganisation, Urgency::Overdue),
        ("3".to_owned(), Asked::NameOwner, Urgency::DueWithinTwoWeeks),
        ("5".to_owned(), Asked::VerifyClaim, Urgency::Later),
        ("4".to_owned(), Asked::NameOwner, Urgency::Later),
    ];
    assert_eq!(found, expected);
    assert_eq!((page.overdue, page.quiet, page.drafts.len(), page.may_import), (1, 1, 1, true));
}

#[tokio::test]
async fn the_list_is_cut_in_pages_and_counted_as_a_whole() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let lead = bench.person("Luc", Some(sp), Role::Lead).await;
    bench.approved_plan(&coordinator, (0..30).map(|_| measure("Une mesure", "SP", "2018-01")).collect()).await;
    let page = Work::show(&bench.services, &lead, 2).await.expect("a page");
    assert_eq!((page.items.len(), page.page.total, page.overdue), (5, 30, 30));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_late_deliverable_is_asked_for_before_its_measure_is_late(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let lead = bench.person("Luc", Some(sp), Role::Lead).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Une mesure", "SP", "2019")]).await;
    let measure = bench.measures(plan).await.remove(0);
    let said = TypedProgress { status: "planning".into(), text_lang: "fr".into(), ..TypedProgress::default() };
    bench.services.record(&lead, measure.figures.id, 0, &said).await.expect("the update");
    assert_eq!(asked(&bench.services, &lead).await.0, [], "it was reported in the period");

    let deliverable = &measure.deliverables[0];
    let due = Some("2018-02".parse().expect("a due date"));
    bench.write(async |tx| measures::edit_deliverable(tx, deliverable.id, &deliverable.title, due).await).await;
    let (found, page) = asked(&bench.services, &lead).await;
    assert_eq!(found, [("1".to_owned(), Asked::ReportProgress, Urgency::Overdue)]);
    assert_eq!((page.overdue, page.items[0].measure.late_deliverables()), (1, 1));
    let shown = Measures::show(&bench.services, &lead, measure.figures.id, 1).await.expect("a page");
    assert_eq!(shown.next, NextAction::ReportLateDeliverable);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_was_promised_for_the_date_of_its_measure_is_extended_with_it(#[case] db: Db) {
    use domain::extensions::{TypedExtension, TypedRuling};
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let (lead, eve) = (bench.person("Luc", Some(sp), Role::Lead).await, bench.person("Eve", None, Role::Executive).await);
    let plan = bench.approved_plan(&coordinator, vec![measure("Une mesure", "SP", "2018-04")]).await;
    let measure = bench.measures(plan).await.remove(0);
    let deliverable = &measure.deliverables[0];
    let promise = async |date: &str| {
        let due = Some(date.parse().expect("a due date"));
        bench.write(async |tx| measures::edit_deliverable(tx, deliverable.id, &deliverable.title, due).await).await;
    };
    promise("2018-04").await;
    let typed = TypedExtension {
        new_date: "décembre 2018".into(),
        extension_reason: "Le consultant est parti".into(),
        impact: "Aucune".into(),
        text_lang: "fr".into(),
        ..TypedExtension::default()
    };
    let request = bench.services.request_extension(&lead, measure.figures.id, 0, &typed).await.expect("a request");
    let version = bench.measures(plan).await[0].lock_version;
    let ruling = TypedRuling { answer: "as_asked".into(), text_lang: "fr".into(), ..TypedRuling::default() };
    bench.services.decide_extension(&eve, request, version, &ruling).await.expect("a decision");

    let services = bench.on("2018-05-10");
    let version = bench.measures(plan).await[0].lock_version;
    let said = TypedProgress { status: "planning".into(), text_lang: "fr".into(), ..TypedProgress::default() };
    services.record(&lead, measure.figures.id, version, &said).await.expect("the update");
    assert_eq!(asked(&services, &lead).await.0, [], "the mail asks for nothing either");
    let next = async || Measures::show(&services, &lead, measure.figures.id, 1).await.expect("a page");
    let shown = next().await;
    assert_eq!((shown.next, shown.row.late_deliverables()), (NextAction::UpToDate, 0));

    promise("2018-03").await;
    assert_eq!(asked(&services, &lead).await.0, [("1".to_owned(), Asked::ReportProgress, Urgency::Overdue)]);
    let shown = next().await;
    assert_eq!((shown.next, shown.row.deliverables[0].days_late), (NextAction::ReportLateDeliverable, 40));
}
