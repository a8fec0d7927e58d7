//! Hashing passwords with Argon2id. It takes time and memory on purpose: never inside of a transaction, never on a
//! thread that serves requests, and only a few at once.

use app::error::AppError;
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::{people::password, text::Secret};
use std::sync::OnceLock;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// How many are hashed at once; each takes 19 MiB.
static TURNS: Semaphore = Semaphore::const_new(4);
/// What is compared with where there is no password, so that it takes as long.
static NOBODYS: OnceLock<String> = OnceLock::new();

fn hash_now(password: &str) -> Result<String, argon2::password_hash::Error> {
    Ok(Argon2::default().hash_password(password.as_bytes())?.to_string())
}

/// The hash of a password, with its salt and its cost in it.
pub(super) async fn hash(password: &Secret) -> Result<String, AppError> {
    let password = password.clone();
    run(move || hash_now(password.expose()).map_err(broken)).await
}

/// Whether this is the password with this hash. Without a hash it takes as long and is false.
pub(super) async fn is_right(password: &Secret, hash: Option<String>) -> Result<bool, AppError> {
    let password = password.clone();
    run(move || {
        // Nobody has a longer one: only as much of it is looked at.
        let typed: String = password.expose().chars().take(password::MOST + 1).collect();
        let is_known = hash.is_some();
        let nobodys = || Ok::<_, AppError>(NOBODYS.get_or_init(|| hash_now("nobody has this one").unwrap_or_default()).clone());
        let hash = hash.map_or_else(nobodys, Ok)?;
        let parsed = PasswordHash::new(&hash).map_err(broken)?;
        Ok(Argon2::default().verify_password(typed.as_bytes(), &parsed).is_ok() && is_known)
    })
    .await
}

async fn run<T: Send + 'static>(work: impl FnOnce() -> Result<T, AppError> + Send + 'static) -> Result<T, AppError> {
    let turn = TURNS.acquire().await.map_err(broken)?;
    let done = spawn_blocking(work).await.map_err(broken)?;
    drop(turn);
    done
}

fn broken(error: impl std::fmt::Display) -> AppError {
    tracing::error!(%error, "a password could not be hashed");
    AppError::Internal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_told_by_its_hash_and_nobody_has_the_password_of_nobody() {
        let right = Secret::new("quatre chevaux sous la pluie");
        let stored = hash(&right).await.expect("a hash");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert_ne!(stored, hash(&right).await.expect("another"), "each has a salt of its own");
        assert!(is_right(&right, Some(stored.clone())).await.expect("an answer"));
        assert!(!is_right(&Secret::new("quatre chevaux"), Some(stored)).await.expect("an answer"));
        assert!(!is_right(&Secret::new("nobody has this one"), None).await.expect("an answer"));
    }
}
