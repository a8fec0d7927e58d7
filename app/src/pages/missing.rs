//! An address that leads nowhere.

use crate::{components::errors::ErrorPage, error::AppError};
use leptos::prelude::*;

/// Says that there is no such page.
#[component]
pub fn Missing() -> impl IntoView {
    view! { <ErrorPage error=AppError::NotFound /> }
}
