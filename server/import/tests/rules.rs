//! Each rule of the importer on a small plan of our own, so that the rules are tested without the published ones.

#![allow(clippy::expect_used, reason = "tests say what they expect")]

use domain::draft::{ImportErrorCode, PlanDraft, WarningCode};
use domain::plan::ResponseKind;
use domain::text::Lang;
use rstest::rstest;

fn read(text: &str) -> PlanDraft {
    import::read(text.as_bytes(), None).expect("a plan")
}

/// The codes of the warnings; that a small table names no recommendation goes without saying here.
fn codes(plan: &PlanDraft) -> Vec<WarningCode> {
    plan.warnings.iter().map(|w| w.code).filter(|c| *c != WarningCode::RecommendationMissing).collect()
}

/// A table of one measure with these date and owner cells.
fn table(header: &str, cells: &str) -> PlanDraft {
    read(&format!("<table><tr>{header}</tr><tr>{cells}</tr></table>"))
}

const PIPES: &str = "Évaluation du programme des phares
Sommaire
- L’évaluation recommande de :
- allumer les phares;
- peindre les phares.
Recommandations
Le directeur devrait :
- allumer les phares;
- peindre les phares.
Réponse et plan d’action de la direction (RPAD)
La direction est d’accord avec les constatations du rapport. Elle agira vite.
Mesure prévue | Produits livrables | Date d’achèvement prévue |
---|---|---|
a) Acheter des lampes en vue de :
-voir plus loin. b) Les installer. |
a) Lampes reçues. b) Lampes posées. |
Mai 2018 |
Choisir une couleur. | Sondage terminé auprès des gens. Choix de la couleur approuvé. |
Mars 2018 |
Annexe A : Coûts
Activité (organisation responsable) | Coût pour 2012-2013 |
---|---|
Peinture (Mars) | 2 000 $ |
";

#[test]
fn a_table_drawn_with_bars_is_read_with_what_surrounds_it() {
    let plan = read(PIPES);
    assert_eq!(plan.lang, Lang::Fr);
    assert_eq!(plan.title.as_deref(), Some("Évaluation du programme des phares"));
    let response = plan.response.as_ref().expect("a response to the whole plan");
    assert_eq!(response.kind, Some(ResponseKind::Accepted));
    assert!(response.text.ends_with("Elle agira vite."));
    let measures: Vec<_> =
        plan.measures.iter().map(|m| (m.label.as_deref(), m.due.to_string(), m.recommendation, m.place.line)).collect();
    let expected = [
        (Some("a"), "2018-05".to_owned(), Some(0), 14),
        (Some("b"), "2018-05".to_owned(), Some(0), 14),
        (None, "2018-03".to_owned(), Some(1), 18),
    ];
    assert_eq!(measures, expected);
    assert_eq!(plan.measures[1].text, "Les installer.");
    assert_eq!(plan.measures[1].deliverables[0].text, "Lampes posées");
}

#[test]
fn sentences_of_a_cell_are_offered_as_deliverables_and_printed_as_one() {
    let plan = read(PIPES);
    let offered: Vec<_> = plan.measures[2].deliverables.iter().map(|d| (d.text.as_str(), d.doubtful)).collect();
    assert_eq!(offered, [("Sondage terminé auprès des gens", true), ("Choix de la couleur approuvé", true)]);
    let json = import::expected_json(&plan);
    let measure = &json["recommendations"][1]["measures"][0];
    assert_eq!(measure["deliverables"][0], "Sondage terminé auprès des gens. Choix de la couleur approuvé");
    assert_eq!(measure["deliverables_offered"][1], "Choix de la couleur approuvé");
    assert_eq!(measure["warnings"][0], "deliverables_doubtful");
    let warning =
        json["warnings"].as_array().and_then(|w| w.iter().find(|w| w["code"] == "deliverables_doubtful")).expect("a warning");
    assert_eq!(
        (&warning["place"]["line"], &warning["place"]["row"], &warning["place"]["cell"]),
        (&18.into(), &2.into(), &2.into())
    );
}

