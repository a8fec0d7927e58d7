//! Name, language, time zone, and how often to be reminded.

use super::zones;
use crate::{
    api::account::{AccountPage, ChangeProfile},
    components::{
        conflict::{Compared, Conflict},
        form::{Select, TextField},
    },
    i18n::{name_of, t},
    request::{FormState, use_lang},
};
use domain::{
    people::DigestChoice,
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

fn choices<T: Coded>(list: &str) -> Vec<(String, String)> {
    let lang = use_lang();
    T::ALL.iter().map(|value| (value.code().to_owned(), name_of(lang, list, *value))).collect()
}

/// What is wrong with a change that was just tried.
pub(super) fn summary(page: &AccountPage) -> AnyView {
    let fields = vec![
        Compared::text("name", page.name.clone()),
        Compared::choice("person_lang", page.lang.code(), choices::<Lang>("lang")),
        Compared::choice("time_zone", page.time_zone.clone().unwrap_or_default(), zones::choices(&page.instance_zone)),
        Compared::choice("digest", page.digest.code(), choices::<DigestChoice>("digest")),
    ];
    view! { <Conflict state=FormState::of(ChangeProfile::url()) fields=fields keep="/account" /> }.into_any()
}

/// The form.
pub(super) fn form(page: &AccountPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(ChangeProfile::url());
    let (languages, digests) = (choices::<Lang>("lang"), choices::<DigestChoice>("digest"));
    view! {
        <section class="card" aria-labelledby="profile">
            <h2 id="profile">{t(lang, "account-profile")}</h2>
            <form method="post" action=ChangeProfile::url()>
                <input type="hidden" name="lock_version" value=page.lock_version.to_string() />
                <TextField name="name" state=state.clone() before=page.name.clone() autocomplete="name" />
                <Select name="person_lang" state=state.clone() choices=languages before=page.lang.code() />
                {zones::field(&state, page)}
                <Select name="digest" state=state choices=digests before=page.digest.code() />
                <button type="submit" class="button">{t(lang, "account-keep")}</button>
            </form>
        </section>
    }
    .into_any()
}
