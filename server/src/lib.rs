//! Everything behind the pages.

pub mod store;
