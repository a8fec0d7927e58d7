//! From a pair of columns to a value of `domain`, and back.

use crate::store::StoreError;
use chrono::NaiveDate;
use domain::{
    dates::{DatePrecision, DueDate},
    text::{Bilingual, Lang},
};

/// A date as its two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueColumns {
    /// The last day of its period.
    pub day: Option<NaiveDate>,
    /// Its precision.
    pub precision: DatePrecision,
}

impl From<DueDate> for DueColumns {
    fn from(due: DueDate) -> Self {
        Self { day: due.last_day(), precision: due.precision() }
    }
}

/// A text from its two columns.
#[must_use]
pub fn bilingual(en: Option<String>, fr: Option<String>) -> Bilingual {
    Bilingual::new(en, fr)
}

/// The column of one language.
#[must_use]
pub fn text_in(text: &Bilingual, lang: Lang) -> Option<String> {
    text.get(lang).and_then(typed)
}

/// Typed text as it is stored: trimmed, `None` when blank, without the NUL that PostgreSQL refuses.
#[must_use]
pub fn typed(text: &str) -> Option<String> {
    let text = text.replace('\0', "");
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
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
