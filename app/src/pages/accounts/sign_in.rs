//! The sign-in page.

use crate::{
    api::accounts::{DemoPerson, RequestLink, SignInDemo},
    components::{
        errors::ErrorSummary,
        form::TextField,
        page::{PageHeading, load},
    },
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
    let state = FormState::of(RequestLink::url());
    let demo_next = next.clone();
    view! {
        <PageHeading title=t(lang, "sign-in-title") />
        <ErrorSummary state=state.clone() />
        <p class="lead">{t(lang, "sign-in-intro")}</p>
        <form method="post" action=RequestLink::url() class="narrow">
            <input type="hidden" name="next" value=next />
            <TextField name="email" state=state kind="email" autocomplete="email" />
            <button type="submit" class="button">{t(lang, "sign-in-send")}</button>
        </form>
        {load(async move { backend().accounts.demo_people().await }, move |people| demo(people, demo_next))}
    }
}

fn demo(people: Vec<DemoPerson>, next: String) -> impl IntoView {
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
    (!buttons.is_empty()).then(|| {
        view! {
            <section class="demo-people" aria-labelledby="demo-people">
                <h2 id="demo-people">{t(lang, "sign-in-demo-title")}</h2>
                <p>{t(lang, "sign-in-demo-intro")}</p>
                <ul>{buttons}</ul>
            </section>
        }
    })
}
