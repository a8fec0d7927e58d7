//! Drafts are their writer's alone, and gone once they are sent.

use super::{Stage, typed};
use crate::support::{Bench, Browser, Db, location};
use app::{backend::Measures, backend::Progress, error::AppError};
use domain::{
    measure::MeasureStatus,
    people::Role,
    problem::{Problem, ProblemCode},
    progress::{TypedProgress, UpdateKind},
};
use rstest::rstest;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_half_finished_draft_comes_back_to_its_writer_alone_and_sending_removes_it(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 1).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    let mut half = typed("no such status", "À moit\0ié");
    (half.percent, half.draft_key) = ("environ".into(), "the-view".into());
    s.save_draft(&stage.lead, id, 0, &half).await.expect("nothing typed is refused");
    half.done = "À moitié, plus loin".into();
    s.save_draft(&stage.lead, id, 0, &half).await.expect("a draft in place of the one before");

    let draft = s.form(&stage.lead, id).await.expect("a form").draft.expect("a draft");
    assert_eq!((draft.typed, draft.is_stale), (half.clone(), false));
    let waiting = s.drafts(&stage.lead).await.expect("drafts");
    assert_eq!(waiting.iter().map(|draft| draft.measure).collect::<Vec<_>>(), [id]);
    assert_eq!(s.form(&stage.coordinator, id).await.expect("a form").draft, None, "also not for the coordinator");
    assert!(s.drafts(&stage.coordinator).await.expect("drafts").is_empty());

    let whole = TypedProgress { draft_key: "the-view".into(), ..typed("planning", "Un plan") };
    s.record(&stage.lead, id, 0, &whole).await.expect("the update");
    assert_eq!(s.form(&stage.lead, id).await.expect("a form").draft, None);
    let late = s.save_draft(&stage.lead, id, 0, &half).await;
    assert_eq!(late, Err(AppError::Conflict), "a draft that arrives after the report would come back for ever");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_draft_says_when_somebody_reported_since_and_can_be_given_up(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 1).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    s.save_draft(&stage.lead, id, 0, &typed("planning", "Le mien")).await.expect("a draft");
    s.record(&stage.coordinator, id, 0, &typed("in_progress", "Le sien")).await.expect("the update");
    assert!(s.form(&stage.lead, id).await.expect("a form").draft.expect("a draft").is_stale);
    s.discard_draft(&stage.coordinator, id).await.expect("nothing to give up");
    assert!(s.form(&stage.lead, id).await.expect("a form").draft.is_some(), "nobody gives up somebody else's");
    s.discard_draft(&stage.lead, id).await.expect("given up");
    assert_eq!(s.form(&stage.lead, id).await.expect("a form").draft, None);
}

#[tokio::test]
async fn nobody_keeps_a_draft_on_what_they_may_not_report_on() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 1).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    let reader = stage.bench.person("Rita", None, Role::Reader).await;
    let stranger = stage.bench.person_with("Nobody", None, &[]).await;
    assert_eq!(s.save_draft(&reader, id, 0, &typed("planning", "x")).await, Err(AppError::NotAllowed));
    assert_eq!(s.save_draft(&stranger, id, 0, &typed("planning", "x")).await, Err(AppError::NotFound));
    assert_eq!(s.discard_draft(&stranger, id).await, Err(AppError::NotFound));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn nothing_new_is_an_answer_that_keeps_status_and_forecast(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 1).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    let mut said = typed("in_progress", "Une rencontre");
    (said.percent, said.forecast) = ("40".into(), "juin 2018".into());
    s.record(&stage.lead, id, 0, &said).await.expect("the update");
    let later = stage.bench.on("2018-04-20");
    let mut nothing = typed("planning", " ");
    nothing.nothing_new = "yes".into();
    let refused = later.record(&stage.lead, id, 1, &nothing).await.expect_err("another status is something new");
    assert_eq!(refused.problems(), [Problem::new("nothing_new", ProblemCode::NotWithThisAnswer)]);
    nothing.status = "in_progress".into();
    assert!(later.form(&stage.lead, id).await.expect("a form").measure.flags.silent);
    later.record(&stage.lead, id, 1, &nothing).await.expect("an answer");
    let page = Measures::show(&later, &stage.lead, id, 1).await.expect("a page");
    assert_eq!((page.row.status, page.row.percent, page.row.flags.silent), (MeasureStatus::InProgress, 40, false));
    assert_eq!(page.row.forecast.map(|due| due.to_string()).as_deref(), Some("2018-06"));
    assert_eq!((page.updates[0].kind, page.updates[1].kind), (UpdateKind::NothingNew, UpdateKind::Progress));
}

