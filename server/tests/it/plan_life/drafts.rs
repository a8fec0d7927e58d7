//! A draft is edited freely: every field, both languages, dates too; what does not belong is taken out.

use super::*;
use app::{api::plans::PlanFilter, backend::Plans};
use domain::trail::RecordKind;
use domain::{dates::DueDate, plan::ResponseKind};
use rstest::rstest;
use server::store::audit::{Which, history};

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn every_field_of_a_draft_plan_is_put_right_with_the_old_and_the_new_in_the_trail(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_draft(db, &["Revoir le mandat"]).await else { return };
    let (shown, version) = plan_as_shown(&bench, &claire, plan).await;
    let typed = TypedPlanEdit {
        title: TypedText::new("The plan".into(), "Le plan d’action".into()),
        source_kind: "audit".into(),
        source_url: "https://example.gc.ca/rapport".into(),
        published_on: "2017-11-30".into(),
        needs_evidence: "yes".into(),
        answer: TypedAnswer {
            kind: "partially_accepted".into(),
            text: shown.answer.text.clone(),
            reason: TypedText::new(String::new(), "Le budget manque".into()),
        },
        ..shown
    };
    bench.services.edit_plan(&claire, plan, version, &typed).await.expect("the edit");
    let form = bench.services.plan_form(&claire, plan).await.expect("the form");
    assert_eq!((form.title.get(Lang::En), form.title.get(Lang::Fr)), (Some("The plan"), Some("Le plan d’action")));
    assert_eq!(form.source_url.as_deref(), Some("https://example.gc.ca/rapport"));
    assert_eq!((form.published_on, form.needs_evidence), (Some("2017-11-30".parse().unwrap()), true));
    assert_eq!(form.response.map(|response| response.kind), Some(ResponseKind::PartiallyAccepted));

    let rows = bench.write(async |tx| history(tx, &Which::record(RecordKind::Plan, plan), 0, 10).await).await;
    let changes = &rows[0].changes;
    let changed =
        |field: &str| changes.iter().find(|(name, ..)| name == field).map(|(_, old, new)| (old.as_deref(), new.as_deref()));
    assert_eq!(changed("title_en"), Some((None, Some("The plan"))));
    assert_eq!(changed("title_fr"), Some((Some("Le plan"), Some("Le plan d’action"))));
    assert_eq!(changed("source_kind"), Some((Some("evaluation"), Some("audit"))));
    assert_eq!(changed("needs_evidence"), Some((Some("no"), Some("yes"))));
    assert_eq!(changed("answer_reason_fr"), Some((None, Some("Le budget manque"))));
    assert_eq!(changed("source_title_fr"), None, "what stayed the same is not told");
    expect_whole_trail(&bench).await;
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn all_problems_of_a_form_are_told_at_once(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_draft(db, &["Revoir le mandat"]).await else { return };
    let typed = TypedPlanEdit {
        source_kind: "novel".into(),
        source_url: "javascript:alert(1)".into(),
        published_on: "last week".into(),
        answer: TypedAnswer { kind: "rejected".into(), ..TypedAnswer::default() },
        ..TypedPlanEdit::default()
    };
    let refused = problems(bench.services.edit_plan(&claire, plan, 0, &typed).await);
    let expected = [
        problem("title_fr", ProblemCode::Required),
        problem("source_kind", ProblemCode::NotAChoice),
        problem("source_url", ProblemCode::NotALink),
        problem("published_on", ProblemCode::NotADate),
        problem("answer_reason_fr", ProblemCode::ReasonRequired),
    ];
    assert_eq!(refused, expected);

    let typed = TypedMeasureEdit {
        lead: "999999".into(),
        owner: TypedOwner { person: "x".into(), words: String::new() },
        due: "soonish".into(),
        answers: [(999_999, "yes".to_owned())].into(),
        support: [(999_999, "yes".to_owned())].into(),
        deliverables: vec![TypedDeliverable { due: "avril 2018".into(), ..TypedDeliverable::default() }],
        ..TypedMeasureEdit::default()
    };
    let refused = problems(bench.services.add_measure(&claire, plan, &typed).await);
    let fields: Vec<&str> = refused.iter().map(|(field, _)| field.as_str()).collect();
    let all = ["label", "text_fr", "lead", "owner_person", "due", "deliverables[0][title_fr]", "answers", "support"];
    assert_eq!(fields, all);
    assert_eq!(ids(&bench, plan).await.len(), 1, "nothing was written");
}

#[rstest]
#[case(ResponseKind::Accepted, false)]
#[case(ResponseKind::PartiallyAccepted, true)]
#[case(ResponseKind::Rejected, true)]
#[tokio::test]
async fn a_response_says_why_unless_it_is_accepted(#[case] kind: ResponseKind, #[case] asks: bool) {
    let (bench, claire, plan) = with_draft(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    let id = recommendation(&bench, plan).await;
    let (shown, version) = recommendation_as_shown(&bench, &claire, id).await;
    let answer = TypedAnswer { kind: kind.to_string(), text: TypedText::default(), reason: TypedText::default() };
    let typed = TypedRecommendationEdit { answer, ..shown };
    let done = bench.services.edit_recommendation(&claire, id, version, &typed).await;
    if asks {
        assert_eq!(problems(done), [problem("answer_reason_fr", ProblemCode::ReasonRequired)]);
    } else {
        assert_eq!(done, Ok(()));
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_measure_of_a_draft_changes_in_all_it_has_and_its_dates_stay_one_promise(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_draft(db, &["Revoir le mandat"]).await else { return };
    let grc = bench.organisation("GRC").await;
    let id = ids(&bench, plan).await[0];
    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    assert_eq!(form.choices.organisations.len(), 2);
    let mut typed = as_shown_in_draft(&form);
    typed.text.en = "Review the terms".into();
    (typed.lead, typed.due, typed.start_on) = (grc.to_string(), "T3 2018-2019".into(), "2018-02-01".into());
    typed.owner.person = claire.actor.person.to_string();
    typed.support = [(form.choices.organisations[1].id, "yes".to_owned())].into();
    typed.deliverables[0].title_en = "Report".into();
    typed.deliverables[0].due = "mars 2018".into();
    typed.deliverables.push(TypedDeliverable { title_fr: "Mandat signé".into(), ..TypedDeliverable::default() });
    typed.deliverables.push(TypedDeliverable::default());
    bench.services.edit_measure(&claire, id, form.lock_version, &typed).await.expect("the edit");

    let stored = &bench.measures(plan).await[0];
    let dates = stored.figures.facts.dates;
    let due: DueDate = "FY2018-Q3".parse().unwrap();
    assert_eq!((dates.original(), dates.current()), (due, due));
    assert_eq!((stored.figures.lead_organisation_id, stored.figures.owner_id), (Some(grc), Some(claire.actor.person)));
    assert_eq!(stored.text.get(Lang::En), Some("Review the terms"));
    assert_eq!(stored.support.iter().map(|s| s.code.as_str()).collect::<Vec<_>>(), ["SP"]);
    let titles: Vec<_> = stored.deliverables.iter().map(|d| (d.position, d.title.get(Lang::Fr).unwrap_or_default())).collect();
    assert_eq!(titles, [(1, "Rapport sur : Revoir le mandat"), (2, "Mandat signé")]);
    assert_eq!(stored.deliverables[0].original().map(|due| due.to_string()).as_deref(), Some("2018-03"));

    let mut typed = as_shown_in_draft(&bench.services.measure_form(&claire, id).await.expect("the form"));
    (typed.deliverables[0].title_en, typed.deliverables[0].title_fr) = (String::new(), String::new());
    bench.services.edit_measure(&claire, id, stored.lock_version, &typed).await.expect("the edit");
    let left: Vec<_> = bench.measures(plan).await[0].deliverables.iter().map(|d| d.position).collect();
    assert_eq!(left, [2], "a deliverable without a title is taken out of a draft");
    expect_whole_trail(&bench).await;
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_does_not_belong_in_a_draft_is_taken_out_and_told(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_draft(db, &["Revoir le mandat", "Une erreur"]).await else { return };
    let measures = ids(&bench, plan).await;
    assert_eq!(bench.services.remove_measure(&claire, measures[1], 7).await, Err(AppError::Conflict));
    assert_eq!(bench.services.remove_measure(&claire, measures[1], 0).await, Ok(plan));
    assert_eq!(ids(&bench, plan).await, [measures[0]]);
    let rows = bench.write(async |tx| history(tx, &Which::record(RecordKind::Measure, measures[1]), 0, 10).await).await;
    assert_eq!((rows[0].action.as_str(), rows[0].who.as_deref()), ("measure_removed", Some("Claire")));
    assert!(rows[0].changes.contains(&("text_fr".into(), Some("Une erreur".into()), None)));

    let id = recommendation(&bench, plan).await;
    assert_eq!(bench.services.remove_recommendation(&claire, id, 0).await, Ok(plan));
    let page = Plans::show(&bench.services, &claire, plan, &PlanFilter::default()).await.expect("the page");
    assert_eq!((page.recommendations.len(), page.unlinked.len()), (0, 1), "the measure stays");
    expect_whole_trail(&bench).await;
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn nobody_approves_a_draft_that_was_edited_since_they_saw_it(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_draft(db, &["Revoir le mandat"]).await else { return };
    let typed =
        TypedMeasureEdit { label: "9".into(), text: TypedText::new("New".into(), String::new()), ..TypedMeasureEdit::default() };
    bench.services.add_measure(&claire, plan, &typed).await.expect("the measure");
    assert_eq!(bench.services.approve(&claire, plan, 0).await, Err(AppError::Conflict));
    bench.services.approve(&claire, plan, 1).await.expect("the approval");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_second_of_two_editors_is_told(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_draft(db, &["Revoir le mandat"]).await else { return };
    let (typed, version) = plan_as_shown(&bench, &claire, plan).await;
    let other = TypedPlanEdit { title: TypedText::new("Theirs".into(), String::new()), ..typed.clone() };
    bench.services.edit_plan(&claire, plan, version, &other).await.expect("the first");
    assert_eq!(bench.services.edit_plan(&claire, plan, version, &typed).await, Err(AppError::Conflict));
    let id = ids(&bench, plan).await[0];
    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    let typed = TypedMeasureEdit { label: "8".into(), ..as_shown_in_draft(&form) };
    bench.services.edit_measure(&claire, id, form.lock_version, &typed).await.expect("the first");
    assert_eq!(bench.services.edit_measure(&claire, id, form.lock_version, &typed).await, Err(AppError::Conflict));
}
