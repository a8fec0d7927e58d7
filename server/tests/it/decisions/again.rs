//! What was done once and is not any more: claims that come back, measures that were verified and changed, requests that
//! nobody answers; and that nothing of it is hidden.

use super::scene::{Scene, fate, problems};
use crate::{
    plan_life::as_shown,
    support::{Bench, Db, draft, measure},
};
use app::{
    api::editing::TypedDeliverable,
    backend::{Caller, Decisions, Editing, Evidence, Measures, Plans},
    error::AppError,
};
use domain::{
    draft::MeasureDraft,
    evidence::TypedEvidence,
    extensions::ExtensionState,
    measure::MeasureStatus,
    plan::PlanStatus,
    problem::ProblemCode,
    workflow::{
        FateChoice, TypedFate, TypedVerification,
        VerificationOutcome::{Accepted, Returned},
    },
};
use rstest::rstest;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder};
use server::{
    services::Author,
    store::{
        entities::{audit, measure as measure_row, outbox},
        plans,
    },
};

/// Who was told in the mails whose subject has these words.
async fn told(scene: &Scene, words: &str) -> Vec<String> {
    let rows = scene.bench.write(async |tx| Ok(outbox::Entity::find().order_by_asc(outbox::Column::Id).all(tx).await?)).await;
    let about = rows.iter().filter(|mail| mail.subject.replace('\u{a0}', " ").contains(words));
    about.map(|mail| mail.to_address.split('@').next().unwrap_or_default().to_owned()).collect()
}

/// The changes of the last audit row with this action.
async fn changes(scene: &Scene, action: &str) -> Vec<(String, Option<String>, Option<String>)> {
    let rows = scene.bench.write(async |tx| Ok(audit::Entity::find().order_by_desc(audit::Column::Id).all(tx).await?)).await;
    let row = rows.iter().find(|row| row.action == action).expect("such a row");
    serde_json::from_str(&row.changes).expect("changes")
}