#[test]
fn recommendations_listed_elsewhere_are_suggested_by_order_and_not_from_the_summary() {
    let plan = read(PIPES);
    assert!(plan.recommendations.iter().all(|r| r.suggested && r.addressee.as_deref() == Some("Le directeur devrait")));
    assert_eq!(plan.recommendations.iter().map(|r| r.place.line).collect::<Vec<_>>(), [8, 9]);
    assert!(plan.measures.iter().all(|m| m.link_doubtful));
    assert!(codes(&plan).contains(&WarningCode::RecommendationsLinkedByOrder));
}

#[test]
fn as_many_rows_as_recommendations_are_needed_to_link_them() {
    let plan = read(&PIPES.replace("- peindre les phares.\nRéponse", "- peindre les phares;\n- vendre les phares.\nRéponse"));
    assert_eq!(plan.recommendations.len(), 3);
    assert!(plan.measures.iter().all(|m| m.recommendation.is_none()));
    assert!(plan.warnings.iter().any(|w| w.code == WarningCode::RecommendationMissing));
    let json = import::expected_json(&plan);
    assert_eq!(json["recommendations"][3]["measures"].as_array().map(Vec::len), Some(3));
}

#[rstest]
#[case("Mars 2018 |\n", "", 18)]
#[case("Lampes posées. |", "Lampes posées.", 14)]
#[case("Choisir une couleur. |", "Choisir une couleur. | |", 18)]
fn a_row_with_a_cell_too_few_or_too_many_is_named_by_its_line(#[case] from: &str, #[case] to: &str, #[case] line: usize) {
    let error = import::read(PIPES.replace(from, to).as_bytes(), Some("plan.txt")).expect_err("a broken row");
    assert_eq!((error.code, error.line), (ImportErrorCode::RowCells, Some(line)));
}

#[test]
fn a_markdown_row_with_other_cells_than_the_header_is_named_by_its_line() {
    let text =
        "| Action | Lead | Due date |\n|---|---|---|\n| Count the cars | Fleet | March 2019 |\n| Sell cars | June 2019 |\n";
    let error = import::read(text.as_bytes(), None).expect_err("a broken row");
    assert_eq!((error.code, error.line), (ImportErrorCode::RowCells, Some(4)));
    let plan = read(&text.replace("| Sell cars |", "| Sell cars \\| vans | Fleet |"));
    assert_eq!(plan.measures[1].text, "Sell cars | vans");
}

#[rstest]
#[case::csv("Action,Lead,Due date\nCount the cars,Fleet,March 2019\nSell cars,Fleet\n", "plan.csv", 3)]
#[case::html(
    "<table><tr><th>Action<th>Lead<th>Due date\n<tr><td>Count the cars<td>Fleet<td>March 2019\n<tr><td>Sell cars<td>Fleet</table>",
    "plan.html",
    3
)]
fn a_ragged_row_of_a_table_that_keeps_its_columns_is_read_with_a_warning(
    #[case] text: &str,
    #[case] name: &str,
    #[case] line: usize,
) {
    let plan = import::read(text.as_bytes(), Some(name)).expect("a plan");
    let warned: Vec<usize> =
        plan.warnings.iter().filter(|w| w.code == WarningCode::RowCells).map(|warning| warning.place.line).collect();
    assert_eq!((plan.measures.len(), warned), (2, vec![line]));
}

