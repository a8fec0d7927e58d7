//! What the address of a page says: ids, filters, the page of a list. What makes no sense is left out.

use crate::error::AppError;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::str::FromStr;

/// The id in the path. Errors with `NotFound` when it is none.
pub fn id() -> Result<i64, AppError> {
    use_params_map().with_untracked(|params| params.get("id")).and_then(|id| id.parse().ok()).ok_or(AppError::NotFound)
}

/// A value of the query; empty when it is not there.
#[must_use]
pub fn query(name: &str) -> String {
    use_query_map().with_untracked(|query| query.get(name).unwrap_or_default())
}

/// A value of the query that is a number or a code.
#[must_use]
pub fn parsed<T: FromStr>(name: &str) -> Option<T> {
    query(name).parse().ok()
}

/// The page of a list, counted from 1.
#[must_use]
pub fn page() -> u32 {
    page_of("page")
}

/// The page of a list that is not the only one on its page, by its name in the query.
#[must_use]
pub fn page_of(name: &str) -> u32 {
    parsed(name).filter(|page| *page > 0).unwrap_or(1)
}
