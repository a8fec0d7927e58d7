//! What all tests share: a fresh database of either kind, a clock that stands still, people to act as, plans.

mod bench;
mod database;
mod plans;
mod provider;
mod sign_in;
mod site;

pub use bench::{Bench, TODAY};
pub use database::Db;
pub use plans::{draft, measure};
pub use provider::{Lie, Provider, SECRET};
pub use sign_in::{PASSWORD, typed, visitor};
pub use site::{Browser, location, token};

/// A day, from its usual form.
pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}
