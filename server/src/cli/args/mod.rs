//! The flags, and the help that `--help` prints.

mod audit;
mod report;
mod user;

pub use audit::{AuditArgs, AuditCommand, AuditExport, AuditVerify, LogFileFormat};
pub use report::{OneReport, ReportArgs, ReportFormat, Which};
pub use user::{UserAdd, UserArgs, UserCommand, UserHelp};

use super::examples;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use domain::{
    plan::SourceKind,
    text::{Lang, Secret},
};
use std::{convert::Infallible, net::SocketAddr, path::PathBuf};

/// Suivi follows each recommendation of an evaluation or audit to its verified closure.
///
/// Settings come from a file (suivi.toml), then from SUIVI_… variables, then from flags; the later wins.
#[derive(Debug, Parser)]
#[command(name = "suivi", version, propagate_version = true, max_term_width = 100, after_help = examples::SUIVI)]
pub struct Cli {
    /// Flags every command takes.
    #[command(flatten)]
    pub shared: Shared,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Flags every command takes.
#[derive(Debug, Clone, Args)]
pub struct Shared {
    /// The configuration file [default: suivi.toml, where there is one].
    #[arg(long, global = true, value_name = "FILE", env = "SUIVI_CONFIG")]
    pub config: Option<PathBuf>,
    /// The database, sqlite:FILE or postgres://… [default: SQLite in the data folder].
    #[arg(long, global = true, value_name = "URL", value_parser = secret)]
    pub database_url: Option<Secret>,
    /// The folder of the database and of written mails [default: data].
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data_dir: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages and send what is due, until stopped.
    Serve(ServeArgs),
    /// Bring the database's schema up to date.
    #[command(after_help = examples::MIGRATE)]
    Migrate,
    /// Read a published plan: show what was understood, or write it as a draft plan.
    Import(ImportArgs),
    /// Write today's reminders into the outbox and send what is waiting.
    Remind(RemindArgs),
    /// Make a report.
    Report(ReportArgs),
    /// Load the demonstration plan of nine organisations into the database that `suivi serve --demo` shows.
    Demo(DemoArgs),
    /// Add people, and help those who cannot sign in.
    User(UserArgs),
    /// Check or export the log of every change.
    Audit(AuditArgs),
}

/// Serve.
#[derive(Debug, Args)]
#[command(after_help = examples::SERVE)]
pub struct ServeArgs {
    /// Where to listen [default: 127.0.0.1:3000].
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// Show the demonstration plan, in a database of its own (the folder demo of the data folder).
    #[arg(long)]
    pub demo: bool,
    /// With --demo, the day on which the demonstration begins.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "demo")]
    pub today: Option<NaiveDate>,
    /// The address of the first person of an empty instance, who coordinates and administers it.
    #[arg(long, value_name = "EMAIL", env = "SUIVI_FIRST_COORDINATOR", default_value = "coordinator@suivi.example")]
    pub first_coordinator: String,
}

/// Import.
#[derive(Debug, Args)]
#[command(after_help = examples::IMPORT)]
pub struct ImportArgs {
    /// The published plan: a web page (HTML), plain text with a pipe table, or a table (CSV).
    pub file: PathBuf,
    /// Only show what was understood; nothing is written.
    #[arg(long, conflicts_with = "plan")]
    pub preview: bool,
    /// With --preview, print JSON.
    #[arg(long, requires = "preview")]
    pub json: bool,
    /// The title of the plan to write; required without --preview.
    #[arg(long, value_name = "TITLE", required_unless_present = "preview")]
    pub plan: Option<String>,
    /// The kind of report the plan answers: evaluation, audit, review or oag [default: evaluation].
    #[arg(long, value_name = "KIND", conflicts_with = "preview")]
    pub kind: Option<SourceKind>,
    /// Where the report can be read.
    #[arg(long, value_name = "URL", conflicts_with = "preview")]
    pub url: Option<String>,
    /// The day the report was published.
    #[arg(long, value_name = "YYYY-MM-DD", conflicts_with = "preview")]
    pub published: Option<NaiveDate>,
    /// The day of the import in the record [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,
    /// The language of what is printed.
    #[arg(long, value_name = "fr|en", default_value_t = spoken())]
    pub lang: Lang,
}

/// Remind.
#[derive(Debug, Args)]
#[command(after_help = examples::REMIND)]
pub struct RemindArgs {
    /// Only show who would get what; nothing is written or sent.
    #[arg(long)]
    pub dry_run: bool,
    /// The day to compute for [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,
    /// The language of what is printed; each person is written to in their own.
    #[arg(long, value_name = "fr|en", default_value_t = spoken())]
    pub lang: Lang,
}

/// Demo.
#[derive(Debug, Args)]
#[command(after_help = examples::DEMO)]
pub struct DemoArgs {
    /// The day around which the two years of the demonstration are laid [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,
}

/// A text that is printed nowhere.
fn secret(text: &str) -> Result<Secret, Infallible> {
    Ok(Secret::new(text))
}

/// The language of the terminal.
fn spoken() -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    Lang::from_accept_language(&set.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use domain::people::Role;

    #[test]
    fn the_flags_agree_with_each_other() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_shows_an_example_of_itself() {
        fn walk(command: &clap::Command, path: &str) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains(path), "{path}: {help}");
            for inner in command.get_subcommands() {
                walk(inner, &format!("{path} {}", inner.get_name()));
            }
        }
        walk(&Cli::command(), "suivi");
    }

    #[test]
    fn an_import_is_either_a_preview_or_has_a_title() {
        let parse = |line: &str| Cli::try_parse_from(line.split(' '));
        assert!(parse("suivi import plan.html --preview --json").is_ok());
        assert!(parse("suivi import plan.html --plan Titre").is_ok());
        assert!(parse("suivi import plan.html").is_err());
        assert!(parse("suivi import plan.html --plan Titre --kind audit --url https://a.ca --published 2018-02-01").is_ok());
        assert!(parse("suivi import plan.html --preview --kind audit").is_err());
        assert!(parse("suivi import plan.html --plan Titre --kind rumour").is_err());
        assert!(parse("suivi serve --today 2026-01-15").is_err());
    }

    #[test]
    fn somebody_is_added_with_one_role_or_several_but_not_with_none() {
        let parse = |line: &str| Cli::try_parse_from(line.split(' '));
        assert!(parse("suivi user add a@b.ca --name A").is_err());
        let cli = parse("suivi user add a@b.ca --name A --role lead --role administrator").expect("a command");
        let Command::User(UserArgs { what: UserCommand::Add(add) }) = cli.command else { panic!("another command") };
        assert_eq!(add.roles, [Role::Lead, Role::Administrator]);
    }

    #[test]
    fn nobody_is_helped_without_a_reason() {
        let parse = |line: &str| Cli::try_parse_from(line.split(' '));
        assert!(parse("suivi user remove-second-factor a@b.ca").is_err());
        assert!(parse("suivi user remove-second-factor a@b.ca --reason lost").is_ok());
        assert!(parse("suivi user end-sessions a@b.ca --reason lost").is_ok());
        assert!(parse("suivi user unlink-account a@b.ca").is_err());
        assert!(parse("suivi user unlink-account a@b.ca --reason replaced").is_ok());
    }

    #[test]
    fn the_password_of_the_database_is_not_printed_for_debugging() {
        let cli = Cli::try_parse_from(["suivi", "migrate", "--database-url", "postgres://a:hush@b/c"]).expect("a command");
        assert!(!format!("{cli:?}").contains("hush"));
    }
}
