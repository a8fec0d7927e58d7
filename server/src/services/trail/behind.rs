//! What happened to the record of a form that met a conflict: who was faster, when, and with what.

use super::{history, require_sight};
use crate::{
    services::access,
    store::{
        Tx,
        audit::{self, Which},
        contacts, decisions, evidence,
        measures::{self, Scope},
    },
};
use app::{
    api::{
        behind::{About, about},
        trail::HistoryEntry,
    },
    backend::Caller,
    error::AppError,
    request::FormFailure,
};
use domain::{settings::SettingGroup, trail::RecordKind};

/// The changes, newest first; none for a form that is about no record.
pub(super) async fn changes(tx: &Tx, caller: &Caller, failed: &FormFailure) -> Result<Vec<HistoryEntry>, AppError> {
    if failed.error != AppError::Conflict {
        return rows(tx, caller, &failed.rows_changed_meanwhile()).await;
    }
    let Some((record, id)) = record(tx, caller, failed).await? else { return Ok(Vec::new()) };
    require_sight(tx, caller, record, id).await?;
    Ok(history(tx, &Which::record(record, id), record, 1, caller.lang).await?.entries)
}

/// The changes to the measures of a form with many rows, each with the measure it was about.
async fn rows(tx: &Tx, caller: &Caller, measures: &[i64]) -> Result<Vec<HistoryEntry>, AppError> {
    let visible: Vec<i64> = access::visible_plans(tx, &caller.actor).await?.iter().map(|plan| plan.id).collect();
    let found = measures::figures(tx, &Scope::ids(measures)).await?;
    let known: Vec<i64> = found.iter().filter(|measure| visible.contains(&measure.plan_id)).map(|measure| measure.id).collect();
    let rows = audit::history(tx, &Which::all(RecordKind::Measure, &known), 0, u64::from(super::ROWS)).await?;
    let names = super::names::of(tx, &rows, caller.lang).await?;
    Ok(rows.into_iter().map(|row| names.entry(row, true)).collect())
}

/// The record that a form is about.
async fn record(tx: &Tx, caller: &Caller, failed: &FormFailure) -> Result<Option<(RecordKind, i64)>, AppError> {
    let number = |field: &str| {
        let typed = failed.fields.iter().find(|(name, _)| name == field);
        typed.and_then(|(_, value)| value.trim().parse::<i64>().ok())
    };
    let Some(about) = about(&failed.action) else { return Ok(None) };
    let measure = match about {
        About::Record(kind, field) => return Ok(number(field).map(|id| (kind, id))),
        About::New(kind, field, plan) => {
            let existing = number(field).map(|id| (kind, id));
            return Ok(existing.or_else(|| number(plan).map(|id| (RecordKind::Plan, id))));
        }
        About::Oneself => return Ok(Some((RecordKind::Person, caller.actor.person))),
        About::Settings(group) => return Ok(Some((RecordKind::Setting, group_number(group)))),
        About::Evidence => match number("evidence") {
            Some(id) => evidence::find(tx, id).await?.map(|piece| piece.measure_id),
            None => None,
        },
        About::Extension => match number("extension") {
            Some(id) => decisions::request(tx, id).await?.map(|request| request.measure_id),
            None => None,
        },
        About::Proposal => match number("proposal") {
            Some(id) => contacts::proposal(tx, id).await?.map(|proposal| proposal.measure_id),
            None => None,
        },
        About::Link => match number("link") {
            Some(id) => contacts::link(tx, id).await?.map(|link| link.measure_id),
            None => None,
        },
    };
    let Some(measure) = measure else { return Ok(None) };
    access::measure(tx, &caller.actor, measure).await?;
    Ok(Some((RecordKind::Measure, measure)))
}

/// The number of a group of settings in the audit trail.
pub(in crate::services) fn group_number(group: SettingGroup) -> i64 {
    match group {
        SettingGroup::Instance => 1,
        SettingGroup::SignIn => 2,
        SettingGroup::Reminders => 3,
    }
}
