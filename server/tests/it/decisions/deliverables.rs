//! A deliverable with a date of its own moves with its measure when that is asked and granted, and never by more; what
//! was promised first stays, on every page and in the report of any day.

use super::scene::{Scene, as_asked, problems, refused};
use crate::support::{Browser, Db, day, location};
use app::{
    api::common::DeliverableView,
    backend::{Caller, Decisions, Measures, Progress, Reports},
    error::AppError,
};
use domain::{
    extensions::{TypedExtension, TypedRuling},
    problem::ProblemCode,
    progress::TypedProgress,
    text::Lang,
    workflow::{FateChoice, TypedFate},
};
use rstest::rstest;
use sea_orm::{EntityTrait, QueryOrder};
use server::{
    documents::{Format, Report, render},
    services::reports::program_caller,
    store::{
        audit,
        entities::{audit as rows, deliverable, outbox},
        measures, own_data,
    },
};
use std::collections::BTreeMap;

impl Scene {
    /// Gives the deliverable of a measure a date of its own, as if it had been promised so; answers its id.
    async fn dated(&self, index: usize, date: &str) -> i64 {
        let deliverable = self.measure(index).await.deliverables.remove(0);
        let due = date.parse().expect("a due date");
        self.bench.write(async |tx| measures::edit_deliverable(tx, deliverable.id, &deliverable.title, Some(due)).await).await;
        deliverable.id
    }

    /// Asks for a later date of a measure and of one of its deliverables.
    async fn ask_with(&self, who: &Caller, index: usize, date: &str, of: (i64, &str)) -> Result<i64, AppError> {
        let measure = self.measure(index).await;
        let typed = TypedExtension {
            new_date: date.into(),
            deliverable_dates: BTreeMap::from([(of.0, of.1.to_owned())]),
            extension_reason: "L’appel d’offres a été repris".into(),
            impact: "La mesure 2 attend".into(),
            text_lang: "fr".into(),
        };
        self.bench.services.request_extension(who, measure.figures.id, measure.lock_version, &typed).await
    }

    /// The first and the current date of the deliverable of a measure.
    async fn own_dates(&self, index: usize) -> (String, String) {
        let deliverable = self.measure(index).await.deliverables.remove(0);
        let words = |due: Option<domain::dates::DueDate>| due.map(|due| due.to_string()).unwrap_or_default();
        (words(deliverable.original()), words(deliverable.current()))
    }

    /// The deliverable of the first measure as the report of a day tells it.
    async fn reported(&self, of: &str) -> DeliverableView {
        let reader = program_caller("test", Lang::En);
        let report = Reports::meeting(&self.bench.services, &reader, self.plan, Some(day(of))).await.expect("the report");
        report.recommendations[0].measures[0].deliverables[0].clone()
    }
}

fn other(date: &str, of: (i64, &str)) -> TypedRuling {
    TypedRuling {
        answer: "other_date".into(),
        granted_date: date.into(),
        granted_dates: BTreeMap::from([(of.0, of.1.to_owned())]),
        ..as_asked()
    }
}

