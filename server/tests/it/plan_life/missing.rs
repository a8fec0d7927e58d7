//! What is missing in one language.

use super::*;
use app::{
    api::{editing::MissingOf, plans::PlanFilter},
    backend::{Costs, Plans},
};
use domain::costs::TypedCost;
use rstest::rstest;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn every_text_that_lacks_a_language_leads_to_its_field(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_draft(db, &["Revoir le mandat"]).await else { return };
    let (id, recommendation) = (ids(&bench, plan).await[0], recommendation(&bench, plan).await);
    let page = bench.services.missing(&claire, plan).await.expect("the page");
    let links: Vec<_> = page.texts.iter().map(|text| text.href.clone()).collect();
    let expected = [
        format!("/plans/{plan}/edit#field-title-en"),
        format!("/plans/{plan}/edit#field-source-title-en"),
        format!("/plans/{plan}/edit#field-answer-en"),
        format!("/recommendations/{recommendation}/edit#field-text-en"),
        format!("/recommendations/{recommendation}/edit#field-answer-en"),
        format!("/measures/{id}/edit#field-text-en"),
        format!("/measures/{id}/edit#field-deliverables-0-title-en"),
    ];
    assert_eq!((links.as_slice(), page.may_edit), (expected.as_slice(), true));
    let shown = Plans::show(&bench.services, &claire, plan, &PlanFilter::default()).await.expect("the page");
    assert_eq!((shown.life.missing_en, shown.life.missing_fr), (7, 0));

    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    let mut typed = as_shown_in_draft(&form);
    typed.text = TypedText::new("Review the terms".into(), String::new());
    typed.deliverables[0].title_en = "Report".into();
    bench.services.edit_measure(&claire, id, form.lock_version, &typed).await.expect("the edit");
    let shown = Plans::show(&bench.services, &claire, plan, &PlanFilter::default()).await.expect("the page");
    assert_eq!((shown.life.missing_en, shown.life.missing_fr), (5, 1));
}

#[tokio::test]
async fn a_reader_sees_what_is_missing_without_a_form() {
    let (bench, _, plan) = with_plan(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    let reader = bench.person("Rita", None, Role::Reader).await;
    let page = bench.services.missing(&reader, plan).await.expect("the page");
    assert!(!page.texts.is_empty() && !page.may_edit);
    let draft = bench.draft_plan(vec![measure("Une ébauche", "", "avril 2018")]).await;
    assert_eq!(bench.services.missing(&reader, draft).await.map(drop), Err(AppError::NotFound));
}

#[tokio::test]
async fn costs_lack_a_language_like_any_other_text_and_are_left_to_those_who_record_them() {
    let (bench, claire, plan) = with_plan(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    let before = bench.services.missing(&claire, plan).await.expect("the page").texts.len();
    let grc = bench.organisation("GRC").await;
    let line = TypedCost {
        activity_fr: "Formation".into(),
        note_en: "Shared".into(),
        kind: "actual".into(),
        year: "2018-19".into(),
        source: "new".into(),
        certainty: "not_tracked".into(),
        organisations: vec![grc.to_string()],
        ..TypedCost::default()
    };
    Costs::add(&bench.services, &claire, plan, &line).await.expect("a line");
    let page = bench.services.missing(&claire, plan).await.expect("the page");
    let id = Costs::show(&bench.services, &claire, plan).await.expect("a page").tables.lines[0].id;
    let links: Vec<_> = page.texts[before..].iter().map(|text| (text.of, text.href.clone())).collect();
    let to = |field: &str| (MissingOf::Cost, format!("/costs/{id}#field-cost-{field}"));
    assert_eq!((links, page.may_record_costs), (vec![to("activity-en"), to("note-fr")], true));
    let shown = Plans::show(&bench.services, &claire, plan, &PlanFilter::default()).await.expect("the page");
    assert_eq!((shown.life.missing_en + shown.life.missing_fr) as usize, page.texts.len());
    let reader = bench.person("Rita", None, Role::Reader).await;
    assert!(!bench.services.missing(&reader, plan).await.expect("the page").may_record_costs);
}