const SPANS: &str = "<h1>Archived - Management Response and Action Plan - Audit of Wharves</h1>
<table><thead><tr><th>Recommendations</th><th>Management Response and Planned Actions</th><th>Deliverables</th><th>Expected Completion Date</th><th>Responsibility</th></tr></thead>
<tr><td rowspan=3>Recommendation 1<br>The branch should inspect wharves.</td><td colspan=4>Management agrees with this recommendation.</td></tr>
<tr><td rowspan=2>Wharves will be inspected.</td><td>1.1 Method written.</td><td>T2&nbsp;2019\u{2011}2020</td><td rowspan=2><ul><li>Director, East</li><li>Director, West</li></ul></td></tr>
<tr><td>1.2 Report on all wharves.</td><td>May/June 2020</td></tr>
<tr><td>2) The branch should repair wharves.</td><td>Partially agree. Old wharves will be repaired.</td><td><ul><li>List of wharves</li><li>Contract</li></ul></td><td>Completed December 2018</td><td>Director, East</td></tr>
<tr><td></td><td>New wharves will be sold.</td><td></td><td>As funds allow</td><td></td></tr>
</table>";

#[test]
fn spans_of_a_web_table_are_followed() {
    let plan = read(SPANS);
    assert_eq!(plan.title.as_deref(), Some("Audit of Wharves"));
    let recommendations: Vec<_> = plan.recommendations.iter().map(|r| (r.number.as_deref(), r.response)).collect();
    assert_eq!(recommendations, [(Some("1"), Some(ResponseKind::Accepted)), (Some("2"), Some(ResponseKind::PartiallyAccepted))]);
    let first = &plan.measures[0];
    assert_eq!((first.label.as_deref(), first.text.as_str()), (Some("1.1"), "Wharves will be inspected."));
    assert_eq!((first.due_text.as_str(), first.due_text_raw.as_deref()), ("T2 2019-2020", Some("T2\u{a0}2019\u{2011}2020")));
    assert_eq!(import::expected_json(&plan)["recommendations"][0]["measures"][0]["due_precision"], "quarter");
    let second = &plan.measures[1];
    assert_eq!(
        (second.text.as_str(), second.owner.as_deref()),
        ("Wharves will be inspected.", Some("Director, East; Director, West"))
    );
    assert!(!second.owner_inherited && second.deliverables[0].text == "Report on all wharves");
}

#[test]
fn a_response_before_the_action_is_cut_off_and_list_items_are_deliverables() {
    let plan = read(SPANS);
    let repair = &plan.measures[2];
    assert_eq!(repair.text, "Old wharves will be repaired.");
    assert_eq!(
        repair.deliverables.iter().map(|d| (d.text.as_str(), d.doubtful)).collect::<Vec<_>>(),
        [("List of wharves", false), ("Contract", false)]
    );
    assert!(repair.completed && repair.due.to_string() == "2018-12");
}

#[test]
fn a_blank_owner_is_inherited_and_an_unread_date_is_kept_in_words() {
    let plan = read(SPANS);
    let last = &plan.measures[3];
    assert_eq!((last.owner.as_deref(), last.owner_inherited, last.recommendation), (Some("Director, East"), true, Some(1)));
    assert_eq!((last.due.to_string().as_str(), last.due_text.as_str()), ("none", "As funds allow"));
    let own: Vec<_> = plan.warnings_of_measure(3).map(|w| w.code).collect();
    assert_eq!(own, [WarningCode::DateNotUnderstood, WarningCode::OwnerInherited]);
    assert_eq!(plan.warnings_of_measure(1).map(|w| w.code).collect::<Vec<_>>(), [WarningCode::MonthRange]);
}

