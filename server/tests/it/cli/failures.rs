//! What cannot work is said in one sentence before anything is done.

use super::Place;
use rstest::rstest;
use sea_orm::{ConnectionTrait, Database};

#[rstest]
#[case::an_unknown_setting("listem = \"127.0.0.1:3000\"", "listem")]
#[case::a_port_that_is_none("listen = \"127.0.0.1:99999\"", "listen")]
#[case::no_mail_server("mail = \"smtp\"", "SUIVI_SMTP_URL")]
#[case::a_foreign_database("database_url = \"mysql://db\"", "SUIVI_DATABASE_URL")]
#[case::no_toml("listen = ", "cannot be used")]
fn a_configuration_that_cannot_work_names_the_setting(#[case] text: &str, #[case] named: &str) {
    let place = Place::new();
    place.file("suivi.toml", text);
    let words = place.run(&["migrate"]).badly();
    assert!(words.starts_with("suivi: ") && words.contains(named), "{words}");
    assert!(super::is_missing(&place.path("data")));
}

#[test]
fn a_named_configuration_file_must_be_there() {
    let place = Place::new();
    let words = place.run(&["migrate", "--config", "nowhere.toml"]).badly();
    assert!(words.contains("nowhere.toml"), "{words}");
}

#[test]
fn flags_win_over_variables_and_variables_over_the_file() {
    let place = Place::new();
    place.file("suivi.toml", "data_dir = \"from-file\"");
    place.run(&["migrate"]).well();
    assert!(place.path("from-file/suivi.db").is_file());
    place.run_with(&[("SUIVI_DATA_DIR", "from-variable")], &["migrate"]).well();
    assert!(place.path("from-variable/suivi.db").is_file());
    place.run_with(&[("SUIVI_DATA_DIR", "elsewhere")], &["migrate", "--data-dir", "from-flag"]).well();
    assert!(place.path("from-flag/suivi.db").is_file() && super::is_missing(&place.path("elsewhere")));
}

#[tokio::test]
async fn a_database_of_another_schema_is_refused_in_one_sentence_and_left_alone() {
    let place = Place::new();
    let url = format!("sqlite:{}?mode=rwc", place.path("old.db").display());
    let database = Database::connect(&url).await.expect("a database");
    for sql in [
        "create table seaql_migrations (version varchar not null primary key, applied_at bigint not null)",
        "insert into seaql_migrations values ('mod', 1)",
    ] {
        database.execute_unprepared(sql).await.expect("a statement");
    }
    for command in [&["migrate"][..], &["remind", "--dry-run"], &["user", "add", "a@b.ca", "--name", "A", "--role", "lead"]] {
        let words = place.run(&[command, &["--database-url", &url]].concat()).badly();
        assert!(words.contains("another version of Suivi") && words.contains("SUIVI_DATA_DIR"), "{words}");
        assert_eq!(words.trim().lines().count(), 1, "{words}");
    }
    assert!(database.execute_unprepared("select 1 from person").await.is_err(), "no table was made");
}
