//! Imports: a source is read, kept as a preview that a person corrects, then written as a draft plan, all or nothing.
//! Nothing here sends anything to anybody.

mod check;
mod kept;
mod labels;
mod merge;
mod owners;
mod suggest;
mod write;

use self::suggest::Reading;

use self::{kept::Kept, owners::Owners};
use super::{Author, Services, access, views};
use crate::store::{
    Tx, audit,
    imports::{self, Import, NewImport},
    people,
    records::typed,
};
use app::{
    api::imports::{ImportPreview, TypedPlan, UnfinishedImport},
    backend::{Caller, Imports},
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    draft::PlanDraft,
    plan::SourceKind,
    text::Coded,
    trail::{AuditAction, RecordKind},
};

/// What the command line says of a plan, and its source does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The title of the plan.
    pub title: String,
    /// What kind of report it answers; an evaluation where nothing is said.
    pub kind: Option<SourceKind>,
    /// Where the report can be read.
    pub url: Option<String>,
    /// The day the report was published.
    pub published_on: Option<NaiveDate>,
}

impl From<&str> for Head {
    fn from(title: &str) -> Self {
        Self { title: title.to_owned(), ..Self::default() }
    }
}

impl Head {
    /// The form with what is said here in it.
    fn over(self, form: TypedPlan) -> TypedPlan {
        TypedPlan {
            title: self.title,
            source_kind: self.kind.map_or(form.source_kind, |kind| kind.code().to_owned()),
            source_url: self.url.unwrap_or(form.source_url),
            published_on: self.published_on.map_or(form.published_on, |day| day.to_string()),
            ..form
        }
    }
}

/// How many unfinished previews are listed.
const UNFINISHED: u64 = 20;

#[async_trait]
impl Imports for Services {
    async fn unfinished(&self, caller: &Caller) -> Result<Vec<UnfinishedImport>, AppError> {
        access::require_import(&caller.actor)?;
        self.store
            .read(async |tx| {
                let found = imports::unfinished(tx, caller.actor.person, UNFINISHED).await?;
                let summary = |import: Import| {
                    Ok(UnfinishedImport {
                        title: Kept::parse(&import)?.title(),
                        id: import.id,
                        file_name: import.file_name,
                        started_on: self.clock.day_of(import.created_at),
                    })
                };
                found.into_iter().map(summary).collect()
            })
            .await
    }

    async fn start(&self, caller: &Caller, bytes: &[u8], file_name: Option<&str>) -> Result<i64, AppError> {
        access::require_import(&caller.actor)?;
        let author = Author::caller(caller, self.clock.now());
        let source_text = String::from_utf8_lossy(bytes).replace('\0', "");
        let draft = read(bytes.to_vec(), file_name.map(str::to_owned)).await?;
        self.store
            .write(async |tx| {
                let owners = Owners::new(people::open_organisations(tx).await?);
                let typed_plan = suggest::form(&draft, &owners, Reading::Preview);
                let new = NewImport {
                    person_id: caller.actor.person,
                    file_name: file_name.and_then(typed),
                    source_text,
                    draft: Kept { draft, typed: typed_plan }.json()?,
                    created_at: self.clock.now(),
                };
                let id = imports::add(tx, new).await?;
                audit::record(tx, author.entry(AuditAction::ImportStarted, RecordKind::ImportDraft, id, None, Vec::new()))
                    .await?;
                Ok(id)
            })
            .await
    }

    async fn preview(&self, caller: &Caller, import: i64) -> Result<ImportPreview, AppError> {
        self.store
            .read(async |tx| {
                let import = own(tx, caller, import).await?;
                let kept = Kept::parse(&import)?;
                let organisations = people::open_organisations(tx).await?;
                Ok(ImportPreview {
                    id: import.id,
                    found: (kept.draft.recommendations.len(), kept.draft.measures.len()),
                    file_name: import.file_name,
                    draft: merge::corrected(&kept.draft, &kept.typed),
                    typed: kept.typed,
                    organisations: views::organisations(&organisations, caller.lang),
                    plan_id: import.plan_id,
                    lock_version: import.lock_version,
                })
            })
            .await
    }