#[rstest]
#[case(
    "<th>Actions</th><th>Lead (position) &amp; Target Date</th>",
    "<td>Paint it.</td><td>PPB<br>March 2012<p>PA</p></td>",
    "PPB; PA",
    "2012-03"
)]
#[case(
    "<th>Mesures</th><th>BPR</th><th>Échéance</th>",
    "<td>Peindre.</td><td>DG, Ports</td><td>Le 1<sup>er</sup> avril 2019</td>",
    "DG, Ports",
    "2019-04-01"
)]
#[case(
    "<th>Key actions</th><th>Who</th><th>When</th>",
    "<td>Paint it.</td><td>DG, Ports<sup><a href='#fn1'>1</a></sup></td><td>FY 2018-19</td>",
    "DG, Ports",
    "FY2018"
)]
#[case(
    "<th></th><th>Responsible</th><th>Deadline</th><th>Status</th>",
    "<td>1.1. Paint all of the wharves.</td><td>SRO</td><td>2013/12</td><td>Over due</td>",
    "SRO",
    "2013-12"
)]
#[case(
    "<th>Action</th><th>Accountability/<br>Responsibility</th><th>Completion Date*</th>",
    "<td>Paint it.</td><td>1.0.1 Responsable du suivi : DG</td><td>Original: March 2018; Revised: June 2018</td>",
    "DG",
    "2018-06"
)]
fn headers_and_cells_come_in_many_forms(#[case] header: &str, #[case] cells: &str, #[case] owner: &str, #[case] due: &str) {
    let plan = table(header, cells);
    assert_eq!(plan.measures.len(), 1);
    let measure = &plan.measures[0];
    assert_eq!((measure.owner.as_deref(), measure.due.to_string().as_str(), measure.completed), (Some(owner), due, false));
}

#[test]
fn start_and_end_are_told_apart_with_and_without_labels() {
    let header = "<th>Actions</th><th>Planned Start and Completion Dates</th>";
    for cell in ["Start date: April 2018<br>Completion: June 2018", "April 2018<br>June 2018"] {
        let plan = table(header, &format!("<td>Paint it.</td><td>{cell}</td>"));
        let measure = &plan.measures[0];
        assert_eq!(measure.start.map(|d| d.to_string()).as_deref(), Some("2018-04-01"), "{cell}");
        assert_eq!((measure.due_text.as_str(), measure.start_text.as_deref()), ("June 2018", Some("April 2018")), "{cell}");
        assert_eq!(codes(&plan), [], "{cell}");
    }
}

#[test]
fn the_later_of_two_date_columns_counts_and_the_real_date_says_it_is_done() {
    let header = "<th>Action</th><th>Original due date</th><th>Revised due date</th><th>Actual completion date</th>";
    let plan = table(header, "<td>Paint it.</td><td>March 2018</td><td>September 2018</td><td>2018-08-15</td>");
    let measure = &plan.measures[0];
    assert_eq!((measure.due.to_string().as_str(), measure.completed), ("2018-09", true));
    assert_eq!(measure.completed_on.map(|d| d.to_string()).as_deref(), Some("2018-08-15"));
    assert_eq!(codes(&plan), [WarningCode::TwoDates]);
}

#[test]
fn a_fiscal_year_is_a_month_where_the_column_says_so() {
    let plan = read(
        "<table><tr><th>Action</th><th>Due</th></tr><tr><td>Paint it.</td><td>2011/12</td></tr><tr><td>Sell it.</td><td>2013/12</td></tr></table>",
    );
    assert_eq!(plan.measures.iter().map(|m| m.due.to_string()).collect::<Vec<_>>(), ["2011-12", "2013-12"]);
    assert_eq!(codes(&plan), [WarningCode::YearMonthOrFiscalYear, WarningCode::YearMonth]);
    let alone = table("<th>Action</th><th>Due</th>", "<td>Paint it.</td><td>2011/12</td>");
    assert_eq!(alone.measures[0].due.to_string(), "FY2011");
}

#[test]
fn dated_items_below_an_action_are_measures_of_their_own() {
    let plan = read(
        "<table><tr><th>Recommendation</th><th>Action</th><th>Deliverables</th><th>Date</th></tr>
         <tr><td rowspan=2>1. Plan.</td><td rowspan=2>A plan will be written.</td><td>Plan</td><td>March 31, 2018</td></tr>
         <tr><td><p>Milestones:</p><p>a) Workshop</p><p>b) Draft</p></td><td><p>a) June 2016 (completed)</p><p>b) March/April 2017</p></td></tr></table>",
    );
    let read: Vec<_> =
        plan.measures.iter().map(|m| (m.label.as_deref(), m.text.as_str(), m.due_text.as_str(), m.completed)).collect();
    let expected = [
        (None, "A plan will be written.", "March 31, 2018", false),
        (Some("a"), "Workshop", "June 2016 (completed)", true),
        (Some("b"), "Draft", "March/April 2017", false),
    ];
    assert_eq!(read, expected);
}

