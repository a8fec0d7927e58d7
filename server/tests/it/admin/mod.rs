//! Administration: who may, what it changes, and what it leaves alone.

mod invitations;
mod mail;
mod organisations;
mod people;
mod people_import;
mod roles;
mod settings;
mod web;

use crate::support::{Bench, Db};
use app::{
    backend::{Accounts, Caller},
    error::AppError,
};
use domain::{
    people::{Actor, Role},
    problem::{Problem, ProblemCode},
};
use sea_orm::{EntityTrait, QueryOrder};
use server::{
    services::Services,
    store::{StoreError, entities::audit},
};

/// An instance with an administrator, whose name is Ada.
async fn with_ada(db: Db) -> Option<(Bench, Caller)> {
    let bench = Bench::open(db).await?;
    let ada = bench.person("Ada", None, Role::Administrator).await;
    Some((bench, ada))
}

/// Everybody who may administer nothing: every other role, and none.
async fn others(bench: &Bench) -> Vec<Caller> {
    let mut others = vec![bench.person_with("Nemo", None, &[]).await];
    for role in [Role::Coordinator, Role::Lead, Role::Member, Role::Executive, Role::Reader] {
        others.push(bench.person(&format!("The-{role}"), None, role).await);
    }
    others
}

/// A form that was refused for one field.
fn invalid<T>(field: &str, code: ProblemCode) -> Result<T, AppError> {
    Err(AppError::Invalid(vec![Problem::new(field, code)]))
}

/// The audit trail: action, entity and what changed, oldest first.
async fn trail(bench: &Bench) -> Vec<(String, String)> {
    let all: Result<Vec<audit::Model>, StoreError> =
        bench.services.store.read(async |tx| Ok(audit::Entity::find().order_by_asc(audit::Column::Id).all(tx).await?)).await;
    all.expect("the audit trail").into_iter().map(|row| (row.action, row.changes)).collect()
}

/// The last entry of the audit trail.
async fn last(bench: &Bench) -> (String, String) {
    trail(bench).await.pop().expect("an entry")
}

/// Somebody with the roles they hold by now.
async fn actor(services: &Services, person: i64) -> Actor {
    Accounts::standing(services, person).await.expect("an answer").expect("a person").actor
}
