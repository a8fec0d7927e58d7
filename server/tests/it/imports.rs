//! Imports: kept as a preview, corrected, then written as a whole or not at all.

use crate::{
    mail::seed::outbox,
    support::{Bench, Db, draft, measure},
};
use app::{
    api::imports::{ImportPreview, TypedMeasure, TypedPlan},
    backend::{Caller, Imports, Plans},
    error::AppError,
};
use domain::{
    draft::ImportErrorCode,
    measure::MeasureStatus,
    people::Role,
    plan::{PlanStatus, Priority, ResponseKind},
    problem::ProblemCode,
    text::Lang,
    trail::RecordKind,
};
use rstest::rstest;
use server::{
    services::Author,
    store::{audit, plans},
};
use std::{fs, path::Path};

const TABLE: &str = "Management Response and Action Plan\n\n\
    | Recommendation | Response | Action | Deliverable | Lead | Due date |\n\
    |---|---|---|---|---|---|\n\
    | 1. Measure the results. | Agreed. | Choose the indicators. | Indicators chosen. | GRC | April 2018 |\n\
    | 2. Meet more often. | Agreed. | Hold meetings. | Minutes. | Somebody | When ready |\n";

async fn started(bench: &Bench, coordinator: &Caller, source: &str) -> ImportPreview {
    let id = bench.services.start(coordinator, source.as_bytes(), Some("plan.txt")).await.expect("a preview");
    bench.services.preview(coordinator, id).await.expect("the preview")
}

