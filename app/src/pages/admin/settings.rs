//! What administrators set for the whole instance: three forms, each kept on its own.

use super::parts;
use crate::{
    api::admin::settings::{SetInstance, SetReminders, SetSignIn, SettingsPage},
    components::{
        breadcrumbs::Breadcrumbs,
        check::{CheckBox, CheckList},
        errors::ErrorSummary,
        form::TextField,
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::t,
    request::{FormState, backend, caller, use_lang},
};
use domain::{people::Role, settings::SettingGroup, text::Lang};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    load(async move { backend().settings.show(&caller()?).await }, show).into_any()
}

fn show(page: SettingsPage) -> AnyView {
    let lang = use_lang();
    view! {
        <Breadcrumbs links=parts::crumbs(None) />
        <PageHeading title=t(lang, "admin-settings") />
        <Done />
        <p class="lead">{t(lang, "admin-settings-intro")}</p>
        {group(&page, SettingGroup::Instance, SetInstance::url(), "instance", instance)}
        {group(&page, SettingGroup::SignIn, SetSignIn::url(), "sign-in", sign_in)}
        {group(&page, SettingGroup::Reminders, SetReminders::url(), "reminders", reminders)}
    }
    .into_any()
}

/// One form, with its own problems above it.
fn group(
    page: &SettingsPage,
    of: SettingGroup,
    action: &'static str,
    id: &'static str,
    fields: fn(&SettingsPage, &FormState) -> AnyView,
) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(action);
    view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id>{t(lang, &format!("admin-settings-{id}"))}</h2>
            <ErrorSummary state=state.clone() />
            <p>{t(lang, &format!("admin-settings-{id}-about"))}</p>
            <form method="post" action=action>
                <input type="hidden" name="lock_version" value=page.lock_version(of).to_string() />
                {fields(page, &state)}
                <button type="submit" class="button">{t(lang, "admin-keep-do")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn instance(page: &SettingsPage, state: &FormState) -> AnyView {
    let of = &page.settings.instance;
    let contact = of.contact.as_ref().map(ToString::to_string).unwrap_or_default();
    view! {
        {parts::both_names(state, of.name.get(Lang::En), of.name.get(Lang::Fr))}
        <TextField name="contact" state=state.clone() before=contact kind="email" optional=true />
    }
    .into_any()
}

fn sign_in(page: &SettingsPage, state: &FormState) -> AnyView {
    let rules = &page.settings.sign_in;
    let number = |number: u32| number.to_string();
    view! {
        <CheckBox name="links" state=state.clone() before=rules.links />
        <CheckBox name="passwords" state=state.clone() before=rules.passwords />
        <TextField name="password_length" state=state.clone() before=rules.password_length.to_string() class="input-short" />
        <CheckList<Role> name="second_factor_for" state=state.clone() list="role" before=rules.second_factor_for.clone() />
        <TextField name="idle_minutes" state=state.clone() before=number(rules.idle_minutes) class="input-short" />
        <TextField name="absolute_hours" state=state.clone() before=number(rules.absolute_hours) class="input-short" />
    }
    .into_any()
}

fn reminders(page: &SettingsPage, state: &FormState) -> AnyView {
    let policy = &page.settings.reminders;
    let days: Vec<String> = policy.days_before.iter().map(ToString::to_string).collect();
    let every = policy.every_days_after.map(|days| days.to_string()).unwrap_or_default();
    view! {
        <TextField name="days_before" state=state.clone() before=days.join(", ") class="input-medium" optional=true />
        <CheckBox name="on_due_day" state=state.clone() before=policy.on_due_day />
        <TextField name="every_days_after" state=state.clone() before=every class="input-short" optional=true />
    }
    .into_any()
}
