//! The organisations and people of the demo, and what the other files call them by.

use super::{DemoError, data::Everybody};
use crate::store::{
    self, Tx,
    people::{NewPerson, add_organisation, add_person, grant},
};
use domain::people::Grant;
use std::collections::HashMap;

/// Ids by code and key.
#[derive(Debug, Default)]
pub struct Known {
    organisations: HashMap<String, i64>,
    people: HashMap<String, i64>,
}

impl Known {
    /// Adds the organisations; one whose code is taken is used as it is.
    pub async fn add_organisations(&mut self, tx: &Tx, everybody: &Everybody) -> Result<(), DemoError> {
        for new in &everybody.organisations {
            let codes = match &new.code_en {
                Some(code_en) => (code_en.as_str(), Some(new.code.as_str())),
                None => (new.code.as_str(), None),
            };
            let id = match store::demo::organisation(tx, &new.code).await? {
                Some(id) => id,
                None => add_organisation(tx, codes, &new.name).await?,
            };
            self.organisations.insert(new.code.clone(), id);
        }
        Ok(())
    }

    /// Adds the people, and the roles they hold on the whole instance.
    pub async fn add_people(&mut self, tx: &Tx, everybody: &Everybody) -> Result<(), DemoError> {
        for new in &everybody.people {
            let organisation_id = Some(self.organisation(&new.organisation)?);
            let row = NewPerson { name: new.name.clone(), email: new.email.clone(), lang: new.lang, organisation_id };
            let id = add_person(tx, row).await?;
            self.people.insert(new.key.clone(), id);
            if new.everywhere {
                grant(tx, id, Grant { role: new.role, plan: None }).await?;
            }
        }
        Ok(())
    }

    /// Gives everybody else their role on one plan.
    pub async fn grant_on(&self, tx: &Tx, everybody: &Everybody, plan: i64) -> Result<(), DemoError> {
        for person in everybody.people.iter().filter(|person| !person.everywhere) {
            grant(tx, self.person(&person.key)?, Grant { role: person.role, plan: Some(plan) }).await?;
        }
        Ok(())
    }

    /// The id of an organisation.
    pub fn organisation(&self, code: &str) -> Result<i64, DemoError> {
        self.organisations.get(code).copied().ok_or_else(|| DemoError::Data(format!("no organisation {code}")))
    }

    /// The id of a person.
    pub fn person(&self, key: &str) -> Result<i64, DemoError> {
        self.people.get(key).copied().ok_or_else(|| DemoError::Data(format!("no person {key}")))
    }
}
