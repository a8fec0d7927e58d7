//! How people get in and how long they stay.

use crate::people::{Actor, Role};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// How people get in and how long they stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInRules {
    /// Whether a link by mail is enough to sign in. Someone with a second factor is asked for it all the same.
    pub links: bool,
    /// Whether a password may be set and used.
    pub passwords: bool,
    /// The least number of characters of a password; no other rule of composition (NIST SP 800-63B-4, 3.1.1.2).
    pub password_length: u16,
    /// Who must have a second factor.
    pub second_factor_for: Vec<Role>,
    /// A session ends after so many minutes without a request.
    pub idle_minutes: u32,
    /// A session ends so many hours after signing in, whatever happens in it.
    pub absolute_hours: u32,
}

impl SignInRules {
    /// The choice there is for the length of passwords. Fifteen is what NIST SP 800-63B-4 asks of a password that
    /// is the only factor.
    pub const PASSWORD_LENGTHS: RangeInclusive<u16> = 12..=64;
    /// The choice there is for idle time-outs, in minutes.
    pub const IDLE_MINUTES: RangeInclusive<u32> = 5..=1_440;
    /// The choice there is for absolute time-outs, in hours.
    pub const ABSOLUTE_HOURS: RangeInclusive<u32> = 1..=720;

    /// Whether this person must have a second factor: for a role of their own, or one they exercise as a deputy.
    #[must_use]
    pub fn asks_second_factor_of(&self, actor: &Actor) -> bool {
        actor.exercises(&self.second_factor_for)
    }
}

impl Default for SignInRules {
    fn default() -> Self {
        Self {
            links: true,
            passwords: true,
            password_length: 15,
            second_factor_for: Vec::new(),
            idle_minutes: 720,
            absolute_hours: 168,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_choices_there_are() {
        let rules = SignInRules::default();
        assert!(SignInRules::PASSWORD_LENGTHS.contains(&rules.password_length));
        assert!(SignInRules::IDLE_MINUTES.contains(&rules.idle_minutes));
        assert!(SignInRules::ABSOLUTE_HOURS.contains(&rules.absolute_hours));
        assert!(rules.links || rules.passwords, "there is a way in");
    }

    #[test]
    fn settings_of_an_older_version_keep_their_values_and_get_defaults_for_the_rest() {
        let kept: SignInRules = serde_json::from_str(r#"{"idle_minutes": 30}"#).expect("settings");
        assert_eq!(kept, SignInRules { idle_minutes: 30, ..SignInRules::default() });
    }
}
