//! Evidence: what proves that something is done. Words, limits and the check of what is typed; files themselves are
//! the server's.

mod marking;
mod typed;

pub use marking::{Marking, MarkingChoice};
pub use typed::{EvidenceLink, EvidenceNote, TypedEvidence};

use crate::codes::coded;

/// The most bytes of one file.
pub const MAX_FILE: usize = 20 * 1024 * 1024;
/// The most pieces of evidence of one measure, earlier versions not counted.
pub const MAX_PIECES: u64 = 50;
/// The most versions of one piece of evidence, the first one counted.
pub const MAX_VERSIONS: i32 = 50;

coded! {
    /// What a piece of evidence is.
    EvidenceKind {
        /// A file kept here.
        File = "file",
        /// The address of something kept elsewhere.
        Link = "link",
    }
}
