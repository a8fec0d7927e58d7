//! The one error of everything a page may ask. It carries codes, never sentences and never database text; the
//! catalogue words it (`error-<code>`, `problem-<code>`).

use domain::{draft::ImportError, problem::Problem, sso::SsoTrouble};
use leptos::{
    prelude::{FromServerFnError, ServerFnErrorErr},
    server_fn::codec::JsonEncoding,
};
use serde::{Deserialize, Serialize};

/// Why something asked for was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", content = "about", rename_all = "snake_case")]
pub enum AppError {
    /// Nobody is signed in, or the session ended.
    #[error("not signed in")]
    NotSignedIn,
    /// There is no such thing, or this person may not know of it.
    #[error("not found")]
    NotFound,
    /// The person may know of it but not do this to it.
    #[error("not allowed")]
    NotAllowed,
    /// The one-time link was used before, is too old or was never issued.
    #[error("the sign-in link is not valid")]
    LinkNotValid,
    /// No such pair of address and password; which of the two is wrong is not told.
    #[error("the address and the password do not match")]
    SignInRefused,
    /// Too many attempts; the next one is looked at in so many minutes.
    #[error("too many attempts, for {0} more minutes")]
    TooMany(u32),
    /// Signing in at the organisation's provider did not lead in.
    #[error("single sign-on: {0}")]
    SingleSignOn(SsoTrouble),
    /// Fields that were not accepted; what was typed is kept.
    #[error("invalid input: {0:?}")]
    Invalid(Vec<Problem>),
    /// Somebody else changed it meanwhile.
    #[error("changed by somebody else meanwhile")]
    Conflict,
    /// The plan, by its id, is a draft: it promises nothing that could be reported.
    #[error("plan {0} is a draft")]
    DraftPlan(i64),
    /// A source that could not be read as a plan.
    #[error("{0}")]
    Import(ImportError),
    /// More than the server takes at once, in bytes.
    #[error("larger than {0} bytes")]
    TooLarge(u64),
    /// A kept file is not the one that was kept.
    #[error("the file is damaged")]
    FileDamaged,
    /// What an address asks for cannot be read, such as a day that does not exist.
    #[error("the address makes no sense")]
    BadAddress,
    /// The form was sent by another site.
    #[error("sent from another site")]
    Forged,
    /// The request made no sense (wrong shape, not wrong values).
    #[error("malformed request")]
    Malformed,
    /// Something broke on our side; the log knows more under the request's id.
    #[error("internal error")]
    Internal,
}

impl AppError {
    /// The key of its wording in the catalogue.
    #[must_use]
    pub fn message_key(&self) -> String {
        let code = match self {
            Self::NotSignedIn => "not-signed-in",
            Self::NotFound => "not-found",
            Self::NotAllowed => "not-allowed",
            Self::LinkNotValid => "link-not-valid",
            Self::SignInRefused => "sign-in-refused",
            Self::TooMany(_) => "too-many",
            Self::SingleSignOn(trouble) => return format!("error-sso-{}", trouble.to_string().replace('_', "-")),
            Self::Invalid(_) => "invalid",
            Self::Conflict => "conflict",
            Self::DraftPlan(_) => "draft-plan",
            Self::Import(error) => return error.code.message_key(),
            Self::TooLarge(_) => "too-large",
            Self::FileDamaged => "file-damaged",
            Self::BadAddress => "bad-address",
            Self::Forged => "forged",
            Self::Malformed => "malformed",
            Self::Internal => "internal",
        };
        format!("error-{code}")
    }

    /// The HTTP status of a page or call that ends in it.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::NotSignedIn | Self::SignInRefused => 401,
            Self::TooMany(_) => 429,
            Self::NotFound => 404,
            Self::NotAllowed | Self::Forged => 403,
            Self::Invalid(_) | Self::Import(_) => 422,
            Self::SingleSignOn(SsoTrouble::Unreachable) => 503,
            Self::SingleSignOn(_) => 403,
            Self::LinkNotValid => 410,
            Self::Conflict | Self::DraftPlan(_) => 409,
            Self::TooLarge(_) => 413,
            Self::Malformed | Self::BadAddress => 400,
            Self::FileDamaged | Self::Internal => 500,
        }
    }

    /// The problems of the fields, when that is what it is.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Invalid(problems) => problems,
            _ => &[],
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => Self::Malformed,
            _ => Self::Internal,
        }
    }
}

impl From<Problem> for AppError {
    fn from(problem: Problem) -> Self {
        Self::Invalid(vec![problem])
    }
}

impl From<ImportError> for AppError {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}
