//! Parts that several views share.

use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    deliverable::{DeliverableStatus, takes_a_later_date},
    measure::{Flags, MeasureStatus},
    plan::{Priority, ResponseKind},
    progress::UpdateKind,
    text::InLang,
};
use serde::{Deserialize, Serialize};

/// Which slice of a list is shown. Pages are counted from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageInfo {
    /// The page shown.
    pub number: u32,
    /// How many entries a page has.
    pub size: u32,
    /// How many entries there are in all.
    pub total: u64,
}

impl PageInfo {
    /// How many pages there are; at least 1.
    #[must_use]
    pub fn pages(self) -> u32 {
        u32::try_from(self.total.div_ceil(u64::from(self.size.max(1)))).unwrap_or(u32::MAX).max(1)
    }
}

/// An organisation by its short code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationView {
    /// Its id.
    pub id: i64,
    /// The short code people know it by (`GRC`, `SP`).
    pub code: String,
    /// Its name.
    pub name: Option<InLang>,
}

/// A deliverable of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliverableView {
    /// Its id.
    pub id: i64,
    /// What is to be handed over.
    pub title: Option<InLang>,
    /// Its own date, the latest granted; `None` means the measure's.
    pub due: Option<DueDate>,
    /// Its own date as promised first.
    #[serde(default)]
    pub original: Option<DueDate>,
    /// Where it stands.
    pub status: DeliverableStatus,
    /// When it was handed over.
    pub delivered_on: Option<NaiveDate>,
    /// How many days it is past its own date, as of today (or the report's cut-off); 0 when it is not, or follows its
    /// measure.
    #[serde(default, skip_serializing_if = "is_no_day")]
    pub days_late: i64,
    /// The same of its original date.
    #[serde(default, skip_serializing_if = "is_no_day")]
    pub days_late_original: i64,
}

impl DeliverableView {
    /// Its own date as promised first, where a later one was granted since.
    #[must_use]
    pub fn moved_from(&self) -> Option<DueDate> {
        self.original.filter(|original| self.due != Some(*original))
    }

    /// Its own date, where a later one may be asked for.
    #[must_use]
    pub fn movable(&self) -> Option<DueDate> {
        self.due.filter(|_| takes_a_later_date(self.status, self.due))
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_no_day(days: &i64) -> bool {
    *days == 0
}

/// A measure as every table shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureRow {
    /// Its id.
    pub id: i64,
    /// The label people call it by (`1`, `2a`).
    pub label: String,
    /// What was promised.
    pub text: Option<InLang>,
    /// The organisation that leads it.
    pub lead: Option<OrganisationView>,
    /// The owner: the person assigned, else the words of the source.
    pub owner: Option<String>,
    /// The date promised first.
    pub original: DueDate,
    /// The latest granted date.
    pub current: DueDate,
    /// What the lead expects, where it was said.
    pub forecast: Option<DueDate>,
    /// Stored status.
    pub status: MeasureStatus,
    /// Percent done, 0 to 100.
    pub percent: u8,
    /// What is computed about it as of today (or the report's cut-off).
    pub flags: Flags,
    /// Its deliverables.
    pub deliverables: Vec<DeliverableView>,
    /// The day of the last update.
    pub last_update_on: Option<NaiveDate>,
    /// How many extensions were granted.
    pub extensions: u32,
    /// How many pieces of evidence the reader may open; counted only where tables show it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub evidence: u32,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl MeasureRow {
    /// Days past the original date, to be said beside it; 0 where that names no day, since what ages then is the first
    /// day that was granted.
    #[must_use]
    pub fn days_late_original(&self) -> i64 {
        if self.original.last_day().is_some() { self.flags.lateness.from_original } else { 0 }
    }

    /// How many deliverables are past their own dates.
    #[must_use]
    pub fn late_deliverables(&self) -> usize {
        self.deliverables.iter().filter(|d| d.days_late > 0).count()
    }

    /// How many deliverables were handed over.
    #[must_use]
    pub fn delivered(&self) -> usize {
        self.deliverables.iter().filter(|d| d.status == DeliverableStatus::Delivered).count()
    }
}

/// A response of management.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseView {
    /// Accepted, partly, or not.
    pub kind: ResponseKind,
    /// The words.
    pub text: Option<InLang>,
    /// The reason, where one is required.
    pub reason: Option<InLang>,
}

/// A recommendation with the measures that answer it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationView {
    /// Its id.
    pub id: i64,
    /// The number people call it by.
    pub number: String,
    /// What was recommended.
    pub text: Option<InLang>,
    /// To whom.
    pub addressee: Option<InLang>,
    /// How urgent it is.
    pub priority: Priority,
    /// The response to it; `None` when there is none yet.
    pub response: Option<ResponseView>,
    /// The measures that answer it (in a filtered view, those that match).
    pub measures: Vec<MeasureRow>,
}

/// One progress update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateView {
    /// Its id.
    pub id: i64,
    /// The day it was reported on.
    pub reported_on: NaiveDate,
    /// The reporting period it answers for, `2018-Q1`.
    pub period: String,
    /// Who reported.
    pub author: String,
    /// Whether it reports progress, or that there is nothing new.
    pub kind: UpdateKind,
    /// Who answered for an organisation without accounts; the author is then who published the answer.
    pub contact: Option<String>,
    /// The status it set.
    pub status: MeasureStatus,
    /// Percent done.
    pub percent: u8,
    /// What was done.
    pub done: Option<InLang>,
    /// What is in the way.
    pub obstacles: Option<InLang>,
    /// What comes next.
    pub next_step: Option<InLang>,
    /// When the lead expected to be done.
    pub forecast: Option<DueDate>,
}

/// The date of one deliverable in a request for a later date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliverableMove {
    /// The deliverable's id.
    pub deliverable: i64,
    /// What is to be handed over.
    pub title: Option<InLang>,
    /// The date promised first.
    pub original: DueDate,
    /// The date before.
    pub from: DueDate,
    /// The date asked for.
    pub asked: DueDate,
    /// The date granted.
    pub granted: Option<DueDate>,
}

/// One request for a later date and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionView {
    /// Its id.
    pub id: i64,
    /// The day it was asked for.
    pub requested_on: NaiveDate,
    /// The date before.
    pub from: DueDate,
    /// The date granted, else the one asked for.
    pub to: DueDate,
    /// The date asked for.
    pub asked: DueDate,
    /// Who asked.
    pub requested_by: Option<String>,
    /// In whose place, when only so.
    pub requested_for: Option<String>,
    /// Why.
    pub reason: Option<InLang>,
    /// What follows from the delay.
    pub impact: Option<InLang>,
    /// Where it stands.
    pub state: domain::extensions::ExtensionState,
    /// The words of the decision.
    pub notes: Option<InLang>,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Who decided, or recorded what a meeting decided.
    pub decided_by: Option<String>,
    /// The meeting that decided.
    pub meeting: Option<InLang>,
    /// The deliverables it moves with the measure, in their order.
    #[serde(default)]
    pub deliverables: Vec<DeliverableMove>,
}
