//! What is wrong with what a person typed: a code per field, worded by the catalogue (`problem-<code>`).

use crate::codes::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// Why a field was not accepted.
    ProblemCode {
        /// It must not be empty.
        Required = "required",
        /// It is longer than it may be.
        TooLong = "too_long",
        /// It is not a whole number.
        NotANumber = "not_a_number",
        /// The number is outside its range.
        OutOfRange = "out_of_range",
        /// No date could be read in it.
        NotADate = "not_a_date",
        /// It is not one of the choices.
        NotAChoice = "not_a_choice",
        /// It is not an e-mail address.
        NotAnEmail = "not_an_email",
        /// A completion claim must say what was done (rule 4).
        SayWhatWasDone = "say_what_was_done",
        /// A completion claim needs every deliverable delivered or retired (rule 4).
        DeliverablesOpen = "deliverables_open",
        /// A status set by a decision cannot be chosen in an update (rule 6).
        NeedsADecision = "needs_a_decision",
        /// An update that says nothing at all.
        NothingSaid = "nothing_said",
        /// Finished work cannot be forecast for later.
        ForecastWhenDone = "forecast_when_done",
        /// Something the same exists already.
        AlreadyExists = "already_exists",
    }
}

/// One field's problem. The field is its name in the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The field's name in the form.
    pub field: String,
    /// Why it was not accepted.
    pub code: ProblemCode,
}

impl Problem {
    /// A problem with a field.
    pub fn new(field: impl Into<String>, code: ProblemCode) -> Self {
        Self { field: field.into(), code }
    }
}
