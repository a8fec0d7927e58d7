//! Sending: once each, again after failures, never in two places.

use super::seed::{Seed, at, audited, mailer, outbox};
use crate::support::{Bench, Db, day};
use domain::{
    mail::{MailKind, MailState},
    plan::PlanStatus,
    text::Lang,
};
use rstest::rstest;
use server::{
    mail::{Composed, Envelope, Letter, Memory, SendError, sign_in},
    services::{
        Services,
        outbox::{NewMail, SendReport, enqueue, mail, send_waiting},
        reminders,
    },
    store::{StoreError, outbox as store},
};
use std::sync::Arc;

/// A digest for Marie in the outbox on Wednesday 9 May 2018.
async fn with_a_digest(bench: &Bench) {
    let seed = Seed::new(bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-04", "2018-04").await;
    let services = at(&bench.services, "2018-05-09T12:00:00Z");
    assert_eq!(reminders::enqueue(&services, day("2018-05-09")).await.expect("the run").digests, 1);
}

async fn put(bench: &Bench, key: &str, to: &str, services: &Services) -> Option<i64> {
    let base = &services.settings.base_url;
    let words = sign_in(Lang::Fr, "Paul", &base.join("/sign-in/secret-token").expect("a URL"), 30).expect("a mail");
    let person = bench.person(key, None, domain::people::Role::Reader).await.actor.person;
    let new: NewMail =
        mail(format!("sign_in:{key}"), MailKind::SignIn, person, to.parse().expect("an address"), Lang::Fr, words, base);
    bench.write(async |tx| enqueue(tx, new, services.clock.now()).await).await
}

async fn send(services: &Services, memory: &Arc<Memory>) -> SendReport {
    send_waiting(services, &mailer(memory), || true).await.expect("the pass")
}

fn id(letter: &Letter) -> String {
    letter.message.headers().get_raw("Message-ID").expect("a Message-ID").to_owned()
}

const SENT: SendReport = SendReport { sent: 1, delayed: 0, failed: 0 };
const NOTHING: SendReport = SendReport { sent: 0, delayed: 0, failed: 0 };

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_mail_is_sent_once_and_marked_sent(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    with_a_digest(&bench).await;
    let memory = Arc::new(Memory::default());
    let services = at(&bench.services, "2018-05-09T12:01:00Z");
    assert_eq!(send(&services, &memory).await, SENT);
    assert_eq!(send(&services, &memory).await, NOTHING);
    let row = outbox(&services).await.remove(0);
    assert_eq!((row.state, row.attempts, row.last_error), (MailState::Sent, 1, None));
    assert_eq!(row.sent_at, Some(services.clock.now()));
    assert_eq!(memory.letters().iter().map(id).collect::<Vec<_>>(), [row.message_id]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_mail_that_fails_is_tried_again_with_growing_pauses_then_given_up_and_holds_no_other_up(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    with_a_digest(&bench).await;
    let refusing = Memory::failing(Box::new(|letter| letter.to.starts_with("marie").then(|| SendError::passing("smtp-451"))));
    let memory = Arc::new(refusing);
    let first = at(&bench.services, "2018-05-09T12:00:00Z");
    put(&bench, "Paula", "paula@example.gc.ca", &first).await.expect("a mail");
    assert_eq!(send(&first, &memory).await, SendReport { sent: 1, delayed: 1, failed: 0 });
    let moments = ["12:01", "12:06", "12:36", "14:36"];
    for moment in moments {
        let early = at(&bench.services, &format!("2018-05-09T{moment}:00Z"));
        let early = Services {
            clock: server::clock::Clock::stopped(early.clock.now() - chrono::TimeDelta::seconds(1), early.clock.zone()),
            ..early
        };
        assert_eq!(send(&early, &memory).await, NOTHING, "before {moment}");
        let due = at(&bench.services, &format!("2018-05-09T{moment}:00Z"));
        assert_eq!(send(&due, &memory).await, SendReport { sent: 0, delayed: 1, failed: 0 }, "at {moment}");
    }
    let last = at(&bench.services, "2018-05-09T22:36:00Z");
    assert_eq!(send(&last, &memory).await, SendReport { sent: 0, delayed: 0, failed: 1 });
    let row = outbox(&last).await.remove(0);
    assert_eq!((row.state, row.attempts, row.last_error.as_deref()), (MailState::Failed, 6, Some("smtp-451")));
    let delayed = vec!["mail_delayed"; 5];
    assert_eq!(audited(&last).await, [&["mail_queued"], delayed.as_slice(), &["mail_failed"]].concat());
    assert_eq!(send(&at(&last, "2018-05-10T12:00:00Z"), &memory).await, NOTHING);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_crash_between_sending_and_marking_repeats_the_mail_under_the_same_message_id(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    with_a_digest(&bench).await;
    let memory = Arc::new(Memory::default());
    let services = at(&bench.services, "2018-05-09T12:00:00Z");
    let now = services.clock.now();
    let lease = async || {
        bench.write(async |tx| store::lease(tx, &[MailKind::Digest], now, now + chrono::TimeDelta::minutes(5)).await).await
    };
    let leased = lease().await.expect("a mail");
    assert_eq!(lease().await, None, "another instance passes a leased mail over");
    let words = Composed { subject: leased.subject.clone(), text: leased.text.clone(), html: leased.html.clone() };
    let envelope = Envelope {
        outbox_id: leased.id,
        kind: leased.kind,
        to: &leased.to,
        lang: leased.lang,
        words: &words,
        message_id: &leased.message_id,
        written_at: leased.created_at,
        written_on: day("2018-05-09"),
    };
    mailer(&memory).send(&services.settings.base_url, &envelope).await.expect("the mail goes out");
    // Here the program dies.
    assert_eq!(send(&at(&services, "2018-05-09T12:04:00Z"), &memory).await, NOTHING);
    let after = at(&services, "2018-05-09T12:06:00Z");
    assert_eq!(send(&after, &memory).await, SENT);
    let ids: Vec<_> = memory.letters().iter().map(id).collect();
    assert!(ids.len() == 2 && ids[0] == ids[1], "{ids:?}");
    // The one that was thought dead comes back: it must not undo what the other one noted.
    let late: Result<(), StoreError> = services
        .store
        .write(async |tx| store::settle(tx, &leased, &store::Outcome::Failed { code: "x".into() }, now).await)
        .await;
    assert!(matches!(late, Err(StoreError::Conflict)));
    assert_eq!(outbox(&after).await.remove(0).state, MailState::Sent);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn digests_rest_on_week_ends_but_links_to_sign_in_do_not_and_leave_no_secret_behind(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    with_a_digest(&bench).await;
    let saturday = at(&bench.services, "2018-05-12T15:00:00Z");
    assert!(put(&bench, "Paula", "paula@example.gc.ca", &saturday).await.is_some());
    let memory = Arc::new(Memory::default());
    assert_eq!(send(&saturday, &memory).await, SENT);
    let letter = memory.letters().remove(0);
    assert_eq!(letter.to, "paula@example.gc.ca");
    assert!(String::from_utf8_lossy(&letter.message.formatted()).contains("secret-token"));
    let row = outbox(&saturday).await.pop().expect("a mail");
    assert_eq!(
        (row.kind, row.state, row.text_body.as_str(), row.html_body.as_str()),
        (MailKind::SignIn, MailState::Sent, "", "")
    );
    assert_eq!(send(&at(&bench.services, "2018-05-14T12:00:00Z"), &memory).await, SENT, "the digest goes out on Monday");
}

#[tokio::test]
async fn a_mail_whose_senders_never_come_back_is_given_up_after_the_last_attempt() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    with_a_digest(&bench).await;
    let mut now = at(&bench.services, "2018-05-09T12:00:00Z").clock.now();
    for attempt in 1..=6 {
        let until = now + chrono::TimeDelta::minutes(5);
        let leased = bench.write(async |tx| store::lease(tx, &[MailKind::Digest], now, until).await).await;
        assert_eq!(leased.map(|mail| mail.attempts), Some(attempt));
        now = until + chrono::TimeDelta::seconds(1);
    }
    let memory = Arc::new(Memory::default());
    let services = at(&bench.services, &now.to_rfc3339());
    assert_eq!(send(&services, &memory).await, SendReport { sent: 0, delayed: 0, failed: 1 });
    assert_eq!(outbox(&services).await.remove(0).last_error.as_deref(), Some("interrupted"));
    assert_eq!(memory.letters().len(), 0);
}

#[tokio::test]
async fn what_can_never_be_sent_is_given_up_at_once_and_a_key_is_used_once() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let services = at(&bench.services, "2018-05-09T12:00:00Z");
    assert!(put(&bench, "Paula", "paula@example.gc.ca", &services).await.is_some());
    let again: NewMail = mail(
        "sign_in:Paula".into(),
        MailKind::SignIn,
        1,
        "other@example.gc.ca".parse().expect("an address"),
        Lang::Fr,
        Composed { subject: String::new(), text: String::new(), html: String::new() },
        &services.settings.base_url,
    );
    assert_eq!(bench.write(async |tx| enqueue(tx, again, services.clock.now()).await).await, None);
    let memory = Arc::new(Memory::failing(Box::new(|_| Some(SendError::hopeless("address")))));
    assert_eq!(send(&services, &memory).await, SendReport { sent: 0, delayed: 0, failed: 1 });
    assert_eq!(audited(&services).await, ["mail_failed"]);
}

#[tokio::test]
async fn mails_as_files_have_a_name_that_tells_when_and_to_whom() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    with_a_digest(&bench).await;
    let folder = tempfile::tempdir().expect("a folder");
    let files = server::mail::Files::new(folder.path().join("mail"));
    let mailer = server::mail::Mailer::new(Arc::new(files), "suivi@example.gc.ca").expect("a sender");
    let services = at(&bench.services, "2018-05-09T12:01:00Z");
    assert_eq!(send_waiting(&services, &mailer, || true).await.expect("the pass"), SENT);
    let names: Vec<_> = std::fs::read_dir(folder.path().join("mail"))
        .expect("the folder")
        .map(|entry| entry.expect("a file").file_name().into_string().expect("a name"))
        .collect();
    assert_eq!(names, ["2018-05-09-marie@example.gc.ca-1.eml"]);
}
