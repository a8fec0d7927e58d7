//! What people call records of any kind, for histories and the log.

use super::{
    StoreError, Tx,
    entities::{comment, contact_link, cost, evidence, measure, organisation, outbox, plan, recommendation, response},
    people,
    records::{Organisation, bilingual},
};
use domain::{text::Lang, trail::RecordKind};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// The names of some records of one kind by their ids, in one query: a title, a label, a number, a code, a person.
/// What has no name of its own is not in it.
pub async fn of(tx: &Tx, kind: RecordKind, ids: &[i64], lang: Lang) -> Result<HashMap<i64, String>, StoreError> {
    let ids = || ids.iter().copied();
    match kind {
        RecordKind::Plan => {
            let plans = plan::Entity::find().filter(plan::Column::Id.is_in(ids())).all(tx).await?;
            let name = |plan: plan::Model| Some((plan.id, bilingual(plan.title_en, plan.title_fr).for_reader(lang)?.text));
            Ok(plans.into_iter().filter_map(name).collect())
        }
        RecordKind::Measure => {
            let columns = measure::Entity::find().select_only().columns([measure::Column::Id, measure::Column::Label]);
            pairs(columns.filter(measure::Column::Id.is_in(ids())).into_tuple().all(tx).await?)
        }
        RecordKind::Recommendation => {
            use recommendation::Column;
            let columns = recommendation::Entity::find().select_only().columns([Column::Id, Column::Number]);
            pairs(columns.filter(Column::Id.is_in(ids())).into_tuple().all(tx).await?)
        }
        RecordKind::Response => {
            // A response is known by the recommendation it answers.
            let answers = response::Entity::belongs_to(recommendation::Entity)
                .from(response::Column::RecommendationId)
                .to(recommendation::Column::Id);
            let columns = response::Entity::find()
                .select_only()
                .column(response::Column::Id)
                .join(JoinType::InnerJoin, answers.into())
                .column(recommendation::Column::Number);
            pairs(columns.filter(response::Column::Id.is_in(ids())).into_tuple().all(tx).await?)
        }
        RecordKind::Evidence => {
            let pieces = evidence::Entity::find().filter(evidence::Column::Id.is_in(ids())).all(tx).await?;
            let name = |row: evidence::Model| Some((row.id, bilingual(row.title_en, row.title_fr).for_reader(lang)?.text));
            Ok(pieces.into_iter().filter_map(name).collect())
        }
        RecordKind::ContactLink => {
            let columns =
                contact_link::Entity::find().select_only().columns([contact_link::Column::Id, contact_link::Column::Name]);
            pairs(columns.filter(contact_link::Column::Id.is_in(ids())).into_tuple().all(tx).await?)
        }
        RecordKind::Comment => {
            // A comment is known by the measure it is about.
            let about = comment::Entity::belongs_to(measure::Entity).from(comment::Column::MeasureId).to(measure::Column::Id);
            let columns = comment::Entity::find()
                .select_only()
                .column(comment::Column::Id)
                .join(JoinType::InnerJoin, about.into())
                .column(measure::Column::Label);
            pairs(columns.filter(comment::Column::Id.is_in(ids())).into_tuple().all(tx).await?)
        }
        RecordKind::Cost => {
            let lines = cost::Entity::find().filter(cost::Column::Id.is_in(ids())).all(tx).await?;
            let name = |row: cost::Model| Some((row.id, bilingual(row.activity_en, row.activity_fr).for_reader(lang)?.text));
            Ok(lines.into_iter().filter_map(name).collect())
        }
        RecordKind::Organisation => {
            let rows = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids())).all(tx).await?;
            let named = rows.into_iter().map(Organisation::from);
            Ok(named.map(|organisation| (organisation.id, organisation.code_for(lang).to_owned())).collect())
        }
        RecordKind::Person => people::names(tx, &ids().collect::<Vec<_>>()).await,
        RecordKind::Outbox => {
            let columns = outbox::Entity::find().select_only().columns([outbox::Column::Id, outbox::Column::Subject]);
            pairs(columns.filter(outbox::Column::Id.is_in(ids())).into_tuple().all(tx).await?)
        }
        RecordKind::Setting | RecordKind::Audit | RecordKind::ImportDraft | RecordKind::PeopleImport => Ok(HashMap::new()),
    }
}

fn pairs(rows: Vec<(i64, String)>) -> Result<HashMap<i64, String>, StoreError> {
    Ok(rows.into_iter().collect())
}
