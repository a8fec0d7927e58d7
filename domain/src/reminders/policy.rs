//! When a plan's reminders are due.

use serde::{Deserialize, Serialize};
use std::{fmt, ops::RangeInclusive, str::FromStr};

/// When reminders are due: of the whole instance, or of one plan that has a policy of its own. The defaults are the product's: 30, 14 and 3 days before, on the day, weekly after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "orm", sea_orm(value_type = "String"))]
pub struct ReminderPolicy {
    /// Days before the due day, in any order.
    pub days_before: Vec<u16>,
    /// Whether to write on the due day.
    pub on_due_day: bool,
    /// Days between reminders after the due day; `None` turns them off.
    pub every_days_after: Option<u16>,
}

impl ReminderPolicy {
    /// How long before the due day a reminder may be, in days.
    pub const DAYS_BEFORE: RangeInclusive<u16> = 1..=365;
    /// How many reminders there may be before the due day.
    pub const REMINDERS_BEFORE: usize = 10;
    /// How far apart the reminders after the due day may be, in days.
    pub const DAYS_AFTER: RangeInclusive<u16> = 1..=90;
}

impl Default for ReminderPolicy {
    fn default() -> Self {
        Self { days_before: vec![30, 14, 3], on_due_day: true, every_days_after: Some(7) }
    }
}

/// As a plan keeps its own policy: `30,14,3;on;7`, with nothing where nothing is sent.
impl fmt::Display for ReminderPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before: Vec<String> = self.days_before.iter().map(ToString::to_string).collect();
        let after = self.every_days_after.map(|days| days.to_string()).unwrap_or_default();
        write!(f, "{};{};{after}", before.join(","), if self.on_due_day { "on" } else { "" })
    }
}

/// The text is not a stored policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a reminder policy")]
pub struct InvalidPolicy;

impl FromStr for ReminderPolicy {
    type Err = InvalidPolicy;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split(';');
        let (Some(before), Some(on), Some(after), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(InvalidPolicy);
        };
        let number = |part: &str| part.parse().map_err(|_| InvalidPolicy);
        let days_before = before.split(',').filter(|part| !part.is_empty()).map(number).collect::<Result<_, _>>()?;
        let on_due_day = match on {
            "on" => true,
            "" => false,
            _ => return Err(InvalidPolicy),
        };
        let every_days_after = if after.is_empty() { None } else { Some(number(after)?) };
        Ok(Self { days_before, on_due_day, every_days_after })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    proptest! {
        #[test]
        fn a_policy_is_read_as_it_was_kept(
            days_before in prop::collection::vec(1u16..=365, 0..10),
            on_due_day in any::<bool>(),
            every_days_after in prop::option::of(1u16..=90),
        ) {
            let policy = ReminderPolicy { days_before, on_due_day, every_days_after };
            prop_assert_eq!(policy.to_string().parse(), Ok(policy));
        }
    }

    #[rstest]
    #[case("")]
    #[case("30;on")]
    #[case("30;off;7")]
    #[case("x;on;7")]
    #[case("30;on;7;9")]
    fn what_is_no_policy_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<ReminderPolicy>(), Err(InvalidPolicy));
    }
}
