//! The running program does it by itself, and stops when asked.

use super::seed::{Seed, at, counts, mailer};
use crate::support::{Bench, Db};
use domain::{mail::MailKind, plan::PlanStatus, text::Lang};
use server::{
    jobs,
    mail::{Memory, SendError, sign_in},
    services::{Services, outbox},
};
use std::{sync::Arc, time::Duration};
use tokio::{sync::watch, task::JoinHandle, time::sleep};

fn start(services: &Services, memory: &Arc<Memory>) -> (watch::Sender<bool>, JoinHandle<()>) {
    let (stop, stopping) = watch::channel(false);
    (stop, tokio::spawn(jobs::run(services.clone(), mailer(memory), stopping)))
}

async fn letters(memory: &Memory, wanted: usize) -> usize {
    for _ in 0..100 {
        if memory.letters().len() >= wanted {
            break;
        }
        sleep(Duration::from_millis(50)).await;
    }
    memory.letters().len()
}

async fn stops(stop: watch::Sender<bool>, task: JoinHandle<()>) {
    stop.send(true).expect("it listens");
    tokio::time::timeout(Duration::from_secs(5), task).await.expect("it stops in time").expect("it does not panic");
}

#[tokio::test]
async fn on_a_working_day_digests_go_out_by_themselves_and_a_bell_sends_at_once() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-04", "2018-04").await;
    let services = at(&bench.services, "2018-05-09T12:00:00Z");
    let memory = Arc::new(Memory::default());
    let (stop, task) = start(&services, &memory);
    assert_eq!(letters(&memory, 1).await, 1);
    let base = &services.settings.base_url;
    let words = sign_in(Lang::Fr, "Marie", base, 30).expect("a mail");
    let to = "marie@example.gc.ca".parse().expect("an address");
    let mail = outbox::mail("sign_in:1".into(), MailKind::SignIn, seed.lead, to, Lang::Fr, words, base);
    bench.write(async |tx| outbox::enqueue(tx, mail, services.clock.now()).await).await;
    services.bell.ring();
    assert_eq!(letters(&memory, 2).await, 2);
    stops(stop, task).await;
}

#[tokio::test]
async fn nobody_is_reminded_before_seven_in_the_morning() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-04", "2018-04").await;
    let memory = Arc::new(Memory::default());
    // 06:59 in Ottawa.
    let (stop, task) = start(&at(&bench.services, "2018-05-09T10:59:00Z"), &memory);
    sleep(Duration::from_millis(300)).await;
    stops(stop, task).await;
    assert_eq!(counts(&bench.services).await, (0, 0, 0));
    let (stop, task) = start(&at(&bench.services, "2018-05-09T11:00:00Z"), &memory);
    assert_eq!(letters(&memory, 1).await, 1);
    stops(stop, task).await;
}

#[tokio::test]
async fn a_mail_server_that_is_away_stops_nothing() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-04", "2018-04").await;
    let memory = Arc::new(Memory::failing(Box::new(|_| Some(SendError::passing("smtp-connection")))));
    let (stop, task) = start(&at(&bench.services, "2018-05-09T12:00:00Z"), &memory);
    for _ in 0..100 {
        if counts(&bench.services).await.2 == 2 {
            break;
        }
        sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(counts(&bench.services).await, (1, 1, 2), "the failure is in the audit trail");
    assert!(!task.is_finished());
    stops(stop, task).await;
}
