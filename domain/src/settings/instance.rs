//! What an instance is called and whom its users ask for help.

use crate::text::{Bilingual, Email};
use serde::{Deserialize, Serialize};

/// What an instance is called and whom its users ask for help. Nothing is required.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InstanceSettings {
    /// Whose instance it is, shown in the header of every page.
    pub name: Bilingual,
    /// Whom to write to for help, shown in the footer and on the sign-in page.
    pub contact: Option<Email>,
}
