//! What waits for somebody, for many measures at once: a query each, whatever their number.

use crate::store::{
    StoreError, Tx,
    entities::{claimant, disposition, extension, measure, progress_update, verification},
    measures::Scope,
};
use domain::{
    extensions::ExtensionState,
    measure::MeasureStatus,
    progress::UpdateKind,
    workflow::{DispositionKind, VerificationOutcome},
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, Func, Query},
};
use std::collections::{HashMap, HashSet};

/// An extension that waits for its decision.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are documented by the schema")]
pub struct OpenRequest {
    pub id: i64,
    /// Who asked, and in whose place.
    pub askers: Vec<i64>,
}

/// The extensions that wait for a decision, by measure.
pub async fn open_requests(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, OpenRequest>, StoreError> {
    use extension::Column;
    let rows: Vec<(i64, i64, Option<i64>, Option<i64>)> = extension::Entity::find()
        .select_only()
        .columns([Column::MeasureId, Column::Id, Column::RequestedBy, Column::RequestedFor])
        .filter(Column::State.eq(ExtensionState::Requested))
        .filter(Column::MeasureId.in_subquery(scope.ids_query()))
        .into_tuple()
        .all(tx)
        .await?;
    let request = |(measure, id, by, of): (i64, i64, Option<i64>, Option<i64>)| {
        (measure, OpenRequest { id, askers: by.into_iter().chain(of).collect() })
    };
    Ok(rows.into_iter().map(request).collect())
}

/// Who claims completion, by measure.
pub async fn claimants(tx: &Tx, scope: &Scope) -> Result<HashMap<i64, Vec<i64>>, StoreError> {
    let rows = claimant::Entity::find().filter(claimant::Column::MeasureId.in_subquery(scope.ids_query())).all(tx).await?;
    Ok(rows.into_iter().fold(HashMap::new(), |mut found: HashMap<i64, Vec<i64>>, row| {
        found.entry(row.measure_id).or_default().push(row.person_id);
        found
    }))
}

/// The measures that another organisation took over and of which nobody was named since.
pub async fn handed_over(tx: &Tx, scope: &Scope) -> Result<HashSet<i64>, StoreError> {
    use disposition::Column;
    let unnamed = Query::select()
        .column(measure::Column::Id)
        .from(measure::Entity)
        .and_where(measure::Column::OwnerId.is_null())
        .and_where(measure::Column::OwnerText.is_null())
        .to_owned();
    let ids: Vec<i64> = disposition::Entity::find()
        .select_only()
        .column(Column::MeasureId)
        .filter(Column::Kind.eq(DispositionKind::Transferred))
        .filter(Column::MeasureId.in_subquery(scope.ids_query()))
        .filter(Column::MeasureId.in_subquery(unnamed))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(ids.into_iter().collect())
}

/// The measures whose claim was returned and of which nothing was reported since.
pub async fn returned(tx: &Tx, scope: &Scope) -> Result<HashSet<i64>, StoreError> {
    use verification::Column;
    let said = |column: progress_update::Column| Expr::col((progress_update::Entity, column));
    // That there is nothing new about a claim was said before the claim was returned.
    let is_new = said(progress_update::Column::Kind)
        .ne(Expr::value(UpdateKind::NothingNew))
        .or(said(progress_update::Column::Status).ne(Expr::value(MeasureStatus::CompletedToVerify)));
    let since = Query::select()
        .expr(Expr::val(1))
        .from(progress_update::Entity)
        .and_where(is_new)
        .and_where(
            Expr::col((progress_update::Entity, progress_update::Column::MeasureId))
                .equals((verification::Entity, Column::MeasureId)),
        )
        .and_where(
            Expr::col((progress_update::Entity, progress_update::Column::Id))
                .gt(Func::coalesce([Expr::col((verification::Entity, Column::UpdateId)), Expr::val(0_i64)])),
        )
        .to_owned();
    let ids: Vec<i64> = verification::Entity::find()
        .select_only()
        .column(Column::MeasureId)
        .filter(Column::Outcome.eq(VerificationOutcome::Returned))
        .filter(Column::MeasureId.in_subquery(scope.ids_query()))
        .filter(Expr::exists(since).not())
        .into_tuple()
        .all(tx)
        .await?;
    Ok(ids.into_iter().collect())
}
