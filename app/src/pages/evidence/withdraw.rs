//! Withdrawing a piece of evidence: it stays on record, with the reason.

use crate::{
    api::{
        evidence::{WithdrawEvidence, WithdrawPage},
        trail::HistoryPage,
    },
    components::{
        address,
        breadcrumbs::{Breadcrumbs, to_measure},
        conflict::Conflict,
        evidence::EvidenceList,
        form::TextArea,
        history::History,
        page::{PageHeading, load},
    },
    i18n::t,
    request::{FormState, backend, caller, use_lang},
};
use domain::trail::RecordKind;
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Withdraw() -> impl IntoView {
    let (id, history) = (address::id(), address::page_of("history"));
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let page = backend().evidence.piece(&caller, id).await?;
        Ok((page, backend().trail.history(&caller, RecordKind::Evidence, id, history).await?))
    };
    load(data, |(page, history)| show(page, history)).into_any()
}

fn show(page: WithdrawPage, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(WithdrawEvidence::url());
    let (id, measure) = (page.piece.id, page.measure.id);
    let back = format!("/measures/{measure}/evidence");
    let mut links = to_measure(page.plan_id, page.plan_title.as_ref(), measure, &page.measure.label);
    links.push((back.clone(), t(lang, "evidence-short")).into());
    let reopens = page.reopens.then(|| view! { <p class="notice notice-warning">{t(lang, "evidence-withdraw-reopens")}</p> });
    view! {
        <Breadcrumbs links=links />
        <PageHeading title=t(lang, "evidence-withdraw-title") />
        <Conflict state=state.clone() keep=format!("/evidence/{id}/withdraw") />
        <p class="lead">{t(lang, "evidence-withdraw-intro")}</p>
        <EvidenceList pieces=vec![page.piece] />
        {reopens}
        <form method="post" action=WithdrawEvidence::url()>
            <input type="hidden" name="evidence" value=id.to_string() />
            <input type="hidden" name="lock_version" value=page.lock_version.to_string() />
            <TextArea name="withdraw_reason" state=state rows=3 />
            <div class="actions">
                <button type="submit" class="button">{t(lang, "evidence-withdraw")}</button>
                <a href=back>{t(lang, "progress-cancel")}</a>
            </div>
        </form>
        <History history=history />
    }
    .into_any()
}
