//! The outbox: failures first and in words, sending again under a guard, and no secret ever shown.

use super::{last, others, trail, with_ada};
use crate::{
    mail::seed::{Seed, at, mailer, outbox},
    support::{Bench, Browser, Db, day},
};
use app::{
    api::admin::{
        mail::MailFilter,
        people::{TypedPerson, TypedRoles},
    },
    backend::{Caller, Mail, People},
    error::AppError,
};
use domain::{
    mail::{MailKind, MailState},
    people::Role,
    plan::PlanStatus,
    problem::ProblemCode,
};
use rstest::rstest;
use server::{
    mail::{Memory, SendError},
    services::{
        Services,
        outbox::{SendReport, send_waiting},
        reminders,
    },
};
use std::sync::Arc;

/// A digest and an invitation, both given up, and an invitation that waits.
async fn with_failures(db: Db) -> Option<(Bench, Caller, Services)> {
    let (bench, ada) = with_ada(db).await?;
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-04", "2018-04").await;
    let services = at(&bench.services, "2018-05-09T12:00:00Z");
    reminders::enqueue(&services, day("2018-05-09")).await.expect("the run");
    invite(&services, &ada, "paul").await;
    let refusing = Arc::new(Memory::failing(Box::new(|_| Some(SendError::hopeless("smtp-550")))));
    let report = send_waiting(&services, &mailer(&refusing), || true).await.expect("the pass");
    assert_eq!(report, SendReport { sent: 0, delayed: 0, failed: 2 });
    invite(&services, &ada, "zoe").await;
    Some((bench, ada, services))
}