async fn add_link(scene: &Scene, who: &Caller, index: usize) -> Result<(), AppError> {
    let measure = scene.measure(index).await;
    let typed = TypedEvidence {
        title: "Procès-verbal".into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        url: "https://example.gc.ca/pv".into(),
        ..TypedEvidence::default()
    };
    scene.bench.services.add_link(who, measure.figures.id, measure.lock_version, &typed).await
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn whoever_reads_in_that_something_is_done_does_not_verify_it(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let (services, claire) = (&scene.bench.services, &scene.claire);
    let done = MeasureDraft { completed: true, ..measure("Dite faite", "SP", "2018-01") };
    let author = Author::caller(claire, services.clock.now());
    let plan = services.commit_draft(&author, "Lu", &draft(vec![done])).await.expect("a plan");
    services.approve(claire, plan, 0).await.expect("the approval");
    let id = scene.bench.measures(plan).await[0].figures.id;
    let accepted = TypedVerification { outcome: "accepted".into(), notes: String::new(), text_lang: "fr".into() };
    let alone = problems(services.verify(claire, id, 0, &accepted).await);
    assert_eq!(alone, [("verification_outcome".to_owned(), ProblemCode::OwnClaim)]);
    services.verify(&scene.carl, id, 0, &accepted).await.expect("somebody else looked");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_draft_that_came_with_a_claim_can_still_be_taken_apart(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let done = MeasureDraft { completed: true, ..measure("Dite faite", "SP", "2018-01") };
    let author = Author::caller(&scene.claire, scene.bench.services.clock.now());
    let plan = scene.bench.services.commit_draft(&author, "Lu", &draft(vec![done])).await.expect("a plan");
    let id = scene.bench.measures(plan).await[0].figures.id;
    scene.bench.services.remove_measure(&scene.claire, id, 0).await.expect("removed");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn whatever_changes_a_verified_measure_tells_those_who_verify(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let subject = "À vérifier de nouveau : mesure 1";
    scene.claim(&scene.luc, 0).await.expect("a claim");
    scene.answer(&scene.claire, 0, Accepted, "").await.expect("an answer");
    add_link(&scene, &scene.luc, 0).await.expect("evidence");
    assert_eq!(told(&scene, subject).await, ["claire", "carl"]);
    add_link(&scene, &scene.luc, 0).await.expect("more evidence");
    assert_eq!(told(&scene, subject).await.len(), 2, "it waits already");

    scene.answer(&scene.carl, 0, Accepted, "").await.expect("an answer");
    let page = scene.bench.services.page(&scene.luc, scene.measure(0).await.figures.id).await.expect("the page");
    scene.bench.services.withdraw(&scene.luc, page.pieces[0].id, 0, "Mauvais fichier").await.expect("withdrawn");
    assert_eq!(told(&scene, subject).await[2..], ["claire", "carl"]);

    scene.answer(&scene.carl, 0, Accepted, "").await.expect("an answer");
    let form = scene.bench.services.measure_form(&scene.claire, scene.measure(0).await.figures.id).await.expect("the form");
    let mut typed = as_shown(&form, "Numéro");
    typed.label = "1a".into();
    let id = form.id.expect("an id");
    scene.bench.services.edit_measure(&scene.claire, id, form.lock_version, &typed).await.expect("another label");
    assert_eq!(scene.measure(0).await.figures.facts.status, MeasureStatus::CompletedToVerify);
    assert_eq!(told(&scene, subject).await[4..], ["carl"], "never who did it");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn one_more_deliverable_opens_a_verified_measure_and_tells_its_lead(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.claim(&scene.luc, 0).await.expect("a claim");
    scene.answer(&scene.claire, 0, Accepted, "").await.expect("an answer");
    let id = scene.measure(0).await.figures.id;
    let form = scene.bench.services.measure_form(&scene.claire, id).await.expect("the form");
    let mut typed = as_shown(&form, "Le compte rendu manquait");
    typed.deliverables.push(TypedDeliverable { title_fr: "Compte rendu".into(), ..TypedDeliverable::default() });
    scene.bench.services.edit_measure(&scene.claire, id, form.lock_version, &typed).await.expect("the amendment");
    let after = scene.measure(0).await;
    let stands = (after.figures.facts.status, after.figures.ended_on, after.percent);
    assert_eq!(stands, (MeasureStatus::InProgress, None, 0), "as far as it was before it was claimed");
    assert_eq!(told(&scene, "La mesure 1 est rouverte").await, ["luc"]);
    scene.claim(&scene.luc, 0).await.expect("claimed again, with that one too");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_returned_claim_is_as_far_as_before_and_a_second_claimer_frees_nobody(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let half = domain::progress::TypedProgress {
        status: "in_progress".into(),
        percent: "60".into(),
        done: "À moitié".into(),
        text_lang: "fr".into(),
        ..Default::default()
    };
    let first = scene.measure(0).await;
    let services = &scene.bench.services;
    app::backend::Progress::record(services, &scene.luc, first.figures.id, 0, &half).await.expect("an update");
    scene.claim(&scene.claire, 0).await.expect("a claim for the organisation");
    assert_eq!(scene.measure(0).await.percent, 100);
    scene.answer(&scene.carl, 0, Returned, "Il manque le procès-verbal").await.expect("an answer");
    assert_eq!(scene.measure(0).await.percent, 60);
    let percent = ("percent".to_owned(), Some("100".to_owned()), Some("60".to_owned()));
    assert!(changes(&scene, "claim_returned").await.contains(&percent));

    scene.claim(&scene.claire, 0).await.expect("a claim");
    scene.claim(&scene.luc, 0).await.expect("the same claim, by somebody else");
    let own = problems(scene.answer(&scene.claire, 0, Accepted, "").await);
    assert_eq!(own, [("verification_outcome".to_owned(), ProblemCode::OwnClaim)]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_request_that_lapses_is_on_the_trail_and_told_to_who_asked(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let request = scene.ask(&scene.claire, 0, "juin 2018").await.expect("a request");
    scene.claim(&scene.luc, 0).await.expect("a claim");
    scene.answer(&scene.carl, 0, Accepted, "").await.expect("an answer");
    let page = scene.bench.services.extension(&scene.luc, request).await.expect("the page");
    assert_eq!(page.request.state, ExtensionState::Withdrawn);
    let lapsed = ("requested_due".to_owned(), Some("2018-06".to_owned()), None);
    assert!(changes(&scene, "claim_accepted").await.contains(&lapsed));
    assert_eq!(told(&scene, "Vérifiée et fermée : mesure 1").await, ["claire", "luc"]);

    scene.ask(&scene.luc, 1, "juillet 2018").await.expect("a request");
    scene.decide(&scene.eve, 1, fate(FateChoice::NoLongerApplicable)).await.expect("a decision");
    assert!(changes(&scene, "measure_dropped").await.iter().any(|(field, old, new)| {
        (field.as_str(), old.as_deref(), new.as_deref()) == ("requested_due", Some("2018-07"), None)
    }));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_transfer_lets_the_request_of_the_old_lead_lapse(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let request = scene.ask(&scene.claire, 0, "juin 2018").await.expect("a request");
    let to = TypedFate { new_lead: scene.grc.to_string(), ..fate(FateChoice::Transferred) };
    scene.decide(&scene.eve, 0, to).await.expect("a decision");
    let page = scene.bench.services.extension(&scene.gina, request).await.expect("the page");
    assert_eq!(page.request.state, ExtensionState::Withdrawn);
    let lapsed = ("requested_due".to_owned(), Some("2018-06".to_owned()), None);
    assert!(changes(&scene, "measure_transferred").await.contains(&lapsed));
    assert_eq!(told(&scene, "La mesure 1 passe à une autre organisation").await, ["claire", "luc", "gina"]);
    scene.ask(&scene.gina, 0, "juillet 2018").await.expect("the new lead asks for itself");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_transfer_keeps_the_words_that_named_an_owner_and_asks_for_another_one(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let (services, first) = (&scene.bench.services, scene.measure(0).await);
    let id = first.figures.id;
    let owner = app::api::editing::TypedOwner {
        person: scene.luc.actor.person.to_string(),
        words: "La directrice des opérations".into(),
    };
    services.name_owner(&scene.claire, id, 0, "", &owner).await.expect("an owner");
    assert_eq!(told(&scene, "Vous êtes responsable de la mesure 1").await, ["luc"]);
    let to = TypedFate { new_lead: scene.grc.to_string(), ..fate(FateChoice::Transferred) };
    scene.decide(&scene.eve, 0, to).await.expect("a decision");
    let kept = changes(&scene, "measure_transferred").await;
    assert!(kept.contains(&("owner_words".to_owned(), Some("La directrice des opérations".to_owned()), None)), "{kept:?}");

    let asked = async |who: &Caller| {
        let page = app::backend::Work::show(services, who, 1).await.expect("the work");
        let asked = page.items.into_iter().filter(|item| item.measure.id == id).map(|item| item.asked);
        asked.collect::<Vec<_>>()
    };
    assert_eq!(asked(&scene.carl).await, [app::api::work::Asked::NameOwner]);
    let owner = app::api::editing::TypedOwner { person: scene.gina.actor.person.to_string(), words: String::new() };
    let version = scene.measure(0).await.lock_version;
    services.name_owner(&scene.carl, id, version, "", &owner).await.expect("an owner");
    assert_eq!(asked(&scene.carl).await, []);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn those_who_carry_the_successor_learn_of_it(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let successor = scene.measure(2).await.figures.id;
    let owned =
        measure_row::ActiveModel { id: Set(successor), owner_id: Set(Some(scene.carl.actor.person)), ..Default::default() };
    scene.bench.write(async |tx| Ok(owned.update(tx).await?)).await;
    let typed = TypedFate { successor: successor.to_string(), ..fate(FateChoice::Superseded) };
    scene.decide(&scene.eve, 0, typed).await.expect("a decision");
    assert_eq!(told(&scene, "La mesure 1 est remplacée par la mesure 3").await, ["luc"]);
    assert_eq!(told(&scene, "La mesure 3 prend la place de la mesure 1").await, ["carl", "gina"]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_deputy_of_who_is_away_is_told_too_and_why(#[case] db: Db) {
    use server::store::{absences, entities::person};
    let Some(scene) = Scene::open(db).await else { return };
    let deputised = person::ActiveModel {
        id: Set(scene.eve.actor.person),
        deputy_id: Set(Some(scene.rita.actor.person)),
        ..Default::default()
    };
    scene.bench.write(async |tx| Ok(deputised.update(tx).await?)).await;
    scene.ask(&scene.luc, 0, "juin 2018").await.expect("a request");
    assert_eq!(told(&scene, "Prolongation demandée : mesure 1").await, ["claire", "carl", "eve"], "she is here");
    let (from, to) = (crate::support::day("2018-03-12"), crate::support::day("2018-03-16"));
    scene.bench.write(async |tx| absences::add(tx, scene.eve.actor.person, from, to).await).await;
    scene.ask(&scene.luc, 1, "juillet 2018").await.expect("a request");
    assert_eq!(told(&scene, "Prolongation demandée : mesure 2").await, ["claire", "carl", "eve", "rita"]);
    let rows = scene.bench.write(async |tx| Ok(outbox::Entity::find().all(tx).await?)).await;
    let mail = rows.iter().find(|mail| mail.person_id == Some(scene.rita.actor.person)).expect("a mail");
    assert!(mail.text_body.contains("à titre de personne suppléante de Eve"), "{}", mail.text_body);
}

/// Closing looks at the measures while they are worked on.
#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_closed_plan_never_has_a_measure_that_goes_on_whoever_was_faster(#[case] db: Db) {
    for round in 0..8 {
        let Some(scene) = Scene::open(db).await else { return };
        for index in 0..3 {
            let who = if index == 2 { &scene.gina } else { &scene.luc };
            scene.claim(who, index).await.expect("a claim");
            scene.answer(&scene.claire, index, Accepted, "").await.expect("an answer");
        }
        let (services, plan) = (&scene.bench.services, scene.plan);
        let version = scene.bench.write(async |tx| plans::find(tx, plan).await).await.expect("the plan").lock_version;
        let (added, withdrawn, closed) = tokio::join!(
            add_link(&scene, &scene.luc, 0),
            add_link(&scene, &scene.gina, 2),
            Editing::close(services, &scene.carl, plan, version)
        );
        let stands = scene.bench.write(async |tx| plans::find(tx, plan).await).await.expect("the plan").status;
        let open = scene.bench.measures(plan).await.iter().any(|measure| measure.figures.facts.status.is_live());
        let outcome = (&added, &withdrawn, &closed);
        assert!(stands != PlanStatus::Closed || !open, "round {round}: {outcome:?}");
        assert_eq!(closed.is_ok(), stands == PlanStatus::Closed, "round {round}: {outcome:?}");
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_measure_says_when_it_was_claimed_and_when_it_was_verified(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.claim(&scene.luc, 0).await.expect("a claim");
    let id = scene.measure(0).await.figures.id;
    let later = Scene { bench: Bench { services: scene.bench.on("2018-03-20") }, ..scene };
    later.answer(&later.claire, 0, Accepted, "").await.expect("an answer");
    let page = Measures::show(&later.bench.services, &later.rita, id, 1).await.expect("the page");
    let days = [page.life.claimed_on, page.life.ended_on];
    assert_eq!(days, [Some(crate::support::day("2018-03-15")), Some(crate::support::day("2018-03-20"))]);
}
