//! Reports as files: whole by themselves, in both languages, safe to open.

use crate::support::{Bench, Db, day};
use app::{
    api::reports::{MeetingReport, OverdueSummary},
    backend::Reports,
};
use domain::text::Lang;
use rstest::rstest;
use server::{
    documents::{Format, Report, render},
    services::{demo, reports::program_caller},
};

const TODAY: &str = "2026-02-11";

async fn reports(lang: Lang) -> [Report; 2] {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let services = bench.on(TODAY);
    demo::load(&services, day(TODAY), false).await.expect("the demo");
    let plan = services.plans_matching("horizontal").await.expect("the plans")[0].id;
    let caller = program_caller("test", lang);
    let meeting = Reports::meeting(&services, &caller, plan, None).await.expect("the report");
    let overdue = Reports::overdue(&services, &caller, None, None).await.expect("the summary");
    [Report::Meeting(Box::new(meeting)), Report::Overdue(Box::new(overdue))]
}

fn written(report: &Report, format: Format) -> String {
    String::from_utf8(render(report, format).expect("the file")).expect("UTF-8")
}

/// Keeps a copy where somebody wants to look at it.
fn keep(name: &str, report: &Report, format: Format) {
    if let Ok(folder) = std::env::var("SUIVI_KEEP_DOCUMENTS") {
        std::fs::write(format!("{folder}/{name}.{format}"), render(report, format).expect("the file")).expect("the copy");
    }
}

