//! One measure in the form that reports on many at once.

use super::TypedProgress;
use crate::{measure::MeasureStatus, text::Coded};
use serde::{Deserialize, Serialize};

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
    /// `yes` when there is nothing new to report.
    pub nothing_new: String,
}

impl TypedRow {
    /// Whether the person said anything about this measure.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        let same = |now: &str, before: &str| now.trim() == before.trim();
        let silent = [&self.done, &self.obstacles, &self.next_step].iter().all(|text| text.trim().is_empty());
        let kept = same(&self.status, &self.status_before)
            && same(&self.percent, &self.percent_before)
            && same(&self.forecast, &self.forecast_before);
        self.nothing_new == "yes" || !silent || !kept
    }

    /// The row as the form of one measure would send it, in the language of the whole form.
    #[must_use]
    pub fn progress(&self, text_lang: &str) -> TypedProgress {
        TypedProgress {
            status: self.status.clone(),
            percent: self.percent.clone(),
            done: self.done.clone(),
            obstacles: self.obstacles.clone(),
            next_step: self.next_step.clone(),
            forecast: kept_forecast(&self.status, &self.forecast, &self.forecast_before),
            text_lang: text_lang.to_owned(),
            nothing_new: self.nothing_new.clone(),
            ..TypedProgress::default()
        }
    }
}

/// Whoever reports completion need not clear the expected date that the form had filled in.
#[must_use]
pub fn kept_forecast(status: &str, forecast: &str, offered: &str) -> String {
    let is_leftover = status == MeasureStatus::CompletedToVerify.code() && forecast == offered;
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
        ];
        assert!(touched.iter().all(TypedRow::is_touched));
    }

    #[test]
    fn a_claim_leaves_the_offered_date_behind_and_keeps_a_typed_one() {
        let claim = TypedRow { status: "completed_to_verify".into(), ..offered() };
        assert_eq!(claim.progress("fr").forecast, "");
        assert_eq!(TypedRow { forecast: "juin 2018".into(), ..claim }.progress("fr").forecast, "juin 2018");
        assert_eq!(offered().progress("fr").forecast, "mai 2018");
    }
}
