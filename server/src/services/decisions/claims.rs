//! Telling the verifiers that a completion claim was made; the claim itself is a progress update.

use super::{
    Case,
    notices::{Audience, Event, What},
};
use crate::{
    services::Services,
    store::{
        Tx,
        records::{Measure, Plan},
    },
};
use app::{backend::Caller, error::AppError};
use domain::text::Bilingual;

impl Services {
    /// Tells those who may verify that a measure was reported as completed by this update. In the transaction of the
    /// update, before its audit row.
    pub(in crate::services) async fn tell_claim(
        &self,
        tx: &Tx,
        caller: &Caller,
        (measure, plan): (&Measure, &Plan),
        (update, done): (i64, &Bilingual),
    ) -> Result<(), AppError> {
        let owner = measure.figures.owner_id;
        let case = Case { measure: measure.clone(), plan: plan.clone() };
        let event = Event {
            key: format!("claim:{update}"),
            what: What::Claimed,
            words: done,
            path: format!("/measures/{}/verify", case.id()),
            audience: Audience::Verifiers { except: owner },
        };
        self.announce(tx, caller, &case, event).await
    }
}