#[rstest]
#[case::en(Lang::En, "<html lang=\"en\">", "Overdue summary", "5 of 9 due measures are overdue")]
#[case::fr(Lang::Fr, "<html lang=\"fr\">", "Sommaire des retards", "5 mesures sur 9 échues sont en retard")]
#[tokio::test]
async fn an_html_document_stands_alone(#[case] lang: Lang, #[case] root: &str, #[case] title: &str, #[case] headline: &str) {
    let [meeting, overdue] = reports(lang).await;
    for (name, report) in [("meeting", &meeting), ("overdue", &overdue)] {
        keep(&format!("{name}-{lang}"), report, Format::Html);
        let html = written(report, Format::Html);
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains(root) && html.contains("<meta charset=\"utf-8\""), "{name}");
        for outside in ["http:", "https:", "//", "src=", "href=", "url(", "@import", "<script", "<link", "style=\""] {
            // `//` would also be the end of a URL without its scheme.
            assert!(!html.contains(outside), "{name} holds {outside}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(!html.contains("report-column-") && !html.contains("csv-"), "{name} shows the key of a missing text");
    }
    let html = written(&overdue, Format::Html);
    assert!(html.contains(&format!("<h1>{title}</h1>")) && html.contains(headline), "{headline}");
}

#[rstest]
#[case::en(Lang::En)]
#[case::fr(Lang::Fr)]
#[tokio::test]
async fn every_table_has_a_caption_and_every_drawing_a_title_and_a_description(#[case] lang: Lang) {
    for report in reports(lang).await {
        let html = written(&report, Format::Html);
        assert_eq!(html.matches("<table").count(), html.matches("<caption>").count());
        assert_eq!(html.matches("<th ").count(), html.matches("scope=\"").count());
        let drawings = html.matches("role=\"img\"").count();
        assert!(drawings > 0);
        assert_eq!(html.matches("<desc ").count(), drawings);
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id is used twice");
        let levels: Vec<u32> = html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[tokio::test]
async fn a_text_of_the_other_language_is_marked_as_such() {
    let [meeting, _] = reports(Lang::Fr).await;
    let html = written(&meeting, Format::Html);
    assert!(html.contains("<span lang=\"en\""), "what IRCC wrote in English only");
    let Report::Meeting(report) = &meeting else { panic!("the meeting report") };
    assert!(report.texts_in_other_language > 0);
    assert!(html.contains(&format!("{} textes de ce rapport", report.texts_in_other_language)));
}

#[rstest]
#[case::en(Lang::En)]
#[case::fr(Lang::Fr)]
#[tokio::test]
async fn json_reads_back_as_the_same_report(#[case] lang: Lang) {
    let [meeting, overdue] = reports(lang).await;
    let read: MeetingReport = serde_json::from_str(&written(&meeting, Format::Json)).expect("a report");
    assert_eq!(Report::Meeting(Box::new(read)), meeting);
    let read: OverdueSummary = serde_json::from_str(&written(&overdue, Format::Json)).expect("a summary");
    assert_eq!(Report::Overdue(Box::new(read)), overdue);
}

fn measures_of(report: &Report) -> usize {
    match report {
        Report::Meeting(report) => report.sections.iter().map(|section| section.rows.len()).sum(),
        Report::Overdue(summary) => summary.overdue.len(),
    }
}

#[rstest]
#[case::en(Lang::En, "Original date")]
#[case::fr(Lang::Fr, "Date d’origine")]
#[tokio::test]
async fn csv_opens_in_excel_with_accents_and_one_row_a_measure(#[case] lang: Lang, #[case] heading: &str) {
    for report in reports(lang).await {
        let text = written(&report, Format::Csv);
        let text = text.strip_prefix('\u{feff}').expect("the mark Excel looks for");
        let separator = if lang == Lang::Fr { b';' } else { b',' };
        let mut rows = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
        let headings = rows.headers().expect("headings").clone();
        assert!(headings.iter().any(|h| h == heading) && headings.iter().all(|h| !h.starts_with("csv-")), "{headings:?}");
        let rows: Vec<_> = rows.records().collect::<Result<_, _>>().expect("rows as wide as the headings");
        assert_eq!(rows.len(), measures_of(&report));
    }
}

#[tokio::test]
async fn a_formula_in_a_text_is_disarmed_in_csv_and_escaped_in_html() {
    let [meeting, _] = reports(Lang::En).await;
    let Report::Meeting(mut report) = meeting else { panic!("the meeting report") };
    let row = &mut report.sections[0].rows[0].measure;
    row.owner = Some("=HYPERLINK(\"x\")".into());
    row.text.as_mut().expect("a text").text = "+1 <script>alert(1)</script>".into();
    let report = Report::Meeting(report);
    let csv = written(&report, Format::Csv);
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\"") && csv.contains("'+1 <script>"), "{csv}");
    assert!(!written(&report, Format::Html).contains("<script"));
}

#[rstest]
#[case::en(Lang::En, ["Measure 1.10", "Recommendation 2.10; Recommendation 3"], ["Deliverables delivered", "Deliverables in all"])]
#[case::fr(Lang::Fr, ["Mesure 1.10", "Recommandation 2.10; Recommandation 3"], ["Livrables livrés", "Livrables en tout"])]
#[tokio::test]
async fn no_cell_of_csv_is_taken_for_a_date_or_loses_its_end(
    #[case] lang: Lang,
    #[case] named: [&str; 2],
    #[case] headings: [&str; 2],
) {
    let [meeting, _] = reports(lang).await;
    let Report::Meeting(mut report) = meeting else { panic!("the meeting report") };
    let section = report.sections.iter_mut().find(|section| !section.rows.is_empty()).expect("a measure");
    section.rows[0].measure.label = "1.10".into();
    section.rows[0].recommendations = vec!["2.10".into(), "3".into()];
    let counts = [section.rows[0].measure.delivered(), section.rows[0].measure.deliverables.len()].map(|n| n.to_string());
    let text = written(&Report::Meeting(report), Format::Csv).replace('\u{a0}', " ");
    let text = text.strip_prefix('\u{feff}').expect("the mark Excel looks for");
    let separator = if lang == Lang::Fr { b';' } else { b',' };
    let mut rows = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let head = rows.headers().expect("headings").clone();
    let first = rows.records().next().expect("a row").expect("as wide as the headings");
    for words in named {
        assert!(first.iter().any(|cell| cell == words), "{words} is not in {first:?}");
    }
    let counted = headings.map(|heading| first[head.iter().position(|h| h == heading).expect("the column")].to_owned());
    assert_eq!(counted, counts);
}
