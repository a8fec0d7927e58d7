//! What is to be said to whom and when. Occurrences are computed from dates and a delivery record, never from
//! "is it exactly that day", so that a missed run loses nothing. Nothing here sends or words anything.

mod occurrence;
mod policy;
mod urgency;

pub use occurrence::{Occurrence, ReminderKind, latest_occurrence};
pub use policy::{InvalidPolicy, ReminderPolicy};
pub use urgency::{Urgency, urgency};