fn dates(first: &str, current: &str) -> (String, String) {
    (first.to_owned(), current.to_owned())
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn granted_as_asked_it_moves_from_the_day_of_the_decision_and_the_first_date_stays(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let id = scene.dated(0, "2018-03").await;
    let request = scene.ask_with(&scene.luc, 0, "septembre 2018", (id, "août 2018")).await.expect("a request");
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-03"), "asking moves nothing");

    let scene = scene.later("2018-05-10");
    let before = scene.reported("2018-05-09").await;
    assert_eq!((before.days_late, before.days_late_original), (39, 39));
    scene.rule(&scene.eve, request, as_asked()).await.expect("a decision");
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-08"));
    assert_eq!(scene.reported("2018-05-09").await, before, "the day before still tells the date that held then");
    let since = scene.reported("2018-05-10").await;
    assert_eq!((since.days_late, since.days_late_original), (0, 40));
    assert_eq!(since.moved_from().map(|due| due.to_string()).as_deref(), Some("2018-03"));

    let shown = Measures::show(&scene.bench.services, &scene.rita, scene.measure(0).await.figures.id, 1).await.expect("a page");
    let told = &shown.extensions[0].deliverables[0];
    let told = [told.original, told.from, told.asked, told.granted.expect("granted")].map(|due| due.to_string());
    assert_eq!(told, ["2018-03", "2018-03", "2018-08", "2018-08"]);
    let again = scene.ask_with(&scene.luc, 0, "décembre 2018", (id, "octobre 2018")).await.expect("another request");
    scene.rule(&scene.eve, again, as_asked()).await.expect("a decision");
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-10"), "the latest granted date is the current one");
    assert_eq!(scene.bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn with_another_date_for_the_measure_each_deliverable_gets_one_that_is_not_later(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let id = scene.dated(0, "2018-03").await;
    let field = format!("granted_dates[{id}]");
    let request = scene.ask_with(&scene.luc, 0, "décembre 2018", (id, "novembre 2018")).await.expect("a request");
    for (ruling, code) in [
        (other("juin 2018", (id, "novembre 2018")), ProblemCode::AfterTheMeasure),
        (other("juin 2018", (id, "mars 2018")), ProblemCode::NotAfterCurrent),
        (other("juin 2018", (id, "bientôt")), ProblemCode::NotADate),
        (TypedRuling { granted_date: String::new(), ..other("", (id, "mai 2018")) }, ProblemCode::Required),
        (
            TypedRuling { answer: "as_asked".into(), granted_date: String::new(), ..other("", (id, "mai 2018")) },
            ProblemCode::NotAsAsked,
        ),
        (
            TypedRuling { granted_dates: BTreeMap::from([(id, "mai 2018".to_owned())]), ..refused() },
            ProblemCode::NotWithThisAnswer,
        ),
    ] {
        let expected = if code == ProblemCode::Required { "granted_date" } else { field.as_str() };
        assert_eq!(problems(scene.rule(&scene.eve, request, ruling).await), [(expected.to_owned(), code)]);
    }
    let unknown = problems(scene.rule(&scene.eve, request, other("juin 2018", (999, "mai 2018"))).await);
    assert_eq!(unknown, [("granted_dates[999]".to_owned(), ProblemCode::NotAChoice)]);
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-03"));
    scene.rule(&scene.eve, request, other("juin 2018", (id, "mai 2018"))).await.expect("a decision");
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-05"));

    let second = scene.ask_with(&scene.luc, 0, "décembre 2018", (id, "novembre 2018")).await.expect("a request");
    scene.rule(&scene.eve, second, other("octobre 2018", (id, ""))).await.expect("a decision for the measure alone");
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-05"), "left empty, it keeps its date");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_refusal_and_a_request_taken_back_move_nothing(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let id = scene.dated(0, "2018-03").await;
    let request = scene.ask_with(&scene.luc, 0, "septembre 2018", (id, "août 2018")).await.expect("a request");
    // The form sends what it was filled with, also with a refusal.
    let refusal = TypedRuling { granted_dates: BTreeMap::from([(id, "août 2018".to_owned())]), ..refused() };
    scene.rule(&scene.eve, request, refusal).await.expect("a decision");
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-03"));
    let request = scene.ask_with(&scene.luc, 0, "septembre 2018", (id, "août 2018")).await.expect("another request");
    let version = scene.measure(0).await.lock_version;
    scene.bench.services.withdraw_extension(&scene.luc, request, version).await.expect("taken back");
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-03"));
    let page = scene.bench.services.extension(&scene.luc, request).await.expect("a page");
    assert_eq!(page.request.deliverables[0].asked.to_string(), "2018-08", "what was asked stays on record");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn only_an_open_deliverable_with_its_own_date_is_asked_and_one_that_was_dropped_is_not_granted(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let without = scene.measure(1).await.deliverables[0].id;
    let refused = problems(scene.ask_with(&scene.luc, 1, "décembre 2018", (without, "août 2018")).await);
    assert_eq!(refused, [(format!("deliverable_dates[{without}]"), ProblemCode::NotAChoice)], "it goes with its measure");
    let id = scene.dated(0, "2018-03").await;
    let of_another = problems(scene.ask_with(&scene.luc, 1, "décembre 2018", (id, "août 2018")).await);
    assert_eq!(of_another, [(format!("deliverable_dates[{id}]"), ProblemCode::NotAChoice)]);
    let too_late = problems(scene.ask_with(&scene.luc, 0, "juin 2018", (id, "août 2018")).await);
    assert_eq!(too_late, [(format!("deliverable_dates[{id}]"), ProblemCode::AfterTheMeasure)]);

    let request = scene.ask_with(&scene.luc, 0, "septembre 2018", (id, "août 2018")).await.expect("a request");
    let dropped = TypedFate { retired_deliverable: id.to_string(), ..super::scene::fate(FateChoice::DeliverableRetired) };
    scene.decide(&scene.eve, 0, dropped).await.expect("a decision");
    scene.rule(&scene.eve, request, as_asked()).await.expect("a decision");
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-03"), "it is not to be handed over on any day");

    let delivered = scene.dated(2, "2018-03").await;
    let measure = scene.measure(2).await;
    let typed = TypedProgress {
        status: "in_progress".into(),
        done: "Formés".into(),
        text_lang: "fr".into(),
        deliverables: BTreeMap::from([(delivered, "delivered".to_owned())]),
        ..TypedProgress::default()
    };
    scene.bench.services.record(&scene.gina, measure.figures.id, measure.lock_version, &typed).await.expect("an update");
    let refused = problems(scene.ask_with(&scene.gina, 2, "septembre 2018", (delivered, "août 2018")).await);
    assert_eq!(refused, [(format!("deliverable_dates[{delivered}]"), ProblemCode::NotAChoice)]);
}

#[tokio::test]
async fn nobody_moves_the_row_in_which_the_first_date_is_kept() {
    let scene = Scene::sqlite().await;
    let id = scene.dated(0, "2018-03").await;
    let row = async || scene.bench.write(async |tx| Ok(deliverable::Entity::find_by_id(id).one(tx).await?)).await.expect("a row");
    let before = row().await;
    let request = scene.ask_with(&scene.luc, 0, "septembre 2018", (id, "août 2018")).await.expect("a request");
    scene.rule(&scene.eve, request, as_asked()).await.expect("a decision");
    // An amendment rewords what moved; it takes neither date for its own.
    use app::backend::Editing;
    let measure = scene.measure(0).await;
    let form = scene.bench.services.measure_form(&scene.claire, measure.figures.id).await.expect("the form");
    let shown = &form.deliverables[0];
    let shown = (shown.due.map(|due| due.to_string()), shown.granted.map(|due| due.to_string()));
    assert_eq!(shown, (Some("2018-03".into()), Some("2018-08".into())));
    let mut typed = crate::plan_life::as_shown(&form, "Plus clair");
    typed.deliverables[0].title_fr = "Un rapport".into();
    for date in ["2018-08", "2018-12", "2018-03"] {
        typed.deliverables[0].due = date.into();
        let edited = scene.bench.services.edit_measure(&scene.claire, measure.figures.id, measure.lock_version, &typed).await;
        match date {
            "2018-03" => edited.expect("the date it was promised for"),
            _ => assert_eq!(problems(edited), [("deliverables[0][due]".to_owned(), ProblemCode::BaselineFrozen)]),
        }
    }
    assert_eq!(scene.own_dates(0).await, dates("2018-03", "2018-08"));
    let after = row().await;
    assert_eq!((after.due_on, after.due_precision), (before.due_on, before.due_precision));
}

#[tokio::test]
async fn the_mails_the_trail_the_files_and_the_own_data_tell_it_too() {
    let scene = Scene::sqlite().await;
    let id = scene.dated(0, "2018-03").await;
    let request = scene.ask_with(&scene.luc, 0, "septembre 2018", (id, "août 2018")).await.expect("a request");
    let mails = async || scene.bench.write(async |tx| Ok(outbox::Entity::find().all(tx).await?)).await;
    let said = |mail: &outbox::Model| mail.text_body.replace(['\n', '\u{a0}'], " ");
    let asked = mails().await;
    let title = "« Rapport sur : Tenir une réunion »";
    let expected = format!("Date demandée pour le livrable {title} : août 2018 (en vigueur : mars 2018).");
    assert!(asked.iter().all(|mail| said(mail).contains(&expected)), "{}", asked[0].text_body);

    let reader = program_caller("test", Lang::Fr);
    let report = Reports::meeting(&scene.bench.services, &reader, scene.plan, None).await.expect("the report");
    let file =
        |report, format| String::from_utf8(render(&Report::Meeting(Box::new(report)), format).expect("a file")).expect("text");
    let csv = file(report.clone(), Format::Csv).replace('\u{a0}', " ");
    assert!(csv.contains("Rapport sur : Tenir une réunion (demandée : août 2018 (avant : mars 2018))"), "{csv}");
    let json: serde_json::Value = serde_json::from_str(&file(report, Format::Json)).expect("JSON");
    let asked = &json["extensions_to_decide"][0]["request"]["deliverables"][0];
    assert_eq!((&asked["asked"], &asked["granted"]), (&"2018-08".into(), &serde_json::Value::Null));

    let before = mails().await.len();
    scene.rule(&scene.eve, request, other("août 2018", (id, "juillet 2018"))).await.expect("a decision");
    let expected = format!("Nouvelle échéance du livrable {title} : juillet 2018 (avant : mars 2018).");
    let granted = mails().await;
    assert!(granted.len() > before && granted[before..].iter().all(|mail| said(mail).contains(&expected)));
    let last = scene.bench.write(async |tx| Ok(rows::Entity::find().order_by_desc(rows::Column::Id).one(tx).await?)).await;
    let changes: Vec<(String, Option<String>, Option<String>)> =
        serde_json::from_str(&last.expect("a row").changes).expect("changes");
    let change = changes.iter().find(|(field, ..)| field == "deliverable_due").expect("the date of the deliverable");
    assert_eq!((change.1.as_deref(), change.2.as_deref()), (Some("2018-03"), Some("2018-07")));
    let report = Reports::meeting(&scene.bench.services, &reader, scene.plan, None).await.expect("the report");
    let csv = file(report, Format::Csv).replace('\u{a0}', " ");
    assert!(csv.contains("(Échéance : juillet 2018 · à l’origine mars 2018)"), "{csv}");

    for (who, table) in [(&scene.luc, "extension_dates_requested"), (&scene.eve, "extension_dates_decided")] {
        let all = scene.bench.write(async |tx| own_data::of(tx, who.actor.person).await).await;
        assert_eq!(all[table][0]["deliverable_id"], id, "{table}");
    }
}

#[tokio::test]
async fn plain_forms_ask_and_grant_it_and_keep_what_was_typed() {
    let scene = Scene::sqlite().await;
    let id = scene.dated(0, "2018-03").await;
    let (luc, eve) = (Browser::signed_in(&scene.bench, &scene.luc).await, Browser::signed_in(&scene.bench, &scene.eve).await);
    let measure = scene.measure(0).await.figures.id.to_string();
    let page = format!("/measures/{measure}/extension");
    let field = format!("deliverable_dates[{id}]");
    let form = luc.open(&format!("{page}?lang=en")).await.text();
    assert!(form.contains(&format!("name=\"{field}\"")) && form.contains("Due March 2018"), "{form}");
    let other_page = format!("/measures/{}/extension", scene.measure(1).await.figures.id);
    assert!(!luc.open(&other_page).await.text().contains("name=\"deliverable_dates"), "its deliverable goes with it");

    let ask = async |date: &str| {
        let fields = [
            ("measure", measure.as_str()),
            ("lock_version", "0"),
            ("new_date", "septembre 2018"),
            (field.as_str(), date),
            ("extension_reason", "Parce que"),
            ("impact", "Le guide attend"),
            ("text_lang", "fr"),
        ];
        location(&luc.send("/do/ask-extension", &page, &fields).await)
    };
    assert_eq!(ask("octobre 2018").await, page);
    let back = luc.open(&format!("{page}?lang=en")).await.text();
    let at = format!("field-deliverable-dates-{id}");
    for words in [
        format!("href=\"#{at}\""),
        format!("id=\"{at}-problem\""),
        "value=\"octobre 2018\"".into(),
        "A deliverable cannot be due after its measure".into(),
    ] {
        assert!(back.contains(&words), "{words} is not in {back}");
    }
    assert_eq!(ask("août 2018").await, format!("/measures/{measure}?done=extension-asked"));

    let field = format!("granted_dates[{id}]");
    let shown = eve.open("/extensions/1?lang=en").await.text();
    for words in ["Deliverables that move with the measure", "August 2018", "value=\"August 2018\"", &format!("name=\"{field}\"")]
    {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    let grant = async |date: &str| {
        let fields = [
            ("extension", "1"),
            ("lock_version", "1"),
            ("answer", "other_date"),
            ("granted_date", "juillet 2018"),
            (field.as_str(), date),
            ("text_lang", "fr"),
        ];
        location(&eve.send("/do/decide-extension", "/extensions/1", &fields).await)
    };
    assert_eq!(grant("août 2018").await, "/extensions/1");
    let back = eve.open("/extensions/1?lang=en").await.text();
    let at = format!("field-granted-dates-{id}");
    for words in [format!("href=\"#{at}\""), format!("id=\"{at}-problem\""), "value=\"août 2018\"".into()] {
        assert!(back.contains(&words), "{words} is not in {back}");
    }
    assert_eq!(grant("juin 2018").await, format!("/measures/{measure}?done=extension-decided"));
    let plan = format!("/plans/{}", scene.plan);
    let pages = [
        format!("/measures/{measure}"),
        plan,
        format!("/measures/{measure}/report"),
        format!("{}/evidence", page.replace("/extension", "")),
    ];
    for address in pages {
        let shown = luc.open(&format!("{address}?lang=en")).await.text().replace('\u{a0}', " ");
        assert!(shown.contains("June 2018") && shown.contains("originally March 2018"), "{address}: {shown}");
    }
    let measure = luc.open(&format!("/measures/{measure}?lang=en")).await.text();
    for words in
        ["Deliverable: original", "Deliverable: granted", "new date: June 2018 (asked for: August 2018; before: March 2018)"]
    {
        assert!(measure.contains(words), "{words} is not in {measure}");
    }
    let report = eve.open(&format!("/plans/{}/meeting-report?lang=en", scene.plan)).await.text();
    assert!(report.contains("new date: June 2018 (asked for: August 2018; before: March 2018)"), "{report}");
}
