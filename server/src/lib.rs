//! Everything behind the pages.

pub mod clock;
pub mod jobs;
pub mod mail;
pub mod services;
pub mod store;
