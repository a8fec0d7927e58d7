//! The two fields of every form that sets a password, and what a good one is.

use crate::{
    components::form::TextField,
    i18n::{Arg, t_args},
    request::{FormState, use_lang},
};
use leptos::prelude::*;

/// The new password, twice, since nobody sees what they type.
#[component]
pub fn NewPassword(
    /// The form.
    state: FormState,
    /// The least number of characters.
    least: u16,
) -> impl IntoView {
    let rule = t_args(use_lang(), "password-rule", &[("least", Arg::from(least))]);
    view! {
        <p>{rule}</p>
        <TextField name="new_password" state=state.clone() kind="password" autocomplete="new-password" />
        <TextField name="repeat_password" state=state kind="password" autocomplete="new-password" />
    }
    .into_any()
}
