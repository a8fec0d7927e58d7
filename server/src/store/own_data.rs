//! Everything that is kept about one person, as it is stored: what they may take along. No secrets are in it: no
//! hashes of passwords, no keys, nothing that names a session.

use super::{
    StoreError, Tx,
    entities::{
        absence, audit, comment, contact_link, disposition, evidence, extension, extension_deliverable, external_identity,
        import_draft, measure, outbox, password, people_import, person, person_role, plan, progress_draft, progress_update,
        proposal, reminder, second_factor, session, verification,
    },
};
use domain::{text::Coded, trail::RecordKind};
use sea_orm::{ColumnTrait, Condition, EntityTrait, Iterable, QueryFilter, QueryOrder, QuerySelect, sea_query::Query};
use serde_json::{Map, Value};

/// All of it, by table.
pub async fn of(tx: &Tx, id: i64) -> Result<Map<String, Value>, StoreError> {
    let mut all = Map::new();
    let mut keep = |name: &str, rows: Vec<Value>| all.insert(name.to_owned(), Value::Array(rows));
    keep("profile", person::Entity::find_by_id(id).into_json().all(tx).await?);
    let principals = person::Entity::find().select_only().columns([person::Column::Id, person::Column::Name]);
    keep("deputy_of", principals.filter(person::Column::DeputyId.eq(id)).into_json().all(tx).await?);
    let roles = person_role::Entity::find().filter(person_role::Column::PersonId.eq(id));
    keep("roles", roles.into_json().all(tx).await?);
    keep("absences", absence::Entity::find().filter(absence::Column::PersonId.eq(id)).into_json().all(tx).await?);
    let updates = progress_update::Entity::find().filter(progress_update::Column::AuthorId.eq(id));
    keep("updates_written", updates.order_by_asc(progress_update::Column::Id).into_json().all(tx).await?);
    let drafts = progress_draft::Entity::find().filter(progress_draft::Column::PersonId.eq(id));
    keep("updates_begun", drafts.into_json().all(tx).await?);
    keep("evidence_added", pieces(tx, id).await?);
    let comments = comment::Entity::find().filter(comment::Column::AuthorId.eq(id));
    keep("comments_written", comments.order_by_asc(comment::Column::Id).into_json().all(tx).await?);
    measures(tx, id, &mut keep).await?;
    decisions(tx, id, &mut keep).await?;
    let reminders = reminder::Entity::find().filter(reminder::Column::PersonId.eq(id));
    keep("reminders", reminders.into_json().all(tx).await?);
    keep("mails", mails(tx, id).await?);
    keep("sessions", sessions(tx, id).await?);
    let identities = external_identity::Entity::find().filter(external_identity::Column::PersonId.eq(id));
    keep("sign_in_services", identities.into_json().all(tx).await?);
    keys(tx, id, &mut keep).await?;
    keep("log", log(tx, id).await?);
    Ok(all)
}

async fn decisions(tx: &Tx, id: i64, keep: &mut impl FnMut(&str, Vec<Value>) -> Option<Value>) -> Result<(), StoreError> {
    let requested = extension::Entity::find().filter(extension::Column::RequestedBy.eq(id));
    keep("extensions_requested", requested.into_json().all(tx).await?);
    let decided = extension::Entity::find().filter(extension::Column::DecidedBy.eq(id));
    keep("extensions_decided", decided.into_json().all(tx).await?);
    for (name, by) in
        [("extension_dates_requested", extension::Column::RequestedBy), ("extension_dates_decided", extension::Column::DecidedBy)]
    {
        let own = Query::select().column(extension::Column::Id).from(extension::Entity).and_where(by.eq(id)).to_owned();
        let dates = extension_deliverable::Entity::find().filter(extension_deliverable::Column::ExtensionId.in_subquery(own));
        keep(name, dates.order_by_asc(extension_deliverable::Column::Id).into_json().all(tx).await?);
    }
    let verified = verification::Entity::find().filter(verification::Column::VerifierId.eq(id));
    keep("verifications", verified.into_json().all(tx).await?);
    let dispositions = disposition::Entity::find().filter(disposition::Column::DecidedBy.eq(id));
    keep("measures_ended", dispositions.into_json().all(tx).await?);
    proposals(tx, id, keep).await?;
    let proposals = proposal::Entity::find().select_only().columns([
        proposal::Column::Id,
        proposal::Column::MeasureId,
        proposal::Column::State,
        proposal::Column::Reason,
        proposal::Column::DecidedAt,
    ]);
    keep("answers_decided", proposals.filter(proposal::Column::DecidedBy.eq(id)).into_json().all(tx).await?);
    for (name, by, on) in [
        ("plans_approved", plan::Column::ApprovedBy, plan::Column::ApprovedOn),
        ("plans_closed", plan::Column::ClosedBy, plan::Column::ClosedOn),
    ] {
        let plans =
            plan::Entity::find().select_only().columns([plan::Column::Id, plan::Column::TitleEn, plan::Column::TitleFr, on]);
        keep(name, plans.filter(by.eq(id)).into_json().all(tx).await?);
    }
    Ok(())
}

