//! Invitations: a link of seven days by mail, in the language of who is invited, that lets them in once.

use super::{actor, last, with_ada};
use crate::{
    mail::seed::{at, mailer, outbox},
    support::{Browser, Db, location},
};
use app::{
    api::admin::{
        people::{TypedPerson, TypedRoles},
        settings::TypedSettings,
    },
    backend::{People, Settings},
    error::AppError,
};
use domain::{
    mail::{MailKind, MailState},
    people::{PersonState, Role},
    settings::TypedInstance,
};
use rstest::rstest;
use server::{mail::Memory, services::outbox::send_waiting};
use std::sync::Arc;

/// The path of the link in a text.
fn link_in(text: &str) -> String {
    let at = text.find("http://suivi.test/sign-in/link/").expect("a link");
    text[at..].split_whitespace().next().expect("a word").trim_start_matches("http://suivi.test").to_owned()
}

fn marie(lang: &str) -> TypedPerson {
    TypedPerson { name: "Marie".into(), email: "marie@sp.ca".into(), lang: lang.into(), organisation: String::new() }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_is_added_with_an_invitation_gets_a_mail_that_lets_them_in_once(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let named = TypedInstance { name_fr: "Sécurité publique".into(), ..TypedInstance::default() };
    Settings::save(s, &ada, 0, &TypedSettings::Instance(named)).await.expect("a name");
    let roles = TypedRoles { roles: vec!["lead".into()], plan: String::new() };
    let id = People::add(s, &ada, &marie("fr"), &roles, true).await.expect("a person");
    assert_eq!(last(&bench).await.0, "person_invited");
    let mail = outbox(s).await.pop().expect("a mail");
    assert_eq!((mail.kind, mail.person_id, mail.to_address.as_str()), (MailKind::Invitation, Some(id), "marie@sp.ca"));
    assert_eq!(mail.subject, "Ada vous invite dans Suivi");
    for words in ["Sécurité publique", "Responsable", "22\u{a0}mars\u{a0}2018"] {
        assert!(mail.text_body.contains(words), "{words} is not in {}", mail.text_body);
    }
    let row = async || People::show(s, &ada, id).await.expect("a page").row;
    assert_eq!(row().await.state, PersonState::Invited);

    let link = link_in(&mail.text_body);
    let token = link.rsplit('/').next().expect("a token").to_owned();
    let browser = Browser::stranger(s);
    assert_eq!(browser.open(&link).await.status_code(), 200);
    assert_eq!(location(&browser.send("/do/redeem", &link, &[("token", &token), ("next", "/plans")]).await), "/welcome");
    assert!(browser.open("/plans").await.text().contains("Marie"));
    assert_eq!(row().await.state, PersonState::Active);
    assert_eq!(People::invite(s, &ada, id, 0).await, Err(AppError::Conflict), "who was in needs no invitation");

    let memory = Arc::new(Memory::default());
    send_waiting(&at(s, "2018-03-15T17:00:00Z"), &mailer(&memory), || true).await.expect("the pass");
    let mail = outbox(s).await.pop().expect("a mail");
    assert_eq!((mail.state, mail.text_body.as_str()), (MailState::Sent, ""), "the link is not kept");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_second_invitation_ends_the_first_and_each_ends_after_seven_days(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let id = People::add(s, &ada, &marie("en"), &TypedRoles::default(), true).await.expect("a person");
    People::invite(s, &ada, id, 0).await.expect("another invitation");
    assert_eq!(People::invite(s, &ada, id, 0).await, Err(AppError::Conflict), "pressed twice, sent once");
    let mails = outbox(s).await;
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[1].subject, "Ada invites you to Suivi");
    let try_at = async |index: usize, day: &str| {
        let link = link_in(&mails[index].text_body);
        let token = link.rsplit('/').next().expect("a token").to_owned();
        let browser = Browser::stranger(&bench.on(day));
        let answer = browser.send("/do/redeem", &link, &[("token", &token), ("next", "/plans")]).await;
        location(&answer) == "/welcome"
    };
    assert!(!try_at(0, "2018-03-15").await, "the first one was replaced");
    assert!(!try_at(1, "2018-03-23").await, "seven days are over");
    let late = People::show(&bench.on("2018-03-23"), &ada, id).await.expect("a page");
    assert_eq!(late.row.state, PersonState::NeverSignedIn);
    assert!(try_at(1, "2018-03-21").await);
}

#[tokio::test]
async fn an_invitation_to_an_address_that_was_wrong_lets_nobody_in() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let s = &bench.services;
    let id = People::add(s, &ada, &marie("en"), &TypedRoles::default(), true).await.expect("a person");
    let corrected = TypedPerson { email: "marie.roy@sp.ca".into(), ..marie("en") };
    People::edit(s, &ada, id, 0, &corrected).await.expect("the change");
    let link = link_in(&outbox(s).await[0].text_body);
    let token = link.rsplit('/').next().expect("a token").to_owned();
    let answer = Browser::stranger(s).send("/do/redeem", &link, &[("token", &token), ("next", "/plans")]).await;
    assert_eq!(location(&answer), link);
}

#[tokio::test]
async fn the_first_person_of_an_empty_instance_coordinates_and_administers_it() {
    let bench = crate::support::Bench::open(Db::Sqlite).await.expect("SQLite");
    let email = "first@sp.ca".parse().expect("an address");
    let id = bench.services.first_coordinator(&email).await.expect("a person").expect("the first");
    let actor = actor(&bench.services, id).await;
    assert!(actor.has_instance_role(&[Role::Coordinator]) && actor.has_instance_role(&[Role::Administrator]));
    assert_eq!(bench.services.first_coordinator(&email).await.expect("an answer"), None);
}
