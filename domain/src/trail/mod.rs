//! The words of the audit trail (rule 9): what was done, to what kind of record, and what is wrong with a chain that
//! somebody tampered with. How a row is sealed and stored is the store's.

mod action;
mod chain;
mod record;

pub use action::AuditAction;
pub use chain::{Broken, Link, Seal, inspect};
pub use record::RecordKind;
