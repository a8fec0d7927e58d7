//! Approving a draft plan, with what that means, and what is said when somebody was faster.

use crate::{
    api::plans::{ApprovePlan, PlanPage},
    components::conflict::Conflict,
    i18n::t,
    request::{FormState, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What is wrong with an approval that was just tried.
pub(super) fn summary(plan: &PlanPage) -> AnyView {
    let state = FormState::of(ApprovePlan::url());
    let note = plan.may_approve.then(|| t(use_lang(), "conflict-approve"));
    view! { <Conflict state=state keep=format!("/plans/{}", plan.id) resend=plan.may_approve note=note /> }.into_any()
}

/// The form.
pub(super) fn form(plan: i64, lock_version: i32) -> AnyView {
    let lang = use_lang();
    view! {
        <section class="card card-decide no-print" aria-labelledby="approve">
            <h2 id="approve">{t(lang, "approve-title")}</h2>
            <p>{t(lang, "approve-meaning")}</p>
            <p>{t(lang, "approve-before")}</p>
            <form method="post" action=ApprovePlan::url()>
                <input type="hidden" name="plan" value=plan.to_string() />
                <input type="hidden" name="lock_version" value=lock_version.to_string() />
                <button type="submit" class="button">{t(lang, "approve-do")}</button>
            </form>
        </section>
    }
    .into_any()
}
