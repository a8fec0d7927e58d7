//! Reports as files: stand-alone HTML, JSON and CSV. The numbers and words are those of the pages; nothing is
//! computed here.

mod costs;
mod csv;
mod html;
pub mod log;

pub use costs::costs_table;

use app::api::reports::{MeetingReport, OverdueSummary};
use domain::text::Lang;
use std::{fmt, str::FromStr};

/// A report to be written to a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Report {
    /// The status report of a meeting.
    Meeting(Box<MeetingReport>),
    /// The overdue summary.
    Overdue(Box<OverdueSummary>),
}

/// The form of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One accessible page with its styles inside and nothing from outside.
    Html,
    /// The whole report for machines.
    Json,
    /// One table of the measures, for spreadsheets.
    Csv,
}

/// A form that reports are not written in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a format of reports: html, json or csv")]
pub struct UnknownFormat(String);

/// Why a report was not written.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// JSON.
    #[error("the report could not be written as JSON")]
    Json(#[from] serde_json::Error),
    /// CSV.
    #[error("the report could not be written as CSV")]
    Csv(#[from] ::csv::Error),
    /// The memory it is written to.
    #[error("the report could not be written")]
    Io(#[from] std::io::Error),
}

/// Writes a report, in the language it was made in.
pub fn render(report: &Report, format: Format) -> Result<Vec<u8>, DocumentError> {
    match format {
        Format::Html => Ok(html::page(report).into_bytes()),
        Format::Csv => csv::table(report),
        Format::Json => {
            let mut text = match report {
                Report::Meeting(report) => serde_json::to_string_pretty(report)?,
                Report::Overdue(summary) => serde_json::to_string_pretty(summary)?,
            };
            text.push('\n');
            Ok(text.into_bytes())
        }
    }
}

impl Report {
    /// The language it was made in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        match self {
            Self::Meeting(report) => report.lang,
            Self::Overdue(summary) => summary.lang,
        }
    }
}

impl Format {
    /// The media type of the file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "html" => Ok(Self::Html),
            "json" => Ok(Self::Json),
            "csv" => Ok(Self::Csv),
            other => Err(UnknownFormat(other.chars().take(40).collect())),
        }
    }
}

/// As it is typed and as file names end.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
        })
    }
}
