//! The outbox: mails waiting, leased by the instance that is sending them, sent or given up.

use super::{StoreError, Tx, entities::outbox, people};
use chrono::{DateTime, Utc};
use domain::{
    mail::{MailKind, MailState},
    text::{Email, Lang},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{LockBehavior, LockType, OnConflict},
};

/// A mail to be put into the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct NewMail {
    pub dedupe_key: String,
    pub kind: MailKind,
    pub person_id: Option<i64>,
    pub to: Email,
    pub lang: Lang,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub message_id: String,
}

/// A mail this instance may send until its lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct Leased {
    pub id: i64,
    pub kind: MailKind,
    pub to: String,
    pub lang: Lang,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub message_id: String,
    pub created_at: DateTime<Utc>,
    /// Attempts so far, this one included.
    pub attempts: i32,
    lock_version: i32,
}

/// What became of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Handed over.
    Sent,
    /// To be tried again from then on.
    Again {
        /// The next attempt.
        not_before: DateTime<Utc>,
        /// What went wrong.
        code: String,
    },
    /// Given up.
    Failed {
        /// What went wrong.
        code: String,
    },
}

/// Puts a mail into the outbox and answers its id; `None` when one with this key is there already.
pub async fn insert(tx: &Tx, new: NewMail, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
    let key = new.dedupe_key.clone();
    let row = waiting(new, now);
    let once = OnConflict::column(outbox::Column::DedupeKey).do_nothing().to_owned();
    if outbox::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? == 0 {
        return Ok(None);
    }
    let id = outbox::Entity::find().filter(outbox::Column::DedupeKey.eq(key)).select_only().column(outbox::Column::Id);
    Ok(id.into_tuple().one(tx).await?)
}

/// Puts a mail into the outbox where this person is active. For nobody (0) it is the same statement and adds nothing.
pub async fn insert_for(tx: &Tx, new: NewMail, person: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    people::insert_for(tx, waiting(new, now), person).await
}

/// Puts many mails into the outbox in few statements. Errors with `Duplicate` when one of the keys is taken.
pub async fn insert_all(tx: &Tx, mails: Vec<NewMail>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let rows: Vec<_> = mails.into_iter().map(|mail| waiting(mail, now)).collect();
    for chunk in rows.chunks(500) {
        outbox::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn waiting(new: NewMail, now: DateTime<Utc>) -> outbox::ActiveModel {
    outbox::ActiveModel {
        id: NotSet,
        dedupe_key: Set(new.dedupe_key),
        kind: Set(new.kind),
        person_id: Set(new.person_id),
        to_address: Set(new.to.into()),
        lang: Set(new.lang),
        subject: Set(new.subject),
        text_body: Set(new.text),
        html_body: Set(new.html),
        message_id: Set(new.message_id),
        state: Set(MailState::Waiting),
        attempts: Set(0),
        not_before: Set(now),
        leased_until: Set(None),
        last_error: Set(None),
        created_at: Set(now),
        sent_at: Set(None),
        lock_version: Set(0),
    }
}

/// Leases the mail that has waited longest, or one whose sender never came back; other instances pass it over.
pub async fn lease(tx: &Tx, kinds: &[MailKind], now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Option<Leased>, StoreError> {
    use outbox::Column;
    let waiting = Condition::all().add(Column::State.eq(MailState::Waiting)).add(Column::NotBefore.lte(now));
    let abandoned = Condition::all().add(Column::State.eq(MailState::Sending)).add(Column::LeasedUntil.lt(now));
    let found = outbox::Entity::find()
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        .filter(Condition::any().add(waiting).add(abandoned))
        .order_by_asc(Column::NotBefore)
        .order_by_asc(Column::Id)
        .limit(1)
        // PostgreSQL only: a transaction that writes is alone on SQLite.
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .one(tx)
        .await?;
    let Some(mut row) = found else { return Ok(None) };
    row.attempts += 1;
    row.lock_version += 1;
    outbox::Entity::update(outbox::ActiveModel {
        id: Set(row.id),
        state: Set(MailState::Sending),
        attempts: Set(row.attempts),
        leased_until: Set(Some(until)),
        lock_version: Set(row.lock_version),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(Some(leased(row)))
}

/// Writes down what became of an attempt. Errors with `Conflict` when the lease had ended and another instance has
/// taken the mail over.
pub async fn settle(tx: &Tx, mail: &Leased, outcome: &Outcome, now: DateTime<Utc>) -> Result<(), StoreError> {
    use outbox::Column;
    let mut row = outbox::ActiveModel { leased_until: Set(None), lock_version: Set(mail.lock_version + 1), ..Default::default() };
    match outcome {
        Outcome::Sent => (row.state, row.sent_at, row.last_error) = (Set(MailState::Sent), Set(Some(now)), Set(None)),
        Outcome::Again { not_before, code } => {
            (row.state, row.not_before, row.last_error) = (Set(MailState::Waiting), Set(*not_before), Set(Some(code.clone())));
        }
        Outcome::Failed { code } => (row.state, row.last_error) = (Set(MailState::Failed), Set(Some(code.clone()))),
    }
    // A link to sign in with is a secret: it is not kept once the mail is gone.
    if mail.kind.carries_secret() && !matches!(outcome, Outcome::Again { .. }) {
        (row.text_body, row.html_body) = (Set(String::new()), Set(String::new()));
    }
    let mine = Condition::all()
        .add(Column::Id.eq(mail.id))
        .add(Column::State.eq(MailState::Sending))
        .add(Column::LockVersion.eq(mail.lock_version));
    let done = outbox::Entity::update_many().set(row).filter(mine).exec(tx).await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn leased(row: outbox::Model) -> Leased {
    Leased {
        id: row.id,
        kind: row.kind,
        to: row.to_address,
        lang: row.lang,
        subject: row.subject,
        text: row.text_body,
        html: row.html_body,
        message_id: row.message_id,
        created_at: row.created_at,
        attempts: row.attempts,
        lock_version: row.lock_version,
    }
}
