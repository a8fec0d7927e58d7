//! The report progress form of one measure.

use super::common::{MeasureRow, UpdateView};
use domain::{dates::ReportingPeriod, text::InLang};
use serde::{Deserialize, Serialize};

/// What the form shows before anything is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressForm {
    /// The measure.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// The period the update answers for.
    pub period: ReportingPeriod,
    /// What was said last time.
    pub last: Option<UpdateView>,
    /// Guards against overwriting what somebody else reported meanwhile.
    pub lock_version: i32,
}
