//! From a pair of columns to a value of `domain`, and back.

use crate::store::StoreError;
use chrono::NaiveDate;
use domain::{
    dates::{DatePrecision, DueDate},
    text::Bilingual,
};

/// A text from its two columns.
#[must_use]
pub fn bilingual(en: Option<String>, fr: Option<String>) -> Bilingual {
    Bilingual::new(en, fr)
}

/// A date from its two columns; `table` and `id` name the row should they not fit together.
pub fn due(precision: DatePrecision, day: Option<NaiveDate>, table: &'static str, id: i64) -> Result<DueDate, StoreError> {
    DueDate::from_stored(precision, day).map_err(StoreError::bad_date(table, id))
}

/// A date that may be missing altogether.
pub fn forecast(
    precision: Option<DatePrecision>,
    day: Option<NaiveDate>,
    table: &'static str,
    id: i64,
) -> Result<Option<DueDate>, StoreError> {
    match (precision, day) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err(StoreError::impossible(table, id, "a day without a precision")),
        (Some(precision), day) => due(precision, day, table, id).map(Some),
    }
}
