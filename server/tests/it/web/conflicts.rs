//! Two people with one form: the second one sees what the first one saved beside what they typed, and keeps either.

use crate::support::{Bench, Browser, Db, location, measure};
use domain::people::Role;
use rstest::rstest;

fn report<'a>(measure: &'a str, version: &'a str, status: &'a str, done: &'a str) -> Vec<(&'a str, &'a str)> {
    let rest = [("percent", "45"), ("obstacles", ""), ("next_step", ""), ("forecast", ""), ("text_lang", "fr")];
    let mut fields = vec![("measure", measure), ("lock_version", version), ("status", status), ("done", done)];
    fields.extend(rest);
    fields
}

/// The piece of a page between two marks.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = page.split_once(start).unwrap_or_else(|| panic!("{start} is not in {page}"));
    rest.split_once(end).map_or(rest, |(found, _)| found)
}

/// The box that tells of the conflict.
fn told(page: &str) -> &str {
    between(page, "error-summary conflict", "<form")
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_second_of_two_reports_is_shown_beside_the_first_and_can_be_sent_again(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let lead = bench.person("Luc", Some(sp), Role::Lead).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Revoir le mandat", "SP", "avril 2018")]).await;
    let id = bench.measures(plan).await[0].figures.id.to_string();
    let page = format!("/measures/{id}/report");
    let (first, second) = (Browser::signed_in(&bench, &lead).await, Browser::signed_in(&bench, &coordinator).await);

    let sent = first.send("/do/report-progress", &page, &report(&id, "0", "planning", "Deux rencontres <b>")).await;
    assert_eq!(location(&sent), format!("/measures/{id}?done=update-recorded"));
    let mine = report(&id, "0", "in_progress", "Trois rencontres\r\net un plan");
    assert_eq!(location(&second.send("/do/report-progress", &page, &mine).await), page);

    let shown = second.open(&page).await.text();
    let told = told(&shown);
    for words in
        ["Mise à jour consignée par Luc", "En planification", "En cours", "Deux rencontres &lt;b&gt;", "Trois rencontres"]
    {
        assert!(told.contains(words), "{words} is not in {told}");
    }
    assert!(shown.contains("name=\"lock_version\" value=\"1\""), "the form carries the version there is now: {shown}");
    assert!(between(&shown, "id=\"field-done\"", "</textarea>").contains("Trois rencontres\r\net un plan"), "{shown}");
    assert!(second.open(&page).await.text().contains("Trois rencontres"), "also when the page is opened again");
    let keep = format!("{page}?afresh=1");
    assert!(told.contains(&format!("href=\"{keep}\"")), "{told}");
    let fresh = second.open(&keep).await.text();
    assert!(!fresh.contains("Trois rencontres") && !fresh.contains("conflict"), "the way to keep theirs: {fresh}");

    let again = report(&id, "1", "in_progress", "Trois rencontres");
    assert_eq!(
        location(&second.send("/do/report-progress", &page, &again).await),
        format!("/measures/{id}?done=update-recorded")
    );
    assert_eq!(bench.measures(plan).await[0].lock_version, 2);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_approves_what_was_approved_meanwhile_learns_by_whom(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let faster = bench.person("Claire", None, Role::Coordinator).await;
    let slower = bench.person("Ravi", None, Role::Coordinator).await;
    let plan = bench.draft_plan(vec![measure("Revoir le mandat", "", "avril 2018")]).await.to_string();
    let page = format!("/plans/{plan}");
    let fields = [("plan", plan.as_str()), ("lock_version", "0")];
    let (first, second) = (Browser::signed_in(&bench, &faster).await, Browser::signed_in(&bench, &slower).await);
    assert_eq!(location(&first.send("/do/approve-plan", &page, &fields).await), format!("{page}?done=plan-approved"));
    assert_eq!(location(&second.send("/do/approve-plan", &page, &fields).await), page);
    let shown = second.open(&page).await.text();
    let told = told(&shown);
    assert!(told.contains("Plan approuvé par Claire") && told.contains("Ébauche") && told.contains("Approuvé"), "{told}");
    assert!(told.contains(&format!("href=\"{page}?afresh=1\"")), "{told}");
    assert!(!second.open(&format!("{page}?afresh=1")).await.text().contains("error-summary"), "until one starts afresh");
    assert!(!second.open(&page).await.text().contains("error-summary"), "and then no more");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn corrections_made_in_another_window_stand_beside_those_of_this_one(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let browser = Browser::signed_in(&bench, &coordinator).await;
    let table =
        "| Recommandation | Mesure | Responsable | Échéance |\n|---|---|---|---|\n| 1. Mesurer | Publier | SP | avril 2018 |\n";
    let page = location(&browser.send("/do/start-import", "/import", &[("text", table), ("html", "")]).await);
    let import = page.rsplit('/').next().expect("an id").to_owned();
    let row = "measures[0][text]";
    let fields = |title, text| {
        [
            ("import", import.as_str()),
            ("lock_version", "0"),
            ("title", title),
            ("lang", "fr"),
            (row, text),
            ("measures[2][text]", "En plus"),
        ]
    };
    let kept = browser.send("/do/correct-import", &page, &fields("Le plan", "Publier les normes")).await;
    assert_eq!(location(&kept), format!("{page}?done=corrections-kept"));
    assert_eq!(location(&browser.send("/do/commit-import", &page, &fields("Le plan", "Publier tout")).await), page);
    let shown = browser.open(&page).await.text();
    let told = told(&shown);
    assert!(told.contains("Publier les normes") && told.contains("Publier tout"), "{told}");
    assert!(!told.contains("Le plan<"), "what both say is no difference: {told}");
    assert!(shown.contains("name=\"lock_version\" value=\"1\"") && shown.contains("En plus"), "{shown}");
}
