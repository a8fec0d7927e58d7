//! One measure: what was promised, by when, what was said since, and what happens next.

mod dates;
mod decided;
mod deliverables;
pub(in crate::pages) mod extensions;
mod facts;
mod next;
mod show;
mod timeline;
mod updates;
mod wording;

pub(in crate::pages) use decided::verifications as verifications_list;
pub(in crate::pages) use extensions::table as extensions_table;
pub use show::Measure;
pub(super) use updates::show as show_update;
