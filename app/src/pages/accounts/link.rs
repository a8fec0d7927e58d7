//! Where a one-time link leads: a button, so that mail scanners that open links do not use it up.

use crate::{
    api::accounts::Redeem,
    components::{errors::ErrorSummary, page::PageHeading},
    i18n::t,
    request::{FormState, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

/// Asks for one more click.
#[component]
pub fn LinkPage() -> impl IntoView {
    let lang = use_lang();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let next = use_query_map().with_untracked(|query| query.get("next").unwrap_or_default());
    let state = FormState::of(Redeem::url());
    let failed = state.has_failed();
    view! {
        <PageHeading title=t(lang, "sign-in-link-title") />
        <ErrorSummary state=state />
        {if failed {
            view! { <p><a class="button" href="/sign-in">{t(lang, "sign-in-again")}</a></p> }.into_any()
        } else {
            view! {
                <form method="post" action=Redeem::url()>
                    <input type="hidden" name="token" value=token />
                    <input type="hidden" name="next" value=next />
                    <p class="lead">{t(lang, "sign-in-link-intro")}</p>
                    <button type="submit" class="button">{t(lang, "sign-in-link-continue")}</button>
                </form>
            }
                .into_any()
        }}
    }
}
