//! Telling the verifiers that a completion claim was made, which itself is a progress update, and that what was verified
//! waits for them again.

use super::{
    Case,
    notices::{Audience, Event, What},
};
use crate::{
    services::{Author, Services, life::Taken},
    store::{
        Tx, people,
        records::{Measure, Plan},
    },
};
use app::{backend::Caller, error::AppError};
use domain::text::{Bilingual, Lang};

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

    /// Tells those who may verify that a verified measure was changed by somebody. In the transaction of the change,
    /// before its audit row.
    pub(in crate::services) async fn tell_waits_again(
        &self,
        tx: &Tx,
        person: i64,
        (measure, plan): (&Measure, &Plan),
        lock_version: i32,
    ) -> Result<(), AppError> {
        let case = Case { measure: measure.clone(), plan: plan.clone() };
        let name = people::names(tx, &[person]).await?.remove(&person).unwrap_or_default();
        let event = Event {
            // The version is another one each time it happens.
            key: format!("verify-again:{}:{lock_version}", case.id()),
            what: What::WaitsAgain,
            words: &Bilingual::default(),
            path: format!("/measures/{}/verify", case.id()),
            audience: Audience::Verifiers { except: measure.figures.owner_id },
        };
        self.announce_from(tx, (person, &name), &case, event).await
    }
    /// Tells those who work on a measure that it is open again, because more was promised. In the transaction of the
    /// amendment, before its audit row.
    pub(in crate::services) async fn tell_open_again(
        &self,
        tx: &Tx,
        author: &Author,
        (measure, plan): (&Measure, &Plan),
        (taken, why): (&Taken, Option<(&str, Lang)>),
    ) -> Result<(), AppError> {
        let person = author.person.unwrap_or_default();
        let case = Case { measure: measure.clone(), plan: plan.clone() };
        let name = people::names(tx, &[person]).await?.remove(&person).unwrap_or_default();
        let event = Event {
            key: format!("open-again:{}:{}", case.id(), measure.lock_version),
            what: What::OpenAgain,
            words: &why.map_or_else(Bilingual::default, |(why, lang)| Bilingual::only(lang, why)),
            path: format!("/measures/{}", case.id()),
            audience: Audience::Waiting { people: taken.before.claimed_by.clone(), organisation: None },
        };
        self.announce_from(tx, (person, &name), &case, event).await
    }
    /// Tells a person that a measure is theirs from now on. In the transaction of the change, before its audit row.
    pub(in crate::services) async fn tell_owner(
        &self,
        tx: &Tx,
        author: &Author,
        (measure, plan): (&Measure, &Plan),
        owner: i64,
    ) -> Result<(), AppError> {
        let person = author.person.unwrap_or_default();
        let name = people::names(tx, &[person]).await?.remove(&person).unwrap_or_default();
        let event = Event {
            key: format!("owner-named:{}:{}", measure.figures.id, measure.lock_version),
            what: What::OwnerNamed,
            words: &Bilingual::default(),
            path: format!("/measures/{}", measure.figures.id),
            audience: Audience::One([owner]),
        };
        let case = Case { measure: measure.clone(), plan: plan.clone() };
        self.announce_from(tx, (person, &name), &case, event).await
    }
}