async fn invite(services: &Services, ada: &Caller, name: &str) {
    let email = format!("{name}@sp.ca");
    let typed = TypedPerson { name: name.into(), email, lang: "fr".into(), organisation: String::new() };
    People::add(services, ada, &typed, &TypedRoles::default(), true).await.expect("a person");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn failures_come_first_and_the_list_is_narrowed_by_state_kind_and_person(#[case] db: Db) {
    let Some((_bench, ada, services)) = with_failures(db).await else { return };
    let find = async |filter: MailFilter| {
        let list = Mail::list(&services, &ada, &filter, 1).await.expect("a list");
        list.rows.into_iter().map(|row| (row.kind, row.state, row.may_retry)).collect::<Vec<_>>()
    };
    let (digest, invitation) = (MailKind::Digest, MailKind::Invitation);
    let (failed, waiting) = (MailState::Failed, MailState::Waiting);
    let all = [(invitation, failed, false), (digest, failed, true), (invitation, waiting, false)];
    assert_eq!(find(MailFilter::default()).await, all);
    assert_eq!(find(MailFilter { state: Some(waiting), ..MailFilter::default() }).await, all[2..]);
    assert_eq!(find(MailFilter { kind: Some(digest), ..MailFilter::default() }).await, all[1..2]);
    assert_eq!(find(MailFilter { text: "ZOE".into(), ..MailFilter::default() }).await, all[2..]);
    assert_eq!(find(MailFilter { text: "nobody".into(), ..MailFilter::default() }).await, []);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_given_up_mail_is_sent_again_once_with_all_its_attempts(#[case] db: Db) {
    let Some((bench, ada, services)) = with_failures(db).await else { return };
    let rows = outbox(&services).await;
    let (digest, invitation) = (&rows[0], &rows[1]);
    assert_eq!(Mail::retry(&services, &ada, digest.id, digest.lock_version - 1).await, Err(AppError::Conflict));
    assert_eq!(
        Mail::retry(&services, &ada, invitation.id, invitation.lock_version).await,
        Err(AppError::Conflict),
        "its link is gone"
    );
    assert_eq!(Mail::retry(&services, &ada, 999, 0).await, Err(AppError::NotFound));
    Mail::retry(&services, &ada, digest.id, digest.lock_version).await.expect("the retry");
    let told = r#"[["mail_state","failed","waiting"],["last_error","smtp-550",null]]"#;
    assert_eq!(last(&bench).await, ("mail_retried".into(), told.into()));
    assert_eq!(Mail::retry(&services, &ada, digest.id, digest.lock_version).await, Err(AppError::Conflict), "pressed twice");
    let memory = Arc::new(Memory::default());
    assert_eq!(send_waiting(&services, &mailer(&memory), || true).await.expect("the pass").sent, 2);
    let sent = outbox(&services).await.remove(0);
    assert_eq!((sent.state, sent.attempts, sent.message_id == digest.message_id), (MailState::Sent, 1, true));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn all_given_up_mails_are_sent_again_but_those_whose_words_are_gone(#[case] db: Db) {
    let Some((bench, ada, services)) = with_failures(db).await else { return };
    let before = trail(&bench).await.len();
    assert_eq!(Mail::retry_all(&services, &ada).await, Ok(1));
    assert_eq!(Mail::retry_all(&services, &ada).await, Ok(0));
    assert_eq!(trail(&bench).await.len(), before + 1, "one row for each mail");
    let states: Vec<_> = outbox(&services).await.into_iter().map(|mail| mail.state).collect();
    assert_eq!(states, [MailState::Waiting, MailState::Failed, MailState::Waiting]);
}

#[tokio::test]
async fn the_words_of_a_digest_may_be_read_and_those_of_a_link_may_not() {
    let (bench, ada, services) = with_failures(Db::Sqlite).await.expect("SQLite");
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    let rows = outbox(&services).await;
    let token = rows[2].text_body.split("/sign-in/link/").nth(1).expect("a link").split_whitespace().next().expect("a token");
    for (person, index) in [(&ada, "/admin"), (&claire, "/admin")] {
        let browser = Browser::signed_in(&bench, person).await;
        assert!(browser.open(index).await.text().contains("/admin/mail?state=failed"));
        let digest = browser.open(&format!("/admin/mail/{}?lang=en", rows[0].id)).await.text();
        assert!(digest.contains("refused it for good") && digest.contains("admin-mail-text"), "{digest}");
        let gone = browser.open("/admin/mail?state=failed&lang=en").await.text();
        assert!(gone.contains("An administrator can send another invitation"), "whoever reads it: {gone}");
        for path in ["/admin/mail?lang=en".to_owned(), format!("/admin/mail/{}?lang=en", rows[2].id)] {
            let shown = browser.open(&path).await;
            assert_eq!(shown.status_code(), 200);
            assert!(!shown.text().contains(token) && shown.text().contains("vous invite"), "{path}");
        }
    }
}

#[tokio::test]
async fn only_administrators_and_coordinators_of_the_instance_watch_the_mail() {
    let (bench, _) = with_ada(Db::Sqlite).await.expect("SQLite");
    let s = &bench.services;
    for other in others(&bench).await.iter().filter(|other| !other.actor.has_role(&[Role::Coordinator])) {
        assert_eq!(Mail::list(s, other, &MailFilter::default(), 1).await, Err(AppError::NotFound));
        assert_eq!(Mail::show(s, other, 1).await, Err(AppError::NotFound));
        assert_eq!(Mail::retry(s, other, 1, 0).await, Err(AppError::NotFound));
        assert_eq!(Mail::retry_all(s, other).await, Err(AppError::NotFound));
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_mail_is_sent_again_to_where_its_reader_is_now_and_to_nobody_who_left(#[case] db: Db) {
    let Some((_bench, ada, services)) = with_failures(db).await else { return };
    let digest = outbox(&services).await.remove(0);
    let reader = digest.person_id.expect("a reader");
    let moved =
        TypedPerson { name: "Marie".into(), email: "marie@new.ca".into(), lang: "fr".into(), organisation: String::new() };
    People::edit(&services, &ada, reader, 0, &moved).await.expect("another address");
    People::archive(&services, &ada, reader, 1, "Left").await.expect("the archiving");
    assert_eq!(
        Mail::retry(&services, &ada, digest.id, digest.lock_version).await,
        super::invalid("mail_person", ProblemCode::NoLongerHere)
    );
    assert_eq!(Mail::retry_all(&services, &ada).await, Ok(0));
    People::restore(&services, &ada, reader, 2, "Back").await.expect("the return");
    Mail::retry(&services, &ada, digest.id, digest.lock_version).await.expect("the retry");
    assert_eq!(outbox(&services).await[0].to_address, "marie@new.ca");
}
