//! Comments on a measure: the section on its page, and the page of one comment with what can be done about it.

mod item;
mod list;
mod show;

pub(super) use item::item;
pub(super) use list::of_measure;
pub use show::Comment;
