//! The forms of a plan over HTTP: what they show, what they keep, what they do.

use crate::support::{Bench, Browser, Db, location, measure};
use app::backend::Caller;
use domain::people::Role;
use rstest::rstest;

async fn with_draft(db: Db) -> Option<(Bench, Caller, i64, i64)> {
    let bench = Bench::open(db).await?;
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let plan = bench.draft_plan(vec![measure("Revoir <le> mandat", "SP", "avril 2018")]).await;
    let id = bench.measures(plan).await[0].figures.id;
    Some((bench, coordinator, plan, id))
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_measure_is_put_right_approved_amended_and_both_wordings_are_shown(#[case] db: Db) {
    let Some((bench, claire, plan, id)) = with_draft(db).await else { return };
    let browser = Browser::signed_in(&bench, &claire).await;
    let page = format!("/measures/{id}/edit?lang=fr");
    let shown = browser.open(&page).await.text();
    for part in [
        "id=\"field-text-fr\" name=\"text_fr\" lang=\"fr\"",
        "Revoir &lt;le&gt; mandat</textarea>",
        "name=\"due\"",
        "value=\"avril\u{a0}2018\"",
        "action=\"/do/remove-measure\"",
    ] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }

    let (plan_text, id_text) = (plan.to_string(), id.to_string());
    let deliverable = bench.measures(plan).await[0].deliverables[0].id.to_string();
    let fields = |version: &'static str, text: &'static str, due: &'static str, why: &'static str| {
        vec![
            ("plan", plan_text.as_str()),
            ("measure", id_text.as_str()),
            ("lock_version", version),
            ("label", "1a"),
            ("text_en", "Review the terms"),
            ("text_fr", text),
            ("due", due),
            ("deliverables[0][id]", deliverable.as_str()),
            ("deliverables[0][title_fr]", "Mandat révisé"),
            ("deliverables[1][id]", ""),
            ("deliverables[1][title_en]", "Annex </textarea>"),
            ("why", why),
        ]
    };
    let wrong = browser.send("/do/save-measure", &page, &fields("0", "Réviser", "un jour", "")).await;
    assert_eq!(location(&wrong), page);
    let again = browser.open(&page).await.text();
    for part in ["value=\"un jour\"", "href=\"#field-due\"", "Annex &lt;/textarea&gt;", "<title>Erreur"] {
        assert!(again.contains(part), "{part} is not in {again}");
    }
    let right = browser.send("/do/save-measure", &page, &fields("0", "Réviser", "mai 2018", "")).await;
    assert_eq!(location(&right), format!("/measures/{id}?done=measure-edited"));
    let version =
        app::backend::Editing::plan_form(&bench.services, &claire, plan).await.expect("the form").lock_version.to_string();
    let approval = [("plan", plan_text.as_str()), ("lock_version", version.as_str())];
    let approved = browser.send("/do/approve-plan", &format!("/plans/{plan}"), &approval).await;
    assert_eq!(location(&approved), format!("/plans/{plan}?done=plan-approved"));

    let frozen = browser.open(&page).await.text();
    assert!(
        !frozen.contains("name=\"due\"") && !frozen.contains("remove-measure") && frozen.contains("mai\u{a0}2018"),
        "{frozen}"
    );
    let refused = browser.send("/do/save-measure", &page, &fields("1", "Réviser", "juin 2018", "Plus clair")).await;
    assert_eq!(location(&refused), page);
    assert!(browser.open(&page).await.text().contains("ne changent que par une décision"));
    let mut amendment = fields("1", "Réviser le mandat", "", "Plus clair");
    amendment.retain(|(name, _)| !name.starts_with("deliverables[1]"));
    let amended = browser.send("/do/save-measure", &page, &amendment).await;
    assert_eq!(location(&amended), format!("/measures/{id}?done=measure-edited"));
    let shown = browser.open(&format!("/measures/{id}?lang=fr")).await.text();
    for part in ["Texte approuvé, 15 mars 2018", "lang=\"fr\">Réviser<", "lang=\"fr\">Réviser le mandat<", "Plus clair"] {
        assert!(shown.replace('\u{a0}', " ").contains(part), "{part} is not in {shown}");
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_conflict_shows_what_the_other_one_saved(#[case] db: Db) {
    let Some((bench, claire, plan, _)) = with_draft(db).await else { return };
    let other = bench.person("Marc", None, Role::Coordinator).await;
    let (first, second) = (Browser::signed_in(&bench, &claire).await, Browser::signed_in(&bench, &other).await);
    let (page, id) = (format!("/plans/{plan}/edit?lang=en"), plan.to_string());
    let fields = |title| {
        [("plan", id.as_str()), ("lock_version", "0"), ("title_en", title), ("title_fr", "Le plan"), ("source_kind", "audit")]
    };
    let sent = first.send("/do/edit-plan", &page, &fields("Hers")).await;
    assert_eq!(location(&sent), format!("/plans/{plan}?done=plan-edited"));
    assert_eq!(location(&second.send("/do/edit-plan", &page, &fields("His")).await), page);
    let shown = second.open(&page).await.text();
    for part in ["error-summary conflict", "Claire", "Hers", "His", "name=\"lock_version\" value=\"1\""] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    let mut again = fields("His");
    again[1].1 = "1";
    assert_eq!(location(&second.send("/do/edit-plan", &page, &again).await), format!("/plans/{plan}?done=plan-edited"));
}

#[tokio::test]
async fn a_plan_that_cannot_close_yet_lists_what_is_open() {
    let (bench, claire, plan, id) = with_draft(Db::Sqlite).await.expect("SQLite");
    app::backend::Plans::approve(&bench.services, &claire, plan, 0).await.expect("the approval");
    let browser = Browser::signed_in(&bench, &claire).await;
    let (page, text) = (format!("/plans/{plan}?lang=en"), plan.to_string());
    let refused = browser.send("/do/close-plan", &page, &[("plan", &text), ("lock_version", "1")]).await;
    assert_eq!(location(&refused), page);
    let shown = browser.open(&page).await.text();
    let problem = shown.split("role=\"alert\"").nth(1).expect("the problem");
    assert!(problem.contains("Some are still open") && problem.contains("href=\"#field-measures\""), "{problem}");
    let list = shown.split("id=\"field-measures\"").nth(1).expect("the list");
    assert!(list.contains(&format!("href=\"/measures/{id}\"")), "{list}");
}

#[tokio::test]
async fn pages_offer_the_forms_only_to_those_who_may() {
    let (bench, claire, plan, id) = with_draft(Db::Sqlite).await.expect("SQLite");
    app::backend::Plans::approve(&bench.services, &claire, plan, 0).await.expect("the approval");
    let reader = bench.person("Rita", None, Role::Reader).await;
    let (may, may_not) = (Browser::signed_in(&bench, &claire).await, Browser::signed_in(&bench, &reader).await);
    for path in [format!("/plans/{plan}"), format!("/measures/{id}"), format!("/plans/{plan}/missing")] {
        let (offered, plain) = (may.open(&path).await.text(), may_not.open(&path).await.text());
        assert!(offered.contains("/edit"), "{path}: {offered}");
        assert!(!plain.contains("/edit") && !plain.contains("/owner") && !plain.contains("close-plan"), "{path}: {plain}");
    }
    for path in [format!("/plans/{plan}/edit"), format!("/measures/{id}/edit"), format!("/measures/{id}/owner")] {
        let (offered, refused) = (may.open(&path).await.status_code(), may_not.open(&path).await.status_code());
        assert_eq!((offered.as_u16(), refused.as_u16()), (200, 403), "{path}");
    }
}

#[tokio::test]
async fn an_import_sets_where_and_when_the_report_was_published() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    let browser = Browser::signed_in(&bench, &claire).await;
    let table = "Management Response and Action Plan\n\n| Recommendation | Action | Responsible | Due date |\n|---|---|---|---|\n\
                 | 1. Publish | Agree on the standards | Director | April 2018 |\n";
    let started = location(&browser.send("/do/start-import", "/import", &[("text", table), ("html", "")]).await);
    let id = started.rsplit('/').next().expect("an id").to_owned();
    let fields = |url: &'static str, day: &'static str| {
        vec![
            ("import", id.clone()),
            ("lock_version", "0".to_owned()),
            ("title", "Standards".to_owned()),
            ("lang", "en".to_owned()),
            ("source_kind", "oag".to_owned()),
            ("source_url", url.to_owned()),
            ("published_on", day.to_owned()),
            ("measures[0][text]", "Agree on the standards".to_owned()),
            ("measures[0][due]", "April 2018".to_owned()),
        ]
    };
    let send = async |fields: Vec<(&str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        location(&browser.send("/do/commit-import", &started, &fields).await)
    };
    assert_eq!(send(fields("example.ca", "2017-13-01")).await, started);
    let shown = browser.open(&started).await.text();
    assert!(shown.contains("value=\"example.ca\"") && shown.contains("field-source-url-problem"), "{shown}");
    assert!(shown.contains("field-published-on-problem"), "{shown}");
    let plan = send(fields("https://example.ca/report", "2017-11-30")).await;
    let shown = browser.open(&plan).await.text();
    let parts = ["href=\"https://example.ca/report\"", "Rapport du vérificateur général", "30 novembre 2017"];
    for part in parts {
        assert!(shown.replace('\u{a0}', " ").contains(part), "{part} is not in {shown}");
    }
}
