//! `suivi import`: what was understood, and what is written.

use super::{PLAN, Place, is_missing, plain};
use serde_json::Value;
use std::{fs, path::Path};

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_preview_prints_what_was_understood_and_writes_nothing() {
    let place = Place::new();
    place.file("plan.txt", PLAN);
    let read = json(&place.run(&["import", "plan.txt", "--preview", "--json"]).well());
    let measure = &read["recommendations"][0]["measures"][0];
    let due = (&measure["due"], &measure["due_precision"]);
    assert_eq!((&measure["text"], due), (&"Choose the indicators.".into(), (&"2018-04-30".into(), &"month".into())), "{read}");
    assert_eq!(read["recommendations"].as_array().map(Vec::len), Some(2));
    let words = plain(&place.run(&["import", "plan.txt", "--preview", "--lang", "fr"]).well());
    assert!(words.contains("Hold meetings.") && words.contains("juin 2018"), "{words}");
    assert!(is_missing(&place.path("data")), "a preview opens no database");
}

#[test]
fn the_published_plan_is_understood_where_it_lies_beside_the_project() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/samples/evaluation-panl-tp-2017-fr.txt");
    if is_missing(&sample) {
        println!("skipped: {} is not there", sample.display());
        return;
    }
    let place = Place::new();
    let read = json(&place.run(&["import", &sample.display().to_string(), "--preview", "--json"]).well());
    let all = read["recommendations"].as_array().expect("a list");
    let measures: Vec<_> = all.iter().flat_map(|one| one["measures"].as_array().cloned().unwrap_or_default()).collect();
    let dates: Vec<_> = measures.iter().filter_map(|measure| measure["due"].as_str()).collect();
    assert_eq!(dates, ["2018-04-30", "2018-05-31", "2018-05-31", "2018-01-31", "2018-01-31", "2018-03-31"]);
    assert!(measures.iter().all(|measure| measure["due_precision"] == "month"));
    assert!(measures.iter().all(|measure| measure["text"].as_str().is_some_and(|text| !text.is_empty())));
}

#[test]
fn a_plan_is_written_with_what_its_source_does_not_say() {
    let place = Place::new();
    place.file("plan.txt", PLAN);
    let flags = ["--kind", "audit", "--url", "https://www.example.gc.ca/report", "--published", "2018-02-01"];
    let arguments: Vec<&str> = ["import", "plan.txt", "--plan", "Our plan"].into_iter().chain(flags).collect();
    let words = place.run(&arguments).well();
    assert!(words.contains("number 1"), "{words}");
    let log = place.run(&["audit", "export"]).well();
    for said in ["audit", "https://www.example.gc.ca/report", "2018-02-01"] {
        assert!(log.contains(said), "{said} is not in {log}");
    }
}

#[test]
fn a_source_that_cannot_be_read_names_its_line_and_leaves_nothing_behind() {
    let place = Place::new();
    place.file("open.csv", "Action,Due date\n\"Write it,April 2018\nPublish it,May 2018\n");
    let words = place.run(&["import", "open.csv", "--plan", "Our plan", "--lang", "en"]).badly();
    assert!(words.contains("(line 2)"), "{words}");
    let french = place.run(&["import", "open.csv", "--plan", "Notre plan", "--lang", "fr"]).badly();
    assert!(plain(&french).contains("(ligne 2)"), "{french}");
    place.file("letter.txt", "Dear colleagues,\nsee you on Monday.\n");
    place.run(&["import", "letter.txt", "--preview"]).badly();
    let missing = place.run(&["import", "nowhere.txt", "--preview"]).badly();
    assert!(missing.contains("nowhere.txt"), "{missing}");
    assert!(is_missing(&place.path("data")));
}

#[test]
fn a_plan_that_cannot_be_written_names_the_field_and_nothing_is_written() {
    let place = Place::new();
    place.file("plan.txt", PLAN);
    let words = place.run(&["import", "plan.txt", "--plan", "Our plan", "--url", "javascript:alert(1)"]).badly();
    assert!(words.contains("Where to read") || words.contains("address"), "{words}");
    assert!(!words.contains("source_url") && !words.contains("field-"), "{words}");
    let long = "x".repeat(501);
    place.run(&["import", "plan.txt", "--plan", &long]).badly();
    let report = place.run(&["report", "meeting", "--plan", "1"]).badly();
    assert!(report.contains("“1”"), "no plan was written: {report}");
    assert!(fs::metadata(place.path("data/suivi.db")).is_ok());
}

#[test]
fn what_only_a_person_can_tell_is_asked_for_on_the_web_and_nothing_is_written() {
    let place = Place::new();
    place.file("plan.txt", &PLAN.replacen("Agreed.", "The department takes note and will consider it.", 1));
    let words = plain(&place.run(&["import", "plan.txt", "--plan", "Our plan", "--lang", "en"]).badly());
    assert!(words.contains("Response (row 1): ") && words.contains("(line 5)") && words.contains("on the web"), "{words}");
    place.file("numbers.txt", &PLAN.replacen("1. Measure the results.", "1", 1));
    let words = plain(&place.run(&["import", "numbers.txt", "--plan", "Our plan", "--lang", "fr"]).badly());
    assert!(words.contains("(ligne 5)") && words.contains("sur le Web"), "{words}");
    let report = place.run(&["report", "meeting", "--plan", "1"]).badly();
    assert!(report.contains("“1”"), "no plan was written: {report}");
}

#[test]
fn who_stops_reading_what_is_printed_ends_it_quietly_and_the_work_is_done() {
    let place = Place::new();
    place.file("plan.txt", PLAN);
    let commands: [&[&str]; 4] = [
        &["import", "plan.txt", "--preview", "--json"],
        &["import", "plan.txt", "--plan", "Our plan"],
        &["audit", "export"],
        &["report", "overdue"],
    ];
    for arguments in commands {
        let ran = place.run_unread(arguments);
        assert!(ran.is_well && !ran.err.contains("panicked"), "{arguments:?}: {ran:?}");
    }
    let log = place.run(&["audit", "export"]).well();
    assert!(log.contains("Our plan"), "the plan was written: {log}");
}