/// What the person answered to the comments of others, and which of them they took back, without the words of others.
async fn proposals(tx: &Tx, id: i64, keep: &mut impl FnMut(&str, Vec<Value>) -> Option<Value>) -> Result<(), StoreError> {
    use comment::Column;
    let about = || comment::Entity::find().select_only().columns([Column::Id, Column::MeasureId, Column::Proposes]);
    let answers = [Column::Answer, Column::AnswerReasonEn, Column::AnswerReasonFr, Column::AnsweredOn];
    let answered = about().columns(answers).filter(Column::AnsweredBy.eq(id));
    keep("proposals_answered", answered.into_json().all(tx).await?);
    let withdrawn = about().columns([Column::WithdrawnOn, Column::WithdrawnReason]).filter(Column::WithdrawnBy.eq(id));
    keep("comments_withdrawn", withdrawn.into_json().all(tx).await?);
    Ok(())
}

/// The evidence without the place where its files are kept.
async fn pieces(tx: &Tx, id: i64) -> Result<Vec<Value>, StoreError> {
    use evidence::Column;
    let shown = Column::iter().filter(|column| !matches!(column, Column::StorageKey));
    let pieces = evidence::Entity::find().select_only().columns(shown).filter(Column::AddedBy.eq(id));
    Ok(pieces.order_by_asc(Column::Id).into_json().all(tx).await?)
}

/// The measures the person answers for, whom they asked about measures, and what they read in.
async fn measures(tx: &Tx, id: i64, keep: &mut impl FnMut(&str, Vec<Value>) -> Option<Value>) -> Result<(), StoreError> {
    let owned = measure::Entity::find().select_only().columns([
        measure::Column::Id,
        measure::Column::PlanId,
        measure::Column::Label,
        measure::Column::TextEn,
        measure::Column::TextFr,
        measure::Column::Status,
    ]);
    keep("measures_owned", owned.filter(measure::Column::OwnerId.eq(id)).into_json().all(tx).await?);
    // The hash of a token is no secret, and nobody's business either.
    let shown = contact_link::Column::iter().filter(|column| !matches!(column, contact_link::Column::TokenHash));
    let links = contact_link::Entity::find().select_only().columns(shown);
    keep("contacts_asked", links.filter(contact_link::Column::CreatedBy.eq(id)).into_json().all(tx).await?);
    let imports = import_draft::Entity::find().select_only().columns([
        import_draft::Column::Id,
        import_draft::Column::FileName,
        import_draft::Column::CreatedAt,
        import_draft::Column::PlanId,
    ]);
    keep("plans_imported", imports.filter(import_draft::Column::PersonId.eq(id)).into_json().all(tx).await?);
    let people = people_import::Entity::find().select_only().columns([
        people_import::Column::Id,
        people_import::Column::CreatedAt,
        people_import::Column::DoneAt,
    ]);
    keep("people_imported", people.filter(people_import::Column::PersonId.eq(id)).into_json().all(tx).await?);
    Ok(())
}

/// When the password and the second factor were set, and nothing else of them.
async fn keys(tx: &Tx, id: i64, keep: &mut impl FnMut(&str, Vec<Value>) -> Option<Value>) -> Result<(), StoreError> {
    let password = password::Entity::find_by_id(id).select_only().column(password::Column::SetAt);
    keep("password", password.into_json().all(tx).await?);
    let factor = second_factor::Entity::find_by_id(id).select_only().column(second_factor::Column::ConfirmedAt);
    keep("second_factor", factor.into_json().all(tx).await?);
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
