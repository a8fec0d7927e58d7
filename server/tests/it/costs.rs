//! Costs: the published sum, what is not in a total, who records, and that nothing is deleted.

use crate::support::{Bench, Db, day, measure};
use app::{
    api::costs::{CostsPage, OrganisationCostsView},
    backend::{Caller, Costs, Editing, Reports},
    error::AppError,
};
use domain::{
    costs::{Cents, Certainty, CostKind, TypedCost},
    measure::MeasureStatus,
    people::Role,
    problem::{Problem, ProblemCode},
    text::Lang,
    trail::RecordKind,
};
use rstest::rstest;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    documents::costs_table,
    services::{demo, reports::program_caller},
    store::{audit, entities::used_form},
};

const TODAY: &str = "2026-02-11";

async fn demo_costs(db: Db) -> Option<(Bench, i64, CostsPage)> {
    let bench = Bench::open(db).await?;
    let bench = Bench { services: bench.on(TODAY) };
    demo::load(&bench.services, day(TODAY), false).await.expect("the demo");
    let plan = bench.services.plans_matching("horizontal").await.expect("the plans")[0].id;
    let page = Costs::show(&bench.services, &program_caller("test", Lang::En), plan).await.expect("the page");
    Some((bench, plan, page))
}

fn of<'a>(page: &'a CostsPage, code: &str) -> &'a OrganisationCostsView {
    page.tables.organisations.iter().find(|of| of.organisation.code == code).expect("the organisation")
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_demo_carries_the_published_commitments_to_the_dollar(#[case] db: Db) {
    let Some((_, _, page)) = demo_costs(db).await else { return };
    let totals: Vec<_> = page.tables.years.iter().map(|total| (total.year.0, total.kind, total.all)).collect();
    let [first, spent, second] = totals.as_slice() else { panic!("{totals:?}") };
    assert_eq!((first.0, first.1), (2012, CostKind::Commitment));
    assert_eq!((first.2.exact, first.2.exact_lines), (Cents::dollars(7_306_000), 10));
    assert_eq!((first.2.up_to_lines, first.2.not_tracked), (0, 0));
    assert_eq!((second.0, second.2.up_to, second.2.exact_lines), (2013, Cents::dollars(500_000), 0));
    assert_eq!((spent.1, spent.2.exact_lines, spent.2.not_tracked), (CostKind::Actual, 2, 7));
    assert_eq!(page.tables.years[0].shared.exact, Cents::dollars(2_030_000));
}

#[tokio::test]
async fn a_shared_amount_is_beside_both_organisations_and_most_do_not_track_what_they_spend() {
    let (_, _, page) = demo_costs(Db::Sqlite).await.expect("SQLite is always there");
    let (grc, asfc) = (of(&page, "RCMP"), of(&page, "CBSA"));
    assert_eq!(grc.costs.commitment.own.exact, Cents::dollars(2_900_000));
    assert_eq!(asfc.costs.commitment.own.exact, Cents::dollars(445_000));
    for organisation in [grc, asfc] {
        assert_eq!(organisation.costs.commitment.shared.exact, Cents::dollars(2_030_000));
    }
    let untracked: Vec<&str> = page
        .tables
        .organisations
        .iter()
        .filter(|of| of.costs.actual.is_not_tracked())
        .map(|of| of.organisation.code.as_str())
        .collect();
    assert_eq!(untracked, ["CBSA", "GAC", "INAC", "IRCC", "JUS", "RCMP", "SWC"]);
    assert_eq!(of(&page, "ESDC").costs.actual.own.exact, Cents::dollars(138_900));
}

