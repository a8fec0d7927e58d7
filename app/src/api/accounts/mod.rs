//! Getting in and out: by a link, by a password, on a demo by choosing a person. Every way ends in [`enter`].

mod enter;
mod factor;
mod link;
mod password;

pub use enter::{Admission, enter, local};
pub use factor::*;
pub use link::*;
pub use password::*;

use crate::{
    cookies,
    error::AppError,
    request::{backend, caller, session, visitor},
};
use domain::{
    people::{Actor, Role, Way},
    problem::{Problem, ProblemCode},
    text::Email,
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// The ways in that the sign-in page offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInPage {
    /// A link by mail.
    pub links: bool,
    /// A password.
    pub passwords: bool,
}

/// A signed-in person, and what they must do before anything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The person.
    pub actor: Actor,
    /// Whether the person's role asks for a second factor and there is none yet.
    pub owes_second_factor: bool,
}

/// A person of the demo, offered on the sign-in page of a demo instance only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoPerson {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The role to try.
    pub role: Role,
    /// The short code of the organisation.
    pub organisation: Option<String>,
}

/// An address as typed into the field `email`.
fn address(typed: &str) -> Result<Email, AppError> {
    typed.parse::<Email>().map_err(|_| {
        let code = if typed.trim().is_empty() { ProblemCode::Required } else { ProblemCode::NotAnEmail };
        AppError::Invalid(vec![Problem::new("email", code)])
    })
}

/// Lets a person in who showed who they are, in the context of a server function.
async fn let_in(person: i64, way: Way, next: &str) -> Result<(), AppError> {
    let to = enter(&backend(), session().as_ref(), &visitor(), person, way, next).await?;
    leptos_axum::redirect(&to);
    Ok(())
}

/// Signs in as a person of the demo.
#[server(prefix = "/do", endpoint = "sign-in-demo")]
pub async fn sign_in_demo(
    /// The id of the person.
    person: i64,
    /// Where to go on to.
    next: String,
) -> Result<(), AppError> {
    let person = backend().accounts.demo_person(person).await?;
    let_in(person, Way::Demo, &next).await
}

/// Ends the session.
#[server(prefix = "/do", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), AppError> {
    if let Ok(caller) = caller() {
        backend().security.signing_out(&caller).await?;
    }
    session().end().await?;
    cookies::leave();
    leptos_axum::redirect("/sign-in");
    Ok(())
}
