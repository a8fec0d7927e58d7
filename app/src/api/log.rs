//! The log of every change, for administrators.

use super::{common::PageInfo, trail::HistoryEntry};
use chrono::NaiveDate;
use domain::{
    text::InLang,
    trail::{AuditAction, Broken, RecordKind},
};
use serde::{Deserialize, Serialize};

/// What the log is narrowed to. Empty fields do not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogFilter {
    /// Words of the name or address of who did it.
    pub who: String,
    /// Changes to this plan and what is in it.
    pub plan: Option<i64>,
    /// Changes to this kind of record.
    pub record: Option<RecordKind>,
    /// Changes to the record of this number, of that kind.
    pub number: Option<i64>,
    /// Changes of this kind.
    pub action: Option<AuditAction>,
    /// Changes on or after this day, by the reader's clocks.
    pub from: Option<NaiveDate>,
    /// Changes on or before this day.
    pub to: Option<NaiveDate>,
    /// Changes of the request of this id.
    pub request: String,
}

impl LogFilter {
    /// The filter that an address asks for, by the values of its query; what makes no sense does not narrow.
    #[must_use]
    pub fn from_query(value: impl Fn(&str) -> String) -> Self {
        fn read<T: std::str::FromStr>(text: &str) -> Option<T> {
            text.trim().parse().ok()
        }
        Self {
            who: value("who"),
            plan: read(&value("in_plan")),
            record: read(&value("record")),
            number: read(&value("number")),
            action: read(&value("action")),
            from: read(&value("since")),
            to: read(&value("until")),
            request: value("request"),
        }
    }

    /// The query that asks for it, without what does not narrow.
    #[must_use]
    pub fn to_query(&self) -> Vec<(&'static str, String)> {
        let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let pairs = [
            ("who", self.who.trim().to_owned()),
            ("in_plan", id(self.plan)),
            ("record", self.record.map(|record| record.to_string()).unwrap_or_default()),
            ("number", id(self.number)),
            ("action", self.action.map(|action| action.to_string()).unwrap_or_default()),
            ("since", day(self.from)),
            ("until", day(self.to)),
            ("request", self.request.trim().to_owned()),
        ];
        pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// Whether nothing is narrowed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRow {
    /// The number of the row.
    pub number: i64,
    /// The id of the request it came from.
    pub request: String,
    /// Who did it: the number of the person and the address, which they cannot change as they can their name.
    pub person: Option<(i64, String)>,
    /// What happened.
    pub entry: HistoryEntry,
}

/// One page of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogPage {
    /// The rows, newest first.
    pub rows: Vec<LogRow>,
    /// Which page.
    pub page: PageInfo,
    /// The plans there are, for the filter.
    pub plans: Vec<(i64, Option<InLang>)>,
}

/// What the check of the whole log found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogCheck {
    /// How many rows there are.
    pub rows: u64,
    /// The number and the hash of the last one.
    pub last: Option<(i64, String)>,
    /// What is wrong; at most [`LogCheck::SHOWN`] of it.
    pub broken: Vec<Broken>,
    /// How much is wrong in all.
    pub found: u64,
}

impl LogCheck {
    /// How many findings are shown.
    pub const SHOWN: usize = 50;
}