    async fn correct(&self, caller: &Caller, import: i64, lock_version: i32, typed: &TypedPlan) -> Result<(), AppError> {
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let import = own(tx, caller, import).await?;
                let kept = Kept { typed: typed.clone(), ..Kept::parse(&import)? };
                imports::save(tx, import.id, lock_version, kept.json()?, None).await?;
                // Nothing is on record yet: what the plan says is told when it is written.
                let entry = author.entry(AuditAction::ImportCorrected, RecordKind::ImportDraft, import.id, None, Vec::new());
                Ok(audit::record(tx, entry).await?)
            })
            .await
    }

    async fn discard(&self, caller: &Caller, import: i64, lock_version: i32) -> Result<(), AppError> {
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let import = own(tx, caller, import).await?;
                // A preview is no record; that there was one is.
                imports::remove(tx, import.id, lock_version).await?;
                let entry = author.entry(AuditAction::ImportDiscarded, RecordKind::ImportDraft, import.id, None, Vec::new());
                Ok(audit::record(tx, entry).await?)
            })
            .await
    }

    async fn commit(&self, caller: &Caller, import: i64, lock_version: i32, typed: &TypedPlan) -> Result<i64, AppError> {
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                let import = own(tx, caller, import).await?;
                if import.lock_version != lock_version || import.plan_id.is_some() {
                    return Err(AppError::Conflict);
                }
                let kept = Kept { typed: typed.clone(), ..Kept::parse(&import)? };
                let owners = Owners::new(people::open_organisations(tx).await?);
                let ready = check::ready(&kept.typed, &kept.draft, &owners).map_err(AppError::Invalid)?;
                let (plan, mut entries) = write::plan(tx, &author, ready, &owners).await?;
                imports::save(tx, import.id, lock_version, kept.json()?, Some(plan)).await?;
                let done = AuditAction::ImportCommitted;
                entries.push(author.entry(done, RecordKind::ImportDraft, import.id, Some(plan), Vec::new()));
                audit::record_all(tx, entries).await?;
                Ok(plan)
            })
            .await
    }
}

impl Services {
    /// Writes a draft that nobody corrected as a plan, all or nothing, and answers its id: what the command line does.
    /// Owners in words become organisations where code or name leave no doubt; dates that were not understood are left
    /// out and their words kept. Whoever calls has authorised it. Errors with `Invalid`, also where a response says
    /// neither yes nor no or a recommendation has no text: only a person can tell.
    pub async fn commit_draft(&self, author: &Author, head: impl Into<Head>, draft: &PlanDraft) -> Result<i64, AppError> {
        let head = head.into();
        self.store
            .write(async |tx| {
                let owners = Owners::new(people::open_organisations(tx).await?);
                let form = suggest::form(draft, &owners, Reading::Untouched);
                let form = head.over(form);
                let ready = check::ready(&form, draft, &owners).map_err(AppError::Invalid)?;
                let (plan, entries) = write::plan(tx, author, ready, &owners).await?;
                audit::record_all(tx, entries).await?;
                Ok(plan)
            })
            .await
    }
}

/// A preview of the caller's own. Errors with `NotFound`.
async fn own(tx: &Tx, caller: &Caller, import: i64) -> Result<Import, AppError> {
    access::require_import(&caller.actor)?;
    imports::find(tx, import, caller.actor.person).await?.ok_or(AppError::NotFound)
}

/// Reading a large document takes a while, so it happens beside the requests.
async fn read(bytes: Vec<u8>, file_name: Option<String>) -> Result<PlanDraft, AppError> {
    let reading = tokio::task::spawn_blocking(move || import::read(&bytes, file_name.as_deref()));
    let draft = reading.await.map_err(|error| {
        tracing::error!(%error, "the importer did not end");
        AppError::Internal
    })?;
    Ok(draft?)
}
