//! Verifying a completion claim.

use super::parts::{self, Answer};
use crate::{
    api::{
        decisions::{ProofView, VerifyClaim, VerifyPage as Page},
        trail::{HistoryEntry, changes_behind},
    },
    components::{address, deliverables::DeliverableList, form::TextArea, page::load, text::Words},
    i18n::{name_of, t},
    pages::measures::verifications_list,
    request::{FormState, backend, caller, use_lang},
};
use domain::{text::Coded, trail::RecordKind, workflow::VerificationOutcome};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let (id, state) = (address::id(), FormState::of(VerifyClaim::url()));
    let data = async move {
        let page = backend().decisions.verify_form(&caller()?, id?).await?;
        let changes = changes_behind(&state, RecordKind::Measure, page.about.measure.id).await;
        Ok((page, changes))
    };
    load(data, |(page, changes)| show(page, changes)).into_any()
}

fn show(page: Page, changes: Vec<HistoryEntry>) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(VerifyClaim::url());
    let measure = page.about.measure.id;
    let deliverables = if page.about.measure.deliverables.is_empty() {
        view! { <p class="muted">{t(lang, "measure-no-deliverable")}</p> }.into_any()
    } else {
        view! { <DeliverableList deliverables=page.about.measure.deliverables.clone() /> }.into_any()
    };
    let form = match parts::blocked(&page.about, &state, &["verification_notes"]) {
        Some(blocked) => blocked,
        None if page.may_verify => form(&page, &state),
        None => view! { <p class="notice">{t(lang, "verify-waits")}</p> }.into_any(),
    };
    let earlier = (!page.verifications.is_empty()).then(|| {
        view! {
            <section aria-labelledby="earlier">
                <h2 id="earlier">{t(lang, "verify-earlier")}</h2>
                {verifications_list(page.verifications.clone())}
            </section>
        }
    });
    view! {
        {parts::head(&page.about, "verify-title", state.clone(), changes, format!("/measures/{measure}/verify"))}
        <p class="lead">{t(lang, "verify-intro")}</p>
        {parts::about(&page.about)}
        <div class="verify-parts">
            <section aria-labelledby="deliverables">
                <h2 id="deliverables">{t(lang, "deliverables-label")}</h2>
                {deliverables}
            </section>
            <section aria-labelledby="evidence">
                <h2 id="evidence">{t(lang, "verify-evidence")}</h2>
                {proofs(page.evidence.clone())}
            </section>
        </div>
        {earlier}
        {form}
    }
    .into_any()
}

/// The evidence; a sentence when there is none.
fn proofs(evidence: Vec<ProofView>) -> AnyView {
    let lang = use_lang();
    if evidence.is_empty() {
        return view! { <p class="muted">{t(lang, "verify-no-evidence")}</p> }.into_any();
    }
    let items = evidence.into_iter().map(|proof| {
        let title = match (&proof.title, &proof.file_name) {
            (Some(_), _) => view! { <Words text=proof.title.clone() /> }.into_any(),
            (None, Some(name)) => name.clone().into_any(),
            (None, None) => proof.url.clone().unwrap_or_default().into_any(),
        };
        let title = match proof.url.clone() {
            Some(url) => view! { <a href=url rel="noopener noreferrer">{title}</a> }.into_any(),
            None => title,
        };
        view! { <li>{title}" "<span class="tag">{name_of(lang, "evidence-kind", proof.kind)}</span></li> }
    });
    view! { <ul class="proofs">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

fn form(page: &Page, state: &FormState) -> AnyView {
    let lang = use_lang();
    let answer = |outcome: VerificationOutcome| Answer {
        code: outcome.code(),
        label: name_of(lang, "verify-answer", outcome),
        help: name_of(lang, "verify-answer-help", outcome),
        extra: None,
    };
    let missing: Vec<_> = page.missing.iter().map(|code| view! { <li>{name_of(lang, "claim-needs", *code)}</li> }).collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <div class="notice">
                <p>{t(lang, "verify-only-return")}</p>
                <ul>{missing}</ul>
            </div>
        }
    });
    view! {
        <section aria-labelledby="answer">
            <h2 id="answer">{t(lang, "verify-answer-title")}</h2>
            {missing}
            <form method="post" action=VerifyClaim::url() class="report-form decide-form">
                {parts::hidden("measure", page.about.measure.id, page.about.lock_version)}
                {parts::answers(state, "verification_outcome", VerificationOutcome::ALL.iter().copied().map(answer).collect())}
                <TextArea name="verification_notes" state=state.clone() rows=4 />
                {parts::text_lang(state)}
                {parts::actions("verify-send", page.about.measure.id)}
            </form>
        </section>
    }
    .into_any()
}