#[tokio::test]
async fn a_draft_is_saved_by_the_second_button_or_by_a_script_and_shown_in_my_work() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 1).await;
    let (id, browser) = (stage.measures[0], Browser::signed_in(&stage.bench, &stage.lead).await);
    let (page, measure) = (format!("/measures/{id}/report"), id.to_string());
    let fields = |done| {
        [("measure", measure.as_str()), ("lock_version", "0"), ("status", "planning"), ("done", done), ("percent", "un peu")]
    };
    let saved = browser.send("/do/save-draft", &page, &fields("Par le bouton")).await;
    assert_eq!(location(&saved), format!("{page}?done=draft-saved"));
    let shown = browser.open(&format!("{page}?lang=en")).await.text();
    assert!(
        shown.contains("Par le bouton") && shown.contains("value=\"un peu\"") && shown.contains("This is your draft"),
        "{shown}"
    );
    let script = browser.server().post("/do/save-draft").form(&fields("Par le script")).await;
    assert_eq!(script.status_code(), 200, "a script is not sent elsewhere: {}", script.text());
    let work = browser.open("/").await.text();
    assert!(work.contains("Drafts waiting") && work.contains("Continue the draft"), "{work}");

    let nobody = Browser::stranger(&stage.bench.services);
    let refused = nobody.server().post("/do/save-draft").form(&fields("x")).await;
    assert!(refused.status_code() != 200 && refused.text().contains("not_signed_in"), "the script tells it by this word");
    assert_eq!(location(&browser.send("/do/discard-draft", &page, &fields("")).await), format!("{page}?done=draft-discarded"));
    assert!(!browser.open("/").await.text().contains("Drafts waiting"));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_draft_whose_words_were_not_sent_stays(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 1).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    let long = TypedProgress { draft_key: "elsewhere".into(), ..typed("planning", "Une longue page") };
    s.save_draft(&stage.lead, id, 0, &long).await.expect("a draft");
    let nothing = TypedProgress { nothing_new: "yes".into(), ..typed("", "") };
    s.record(&stage.lead, id, 0, &nothing).await.expect("an answer");
    let draft = s.form(&stage.lead, id).await.expect("a form").draft.expect("it is still there");
    assert_eq!((draft.typed.done.as_str(), draft.is_stale), ("Une longue page", true));
    s.record(&stage.lead, id, 1, &typed("planning", "Une longue page, envoyée")).await.expect("the update");
    assert_eq!(s.form(&stage.lead, id).await.expect("a form").draft, None, "all of it was said");
}

