//! The demo: a bilingual plan of nine federal organisations with two years of updates, extensions and meetings, and
//! a small draft to approve. What it says is data in `server/demo`; every date counts from today.

mod data;
mod moments;
mod people;
mod plan;
mod story;

use crate::{
    files::FileTrouble,
    services::Services,
    store::{self, Store, StoreError, Tx, audit},
};
use chrono::NaiveDate;
use domain::text::Email;
use moments::Today;

/// Why the demo was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// There are real people or plans in the database, and nobody asked to mix.
    #[error("the database holds other people or plans; the demo was not loaded into it")]
    NotEmpty,
    /// The data files contradict themselves.
    #[error("the demo data is not valid: {0}")]
    Data(String),
    /// The place of the files.
    #[error(transparent)]
    Files(#[from] FileTrouble),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What loading did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loaded {
    /// The demo was written.
    Now,
    /// It was there already; nothing was changed.
    Before,
}

/// Loads the demo as of `today`, all of it or nothing. Does nothing when it is there; errors with `NotEmpty` on a
/// database that holds anything else, unless `beside_others`.
pub async fn load(services: &Services, today: NaiveDate, beside_others: bool) -> Result<Loaded, DemoError> {
    let demo = data::demo().map_err(DemoError::Data)?;
    services.store.write(async |tx| write(tx, services, &demo, Today(today), beside_others).await).await
}

/// Whether the demo is there.
pub async fn is_loaded(services: &Services) -> Result<bool, DemoError> {
    let demo = data::demo().map_err(DemoError::Data)?;
    services.store.read(async |tx| is_there(tx, &demo).await).await
}

/// The day for which the demo made the database of these services; `None` when it did not make it, or nothing is there.
/// Creates nothing.
pub async fn laid_on(store: &Store) -> Result<Option<NaiveDate>, StoreError> {
    if !store.has_schema().await? {
        return Ok(None);
    }
    store.read(async |tx| store::demo::laid_on(tx).await).await
}

/// The addresses of the people of the demo: they alone may be entered as without a proof.
pub(super) fn addresses() -> Result<Vec<Email>, DemoError> {
    let everybody = data::everybody().map_err(DemoError::Data)?;
    Ok(everybody.people.into_iter().map(|person| person.email).collect())
}

async fn is_there(tx: &Tx, demo: &data::Demo) -> Result<bool, DemoError> {
    let Some(first) = demo.everybody.people.first() else { return Ok(false) };
    Ok(store::demo::knows_address(tx, &first.email).await?)
}

async fn write(tx: &Tx, services: &Services, demo: &data::Demo, today: Today, beside_others: bool) -> Result<Loaded, DemoError> {
    if is_there(tx, demo).await? {
        return Ok(Loaded::Before);
    }
    let is_empty = store::demo::is_empty(tx).await?;
    if !beside_others && !is_empty {
        return Err(DemoError::NotEmpty);
    }
    if is_empty {
        store::demo::mark(tx, today.0).await?;
    }
    let mut known = people::Known::default();
    known.add_organisations(tx, &demo.everybody).await?;
    known.add_people(tx, &demo.everybody).await?;
    let mut story = story::Story::new(services.clock.now());
    for (index, plan) in demo.plans.iter().enumerate() {
        let id = plan::write(tx, &services.files, (plan, &known), today, &mut story).await?;
        if index == 0 {
            known.grant_on(tx, &demo.everybody, id).await?;
        }
    }
    // Last, because it locks the head of the chain until the commit.
    audit::record_all(tx, story.told()).await?;
    Ok(Loaded::Now)
}