async fn plans_there(bench: &Bench) -> usize {
    bench.write(async |tx| plans::subjects(tx).await).await.len()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_preview_keeps_what_is_typed_and_becomes_a_plan_once(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let grc = bench.organisation("GRC").await;
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let preview = started(&bench, &coordinator, TABLE).await;
    assert_eq!(preview.typed.measures[0].lead, grc.to_string(), "an owner that is known without doubt");
    assert_eq!(preview.typed.measures[1].owner, "Somebody");

    let mut typed = TypedPlan { title: "Our plan".into(), ..preview.typed.clone() };
    typed.measures[1].due = "soonish".into();
    bench.services.correct(&coordinator, preview.id, 0, &typed).await.expect("kept");
    let kept = bench.services.preview(&coordinator, preview.id).await.expect("the preview");
    assert_eq!((&kept.typed, kept.lock_version), (&typed, 1));
    assert_eq!((kept.draft.measures[1].due_text.as_str(), kept.draft.measures[1].due.to_string().as_str()), ("soonish", "none"));
    assert_eq!(bench.services.unfinished(&coordinator).await.expect("a list")[0].title.as_deref(), Some("Our plan"));
    assert_eq!(bench.services.correct(&coordinator, preview.id, 0, &typed).await, Err(AppError::Conflict));

    let refused = bench.services.commit(&coordinator, preview.id, 1, &typed).await.expect_err("a doubtful date");
    assert_eq!(refused.problems().iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["measures[1][due]"]);
    typed.measures[1].due = "juin 2018".into();
    let plan = bench.services.commit(&coordinator, preview.id, 1, &typed).await.expect("a plan");
    assert_eq!(bench.services.commit(&coordinator, preview.id, 2, &typed).await, Err(AppError::Conflict));
    assert_eq!(bench.services.unfinished(&coordinator).await, Ok(Vec::new()));
    assert!(outbox(&bench.services).await.is_empty(), "an import sends nothing by itself");

    let page = bench.services.show(&coordinator, plan, &Default::default()).await.expect("a page");
    assert_eq!((page.status, page.title.map(|title| title.text).as_deref()), (PlanStatus::Draft, Some("Our plan")));
    let measures = bench.measures(plan).await;
    assert_eq!(measures[1].figures.facts.dates.original().to_string(), "2018-06");
    assert_eq!(measures[1].due_text.as_deref(), Some("When ready"), "the words of the source stay");
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn every_problem_comes_at_once_and_nothing_is_written(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let preview = started(&bench, &coordinator, TABLE).await;
    let mut typed = TypedPlan { title: " ".into(), lang: "de".into(), source_kind: String::new(), ..preview.typed };
    typed.response_text = "Agreed".into();
    typed.response_kind = String::new();
    typed.recommendations[1].response = "perhaps".into();
    typed.recommendations[0].text = String::new();
    typed.measures[0].lead = "99".into();
    typed.measures[1].due = "June or July".into();
    let refused = bench.services.commit(&coordinator, preview.id, 0, &typed).await.expect_err("problems");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.as_str(), p.code)).collect();
    let expected = [
        ("title", ProblemCode::Required),
        ("lang", ProblemCode::NotAChoice),
        ("source_kind", ProblemCode::Required),
        ("response_kind", ProblemCode::Required),
        ("recommendations[0][text]", ProblemCode::Required),
        ("recommendations[1][response]", ProblemCode::NotAChoice),
        ("measures[0][lead]", ProblemCode::NotAChoice),
        ("measures[1][due]", ProblemCode::NotADate),
    ];
    assert_eq!(found, expected);
    typed.measures.clear();
    let refused = bench.services.commit(&coordinator, preview.id, 0, &typed).await.expect_err("problems");
    assert!(refused.problems().iter().any(|p| p.field == "measures" && p.code == ProblemCode::Required));
    assert_eq!(plans_there(&bench).await, 0);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_row_that_fails_in_the_middle_leaves_nothing(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    use sea_orm::ConnectionTrait;
    // The database itself refuses the second measure.
    let refuse = "create unique index one_measure_only on measure (plan_id)";
    bench.write(async |tx| Ok(tx.execute_unprepared(refuse).await.map(|_| ())?)).await;
    let author = Author::program("test", bench.services.clock.now());
    let two = draft(vec![measure("Une mesure", "", "2018"), measure("Une autre", "", "2018")]);
    assert_eq!(bench.services.commit_draft(&author, "Le plan", &two).await, Err(AppError::Internal));
    assert_eq!(plans_there(&bench).await, 0);
    let history = bench.write(async |tx| audit::history(tx, &audit::Which::record(RecordKind::Plan, 1), 0, 10).await).await;
    assert_eq!((history, bench.write(async |tx| audit::verify(tx).await).await), (Vec::new(), None));
}

#[tokio::test]
async fn labels_and_claims_come_from_what_is_printed() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let mut parts =
        vec![measure("Une", "", "2018"), measure("Deux", "", "x"), measure("Trois", "", ""), measure("Quatre", "", "")];
    for (part, row) in parts.iter_mut().zip([1, 2, 2, 3]) {
        part.place.row = Some(row);
        part.recommendation = None;
    }
    (parts[1].label, parts[2].label) = (Some("a".into()), Some("b".into()));
    parts[3].label = Some("4.2".into());
    parts[2].completed = true;
    parts[2].completed_on = Some("2017-12-01".parse().expect("a day"));
    let plan = bench.draft_plan(parts).await;
    let measures = bench.measures(plan).await;
    assert_eq!(measures.iter().map(|m| m.label.as_str()).collect::<Vec<_>>(), ["1", "2a", "2b", "4.2"]);
    let claim = &measures[2];
    assert_eq!((claim.figures.facts.status, claim.percent), (MeasureStatus::CompletedToVerify, 100));
    assert_eq!(claim.deliverables[0].delivered_on.map(|day| day.to_string()).as_deref(), Some("2017-12-01"));
    assert_eq!(measures[1].due_text.as_deref(), Some("x"), "words that were not understood are kept");
}

