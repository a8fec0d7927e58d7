//! What an importer understood of a published plan: a draft that a person corrects in a preview, then commits.
//!
//! Plain values only. Nothing here reads a document (that is the importer's work) or writes one to the store, and
//! nothing words a warning: each has a code that the catalogue words.

mod codes;
mod error;
mod parts;

pub use codes::{ImportErrorCode, WarningCode};
pub use error::ImportError;
pub use parts::{DeliverableDraft, DraftWarning, MeasureDraft, Place, RecommendationDraft, ResponseDraft, SourceLine};

use crate::text::Lang;
use serde::{Deserialize, Serialize};

/// A plan as the importer understood it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanDraft {
    /// The language the source is written in.
    pub lang: Lang,
    /// The title of the source report, when it states one.
    pub title: Option<String>,
    /// The response given once for the whole plan.
    pub response: Option<ResponseDraft>,
    /// The owner named once for the whole plan.
    pub owner: Option<String>,
    /// The recommendations, in the order of the source.
    pub recommendations: Vec<RecommendationDraft>,
    /// The measures, in the order of the source.
    pub measures: Vec<MeasureDraft>,
    /// The part of the source that was read, to be shown beside the preview.
    pub source: Vec<SourceLine>,
    /// What a careful person should look at before committing.
    pub warnings: Vec<DraftWarning>,
}

impl PlanDraft {
    /// The warnings that concern one measure (an index into [`PlanDraft::measures`]).
    pub fn warnings_of_measure(&self, index: usize) -> impl Iterator<Item = &DraftWarning> {
        self.warnings.iter().filter(move |warning| warning.measure == Some(index))
    }

    /// The measures, with their indexes, that answer one recommendation; `None` asks for those linked to none.
    pub fn measures_of(&self, recommendation: Option<usize>) -> impl Iterator<Item = (usize, &MeasureDraft)> {
        self.measures.iter().enumerate().filter(move |(_, measure)| measure.recommendation == recommendation)
    }
}

#[cfg(test)]
mod tests;
