//! Administration: organisations, people, settings and the outbox, for those who run the instance.

mod index;
mod mail;
mod organisations;
mod parts;
mod people;
mod people_import;
mod settings;

pub use index::Index;
pub use mail::{OneMail, Outbox};
pub use organisations::{Organisation, OrganisationNew, Organisations};
pub use people::{People, Person, PersonAway, PersonEdit, PersonNew, PersonRoles};
pub use people_import::{ImportPreview, ImportStart};
pub use settings::Settings;
