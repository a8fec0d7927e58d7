//! Every measure of a person in one form: all of them or none.

use super::{Stage, offered, typed};
use crate::support::{Bench, Browser, Db, location, measure};
use app::{
    api::many::{OwnMeasure, OwnPage},
    backend::{Measures, Progress},
    error::AppError,
};
use domain::{
    measure::MeasureStatus,
    people::Role,
    problem::ProblemCode,
    progress::{TypedProgress, TypedRow, UpdateKind},
};
use rstest::rstest;
use server::store::{audit, people};
use std::collections::BTreeMap;

fn ids(page: &OwnPage) -> Vec<i64> {
    page.plans.iter().flat_map(|plan| &plan.measures).map(|own| own.measure.id).collect()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn twelve_measures_with_three_problems_record_nothing_and_without_them_everything(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 12).await;
    let s = &stage.bench.services;
    let said = |n: usize| TypedRow { done: format!("Étape {n}"), status: "in_progress".into(), ..offered() };
    let mut rows: BTreeMap<i64, TypedRow> = stage.measures.iter().enumerate().map(|(n, id)| (*id, said(n))).collect();
    // One says that there is nothing new, one is left as it was.
    rows.insert(stage.measures[10], TypedRow { nothing_new: "yes".into(), ..offered() });
    rows.insert(stage.measures[11], offered());
    let right = rows.clone();
    let [a, b, c] = [stage.measures[1], stage.measures[4], stage.measures[7]];
    rows.insert(a, TypedRow { percent: "beaucoup".into(), ..said(1) });
    rows.insert(b, TypedRow { status: "completed_to_verify".into(), done: String::new(), ..said(4) });
    rows.insert(c, TypedRow { lock_version: "9".into(), ..said(7) });
    let refused = s.record_many(&stage.lead, &rows, "fr").await.expect_err("problems");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.clone(), p.code)).collect();
    let expected = [
        (format!("rows[{a}][percent]"), ProblemCode::NotANumber),
        (format!("rows[{b}][done]"), ProblemCode::SayWhatWasDone),
        (format!("rows[{b}][status]"), ProblemCode::DeliverablesOpen),
        (format!("rows[{c}][done]"), ProblemCode::ChangedMeanwhile),
    ];
    assert_eq!(found, expected);
    assert!(stage.bench.measures(stage.plan).await.iter().all(|measure| measure.lock_version == 0), "all or nothing");

    assert_eq!(s.record_many(&stage.lead, &right, "fr").await, Ok(11));
    let measures = stage.bench.measures(stage.plan).await;
    let reported = |status| measures.iter().filter(|m| m.figures.facts.status == status && m.lock_version == 1).count();
    assert_eq!((reported(MeasureStatus::InProgress), reported(MeasureStatus::NotStarted)), (10, 1));
    let untouched = measures.iter().find(|m| m.figures.id == stage.measures[11]).expect("the last");
    assert_eq!((untouched.lock_version, untouched.figures.facts.last_update), (0, None));
    let nothing = Measures::show(s, &stage.lead, stage.measures[10], 1).await.expect("a page");
    assert_eq!(nothing.updates[0].kind, UpdateKind::NothingNew);
    assert_eq!(stage.bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_form_holds_what_a_person_answers_for_by_plan_and_nothing_else(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 2).await;
    let other = [measure("Une autre", "GRC", "2018-06"), measure("La mienne", "SP", "2018-07")];
    stage.bench.organisation("GRC").await;
    let second = stage.bench.approved_plan(&stage.coordinator, other.into()).await;
    stage.bench.draft_plan(vec![measure("Ébauche", "SP", "2018-06")]).await;
    let mine = stage.bench.measures(second).await[1].figures.id;
    let s = &stage.bench.services;
    let page = s.own(&stage.lead, 1).await.expect("a page");
    assert_eq!(ids(&page), [stage.measures[0], stage.measures[1], mine]);
    assert_eq!((page.plans.len(), page.silent, page.page.total), (2, 3, 3));
    assert!(s.own(&stage.coordinator, 1).await.expect("a page").plans.is_empty(), "a coordinator leads nothing");

    s.save_draft(&stage.lead, mine, 0, &typed("planning", "x")).await.expect("a draft");
    s.record(&stage.lead, stage.measures[0], 0, &typed("planning", "Dit")).await.expect("the update");
    let page = s.own(&stage.lead, 1).await.expect("a page");
    let first = &page.plans[0].measures[0];
    let last = first.last.as_ref().and_then(|last| last.done.as_ref()).map(|done| done.text.as_str());
    assert_eq!((last, first.lock_version, page.silent), (Some("Dit"), 1, 2));
    let drafted = |own: &OwnMeasure| own.draft.as_ref().map(|draft| draft.typed.done.clone());
    assert_eq!((drafted(&page.plans[1].measures[0]).as_deref(), drafted(first)), (Some("x"), None));
}

