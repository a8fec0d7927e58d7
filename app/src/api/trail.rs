//! The audit trail as people read it.

use super::common::PageInfo;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The number that stands for all groups of settings when their history is asked for; each has one of its own.
pub const ALL_GROUPS: i64 = 0;

/// One row of the audit trail. Codes are worded by the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` where no person is known to be behind it.
    pub who: Option<String>,
    /// What is behind it.
    pub origin: Origin,
    /// What, `history-<action>` in the catalogue.
    pub action: String,
    /// To which record, where that is not plain from the page.
    pub about: Option<RecordLink>,
    /// The fields that changed: name, old, new. Values are codes, dates or texts.
    pub changes: Vec<FieldChange>,
}

/// What is behind a change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A person who is known here.
    Person,
    /// Somebody at the machine, by this command.
    Command(String),
    /// Somebody who was not signed in.
    Stranger,
    /// Somebody without an account, by the link they were sent.
    Contact,
    /// The organisation's sign-in service.
    SignInService,
    /// The program by itself.
    #[default]
    Program,
}

/// A record by its kind and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordLink {
    /// The kind of record, `record-<kind>` in the catalogue.
    pub kind: String,
    /// What people call it: a label, a number, a title, a name.
    pub name: Option<String>,
    /// The page that shows it, where there is one.
    pub href: Option<String>,
}

/// One changed field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// `change-<name>` or `field-<name>` in the catalogue.
    pub field: String,
    /// Before.
    pub old: Option<String>,
    /// After.
    pub new: Option<String>,
}

/// One page of a history.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryPage {
    /// The rows, newest first.
    pub entries: Vec<HistoryEntry>,
    /// Which page of them.
    pub page: PageInfo,
}
