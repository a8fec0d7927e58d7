//! The one door: whatever way somebody showed who they are, what follows is decided here.

use crate::{
    backend::{Backend, Visitor},
    error::AppError,
    request::{Pending, SessionHandle},
};
use domain::people::Way;

/// What follows once somebody showed who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// They are in.
    In,
    /// They are asked for their second factor first.
    SecondFactor,
}

/// Only a path of this site is a place to go on to, and never one of signing in again.
#[must_use]
pub fn local(next: &str) -> &str {
    let is_local =
        next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && next.bytes().all(|b| b.is_ascii_graphic());
    if is_local && !next.starts_with("/sign-in") { next } else { "/" }
}

/// Signs a person in who showed by a link, a password, single sign-on or otherwise who they are, or has them asked
/// for their second factor. Answers where to send the browser. Needs no page around it.
pub async fn enter(
    backend: &Backend,
    session: &dyn SessionHandle,
    visitor: &Visitor,
    person: i64,
    way: Way,
    next: &str,
) -> Result<String, AppError> {
    let next = local(next).to_owned();
    match backend.accounts.admit(visitor, person, way).await? {
        Admission::In => {
            session.begin(person).await?;
            Ok(next)
        }
        Admission::SecondFactor => {
            session.hold(Pending { person, way, next }).await?;
            Ok("/sign-in/second-factor".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn after_signing_in_nobody_is_sent_to_another_site_or_back_to_sign_in() {
        assert_eq!(local("/measures/3/report?lang=fr"), "/measures/3/report?lang=fr");
        for elsewhere in ["https://example.com", "//example.com", "/\\example.com", "", "/a\r\nX: y", "/é", "/sign-in/forgot"] {
            assert_eq!(local(elsewhere), "/");
        }
    }
}
