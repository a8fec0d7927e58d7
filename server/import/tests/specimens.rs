//! The published tables that lie beside the project, each against what a careful reader takes from it. Without them
//! the tests say so and pass; `rules.rs` covers the same rules with tables of our own.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "tests say what they expect and what they skipped")]

use domain::draft::{ImportErrorCode, WarningCode};
use domain::plan::ResponseKind;
use domain::text::Lang;
use serde_json::Value;
use std::{fs, path::PathBuf};

fn samples() -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    if !path.is_dir() {
        println!("skipped: no {}", path.display());
    }
    path.is_dir().then_some(path)
}

fn specimens() -> Vec<(PathBuf, Value)> {
    let Some(folder) = samples() else { return Vec::new() };
    let files = fs::read_dir(folder.join("mrap")).expect("the folder of specimens");
    let mut paths: Vec<PathBuf> = files.map(|f| f.expect("a file").path()).collect();
    paths.sort();
    let pairs = paths.into_iter().filter(|p| p.extension().is_some_and(|e| e != "json")).map(|path| {
        let text = fs::read_to_string(path.with_extension("expected.json")).expect("what is expected of it");
        (path, serde_json::from_str(&text).expect("JSON"))
    });
    pairs.collect()
}

/// Every difference between what is expected and what was read, in words.
fn differences(expected: &Value, read: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut same = |path: String, a: &Value, b: &Value| {
        if a != b {
            found.push(format!("{path}: expected {a}, read {b}"));
        }
    };
    same("language".into(), &expected["language"], &read["language"]);
    same("document_response".into(), &expected["document_response"], &read["document_response"]);
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let (wanted, given) = (list(expected, "recommendations"), list(read, "recommendations"));
    same("recommendations".into(), &wanted.len().into(), &given.len().into());
    for (r, (wanted, given)) in wanted.iter().zip(&given).enumerate() {
        for key in ["number", "response"] {
            same(format!("{r}.{key}"), &wanted[key], &given[key]);
        }
        let (wanted, given) = (list(wanted, "measures"), list(given, "measures"));
        same(format!("{r}.measures"), &wanted.len().into(), &given.len().into());
        for (m, (wanted, given)) in wanted.iter().zip(&given).enumerate() {
            for key in [
                "label",
                "owner",
                "start",
                "start_text",
                "due",
                "due_text",
                "due_text_raw",
                "due_precision",
                "completed",
                "support",
            ] {
                if key != "start_text" || !wanted[key].is_null() {
                    same(format!("{r}.{m}.{key}"), &wanted[key], &given[key]);
                }
            }
            let (starts, text) = (wanted["text_starts"].as_str().unwrap_or("?"), given["text"].as_str().unwrap_or(""));
            same(format!("{r}.{m}.text {text:?} starts {starts:?}"), &true.into(), &text.starts_with(starts).into());
            let (w, g) = (list(wanted, "deliverables"), list(given, "deliverables"));
            same(format!("{r}.{m}.deliverables"), &w.len().into(), &g.len().into());
            for (w, g) in w.iter().zip(&g) {
                let fits = g.as_str().unwrap_or("").starts_with(w.as_str().unwrap_or("?"));
                same(format!("{r}.{m}.deliverable {g} starts {w}"), &true.into(), &fits.into());
            }
            for code in list(wanted, "warnings") {
                same(format!("{r}.{m}.warning {code}"), &true.into(), &list(given, "warnings").contains(&code).into());
            }
        }
    }
    found
}

#[test]
fn every_specimen_is_read_as_a_careful_reader_would() {
    let mut wrong = Vec::new();
    for (path, expected) in specimens() {
        let name = path.file_name().and_then(|n| n.to_str()).expect("a name").to_owned();
        let bytes = fs::read(&path).expect("a specimen");
        match import::read(&bytes, Some(&name)) {
            Ok(draft) => {
                let read = import::expected_json(&draft);
                wrong.extend(differences(&expected, &read).into_iter().map(|d| format!("{name}: {d}")));
            }
            Err(error) if error.code == ImportErrorCode::FormatNotSupported => println!("{name}: {error}"),
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_published_plan_comes_out_right() {
    let Some(folder) = samples() else { return };
    let bytes = fs::read(folder.join("evaluation-panl-tp-2017-fr.txt")).expect("the published evaluation");
    let plan = import::read(&bytes, Some("evaluation-panl-tp-2017-fr.txt")).expect("a plan");
    assert_eq!(plan.lang, Lang::Fr);
    assert!(plan.title.as_deref().is_some_and(|t| t.contains("2016-2017") && t.ends_with("(PANL-TP)")));
    assert!(plan.response.as_ref().is_some_and(|r| r.kind == Some(ResponseKind::Accepted) && r.place.line == 253));
    let read: Vec<_> = plan
        .measures
        .iter()
        .map(|m| (m.place.row, m.label.as_deref(), m.due.to_string(), m.deliverables.len(), m.recommendation, m.owner.is_some()))
        .collect();
    let due = |code: &str| code.to_owned();
    let expected = [
        (Some(1), None, due("2018-04"), 1, Some(0), false),
        (Some(2), Some("a"), due("2018-05"), 1, Some(1), false),
        (Some(2), Some("b"), due("2018-05"), 1, Some(1), false),
        (Some(3), None, due("2018-01"), 1, Some(2), false),
        (Some(4), None, due("2018-01"), 1, Some(3), false),
        (Some(5), None, due("2018-03"), 2, Some(4), false),
    ];
    assert_eq!(read, expected);
    assert!(plan.measures.iter().all(|m| m.link_doubtful));
    assert!(plan.measures[5].deliverables.iter().all(|d| d.doubtful));
    let places: Vec<_> = plan.recommendations.iter().map(|r| (r.suggested, r.place.line)).collect();
    assert_eq!(places, [247, 248, 249, 250, 251].map(|line| (true, line)));
    let codes: Vec<_> = plan.warnings.iter().map(|w| w.code).collect();
    assert_eq!(codes, [WarningCode::DeliverablesDoubtful, WarningCode::RecommendationsLinkedByOrder]);
}
