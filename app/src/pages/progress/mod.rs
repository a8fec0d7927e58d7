//! Reporting progress: on one measure, with its draft, and on many at once.

mod conflict;
mod drafts;
mod fields;
mod form;
mod left;
mod many;
mod row;

pub(in crate::pages) use drafts::{arrived, waiting_list};
pub(in crate::pages) use fields::{deliverables, statuses};
pub use form::Report;
pub(in crate::pages) use form::expected;
pub use many::ReportMany;
