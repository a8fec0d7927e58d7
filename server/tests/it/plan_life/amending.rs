//! After its approval a plan is amended: with a reason, beside its baseline, and never in its dates.

use super::*;
use app::{
    api::plans::PlanFilter,
    backend::{Measures, Plans},
};
use domain::{measure::MeasureStatus, plan::BaselineEntity};
use rstest::rstest;
use server::store::baseline;

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn approving_writes_down_every_text_and_date_once(#[case] db: Db) {
    let Some((bench, _, plan)) = with_plan(db, &["Revoir le mandat", "Former l’équipe"]).await else { return };
    let written = bench.write(async |tx| baseline::of_plan(tx, plan).await).await;
    let mut kinds: Vec<_> = written.keys().map(|(entity, _)| entity.to_string()).collect();
    kinds.sort();
    let expected = ["deliverable", "deliverable", "measure", "measure", "plan", "recommendation", "response", "response"];
    assert_eq!(kinds, expected);
    let first = &bench.measures(plan).await[0];
    let approved = &written[&(BaselineEntity::Measure, first.figures.id)];
    assert_eq!((&approved.text, approved.due), (&first.text, Some(first.figures.facts.dates.original())));
    assert_eq!(approved.values, server::store::baseline::values_of_measure(first));
    assert_eq!(written[&(BaselineEntity::Plan, plan)].text.get(Lang::Fr), Some("Le plan"));
    assert_eq!(written[&(BaselineEntity::Deliverable, first.deliverables[0].id)].due, None);
}

