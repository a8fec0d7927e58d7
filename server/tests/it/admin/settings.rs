//! Settings: guarded, told with what was before, and in effect at once.

use super::{invalid, last, others, with_ada};
use crate::{
    mail::seed::{Seed, at},
    support::{Browser, Db, day},
};
use app::{api::admin::settings::TypedSettings, backend::Settings, error::AppError};
use domain::{
    people::Role,
    plan::PlanStatus,
    problem::ProblemCode,
    settings::{SettingGroup, TypedInstance, TypedReminders, TypedSignIn},
};
use rstest::rstest;
use server::services::reminders;

fn sign_in(links: bool, passwords: bool) -> TypedSettings {
    TypedSettings::SignIn(TypedSignIn {
        links,
        passwords,
        password_length: "20".into(),
        second_factor_for: vec!["administrator".into(), "coordinator".into()],
        idle_minutes: "30".into(),
        absolute_hours: "12".into(),
    })
}

fn instance(name: &str) -> TypedSettings {
    TypedSettings::Instance(TypedInstance { name_en: name.into(), name_fr: String::new(), contact: "help@sp.ca".into() })
}

fn reminders(days: &str) -> TypedSettings {
    TypedSettings::Reminders(TypedReminders { days_before: days.into(), on_due_day: false, every_days_after: String::new() })
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn each_group_is_kept_on_its_own_and_told_with_what_was_before(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    Settings::save(s, &ada, 0, &sign_in(true, false)).await.expect("the rules");
    let (action, changes) = last(&bench).await;
    assert_eq!(action, "settings_sign_in");
    let expected = concat!(
        r#"[["passwords","on","off"],["password_length","15","20"],"#,
        r#"["second_factor_for",null,"administrator, coordinator"],"#,
        r#"["idle_minutes","720","30"],["absolute_hours","168","12"]]"#
    );
    assert_eq!(changes, expected);
    let page = Settings::show(s, &ada).await.expect("a page");
    assert_eq!((page.settings.sign_in.idle_minutes, page.lock_version(SettingGroup::SignIn)), (30, 1));
    assert_eq!(page.lock_version(SettingGroup::Reminders), 0);

    assert_eq!(Settings::save(s, &ada, 0, &sign_in(true, true)).await, Err(AppError::Conflict));
    assert_eq!(Settings::save(s, &ada, 1, &sign_in(false, false)).await, invalid("links", ProblemCode::NoWayIn));
    Settings::save(s, &ada, 1, &sign_in(true, false)).await.expect("nothing changed");
    assert_eq!(super::trail(&bench).await.len(), 1);
    Settings::save(s, &ada, 1, &sign_in(false, true)).await.expect("passwords are a way in as well");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_policy_says_who_gets_which_reminder_from_then_on(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-05-31", "2018-05-31").await;
    let on = "2018-05-21T12:00:00Z";
    let services = at(&bench.services, on);
    // Ten days before: the policy of the product has reminded since the 17th, this one does so since the 24th.
    let digests = async || reminders::preview(&services, day("2018-05-22")).await.expect("a preview").digests.len();
    assert_eq!(digests().await, 1);
    Settings::save(&bench.services, &ada, 0, &reminders("7")).await.expect("the policy");
    assert_eq!(digests().await, 0);
    Settings::save(&bench.services, &ada, 1, &reminders("60, 9")).await.expect("the policy");
    let preview = reminders::preview(&services, day("2018-05-22")).await.expect("a preview");
    let lines: Vec<_> = preview.digests[0].lines().map(|line| line.occurrence.on).collect();
    assert_eq!(lines, [day("2018-05-22")]);
    let late = reminders::preview(&services, day("2018-06-07")).await.expect("a preview");
    assert!(late.digests.iter().flat_map(|digest| digest.lines()).all(|line| line.occurrence.on < day("2018-05-31")));
}

#[tokio::test]
async fn the_name_and_the_contact_are_on_every_page_in_the_readers_language() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let stranger = Browser::stranger(&bench.services);
    assert!(!stranger.open("/sign-in?lang=en").await.text().contains("brand-instance"));
    Settings::save(&bench.services, &ada, 0, &instance("Public <Safety>")).await.expect("the name");
    let page = stranger.open("/sign-in?lang=en").await.text();
    assert!(page.contains("Public &lt;Safety&gt;") && page.contains("href=\"mailto:help@sp.ca\""), "{page}");
    let french = stranger.open("/sign-in?lang=fr").await.text();
    assert!(french.contains("<span lang=\"en\" class=\"brand-instance\">Public"), "{french}");
    let browser = Browser::signed_in(&bench, &bench.person("Rita", None, Role::Reader).await).await;
    assert!(browser.open("/plans").await.text().contains("Public &lt;Safety&gt;"));
}

#[tokio::test]
async fn nobody_else_learns_that_there_are_settings() {
    let (bench, _) = with_ada(Db::Sqlite).await.expect("SQLite");
    for other in &others(&bench).await {
        assert_eq!(Settings::show(&bench.services, other).await, Err(AppError::NotFound));
        assert_eq!(Settings::save(&bench.services, other, 0, &instance("x")).await, Err(AppError::NotFound));
    }
}
