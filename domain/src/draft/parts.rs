//! The parts of a draft. All texts are as the source prints them, with white space made plain.

use super::WarningCode;
use crate::{dates::DueDate, plan::ResponseKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where in the source something was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The line of the source, counted from 1.
    pub line: usize,
    /// The row of the plan below its header, counted from 1; 0 is the header.
    pub row: Option<usize>,
    /// The column of the plan, counted from 1.
    pub cell: Option<usize>,
}

impl Place {
    /// A line outside any table.
    #[must_use]
    pub fn line(line: usize) -> Self {
        Self { line, row: None, cell: None }
    }
}

/// A line of the source, as a person reading it would see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// Its number, counted from 1; places refer to it.
    pub line: usize,
    /// Its text; mark-up of web pages is left out.
    pub text: String,
}

/// Management's answer, as far as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseDraft {
    /// Accepted, partly, or not; `None` when the words do not say.
    pub kind: Option<ResponseKind>,
    /// The words.
    pub text: String,
    /// Where they stand.
    pub place: Place,
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationDraft {
    /// The number as printed, without brackets or final dot.
    pub number: Option<String>,
    /// The text.
    pub text: String,
    /// Whom it addresses, when the list it comes from says so once for all.
    pub addressee: Option<String>,
    /// The response to it.
    pub response: Option<ResponseKind>,
    /// The words of the response.
    pub response_text: Option<String>,
    /// True when it comes from a list elsewhere in the document and not from the plan itself.
    pub suggested: bool,
    /// Where it stands.
    pub place: Place,
}

/// A deliverable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliverableDraft {
    /// What is to be handed over.
    pub text: String,
    /// True when a cell was cut in several deliverables by its sentences, which a person must confirm.
    pub doubtful: bool,
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureDraft {
    /// The label as printed, without brackets or final dot: `1.1`, `a`.
    pub label: Option<String>,
    /// The text.
    pub text: String,
    /// Who leads it, as printed; several are joined with "; ".
    pub owner: Option<String>,
    /// True when the owner was taken from the row above because the cell was blank.
    pub owner_inherited: bool,
    /// Who supports it, where the source says so apart from the owner.
    pub support: Option<String>,
    /// Who is accountable, where the source says so apart from the owner.
    pub accountable: Option<String>,
    /// The first day of the work.
    pub start: Option<NaiveDate>,
    /// The words of the start, when they stand apart from those of the due date.
    pub start_text: Option<String>,
    /// The promised date.
    pub due: DueDate,
    /// The words of the promised date.
    pub due_text: String,
    /// The exact characters of those words, where they differ.
    pub due_text_raw: Option<String>,
    /// The source says that it is done.
    pub completed: bool,
    /// The day it was done, where the source gives it.
    pub completed_on: Option<NaiveDate>,
    /// What is to be handed over.
    pub deliverables: Vec<DeliverableDraft>,
    /// The recommendation it answers: an index into the recommendations of the draft.
    pub recommendation: Option<usize>,
    /// True when that link was guessed by order and a person must confirm it.
    pub link_doubtful: bool,
    /// Where it stands.
    pub place: Place,
}

/// Something a careful person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftWarning {
    /// What it is about.
    pub code: WarningCode,
    /// Where.
    pub place: Place,
    /// The measure it concerns, an index into the measures of the draft.
    pub measure: Option<usize>,
    /// The words of the source it is about.
    pub detail: Option<String>,
}
