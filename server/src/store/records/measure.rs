//! A measure with what every page shows of it.

use super::{MeasureFigures, bilingual, forecast};
use crate::store::{StoreError, entities};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    deliverable::DeliverableStatus,
    measure::PromisedDates,
    people::MeasureSubject,
    text::{Bilingual, Lang},
};

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Organisation {
    pub id: i64,
    pub code: String,
    /// The code in French, where that is another one.
    pub code_fr: Option<String>,
    pub name: Bilingual,
}

impl Organisation {
    /// The code as readers of a language know it.
    #[must_use]
    pub fn code_for(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => self.code_fr.as_deref().unwrap_or(&self.code),
            Lang::En => &self.code,
        }
    }

    /// Whether a code is its own, in either language and in whatever capitals.
    #[must_use]
    pub fn is_called(&self, code: &str) -> bool {
        let code = code.to_lowercase();
        std::iter::once(&self.code).chain(&self.code_fr).any(|own| own.to_lowercase() == code)
    }
}

/// A recommendation, as measures refer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Recommendation {
    pub id: i64,
    pub position: i32,
    pub number: String,
    pub text: Bilingual,
}

/// A deliverable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Deliverable {
    pub id: i64,
    pub measure_id: i64,
    pub position: i32,
    pub title: Bilingual,
    /// Its own dates: as promised first, and as granted latest. `None` goes with the measure.
    pub dates: Option<PromisedDates>,
    pub status: DeliverableStatus,
    pub delivered_on: Option<NaiveDate>,
}

/// A measure with everything around it that a table shows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Measure {
    pub figures: MeasureFigures,
    pub label: String,
    pub text: Bilingual,
    pub lead: Option<Organisation>,
    /// The name of the person assigned, else the words of the source.
    pub owner: Option<String>,
    /// The words of the source, also where a person is assigned.
    pub owner_text: Option<String>,
    pub start_on: Option<NaiveDate>,
    pub due_text: Option<String>,
    pub percent: u8,
    pub deliverables: Vec<Deliverable>,
    /// The recommendations it answers, in the order of the plan.
    pub recommendations: Vec<Recommendation>,
    /// The organisations that support it, by code.
    pub support: Vec<Organisation>,
    pub lock_version: i32,
}

impl Measure {
    /// What the policy needs to know of it, in its plan.
    #[must_use]
    pub fn subject(&self, plan: domain::people::PlanSubject) -> MeasureSubject {
        self.figures.subject(plan)
    }
}

impl Deliverable {
    /// Its own date as it was promised first.
    #[must_use]
    pub fn original(&self) -> Option<DueDate> {
        self.dates.map(PromisedDates::original)
    }

    /// Its own date as it was granted latest.
    #[must_use]
    pub fn current(&self) -> Option<DueDate> {
        self.dates.map(PromisedDates::current)
    }
}

impl From<entities::organisation::Model> for Organisation {
    fn from(row: entities::organisation::Model) -> Self {
        Self { id: row.id, code: row.code, code_fr: row.code_fr, name: bilingual(row.name_en, row.name_fr) }
    }
}

impl From<entities::recommendation::Model> for Recommendation {
    fn from(row: entities::recommendation::Model) -> Self {
        Self { id: row.id, position: row.position, number: row.number, text: bilingual(row.text_en, row.text_fr) }
    }
}

impl TryFrom<entities::deliverable::Model> for Deliverable {
    type Error = StoreError;

    fn try_from(row: entities::deliverable::Model) -> Result<Self, StoreError> {
        Ok(Self {
            dates: forecast(row.due_precision, row.due_on, "deliverable", row.id)?.map(PromisedDates::promised),
            id: row.id,
            measure_id: row.measure_id,
            position: row.position,
            title: bilingual(row.title_en, row.title_fr),
            status: row.status,
            delivered_on: row.delivered_on,
        })
    }
}
