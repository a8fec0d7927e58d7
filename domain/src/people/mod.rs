//! People and what each may do (rule 8). One pure function answers; services ask it before anything else.

mod actor;
mod policy;
mod role;

pub use actor::{Actor, Grant};
pub use policy::{Action, MeasureSubject, PlanSubject};
pub use role::Role;