#[test]
fn a_label_with_nothing_beside_it_is_the_text_of_its_measure() {
    let plan = read("<p>Recommendation: Inspect the wharves.</p><p>Action: 1.1</p><p>Due date: March 2018</p>");
    let measures: Vec<_> = plan.measures.iter().map(|measure| measure.text.as_str()).collect();
    assert_eq!(measures, ["1.1"], "nothing is promised in silence, and nothing is left out");
}

#[test]
fn a_form_is_read_by_its_labels() {
    let plan = read(
        "<h1>Evaluation of Lights: Management Response Action Plan</h1><h3>Recommendation #1:</h3><p>Watch the lights.</p><h4>Response:</h4>
         <p>We agree with the recommendation.</p><h4>Action #1:</h4><ul><li>Lights will be watched.</li>
         <li><strong>Accountability:</strong> Policy Branch. <strong>Support:</strong> Operations, Research.</li>
         <li><strong>Completion date:</strong> Monthly. Q2 2016/17 (first look) and ongoing.</li></ul>",
    );
    assert_eq!(plan.title.as_deref(), Some("Evaluation of Lights"));
    assert_eq!(
        (plan.recommendations[0].number.as_deref(), plan.recommendations[0].response),
        (Some("1"), Some(ResponseKind::Accepted))
    );
    let measure = &plan.measures[0];
    assert_eq!((measure.label.as_deref(), measure.text.as_str()), (None, "Lights will be watched."));
    assert_eq!((measure.owner.as_deref(), measure.support.as_deref()), (Some("Policy Branch"), Some("Operations, Research")));
    assert_eq!((measure.due.to_string().as_str(), codes(&plan)), ("FY2016-Q2", vec![WarningCode::AlsoOngoing]));
}

#[test]
fn definition_lists_and_tables_of_two_columns_are_forms_too() {
    let rows = [
        ("Recommendation 1", "Buy better."),
        ("Management Response", "Agreed."),
        ("Action Plan", "1.1 Write a guide."),
        ("Responsible", "CFO"),
        ("Due Date", "Fall 2019"),
    ];
    let list: String = rows.iter().map(|(a, b)| format!("<dt>{a}</dt><dd>{b}</dd>")).collect();
    let table: String = rows.iter().map(|(a, b)| format!("<tr><td>{a}</td><td>{b}</td></tr>")).collect();
    let lines: String = rows.iter().map(|(a, b)| format!("{a}: {b}\n")).collect();
    for text in [format!("<dl>{list}</dl>"), format!("<table>{table}</table>"), lines] {
        let plan = read(&text);
        let measure = &plan.measures[0];
        assert_eq!(
            (plan.measures.len(), measure.label.as_deref(), measure.text.as_str()),
            (1, Some("1.1"), "Write a guide."),
            "{text}"
        );
        assert_eq!((measure.owner.as_deref(), measure.due.to_string().as_str()), (Some("CFO"), "2019-fall"), "{text}");
        assert_eq!(
            (plan.recommendations[0].number.as_deref(), plan.recommendations[0].text.as_str()),
            (Some("1"), "Buy better."),
            "{text}"
        );
    }
}

