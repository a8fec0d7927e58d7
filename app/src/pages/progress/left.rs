//! Rows of the form on many measures that came back without a place in it: the measure ended, was handed over, or waits
//! for its verifier. What was typed stands beside the reason, to be read and copied.

use super::drafts;
use crate::{
    api::many::LeftRow,
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::progress::TypedProgress;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The measures that the form which failed had rows for.
pub(super) fn typed_rows(state: &FormState) -> BTreeSet<i64> {
    let row = |name: &str| name.strip_prefix("rows[")?.split_once(']')?.0.parse().ok();
    state.typed().iter().filter_map(|(name, _)| row(name)).collect()
}

/// Where the words of a row stand.
pub(super) fn href(row: &LeftRow) -> String {
    format!("#left-{}", row.measure)
}

/// The rows in which something was written. Nothing where there is none.
pub(super) fn section(left: &[LeftRow], state: &FormState) -> Option<AnyView> {
    let lang = use_lang();
    let items: Vec<_> = left.iter().filter_map(|row| item(row, state)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="many-left-title">
                <h2 id="many-left-title">{t(lang, "many-left-title")}</h2>
                <p>{t(lang, "many-left-how")}</p>
                {items}
            </section>
        }
        .into_any()
    })
}

fn item(row: &LeftRow, state: &FormState) -> Option<AnyView> {
    let lang = use_lang();
    let value = |field: &str| state.value(&format!("rows[{}][{field}]", row.measure), "");
    let own = value("text_lang");
    let typed = TypedProgress {
        done: value("done"),
        obstacles: value("obstacles"),
        next_step: value("next_step"),
        text_lang: if own.is_empty() { state.value("text_lang", "") } else { own },
        ..TypedProgress::default()
    };
    let words = drafts::words(&typed)?;
    let label = match &row.label {
        Some(label) => t_args(lang, "measure-label", &[("label", Arg::from(label.clone()))]),
        None => t(lang, "many-left-unknown"),
    };
    let why = match row.why {
        Some(why) => view! { <p>{name_of(lang, "problem", why)}</p> }.into_any(),
        None => view! {
            <p>
                {t(lang, "many-left-elsewhere")}" "
                <a href=format!("/measures/{}/report", row.measure)>{t(lang, "many-left-open")}</a>
            </p>
        }
        .into_any(),
    };
    let view = view! {
        <div id=format!("left-{}", row.measure) tabindex="-1">
            <h3>{label}</h3>
            {why}
            {words}
        </div>
    };
    Some(view.into_any())
}
