//! Approving a draft plan, with what that means.

use crate::{
    api::plans::ApprovePlan,
    components::errors::ErrorSummary,
    i18n::t,
    request::{FormState, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The form.
pub(super) fn form(plan: i64, lock_version: i32) -> AnyView {
    let lang = use_lang();
    view! {
        <section class="card card-decide no-print" aria-labelledby="approve">
            <h2 id="approve">{t(lang, "approve-title")}</h2>
            <ErrorSummary state=FormState::of(ApprovePlan::url()) />
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
