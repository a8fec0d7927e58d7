//! People and what each may do (rule 8). One pure function answers; services ask it before anything else.

mod actor;
mod choices;
mod device;
pub mod password;
mod policy;
mod role;

pub use actor::{Actor, Grant, Principal};
pub use choices::{DigestChoice, LinkPurpose, PersonState, Way};
pub use device::Device;
pub use policy::{Action, MeasureSubject, PlanSubject};
pub use role::Role;