#[tokio::test]
async fn a_deputy_finds_the_measures_of_whom_they_stand_in_for() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 1).await;
    let deputy = stage.bench.person_with("Dora", None, &[]).await;
    let (principal, id) = (stage.lead.actor.person, deputy.actor.person);
    let actor = stage
        .bench
        .write(async |tx| {
            use sea_orm::{ActiveValue::Set, EntityTrait};
            use server::store::entities::person;
            let row = person::ActiveModel { id: Set(principal), deputy_id: Set(Some(id)), ..Default::default() };
            person::Entity::update(row).exec(tx).await?;
            people::actor(tx, id, crate::support::day("2018-03-15")).await
        })
        .await;
    let deputy = app::backend::Caller { actor: actor.expect("an actor"), ..deputy };
    let page = stage.bench.services.own(&deputy, 1).await.expect("a page");
    assert_eq!(page.plans[0].measures[0].instead_of.as_deref(), Some("Luc"));
    let rows = BTreeMap::from([(stage.measures[0], TypedRow { done: "À sa place".into(), ..offered() })]);
    assert_eq!(stage.bench.services.record_many(&deputy, &rows, "fr").await, Ok(1));
}

#[tokio::test]
async fn a_row_that_is_not_ones_own_refuses_the_whole_form() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 2).await;
    let s = &stage.bench.services;
    let grc = stage.bench.organisation("GRC").await;
    let elsewhere = stage.bench.person("Gina", Some(grc), Role::Lead).await;
    let stranger = stage.bench.person_with("Nobody", None, &[]).await;
    let rows = BTreeMap::from([(stage.measures[0], TypedRow { done: "x".into(), ..offered() })]);
    assert_eq!(s.record_many(&elsewhere, &rows, "fr").await, Err(AppError::NotAllowed));
    assert_eq!(s.record_many(&stranger, &rows, "fr").await, Err(AppError::NotFound));
    let unknown = BTreeMap::from([(9999, TypedRow { done: "x".into(), ..offered() })]);
    assert_eq!(s.record_many(&stage.lead, &unknown, "fr").await, Err(AppError::NotFound));
    let untouched = BTreeMap::from([(stage.measures[0], offered())]);
    let nothing = s.record_many(&stage.lead, &untouched, "fr").await.expect_err("nothing said");
    assert_eq!(nothing.problems()[0].code, ProblemCode::NothingSaid);
}

