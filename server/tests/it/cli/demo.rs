//! The demonstration: one database for both commands, apart from real records, whatever is configured.

use super::Place;
use std::{
    io::{BufRead, BufReader},
    process::Stdio,
};

#[test]
fn the_demonstration_is_laid_once_where_serve_shows_it() {
    let place = Place::new();
    let first = place.run(&["demo", "--today", "2026-01-15"]).well();
    assert!(first.contains("was loaded into") && first.contains("data/demo/suivi.db"), "{first}");
    assert!(super::is_missing(&place.path("data/suivi.db")), "nothing real was touched");
    let again = place.run(&["demo", "--today", "2026-01-10"]);
    assert!(again.err.contains("was laid for 2026-01-15") && again.err.contains("lies in the future"), "{again:?}");
    assert!(again.well().contains("already there"));
}

#[test]
fn serve_does_not_open_a_named_database_to_everybody_unless_the_demonstration_made_it() {
    let place = Place::new();
    place.file("site/manifest.json", "{\"output_name\":\"suivi\",\"css\":\"suivi.css\"}");
    let url = format!("sqlite:{}?mode=rwc", place.path("real.db").display());
    place.run(&["migrate", "--database-url", &url]).well();
    let serve = ["serve", "--demo", "--listen", "127.0.0.1:0"];
    let site = ("SUIVI_SITE_DIR", "site");
    let by_variable = place.run_with(&[site, ("SUIVI_DATABASE_URL", &url)], &serve);
    let by_flag = place.run_with(&[site], &[&serve[..], &["--database-url", &url]].concat());
    for words in [by_variable.badly(), by_flag.badly()] {
        assert!(words.contains("SUIVI_DATABASE_URL") && words.contains("real.db"), "{words}");
        assert_eq!(words.trim().lines().count(), 1, "one sentence: {words}");
    }
    let log = place.run(&["audit", "export", "--database-url", &url]).well();
    assert!(!log.contains("Bergeron"), "nothing was written into it");
    place.run(&["demo", "--today", "2026-01-15", "--database-url", &url]).well();
    assert!(starts(&place, &url), "the demonstration made this one");
}

/// Whether `serve --demo` gets as far as saying its address; it is stopped then.
fn starts(place: &Place, url: &str) -> bool {
    let serve = ["serve", "--demo", "--today", "2026-01-15", "--listen", "127.0.0.1:0", "--database-url", url];
    let mut serving = place
        .command(&[("SUIVI_SITE_DIR", "site"), ("SUIVI_LOG", "warn")], &serve)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = String::new();
    BufReader::new(serving.stdout.take().expect("its output")).read_line(&mut first).expect("a line");
    serving.kill().expect("it is stopped");
    serving.wait().expect("it ends");
    first.starts_with("Suivi is at ")
}

#[test]
fn who_asks_where_no_plan_is_is_told_of_the_demonstration() {
    let place = Place::new();
    let dry = ["remind", "--dry-run", "--today", "2026-01-15"];
    assert!(!place.run(&dry).err.contains("--data-dir"), "there is no demonstration either");
    place.run(&["demo", "--today", "2026-01-15"]).well();
    let hint = "the demonstration is opened with --data-dir data/demo.";
    let refused = place.run(&["report", "meeting", "--plan", "1"]).badly();
    assert!(refused.contains(hint), "{refused}");
    assert!(place.run(&dry).err.contains(hint));
    let there = place.run(&[&dry[..], &["--data-dir", "data/demo"]].concat());
    assert!(there.is_well && !there.err.contains("--data-dir"), "{there:?}");
}
