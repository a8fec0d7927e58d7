//! A plan whose reminders are due on days of its own.

use super::*;
use domain::{reminders::ReminderPolicy, trail::RecordKind};
use rstest::rstest;
use server::{
    services::reminders,
    store::audit::{Which, history},
};

fn own(before: &str, on_due_day: &str, after: &str) -> TypedReminders {
    TypedReminders { days_before: before.into(), on_due_day: on_due_day.into(), every_days_after: after.into() }
}

/// How many digests there would be on a day.
async fn digests(bench: &Bench, on: &str) -> usize {
    let services = bench.on(on);
    reminders::preview(&services, services.clock.today()).await.expect("a preview").digests.len()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_plan_reminds_on_days_of_its_own_until_it_follows_the_instance_again(#[case] db: Db) {
    let Some((bench, claire, plan)) = with_plan(db, &["Revoir le mandat"]).await else { return };
    // Due on Monday, 30 April: the instance first writes 30 days before.
    assert_eq!((digests(&bench, "2018-03-29").await, digests(&bench, "2018-04-03").await), (0, 1));
    let (shown, version) = plan_as_shown(&bench, &claire, plan).await;
    assert_eq!(shown.own_reminders, "", "a new plan follows the instance");

    let typed = TypedPlanEdit { own_reminders: "yes".into(), reminders: own("45, 10", "", ""), why: "Urgent".into(), ..shown };
    bench.services.edit_plan(&claire, plan, version, &typed).await.expect("the edit");
    let form = bench.services.plan_form(&claire, plan).await.expect("the form");
    let kept = ReminderPolicy { days_before: vec![45, 10], on_due_day: false, every_days_after: None };
    assert_eq!((form.reminders, form.usual_reminders), (Some(kept), ReminderPolicy::default()));
    assert_eq!((digests(&bench, "2018-03-15").await, digests(&bench, "2018-03-16").await), (0, 1));
    let rows = bench.write(async |tx| history(tx, &Which::record(RecordKind::Plan, plan), 0, 10).await).await;
    let changed = |field: &str| rows[0].changes.iter().find(|(name, ..)| name == field).map(|(_, _, new)| new.as_deref());
    assert_eq!((changed("own_reminders"), changed("days_before")), (Some(Some("yes")), Some(Some("45, 10"))));

    let (_, version) = plan_as_shown(&bench, &claire, plan).await;
    let back = TypedPlanEdit { own_reminders: String::new(), why: "Comme les autres".into(), ..typed };
    bench.services.edit_plan(&claire, plan, version, &back).await.expect("the edit");
    let form = bench.services.plan_form(&claire, plan).await.expect("the form");
    assert_eq!((form.reminders, digests(&bench, "2018-03-29").await), (None, 0), "what was left in the fields does not count");
}

#[tokio::test]
async fn days_that_make_no_sense_are_refused_at_their_fields_and_only_when_they_count() {
    let Some((bench, claire, plan)) = with_draft(Db::Sqlite, &["Revoir le mandat"]).await else { return };
    let (shown, version) = plan_as_shown(&bench, &claire, plan).await;
    let wrong = TypedPlanEdit { reminders: own("never", "yes", "400"), ..shown };
    let counts = TypedPlanEdit { own_reminders: "yes".into(), ..wrong.clone() };
    let refused = bench.services.edit_plan(&claire, plan, version, &counts).await.expect_err("problems");
    let found: Vec<_> = refused.problems().iter().map(|p| (p.field.as_str(), p.code)).collect();
    assert_eq!(found, [("days_before", ProblemCode::NotANumber), ("every_days_after", ProblemCode::OutOfRange)]);
    bench.services.edit_plan(&claire, plan, version, &wrong).await.expect("nothing of it counts");
}
