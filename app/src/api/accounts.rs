//! Signing in and out.

use domain::people::Role;
use serde::{Deserialize, Serialize};

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
