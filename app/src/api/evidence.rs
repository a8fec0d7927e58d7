//! Evidence of one measure, and the forms that add and withdraw it.

use super::common::MeasureRow;
use crate::{
    error::AppError,
    request::{backend, caller},
};
use chrono::NaiveDate;
use domain::{
    evidence::{Marking, TypedEvidence},
    text::InLang,
};
use leptos::server;
use serde::{Deserialize, Serialize};

/// Where a file is sent to; the web layer takes it, as it is not text.
pub const UPLOAD: &str = "/evidence/upload";

/// A file, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    /// What it is called.
    pub name: String,
    /// How large it is.
    pub bytes: u64,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// What there is to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatterView {
    /// A file kept here.
    File(FileView),
    /// The address of something kept elsewhere.
    Link(String),
}

/// A piece of evidence, in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceView {
    /// Its id.
    pub id: i64,
    /// The deliverable it proves; `None` is the measure as a whole.
    pub deliverable: Option<i64>,
    /// What it is called.
    pub title: Option<InLang>,
    /// Its marking.
    pub marking: Marking,
    /// Whether every reader sees it.
    pub is_public: bool,
    /// What there is to open; `None` when it was withdrawn and is not this person's to see any more.
    pub matter: Option<MatterView>,
    /// Which version it is, from 1.
    pub version: i32,
    /// Who added it.
    pub added_by: String,
    /// When.
    pub added_on: NaiveDate,
    /// Who it came from, where that is nobody with an account.
    pub contact: Option<String>,
    /// When it was withdrawn, and why.
    pub withdrawn: Option<(NaiveDate, String)>,
    /// Its earlier versions, newest first.
    pub earlier: Vec<EvidenceView>,
}

impl EvidenceView {
    /// Whether it counts as evidence today.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.withdrawn.is_none()
    }
}

/// The evidence of one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidencePage {
    /// The measure.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// The pieces this person may know of, newest first.
    pub pieces: Vec<EvidenceView>,
    /// Whether this person may add some.
    pub may_add: bool,
    /// Whether this person may withdraw some.
    pub may_withdraw: bool,
    /// Whether adding some sets a verified measure back to be verified.
    pub reopens: bool,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// What the page of a withdrawal shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawPage {
    /// The measure.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// The piece.
    pub piece: EvidenceView,
    /// Whether it sets a verified measure back to be verified.
    pub reopens: bool,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// Adds a link.
// One argument per field, as in the other forms.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "add-evidence-link")]
pub async fn add_evidence_link(
    /// The id of the measure.
    measure: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// What it is called.
    #[server(default)]
    evidence_title: String,
    /// The language of the title.
    #[server(default)]
    text_lang: String,
    /// A `MarkingChoice` code.
    #[server(default)]
    marking: String,
    /// `yes` when readers may see it.
    #[server(default)]
    public: String,
    /// The deliverable it proves, by id.
    #[server(default)]
    deliverable: String,
    /// The piece it replaces, by id.
    #[server(default)]
    replaces: String,
    /// The web address.
    #[server(default)]
    evidence_url: String,
) -> Result<(), AppError> {
    let typed = TypedEvidence { title: evidence_title, text_lang, marking, public, deliverable, replaces, url: evidence_url };
    backend().evidence.add_link(&caller()?, measure, lock_version, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}/evidence?done=evidence-added"));
    Ok(())
}

/// Withdraws a piece of evidence; it stays on record.
#[server(prefix = "/do", endpoint = "withdraw-evidence")]
pub async fn withdraw_evidence(
    /// The id of the piece.
    evidence: i64,
    /// Guards against overwriting.
    lock_version: i32,
    /// Why.
    #[server(default)]
    withdraw_reason: String,
) -> Result<(), AppError> {
    let measure = backend().evidence.withdraw(&caller()?, evidence, lock_version, &withdraw_reason).await?;
    leptos_axum::redirect(&format!("/measures/{measure}/evidence?done=evidence-withdrawn"));
    Ok(())
}