#[tokio::test]
async fn a_draft_about_what_has_ended_is_read_in_my_work_and_given_up_there() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 1).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    s.save_draft(&stage.lead, id, 0, &typed("planning", "Mes mots <b>")).await.expect("a draft");
    stage
        .bench
        .write(async |tx| {
            use sea_orm::{ActiveValue::Set, EntityTrait};
            use server::store::entities::measure;
            let row = measure::ActiveModel { id: Set(id), status: Set(MeasureStatus::NoLongerApplicable), ..Default::default() };
            measure::Entity::update(row).exec(tx).await?;
            Ok(())
        })
        .await;
    let waiting = s.drafts(&stage.lead).await.expect("drafts");
    assert_eq!(waiting[0].kept.as_ref().map(|kept| kept.done.as_str()), Some("Mes mots <b>"));
    let browser = Browser::signed_in(&stage.bench, &stage.lead).await;
    let work = browser.open("/?lang=en").await.text();
    assert!(work.contains("Mes mots &lt;b&gt;") || work.contains("Mes mots &lt;b>"), "{work}");
    assert!(!work.contains("Continue the draft"), "there is no form to go on with: {work}");
    let measure = id.to_string();
    let fields = [("measure", measure.as_str()), ("from", "work")];
    assert_eq!(location(&browser.send("/do/discard-draft", "/", &fields).await), "/?done=draft-discarded");
    assert!(s.drafts(&stage.lead).await.expect("drafts").is_empty());
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_draft_saved_on_one_device_does_not_replace_that_of_another(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let stage = Stage::of(bench, 1).await;
    let (s, id) = (&stage.bench.services, stage.measures[0]);
    let draft = |key: &str, done: &str| TypedProgress { draft_key: key.into(), ..typed("planning", done) };
    let saved = async || s.form(&stage.lead, id).await.expect("a form").draft.expect("a draft").typed.done;
    s.save_draft(&stage.lead, id, 0, &draft("desk", "Une longue page")).await.expect("a draft");
    let short = draft("telephone", "Un mot");
    assert_eq!(s.save_draft(&stage.lead, id, 0, &short).await, Err(AppError::Conflict));
    assert_eq!(saved().await, "Une longue page");
    let more = draft("telephone", "Une longue page, et un mot");
    s.save_draft(&stage.lead, id, 0, &more).await.expect("nothing of the other is lost");
    let back = draft("desk", "Une longue page sans le mot");
    assert_eq!(s.save_draft(&stage.lead, id, 0, &back).await, Err(AppError::Conflict), "the other way round");
    s.save_draft(&stage.lead, id, 0, &draft("telephone", "")).await.expect("cleared on purpose where it was written");
    s.save_draft(&stage.lead, id, 0, &back).await.expect("no words are in its place");
    assert_eq!(saved().await, "Une longue page sans le mot");
}

#[tokio::test]
async fn both_drafts_are_shown_and_either_can_be_kept() {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite"), 1).await;
    let (id, browser) = (stage.measures[0], Browser::signed_in(&stage.bench, &stage.lead).await);
    let (page, measure) = (format!("/measures/{id}/report"), id.to_string());
    let fields = |key, done, replaces| {
        let rest = [("draft_key", key), ("done", done), ("replaces", replaces), ("text_lang", "fr")];
        let mut fields = vec![("measure", measure.as_str()), ("lock_version", "0"), ("status", "planning")];
        fields.extend(rest);
        fields
    };
    let save = async |key, done, replaces| location(&browser.send("/do/save-draft", &page, &fields(key, done, replaces)).await);
    assert_eq!(save("desk", "Une longue page", "").await, format!("{page}?done=draft-saved"));
    let script = browser.server().post("/do/save-draft").form(&fields("telephone", "Un mot", "")).await;
    assert!(script.status_code() != 200 && script.text().contains("conflict"), "the script tells it by this word");
    assert_eq!(save("telephone", "Un mot", "").await, page);
    let shown = browser.open(&format!("{page}?lang=en")).await.text();
    for words in [
        "You saved another draft of this report elsewhere",
        "Une longue page",
        "Un mot",
        "name=\"draft_key\" value=\"telephone\"",
        "name=\"replaces\" value=\"desk\"",
    ] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    let fresh = browser.open(&format!("{page}?afresh=1")).await.text();
    assert!(fresh.contains("Une longue page") && !fresh.contains("Un mot"), "the way to keep the other: {fresh}");
    assert_eq!(save("telephone", "Un mot", "desk").await, format!("{page}?done=draft-saved"));
    let shown = browser.open(&page).await.text();
    assert!(shown.contains("Un mot") && !shown.contains("Une longue page"), "{shown}");
}
