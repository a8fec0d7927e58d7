//! What the audit trail says, from codes to words in the reader's language.

use crate::{
    api::trail::{FieldChange, RecordLink},
    components::bar,
    i18n::{Arg, dates, has, money, name_of, t, t_args},
};
use chrono::NaiveDate;
use domain::{
    comments::ProposedDecision,
    contacts::ContactPurpose,
    costs::{Cents, Certainty, CostKind, CostSource},
    dates::DueDate,
    deliverable::DeliverableStatus,
    evidence::Marking,
    mail::MailState,
    measure::MeasureStatus,
    people::{DigestChoice, LinkPurpose, Role, Way},
    plan::{PlanStatus, Priority, ResponseKind, SourceKind},
    text::{Coded, Lang},
};
use std::str::FromStr;

/// A name of the program as a key of the catalogue has it.
fn key(start: &str, name: &str) -> String {
    format!("{start}-{}", name.replace(['.', '_'], "-"))
}

/// What was done, in words. An action the catalogue does not know yet is still told as a change.
#[must_use]
pub fn action_words(lang: Lang, action: &str) -> String {
    let key = key("history", action);
    if has(lang, &key) { t(lang, &key) } else { t(lang, "history-changed") }
}

/// A record by its kind and name: "Measure 2a", "Plan".
#[must_use]
pub fn record_words(lang: Lang, record: &RecordLink) -> String {
    let (plain, named) = (key("record", &record.kind), key("record-named", &record.kind));
    match &record.name {
        Some(name) if has(lang, &named) => t_args(lang, &named, &[("name", Arg::from(name.clone()))]),
        _ if has(lang, &plain) => t(lang, &plain),
        _ => record.kind.clone(),
    }
}

/// The key of a field's name. Some fields are asked for as a question; here they need a plain name.
#[must_use]
pub fn field_key(field: &str) -> Option<String> {
    [key("change", field), key("field", field)].into_iter().find(|key| has(Lang::En, key) && has(Lang::Fr, key))
}

fn field_words(lang: Lang, field: &str) -> String {
    field_key(field).map_or_else(|| field.replace(['_', '.'], " "), |key| t(lang, &key))
}

/// A change in words, as in "Status: Planning → In progress", worded so that it can be read aloud.
#[must_use]
pub fn change_words(lang: Lang, change: &FieldChange) -> String {
    let field = Arg::from(field_words(lang, &change.field));
    let value = |value: &str| Arg::from(value_words(lang, &change.field, value));
    let filled = |value: &Option<String>| value.clone().filter(|text| !text.trim().is_empty());
    match (filled(&change.old), filled(&change.new)) {
        (Some(old), Some(new)) => {
            t_args(lang, "history-from-to", &[("field", field), ("old", value(&old)), ("new", value(&new))])
        }
        (None, Some(new)) => t_args(lang, "history-to", &[("field", field), ("new", value(&new))]),
        (Some(old), None) => t_args(lang, "history-removed", &[("field", field), ("old", value(&old))]),
        (None, None) => t_args(lang, "history-touched", &[("field", field)]),
    }
}

fn named<T: Coded + FromStr>(lang: Lang, list: &str, value: &str) -> Option<String> {
    let value = value.parse::<T>().ok()?;
    has(lang, &key(list, value.code())).then(|| name_of(lang, list, value))
}

/// Fields that are on or off.
const ON_OFF: &[&str] = &["links", "passwords", "on_due_day", "is_public", "needs_evidence"];