/// The recommendations have numbers only, and no list elsewhere says what they are.
const NUMBERS: &str = "| Recommendation | Action | Lead | Due date |\n|---|---|---|---|\n\
    | 1 | Choose the indicators. | GRC | April 2018 |\n| 2 | Hold meetings. | SP | June 2018 |\n";

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_recommendation_printed_as_a_number_keeps_its_measures_and_asks_for_its_text(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let preview = started(&bench, &coordinator, NUMBERS).await;
    assert_eq!(preview.typed.measures.iter().map(|m| m.recommendation.as_str()).collect::<Vec<_>>(), ["0", "1"]);
    let mut typed = TypedPlan { title: "Our plan".into(), ..preview.typed };
    typed.recommendations[1].text = "Meet more often.".into();
    let refused = bench.services.commit(&coordinator, preview.id, 0, &typed).await.expect_err("a text is missing");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.as_str(), p.code)).collect();
    assert_eq!(found, [("recommendations[0][text]", ProblemCode::Required)]);
    assert_eq!(plans_there(&bench).await, 0);
    typed.recommendations[0].text = "Measure the results.".into();
    let plan = bench.services.commit(&coordinator, preview.id, 0, &typed).await.expect("a plan");
    let measures = bench.measures(plan).await;
    assert!(measures.iter().all(|measure| measure.recommendations.len() == 1), "every link is kept");
}

const FULL: &str = "Recommendation,Response,Action,Lead,Support,Start date,Due date,% complete\n\
    1. Measure the results.,It depends on the budget.,Choose the indicators.,GRC,SP; Regions,2018-01-15,April 2018,100 % complete\n\
    2. Meet more often.,Agreed.,Hold meetings.,SP,,,June 2018,\n";

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn nothing_is_written_that_the_preview_did_not_show_and_let_correct(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    bench.organisation("GRC").await;
    bench.organisation("SP").await;
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let id = bench.services.start(&coordinator, FULL.as_bytes(), Some("plan.csv")).await.expect("a preview");
    let shown = bench.services.preview(&coordinator, id).await.expect("the preview").typed;
    let first = &shown.measures[0];
    assert_eq!((first.support.as_str(), first.start.as_str(), first.completed.as_str()), ("SP; Regions", "2018-01-15", "yes"));
    let asked = &shown.recommendations[0];
    assert_eq!((asked.response.as_str(), asked.response_text.as_str()), ("", "It depends on the budget."));

    let mut typed = TypedPlan { title: "Our plan".into(), ..shown };
    typed.recommendations[0].priority = "high".into();
    typed.measures[0].also = "2".into();
    let refused = bench.services.commit(&coordinator, id, 0, &typed).await.expect_err("which response is it");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.as_str(), p.code)).collect();
    assert_eq!(found, [("recommendations[0][response]", ProblemCode::Required)]);

    typed.recommendations[0].response = "partially_accepted".into();
    typed.recommendations[0].addressee = "The deputy minister".into();
    typed.measures[0].completed = String::new();
    typed.measures[0].start = "2018-02-01".into();
    typed.measures[0].accountable = "The director".into();
    typed.measures[1].completed = "yes".into();
    typed.measures[1].completed_on = "2018-03-01".into();
    let plan = bench.services.commit(&coordinator, id, 0, &typed).await.expect("a plan");
    let measures = bench.measures(plan).await;
    let (one, two) = (&measures[0], &measures[1]);
    assert_eq!(
        (one.figures.facts.status, two.figures.facts.status),
        (MeasureStatus::NotStarted, MeasureStatus::CompletedToVerify)
    );
    assert_eq!((one.recommendations.len(), two.recommendations.len()), (2, 1), "a measure answers several");
    assert_eq!(one.start_on.map(|day| day.to_string()).as_deref(), Some("2018-02-01"));
    assert_eq!(
        one.support.iter().map(|o| o.code.as_str()).collect::<Vec<_>>(),
        ["SP"],
        "a name that is no organisation stays in words"
    );
    let (answered, _) = bench.write(async |tx| plans::recommendations(tx, plan).await).await;
    assert_eq!((answered[0].priority, answered[1].priority), (Priority::High, Priority::Unspecified));
    let response = answered[0].response.as_ref().expect("a response");
    assert_eq!(
        (response.kind, response.text.get(Lang::En)),
        (ResponseKind::PartiallyAccepted, Some("It depends on the budget."))
    );
    assert_eq!(answered[0].addressee.get(Lang::En), Some("The deputy minister"));
}

