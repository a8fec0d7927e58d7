//! Decisions about a measure: each rule, each role, who is told, and that nobody can get around any of it.

mod again;
mod deliverables;
mod deputies;
mod extensions;
mod fate;
mod mails;
mod past;
pub mod scene;
mod story;
mod verification;
mod web;
mod work;
