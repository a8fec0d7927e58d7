//! Getting in: by a password, by a link that comes by mail, on a demo instance by choosing a person; what follows a
//! forgotten password, an invitation, a second factor.

mod forgot;
mod link;
mod reset;
mod second_factor;
mod sent;
mod sign_in;
mod sso;
mod welcome;

pub use forgot::{ForgotPage, ForgotSentPage};
pub use link::LinkPage;
pub use reset::ResetPage;
pub use second_factor::SecondFactorPage;
pub use sent::SentPage;
pub use sign_in::SignInPage;
pub use sso::SsoProblemPage;
pub use welcome::WelcomePage;
