//! Texts people write, and the two languages they exist in. Nothing here translates.

mod bilingual;
mod email;
mod fold;
mod lang;
mod reason;
mod secret;
mod web;
mod written;

pub use crate::codes::Coded;
pub use bilingual::{Bilingual, InLang};
pub use email::{Email, InvalidEmail};
pub use fold::{fold, one_slip_apart};
pub use lang::Lang;
pub use reason::{MAX_REASON, reason};
pub use secret::Secret;
pub use web::is_web_address;
pub use written::Written;