#[test]
fn labels_above_a_table_give_its_recommendation() {
    let one = |n: usize, answer: &str| {
        format!(
            "<p><b>Recommendation:</b> {n}. Do part {n}.</p><p><b>Management Response:</b> {answer}</p><p><b>Thematic Area:</b> Ports</p>
             <table><tr><th>Key actions</th><th>Responsible</th><th>Deadline</th></tr><tr><td>{n}.1. Paint part {n}.</td><td>SRO</td><td>June 2019</td></tr></table>"
        )
    };
    let plan = read(&(one(1, "Accepted") + &one(2, "Noted by the office.")));
    let read: Vec<_> = plan.recommendations.iter().map(|r| (r.number.as_deref(), r.text.as_str(), r.response)).collect();
    assert_eq!(read, [(Some("1"), "Do part 1.", Some(ResponseKind::Accepted)), (Some("2"), "Do part 2.", None)]);
    assert_eq!(
        plan.measures.iter().map(|m| (m.label.as_deref(), m.recommendation)).collect::<Vec<_>>(),
        [(Some("1.1"), Some(0)), (Some("2.1"), Some(1))]
    );
    assert_eq!(plan.recommendations[1].response_text.as_deref(), Some("Noted by the office."));
}

#[test]
fn a_csv_is_the_same_grid_in_any_encoding_and_with_any_separator() {
    let text = "\u{feff}Recommandations;RRecommandations;Réspone et mesures prévues;Produits livrables;Date d'achèvement;Responsabilité\r\n\
        \"Recommandation 1\r\nPeindre les quais.\";La direction souscrit à cette recommandation.;;;\r\n\
        ;\"1.1 Les quais seront peints; un à un.\";Plan;Juin 2015;DG\r\n;;Quais peints;Septembre 2015;SMA\r\n";
    let windows = windows_1252(text.trim_start_matches('\u{feff}'));
    for bytes in [text.as_bytes(), windows.as_slice()] {
        let plan = import::read(bytes, Some("plan.csv")).expect("a plan");
        assert_eq!(plan.recommendations[0].response, Some(ResponseKind::Accepted));
        let read: Vec<_> = plan
            .measures
            .iter()
            .map(|m| {
                (m.label.as_deref(), m.text.as_str(), m.owner.as_deref(), m.deliverables[0].text.as_str(), m.due.to_string())
            })
            .collect();
        let action = "Les quais seront peints; un à un.";
        let expected = [
            (Some("1.1"), action, Some("DG"), "Plan", "2015-06".to_owned()),
            (Some("1.1"), action, Some("SMA"), "Quais peints", "2015-09".to_owned()),
        ];
        assert_eq!(read, expected);
    }
    let tabs = "Action\tLead\tDue date\nPaint the wharf\tDG\tMarch 2019\n";
    assert_eq!(read(tabs).measures[0].owner.as_deref(), Some("DG"));
}

/// The text in Windows-1252, as older spreadsheets save it.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_named_by_its_line() {
    let text = "Action,Lead,Due date\nPaint,DG,March 2019\n\"Sell,DG,June 2019\nBuy,DG,July 2019\n";
    let error = import::read(text.as_bytes(), Some("plan.csv")).expect_err("an open quotation mark");
    assert_eq!((error.code, error.line), (ImportErrorCode::UnclosedQuote, Some(3)));
}

#[test]
fn a_table_without_a_header_is_read_by_its_content() {
    let plan = read(
        "<h2>Management Response and Action Plan</h2><table>
         <tr><td>Recommendation 1: The branch should plan.</td><td>Agree</td><td>The branch will write a plan for all of its regions.</td><td>Director General, Policy</td><td>March 31, 2019</td></tr>
         <tr><td>Recommendation 2: The branch should report.</td><td>Agree</td><td>The branch will write a report for the committee.</td><td>Director, Reporting</td><td>Completed</td></tr></table>",
    );
    let read: Vec<_> = plan.measures.iter().map(|m| (m.owner.as_deref(), m.recommendation, m.completed)).collect();
    assert_eq!(read, [(Some("Director General, Policy"), Some(0), false), (Some("Director, Reporting"), Some(1), true)]);
    assert!(codes(&plan).contains(&WarningCode::HeadersMissing));
}