#[tokio::test]
async fn a_plan_that_could_not_be_approved_leaves_no_baseline() {
    let (bench, claire, plan) = with_draft(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    assert_eq!(bench.services.approve(&claire, plan, 7).await, Err(AppError::Conflict));
    assert!(bench.write(async |tx| baseline::of_plan(tx, plan).await).await.is_empty());
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_approved_words_are_shown_beside_today_s_and_what_was_added_is_marked(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Revoir le mandat"]).await else { return };
    let id = ids(&bench, plan).await[0];
    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    let mut typed = as_shown(&form, "Plus clair");
    typed.text.fr = "Revoir le mandat du comité".into();
    typed.deliverables.push(TypedDeliverable { title_en: "Terms".into(), ..TypedDeliverable::default() });
    let silent = TypedMeasureEdit { why: " ".into(), ..typed.clone() };
    let refused = bench.services.edit_measure(&claire, id, form.lock_version, &silent).await;
    assert_eq!(problems(refused), [problem("why", ProblemCode::ReasonRequired)]);
    bench.services.edit_measure(&claire, id, form.lock_version, &typed).await.expect("the amendment");

    let page = Measures::show(&bench.services, &claire, id, 1).await.expect("the page");
    let told: Vec<_> = page.wording.amended.iter().map(|a| (a.of, a.approved.as_ref().and_then(|a| a.get(Lang::Fr)))).collect();
    assert_eq!(told, [(BaselineEntity::Measure, Some("Revoir le mandat")), (BaselineEntity::Deliverable, None)]);
    assert_eq!(page.wording.amended[0].today.get(Lang::Fr), Some("Revoir le mandat du comité"));

    let (shown, version) = plan_as_shown(&bench, &claire, plan).await;
    let renamed = TypedPlanEdit { title: TypedText::new("The plan".into(), "Le plan".into()), why: "Traduction".into(), ..shown };
    bench.services.edit_plan(&claire, plan, version, &renamed).await.expect("the amendment");
    let new = TypedMeasureEdit {
        label: "2".into(),
        text: TypedText::new("More".into(), String::new()),
        why: "Oubliée".into(),
        ..TypedMeasureEdit::default()
    };
    let added = bench.services.add_measure(&claire, plan, &new).await.expect("a measure");
    let page = Plans::show(&bench.services, &claire, plan, &PlanFilter::default()).await.expect("the page");
    let told: Vec<_> = page.life.amended.iter().map(|a| (a.of, a.label.as_str(), a.approved.is_some())).collect();
    let expected = [
        (BaselineEntity::Plan, "", true),
        (BaselineEntity::Measure, "1", true),
        (BaselineEntity::Deliverable, "1", false),
        (BaselineEntity::Measure, "2", false),
    ];
    assert_eq!(told, expected);
    assert_eq!(page.life.amended[3].href, format!("/measures/{added}"));
    let steps: Vec<_> = page.life.steps.iter().map(|step| (step.status.to_string(), step.by.as_deref())).collect();
    assert_eq!(steps, [("draft".to_owned(), None), ("approved".to_owned(), Some("Claire"))]);
    expect_whole_trail(&bench).await;
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn no_edit_of_an_approved_plan_moves_a_date_whatever_is_sent(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Revoir le mandat"]).await else { return };
    let stored = || async { bench.measures(plan).await.swap_remove(0) };
    let before = stored().await;
    let id = before.figures.id;
    let base = bench.write(async |tx| baseline::of_plan(tx, plan).await).await;
    for (turn, said) in
        ["", "avril 2018", "mai 2018", "2018-04-30", "ongoing", "en continu", "2030", "soonish"].iter().enumerate()
    {
        for (start, row) in [("", ""), ("2018-01-01", ""), ("", "mai 2018"), ("1999-12-31", "2019")] {
            let form = bench.services.measure_form(&claire, id).await.expect("the form");
            let mut typed = as_shown(&form, "Essai");
            typed.text.fr = format!("Revoir le mandat, tour {turn} {start}{row}");
            (typed.due, typed.start_on, typed.deliverables[0].due) = ((*said).into(), start.into(), row.into());
            let done = bench.services.edit_measure(&claire, id, form.lock_version, &typed).await;
            let keeps = ["", "avril 2018"].contains(said) && start.is_empty() && row.is_empty();
            assert_eq!(done.is_ok(), keeps, "{said} {start} {row}: {done:?}");
            let after = stored().await;
            assert_eq!(after.figures.facts.dates, before.figures.facts.dates, "{said}");
            assert_eq!((after.start_on, after.deliverables[0].dates), (before.start_on, before.deliverables[0].dates));
        }
    }
    let after = bench.write(async |tx| baseline::of_plan(tx, plan).await).await;
    assert_eq!(after, base, "the baseline is written once");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_lead_or_owner_is_not_changed_by_rewording(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Revoir le mandat"]).await else { return };
    let grc = bench.organisation("GRC").await;
    let id = ids(&bench, plan).await[0];
    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    let typed = TypedMeasureEdit {
        lead: grc.to_string(),
        owner: TypedOwner { person: claire.actor.person.to_string(), words: "Moi".into() },
        ..as_shown(&form, "Essai")
    };
    let refused = problems(bench.services.edit_measure(&claire, id, form.lock_version, &typed).await);
    let expected = ["lead", "owner_person", "owner_words"].map(|field| problem(field, ProblemCode::NeedsADecision));
    assert_eq!(refused, expected);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_was_verified_has_to_be_verified_again_once_it_is_reworded(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Revoir le mandat"]).await else { return };
    let id = ids(&bench, plan).await[0];
    end(&bench, id, MeasureStatus::VerifiedClosed).await;
    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    bench.services.edit_measure(&claire, id, form.lock_version, &as_shown(&form, "Rien")).await.expect("no change");
    assert_eq!(bench.measures(plan).await[0].figures.facts.status, MeasureStatus::VerifiedClosed);
    let mut typed = as_shown(&form, "Pour les lecteurs anglophones");
    typed.text.en = "Review".into();
    bench.services.edit_measure(&claire, id, form.lock_version, &typed).await.expect("the translation");
    assert_eq!(bench.measures(plan).await[0].figures.facts.status, MeasureStatus::VerifiedClosed, "it promises the same");
    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    let mut typed = as_shown(&form, "Plus clair");
    typed.text.en = "Review and publish".into();
    bench.services.edit_measure(&claire, id, form.lock_version, &typed).await.expect("the amendment");
    let measure = &bench.measures(plan).await[0];
    assert_eq!((measure.figures.facts.status, measure.figures.ended_on), (MeasureStatus::CompletedToVerify, None));
}

#[rstest]
#[case::its_label(|typed: &mut TypedMeasureEdit, _: i64| typed.label = "1a".into(), "label", "1", "1a")]
#[case::who_supports_it(|typed: &mut TypedMeasureEdit, grc: i64| drop(typed.support.insert(grc, "yes".into())), "support", "", "GRC")]
#[case::what_it_answers(|typed: &mut TypedMeasureEdit, _: i64| typed.answers.clear(), "answers", "1", "")]
#[tokio::test]
async fn whatever_else_is_amended_of_a_measure_is_shown_beside_the_baseline_and_verified_again(
    #[case] amend: fn(&mut TypedMeasureEdit, i64),
    #[case] field: &str,
    #[case] old: &str,
    #[case] new: &str,
) {
    let (bench, claire, plan) = with_plan(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    let grc = bench.organisation("GRC").await;
    let id = ids(&bench, plan).await[0];
    end(&bench, id, MeasureStatus::VerifiedClosed).await;
    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    let mut typed = as_shown(&form, "Correction");
    amend(&mut typed, grc);
    bench.services.edit_measure(&claire, id, form.lock_version, &typed).await.expect("the amendment");
    assert_eq!(bench.measures(plan).await[0].figures.facts.status, MeasureStatus::CompletedToVerify);
    let page = Measures::show(&bench.services, &claire, id, 1).await.expect("the page");
    let [amended] = page.wording.amended.as_slice() else { panic!("one: {:?}", page.wording.amended) };
    let told: Vec<_> =
        amended.changes.iter().map(|change| (change.field.as_str(), change.old.as_deref(), change.new.as_deref())).collect();
    let some = |text| Some(text).filter(|text: &&str| !text.is_empty());
    assert_eq!(told, [(field, some(old), some(new))]);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_number_a_priority_a_response_and_what_the_plan_asks_for_are_shown_beside_the_baseline(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Revoir le mandat"]).await else { return };
    let recommendation = recommendation(&bench, plan).await;
    let (mut typed, version) = recommendation_as_shown(&bench, &claire, recommendation).await;
    (typed.number, typed.priority, typed.why) = ("1a".into(), "high".into(), "Correction".into());
    typed.addressee.fr = "Le sous-ministre".into();
    (typed.answer.kind, typed.answer.reason.fr) = ("rejected".into(), "Faute de moyens".into());
    bench.services.edit_recommendation(&claire, recommendation, version, &typed).await.expect("the amendment");
    let (mut typed, version) = plan_as_shown(&bench, &claire, plan).await;
    (typed.needs_evidence, typed.source_title.fr, typed.why) = ("yes".into(), "Le rapport".into(), "Correction".into());
    bench.services.edit_plan(&claire, plan, version, &typed).await.expect("the amendment");

    let page = Plans::show(&bench.services, &claire, plan, &PlanFilter::default()).await.expect("the page");
    let fields = |amended: &app::api::plan_life::Amended| {
        let fields = amended.changes.iter().map(|change| change.field.clone());
        (amended.of, fields.collect::<Vec<_>>())
    };
    let told: Vec<_> = page.life.amended.iter().map(fields).collect();
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let expected = [
        (BaselineEntity::Plan, named(&["source_title_fr", "needs_evidence"])),
        (BaselineEntity::Recommendation, named(&["number", "priority", "addressee_fr"])),
        (BaselineEntity::Response, named(&["answer_kind", "answer_reason_fr"])),
    ];
    assert_eq!(told, expected, "and the measure answers the same recommendation, whatever its number");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_was_verified_without_evidence_is_verified_again_once_evidence_is_asked_for(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Revoir le mandat", "Former l’équipe"]).await else { return };
    let measures = ids(&bench, plan).await;
    end(&bench, measures[0], MeasureStatus::VerifiedClosed).await;
    let (mut typed, version) = recommendation_as_shown(&bench, &claire, recommendation(&bench, plan).await).await;
    (typed.priority, typed.why) = ("high".into(), "Urgent".into());
    let id = recommendation(&bench, plan).await;
    bench.services.edit_recommendation(&claire, id, version, &typed).await.expect("the amendment");
    let status: Vec<_> = bench.measures(plan).await.iter().map(|measure| measure.figures.facts.status).collect();
    assert_eq!(status, [MeasureStatus::CompletedToVerify, MeasureStatus::NotStarted]);
    expect_whole_trail(&bench).await;
}

/// Brings a measure to its end, as the decisions do.
pub(super) async fn end(bench: &Bench, id: i64, status: MeasureStatus) {
    bench.write(async |tx| server::store::demo::end_measure(tx, id, status, crate::support::day("2018-03-10")).await).await;
}

#[rstest]
#[case::dropped(MeasureStatus::NoLongerApplicable)]
#[case::replaced(MeasureStatus::Superseded)]
#[tokio::test]
async fn what_was_dropped_or_replaced_is_not_reworded(#[case] status: MeasureStatus) {
    let (bench, claire, plan) = with_plan(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    let id = ids(&bench, plan).await[0];
    end(&bench, id, status).await;
    assert_eq!(bench.services.measure_form(&claire, id).await.map(|form| form.id), Err(AppError::NotAllowed));
    let typed = TypedMeasureEdit { why: "Essai".into(), ..TypedMeasureEdit::default() };
    assert_eq!(bench.services.edit_measure(&claire, id, 0, &typed).await, Err(AppError::NotAllowed));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn nothing_is_removed_from_an_approved_plan(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Revoir le mandat"]).await else { return };
    let (id, recommendation) = (ids(&bench, plan).await[0], recommendation(&bench, plan).await);
    assert_eq!(bench.services.remove_measure(&claire, id, 0).await, Err(AppError::NotAllowed));
    assert_eq!(bench.services.remove_recommendation(&claire, recommendation, 0).await, Err(AppError::NotAllowed));
    let form = bench.services.measure_form(&claire, id).await.expect("the form");
    let mut typed = as_shown(&form, "Essai");
    (typed.deliverables[0].title_en, typed.deliverables[0].title_fr) = (String::new(), String::new());
    let refused = bench.services.edit_measure(&claire, id, form.lock_version, &typed).await;
    assert_eq!(problems(refused), [problem("deliverables[0][title_fr]", ProblemCode::Required)]);
    let (mut typed, version) = recommendation_as_shown(&bench, &claire, recommendation).await;
    (typed.answer, typed.why) = (TypedAnswer::default(), "Essai".into());
    let refused = bench.services.edit_recommendation(&claire, recommendation, version, &typed).await;
    assert_eq!(problems(refused), [problem("answer_kind", ProblemCode::Required)]);
}

#[rstest]
#[case::administrator(Role::Administrator, true)]
#[case::coordinator(Role::Coordinator, true)]
#[case::lead(Role::Lead, false)]
#[case::member(Role::Member, false)]
#[case::executive(Role::Executive, false)]
#[case::reader(Role::Reader, false)]
#[tokio::test]
async fn each_role_may_edit_or_not(#[case] role: Role, #[case] may: bool) {
    let (bench, _, approved) = with_plan(Db::Sqlite, &["Revoir le mandat"]).await.expect("SQLite");
    let draft = bench.draft_plan(vec![measure("Une ébauche", "SP", "avril 2018")]).await;
    let sp = bench.measures(draft).await[0].figures.lead_organisation_id;
    let person = bench.person("Alex", sp, role).await;
    let (id, hidden) = (ids(&bench, approved).await[0], ids(&bench, draft).await[0]);
    let refused = |error| if may { Ok(()) } else { Err(error) };
    let services = &bench.services;
    assert_eq!(services.plan_form(&person, approved).await.map(drop), refused(AppError::NotAllowed));
    assert_eq!(services.measure_form(&person, id).await.map(drop), refused(AppError::NotAllowed));
    assert_eq!(services.new_measure(&person, approved, None).await.map(drop), refused(AppError::NotAllowed));
    assert_eq!(services.plan_form(&person, draft).await.map(drop), refused(AppError::NotFound));
    assert_eq!(services.measure_form(&person, hidden).await.map(drop), refused(AppError::NotFound));
    let page = Measures::show(services, &person, id, 1).await.expect("everybody sees an approved plan");
    assert_eq!(page.wording.may_edit, may);
    if !may {
        let typed = TypedMeasureEdit::default();
        assert_eq!(services.edit_measure(&person, id, 0, &typed).await, Err(AppError::NotAllowed));
        assert_eq!(services.edit_measure(&person, hidden, 0, &typed).await, Err(AppError::NotFound));
        assert_eq!(services.add_measure(&person, approved, &typed).await, Err(AppError::NotAllowed));
        assert_eq!(services.remove_measure(&person, hidden, 0).await, Err(AppError::NotFound));
        assert_eq!(services.edit_plan(&person, approved, 1, &TypedPlanEdit::default()).await, Err(AppError::NotAllowed));
        assert_eq!(services.close(&person, approved, 1).await, Err(AppError::NotAllowed));
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_is_added_by_a_form_that_is_sent_twice_is_there_once(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_draft(db, &["Revoir le mandat"]).await else { return };
    let measure = TypedMeasureEdit {
        label: "2".into(),
        text: TypedText::new("More".into(), "Davantage".into()),
        form_key: "this view".into(),
        ..TypedMeasureEdit::default()
    };
    let first = bench.services.add_measure(&claire, plan, &measure).await.expect("a measure");
    assert_eq!(bench.services.add_measure(&claire, plan, &measure).await, Ok(first), "the page of what was made");
    assert_eq!(bench.measures(plan).await.len(), 2);
    let recommendation = TypedRecommendationEdit {
        number: "9".into(),
        text: TypedText::new("More".into(), "Davantage".into()),
        priority: "unspecified".into(),
        form_key: "this view".into(),
        ..TypedRecommendationEdit::default()
    };
    let first = bench.services.add_recommendation(&claire, plan, &recommendation).await.expect("a recommendation");
    assert_eq!(bench.services.add_recommendation(&claire, plan, &recommendation).await, Ok(first));
}