#[tokio::test]
async fn the_report_has_the_costs_of_its_day_and_the_table_is_safe_to_open() {
    let (bench, plan, page) = demo_costs(Db::Sqlite).await.expect("SQLite is always there");
    let caller = program_caller("test", Lang::En);
    let now = Reports::meeting(&bench.services, &caller, plan, None).await.expect("the report");
    assert_eq!(now.costs, page.tables);
    let before = Reports::meeting(&bench.services, &caller, plan, Some(day("2020-01-01"))).await.expect("the report");
    assert!(before.costs.lines.is_empty(), "nothing was recorded by then");
    let csv = String::from_utf8(costs_table(Lang::Fr, &page.tables).expect("the file")).expect("UTF-8");
    let rows: Vec<_> = csv.lines().collect();
    assert_eq!(rows.len(), 1 + page.tables.lines.len());
    assert!(rows[1].contains("2030000,00") && rows[1].contains(";CBSA, RCMP;Oui;"), "{}", rows[1]);
    assert!(csv.contains("Non suivi;;"), "what is not tracked has no amount");
}

/// A plan of SP, its coordinator and a reader.
async fn scene(db: Db) -> Option<(Bench, i64, i64, Caller, Caller)> {
    let bench = Bench::open(db).await?;
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let reader = bench.person("Rita", Some(sp), Role::Reader).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "SP", "2018-04")]).await;
    Some((bench, plan, sp, coordinator, reader))
}