#[test]
fn tables_that_are_no_plan_are_left_alone() {
    let others = "<table><tr><th>Activities</th><th>Outputs</th><th>Outcomes</th></tr><tr><td>Fund</td><td>Projects</td><td>Coasts by March 2020</td></tr></table>
        <table><tr><th>Organization</th><th>Activity</th><th>2012-13</th></tr><tr><td>DFO</td><td>Coasts</td><td>$100</td></tr></table>
        <table><tr><th>Question</th><th>Indicator</th><th>Timeline</th></tr><tr><td>Why?</td><td>Number</td><td>2018</td></tr></table>";
    let error = import::read(others.as_bytes(), None).expect_err("no plan");
    assert_eq!(error.code, ImportErrorCode::NoPlanFound);
    let plan = read(&format!("{others}{SPANS}{others}"));
    assert_eq!(plan.measures.len(), 4);
}

#[test]
fn a_rejected_recommendation_needs_no_measure() {
    let header = "<th>Recommendation</th><th>Response</th><th>Action</th><th>Lead</th><th>Date</th>";
    let plan = read(&format!(
        "<table><tr>{header}</tr><tr><td>1. Paint.</td><td>Agree</td><td>Paint it.</td><td>DG</td><td>TBD</td></tr>
         <tr><td>2. Sell.</td><td>Disagree. It is needed.</td><td>N/A</td><td>N/A</td><td>N/A</td></tr></table>"
    ));
    assert_eq!(plan.recommendations[1].response, Some(ResponseKind::Rejected));
    assert_eq!(plan.measures.len(), 1);
    assert_eq!(codes(&plan), [WarningCode::DateToBeDetermined]);
}

#[test]
fn what_is_no_plan_at_all_is_refused_with_a_reason() {
    let refused = |bytes: &[u8]| import::read(bytes, None).expect_err("refused").code;
    assert_eq!(refused(b""), ImportErrorCode::Empty);
    assert_eq!(refused(b" \n\t "), ImportErrorCode::Empty);
    assert_eq!(refused(b"PK\x03\x04rest"), ImportErrorCode::FormatNotSupported);
    assert_eq!(refused(b"\x00\x01\x02"), ImportErrorCode::NotText);
    assert_eq!(refused(b"Just a letter.\nNothing else."), ImportErrorCode::NoPlanFound);
    assert_eq!(refused(&vec![b'a'; import::MAX_BYTES + 1]), ImportErrorCode::TooLarge);
}

#[test]
fn a_table_of_bare_numbers_takes_the_texts_of_the_list_above() {
    let plan = read(
        "<h2>Recommendations</h2><ol><li>Paint the wharves.</li><li>Sell the boats.</li></ol><h2>Management Response: Audit of Wharves</h2>
         <table><tr><th>Recommendation</th><th>Planned action</th><th>OPI</th><th>% complete</th><th>Due</th></tr>
         <tr><td>1</td><td>Accord. Paint will be bought.</td><td>DG</td><td>100 % complete</td><td>June 2018</td></tr>
         <tr><td>2</td><td>Boats will be sold.</td><td>Idem</td><td>20 %</td><td>early 2020</td></tr></table>",
    );
    let read: Vec<_> = plan.recommendations.iter().map(|r| (r.number.as_deref(), r.text.as_str(), r.suggested)).collect();
    assert_eq!(read, [(Some("1"), "Paint the wharves.", false), (Some("2"), "Sell the boats.", false)]);
    assert_eq!(plan.measures.iter().map(|m| m.completed).collect::<Vec<_>>(), [true, false]);
    assert_eq!((plan.measures[1].owner.as_deref(), plan.measures[1].owner_inherited), (Some("DG"), true));
    assert_eq!(
        (plan.measures[0].text.as_str(), plan.recommendations[0].response),
        ("Paint will be bought.", Some(ResponseKind::Accepted))
    );
    assert_eq!(plan.title.as_deref(), Some("Audit of Wharves"));
}

