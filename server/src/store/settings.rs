//! The settings of the instance: one row per group, as JSON, with defaults for what is missing.

use super::{StoreError, Tx, entities::setting};
use domain::{
    settings::{SettingGroup, Settings},
    text::Coded,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::HashMap;

/// The settings, with the `lock_version` of each group that was ever changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stored {
    /// The settings.
    pub settings: Settings,
    locks: HashMap<String, i32>,
}

impl Stored {
    /// The `lock_version` of a group; 0 when it has its defaults.
    #[must_use]
    pub fn lock_version(&self, group: SettingGroup) -> i32 {
        self.locks.get(group.code()).copied().unwrap_or_default()
    }
}

/// All settings, in one query.
pub async fn load(tx: &Tx) -> Result<Stored, StoreError> {
    let rows = setting::Entity::find().all(tx).await?;
    let value = |group: SettingGroup| rows.iter().find(|row| row.key == group.code()).map(|row| row.value.as_str());
    let settings = Settings {
        instance: read(value(SettingGroup::Instance))?,
        sign_in: read(value(SettingGroup::SignIn))?,
        reminders: read(value(SettingGroup::Reminders))?,
    };
    let locks = rows.iter().map(|row| (row.key.clone(), row.lock_version)).collect();
    Ok(Stored { settings, locks })
}

fn read<T: Default + DeserializeOwned>(value: Option<&str>) -> Result<T, StoreError> {
    let parse = |text| serde_json::from_str(text).map_err(|error| StoreError::impossible("setting", 0, error));
    value.map_or_else(|| Ok(T::default()), parse)
}

/// Changes a group. Errors with `Conflict` when somebody else changed it meanwhile.
pub async fn save<T: Serialize>(tx: &Tx, group: SettingGroup, lock_version: i32, value: &T) -> Result<(), StoreError> {
    let value = serde_json::to_string(value).map_err(|error| StoreError::impossible("setting", 0, error))?;
    let changed = setting::Entity::update_many()
        .col_expr(setting::Column::Value, Expr::value(value.clone()))
        .col_expr(setting::Column::LockVersion, Expr::value(lock_version + 1))
        .filter(setting::Column::Key.eq(group.code()))
        .filter(setting::Column::LockVersion.eq(lock_version))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 {
        return Ok(());
    }
    if lock_version > 0 {
        return Err(StoreError::Conflict);
    }
    // The first change of a group: whoever comes second finds the key taken.
    let row = setting::ActiveModel { key: Set(group.code().to_owned()), value: Set(value), lock_version: Set(1) };
    match setting::Entity::insert(row).exec_without_returning(tx).await.map_err(StoreError::from) {
        Err(StoreError::Duplicate(_)) => Err(StoreError::Conflict),
        other => other.map(|_| ()),
    }
}