#[tokio::test]
async fn a_failed_form_comes_back_whole_and_goes_through_once_it_is_right() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 2).await;
    let browser = Browser::signed_in(&stage.bench, &stage.lead).await;
    let [a, b] = [stage.measures[0], stage.measures[1]];
    let row = |id: i64, percent: &str, done: &str| {
        let field = |name: &str, value: &str| (format!("rows[{id}][{name}]"), value.to_owned());
        vec![
            field("lock_version", "0"),
            field("status", "in_progress"),
            field("status_before", "not_started"),
            field("percent", percent),
            field("percent_before", "0"),
            field("done", done),
        ]
    };
    let send = async |percent: &str| {
        let mut fields = row(a, "10", "La première");
        fields.extend(row(b, percent, "La seconde"));
        fields.push(("text_lang".into(), "fr".into()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser.send("/do/report-many", "/report?lang=en", &fields).await
    };
    assert_eq!(location(&send("plein").await), "/report?lang=en");
    let shown = browser.open("/report?lang=en").await.text();
    for words in
        ["La première", "La seconde", "value=\"plein\"", "Nothing was recorded yet", &format!("href=\"#field-rows-{b}-percent\"")]
    {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    assert_eq!(location(&send("20").await), "/report?done=updates-recorded");
    assert!(stage.bench.measures(stage.plan).await.iter().all(|measure| measure.lock_version == 1));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn rows_are_kept_as_drafts_of_their_measures_until_they_are_sent_or_emptied(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 3).await;
    let s = &stage.bench.services;
    let [a, b, c] = stage.measures[..] else { panic!("three measures") };
    let row = |done: &str| TypedRow { done: done.into(), draft_key: "here".into(), percent: "un peu".into(), ..offered() };
    let untouched = TypedRow { draft_key: "here".into(), ..offered() };
    let rows = BTreeMap::from([(a, row("La première")), (b, row("La seconde")), (c, untouched.clone())]);
    s.save_drafts(&stage.lead, &rows, "fr").await.expect("nothing typed is refused");
    let page = s.own(&stage.lead, 1).await.expect("a page");
    let drafts: Vec<_> = page.plans[0].measures.iter().map(|own| own.draft.as_ref().map(|d| d.typed.clone())).collect();
    assert_eq!(drafts[0].as_ref().map(|typed| (typed.done.as_str(), typed.percent.as_str())), Some(("La première", "un peu")));
    assert!(drafts[1].is_some() && drafts[2].is_none(), "a row nobody touched is no draft");
    let single = s.form(&stage.lead, b).await.expect("a form").draft.expect("the same draft");
    assert_eq!((single.typed.done.as_str(), single.typed.text_lang.as_str()), ("La seconde", "fr"));

    // One was reported on meanwhile: it keeps its draft, and the others are kept as they are now.
    s.record(&stage.coordinator, b, 0, &typed("planning", "La sienne")).await.expect("the update");
    let rows = BTreeMap::from([(a, untouched.clone()), (b, row("La seconde, plus loin")), (c, row("La troisième"))]);
    assert_eq!(s.save_drafts(&stage.lead, &rows, "fr").await, Err(AppError::Conflict));
    let draft = async |id| s.form(&stage.lead, id).await.expect("a form").draft.map(|draft| draft.typed.done);
    assert_eq!(draft(a).await, None, "emptied where it was shown");
    assert_eq!(draft(b).await.as_deref(), Some("La seconde"));
    assert_eq!(draft(c).await.as_deref(), Some("La troisième"));

    let sent = TypedRow { percent: "10".into(), ..row("Autrement dit") };
    s.record_many(&stage.lead, &BTreeMap::from([(c, sent)]), "fr").await.expect("the update");
    assert_eq!(draft(c).await, None, "the form that wrote it sent it");
    let reader = stage.bench.person("Rita", None, Role::Reader).await;
    let rows = BTreeMap::from([(a, row("x"))]);
    assert_eq!(s.save_drafts(&reader, &rows, "fr").await, Err(AppError::NotAllowed));
}

#[tokio::test]
async fn a_claim_delivers_in_its_own_row_and_nothing_new_goes_with_nothing_else() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 2).await;
    let s = &stage.bench.services;
    let [a, b] = stage.measures[..] else { panic!("two measures") };
    let deliverable = stage.bench.measures(stage.plan).await[0].deliverables[0].id;
    let claim = TypedRow {
        status: "completed_to_verify".into(),
        done: "Tout".into(),
        deliverables: BTreeMap::from([(deliverable, "delivered".into())]),
        deliverables_before: BTreeMap::from([(deliverable, "not_started".into())]),
        ..offered()
    };
    let both = TypedRow { nothing_new: "yes".into(), percent: "50".into(), ..offered() };
    let refused = s.record_many(&stage.lead, &BTreeMap::from([(a, claim.clone()), (b, both)]), "fr").await.expect_err("both");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.clone(), p.code)).collect();
    assert_eq!(found, [(format!("rows[{b}][nothing_new]"), ProblemCode::NotWithThisAnswer)]);
    let nothing = TypedRow { nothing_new: "yes".into(), ..offered() };
    assert_eq!(s.record_many(&stage.lead, &BTreeMap::from([(a, claim), (b, nothing)]), "fr").await, Ok(2));
    let measures = stage.bench.measures(stage.plan).await;
    assert_eq!(measures[0].figures.facts.status, MeasureStatus::CompletedToVerify);
}

