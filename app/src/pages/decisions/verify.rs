//! Verifying a completion claim.

use super::parts::{self, Answer};
use crate::{
    api::{
        decisions::{VerifyClaim, VerifyPage as Page},
        evidence::EvidenceView,
    },
    components::{address, deliverables::DeliverableList, evidence::EvidenceList, form::TextArea, page::load, text::Words},
    i18n::{Arg, name_of, t, t_args},
    pages::measures::{show_update, verifications_list},
    request::{FormState, backend, caller, use_lang},
};
use domain::{measure::MeasureStatus, problem::ProblemCode, text::Coded, workflow::VerificationOutcome};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let id = address::id();
    load(async move { backend().decisions.verify_form(&caller()?, id?).await }, show).into_any()
}

fn show(page: Page) -> AnyView {
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
        {parts::head(&page.about, "verify-title", state.clone(), format!("/measures/{measure}/verify"))}
        <p class="lead">{t(lang, "verify-intro")}</p>
        {claim(&page)}
        {parts::about(&page.about)}
        <div class="verify-parts">
            <section aria-labelledby="deliverables">
                <h2 id="deliverables">{t(lang, "deliverables-label")}</h2>
                {deliverables}
            </section>
            <section aria-labelledby="evidence">
                <h2 id="evidence">{t(lang, "verify-evidence")}</h2>
                {proofs(&page)}
            </section>
        </div>
        {earlier}
        {others(&page)}
        {form}
    }
    .into_any()
}

/// What is claimed, in the words of who claims it.
fn claim(page: &Page) -> Option<AnyView> {
    let lang = use_lang();
    let claim = page.claim.clone()?;
    let view = view! {
        <section class="card" aria-labelledby="claim">
            <h2 id="claim">{t(lang, "verify-claim")}</h2>
            {show_update(claim)}
        </section>
    };
    Some(view.into_any())
}

/// The evidence by what it proves, as its own page shows it; a sentence when there is none.
fn proofs(page: &Page) -> AnyView {
    let lang = use_lang();
    if page.evidence.is_empty() {
        return view! { <p class="muted">{t(lang, "verify-no-evidence")}</p> }.into_any();
    }
    let of = |deliverable: Option<i64>| -> Vec<EvidenceView> {
        page.evidence.iter().filter(|piece| piece.deliverable == deliverable).cloned().collect()
    };
    let groups = page
        .about
        .measure
        .deliverables
        .iter()
        .map(|deliverable| group(view! { <Words text=deliverable.title.clone() /> }.into_any(), of(Some(deliverable.id))));
    let groups: Vec<_> = groups.collect();
    view! {
        {groups}
        {group(t(lang, "evidence-of-measure").into_any(), of(None))}
    }
    .into_any()
}

fn group(heading: AnyView, pieces: Vec<EvidenceView>) -> Option<AnyView> {
    let found = !pieces.is_empty();
    found.then(|| view! { <h3 class="evidence-whole">{heading}</h3> <EvidenceList pieces=pieces /> }.into_any())
}

/// Who may verify where this person may not, or that nobody may: a claim must not wait for nobody.
fn others(page: &Page) -> Option<AnyView> {
    let lang = use_lang();
    let own = page.about.blocked == Some(ProblemCode::OwnClaim);
    let waits = page.about.measure.status == MeasureStatus::CompletedToVerify;
    if !own && (page.may_verify || !waits) {
        return None;
    }
    if page.verifiers.is_empty() {
        return Some(view! { <p class="notice notice-warning">{t(lang, "verify-nobody")}</p> }.into_any());
    }
    let names = [("names", Arg::from(page.verifiers.join(", ")))];
    Some(view! { <p class="notice">{t_args(lang, "verify-others", &names)}</p> }.into_any())
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
                {parts::answers(state, "verification_outcome", "", VerificationOutcome::ALL.iter().copied().map(answer).collect())}
                <TextArea name="verification_notes" state=state.clone() rows=4 />
                {parts::text_lang(state)}
                {parts::actions("verify-send", page.about.measure.id)}
            </form>
        </section>
    }
    .into_any()
}
