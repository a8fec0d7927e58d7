//! Setting the second factor up, and turning it off.

use super::{above, moment};
use crate::{
    api::security::{
        CODES_PAGE, ConfirmSecondFactor, FactorView, Proof, RemoveSecondFactor, SecurityPage, SetUp, StartSecondFactor,
    },
    components::{
        breadcrumbs::Breadcrumbs,
        errors::ErrorSummary,
        form::{TextField, field_id},
        page::{PageHeading, load},
    },
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, backend, caller, session, use_lang},
};
use domain::problem::ProblemCode;
use leptos::{prelude::*, server_fn::ServerFn};

/// The page: an offer, then the code to scan, then what there is.
#[component]
pub fn FactorPage() -> impl IntoView {
    let ask = async {
        let caller = caller()?;
        let security = backend().security;
        Ok((security.page(&caller, session().key().as_deref()).await?, security.set_up(&caller).await?))
    };
    load(ask, |(page, set_up)| show(&page, set_up)).into_any()
}

fn show(page: &SecurityPage, set_up: Option<SetUp>) -> AnyView {
    let lang = use_lang();
    let body = match (page.factor, set_up) {
        (Some(factor), _) => in_use(page, factor),
        (None, Some(set_up)) => confirm(set_up),
        (None, None) => offer(page.proof),
    };
    let asked = page.factor_required && page.factor.is_none();
    view! {
        <Breadcrumbs links=above(lang) />
        <PageHeading title=t(lang, "security-factor-title") />
        {asked.then(|| view! { <p class="notice">{t(lang, "security-factor-first")}</p> })}
        {body}
    }
    .into_any()
}

fn offer(proof: Proof) -> AnyView {
    let lang = use_lang();
    view! {
        <ErrorSummary state=FormState::of(StartSecondFactor::url()) />
        <p class="lead">{t(lang, "security-factor-about")}</p>
        <p>{t(lang, "security-factor-apps")}</p>
        {begin(proof)}
    }
    .into_any()
}

/// The form that begins, or what has to be done before.
fn begin(proof: Proof) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(StartSecondFactor::url());
    if proof == Proof::SignInAgain {
        return view! { <p class="notice" id=field_id("current_password") tabindex="-1">{name_of(lang, "problem", ProblemCode::SignInAgain)}</p> }.into_any();
    }
    let password = (proof == Proof::Password).then(|| {
        view! {
            <p>{t(lang, "security-factor-proof")}</p>
            <TextField name="current_password" state=state kind="password" autocomplete="current-password" />
        }
    });
    view! {
        <form method="post" action=StartSecondFactor::url() class="sign-in">
            {password}
            <button type="submit" class="button">{t(lang, "security-factor-begin")}</button>
        </form>
    }
    .into_any()
}

fn confirm(set_up: SetUp) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(ConfirmSecondFactor::url());
    let square = set_up.square.map(|(side, path)| {
        view! {
            <svg
                class="qr"
                viewBox=format!("0 0 {side} {side}")
                role="img"
                aria-label=t(lang, "security-qr-label")
                shape-rendering="crispEdges"
            >
                <rect width=side.to_string() height=side.to_string() class="qr-light" />
                <path d=path class="qr-dark" />
            </svg>
        }
    });
    view! {
        <ErrorSummary state=state.clone() />
        <ol class="steps">
            <li>
                <p>{t(lang, "security-step-scan")}</p>
                {square}
                <p>{t(lang, "security-step-type")}</p>
                <p><code class="factor-secret">{set_up.secret}</code></p>
            </li>
            <li>
                <p>{t(lang, "security-step-code")}</p>
                <form method="post" action=ConfirmSecondFactor::url()>
                    <TextField name="first_passcode" state=state autocomplete="one-time-code" class="input-medium" />
                    <button type="submit" class="button">{t(lang, "security-factor-confirm")}</button>
                </form>
            </li>
        </ol>
    }
    .into_any()
}

fn in_use(page: &SecurityPage, factor: FactorView) -> AnyView {
    let lang = use_lang();
    let since = t_args(lang, "security-factor-on", &[("date", Arg::from(moment(lang, factor.since)))]);
    let left = t_args(lang, "security-codes-left", &[("count", Arg::from(factor.codes_left))]);
    let off = if page.factor_required {
        view! { <p>{t(lang, "security-factor-required")}</p> }.into_any()
    } else {
        turn_off(page.passwords && page.password_set.is_some())
    };
    view! {
        <ErrorSummary state=FormState::of(RemoveSecondFactor::url()) />
        <p class="security-state is-on">{since}</p>
        <p>{left}" "<a href=CODES_PAGE>{t(lang, "security-codes-renew")}</a></p>
        <h2>{t(lang, "security-factor-off-title")}</h2>
        {off}
    }
    .into_any()
}

fn turn_off(has_password: bool) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(RemoveSecondFactor::url());
    let about = if has_password { "security-factor-off-either" } else { "security-factor-off-code" };
    let password = if has_password {
        view! { <TextField name="password" state=state.clone() kind="password" autocomplete="current-password" /> }.into_any()
    } else {
        view! { <input type="hidden" name="password" value="" /> }.into_any()
    };
    view! {
        <p>{t(lang, about)}</p>
        <form method="post" action=RemoveSecondFactor::url() class="sign-in">
            <TextField name="passcode" state=state autocomplete="one-time-code" class="input-medium" />
            {password}
            <button type="submit" class="button button-secondary">{t(lang, "security-factor-turn-off")}</button>
        </form>
    }
    .into_any()
}
