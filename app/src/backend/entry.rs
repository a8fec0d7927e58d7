//! Getting in, and one's own account.

use crate::{
    api::{
        account::{AccountPage, TypedProfile},
        accounts::{Admission, DemoPerson, Redeemed, SignInPage, Standing},
        security::{SecurityPage, SetUp, TypedPassword},
    },
    backend::{Caller, Visitor},
    error::AppError,
};
use async_trait::async_trait;
use domain::{
    people::Way,
    text::{Email, Lang, Secret},
};

/// Getting in. Whoever knocks too often gets `TooMany`; who has an account is never told.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Which ways in there are.
    async fn sign_in_page(&self) -> Result<SignInPage, AppError>;
    /// Mails a one-time link that goes on to `next` if the address is known; says nothing about whether it is.
    async fn request_link(&self, visitor: &Visitor, email: &Email, next: &str) -> Result<(), AppError>;
    /// Uses up a one-time link to sign in with. Errors with `LinkNotValid`.
    async fn redeem(&self, visitor: &Visitor, token: &str) -> Result<Redeemed, AppError>;
    /// The person of an address and a password. Errors with `SignInRefused`, whatever is wrong, in the same time.
    async fn check_password(&self, visitor: &Visitor, email: &Email, password: &Secret) -> Result<i64, AppError>;
    /// Mails a link to choose a new password with if the address is known; says nothing about whether it is.
    async fn request_reset(&self, visitor: &Visitor, email: &Email) -> Result<(), AppError>;
    /// The least length of a password, for someone whose link to choose one works. Errors with `LinkNotValid`.
    async fn reset_page(&self, token: &str) -> Result<u16, AppError>;
    /// Chooses a new password, which uses up the link and ends all sessions of its person. Errors with `Invalid`
    /// (the link goes on working) or `LinkNotValid`.
    async fn reset_password(&self, visitor: &Visitor, token: &str, typed: &TypedPassword) -> Result<(), AppError>;
    /// Decides about someone who showed who they are: in, or asked for the second factor first. Errors with
    /// `NotSignedIn` for those who may not sign in any more.
    async fn admit(&self, visitor: &Visitor, person: i64, way: Way) -> Result<Admission, AppError>;
    /// Checks the second factor of someone who came this way, and uses the code up. Errors with `Invalid`.
    async fn check_code(&self, visitor: &Visitor, person: i64, way: Way, code: &Secret) -> Result<(), AppError>;
    /// The person of a session with today's roles; `None` once they may not sign in any more.
    async fn standing(&self, person: i64) -> Result<Option<Standing>, AppError>;
    /// The people a demo instance offers; empty on any other.
    async fn demo_people(&self, lang: Lang) -> Result<Vec<DemoPerson>, AppError>;
    /// The id of one of them to sign in as; `NotFound` on any other instance.
    async fn demo_person(&self, person: i64) -> Result<i64, AppError>;
}

/// The caller's own password, second factor and sessions. `session` is the key of the session that asks.
#[async_trait]
pub trait Security: Send + Sync {
    /// What there is, with the sessions that are open.
    async fn page(&self, caller: &Caller, session: Option<&str>) -> Result<SecurityPage, AppError>;
    /// Sets or changes the password and ends all other sessions. The first one is set by who signed in a moment ago.
    /// Errors with `Invalid`.
    async fn set_password(&self, caller: &Caller, session: Option<&str>, typed: &TypedPassword) -> Result<(), AppError>;
    /// Begins to set a second factor up, with a new secret. Who signed in a while ago gives the password. Errors with
    /// `Conflict` when there is one in use, with `Invalid`.
    async fn start_factor(&self, caller: &Caller, session: Option<&str>, password: &Secret) -> Result<(), AppError>;
    /// The secret to give to an app; `None` when the set-up was not begun.
    async fn set_up(&self, caller: &Caller) -> Result<Option<SetUp>, AppError>;
    /// Ends the set-up with a first code and answers the recovery codes. Errors with `Invalid`.
    async fn confirm_factor(&self, caller: &Caller, code: &Secret) -> Result<Vec<String>, AppError>;
    /// Replaces the recovery codes; a code proves who asks. Errors with `Invalid`.
    async fn renew_codes(&self, caller: &Caller, code: &Secret) -> Result<Vec<String>, AppError>;
    /// Turns the second factor off; a code or the password proves who asks. Errors with `Invalid`, and with
    /// `NotAllowed` where the person must have one.
    async fn remove_factor(&self, caller: &Caller, code: &Secret, password: &Secret) -> Result<(), AppError>;
    /// Ends one of the caller's sessions.
    async fn end_session(&self, caller: &Caller, session: &str) -> Result<(), AppError>;
    /// Ends all of the caller's sessions, this one included.
    async fn end_all_sessions(&self, caller: &Caller) -> Result<(), AppError>;
    /// Takes note that the caller signs out; ending the session is the web's.
    async fn signing_out(&self, caller: &Caller) -> Result<(), AppError>;
}

/// Signing in at the organisation's own provider.
pub trait SingleSignOn: Send + Sync {
    /// Whether this instance has one.
    fn is_offered(&self) -> bool;
    /// What the button says, where the configuration says so.
    fn words(&self, lang: Lang) -> Option<String>;
}

/// The caller's own account.
#[async_trait]
pub trait Account: Send + Sync {
    /// What there is to see and change.
    async fn show(&self, caller: &Caller) -> Result<AccountPage, AppError>;
    /// Changes the profile. Errors with `Invalid` or `Conflict`, as all changes here do.
    async fn change(&self, caller: &Caller, lock_version: i32, typed: &TypedProfile) -> Result<(), AppError>;
    /// Names a deputy of the own organisation, or nobody.
    async fn name_deputy(&self, caller: &Caller, lock_version: i32, deputy: &str) -> Result<(), AppError>;
    /// Adds days on which the caller is away.
    async fn add_absence(&self, caller: &Caller, lock_version: i32, starts_on: &str, ends_on: &str) -> Result<(), AppError>;
    /// Cancels an absence.
    async fn cancel_absence(&self, caller: &Caller, lock_version: i32, absence: i64) -> Result<(), AppError>;
}
