//! Every measure of a person in one form: all of them or none.

use super::{Stage, offered, typed};
use crate::support::{Bench, Browser, Db, location, measure};
use app::{
    api::many::OwnPage,
    backend::{Measures, Progress},
    error::AppError,
};
use domain::{
    measure::MeasureStatus,
    people::Role,
    problem::ProblemCode,
    progress::{TypedRow, UpdateKind},
};
use rstest::rstest;
use server::store::{audit, people};
use std::collections::BTreeMap;

fn ids(page: &OwnPage) -> Vec<i64> {
    page.plans.iter().flat_map(|plan| &plan.measures).map(|own| own.measure.id).collect()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn twelve_measures_with_three_problems_record_nothing_and_without_them_everything(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 12).await;
    let s = &stage.bench.services;
    let said = |n: usize| TypedRow { done: format!("Étape {n}"), status: "in_progress".into(), ..offered() };
    let mut rows: BTreeMap<i64, TypedRow> = stage.measures.iter().enumerate().map(|(n, id)| (*id, said(n))).collect();
    // One says that there is nothing new, one is left as it was.
    rows.insert(stage.measures[10], TypedRow { nothing_new: "yes".into(), ..offered() });
    rows.insert(stage.measures[11], offered());
    let right = rows.clone();
    let [a, b, c] = [stage.measures[1], stage.measures[4], stage.measures[7]];
    rows.insert(a, TypedRow { percent: "beaucoup".into(), ..said(1) });
    rows.insert(b, TypedRow { status: "completed_to_verify".into(), done: String::new(), ..said(4) });
    rows.insert(c, TypedRow { lock_version: "9".into(), ..said(7) });
    let refused = s.record_many(&stage.lead, &rows, "fr").await.expect_err("problems");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.clone(), p.code)).collect();
    let expected = [
        (format!("rows[{a}][percent]"), ProblemCode::NotANumber),
        (format!("rows[{b}][done]"), ProblemCode::SayWhatWasDone),
        (format!("rows[{b}][status]"), ProblemCode::DeliverablesOpen),
        (format!("rows[{c}][done]"), ProblemCode::ChangedMeanwhile),
    ];
    assert_eq!(found, expected);
    assert!(stage.bench.measures(stage.plan).await.iter().all(|measure| measure.lock_version == 0), "all or nothing");

    assert_eq!(s.record_many(&stage.lead, &right, "fr").await, Ok(11));
    let measures = stage.bench.measures(stage.plan).await;
    let reported = |status| measures.iter().filter(|m| m.figures.facts.status == status && m.lock_version == 1).count();
    assert_eq!((reported(MeasureStatus::InProgress), reported(MeasureStatus::NotStarted)), (10, 1));
    let untouched = measures.iter().find(|m| m.figures.id == stage.measures[11]).expect("the last");
    assert_eq!((untouched.lock_version, untouched.figures.facts.last_update), (0, None));
    let nothing = Measures::show(s, &stage.lead, stage.measures[10], 1).await.expect("a page");
    assert_eq!(nothing.updates[0].kind, UpdateKind::NothingNew);
    assert_eq!(stage.bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_form_holds_what_a_person_answers_for_by_plan_and_nothing_else(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 2).await;
    let other = [measure("Une autre", "GRC", "2018-06"), measure("La mienne", "SP", "2018-07")];
    stage.bench.organisation("GRC").await;
    let second = stage.bench.approved_plan(&stage.coordinator, other.into()).await;
    stage.bench.draft_plan(vec![measure("Ébauche", "SP", "2018-06")]).await;
    let mine = stage.bench.measures(second).await[1].figures.id;
    let s = &stage.bench.services;
    let page = s.own(&stage.lead, 1).await.expect("a page");
    assert_eq!(ids(&page), [stage.measures[0], stage.measures[1], mine]);
    assert_eq!((page.plans.len(), page.silent, page.page.total), (2, 3, 3));
    assert!(s.own(&stage.coordinator, 1).await.expect("a page").plans.is_empty(), "a coordinator leads nothing");

    s.save_draft(&stage.lead, mine, 0, &typed("planning", "x")).await.expect("a draft");
    s.record(&stage.lead, stage.measures[0], 0, &typed("planning", "Dit")).await.expect("the update");
    let page = s.own(&stage.lead, 1).await.expect("a page");
    let first = &page.plans[0].measures[0];
    let last = first.last.as_ref().and_then(|last| last.done.as_ref()).map(|done| done.text.as_str());
    assert_eq!((last, first.lock_version, page.silent), (Some("Dit"), 1, 2));
    assert!(page.plans[1].measures[0].has_draft && !first.has_draft);
}

