//! Who is told of what: those who have to act and those who wait, each once, never who just did it.

use super::scene::{Scene, as_asked, fate, refused};
use crate::support::Db;
use app::backend::Decisions;
use domain::{
    mail::MailKind,
    text::Lang,
    workflow::{
        FateChoice, TypedFate,
        VerificationOutcome::{Accepted, Returned},
    },
};
use rstest::rstest;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder};
use server::store::entities::{outbox, person};

/// The mails written since the last look: who gets which subject.
async fn told(scene: &Scene, seen: &mut usize) -> Vec<(String, String)> {
    let rows = scene.bench.write(async |tx| Ok(outbox::Entity::find().order_by_asc(outbox::Column::Id).all(tx).await?)).await;
    let new = rows.into_iter().skip(*seen).collect::<Vec<_>>();
    *seen += new.len();
    assert!(new.iter().all(|mail| mail.kind == MailKind::Notice));
    let name = |mail: &outbox::Model| mail.to_address.split('@').next().unwrap_or_default().to_owned();
    new.iter().map(|mail| (name(mail), mail.subject.replace('\u{a0}', " "))).collect()
}

fn each(names: &[&str], subject: &str) -> Vec<(String, String)> {
    names.iter().map(|name| ((*name).to_owned(), subject.to_owned())).collect()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn every_step_of_an_extension_is_told_to_exactly_those_it_concerns(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let mut seen = 0;
    let first = scene.ask(&scene.luc, 0, "juin 2018").await.expect("a request");
    let asked = told(&scene, &mut seen).await;
    assert_eq!(asked, each(&["claire", "carl", "eve"], "Prolongation demandée : mesure 1, juin 2018"));
    scene.rule(&scene.eve, first, refused()).await.expect("a decision");
    assert_eq!(told(&scene, &mut seen).await, each(&["luc"], "Prolongation refusée : mesure 1"));
    let second = scene.ask(&scene.claire, 0, "juillet 2018").await.expect("a request for the organisation");
    let asked = told(&scene, &mut seen).await;
    assert_eq!(asked, each(&["carl", "eve"], "Prolongation demandée : mesure 1, juillet 2018"), "never who asked");
    scene.rule(&scene.carl, second, as_asked()).await.expect("a decision");
    let granted = told(&scene, &mut seen).await;
    assert_eq!(granted, each(&["claire", "luc"], "Prolongation accordée : mesure 1, juillet 2018"));
    let third = scene.ask(&scene.luc, 0, "août 2018").await.expect("a request");
    told(&scene, &mut seen).await;
    scene.bench.services.withdraw_extension(&scene.luc, third, scene.measure(0).await.lock_version).await.expect("taken back");
    let withdrawn = told(&scene, &mut seen).await;
    assert_eq!(withdrawn, each(&["claire", "carl", "eve"], "Demande de prolongation retirée : mesure 1"));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_claim_is_told_to_the_verifiers_and_the_answer_to_those_who_wait(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let mut seen = 0;
    scene.claim(&scene.claire, 0).await.expect("a claim for the organisation");
    assert_eq!(told(&scene, &mut seen).await, each(&["carl"], "À vérifier : la mesure 1 est déclarée terminée"));
    scene.answer(&scene.carl, 0, Returned, "Il manque le procès-verbal").await.expect("an answer");
    let returned = told(&scene, &mut seen).await;
    assert_eq!(returned, each(&["claire", "luc"], "Renvoyée : la mesure 1 n’est pas encore terminée"));
    scene.claim(&scene.luc, 0).await.expect("a claim");
    let claimed = told(&scene, &mut seen).await;
    assert_eq!(claimed, each(&["claire", "carl"], "À vérifier : la mesure 1 est déclarée terminée"));
    scene.answer(&scene.claire, 0, Accepted, "").await.expect("an answer");
    assert_eq!(told(&scene, &mut seen).await, each(&["luc"], "Vérifiée et fermée : mesure 1"));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_fate_of_a_measure_is_told_to_who_answered_for_it_and_who_will(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let mut seen = 0;
    let to = TypedFate { new_lead: scene.grc.to_string(), ..fate(FateChoice::Transferred) };
    scene.decide(&scene.eve, 0, to).await.expect("a decision");
    assert_eq!(told(&scene, &mut seen).await, each(&["luc", "gina"], "La mesure 1 passe à une autre organisation"));
    scene.ask(&scene.claire, 1, "juillet 2018").await.expect("a request");
    told(&scene, &mut seen).await;
    scene.decide(&scene.eve, 1, fate(FateChoice::NoLongerApplicable)).await.expect("a decision");
    let dropped = told(&scene, &mut seen).await;
    assert_eq!(dropped, each(&["claire", "luc"], "La mesure 2 n’est plus à faire"), "who asked learns why nobody answers");
}

#[tokio::test]
async fn each_reads_it_in_the_own_language_with_the_words_of_who_wrote_and_one_link() {
    let scene = Scene::sqlite().await;
    let english = person::ActiveModel { id: Set(scene.eve.actor.person), lang: Set(Lang::En), ..Default::default() };
    scene.bench.write(async |tx| Ok(english.update(tx).await?)).await;
    let request = scene.ask(&scene.luc, 0, "juin 2018").await.expect("a request");
    let rows = scene.bench.write(async |tx| Ok(outbox::Entity::find().all(tx).await?)).await;
    let mail = rows.iter().find(|mail| mail.person_id == Some(scene.eve.actor.person)).expect("a mail");
    assert_eq!((mail.lang, mail.subject.as_str()), (Lang::En, "Extension asked for: measure 1 until June 2018"));
    for words in [
        "before. The request waits for your decision.",
        "Tenir une réunion",
        "Luc writes:",
        "  L’appel d’offres a été repris",
        &format!("\nhttp://suivi.test/extensions/{request}\n"),
    ] {
        assert!(mail.text_body.contains(words), "{words:?} is not in\n{}", mail.text_body);
    }
    assert!(mail.html_body.contains("<blockquote lang=\"fr\">"), "{}", mail.html_body);
}
