//! What is decided about a measure: extension requests and their answers, verifications, dispositions; and who is
//! to be told. Where the measure itself stands is moved by `life`.

mod answers;
mod asked;
mod people;
mod requests;

pub use answers::{
    Disposition, NewDisposition, NewVerification, Related, Verification, add_disposition, add_verification, dispositions,
    hand_over, open_organisations, related, retire_deliverable, verifications,
};
pub use asked::{OpenRequest, claimants, handed_over, open_requests, returned};
pub use people::{Recipient, recipients};
pub use requests::{NewRequest, Settled, add_request, request, settle};
