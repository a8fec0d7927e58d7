//! One file per table. Nothing outside `store` uses these: the store speaks in plain records.

pub mod audit;
pub mod audit_head;
pub mod decision;
pub mod deliverable;
pub mod extension;
pub mod import_draft;
pub mod measure;
pub mod measure_recommendation;
pub mod measure_support;
pub mod meeting;
pub mod organisation;
pub mod outbox;
pub mod person;
pub mod person_role;
pub mod plan;
pub mod progress_update;
pub mod recommendation;
pub mod reminder;
pub mod response;
pub mod session;
pub mod sign_in_link;
