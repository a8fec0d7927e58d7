//! The flags of `suivi report`.

use super::spoken;
use crate::cli::examples;
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use domain::text::Lang;
use std::path::PathBuf;

/// Report.
#[derive(Debug, Args)]
#[command(after_help = examples::REPORT)]
pub struct ReportArgs {
    /// Which report.
    #[command(subcommand)]
    pub which: Which,
}

/// The reports.
#[derive(Debug, Subcommand)]
pub enum Which {
    /// The status report of a plan for a meeting of its working group.
    #[command(after_help = examples::MEETING)]
    Meeting(OneReport),
    /// The one-page summary of what is overdue, for senior management.
    #[command(after_help = examples::OVERDUE)]
    Overdue(OneReport),
}

/// One report.
#[derive(Debug, Args)]
pub struct OneReport {
    /// The plan, by its number or its title in either language; the overdue summary covers all plans without it.
    #[arg(long, value_name = "PLAN")]
    pub plan: Option<String>,
    /// The day up to which everything is counted [default: the next meeting, else today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<NaiveDate>,
    /// Today, where it is to be another day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,
    /// The language of the report.
    #[arg(long, value_name = "fr|en", default_value_t = spoken())]
    pub lang: Lang,
    /// Its format.
    #[arg(long, value_enum, default_value_t = ReportFormat::Html)]
    pub format: ReportFormat,
    /// The file to write [default: the terminal].
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The formats of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// A page that stands alone.
    Html,
    /// Everything, for programs.
    Json,
    /// One table of measures, for spreadsheets; columns are parted by ; in French and by , in English.
    Csv,
}
