//! The form of a plan: its own words, the report it answers, the response to the report as a whole.

use super::{answer, parts};
use crate::{
    api::editing::{EditPlan, PlanForm},
    components::{
        address,
        bilingual::BilingualText,
        conflict::{Compared, Conflict},
        form::{Select, TextField},
        page::{PageHeading, load},
        tick::CheckField,
    },
    i18n::{Arg, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    plan::SourceKind,
    reminders::ReminderPolicy,
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn EditPlanPage() -> impl IntoView {
    let id = address::id();
    load(async move { backend().editing.plan_form(&caller()?, id?).await }, |form| show(&form)).into_any()
}

fn show(form: &PlanForm) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(EditPlan::url());
    let title = if parts::amends(&form.plan) { "edit-plan-amend" } else { "edit-plan-title" };
    let back = format!("/plans/{}", form.plan.id);
    view! {
        {parts::breadcrumbs(&form.plan, None)}
        <PageHeading title=t(lang, title) />
        <Conflict state=state.clone() fields=compare(lang, form) keep=format!("{back}/edit") />
        {parts::intro(&form.plan)}
        <form method="post" action=EditPlan::url() class="edit-form">
            <input type="hidden" name="plan" value=form.plan.id.to_string() />
            <input type="hidden" name="lock_version" value=form.lock_version.to_string() />
            <BilingualText name="title" state=state.clone() before=form.title.clone() rows=2 />
            {report(form, &state)}
            {parts::yes("needs_evidence", &state, form.needs_evidence)}
            {reminders(form, &state)}
            {answer::fields(t(lang, "plan-global-response"), form.response.as_ref(), &state)}
            {parts::why(&form.plan, &state)}
            {parts::actions(&form.plan, back)}
        </form>
    }
    .into_any()
}

/// The report that the plan answers.
fn report(form: &PlanForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let kinds = parts::coded::<SourceKind>(lang, "source-kind", None);
    let url = form.source_url.clone().unwrap_or_default();
    view! {
        <section class="edit-part" aria-labelledby="report">
            <h2 id="report">{t(lang, "edit-report")}</h2>
            <BilingualText name="source_title" state=state.clone() before=form.source_title.clone() rows=2 optional=true />
            <div class="field-row">
                <Select name="source_kind" state=state.clone() choices=kinds before=form.source_kind.code() />
                {parts::day("published_on", state, form.published_on)}
            </div>
            <TextField name="source_url" state=state.clone() before=url optional=true />
        </section>
    }
    .into_any()
}

/// When its reminders are due: as on the whole instance, which is told, or on days of its own.
fn reminders(form: &PlanForm, state: &FormState) -> AnyView {
    let lang = use_lang();
    let policy = form.reminders.as_ref().unwrap_or(&form.usual_reminders);
    view! {
        <section class="edit-part" aria-labelledby="reminders">
            <h2 id="reminders">{t(lang, "edit-reminders")}</h2>
            <p>{usual(lang, &form.usual_reminders)}</p>
            {parts::yes("own_reminders", state, form.reminders.is_some())}
            <TextField name="days_before" state=state.clone() before=days(policy) class="input-medium" optional=true />
            <CheckField name="on_due_day" state=state.clone() before=ticked(policy.on_due_day) />
            <TextField name="every_days_after" state=state.clone() before=every(policy) class="input-short" optional=true />
        </section>
    }
    .into_any()
}

/// What holds on the whole instance, in a sentence.
fn usual(lang: Lang, policy: &ReminderPolicy) -> String {
    let count = |number: usize| Arg::from(number);
    let args = [
        ("before", count(policy.days_before.len())),
        ("days", Arg::from(days(policy))),
        ("on", Arg::from(if policy.on_due_day { "yes" } else { "no" })),
        ("after", Arg::from(policy.every_days_after.unwrap_or(0))),
    ];
    t_args(lang, "edit-reminders-usual", &args)
}

fn days(policy: &ReminderPolicy) -> String {
    policy.days_before.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn every(policy: &ReminderPolicy) -> String {
    policy.every_days_after.map(|days| days.to_string()).unwrap_or_default()
}

fn ticked(is_ticked: bool) -> &'static str {
    if is_ticked { "yes" } else { "" }
}

fn compare(lang: Lang, form: &PlanForm) -> Vec<Compared> {
    let kinds = parts::coded::<SourceKind>(lang, "source-kind", None);
    let day = form.published_on.map(|day| day.to_string()).unwrap_or_default();
    let policy = form.reminders.as_ref().unwrap_or(&form.usual_reminders);
    let yes_no = vec![("yes".to_owned(), t(lang, "yes")), (String::new(), t(lang, "no"))];
    let own = [
        Compared::choice("source_kind", form.source_kind.code(), kinds),
        Compared::text("published_on", day),
        Compared::text("source_url", form.source_url.clone().unwrap_or_default()),
        Compared::choice("needs_evidence", ticked(form.needs_evidence), yes_no.clone()),
        Compared::choice("own_reminders", ticked(form.reminders.is_some()), yes_no.clone()),
        Compared::text("days_before", days(policy)),
        Compared::choice("on_due_day", ticked(policy.on_due_day), yes_no),
        Compared::text("every_days_after", every(policy)),
    ];
    let titles = parts::compared("title", &form.title).chain(parts::compared("source_title", &form.source_title));
    titles.chain(own).chain(answer::compare(lang, form.response.as_ref())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_of_the_instance_is_told_whatever_is_turned_off() {
        let said = |lang, policy: &ReminderPolicy| usual(lang, policy).split_whitespace().collect::<Vec<_>>().join(" ");
        let usual = ReminderPolicy::default();
        let en = "As a rule, people are reminded 30, 14, 3 days before the due date, on it, and every 7 days after it.";
        assert_eq!(said(Lang::En, &usual), en);
        let fr = "En règle générale, on rappelle une échéance 30, 14, 3 jours avant, le jour même et tous les 7 jours après.";
        assert_eq!(said(Lang::Fr, &usual), fr);
        let nothing = ReminderPolicy { days_before: Vec::new(), on_due_day: false, every_days_after: None };
        let en = "As a rule, people are reminded at no time before the due date, not on it, and never after it.";
        assert_eq!(said(Lang::En, &nothing), en);
        assert!(said(Lang::Fr, &nothing).ends_with("sans rien envoyer le jour même et jamais après."));
    }
}
