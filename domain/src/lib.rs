//! The rules and words of Suivi: dates, statuses, who may do what, what is due, what is late.
//!
//! Everything here is pure. Nothing reads a clock (callers pass `today`), a database, a file or the network,
//! and nothing here words a sentence for a reader: that is the catalogue's work.

pub mod calendar;
pub mod comments;
pub mod contacts;
pub mod costs;
pub mod dates;
pub mod deliverable;
pub mod draft;
pub mod evidence;
pub mod extensions;
pub mod mail;
pub mod measure;
pub mod meetings;
pub mod people;
pub mod plan;
pub mod problem;
pub mod progress;
pub mod reminders;
pub mod reports;
pub mod settings;
pub mod sso;
pub mod text;
pub mod trail;
pub mod workflow;

mod codes;

pub use codes::UnknownCode;
