//! What all tests share: a fresh database of either kind, a clock that stands still, people to act as, plans.

mod bench;
mod database;
mod plans;
mod site;

pub use bench::Bench;
pub use database::Db;
pub use plans::{draft, measure};
pub use site::{Browser, location};

/// A day, from its usual form.
pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}
