//! The end of a plan.

use super::amending::end;
use super::*;
use app::{
    api::plans::PlanFilter,
    backend::{Plans, Work},
};
use domain::{measure::MeasureStatus, plan::PlanStatus};
use rstest::rstest;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_plan_closes_once_every_measure_has_come_to_an_end(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Une", "Deux"]).await else { return };
    let measures = ids(&bench, plan).await;
    end(&bench, measures[0], MeasureStatus::VerifiedClosed).await;
    let refused = bench.services.close(&claire, plan, 1).await;
    assert_eq!(problems(refused), [problem("measures", ProblemCode::MeasuresOpen)]);
    let page = Plans::show(&bench.services, &claire, plan, &PlanFilter::default()).await.expect("the page");
    let open: Vec<_> = page.life.open.iter().map(|measure| (measure.id, measure.label.as_str())).collect();
    assert_eq!((open, page.status, page.lock_version), (vec![(measures[1], "2")], PlanStatus::Approved, 1));

    end(&bench, measures[1], MeasureStatus::NoLongerApplicable).await;
    assert_eq!(bench.services.close(&claire, plan, 0).await, Err(AppError::Conflict));
    bench.services.close(&claire, plan, 1).await.expect("the end");
    let page = Plans::show(&bench.services, &claire, plan, &PlanFilter::default()).await.expect("the page");
    let last = page.life.steps.last().expect("a step");
    assert_eq!(
        (last.status, last.by.as_deref(), last.on.to_string().as_str()),
        (PlanStatus::Closed, Some("Claire"), "2018-03-15")
    );
    assert!(!page.life.may_edit && !page.life.may_close);
    expect_whole_trail(&bench).await;
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_closed_plan_is_read_and_no_longer_changed(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Une"]).await else { return };
    let (id, recommendation) = (ids(&bench, plan).await[0], recommendation(&bench, plan).await);
    end(&bench, id, MeasureStatus::VerifiedClosed).await;
    bench.services.close(&claire, plan, 1).await.expect("the end");
    let services = &bench.services;
    let no = Err(AppError::NotAllowed);
    assert_eq!(services.plan_form(&claire, plan).await.map(drop), no);
    assert_eq!(services.edit_plan(&claire, plan, 2, &TypedPlanEdit::default()).await, no);
    assert_eq!(services.measure_form(&claire, id).await.map(drop), no);
    assert_eq!(services.edit_measure(&claire, id, 0, &TypedMeasureEdit::default()).await, no);
    assert_eq!(services.add_measure(&claire, plan, &TypedMeasureEdit::default()).await.map(drop), no);
    assert_eq!(services.edit_recommendation(&claire, recommendation, 0, &TypedRecommendationEdit::default()).await, no);
    assert_eq!(services.name_owner(&claire, id, 0, "", &TypedOwner::default()).await, no);
    assert_eq!(services.close(&claire, plan, 2).await, no);
    assert!(services.missing(&claire, plan).await.expect("still to be read").texts.len() > 1);
    assert!(Work::show(services, &claire, 1).await.expect("the work").items.is_empty());
}
