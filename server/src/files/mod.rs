//! Files that are kept as evidence: what kinds are taken, and where they are put. Nothing here knows to what a file
//! belongs or who may see it.

mod check;
mod kinds;
mod place;

pub use check::{CheckedFile, FileCheck, KeptFile};
pub use kinds::ACCEPTED;
pub use place::{FileTrouble, Files, FilesError};
