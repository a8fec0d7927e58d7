//! Everything behind the pages.

pub mod clock;
pub mod services;
pub mod store;
