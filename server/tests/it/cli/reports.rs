//! `suivi report`, `suivi remind` and `suivi audit` on a plan that was imported, and `suivi user add`.

use super::{Place, plain};
use std::fs;

#[test]
fn both_reports_are_written_in_every_format_and_both_languages() {
    let place = Place::new();
    place.run(&["demo", "--today", "2026-02-11"]).well();
    for (which, en, fr) in
        [("meeting", "Response to the horizontal evaluation", "horizontale"), ("overdue", "<html lang=\"en", "<html lang=\"fr")]
    {
        for (lang, words) in [("en", en), ("fr", fr)] {
            let written = |format: &str| {
                let name = format!("{which}-{lang}.{format}");
                let plan: &[&str] = if which == "meeting" { &["--plan", "Response to the horizontal evaluation"] } else { &[] };
                let flags = ["report", which, "--data-dir", "data/demo", "--lang", lang, "--format", format, "-o", &name];
                let flags = [&flags[..], &["--today", "2026-02-11"]].concat();
                place.run(&[&flags[..], plan].concat()).well();
                fs::read_to_string(place.path(&name)).expect("a report")
            };
            let html = written("html");
            assert!(html.contains(words) && html.contains(&format!("lang=\"{lang}")), "{html}");
            let json: serde_json::Value = serde_json::from_str(&written("json")).expect("JSON");
            assert_eq!(json["lang"], lang, "{json}");
            let csv = written("csv");
            assert!(csv.lines().count() >= 1 && csv.contains(if lang == "fr" { ';' } else { ',' }), "{csv}");
        }
    }
    let csv = fs::read_to_string(place.path("meeting-en.csv")).expect("a report");
    assert!(csv.contains(",Measure 2b,"), "{csv}");
}

#[test]
fn the_report_of_a_draft_is_refused_in_one_sentence() {
    let place = Place::with_plan();
    for which in ["meeting", "overdue"] {
        let refused = place.run(&["report", which, "--plan", "1", "--lang", "en"]).badly();
        assert!(refused.contains("There is nothing to report before this plan is approved"), "{refused}");
        assert_eq!(refused.trim().lines().count(), 1, "{refused}");
    }
}

#[test]
fn a_report_of_no_plan_or_of_several_says_so() {
    let place = Place::with_plan();
    let none = place.run(&["report", "meeting", "--plan", "Nothing"]).badly();
    assert!(none.contains("“Nothing”"), "{none}");
    let unnamed = place.run(&["report", "meeting", "--lang", "fr"]).badly();
    assert!(unnamed.contains("--plan"), "{unnamed}");
    place.run(&["import", "plan.txt", "--plan", "Our plan again"]).well();
    let several = place.run(&["report", "meeting", "--plan", "plan"]).badly();
    assert!(several.contains("Our plan again") && several.contains("\n  2  "), "{several}");
}

#[test]
fn a_dry_run_of_the_reminders_writes_and_sends_nothing() {
    let place = Place::with_plan();
    let monday = place.run(&["remind", "--dry-run", "--today", "2018-07-16"]).well();
    assert!(!monday.trim().is_empty(), "{monday}");
    let sunday = plain(&place.run(&["remind", "--dry-run", "--today", "2018-07-15", "--lang", "fr"]).well());
    assert!(sunday.contains("15 juillet 2018") && sunday.contains("16 juillet 2018"), "{sunday}");
    assert!(super::is_missing(&place.path("data/mail")));
}

#[test]
fn somebody_is_added_once_and_the_log_of_it_all_holds() {
    let place = Place::with_plan();
    let marie = ["user", "add", "marie@example.gc.ca", "--name", "Marie", "--role", "lead", "--organisation", "GRC"];
    let added = place.run(&marie).well();
    assert!(added.contains("http://127.0.0.1:3000/"), "{added}");
    place.run(&marie).badly();
    let wrong = place.run(&["user", "add", "marie", "--name", "Marie", "--role", "lead"]).badly();
    assert!(wrong.contains("marie is not an e-mail address"), "{wrong}");
    let checked = place.run(&["audit", "verify"]).well();
    assert!(!checked.trim().is_empty());
    let csv = place.run(&["audit", "export", "--format", "csv", "--lang", "fr"]).well();
    assert!(csv.lines().count() > 5, "{csv}");
}
