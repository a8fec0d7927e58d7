//! What administrators set for the whole instance: each group is guarded and audited as one.

use super::{Author, Services, access, change, trail::group_number};
use crate::store::{StoreError, Tx, audit, settings};
use app::{
    api::admin::settings::{SettingsPage, TypedSettings},
    backend::{Caller, Settings},
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    people::{Action, Role},
    problem::Problem,
    reminders::ReminderPolicy,
    settings::{InstanceSettings, SettingGroup, SignInRules},
    text::{Coded, Lang},
    trail::{AuditAction, RecordKind},
};
use serde::Serialize;

/// One field: its name, the value before and after.
type Field = (&'static str, Option<String>, Option<String>);

#[async_trait]
impl Settings for Services {
    async fn show(&self, caller: &Caller) -> Result<SettingsPage, AppError> {
        access::known(&caller.actor, Action::ManageSettings)?;
        let stored = self.store.read(settings::load).await?;
        let locks = SettingGroup::ALL.iter().map(|group| (*group, stored.lock_version(*group))).collect();
        Ok(SettingsPage { settings: stored.settings, locks })
    }

    async fn save(&self, caller: &Caller, lock: i32, typed: &TypedSettings) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ManageSettings)?;
        let author = Author::caller(caller, self.clock.now());
        let invalid = |problems: Vec<Problem>| AppError::Invalid(problems);
        self.store
            .write(async |tx| {
                let before = settings::load(tx).await?;
                // Settings have no numbers; in the audit trail each group has one of its own.
                let (group, action) = match typed {
                    TypedSettings::Instance(_) => (SettingGroup::Instance, AuditAction::SettingsInstance),
                    TypedSettings::SignIn(_) => (SettingGroup::SignIn, AuditAction::SettingsSignIn),
                    TypedSettings::Reminders(_) => (SettingGroup::Reminders, AuditAction::SettingsReminders),
                };
                let number = group_number(group);
                if before.lock_version(group) != lock {
                    return Err(AppError::Conflict);
                }
                let before = before.settings;
                let changes = match typed {
                    TypedSettings::Instance(typed) => {
                        let after = typed.check().map_err(invalid)?;
                        write(tx, group, lock, &after, instance(&before.instance, &after)).await?
                    }
                    TypedSettings::SignIn(typed) => {
                        let after = typed.check().map_err(invalid)?;
                        write(tx, group, lock, &after, sign_in(&before.sign_in, &after)).await?
                    }
                    TypedSettings::Reminders(typed) => {
                        let after = typed.check().map_err(invalid)?;
                        write(tx, group, lock, &after, reminders(&before.reminders, &after)).await?
                    }
                };
                if changes.is_empty() {
                    return Ok(());
                }
                Ok(audit::record(tx, author.entry(action, RecordKind::Setting, number, None, changes)).await?)
            })
            .await
    }
}

impl Services {
    /// What the instance is called and whom to ask for help: every page shows it.
    pub async fn instance(&self) -> Result<InstanceSettings, AppError> {
        let stored: Result<_, StoreError> = self.store.read(settings::load).await;
        Ok(stored?.settings.instance)
    }
}

/// Writes a group unless nothing about it changed, and answers what did.
async fn write<T: Serialize>(
    tx: &Tx,
    group: SettingGroup,
    lock: i32,
    after: &T,
    fields: Vec<Field>,
) -> Result<Vec<audit::Change>, AppError> {
    let changes: Vec<_> = fields.into_iter().filter_map(|(field, old, new)| change(field, old, new)).collect();
    if !changes.is_empty() {
        settings::save(tx, group, lock, after).await?;
    }
    Ok(changes)
}

fn instance(before: &InstanceSettings, after: &InstanceSettings) -> Vec<Field> {
    let name = |of: &InstanceSettings, lang| of.name.get(lang).map(str::to_owned);
    let contact = |of: &InstanceSettings| of.contact.as_ref().map(ToString::to_string);
    vec![
        ("name_en", name(before, Lang::En), name(after, Lang::En)),
        ("name_fr", name(before, Lang::Fr), name(after, Lang::Fr)),
        ("contact", contact(before), contact(after)),
    ]
}

fn sign_in(before: &SignInRules, after: &SignInRules) -> Vec<Field> {
    let roles = |of: &SignInRules| {
        let codes: Vec<&str> = of.second_factor_for.iter().map(|role: &Role| role.code()).collect();
        Some(codes.join(", ")).filter(|codes| !codes.is_empty())
    };
    let field = |name, of: &dyn Fn(&SignInRules) -> String| (name, Some(of(before)), Some(of(after)));
    vec![
        field("links", &|rules| on_off(rules.links)),
        field("passwords", &|rules| on_off(rules.passwords)),
        field("password_length", &|rules| rules.password_length.to_string()),
        ("second_factor_for", roles(before), roles(after)),
        field("idle_minutes", &|rules| rules.idle_minutes.to_string()),
        field("absolute_hours", &|rules| rules.absolute_hours.to_string()),
    ]
}

fn reminders(before: &ReminderPolicy, after: &ReminderPolicy) -> Vec<Field> {
    let days = |of: &ReminderPolicy| {
        let days: Vec<String> = of.days_before.iter().map(ToString::to_string).collect();
        Some(days.join(", ")).filter(|days| !days.is_empty())
    };
    let every = |of: &ReminderPolicy| of.every_days_after.map(|days| days.to_string());
    vec![
        ("days_before", days(before), days(after)),
        ("on_due_day", Some(on_off(before.on_due_day)), Some(on_off(after.on_due_day))),
        ("every_days_after", every(before), every(after)),
    ]
}

/// How the audit trail says yes and no.
fn on_off(is_on: bool) -> String {
    if is_on { "on" } else { "off" }.to_owned()
}