#[tokio::test]
async fn a_deputy_finds_the_measures_of_whom_they_stand_in_for() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 1).await;
    let deputy = stage.bench.person_with("Dora", None, &[]).await;
    let (principal, id) = (stage.lead.actor.person, deputy.actor.person);
    let actor = stage
        .bench
        .write(async |tx| {
            use sea_orm::{ActiveValue::Set, EntityTrait};
            use server::store::entities::person;
            let row = person::ActiveModel { id: Set(principal), deputy_id: Set(Some(id)), ..Default::default() };
            person::Entity::update(row).exec(tx).await?;
            people::actor(tx, id, crate::support::day("2018-03-15")).await
        })
        .await;
    let deputy = app::backend::Caller { actor: actor.expect("an actor"), ..deputy };
    let page = stage.bench.services.own(&deputy, 1).await.expect("a page");
    assert_eq!(page.plans[0].measures[0].instead_of.as_deref(), Some("Luc"));
    let rows = BTreeMap::from([(stage.measures[0], TypedRow { done: "À sa place".into(), ..offered() })]);
    assert_eq!(stage.bench.services.record_many(&deputy, &rows, "fr").await, Ok(1));
}

#[tokio::test]
async fn a_row_that_is_not_ones_own_refuses_the_whole_form() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 2).await;
    let s = &stage.bench.services;
    let grc = stage.bench.organisation("GRC").await;
    let elsewhere = stage.bench.person("Gina", Some(grc), Role::Lead).await;
    let stranger = stage.bench.person_with("Nobody", None, &[]).await;
    let rows = BTreeMap::from([(stage.measures[0], TypedRow { done: "x".into(), ..offered() })]);
    assert_eq!(s.record_many(&elsewhere, &rows, "fr").await, Err(AppError::NotAllowed));
    assert_eq!(s.record_many(&stranger, &rows, "fr").await, Err(AppError::NotFound));
    let unknown = BTreeMap::from([(9999, TypedRow { done: "x".into(), ..offered() })]);
    assert_eq!(s.record_many(&stage.lead, &unknown, "fr").await, Err(AppError::NotFound));
    let untouched = BTreeMap::from([(stage.measures[0], offered())]);
    let nothing = s.record_many(&stage.lead, &untouched, "fr").await.expect_err("nothing said");
    assert_eq!(nothing.problems()[0].code, ProblemCode::NothingSaid);
}

#[tokio::test]
async fn a_failed_form_comes_back_whole_and_goes_through_once_it_is_right() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 2).await;
    let browser = Browser::signed_in(&stage.bench, &stage.lead).await;
    let [a, b] = [stage.measures[0], stage.measures[1]];
    let row = |id: i64, percent: &str, done: &str| {
        let field = |name: &str, value: &str| (format!("rows[{id}][{name}]"), value.to_owned());
        vec![
            field("lock_version", "0"),
            field("status", "in_progress"),
            field("status_before", "not_started"),
            field("percent", percent),
            field("percent_before", "0"),
            field("done", done),
        ]
    };
    let send = async |percent: &str| {
        let mut fields = row(a, "10", "La première");
        fields.extend(row(b, percent, "La seconde"));
        fields.push(("text_lang".into(), "fr".into()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser.send("/do/report-many", "/report?lang=en", &fields).await
    };
    assert_eq!(location(&send("plein").await), "/report?lang=en");
    let shown = browser.open("/report?lang=en").await.text();
    for words in
        ["La première", "La seconde", "value=\"plein\"", "Nothing was recorded yet", &format!("href=\"#field-rows-{b}-percent\"")]
    {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    assert_eq!(location(&send("20").await), "/report?done=updates-recorded");
    assert!(stage.bench.measures(stage.plan).await.iter().all(|measure| measure.lock_version == 1));
}