#[tokio::test]
async fn the_rows_are_saved_by_the_second_button_and_stand_in_the_form_again() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 2).await;
    let browser = Browser::signed_in(&stage.bench, &stage.lead).await;
    let id = stage.measures[0];
    let field = |name: &str| format!("rows[{id}][{name}]");
    let (version, done, key) = (field("lock_version"), field("done"), field("draft_key"));
    let fields = [(version.as_str(), "0"), (done.as_str(), "À moitié"), (key.as_str(), "k"), ("text_lang", "fr"), ("page", "1")];
    assert_eq!(location(&browser.send("/do/save-drafts", "/report", &fields).await), "/report?done=draft-saved");
    let shown = browser.open("/report?lang=en").await.text();
    for words in ["À moitié", "This row holds your draft", "data-draft-save=\"/do/save-drafts\"", "[text_lang]\""] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    let script = browser.server().post("/do/save-drafts").form(&fields).await;
    assert_eq!(script.status_code(), 200, "a script is not sent elsewhere: {}", script.text());
}

#[tokio::test]
async fn a_named_owner_is_shown_the_form_whatever_their_role() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 1).await;
    let member = stage.bench.person("Max", None, Role::Member).await;
    let browser = Browser::signed_in(&stage.bench, &member).await;
    assert!(!browser.open("/?lang=en").await.text().contains("All my measures in one form"));
    let (owner, id) = (member.actor.person, stage.measures[0]);
    stage
        .bench
        .write(async |tx| {
            use sea_orm::{ActiveValue::Set, EntityTrait};
            use server::store::entities::measure;
            let row = measure::ActiveModel { id: Set(id), owner_id: Set(Some(owner)), ..Default::default() };
            measure::Entity::update(row).exec(tx).await?;
            Ok(())
        })
        .await;
    assert!(browser.open("/?lang=en").await.text().contains("All my measures in one form"));
}

#[tokio::test]
async fn a_row_does_not_replace_a_draft_from_elsewhere_unless_it_is_told_to() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 2).await;
    let s = &stage.bench.services;
    let [a, b] = stage.measures[..] else { panic!("two measures") };
    let long = TypedProgress { draft_key: "elsewhere".into(), ..typed("planning", "Une longue page") };
    s.save_draft(&stage.lead, a, 0, &long).await.expect("a draft");
    let row = |done: &str| TypedRow { done: done.into(), draft_key: "here".into(), ..offered() };
    let rows = BTreeMap::from([(a, row("Un mot")), (b, row("La seconde"))]);
    assert_eq!(s.save_drafts(&stage.lead, &rows, "fr").await, Err(AppError::Conflict));
    let draft = async |id| s.form(&stage.lead, id).await.expect("a form").draft.map(|draft| draft.typed.done);
    assert_eq!(draft(a).await.as_deref(), Some("Une longue page"));
    assert_eq!(draft(b).await.as_deref(), Some("La seconde"), "the other rows are kept");

    let browser = Browser::signed_in(&stage.bench, &stage.lead).await;
    let field = |name: &str| format!("rows[{a}][{name}]");
    let (version, done, key) = (field("lock_version"), field("done"), field("draft_key"));
    let fields = [(version.as_str(), "0"), (done.as_str(), "Un mot"), (key.as_str(), "here"), ("text_lang", "fr"), ("page", "1")];
    assert_eq!(location(&browser.send("/do/save-drafts", "/report?lang=en", &fields).await), "/report?lang=en");
    let shown = browser.open("/report?lang=en").await.text();
    let replaces = format!("name=\"rows[{a}][replaces]\" value=\"elsewhere\"");
    for words in ["Another draft of yours", "Une longue page", "Un mot", &replaces] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    let rows = BTreeMap::from([(a, TypedRow { replaces: "elsewhere".into(), ..row("Un mot") })]);
    s.save_drafts(&stage.lead, &rows, "fr").await.expect("it was told to");
    assert_eq!(draft(a).await.as_deref(), Some("Un mot"));
}

