//! Reading what reminders are computed from: seven queries, whatever the number of measures.

use crate::{
    services::Services,
    store::{
        StoreError,
        reminders::{self, Addressee, OpenDeliverable, OpenMeasure, Said},
        settings,
    },
};
use chrono::{Days, NaiveDate};
use domain::reminders::ReminderPolicy;
use std::collections::{HashMap, HashSet};

/// Everything at one moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// Of the instance.
    pub(super) policy: ReminderPolicy,
    /// Of the plans that have one of their own.
    pub(super) of_plans: HashMap<i64, ReminderPolicy>,
    pub(super) measures: Vec<OpenMeasure>,
    pub(super) deliverables: Vec<OpenDeliverable>,
    pub(super) people: Vec<Addressee>,
    pub(super) said: HashSet<Said>,
}

pub(super) async fn facts(services: &Services, today: NaiveDate) -> Result<Facts, StoreError> {
    services
        .store
        .read(async |tx| {
            let policy = settings::load(tx).await?.settings.reminders;
            // Nothing is said of what is due later than the first reminder reaches.
            let of_plans = reminders::policies(tx).await?;
            let reach = of_plans.values().chain([&policy]).flat_map(|policy| &policy.days_before).copied().max().unwrap_or(0);
            let due_by = today.checked_add_days(Days::new(reach.into())).unwrap_or(today);
            Ok(Facts {
                policy,
                of_plans,
                measures: reminders::measures(tx, due_by).await?,
                deliverables: reminders::deliverables(tx, due_by).await?,
                people: reminders::addressees(tx, today).await?,
                said: reminders::said(tx).await?,
            })
        })
        .await
}