/// A stored value as people read it: the name of a code, a date in words, else the text itself.
fn value_words(lang: Lang, field: &str, value: &str) -> String {
    let worded = if field.ends_with("_id") {
        None
    } else if field.contains("status") && field.contains("deliverable") {
        named::<DeliverableStatus>(lang, "deliverable-status", value)
    } else if field.contains("status") {
        named::<MeasureStatus>(lang, "status", value)
            .or_else(|| named::<DeliverableStatus>(lang, "deliverable-status", value))
            .or_else(|| named::<PlanStatus>(lang, "plan-status", value))
    } else if ON_OFF.contains(&field) {
        [("on", "yes"), ("off", "no")].iter().find(|(code, _)| *code == value).map(|(_, key)| t(lang, key))
    } else if field == "proposed_decision" {
        named::<ProposedDecision>(lang, "proposed", value)
    } else if field == "kind" {
        named::<CostKind>(lang, "cost-kind", value)
    } else if field == "source" {
        named::<CostSource>(lang, "cost-source", value)
    } else if field == "certainty" {
        named::<Certainty>(lang, "certainty", value)
    } else if field == "amount_cents" {
        value.parse().ok().and_then(Cents::new).map(|amount| money::amount(lang, amount))
    } else if field == "marking" {
        named::<Marking>(lang, "marking", value)
    } else if field == "purpose" {
        named::<ContactPurpose>(lang, "contact-purpose", value).or_else(|| named::<LinkPurpose>(lang, "link-purpose", value))
    } else if field == "second_factor_for" {
        value.split(", ").map(|code| named::<Role>(lang, "role", code)).collect::<Option<Vec<_>>>().map(|names| names.join(", "))
    } else if field == "way" {
        named::<Way>(lang, "way", value)
    } else if field == "needs_evidence" {
        ["yes", "no"].contains(&value).then(|| t(lang, value))
    } else if ["response", "answer_kind"].contains(&field) {
        named::<ResponseKind>(lang, "response", value)
    } else if field == "source_kind" {
        named::<SourceKind>(lang, "source-kind", value)
    } else if field == "priority" {
        named::<Priority>(lang, "priority", value)
    } else if field.contains("state") {
        named::<MailState>(lang, "mail-state", value)
    } else if field.contains("role") {
        named::<Role>(lang, "role", value)
    } else if field.contains("digest") {
        named::<DigestChoice>(lang, "digest", value)
    } else if field.contains("lang") {
        named::<Lang>(lang, "lang", value)
    } else if field.contains("percent") {
        value.parse().ok().map(|number| bar::percent(lang, number))
    } else if field.ends_with("_on") {
        value.parse::<NaiveDate>().ok().map(|day| dates::day(lang, day))
    } else if ["due", "forecast", "original", "current"].iter().any(|part| field.contains(part)) {
        value.parse::<DueDate>().ok().map(|due| dates::due(lang, due))
    } else {
        None
    };
    worded.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(field: &str, old: Option<&str>, new: Option<&str>) -> FieldChange {
        FieldChange { field: field.into(), old: old.map(str::to_owned), new: new.map(str::to_owned) }
    }

    #[test]
    fn codes_and_dates_are_told_in_words() {
        let words = |change| change_words(Lang::En, &change);
        assert_eq!(words(change("status", Some("planning"), Some("in_progress"))), "Status: from “Planning” to “In progress”");
        assert_eq!(words(change("forecast", None, Some("2018-09"))), "Expected date: “September 2018”");
        assert_eq!(words(change("kind", None, Some("commitment"))), "Kind: “Commitment”");
        assert_eq!(words(change("amount_cents", None, Some("730000050"))), "Amount: “$7,300,000.50”");
        assert_eq!(words(change("links", Some("on"), Some("off"))), "Sign-in by link: from “Yes” to “No”");
        let asked_of = change("second_factor_for", None, Some("administrator, lead"));
        assert_eq!(words(asked_of), "Second factor asked of: “Administrator, Lead”");
        assert_eq!(words(change("role_plan_id", None, Some("12"))), "Number of the plan: “12”");
        assert_eq!(words(change("deputy_id", Some("3"), Some("4"))), "Account number of the deputy: from “3” to “4”");
        assert_eq!(words(change("percent", Some("0"), Some("40"))), "Percent done: from “0%” to “40%”");
    }

    #[test]
    fn a_field_or_action_nobody_worded_is_still_told_without_a_key() {
        assert_eq!(change_words(Lang::En, &change("odd_thing", None, Some("x"))), "odd thing: “x”");
        assert_eq!(action_words(Lang::En, "measure_turned_around"), t(Lang::En, "history-changed"));
        assert_ne!(action_words(Lang::Fr, "progress_reported"), t(Lang::Fr, "history-changed"));
    }
}
