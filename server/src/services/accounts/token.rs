//! The secret of a one-time link.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::RngCore;
use sha2::{Digest, Sha256};
use std::fmt;
use url::Url;

/// 256 random bits. Shown in a link, never logged, never stored.
pub struct Token(String);

impl Token {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0u8; 32];
        rand::rng().fill_bytes(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// What is stored of it.
    #[must_use]
    pub fn hash(&self) -> String {
        Self::hash_of(&self.0)
    }

    /// What is stored of a token that was typed or clicked.
    #[must_use]
    pub fn hash_of(token: &str) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
    }

    /// The link that carries it and goes on to a path of this instance.
    #[must_use]
    pub fn link(&self, base: &Url, next: &str) -> Url {
        let mut link = self.at(base, "/sign-in/link");
        if next != "/" && !next.is_empty() {
            link.query_pairs_mut().append_pair("next", next);
        }
        link
    }

    /// The link that carries it and lets its reader choose a new password.
    #[must_use]
    pub fn reset_link(&self, base: &Url) -> Url {
        self.at(base, "/sign-in/reset")
    }

    /// The link that carries it below another path.
    #[must_use]
    pub fn place(&self, base: &Url, path: &str) -> Url {
        self.at(base, path)
    }

    fn at(&self, base: &Url, path: &str) -> Url {
        let mut link = base.clone();
        link.set_path(&format!("{}{path}/{}", base.path().trim_end_matches('/'), self.0));
        link
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_by_its_hash_and_says_nothing_of_itself() {
        let token = Token::random();
        assert_eq!(token.hash(), Token::hash_of(&token.0));
        assert_ne!(token.hash(), Token::random().hash());
        assert_eq!(format!("{token:?}"), "Token(…)");
        let base = Url::parse("https://suivi.example/").expect("a URL");
        assert!(token.link(&base, "/measures/3/report").as_str().ends_with("?next=%2Fmeasures%2F3%2Freport"));
    }
}