fn typed(organisation: i64, amount: &str) -> TypedCost {
    TypedCost {
        activity_fr: "=Formation".into(),
        kind: "commitment".into(),
        year: "2018-2019".into(),
        source: "new".into(),
        certainty: "exact".into(),
        amount: amount.into(),
        organisations: vec![organisation.to_string()],
        ..TypedCost::default()
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_line_is_added_corrected_and_archived_and_each_step_is_on_record(#[case] db: Db) {
    let Some((bench, plan, sp, coordinator, _)) = scene(db).await else { return };
    let s = &bench.services;
    s.add(&coordinator, plan, &typed(sp, "96 000 $")).await.expect("added");
    let line = Costs::show(s, &coordinator, plan).await.expect("the page").tables.lines[0].clone();
    assert_eq!(line.line.amount, Some(Cents::dollars(96_000)));
    let form = s.line(&coordinator, line.id).await.expect("the form");
    assert_eq!((form.typed.year.as_str(), form.typed.amount.as_str()), ("2018-2019", "96 000 $"));
    let other = TypedCost { certainty: "not_tracked".into(), kind: "actual".into(), amount: String::new(), ..form.typed };
    assert_eq!(s.correct(&coordinator, line.id, 0, &other).await, Ok(plan));
    assert_eq!(s.correct(&coordinator, line.id, 0, &other).await, Err(AppError::Conflict));
    let corrected = Costs::show(s, &coordinator, plan).await.expect("the page").tables.lines[0].line.clone();
    assert_eq!((corrected.certainty, corrected.amount), (Certainty::NotTracked, None));

    let refused = s.archive(&coordinator, line.id, 1, " ").await.expect_err("no reason");
    assert_eq!(refused.problems()[0].code, ProblemCode::ReasonRequired);
    assert_eq!(s.archive(&coordinator, line.id, 1, "Consigné deux fois").await, Ok(plan));
    let page = Costs::show(s, &coordinator, plan).await.expect("the page");
    assert!(page.tables.lines.is_empty() && page.tables.years.is_empty());
    assert_eq!(page.archived[0].archived.as_ref().map(|(_, reason)| reason.as_str()), Some("Consigné deux fois"));
    assert_eq!(s.line(&coordinator, line.id).await.map(drop), Err(AppError::NotFound));
    let told = bench
        .write(async |tx| audit::history(tx, &audit::Which::record(domain::trail::RecordKind::Cost, line.id), 0, 10).await)
        .await;
    assert_eq!(told.iter().map(|row| row.action.as_str()).collect::<Vec<_>>(), ["cost_archived", "cost_corrected", "cost_added"]);
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_correction_changes_no_report_of_a_day_before_it(#[case] db: Db) {
    let Some((bench, plan, sp, coordinator, _)) = scene(db).await else { return };
    let (first, later, last) = (bench.on("2020-02-01"), bench.on("2020-03-10"), bench.on("2020-04-02"));
    first.add(&coordinator, plan, &typed(sp, "96 000 $")).await.expect("added");
    let line = Costs::show(&first, &coordinator, plan).await.expect("the page").tables.lines[0].id;
    // On the same day it was never said otherwise.
    assert_eq!(first.correct(&coordinator, line, 0, &typed(sp, "95 000 $")).await, Ok(plan));
    assert_eq!(later.correct(&coordinator, line, 1, &typed(sp, "80 000 $")).await, Ok(plan));
    assert_eq!(last.correct(&coordinator, line, 2, &typed(sp, "70 000 $")).await, Ok(plan));
    for (on, dollars) in [("2020-02-28", 95_000), ("2020-03-10", 80_000), ("2020-04-01", 80_000), ("2020-04-02", 70_000)] {
        let report = Reports::meeting(&last, &coordinator, plan, Some(day(on))).await.expect("the report");
        let said: Vec<_> = report.costs.lines.iter().map(|row| (row.id, row.line.amount)).collect();
        assert_eq!(said, [(line, Some(Cents::dollars(dollars)))], "on {on}");
        assert_eq!(report.costs.lines[0].archived, None, "it stood on {on}");
        assert_eq!(report.costs.organisations[0].costs.commitment.own.exact, Cents::dollars(dollars), "on {on}");
    }
    let page = Costs::show(&last, &coordinator, plan).await.expect("the page");
    assert!(page.archived.is_empty(), "what was corrected was not put away: {:?}", page.archived);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_was_spent_is_still_recorded_once_the_plan_is_closed_and_nothing_else(#[case] db: Db) {
    let Some((bench, plan, sp, coordinator, _)) = scene(db).await else { return };
    let s = &bench.services;
    s.add(&coordinator, plan, &typed(sp, "96 000 $")).await.expect("a commitment");
    let id = bench.measures(plan).await[0].figures.id;
    bench
        .write(async |tx| server::store::demo::end_measure(tx, id, MeasureStatus::VerifiedClosed, day("2018-03-10")).await)
        .await;
    Editing::close(s, &coordinator, plan, 1).await.expect("the end");

    let refused = s.add(&coordinator, plan, &typed(sp, "1")).await.expect_err("a commitment");
    assert_eq!(refused.problems(), [Problem::new("cost_kind", ProblemCode::OnlyActualCosts)]);
    let spent = TypedCost { kind: "actual".into(), ..typed(sp, "90 000 $") };
    assert_eq!(s.new_line(&coordinator, plan).await.expect("the form").typed.kind, "actual");
    s.add(&coordinator, plan, &spent).await.expect("what was spent");
    let page = Costs::show(s, &coordinator, plan).await.expect("the page");
    assert!(page.may_record && page.is_closed);
    let line = |kind: CostKind| page.tables.lines.iter().find(|row| row.line.kind == kind).expect("a line").id;
    let (promised, actual) = (line(CostKind::Commitment), line(CostKind::Actual));
    assert_eq!(s.correct(&coordinator, promised, 0, &spent).await, Err(AppError::NotAllowed));
    assert_eq!(s.archive(&coordinator, promised, 0, "Erreur").await, Err(AppError::NotAllowed));
    let more = TypedCost { amount: "91 000 $".into(), ..spent };
    assert_eq!(s.correct(&coordinator, actual, 0, &more).await, Ok(plan));
    let rows = bench.write(async |tx| audit::history(tx, &audit::Which::record(RecordKind::Cost, actual), 0, 10).await).await;
    assert_eq!(rows.iter().map(|row| row.action.as_str()).collect::<Vec<_>>(), ["cost_corrected", "cost_added"]);
}

#[tokio::test]
async fn the_trail_of_the_demo_says_what_each_line_of_costs_said() {
    let (bench, _, page) = demo_costs(Db::Sqlite).await.expect("SQLite is always there");
    let line = page.tables.lines.iter().find(|row| row.line.amount.is_some()).expect("an amount");
    let rows = bench.write(async |tx| audit::history(tx, &audit::Which::record(RecordKind::Cost, line.id), 0, 10).await).await;
    let amount = line.line.amount.map(|amount| amount.get().to_string());
    assert!(rows[0].changes.contains(&("amount_cents".to_owned(), None, amount)), "{rows:?}");
}

#[tokio::test]
async fn whoever_reads_reports_reads_costs_and_only_the_coordination_records_them() {
    let (bench, plan, sp, coordinator, reader) = scene(Db::Sqlite).await.expect("SQLite is always there");
    let s = &bench.services;
    s.add(&coordinator, plan, &typed(sp, "1")).await.expect("added");
    let page = Costs::show(s, &reader, plan).await.expect("the page");
    assert!(!page.may_record && page.archived.is_empty());
    let id = page.tables.lines[0].id;
    let stranger = bench.person_with("Nobody", None, &[]).await;
    for (who, expected) in [(&reader, AppError::NotAllowed), (&stranger, AppError::NotFound)] {
        assert_eq!(s.new_line(who, plan).await.map(drop), Err(expected.clone()));
        assert_eq!(s.line(who, id).await.map(drop), Err(expected.clone()));
        assert_eq!(s.add(who, plan, &typed(sp, "1")).await, Err(expected.clone()));
        assert_eq!(s.correct(who, id, 0, &typed(sp, "1")).await, Err(expected.clone()));
        assert_eq!(s.archive(who, id, 0, "x").await, Err(expected));
    }
    assert_eq!(Costs::show(s, &stranger, plan).await.map(drop), Err(AppError::NotFound));
    let unknown = s.add(&coordinator, plan, &typed(999, "1")).await.expect_err("no such organisation");
    assert_eq!(unknown.problems()[0].field, "cost_organisations");
}

#[tokio::test]
async fn a_cell_that_looks_like_a_formula_is_only_text() {
    let (bench, plan, sp, coordinator, _) = scene(Db::Sqlite).await.expect("SQLite is always there");
    bench.services.add(&coordinator, plan, &typed(sp, "1")).await.expect("added");
    let page = Costs::show(&bench.services, &coordinator, plan).await.expect("the page");
    let csv = String::from_utf8(costs_table(Lang::En, &page.tables).expect("the file")).expect("UTF-8");
    assert!(csv.contains("\n'=Formation,"), "{csv}");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_form_that_is_sent_twice_adds_one_line_and_another_one_when_something_else_is_typed(#[case] db: Db) {
    let Some((bench, plan, sp, coordinator, reader)) = scene(db).await else { return };
    let s = &bench.services;
    let count = async || Costs::show(s, &coordinator, plan).await.expect("the page").tables.lines.len();
    let line = TypedCost { form_key: "this view".into(), ..typed(sp, "96 000 $") };
    let unreadable = TypedCost { amount: "beaucoup".into(), ..line.clone() };
    assert!(s.add(&coordinator, plan, &unreadable).await.is_err());
    for _ in 0..2 {
        s.add(&coordinator, plan, &line).await.expect("added, or told so");
    }
    assert_eq!(count().await, 1);
    assert_eq!(s.add(&reader, plan, &line).await, Err(AppError::NotAllowed), "a key opens nothing");
    s.add(&coordinator, plan, &TypedCost { amount: "97 000 $".into(), ..line.clone() }).await.expect("another line");
    s.add(&coordinator, plan, &TypedCost { form_key: "another view".into(), ..line.clone() }).await.expect("the same again");
    assert_eq!(count().await, 3);
    let at_once = TypedCost { form_key: "at once".into(), ..line };
    let both = tokio::join!(s.add(&coordinator, plan, &at_once), s.add(&coordinator, plan, &at_once));
    assert_eq!((both, count().await), ((Ok(()), Ok(())), 4));
    let used = async || bench.write(async |tx| Ok(used_form::Entity::find().count(tx).await?)).await;
    assert_eq!(used().await, 4);
    bench.on("2018-03-20").tidy_sign_in().await.expect("a tidy table");
    assert_eq!(used().await, 0, "nobody sends those any more");
}
