//! What an edit changed, field by field, for the audit trail.

use super::read::Answer;
use crate::{
    services::change,
    store::{
        audit::Change,
        plans::{PlanEdit, RecommendationEdit},
        records::{Answered, Plan, Response},
    },
};
use domain::{
    reminders::ReminderPolicy,
    text::{Bilingual, Coded, Lang},
};

/// The fields that changed so far.
#[derive(Debug, Default)]
pub(super) struct Changes(pub Vec<Change>);

impl Changes {
    /// A value, unless it is the same.
    pub(super) fn value(&mut self, field: &str, old: Option<String>, new: Option<String>) {
        self.0.extend(change(field, old, new));
    }

    /// A code, unless it is the same.
    pub(super) fn code<T: Coded>(&mut self, field: &str, old: Option<T>, new: Option<T>) {
        let code = |value: Option<T>| value.map(|value| value.code().to_owned());
        self.value(field, code(old), code(new));
    }

    /// Each language that is not the same.
    pub(super) fn text(&mut self, field: &str, old: &Bilingual, new: &Bilingual) {
        for lang in Lang::ALL {
            let words = |text: &Bilingual| text.get(*lang).map(str::to_owned);
            self.value(&format!("{field}_{lang}"), words(old), words(new));
        }
    }

    /// Whether all that changed is that something said in one language only is now said in the other as well.
    pub(super) fn only_translates(&self) -> bool {
        let translates = |(field, old, new): &Change| {
            Lang::ALL.iter().any(|lang| field.ends_with(&format!("_{lang}"))) && old.is_none() && new.is_some()
        };
        !self.0.is_empty() && self.0.iter().all(translates)
    }

    /// A response, there or not.
    pub(super) fn answer(&mut self, old: Option<&Response>, new: Option<&Answer>) {
        let none = Bilingual::default();
        self.code("answer_kind", old.map(|old| old.kind), new.map(|new| new.kind));
        self.text("answer", old.map_or(&none, |old| &old.text), new.map_or(&none, |new| &new.text));
        self.text("answer_reason", old.map_or(&none, |old| &old.reason), new.map_or(&none, |new| &new.reason));
    }

    /// A reminder policy of a plan's own, worded as that of the instance is.
    fn reminders(&mut self, old: Option<&ReminderPolicy>, new: Option<&ReminderPolicy>) {
        let before = |policy: &ReminderPolicy| {
            let days: Vec<String> = policy.days_before.iter().map(ToString::to_string).collect();
            days.join(", ")
        };
        let on = |policy: &ReminderPolicy| if policy.on_due_day { "on" } else { "off" }.to_owned();
        let after = |policy: &ReminderPolicy| policy.every_days_after.map(|days| days.to_string());
        let own = |policy: Option<&ReminderPolicy>| Some(if policy.is_some() { "yes" } else { "no" }.to_owned());
        self.value("own_reminders", own(old), own(new));
        self.value(
            "days_before",
            old.map(before).filter(|days| !days.is_empty()),
            new.map(before).filter(|days| !days.is_empty()),
        );
        self.value("on_due_day", old.map(on), new.map(on));
        self.value("every_days_after", old.and_then(after), new.and_then(after));
    }

    /// Everything, with the reason where one was asked for.
    pub(super) fn because(mut self, why: Option<String>) -> Vec<Change> {
        self.value("reason", None, why);
        self.0
    }
}

/// What changed of a plan.
pub(super) fn of_plan(old: &Plan, new: &PlanEdit) -> Changes {
    let mut changes = Changes::default();
    changes.text("title", &old.title, &new.title);
    changes.text("source_title", &old.source_title, &new.source_title);
    changes.code("source_kind", Some(old.source_kind), Some(new.source_kind));
    changes.value("source_url", old.source_url.clone(), new.source_url.clone());
    changes.value("published_on", old.published_on.map(|day| day.to_string()), new.published_on.map(|day| day.to_string()));
    let yes = |needed: bool| Some(if needed { "yes" } else { "no" }.to_owned());
    changes.value("needs_evidence", yes(old.needs_evidence), yes(new.needs_evidence));
    changes.reminders(old.reminders.as_ref(), new.reminders.as_ref());
    changes
}

/// What changed of a recommendation; all of it when it is new.
pub(super) fn of_recommendation(old: Option<&Answered>, new: &RecommendationEdit) -> Changes {
    let none = Bilingual::default();
    let mut changes = Changes::default();
    changes.value("number", old.map(|old| old.recommendation.number.clone()), Some(new.number.clone()));
    changes.text("text", old.map_or(&none, |old| &old.recommendation.text), &new.text);
    changes.text("addressee", old.map_or(&none, |old| &old.addressee), &new.addressee);
    changes.code("priority", old.map(|old| old.priority), Some(new.priority));
    changes
}
