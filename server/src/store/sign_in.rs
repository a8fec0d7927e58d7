//! One-time sign-in links. Only the hash of a token is stored.

use super::{
    StoreError, Tx,
    entities::{organisation, person, person_role, sign_in_link},
    people::insert_for,
    records::Organisation,
};
use chrono::{DateTime, Utc};
use domain::{
    people::{LinkPurpose, Role},
    text::Email,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};
use std::{collections::HashMap, ops::Range};

/// Whether anybody, active or not, has this address.
pub async fn is_taken(tx: &Tx, email: &Email) -> Result<bool, StoreError> {
    Ok(person::Entity::find().filter(person::Column::Email.eq(email.clone())).one(tx).await?.is_some())
}

/// Adds a link that works from its first moment to its last, where this person is active. For nobody (0) it is the
/// same statement and adds nothing.
pub async fn add_link(
    tx: &Tx,
    token_hash: String,
    person_id: i64,
    purpose: LinkPurpose,
    lives: Range<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let row = sign_in_link::ActiveModel {
        token_hash: Set(token_hash),
        person_id: Set(person_id),
        purpose: Set(purpose),
        created_at: Set(lives.start),
        expires_at: Set(lives.end),
        used_at: Set(None),
    };
    insert_for(tx, row, person_id).await
}

/// Adds a link for each of many people, in few statements.
pub async fn add_links(
    tx: &Tx,
    links: &[(String, i64)],
    purpose: LinkPurpose,
    lives: Range<DateTime<Utc>>,
) -> Result<(), StoreError> {
    for chunk in links.chunks(500) {
        let rows = chunk.iter().map(|(token_hash, person_id)| sign_in_link::ActiveModel {
            token_hash: Set(token_hash.clone()),
            person_id: Set(*person_id),
            purpose: Set(purpose),
            created_at: Set(lives.start),
            expires_at: Set(lives.end),
            used_at: Set(None),
        });
        sign_in_link::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Whom a link that still works is for, and what it lets them do; `None` when it is unknown, used or too old.
pub async fn link(tx: &Tx, token_hash: &str, now: DateTime<Utc>) -> Result<Option<(i64, LinkPurpose)>, StoreError> {
    let link = sign_in_link::Entity::find_by_id(token_hash)
        .filter(sign_in_link::Column::UsedAt.is_null())
        .filter(sign_in_link::Column::ExpiresAt.gt(now));
    Ok(link.one(tx).await?.map(|link| (link.person_id, link.purpose)))
}

/// Uses a link up; false when it is unknown, used or too old. Two at once: one of them gets it.
pub async fn use_link(tx: &Tx, token_hash: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let used = sign_in_link::Entity::update_many()
        .col_expr(sign_in_link::Column::UsedAt, Expr::value(now))
        .filter(sign_in_link::Column::TokenHash.eq(token_hash))
        .filter(sign_in_link::Column::UsedAt.is_null())
        .filter(sign_in_link::Column::ExpiresAt.gt(now))
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Whether anybody can sign in at all.
pub async fn has_people(tx: &Tx) -> Result<bool, StoreError> {
    Ok(person::Entity::find().one(tx).await?.is_some())
}

/// The active people who have one of these addresses, with their roles and their organisation, for the demo's sign-in page.
pub async fn people_of(tx: &Tx, addresses: &[Email]) -> Result<Vec<(i64, String, Vec<Role>, Option<Organisation>)>, StoreError> {
    let ours = person::Entity::find().filter(person::Column::Email.is_in(addresses.iter().cloned()));
    let people = ours.filter(person::Column::IsActive.eq(true)).order_by_asc(person::Column::Id).all(tx).await?;
    let mut roles: HashMap<i64, Vec<Role>> = HashMap::new();
    for row in person_role::Entity::find().order_by_asc(person_role::Column::Id).all(tx).await? {
        roles.entry(row.person_id).or_default().push(row.role);
    }
    let all = organisation::Entity::find().all(tx).await?.into_iter().map(Organisation::from);
    let organisations: HashMap<i64, Organisation> = all.map(|of| (of.id, of)).collect();
    let describe = |p: person::Model| {
        let organisation = p.organisation_id.and_then(|id| organisations.get(&id).cloned());
        (p.id, p.name, roles.remove(&p.id).unwrap_or_default(), organisation)
    };
    Ok(people.into_iter().map(describe).collect())
}

/// Ends the invitations of some people that were not used.
pub async fn end_invitations(tx: &Tx, people: &[i64], now: DateTime<Utc>) -> Result<(), StoreError> {
    end(tx, of(people).add(sign_in_link::Column::Purpose.eq(LinkPurpose::Invitation)), now).await
}

/// Ends every link of a person that was not used, whatever it is for.
pub async fn end_links(tx: &Tx, person: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    end(tx, of(&[person]), now).await
}

fn of(people: &[i64]) -> Condition {
    Condition::all().add(sign_in_link::Column::PersonId.is_in(people.iter().copied()))
}

async fn end(tx: &Tx, links: Condition, now: DateTime<Utc>) -> Result<(), StoreError> {
    sign_in_link::Entity::update_many()
        .col_expr(sign_in_link::Column::ExpiresAt, Expr::value(now))
        .filter(links)
        .filter(sign_in_link::Column::UsedAt.is_null())
        .filter(sign_in_link::Column::ExpiresAt.gt(now))
        .exec(tx)
        .await?;
    Ok(())
}
