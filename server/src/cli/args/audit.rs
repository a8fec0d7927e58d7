//! The flags of `suivi audit`.

use super::spoken;
use crate::{cli::examples, store::audit::Noted};
use clap::{Args, Subcommand, ValueEnum};
use domain::text::Lang;
use std::path::PathBuf;

/// Audit.
#[derive(Debug, Args)]
#[command(after_help = examples::AUDIT)]
pub struct AuditArgs {
    /// What to do.
    #[command(subcommand)]
    pub what: AuditCommand,
}

/// What to do with the log.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Follow the chain of the log from its first row to its last. Ends with 1 and says which rows, when it was
    /// tampered with.
    Verify(AuditVerify),
    /// Write the whole log to a file.
    Export(AuditExport),
}

/// The check of the log.
#[derive(Debug, Args)]
#[command(after_help = examples::AUDIT_VERIFY)]
pub struct AuditVerify {
    /// A row as an earlier check printed it: it must still be there. Whoever keeps these lines elsewhere finds out when
    /// the end of the log was cut off and the rest sealed anew.
    #[arg(long, value_name = "NUMBER:HASH")]
    pub expect: Option<Noted>,
    /// The language of what is printed.
    #[arg(long, value_name = "fr|en", default_value_t = spoken())]
    pub lang: Lang,
}

/// The log as a file.
#[derive(Debug, Args)]
#[command(after_help = examples::AUDIT_EXPORT)]
pub struct AuditExport {
    /// csv for people, json for programs.
    #[arg(long, value_enum, default_value_t = LogFileFormat::Json)]
    pub format: LogFileFormat,
    /// The language of the table.
    #[arg(long, value_name = "fr|en", default_value_t = spoken())]
    pub lang: Lang,
    /// The file to write [default: the terminal].
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The formats of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFileFormat {
    /// A table in words.
    Csv,
    /// Everything as it is stored, with the hashes.
    Json,
}
