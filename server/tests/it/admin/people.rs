//! People: found by what one remembers, changed under a guard, archived with everything kept.

use super::{invalid, last, others, with_ada};
use crate::support::{Bench, Browser, Db, location, measure, token, visitor};
use app::{
    api::admin::people::{PersonFilter, PersonList, TypedPerson, TypedRoles},
    backend::{Accounts, Caller, People},
    error::AppError,
};
use domain::{
    mail::MailKind,
    people::{LinkPurpose, PersonState, Role},
    problem::{Problem, ProblemCode},
};
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use server::{
    services::accounts::{Rescue, RescueError},
    store::entities::measure as measure_row,
};

fn typed(name: &str, email: &str) -> TypedPerson {
    TypedPerson { name: name.into(), email: email.into(), lang: "fr".into(), organisation: String::new() }
}

async fn find(bench: &Bench, ada: &Caller, filter: PersonFilter) -> PersonList {
    People::list(&bench.services, ada, &filter, 1).await.expect("a list")
}

fn names(list: &PersonList) -> Vec<&str> {
    list.rows.iter().map(|row| row.name.as_str()).collect()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn people_are_found_by_words_organisation_role_and_state(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let sp = bench.organisation("SP").await;
    bench.person("Élise", Some(sp), Role::Lead).await;
    bench.person("Zoé", None, Role::Reader).await;
    bench.person_with("Eve", None, &[]).await;
    let any = PersonFilter::default;
    assert_eq!(names(&find(&bench, &ada, any()).await), ["Ada", "Élise", "Eve", "Zoé"], "accents do not sort people apart");
    assert_eq!(names(&find(&bench, &ada, PersonFilter { text: "elise GC.CA".into(), ..any() }).await), ["Élise"]);
    assert_eq!(names(&find(&bench, &ada, PersonFilter { organisation: Some(sp), ..any() }).await), ["Élise"]);
    assert_eq!(names(&find(&bench, &ada, PersonFilter { role: Some(Role::Reader), ..any() }).await), ["Zoé"]);
    assert_eq!(names(&find(&bench, &ada, PersonFilter { without_role: true, ..any() }).await), ["Eve"]);
    let in_state = async |state| find(&bench, &ada, PersonFilter { state: Some(state), ..any() }).await;
    let zoe = find(&bench, &ada, PersonFilter { text: "zoe".into(), ..any() }).await.rows[0].id;
    People::invite(&bench.services, &ada, zoe, 0).await.expect("the invitation");
    Browser::signed_in(&bench, &ada).await;
    assert_eq!(names(&in_state(PersonState::Active).await), ["Ada"]);
    assert_eq!(names(&in_state(PersonState::Invited).await), ["Zoé"]);
    assert_eq!(names(&in_state(PersonState::NeverSignedIn).await), ["Élise", "Eve"]);
    People::archive(&bench.services, &ada, zoe, 1, "Gone").await.expect("the archiving");
    assert_eq!(names(&in_state(PersonState::Archived).await), ["Zoé"]);
    assert_eq!(in_state(PersonState::Archived).await.rows[0].state, PersonState::Archived);
    assert!(!names(&find(&bench, &ada, any()).await).contains(&"Zoé"));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_person_is_added_with_roles_and_every_problem_is_told_at_once(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let (s, sp) = (&bench.services, bench.organisation("SP").await);
    let wrong = TypedPerson { name: " ".into(), email: "ADA@example.gc.ca".into(), lang: "de".into(), organisation: "99".into() };
    let roles = TypedRoles { roles: vec!["king".into()], plan: "99".into() };
    let expected = [
        ("name", ProblemCode::Required),
        ("email", ProblemCode::AlreadyExists),
        ("person_lang", ProblemCode::NotAChoice),
        ("organisation", ProblemCode::NotAChoice),
        ("roles", ProblemCode::NotAChoice),
        ("role_plan", ProblemCode::NotAChoice),
    ];
    let expected = expected.map(|(field, code)| Problem::new(field, code)).to_vec();
    assert_eq!(People::add(s, &ada, &wrong, &roles, true).await, Err(AppError::Invalid(expected)));
    assert_eq!(super::trail(&bench).await, []);

    let plan = bench.draft_plan(vec![measure("Une mesure", "SP", "2018-04")]).await;
    let right = TypedPerson { organisation: sp.to_string(), ..typed(" Marie   Roy ", "Marie@SP.ca") };
    let roles = TypedRoles { roles: vec!["lead".into(), "administrator".into()], plan: plan.to_string() };
    let administrator = People::add(s, &ada, &right, &roles, false).await;
    assert_eq!(administrator, invalid("role_plan", ProblemCode::WholeInstance), "nothing is administered on one plan");
    let roles = TypedRoles { roles: vec!["lead".into(), "reader".into()], plan: plan.to_string() };
    let id = People::add(s, &ada, &right, &roles, false).await.expect("a person");
    let page = People::show(s, &ada, id).await.expect("a page");
    assert_eq!((page.row.name.as_str(), page.row.email.as_str()), ("Marie Roy", "marie@sp.ca"));
    let held: Vec<_> = page.row.roles.iter().map(|held| (held.role, held.plan.as_ref().map(|plan| plan.id))).collect();
    assert_eq!(held, [(Role::Lead, Some(plan)), (Role::Reader, Some(plan))]);
    let (action, changes) = last(&bench).await;
    assert!(action == "person_added" && changes.contains(r#"["role",null,"lead"]"#) && changes.contains("Le plan"), "{changes}");
    assert_eq!(crate::mail::seed::counts(s).await.0, 0, "nobody was invited");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_change_is_guarded_and_told_with_what_was_before(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let (s, sp) = (&bench.services, bench.organisation("SP").await);
    let marie = bench.person("Marie", None, Role::Lead).await.actor.person;
    let changed = TypedPerson { organisation: sp.to_string(), ..typed("Marie Roy", "marie@example.gc.ca") };
    People::edit(s, &ada, marie, 0, &changed).await.expect("the change");
    let (action, changes) = last(&bench).await;
    assert_eq!(action, "person_changed");
    assert_eq!(changes, r#"[["name","Marie","Marie Roy"],["organisation",null,"SP"]]"#);
    assert_eq!(People::edit(s, &ada, marie, 0, &typed("Late", "late@x.ca")).await, Err(AppError::Conflict));
    assert_eq!(
        People::edit(s, &ada, marie, 1, &typed("Marie", "ada@example.gc.ca")).await,
        invalid("email", ProblemCode::AlreadyExists)
    );
    People::edit(s, &ada, marie, 1, &changed).await.expect("nothing changed");
    assert_eq!(super::trail(&bench).await.len(), 1, "what does not change leaves no trace");
    assert_eq!(People::edit(s, &ada, 999, 0, &changed).await, Err(AppError::NotFound));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn archiving_ends_the_sessions_of_a_person_and_restoring_brings_everything_back(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let sp = bench.organisation("SP").await;
    let marie = bench.person("Marie", Some(sp), Role::Lead).await;
    let id = marie.actor.person;
    let browser = Browser::signed_in(&bench, &marie).await;
    let plan = bench.draft_plan(vec![measure("Une mesure", "SP", "2018-04")]).await;
    let owned = bench.measures(plan).await[0].figures.id;
    let row = measure_row::ActiveModel { id: Set(owned), owner_id: Set(Some(id)), ..Default::default() };
    bench.write(async |tx| Ok(measure_row::Entity::update(row).exec(tx).await?.id)).await;
    let page = People::show(s, &ada, id).await.expect("a page");
    assert_eq!((page.owned_in_all, page.owned[0].id), (1, owned), "what they own is shown as a warning");

    assert_eq!(People::archive(s, &ada, id, 0, "").await, invalid("reason", ProblemCode::ReasonRequired));
    assert_eq!(browser.open("/plans").await.status_code(), 200);
    People::archive(s, &ada, id, 0, "Retired").await.expect("the archiving");
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans");
    let asked = browser.send("/do/request-link", "/sign-in", &[("email", "marie@example.gc.ca"), ("next", "/")]).await;
    assert_eq!(location(&asked), "/sign-in/sent", "the answer tells nothing");
    assert_eq!(crate::mail::seed::counts(s).await.0, 0, "but no link is sent");
    let page = People::show(s, &ada, id).await.expect("a page");
    assert_eq!(page.archived.as_ref().map(|(_, why)| why.as_str()), Some("Retired"));
    assert_eq!(People::invite(s, &ada, id, 1).await, Err(AppError::Conflict));
    assert_eq!(People::archive(s, &ada, id, 1, "Again").await, Err(AppError::Conflict));

    People::restore(s, &ada, id, 1, "Back").await.expect("the restoring");
    assert_eq!(last(&bench).await.0, "person_restored");
    let browser = Browser::signed_in(&bench, &marie).await;
    assert!(browser.open("/plans").await.text().contains("Marie"));
    assert_eq!(People::show(s, &ada, id).await.expect("a page").row.roles.len(), 1);
}

#[tokio::test]
async fn nobody_else_learns_that_people_can_be_managed() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let (s, id) = (&bench.services, ada.actor.person);
    for other in &others(&bench).await {
        let gone = || AppError::NotFound;
        assert_eq!(People::list(s, other, &PersonFilter::default(), 1).await, Err(gone()));
        assert_eq!(People::choices(s, other).await, Err(gone()));
        assert_eq!(People::show(s, other, id).await, Err(gone()));
        assert_eq!(People::add(s, other, &TypedPerson::default(), &TypedRoles::default(), true).await, Err(gone()));
        assert_eq!(People::edit(s, other, id, 0, &TypedPerson::default()).await, Err(gone()));
        assert_eq!(People::archive(s, other, id, 0, "x").await, Err(gone()));
        assert_eq!(People::restore(s, other, id, 0, "Back").await, Err(gone()));
        assert_eq!(People::invite(s, other, id, 0).await, Err(gone()));
        assert_eq!(People::give_role(s, other, other.actor.person, 0, "administrator", "").await, Err(gone()));
        assert_eq!(People::take_role(s, other, id, 0, 1).await, Err(gone()));
        assert_eq!(People::name_deputy(s, other, id, 0, "").await, Err(gone()));
        assert_eq!(People::add_absence(s, other, id, 0, "", "").await, Err(gone()));
        assert_eq!(People::cancel_absence(s, other, id, 0, 1).await, Err(gone()));
    }
    assert_eq!(super::trail(&bench).await, []);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn another_address_ends_every_link_and_session_and_is_told_at_both(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let marie = bench.person("Marie", None, Role::Lead).await.actor.person;
    let browser = Browser::stranger(s);
    browser.come_in_by_link(s, marie).await;
    let mut tokens = Vec::new();
    for purpose in [LinkPurpose::SignIn, LinkPurpose::PasswordReset, LinkPurpose::Invitation] {
        tokens.push(token(s, marie, purpose).await);
    }
    People::edit(s, &ada, marie, 0, &typed("Marie", "marie.roy@sp.ca")).await.expect("another address");
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans");
    let door = visitor(None);
    assert_eq!(s.redeem(&door, &tokens[0]).await, Err(AppError::LinkNotValid));
    assert_eq!(s.reset_page(&tokens[1]).await, Err(AppError::LinkNotValid));
    assert_eq!(s.redeem(&door, &tokens[2]).await, Err(AppError::LinkNotValid));
    let told: Vec<_> = crate::mail::seed::outbox(s).await.into_iter().map(|mail| (mail.kind, mail.to_address)).collect();
    let notice = |to: &str| (MailKind::Notice, to.to_owned());
    assert_eq!(told, [notice("marie@example.gc.ca"), notice("marie.roy@sp.ca")]);
    People::edit(s, &ada, marie, 1, &typed("Marie Roy", "marie.roy@sp.ca")).await.expect("another name");
    assert_eq!(crate::mail::seed::outbox(s).await.len(), 2, "a name is no such thing");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_administrator_helps_who_lost_a_device_with_a_reason_and_they_are_told(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let marie = bench.person("Marie", None, Role::Lead).await;
    let id = marie.actor.person;
    assert!(!People::show(s, &ada, id).await.expect("the page").has_factor);
    assert_eq!(People::remove_factor(s, &ada, id, 0, "Lost").await, Err(AppError::Conflict), "there is none");
    bench.with_second_factor(&marie).await;
    assert!(People::show(s, &ada, id).await.expect("the page").has_factor);
    assert_eq!(People::remove_factor(s, &ada, id, 0, " ").await, invalid("factor_reason", ProblemCode::ReasonRequired));
    assert_eq!(People::remove_factor(s, &ada, id, 7, "Lost").await, Err(AppError::Conflict));
    People::remove_factor(s, &ada, id, 0, "Lost telephone").await.expect("the help");
    assert_eq!(last(&bench).await, ("person_second_factor_off".into(), r#"[["reason",null,"Lost telephone"]]"#.into()));
    assert!(!People::show(s, &ada, id).await.expect("the page").has_factor);

    let browser = Browser::stranger(s);
    assert_eq!(location(&browser.come_in_by_link(s, id).await), "/plans", "without any code");
    let waiting = token(s, id, LinkPurpose::SignIn).await;
    assert_eq!(People::end_sessions(s, &ada, id, 1, "").await, invalid("sessions_reason", ProblemCode::ReasonRequired));
    People::end_sessions(s, &ada, id, 1, "Stolen laptop").await.expect("the help");
    assert_eq!(last(&bench).await, ("person_all_sessions_ended".into(), r#"[["reason",null,"Stolen laptop"]]"#.into()));
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans");
    assert_eq!(s.redeem(&visitor(None), &waiting).await, Err(AppError::LinkNotValid));
    let told = bench.mails().await;
    assert!(
        told.iter().rev().take(2).all(|mail| mail.contains("par l’administration") || mail.contains("administration")),
        "{told:?}"
    );
    assert_eq!(People::remove_factor(s, &marie, id, 2, "x").await, Err(AppError::NotFound));
    assert_eq!(People::end_sessions(s, &marie, id, 2, "x").await, Err(AppError::NotFound));
}

#[tokio::test]
async fn the_same_help_is_given_from_the_command_line_and_on_the_page_of_the_person() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let s = &bench.services;
    let marie = bench.person("Marie", None, Role::Lead).await;
    let address = "marie@example.gc.ca".parse().expect("an address");
    let nobody = "nobody@example.gc.ca".parse().expect("an address");
    assert!(matches!(s.rescue_by_address(&nobody, Rescue::Sessions, "x").await, Err(RescueError::Nobody)));
    assert!(matches!(s.rescue_by_address(&address, Rescue::SecondFactor, "x").await, Err(RescueError::NoFactor)));
    bench.with_second_factor(&marie).await;
    assert!(matches!(s.rescue_by_address(&address, Rescue::SecondFactor, " ").await, Err(RescueError::NoReason)));
    let browser = Browser::signed_in(&bench, &ada).await;
    let page = format!("/admin/people/{}", marie.actor.person);
    let shown = browser.open(&page).await.text();
    assert!(shown.contains("/do/remove-person-factor") && shown.contains("/do/end-person-sessions"), "{shown}");
    s.rescue_by_address(&address, Rescue::SecondFactor, "Lost").await.expect("the help");
    assert!(!browser.open(&page).await.text().contains("/do/remove-person-factor"));
    s.rescue_by_address(&address, Rescue::Sessions, "Lost").await.expect("the help");
    let done: Vec<_> = bench.actions().await.into_iter().rev().take(2).collect();
    assert_eq!(done, ["person_all_sessions_ended", "person_second_factor_off"]);
    let id = marie.actor.person.to_string();
    let fields = [("person", id.as_str()), ("lock_version", "0"), ("sessions_reason", "")];
    assert_eq!(location(&browser.send("/do/end-person-sessions", &page, &fields).await), page);
    assert!(browser.open(&page).await.text().contains("id=\"field-sessions-reason-problem\""));
}
