//! The one place that knows what time it is. Rules get days from here; nothing else reads a clock.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// The zone that decides which day it is where none is configured: the federal capital's.
pub const DEFAULT_ZONE: Tz = chrono_tz::America::Toronto;

/// A clock in a zone.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    zone: Tz,
    hands: Hands,
}

#[derive(Debug, Clone, Copy)]
enum Hands {
    /// Runs, this far from the system's clock.
    Running(TimeDelta),
    /// Stands still.
    Stopped(DateTime<Utc>),
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system(zone: Tz) -> Self {
        Self { zone, hands: Hands::Running(TimeDelta::zero()) }
    }

    /// Stands still at noon of a day.
    #[must_use]
    pub fn fixed(day: NaiveDate, zone: Tz) -> Self {
        Self::stopped(noon(day, zone), zone)
    }

    /// Stands still at a moment.
    #[must_use]
    pub fn stopped(at: DateTime<Utc>, zone: Tz) -> Self {
        Self { zone, hands: Hands::Stopped(at) }
    }

    /// Runs from noon of a day on, so that links and sessions still expire on a demo set to another day.
    #[must_use]
    pub fn running_from(day: NaiveDate, zone: Tz) -> Self {
        Self { zone, hands: Hands::Running(noon(day, zone) - Utc::now()) }
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self.hands {
            Hands::Running(shift) => Utc::now() + shift,
            Hands::Stopped(at) => at,
        }
    }

    /// Today in the zone.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.day_of(self.now())
    }

    /// The day of a moment in the zone.
    #[must_use]
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The zone.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.zone
    }
}

/// No zone skips noon; were there one, noon in UTC is close enough.
fn noon(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let noon = day.and_time(NaiveTime::MIN) + TimeDelta::hours(12);
    zone.from_local_datetime(&noon).earliest().map_or_else(|| noon.and_utc(), |at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_the_zones_and_not_the_one_of_utc() {
        let late = "2018-07-01T02:30:00Z".parse().expect("a moment");
        assert_eq!(Clock::stopped(late, DEFAULT_ZONE).today().to_string(), "2018-06-30");
    }

    #[test]
    fn a_clock_set_to_a_day_shows_that_day_and_may_run_on() {
        let day = "2018-03-11".parse().expect("a day");
        let fixed = Clock::fixed(day, DEFAULT_ZONE);
        assert_eq!((fixed.today(), fixed.now()), (day, fixed.now()));
        let running = Clock::running_from(day, DEFAULT_ZONE);
        assert_eq!(running.today(), day);
        assert!(running.now() >= fixed.now() - TimeDelta::seconds(1));
    }
}
