//! The wording of a measure: what is not as it was approved, and the way to the forms.

use crate::{api::measures::MeasurePage, components::amended::AmendedList, i18n::t, request::use_lang};
use leptos::prelude::*;

/// The whole.
pub(super) fn section(measure: &MeasurePage) -> AnyView {
    let (lang, wording, id) = (use_lang(), &measure.wording, measure.row.id);
    let words = if wording.approved_on.is_some() { "wording-amend" } else { "wording-edit" };
    let edit = wording.may_edit.then(|| view! { <li><a href=format!("/measures/{id}/edit")>{t(lang, words)}</a></li> });
    let owner =
        wording.may_name_owner.then(|| view! { <li><a href=format!("/measures/{id}/owner")>{t(lang, "wording-owner")}</a></li> });
    let tools = (edit.is_some() || owner.is_some()).then(|| view! { <ul class="edit-tools no-print">{edit}{owner}</ul> });
    let amended = wording.amended.clone();
    let compared = wording.approved_on.map(|approved_on| view! { <AmendedList amended=amended approved_on=approved_on /> });
    view! { {tools}{compared} }.into_any()
}
