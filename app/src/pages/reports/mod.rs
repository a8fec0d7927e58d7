//! The status report of a meeting and the overdue summary. The same bodies are the pages on the web and the
//! stand-alone documents, so they use no script, no inline style and nothing from outside.

mod meeting;
mod overdue;
pub(in crate::pages) mod parts;
mod web;

pub use meeting::{MeetingReportBody, meeting_title};
pub use overdue::{OverdueBody, overdue_title};
pub use web::{MeetingReportPage, OverduePage};
