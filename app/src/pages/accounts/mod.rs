//! Signing in: by a link that comes by mail; on a demo instance also by choosing a person.

mod link;
mod sent;
mod sign_in;

pub use link::LinkPage;
pub use sent::SentPage;
pub use sign_in::SignInPage;
