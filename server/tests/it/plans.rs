//! Plans: the list, the page and its filter, the approval.

use crate::support::{Bench, Db, measure};
use app::{
    api::plans::{PlanFilter, PlanPage},
    backend::{Measures, Plans, Trail},
    error::AppError,
};
use domain::{
    measure::{LatenessFilter, MeasureStatus},
    people::Role,
    plan::PlanStatus,
    trail::RecordKind,
};
use rstest::rstest;
use server::store::audit;

fn labels(page: &PlanPage) -> Vec<&str> {
    let linked = page.recommendations.iter().flat_map(|r| &r.measures);
    linked.chain(&page.unlinked).map(|m| m.label.as_str()).collect()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_filter_keeps_the_measures_that_meet_all_of_it(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (sp, grc) = (bench.organisation("SP").await, bench.organisation("GRC").await);
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let mut supported = measure("Étudier la ligne d’aide", "SP", "janvier 2018");
    supported.support = Some("GRC, quelqu’un".into());
    let mut unlinked = measure("Écrire un profil", "quelqu’un", "");
    unlinked.recommendation = None;
    let measures = vec![measure("Tenir une réunion", "GRC", "avril 2018"), supported, unlinked];
    let plan = bench.approved_plan(&coordinator, measures).await;
    let show = async |filter: PlanFilter| Plans::show(&bench.services, &coordinator, plan, &filter).await.expect("a page");

    let all = show(PlanFilter::default()).await;
    assert_eq!((labels(&all), all.matching, all.picture.total), (vec!["1", "2", "3"], 3, 3));
    assert_eq!(all.organisations.iter().map(|o| o.code.as_str()).collect::<Vec<_>>(), ["GRC", "SP"]);
    let by_grc = show(PlanFilter { organisation: Some(grc), ..PlanFilter::default() }).await;
    assert_eq!(labels(&by_grc), ["1", "2"], "led or supported");
    let late = show(PlanFilter { lateness: Some(LatenessFilter::Overdue), ..PlanFilter::default() }).await;
    assert_eq!((labels(&late), late.picture.total), (vec!["2"], 3), "the picture is the whole plan's");
    let undated = show(PlanFilter { lateness: Some(LatenessFilter::Undated), ..PlanFilter::default() }).await;
    assert_eq!((labels(&undated), undated.recommendations.len()), (vec!["3"], 0));
    let words = show(PlanFilter { text: " ETUDIER  rapport resultats".into(), ..PlanFilter::default() }).await;
    assert_eq!(labels(&words), ["2"], "in the measure, its deliverable and its recommendation, accents aside");
    let status = PlanFilter { status: Some(MeasureStatus::Planning), text: "réunion".into(), ..PlanFilter::default() };
    assert_eq!(show(status).await.matching, 0);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_approval_is_recorded_and_refused_when_the_plan_changed_meanwhile(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let plan = bench.draft_plan(vec![measure("Tenir une réunion", "", "avril 2018")]).await;
    assert_eq!(bench.services.approve(&coordinator, plan, 7).await, Err(AppError::Conflict));
    bench.services.approve(&coordinator, plan, 0).await.expect("the approval");
    let page = Plans::show(&bench.services, &coordinator, plan, &PlanFilter::default()).await.expect("a page");
    assert_eq!(
        (page.status, page.approved_on, page.lock_version),
        (PlanStatus::Approved, Some("2018-03-15".parse().unwrap()), 1)
    );
    const EXPECTED: [&str; 5] =
        ["plan_approved", "response_imported", "recommendation_imported", "response_imported", "plan_imported"];
    let history = bench.write(async |tx| audit::history(tx, &audit::Which::record(RecordKind::Plan, plan), 0, 10).await).await;
    assert_eq!(history.iter().map(|h| h.action.as_str()).collect::<Vec<_>>(), EXPECTED);
    assert_eq!((history[0].who.as_deref(), history[1].who.as_deref()), (Some("Claire"), None));
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[tokio::test]
async fn the_list_is_cut_in_pages_newest_first() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    for _ in 0..27 {
        bench.draft_plan(vec![measure("Tenir une réunion", "", "janvier 2018")]).await;
    }
    let first = bench.services.list(&coordinator, 1).await.expect("a list");
    assert_eq!((first.plans.len(), first.page.total, first.plans[0].id), (25, 27, 27));
    assert_eq!((first.plans[0].picture.overdue, first.may_import), (1, true));
    let last = bench.services.list(&coordinator, 9).await.expect("a list");
    assert_eq!((last.plans.iter().map(|p| p.id).collect::<Vec<_>>(), last.page.number), (vec![2, 1], 2));
}

#[tokio::test]
async fn a_measure_says_what_it_answers_and_where_it_comes_from() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "SP of Canada (SP)", "avril 2018")]).await;
    let id = bench.measures(plan).await[0].figures.id;
    let page = Measures::show(&bench.services, &coordinator, id, 1).await.expect("a page");
    assert_eq!((page.plan_id, page.recommendations[0].number.as_str()), (plan, "1"));
    assert_eq!((page.due_text.as_deref(), page.row.original.to_string().as_str()), (Some("avril 2018"), "2018-04"));
    assert_eq!((page.row.lead.map(|lead| lead.id), page.row.owner), (Some(sp), None));
    let history = bench.services.history(&coordinator, RecordKind::Measure, id, 1).await.expect("a history");
    assert_eq!(history.entries[0].action, "measure_imported");
    assert!(page.may_report && page.updates.is_empty());
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_stored_value_that_no_rule_could_have_written_is_an_error_that_says_nothing(#[case] db: Db) {
    use sea_orm::ConnectionTrait;
    let Some(bench) = Bench::open(db).await else { return };
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "", "avril 2018")]).await;
    let tampering = "update measure set current_due_on = '2018-04-15' where current_precision = 'month'";
    bench.write(async |tx| Ok(tx.execute_unprepared(tampering).await.map(|_| ())?)).await;
    let shown = Plans::show(&bench.services, &coordinator, plan, &PlanFilter::default()).await;
    assert_eq!(shown, Err(AppError::Internal));
}

#[tokio::test]
async fn approving_freezes_the_dates_as_they_were_promised() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let plan =
        bench.draft_plan(vec![measure("Une", "", "avril 2018"), measure("Deux", "", "FY2018"), measure("Trois", "", "")]).await;
    let promised: Vec<_> = bench.measures(plan).await.iter().map(|m| m.figures.facts.dates).collect();
    bench.services.approve(&coordinator, plan, 0).await.expect("the approval");
    let frozen: Vec<_> = bench.measures(plan).await.iter().map(|m| m.figures.facts.dates).collect();
    assert_eq!(frozen, promised);
    assert!(frozen[1].correct(PlanStatus::Approved, frozen[0].original()).is_err());
}
