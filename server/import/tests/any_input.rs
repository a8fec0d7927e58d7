//! Whatever comes in, the importer answers: a draft whose parts fit together, or an error with a code. Never a panic.

#![allow(clippy::expect_used, reason = "tests say what they expect")]

use domain::draft::{ImportError, PlanDraft};
use proptest::prelude::*;
use std::{fs, path::PathBuf, sync::LazyLock};

const PIPES: &str = "Management Response and Action Plan\nManagement agrees with the report.\nPlanned action | Deliverables | Due date |\n\
    ---|---|---|\na) Buy lamps to:\n-see far. b) Fit them. |\na) Lamps. b) Lamps fitted. |\nMay 2018 |\nChoose a colour. | Survey of all people done. Colour approved by all. |\n\
    March 2018 |\nAnnex A: Costs\n";

const PAGE: &str = "<h1>Audit of Wharves</h1><table><tr><th>Recommendation</th><th>Response and actions</th><th>Deliverables</th>\
    <th>Date</th><th>Lead</th></tr><tr><td rowspan=2>1. Inspect.</td><td colspan=4>Agreed.</td></tr><tr><td><ol><li>a</li></ol></td>\
    <td>1.1 Report</td><td>T2 2019-2020</td><td>DG</td></tr><tr><td>2) Sell.</td><td>a) X b) Y</td><td>a) P b) Q</td>\
    <td>a) June 2018 b) TBD</td><td></td></tr></table>";

const SHEET: &str =
    "Plan,,\nRecommendation,Action,Due date,Lead\n1,\"Paint, \nthen dry\",March 2019,DG\n,Sell,2011/12,\n,Buy,2013/12,\n";

/// What holds of every draft: indexes point at something, dates come from words, places lie in the source.
fn check(read: &Result<PlanDraft, ImportError>, lines: usize) -> Result<(), TestCaseError> {
    let Ok(plan) = read else { return Ok(()) };
    prop_assert!(!plan.measures.is_empty());
    for measure in &plan.measures {
        prop_assert!(!measure.text.is_empty());
        prop_assert!(measure.recommendation.is_none_or(|index| index < plan.recommendations.len()));
        prop_assert!((1..=lines).contains(&measure.place.line), "line {} of {lines}", measure.place.line);
        if let Some(day) = measure.due.last_day() {
            let year = &day.format("%Y").to_string()[2..];
            let before = format!("{:02}", (chrono::Datelike::year(&day) - 1) % 100);
            let words = &measure.due_text;
            prop_assert!(words.contains(year) || words.contains(&before), "{day} from {words:?}");
        }
    }
    for warning in &plan.warnings {
        prop_assert!(warning.measure.is_none_or(|index| index < plan.measures.len()));
    }
    let json = import::expected_json(plan);
    let shown: usize = json["recommendations"]
        .as_array()
        .map(|list| list.iter().filter_map(|r| r["measures"].as_array().map(Vec::len)).sum())
        .unwrap_or_default();
    prop_assert_eq!(shown, plan.measures.len());
    Ok(())
}

fn read_and_check(bytes: &[u8], name: Option<&str>) -> Result<(), TestCaseError> {
    let lines = bytes.iter().filter(|b| **b == b'\n').count() + 1;
    check(&import::read(bytes, name), lines)
}

static PLANS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(plans);

/// The plans beside the project, where they are, and our own.
fn plans() -> Vec<(String, Vec<u8>)> {
    let mut plans = vec![
        ("plan.txt".to_owned(), PIPES.as_bytes().to_vec()),
        ("plan.html".to_owned(), PAGE.as_bytes().to_vec()),
        ("plan.csv".to_owned(), SHEET.as_bytes().to_vec()),
    ];
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/mrap");
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        if file.path().extension().is_some_and(|e| e != "json") {
            plans.push((file.file_name().to_string_lossy().into_owned(), fs::read(file.path()).expect("a specimen")));
        }
    }
    plans
}

fn mutilated(bytes: &[u8], from: usize, length: usize, doubled: bool) -> Vec<u8> {
    let from = from % bytes.len();
    let to = (from + length).min(bytes.len());
    let middle = if doubled { [&bytes[from..to], &bytes[from..to]].concat() } else { Vec::new() };
    [&bytes[..from], &middle, &bytes[to..]].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), kind in 0usize..4) {
        let name = [None, Some("a.csv"), Some("a.html"), Some("a.txt")][kind];
        read_and_check(&bytes, name)?;
    }

    #[test]
    fn no_pieces_of_plans_make_the_reader_panic(
        text in "((<table><tr>|</tr><tr>|<td>|<td rowspan=2>|<td colspan=3>|<td rowspan=0 colspan=99999>|</table>|<th>|<li>|<ol start=-3>|<br>|Recommendation|Action|Due date|Agreed\\. |March 2018|2011/12|1\\.1 |a\\) |b\\) |\\||---\\|---\\|\n|\n|\"|;|,|:|é|\u{ad}|’){1,3}){0,60}"
    ) {
        for name in [None, Some("plan.csv")] {
            read_and_check(text.as_bytes(), name)?;
        }
    }

    #[test]
    fn a_mutilated_plan_gives_a_draft_or_an_error(
        which in any::<prop::sample::Index>(), from in any::<usize>(), length in 1usize..80, doubled in any::<bool>()
    ) {
        let (name, bytes) = which.get(&PLANS);
        read_and_check(&mutilated(bytes, from, length, doubled), Some(name))?;
    }
}

#[test]
fn a_plan_without_any_one_of_its_bars_is_an_error_or_a_row_less() {
    let whole = import::read(PIPES.as_bytes(), None).expect("a plan").measures;
    let table = PIPES.find("---|").expect("a table") + "---|---|---|\n".len();
    for (at, _) in PIPES.match_indices('|').filter(|(at, _)| *at >= table) {
        let text = mutilated(PIPES.as_bytes(), at, 1, false);
        match import::read(&text, None) {
            Ok(plan) => assert_ne!(plan.measures, whole, "bar at {at}"),
            Err(error) => assert!(error.line.is_some(), "bar at {at}: {error}"),
        }
    }
}

#[test]
fn hostile_sizes_are_refused_or_read_in_good_time() {
    let sources = [
        "<div>".repeat(20_000),
        format!("<table>{}", "<tr><td rowspan=5000 colspan=60>x".repeat(2_000)),
        format!(
            "<table><tr><th>Action</th><th>Due date</th></tr><tr><td>{}</td><td>March 2018</td></tr></table>",
            "a) x ".repeat(20_000)
        ),
        format!("Recommendation 1: x\nAction: {}\nDue: March 2018", "y: z. ".repeat(20_000)),
        format!("Action | Due date |\n---|---|\n{}", "x\n".repeat(20_000)),
        format!("Action,Due date\n{}", "\"x\n".repeat(20_000)),
        "March 2018 - ".repeat(20_000),
    ];
    for source in sources {
        let start = std::time::Instant::now();
        let _ = import::read(source.as_bytes(), None);
        let taken = start.elapsed().as_secs();
        assert!(taken < 60, "{taken} s for {}", source.chars().take(40).collect::<String>());
    }
}
