//! One's own account: who one is here, what one chose, and who stands in.

use super::admin::people::{AbsenceView, PersonName};
use crate::{
    cookies,
    error::AppError,
    request::{backend, caller},
};
use domain::{
    people::{DigestChoice, Role},
    text::{InLang, Lang},
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountPage {
    /// The name.
    pub name: String,
    /// The address, which administrators change.
    pub email: String,
    /// The organisation.
    pub organisation: Option<InLang>,
    /// The roles held, each with the plan it is limited to: `None` for the whole instance, an empty title for a plan
    /// without one.
    pub roles: Vec<(Role, Option<String>)>,
    /// The language the person is written to in.
    pub lang: Lang,
    /// The time zone chosen; `None` for that of the instance.
    pub time_zone: Option<String>,
    /// The instance's time zone.
    pub instance_zone: String,
    /// How often the person wants to be reminded.
    pub digest: DigestChoice,
    /// Who acts for the person.
    pub deputy: Option<PersonName>,
    /// Whom the person may name: those of the own organisation.
    pub colleagues: Vec<PersonName>,
    /// Whom the person acts for, and whether they are away.
    pub acts_for: Vec<(String, bool)>,
    /// Absences that are not over.
    pub absences: Vec<AbsenceView>,
    /// Guards every change of the account.
    pub lock_version: i32,
}

/// The form exactly as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedProfile {
    /// The name.
    pub name: String,
    /// A `Lang` code.
    pub lang: String,
    /// The name of a time zone; blank for the instance's.
    pub time_zone: String,
    /// A `DigestChoice` code.
    pub digest: String,
}

/// Changes one's profile.
#[server(prefix = "/do", endpoint = "change-profile")]
pub async fn change_profile(
    /// Guards against overwriting.
    lock_version: i32,
    /// The name.
    #[server(default)]
    name: String,
    /// The language to be written to in.
    #[server(default)]
    person_lang: String,
    /// The time zone.
    #[server(default)]
    time_zone: String,
    /// How often to be reminded.
    #[server(default)]
    digest: String,
) -> Result<(), AppError> {
    let typed = TypedProfile { name, lang: person_lang, time_zone, digest };
    backend().account.change(&caller()?, lock_version, &typed).await?;
    // The language was chosen here now, and no earlier choice hides it.
    cookies::follow_profile();
    leptos_axum::redirect("/account?done=changes-kept");
    Ok(())
}

/// Names one's deputy, or nobody.
#[server(prefix = "/do", endpoint = "name-my-deputy")]
pub async fn name_my_deputy(
    /// Guards against overwriting.
    lock_version: i32,
    /// The id of the deputy; blank for nobody.
    #[server(default)]
    deputy: String,
) -> Result<(), AppError> {
    backend().account.name_deputy(&caller()?, lock_version, &deputy).await?;
    leptos_axum::redirect("/account?done=changes-kept");
    Ok(())
}

/// Says on which days one is away.
#[server(prefix = "/do", endpoint = "add-my-absence")]
pub async fn add_my_absence(
    /// Guards against overwriting.
    lock_version: i32,
    /// The first day.
    #[server(default)]
    starts_on: String,
    /// The last day.
    #[server(default)]
    ends_on: String,
) -> Result<(), AppError> {
    backend().account.add_absence(&caller()?, lock_version, &starts_on, &ends_on).await?;
    leptos_axum::redirect("/account?done=absence-added");
    Ok(())
}

/// Cancels one's absence.
#[server(prefix = "/do", endpoint = "cancel-my-absence")]
pub async fn cancel_my_absence(
    /// Guards against overwriting.
    lock_version: i32,
    /// The id of the absence.
    absence: i64,
) -> Result<(), AppError> {
    backend().account.cancel_absence(&caller()?, lock_version, absence).await?;
    leptos_axum::redirect("/account?done=absence-cancelled");
    Ok(())
}
