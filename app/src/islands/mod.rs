//! The islands: the only code that runs in the browser. Every page works without them.
//!
//! They take no properties and call no server, which keeps the script small: the words they say come with the page, in
//! `data-` attributes of what they wrap.

mod dom;
mod draft_keeper;
mod paste_box;

pub use draft_keeper::{DraftKeeper, DraftSent};
pub use paste_box::PasteBox;
