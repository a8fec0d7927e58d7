//! One measure: what was promised, by when, what was said since, and what happens next.

mod dates;
mod deliverables;
mod extensions;
mod facts;
mod next;
mod show;
mod updates;

pub use show::Measure;
pub(super) use updates::show as show_update;
