//! The log over HTTP: who may read it, how it is narrowed, exported and checked.

use crate::support::{Bench, Browser, Db, location, measure, visitor};
use app::{api::account::TypedProfile, backend::Account};
use domain::{
    people::Role,
    trail::{AuditAction, RecordKind},
};
use rstest::rstest;
use sea_orm::ConnectionTrait;
use server::{
    services::Author,
    store::{StoreError, audit},
};

/// A plan approved by Claire, and Aude, who administers.
async fn told(bench: &Bench) -> (Browser, i64) {
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let administrator = bench.person("Aude", None, Role::Administrator).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("=Revoir <le> mandat", "", "avril 2018")]).await;
    (Browser::signed_in(bench, &administrator).await, plan)
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_log_tells_each_change_in_words_and_can_be_narrowed(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (browser, plan) = told(&bench).await;
    let all = browser.open("/admin/log?lang=fr").await.text();
    for words in
        ["Plan approuvé", "Claire", "de « Ébauche » à « Approuvé »".replace(' ', "\u{a0}").as_str(), "Ouverture de session"]
    {
        let plain = all.replace('\u{a0}', " ");
        assert!(plain.contains(&words.replace('\u{a0}', " ")), "{words} is not in {plain}");
    }
    assert!(all.contains(&format!("href=\"/plans/{plan}\"")) && all.contains("12\u{a0}h\u{a0}00 HAE"), "{all}");
    assert!(all.contains("=Revoir &lt;le&gt; mandat"), "{all}");

    let rows = async |query: &str| browser.open(&format!("/admin/log?{query}")).await.text().matches("class=\"log-row\"").count();
    assert_eq!(rows("action=plan_approved").await, 1);
    assert_eq!(rows("who=claire").await, 1);
    assert_eq!(rows("who=nobody+at+all").await, 0);
    assert_eq!(rows(&format!("in_plan={plan}&record=measure")).await, 1);
    assert_eq!(rows("request=request-of-Claire").await, 1);
    assert_eq!(rows("since=2018-03-16").await, 0);
    assert_eq!(rows("until=2018-03-14").await, 0);
    let whole = rows("since=2018-03-15&until=2018-03-15").await;
    assert_eq!(whole, rows("since=never&record=nonsense&in_plan=x").await, "what makes no sense does not narrow");
    assert!(whole > 5, "{whole}");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_narrowed_log_is_a_table_without_formulas_and_json_with_its_seals(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (browser, _) = told(&bench).await;
    browser.open("/admin/log?lang=fr").await;
    let table = browser.open("/admin/log/export?format=csv&record=measure").await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    assert!(table.header("content-disposition").to_str().expect("a name").contains("suivi-log-2018-03-15.csv"));
    let text = table.text();
    assert!(text.starts_with('\u{feff}') && text.lines().count() >= 2, "{text}");
    let mut cells = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = cells.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{rows:?}");
    assert!(rows[0][6].contains("=Revoir <le> mandat"), "{rows:?}");

    let json: serde_json::Value = browser.open("/admin/log/export?format=json").await.json();
    let rows = json.as_array().expect("a list");
    assert_eq!(rows.first().map(|row| row["previous_hash"].clone()), Some("".into()));
    assert!(rows.windows(2).all(|pair| pair[0]["hash"] == pair[1]["previous_hash"]), "{json}");
    assert!(rows.iter().any(|row| row["action"] == "log_exported"), "an export is in the log itself");
    assert_eq!(browser.open("/admin/log/export?format=doc").await.status_code(), 400);
    let none: serde_json::Value = browser.open("/admin/log/export?format=json&who=nobody").await.json();
    assert_eq!(none, serde_json::json!([]));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_check_says_that_the_log_is_whole_or_what_was_done_to_it(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (browser, _) = told(&bench).await;
    assert!(browser.open("/admin/log?check=yes&lang=en").await.text().contains("The log is whole"));
    let edit = "update audit set changes = 'nonsense' where id = 2";
    bench.write(async |tx| Ok::<_, StoreError>(tx.execute_unprepared(edit).await?)).await;
    let page = browser.open("/admin/log?check=yes").await.text();
    assert!(page.contains("Row 2 was changed after it was written") && page.contains("nonsense"), "{page}");
    assert!(bench.write(async |tx| audit::verify(tx).await).await.is_some());
}

#[tokio::test]
async fn nobody_but_administrators_knows_of_the_log() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    for role in [Role::Coordinator, Role::Lead, Role::Member, Role::Executive, Role::Reader] {
        let caller = bench.person(&format!("{role:?}"), None, role).await;
        let browser = Browser::signed_in(&bench, &caller).await;
        assert_eq!(browser.open("/admin/log").await.status_code(), 404, "{role:?}");
        assert_eq!(browser.open("/admin/log/export?format=csv").await.status_code(), 404, "{role:?}");
    }
    let stranger = Browser::stranger(&bench.services);
    assert_eq!(location(&stranger.open("/admin/log/export?format=csv").await), "/sign-in?next=/admin/log");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_row_tells_the_address_of_whoever_took_another_name_and_what_was_behind_the_others(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let (browser, _) = told(&bench).await;
    let claire = bench.person("Claire-Anne", None, Role::Lead).await;
    let renamed =
        TypedProfile { name: "Somebody Else".into(), lang: "fr".into(), digest: "daily".into(), ..TypedProfile::default() };
    Account::change(&bench.services, &claire, 0, &renamed).await.expect("the new name");
    let id = claire.actor.person;
    let log = browser.open("/admin/log?lang=en&action=person_changed").await.text();
    assert!(log.contains(&format!("<a href=\"/admin/people/{id}\">claire-anne@example.gc.ca</a>")), "{log}");
    assert!(log.contains("Somebody Else") && log.contains("from “Claire-Anne” to “Somebody Else”"), "{log}");
    let table = browser.open("/admin/log/export?format=csv&action=person_changed").await.text();
    assert!(table.contains("Somebody Else,claire-anne@example.gc.ca,"), "{table}");
    let person = browser.open(&format!("/admin/people/{id}")).await.text();
    assert!(person.contains("from “Claire-Anne” to “Somebody Else”"), "the person's own history tells it: {person}");

    let now = bench.services.clock.now();
    let rows = [
        (Author::visitor(&visitor(None), now, None), AuditAction::SignInFailed),
        (Author::program("suivi user remove-second-factor", now), AuditAction::SecondFactorOff),
        (Author::visitor(&visitor(None), now, None), AuditAction::ContactAnswered),
        (Author::visitor(&visitor(None), now, None), AuditAction::RolesFollowed),
        (Author::program("reminders-2018-03-15", now), AuditAction::MailQueued),
    ];
    let entries = rows.iter().map(|(author, action)| author.entry(*action, RecordKind::Person, id, None, Vec::new()));
    let entries: Vec<_> = entries.collect();
    bench.write(async |tx| audit::record_all(tx, entries).await).await;
    for (action, who) in [
        ("person_sign_in_failed", "somebody not signed in"),
        ("person_second_factor_off", "the command “suivi user remove-second-factor”, on the server"),
        ("contact_answered", "the contact"),
        ("person_roles_followed", "the sign-in service"),
        ("mail_queued", "Suivi itself"),
    ] {
        let log = browser.open(&format!("/admin/log?lang=en&action={action}")).await.text();
        assert!(log.contains(&format!("<span>{who}</span>")), "{action}: {log}");
        let table = browser.open(&format!("/admin/log/export?format=csv&action={action}")).await.text();
        assert!(table.contains(who), "{action}: {table}");
    }
}
