//! What pages show (view structs) and what forms call (server functions), a file per noun.
//!
//! A server function says who asks, parses its text, makes one call to the backend and redirects. View structs hold
//! only what the page shows, already in the reader's language.

pub mod account;
pub mod accounts;
pub mod admin;
pub mod behind;
pub mod comments;
pub mod common;
pub mod contacts;
pub mod costs;
pub mod decisions;
pub mod editing;
pub mod evidence;
pub mod imports;
pub mod log;
pub mod many;
pub mod measures;
pub mod plan_life;
pub mod plans;
pub mod progress;
pub mod reporting;
pub mod reports;
pub mod security;
pub mod trail;
pub mod work;
