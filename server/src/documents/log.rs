//! The log as files, piece by piece: a table for people, and JSON with the hashes for who checks it elsewhere.

use super::{
    DocumentError,
    csv::{BYTE_ORDER_MARK, safe, separator},
};
use crate::services::Exported;
use app::{components::history, i18n::t};
use chrono_tz::Tz;
use domain::text::Lang;
use serde::Serialize;

/// The form of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// A table in the reader's language and time zone.
    Csv,
    /// Everything as it is stored.
    Json,
}

impl LogFormat {
    /// By its name in an address or on a command line.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The media type of the file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }

    /// The end of the file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Writes the file in pieces: its beginning, its rows in as many goes as one likes, its end.
#[derive(Debug, Clone)]
pub struct LogWriter {
    format: LogFormat,
    lang: Lang,
    zone: Tz,
    is_empty: bool,
}

const COLUMNS: [&str; 9] = ["number", "at", "who", "email", "action", "record", "changes", "plan", "request"];

#[derive(Serialize)]
struct JsonRow<'a> {
    number: i64,
    at: String,
    person_id: Option<i64>,
    person: Option<&'a str>,
    email: Option<String>,
    request: &'a str,
    action: &'a str,
    record: &'a str,
    record_id: i64,
    plan_id: Option<i64>,
    changes: &'a [crate::store::audit::Change],
    previous_hash: &'a str,
    hash: &'a str,
}

impl LogWriter {
    /// A file in a language, with the clocks of a zone.
    #[must_use]
    pub fn new(format: LogFormat, lang: Lang, zone: Tz) -> Self {
        Self { format, lang, zone, is_empty: true }
    }

    /// What comes before the first row.
    pub fn begin(&self) -> Result<Vec<u8>, DocumentError> {
        match self.format {
            LogFormat::Json => Ok(b"[".to_vec()),
            LogFormat::Csv => {
                let head = COLUMNS.map(|column| t(self.lang, &format!("log-column-{column}")));
                Ok([BYTE_ORDER_MARK, table(self.lang, [head])?.as_slice()].concat())
            }
        }
    }

    /// Some rows.
    pub fn rows(&mut self, rows: &[Exported]) -> Result<Vec<u8>, DocumentError> {
        match self.format {
            LogFormat::Csv => table(self.lang, rows.iter().map(|row| self.cells(row))),
            LogFormat::Json => {
                let mut text = String::new();
                for row in rows {
                    text.push_str(if self.is_empty { "\n" } else { ",\n" });
                    text.push_str(&serde_json::to_string(&json(row))?);
                    self.is_empty = false;
                }
                Ok(text.into_bytes())
            }
        }
    }

    /// What comes after the last row.
    #[must_use]
    pub fn end(&self) -> Vec<u8> {
        match self.format {
            LogFormat::Csv => Vec::new(),
            LogFormat::Json => b"\n]\n".to_vec(),
        }
    }

    fn cells(&self, Exported { row, entry }: &Exported) -> [String; 9] {
        let lang = self.lang;
        let changes: Vec<_> = entry.changes.iter().map(|change| history::change_words(lang, change)).collect();
        [
            row.id.to_string(),
            row.at.with_timezone(&self.zone).format("%Y-%m-%d %H:%M:%S %:z").to_string(),
            history::who(lang, entry),
            row.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            history::action_words(lang, &entry.action),
            entry.about.as_ref().map(|record| history::record_words(lang, record)).unwrap_or_default(),
            changes.join("\n"),
            row.plan_id.map(|plan| plan.to_string()).unwrap_or_default(),
            row.request_id.clone(),
        ]
    }
}

fn json(Exported { row, .. }: &Exported) -> JsonRow<'_> {
    JsonRow {
        number: row.id,
        at: row.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        person_id: row.person_id,
        person: row.who.as_deref(),
        email: row.email.as_ref().map(ToString::to_string),
        request: &row.request_id,
        action: &row.action,
        record: &row.record,
        record_id: row.record_id,
        plan_id: row.plan_id,
        changes: &row.changes,
        previous_hash: &row.previous_hash,
        hash: &row.hash,
    }
}

fn table(lang: Lang, rows: impl IntoIterator<Item = [String; 9]>) -> Result<Vec<u8>, DocumentError> {
    let mut table = ::csv::WriterBuilder::new();
    table.terminator(::csv::Terminator::CRLF).delimiter(separator(lang));
    let mut table = table.from_writer(Vec::new());
    for row in rows {
        table.write_record(row.iter().map(|cell| safe(cell).into_owned()))?;
    }
    table.into_inner().map_err(|error| DocumentError::Io(error.into_error()))
}
