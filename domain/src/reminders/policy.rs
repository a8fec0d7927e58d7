//! When a plan's reminders are due.

use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A plan's reminder policy. The defaults are the product's: 30, 14 and 3 days before, on the day, weekly after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
