//! The words of the audit trail (rule 9): what was done, and to what kind of record. How a row is chained and stored
//! is the store's.

mod action;
mod record;

pub use action::AuditAction;
pub use record::RecordKind;
