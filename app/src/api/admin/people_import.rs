//! Many people at once, from a table: what was understood is shown before anything is written.

use super::is_ticked;
use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::problem::ProblemCode;
use leptos::server;
use serde::{Deserialize, Serialize};

/// The most bytes a table may have.
pub const TABLE_LIMIT: usize = 1024 * 1024;
/// The most rows a table may have.
pub const ROW_LIMIT: usize = 2_000;

/// The columns of the table, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The name.
    Name,
    /// The address.
    Email,
    /// The language.
    Lang,
    /// The code of the organisation.
    Organisation,
    /// The role.
    Role,
    /// The number of the plan the role is limited to.
    Plan,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Name, Self::Email, Self::Lang, Self::Organisation, Self::Role, Self::Plan];
}

/// What will happen to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowFate {
    /// The person will be added.
    New,
    /// A person who is there, or is added by an earlier row, gets this role as well.
    GetsRole,
    /// Somebody has this address and the role: nothing happens.
    AlreadyThere,
    /// Somebody who is archived has this address: nothing happens before they are restored.
    Archived,
    /// Something is wrong with it.
    Wrong,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Its line in the text, counted from 1.
    pub line: u64,
    /// What its cells say, in the order of [`Column::ALL`].
    pub cells: [String; 6],
    /// What is wrong, and with which cell; none is the row as a whole.
    pub problems: Vec<(Option<Column>, ProblemCode)>,
    /// What will happen.
    pub fate: RowFate,
    /// What the person who has this address is called here, where there is one.
    pub person: Option<String>,
}

/// The preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleImportPreview {
    /// Its id.
    pub id: i64,
    /// The text as it was pasted or uploaded.
    pub text: String,
    /// What was understood of it; the code says why nothing was.
    pub rows: Result<Vec<ImportRow>, ProblemCode>,
    /// Whether the people were added already.
    pub is_done: bool,
    /// Guards against overwriting.
    pub lock_version: i32,
}

impl PeopleImportPreview {
    /// How many rows end so.
    #[must_use]
    pub fn count(&self, fate: RowFate) -> usize {
        self.rows.as_ref().map_or(0, |rows| rows.iter().filter(|row| row.fate == fate).count())
    }
}

/// Reads a pasted table.
#[server(prefix = "/do", endpoint = "start-people-import")]
pub async fn start_people_import(
    /// The text.
    #[server(default)]
    table: String,
) -> Result<(), AppError> {
    let import = backend().people_imports.start(&caller()?, &table).await?;
    leptos_axum::redirect(&format!("/admin/people/import/{import}"));
    Ok(())
}

/// Reads the table again after a correction.
#[server(prefix = "/do", endpoint = "correct-people-import")]
pub async fn correct_people_import(
    /// The id of the preview.
    import: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// The text.
    #[server(default)]
    table: String,
) -> Result<(), AppError> {
    backend().people_imports.correct(&caller()?, import, lock_version, &table).await?;
    leptos_axum::redirect(&format!("/admin/people/import/{import}"));
    Ok(())
}

/// Adds the people of a preview and gives the roles, all or nothing.
#[server(prefix = "/do", endpoint = "commit-people-import")]
pub async fn commit_people_import(
    /// The id of the preview.
    import: i64,
    /// Guards against adding what was not previewed.
    lock_version: i32,
    /// Ticked to send invitations.
    #[server(default)]
    invite: String,
) -> Result<(), AppError> {
    let added = backend().people_imports.commit(&caller()?, import, lock_version, is_ticked(&invite)).await?;
    let done = if added == 0 { "roles-given" } else { "people-added" };
    leptos_axum::redirect(&format!("/admin/people?done={done}"));
    Ok(())
}
