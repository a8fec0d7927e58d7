//! What administrators set for the whole instance: three forms, each kept on its own.

use super::parts;
use crate::{
    api::{
        admin::settings::{SetInstance, SetReminders, SetSignIn, SettingsPage},
        trail::{ALL_GROUPS, HistoryPage},
    },
    components::{
        address,
        breadcrumbs::Breadcrumbs,
        check::{CheckBox, CheckList},
        conflict::{Compared, Conflict},
        form::TextField,
        history::History,
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{name_of, t},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    people::Role,
    settings::SettingGroup,
    text::{Coded, Lang},
    trail::RecordKind,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    let history = address::page_of("history");
    let data = async move {
        let caller = caller()?;
        let page = backend().settings.show(&caller).await?;
        Ok((page, backend().trail.history(&caller, RecordKind::Setting, ALL_GROUPS, history).await?))
    };
    load(data, |(page, history)| show(page, history)).into_any()
}

fn show(page: SettingsPage, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    view! {
        <Breadcrumbs links=parts::crumbs(None) />
        <PageHeading title=t(lang, "admin-settings") />
        <Done />
        <p class="lead">{t(lang, "admin-settings-intro")}</p>
        {group(&page, SettingGroup::Instance, SetInstance::url(), "instance", instance)}
        {group(&page, SettingGroup::SignIn, SetSignIn::url(), "sign-in", sign_in)}
        {group(&page, SettingGroup::Reminders, SetReminders::url(), "reminders", reminders)}
        <History history=history />
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
            <Conflict state=state.clone() fields=compared(page, of) keep="/admin/settings" />
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

/// What two people may have written differently in a group.
fn compared(page: &SettingsPage, group: SettingGroup) -> Vec<Compared> {
    let lang = use_lang();
    let (instance, rules, policy) = (&page.settings.instance, &page.settings.sign_in, &page.settings.reminders);
    let ticked = |name: String, is_on: bool| {
        let choices = vec![("on".to_owned(), t(lang, "yes")), (String::new(), t(lang, "no"))];
        Compared::choice(name, if is_on { "on" } else { "" }, choices)
    };
    let name = |of| instance.name.get(of).unwrap_or_default().to_owned();
    match group {
        SettingGroup::Instance => vec![
            Compared::text("name_en", name(Lang::En)),
            Compared::text("name_fr", name(Lang::Fr)),
            Compared::text("contact", instance.contact.as_ref().map(ToString::to_string).unwrap_or_default()),
        ],
        SettingGroup::SignIn => {
            let roles = Role::ALL.iter().map(|role| {
                let field = format!("second_factor_for[{}]", role.code());
                let words = format!("{} – {}", t(lang, "field-second-factor-for"), name_of(lang, "role", *role));
                ticked(field, rules.second_factor_for.contains(role)).called(words).recorded_as("second_factor_for")
            });
            let others = vec![
                ticked("links".into(), rules.links),
                ticked("passwords".into(), rules.passwords),
                Compared::text("password_length", rules.password_length.to_string()),
                Compared::text("idle_minutes", rules.idle_minutes.to_string()),
                Compared::text("absolute_hours", rules.absolute_hours.to_string()),
            ];
            others.into_iter().chain(roles).collect()
        }
        SettingGroup::Reminders => vec![
            Compared::text("days_before", days(&policy.days_before)),
            ticked("on_due_day".into(), policy.on_due_day),
            Compared::text("every_days_after", policy.every_days_after.map(|days| days.to_string()).unwrap_or_default()),
        ],
    }
}

/// Days as a list that can be typed again.
fn days(days: &[u16]) -> String {
    days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
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
    let every = policy.every_days_after.map(|days| days.to_string()).unwrap_or_default();
    view! {
        <TextField name="days_before" state=state.clone() before=days(&policy.days_before) class="input-medium" optional=true />
        <CheckBox name="on_due_day" state=state.clone() before=policy.on_due_day />
        <TextField name="every_days_after" state=state.clone() before=every class="input-short" optional=true />
    }
    .into_any()
}
