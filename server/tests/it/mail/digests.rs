//! Which digests get into the outbox, and when.

use super::seed::{Seed, audited, counts, outbox, said};
use crate::support::{Bench, Db, day};
use domain::{measure::MeasureStatus, plan::PlanStatus, text::Lang};
use rstest::rstest;
use sea_orm::ActiveValue::Set;
use server::{
    services::reminders::{self, Report},
    store::{StoreError, audit},
};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

async fn run(bench: &Bench, date: &str) -> Report {
    reminders::enqueue(&bench.on(date), day(date)).await.expect("the run")
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_person_gets_one_digest_a_day_whatever_the_number_of_runs(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-04", "2018-04").await;
    let second = seed.measure(2, "2018-04", "2018-06").await;
    seed.deliverable(second, "2018-05-04").await;
    assert_eq!(run(&bench, "2018-05-09").await, Report { digests: 1, lines: 2, failed: 0 });
    // Something new on the same day waits for the next one.
    seed.measure(3, "2018-04", "2018-04").await;
    for _ in 0..3 {
        assert_eq!(run(&bench, "2018-05-09").await, Report::default());
    }
    assert_eq!(run(&bench, "2018-05-10").await, Report { digests: 1, lines: 1, failed: 0 });
    assert_eq!(outbox(&bench.services).await.len(), 2);
    assert_eq!(said(&bench.services).await.len(), 3);
    assert_eq!(audited(&bench.services).await, ["mail_queued", "mail_queued"]);
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_run_after_missed_days_says_everything_once_and_nothing_twice(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    for (position, due) in [(1, "2018-04"), (2, "2018-05-02"), (3, "2018-05-25")] {
        seed.measure(position, due, due).await;
    }
    // Nothing has run since March: each measure is said by its latest reminder only.
    assert_eq!(run(&bench, "2018-05-17").await, Report { digests: 1, lines: 3, failed: 0 });
    let keys: Vec<_> = said(&bench.services).await.into_iter().map(|(_, occurrence)| occurrence).collect();
    assert_eq!(keys, ["2018-04-30:after:2018-05-14", "2018-05-02:after:2018-05-16", "2018-05-25:before:2018-05-11"]);
    assert_eq!(run(&bench, "2018-05-18").await, Report::default());
    assert_eq!(run(&bench, "2018-05-22").await.lines, 2, "a week after the 14th, and three days before the 25th");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_extension_makes_new_reminders_and_the_old_date_is_not_spoken_of_again(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    let measure = seed.measure(1, "2018-04", "2018-04").await;
    assert_eq!(run(&bench, "2018-05-09").await.lines, 1);
    let later = "2018-07-31".parse().expect("a day");
    seed.set_measure(measure, |row| row.current_due_on = Set(Some(later))).await;
    assert_eq!(run(&bench, "2018-05-15").await, Report::default());
    assert_eq!(run(&bench, "2018-07-03").await.lines, 1, "thirty days before the new date");
    let mail = outbox(&bench.services).await.pop().expect("a mail");
    let text = mail.text_body.replace('\u{a0}', " ");
    assert!(text.contains("Échéance : juillet 2018 (date d’origine : avril 2018)"), "{text}");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn week_ends_and_holidays_are_silent_and_the_next_working_day_catches_up(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-05-19", "2018-05-19").await;
    for closed in ["2018-05-19", "2018-05-20", "2018-05-21"] {
        assert_eq!(run(&bench, closed).await, Report::default(), "{closed}");
    }
    assert_eq!(run(&bench, "2018-05-22").await.lines, 1);
    assert_eq!(said(&bench.services).await, [("m1".to_owned(), "2018-05-19:on_day:2018-05-19".to_owned())]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn only_work_that_is_owed_on_an_approved_plan_is_spoken_of(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let seed = Seed::new(&bench, PlanStatus::Draft).await;
    let measure = seed.measure(1, "2018-04", "2018-04").await;
    assert_eq!(run(&bench, "2018-05-09").await, Report::default(), "a plan that was only imported");
    let plan = seed.plan;
    bench
        .write(async |tx| {
            use sea_orm::ConnectionTrait;
            Ok(tx.execute_unprepared(&format!("update plan set status = 'approved' where id = {plan}")).await?)
        })
        .await;
    seed.set_measure(measure, |row| row.status = Set(MeasureStatus::CompletedToVerify)).await;
    assert_eq!(run(&bench, "2018-05-09").await, Report::default(), "a claim waits for its verifier");
    seed.set_measure(measure, |row| row.status = Set(MeasureStatus::InProgress)).await;
    assert_eq!(run(&bench, "2018-05-09").await.lines, 1);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn each_reads_the_digest_in_the_own_language_and_coordinators_speak_for_organisations_without_an_account(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.speaks(seed.coordinator, Lang::En).await;
    let first = seed.measure(1, "2018-04", "2018-04").await;
    let other = bench.organisation("TC").await;
    let second = seed.measure(2, "2018-03", "2018-04").await;
    seed.set_measure(second, |row| row.lead_organisation_id = Set(Some(other))).await;
    run(&bench, "2018-05-09").await;
    let mails = outbox(&bench.services).await;
    let mail = |id| mails.iter().find(|mail| mail.person_id == Some(id)).expect("a mail");
    let (lead, coordinator) = (mail(seed.lead), mail(seed.coordinator));
    assert_eq!((lead.lang, lead.subject.as_str()), (Lang::Fr, "1\u{a0}mesure en retard à mettre à jour"));
    assert!(lead.text_body.contains(&format!("http://suivi.test/measures/{first}/report")), "{}", lead.text_body);
    assert!(!lead.text_body.contains("guide 2"));
    assert_eq!((coordinator.lang, coordinator.subject.as_str()), (Lang::En, "1 overdue measure to update"));
    assert!(coordinator.text_body.contains("Organisations without an account"), "{}", coordinator.text_body);
    assert!(coordinator.text_body.contains("Due: April 2018 (originally March 2018)"), "{}", coordinator.text_body);
    assert!(coordinator.text_body.contains("Ask TC of Canada"), "{}", coordinator.text_body);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_dry_run_says_who_would_get_what_and_writes_nothing(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-04", "2018-04").await;
    let (services, today) = (bench.on("2018-05-09"), day("2018-05-09"));
    let preview = reminders::preview(&services, today).await.expect("the preview");
    let text = reminders::preview_text(Lang::En, &preview, today, &services.settings.base_url);
    for words in
        ["Reminders for May 9, 2018", "Marie <marie@example.gc.ca>, in French", "* Measure 1: Publish guide 1", "9 days late"]
    {
        assert!(text.contains(words), "{words:?} is missing in\n{text}");
    }
    assert_eq!(counts(&services).await, (0, 0, 0));
    let closed = reminders::preview_text(Lang::En, &preview, day("2018-05-19"), &services.settings.base_url);
    assert!(closed.contains("The next sending day is\nMay 22, 2018."), "{closed}");
}

#[tokio::test]
async fn the_number_of_queries_does_not_grow_with_the_number_of_measures() {
    let mut bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let queries = Arc::new(AtomicUsize::new(0));
    let seen = queries.clone();
    bench.services.store.watch(move |_| {
        seen.fetch_add(1, Ordering::Relaxed);
    });
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    let mut used = Vec::new();
    for positions in [1..=1, 2..=40] {
        for position in positions {
            let measure = seed.measure(position, "2018-04", "2018-04").await;
            seed.deliverable(measure, "2018-05-01").await;
        }
        queries.store(0, Ordering::Relaxed);
        let found = reminders::preview(&bench.services, day("2018-05-09")).await.expect("the preview");
        assert_eq!(found.digests.len(), 1);
        used.push(queries.load(Ordering::Relaxed));
    }
    assert_eq!(used[0], used[1]);
    assert!((1..=8).contains(&used[0]), "{used:?}");
}

#[tokio::test]
async fn one_reminder_that_was_said_meanwhile_leaves_nothing_half_written() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    let measure = seed.measure(1, "2018-04", "2018-04").await;
    assert_eq!(run(&bench, "2018-05-09").await.digests, 1);
    // The delivery record has it, but the outbox has no mail of that day: the record alone must hold.
    let refused: Result<(), StoreError> = bench
        .services
        .store
        .write(async |tx| {
            let line = server::store::reminders::NewReminder {
                measure_id: measure,
                deliverable_id: None,
                subject_key: format!("m{measure}"),
                occurrence_key: "2018-04-30:after:2018-05-07".to_owned(),
            };
            server::store::reminders::record(tx, seed.lead, 1, vec![line]).await
        })
        .await;
    assert!(matches!(refused, Err(StoreError::Conflict)));
    assert_eq!(counts(&bench.services).await, (1, 1, 1));
}
