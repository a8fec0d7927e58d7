//! One extension request: what is asked, what speaks for and against it, and the decision.

use super::{
    super::measures::extensions::asked_by,
    deliverables,
    parts::{self, Answer},
};
use crate::{
    api::{
        common::ExtensionView,
        decisions::{DecideExtension, ExtensionPage as Page, WithdrawExtension},
    },
    components::{
        address,
        dates::Due,
        errors::ErrorSummary,
        form::{TextArea, TextField},
        page::load,
        text::Words,
    },
    i18n::{Arg, dates, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    extensions::{ExtensionAnswer, ExtensionState},
    text::{Coded, InLang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn ExtensionPage() -> impl IntoView {
    let id = address::id();
    load(async move { backend().decisions.extension(&caller()?, id?).await }, show).into_any()
}

fn show(page: Page) -> AnyView {
    let state = FormState::of(DecideExtension::url());
    let keep = format!("/extensions/{}", page.request.id);
    let is_open = page.request.state == ExtensionState::Requested;
    let form = match parts::blocked(&page.about, &state, &["decision_reason"]).filter(|_| is_open || state.has_failed()) {
        Some(blocked) => Some(blocked),
        None if is_open && page.may_decide => Some(decide(&page, &state)),
        None => None,
    };
    view! {
        {parts::head(&page.about, "extension-title", state, keep)}
        <ErrorSummary state=FormState::of(WithdrawExtension::url()) />
        {request(&page)}
        {parts::about(&page.about)}
        {form}
    }
    .into_any()
}

/// What is asked, by whom and why; what became of it.
fn request(page: &Page) -> AnyView {
    let lang = use_lang();
    let request = page.request.clone();
    let is_open = request.state == ExtensionState::Requested;
    let said = |key: &'static str, text: Option<InLang>| {
        text.map(|text| view! { <div><dt>{t(lang, key)}</dt><dd><Words text=Some(text) /></dd></div> })
    };
    let by = asked_by(&request);
    let waits = (is_open && !page.may_decide).then(|| view! { <p class="muted">{t(lang, "extension-waits")}</p> });
    let withdraw = (is_open && page.is_requester).then(|| {
        view! {
            <form method="post" action=WithdrawExtension::url() class="withdraw">
                {parts::hidden("extension", request.id, page.about.lock_version)}
                <p>{t(lang, "extension-withdraw-help")}</p>
                <button type="submit" class="button button-secondary">{t(lang, "extension-withdraw")}</button>
            </form>
        }
    });
    view! {
        <section class="card card-decide extension-request" aria-labelledby="extension-request">
            <h2 id="extension-request">{name_of(lang, "extension-page", request.state)}</h2>
            <p class="extension-move">
                <span><span class="muted">{t(lang, "extension-from")}</span>" "<Due date=request.from /></span>
                <span aria-hidden="true">" → "</span>
                <span><span class="muted">{t(lang, "extension-asked-for")}</span>" "<strong><Due date=request.asked /></strong></span>
            </p>
            {deliverables::table(page)}
            <p class="muted">{by}</p>
            <dl class="said">
                {said("field-extension-reason", request.reason.clone())}
                {said("field-impact", request.impact.clone())}
            </dl>
            {decided(&request)}
            {waits}
            {withdraw}
        </section>
    }
    .into_any()
}

fn decided(request: &ExtensionView) -> Option<AnyView> {
    let lang = use_lang();
    let on = request.decided_on?;
    let by = request.decided_by.clone();
    let args = [("date", Arg::from(dates::day(lang, on))), ("who", Arg::from(by.clone().unwrap_or_default()))];
    let other = request.state == ExtensionState::Granted && request.to != request.asked;
    let granted = other.then(|| {
        view! { <p>{t(lang, "extension-granted-until")}" "<strong><Due date=request.to /></strong></p> }
    });
    let words = match (request.state, by) {
        (ExtensionState::Withdrawn, None) => t_args(lang, "extension-lapsed", &args),
        (_, None) => t_args(lang, "extension-decided-on", &args),
        (_, Some(_)) => t_args(lang, "extension-decided-by", &args),
    };
    let meeting = request.meeting.clone().map(|name| view! { <p class="muted"><Words text=Some(name) /></p> });
    let notes = request.notes.clone().map(|notes| view! { <p><Words text=Some(notes) /></p> });
    Some(
        view! {
            <div class="extension-decision">
                <p><span class="tag">{name_of(lang, "extension-state", request.state)}</span>" "{words}</p>
                {granted}
                {meeting}
                {notes}
            </div>
        }
        .into_any(),
    )
}

fn decide(page: &Page, state: &FormState) -> AnyView {
    let lang = use_lang();
    let date = |due| [("date", Arg::from(dates::due(lang, due)))];
    let other = view! {
        <TextField name="granted_date" state=state.clone() class="input-medium" />
        {deliverables::granted(state, page)}
    }
    .into_any();
    let moves = !deliverables::offered(page).is_empty();
    let answers = vec![
        Answer {
            code: ExtensionAnswer::AsAsked.code(),
            label: t_args(lang, "answer-as-asked", &date(page.request.asked)),
            help: t(lang, if moves { "answer-as-asked-help-deliverables" } else { "answer-as-asked-help" }),
            extra: None,
        },
        Answer {
            code: ExtensionAnswer::OtherDate.code(),
            label: t(lang, "answer-other-date"),
            help: t(lang, "answer-other-date-help"),
            extra: Some(other),
        },
        Answer {
            code: ExtensionAnswer::Refused.code(),
            label: t_args(lang, "answer-refused", &date(page.about.measure.current)),
            help: t(lang, "answer-refused-help"),
            extra: None,
        },
    ];
    let own = page.only_a_meeting_decides.then(|| view! { <p class="notice">{t(lang, "extension-own-request")}</p> });
    view! {
        <section aria-labelledby="decide">
            <h2 id="decide">{t(lang, "extension-decide")}</h2>
            {own}
            <form method="post" action=DecideExtension::url() class="report-form decide-form">
                {parts::hidden("extension", page.request.id, page.about.lock_version)}
                {parts::answers(state, "answer", "", answers)}
                <TextArea name="decision_reason" state=state.clone() rows=3 />
                {parts::meeting(state, &page.meetings)}
                {parts::text_lang(state)}
                {parts::actions("extension-decide-send", page.about.measure.id)}
            </form>
        </section>
    }
    .into_any()
}
