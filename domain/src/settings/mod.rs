//! What administrators set for the whole instance, with defaults that work. Each group is stored, guarded and audited
//! as one. It must not know where they are stored.

mod instance;
mod sign_in;
mod typed;

pub use instance::InstanceSettings;
pub use sign_in::SignInRules;
pub use typed::{TypedInstance, TypedReminders, TypedSignIn};

use crate::{codes::coded, reminders::ReminderPolicy};
use serde::{Deserialize, Serialize};

coded! {
    /// A group of settings that is changed together.
    SettingGroup {
        /// What the instance is called and whom to ask for help.
        Instance = "instance",
        /// How people get in and how long they stay.
        SignIn = "sign_in",
        /// When people are reminded.
        Reminders = "reminders",
    }
}

/// All settings together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// What the instance is called and whom to ask for help.
    pub instance: InstanceSettings,
    /// How people get in and how long they stay.
    pub sign_in: SignInRules,
    /// When people are reminded.
    pub reminders: ReminderPolicy,
}
