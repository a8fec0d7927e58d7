//! Drafts, nothing new to report, many measures at once, who has not reported.

mod drafts;
mod many;
mod reporting;

use crate::support::{Bench, measure};
use app::backend::Caller;
use domain::{
    people::Role,
    progress::{TypedProgress, TypedRow},
};

/// A coordinator, a lead of SP and an approved plan of so many measures of SP.
pub struct Stage {
    pub bench: Bench,
    pub coordinator: Caller,
    pub lead: Caller,
    pub plan: i64,
    pub measures: Vec<i64>,
}

impl Stage {
    pub async fn of(bench: Bench, count: usize) -> Self {
        let sp = bench.organisation("SP").await;
        let coordinator = bench.person("Claire", None, Role::Coordinator).await;
        let lead = bench.person("Luc", Some(sp), Role::Lead).await;
        let drafts = (0..count).map(|n| measure(&format!("Mesure numéro {n}"), "SP", "2018-06")).collect();
        let plan = bench.approved_plan(&coordinator, drafts).await;
        let measures = bench.measures(plan).await.iter().map(|measure| measure.figures.id).collect();
        Self { bench, coordinator, lead, plan, measures }
    }
}

/// What a lead types, half finished or not.
pub fn typed(status: &str, done: &str) -> TypedProgress {
    TypedProgress { status: status.into(), done: done.into(), text_lang: "fr".into(), ..TypedProgress::default() }
}

/// A row as the form offers it for a measure that nobody reported on.
pub fn offered() -> TypedRow {
    TypedRow {
        lock_version: "0".into(),
        status: "not_started".into(),
        status_before: "not_started".into(),
        percent: "0".into(),
        percent_before: "0".into(),
        ..TypedRow::default()
    }
}