#[tokio::test]
async fn a_day_of_completion_and_numbers_of_recommendations_are_checked_where_they_stand() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let preview = started(&bench, &coordinator, TABLE).await;
    let mut typed = TypedPlan { title: "Our plan".into(), ..preview.typed };
    typed.measures[0].completed_on = "2018-03-01".into();
    typed.measures[0].also = "2, 7".into();
    typed.measures[1].due = "juin 2018".into();
    typed.measures[1].start = "soon".into();
    typed.recommendations[1].priority = "utmost".into();
    let refused = bench.services.commit(&coordinator, preview.id, 0, &typed).await.expect_err("problems");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.as_str(), p.code)).collect();
    let expected = [
        ("recommendations[1][priority]", ProblemCode::NotAChoice),
        ("measures[0][also]", ProblemCode::NotAChoice),
        ("measures[0][completed]", ProblemCode::Required),
        ("measures[1][start]", ProblemCode::NotADate),
    ];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn a_measure_that_is_added_has_nothing_of_one_that_was_cleared() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let id = bench.services.start(&coordinator, FULL.as_bytes(), Some("plan.csv")).await.expect("a preview");
    let mut typed = TypedPlan { title: "Our plan".into(), ..bench.services.preview(&coordinator, id).await.expect("it").typed };
    typed.recommendations[0].response = "accepted".into();
    typed.measures = vec![TypedMeasure::default(), TypedMeasure::default()];
    bench.services.correct(&coordinator, id, 0, &typed).await.expect("kept");
    let preview = bench.services.preview(&coordinator, id).await.expect("the preview");
    assert_eq!(preview.found, (2, 2), "the page goes on to show both rows, and adds below them");
    typed.measures[0] = TypedMeasure { text: "Something else".into(), due: "2019".into(), ..TypedMeasure::default() };
    let plan = bench.services.commit(&coordinator, id, 1, &typed).await.expect("a plan");
    let measures = bench.measures(plan).await;
    assert_eq!(measures.len(), 1);
    assert_eq!((measures[0].figures.facts.status, measures[0].start_on), (MeasureStatus::NotStarted, None));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_unfinished_preview_can_be_put_away_and_one_that_became_a_plan_cannot(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let other = bench.person("Paul", None, Role::Coordinator).await;
    let preview = started(&bench, &coordinator, TABLE).await;
    assert_eq!(bench.services.discard(&other, preview.id, 0).await, Err(AppError::NotFound));
    assert_eq!(bench.services.discard(&coordinator, preview.id, 7).await, Err(AppError::Conflict));
    assert_eq!(bench.services.discard(&coordinator, preview.id, 0).await, Ok(()));
    assert_eq!(bench.services.unfinished(&coordinator).await, Ok(Vec::new()));
    assert_eq!(bench.services.preview(&coordinator, preview.id).await, Err(AppError::NotFound));
    let which = audit::Which::record(RecordKind::ImportDraft, preview.id);
    let rows = bench.write(async |tx| audit::history(tx, &which, 0, 10).await).await;
    assert!(rows.iter().any(|row| row.action == "import_discarded"), "that there was one stays on record");

    let preview = started(&bench, &coordinator, TABLE).await;
    let mut typed = TypedPlan { title: "Our plan".into(), ..preview.typed };
    typed.measures[1].due = "juin 2018".into();
    bench.services.commit(&coordinator, preview.id, 0, &typed).await.expect("a plan");
    assert_eq!(bench.services.discard(&coordinator, preview.id, 1).await, Err(AppError::Conflict));
    assert_eq!(plans_there(&bench).await, 1);
    assert_eq!(bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[tokio::test]
async fn a_preview_belongs_to_the_person_who_started_it() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    let paul = bench.person("Paul", None, Role::Coordinator).await;
    let preview = started(&bench, &claire, TABLE).await;
    assert_eq!(bench.services.preview(&paul, preview.id).await, Err(AppError::NotFound));
    assert_eq!(bench.services.correct(&paul, preview.id, 0, &preview.typed).await, Err(AppError::NotFound));
    assert_eq!(bench.services.commit(&paul, preview.id, 0, &preview.typed).await, Err(AppError::NotFound));
    assert_eq!(bench.services.unfinished(&paul).await, Ok(Vec::new()));
}

#[tokio::test]
async fn a_source_without_a_plan_is_refused_and_not_kept() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    for (source, code) in [(&b""[..], ImportErrorCode::Empty), (b"Nothing but a sentence.", ImportErrorCode::NoPlanFound)] {
        match bench.services.start(&claire, source, None).await {
            Err(AppError::Import(error)) => assert_eq!(error.code, code),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(bench.services.unfinished(&claire).await, Ok(Vec::new()));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_published_plan_comes_out_whole(#[case] db: Db) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/samples/evaluation-panl-tp-2017-fr.txt");
    let Ok(bytes) = fs::read(&sample) else {
        println!("skipped: {} is not there", sample.display());
        return;
    };
    let Some(bench) = Bench::open(db).await else { return };
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let id = bench.services.start(&coordinator, &bytes, Some("evaluation.txt")).await.expect("a preview");
    let typed = bench.services.preview(&coordinator, id).await.expect("the preview").typed;
    let typed = TypedPlan { title: "PANL-TP".into(), ..typed };
    let plan = bench.services.commit(&coordinator, id, 0, &typed).await.expect("a plan");
    let page = bench.services.show(&coordinator, plan, &Default::default()).await.expect("a page");
    assert_eq!((page.recommendations.len(), page.matching, page.unlinked.len()), (5, 6, 0));
    let measures = bench.measures(plan).await;
    assert_eq!(measures.iter().map(|m| m.label.as_str()).collect::<Vec<_>>(), ["1", "2a", "2b", "3", "4", "5"]);
    let dates: Vec<_> = measures.iter().map(|m| m.figures.facts.dates.original().to_string()).collect();
    assert_eq!(dates, ["2018-04", "2018-05", "2018-05", "2018-01", "2018-01", "2018-03"]);
    assert_eq!(measures.iter().map(|m| m.deliverables.len()).sum::<usize>(), 7);
    assert!(page.global_response.is_some());
}

#[tokio::test]
async fn every_sample_that_can_be_read_becomes_a_plan_or_names_what_only_a_person_can_tell() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/samples/mrap");
    let Ok(files) = fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let author = Author::program("test", bench.services.clock.now());
    let mut read = 0;
    for file in files.map(|file| file.expect("a file").path()).filter(|path| path.extension().is_some_and(|e| e != "json")) {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        let Ok(draft) = import::read(&fs::read(&file).expect("bytes"), Some(name)) else { continue };
        read += 1;
        let plan = match bench.services.commit_draft(&author, name, &draft).await {
            Ok(plan) => plan,
            // What only a person can tell: which answer is meant, or the text behind a number.
            Err(error) => {
                let told = |field: &str| field.ends_with("[response]") || field.ends_with("[text]") || field == "response_kind";
                assert!(error.problems().iter().all(|problem| told(&problem.field)), "{name}: {error:?}");
                assert!(!error.problems().is_empty(), "{name}: {error:?}");
                continue;
            }
        };
        let measures = bench.measures(plan).await;
        assert_eq!(measures.len(), draft.measures.len(), "{name}");
        for (measure, printed) in measures.iter().zip(&draft.measures) {
            assert_eq!(measure.figures.facts.dates.original(), printed.due, "{name}: {}", printed.due_text);
        }
    }
    assert!(read >= 10, "{read} samples were read");
}
