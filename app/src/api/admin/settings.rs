//! What administrators set for the whole instance.

use super::{is_ticked, people::ticked};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::settings::{SettingGroup, Settings, TypedInstance, TypedReminders, TypedSignIn};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The settings, each group with what guards it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsPage {
    /// The settings.
    pub settings: Settings,
    /// The `lock_version` of each group.
    pub locks: Vec<(SettingGroup, i32)>,
}

impl SettingsPage {
    /// What guards a group.
    #[must_use]
    pub fn lock_version(&self, group: SettingGroup) -> i32 {
        self.locks.iter().find(|(of, _)| *of == group).map_or(0, |(_, lock)| *lock)
    }
}

/// Settings of one group as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedSettings {
    /// The name and the contact.
    Instance(TypedInstance),
    /// The rules of signing in.
    SignIn(TypedSignIn),
    /// The reminder policy.
    Reminders(TypedReminders),
}

/// Changes the name of the instance and whom to ask for help.
#[server(prefix = "/do", endpoint = "set-instance")]
pub async fn set_instance(
    /// Guards against overwriting.
    lock_version: i32,
    /// The name in English.
    #[server(default)]
    name_en: String,
    /// The name in French.
    #[server(default)]
    name_fr: String,
    /// The address to write to for help.
    #[server(default)]
    contact: String,
) -> Result<(), AppError> {
    let typed = TypedSettings::Instance(TypedInstance { name_en, name_fr, contact });
    backend().settings.save(&caller()?, lock_version, &typed).await?;
    leptos_axum::redirect("/admin/settings?done=settings-kept");
    Ok(())
}

/// Changes how people get in and how long they stay.
// One argument per field of the form, named as its problems are.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "set-sign-in")]
pub async fn set_sign_in(
    /// Guards against overwriting.
    lock_version: i32,
    /// Ticked when links are on.
    #[server(default)]
    links: String,
    /// Ticked when passwords are on.
    #[server(default)]
    passwords: String,
    /// The least length of a password.
    #[server(default)]
    password_length: String,
    /// The boxes of the roles that need a second factor, by `Role` code.
    #[server(default)]
    second_factor_for: BTreeMap<String, String>,
    /// Minutes without a request.
    #[server(default)]
    idle_minutes: String,
    /// Hours after signing in.
    #[server(default)]
    absolute_hours: String,
) -> Result<(), AppError> {
    let typed = TypedSignIn {
        links: is_ticked(&links),
        passwords: is_ticked(&passwords),
        password_length,
        second_factor_for: ticked(&second_factor_for),
        idle_minutes,
        absolute_hours,
    };
    backend().settings.save(&caller()?, lock_version, &TypedSettings::SignIn(typed)).await?;
    leptos_axum::redirect("/admin/settings?done=settings-kept");
    Ok(())
}

/// Changes when people are reminded.
#[server(prefix = "/do", endpoint = "set-reminders")]
pub async fn set_reminders(
    /// Guards against overwriting.
    lock_version: i32,
    /// Days before the due day, as a list.
    #[server(default)]
    days_before: String,
    /// Ticked to write on the due day.
    #[server(default)]
    on_due_day: String,
    /// Days between reminders after it, or blank.
    #[server(default)]
    every_days_after: String,
) -> Result<(), AppError> {
    let typed = TypedReminders { days_before, on_due_day: is_ticked(&on_due_day), every_days_after };
    backend().settings.save(&caller()?, lock_version, &TypedSettings::Reminders(typed)).await?;
    leptos_axum::redirect("/admin/settings?done=settings-kept");
    Ok(())
}
