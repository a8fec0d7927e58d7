//! Naming who carries a measure.

use super::*;
use app::backend::Work;
use domain::people::Grant;
use rstest::rstest;

fn person(caller: &Caller) -> TypedOwner {
    TypedOwner { person: caller.actor.person.to_string(), words: String::new() }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_owner_is_somebody_who_sees_the_plan_or_words(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let claire = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let plan = bench.approved_plan(&claire, vec![measure("Revoir le mandat", "", "avril 2018")]).await;
    let other = bench.draft_plan(vec![measure("Ailleurs", "", "avril 2018")]).await;
    let lead = bench.person_with("Luc", Some(sp), &[Grant { role: Role::Lead, plan: Some(plan) }]).await;
    let elsewhere = bench.person_with("Zoe", Some(sp), &[Grant { role: Role::Lead, plan: Some(other) }]).await;
    let id = ids(&bench, plan).await[0];
    let work = Work::show(&bench.services, &claire, 1).await.expect("the work");
    assert!(work.items.iter().any(|item| item.asked == app::api::work::Asked::NameOwner), "it is asked for");

    let form = bench.services.owner_form(&claire, id).await.expect("the form");
    let names: Vec<_> = form.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((names, form.organisations.len()), (vec!["Claire – SP", "Luc – SP"], 1));
    let name = async |lead: &str, owner: &TypedOwner, version| bench.services.name_owner(&claire, id, version, lead, owner).await;
    let nobody = TypedOwner::default();
    assert_eq!(problems(name("", &nobody, 0).await), [problem("owner_person", ProblemCode::Required)]);
    assert_eq!(problems(name("", &person(&elsewhere), 0).await), [problem("owner_person", ProblemCode::NotAChoice)]);
    name("", &person(&lead), 0).await.expect("the lead");
    assert_eq!(name("", &person(&claire), 0).await, Err(AppError::Conflict));
    let measure = &bench.measures(plan).await[0];
    assert_eq!((measure.figures.owner_id, measure.owner.as_deref()), (Some(lead.actor.person), Some("Luc")));

    let words = TypedOwner { person: String::new(), words: "Directrice, Opérations".into() };
    name(&sp.to_string(), &words, measure.lock_version).await.expect("words and an organisation");
    let measure = &bench.measures(plan).await[0];
    assert_eq!((measure.figures.owner_id, measure.owner.as_deref()), (None, Some("Directrice, Opérations")));
    assert_eq!(measure.figures.lead_organisation_id, Some(sp));
    let work = Work::show(&bench.services, &claire, 1).await.expect("the work");
    assert!(work.items.iter().all(|item| item.asked != app::api::work::Asked::NameOwner));
    expect_whole_trail(&bench).await;
}

#[tokio::test]
async fn a_lead_does_not_hand_over_what_the_lead_carries() {
    let (bench, claire, plan) = with_plan(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    let id = ids(&bench, plan).await[0];
    let sp = bench.measures(plan).await[0].figures.lead_organisation_id;
    let both = [Grant { role: Role::Coordinator, plan: None }, Grant { role: Role::Lead, plan: None }];
    let leading = bench.person_with("Luc", sp, &both).await;
    assert_eq!(bench.services.owner_form(&leading, id).await.map(drop), Err(AppError::NotAllowed));
    assert_eq!(bench.services.name_owner(&leading, id, 0, "", &person(&leading)).await, Err(AppError::NotAllowed));
    bench.services.name_owner(&claire, id, 0, "", &person(&leading)).await.expect("the coordinator's");
}

#[tokio::test]
async fn somebody_who_left_stays_named_until_somebody_else_is() {
    use sea_orm::ConnectionTrait;
    let (bench, claire, plan) = with_plan(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    let (id, luc) = (ids(&bench, plan).await[0], bench.person("Luc", None, Role::Lead).await);
    bench.services.name_owner(&claire, id, 0, "", &person(&luc)).await.expect("an owner");
    let left = format!("update person set is_active = false where id = {}", luc.actor.person);
    bench.write(async |tx| Ok(tx.execute_unprepared(&left).await.map(|_| ())?)).await;
    let form = bench.services.owner_form(&claire, id).await.expect("the form");
    assert!(form.people.iter().any(|person| person.id == luc.actor.person), "the form still says who it is");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_left_answers_for_nothing_any_more(#[case] db: Db) {
    use app::api::work::Asked;
    use sea_orm::ConnectionTrait;
    let Some(bench) = Bench::open(db).await else { return };
    bench.organisation("GRC").await;
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    let measures = vec![measure("Revoir le mandat", "", "2018-01"), measure("Former les agents", "GRC", "2018-01")];
    let plan = bench.approved_plan(&claire, measures).await;
    let luc = bench.person("Luc", None, Role::Lead).await;
    for id in ids(&bench, plan).await {
        let lead =
            bench.measures(plan).await.into_iter().find(|of| of.figures.id == id).and_then(|of| of.figures.lead_organisation_id);
        let lead = lead.map(|lead| lead.to_string()).unwrap_or_default();
        bench.services.name_owner(&claire, id, 0, &lead, &person(&luc)).await.expect("an owner");
    }
    let asked = async || {
        let page = Work::show(&bench.services, &claire, 1).await.expect("the work");
        page.items.iter().map(|item| (item.measure.label.clone(), item.asked, item.measure.flags.unowned)).collect::<Vec<_>>()
    };
    assert_eq!(asked().await, [], "the owner is asked");
    let left = format!("update person set is_active = false where id = {}", luc.actor.person);
    bench.write(async |tx| Ok(tx.execute_unprepared(&left).await.map(|_| ())?)).await;
    let expected = [("1".to_owned(), Asked::NameOwner, true), ("2".to_owned(), Asked::AskOrganisation, false)];
    assert_eq!(asked().await, expected);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn reports_count_who_left_as_nobody_from_that_day_on(#[case] db: Db) {
    use crate::support::day;
    use app::backend::Reports;
    use server::{services::reports::program_caller, store::directory};
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    let luc = bench.person("Luc", None, Role::Lead).await;
    let measures = ["Revoir le mandat", "Former les agents", "Publier un guide"].map(|text| measure(text, "", "2019"));
    let plan = bench.approved_plan(&claire, measures.into()).await;
    let ids = ids(&bench, plan).await;
    // Luc alone, Luc for an organisation that leads, and words without anybody.
    let words = TypedOwner { person: String::new(), words: "Directrice, Opérations".into() };
    let named = [(String::new(), person(&luc)), (sp.to_string(), person(&luc)), (String::new(), words)];
    for (id, (lead, owner)) in ids.into_iter().zip(named) {
        bench.services.name_owner(&claire, id, 0, &lead, &owner).await.expect("an owner");
    }
    let services = bench.on("2018-06-01");
    let reader = program_caller("test", Lang::Fr);
    let unowned = async |of: &str| {
        let report = Reports::meeting(&services, &reader, plan, Some(day(of))).await.expect("the report");
        let overdue = Reports::overdue(&services, &reader, None, Some(day(of))).await.expect("the summary");
        (report.picture.unowned, overdue.picture.unowned)
    };
    assert_eq!(unowned("2018-05-10").await, (0, 0));
    bench
        .write(async |tx| {
            let before = directory::find(tx, luc.actor.person).await?.expect("a person");
            let left = Some((day("2018-05-10"), "Parti".to_owned()));
            directory::set_archived(tx, before.id, before.lock_version, left).await
        })
        .await;
    assert_eq!(unowned("2018-05-10").await, (1, 1), "the lead and the words still answer for theirs");
    assert_eq!(unowned("2018-05-09").await, (0, 0), "the report of the day before stays as it was");
    let today = bench.measures(plan).await.iter().filter(|of| !of.figures.facts.has_owner).count();
    assert_eq!(today, 1, "reports count as the pages do");
}
