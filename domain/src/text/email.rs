//! An e-mail address as people type it: enough to catch slips, the mail server is the judge of the rest.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A trimmed, lower-cased address of at most 254 characters with one `@` and a dotted domain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "orm", sea_orm(value_type = "String"))]
pub struct Email(String);

/// The text does not look like an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct InvalidEmail;

impl Email {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = InvalidEmail;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.split_once('@').ok_or(InvalidEmail)?;
        let plain = |part: &str| {
            !part.is_empty() && !part.contains(|c: char| c == '@' || c.is_whitespace() || c.is_control() || "<>,;\"".contains(c))
        };
        let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
        if text.len() <= 254 && plain(local) && plain(domain) && dotted { Ok(Self(text)) } else { Err(InvalidEmail) }
    }
}

impl TryFrom<String> for Email {
    type Error = InvalidEmail;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Email;
    use rstest::rstest;

    #[rstest]
    #[case("Marie.Tremblay@Organisme.gc.ca ", true)]
    #[case("marie@organisme", false)]
    #[case("marie", false)]
    #[case("a@b@c.ca", false)]
    #[case("a b@c.ca", false)]
    #[case("a@c..ca", false)]
    #[case("x@y.ca\r\nBcc: z@z.ca", false)]
    fn an_address_needs_one_at_sign_and_a_dotted_domain(#[case] typed: &str, #[case] accepted: bool) {
        assert_eq!(typed.parse::<Email>().is_ok(), accepted);
    }
}
