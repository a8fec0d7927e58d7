//! What a report says of a day is the same whenever it is made: nothing that comes later rewrites it.

use super::scene::{Scene, as_asked, fate};
use crate::support::{Bench, Db, day, draft, measure};
use app::backend::{Evidence, Plans, Progress, Reports};
use domain::{
    draft::MeasureDraft,
    evidence::TypedEvidence,
    progress::TypedProgress,
    text::Lang,
    workflow::{
        FateChoice, TypedFate,
        VerificationOutcome::{Accepted, Returned},
    },
};
use rstest::rstest;
use serde_json::Value;
use server::services::{Author, Services, reports::program_caller};

/// The numbers and tables of both reports as of a day, made by these services on their own day.
async fn told(services: &Services, plan: i64, of: &str) -> Value {
    let reader = program_caller("test", Lang::Fr);
    let report = Reports::meeting(services, &reader, plan, Some(day(of))).await.expect("the report");
    let overdue = Reports::overdue(services, &reader, None, Some(day(of))).await.expect("the summary");
    serde_json::json!([
        report.picture,
        report.by_organisation,
        report.sections,
        overdue.picture,
        overdue.overdue,
        overdue.worst()
    ])
}

impl Scene {
    /// The same plan and people, on another day.
    pub fn later(self, date: &str) -> Self {
        Self { bench: Bench { services: self.bench.on(date) }, ..self }
    }
}

async fn report(scene: &Scene, index: usize, status: &str, percent: &str) {
    let measure = scene.measure(index).await;
    let typed = TypedProgress {
        status: status.into(),
        percent: percent.into(),
        done: "Du travail".into(),
        forecast: "août 2018".into(),
        text_lang: "fr".into(),
        ..TypedProgress::default()
    };
    let services = &scene.bench.services;
    services.record(&scene.claire, measure.figures.id, measure.lock_version, &typed).await.expect("an update");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_report_of_a_day_is_the_same_whenever_it_is_made(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let plan = scene.plan;
    report(&scene, 1, "in_progress", "40").await;
    let mut days = vec![("2018-03-15", told(&scene.bench.services, plan, "2018-03-15").await)];

    let scene = scene.later("2018-05-10");
    scene.claim(&scene.luc, 0).await.expect("a claim");
    let nothing = TypedProgress { nothing_new: "yes".into(), text_lang: "fr".into(), ..TypedProgress::default() };
    let second = scene.measure(1).await;
    let recorded = scene.bench.services.record(&scene.luc, second.figures.id, second.lock_version, &nothing).await;
    recorded.expect("nothing new");
    days.push(("2018-05-10", told(&scene.bench.services, plan, "2018-05-10").await));

    let scene = scene.later("2018-06-10");
    scene.answer(&scene.carl, 0, Returned, "Il manque le procès-verbal").await.expect("an answer");
    let request = scene.ask(&scene.luc, 1, "décembre 2018").await.expect("a request");
    scene.rule(&scene.eve, request, as_asked()).await.expect("a decision");
    days.push(("2018-06-10", told(&scene.bench.services, plan, "2018-06-10").await));

    let scene = scene.later("2018-07-10");
    scene.claim(&scene.luc, 0).await.expect("a claim");
    scene.answer(&scene.carl, 0, Accepted, "").await.expect("an answer");
    let to = TypedFate { new_lead: scene.grc.to_string(), ..fate(FateChoice::Transferred) };
    scene.decide(&scene.eve, 1, to).await.expect("a decision");
    days.push(("2018-07-10", told(&scene.bench.services, plan, "2018-07-10").await));

    let scene = scene.later("2018-08-10");
    let first = scene.measure(0).await;
    let typed = TypedEvidence {
        title: "Procès-verbal".into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        url: "https://example.gc.ca/pv".into(),
        ..TypedEvidence::default()
    };
    let added = scene.bench.services.add_link(&scene.luc, first.figures.id, first.lock_version, &typed).await;
    added.expect("evidence");
    scene.decide(&scene.eve, 2, fate(FateChoice::NoLongerApplicable)).await.expect("a decision");
    days.push(("2018-08-10", told(&scene.bench.services, plan, "2018-08-10").await));

    let scene = scene.later("2018-09-10");
    scene.answer(&scene.carl, 0, Accepted, "").await.expect("an answer");
    report(&scene, 1, "substantially_implemented", "90").await;
    for (on, at_once) in &days {
        assert_eq!(&told(&scene.bench.services, plan, on).await, at_once, "the report of {on} was rewritten");
    }
    let distinct: std::collections::BTreeSet<String> = days.iter().map(|(_, told)| told.to_string()).collect();
    assert_eq!(distinct.len(), days.len(), "each day was another one");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_was_done_when_it_was_read_in_is_not_late_in_the_past(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let services = &scene.bench.services;
    let done = MeasureDraft { completed: true, ..measure("Dite faite", "SP", "2018-01") };
    let author = Author::caller(&scene.claire, services.clock.now());
    let plan = services.commit_draft(&author, "Lu", &draft(vec![done])).await.expect("a plan");
    services.approve(&scene.claire, plan, 0).await.expect("the approval");
    let reader = program_caller("test", Lang::Fr);
    let then = Reports::meeting(services, &reader, plan, Some(day("2018-02-20"))).await.expect("the report");
    assert_eq!((then.picture.overdue, then.picture.to_verify), (0, 1));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_had_no_date_ages_from_the_first_one_granted_on_every_page(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let plan = scene.bench.approved_plan(&scene.claire, vec![measure("Revoir le mandat", "SP", "none")]).await;
    let scene = Scene { plan, ..scene };
    let first = scene.ask(&scene.luc, 0, "avril 2018").await.expect("a request");
    scene.rule(&scene.eve, first, as_asked()).await.expect("a decision");
    let scene = scene.later("2018-05-10");
    let second = scene.ask(&scene.luc, 0, "juillet 2018").await.expect("a request");
    scene.rule(&scene.eve, second, as_asked()).await.expect("a decision");
    let scene = scene.later("2018-08-10");
    let reader = program_caller("test", Lang::Fr);
    let reported = async |of: &str| {
        let report = Reports::meeting(&scene.bench.services, &reader, plan, Some(day(of))).await.expect("the report");
        let lateness = report.recommendations[0].measures[0].flags.lateness;
        (lateness.from_original, lateness.from_current)
    };
    assert_eq!(reported("2018-08-10").await, (102, 10));
    assert_eq!(reported("2018-06-10").await, (41, 0), "granted again, and no younger for it");
    assert_eq!(reported("2018-05-09").await, (9, 9));
    let facts = scene.measure(0).await.figures.facts;
    let today = facts.flags(day("2018-08-10")).lateness;
    assert_eq!((today.from_original, today.from_current, facts.extensions), (102, 10, 2), "pages count as reports do");
}
