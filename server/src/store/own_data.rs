//! Everything that is kept about one person, as it is stored: what they may take along. No secrets are in it: no
//! hashes of passwords, no keys, nothing that names a session.

use super::{
    StoreError, Tx,
    entities::{
        absence, audit, disposition, evidence, extension, external_identity, outbox, person, person_role, plan, progress_draft,
        progress_update, reminder, session, verification,
    },
};
use domain::{text::Coded, trail::RecordKind};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value};

/// All of it, by table.
pub async fn of(tx: &Tx, id: i64) -> Result<Map<String, Value>, StoreError> {
    let mut all = Map::new();
    let mut keep = |name: &str, rows: Vec<Value>| all.insert(name.to_owned(), Value::Array(rows));
    keep("profile", person::Entity::find_by_id(id).into_json().all(tx).await?);
    let roles = person_role::Entity::find().filter(person_role::Column::PersonId.eq(id));
    keep("roles", roles.into_json().all(tx).await?);
    keep("absences", absence::Entity::find().filter(absence::Column::PersonId.eq(id)).into_json().all(tx).await?);
    let updates = progress_update::Entity::find().filter(progress_update::Column::AuthorId.eq(id));
    keep("updates_written", updates.order_by_asc(progress_update::Column::Id).into_json().all(tx).await?);
    let drafts = progress_draft::Entity::find().filter(progress_draft::Column::PersonId.eq(id));
    keep("updates_begun", drafts.into_json().all(tx).await?);
    let evidence = evidence::Entity::find().filter(evidence::Column::AddedBy.eq(id));
    keep("evidence_added", evidence.into_json().all(tx).await?);
    decisions(tx, id, &mut keep).await?;
    let reminders = reminder::Entity::find().filter(reminder::Column::PersonId.eq(id));
    keep("reminders", reminders.into_json().all(tx).await?);
    keep("mails", mails(tx, id).await?);
    keep("sessions", sessions(tx, id).await?);
    let identities = external_identity::Entity::find().filter(external_identity::Column::PersonId.eq(id));
    keep("sign_in_services", identities.into_json().all(tx).await?);
    keep("log", log(tx, id).await?);
    Ok(all)
}

async fn decisions(tx: &Tx, id: i64, keep: &mut impl FnMut(&str, Vec<Value>) -> Option<Value>) -> Result<(), StoreError> {
    let requested = extension::Entity::find().filter(extension::Column::RequestedBy.eq(id));
    keep("extensions_requested", requested.into_json().all(tx).await?);
    let decided = extension::Entity::find().filter(extension::Column::DecidedBy.eq(id));
    keep("extensions_decided", decided.into_json().all(tx).await?);
    let verified = verification::Entity::find().filter(verification::Column::VerifierId.eq(id));
    keep("verifications", verified.into_json().all(tx).await?);
    let dispositions = disposition::Entity::find().filter(disposition::Column::DecidedBy.eq(id));
    keep("measures_ended", dispositions.into_json().all(tx).await?);
    let approved = plan::Entity::find().filter(plan::Column::ApprovedBy.eq(id));
    let approved = approved.select_only().columns([
        plan::Column::Id,
        plan::Column::TitleEn,
        plan::Column::TitleFr,
        plan::Column::ApprovedOn,
    ]);
    keep("plans_approved", approved.into_json().all(tx).await?);
    Ok(())
}

/// The mails without their words: those that let somebody sign in are secrets until they are used.
async fn mails(tx: &Tx, id: i64) -> Result<Vec<Value>, StoreError> {
    use outbox::Column;
    let columns =
        [Column::Kind, Column::ToAddress, Column::Lang, Column::Subject, Column::State, Column::CreatedAt, Column::SentAt];
    let mails = outbox::Entity::find().select_only().columns(columns).filter(Column::PersonId.eq(id));
    Ok(mails.order_by_asc(Column::Id).into_json().all(tx).await?)
}

async fn sessions(tx: &Tx, id: i64) -> Result<Vec<Value>, StoreError> {
    use session::Column;
    let columns = [Column::StartedAt, Column::SeenAt, Column::UserAgent, Column::ExpiresAt];
    let sessions = session::Entity::find().select_only().columns(columns).filter(Column::PersonId.eq(id));
    Ok(sessions.order_by_asc(Column::StartedAt).into_json().all(tx).await?)
}

/// What the person did, and what was done to their account.
async fn log(tx: &Tx, id: i64) -> Result<Vec<Value>, StoreError> {
    use audit::Column;
    let about = Condition::all().add(Column::Entity.eq(RecordKind::Person.code())).add(Column::EntityId.eq(id));
    let rows = audit::Entity::find().filter(Condition::any().add(Column::PersonId.eq(id)).add(about));
    Ok(rows.order_by_asc(Column::Id).into_json().all(tx).await?)
}
