//! One measure: what was promised, by when, what was said since, and what happens next.

mod dates;
mod extensions;
mod facts;
mod next;
mod show;
mod updates;
mod wording;

pub use show::Measure;
pub(super) use updates::show as show_update;
