//! The sign-in page: one form with one address and a button for each way in.

use crate::{
    api::accounts::{DemoPerson, RequestLink, SignIn, SignInDemo, SignInPage as Ways},
    components::{
        errors::ErrorSummary,
        form::TextField,
        help::Help,
        notice::Done,
        page::{PageHeading, load},
    },
    error::AppError,
    i18n::{name_of, t},
    request::{FormState, backend, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

/// The sign-in page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let lang = use_lang();
    let next = use_query_map().with_untracked(|query| query.get("next").unwrap_or_default());
    let ask = async move {
        let accounts = backend().accounts;
        Ok((accounts.sign_in_page().await?, accounts.demo_people(lang).await?))
    };
    load(ask, move |(ways, people)| show(ways, people, next)).into_any()
}

fn show(ways: Ways, people: Vec<DemoPerson>, next: String) -> AnyView {
    let lang = use_lang();
    let by_password = FormState::of(SignIn::url());
    let instead = instead(&by_password, ways).map(|key| view! { <p class="notice">{t(lang, key)}</p> });
    let state = if by_password.has_failed() { by_password } else { FormState::of(RequestLink::url()) };
    let intro = match (ways.passwords, ways.links) {
        (true, true) => "sign-in-intro",
        (true, false) => "sign-in-intro-password",
        (false, true) => "sign-in-intro-link",
        (false, false) => "sign-in-intro-none",
    };
    let action = if ways.passwords { SignIn::url() } else { RequestLink::url() };
    let form = (ways.passwords || ways.links).then(|| {
        view! {
            <form method="post" action=action class="sign-in">
                <input type="hidden" name="next" value=next.clone() />
                <TextField name="email" state=state.clone() kind="email" autocomplete="username" />
                {ways.passwords.then(|| password(state.clone()))}
                {ways.links.then(|| link(ways.passwords))}
            </form>
        }
    });
    let sso_next = next.clone();
    view! {
        <PageHeading title=t(lang, "sign-in-title") />
        <Done />
        <ErrorSummary state=state.clone() />
        {instead}
        <super::sso::SsoButton next=sso_next />
        <p class="lead">{t(lang, intro)}</p>
        {form}
        <Help />
        {demo(people, next)}
    }
    .into_any()
}

/// What else leads in where a password did not, as far as it is offered here.
fn instead(state: &FormState, ways: Ways) -> Option<&'static str> {
    match state.error()? {
        AppError::SignInRefused | AppError::TooMany(_) if ways.links => Some("sign-in-instead-link"),
        AppError::SignInRefused => Some("sign-in-instead-forgot"),
        // Hours are for an account, which a new password opens; what is shut for minutes may be a network address.
        AppError::TooMany(minutes) if *minutes > 120 => Some("sign-in-instead-forgot"),
        _ => None,
    }
}

/// The field of the password, with the button that Enter presses.
fn password(state: FormState) -> AnyView {
    let lang = use_lang();
    view! {
        <TextField name="password" state=state kind="password" autocomplete="current-password" />
        <div class="actions">
            <button type="submit" class="button">{t(lang, "sign-in-submit")}</button>
            <a href="/sign-in/forgot">{t(lang, "sign-in-forgot")}</a>
        </div>
    }
    .into_any()
}

/// The button of the link: below the password it is the second way.
fn link(is_second: bool) -> AnyView {
    let lang = use_lang();
    let class = if is_second { "button button-secondary" } else { "button" };
    let words = is_second.then(|| {
        view! {
            <p class="sign-in-or">{t(lang, "sign-in-or")}</p>
            <p class="hint" id="sign-in-link-hint">{t(lang, "sign-in-send-hint")}</p>
        }
    });
    view! {
        {words}
        <button
            type="submit"
            class=class
            formaction=RequestLink::url()
            aria-describedby=is_second.then_some("sign-in-link-hint")
        >
            {t(lang, "sign-in-send")}
        </button>
    }
    .into_any()
}

fn demo(people: Vec<DemoPerson>, next: String) -> AnyView {
    let lang = use_lang();
    let buttons = people.into_iter().map(move |person| {
        let role = name_of(lang, "role", person.role);
        let place = person.organisation.map(|code| format!(", {code}")).unwrap_or_default();
        view! {
            <li>
                <form method="post" action=SignInDemo::url()>
                    <input type="hidden" name="person" value=person.id.to_string() />
                    <input type="hidden" name="next" value=next.clone() />
                    <button type="submit" class="demo-person">
                        <strong>{person.name}</strong>
                        <span>{format!("{role}{place}")}</span>
                    </button>
                </form>
            </li>
        }
    });
    let buttons: Vec<_> = buttons.collect();
    (!buttons.is_empty())
        .then(|| {
            view! {
                <section class="demo-people" aria-labelledby="demo-people">
                    <h2 id="demo-people">{t(lang, "sign-in-demo-title")}</h2>
                    <p>{t(lang, "sign-in-demo-intro")}</p>
                    <ul>{buttons}</ul>
                </section>
            }
        })
        .into_any()
}