/// What a form of two rows says when it is sent.
fn two_rows(a: i64, b: i64) -> Vec<(String, String)> {
    let row = |id: i64, done: &str| {
        let field = |name: &str, value: &str| (format!("rows[{id}][{name}]"), value.to_owned());
        [field("lock_version", "0"), field("status", "in_progress"), field("status_before", "not_started"), field("done", done)]
    };
    let mut fields: Vec<_> = row(a, "La première").into_iter().chain(row(b, "Mes mots")).collect();
    fields.push(("text_lang".to_owned(), "fr".to_owned()));
    fields
}

#[tokio::test]
async fn the_words_of_a_row_that_left_the_form_are_shown_with_the_reason() {
    use sea_orm::{ActiveValue::Set, EntityTrait};
    use server::store::entities::measure;
    let ends = measure::ActiveModel { status: Set(MeasureStatus::NoLongerApplicable), ..Default::default() };
    let handed = measure::ActiveModel { lead_organisation_id: Set(None), ..Default::default() };
    let claimed =
        measure::ActiveModel { status: Set(MeasureStatus::CompletedToVerify), lock_version: Set(1), ..Default::default() };
    for (change, code, words) in [
        (ends, ProblemCode::HasEnded, "This measure has come to an end."),
        (handed, ProblemCode::NotYours, "You do not answer for this measure any more."),
        (claimed, ProblemCode::ChangedMeanwhile, "it waits for verification"),
    ] {
        let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 2).await;
        let (s, [a, b]) = (&stage.bench.services, [stage.measures[0], stage.measures[1]]);
        let row = measure::ActiveModel { id: Set(b), ..change };
        stage
            .bench
            .write(async |tx| {
                measure::Entity::update(row.clone()).exec(tx).await?;
                Ok(())
            })
            .await;
        let rows = |first: &str| {
            let row = |done: &str| TypedRow { done: done.into(), draft_key: "here".into(), ..offered() };
            BTreeMap::from([(a, row(first)), (b, row("Mes mots"))])
        };
        let refused = s.record_many(&stage.lead, &rows("La première"), "fr").await.expect_err("a row is gone");
        let found: Vec<_> = refused.problems().iter().map(|problem| (problem.field.clone(), problem.code)).collect();
        assert_eq!(found, [(format!("rows[{b}][done]"), code)]);
        assert_eq!(s.save_drafts(&stage.lead, &rows("La première"), "fr").await, Err(AppError::Conflict));
        let kept = s.drafts(&stage.lead).await.expect("drafts");
        assert_eq!(kept.iter().map(|draft| draft.measure).collect::<Vec<_>>(), [a], "the other row is kept");

        let browser = Browser::signed_in(&stage.bench, &stage.lead).await;
        let fields = two_rows(a, b);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(location(&browser.send("/do/report-many", "/report?lang=en", &fields).await), "/report?lang=en");
        let shown = browser.open("/report?lang=en").await.text();
        for words in ["Mes mots", "La première", words, &format!("href=\"#left-{b}\""), &format!("id=\"left-{b}\"")] {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
    }
}

#[tokio::test]
async fn a_form_that_failed_on_the_second_page_has_lost_no_rows_on_the_first() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 26).await;
    let second = stage.bench.services.own(&stage.lead, 2).await.expect("the second page");
    let id = ids(&second)[0];
    let field = |name: &str| format!("rows[{id}][{name}]");
    let (version, percent, done) = (field("lock_version"), field("percent"), field("done"));
    let row = [(version.as_str(), "0"), (percent.as_str(), "lots"), (done.as_str(), "Mes mots")];
    let fields: Vec<(&str, &str)> = row.into_iter().chain([("text_lang", "fr"), ("page", "2")]).collect();
    let browser = Browser::signed_in(&stage.bench, &stage.lead).await;
    let page = "/report?lang=en&page=2";
    assert_eq!(location(&browser.send("/do/report-many", page, &fields).await), page);
    let first = browser.open("/report?lang=en&page=1").await.text();
    assert!(!first.contains(&format!("left-{id}\"")), "{first}");
    assert!(first.contains(&format!("href=\"/report?page=2#field-rows-{id}-percent\"")), "{first}");
    let second = browser.open(page).await.text();
    let href = format!("href=\"#field-rows-{id}-percent\"");
    assert!(second.contains("Mes mots") && second.contains(&href), "{second}");
}