#[rstest]
#[case("first half of 2019-20", "2019-09", WarningCode::DateVague)]
#[case("Premier semestre 2019", "2019-06", WarningCode::DateVague)]
#[case("Début 2019", "2019", WarningCode::DateVague)]
#[case("before April 2019", "2019-03", WarningCode::DateMoreSaid)]
#[case("12 mois suivant mars 2019", "2019-03", WarningCode::DateMoreSaid)]
fn words_that_change_a_date_are_pointed_at(#[case] printed: &str, #[case] code: &str, #[case] warning: WarningCode) {
    let plan = table(
        "<th>Action</th><th>Lead</th><th>Due date</th>",
        &format!("<td>Paint the wharves.</td><td>DG</td><td>{printed}</td>"),
    );
    assert_eq!((plan.measures[0].due.to_string().as_str(), codes(&plan)), (code, vec![warning]), "{printed}");
}

#[test]
fn every_place_lies_at_or_below_a_line_that_is_shown() {
    let cells = ["Paint the wharves.", "DG", "early 2020", "Blue"].map(|cell| format!("<td>\n\n{cell}\n</td>\n")).join("");
    let plan = read(&format!(
        "<table>\n<tr>\n<th>Action</th>\n<th>Lead</th>\n<th>Due date</th>\n<th>Hue</th>\n</tr>\n<tr>\n\n\n\n\n{cells}</tr>\n</table>"
    ));
    let row = plan.source.iter().find(|line| line.text.contains("Paint")).expect("the row is shown").line;
    let date = plan.warnings.iter().find(|w| w.code == WarningCode::DateVague).expect("a warning").place.line;
    assert!(row < plan.measures[0].place.line && plan.measures[0].place.line < date, "cells lie below the line of their row");
    let places = plan.warnings.iter().map(|w| w.place).chain(plan.measures.iter().map(|m| m.place));
    for place in places {
        assert!(plan.source.iter().any(|line| line.line <= place.line), "{place:?} of {:?}", plan.source);
    }
}

#[test]
fn a_number_whose_text_is_nowhere_is_named_with_its_place() {
    let text = "| Recommendation | Action | Lead | Due date |\n|---|---|---|---|\n| 1 | Paint. | DG | June 2018 |\n\
        | 2 | Sell. | DG | July 2018 |\n";
    let plan = read(text);
    assert_eq!(plan.measures.iter().map(|m| m.recommendation).collect::<Vec<_>>(), [Some(0), Some(1)]);
    let warned: Vec<_> = plan.warnings.iter().map(|w| (w.code, w.place.line, w.detail.as_deref())).collect();
    let code = WarningCode::RecommendationWithoutText;
    assert_eq!(warned, [(code, 3, Some("1")), (code, 4, Some("2"))]);
}

#[test]
fn a_table_of_bars_without_its_line_of_dashes_is_named_by_its_line() {
    let rows = "| Action | Lead | Due date |\n| Paint. | DG | June 2018 |\n| Sell. | DG | July 2018 |\n";
    let refused = |text: &str| import::read(text.as_bytes(), Some("plan.txt")).expect_err("refused");
    let error = refused(&format!("Our plan\n\n{rows}"));
    assert_eq!((error.code, error.line), (ImportErrorCode::DashesMissing, Some(3)));
    let letter = refused("Dear all | both of you | and others\nsee you on Monday.\n");
    assert_eq!((letter.code, letter.line), (ImportErrorCode::NoPlanFound, None));
}

#[test]
fn a_carriage_return_alone_ends_a_line() {
    let plan = read("| Action | Lead | Due date |\r|---|---|---|\r| Paint. | DG | June 2018 |\r");
    assert_eq!((plan.measures.len(), plan.measures[0].place.line), (1, 3));
}
