//! Services on a fresh database, with the few people and organisations that most tests need.

use super::{Db, day};
use app::backend::Caller;
use domain::{
    people::{Grant, Role},
    text::{Bilingual, Lang},
};
use server::{
    clock::{Clock, DEFAULT_ZONE},
    files::Files,
    services::{Services, Settings},
    store::{
        StoreError, Tx, absences, directory,
        people::{self, NewPerson},
    },
};

/// The day every bench stands at unless it is told otherwise.
pub const TODAY: &str = "2018-03-15";

/// Services on a fresh database.
pub struct Bench {
    pub services: Services,
}

impl Bench {
    /// An empty instance on [`TODAY`]; `None` where that kind of database is not at hand.
    pub async fn open(db: Db) -> Option<Self> {
        let store = db.open().await?;
        let settings = Settings { base_url: "http://suivi.test".parse().expect("a URL"), is_demo: false };
        Some(Self { services: Services::new(store, Files::in_memory(), Clock::fixed(day(TODAY), DEFAULT_ZONE), settings) })
    }

    /// The same instance on another day.
    pub fn on(&self, date: &str) -> Services {
        Services { clock: Clock::fixed(day(date), DEFAULT_ZONE), ..self.services.clone() }
    }

    /// Does something to the database directly.
    pub async fn write<T>(&self, work: impl AsyncFnOnce(&Tx) -> Result<T, StoreError>) -> T {
        self.services.store.write(work).await.expect("the write")
    }

    /// An organisation with this code.
    pub async fn organisation(&self, code: &str) -> i64 {
        let name = Bilingual::new(Some(format!("{code} of Canada")), Some(format!("{code} du Canada")));
        self.write(async |tx| people::add_organisation(tx, (code, None), &name).await).await
    }

    /// A person with one role on the whole instance, as who they ask.
    pub async fn person(&self, name: &str, organisation: Option<i64>, role: Role) -> Caller {
        self.person_with(name, organisation, &[Grant { role, plan: None }]).await
    }

    /// A person with these roles, as who they ask.
    pub async fn person_with(&self, name: &str, organisation_id: Option<i64>, grants: &[Grant]) -> Caller {
        let email = format!("{}@example.gc.ca", name.to_lowercase()).parse().expect("an address");
        let new = NewPerson { name: name.to_owned(), email, lang: Lang::Fr, organisation_id };
        let actor = self
            .write(async |tx| {
                let id = people::add_person(tx, new).await?;
                for grant in grants {
                    people::grant(tx, id, *grant).await?;
                }
                people::actor(tx, id, day(TODAY)).await
            })
            .await;
        Caller { actor: actor.expect("an active person"), lang: Lang::Fr, request_id: format!("request-of-{name}") }
    }

    /// A person as who they ask now, after roles or deputies changed.
    pub async fn again(&self, caller: &Caller) -> Caller {
        let actor = self.write(async |tx| people::actor(tx, caller.actor.person, day(TODAY)).await).await;
        Caller { actor: actor.expect("an active person"), ..caller.clone() }
    }

    /// Makes somebody the deputy of another, who is away today, and answers the deputy as who they ask now.
    pub async fn stand_in(&self, deputy: &Caller, absent: &Caller) -> Caller {
        let absent = absent.actor.person;
        self.write(async |tx| {
            let before = directory::find(tx, absent).await?.expect("a person");
            directory::set_deputy(tx, absent, before.lock_version, Some(deputy.actor.person)).await?;
            absences::add(tx, absent, day(TODAY), day(TODAY)).await
        })
        .await;
        self.again(deputy).await
    }
}
