//! One measure in the form that reports on many at once.

use super::TypedProgress;
use crate::{measure::MeasureStatus, text::Coded};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row exactly as it was typed, with what the form offered: a row nobody touched is no update.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedRow {
    /// The version of the record the person saw.
    pub lock_version: String,
    /// A [`MeasureStatus`] code.
    pub status: String,
    /// What the form offered.
    pub status_before: String,
    /// Percent done.
    pub percent: String,
    /// What the form offered.
    pub percent_before: String,
    /// What was done.
    pub done: String,
    /// What is in the way.
    pub obstacles: String,
    /// What comes next.
    pub next_step: String,
    /// When the lead expects to be done.
    pub forecast: String,
    /// What the form offered.
    pub forecast_before: String,
    /// A `DeliverableStatus` code by deliverable id.
    pub deliverables: BTreeMap<i64, String>,
    /// What the form offered.
    pub deliverables_before: BTreeMap<i64, String>,
    /// `yes` when there is nothing new to report.
    pub nothing_new: String,
    /// The language of the texts where it is not that of the whole form.
    pub text_lang: String,
    /// Which view of the form this was typed into.
    pub draft_key: String,
    /// The key of another draft that this row was shown and is to replace as a draft.
    pub replaces: String,
}

impl TypedRow {
    /// Whether the person said anything about this measure.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        let same = |now: &str, before: &str| now.trim() == before.trim();
        let silent = [&self.done, &self.obstacles, &self.next_step].iter().all(|text| text.trim().is_empty());
        let kept = same(&self.status, &self.status_before)
            && same(&self.percent, &self.percent_before)
            && same(&self.forecast, &self.forecast_before)
            && self.deliverables == self.deliverables_before;
        self.nothing_new == "yes" || !silent || !kept
    }

    /// The row as a draft: in place of the one it was told to replace, else its own.
    #[must_use]
    pub fn draft(&self, text_lang: &str) -> TypedProgress {
        let own = self.progress(text_lang);
        if self.replaces.is_empty() { own } else { TypedProgress { draft_key: self.replaces.clone(), ..own } }
    }

    /// The row as the form of one measure would send it, in the language of the whole form unless it has its own.
    #[must_use]
    pub fn progress(&self, text_lang: &str) -> TypedProgress {
        TypedProgress {
            status: self.status.clone(),
            percent: self.percent.clone(),
            done: self.done.clone(),
            obstacles: self.obstacles.clone(),
            next_step: self.next_step.clone(),
            forecast: kept_forecast((&self.status, &self.nothing_new), &self.forecast, &self.forecast_before),
            text_lang: if self.text_lang.is_empty() { text_lang.to_owned() } else { self.text_lang.clone() },
            deliverables: self.deliverables.clone(),
            nothing_new: self.nothing_new.clone(),
            draft_key: self.draft_key.clone(),
        }
    }
}

/// Whoever reports completion, or nothing new, need not clear the expected date that the form had filled in.
#[must_use]
pub fn kept_forecast((status, nothing_new): (&str, &str), forecast: &str, offered: &str) -> String {
    let says_no_date = status == MeasureStatus::CompletedToVerify.code() || nothing_new == "yes";
    let is_leftover = says_no_date && forecast.trim() == offered.trim();
    if is_leftover { String::new() } else { forecast.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered() -> TypedRow {
        TypedRow {
            status: "planning".into(),
            status_before: "planning".into(),
            percent: "10".into(),
            percent_before: "10".into(),
            forecast: "mai 2018".into(),
            forecast_before: "mai 2018".into(),
            ..TypedRow::default()
        }
    }

    #[test]
    fn a_row_counts_once_anything_in_it_was_changed() {
        assert!(!offered().is_touched());
        assert!(!TypedRow { done: " \n".into(), percent: "10 ".into(), ..offered() }.is_touched());
        let touched = [
            TypedRow { nothing_new: "yes".into(), ..offered() },
            TypedRow { obstacles: "Un retard".into(), ..offered() },
            TypedRow { status: "in_progress".into(), ..offered() },
            TypedRow { percent: String::new(), ..offered() },
            TypedRow { forecast: "juin 2018".into(), ..offered() },
            TypedRow { deliverables: BTreeMap::from([(5, "delivered".into())]), ..offered() },
        ];
        assert!(touched.iter().all(TypedRow::is_touched));
    }

    #[test]
    fn a_claim_leaves_the_offered_date_behind_and_keeps_a_typed_one() {
        let claim = TypedRow { status: "completed_to_verify".into(), ..offered() };
        assert_eq!(claim.progress("fr").forecast, "");
        assert_eq!(TypedRow { forecast: "juin 2018".into(), ..claim }.progress("fr").forecast, "juin 2018");
        assert_eq!(offered().progress("fr").forecast, "mai 2018");
        let nothing = TypedRow { nothing_new: "yes".into(), ..offered() };
        assert_eq!(nothing.progress("fr").forecast, "");
        assert_eq!(TypedRow { forecast: "juin 2018".into(), ..nothing }.progress("fr").forecast, "juin 2018");
    }

    #[test]
    fn a_row_may_be_in_another_language_than_the_rest() {
        assert_eq!(offered().progress("fr").text_lang, "fr");
        assert_eq!(TypedRow { text_lang: "en".into(), ..offered() }.progress("fr").text_lang, "en");
    }
}
